"""Wrongly decoded characters put right, each with its place and the characters that stood there.

What is repaired: UTF-8 that was read as another encoding (``donâ€™t``), also where a byte of it was lost; C1 controls
that are Windows-1252 punctuation; character references of HTML and escapes of JSON left in plain text (``&#8217;``,
``\\u2019``); stray control characters, which become U+FFFD. A U+FFFD that the source holds is kept: what stood there is
not known. No-break spaces and line ends other than CR LF and CR are kept as they are.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from sitrep import patterns as re
from sitrep.model import Element, Repair

REPLACEMENT = "\ufffd"
_REFERENCE = re.compile(r"&(?:amp;)?((?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)")
_ESCAPE = re.compile(r"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4})")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
# A byte of a three-byte sequence that Windows-1252 leaves undefined is lost on the way: of what the rest can be
# (U+2001, U+200D, U+200F, U+2010, U+201D), news has the closing quotation mark.
_LOST_QUOTE = re.compile("â€(?:\ufffd|\x9d|\x1a)")
# What typesetting leaves in a text and no reader sees: soft hyphens, spaces without width, marks of the byte order,
# letters drawn as one (of which OCR and PDF are full).
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_TYPESETTING = re.compile("[\u00ad\u200b\u2060\ufeff\ufb00-\ufb06](?:(?<!\u00ad)|(?<=[A-Za-z].))")
_UNSEEN = "\u00ad\u200b\u2060\ufeff" + "".join(_LIGATURES)
_TAIL_1252 = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# Where mojibake can be at all: a lead byte and its tail as Windows-1252 shows them, and the usual beginnings in
# Windows-1250, -1251, -1253, -1257, Mac OS Roman and code pages 437 and 850. ftfy then decides. What can stand
# first is one class of characters, which the engine searches for fast.
_SUSPECT = re.compile(
    rf"[\x80-\x9fÂ-ôвВГРС‚√ΒΓΞΟβāĂĹ](?:(?<=[\x80-\x9f])|(?<=[Â-ß])[{_TAIL_1252}]|(?<=[à-ï])[{_TAIL_1252}]{{2}}"
    rf"|(?<=[ð-ô])[{_TAIL_1252}]{{3}}|(?<=Ã) |(?<=[ÂÃ])\ufffd|(?<=в)Ђ"
    "|(?<=[ВГРС])[^\x00-\x7fа-яёА-ЯЁіїєґІЇЄҐ’”»“—–…]|(?<=‚)[Äâó]|(?<=√)[^\\s\\d]|(?<=[ÔΓ])Ç|(?<=[ΒΓΞΟβā])€"
    "|(?<=[ĂĹ])[^\x00-\x7f])"
)
_MAY_BE_MISREAD = re.compile("[\x80-\x9fÂ-ôвВГРС‚√ΒΓΞΟβāĂĹ]")
# All of ASCII but control characters.
_PLAIN = bytes((*range(9, 14), *range(32, 127)))
_RUN = re.compile("[^\x00-\x7f]+(?<=[ÃÂ]) (?=[^\x00-\x7f\\s])?|[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text with its repairs, in order; ``moved`` takes an offset of the text before to the same place after."""

    text: str
    repairs: tuple[Repair, ...]

    @property
    def has_mojibake(self) -> bool:
        """Whether characters were, or are, wrongly decoded (codebook, flag ``mojibake``)."""
        return bool(self.repairs) or REPLACEMENT in self.text

    def moved(self, offsets: list[int]) -> list[int]:
        """Offsets into the text before the repair as offsets into the text after it, in O(log n) each."""
        starts, ends, shifts, shift = [], [], [0], 0
        for repair in self.repairs:
            starts.append(repair.char_start - shift)
            ends.append(repair.char_start - shift + len(repair.original))
            shift += repair.char_end - repair.char_start - len(repair.original)
            shifts.append(shift)
        found = []
        for offset in offsets:
            i = bisect_right(starts, offset - 1)
            # Inside what was repaired there is no such place: take the end of what replaced it.
            found.append(self.repairs[i - 1].char_end if i and offset < ends[i - 1] else offset + shifts[i])
        return found

    def moved_elements(self, elements: tuple[Element, ...]) -> tuple[Element, ...]:
        """The elements with their spans in the text after the repair."""
        if not self.repairs:
            return elements
        starts = self.moved([e.char_start for e in elements])
        ends = self.moved([e.char_end for e in elements])
        return tuple(
            Element(e.tag, start, end, e.parent, e.attributes)
            for e, start, end in zip(elements, starts, ends, strict=True)
        )


def repair(text: str) -> Repaired:
    """The text put right; linear in its length."""
    changes: list[tuple[int, int, str]] = []
    if "&" in text:
        changes += _changes(_REFERENCE, text, _reference)
    if "\\u" in text:
        changes += _changes(_ESCAPE, text, _unescape)
    # Few texts hold any of the characters that may be wrong: to look at all that are not plain ones, once each, is
    # faster than to search the text for the others.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    signs = "".join(set(rest.decode("utf-8", "surrogatepass")))
    if _CONTROL.search(signs):
        changes += [(m.start(), m.end(), REPLACEMENT) for m in _CONTROL.finditer(text)]
    if _MAY_BE_MISREAD.search(signs):
        changes += [(m.start(), m.end(), "”") for m in _LOST_QUOTE.finditer(text)]
        if _SUSPECT.search(text):
            changes += _misread(text)
    return _apply(text, changes)


def _changes(pattern: re.Pattern[str], text: str, read) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), right) for m in pattern.finditer(text) if (right := read(m[1])) not in (None, m[0])]


def _reference(name: str) -> str | None:
    import html  # with its table of names, which a text without references needs not
    from html.entities import html5

    if name[0] != "#" and name not in html5:
        return None
    return _CONTROL.sub(REPLACEMENT, html.unescape(f"&{name}"))


def _unescape(written: str) -> str:
    units = bytes.fromhex(written.replace("\\u", ""))
    return _CONTROL.sub(REPLACEMENT, units.decode("utf-16be", "replace"))


def _misread(text: str) -> list[tuple[int, int, str]]:
    found = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        if _SUSPECT.search(text, start, end):
            # One neighbour on each side: what is bad in the middle of a word may be good by itself.
            before, after = text[start - 1 : start] if start else "", text[end : end + 1]
            right = _right(before, text[start:end], after)
            if right is not None:
                found.append((start, end, right))
    return found


@cache
def _fix():
    from ftfy import fix_encoding  # 60 ms to load, and most texts need none of it

    return fix_encoding


def _right(before: str, run: str, after: str) -> str | None:
    fixed = _fix()(_LOST_QUOTE.sub("”", before + run + after))
    if not (fixed.startswith(before) and fixed.endswith(after)):
        return None
    right = fixed[len(before) : len(fixed) - len(after)]
    return None if right == run else _CONTROL.sub(REPLACEMENT, right)


def _apply(text: str, changes: list[tuple[int, int, str]]) -> Repaired:
    if not changes:
        return Repaired(text, ())
    pieces: list[str] = []
    repairs: list[Repair] = []
    position = length = 0
    # A longer change wins over one inside it: a lost quotation mark in a run that was read wrongly as a whole.
    for start, end, right in sorted(changes, key=lambda change: (change[0], -change[1])):
        if start < position:
            continue
        length += start - position
        pieces += text[position:start], right
        repairs.append(Repair(length, length + len(right), text[start:end]))
        length += len(right)
        position = end
    pieces.append(text[position:])
    return Repaired("".join(pieces), tuple(repairs))


def folded_lines(text: str) -> str:
    """The text with CR LF, CR and form feeds as LF, without characters that nobody sees, its ligatures as letters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\f", "\n").replace("\v", "\n")
    seen = text.isascii() or not any([sign in text for sign in _UNSEEN])
    return text if seen else _TYPESETTING.sub(_letters, text)


def _letters(match: re.Match[str]) -> str:
    return _LIGATURES.get(match[0], "")
