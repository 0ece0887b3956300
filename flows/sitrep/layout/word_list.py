"""A long list of words, looked up as the sorted bytes that were read.

To load the list of English words of wordfreq takes longer than to read a page, and a page asks about a few words or
none. So its words are kept sorted in the user's folder of caches (``lexicons.kept``), and a word is found by halving.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from sitrep.lexicons import kept

_END = b"\n"


class WordList:
    """Words of UTF-8, sorted by code points, each between two line ends."""

    def __init__(self, data: bytes):
        self._data = data

    def __contains__(self, word: str) -> bool:
        data, wanted = self._data, word.encode("utf-8", "surrogatepass")
        low, high = 0, len(data) - 1  # line ends: the word stands behind the first and before the last, if anywhere
        while low < high:
            start = data.rindex(_END, low, (low + high) // 2 + 1) + 1
            end = data.index(_END, start)
            found = data[start:end]
            if found == wanted:
                return True
            low, high = (end, high) if found < wanted else (low, start - 1)
        return False


def joined(words: list[str]) -> bytes:
    """What ``WordList`` takes, of words in any order."""
    return _END + b"".join(word.encode() + _END for word in sorted(words))


@cache
def english() -> WordList:
    """The English words of wordfreq's large list."""

    def read() -> bytes:
        from wordfreq import get_frequency_dict

        return joined(list(get_frequency_dict("en", "large")))

    package = Path(find_spec("wordfreq").origin).parent
    source = Path(__file__).read_bytes() + (package / "data" / "large_en.msgpack.gz").read_bytes()
    return WordList(kept.value("words of English", source, read))
