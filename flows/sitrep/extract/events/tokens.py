"""The words of a sentence with the mentions that cover them, hyphenated compounds and initials joined."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from sitrep import patterns as re
from sitrep.extract.events import words as w
from sitrep.extract.events.runs import Runs, Word, runs_of
from sitrep.inflection import PAST
from sitrep.model import ACTORS, DATES, PLACES, ActorMention, DateMention, Mentions, Page, Sentence

# From how many code points on a date may have names in its span.
_LONG_DATE = 24
# A few words in quotation marks amid a sentence are read as if they had none (had “neutralised” 40 of them).
# The mark stands first, and what stands before it is looked at from there: all other characters are skipped at once.
_QUOTED_WORDS = re.compile(r"[“\"‘'](?<=\w .)([a-z][\w-]*+(?: [a-z][\w-]*+){0,2})[”\"’'](?!\w)")

# The opening quotation mark before a verb, behind what leads it (to “stop their attacks”, must “leave at once”).
_QUOTED_VERB = re.compile(lambda: rf"[“\"‘'](?=[a-z])(?:{'|'.join(map(_behind, w.listed('leading_verbs')))})")
# White space of more than one character.
_GAP = re.compile(r"\s\s+")


def _behind(word: str) -> str:
    return rf"(?<=\b{word} .)"


@dataclass(slots=True)
class Tokens:
    """The words of a sentence, and of each the code point at which it starts."""

    words: list[Word]
    starts: list[int]

    def end(self, i: int) -> int:
        """The code point at which a word ends."""
        return self.starts[i] + len(self.words[i].text)


def tokens_of(page: Page, sentence: Sentence, mentions: Mentions, most: int, runs: Runs | None = None) -> Tokens:
    """The words of a sentence (``most`` of them at most) with their mentions; ``runs`` are its runs, where known."""
    text = page.view[sentence.char_start : sentence.char_end]
    runs = runs or runs_of(text)
    if any(runs.quoted):
        unquoted = _QUOTED_VERB.sub(" ", _QUOTED_WORDS.sub(r" \1 ", text))
        if unquoted != text:
            text, runs = unquoted, runs_of(unquoted)
    words = list(chain.from_iterable(runs.words))
    steps = list(chain.from_iterable(runs.steps))
    starts = list(accumulate(steps[:-1], initial=sentence.char_start))
    if starts[-1] + steps[-1] != sentence.char_end + 1:  # there is more than one space somewhere
        starts = _spread(starts, steps, text)
    tokens = Tokens(words, starts)
    _cover(tokens, mentions, sentence)
    return tokens if len(words) <= most else Tokens(words[:most], starts[:most])


def _spread(starts: list[int], steps: list[int], text: str) -> list[int]:
    """Where words start in a text with wider gaps than the one space that ``starts`` and ``steps`` count on.

    ``steps`` are made longer by the gaps.
    """
    lead = len(text) - len(text.lstrip())
    told = starts[0] - lead  # where the text starts, by what the gaps so far have not been counted for
    for gap in _GAP.finditer(text, lead):
        wider = gap.end() - gap.start() - 1
        steps[bisect_left(starts, told + gap.start()) - 1] += wider
        told -= wider
    return list(accumulate(steps[:-1], initial=starts[0] + lead))


def _cover(tokens: Tokens, mentions: Mentions, sentence: Sentence) -> None:
    """Put a word of its own, which tells the mentions that cover it, in the place of each that any covers.

    Of those of one kind that cover a word it is the first.
    """
    words, starts = tokens.words, tokens.starts
    covered: set[int] = set()
    before: ActorMention | None = None
    n = len(words)
    for kind, mention in mentions.covering(sentence.char_start, sentence.char_end):
        start = mention.char_start
        first = bisect_left(starts, start)
        at_word = first < n and starts[first] == start
        if not at_word and first and starts[first - 1] + len(words[first - 1].text) > start:
            first -= 1
        if kind == ACTORS:
            named = mention
            if at_word and words[first].form & PAST and _opens_past(tokens, first, mention, before):
                first += 1
                mention = replace(mention, char_start=starts[first])
            before = named
        if kind == DATES:
            first = max(first, bisect_left(starts, _past_names(mentions, mention)))
        end, i = mention.char_end, first
        while i < n and starts[i] < end:
            word = words[i]
            if i not in covered:
                covered.add(i)
                word = words[i] = Word(word.text, word.lower, word.plain, word.classes, word.form, None, word.traits)
            i += 1
            if kind == ACTORS:
                word.actor = word.actor or mention
            elif kind == PLACES:
                word.place = word.place or mention
            elif kind == DATES:
                word.date = True
            else:
                word.number = True


def _past_names(mentions: Mentions, date: DateMention) -> int:
    """Where a date begins behind the names in its span ("since the Russian attack on Kharkiv on 3 May")."""
    start, end = date.char_start, date.char_end
    if end - start < _LONG_DATE:
        return start
    named = [*mentions.within("actors", start, end), *mentions.within("places", start, end)]
    return max((name.char_end for name in named if name.char_end < end), default=start)


def _opens_past(tokens: Tokens, i: int, mention: ActorMention, before: ActorMention | None) -> bool:
    """Does a mention open with a past form that is none of it, right behind another one, or before an article: "troops
    captured Seoul", "killed its mayor"?"""
    words = tokens.words
    opening = words[i]
    if i + 1 >= len(words) or tokens.end(i) >= mention.char_end or not opening.text.islower():
        return False
    if not w.words().forms.get(opening.lower, 0) & PAST:
        return False
    behind = before is not None and mention.char_start == before.char_end + 1
    return behind or bool(words[i + 1].classes & w.DET)
