"""Who does what is told of a count: the actor that is the subject of its governor, or its agent behind "by"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from sitrep import patterns as re
from sitrep.extract.figures.governed import HARM
from sitrep.extract.figures.roles import closed, finite_words, speech_forms, words
from sitrep.extract.figures.sides import Sides
from sitrep.extract.figures.surroundings import Count
from sitrep.inflection import GERUND
from sitrep.model import ActorMention, Mentions, Page, Token

_PHRASE = re.compile(
    lambda: rf"\b{re.any_of(words('before_no_subjects'))}\s(?:(?:the|{re.any_of(closed('possessives'))})\s)?$",
    re.IGNORECASE,
)
# Code points that hold a preposition, and an article or "their" behind it.
_PHRASE_REACH = 18
_SAID_THAT = re.compile(lambda: rf"\b{re.any_of(speech_forms())}\b[^,;.:]{{0,30}} that (?:the )?$")
# Code points that hold a verb of speech, whom it is told to, and "that the".
_SAID_REACH = 60
# How a governor stands to a count whose doer is the subject before the governor.
_ACTIVE = frozenset({"object", "list", "far", "have", "relative"})
_AGENT_REACH = 10
_ATTACK_REACH = 12
# How many code points before an attacker the words that lead to its attack take.
_LED = 16


class Subjects:
    """Answers for one page."""

    def __init__(self, page: Page, mentions: Mentions):
        self.page, self.mentions = page, mentions

    @cached_property
    def sides(self) -> Sides:
        return Sides(self.page, self.mentions)

    def subject(self, count: Count) -> ActorMention | None:
        """The actor that does what the governor tells."""
        governed, tokens, actors = count.governed, count.tokens, count.actors
        if governed is None:
            return None
        at = tokens[governed.token].char_start
        if governed.token == 0 and tokens[0].lower in words("bearing"):
            # "With 900 men, the rebels attacked"
            return next((x for x in actors if x.country and x.char_start > count.char_end and does(x, tokens)), None)
        if count.role == "trained" and self.behind(count, "led_by"):
            # Who trains them does not own them.
            return None
        if governed.how == "passive" or (governed.verb is not None and governed.verb.passive):
            return self.behind(count, "led_by")
        if governed.how == "subject" and governed.token >= count.group.end:
            return None
        if governed.how in ("noun", "adjective"):
            of = self.behind(count, "of_alone") or self.behind(count, "led_by")
            if of is not None and of.country:
                return of
        limit = min(at, count.char_start) if governed.how not in _ACTIVE else at
        verb = tokens[governed.token].char_end if governed.how == "object" else -1
        # "Russia recruits 900": the verb may be read as the noun for whom a state has.
        known = [
            x
            for x in actors
            if (x.char_end <= limit + 1 or x.char_start < at < x.char_end == verb) and (x.country or x.kind == "body")
        ]
        if not known:
            return None
        known = self._told_that(known)
        if self._spoken_for(count, known):
            return None
        # The head of the clause rather than what stands in a phrase behind it.
        text = self.page.view
        free = [x for x in known if not in_phrase(text, x)]
        subjects = [x for x in free if does(x, tokens)]
        if subjects and self._parted(count, subjects[-1]):
            return None
        if subjects:
            doing = [x for x in subjects if not _speaks(x, tokens)]
            if doing and ";" in text[doing[-1].char_end : subjects[-1].char_start]:
                # "Angola sent 90 men; Cuba answered by flying in a battalion"
                doing = []
            if doing:
                return doing[-1]
            losses = tokens[governed.token].lower in words("loss_nouns") or self._admits(count, subjects[-1])
            if governed.how in ("noun", "subject", "adjective", "topic") and not losses:
                return None
            if subjects[-1] is free[-1] or governed.how in ("object", "have", "far", "list"):
                return subjects[-1]
        return (free or known)[-1]

    def attacker(self, count: Count) -> ActorMention | None:
        """Whose attack those counted fell in: "died in an Iraqi air strike", "were hit by Iraqi shelling"."""
        tokens, group = count.tokens, count.group
        first = min(group.end, count.governed.token) if count.governed is not None else group.end
        for k in range(first, min(group.end + _ATTACK_REACH, len(tokens))):
            if k >= group.end and (tokens[k].lower in words("clause_ends") or tokens[k].text == ","):
                return None
            if tokens[k].lower not in words("blows") or k < 2:
                continue
            for x in count.actors:
                if not x.country or x.kind == "pronoun" or x.char_start < tokens[first].char_start:
                    continue
                gap = self.page.view[x.char_end : tokens[k].char_start].lower().split()
                if x.char_end > tokens[k].char_start or len(gap) > 2 or set(gap) - words("raid_means", "genitives"):
                    continue
                before = self.page.view[max(0, x.char_start - _LED) : x.char_start].lower().split()
                if before and before[-1] in closed("determiners"):
                    before.pop()
                if before and before[-1] in words("under_blows"):
                    return x
        return None

    def _parted(self, count: Count, actor: ActorMention) -> bool:
        """Whether a clause with a subject of its own opens between: "suspended talks after a car bomb killed five"."""
        verb = count.governed.verb
        if verb is None or count.governed.how != "object" or verb.passive or verb.forms & GERUND:
            return False
        tokens, k = count.tokens, verb.start - 1
        while k > 0 and tokens[k].lower in closed("adverbs"):
            k -= 1
        if tokens[k].text == ",":
            # "Russia, whose jets have struck since May, also sent two frigates"
            return False
        while k >= 0 and tokens[k].char_start >= actor.char_end:
            if tokens[k].lower in words("clause_openers"):
                return k < verb.start - 1
            k -= 1
        return False

    def _told_that(self, known: list[ActorMention]) -> list[ActorMention]:
        """Those of ``known`` who are told of, from the last whom a clause of speech opens with: "said that Chad"."""
        view = self.page.view
        for i in range(len(known) - 1, 0, -1):
            start = known[i].char_start
            if _SAID_THAT.search(view[max(0, start - _SAID_REACH) : start].lower()):
                return known[i:]
        return known

    def _spoken_for(self, count: Count, known: Sequence[ActorMention]) -> bool:
        """Whether the doer is a pronoun of nobody known: "the artillery we have sent, such as 160 guns"."""
        verb, tokens = count.governed.verb, count.tokens
        if verb is None or verb.passive:
            return False
        k = verb.start - 1
        while k > 0 and tokens[k].lower in closed("have", "be", "modals", "adverbs"):
            k -= 1
        if k < 0 or tokens[k].lower not in closed("subject_pronouns") - closed("relatives"):
            return False
        return not any(x.char_start == tokens[k].char_start for x in known)

    def _admits(self, count: Count, actor: ActorMention) -> bool:
        """Whether the actor owns up to a harm, or announces a gift: "state media acknowledged the death of five"."""
        k = _next(actor, count.tokens)
        said = [t.lower for t in count.tokens[k : k + 4]]
        told = "admitting" if count.role in HARM else "granting" if count.role == "supplied" else None
        if told == "admitting" and count.noun in words("tolls") and not words("reporting").isdisjoint(said):
            return True
        return count.governed.how == "noun" and told is not None and bool(words(told) & set(said))

    def perspective(self, count: Count) -> ActorMention | None:
        """Whom "our soldiers" and "the enemy" are, where one of them does what the governor tells."""
        governed = count.governed
        if governed is None or governed.how == "passive" or self.sides.issuer is None:
            return None
        limit = min(governed.token, count.group.start) if governed.how != "object" else governed.token
        for token in reversed(count.tokens[:limit]):
            if token.lower in words("ours") or token.lower in words("enemy"):
                ours = token.lower in words("ours")
                country = self.sides.issuer if ours else self.sides.foe
                return ActorMention(
                    token.char_start, token.char_end, None, country, "MIL", "force", "perspective", token.char_start
                )
            if token.text in ";:":
                return None
        return None

    def behind(self, count: Count, group: str, reach: int = _AGENT_REACH) -> ActorMention | None:
        """The actor that a preposition behind the governor leads to, or behind the count where nothing governs it.

        The preposition is of ``group`` in the lexicon and stands within ``reach`` tokens.
        """
        tokens = count.tokens
        first = count.governed.token if count.governed is not None else count.group.end
        for k in range(first, min(first + reach, len(tokens))):
            if k > count.group.end and group != "led_from" and tokens[k].text in ",;":
                return None
            if tokens[k].lower in words(group):
                for x in count.actors:
                    # "aircraft from Russia" is one name.
                    within = (
                        group == "led_from" and x.char_start < tokens[k].char_start and x.char_end > tokens[k].char_end
                    )
                    if (within or 0 <= x.char_start - tokens[k].char_end <= 5) and x.country:
                        return x
        return None


def strikes(actor: ActorMention, tokens: Sequence[Token]) -> bool:
    """Whether the actor owns an attack: in "a Russian strike left 32 dead" the dead are others'."""
    k = _next(actor, tokens)
    return any(t.lower in words("operations", "blows") for t in tokens[max(0, k - 1) : k + 2])


def _next(actor: ActorMention, tokens: Sequence[Token]) -> int:
    """The index of the first token behind an actor."""
    lo, hi = 0, len(tokens)
    while lo < hi:
        mid = (lo + hi) // 2
        if tokens[mid].char_start < actor.char_end:
            lo = mid + 1
        else:
            hi = mid
    return lo


def does(actor: ActorMention, tokens: Sequence[Token]) -> bool:
    """Whether a finite verb stands behind the actor: it is a subject."""
    k = _next(actor, tokens)
    if k + 1 < len(tokens) and tokens[k].text in ",–—(" and tokens[k + 1].lower in words("subject_asides"):
        return True
    adverbs = closed("adverbs")
    while k < len(tokens) and (
        tokens[k].lower in adverbs or tokens[k].lower.endswith("ly") or tokens[k].lower in words("before_verbs")
    ):
        k += 1
    return k < len(tokens) and (tokens[k].lower in finite_words() or tokens[k].lower.endswith("ed"))


def _speaks(actor: ActorMention, tokens: Sequence[Token]) -> bool:
    k = _next(actor, tokens)
    near = [t.lower for t in tokens[k : k + 3]]
    # "at a cost that officers put at 900": they only say so.
    put = len(near) > 1 and near[0] in words("putting") and near[1] in words("valuing")
    return put or any(lower in speech_forms() for lower in near)


def in_phrase(view: str, actor: ActorMention) -> bool:
    """Whether a preposition leads to the actor: it is no subject and no object."""
    return _PHRASE.search(view, max(0, actor.char_start - _PHRASE_REACH), actor.char_start) is not None


def source_actor(actors: Sequence[ActorMention], start: int, end: int) -> ActorMention | None:
    """The actor that the source of a cue is."""
    if start < 0:
        return None
    for actor in actors:
        if actor.char_start < end and actor.char_end > start:
            return actor
    return None
