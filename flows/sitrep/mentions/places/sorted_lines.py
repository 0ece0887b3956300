"""A long sorted list looked up as the bytes that were read, so that a short run does not pay for making it lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

# A line is looked for in a piece of so many bytes: the pieces are found by their first lines, the line in its piece.
_PIECE = 2048


class SortedLines:
    """Lines of UTF-8 sorted by code points, below a head: lines that open with ``#``, and one with names of columns."""

    def __init__(self, data: bytes):
        head = 0
        while data.startswith(b"#", head):
            head = data.index(b"\n", head) + 1
        self._data = data
        self._head = data.index(b"\n", head) + 1
        starts = [data.index(b"\n", at - 1) + 1 for at in range(self._head, len(data), _PIECE)]
        self._starts = sorted({start for start in starts if start < len(data)})
        self._firsts = [data[start : data.index(b"\n", start)] for start in self._starts]

    def __iter__(self) -> Iterator[str]:
        return self._lines(self._head)

    def since(self, start: str) -> Iterator[str]:
        """The lines that do not sort before ``start``, in order."""
        wanted = start.encode()  # bytes of UTF-8 sort as their code points do
        piece = bisect_left(self._firsts, wanted)
        if not piece:
            return self._lines(self._head)
        begin = self._starts[piece - 1]
        end = self._starts[piece] if piece < len(self._starts) else len(self._data)
        lines = self._data[begin : end - 1].split(b"\n")
        before = lines[: bisect_left(lines, wanted)]
        return self._lines(begin + sum(map(len, before)) + len(before))

    def _lines(self, begin: int) -> Iterator[str]:
        while begin < len(self._data):
            end = self._data.index(b"\n", begin)
            yield self._data[begin:end].decode()
            begin = end + 1
