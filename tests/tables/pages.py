"""Pages made by hand, so that the readers of tables are tested without the stages before them."""

from __future__ import annotations

from sitrep.extract import tables
from sitrep.layout import tabular
from sitrep.model import Block, Document, Element, Mentions, Page


def page(text: str, blocks: list[Block], elements: tuple[Element, ...] = ()) -> Page:
    document = Document("d", "d.txt", None, "text/plain", "utf-8", text, elements=elements)
    return Page(document, text, blocks, [])


def lines(text: str) -> list[tuple[int, int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line), line))
        at += len(line) + 1
    return found


def text_page(text: str) -> Page:
    """A page whose blocks are the tables that ``tabular.regions`` finds in it, and the captions it names."""
    all_lines = lines(text)
    blocks: list[Block] = []
    for region in tabular.regions(text.split("\n")):
        if region.caption is not None:
            blocks.append(Block(len(blocks), "caption", *all_lines[region.caption][:2]))
        span = all_lines[region.first][0], all_lines[region.last][1]
        blocks.append(Block(len(blocks), "table", *span, source_form=region.source_form))
    return page(text, blocks)


def grids(read: Page) -> list[tuple[list[str], list[list[str]]]]:
    """The header and rows of each table, as texts."""
    found, cells = tables.read(read, Mentions())
    shown = []
    for table in found:
        rows: dict[int, list[str]] = {}
        for c in cells:
            if c["table_id"] == table["table_id"]:
                assert read.document.text[c["char_start"] : c["char_end"]] == c["quote"]
                rows.setdefault(c["row"], []).append(c["text"])
        shown.append((rows.pop(0, []), [rows[r] for r in sorted(rows)]))
    return shown
