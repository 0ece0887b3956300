"""What a question asks the number of: the noun and the verb that its answer leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.figures.governed import HARM
from sitrep.extract.figures.roles import Roles, Verb, closed, words
from sitrep.extract.figures.rows import Lead
from sitrep.extract.figures.surroundings import NOBODY
from sitrep.extract.figures.units import Hit, Units
from sitrep.model import Page, Sentence, Token

_BEFORE = 4


def asked(page: Page, units: Units, sentences: Sequence[Sentence]) -> Lead | None:
    """What the sentences of a question ask the number or the size of, None where they ask for none."""
    for sentence in reversed(sentences):
        found = _asks(page.tokens(sentence), units, sentence)
        if found is not None:
            return found
    return None


def _asks(tokens: Sequence[Token], units: Units, sentence: Sentence) -> Lead | None:
    lowers = [t.lower for t in tokens]
    hits = [h for h in units.hits_in(sentence.char_start, sentence.char_end) if h.unit.plural is not False]
    at = next((i for i in range(len(lowers)) if lowers[i] == "any" or _how_many(lowers, i)), None)
    if at is None:
        role = _done_to(tokens, hits) if lowers and lowers[-1] == "?" else None
        return Lead(role, NOBODY, None, hits[0].unit.kind) if role and hits else None
    if lowers[at] in words("sizes"):
        return Lead("strength", NOBODY, None, "personnel")
    counted = next((h for h in hits if h.char_start > tokens[at].char_start), None)
    role = _done_to(tokens, [counted]) if counted is not None and lowers[at] == "any" else _role(tokens, at, counted)
    kind = counted.unit.kind if counted is not None else "civilian" if role in HARM else "personnel"
    return Lead(role, NOBODY, None, kind) if role is not None else None


def _how_many(lowers: Sequence[str], i: int) -> bool:
    opened = words("interrogatives") & set(lowers[max(0, i - _BEFORE) : i])
    return bool(opened) and lowers[i] in words("quantities", "sizes")


def _done_to(tokens: Sequence[Token], hits: Sequence[Hit]) -> str | None:
    """The role of the object of a question that is answered by a number or no: "did Iraq fire Scuds last night?"."""
    for verb in Roles(tokens).verbs:
        if verb.object_role and any(0 < h.char_start - tokens[verb.end - 1].char_end < 24 for h in hits):
            return verb.object_role
    return None


def _role(tokens: Sequence[Token], at: int, counted: Hit | None) -> str | None:
    """What is told of the counted behind "how many": "have you destroyed", "were killed", "took part"."""
    start = at + 1
    while counted is not None and start < len(tokens) and tokens[start].char_start < counted.char_end:
        start += 1
    auxiliary = closed("be", "have", "do", "modals")
    while counted is None and start < len(tokens) and tokens[start].lower not in auxiliary:
        start += 1
    roles = Roles(tokens)
    told = next((a for a in roles.adjectives if a.start >= start and a.role in HARM), None)
    verb = next((v for v in roles.verbs if v.start >= start and (v.object_role or v.subject_role)), None)
    if verb is not None:
        return _of_verb(tokens, start, verb) or (told.role if told is not None else None)
    if told is not None:
        return told.role
    there = any(t.lower in words("here") or t.lower in words("inside") for t in tokens[start:])
    return "deployed" if there else "strength" if counted is not None else None


def _of_verb(tokens: Sequence[Token], start: int, verb: Verb) -> str | None:
    known = closed("be", "have", "do", "modals", "adverbs")
    fronted = any(t.lower not in known for t in tokens[start : verb.start])
    return verb.object_role if verb.passive or fronted else verb.subject_role or verb.object_role
