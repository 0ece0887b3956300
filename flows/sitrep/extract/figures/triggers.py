"""Which sentences can state a figure: one with a number that may count, or with a noun that an article may count.

"A" counts only what something befalls or what is sent or given ("killed a soldier", no "a key partner"): where no word
of a sentence can tell that, it is read no further. What is asked here are necessary conditions, from single words.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import pairwise

from sitrep import patterns as re
from sitrep.extract.figures.ends import stops
from sitrep.extract.figures.governed import inherent
from sitrep.extract.figures.roles import heads_of, words
from sitrep.extract.figures.rows import STRONG, TOLD
from sitrep.extract.figures.units import Hit, Unit, Units
from sitrep.model import ActorMention, Mentions, NumberMention, Page, Sentence

Trigger = tuple[Sentence, list[NumberMention], bool]

_REACH = 48
_NONE = re.compile(lambda: rf"\b{re.any_of(words('nothing', 'both'))}\b", re.IGNORECASE)
_ARTICLE = re.compile(lambda: rf"\b(?:single|{re.any_of(words('counting_articles', 'nothing'))})\b", re.IGNORECASE)
# What may stand between an article and its noun, word by word.
_BETWEEN = re.compile(r"[\w\s.'’\"“‐‑-]*")
_WORD = re.compile(r"[\w'’-]+")
_ARTICLE_BEFORE = re.compile(lambda: rf"\b{re.any_of(_one())}\s{{1,2}}$", re.IGNORECASE)
_ARTICLE_OF = re.compile(lambda: rf"{re.any_of(_one())}\s{{1,2}}[A-Z][a-z]+\b", re.IGNORECASE)
# The last letters of articles: most names stand behind another word.
_ENDS = frozenset("anr")
_BEFALLEN = TOLD | {"recruited", "destroyed"}
_MOVED = STRONG | {"deployed", "trained"}
_BEFORE, _WORDS_BEFORE = 60, 5


def one_of_a_nation(actor: ActorMention, view: str) -> bool:
    """Whether an article stands with a nation's name: "an American", "a Frenchman"."""
    if actor.kind == "demonym":
        if view[max(0, actor.char_start - 3) : actor.char_start].rstrip()[-1:].lower() not in _ENDS:
            return False
        return _ARTICLE_BEFORE.search(view, max(0, actor.char_start - 9), actor.char_start) is not None
    return (
        actor.kind == "people" and actor.country is not None and _ARTICLE_OF.match(view, actor.char_start) is not None
    )


@cache
def _one() -> frozenset[str]:
    return words("counting_articles") - words("nothing")


@cache
def _telling(of_people: bool) -> frozenset[str]:
    """The words of which one must stand beside an article that counts somebody, or something."""
    lemmas = words("handing_over", "recalling") | {"shoot"}
    return heads_of(_BEFALLEN if of_people else _MOVED, lemmas) | words("hands")


@cache
def _restating() -> frozenset[str]:
    """Words, and pairs of them, behind which a count goes back to what was told before."""
    return words("restating", "restating_ends")


class Triggers:
    """Looks for the sentences of one page."""

    def __init__(self, page: Page, mentions: Mentions, units: Units):
        self.page, self.mentions, self.units = page, mentions, units
        self._starts = [s.char_start for s in page.sentences]
        self._vocabularies: dict[int, set[str]] = {}

    def read(self) -> list[Trigger]:
        """The sentences in order, each with its numbers and whether an article may count in it."""
        view, sentences, starts = self.page.view, self.page.sentences, self._starts
        numbers: dict[int, list[NumberMention]] = {}
        for number in self.mentions.numbers:
            if number.kind == "count":
                numbers.setdefault(bisect_right(starts, number.number_start) - 1, []).append(number)
        articles: set[int] = set()
        for hit in self.units.hits:
            start, plural = hit.char_start, hit.unit.plural
            low = max(0, start - _REACH)
            found = (_NONE if plural else _ARTICLE).search(view, low, start)
            if found is None:
                continue
            i = bisect_right(starts, start) - 1
            if i < 0 or i in articles or start >= sentences[i].char_end:
                continue
            if i in numbers or self._counts(sentences[i], hit, low):
                articles.add(i)
        nationals = {
            bisect_right(starts, actor.char_start) - 1
            for actor in self.mentions.actors
            if actor.kind in ("demonym", "people") and one_of_a_nation(actor, view)
        }
        nationals = {i for i in nationals if i in numbers or self._tells(sentences[i], True)}
        return [(sentences[i], numbers.get(i, []), i in articles) for i in sorted(articles.union(numbers, nationals))]

    def _counts(self, sentence: Sentence, hit: Hit, low: int) -> bool:
        """Whether the article nearest before a noun may count it."""
        view, start = self.page.view, hit.char_start
        articles = list((_NONE if hit.unit.plural else _ARTICLE).finditer(view, max(low, sentence.char_start), start))
        if not articles:
            return False
        article = articles[-1]
        word = article[0].lower()
        if word == "none":
            return True
        between = view[article.end() : start]
        # "IS" in capitals is an armed group.
        small = (word.lower() for word in between.split() if not (word.isupper() and len(word) > 1))
        if not _BETWEEN.fullmatch(between) or not stops().isdisjoint(small):
            return False
        return word not in _one() or self._may_keep(sentence, hit.unit, article.start())

    def _may_keep(self, sentence: Sentence, unit: Unit, char: int) -> bool:
        """Whether one of a unit, counted by an article at ``char``, can make a row."""
        if unit.noun in words("generic"):
            return False
        if unit.plural is None and unit.kind != "formation" and unit.group not in ("aircraft", "vessel"):
            return False
        if unit.kind == "formation" or unit.group in ("vessel", "air_defence", "missile"):
            return True
        if unit.noun in inherent() or unit.noun in words("serving", "gun_bodies"):
            return True
        if self._tells(sentence, unit.kind == "civilian") or self._led(sentence):
            return True
        before = _WORD.findall(self.page.view[max(sentence.char_start, char - _BEFORE) : char].lower())[-_WORDS_BEFORE:]
        if not words("anaphors").isdisjoint(before):
            return True
        near = before[-3:]
        return not _restating().isdisjoint((*near, *map(" ".join, pairwise(near))))

    def vocabulary(self, sentence: Sentence) -> set[str]:
        """The words of a sentence, folded."""
        known = self._vocabularies.get(sentence.seq)
        if known is None:
            folded = self.page.folded.unsqueezed[sentence.char_start : sentence.char_end]
            known = self._vocabularies[sentence.seq] = set(folded.split())
        return known

    def _tells(self, sentence: Sentence, of_people: bool) -> bool:
        """Whether a word of a sentence can tell what befell somebody, or was done with something."""
        return not _telling(of_people).isdisjoint(self.vocabulary(sentence))

    def _led(self, sentence: Sentence) -> bool:
        """Whether a line over a list, or a question before, may tell of what the sentence counts."""
        block = self.page.blocks[sentence.block]
        if block.kind == "bullet":
            return True
        if block.kind not in ("answer", "paragraph", "quote") or block.seq == 0:
            return False
        before = self.page.blocks[block.seq - 1]
        return self.page.view[before.char_start : before.char_end].rstrip().endswith("?")
