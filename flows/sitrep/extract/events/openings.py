"""What kind of chunk a word opens whatever stands around it, so that most words need no look at their company."""

from __future__ import annotations

from sitrep import inflection
from sitrep.extract.events import words as w
from sitrep.extract.events.acts import nouns
from sitrep.extract.events.groups import ADV, COMMA, CONJ, MARK, NP, STOP, SUB, P

DASHES = frozenset("–—")
COMMAS = frozenset(",–—")
STOPS = frozenset(";:.!?|•▪…")
# Dashes may close a dateline, a bar may part a headline.
_OPEN_MARKS = DASHES | frozenset("|")
_TOLD_BY_COMPANY = w.REL | w.AUX | w.NEG

# What else a word is in any company, as bits: a sign that is no word; a word of some list of the syntax lexicon; the
# first word of a group that is one chunk; that of an adverb of several words; the head of a noun that may name an act.
SIGN, FLOATING, TIME_IN_A_DAY, PARTICLE, ASIDE, GROUP, ADVERBIAL, ACT = (1 << n for n in range(8))
_LISTS = {
    "floating": FLOATING,
    "times_in_a_day": TIME_IN_A_DAY,
    "particles_behind": PARTICLE,
    "ordinals_aside": ASIDE,
}


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


def _traits(lower: str, classes: int) -> int:
    bits = SIGN if not lower[0].isalnum() and not classes else 0
    for name, bit in _LISTS.items():
        if lower in w.listed(name):
            bits |= bit
    if any(lower in phrases() for phrases in (w.coordinating_phrases, w.phrasal_prepositions, w.hedging_phrases)):
        bits |= GROUP
    if lower in w.adverbial_phrases():
        bits |= ADVERBIAL
    return bits | ACT if lower in nouns().phrases else bits


def reading(text: str) -> tuple[str, str, int, int, str | None, int]:
    """A word in lower case, that without the ending of the genitive, its class bits, its form bits, what it opens, and
    the bits of what else it is."""
    lower, lexis = text.lower(), w.words()
    classes, form = lexis.classes.get(lower, 0), lexis.forms.get(lower)
    if form is None:
        form = 0 if classes else inflection.by_ending(text, lower)
    plain = lower[:-1] if lower.endswith(("s'", "s’")) else lower.removesuffix("'s").removesuffix("’s")
    return lower, plain, classes, form, of_word(lower, classes, form), _traits(lower, classes)
