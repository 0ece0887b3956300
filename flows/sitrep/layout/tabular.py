"""Find the tables among the lines of a text, whatever their form, before their cells are read.

``regions(texts)`` is all that layout needs; the cells of what it finds are read in ``extract.tables``. A page without
tables costs a few tests a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitrep import patterns as re
from sitrep.commas import counts as comma_counts
from sitrep.gutters import gutters, has_leader, without_leaders
from sitrep.layout import tabular_flat

_RULE_CHARS = frozenset("|:-+= \t")
# Two spaces behind the end of a sentence are how typewriters wrote, and no gutter.
_GAP = re.compile(r"(?<![.?!:\"”)\s])(?: {2,}|\t)|[.?!:\"”)] {3,}")
_BULLET = re.compile(r"\s*(?:[-*+•▪●◦‣·–—]|\d{1,3}[.)]|[a-z][.)]|\([a-z\d]{1,3}\))\s")
_KEY_VALUE = re.compile(r"\s*([A-Z][^:|\t.?!]{1,40}):\s+(\S.{0,60})$")
_QUESTION_KEYS = frozenset("qa")
# A text without any of these, and without leader dots, holds no cells that signs or spaces part.
_PARTING = ("|", "\t", ";", "  ", ",")
# So many values and lines of values parted by commas are a table, none of them wider: fewer and wider ones are prose.
_FEWEST_VALUES, _FEWEST_LINES, _WIDEST_VALUE = 3, 3, 80
# What stands between tabs or pipes and is wider than this, in code points, is prose and no cell.
_WIDEST_CELL = 120
MAX_LINES = 2000


class Region(NamedTuple):
    """Lines ``first`` to ``last`` (both included) are one table of ``source_form``.

    ``caption`` is the index of the line that captions it (outside the region), or None.
    """

    first: int
    last: int
    source_form: str
    caption: int | None = None


def regions(texts: Sequence[str]) -> list[Region]:
    """The tables of a plain text or Markdown document, in order, none overlapping another.

    ``texts`` are all its lines in order, blank ones included, each with its indentation and without its line end. The
    caller makes one table block of each region, from the start of its first line to the end of its last, and a caption
    of the line that ``caption`` names. Time is linear in the text.
    """
    found: list[Region] = []
    bare = list(map(str.strip, texts))
    whole = "\n".join(bare)
    plain = not any([sign in whole for sign in _PARTING]) and not has_leader(whole)
    start = 0
    for i, text in enumerate([*bare, ""]):
        if text:
            continue
        if i - start >= 2:
            found += (
                _spaced_regions(texts, bare, start, i, False) if plain else _paragraph_regions(texts, bare, start, i)
            )
        start = i + 1
    return [region._replace(caption=_caption(texts, region)) for region in found]


def is_rule(text: str) -> bool:
    """Whether a line only rules off rows: ``---``, ``|:--|--:|``, ``+---+---+``, ``====``."""
    return len(text) > 1 and ("-" in text or "=" in text) and _RULE_CHARS.issuperset(text)


def _paragraph_regions(texts: Sequence[str], bare: list[str], start: int, end: int) -> list[Region]:
    """The tables among consecutive lines that are not blank; ``bare`` are the lines without their indentation."""
    found: list[Region] = []
    whole = "\n".join(bare[start:end])
    if not ("|" in whole or "\t" in whole or whole.count(";") >= 4):
        by_commas = _by_commas(bare[start:end]) if whole.count(",") >= _FEWEST_VALUES * 2 else None
        if by_commas is not None:
            return [Region(start + by_commas[0], start + by_commas[1], "delimited")]
        spaced = "  " in whole or has_leader(whole)
        return _spaced_regions(texts, bare, start, end, spaced)
    marks = [_delimiters(texts[i]) for i in range(start, end)]
    i = start
    while i < end:
        mark = marks[i - start]
        last = None
        if mark:
            last, form = _delimited(texts, marks, start, i, end)
        if last is None:
            i += 1
            continue
        found.append(Region(i, last, form))
        i = last + 1
    free = start
    for region in [*found, Region(end, end, "")]:
        if region.first - free >= 2:
            found += _spaced_regions(texts, bare, free, region.first, True)
        free = region.last + 1
    return sorted(found)


def _by_commas(lines: Sequence[str]) -> tuple[int, int] | None:
    """The first and last of the lines whose values commas part, as many in each; None where there are too few."""
    found = [comma_counts(line) for line in lines]
    usual = max(found)
    if usual < _FEWEST_VALUES:
        return None
    inside = [i for i, count in enumerate(found) if count == usual]
    first, last = inside[0], inside[-1]
    if len(inside) < max(_FEWEST_LINES, last - first + 1):
        return None
    widest = max(len(value) for line in lines[first : last + 1] for value in line.split(","))
    return (first, last) if widest <= _WIDEST_VALUE else None


def _delimiters(text: str) -> str:
    """The characters of a line that may part cells."""
    return ("|" if "|" in text else "") + ("\t" if "\t" in text.strip() else "") + (";" if text.count(";") > 1 else "")


def _delimited(texts: Sequence[str], marks: list[str], start: int, i: int, end: int) -> tuple[int | None, str]:
    """The last line of a delimited or Markdown table that starts at line ``i``, and its form; None where none does."""
    for sign in marks[i - start]:
        last = i
        while last + 1 < end and last - i < MAX_LINES and (sign in marks[last + 1 - start] or is_rule(texts[last + 1])):
            last += 1
        rows = [j for j in range(i, last + 1) if not is_rule(texts[j])]
        if not rows:
            return None, ""
        ruled = len(rows) <= last - i
        if sign == "|" and ruled and i + 1 <= last and is_rule(texts[i + 1]) and "|" in texts[i]:
            return last, "markdown"
        counts = [_count(texts[j], sign) for j in rows]
        usual = max(set(counts), key=counts.count)
        # The header has all tabs; behind the last cell of other rows that holds something they may be missing.
        if sign == "\t" and len(counts) > _FEWEST_LINES and counts[0] == max(counts):
            usual = counts[0]
            if usual > 1 and max(len(cell) for j in rows for cell in texts[j].split(sign)) <= _WIDEST_CELL:
                return rows[-1], "delimited"
        # Behind a tab the last cells of a row may be empty, and their tabs gone with the end of the line.
        while counts and (counts[-1] > usual if sign == "\t" else abs(counts[-1] - usual) > (usual > 2)):
            counts.pop(), rows.pop()
        steady = counts.count(usual) >= 0.7 * len(counts) if counts else False
        if not steady or counts[0] != usual or usual < (2 if sign == ";" else 1):
            continue
        if sign == ";" and not _are_records([texts[j] for j in rows]):
            continue
        enough = 2 if usual > 1 or ruled else 3
        widest = max(len(cell) for j in rows for cell in texts[j].split(sign))
        if len(rows) >= enough and (widest <= _WIDEST_CELL if sign != ";" else widest <= 60):
            return rows[-1], "delimited"
    return None, ""


def _are_records(texts: Sequence[str]) -> bool:
    """Whether lines with semicolons are records and no list in prose: as many cells in each, none cut short."""
    return (
        len(texts) >= 3
        and len({text.count(";") for text in texts}) == 1
        and not any(text.rstrip().endswith((";", ".", ",")) or text.lstrip()[:1].islower() for text in texts)
        and all(len(cell.split()) <= 4 for cell in texts[0].split(";"))
    )


def _count(text: str, sign: str) -> int:
    return text.strip().strip("|").count("|") if sign == "|" else text.count(sign)


def _spaced_regions(texts: Sequence[str], bare: list[str], start: int, end: int, spaced: bool) -> list[Region]:
    """Tables by columns of spaces, key-value lists, and flattened tables."""
    aligned = [i for i in range(start, end) if _gap(bare[i])] if spaced else []
    if len(aligned) >= 2:
        first, last = aligned[0], aligned[-1]
        while first > start and is_rule(texts[first - 1]):
            first -= 1
        inside = [i for i in range(first, last + 1) if not is_rule(texts[i])]
        if len(aligned) >= 0.75 * len(inside) and gutters([without_leaders(texts[i]) for i in inside]):
            return [Region(first, last, "aligned")]
    if end - start >= 3:
        pairs = [_KEY_VALUE.match(texts[i]) for i in range(start, end)] if ":" in texts[start] else [None]
        if all(pairs) and _are_keys([(pair[1], pair[2]) for pair in pairs if pair]):
            return [Region(start, end - 1, "delimited")]
    # Lines of prose open with a small letter, but for the first.
    if end - start <= tabular_flat.MIN_ROWS or sum([text[:1].islower() for text in bare[start:end]]) * 5 > end - start:
        return []
    found = tabular_flat.find(texts[start:end])
    return [Region(start + first, start + last, "flattened") for first, last in found]


def _gap(text: str) -> bool:
    if "  " not in text and "\t" not in text and not has_leader(text):
        return False
    return not _BULLET.match(text) and (_GAP.search(text) is not None or has_leader(text))


def _are_keys(pairs: list[tuple[str, str]]) -> bool:
    keys = {key.lower() for key, _ in pairs}
    short = sum(len(value.split()) <= 8 and value[-1] not in ".?!" for _, value in pairs)
    return (
        len(keys) == len(pairs)
        and not keys & _QUESTION_KEYS
        and all(len(key.split()) <= 4 for key in keys)
        and short == len(pairs)
        and sum(any(c.isdigit() for c in value) for _, value in pairs) * 2 >= len(pairs)
    )


def _caption(texts: Sequence[str], region: Region) -> int | None:
    """The nearest line above that is numbered like a caption, blank lines apart."""
    above = region.first - 1
    while above >= 0 and above >= region.first - 3 and not texts[above].strip():
        above -= 1
    return above if above >= 0 and tabular_flat.CAPTION.match(texts[above]) else None
