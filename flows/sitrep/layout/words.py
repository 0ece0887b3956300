"""The words by which layout tells drafts apart, and the tests of form that several of its parts share."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep.folding import fold
from sitrep.layout.drafts import Draft

_MIN_PROSE_WORDS, _MIN_STOP_WORDS = 8, 2
_MAY_BE_PROSE = frozenset({"", "paragraph", "quote", "answer"})


class Words(NamedTuple):
    """The lists of ``lexicons/layout_words.yaml``, folded; phrases to be found inside have a space at each end."""

    byline_starts: tuple[str, ...]
    credit_starts: tuple[str, ...]
    byline_inside: tuple[str, ...]
    byline_ends: tuple[str, ...]
    agencies: frozenset[str]
    credit_labels: frozenset[str]
    issuers: frozenset[str]
    salutations: tuple[str, ...]
    calendar: frozenset[str]
    clock: frozenset[str]
    of_the_clock: frozenset[str]
    caption_starts: frozenset[str]
    caption_labels: tuple[str, ...]
    credits: tuple[str, ...]
    finite: frozenset[str]
    issued: frozenset[str]
    told_below: frozenset[str]
    of_a_day: frozenset[str]
    editions: frozenset[str]
    stop_words: frozenset[str]
    open_ends: frozenset[str]
    author_roles: tuple[str, ...]
    author_verbs: frozenset[str]
    author_is: frozenset[str]
    author_determiners: frozenset[str]
    author_does: frozenset[str]
    before_writers: frozenset[str]
    before_names: frozenset[str]
    before_posts: frozenset[str]
    pictures: frozenset[str]
    behind_pictures: frozenset[str]
    before_pictures: frozenset[str]


@cache
def words() -> Words:
    """The lists, read once."""
    lists = lexicons.load("layout_words")
    keys = {name: [key_of(phrase) for phrase in phrases] for name, phrases in lists.items()}
    phrases = {
        "byline_starts": tuple(keys["byline_starts"]),
        "credit_starts": tuple(f"{start} " for start in keys["byline_starts"] if start.endswith(" by")),
        "byline_inside": tuple(keys["byline_inside"]),
        "byline_ends": tuple(keys["byline_ends"]),
        "salutations": tuple(f"{start} " for start in keys["salutations"]),
        "caption_labels": tuple(f"{label} " for label in keys["caption_labels"]),
        "credits": tuple(f" {phrase} " for phrase in keys["credits"]),
        "author_roles": tuple(f" {role} " for role in lexicons.load("layout_boilerplate")["author_roles"]),
    }
    keys["editions"] = [key_of(name) for name in lexicons.load("dateline")["editions"]]
    of_a_day = frozenset((*keys["calendar"], *keys["clock"], *keys["issued"], *keys["changed"]))
    return Words(
        of_a_day=of_a_day,
        **{name: frozenset(found) for name, found in keys.items() if name in Words._fields and name not in phrases},
        **phrases,
    )


def key_of(phrase: str) -> str:
    """A phrase folded for lookup."""
    return " ".join(fold(phrase).split())


def is_prose(draft: Draft) -> bool:
    """Whether a draft is one sentence of prose or more: long enough, with a stop and words of the grammar."""
    if draft.kind not in _MAY_BE_PROSE:
        return False
    if draft.reads_on is None:
        draft.reads_on = draft.is_long or _reads_on(draft)
    return draft.reads_on


def _reads_on(draft: Draft) -> bool:
    if draft.n_words < _MIN_PROSE_WORDS or not draft.has_stop:
        return False
    return len(words().stop_words.intersection(draft.tokens)) >= _MIN_STOP_WORDS
