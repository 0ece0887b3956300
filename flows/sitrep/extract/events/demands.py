"""Demands told by a modal: "X said that Y must Z" is one of X on Y; so is "should", where Y is of another state."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import verbs
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import COMMA, MARK, NP, VG
from sitrep.extract.events.words import listed
from sitrep.model import BY_NAME


def made(sentence: Sentence, clause: Clause) -> Found | None:
    """The demand that a clause in "must" or "should" makes of its subject, or None; see above."""
    verb = sentence.chunks[clause.index]
    stative = (verb.copula and not verb.adjective) or verb.lemmas == ("have",)
    # "Should Iran attack" is no demand on whom stands before it.
    inverted = verb.modal != "must" and verb.end - verb.start == 1 and sentence.kind(clause.index + 1) == NP
    if verb.modal not in listed("modals_hypothetical") or stative or inverted:
        return None
    if not any(sentence.chunks[g].actors for g in clause.subjects):
        return None
    for k in range(clause.index - 1, -1, -1):
        if sentence.kind(k) == VG and (sentence.is_speech(k) or _issues(sentence, k)):
            return _demand(sentence, clause, k)
    behind = next((k for k in sentence.verbs if k > clause.index and sentence.is_speech(k)), None)
    if behind is None or not _closes(sentence, behind):
        return None
    return _demand(sentence, clause, behind)


def _demand(sentence: Sentence, clause: Clause, told: int) -> Found | None:
    """The demand of the speaker of a verb of speaking on the subject of a clause, or None."""
    verb, speaker = sentence.chunks[clause.index], sentence.clause(told).subjects
    if not speaker or speaker == clause.subjects:
        return None
    telling = sentence.clause(told)
    told_to = telling.objects or next((groups for prep, groups in telling.preps if prep == "to"), [])
    pronoun = sentence.words[sentence.chunks[clause.subjects[0]].start].classes & w.SUBJ
    told_to = told_to if pronoun and told < clause.index and sentence.names_other(told_to) else []
    if verb.modal == "must" and not told_to and _own(sentence, clause.subjects, speaker):
        return None
    if verb.modal != "must" and not _foreign(sentence, told_to or clause.subjects, speaker):
        return None
    return Found(
        verbs()["must"][0], verb.start, verb.start + 1, doers=speaker, doer_rule="speaker",
        patients=told_to or clause.subjects, patient_rule="who is told" if told_to else "subject",
        clause=sentence.clause(told), chunk=told,
    )  # fmt: skip


def _closes(sentence: Sentence, verb: int) -> bool:
    """Does a verb of speaking stand behind what is said (", X said")?"""
    speaker = sentence.clause(verb).subjects
    k = min(speaker[0], verb) - 1 if speaker else -1
    while k > 0 and sentence.kind(k) == MARK:
        k -= 1
    return k > 0 and sentence.kind(k) == COMMA


def _own(sentence: Sentence, groups: list[int], others: list[int]) -> bool:
    """Is it the very state that the others are of ("America must win the race", says its minister)?"""
    ours = {a.country for g in others for a in sentence.chunks[g].actors if a.country}
    return any(a.kind == "state" and a.country in ours for g in groups for a in sentence.chunks[g].actors)


def _foreign(sentence: Sentence, groups: list[int], others: list[int]) -> bool:
    """Are they of a state that is told, and that none of the others are of?"""
    ours = {a.country for g in others for a in sentence.chunks[g].actors if a.country}
    theirs = [a for g in groups for a in sentence.chunks[g].actors if a.via in BY_NAME]
    return bool(ours) and any(a.country and a.country not in ours for a in theirs)


def _issues(sentence: Sentence, verb: int) -> bool:
    """Does a verb give out what says that somebody must do something ("issued a reminder that")?"""
    heads = (sentence.words[sentence.chunks[g].end - 1].lower for g in sentence.clause(verb).objects)
    return any(head in listed("speech_nouns") for head in heads)
