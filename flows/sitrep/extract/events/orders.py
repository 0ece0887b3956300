"""Orders and pleas in direct speech: what somebody tells another to do between quotation marks."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import verbs
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import Chunk
from sitrep.extract.events.tokens import Word
from sitrep.extract.events.words import listed
from sitrep.inflection import BASE, GERUND

# What may stand behind the verb of an order.
_OBJECT = w.DET | w.POSS | w.PRON | w.ADV

# How many words may part whom an order is given from the order: a day and a place ("told Kyiv on Monday: ...").
_ASIDE = 8


def is_telling(words: list[Word], chunk: Chunk) -> bool:
    """Is a verb one of telling somebody something, in a sentence with direct speech?"""
    if chunk.passive or not chunk.finite or listed("telling_verbs").isdisjoint(chunk.lemmas):
        return False
    return any(word.lower in listed("quotation_marks") for word in words)


def given(sentence: Sentence, clause: Clause) -> Found | None:
    """The demand that somebody makes of whom he tells what to do, or None."""
    if not sentence.names_other(clause.objects) or not any(sentence.chunks[g].actors for g in clause.subjects):
        return None
    if not any(_commands(sentence.words, i) for i in _openings(sentence, clause)):
        return None
    main = sentence.chunks[clause.index].main
    return Found(
        verbs()["must"][0], main, main + 1, doers=clause.subjects, doer_rule="speaker",
        patients=clause.objects, patient_rule="who is told", clause=clause, chunk=clause.index,
    )  # fmt: skip


def _openings(sentence: Sentence, clause: Clause) -> list[int]:
    """The first words of what is quoted: at the start of the sentence, and right behind who is told."""
    words = sentence.words
    behind = sentence.chunks[clause.objects[-1]].end
    marks = [0, *range(behind, min(behind + _ASIDE, len(words)))]
    return [k + 1 for k in marks if words[k].lower in listed("quotation_marks") and k + 1 < len(words)]


def _commands(words: list[Word], i: int) -> bool:
    """Does an imperative stand here ("Withdraw your troops", "Do not test us", "Surrender or die")?"""
    word = words[i]
    after = words[i + 1] if i + 1 < len(words) else None
    if word.actor is not None or word.place is not None or after is None:
        return False
    if word.lower in listed("imperative_openers"):
        return bool(after.form & (BASE | GERUND)) or bool(after.classes & (w.DET | w.PRON | w.NEG))
    if not word.form & BASE or word.classes & w.AUX:
        return False
    if after.classes & w.CONJ:
        return i + 2 < len(words) and bool(words[i + 2].form & BASE)
    named = after.actor is not None or after.place is not None or after.number
    led = after.lower in listed("separable") or bool(after.form & GERUND)
    return named or led or bool(after.classes & _OBJECT and not after.classes & (w.AUX | w.PREP | w.SUBJ))
