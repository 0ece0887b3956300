"""Who says "we": the one who has the floor, who is quoted, or who issued the page."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.mentions.actors.setting import Setting
from sitrep.model import ActorMention, Page

_CLOSING = re.compile(r"[”\"]")
# How far back, in code points, a quotation may open that holds a word.
_REACH = 4000


def speaker(page: Page, actor: ActorMention, seq: int, around: Setting, resolved: list[ActorMention]) -> str | None:
    """The state of who says "we".

    In a quotation that is the one whose name and a colon stand before it ("Mr Lee: "We ..."") and nobody else, since
    who issued the page does not speak there; one that is all of a paragraph is what was issued.
    """
    voice = around.speaks(actor.char_start)
    if voice is None:
        return None
    block = page.blocks[page.sentences[seq].block]
    start = max(block.char_start, actor.char_start - _REACH)
    opened = _opened(page.view, start, actor.char_start)
    if opened < 0 or (opened == start and not _closed(page.view, actor.char_start, block.char_end)):
        return voice
    for who in reversed(resolved):
        if who.char_start < start:
            break
        if who.char_end <= opened and who.kind in ("person", "office"):
            return who.country if ":" in page.view[who.char_end : opened] else None
    return None


def _opened(view: str, start: int, end: int) -> int:
    """Where the quotation opens that holds what stands at ``end``, in a block that begins at ``start``; else -1."""
    curly = view.rfind("“", start, end)
    if curly > view.rfind("”", start, end):
        return curly
    return view.rfind('"', start, end) if view.count('"', start, end) % 2 else -1


def _closed(view: str, start: int, end: int) -> bool:
    """Whether words stand behind the end of the quotation that holds ``start``, in a block that ends at ``end``."""
    closing = _CLOSING.search(view, start, end)
    return closing is not None and any(map(str.isalnum, view[closing.end() : end]))
