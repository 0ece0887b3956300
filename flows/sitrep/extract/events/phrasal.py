"""Verbs of several words: the noun groups inside them and those that stand behind their last word."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause, Preps
from sitrep.extract.events.groups import CONJ, MARK, NP


def moves_others(sentence: Sentence, start: int, end: int) -> bool:
    """Do others than the doer's own stand between the words of a verb?"""
    between = [i for i, c in enumerate(sentence.chunks) if c.kind == NP and start <= c.start and c.end < end]
    own = w.POSS | w.PRON | w.SUBJ
    return any(
        sentence.names_other([i]) and not sentence.words[sentence.chunks[i].start].classes & own for i in between
    )


def after(sentence: Sentence, clause: Clause, end: int, said: tuple[str, ...]) -> tuple[list[int], Preps]:
    """Objects and prepositional groups that stand behind word ``end``; the last word of a verb may be a preposition.

    ``said`` are the words of the verb.
    """
    objects = [g for g in clause.objects if sentence.chunks[g].end > end]
    if said[-1] in w.listed("final_prepositions") and clause.preps:
        first = clause.preps[0][1][0]
        objects = [g for g in objects if g < first or sentence.kind(g - 1) != CONJ]  # "sold jets to X and tanks to Y"
    split = [g for g in clause.objects if sentence.chunks[g].end <= end]
    ends = {g: sentence.words[sentence.chunks[g].end - 1].lower for g in split}
    split = [g for g in split if len(split) == 1 or ends[g] not in said]  # "holds ten sailors hostage"
    preps: Preps = []
    for prep, group in clause.preps:
        led = group[0] - 1
        while sentence.kind(led) == MARK:
            led -= 1  # "hit out at what it called"
        opening = sentence.chunks[led]
        if sentence.chunks[group[0]].end <= end:
            if sentence.chunks[group[0]].end < end:
                split.extend(group)  # "called upon Kabul to"
            continue
        if sentence.chunks[group[0]].start < end:
            continue  # a part of the verb: "remanded X in custody pending trial"
        if (
            opening.end <= end
            and sentence.chunks[led + 1].start <= end + 2
            and opening.start >= sentence.chunks[clause.index].end - 1
        ):
            objects = [*objects, *group]  # the verb holds the preposition: its noun group is the object
        else:
            preps.append((prep, group))
    if not objects and sentence.words[end - 1].lower in w.listed("final_prepositions"):
        behind = next((i for i, c in enumerate(sentence.chunks) if c.start == end and c.kind == NP), None)
        objects = sentence.coordinated(behind)[0] if behind is not None else []  # "rushed to the defence of X"
    return (objects or split), preps


def inside(sentence: Sentence, clause: Clause, act: Act, end: int) -> list[int]:
    """The noun group with somebody that a verb of several words ends in ("summoned the Chadian ambassador"), or holds
    ("made X a gift of")."""
    if len(act.words) == 1:
        return []
    behind = [i for i, c in enumerate(sentence.chunks) if c.actors and clause.index < i and c.start < end]
    return [i for i in behind if end <= sentence.chunks[i].end] or [i for i in behind if sentence.names_other([i])]
