"""Who agreed on what something is done under ("under a pact signed in Kigali, X will send Y"), and who agrees alone."""

from __future__ import annotations

from sitrep.extract.events.acts import Act
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.groups import NP, VG, P
from sitrep.extract.events.words import listed
from sitrep.inflection import PARTICIPLE


def sides(sentence: Sentence, clause: Clause) -> tuple[list[int], list[int]] | None:
    """Who does what the agreement of a bare participle is about, and whom it is done to; None where that is nobody.

    The agreement is the noun group right before the participle.
    """
    index = clause.index
    chunk = sentence.chunks[index]
    if chunk.end - chunk.start > 1 or not chunk.form & PARTICIPLE or sentence.kind(index - 1) != NP:
        return None
    before = index - 2
    if sentence.kind(before) != P or sentence.lower(before) not in listed("before_accords"):
        return None
    ruling = [v for v in sentence.verbs if sentence.chunks[v].finite and v != index]
    led = next((v for v in reversed(ruling) if v < before), None)
    main = led if led is not None else next((v for v in ruling if v > index), None)
    if main is None:
        return None
    told = sentence.clause(next((v for v in (main + 1, main + 2) if _continues(sentence, main, v)), main))
    doers = told.subjects or sentence.clause(main).subjects
    if not doers or not sentence.names_other(doers):
        return None
    near = [*told.objects, *(g for prep, groups in told.preps if prep != "in" for g in groups)]
    return doers, sentence.others(near, doers)[:1]


def _continues(sentence: Sentence, main: int, v: int) -> bool:
    """Is it the infinitive that a finite verb leads to ("is to supply")?"""
    return sentence.kind(v) == VG and sentence.chunks[v].infinitive and sentence.clause(v).governor == main


def each_alone(sentence: Sentence, act: Act) -> bool:
    """Do those who agree to something do each his own part, and nothing with one another ("with a battalion each")?"""
    last = len(sentence.words) - 1
    return act.event_type == "AGREE" and any(
        word.lower in listed("distributives") and not sentence.words[min(i + 1, last)].lower.startswith("other")
        for i, word in enumerate(sentence.words)
    )
