"""What must stand in a sentence beside the word that may open an act, told from its folded words alone.

Kinds of objects hold thousands of words, so a set of kinds is a number with a bit for each: whether a word of some kind
stands in a sentence is then one operation, and no union of their words is ever made.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from sitrep import folding, inflection, lexicons
from sitrep.extract.events.acts import Act, derived, kinds, nouns, ranked, verbs, worded
from sitrep.extract.events.words import magnitude
from sitrep.folding import fold, keys

_OF_MENTIONS = frozenset(("actor", "place", "somebody", "belligerent", "state", "nationals", "guest", "leader"))


# The bit that every sentence has: what asks for nothing asks for it.
ALWAYS = 1
# Words that begin with a digit sort before this.
_PAST_DIGITS = ":"


class Vocabulary:
    """The folded words of a sentence, and the bits of the kinds of which one may be."""

    __slots__ = ("kinds", "words")

    def __init__(self, words: set[str], of: Iterable[int]):
        self.words = words
        self.kinds = reduce(or_, of, ALWAYS)


class Company(NamedTuple):
    """Words (folded) and kinds (bits) of which one must stand in a sentence."""

    words: frozenset[str]
    kinds: int


ANY = Company(frozenset(), ALWAYS)


def joined(parts: list[Company]) -> Company:
    """What one of some acts asks for; any will do where one asks for nothing."""
    if ANY in parts:
        return ANY
    bits = 0
    for part in parts:
        bits |= part.kinds
    return Company(frozenset().union(*(part.words for part in parts)), bits)


@cache
def last_word(phrase: str) -> str:
    """The last word of a phrase, folded."""
    return fold(phrase).split()[-1]


def last_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(map(last_word, phrases))


@cache
def _bits() -> dict[str, int]:
    return {name: ALWAYS << n for n, name in enumerate(kinds(), 1)}


@cache
def _kinds_of_words() -> dict[str, int]:
    """The last words of all entries with the bits of their kinds."""
    return derived("kinds of words", _bits_of_words, __file__, folding.__file__)


def _bits_of_words() -> dict[str, int]:
    found: dict[str, int] = {}
    for name, words in kinds().items():
        for key in keys(words):
            last = key.rpartition(" ")[2]
            found[last] = found.get(last, 0) | _bits()[name]
    return found


def kinds_of(words: Iterable[str]) -> int:
    """The bits of the kinds of which some folded words may be; what the letters behind a number stand for is a word,
    too ("sent 20m euros")."""
    found, known = 0, _kinds_of_words()
    for word in words:
        found |= known.get(word, 0)
        if word < _PAST_DIGITS and word[0].isdigit() and (spelled := magnitude(word)):
            found |= known.get(spelled, 0)
    return found


@cache
def of_kinds(names: frozenset[str]) -> int:
    """The bits of some kinds."""
    return sum(_bits()[name] for name in names)


class _Opener(NamedTuple):
    """A word form that may open an act: of a verb (``lemma``), or the head of a noun ``phrase``; ``first``: its first
    word, where folding makes it several."""

    form: str
    first: str
    lemma: str
    phrase: tuple[str, ...]


_FIELD, _LINE = "\t", "\n"


@cache
def openers() -> dict[str, str]:
    """What may open an act by its folded form; of a form that is several words by then, by the last.

    Each is a line of the fields of an ``_Opener``, read when a text has the word: of thousands, lines load in a third
    of the time that tuples do.
    """
    return derived("openers of acts", _openers, __file__, folding.__file__)


def _openers() -> dict[str, str]:
    opening: list[tuple[str, str, tuple[str, ...]]] = []
    for head, phrases in nouns().phrases.items():
        opening.extend((head, "", words) for words, _, _ in phrases)
    for lemma in verbs():
        opening.extend((form, lemma, ()) for form in inflection.verb(lemma))
    found: dict[str, list[str]] = {}
    for key, (form, lemma, phrase) in zip(keys(form for form, *_ in opening), opening, strict=True):
        first, _, last = key.rpartition(" ")
        found.setdefault(last, []).append(_FIELD.join((form, first.split(" ")[0], lemma, " ".join(phrase))))
    return {word: _LINE.join(lines) for word, lines in found.items()}


def _opener(line: str) -> _Opener:
    form, first, lemma, phrase = line.split(_FIELD)
    return _Opener(form, first, lemma, tuple(phrase.split()))


@cache
def company(word: str) -> Company:
    """What must stand in the sentence beside a word of ``openers``.

    "Attacked" may be an act in any company; "held" only beside "talks", "hostage" or another word of its entries.
    """
    return joined([_beside(_opener(line)) for line in openers()[word].split(_LINE)])


def _beside(opener: _Opener) -> Company:
    if opener.first:
        return Company(frozenset((opener.first,)), 0)
    if opener.phrase:
        rest = frozenset(word for word in opener.phrase[:-1] if len(word) > 2)
        if rest:
            return Company(last_words(rest), 0)
        return ANY
    wanted = _of_verb(opener.lemma)
    if wanted is ANY and opener.form == opener.lemma and opener.lemma in _ambiguous():
        return _verbal()
    return wanted


@cache
def _of_verb(lemma: str) -> Company:
    return joined(
        [
            _of_words(words) if len(words) > 1 else _company(ranked(lemma, rank))
            for rank, words in enumerate(worded(lemma))
        ]
    )


def _of_words(words: tuple[str, ...]) -> Company:
    """What must stand beside the first word of a verb of several."""
    return Company(frozenset((last_word(max(words[1:], key=len)),)), 0)


@cache
def _ambiguous() -> frozenset[str]:
    """Bases of verbs that are nouns as often."""
    return frozenset(lexicons.load("syntax")["ambiguous_bases"])


@cache
def _verbal() -> Company:
    """What stands in a sentence where a base is a verb."""
    syntax = lexicons.load("syntax")
    before = (*syntax["plural_pronouns"], *filter(str.isalpha, syntax["coordinators"]))
    return Company(last_words(frozenset((*syntax["modals"], *syntax["do"], "to", *before))), 0)


def _company(act: Act) -> Company:
    """What must stand beside a verb of one word."""
    if act.needs_prep:
        brought = frozenset().union(*(names for _, names in act.needs_prep))
        if brought <= kinds().keys():
            return Company(frozenset(), of_kinds(brought))
        return Company(last_words(frozenset(prep for prep, _ in act.needs_prep)), 0)
    if act.needs_head or act.needs_adverb:
        return Company(last_words(act.needs_head or act.needs_adverb), 0)
    names = act.needs or act.needs_subject
    if act.modal:
        return Company(last_words(act.modal), 0)
    if not names or not _OF_MENTIONS.isdisjoint(names):
        return ANY
    return Company(frozenset(), of_kinds(names))
