"""HTML to drafts of blocks: what its elements say of kind and place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.folding import fold
from sitrep.layout import cards, plain
from sitrep.layout.cards import Links, Piece
from sitrep.layout.drafts import Draft
from sitrep.layout.stops import has_stop
from sitrep.model import Document, Element

_CELL = re.compile(r"[^\s\t](?:[^\t]*[^\s\t])?")
_PIECE = re.compile(r"\S(?:[^\n]*\S)?")
_CLOSES = frozenset(".!?…:;\"'”’»)]*_|>")
_NAME = re.compile(r"[a-z]+|[A-Z][a-z]*")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_KINDS = {"figcaption": "caption", "caption": "caption", "blockquote": "quote", "dt": "heading"}
_OUTSIDE_TAGS = frozenset({"nav", "footer", "form", "button", "label", "menu", "dialog", "search", "fieldset"})
_OUTSIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "form"})
_NEVER_OUTSIDE = frozenset({"html", "body", "main", "h1"})
_MIN_PROSE = 80
_DEEPEST = 100
# The share of the page's prose that tells an article element, the share of the largest one's that another of the same
# page must hold (the posts of a live blog), and the share that tells an article where no element says so.
_MAIN_ARTICLE, _LARGE_ARTICLE, _HOLDS_ARTICLE = 0.33, 0.25, 0.75
# So little prose tells of no element that it holds the article.
_FEW_PROSE = 3
# A box that asks for an address holds no more text (code points).
_LARGEST_FORM = 600
# An element that holds this share of the page's prose is the article, whatever its class says.
_MOST = 0.5


class _Outline(NamedTuple):
    """What the elements of a page say as a whole: data tables and cells, what is outside, where the main part is."""

    tables: dict[int, list[tuple[int, int]]]
    outside: set[int]
    main: tuple[int, int]
    links: Links


def read(document: Document) -> list[Draft]:
    """Drafts that cover a rendered HTML document, in order, with the kinds that its elements alone decide."""
    text, elements = document.text, document.elements
    tables = _data_tables(elements)
    pieces = _pieces(text, elements, tables)
    prose = _prose(text, pieces)
    links = Links(elements)
    outside = _outside(elements, prose, cards.find(elements, pieces, links))
    page = _Outline(tables, outside, _main(elements, prose, outside), links)
    folded = fold(text)
    return [_draft(Draft(text, folded, piece.start, piece.end), elements, piece.owner, page) for piece in pieces]


def _chain(elements: tuple[Element, ...], index: int) -> list[int]:
    """An element and those around it, the innermost first; deeper nesting than any page has is cut off."""
    chain: list[int] = []
    while index >= 0 and len(chain) < _DEEPEST:
        chain.append(index)
        index = elements[index].parent
    return chain


@cache
def _names() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lists = lexicons.load("layout_boilerplate")
    return tuple(frozenset(lists[name]) for name in ("html_names", "html_kept_names", "html_byline_names"))


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
        n_cells = sum(_columns(cell) for cell in own)
        headed = any(cell.tag == "th" for cell in own)
        long = sum(cell.char_end - cell.char_start > 300 for cell in own)
        if elements[table].attributes.get("role") in ("presentation", "none"):
            continue
        if n_rows >= 2 and n_cells >= 2 * n_rows - 1 and (long * 4 <= len(own) or (headed and long * 2 <= len(own))):
            found.add(table)
    return {
        table: [(cell.char_start, cell.char_end) for cell in cells[table] if cell.char_end > cell.char_start]
        for table in sorted(found)
        if not any(up in found for up in _chain(elements, elements[table].parent))
    }


def _columns(cell: Element) -> int:
    """How many columns a cell spans."""
    written = cell.attributes.get("colspan", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 4 else 1


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that no line end or tab parts, without the white space around them."""
    for line in _PIECE.finditer(text):
        for cell in _CELL.finditer(text, line.start(), line.end()):
            yield cell.span()


def _pieces(text: str, elements: tuple[Element, ...], tables: dict[int, list]) -> list[Piece]:
    """Each stretch of text with the innermost element that holds it, data tables as one."""
    pieces: list[Piece] = []
    stack: list[int] = []
    upcoming, table_end = 0, -1
    for start, end in _stretches(text):
        while upcoming < len(elements) and elements[upcoming].char_start <= start:
            while stack and elements[stack[-1]].char_end <= elements[upcoming].char_start:
                stack.pop()
            stack.append(upcoming)
            upcoming += 1
        while stack and elements[stack[-1]].char_end <= start:
            stack.pop()
        owner = next((i for i in reversed(stack) if elements[i].char_end >= end), -1)
        around = _chain(elements, owner)
        table = next((i for i in around if i in tables), None)
        if table is None or any(elements[i].tag == "caption" for i in around):
            if pieces and _goes_on(text, pieces[-1], start) and any(elements[i].tag == "p" for i in around):
                start = pieces.pop().start
                owner = next((i for i in reversed(stack) if elements[i].char_start <= start), -1)
            pieces.append(Piece(start, end, owner))
        elif start >= table_end and tables[table]:
            table_end = tables[table][-1][1]
            pieces.append(Piece(start, table_end, table))
    return pieces


def _goes_on(text: str, before: Piece, start: int) -> bool:
    """Whether a line break parts a sentence: what stands before is open, and what follows is in lower case."""
    return text[before.end : start] == "\n" and text[start].islower() and text[before.end - 1] not in _CLOSES


def _prose(text: str, pieces: list[Piece]) -> list[Piece]:
    return [
        piece for piece in pieces if piece.end - piece.start >= _MIN_PROSE and has_stop(text[piece.start : piece.end])
    ]


def _held(elements: tuple[Element, ...], prose: list[Piece]) -> list[int]:
    """The characters of prose that each element holds."""
    held = [0] * len(elements)
    for piece in prose:
        if piece.owner >= 0:
            held[piece.owner] += piece.end - piece.start
    for i in range(len(elements) - 1, -1, -1):
        if elements[i].parent >= 0:
            held[elements[i].parent] += held[i]
    return held


def _outside(elements: tuple[Element, ...], prose: list[Piece], others: set[int]) -> set[int]:
    """Elements that are no part of the article by tag, role, class or id, or as other stories (``others``), each with
    all that it holds."""
    held = _held(elements, prose)
    total = max(1, sum(piece.end - piece.start for piece in prose))
    names, kept, _ = _names()
    outside: set[int] = set()
    for i, element in enumerate(elements):
        if element.parent in outside:
            outside.add(i)
            continue
        attributes = element.attributes
        if element.tag in _NEVER_OUTSIDE or held[i] > _MOST * total:
            continue
        named = _is_named(attributes, names)
        beside = (element.tag == "aside" or named) and not _is_named(attributes, kept)
        beside = (
            beside or i in others or ("asks" in attributes and element.char_end - element.char_start <= _LARGEST_FORM)
        )
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


def _main(elements: tuple[Element, ...], prose: list[Piece], outside: set[int]) -> tuple[int, int]:
    """The span that holds the article: its ``article`` elements, else the smallest element with most of the prose."""
    inside = [piece for piece in prose if piece.owner not in outside]
    total = sum(piece.end - piece.start for piece in inside)
    if len(inside) < _FEW_PROSE:
        return 0, 1 << 60
    held = _held(elements, inside)
    articles = [
        i
        for i, element in enumerate(elements)
        if held[i] and (element.tag == "article" or element.attributes.get("itemprop") == "articleBody")
    ]
    most = max((held[i] for i in articles), default=0)
    if articles and most >= _MAIN_ARTICLE * total:
        large = [elements[i] for i in articles if held[i] >= _LARGE_ARTICLE * most]
        return min(e.char_start for e in large), max(e.char_end for e in large)
    holder = max((i for i in range(len(elements)) if held[i] and held[i] >= _HOLDS_ARTICLE * total), default=-1)
    return (elements[holder].char_start, elements[holder].char_end) if holder >= 0 else (0, 1 << 60)


def _draft(draft: Draft, elements: tuple[Element, ...], owner: int, page: _Outline) -> Draft:
    start, end = draft.char_start, draft.char_end
    chain = _chain(elements, owner)
    draft.outside = owner in page.outside or start >= page.main[1]
    draft.before_main = end <= page.main[0]
    draft.in_html = True
    _read_kind(draft, elements, chain, page)
    if not draft.kind:
        plain.read_signs(draft)
    draft.link_share = page.links.share(start, end)
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
            draft.kind, draft.url = "image", elements[chain[0]].attributes.get("src")
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
    draft.named_byline = any(_is_named(elements[i].attributes, _names()[2]) for i in chain[:3])
