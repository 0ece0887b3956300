"""What a talk is about: a place in it is none where anybody met."""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.events.acts import kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import NP, VG, P
from sitrep.extract.events.words import listed


def is_told(sentence: Sentence, found: Found, group: int) -> bool:
    """Does a noun group behind a talk hang on what it is about ("spoke to prepare for the summit in X", "met on the
    war in X")?

    A town may be where they talked, whatever it hangs on, unless it is where others meet.
    """
    if found.act.event_type != "CONSULT" or group < found.chunk:
        return False
    holders = [g for g in _holders(sentence, group) if sentence.chunks[g].start >= found.end]
    if any(sentence.lower(g - 1) in listed("venue_prepositions") for g in holders if sentence.kind(g - 1) == P):
        return False
    heads = {sentence.words[sentence.chunks[g].end - 1].lower for g in holders[1:]}
    town = all(p.precision == "point" for p in sentence.chunks[group].places)
    inside = sentence.kind(group - 1) != P or sentence.lower(group - 1) in listed("setting_prepositions")
    if town and inside and kinds()["gatherings"].isdisjoint(heads):
        return False
    matter = found.act.mode == "discuss" and any(thing <= group for thing in found.things)
    return matter or any(_opens(sentence, k) for k in range(found.chunk + 1, group))


def _holders(sentence: Sentence, group: int) -> Iterator[int]:
    """A noun group, and those that it hangs on by prepositions, from the last."""
    yield group
    while sentence.kind(group - 1) == P and sentence.kind(group - 2) == NP:
        group -= 2
        yield group


def _opens(sentence: Sentence, i: int) -> bool:
    """Does a chunk open what a talk is for or about?"""
    chunk = sentence.chunks[i]
    if chunk.kind == P and sentence.kind(i + 1) == NP and sentence.lower(i) in listed("matter_prepositions"):
        head = sentence.words[sentence.chunks[i + 1].end - 1].lower
        return not (head in listed("margins") or head in kinds()["territory"] or head in kinds()["craft"])
    if chunk.kind != VG or not (chunk.infinitive or chunk.gerund):
        return False
    return listed("journeys").isdisjoint(chunk.lemmas)
