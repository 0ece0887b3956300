"""Where a text is damaged: garbled tokens, wrongly decoded characters, text that breaks off, broken pictures."""

from __future__ import annotations

from bisect import bisect_left

from sitrep import patterns as re
from sitrep.layout.drafts import Draft
from sitrep.layout.stops import has_stop
from sitrep.model import Document

_CUT_OFF = re.compile(r"(?:\[\s?(?:…|\.{3})\s?\]|\((?:…|\.{3})\)|(?:…|\.{3})\s?\[\+\d+ chars\])[.\s]*\Z")
_ELLIPSIS = re.compile(r"(?:…|\.{3})\Z")
_HOST = re.compile(r"(?:https?:)?//[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d+)?(?:[/?#]|\Z)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# What a URL may hold (RFC 3986), and letters of other scripts (RFC 3987).
_NOT_IN_URL = re.compile(r"[^\w!#$%&'()*+,./:;=?@\[\]~-]")
# A last paragraph shorter than this may well be no sentence.
_MIN_UNFINISHED = 100


class Damage:
    """The damage of one document, asked by stretch."""

    def __init__(self, document: Document, garbled: list[tuple[int, int]], drafts: list[Draft]):
        self.text = document.text
        self.garbled = [start for start, _ in garbled]
        self.repaired = sorted(repair.char_start for repair in document.repairs)
        self.lost = "\ufffd" in document.text
        self._none = not (garbled or self.repaired or self.lost)
        self.last = next(
            (d for d in reversed(drafts) if d.kind not in ("boilerplate", "byline", "caption", "image")), None
        )

    def flags(self, start: int, end: int) -> tuple[str, ...]:
        """``garbled`` and ``mojibake``, where a stretch holds such tokens or characters."""
        if self._none:
            return ()
        flags = []
        if _any_in(self.garbled, start, end):
            flags.append("garbled")
        if _any_in(self.repaired, start, end) or (self.lost and self.text.find("\ufffd", start, end) >= 0):
            flags.append("mojibake")
        return tuple(flags)

    def is_truncated(self, draft: Draft) -> bool:
        """Whether a block breaks off: at a mark that says so, or, at the end of the article, without a stop."""
        if draft.kind not in ("paragraph", "answer", "quote"):
            return False
        ending = self.text[max(draft.inner, draft.char_end - 24) : draft.char_end]
        if ("…" in ending or "..." in ending) and _CUT_OFF.search(ending):
            return True
        if draft is not self.last:
            return False
        unfinished = draft.char_end - draft.inner >= _MIN_UNFINISHED and not has_stop(ending) and ending[-1] not in ":;"
        return unfinished or bool(_ELLIPSIS.search(ending))


def is_broken_url(url: str) -> bool:
    """Whether an address of a picture can lead nowhere: empty, without a host, or of characters no URL has."""
    url = url.strip()
    if not url or url == "#" or _NOT_IN_URL.search(url) or url.endswith(("…", "...")):
        return True
    absolute = url.startswith("//") or url.lower().startswith(("http:", "https:"))
    return not _HOST.match(url) if absolute else bool(_SCHEME.match(url)) and not url.lower().startswith("data:")


def _any_in(starts: list[int], start: int, end: int) -> bool:
    i = bisect_left(starts, start)
    return i < len(starts) and starts[i] < end
