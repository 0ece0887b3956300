"""What somebody has done or undergoes, told by "have" or "get" with an object and a participle ("had X arrested")."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act, kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.groups import NP, VG
from sitrep.inflection import PARTICIPLE

# How such a clause came by its subject.
CAUSATIVE = "causative"
# Acts that are ordered in such words; "had troops deployed" tells where troops are.
_ORDERED = ("ASSAULT", "COERCE", "SANCTION", "CONCEDE")


def caused_by(sentence: Sentence, clause: Clause) -> int | None:
    """The verb group of "have" or "get" whose object a bare participle tells of, or None."""
    chunk = sentence.chunks[clause.index]
    if chunk.end - chunk.start > 1 or not chunk.form & PARTICIPLE or clause.objects or not clause.subjects:
        return None
    verb, told = clause.subjects[0] - 1, sentence.of_chain(clause.subjects[0])[-1]
    if sentence.kind(told) != NP or sentence.kind(verb) != VG or clause.index - told > 1:
        return None  # "had ten battalions there under a pact signed in 2023"
    causing = sentence.chunks[verb]
    bare = sentence.words[causing.main].lower in w.listed("causing_forms")
    return verb if bare and not causing.passive and not causing.copula else None


def turned(sentence: Sentence, clause: Clause, causing: int, act: Act) -> Clause | None:
    """The clause of the participle as one of who has it done, or as a passive where it befalls him; None where the act
    is not told so."""
    if act.event_type not in _ORDERED:
        return None
    passive = replace(clause, passive=True, how=CAUSATIVE)
    agents = any(prep == "by" and not sentence.by_means(groups) for prep, groups in clause.preps)
    chain = sentence.of_chain(clause.subjects[0])
    owned = any(sentence.words[sentence.chunks[link].start].classes & w.POSS for link in chain)
    owned = owned and sentence.words[sentence.chunks[chain[-1]].end - 1].plain not in kinds()["people"]
    if agents or owned or not w.listed("losing_participles").isdisjoint(sentence.chunks[clause.index].lemmas):
        return passive
    mate = sentence.clause(causing)
    return replace(passive, passive=False, subjects=mate.subjects, objects=clause.subjects, control=mate.control)
