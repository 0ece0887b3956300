"""Dates of a sentence that are not an act's: of a charge, of what is due, of a comparison, of what a noun names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sitrep.extract.events.acts import QUAD, kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import COMMA, CONJ, DATE, NP, REL, SUB, VG, P
from sitrep.extract.events.valency import SPOKEN
from sitrep.extract.events.words import listed
from sitrep.model import DateMention

_GOES_ON = "/.."
# The quad class of accusing, demanding, refusing and threatening.
_CONFLICT_IN_WORDS = 3
# How many chunks before a day may tell that something is the first, or the worst, since then.
_RANKED = 6


def is_of_other(sentence: Sentence, found: Found, date: DateMention) -> bool:
    """Is a date of its sentence that of something else than the act?"""
    first = bisect_left(sentence.starts, date.char_start)
    return (
        _is_compared(sentence, date, first)
        or _is_named(sentence, found, date, first)
        or _is_object(sentence, date, first)
        or _is_of_occasion(sentence, found, first)
        or _is_due(sentence, found, first)
        or _is_told_within(sentence, found, first)
    )


def _chunk_of(sentence: Sentence, word: int) -> int:
    """The chunk that holds a word."""
    return bisect_right(sentence.chunks, word, key=lambda chunk: chunk.start) - 1


def _is_compared(sentence: Sentence, date: DateMention, first: int) -> bool:
    """Has something not been so since then ("the deadliest raid since 2022", "for the third time since March")?"""
    if not (date.edtf or "").endswith(_GOES_ON):
        return False
    at = _chunk_of(sentence, first)
    for k in range(at - 1, max(-1, at - _RANKED), -1):
        if sentence.kind(k) not in (NP, P, DATE):
            return False
        if sentence.kind(k) == NP and _ranks(sentence, k):
            return True
    return False


def _ranks(sentence: Sentence, group: int) -> bool:
    """Does a noun group tell how something ranks, and not only "at least" how many there are?"""
    chunk, words = sentence.chunks[group], sentence.words
    found = (i for i in range(chunk.start, chunk.end) if words[i].lower in listed("ranks"))
    return any(i == 0 or words[i - 1].lower not in listed("before_bounds") for i in found)


def _is_named(sentence: Sentence, found: Found, date: DateMention, first: int) -> bool:
    """Does the date tell which of several wars, coups or votes a noun names ("blamed it on the coup of 2020"), or when
    what somebody speaks of was done ("demanded an inquiry into the killings of July")?"""
    words = sentence.words
    if first < 2 or words[first - 1].lower != "of" or found.start <= first - 2 < found.end:
        return False
    named = words[first - 2].plain
    spoken_of = QUAD[found.act.event_type] == _CONFLICT_IN_WORDS and named in kinds()["deeds_dated"]
    return named in kinds()["dated_by_name"] or spoken_of


def _is_object(sentence: Sentence, date: DateMention, first: int) -> bool:
    """Is a bare year what somebody does something to ("must not repeat 1998")?"""
    at = _chunk_of(sentence, first)
    return date.precision == "year" and sentence.chunks[at].start == first and sentence.kind(at - 1) == VG


def _is_of_occasion(sentence: Sentence, found: Found, first: int) -> bool:
    """Is it the day of an attack that something follows on ("closed its border after the raid on 5 May")?"""
    group = _chunk_of(sentence, first) - 1
    if sentence.kind(group) != NP or group == found.chunk or sentence.kind(group - 1) not in (P, SUB):
        return False
    if sentence.words[sentence.chunks[group].end - 1].plain not in kinds()["assaults"]:
        return False
    return sentence.lower(group - 1) in listed("occasion_prepositions")


def _is_due(sentence: Sentence, found: Found, first: int) -> bool:
    """Is something due then that an aside tells of, or that another clause does ("the vote, due in May, and left")?"""
    awaited = first - 2
    if awaited < 1 or sentence.words[awaited].lower not in listed("awaited"):
        return False
    at = _chunk_of(sentence, awaited)
    aside = sentence.kind(at - 1) == COMMA and sentence.kind(at - 2) == NP
    return (aside and found.chunk != at - 2) or found.chunk > _chunk_of(sentence, first)


def _is_told_within(sentence: Sentence, found: Found, first: int) -> bool:
    """Is the date that of what the act's clause, or one before it, only charges somebody with or tells ("accused X of
    burning it in May and urged Y to act", "denied that X had sent arms in June, and Y appealed")?"""
    verb = next((v for v in reversed(sentence.verbs) if sentence.chunks[v].start < first), -1)
    if verb < 0 or verb == found.chunk:
        return False
    inner, own = sentence.chunks[verb], sentence.chunks[found.chunk]
    finite = own.kind == VG and own.finite
    if inner.gerund and sentence.kind(verb - 1) == P and sentence.lower(verb - 1) in listed("charge_prepositions"):
        if found.chunk < verb:
            return found.act.event_type in SPOKEN and not found.nominal
        return finite and found.chunk > _chunk_of(sentence, first)
    if not inner.perfect or sentence.lower(verb) in listed("present_perfect") or not finite or own.perfect:
        return False
    return _is_joined(sentence, first, found) and _is_embedded(sentence, verb) and not _does_both(sentence, verb, found)


def _does_both(sentence: Sentence, verb: int, found: Found) -> bool:
    """Has an act its subject from a verb ("that rebels had shelled it on Monday and killed ten")?"""
    clause = found.clause
    return clause is not None and clause.how == "coordination" and clause.subjects == sentence.clause(verb).subjects


def _is_joined(sentence: Sentence, first: int, found: Found) -> bool:
    """Does a coordinator between a date and the subject of an act begin a clause that no "that" opens?"""
    subjects = found.clause.subjects if found.clause is not None else []
    end = min([g for g in subjects if g < found.chunk], default=found.chunk)
    between = range(_chunk_of(sentence, first) + 1, end)
    return any(sentence.kind(k) == CONJ and sentence.kind(k + 1) != SUB for k in between)


def _is_embedded(sentence: Sentence, verb: int) -> bool:
    """Does a verb stand in a clause that another one opens ("that X had sent arms")?"""
    for k in range(verb - 1, -1, -1):
        if sentence.kind(k) in (SUB, REL):
            return True
        if sentence.kind(k) in (VG, CONJ):
            return False
    return False
