"""What is known of each run of text between spaces, read when it is first met: its words, and what they may tell.

Most runs of a text have been met before: of a sentence each costs one look-up, with which everything is known that does
not depend on its company.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import sub
from typing import NamedTuple

from sitrep import model
from sitrep.extract.events import words as w
from sitrep.extract.events.company import Vocabulary, kinds_of, openers
from sitrep.extract.events.openings import reading
from sitrep.folding import fold
from sitrep.model import ActorMention, PlaceMention

_HYPHENS = "-‑"
_APOSTROPHES = "'’"
# Ten megabytes of news hold fewer different runs; to read one anew takes as long as to look up fifty.
_MOST = 1 << 16
# Signs that are no part of the word that they stand behind.
_APART = frozenset(',;:?!)]”"')
# What a hyphen between spaces is.
_DASH = "–"
# What is put behind the last run of a sentence.
_LAST = "\n"
_QUOTES = frozenset("“\"‘'")


@dataclass(slots=True, eq=False)
class Word:
    """A token, hyphenated compounds joined; ``actor``/``place`` is the mention that covers it.

    ``plain`` is ``lower`` without the ending of the genitive; ``form`` are the bits of what verb form it may be;
    ``opens`` is the kind of chunk that it opens in any company, or None, as for words that a mention covers; ``traits``
    are bits of ``openings``. Of a text that no mention covers there is one word, wherever it stands.
    """

    text: str
    lower: str
    plain: str
    classes: int
    form: int
    opens: str | None
    traits: int
    actor: ActorMention | None = None
    place: PlaceMention | None = None
    date: bool = False
    number: bool = False


class Run(NamedTuple):
    """The words of a run of text, and how far it is from each to the next (the first of the next run behind one space).

    ``folded`` are the words that it is folded to, ``opening`` those of them that may open an act, ``kinds`` the bits of
    the kinds of objects of which they may be; ``quoted``: it may open a few words in quotation marks.
    """

    words: tuple[Word, ...]
    steps: tuple[int, ...]
    folded: tuple[str, ...]
    opening: tuple[str, ...]
    kinds: int
    quoted: bool


class Runs(NamedTuple):
    """The runs of a sentence in their order: of all of them what ``Run`` tells of one."""

    words: tuple[tuple[Word, ...], ...]
    steps: tuple[tuple[int, ...], ...]
    folded: tuple[tuple[str, ...], ...]
    opening: tuple[tuple[str, ...], ...]
    kinds: tuple[int, ...]
    quoted: tuple[bool, ...]


class _Words(dict[str, Word]):
    """The word of each text without mentions, made when it is first met."""

    def __missing__(self, text: str) -> Word:
        word = self[text] = Word(text, *reading(text))
        if text[-2:-1] == "." and text[-1].isalpha():
            word.classes, word.opens = 0, None  # initials of a name, more of which may follow
        return word


class _Runs(dict[str, Run]):
    """The runs met so far by their text; behind the last one of a sentence stands ``_LAST``."""

    def __init__(self) -> None:
        self._words = _Words()
        self._steps: dict[tuple[int, ...], tuple[int, ...]] = {}  # few, and shared: they stay in the cache
        self._dash = Word("-", *reading(_DASH))

    def forget(self) -> None:
        """Start anew."""
        for known in (self, self._words, self._steps):
            known.clear()

    def __missing__(self, run: str) -> Run:
        last = run[-1] == _LAST
        text = run[:-1] if last else run
        name, sign = text[:-1], text[-1]
        quoted = False
        if text.isalnum():
            parts = [(text, 0)]
        elif name.isalnum() and (sign in _APART or (last and sign == ".")):
            parts = [(name, 0), (sign, len(name))]
        else:
            quoted = text[0] in _QUOTES
            parts = [part for token in _joined(text, last) for part in _parted(*token)]
        starts = [start for _, start in parts]
        steps = tuple(map(sub, [*starts[1:], len(text) + 1], starts))
        folded = tuple(fold(text).split())
        entry = self[run] = Run(
            (self._dash,) if text == "-" else tuple([self._words[word] for word, _ in parts]),
            self._steps.setdefault(steps, steps),
            folded,
            tuple(word for word in folded if word in openers()),
            kinds_of(folded),
            quoted,
        )
        return entry


@cache
def _known() -> _Runs:
    return _Runs()


def runs_of(text: str) -> Runs:
    """The runs of a sentence, which is not empty."""
    known = _known()
    if len(known) > _MOST:
        known.forget()
    texts = text.split()
    texts[-1] += _LAST
    return Runs._make(zip(*map(known.__getitem__, texts), strict=True))


def openings_of(runs: Runs) -> set[str]:
    """The folded words that may open an act."""
    return set(chain.from_iterable(runs.opening))


def vocabulary_of(runs: Runs) -> Vocabulary:
    """The folded words of a sentence, and the kinds of which one may be."""
    return Vocabulary(set(chain.from_iterable(runs.folded)), filter(None, runs.kinds))


def _joined(run: str, last: bool) -> list[tuple[str, int]]:
    """The tokens of a run (the last of a sentence or not), those that are one word made one: compounds, initials,
    "M/V"; each with where it starts."""
    found: list[tuple[str, int]] = []
    word, reach, joint = "", -1, ""
    for match in model.TOKEN.finditer(run):
        text, (start, end) = match[0], match.span()
        if start == reach:
            ends = word[-1].isalnum() or (word[-1] == "." and "." in word[:-1])  # "U.S.-led"
            if (text in _HYPHENS and ends) or (text == "/" and word == "M"):
                joint = text if text == "/" else "-"  # "M/V" too, before the name of a merchant vessel
                continue
            more = text if word[-1] == "." and len(text) == 1 and text.isalpha() else ""
            if text == "." and not (last and end == len(run)):
                if len(word) > 1 and "." not in word:
                    continue
                more = text
            if text in _APOSTROPHES and end == len(run) and word[-1] == "s" and word[0].isupper():
                more = text  # "Hamas’ attacks"
        else:
            more = f"{joint}{text}" if joint and start == reach + 1 and text[0].isalnum() else ""
        if more:
            word += more
            found[-1] = word, found[-1][1]
        else:
            word = text
            found.append((word, start))
        reach, joint = end, ""
    return found


def _parted(text: str, start: int) -> list[tuple[str, int]]:
    """A token, or the pronoun and the auxiliary contracted with it ("we're")."""
    cut = max(text.find("'"), text.find("’"))
    classes = w.words().classes
    if cut > 0 and classes.get(text[:cut].lower(), 0) & w.SUBJ and classes.get(text[cut:].lower(), 0) & w.AUX:
        return [(text[:cut], start), (text[cut:], start + cut)]
    return [(text, start)]
