"""The words of a sentence with the mentions that cover them, hyphenated compounds and initials joined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from operator import itemgetter, sub

from sitrep import model
from sitrep import patterns as re
from sitrep.extract.events import words as w
from sitrep.extract.events.openings import reading
from sitrep.inflection import PAST
from sitrep.model import ACTORS, DATES, PLACES, ActorMention, DateMention, Mentions, Page, PlaceMention, Sentence

_HYPHENS = "-‑"
_APOSTROPHES = "'’"
# Ten megabytes of news hold fewer different runs; to read one anew takes as long as to look up fifty.
_MOST = 1 << 16
# From how many code points on a date may have names in its span.
_LONG_DATE = 24
# Signs that are no part of the word that they stand behind.
_APART = frozenset(',;:?!)]”"')
# What a hyphen between spaces is.
_DASH = "–"
# What is put behind the last run of a sentence.
_LAST = "\n"
_QUOTES = frozenset("“\"‘'")
# A few words in quotation marks amid a sentence are read as if they had none (had “neutralised” 40 of them).
# The mark stands first, and what stands before it is looked at from there: all other characters are skipped at once.
_QUOTED_WORDS = re.compile(r"[“\"‘'](?<=\w .)([a-z][\w-]*+(?: [a-z][\w-]*+){0,2})[”\"’'](?!\w)")

# The opening quotation mark before a verb, behind what leads it (to “stop their attacks”, must “leave at once”).
_QUOTED_VERB = re.compile(lambda: rf"[“\"‘'](?=[a-z])(?:{'|'.join(map(_behind, w.listed('leading_verbs')))})")
# White space of more than one character.
_GAP = re.compile(r"\s\s+")


def _behind(word: str) -> str:
    return rf"(?<=\b{word} .)"


@dataclass(slots=True, eq=False)
class Word:
    """A token, hyphenated compounds joined; ``actor``/``place`` is the mention that covers it.

    ``plain`` is ``lower`` without the ending of the genitive; ``form`` are the bits of what verb form it may be;
    ``opens`` is the kind of chunk that it opens in any company, or None, as for words that a mention covers. Of a text
    that no mention covers there is one word, wherever it stands.
    """

    text: str
    lower: str
    plain: str
    classes: int
    form: int
    opens: str | None
    actor: ActorMention | None = None
    place: PlaceMention | None = None
    date: bool = False
    number: bool = False


@dataclass(slots=True)
class Tokens:
    """The words of a sentence, and of each the code point at which it starts."""

    words: list[Word]
    starts: list[int]

    def end(self, i: int) -> int:
        """The code point at which a word ends."""
        return self.starts[i] + len(self.words[i].text)


class _Words(dict[str, Word]):
    """The word of each text without mentions, made when it is first met."""

    def __missing__(self, text: str) -> Word:
        word = self[text] = Word(text, *reading(text))
        if text[-2:-1] == "." and text[-1].isalpha():
            word.classes, word.opens = 0, None  # initials of a name, more of which may follow
        return word


class _Runs(dict[str, "tuple[tuple[Word, ...], tuple[int, ...]]"]):
    """The words of each run of text between spaces, and how far it is from each to the next one, the first of the next
    run behind one space; read when the run is first met.

    ``quoting`` are the runs that may open a few words in quotation marks.
    """

    def __init__(self) -> None:
        self.quoting: set[str] = set()
        self._words = _Words()
        self._dash = Word("-", *reading(_DASH))

    def forget(self) -> None:
        """Start anew; to be called between sentences only."""
        for known in (self, self.quoting, self._words):
            known.clear()

    def __missing__(self, run: str) -> tuple[tuple[Word, ...], tuple[int, ...]]:
        last = run[-1] == _LAST
        text = run[:-1] if last else run
        name, sign = text[:-1], text[-1]
        if text.isalnum():
            parts = [(text, 0)]
        elif name.isalnum() and (sign in _APART or (last and sign == ".")):
            parts = [(name, 0), (sign, len(name))]
        else:
            if text[0] in _QUOTES:
                self.quoting.add(text)
            parts = [part for token in _joined(text, last) for part in _parted(*token)]
        starts = [start for _, start in parts]
        entry = self[run] = (
            (self._dash,) if text == "-" else tuple([self._words[word] for word, _ in parts]),
            tuple(map(sub, [*starts[1:], len(text) + 1], starts)),
        )
        return entry


_RUNS = _Runs()
_WORDS, _STEPS = itemgetter(0), itemgetter(1)


def tokens_of(page: Page, sentence: Sentence, mentions: Mentions, most: int) -> Tokens:
    """The words of a sentence (``most`` of them at most) with their mentions."""
    if len(_RUNS) > _MOST:
        _RUNS.forget()
    text = page.view[sentence.char_start : sentence.char_end]
    runs = text.split()
    known = _known(runs)
    if not _RUNS.quoting.isdisjoint(runs):
        unquoted = _QUOTED_VERB.sub(" ", _QUOTED_WORDS.sub(r" \1 ", text))
        if unquoted != text:
            text, runs = unquoted, unquoted.split()
            known = _known(runs)
    words = list(chain.from_iterable(map(_WORDS, known)))
    steps = list(chain.from_iterable(map(_STEPS, known)))
    starts = list(accumulate(steps[:-1], initial=sentence.char_start))
    if starts[-1] + steps[-1] != sentence.char_end + 1:  # there is more than one space somewhere
        starts = _spread(starts, steps, text)
    tokens = Tokens(words, starts)
    _cover(tokens, mentions, sentence)
    return tokens if len(words) <= most else Tokens(words[:most], starts[:most])


def _known(runs: list[str]) -> list[tuple[tuple[Word, ...], tuple[int, ...]]]:
    known = list(map(_RUNS.__getitem__, runs[:-1]))
    known.append(_RUNS[runs[-1] + _LAST])
    return known


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


def _cover(tokens: Tokens, mentions: Mentions, sentence: Sentence) -> None:
    """Put a word of its own, which tells the mentions that cover it, in the place of each that any covers.

    Of those of one kind that cover a word it is the first.
    """
    words, starts = tokens.words, tokens.starts
    covered: set[int] = set()
    before: ActorMention | None = None
    for kind, mention in mentions.covering(sentence.char_start, sentence.char_end):
        if kind == ACTORS:
            mention, before = _trimmed(tokens, mention, before), mention
        start = mention.char_start
        first = bisect_right(starts, start)
        if first and starts[first - 1] + len(words[first - 1].text) > start:
            first -= 1
        if kind == DATES:
            first = max(first, bisect_left(starts, _past_names(mentions, mention)))
        for i in range(first, bisect_left(starts, mention.char_end, first)):
            word = words[i]
            if i not in covered:
                covered.add(i)
                word = words[i] = Word(word.text, word.lower, word.plain, word.classes, word.form, None)
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


def _trimmed(tokens: Tokens, mention: ActorMention, before: ActorMention | None) -> ActorMention:
    """The mention without a past form that it opens with right behind another one, or before an article: "troops
    captured Seoul", "killed its mayor"."""
    words, starts = tokens.words, tokens.starts
    i = bisect_left(starts, mention.char_start)
    if i + 1 >= len(words) or not words[i].form & PAST or starts[i] != mention.char_start:
        return mention
    opening = words[i]
    if tokens.end(i) >= mention.char_end or not opening.text.islower():
        return mention
    if not w.words().forms.get(opening.lower, 0) & PAST:
        return mention
    behind = before is not None and mention.char_start == before.char_end + 1
    return replace(mention, char_start=starts[i + 1]) if behind or words[i + 1].classes & w.DET else mention
