"""How the counted are named in a row: the noun as written, in the singular and in lower case."""

from __future__ import annotations

from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import words
from sitrep.model import Page


def unit_name(page: Page, group: Group) -> str | None:
    """The ``unit`` of a group, None where its noun is left out."""
    if group.people is not None and group.hit is None:
        counted = group.number.number_end if group.form == "article" else group.number.char_end
        start = max(group.people.char_start, counted)
        text = " ".join(page.view[start : group.people.char_end].lower().split()).removeprefix("of ")
        first, _, rest = text.partition(" ")
        text = rest if rest and first in words("skipped") else text
        return text[:-1] if text.endswith("s") and not text.endswith("ese") else text
    if group.form == "unknown":
        return _last_word(page, group)
    if group.hit is None:
        return None
    if group.coordinated is not None:
        return f"{group.hit.unit.noun} and {group.coordinated.unit.noun}".lower()
    return group.hit.unit.noun.lower()


def _last_word(page: Page, group: Group) -> str:
    text = page.view[group.number.char_end : group.number.char_end + 80].split()
    word = text[min(group.end - group.number_end, len(text)) - 1].lower().rstrip('.,;:!?)"”')
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")
