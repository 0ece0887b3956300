"""Boxes of other stories on HTML pages whose classes say nothing: links as headlines with teasers, side by side."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from sitrep.model import Element

_HOLDS_CARD = frozenset({"div", "li", "article", "section", "td"})
# A teaser is a sentence (code points); a card has a headline, a teaser, and perhaps a section and a day.
_LONGEST_TEASER, _SHORTEST_HEADLINE, _MOST_PIECES = 220, 16, 4
_LINKED, _MIN_CARDS, _MOST_WRITTEN = 0.9, 2, 0.5


class Piece(NamedTuple):
    """A stretch of text with the index of the innermost element that holds it (-1: none)."""

    start: int
    end: int
    owner: int


class Links:
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


def find(elements: tuple[Element, ...], pieces: list[Piece], links: Links) -> set[int]:
    """The elements that hold other stories, by index: two cards or more side by side, and what holds nothing else.

    A link in the middle of an article has the article's paragraphs beside it; a card stands in an element of its own.
    Where cards hold most of what is no link they are the page's posts.
    """
    starts = [piece.start for piece in pieces]
    written = [0, *accumulate((1 - links.share(p.start, p.end)) * (p.end - p.start) for p in pieces)]
    by_parent: dict[int, list[int]] = {}
    for i, element in enumerate(elements):
        if element.tag in _HOLDS_CARD and element.char_end > element.char_start:
            by_parent.setdefault(element.parent, []).append(i)
    found: set[int] = set()
    for parent, children in by_parent.items():
        cards = [i for i in children if _is_card(elements[i], pieces, starts, links)]
        if len(cards) < _MIN_CARDS:
            continue
        spans = [_within(starts, elements[i].char_start, elements[i].char_end) for i in cards]
        if sum(written[last] - written[first] for first, last in spans) > _MOST_WRITTEN * written[-1]:
            continue
        found.update(cards)
        if parent >= 0 and len(cards) >= len(children) - 1:
            first, last = elements[cards[0]].char_start, elements[cards[-1]].char_end
            held = _within(starts, elements[parent].char_start, elements[parent].char_end)
            beside = [p for p in pieces[held[0] : held[1]] if p.end <= first or p.start >= last]
            if all(p.end - p.start <= _LONGEST_TEASER for p in beside) and len(beside) <= 1:
                found.add(parent)
    return found


def _is_card(element: Element, pieces: list[Piece], starts: list[int], links: Links) -> bool:
    first, last = _within(starts, element.char_start, element.char_end)
    if not 2 <= last - first <= _MOST_PIECES:
        return False
    own = pieces[first:last]
    sizes = [piece.end - piece.start for piece in own]
    headlines = [
        k for k, p in enumerate(own) if sizes[k] >= _SHORTEST_HEADLINE and links.share(p.start, p.end) > _LINKED
    ]
    return bool(headlines) and max(sizes) <= _LONGEST_TEASER and headlines[0] < len(own) - 1


def _within(starts: list[int], start: int, end: int) -> tuple[int, int]:
    return bisect_left(starts, start), bisect_left(starts, end)
