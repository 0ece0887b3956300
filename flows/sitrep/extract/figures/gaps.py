"""What a stretch of text between a count and its date or place tells: whether a clause of its own begins in it."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.extract.figures.roles import finite_words, speech_forms, words

_THAT = re.compile(r"\b(\w+) that\b")
# "according to a diplomat, who said the last had left in June"
_WHO = re.compile(lambda: rf", {re.any_of(words('relative_pronouns'))} (?:[a-z]+ly )?(\w+)")
_OPENER = re.compile(lambda: rf"(?:, {re.any_of(words('second_clauses'))}|;) ")
_LATER = re.compile(lambda: rf"\b{re.any_of(words('later_on'))}\b")
_WORD = re.compile(r"[a-z]+")
# How many words behind a count its auxiliary stands.
_BEHIND = 3


def parted(gap: str) -> bool:
    """Whether another clause begins in a stretch."""
    return ";" in gap or ", " in gap or any(f" {word} " in gap for word in words("clause_parts"))


def says(gap: str) -> bool:
    """Whether a verb of speech opens another clause in a stretch: "numbers 1,400, said that ten had been killed"."""
    return any(m[1] in speech_forms() for told in (_THAT, _WHO) for m in told.finditer(gap))


def opens_clause(gap: str) -> bool:
    """Whether a coordinator behind a comma, or a semicolon, parts a stretch."""
    return _OPENER.search(gap) is not None


def new_clause(gap: str) -> bool:
    """Whether a stretch leads into a clause of its own, with a subject and a verb: ", and the minister flew"."""
    openers = [m.end() for m in _OPENER.finditer(gap)]
    clause = gap[openers[-1] :].split() if openers else []
    if not clause or clause[0] in finite_words():
        return False
    return any(word in finite_words() or word.endswith("ed") for word in clause[1:])


def told(gap: str, behind: str) -> bool:
    """Whether what one says on a day was before it: "Last week the minister said that 40 | had been killed".

    ``gap`` leads from the day to the count, ``behind`` from there.
    """
    acts = finite_words() | words("judging_acts")
    verb = next((m for m in _WORD.finditer(gap) if m[0] in acts), None)
    if verb is None or verb[0] in words("judging_acts"):
        return verb is not None
    if verb[0] not in speech_forms() | words("putting") or gap.startswith(",", verb.end()):
        return False
    said = _WORD.findall(gap, verb.end())
    return not words("earlier_then").isdisjoint((*said, *_WORD.findall(behind)[:_BEHIND]))


def later(gap: str, clause: str) -> bool:
    """Whether what follows a dated clause is of another day: "yielded on 3 June, and his army | left within weeks"."""
    openers = [m.end() for m in _OPENER.finditer(gap)]
    return bool(openers) and _LATER.search(gap[openers[-1] :] + clause) is not None
