"""A long sorted list looked up as the bytes that were read, so that a short run does not pay for making it lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator


class SortedLines:
    """Lines of UTF-8 sorted by code points, below a head: lines that open with ``#``, and one with names of columns."""

    def __init__(self, data: bytes):
        head = 0
        while data.startswith(b"#", head):
            head = data.index(b"\n", head) + 1
        self._data = data
        self._head = data.index(b"\n", head) + 1

    def __iter__(self) -> Iterator[str]:
        return self._lines(self._head)

    def since(self, start: str) -> Iterator[str]:
        """The lines that do not sort before ``start``, in order."""
        # Bytes of UTF-8 sort as their code points do.
        return self._lines(bisect_left(range(len(self._data)), start.encode(), lo=self._head, key=self._line_at))

    def _line_at(self, offset: int) -> bytes:
        return self._data[self._data.rfind(b"\n", 0, offset) + 1 : self._data.index(b"\n", offset)]

    def _lines(self, begin: int) -> Iterator[str]:
        while begin < len(self._data):
            end = self._data.index(b"\n", begin)
            yield self._data[begin:end].decode()
            begin = end + 1
