"""Whose the counted forces are: named in the group, by the clause, or, of casualties, the side that was hit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitrep.extract.figures.groups import Group
from sitrep.extract.figures.predicates import Governed
from sitrep.extract.figures.roles import closed, finite_words, speech_forms, words
from sitrep.extract.figures.sides import GUESSED, Sides
from sitrep.model import ActorMention, Cue, Mentions, Page, PlaceMention, Token

HARM = frozenset({"killed", "wounded", "captured", "casualties", "destroyed", "missing"})


@dataclass(frozen=True, slots=True)
class Force:
    """Whose the counted are; ``inferred`` where a rule and not the clause tells it."""

    text: str | None
    name: str | None
    country: str | None
    inferred: bool = False


NOBODY = Force(None, None, None)


def _force(page: Page, actor: ActorMention) -> Force:
    return Force(page.quote(actor.char_start, actor.char_end), actor.name, actor.country)


class Forces:
    """Answers for one page; ``actors`` below are those of the sentence asked about."""

    def __init__(self, page: Page, mentions: Mentions):
        self.page, self.sides = page, Sides(page, mentions)

    def named(self, actor: ActorMention) -> Force:
        return _force(self.page, actor)

    def of(
        self,
        group: Group,
        governed: Governed | None,
        role: str,
        kind: str,
        tokens: Sequence[Token],
        actors: Sequence[ActorMention],
        place: PlaceMention | None,
        source: ActorMention | None,
        earlier: Force | None,
        alike: bool,
    ) -> Force:
        """The force of a group; see the codebook, `force_*`.

        ``earlier`` is the force of the figure before; ``alike`` where that figure counts the same noun.
        """
        counted = next(
            (
                x
                for x in actors
                if x.via in GUESSED and x.char_start <= group.number.number_start < x.char_end and x.country
            ),
            None,
        )
        force = self._known(group, governed, role, kind, tokens, actors, place, source, earlier, alike)
        unknown = force.country is None and force is not NOBODY
        if unknown and counted is not None and (kind == "civilian" or counted.via != "context"):
            return Force(None, None, counted.country, True)
        inherited = force is earlier and group.form not in ("partitive", "others")
        guess = force.country is not None and (force.text is None or inherited)
        return replace(force, inferred=True) if guess else force

    def _known(
        self,
        group: Group,
        governed: Governed | None,
        role: str,
        kind: str,
        tokens: Sequence[Token],
        actors: Sequence[ActorMention],
        place: PlaceMention | None,
        source: ActorMention | None,
        earlier: Force | None,
        alike: bool,
    ) -> Force:
        # What an actor belongs to by mere context is no better known than what is asked here.
        a, b = tokens[group.start].char_start, tokens[max(group.end - 1, group.start)].char_end
        setting = next((x for x in actors if x.via == "setting" and x.char_start < b and x.char_end > a), None)
        actors = [
            x
            for x in actors
            if x.via not in GUESSED
            or ((x.kind == "force" or x.via == "setting") and not (x.char_start < b and x.char_end > a))
        ]
        sure = [x for x in actors if x.via not in GUESSED]
        among = [t.lower for t in tokens[max(0, group.start - 2) : group.start]]
        if group.form == "partitive" and earlier is not None:
            sure = [x for x in sure if x.kind != "pronoun"]
        if among in (["among", "them"], ["among", "whom"]) and earlier is not None:
            sure = [x for x in sure if x.char_start >= a]
        if {"both", "sides"} <= {t.lower for t in tokens[group.end : group.end + 4]}:
            return NOBODY
        own = self._in_group(group, role, tokens, sure)
        if own is not None:
            return own
        if any(t.lower == "foreign" for t in tokens[group.start : group.end]):
            return NOBODY
        noun = group.hit.unit.noun if group.hit else ""
        if noun in words("international"):
            return NOBODY
        if noun in words("enemy_nouns") and self.sides.issuer:
            return Force(None, None, self.sides.against(self.sides.issuer))
        if group.form in ("partitive", "others") and earlier is not None and earlier.country:
            return earlier
        if (
            governed is not None
            and governed.how == "list"
            and earlier is not None
            and earlier.country
            and (role in HARM or kind != "civilian")
        ):
            return earlier
        if earlier is not None and earlier.country and (noun in words("crew") or (alike and role in HARM)):
            return earlier
        subject = self._subject(group, governed, tokens, actors)
        if subject is not None and group.start and tokens[group.start - 1].lower == "by" and role not in HARM:
            return Force(None, None, self.sides.against(subject.country))
        if subject is None:
            subject = self._perspective(governed, group, tokens)
        lemma = governed.verb.lemma if governed and governed.verb else ""
        if role in HARM or role in ("released", "surrendered"):
            own_loss = lemma in words("own_loss") and subject is not None
            if setting is not None and kind != "civilian" and not own_loss:
                return Force(None, None, setting.country)
            return self._victims(group, governed, role, kind, lemma, subject, place, source, earlier, tokens, actors)
        if role == "supplied" and lemma in words("receiving"):
            giver = self._after(governed.token, "from", tokens, actors)
            return _force(self.page, giver) if giver else NOBODY
        if subject is not None:
            return _force(self.page, subject)
        if kind == "civilian":
            return self._of_place(place)
        if setting is not None:
            return Force(None, None, setting.country)
        if earlier is not None and earlier.country:
            return earlier
        return Force(None, None, self.sides.only)

    def _of_place(self, place: PlaceMention | None) -> Force:
        return Force(None, None, place.country if place and place.country else self.sides.only)

    def _perspective(self, governed: Governed | None, group: Group, tokens: Sequence[Token]) -> ActorMention | None:
        """Whom "our soldiers" and "the enemy" are, where one of them does what the governor tells."""
        if governed is None or governed.how == "passive" or self.sides.issuer is None:
            return None
        limit = min(governed.token, group.start) if governed.how not in ("object",) else governed.token
        for token in reversed(tokens[:limit]):
            if token.lower in words("ours") or token.lower in words("enemy"):
                ours = token.lower in words("ours")
                country = self.sides.issuer if ours else self.sides.against(self.sides.issuer)
                return ActorMention(
                    token.char_start, token.char_end, None, country, "MIL", "force", "perspective", token.char_start
                )
            if token.text in ";:":
                return None
        return None

    def _in_group(
        self, group: Group, role: str, tokens: Sequence[Token], actors: Sequence[ActorMention]
    ) -> Force | None:
        if group.people is not None:
            return _force(self.page, group.people)
        a = tokens[group.start].char_start
        b = tokens[group.end - 1].char_end if group.end > group.start else a
        inside = [x for x in actors if x.char_start < b and x.char_end > a and x.country]
        inside = [x for x in inside if x.char_end <= b + 1 or x.char_start <= a + 12]
        if role == "withdrawn":
            # "1,500 troops from Niger": where they leave, not whose they are.
            inside = [x for x in inside if not _FROM.search(self.page.view[x.char_start : x.char_end])]
        if inside:
            return _force(self.page, inside[-1])
        for token in tokens[group.start : group.end]:
            if token.lower == "enemy" and self.sides.issuer:
                return Force(token.text, None, self.sides.against(self.sides.issuer))
        if group.start > 1 and tokens[group.start - 1].lower == "of":
            holder = tokens[group.start - 2].char_end
            for x in actors:
                if x.char_start < holder <= x.char_end and x.country:
                    return _force(self.page, x)
        k = group.end
        if k < len(tokens) and tokens[k].lower in ("of", "from", "belonging", "loyal", "with"):
            reach = tokens[min(k + 4, len(tokens) - 1)].char_start
            for x in actors:
                if (
                    tokens[k].char_end <= x.char_start <= reach
                    and x.country
                    and (tokens[k].lower not in ("from", "with") or x.kind in ("force", "group"))
                ):
                    return _force(self.page, x)
        if group.start:
            before = tokens[group.start - 1]
            possessive = before.lower.endswith(("'s", "’s"))
            for x in actors:
                if (
                    x.char_end in (before.char_end, before.char_end - 2)
                    and x.country
                    and (possessive or x.kind == "pronoun" or (x.kind == "state" and group.form == "elided"))
                ):
                    return _force(self.page, x)
        return None

    def _subject(
        self, group: Group, governed: Governed | None, tokens: Sequence[Token], actors: Sequence[ActorMention]
    ) -> ActorMention | None:
        """The actor that does what the governor tells."""
        if governed is None:
            return None
        at = tokens[governed.token].char_start
        if governed.how in ("passive",) or (governed.verb is not None and governed.verb.passive):
            return self._after(governed.token, "by", tokens, actors)
        if governed.how in ("subject",) and governed.token >= group.end:
            return None
        if governed.how in ("noun", "adjective"):
            of = self._after(governed.token, "of", tokens, actors) or self._after(governed.token, "by", tokens, actors)
            if of is not None and of.country:
                return of
        limit = min(at, tokens[group.start].char_start) if governed.how not in ("object", "list", "far", "have") else at
        known = [x for x in actors if x.char_end <= limit + 1 and (x.country or x.kind == "body")]
        if not known:
            return None
        # The head of the clause rather than what stands in a phrase behind it.
        text = self.page.view
        free = [x for x in known if not _in_phrase(text, x)]
        subjects = [x for x in free if self._does(x, tokens)]
        if subjects:
            doing = [x for x in subjects if not self._speaks(x, tokens)]
            if doing:
                return doing[-1]
            losses = tokens[governed.token].lower in ("loss", "losses")
            if governed.how in ("noun", "subject", "adjective", "topic") and not losses:
                return None
            if subjects[-1] is free[-1] or governed.how in ("object", "have", "far", "list"):
                return subjects[-1]
        return (free or known)[-1]

    def _next(self, actor: ActorMention, tokens: Sequence[Token]) -> int:
        lo, hi = 0, len(tokens)
        while lo < hi:
            mid = (lo + hi) // 2
            if tokens[mid].char_start < actor.char_end:
                lo = mid + 1
            else:
                hi = mid
        return lo

    def _does(self, actor: ActorMention, tokens: Sequence[Token]) -> bool:
        """Whether a finite verb stands behind the actor: it is a subject."""
        k = self._next(actor, tokens)
        if k + 1 < len(tokens) and tokens[k].text in ",–—(" and tokens[k + 1].lower in ("which", "who", "whose", "for"):
            return True
        adverbs = closed("adverbs")
        while k < len(tokens) and (
            tokens[k].lower in adverbs
            or tokens[k].lower.endswith("ly")
            or tokens[k].lower in ("not", "never", "who", "which")
        ):
            k += 1
        return k < len(tokens) and (tokens[k].lower in finite_words() or tokens[k].lower.endswith("ed"))

    def _speaks(self, actor: ActorMention, tokens: Sequence[Token]) -> bool:
        k = self._next(actor, tokens)
        return any(t.lower in speech_forms() for t in tokens[k : k + 3])

    def _strikes(self, actor: ActorMention, tokens: Sequence[Token]) -> bool:
        """Whether the actor owns an attack: in "a Russian strike left 32 dead" the dead are others'."""
        k = self._next(actor, tokens)
        return any(t.lower in words("operations") for t in tokens[max(0, k - 1) : k + 2])

    def _after(
        self, token: int, word: str, tokens: Sequence[Token], actors: Sequence[ActorMention]
    ) -> ActorMention | None:
        for k in range(token, min(token + 10, len(tokens))):
            if tokens[k].lower == word:
                for x in actors:
                    if 0 <= x.char_start - tokens[k].char_end <= 5 and x.country:
                        return x
        return None

    def _victims(
        self,
        group: Group,
        governed: Governed | None,
        role: str,
        kind: str,
        lemma: str,
        subject: ActorMention | None,
        place: PlaceMention | None,
        source: ActorMention | None,
        earlier: Force | None,
        tokens: Sequence[Token],
        actors: Sequence[ActorMention],
    ) -> Force:
        if kind == "civilian":
            near = place is not None and tokens[0].char_start <= place.char_start
            official = source is not None and source.country and source.role in ("GOV", "MIL", "COP")
            attacker = subject is not None and governed is not None and governed.how == "object"
            if not near and official and not (attacker and subject.country == source.country):
                return Force(None, None, source.country)
            if (place is None or not place.country) and earlier is not None and earlier.country:
                return earlier
            return self._of_place(place)
        told = governed is not None and governed.how in ("noun", "adjective", "have")
        if told and subject is not None and self._strikes(subject, tokens):
            told = False
        if subject is not None and (lemma in words("own_loss") or told or role == "surrendered"):
            return _force(self.page, subject)
        if governed is not None and governed.how == "passive" and subject is None:
            if earlier is not None and earlier.country and group.hit is None:
                return earlier
            if place is not None and place.country:
                return Force(None, None, place.country)
            return earlier if earlier is not None and earlier.country else Force(None, None, self.sides.only)
        if subject is not None:
            country = subject.country
            there = place.country if place is not None else None
            if there and (there != country or subject.role in ("REB", "OPP")) and self.sides.fights(there):
                return Force(None, None, there)
            if country == self.sides.only or (subject.via in GUESSED and subject.role in ("REB", "OPP")):
                return Force(None, None, country)
            others = [x.country for x in actors if x.country and x.country != country and x is not source]
            others = [other for other in others if self.sides.fights(other)]
            if others:
                return Force(None, None, others[-1])
            return Force(None, None, self.sides.against(country))
        if earlier is not None and earlier.country and group.hit is None:
            return earlier
        if place is not None and place.country:
            return Force(None, None, place.country)
        if earlier is not None and earlier.country:
            return earlier
        return (
            _force(self.page, source) if source is not None and source.country else Force(None, None, self.sides.only)
        )


_FROM = re.compile(r"\sfrom\s")
_PHRASE = re.compile(r"\b(?:of|in|at|from|against|near|to|on|with|for|into|over|by)\s(?:the\s)?$", re.IGNORECASE)


def _in_phrase(view: str, actor: ActorMention) -> bool:
    return _PHRASE.search(view, max(0, actor.char_start - 14), actor.char_start) is not None


def source_actor(cue: Cue | None, actors: Sequence[ActorMention], start: int, end: int) -> ActorMention | None:
    """The actor that the source of a cue is."""
    if start < 0:
        return None
    for actor in actors:
        if actor.char_start < end and actor.char_end > start:
            return actor
    return None
