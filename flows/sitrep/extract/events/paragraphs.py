"""The day that a paragraph tells before an act, though no act was dated by it ("The fighting began on Friday")."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.words import listed
from sitrep.model import DateMention, Mentions, Page, Sentence

# A relative clause between commas that goes on to where a date stands; none is longer (code points).
_BY_THE_WAY = re.compile(lambda: rf", (?:\w+ )?{re.any_of(lexicons.load('clauses')['relatives'])} [^,;]*\Z")
_LONGEST = 160
_char_start = attrgetter("char_start")
_TELLING = ("day", "interval")


class Days:
    """The past days of each paragraph of a page, read when first asked for."""

    def __init__(self, page: Page, mentions: Mentions):
        self._page, self._mentions = page, mentions
        self._known: dict[int, list[DateMention]] = {}

    def before(self, span: Sentence) -> DateMention | None:
        """The one day named before a sentence in its paragraph; None where it names none or several."""
        if span.block not in self._known:
            block = self._page.blocks[span.block]
            inside = self._mentions.within("dates", block.char_start, block.char_end)
            self._known[span.block] = [date for date in inside if self._is_past(date)]
        past = self._known[span.block]
        return past[0] if bisect_left(past, span.char_start, key=_char_start) == 1 else None

    def _is_past(self, date: DateMention) -> bool:
        if date.dateline or date.edtf is None or date.precision not in _TELLING or date.edtf.startswith("../"):
            return False
        if self._is_by_the_way(date):
            return False
        published = self._page.document.published
        return published is None or date.start is None or date.start <= published

    def _is_by_the_way(self, date: DateMention) -> bool:
        """Is it the day of what somebody had done before ("X, which left in May, ...", "since X's 7 May raid") or of a
        pact that it names?"""
        sentence = self._page.sentence_at(date.char_start)
        start = max(sentence.char_start if sentence else 0, date.char_start - _LONGEST)
        before = self._page.view[start : date.char_start]
        words = before.lower().split()[-2:]
        named = len(words) == 2 and words[1] in listed("day_prepositions") and words[0] in kinds()["agreements"]
        behind = self._page.view[date.char_end : date.char_end + 2].strip()
        owned = bool(words) and words[-1].endswith(("'s", "’s")) and behind.islower()
        return named or owned or _BY_THE_WAY.search(before) is not None
