"""Where a report was written, as its first sentence has it before a dash: "LA PAZ, Bolivia, May 3 (Agency) —"."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.model import Page, Sentence

_LONGEST = 120
# Names, a day and an agency before a dash.
_NAME = r"[^\W\d_a-z][\w'’.-]{0,24}"
_DATELINE = re.compile(
    rf"{_NAME}(?:,? (?:{_NAME}|\d{{1,4}})){{0,6}},?\s{{0,2}}(?:[(/][^()/\n]{{1,40}}[)/])?\s{{0,2}}(?:[—–]|--|-\s)"
)


def behind(page: Page, sentence: Sentence) -> int:
    """Where the text begins behind names, a day and a dash that only say where it was written; 0 without them."""
    if sentence.char_start != page.blocks[sentence.block].char_start:
        return 0
    head = _DATELINE.match(page.view, sentence.char_start, min(sentence.char_end, sentence.char_start + _LONGEST))
    return head.end() if head else 0


def told(page: Page, sentence: Sentence) -> int:
    """Where the text begins behind what can only be a dateline: one in capitals, or with a day or an agency; else 0."""
    end = behind(page, sentence)
    if not end:
        return 0
    head = page.view[sentence.char_start : end]
    return end if head.isupper() or "(" in head or any(map(str.isdigit, head)) else 0
