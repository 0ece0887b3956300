"""The words of a sentence with the mentions that cover them, hyphenated compounds and initials joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitrep.extract.events import words as w
from sitrep.extract.events.forms import PAST
from sitrep.model import ActorMention, Mentions, Page, PlaceMention, Sentence


@dataclass(slots=True)
class Word:
    """A token, hyphenated compounds joined; ``actor``/``place`` is the mention that covers it."""

    char_start: int
    char_end: int
    text: str
    lower: str
    classes: int = 0
    actor: ActorMention | None = None
    place: PlaceMention | None = None
    date: bool = False
    number: bool = False


def words_of(page: Page, sentence: Sentence, mentions: Mentions) -> list[Word]:
    """The words of a sentence with their mentions."""
    found: list[Word] = []
    classes = w.words().classes
    last: Word | None = None
    joined = False
    tokens = page.tokens(sentence)
    for token in tokens:
        start, end, text, lower = token
        if last is not None and last.char_end == start:
            if lower in "-‑" and last.text[-1].isalnum():
                joined = True
                continue
            if lower == "." and token is not tokens[-1]:
                if len(last.text) == 1 or "." in last.text:
                    last.char_end, last.text, last.lower = end, last.text + ".", last.lower + "."
                    last.classes = classes.get(last.lower, 0)
                continue
            if last.text[-1] == "." and len(text) == 1 and text.isalpha():
                last.char_end, last.text, last.lower = end, last.text + text, last.lower + lower
                last.classes = 0
                continue
        if joined and last is not None and start == last.char_end + 1 and text[0].isalnum():
            last.char_end, last.text, last.lower = end, f"{last.text}-{text}", f"{last.lower}-{lower}"
            last.classes = classes.get(last.lower, 0)
        else:
            last = Word(start, end, text, lower, classes.get(lower, 0))
            found.append(last)
        joined = False
    _cover(found, mentions.within("dates", sentence.char_start, sentence.char_end), "date")
    _cover(found, mentions.within("numbers", sentence.char_start, sentence.char_end), "number")
    _cover(found, mentions.within("places", sentence.char_start, sentence.char_end), "place")
    _cover(found, _trimmed(found, mentions.within("actors", sentence.char_start, sentence.char_end)), "actor")
    return found


def _trimmed(found: list[Word], mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions without a past form that they open with right behind somebody else: "troops captured Seoul"."""
    forms, kept, i = w.words().forms, list(mentions), 0
    for n in range(1, len(kept)):
        mention = kept[n]
        if mention.char_start != kept[n - 1].char_end + 1:
            continue
        while found[i].char_start < mention.char_start:
            i += 1
        opening = found[i]
        if opening.char_end < mention.char_end and opening.text.islower() and forms.get(opening.lower, 0) & PAST:
            kept[n] = replace(mention, char_start=found[i + 1].char_start)
    return kept


def _cover(found: list[Word], mentions: list, what: str) -> None:
    if not mentions:
        return
    i = 0
    for mention in mentions:
        while i < len(found) and found[i].char_end <= mention.char_start:
            i += 1
        k = i
        while k < len(found) and found[k].char_start < mention.char_end:
            if what in ("date", "number"):
                setattr(found[k], what, True)
            elif getattr(found[k], what) is None:
                setattr(found[k], what, mention)
            k += 1
