"""Documents whose body is the same, or nearly the same: syndicated, re-posted and lightly edited copies.

The body is the prose of a text, so that menus, share lines and footers around a copy do not hide it. Two bodies are
nearly the same where they share 55 % of their runs of three words (Jaccard) and where nine tenths of the names and
numbers of the shorter one stand in the longer: a bulletin of the next day, or a statement on another case, repeats the
words of the last and changes just these. Candidates come from MinHash sketches (rensa), less those that cannot share
enough names and numbers, of which thousands may have one template; the similarity is then computed from the hashes of
the runs, exactly up to 512 of them and from the 512 smallest beyond.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from typing import Any

from sitrep import patterns as re
from sitrep.model import Document

LEAST_SIMILARITY = 0.55
LEAST_SHARED_MARKS = 0.9
_FEW_MARKS = 5
_MOST_MARKS = 2000
_RUN = 3
_KEPT_HASHES = 512
_MOST_CHARS = 200_000
# 42 bands of 3 rows: a pair of similarity 0.55 is found with a chance of 99.9 %, one of 0.7 always but for 1 in 10^7.
_BANDS, _ROWS, _SEED = 42, 3, 20220224
_PROSE_WORDS = 12
_WORDS_A_LINE = 4
_ENDS = (".", "!", "?", "”", '"', ":", ")", "»")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# Names inside a sentence, and numbers.
_MARK = re.compile(r"[A-Z\d](?:(?<=[A-Z])(?:(?<=[^\W\d_A-Z,;]\s.)|(?<=[,;]\s.))[\w’'.-]*|(?<=\d)(?:[\d.,]*\d)?)")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class _Sketch:
    doc_id: str
    hashes: array
    n_hashes: int
    marks: array


class _Marks:
    """The names and numbers of documents, by which those are found that may share enough of them with another.

    Of two that share nine tenths of the marks of the one with fewer, any tenth of its marks and one more hold a shared
    one. Each document is looked for by the rarest of its own, which few others have.
    """

    def __init__(self) -> None:
        self._having: dict[int, list[int]] = {}
        self._rare_in: dict[int, list[int]] = {}

    def add(self, position: int, marks: array) -> None:
        for mark in self._rarest(marks):
            self._rare_in.setdefault(mark, []).append(position)
        for mark in marks:
            self._having.setdefault(mark, []).append(position)

    def sharing(self, marks: array) -> set[int]:
        """The positions of all documents that share enough of the marks, and of some others."""
        found = {position for mark in self._rarest(marks) for position in self._having.get(mark, ())}
        return found.union(*(self._rare_in[mark] for mark in marks if mark in self._rare_in))

    def _rarest(self, marks: array) -> list[int]:
        n_unshared = len(marks) - ceil(LEAST_SHARED_MARKS * len(marks))
        ranked = sorted([(len(self._having.get(mark, ())), mark) for mark in marks])
        return [mark for _, mark in ranked[: n_unshared + 1]]


class Finder:
    """Finds copies as documents come, one at a time. Keeps sketches of some 6 kB a document, never a text."""

    def __init__(self) -> None:
        from rensa import RMinHash, RMinHashLSH

        self._minhash = RMinHash
        # Documents of few names and numbers stand apart: these tell nothing of them.
        self._bare, self._similar = (RMinHashLSH(LEAST_SIMILARITY, _BANDS * _ROWS, _BANDS) for _ in range(2))
        self._marks = _Marks()
        self._firsts: list[_Sketch] = []
        self._same: dict[bytes, str] = {}

    def add(self, doc_id: str, text: str) -> str | None:
        """The ``doc_id`` of the first document with the same, or nearly the same, body; None for the first itself."""
        body = _body(text)
        words = _WORD.findall(body.lower())
        digest = sha256(" ".join(words).encode("utf-8", "replace")).digest()
        first = self._same.setdefault(digest, doc_id)
        if first != doc_id:
            return first
        if len(words) <= _RUN:
            return None
        runs = list(set(map(" ".join, zip(*(words[i:] for i in range(_RUN)), strict=False))))
        hashes = sorted(set(self._minhash.hash_token_sets([runs])[0]))
        marks = set(self._minhash.hash_token_sets([_MARK.findall(body)])[0][:_MOST_MARKS])
        sketch = _Sketch(doc_id, array("Q", hashes[:_KEPT_HASHES]), len(hashes), array("Q", marks))
        minhash = self._minhash(_BANDS * _ROWS, _SEED)
        minhash.update(runs)
        for position in self._candidates(sketch, minhash):
            other = self._firsts[position]
            if _similarity(sketch, other) >= LEAST_SIMILARITY and _share_marks(sketch, other):
                self._same[digest] = other.doc_id
                return other.doc_id
        position = len(self._firsts)
        if len(marks) < _FEW_MARKS:
            self._bare.insert(position, minhash)
        else:
            self._similar.insert(position, minhash)
            self._marks.add(position, sketch.marks)
        self._firsts.append(sketch)
        return None

    def _candidates(self, sketch: _Sketch, minhash: Any) -> list[int]:
        """The positions of the documents that a document may be a copy of, the first of them first."""
        bare = self._bare.query(minhash)
        if len(sketch.marks) < _FEW_MARKS:
            return sorted([*bare, *self._similar.query(minhash)])
        sharing = self._marks.sharing(sketch.marks)
        return sorted([*bare, *(sharing.intersection(self._similar.query(minhash)) if sharing else ())])


def find(documents: Iterable[Document]) -> dict[str, str]:
    """The ``doc_id`` of each copy with that of the first document, in the given order, with (nearly) its body."""
    documents = list(documents)
    if len(documents) < 2:
        return {}
    finder = Finder()
    copies = {}
    for document in documents:
        first = finder.add(document.doc_id, document.text)
        if first is not None:
            copies[document.doc_id] = first
    return copies


def _body(text: str) -> str:
    """The paragraphs of prose; the whole text where these are the smaller part of it."""
    text = text[:_MOST_CHARS]
    prose, n_prose, n_all = [], 0, 0
    for paragraph in _PARAGRAPHS.split(text):
        n_words = len(paragraph.split())
        n_all += n_words
        # A title of many words is told from a short paragraph by its end.
        ends = n_words >= 2 * _PROSE_WORDS or paragraph.rstrip().endswith(_ENDS)
        if ends and n_words >= _PROSE_WORDS and n_words >= _WORDS_A_LINE * (paragraph.count("\n") + 1):
            prose.append(paragraph)
            n_prose += n_words
    return "\n\n".join(prose) if n_prose * 2 >= n_all else text


def _similarity(a: _Sketch, b: _Sketch) -> float:
    """The Jaccard similarity of two sets of hashes, from the smallest of them: exact where both are kept whole."""
    if a.n_hashes <= _KEPT_HASHES and b.n_hashes <= _KEPT_HASHES:
        shared = len(set(a.hashes) & set(b.hashes))
        return shared / (a.n_hashes + b.n_hashes - shared)
    # Each array is whole only up to its last hash: beyond the lower of the two, nothing can be compared.
    last = min(s.hashes[-1] for s in (a, b) if s.n_hashes > _KEPT_HASHES)
    left, right = (set(s.hashes[: bisect_left(s.hashes, last) + 1]) for s in (a, b))
    return len(left & right) / len(left | right)


def _share_marks(a: _Sketch, b: _Sketch) -> bool:
    fewer = min(len(a.marks), len(b.marks))
    return fewer < _FEW_MARKS or len(set(a.marks).intersection(b.marks)) >= LEAST_SHARED_MARKS * fewer
