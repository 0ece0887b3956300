"""Whose the counted forces are: named in the group, by the clause, or, of casualties, the side that was hit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sitrep.extract.figures.governors import Governed
from sitrep.extract.figures.groups import Group
from sitrep.model import ActorMention, Cue, Mentions, Page, PlaceMention, Sentence, Token

HARM = frozenset({"killed", "wounded", "captured", "casualties", "destroyed", "missing"})
_OWN_LOSS = frozenset({"lose", "suffer", "incur", "sustain"})
_ENEMY = frozenset({"enemy", "enemy soldier", "enemy troop", "enemy fighter", "occupier", "invader", "orc", "enemy personnel", "enemy combatant"})
_RECEIVING = frozenset({"receive", "buy", "purchase", "acquire", "import", "order", "obtain", "procure", "import from"})
_STATES = frozenset({"state", "demonym", "force", "group", "office", "person", "pronoun", "body"})


@dataclass(frozen=True, slots=True)
class Force:
    text: str | None
    name: str | None
    country: str | None


NOBODY = Force(None, None, None)


class Sides:
    """Who fights whom on a page, by how often each country's forces and people are named."""

    def __init__(self, page: Page, mentions: Mentions):
        self.named: Counter[str] = Counter()
        first: str | None = None
        for actor in mentions.actors:
            if actor.country and actor.kind in _STATES:
                if first is None:
                    first = actor.country
                self.named[actor.country] += 3 if actor.kind in ("force", "group", "demonym") else 1
        self.issuer = first

    def against(self, country: str | None) -> str | None:
        """The country named most often beside this one."""
        others = [(n, c) for c, n in self.named.items() if c != country]
        return max(others)[1] if others and max(others)[0] >= 2 else None


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
    ) -> Force:
        """The force of a group; see the codebook, `force_*`."""
        own = self._in_group(group, tokens, actors)
        if own is not None:
            return own
        noun = group.hit.unit.noun if group.hit else ""
        if noun in _ENEMY and self.sides.issuer:
            return Force(None, None, self.sides.against(self.sides.issuer))
        if group.form in ("partitive", "others") and earlier is not None and earlier.country:
            return earlier
        if governed is not None and governed.how == "list" and earlier is not None and earlier.country and (role in HARM or kind != "civilian"):
            return earlier
        subject = self._subject(group, governed, tokens, actors)
        lemma = governed.verb.lemma if governed and governed.verb else ""
        if role in HARM or role in ("released", "surrendered"):
            return self._victims(group, governed, role, kind, lemma, subject, place, source, earlier, tokens, actors)
        if role == "supplied" and lemma in _RECEIVING:
            giver = self._after(governed.token, "from", tokens, actors)
            return _force(self.page, giver) if giver else NOBODY
        if subject is not None:
            return _force(self.page, subject)
        if kind == "civilian":
            return Force(None, None, place.country) if place else NOBODY
        if earlier is not None and earlier.country and group.hit is None:
            return earlier
        return NOBODY

    def _in_group(self, group: Group, tokens: Sequence[Token], actors: Sequence[ActorMention]) -> Force | None:
        if group.people is not None:
            return _force(self.page, group.people)
        a = tokens[group.start].char_start
        b = tokens[group.end - 1].char_end if group.end > group.start else a
        inside = [x for x in actors if x.char_start < b and x.char_end > a and x.country]
        inside = [x for x in inside if x.char_end <= b + 1 or x.char_start <= a + 12]
        if inside:
            return _force(self.page, inside[-1])
        k = group.end
        if k < len(tokens) and tokens[k].lower in ("of", "from", "belonging", "loyal", "with"):
            reach = tokens[min(k + 4, len(tokens) - 1)].char_start
            for x in actors:
                if tokens[k].char_end <= x.char_start <= reach and x.country and (tokens[k].lower != "from" or x.kind in ("force", "group")):
                    if tokens[k].lower != "with" or x.kind in ("force", "group"):
                        return _force(self.page, x)
        if group.start:
            before = tokens[group.start - 1]
            for x in actors:
                if x.char_end in (before.char_end, before.char_end - 2) and x.country and (
                    x.kind == "pronoun" or before.lower.endswith(("'s", "’s"))
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
        if governed.how in ("passive",) or governed.verb is not None and governed.verb.passive:
            return self._after(governed.token, "by", tokens, actors)
        if governed.how in ("subject",) and governed.token >= group.end:
            return None
        if governed.how in ("noun", "adjective"):
            of = self._after(governed.token, "of", tokens, actors) or self._after(governed.token, "by", tokens, actors)
            if of is not None and of.country:
                return of
        limit = min(at, tokens[group.start].char_start) if governed.how not in ("object", "list", "far", "have") else at
        known = [x for x in actors if x.char_end <= limit + 1 and x.country]
        if not known:
            return None
        # The head of the clause rather than what stands in a phrase behind it.
        text = self.page.view
        free = [x for x in known if not _in_phrase(text, x)]
        return (free or known)[-1]

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
            if place is not None and place.country:
                return Force(None, None, place.country)
            return earlier or NOBODY
        if subject is not None and (lemma in _OWN_LOSS or governed and governed.how in ("noun", "adjective", "have") or role in ("surrendered",)):
            return _force(self.page, subject)
        if governed is not None and governed.how == "passive" and subject is None:
            if earlier is not None and earlier.country and group.hit is None:
                return earlier
            return Force(None, None, place.country) if place and place.country else NOBODY
        if subject is not None:
            country = subject.country
            if place is not None and place.country and place.country != country:
                return Force(None, None, place.country)
            others = [x.country for x in actors if x.country and x.country != country and not (source and x is source)]
            if others:
                return Force(None, None, others[-1])
            return Force(None, None, self.sides.against(country))
        if earlier is not None and earlier.country and group.hit is None:
            return earlier
        if place is not None and place.country:
            return Force(None, None, place.country)
        return _force(self.page, source) if source is not None else NOBODY


_PHRASE = ("of ", "in ", "at ", "from ", "against ", "near ", "to ", "on ", "with ", "for ", "into ", "over ")


def _in_phrase(view: str, actor: ActorMention) -> bool:
    before = view[max(0, actor.char_start - 8) : actor.char_start].lower()
    if before.endswith("the "):
        before = before[:-4]
    return before.endswith(_PHRASE)


def source_actor(cue: Cue | None, actors: Sequence[ActorMention], start: int, end: int) -> ActorMention | None:
    """The actor that the source of a cue is."""
    if start < 0:
        return None
    for actor in actors:
        if actor.char_start < end and actor.char_end > start:
            return actor
    return None
