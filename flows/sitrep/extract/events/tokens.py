"""The words of a sentence with the mentions that cover them, hyphenated compounds and initials joined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitrep.extract.events import words as w
from sitrep.extract.events.forms import PAST
from sitrep.extract.events.openings import reading
from sitrep.model import TOKEN, ActorMention, DateMention, Mentions, NumberMention, Page, PlaceMention, Sentence

_HYPHENS = "-‑"


@dataclass(slots=True)
class Word:
    """A token, hyphenated compounds joined; ``actor``/``place`` is the mention that covers it.

    ``form`` are the bits of what verb form it may be; ``opens`` is the kind of chunk that it opens in any company, or
    None, as for words that a mention covers.
    """

    char_start: int
    char_end: int
    text: str
    lower: str
    classes: int
    form: int
    opens: str | None
    actor: ActorMention | None = None
    place: PlaceMention | None = None
    date: bool = False
    number: bool = False


def words_of(page: Page, sentence: Sentence, mentions: Mentions) -> list[Word]:
    """The words of a sentence with their mentions."""
    found: list[Word] = []
    view, char_start = page.view, sentence.char_start
    stop = char_start + len(view[char_start : sentence.char_end].rstrip())
    last: Word | None = None
    reach, joined = -1, ""
    for match in TOKEN.finditer(view, char_start, stop):
        start, end = match.span()
        text = match[0]
        if start == reach and last is not None:
            if (text in _HYPHENS and last.text[-1].isalnum()) or (text == "/" and last.text == "M"):
                joined = text if text == "/" else "-"  # "M/V" too, before the name of a merchant vessel
                continue
            if text == "." and end < stop:
                if len(last.text) == 1 or "." in last.text:
                    reach = _join(last, end, ".")
                continue
            if last.text[-1] == "." and len(text) == 1 and text.isalpha():
                reach = _join(last, end, text)
                last.classes, last.opens = 0, None
                continue
        elif joined and last is not None and start == reach + 1 and text[0].isalnum():
            reach, joined = _join(last, end, f"{joined}{text}"), ""
            continue
        cut = _contracted(text)
        if cut:
            found.append(Word(start, start + cut, text[:cut], *reading(text[:cut])))
            start, text = start + cut, text[cut:]
        lower, classes, form, opens = reading(text)
        last = Word(start, end, text, lower, classes, form, opens)
        found.append(last)
        reach, joined = end, ""
    _cover(found, mentions, sentence)
    return found


def _contracted(text: str) -> int:
    """How long the pronoun before a contracted auxiliary is ("we" in "we're"); 0 where there is none."""
    at = max(text.find("'"), text.find("’"))
    if at < 1:
        return 0
    classes = w.words().classes
    if not classes.get(text[:at].lower(), 0) & w.SUBJ or not classes.get(text[at:].lower(), 0) & w.AUX:
        return 0
    return at


def _join(word: Word, char_end: int, text: str) -> int:
    """Add what stands right behind a word to it; returns where it ends now."""
    word.char_end, word.text = char_end, word.text + text
    word.lower, word.classes, word.form, word.opens = reading(word.text)
    return char_end


def _trimmed(found: list[Word], mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions without a past form that they open with behind somebody else or before an article: "troops
    captured Seoul", "killed its mayor"."""
    forms, kept, i = w.words().forms, list(mentions), 0
    for n, mention in enumerate(kept):
        while i + 1 < len(found) and found[i].char_start < mention.char_start:
            i += 1
        opening = found[i]
        if i + 1 == len(found) or opening.char_start != mention.char_start or opening.char_end >= mention.char_end:
            continue
        if not (opening.text.islower() and forms.get(opening.lower, 0) & PAST):
            continue
        behind = n > 0 and mention.char_start == kept[n - 1].char_end + 1
        if behind or found[i + 1].classes & w.DET:
            kept[n] = replace(mention, char_start=found[i + 1].char_start)
    return kept


def _cover(found: list[Word], mentions: Mentions, sentence: Sentence) -> None:
    """Tell each word of the mentions that cover it; of two of a kind, the first."""
    char_start, char_end = sentence.char_start, sentence.char_end
    starts = [word.char_start for word in found]
    ends = [word.char_end for word in found]

    def under(mention: ActorMention | DateMention | NumberMention | PlaceMention) -> list[Word]:
        words = found[bisect_right(ends, mention.char_start) : bisect_left(starts, mention.char_end)]
        for word in words:
            word.opens = None
        return words

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
    for actor in _trimmed(found, mentions.within("actors", char_start, char_end)):
        for word in under(actor):
            if word.actor is None:
                word.actor = actor
