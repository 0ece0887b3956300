"""From places on a page that markup is taken out of to places in its document, and back."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate


class Origin:
    """Where the code points of a page without markup stand in the document."""

    def __init__(self, cuts: list[tuple[int, int]]):
        """``cuts`` are the stretches of the document (half-open) that are left out, in order."""
        lengths = [end - start for start, end in cuts]
        before = list(accumulate(lengths, initial=0))
        self._starts = [start - gone for (start, _), gone in zip(cuts, before, strict=False)]
        self._shifts = before
        self._cut_starts = [start for start, _ in cuts]
        self._cut_ends = [end for _, end in cuts]

    def start(self, offset: int) -> int:
        """Where in the document the code point at ``offset`` stands."""
        return offset + self._shifts[bisect_right(self._starts, offset)]

    def end(self, offset: int) -> int:
        """Where in the document a span ends that ends at ``offset``: right behind its last code point."""
        return self.start(offset - 1) + 1 if offset else 0

    def here(self, offset: int) -> int:
        """Where on the page a place of the document stands; of what is left out, where it was."""
        i = bisect_right(self._cut_starts, offset)
        if i and offset < self._cut_ends[i - 1]:
            return self._starts[i - 1]
        return offset - self._shifts[i]
