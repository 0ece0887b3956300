"""Acts that a sentence tells of others in fewer words: "and Iran Haifa", "as did X", "along with Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sitrep.extract.events import words as w
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.found import ELLIPSIS, Found
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, NP, STOP, SUB, VG
from sitrep.extract.events.owners import of_state
from sitrep.model import BY_NAME


def repeated(sentence: Sentence, act: Found) -> Iterator[Found]:
    """The act again for each of those who are told to have done the same behind it."""
    if act.nominal or act.clause is None or act.clause.passive or not act.doers:
        return
    _join_companions(sentence, act)
    if act.together:
        yield from (replace(act, doers=doers) for doers in _echoes(sentence, act) if len(doers) > 1)
        return
    gaps = list(_gaps(sentence, act))
    mutual = act.act.event_type == "CONCEDE" or act.act.frame.name == "fire"
    each_other = len(gaps) == 1 and mutual and not of_state(sentence, act.patients)
    for doer, groups in gaps:
        again = replace(act, doers=[doer], doer_rule=ELLIPSIS)
        if each_other:  # "X freed 200 prisoners and Y 300", "X fired ten rockets and Y six"
            again.patients, again.things = act.doers, groups
            act.patients, act.things = [doer], act.things or act.patients
        elif not act.patients or not (sentence.chunks[groups[0]].actors or sentence.chunks[groups[0]].places):
            again.things = groups
        elif act.patients == act.clause.objects:
            again.patients, again.things = groups, []
        else:
            continue
        yield again
    if act.act.frame.name == "accuse":
        yield from (replace(act, patients=[group]) for group in _also_charged(sentence, act))
    if act.act.event_type == "REQUEST":
        yield from (replace(act, patients=[group]) for group in _also_asked(sentence, act))
    for doers in _echoes(sentence, act):
        yield replace(act, doers=doers, doer_rule=ELLIPSIS)


def _gaps(sentence: Sentence, act: Found) -> Iterator[tuple[int, list[int]]]:
    """Who does the same to what, behind a verb that is not told again ("X struck Beirut and Iran Haifa")."""
    k = act.clause.end
    while sentence.kind(k) in (COMMA, CONJ, DATE):
        k += 1
    while sentence.kind(k) == NP and sentence.gapped(k):
        groups, behind = sentence.coordinated(k + 1)
        yield k, groups
        k = behind
        while sentence.kind(k) in (COMMA, CONJ, DATE):
            k += 1


def _also_charged(sentence: Sentence, act: Found) -> Iterator[int]:
    """Who else is accused, and of what ("accused X of shelling Y and Z of helping it")."""
    behind = [v for v in sentence.verbs if v > act.chunk]
    finite = next((v for v in behind if sentence.chunks[v].finite), len(sentence.chunks) - 2)
    for k in range(behind[0] if behind else finite, finite):
        if sentence.kind(k) == NP and sentence.kind(k - 1) == CONJ and sentence.charged(k + 1):
            if sentence.names_other([k]):
                yield k


def _also_asked(sentence: Sentence, act: Found) -> Iterator[int]:
    """Who else is asked ("demanded that X withdraw and that Y halt", "urged X to leave and Y to talk")."""
    for k in range(act.chunk + 2, len(sentence.chunks) - 1):
        if sentence.kind(k) == STOP or (sentence.kind(k) == VG and sentence.is_speech(k)):
            return
        again = sentence.kind(k - 1) == SUB and sentence.lower(k - 1) == "that" and sentence.kind(k - 2) == CONJ
        told = sentence.kind(k - 1) == CONJ and sentence.kind(k + 1) == VG and sentence.chunks[k + 1].infinitive
        if sentence.kind(k) == NP and (again or told) and sentence.names_other([k]):
            before = [actor for chunk in sentence.chunks[act.chunk : k] for actor in chunk.actors]
            if any(actor.country and actor.via in BY_NAME for actor in before):
                yield k


def _echoes(sentence: Sentence, act: Found) -> Iterator[list[int]]:
    """Who is said to have done so too ("as did X", "and so has Y", "and Z followed suit")."""
    following = next((v for v in sentence.verbs if v > act.chunk and sentence.chunks[v].finite), None)
    if following is None or not sentence.chunks[act.chunk].finite:
        return
    verb = sentence.chunks[following]
    left_out = all(word.classes & w.AUX for word in sentence.words[verb.start : verb.end])
    opens = sentence.kind(following - 1) == SUB and sentence.lower(following - 1) in w.listed("echoing_words")
    if opens and left_out and not verb.negated and sentence.kind(following + 1) == NP:
        yield sentence.coordinated(following + 1)[0]
        return
    clause = sentence.clause(following)
    joined = sentence.kind(clause.subjects[0] - 1 if clause.subjects else -1) in (CONJ, COMMA)
    if joined and not verb.negated and clause.how == "subject" and sentence.names_other(clause.subjects):
        behind = sentence.words[sentence.chunks[clause.objects[0]].end - 1].lower if clause.objects else ""
        if any(behind in w.echoing_objects().get(lemma, ()) for lemma in verb.lemmas):
            yield clause.subjects


def _join_companions(sentence: Sentence, act: Found) -> None:
    """Adds those who do it with the first doer ("X, along with Y and Z, condemned")."""
    if act.doers != act.clause.subjects or len(act.doers) != 1 or act.clause.how != "subject":
        return
    k = sentence.of_chain(act.doers[0])[-1] + 1
    k += sentence.kind(k) == COMMA
    first = k
    while k < act.chunk and sentence.kind(k) not in (NP, VG, COMMA):
        k += 1
    if sentence.kind(k) != NP or k == first:
        return
    words = sentence.words[sentence.chunks[first].start : sentence.chunks[k].start]
    if " ".join(word.lower for word in words) not in w.listed("companion_phrases"):
        return
    others, behind = sentence.coordinated(k)
    while sentence.kind(behind) in (COMMA, ADV):
        behind += 1
    if behind == act.chunk:
        act.doers = [*act.doers, *(g for g in others if sentence.names_other([g]))]
