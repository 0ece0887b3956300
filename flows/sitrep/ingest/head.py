"""The first lines of a text, and what they say about it: title and byline.

Layout decides on its own which blocks these are; here only metadata is read, where nothing else tells it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from sitrep import lexicons, signatures
from sitrep import patterns as re

_MOST_CHARS = 6000
_MOST_UNITS = 60
_PROSE_WORDS = 25
_WRAPPED_LINE = 45
_WIDEST_LINE = 160
_SHORT, _SHORTEST = 0.5, 0.6
_LINK = re.compile(r"!?\[([^\[\]\n]{0,200})\]\([^()\s]{0,500}\)")
_FIRST_MARKS = re.compile(r"(?:[#>\s]+|\\(?=[-*#])|[*_]{1,3}(?=\S)|[-*•▪]\s+)+")
# One set of characters opens the pattern, so that the engine can skip to them.
_MARKS = re.compile(r"[*_`\[](?:(?<=\*)\*|(?<=_)_|(?<=\S[*_])[*_]{0,2}$|(?<=`)|(?<=\[)\d{1,3}\](?=[^\W\d]))")
_HEADING = re.compile(r"^ {0,3}#{1,2}\s+\S")
_MENU = re.compile(r"\s[|›»>·•/]\s|\t")
_CUT = re.compile(
    lambda: (
        rf"\s+[|·•—–-]\s+|\s*\||\s*[(\[]|\s+{re.any_of(_words('behind_names'))}\s+(?=[A-Z\d])|,?\s+(?=\d)"
        r"|(?<=[a-z])(?=\d)|,\s+(?=[a-z]|(?:[A-Z][a-z]+ ){0,2}\d)"
    )
)
_NAME = re.compile(
    lambda: rf"(?:[^\W\d_a-z][\w.'’-]*|&|{re.any_of(_words('name_particles') | _words('between_names'))})\Z"
)
_BYLINE = re.compile(lambda: rf"{re.any_of(_words('bylines'))}\s*:?\s+(.+)", re.I)
_COLLECTIVE = re.compile(lambda: rf"{re.any_of(_words('collective_bylines'))}(?=$|\s*[|,·•—–-])", re.I)
# "Established 1921 — Late City Edition"
_MASTHEAD = re.compile(lambda: rf"{re.any_of(_words('mastheads'))}\s+(?:in\s+)?1[5-9]\d\d\b", re.I)
_TITLE_LABEL = re.compile(lambda: rf"\A{re.any_of(_words('title_labels'))}\s*:\s*", re.I)
_HANDLE = re.compile(r"@?[a-z][a-z0-9_.-]{1,30}\Z")
_SIGN_IN_HANDLE = re.compile(r"[\d_@]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of the head, or a paragraph of prose in one piece, without Markdown signs."""

    text: str
    is_prose: bool
    is_heading: bool

    @property
    def n_words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True)
class Head:
    """``units`` are the first lines, ``signing`` those of them, by index, that say who wrote."""

    units: tuple[Unit, ...]
    signing: frozenset[int]
    byline: str | None

    @cached_property
    def title_at(self) -> int | None:
        """The index of the title among the units, or None."""
        return _title_at(self.units, self.signing)

    @property
    def title(self) -> str | None:
        return None if self.title_at is None else _TITLE_LABEL.sub("", self.units[self.title_at].text, count=1)


def read(text: str) -> Head:
    """The head of a text: its first lines up to the third paragraph of prose, within the first 6,000 characters."""
    units = _units(text[:_MOST_CHARS])
    bylines = [(i, name) for i, unit in enumerate(units) if not unit.is_prose and (name := byline_of(unit.text))]
    if not bylines:
        bylines = _signatures(units)
    return Head(units, frozenset(i for i, _ in bylines), bylines[0][1] if bylines else None)


def _signatures(units: tuple[Unit, ...]) -> list[tuple[int, str]]:
    """The lines between the title and the first prose that are names alone and stand on or beside a line with a day."""
    from sitrep.ingest.dateline import is_date_line, tells_day  # the two read each other's lines

    first_prose = next((i for i, unit in enumerate(units) if unit.is_prose), len(units))
    found = []
    for i in range(1, first_prose):
        name = signatures.name_in(units[i].text)
        if name is None:
            continue
        beside = [units[j].text for j in (i - 1, i + 1, i + 2) if 0 < j < first_prose]
        if tells_day(units[i].text) or any(is_date_line(line) for line in beside):
            found.append((i, name))
    return found


def _units(text: str) -> tuple[Unit, ...]:
    units: list[Unit] = []
    n_prose = 0
    for paragraph in re.split(r"\n[ \t]*\n+", text):
        lines = [line for raw in paragraph.split("\n") if (line := raw.strip())]
        sizes = [len(line.split()) for line in lines]
        # Short lines above a paragraph head it, though no blank line parts them from it.
        widest = max(map(len, lines), default=0)
        n_short = next((i for i, line in enumerate(lines) if len(line) > _SHORT * widest), 0)
        paragraph = lines[n_short:]
        is_prose = sum(sizes[n_short:]) >= _PROSE_WORDS and (len(paragraph) == 1 or _is_wrapped(paragraph))
        # A long line among short ones is prose too.
        units += [
            Unit(_plain(line), size >= _PROSE_WORDS, bool(_HEADING.match(line)))
            for line, size in zip(lines[:n_short] if is_prose else lines, sizes, strict=False)
        ]
        if is_prose:
            units.append(Unit(_plain(" ".join(paragraph)), True, False))
        n_prose += is_prose
        if n_prose == 3 or len(units) >= _MOST_UNITS:
            break
    return tuple(units[:_MOST_UNITS])


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines are those of one paragraph: most are long, and none is so long that it was not wrapped."""
    widths = [len(line) for line in lines]
    if sum(widths) < _WRAPPED_LINE * len(lines) or max(widths) > _WIDEST_LINE:
        return False
    # Only the last line of a paragraph is much shorter than the others.
    return min(widths[:-1], default=0) >= _SHORTEST * max(widths) and not any(byline_of(line) for line in lines[1:])


def _plain(line: str) -> str:
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    first = _FIRST_MARKS.match(line)
    return _MARKS.sub("", line[first.end() :] if first else line).strip()


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("dateline")[group])


def byline_of(line: str) -> str | None:
    """The names in a line that says who wrote, without the words before and behind them; None where it does not."""
    if len(line) > 200:
        return None
    collective = _COLLECTIVE.match(line)
    if collective:
        return collective[0]
    match = _BYLINE.match(line)
    if not match or line.endswith((".", "?", "!", ":")):
        return None
    names = _CUT.split(match[1], maxsplit=1)[0].strip(" ,;")
    if match[1][len(names) :].lstrip()[:1].isdigit():
        names = _without_month(names)
    words = names.replace(",", " ").split()
    if not words or len(words) > 14:
        return None
    if all(_NAME.match(word) for word in words) and not words[0].islower():
        return names
    named = len(line.split()) <= 4 or bool(_SIGN_IN_HANDLE.search(words[0]))
    return names if len(words) == 1 and _HANDLE.match(words[0]) and named else None


def _without_month(names: str) -> str:
    """Names before a day without the name of its month: ``Ann Roe May`` before ``3, 2024``."""
    before, _, last = names.rpartition(" ")
    return before.rstrip(" ,") if before and last.lower().rstrip(".") in _months() else names


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in lexicons.load("dateline")["months"].values() for name in names)


def _title_at(units: tuple[Unit, ...], taken: frozenset[int]) -> int | None:
    from sitrep.ingest import dateline  # the two read each other's lines

    first_prose = next((i for i, unit in enumerate(units) if unit.is_prose), len(units))
    if len(units) < 2:
        return None
    candidates = []
    for i, unit in enumerate(units[:first_prose]):
        if i in taken or not _can_be_title(unit) or dateline.dates_whole(unit.text):
            continue
        if dateline.is_masthead(unit.text):
            continue
        if unit.is_heading or unit.n_words >= 4:
            return i
        candidates.append(i)
    return candidates[0] if candidates else None


def _can_be_title(unit: Unit) -> bool:
    text = unit.text
    if len(_MENU.findall(text)) >= 2 or text.casefold().strip(" :.!*") in _words("kickers"):
        return False
    if _MASTHEAD.match(text):
        return False
    if text.endswith((".", ",", ";")) and not text.endswith(("...", "U.S.", "U.N.")):
        return False
    return len(text) <= 300 and sum(map(str.isalpha, text)) >= 3
