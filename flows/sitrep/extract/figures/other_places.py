"""Places of a sentence that are not a count's, though they are near it: of who acts behind a day, of a later clause."""

from __future__ import annotations

from collections.abc import Iterable

from sitrep import patterns as re
from sitrep.extract.figures.roles import closed, finite_words, words
from sitrep.model import DateMention, PlaceMention

_WORD = re.compile(r"[a-z]+")
# Between a day and who acts behind it ("in February Washington froze it", "sent 70 men in May and Chad 150").
_TO_ACTOR = re.compile(lambda: rf",?(?: {re.any_of(closed('coordinators'))})?(?: the)? ?")
_ACTOR = re.compile(r",?(?: the)? ?")
# Whose act something is: "drafted by Panama and the United States".
_BY = re.compile(lambda: rf"\b{re.any_of(words('led_by'))} (?:the )?(?:[A-Z][\w’'-]*(?:, | and | )(?:the )?){{0,6}}$")
# How far back that "by" may stand, in code points.
_AGENTS = 90
_RELATIVE = re.compile(lambda: rf"\b{re.any_of(words('object_relatives'))} (?:the )?$")
# How far back the pronoun of such a clause may stand, in code points.
_LEAD = 12
_NEXT = re.compile(lambda: rf"\b{re.any_of(words('later_clauses'))} (.*)$")


def is_behind_day(dates: Iterable[DateMention], place: PlaceMention, view: str) -> bool:
    """Whether a day stands right before a place, and no preposition between: the place is who acts.

    Behind a coordinator only a state is: "took Goma in May and Bukavu in June".
    """
    between = _TO_ACTOR if place.precision == "country" else _ACTOR
    return any(
        date.char_end < place.char_start and between.fullmatch(view, date.char_end, place.char_start) is not None
        for date in dates
    )


def is_agent(place: PlaceMention, view: str) -> bool:
    """Whether a state is told to have done something, alone or as one of several."""
    before = view[max(0, place.char_start - _AGENTS) : place.char_start]
    return place.precision == "country" and _BY.search(before) is not None


def is_claimant(place: PlaceMention, view: str) -> bool:
    """Whether a state does something in a clause on a ground: "sailed into waters that Greece claims"."""
    if (
        place.precision != "country"
        or _RELATIVE.search(view, max(0, place.char_start - _LEAD), place.char_start) is None
    ):
        return False
    behind = _WORD.search(view[place.char_end : place.char_end + _AGENTS].lower())
    return behind is not None and (behind[0] in finite_words() or behind[0].endswith("s"))


def is_of_later_clause(gap: str) -> bool:
    """Whether a clause of what came after opens between a count and a place ("killed 40 before they fled to Chad")."""
    behind = _NEXT.search(gap)
    told = _WORD.findall(behind[1]) if behind is not None else []
    return any(word in finite_words() or word.endswith("ed") for word in told[1:])
