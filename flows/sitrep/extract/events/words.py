"""What each word can be for the shallow parser: function words and verb forms, looked up once per token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sitrep import inflection, lexicons
from sitrep.extract.events.acts import derived, first_verbs

_DIGITS = "0123456789.,"
# What a word in the genitive ends in.
GENITIVES = ("'s", "’s", "s'", "s’")

# Classes of function words, as bits.
BE, HAVE, DO, MODAL, NEG, DET, POSS, PRON, SUBJ = (1 << n for n in range(9))
PREP, SUB, REL, CONJ, ADV, ADJ, TIME, AUX_NEG = (1 << n for n in range(9, 17))
AUX = BE | HAVE | DO | MODAL | AUX_NEG
_CLOSED = DET | PREP | SUB | CONJ | PRON | SUBJ

_GROUPS = {
    "be": BE,
    "have": HAVE,
    "do": DO,
    "modals": MODAL,
    "negations": NEG,
    "negative_auxiliaries": AUX_NEG,
    "determiners": DET,
    "possessives": POSS | DET,
    "subject_pronouns": SUBJ,
    "pronouns": PRON,
    "prepositions": PREP,
    "subordinators": SUB,
    "relatives": REL,
    "coordinators": CONJ,
    "adverbs": ADV,
    "adjectives": ADJ,
    "time_nouns": TIME,
}


@dataclass(frozen=True)
class Words:
    """``classes``: word to class bits; ``verbs``: word to its readings ``(lemma, form bits)``; ``forms``: word to the
    bits of all its readings, 0 where it is no verb; ``never_nouns``: forms of verbs in the present that are no nouns;
    the rest: lemma sets."""

    classes: dict[str, int]
    verbs: dict[str, tuple[tuple[str, int], ...]]
    forms: dict[str, int]
    never_nouns: frozenset[str]
    separable: frozenset[str]
    speech: frozenset[str]
    subject_control: dict[str, str]
    object_control: dict[str, str]
    control_adjectives: dict[str, str]
    control_nouns: dict[str, str]
    ownership: frozenset[str]
    light: dict[str, frozenset[str]]
    gerund_takers: frozenset[str]


def _by_word(groups: dict[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in groups.items():
        for word in words:
            found.setdefault(word, name)
    return found


@cache
def words() -> Words:
    """The syntax lexicon with the verbs of all acts, ready for lookup."""
    return Words(**derived("words of sentences", _tables, __file__))


def _tables() -> dict[str, Any]:
    data = lexicons.load("syntax")
    classes: dict[str, int] = {}
    for group, bit in _GROUPS.items():
        for word in data[group]:
            classes[word] = classes.get(word, 0) | bit
    never, plurals = (lexicons.load("never_nouns")[name] for name in ("never_nouns", "no_plurals"))
    lemmas = {*data["speech"], *data["verbs"], *first_verbs(), *never, *plurals}
    for group in ("subject_control", "object_control", "light"):
        for members in data[group].values():
            lemmas.update(members)
    readings: dict[str, list[tuple[str, int]]] = {}
    form_bits: dict[str, int] = {}
    for lemma in sorted(lemmas):
        for form, bits in inflection.verb(lemma).items():
            readings.setdefault(form, []).append((lemma, bits))
            form_bits[form] = form_bits.get(form, 0) | bits
    control_adjectives = _by_word(data["control_adjectives"])
    form_bits.update(dict.fromkeys(control_adjectives.keys() - readings.keys(), 0))
    verb_like = frozenset(data["verb_like"])
    form_bits.update({word: 0 for word, bits in classes.items() if bits & _CLOSED and word not in verb_like})
    return dict(
        classes=classes,
        forms=form_bits,
        verbs={form: tuple(found) for form, found in readings.items()},
        never_nouns=frozenset((*never, *map(inflection.third, (*never, *plurals)))),
        separable=frozenset(data["separable"]),
        speech=frozenset(data["speech"]),
        subject_control=_by_word(data["subject_control"]),
        object_control=_by_word(data["object_control"]),
        control_adjectives=control_adjectives,
        control_nouns={
            form: what for noun, what in _by_word(data["control_nouns"]).items() for form in inflection.noun(noun)
        },
        ownership=frozenset(data["ownership"]),
        light={name: frozenset(members) for name, members in data["light"].items()},
        gerund_takers=frozenset(
            (
                *data["gerund_takers"],
                *data["speech"],
                *(
                    lemma
                    for group in ("subject_control", "object_control")
                    for part in data[group].values()
                    for lemma in part
                ),
            )
        ),
    )


class _Lists(dict[str, frozenset[str]]):
    """The lists of words of the syntax lexicon, made when they are first asked for."""

    def __missing__(self, name: str) -> frozenset[str]:
        words = self[name] = frozenset(lexicons.load("syntax")[name])
        return words


# A list of words of the syntax lexicon by its name: of each sentence, a hundred of them are asked for.
listed = _Lists().__getitem__


@cache
def nouns_like_adjectives() -> frozenset[str]:
    """Nouns that end as adjectives do ("deal")."""
    return frozenset(lexicons.load("nouns_like_adjectives")["nouns"])


@cache
def modals(name: str) -> dict[str, str]:
    """Forms of modals of the syntax lexicon that are written short, with the modal."""
    return lexicons.load("syntax")[name]


def magnitude(word: str) -> str | None:
    """The word that the letters behind a number stand for ("million" of "20m"), or None."""
    return _magnitudes().get(word.lstrip(_DIGITS))


@cache
def _magnitudes() -> dict[str, str]:
    return lexicons.load("syntax")["magnitudes"]


@cache
def leading_idioms() -> dict[str, str]:
    """What leads up to a verb and tells how soon or nearly it is done, with what that makes of it."""
    return _by_word(lexicons.load("syntax")["leading_idioms"])


@cache
def verbs_leading_up() -> frozenset[str]:
    """The first words of ``leading_idioms``."""
    return frozenset(idiom.split(" ", 1)[0] for idiom in leading_idioms())


@cache
def echoing_objects() -> dict[str, frozenset[str]]:
    """By verb, the last words of its objects with which somebody does what was told before ("follow suit")."""
    return {verb: frozenset(objects) for verb, objects in lexicons.load("syntax")["echoing_objects"].items()}


@cache
def coordinating_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Coordinators of several words ("as well as")."""
    return _by_first("coordinating_phrases")


def _by_first(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words after the first of each phrase of a list, by the first, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for first, *rest in sorted(map(str.split, listed(name)), key=lambda words: (-len(words), words)):
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


@cache
def phrasal_prepositions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Prepositions of several words ("as a result of")."""
    return _by_first("phrasal_prepositions")


@cache
def inner_adverbials() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Groups that tell how often something is done, between an auxiliary and its verb ("time and again")."""
    return _by_first("inner_adverbials")


@cache
def adverbial_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Adverbs of several words ("at first")."""
    return _by_first("adverbial_phrases")


@cache
def hedging_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Groups that hedge the noun behind them ("what appeared to be")."""
    return _by_first("hedging_phrases")


@cache
def verbs_of_naming() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Verbs between who calls an object so and the object ("described as", "said was")."""
    return _by_first("verbs_of_naming")


@lru_cache(maxsize=1 << 12)
def lemmas(word: str, form: int) -> tuple[str, ...]:
    """The verbs that a word may be one of these forms of; the word itself where the lexicon knows none."""
    return tuple(lemma for lemma, bits in words().verbs.get(word, ()) if bits & form) or (word,)


def ends_in_owner(verb: Sequence[str]) -> bool:
    """Does whom something belongs to follow a verb of several words ("come to the aid of")?"""
    return len(verb) > 2 and verb[-1] in listed("ownership_prepositions") and verb[-2] not in listed("separable")
