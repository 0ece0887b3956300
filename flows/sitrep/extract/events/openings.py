"""What kind of chunk a word opens whatever stands around it, so that most words need no look at their company."""

from __future__ import annotations

from sitrep import inflection
from sitrep.extract.events import words as w
from sitrep.extract.events.groups import ADV, COMMA, CONJ, MARK, NP, STOP, SUB, P

DASHES = frozenset("–—")
COMMAS = frozenset(",–—")
STOPS = frozenset(";:.!?|•▪…")
# Dashes may close a dateline, a bar may part a headline.
_OPEN_MARKS = DASHES | frozenset("|")
_TOLD_BY_COMPANY = w.REL | w.AUX | w.NEG


def of_word(lower: str, classes: int, form: int) -> str | None:
    """The kind of chunk that a word outside all mentions opens, or None where that depends on its company."""
    if not lower[0].isalnum() and not classes:
        if lower in _OPEN_MARKS:
            return None
        return COMMA if lower in COMMAS else STOP if lower in STOPS else MARK
    if classes & _TOLD_BY_COMPANY or lower in w.listed("told_by_company") or lower in w.listed("verb_like"):
        return None
    if classes & w.CONJ:
        return CONJ
    if classes & w.SUB:
        return None if classes & w.PREP else SUB
    if classes & w.PREP:
        return P
    if classes & w.ADV or (lower.endswith("ly") and not classes and not form):
        return ADV
    return None if form or lower in w.listed("particles_behind") else NP


def reading(text: str) -> tuple[str, str, int, int, str | None]:
    """A word in lower case, that without the ending of the genitive, its class bits, its form bits, what it opens."""
    lower, lexis = text.lower(), w.words()
    classes, form = lexis.classes.get(lower, 0), lexis.forms.get(lower)
    if form is None:
        form = 0 if classes else inflection.by_ending(text, lower)
    plain = lower[:-1] if lower.endswith(("s'", "s’")) else lower.removesuffix("'s").removesuffix("’s")
    return lower, plain, classes, form, of_word(lower, classes, form)
