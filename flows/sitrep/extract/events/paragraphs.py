"""The day that a paragraph tells before an act, though no act was dated by it ("The fighting began on Friday")."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from sitrep.model import DateMention, Mentions, Page, Sentence

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
        published = self._page.document.published
        return published is None or date.start is None or date.start <= published
