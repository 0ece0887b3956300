"""The words of a sentence that can give a count its role: verbs, nouns and adjectives, with the form they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from sitrep import inflection, lexicons
from sitrep.inflection import BASE, GERUND, PARTICIPLE, PAST, THIRD, verb
from sitrep.model import Token

T = TypeVar("T")


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


class _Named(NamedTuple):
    rest: tuple[str, ...]
    role: str


class _Entry(NamedTuple):
    rest: tuple[str, ...]
    forms: int
    object_role: str | None
    subject_role: str | None
    lemma: str


@cache
def closed(*groups: str) -> frozenset[str]:
    """Closed classes of ``lexicons/syntax``, together."""
    return frozenset(word for group in groups for word in lexicons.load("syntax")[group])


@cache
def words(*groups: str) -> frozenset[str]:
    """Groups of ``lexicons/figure_verbs``, together."""
    return frozenset(word for group in groups for word in lexicons.load("figure_verbs")[group])


@cache
def giving_forms() -> frozenset[str]:
    """All forms of the verbs by which somebody is given things."""
    return frozenset(form for lemma in words("giving") if " " not in lemma for form in inflection.verb(lemma))


@cache
def speech_forms() -> frozenset[str]:
    """All forms of the verbs of speech."""
    return frozenset(form for lemma in lexicons.load("syntax")["speech"] for form in verb(lemma))


@cache
def finite_words() -> frozenset[str]:
    """Words that can only be, or mostly are, the finite verb of a clause."""
    pasts = {form for row in lexicons.rows("verb_forms") for form in row["past"].split("|")}
    roles = lexicons.load("figure_roles")
    verbs = {p.split()[0] for r in roles.values() for rel in ("object", "subject") for p in r.get(rel, ())}
    known = {form for lemma in verbs for form, bits in verb(lemma).items() if bits & (THIRD | PAST | BASE)}
    return frozenset(pasts | known | closed("be", "have", "modals", "do") | speech_forms())


@cache
def _verbs() -> dict[str, list[_Entry]]:
    files = ("figure_roles.yaml", "verb_forms.csv", "syntax.yaml")
    known = lexicons.derived("verbs of figures", files, (__file__, inflection.__file__), _verb_entries)
    return {first: [_Entry(*told) for told in entries] for first, entries in known.items()}


def _verb_entries() -> dict[str, list[tuple[Any, ...]]]:
    """The verbs of the lexicon (each the fields of an ``_Entry``) by the first word of each of their forms."""
    roles: dict[str, list[str | None]] = {}
    for role, relations in lexicons.load("figure_roles").items():
        for slot, relation in enumerate(("object", "subject")):
            for phrase in relations.get(relation, ()):
                known = roles.setdefault(phrase, [None, None])
                known[slot] = known[slot] or role
    found: dict[str, list[_Entry]] = {}
    for phrase, (obj, subj) in roles.items():
        head, *words = phrase.split()
        rest = tuple(_apart(" ".join(words)))
        for form, bits in verb(head).items():
            first, *parts = _apart(form)
            found.setdefault(first, []).append(_Entry((*parts, *rest), bits, obj, subj, phrase))
    for entries in found.values():
        if len(entries) > 1:
            entries.sort(key=lambda e: (-len(e.rest), e.lemma))
    return {first: list(map(tuple, entries)) for first, entries in found.items()}


def _apart(phrase: str) -> list[str]:
    """The tokens of a phrase: a hyphen is one of its own, as in a text."""
    return phrase.replace("-", " - ").split()


@cache
def _words(relation: str) -> dict[str, list[_Named]]:
    found: dict[str, list[_Named]] = {}
    for role, relations in lexicons.load("figure_roles").items():
        for phrase in relations.get(relation, ()):
            head, *rest = _apart(phrase)
            found.setdefault(head, []).append(_Named(tuple(rest), role))
    for entries in found.values():
        entries.sort(key=lambda e: -len(e.rest))
    return found


@cache
def heads() -> frozenset[str]:
    """The words that entries open with, in all their forms."""
    return frozenset((*_verbs(), *_words("noun"), *_words("adjective")))


def heads_of(roles: frozenset[str], lemmas: frozenset[str]) -> frozenset[str]:
    """The words that entries of some roles, and verbs of some lemmas, open with."""
    verbs = (
        form
        for form, entries in _verbs().items()
        if any(e.object_role in roles or e.subject_role in roles or e.lemma in lemmas for e in entries)
    )
    others = (
        head
        for relation in ("noun", "adjective")
        for head, entries in _words(relation).items()
        if any(entry.role in roles for entry in entries)
    )
    return frozenset((*verbs, *others))


class _Opened(NamedTuple, Generic[T]):
    """What a word opens: entries of several words by their second, longer ones first, and those of the word alone."""

    phrases: dict[str, list[T]]
    alone: list[T]

    def at(self, tokens: Sequence[Token], i: int) -> list[T]:
        """The entries that stand at token ``i``, where the word does; longer ones first."""
        phrases = self.phrases.get(tokens[i + 1].lower) if self.phrases and i + 1 < len(tokens) else None
        if phrases is None:
            return self.alone
        return [e for e in phrases if len(e.rest) == 1 or _rest(tokens, i + 1, e.rest)] + self.alone


def _opened(entries: Iterable[T]) -> _Opened[T]:
    phrases: dict[str, list[T]] = {}
    alone: list[T] = []
    for entry in entries:
        (phrases.setdefault(entry.rest[0], []) if entry.rest else alone).append(entry)
    return _Opened(phrases, alone) if phrases or alone else _NOTHING


_NOTHING: _Opened = _Opened({}, [])


@cache
def _facts(head: str) -> tuple[_Opened[_Entry], _Opened[_Named], _Opened[_Named]]:
    """The verbs, nouns and adjectives that a word may open."""
    return tuple(_opened(lexicon.get(head, ())) for lexicon in (_verbs(), _words("noun"), _words("adjective")))


class Roles:
    """All role words of one sentence. Its verbs, which need a look at their company, are read when asked for."""

    def __init__(self, tokens: Sequence[Token]):
        known = heads()
        self._tokens = tokens
        self.nouns: list[Word] = []
        self.adjectives: list[Word] = []
        self._verbs: list[tuple[int, _Opened[_Entry]]] = []
        for i, token in enumerate(tokens):
            if token.lower not in known:
                continue
            verbs, nouns, adjectives = _facts(token.lower)
            if verbs is not _NOTHING:
                self._verbs.append((i, verbs))
            if nouns is not _NOTHING and not _opens_name(tokens, i) and (named := nouns.at(tokens, i)):
                self.nouns.append(Word(i, i + 1 + len(named[0].rest), named[0].role))
            if adjectives is not _NOTHING and (named := adjectives.at(tokens, i)):
                self.adjectives.append(Word(i, i + 1 + len(named[0].rest), named[0].role))
        self.noun_to = {n.end: n for n in self.nouns}
        self.noun_at = {n.start: n for n in self.nouns}
        self.adjective_at = {a.start: a for a in self.adjectives}

    @cached_property
    def verbs(self) -> list[Verb]:
        tokens = self._tokens
        found: list[Verb] = []
        for i, opened in self._verbs:
            if _in_a_name(tokens, i) or _hyphenated(tokens, i) or _is_month(tokens, i):
                continue
            late = bool(opened.phrases) and _already(tokens, i)
            entries = opened.at(tokens, i)
            if late:
                # "were already on their way"
                apart = [e for e in opened.at(tokens, i + 1) if e.rest and e.lemma in words("whole_predicates")]
                entries, late = apart or entries, bool(apart)
            for entry in entries:
                if entry.rest and entry.rest[-1] == "up" and _of_a_number(tokens, i + len(entry.rest)):
                    continue
                made = _made(tokens, i, i + 1 + late + len(entry.rest), entry)
                if made is not None and made.passive and made.lemma in words("winning"):
                    # "in captivity were taken 14 men": "be taken" tells it
                    made = None
                if made is not None and made.passive and made.object_role is None and entry.rest:
                    # "were moved into": "move into" is done by its subject, "move" to its object.
                    continue
                if made is not None:
                    found.append(made)
                break
        return found

    @cached_property
    def verb_at(self) -> dict[int, Verb]:
        return {v.start: v for v in self.verbs}

    @cached_property
    def verb_to(self) -> dict[int, Verb]:
        # "takes down" ends where "down" ends: the longer of the two.
        return {v.end: v for v in reversed(self.verbs)}


def split_verb(tokens: Sequence[Token], i: int, k: int) -> Verb | None:
    """The verb of the lexicon that token ``i`` and what stands behind its object make: "pull 90 soldiers out"."""
    head = tokens[i].lower
    if k >= len(tokens) or head not in heads():
        return None
    particle = tokens[k].lower
    for entry in _facts(head)[0].phrases.get(particle, ()):
        # "in", "on" and their like alone open another phrase.
        whole = len(entry.rest) > 1 or particle not in closed("prepositions") or particle in words("verb_particles")
        if whole and entry.object_role is not None and _rest(tokens, k, entry.rest):
            return _made(tokens, i, i + 1, entry)
    return None


def _already(tokens: Sequence[Token], i: int) -> bool:
    """Whether an adverb of time parts "be" at ``i`` from its phrase."""
    return i + 2 < len(tokens) and tokens[i + 1].lower in words("by_now") and tokens[i].lower in closed("be")


def _of_a_number(tokens: Sequence[Token], k: int) -> bool:
    """Whether "up" at ``k`` is of a number and no particle: "train up to 1,000 men"."""
    behind = tokens[k + 1 : k + 3]
    return (
        len(behind) == 2
        and behind[0].lower == "to"
        and (behind[1].text[0].isdigit() or behind[1].lower in words("before_numbers"))
    )


def _in_a_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital letter on both words tells that a pair is a name: "the 225th Assault Regiment"."""
    if not i or i + 1 >= len(tokens) or not (_titled(tokens[i]) and _titled(tokens[i + 1])):
        return False
    before = tokens[i - 1].text[0]
    return before.isdigit() or (not before.isupper() and in_lower_case(tokens))


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in lexicons.load("months").values() for name in names)


def _is_month(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is a month, by its capital letter amid words without: "20 trucks since March" march nowhere."""
    return bool(i) and _titled(tokens[i]) and tokens[i].lower in _months() and in_lower_case(tokens)


def _opens_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun stands in a name: "the Moro Islamic Liberation Front" frees nobody."""
    if not 0 < i < len(tokens) - 1 or not tokens[i].text[0].isupper() or tokens[i + 1].lower not in words("fronts"):
        return False
    return _titled(tokens[i]) and _titled(tokens[i + 1])


def _titled(token: Token) -> bool:
    return token.text[0].isupper() and token.text[1:].islower()


def in_lower_case(tokens: Sequence[Token]) -> bool:
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


# What a word before a verb tells of it.
_BE, _HAVE, _MODAL, _DO, _ADVERB = (1 << n for n in range(5))
_AUXILIARY_ENDINGS = (
    (("'re", "’re", "'m", "’m"), _BE),
    (("'ve", "’ve"), _HAVE),
    (("'ll", "’ll", "n't", "n’t"), _MODAL),
)


@lru_cache(maxsize=1 << 14)
def _auxiliary(lower: str) -> int:
    bits = sum(bit for endings, bit in _AUXILIARY_ENDINGS if lower.endswith(endings))
    for group, bit in (("be", _BE), ("have", _HAVE), ("modals", _MODAL), ("do", _MODAL | _DO), ("adverbs", _ADVERB)):
        if lower in closed(group):
            bits |= bit
    if lower == "to":
        bits |= _MODAL
    return bits | _ADVERB if lower.endswith("ly") or lower in words("denying_adverbs") else bits


def _made(tokens: Sequence[Token], i: int, end: int, entry: _Entry) -> Verb | None:
    k, skipped = i - 1, 0
    while k >= 0 and skipped < 3 and _auxiliary(tokens[k].lower) & _ADVERB:
        k, skipped = k - 1, skipped + 1
    before = tokens[k].lower if k >= 0 else ""
    company = _auxiliary(before)
    forms = entry.forms
    be = company & _BE
    if forms & BASE and forms & PAST and k == i - 1 and before in words("indefinite", "the"):
        # "at a cost of 500 men"
        return None
    if be:
        forms &= PARTICIPLE | GERUND
    elif company & _HAVE:
        forms &= PARTICIPLE
    elif company & _MODAL:
        forms &= BASE | (forms & PAST if before not in ("to",) else 0)
    elif forms & (BASE | THIRD) and not forms & PAST:
        if not before or (not before[0].isalnum() and before not in (",", "”", "’", '"', "'", ")")):
            return None
        counting = end < len(tokens) and (tokens[end].text.isdigit() or tokens[end].lower in words("before_numbers"))
        # "camps in the northeast hold about 9,000 men"
        quarter = counting and k > 0 and tokens[k - 1].lower in words("the")
        if (
            (before in closed("determiners") and before not in closed("object_relatives"))
            or (before in closed("prepositions") and not quarter)
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
            or counting
        ):
            return None
    elif forms & GERUND and before in closed("determiners"):
        return None
    if not forms:
        return None
    future = (bool(company & _MODAL) and not company & _DO) or _future(tokens, k)
    passive = bool(be) and not forms & GERUND
    return Verb(i, end, forms, entry.object_role, entry.subject_role, passive, future, entry.lemma)


def _future(tokens: Sequence[Token], k: int) -> bool:
    """Whether the auxiliary at ``k`` stands behind a modal or "to": "will be sent", "are to be sent"."""
    auxiliaries = closed("be", "have")
    done = False
    while k >= 0 and tokens[k].lower in auxiliaries:
        done = done or tokens[k].lower in closed("have")
        k -= 1
    # "is reported to have sent": it lies behind.
    return k >= 0 and (tokens[k].lower in closed("modals") or (tokens[k].lower == "to" and not done))
