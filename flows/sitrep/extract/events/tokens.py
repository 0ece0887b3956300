"""The words of a sentence with the mentions that cover them, hyphenated compounds and initials joined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitrep import model
from sitrep import patterns as re
from sitrep.extract.events import words as w
from sitrep.extract.events.forms import PAST
from sitrep.extract.events.openings import reading
from sitrep.model import ActorMention, DateMention, Mentions, NumberMention, Page, PlaceMention, Sentence

_HYPHENS = "-‑"
_JOINTS = frozenset(_HYPHENS + "/")
_MOST = 1 << 15
# A few words in quotation marks amid a sentence are read as if they had none (had “neutralised” 40 of them).
_QUOTED_WORDS = re.compile(r"(?<=\w )([“\"‘'])[a-z][\w-]*+(?: [a-z][\w-]*+){0,2}([”\"’'])(?!\w)")


@dataclass(slots=True, eq=False)
class Word:
    """A token, hyphenated compounds joined; ``actor``/``place`` is the mention that covers it.

    ``form`` are the bits of what verb form it may be; ``opens`` is the kind of chunk that it opens in any company, or
    None, as for words that a mention covers. Of a text that no mention covers there is one word, wherever it stands.
    """

    text: str
    lower: str
    classes: int
    form: int
    opens: str | None
    actor: ActorMention | None = None
    place: PlaceMention | None = None
    date: bool = False
    number: bool = False


@dataclass(slots=True)
class Tokens:
    """The words of a sentence, and of each the code points at which it starts and ends."""

    words: list[Word]
    starts: list[int]
    ends: list[int]


class _Known(dict[str, "Word | None"]):
    """The word of each text without mentions, made when it is first met; None where a text is two words (``_parts``).

    Those of some tens of thousands of texts are kept.
    """

    def __missing__(self, text: str) -> Word | None:
        if len(self) == _MOST:
            self.clear()
        word = None
        if not _contracted(text):
            word = Word(text, *reading(text))
            if text[-2:-1] == "." and text[-1].isalpha():
                word.classes, word.opens = 0, None  # initials of a name, more of which may follow
        self[text] = word
        return word


_KNOWN = _Known()


def tokens_of(page: Page, sentence: Sentence, mentions: Mentions, most: int) -> Tokens:
    """The words of a sentence (``most`` of them at most) with their mentions."""
    view, char_start = page.view, sentence.char_start
    stop = char_start + len(view[char_start : sentence.char_end].rstrip())
    matches = list(model.TOKEN.finditer(view, char_start, stop))
    marks = {m.start(group) for m in _QUOTED_WORDS.finditer(view, char_start, stop) for group in (1, 2)}
    if marks:
        matches = [match for match in matches if match.start() not in marks]
    texts = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    if not _JOINTS.isdisjoint(texts) or "." in texts[:-1]:
        texts, starts, ends = _joined(texts, starts, ends)
    words = [_KNOWN[text] for text in texts]
    if None in words:
        texts, starts, ends = _parted(texts, starts, ends)
        words = [_KNOWN[text] for text in texts]
    tokens = Tokens(words, starts, ends)
    _cover(tokens, mentions, sentence)
    return tokens if len(words) <= most else Tokens(words[:most], starts[:most], ends[:most])


def _joined(texts: list[str], starts: list[int], ends: list[int]) -> tuple[list[str], list[int], list[int]]:
    """Tokens with what stands right behind each other made one where it is one word: compounds, initials, "M/V"."""
    kept: list[str] = []
    kept_starts: list[int] = []
    kept_ends: list[int] = []
    last, reach, joint, stop = "", -1, "", ends[-1]
    for text, start, end in zip(texts, starts, ends, strict=True):
        if start == reach:
            if (text in _HYPHENS and last[-1].isalnum()) or (text == "/" and last == "M"):
                joint = text if text == "/" else "-"  # "M/V" too, before the name of a merchant vessel
                continue
            more = text if last[-1] == "." and len(text) == 1 and text.isalpha() else ""
            if text == "." and end < stop:
                if len(last) > 1 and "." not in last:
                    continue
                more = text
        else:
            more = f"{joint}{text}" if joint and start == reach + 1 and text[0].isalnum() else ""
        if more:
            last += more
            kept[-1], kept_ends[-1] = last, end
        else:
            last = text
            kept.append(text)
            kept_starts.append(start)
            kept_ends.append(end)
        reach, joint = end, ""
    return kept, kept_starts, kept_ends


def _parted(texts: list[str], starts: list[int], ends: list[int]) -> tuple[list[str], list[int], list[int]]:
    """Tokens with each pronoun parted from the auxiliary contracted with it."""
    parts: list[tuple[str, int, int]] = []
    for text, start, end in zip(texts, starts, ends, strict=True):
        cut = _contracted(text)
        if cut:
            parts.append((text[:cut], start, start + cut))
        parts.append((text[cut:], start + cut, end))
    return [text for text, _, _ in parts], [start for _, start, _ in parts], [end for _, _, end in parts]


def _contracted(text: str) -> int:
    """How long the pronoun before a contracted auxiliary is ("we" in "we're"); 0 where there is none."""
    at = max(text.find("'"), text.find("’"))
    if at < 1:
        return 0
    classes = w.words().classes
    if not classes.get(text[:at].lower(), 0) & w.SUBJ or not classes.get(text[at:].lower(), 0) & w.AUX:
        return 0
    return at


def _trimmed(tokens: Tokens, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions without a past form that they open with behind somebody else or before an article: "troops
    captured Seoul", "killed its mayor"."""
    forms, kept, words = w.words().forms, list(mentions), tokens.words
    for n, mention in enumerate(kept):
        i = bisect_left(tokens.starts, mention.char_start)
        if i + 1 >= len(words) or tokens.starts[i] != mention.char_start or tokens.ends[i] >= mention.char_end:
            continue
        opening = words[i]
        if not (opening.text.islower() and forms.get(opening.lower, 0) & PAST):
            continue
        behind = n > 0 and mention.char_start == kept[n - 1].char_end + 1
        if behind or words[i + 1].classes & w.DET:
            kept[n] = replace(mention, char_start=tokens.starts[i + 1])
    return kept


def _cover(tokens: Tokens, mentions: Mentions, sentence: Sentence) -> None:
    """Tell each word of the mentions that cover it; of two of a kind, the first."""
    char_start, char_end = sentence.char_start, sentence.char_end
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    own: dict[int, Word] = {}

    def under(mention: ActorMention | DateMention | NumberMention | PlaceMention) -> list[Word]:
        found = []
        for i in range(bisect_right(ends, mention.char_start), bisect_left(starts, mention.char_end)):
            word = own.get(i)
            if word is None:
                word = words[i]
                word = words[i] = own[i] = Word(word.text, word.lower, word.classes, word.form, None)
            found.append(word)
        return found

    for date in mentions.within("dates", char_start, char_end):
        for word in under(date):
            word.date = True
    for number in mentions.within("numbers", char_start, char_end):
        for word in under(number):
            word.number = True
    for place in mentions.within("places", char_start, char_end):
        for word in under(place):
            if word.place is None:
                word.place = place
    for actor in _trimmed(tokens, mentions.within("actors", char_start, char_end)):
        for word in under(actor):
            if word.actor is None:
                word.actor = actor
