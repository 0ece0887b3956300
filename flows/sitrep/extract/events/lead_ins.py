"""Who does what the items of a list tell, named before it ("The ministers: • condemn ...; • call on ...")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from sitrep import patterns as re
from sitrep.extract.events import words as w
from sitrep.extract.events.runs import Word
from sitrep.extract.events.tokens import Tokens, tokens_of
from sitrep.extract.events.words import listed
from sitrep.inflection import BASE, THIRD
from sitrep.model import ActorMention, Block, Mentions, Page, Sentence

_FEWEST = 2
# Between a lead-in and its items there may be so many paragraphs: resolutions recall some fifty others.
_FARTHEST = 80
# Among how many words of an item its first one is looked for, behind its sign.
_FIRST_WORDS = 24
# What ends a lead-in, and what ends a paragraph between it and its items ("Recalling its resolutions, ").
_LEADS, _GOES_ON = (":", ","), (",", ";")
_BEHIND = re.compile(lambda: rf"(?:\s+{re.any_of(listed('leading_adverbs'))})*+\s*[:,]\s*\Z", re.IGNORECASE)


def read(page: Page, mentions: Mentions) -> dict[int, Tokens]:
    """The words of who does it, by the ``seq`` of the sentence that an item of a list opens with."""
    found: dict[int, Tokens] = {}
    lists = list(_lists(page))
    starts = [sentence.char_start for sentence in page.sentences] if lists else []
    for lead, items in lists:
        firsts = _first_sentences(page, starts, items)
        actor = _told(page, mentions, lead) if len(firsts) >= _FEWEST else None
        if actor is None or not _act(page, firsts):
            continue
        who = _words(page, mentions, actor)
        found.update((sentence.seq, who) for sentence in firsts)
    return found


def behind(who: Tokens, item: Tokens) -> Tokens:
    """The words of an item behind those of who does it, without the sign that opens it."""
    first = _opening(item.words)
    return Tokens([*who.words, *item.words[first:]], [*who.starts, *item.starts[first:]])


def _lists(page: Page) -> Iterator[tuple[Block, list[Block]]]:
    """Each run of bullets with the block before it that leads to them."""
    blocks = [block for block in page.blocks if block.kind != "boilerplate"]
    k = 0
    while k < len(blocks):
        end = k
        while end < len(blocks) and blocks[end].kind == "bullet":
            end += 1
        if end - k >= _FEWEST:
            lead, farthest = k - 1, max(0, k - _FARTHEST)
            while lead > farthest and all(_ending(page, block) in _GOES_ON for block in blocks[lead - 1 : lead + 1]):
                lead -= 1
            if lead >= 0 and _ending(page, blocks[lead]) in _LEADS:
                yield blocks[lead], blocks[k:end]
        k = max(end, k + 1)


def _ending(page: Page, block: Block) -> str:
    return page.view[block.char_start : block.char_end].rstrip()[-1:]


def _first_sentences(page: Page, starts: list[int], items: list[Block]) -> list[Sentence]:
    at = [(bisect_left(starts, item.char_start), item.char_end) for item in items]
    return [page.sentences[i] for i, end in at if i < len(starts) and starts[i] < end]


def _told(page: Page, mentions: Mentions, lead: Block) -> ActorMention | None:
    """Whom a lead-in ends with."""
    actors = mentions.within("actors", lead.char_start, lead.char_end)
    if not actors or not _BEHIND.match(page.view, actors[-1].char_end, lead.char_end):
        return None
    return actors[-1]


def _act(page: Page, items: list[Sentence]) -> bool:
    """Does each item open with a verb of one number, as what is told of somebody does?"""
    form = BASE | THIRD
    for item in items:
        words = tokens_of(page, item, Mentions(), _FIRST_WORDS).words
        first = _opening(words)
        if first == len(words):
            return False
        if not words[first].classes & w.AUX:
            form &= words[first].form
    return bool(form)


def _opening(words: list[Word]) -> int:
    return next((i for i, word in enumerate(words) if word.text[0].isalpha()), len(words))


def _words(page: Page, mentions: Mentions, actor: ActorMention) -> Tokens:
    told = tokens_of(page, page.sentence_at(actor.char_start), mentions, len(page.view))
    first, end = (bisect_left(told.starts, at) for at in (actor.char_start, actor.char_end))
    return Tokens(told.words[first:end], told.starts[first:end])
