"""Figures in table cells: unit, role, force, place and date from the cell, its header, its row and the caption."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.extract.figures import columns
from sitrep.extract.figures.binding import ANYWHERE
from sitrep.extract.figures.governed import inherent
from sitrep.extract.figures.prose import Prose
from sitrep.extract.figures.roles import words
from sitrep.extract.figures.rows import row
from sitrep.extract.figures.sides import GUESSED
from sitrep.extract.figures.surroundings import NOBODY, Force
from sitrep.extract.figures.units import Hit
from sitrep.folding import fold
from sitrep.model import Cue, DateMention, NumberMention, PlaceMention

Row = dict[str, Any]

_HUMAN = frozenset({"killed", "wounded", "missing", "captured", "casualties", "released", "recruited", "trained"})
# What befalls nobody but men: beside such counts a row names arms that it was done with.
_SUFFERED = frozenset({"killed", "wounded"})
# Of contingents that rows name, columns count the men alone: "On the ground", "To come".
_PLACED = frozenset({"deployed", "reinforcing", "withdrawn"})
_COUNTED = frozenset({"count", "age", "list_number", "unit_number"})
# The longest preposition before a place, with an article (code points).
_PREPOSITION = 16
_SEARCHED = 3000
# The longest line above a table that can be its caption, in code points.
_LINE = 120
# The words that may stand behind a count of a cell that holds several.
_SEGMENT = 6
# How far before a cell a count may begin that runs into it.
_ACROSS = 24


@cache
def _roles() -> dict[str, str]:
    groups = lexicons.load("figure_tables")["roles"]
    return {phrase: role for role, phrases in groups.items() for phrase in phrases}


@cache
def _headed(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("figure_tables")[group])


@dataclass
class _Caption:
    """What stands over a table: where it is on the page, and what it tells of all cells."""

    role: str | None
    unit: Hit | None
    date: DateMention | None
    cue: Cue | None
    force: Force
    place: PlaceMention | None = None


def read(prose: Prose, figures: Sequence[Row], tables: Sequence[Row], cells: Sequence[Row]) -> list[Row]:
    """The rows of ``troop_figures`` that the cells of a page's tables state; ``figures`` are those of its prose."""
    by_table: dict[str, list[Row]] = defaultdict(list)
    for cell in cells:
        by_table[cell["table_id"]].append(cell)
    rows: list[Row] = []
    for table in tables:
        before = [
            r for r in figures if 0 <= table["char_start"] - r["char_end"] < _SEARCHED and r["unit_kind"] != "civilian"
        ]
        last = before[-1] if before else None
        told = Force(last["force_text"], last["force_name"], last["force_country"]) if last else None
        rows.extend(_table(prose, table, by_table[table["table_id"]], told))
    return rows


def _role(text: str | None) -> str | None:
    """The role that a header names: by its whole wording, else by its first word that names one.

    A word for a size yields to one for what befell them: "gang members arrested".
    """
    if not text:
        return None
    words = fold(re.sub(r"\(.*?\)", " ", text)).split()
    roles = _roles()
    sized: str | None = None
    for size in range(len(words), 0, -1):
        for at in range(len(words) - size + 1):
            role = roles.get(" ".join(words[at : at + size]))
            if role == "strength" and size == 1 and words[-1] in roles:
                sized = role
            elif role is not None:
                return role
    return sized


def _table(prose: Prose, table: Row, cells: list[Row], told: Force | None) -> list[Row]:
    lines: dict[int, dict[int, Row]] = defaultdict(dict)
    for cell in cells:
        lines[cell["row"]][cell["col"]] = cell
    if not cells:
        return []
    caption = _caption(prose, table)
    block = _block(prose, table)
    header = lines.pop(0, {})
    found: list[Row] = []
    sides = columns.of_columns(prose.page, prose.mentions, header, list(lines.values()))
    for line in lines.values():
        first = _Line(prose, line, header)
        for col, cell in line.items():
            if cell["char_end"] <= cell["char_start"]:
                continue
            for number, stretch in _counts(prose, cell, first.role or _role(cell["header"])):
                first.side = sides.get(col, NOBODY)
                made = _figure(prose, cell, number, stretch, header.get(col), first, caption, told, block)
                if made is not None:
                    found.append(made)
    if not found or not (prose.context.at_war or caption.role):
        return []
    return found


def _block(prose: Prose, table: Row) -> int:
    for block in prose.page.blocks:
        if block.char_start <= table["char_start"] < block.char_end:
            return block.seq
    return 0


class _Line:
    """What the other cells of a row tell: unit, force, place, date, who says so; ``side`` is whose the column is."""

    def __init__(self, prose: Prose, line: dict[int, Row], header: dict[int, Row]):
        self.unit: Hit | None = None
        self.role: str | None = None
        self.force, self.place, self.date = NOBODY, None, None
        self.side = NOBODY
        self.sided = False
        self.source = -1, -1
        self.teller = NOBODY
        headed = {_role(cell["text"]) for cell in header.values()}
        self.coming = "reinforcing" in headed
        # Beside those killed and wounded, men gave themselves up, and no arms.
        self.of_men = bool(headed & _HUMAN)
        self._read(prose, line, header)

    def _read(self, prose: Prose, line: dict[int, Row], header: dict[int, Row]) -> None:
        page, mentions = prose.page, prose.mentions
        for col, cell in line.items():
            start, end = cell["char_start"], cell["char_end"]
            title = fold(header[col]["text"]).strip() if col in header else ""
            if cell["value_type"] in ("number", "quantity"):
                continue
            dates = [d for d in mentions.within("dates", start, end) if d.edtf]
            if dates and self.date is None:
                self.date = dates[0]
            hits = prose.units.hits_in(start, end)
            if hits and self.unit is None:
                models = [h for h in hits if h.unit.model]
                self.unit = models[-1] if models and hits[-1].unit.noun in words("craft") else hits[-1]
            if title in _headed("sources") and end > start:
                self.source = start, end
                telling = [a for a in mentions.within("actors", start, end) if a.country and a.kind == "state"]
                self.teller = Force(None, None, telling[0].country, True) if telling else NOBODY
                continue
            if col == 0 or len(title) == 0:
                self.role = self.role or _role(cell["text"])
            places = mentions.within("places", start, end)
            if (
                places
                and self.place is None
                and (title in _headed("places") or (places[0].precision != "country" and title not in _headed("sides")))
            ):
                self.place = places[0]
            self.sided = self.sided or title in _headed("sides")
            actors = [a for a in mentions.within("actors", start, end) if a.country and a.via not in GUESSED]
            if (
                actors
                and self.force.country is None
                and title not in _headed("places")
                and title not in _headed("no_sides")
            ):
                actor = actors[0]
                self.force = Force(page.quote(actor.char_start, actor.char_end), actor.name, actor.country)
            elif places and self.force.country is None and title in _headed("sides"):
                self.force = Force(cell["text"], places[0].name, places[0].country)


def _period(dates: Sequence[DateMention]) -> DateMention | None:
    """The date of a caption: a period that it names, rather than the day as of which it counts."""
    periods = [d for d in dates if "/" in d.edtf and ".." not in d.edtf]
    return (periods or dates or [None])[-1]


def _caption(prose: Prose, table: Row) -> _Caption:
    page, mentions = prose.page, prose.mentions
    nothing = _Caption(None, None, None, None, NOBODY)
    stretch = _captioned(prose, table) if table["caption"] else _line_above(prose, table)
    if stretch is None:
        return nothing
    start, end = stretch
    hits = [h for h in prose.units.hits_in(start, end) if h.unit.kind != "formation"]
    dates = [d for d in mentions.within("dates", start, end) if d.edtf]
    cues = [c for c in mentions.within("cues", start, end) if c.source_start >= 0]
    actors = [
        a
        for a in mentions.within("actors", start, end)
        if a.country
        and a.via not in GUESSED
        and not (cues and cues[0].source_start <= a.char_start < cues[0].source_end)
    ]
    force = (
        Force(page.quote(actors[0].char_start, actors[0].char_end), actors[0].name, actors[0].country)
        if actors
        else NOBODY
    )
    return _Caption(
        _role(table["caption"]),
        hits[0] if hits else None,
        _period(dates),
        cues[0] if cues else None,
        force,
        next(iter(mentions.within("places", start, end)), None),
    )


def _is_where(prose: Prose, place: PlaceMention | None) -> bool:
    """Whether a caption names a place as where things are: "Forces in Georgia", and not "Georgia's forces"."""
    before = prose.page.view[max(0, place.char_start - _PREPOSITION) : place.char_start] if place else ""
    return not words("going_into").isdisjoint(before.lower().removesuffix("the ").split()[-1:])


def _captioned(prose: Prose, table: Row) -> tuple[int, int] | None:
    """Where the caption that the layout tells stands on the page."""
    page = prose.page
    low = max(0, table["char_start"] - _SEARCHED)
    words = table["caption"].split()[:12]
    place = re.compile(r"\s+".join(map(re.escape, words))).search(
        page.view, low, min(len(page.view), table["char_end"] + _SEARCHED)
    )
    return (place.start(), place.start() + len(table["caption"]) + 8) if place is not None else None


def _line_above(prose: Prose, table: Row) -> tuple[int, int] | None:
    """The short line right above a table, which is no sentence: it is a caption that the layout does not tell."""
    above = [b for b in prose.page.blocks if b.char_end <= table["char_start"]]
    if not above:
        return None
    start, end = above[-1].char_start, above[-1].char_end
    text = prose.page.view[start:end].rstrip()
    return (start, end) if len(text) <= _LINE and not text.endswith((".", "!", "?")) else None


def _counts_men(role: str | None, header: Row | None) -> bool:
    """Whether a column tells of the men of the formations that its rows name."""
    return role in _HUMAN or (header is not None and bool(_headed("men") & {*fold(header["text"]).split()}))


def _of_people(header: Row | None) -> bool:
    """Whether a column counts deaths without a word of whose."""
    return header is not None and bool(_headed("people") & {*fold(header["text"]).split()})


def _counts(prose: Prose, cell: Row, role: str | None) -> list[tuple[NumberMention, tuple[int, int]]]:
    """The counts of a cell, each with the stretch that tells of it: several only where a label says what they are.

    "12,000 men, 300 guns" beside "Strength" is two counts. A cell of prose is none: its words are read as a sentence's.
    """
    start, end = cell["char_start"], cell["char_end"]
    alone = _parted(prose, cell)
    if alone is not None:
        return [(alone, (start, end))]
    numbers = [n for n in prose.mentions.within("numbers", start, end) if n.kind in _COUNTED]
    if any(n.low is not None and n.low < 0 for n in numbers):
        return []
    if len(numbers) == 1 and cell["value_type"] in ("number", "quantity"):
        return [(numbers[0], (start, end))]
    if len(numbers) == 1 and (numbers[0].char_start, numbers[0].char_end) == (start, end):
        # A number in words is all that stands in the cell.
        return [(numbers[0], (start, end))]
    if not numbers or role is None or cell["value_type"] == "date":
        return []
    ends = [n.char_start for n in numbers[1:]] + [end]
    short = all(len(prose.page.view[n.char_end : e].split()) <= _SEGMENT for n, e in zip(numbers, ends, strict=True))
    opens = len(prose.page.view[start : numbers[0].char_start].split()) <= 1
    return [(n, (n.char_end, e)) for n, e in zip(numbers, ends, strict=True)] if short and opens else []


def _parted(prose: Prose, cell: Row) -> NumberMention | None:
    """The count of a cell that was read as one with that of the next column ("400 112" in two columns), or None."""
    start, end, value = cell["char_start"], cell["char_end"], cell["value_number"]
    if value is None or cell["value_type"] != "number":
        return None
    near = prose.mentions.within("numbers", max(0, start - _ACROSS), end)
    across = next((n for n in near if n.char_end > start and (n.char_start < start or n.char_end > end)), None)
    if across is None:
        return None
    opens = across.char_start >= start
    first = across.number_start if opens else start
    count = round(value) if value == round(value) else value
    return NumberMention(start, end, first, end, count, count, count, across.qualifier if opens else "exact")


def _figure(
    prose: Prose,
    cell: Row,
    number: NumberMention,
    stretch: tuple[int, int],
    header: Row | None,
    line: _Line,
    caption: _Caption,
    told: Force | None,
    block: int,
) -> Row | None:
    whole = stretch[0] == cell["char_start"]
    own = prose.units.hits_in(*stretch)
    headed = prose.units.hits_in(header["char_start"], header["char_end"]) if header else []
    role = _role(header["text"] if header else None) if whole else _role(prose.page.view[slice(*stretch)])
    of_one = bool(headed) and headed[0].unit.kind == "formation" and headed[0].unit.plural is False
    if of_one and (line.unit is not None or role in _HUMAN):
        # A column headed "Fleet" counts what its rows name, one headed "Army killed" the men of one.
        headed = []
    hit = own[-1] if own else headed[0] if headed else line.unit or caption.unit
    hit = None if hit is not None and not own and hit.unit.noun in inherent() else hit
    men = hit is not None and hit is line.unit and hit.unit.kind == "formation" and _counts_men(role, header)
    means = hit is not None and hit is line.unit and hit.unit.kind == "equipment" and role in _SUFFERED
    hit = None if men or means else hit
    if role is None or (role == "strength" and line.role is not None):
        role = line.role or role
    if role == "strength" and headed and caption.role in _HUMAN:
        # "Deaths, 1–7 October" over "Civilians", "Soldiers", "Fighters": of each, so many died.
        role = caption.role
    if role is None and (own or headed):
        role = caption.role
    if role is None and headed and (line.force.country is not None or line.sided):
        role = "strength"
    if role is None and whole and line.side is not NOBODY and line.unit is not None:
        # "Battle tanks" under "Algeria" and "Morocco"
        role = caption.role or "strength"
    force = line.force if line.side is NOBODY else line.side
    if role in _HUMAN and line.teller.country not in (None, force.country):
        # "Taliban overran two posts", "23 soldiers", "Islamabad": a side tells of its own dead.
        force = line.teller
    sized = (role == "strength" or (role in _PLACED and line.sided)) and force is not NOBODY
    if role is None or (role == "strength" and hit is None and not men and not sized):
        return None
    people = hit is None and not men and force.country is None and _of_people(header)
    kind = hit.unit.kind if hit else "civilian" if people else "personnel"
    of_men = line.of_men and role in ("surrendered", "deserted")
    if hit is None and role not in _HUMAN and not men and not sized and not of_men:
        return None
    if kind == "equipment":
        role = "destroyed" if role in ("killed", "wounded", "casualties", "missing") else role
    elif role == "destroyed":
        role = "killed" if kind != "formation" else role
    elif role == "supplied" and kind != "civilian":
        role = "reinforcing"
    if kind == "civilian" and role not in _HUMAN:
        return None
    place = line.place or (caption.place if role not in ANYWHERE or _is_where(prose, caption.place) else None)
    # Beside those who are to come, the day of a row is when they will.
    there = role == "deployed" and line.coming
    date = caption.date if there else line.date or caption.date
    if kind == "civilian" and place is not None:
        force = Force(None, None, place.country)
    elif force.country is None:
        force = caption.force
        if force.country is None and place is not None and role in _HUMAN:
            force = Force(None, None, place.country)
        if force.country is None and told is not None:
            force = told
    doubt = "?" in cell["text"]
    cue = caption.cue
    coming = role == "reinforcing"
    source = (cue.source_start, cue.source_end) if cue is not None else line.source
    modality = "possible" if doubt else "planned" if coming else "reported" if source[0] >= 0 else "asserted"
    flags = {"vague"} if number.qualifier == "vague" else set()
    return row(
        prose.page, number, block, cell["cell_id"], kind, hit.unit.noun.lower() if hit else None, role, force, place,
        date, modality, source, cue, flags, 0.8,
    )  # fmt: skip
