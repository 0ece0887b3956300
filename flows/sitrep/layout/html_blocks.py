"""HTML to drafts of blocks: what its elements say of kind and place."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep.layout import plain
from sitrep.layout.drafts import Draft
from sitrep.model import Document, Element

_PIECE = re.compile(r"\S(?:[^\n]*\S)?")
_NAME = re.compile(r"[a-z]+|[A-Z][a-z]*")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_KINDS = {"figcaption": "caption", "caption": "caption", "blockquote": "quote", "dt": "heading"}
_BYLINE_NAMES = frozenset({"byline", "author", "dateline", "meta", "timestamp", "published", "pubdate"})
_OUTSIDE_TAGS = frozenset({"nav", "footer", "form", "button", "label", "menu", "dialog", "search", "fieldset"})
_OUTSIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "form"})
_NEVER_OUTSIDE = frozenset({"html", "body", "main", "h1"})
_MIN_PROSE = 80
# An element that holds this share of the page's prose is the article, whatever its class says.
_MOST = 0.5


class _Links:
    """How much of any stretch of text is links."""

    def __init__(self, elements: tuple[Element, ...]):
        links = [(e.char_start, e.char_end) for e in elements if e.tag == "a" and e.char_end > e.char_start]
        self.starts = [start for start, _ in links]
        self.ends = [end for _, end in links]

    def share(self, start: int, end: int) -> float:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        linked = sum(min(self.ends[i], end) - self.starts[i] for i in range(first, last))
        if first and self.ends[first - 1] > start:
            linked += min(self.ends[first - 1], end) - start
        return min(1.0, linked / (end - start))


class _Outline(NamedTuple):
    """What the elements of a page say as a whole: data tables and cells, what is outside, where the main part is."""

    tables: dict[int, list[tuple[int, int]]]
    outside: set[int]
    main: tuple[int, int]
    links: _Links


def read(document: Document) -> list[Draft]:
    """Drafts that cover a rendered HTML document, in order, with the kinds that its elements alone decide."""
    text, elements = document.text, document.elements
    tables = _data_tables(elements)
    pieces = _pieces(text, elements, tables)
    prose = _prose(text, pieces)
    outside = _outside(elements, prose)
    page = _Outline(tables, outside, _main(elements, prose, outside), _Links(elements))
    return [_draft(text, elements, piece, page) for piece in pieces]


def _chain(elements: tuple[Element, ...], index: int) -> list[int]:
    chain = []
    while index >= 0:
        chain.append(index)
        index = elements[index].parent
    return chain


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    lists = lexicons.load("layout_boilerplate")
    return frozenset(lists["html_names"]), frozenset(lists["html_kept_names"])


def _data_tables(elements: tuple[Element, ...]) -> dict[int, list[tuple[int, int]]]:
    """Tables that hold data, with the spans of their cells that are not empty; outermost ones only.

    Data stand in two rows and two columns or more, and most cells are no paragraphs: else the table is there for looks.
    """
    rows: dict[int, set[int]] = {}
    cells: dict[int, list[Element]] = {}
    inside: dict[int, int] = {}
    for i, element in enumerate(elements):
        table = i if element.tag == "table" else inside.get(element.parent, -1)
        inside[i] = table
        if element.tag in ("td", "th") and table >= 0:
            cells.setdefault(table, []).append(element)
            rows.setdefault(table, set()).add(element.parent)
    found: set[int] = set()
    for table, own in cells.items():
        n_rows = len(rows[table])
        headed = any(cell.tag == "th" for cell in own)
        long = sum(cell.char_end - cell.char_start > 300 for cell in own)
        if elements[table].attributes.get("role") in ("presentation", "none"):
            continue
        if n_rows >= 2 and len(own) >= 2 * n_rows - 1 and (long * 4 <= len(own) or (headed and long * 2 <= len(own))):
            found.add(table)
    return {
        table: [(cell.char_start, cell.char_end) for cell in cells[table] if cell.char_end > cell.char_start]
        for table in sorted(found)
        if not any(up in found for up in _chain(elements, elements[table].parent))
    }


def _pieces(text: str, elements: tuple[Element, ...], tables: dict[int, list]) -> list[tuple[int, int, int]]:
    """``(char_start, char_end, innermost element)`` of each stretch that one element holds, data tables as one."""
    marks = []
    for match in _PIECE.finditer(text):
        at, line_end = match.start(), match.end()
        for cell in re.finditer(r"[^\t]*[^\t\s]", text[at:line_end]):
            lead = len(cell[0]) - len(cell[0].lstrip())
            marks.append((at + cell.start() + lead, at + cell.end()))
    pieces: list[tuple[int, int, int]] = []
    stack: list[int] = []
    next_element = 0
    table_end = -1
    for start, end in marks:
        while next_element < len(elements) and elements[next_element].char_start <= start:
            stack.append(next_element)
            next_element += 1
        stack = [i for i in stack if elements[i].char_end > start]
        table = next((i for i in stack if i in tables), None)
        owner = _innermost(elements, stack, start, end)
        in_caption = any(elements[i].tag == "caption" for i in stack)
        if table is not None and not in_caption:
            if start < table_end:
                continue
            table_end = tables[table][-1][1]
            pieces.append((start, table_end, table))
            continue
        pieces.append((start, end, owner))
    return pieces


def _innermost(elements: tuple[Element, ...], stack: list[int], start: int, end: int) -> int:
    holders = [i for i in stack if elements[i].char_start <= start and elements[i].char_end >= end]
    return max(holders, default=-1)


def _prose(text: str, pieces: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    return [
        (start, end, owner)
        for start, end, owner in pieces
        if end - start >= _MIN_PROSE and text[end - 1] in ".!?…\"”’'»)" and " " in text[start:end]
    ]


def _share(elements: tuple[Element, ...], prose: list[tuple[int, int, int]]) -> dict[int, int]:
    """The characters of prose that each element holds."""
    held: dict[int, int] = {}
    for start, end, owner in prose:
        for i in _chain(elements, owner):
            held[i] = held.get(i, 0) + end - start
    return held


def _outside(elements: tuple[Element, ...], prose: list[tuple[int, int, int]]) -> set[int]:
    """Elements that are no part of the article by tag, role, class or id, each with all that it holds."""
    held = _share(elements, prose)
    total = max(1, sum(end - start for start, end, _ in prose))
    names, kept = _names()
    outside: set[int] = set()
    for i, element in enumerate(elements):
        if element.parent in outside:
            outside.add(i)
            continue
        attributes = element.attributes
        if element.tag in _NEVER_OUTSIDE or held.get(i, 0) > _MOST * total:
            continue
        named = _is_named(attributes, names)
        beside = (element.tag == "aside" or named) and not _is_named(attributes, kept)
        if beside or element.tag in _OUTSIDE_TAGS or attributes.get("role") in _OUTSIDE_ROLES:
            outside.add(i)
    return outside


def _is_named(attributes: dict[str, str], names: frozenset[str]) -> bool:
    value = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if value == " ":
        return False
    for word in value.split():
        parts = [part.lower() for part in _NAME.findall(word)]
        if any(part in names for part in parts) or "".join(parts) in names:
            return True
    return False


def _main(elements: tuple[Element, ...], prose: list[tuple[int, int, int]], outside: set[int]) -> tuple[int, int]:
    """The span that holds the article: its ``article`` elements, else the smallest element with most of the prose."""
    inside = [(start, end, owner) for start, end, owner in prose if owner not in outside]
    if not inside:
        return 0, 1 << 60
    held = _share(elements, inside)
    total = sum(end - start for start, end, _ in inside)
    articles = [
        i for i in held if elements[i].tag == "article" or elements[i].attributes.get("itemprop") == "articleBody"
    ]
    if articles:
        most = max(held[i] for i in articles)
        if most * 3 >= total:
            large = [elements[i] for i in articles if held[i] * 4 >= most]
            return min(e.char_start for e in large), max(e.char_end for e in large)
    fitting = [i for i in held if held[i] >= 0.75 * total]
    if not fitting:
        return 0, 1 << 60
    best = max(fitting)
    return elements[best].char_start, elements[best].char_end


def _draft(
    text: str,
    elements: tuple[Element, ...],
    piece: tuple[int, int, int],
    page: _Outline,
) -> Draft:
    start, end, owner = piece
    chain = _chain(elements, owner)
    draft = Draft(text, start, end)
    draft.outside = owner in page.outside or start >= page.main[1]
    draft.before_main = end <= page.main[0]
    draft.in_html = True
    _read_kind(draft, elements, chain, page)
    if not draft.kind:
        plain.read_signs(draft)
    draft.link_share = page.links.share(start, draft.char_end)
    return draft


def _read_kind(draft: Draft, elements: tuple[Element, ...], chain: list[int], page: _Outline) -> None:
    if chain and chain[0] in page.tables:
        draft.kind, draft.source_form, draft.rows = "table", "html", page.tables[chain[0]]
        return
    tags = [elements[i].tag for i in chain]
    for tag in tags:
        if tag in _HEADINGS:
            draft.kind, draft.level = "heading", _HEADINGS[tag]
        elif tag == "img":
            draft.kind, draft.url = "image", elements[chain[0]].attributes.get("src", "")
            # A picture that is a link and no figure leads away: an advertisement or another story.
            draft.outside = draft.outside or ("a" in tags and "figure" not in tags)
        elif tag in ("li", "dd"):
            draft.kind, draft.level = "bullet", sum(t in ("ul", "ol") for t in tags) or 1
        elif tag in _KINDS:
            draft.kind = _KINDS[tag]
        else:
            continue
        return
    whole = {
        elements[i].tag
        for i in chain
        if elements[i].char_start == draft.char_start and elements[i].char_end == draft.char_end
    }
    if whole & {"b", "strong"}:
        draft.emphasis = "bold"
    elif whole & {"em", "i"}:
        draft.emphasis = "italic"
    draft.named_byline = any(_is_named(elements[i].attributes, _BYLINE_NAMES) for i in chain[:3])
