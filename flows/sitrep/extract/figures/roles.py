"""The words of a sentence that can give a count its role: verbs, nouns and adjectives, with the form they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep.extract.events.forms import BASE, GERUND, PARTICIPLE, PAST, THIRD, verb
from sitrep.model import Token

FINITE = BASE | THIRD | PAST


class Verb(NamedTuple):
    """A verb of the lexicon in a sentence: tokens ``start`` to ``end``, the role of its object and of its subject.

    ``forms`` are the bits of ``forms`` that it may be; ``passive`` is set behind a form of "be"; ``future`` behind
    a modal, "to" or "not yet"; ``lemma`` is the entry.
    """

    start: int
    end: int
    forms: int
    object_role: str | None
    subject_role: str | None
    passive: bool
    future: bool
    lemma: str


class Word(NamedTuple):
    start: int
    end: int
    role: str


class _Entry(NamedTuple):
    rest: tuple[str, ...]
    forms: int
    object_role: str | None
    subject_role: str | None
    lemma: str


@cache
def closed(group: str) -> frozenset[str]:
    """A closed class of ``lexicons/syntax``."""
    return frozenset(lexicons.load("syntax")[group])


@cache
def words(group: str) -> frozenset[str]:
    """A group of ``lexicons/figure_verbs``."""
    return frozenset(lexicons.load("figure_verbs")[group])


@cache
def speech_forms() -> frozenset[str]:
    return frozenset(form for lemma in lexicons.load("syntax")["speech"] for form in verb(lemma))


@cache
def finite_words() -> frozenset[str]:
    """Words that can only be, or mostly are, the finite verb of a clause."""
    pasts = {form for row in lexicons.rows("verb_forms") for form in row["past"].split("|")}
    roles = lexicons.load("figure_roles")
    verbs = {p.split()[0] for r in roles.values() for rel in ("object", "subject") for p in r.get(rel, ())}
    known = {form for lemma in verbs for form, bits in verb(lemma).items() if bits & (THIRD | PAST | BASE)}
    return frozenset(pasts | known | closed("be") | closed("have") | closed("modals") | closed("do") | speech_forms())


@cache
def _verbs() -> dict[str, list[_Entry]]:
    roles: dict[str, list[str | None]] = {}
    for role, relations in lexicons.load("figure_roles").items():
        for slot, relation in enumerate(("object", "subject")):
            for phrase in relations.get(relation, ()):
                known = roles.setdefault(phrase, [None, None])
                known[slot] = known[slot] or role
    found: dict[str, list[_Entry]] = {}
    for phrase, (obj, subj) in roles.items():
        head, *words = phrase.split()
        rest = tuple(words)
        for form, bits in verb(head).items():
            found.setdefault(form, []).append(_Entry(rest, bits, obj, subj, phrase))
    for entries in found.values():
        if len(entries) > 1:
            entries.sort(key=lambda e: (-len(e.rest), e.lemma))
    return found


@cache
def _words(relation: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for role, relations in lexicons.load("figure_roles").items():
        for phrase in relations.get(relation, ()):
            head, *rest = phrase.replace("-", " - ").split()
            found.setdefault(head, []).append((tuple(rest), role))
    for entries in found.values():
        entries.sort(key=lambda e: -len(e[0]))
    return found


def _words_in(tokens: Sequence[Token], relation: str) -> list[Word]:
    lexicon = _words(relation)
    found: list[Word] = []
    for i, token in enumerate(tokens):
        for rest, role in lexicon.get(token.lower, ()):
            end = i + 1 + len(rest)
            if not rest or _rest(tokens, i + 1, rest):
                found.append(Word(i, end, role))
                break
    return found


class Roles:
    """All role words of one sentence."""

    def __init__(self, tokens: Sequence[Token]):
        self.verbs = _verbs_in(tokens)
        self.nouns = _words_in(tokens, "noun")
        self.adjectives = _words_in(tokens, "adjective")
        self.verb_at = {v.start: v for v in self.verbs}
        # "takes down" ends where "down" ends: the longer of the two.
        self.verb_to = {v.end: v for v in reversed(self.verbs)}
        self.noun_to = {n.end: n for n in self.nouns}
        self.noun_at = {n.start: n for n in self.nouns}
        self.adjective_at = {a.start: a for a in self.adjectives}


def split_verb(tokens: Sequence[Token], i: int, k: int) -> Verb | None:
    """The verb of the lexicon that token ``i`` and what stands behind its object make: "pull 90 soldiers out"."""
    for entry in _verbs().get(tokens[i].lower, ()):
        # "in", "on" and their like alone open another phrase.
        whole = (
            len(entry.rest) > 1
            or not entry.rest
            or entry.rest[0] not in closed("prepositions") - words("verb_particles")
        )
        if entry.rest and whole and entry.object_role is not None and _rest(tokens, k, entry.rest):
            return _made(tokens, i, i + 1, entry)
    return None


def _verbs_in(tokens: Sequence[Token]) -> list[Verb]:
    lexicon = _verbs()
    found: list[Verb] = []
    for i, token in enumerate(tokens):
        entries = lexicon.get(token.lower, ())
        if entries and (_in_a_name(tokens, i) or _hyphenated(tokens, i)):
            continue
        for entry in entries:
            end = i + 1 + len(entry.rest)
            if entry.rest and not _rest(tokens, i + 1, entry.rest):
                continue
            made = _made(tokens, i, end, entry)
            if made is not None and made.passive and made.object_role is None and entry.rest:
                # "were moved into": "move into" is done by its subject, "move" to its object.
                continue
            if made is not None:
                found.append(made)
            break
    return found


def _in_a_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital letter on both words tells that a pair is a name: "the 225th Assault Regiment"."""
    if not i or i + 1 >= len(tokens) or not (_titled(tokens[i]) and _titled(tokens[i + 1])):
        return False
    before = tokens[i - 1].text[0]
    return before.isdigit() or (not before.isupper() and _in_lower_case(tokens))


def _titled(token: Token) -> bool:
    return token.text[0].isupper() and token.text[1:].islower()


def _in_lower_case(tokens: Sequence[Token]) -> bool:
    """Whether most words begin with a small letter: it is no headline."""
    words_only = [t for t in tokens if t.text[0].isalpha()]
    return 2 * sum(t.text[0].islower() for t in words_only) > len(words_only)


def _hyphenated(tokens: Sequence[Token], i: int) -> bool:
    """Whether a hyphen ties the word to the one before: "the Kurdish-held city"."""
    return (
        i > 1
        and tokens[i - 1].text in "-‐‑"
        and tokens[i - 2].char_end == tokens[i - 1].char_start
        and tokens[i - 1].char_end == tokens[i].char_start
    )


def _rest(tokens: Sequence[Token], i: int, rest: tuple[str, ...]) -> bool:
    if i >= len(tokens) or tokens[i].lower != rest[0]:
        return False
    return len(rest) == 1 or tuple([t.lower for t in tokens[i : i + len(rest)]]) == rest


def _made(tokens: Sequence[Token], i: int, end: int, entry: _Entry) -> Verb | None:
    k, skipped = i - 1, 0
    adverbs = closed("adverbs")
    while (
        k >= 0
        and skipped < 3
        and (tokens[k].lower in adverbs or tokens[k].lower.endswith("ly") or tokens[k].lower in ("not", "never"))
    ):
        k, skipped = k - 1, skipped + 1
    before = tokens[k].lower if k >= 0 else ""
    forms = entry.forms
    be = before in closed("be") or before.endswith(("'re", "’re", "'m", "’m"))
    have = before in closed("have") or before.endswith(("'ve", "’ve"))
    modal = (
        before in closed("modals")
        or before == "to"
        or before.endswith(("'ll", "’ll"))
        or before in closed("do")
        or before.endswith("n't")
        or before.endswith("n’t")
    )
    if be:
        forms &= PARTICIPLE | GERUND
    elif have:
        forms &= PARTICIPLE
    elif modal:
        forms &= BASE | (forms & PAST if before not in ("to",) else 0)
    elif forms & (BASE | THIRD) and not forms & PAST:
        if not before or (not before[0].isalnum() and before not in (",", "”", "’", '"', "'", ")")):
            return None
        if (
            (before in closed("determiners") and before not in closed("object_relatives"))
            or before in closed("prepositions")
            or before.endswith(("'s", "’s"))
            or before.isdigit()
        ):
            return None
        acronym = k >= 0 and len(before) > 2 and tokens[k].text.isupper()
        if forms & BASE and not (
            before.endswith(("s", "men", "women"))
            or not before
            or acronym
            or before in words("plain_subjects")
            or before[0].isdigit()
        ):
            return None
    elif forms & GERUND and before in closed("determiners"):
        return None
    if not forms:
        return None
    future = (modal and before not in closed("do")) or _future(tokens, k)
    passive = (be and not forms & GERUND) or (be and bool(forms & PARTICIPLE) and not forms & GERUND)
    return Verb(i, end, forms, entry.object_role, entry.subject_role, bool(passive), future, entry.lemma)


def _future(tokens: Sequence[Token], k: int) -> bool:
    """Whether the auxiliary at ``k`` stands behind a modal or "to": "will be sent", "are to be sent"."""
    auxiliaries = closed("be") | closed("have")
    while k >= 0 and tokens[k].lower in auxiliaries:
        k -= 1
    return k >= 0 and (tokens[k].lower in closed("modals") or tokens[k].lower == "to")
