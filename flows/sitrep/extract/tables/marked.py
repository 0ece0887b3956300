"""Tables whose cells a sign parts: Markdown pipes, tabs, pipes, semicolons, commas, and lists of ``Key: value``."""

from __future__ import annotations

from sitrep import commas
from sitrep import patterns as re
from sitrep.extract.tables.grid import Cell, Grid, cell
from sitrep.extract.tables.header import part_header

Line = tuple[int, int]

_RULE = re.compile(r"[\s|:+=-]*[-=]{1,}[\s|:+=-]*")
_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CODE = re.compile(r"`[^`\n]*`")
_KEY = re.compile(r":\s+")


def is_rule(text: str) -> bool:
    """Whether a line only rules off rows."""
    return len(text) > 1 and _RULE.fullmatch(text) is not None


def read_markdown(text: str, view: str, lines: list[Line]) -> Grid:
    """The grid of a Markdown table: its first row is the header, and short rows are filled up."""
    rows = [_pipe_cells(text, view, a, b) for a, b in lines if not is_rule(text[a:b])]
    width = len(rows[0])
    header, body = rows[0], [_fit(row, width) for row in rows[1:]]
    if not any(c.text for c in header) and body:
        return Grid(body, None)
    return Grid(body, header)


def read_delimited(text: str, view: str, lines: list[Line]) -> Grid:
    """The grid of lines parted by tabs, pipes, semicolons, commas or, where there is none of them, the first colon."""
    kept = [(a, b) for a, b in lines if not is_rule(text[a:b])]
    ruled = len(lines) > 1 and is_rule(text[slice(*lines[1])]) and len(kept) == len(lines) - 1
    whole = [text[a:b] for a, b in kept]
    counts = {sign: [line.strip().count(sign) for line in whole] for sign in "\t|;"}
    steady = [s for s in "\t|;" if counts[s] and sorted(counts[s])[len(whole) // 2] > 0]
    by_commas = not steady and all(map(commas.counts, map(str.strip, whole)))
    if not steady and not by_commas:
        return Grid([_key_value(text, view, a, b) for a, b in kept], None)
    sign = steady[0] if steady else ","
    if sign == ",":
        rows = [_values(text, view, a, b) for a, b in kept]
    elif sign == "|":
        rows = [_pipe_cells(text, view, a, b) for a, b in kept]
    else:
        rows = [_split(text, view, a, b, sign) for a, b in kept]
    width = max(map(len, rows))
    ragged = sum(len(row) != width for row in rows)
    rows = [_fit(row, width) for row in rows]
    header, body = (rows[0], rows[1:]) if ruled else part_header(rows)
    return Grid(body, header, confidence=1.0 - 0.5 * ragged / len(rows))


def _pipe_cells(text: str, view: str, start: int, end: int) -> list[Cell]:
    line = _CODE.sub(lambda code: code[0].replace("|", " "), text[start:end])
    body = line.strip()
    at = start + len(line) - len(line.lstrip()) + body.startswith("|")
    stops = [m.end() - 1 + start for m in _PIPE.finditer(line) if m.end() - 1 + start >= at]
    stop = start + len(line.rstrip())
    if not stops or stops[-1] != stop - 1:
        stops.append(stop)
    found = []
    for to in stops:
        found.append(_shown(cell(text, at, to, view)))
        at = to + 1
    return found


def _shown(found: Cell) -> Cell:
    text = found.text
    if "\\" in text or "<" in text:
        text = " ".join(_BREAK.sub(" ", text.replace("\\|", "|")).split())
    return found if text is found.text else Cell(found.char_start, found.char_end, text)


def _split(text: str, view: str, start: int, end: int, sign: str) -> list[Cell]:
    found, at = [], start
    stop = start + len(text[start:end].rstrip(" \r"))
    while True:
        to = text.find(sign, at, stop)
        if to < 0:
            return [*found, cell(text, at, stop, view)]
        found.append(cell(text, at, to, view))
        at = to + 1


def _values(text: str, view: str, start: int, end: int) -> list[Cell]:
    found = [cell(text, start + a, start + b, view) for a, b in commas.values(text[start:end].rstrip(" \r"))]
    return [Cell(c.char_start, c.char_end, c.text.replace('""', '"')) for c in found]


def _key_value(text: str, view: str, start: int, end: int) -> list[Cell]:
    colon = _KEY.search(text, start, end)
    if colon is None:
        return [cell(text, start, end, view), Cell(end, end, "")]
    return [cell(text, start, colon.start(), view), cell(text, colon.end(), end, view)]


def _fit(row: list[Cell], width: int) -> list[Cell]:
    end = row[-1].char_end
    return row[:width] + [Cell(end, end, "")] * (width - len(row))
