"""Cues that reach over their sentence: questions, quotations of several sentences, lists and tables under a line."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from sitrep import patterns as re
from sitrep.model import Block, Cue, Page, Sentence

# The mark stands first, and is looked back at behind it: the engine then skips all that is none at once.
_QUOTATION = re.compile(r"[“\"](?:(?<=“)[^“”]{2,4000}”|(?<=\")(?<!\w.)[^\"]{2,4000}\"(?!\w))")
_LISTED = ("bullet", "table")


def questions(page: Page) -> list[Cue]:
    """A question asserts nothing: its mark is the cue."""
    view, found = page.view, []
    if "?" not in view:
        return found
    for sentence in page.sentences:
        at = view.rfind("?", sentence.char_start, sentence.char_end)
        if at >= 0 and not view[at + 1 : sentence.char_end].strip(" ”\"’')"):
            found.append(Cue(at, at + 1, "hypothetical", sentence.char_start, sentence.char_end))
    return found


def quotations(page: Page, cues: list[Cue]) -> list[Cue]:
    """For a quotation that holds whole sentences, the attribution next to it, for all of them.

    One with none beside it goes on from the quotation that the sentence before attributes: "“We hid,” she said. “They
    burned two cars.”"
    """
    found: list[Cue] = []
    said = sorted([c for c in cues if c.modality == "reported"], key=lambda c: c.char_start)
    if not said:
        return found
    starts = [c.char_start for c in said]
    for block in _of_several_sentences(page):
        before: Cue | None = None
        for match in _QUOTATION.finditer(page.view, block.char_start, block.char_end):
            start, end = match.span()
            first = page.sentence_at(start)
            last = page.sentence_at(end - 1)
            if first is None or last is None:
                continue
            near = [
                c
                for c in said[bisect_left(starts, first.char_start) : bisect_left(starts, last.char_end)]
                if c.char_end <= start + 1 or c.char_start >= end
            ]
            if near:
                gaps = [min(abs(start - c.char_end), abs(c.char_start - end)) for c in near]
                before = near[gaps.index(min(gaps))]
                if last is not first:
                    found.append(replace(before, scope_start=start, scope_end=end))
            elif before is not None and _goes_on(page, before, first, start):
                before = replace(before, scope_start=start, scope_end=end)
                found.append(before)
            else:
                before = None
    return found


def _goes_on(page: Page, before: Cue, sentence: Sentence, start: int) -> bool:
    """Whether the quotation that opens a sentence stands right behind the sentence of an attribution."""
    said = page.sentence_at(before.char_start)
    opens = not page.view[sentence.char_start : start].strip()
    return opens and said is not None and said.block == sentence.block and said.seq == sentence.seq - 1


def _of_several_sentences(page: Page) -> list[Block]:
    """The blocks with more than one sentence, in order, less boilerplate."""
    found: list[Block] = []
    last = -1
    for sentence in page.sentences:
        if sentence.block == last and (not found or found[-1].seq != last):
            if page.blocks[last].kind != "boilerplate":
                found.append(page.blocks[last])
        last = sentence.block
    return found


def lists_and_tables(page: Page, cues: list[Cue]) -> list[Cue]:
    """A line that ends in a colon governs the list or table behind it; a caption governs its table."""
    ends = _governed(page)
    if not ends:
        return cues
    found = []
    for cue in cues:
        sentence = page.sentence_at(cue.char_start)
        reach = ends.get(sentence.seq) if sentence else None
        if reach and _to_the_end(page, cue, sentence):
            cue = replace(cue, scope_end=reach)
        found.append(cue)
    return found


def _to_the_end(page: Page, cue: Cue, sentence: Sentence) -> bool:
    if cue.modality == "reported" and cue.source_end <= sentence.char_end:
        return True
    return not page.view[cue.scope_end : sentence.char_end].strip(" :")


def _governed(page: Page) -> dict[int, int]:
    """By the number of the sentence that governs: where the last block of its list or table ends."""
    found: dict[int, int] = {}
    blocks = page.blocks
    for i, block in enumerate(blocks[:-1]):
        if blocks[i + 1].kind not in _LISTED or not _governs(page, block, blocks[i + 1]):
            continue
        end, kind = i + 1, blocks[i + 1].kind
        while end + 1 < len(blocks) and blocks[end + 1].kind == kind == "bullet":
            end += 1
        sentence = page.sentence_at(len(page.view[: block.char_end].rstrip()) - 1)
        if sentence is not None:
            found[sentence.seq] = blocks[end].char_end
    return found


def _governs(page: Page, block: Block, following: Block) -> bool:
    if block.kind in ("boilerplate", *_LISTED):
        return False
    if block.kind == "caption":
        return following.kind == "table"
    return page.view[block.char_start : block.char_end].rstrip().endswith(":")
