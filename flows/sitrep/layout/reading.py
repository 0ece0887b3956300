"""The page as it is read: markup that stands in its sentences is taken out, and a place here tells the place there.

Between two words of a sentence ``Page.view`` has as many spaces as the text has signs of markup: "[Sudan](http://a.b)'s
army" would be read as "Sudan", a long gap and "'s army". What reads words one after another is given a page without
these gaps, and what it finds is told by its places in the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sitrep import patterns as re
from sitrep.model import Block, Page, Sentence
from sitrep.origin import Origin

_BLANKS = re.compile(r" +")
_MORE_BLANKS = re.compile(r" {2,}")
# Signs of emphasis, and tags of what stands inside a word or right behind it: nothing parts the letters beside them.
_INSIDE_WORDS = re.compile(r"(?:[*_~`]|</?(?:b|i|em|strong|sup|sub|u|span|small)(?: [^<>]*)?>)+", re.IGNORECASE)
# Columns are parted by such gaps, and stay so.
_WIDE = 3


def of(page: Page) -> Page:
    """A page without the markup in its sentences, with its ``origin``; the page itself where there is none, and for
    HTML, whose elements have been taken out when it was read in."""
    if page.document.elements:
        return page
    cuts = [cut for sentence in page.sentences for cut in _cuts(page, sentence)]
    if not cuts:
        return page
    origin = Origin(cuts)
    here = origin.here

    return Page(
        replace(page.document, text=_without(page.document.text, page.view, cuts)),
        _without(page.view, page.view, cuts),
        [_moved(block, here) for block in page.blocks],
        [Sentence(s.seq, s.block, here(s.char_start), here(s.char_end), s.case, s.flags) for s in page.sentences],
        [(here(start), here(end)) for start, end in page.garbled],
        page.n_words,
        origin,
    )


def _moved(block: Block, here: Callable[[int], int]) -> Block:
    start, end = here(block.char_start), here(block.char_end)
    return Block(
        block.seq, block.kind, start, end, block.level, block.section, block.pair_id, block.flags, block.source_form
    )


def _cuts(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What is left out of a sentence."""
    text, view = page.document.text, page.view
    start, end = sentence.char_start, sentence.char_end
    if page.blocks[sentence.block].kind == "table":
        return
    seen, whole = view[start:end], text[start:end]
    if "  " not in seen and (seen == whole or seen.split() == whole.split()):
        return  # no sign is blank but white space, as at the ends of lines
    # Where single blanks are white space all, none of them is left out.
    pattern = _MORE_BLANKS if len(seen) == len(whole) and seen == whole.replace("\n", " ") else _BLANKS
    for blanks in pattern.finditer(view, start, end):
        a, b = blanks.span()
        written = text[a:b]
        if written.isspace():
            if len(written) > 1 and ("\n" in written or len(written) < _WIDE):
                yield a, b - 1
        elif written[0].isspace() or written[-1].isspace():
            # One of the white spaces stays where it stands.
            if written[-1].isspace():
                yield a, b - 1
            else:
                yield a + 1, b
        elif b < end and (not view[b].isalnum() or _INSIDE_WORDS.fullmatch(written)):
            yield a, b
        elif b - a > 1:
            yield a, b - 1


def _without(text: str, view: str, cuts: list[tuple[int, int]]) -> str:
    """A text without what is cut from it; a sign of markup that stands for a space is one."""
    pieces, at = [], 0
    for start, end in cuts:
        pieces.append(text[at:start])
        at = end
        if view[end : end + 1] == " ":
            pieces.append(" ")
            at += 1
    pieces.append(text[at:])
    return "".join(pieces)
