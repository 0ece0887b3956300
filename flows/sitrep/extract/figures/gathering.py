"""The groups of a sentence: one for each number that counts, each noun that an article counts, each one of a nation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sitrep.extract.figures.group import Group
from sitrep.extract.figures.groups import Reader
from sitrep.extract.figures.postposed import qualified
from sitrep.extract.figures.roles import words
from sitrep.extract.figures.units import Hit
from sitrep.model import ActorMention, NumberMention

_MODEL_REACH = 24
# How many tokens may stand before the whole: "of the garrison's 3,000 men".
_OPENING = 5


def gather(
    reader: Reader, numbers: Sequence[NumberMention], hits: Sequence[Hit], nationals: Sequence[ActorMention]
) -> list[Group]:
    """The groups of the sentence of ``reader`` in order.

    ``hits`` are the nouns that an article may count, ``nationals`` the nations that one may stand before.
    """
    groups = _numbered(reader, numbers)
    taken = {g.hit.char_start for g in groups if g.hit} | {g.coordinated.char_start for g in groups if g.coordinated}
    for hit in hits:
        if hit.char_start not in taken:
            _add(groups, reader.with_article(hit))
    for actor in nationals:
        _add(groups, reader.national(actor))
    groups.sort(key=lambda g: (g.start, g.end))
    for a, b in pairwise(groups):
        joined = [t.lower for t in reader.tokens[a.end : b.start]]
        if _share_noun(a, b, joined):
            a.hit, a.form = b.hit, "noun"
        if b.form == "elided" and a.hit is not None and _bracketed(reader, a) and _bracketed(reader, b):
            # "of Indonesia (1,231 troops), Italy (1,117)"
            b.hit, b.form = a.hit, "noun"
        if joined == ["to"] and a.form == "elided" and reader.tokens[a.start - 1].lower == "from" and b.hit is not None:
            # "is to grow from 160 to 230 men"
            a.hit, a.form = b.hit, "noun"
        if a.form == "part" and a.hit is b.hit:
            b.whole = True
        elif _opens_whole(reader, a, b, joined):
            a.whole, b.form = True, "partitive"
    return groups


def _numbered(reader: Reader, numbers: Sequence[NumberMention]) -> list[Group]:
    groups: list[Group] = []
    for number in numbers:
        if number.low is not None and number.low < 0:
            continue
        if any(
            h.unit.model and h.char_start < number.number_start < h.char_end
            for h in reader.units.hits_in(number.number_start - _MODEL_REACH, number.number_start)
        ):
            continue
        group = reader.behind(number)
        before = reader.before(number)
        if before is not None and (
            group is None or group.form == "elided" or (before.start <= 1 and group.form != "partitive")
        ):
            group = before
        if group is not None:
            if group.form == "elided":
                reader.numbered(group)
            elif group.form == "noun":
                group.number = qualified(group, reader.tokens)
            groups.append(group)
    return groups


def _add(groups: list[Group], group: Group | None) -> None:
    if group is not None and not any(g.start <= group.start < g.end for g in groups):
        groups.append(group)


def _share_noun(a: Group, b: Group, joined: Sequence[str]) -> bool:
    """Whether the noun of two nations' men stands once: "255 British and 649 Argentine servicemen"."""
    if a.people is None or a.hit is not None or b.hit is None or b.form == "partitive":
        return False
    return 0 < len(joined) < 3 and words("joints").issuperset(joined)


def _bracketed(reader: Reader, group: Group) -> bool:
    """Whether nothing but the count stands between brackets."""
    around = (group.start - 1, group.end)
    if around[0] < 0 or around[1] >= len(reader.tokens):
        return False
    return tuple(reader.tokens[i].text for i in around) == ("(", ")")


def _opens_whole(reader: Reader, a: Group, b: Group, joined: Sequence[str]) -> bool:
    """Whether the sentence opens with the whole of which the next count is a part: "Of 57 drones, 41 were downed"."""
    opened = a.start <= _OPENING and reader.tokens[0].lower == "of" and b.form == "elided"
    return opened and a.form == "noun" and list(joined) == [","]
