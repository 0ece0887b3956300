"""Days of a sentence that are not a count's, though near it: when something else is due, planned or charged."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.extract.figures.gaps import opens_clause
from sitrep.extract.figures.roles import closed, finite_words, words
from sitrep.model import Cue, DateMention

_BY = "../"
_WORD = re.compile(r"[a-z]+")
_RELATIVE = re.compile(lambda: rf"\b{re.any_of({*words('object_relatives'), *words('relative_pronouns')})}\b")
_ORIGIN = re.compile(
    lambda: (
        rf"\b{re.any_of(words('object_relatives'))} {re.any_of(closed('past_be'))} {re.any_of(words('making_pasts'))}\b"
    )
)
_EDGE = re.compile(
    lambda: (
        rf"\b{re.any_of({'that', *words('object_relatives'), *words('relative_pronouns')})}\b"
        rf"|(?:,|;|^) ?{re.any_of(closed('coordinators'))}\b|;"
    )
)
# How far a word by which somebody is charged stands before a day, in code points.
_CHARGE = 160
_CHARGED = re.compile(
    lambda: (
        rf"\b{re.any_of(words('charging'))}\b[^.;]*\b{re.any_of(closed('charge_prepositions'))} (?:[\w’'-]+ )?"
        rf"[a-z]+ing\b[^,;]*$"
    )
)


def is_due_elsewhere(date: DateMention, before: str, gap: str) -> bool:
    """Whether a clause before the count tells what is to be done by a day ("voted to leave by June, and 900 men left").

    ``before`` is the sentence up to the day, ``gap`` leads from there to the count. A day that opens the sentence is
    that of all its clauses.
    """
    return (date.edtf or "").startswith(_BY) and not _is_fronted(before) and opens_clause(gap)


def is_of_plan(date: DateMention, char: int, cues: list[Cue], view: str) -> bool:
    """Whether something planned behind a count that is not is dated ("found 18 guns and will report back by May")."""
    return any(
        char < cue.char_start < date.char_start
        and cue.modality == "planned"
        and _joined(view[char : cue.char_start].lower())
        for cue in cues
    )


def is_before_plan(before: str, gap: str) -> bool:
    """Whether what is planned stands in a clause behind that of the day ("met on 3 May and signed a pact under which
    Chad will send", "announced on 3 May that 900 men would follow")."""
    edge = _EDGE.search(gap)
    if edge is None:
        return False
    told = before if not _is_fronted(before) else gap[: edge.start()]
    return _tells(told)


def is_outside(gap: str) -> bool:
    """Whether a clause opens, or a verb stands, between a day and what is planned: it is no day of the plan
    ("declared on 2 May that it would send", not "said that in May it would send")."""
    return _EDGE.search(gap) is not None or not finite_words().isdisjoint(_WORD.findall(gap))


def is_of_origin(gap: str) -> bool:
    """Whether a clause behind the counted tells when they were made: "thousands of guns that were built in 1970"."""
    return _ORIGIN.search(gap) is not None


def is_relative(gap: str) -> bool:
    """Whether a clause on the counted opens behind them: "set free four soldiers whom it had held since May"."""
    return _RELATIVE.search(gap) is not None


def is_charged(before: str) -> bool:
    """Whether a day is that of what somebody is accused of ("accused troops of burning villages in March")."""
    return _CHARGED.search(before[-_CHARGE:]) is not None


def _is_fronted(before: str) -> bool:
    """Whether no verb stands before a day: it opens the sentence, or a part of it behind a semicolon."""
    return not _tells(before.rpartition(";")[2])


def _tells(text: str) -> bool:
    """Whether a verb in a finite form stands in a stretch."""
    return any(word in finite_words() or word.endswith("ed") for word in _WORD.findall(text))


def _joined(gap: str) -> bool:
    """Whether a coordinator ends a stretch or begins its last clause."""
    told = gap.rsplit(",", 1)[-1].split()
    return not closed("coordinators").isdisjoint(told)
