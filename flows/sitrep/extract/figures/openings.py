"""What opens a sentence: a label, or a war whose whole toll is told, which place no count behind; a mere list."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep import patterns as re
from sitrep.extract.figures.roles import closed, finite_words, words
from sitrep.model import Page, Sentence, Token

_WORD = re.compile(r"[a-z]+")
# The longest label before what happened there.
_LABELLED = 64
_LABEL = re.compile(r"[^:;\n]+:\s")


def label(page: Page, sentence: Sentence) -> int:
    """Where the text begins behind a label of days and places ("2 June, Timbuktu:"); 0 without one."""
    if any(c.isalnum() for c in page.view[page.blocks[sentence.block].char_start : sentence.char_start]):
        return 0
    head = _LABEL.match(page.view, sentence.char_start, min(sentence.char_end, sentence.char_start + _LABELLED))
    if head is None or not finite_words().isdisjoint(_WORD.findall(head[0].lower())):
        return 0
    return head.end()


def war(page: Page, sentence: Sentence, char: int) -> int:
    """Where a war is named whose whole toll a count is ("a war that has killed 9,000"), -1 where none is."""
    before = page.view[sentence.char_start : char].lower()
    named = [m for m in _WORD.finditer(before) if m[0] in words("wars")]
    if not named or words("tolls_of_wars").isdisjoint(_WORD.findall(before, named[-1].end())):
        return -1
    return sentence.char_start + named[-1].start()


def lists(tokens: Sequence[Token]) -> bool:
    """Whether a sentence only lists what was counted before it: "These are four brigades and one regiment"."""
    return len(tokens) > 1 and tokens[0].lower in words("those_listed") and tokens[1].lower in closed("be")
