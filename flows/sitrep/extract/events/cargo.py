"""What ships, planes and lorries are laden with, which tells relief from other arrivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitrep.extract.events.groups import COMMA, CONJ, NP, VG, P
from sitrep.extract.events.words import listed

if TYPE_CHECKING:
    from sitrep.extract.events.phrases import Phrases

# A cargo is told in no more noun groups than this ("laden with flour, rice, tents and blankets").
_LONGEST = 6


def carrier(sentence: Phrases, k: int) -> int | None:
    """The noun group of what is laden with noun group ``k`` ("lorries laden with flour and tents"), or None."""
    for _ in range(_LONGEST):
        joined = sentence.kind(k - 1) in (CONJ, COMMA) or sentence.lower_of(k - 1) in listed("ownership_prepositions")
        if not joined or sentence.kind(k - 2) != NP:
            break
        k -= 2
    k -= 1
    if sentence.kind(k) == P and sentence.lower(k) in listed("loading_prepositions"):
        k -= 1
    if _is_loading(sentence, k):
        k -= 1
        return k if sentence.kind(k) == NP else None
    return k if _ends_laden(sentence, k) else None


def words_of_cargo(sentence: Phrases, groups: list[int]) -> set[str]:
    """The words of what the noun groups are laden with."""
    found: set[str] = set()
    for group in groups:
        k = group + 1
        if _is_loading(sentence, k):
            k += 1
        elif not _ends_laden(sentence, group):
            continue
        while sentence.kind(k) in (P, NP, CONJ, COMMA):
            chunk = sentence.chunks[k]
            found.update(word.plain for word in sentence.words[chunk.start : chunk.end])
            k += 1
    return found


def _is_loading(sentence: Phrases, k: int) -> bool:
    return sentence.kind(k) == VG and sentence.lower(k) in listed("loading_participles")


def _ends_laden(sentence: Phrases, k: int) -> bool:
    chunk = sentence.chunks[k] if sentence.kind(k) == NP else None
    return chunk is not None and sentence.words[chunk.end - 1].lower in listed("loading_participles")
