"""The text with its markup blanked out, character for character."""

from __future__ import annotations

from sitrep import lexicons
from sitrep import patterns as re

_LINK = re.compile(
    r"\[([^\[\]]{0,600})(\]\(\s*[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:\s+\"[^\"\n]{0,300}\")?\s*\))"
)
_URL = re.compile(r"https?://[^\s<>\"”’)\]]{0,2000}[^\s<>\"”’)\].,;:!?…]")
_HOST = re.compile(r"www\.[^\s<>\"”’)\]]{2,2000}[^\s<>\"”’)\].,;:!?…]")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s[^<>\n]{0,300})?/?>")
_EMPHASIS = re.compile(r"[*_]+")
_SINGLE = {"*": re.compile(r"\*"), "_": re.compile("_")}
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!\"'$~<>|&-])")
# Citations of encyclopedias and footnotes, glued to a word or a stop: [3], [note 2], [^4], superscript figures.
# The sign stands first, and what is before it is looked at behind: the engine then skips to the signs at once.
_CITATION = re.compile(
    lambda: (
        r"\[(?<=\S.)(?:\d{1,3}(?:[,–-]\d{1,3})?|[a-z]{1,2}|\^[^\[\]\s]{1,20}|[a-z]{1,12} \d{1,3}|[a-z]{2,10}\?"
        rf"|{re.any_of(lexicons.load('layout_words')['notes_of_editors'])})\](?:: ?\d{{1,4}}(?:[–-]\d{{1,4}})?(?=\s))?"
    )
)
# What text browsers write before the words of a link.
_LINK_NUMBER = re.compile(r"\[(?<![^\s(“\"].)\d{1,3}\](?=[^\W\d])")
_SUPERSCRIPT = re.compile(r"[²³¹⁰⁴-⁹](?<=[^\W\dmM²³¹⁰⁴-⁹].|[.,;:!?\"'”’»)].)[²³¹⁰⁴-⁹]*(?![^\W_])")
# A no-break space between digits groups them, and number readers look at it; any other is a space.
_NO_BREAK = re.compile("\u00a0(?:(?<!\\d.)|(?!\\d))")


# Two hyphens between two words are a dash; between columns they are an empty cell.
_TYPED_DASH = re.compile(r"(?<=[^\s-]) -- (?=[^\s-])")
_DASH = " —  "

# What is no sign of markup: with all of it gone, to ask for one sign after the other costs next to nothing.
_NO_SIGNS = bytes(code for code in range(128) if code not in b"[]():/\\*_<>")
_SUPERSCRIPTS = tuple(char.encode() for char in "²³¹⁰⁴⁵⁶⁷⁸⁹")


def blank_markup(text: str) -> str:
    """``text`` with link targets, URLs, emphasis, tags, escapes and citations as spaces, and typed dashes as dashes;
    length and offsets stay."""
    signs = text.encode("utf-8", "surrogatepass").translate(None, _NO_SIGNS)
    if b"](" in signs:
        text = _LINK.sub(_keep_label, text.replace("![", " ["))
    if b"://" in signs:
        text = _URL.sub(_spaces, text)
    if "www." in text:
        text = _HOST.sub(_spaces, text)
    if b"\\" in signs:
        text = _ESCAPE.sub(_escaped, text)
    if b"*" in signs or b"_" in signs:
        text = _blank_emphasis(text)
    if b"[" in signs:
        text = _LINK_NUMBER.sub(_spaces, _CITATION.sub(_spaces, text))
    if any(sign in signs for sign in _SUPERSCRIPTS):
        text = _SUPERSCRIPT.sub(_spaces, text)
    if b"<" in signs and ("</" in text or "/>" in text or "<br" in text):
        text = _TAG.sub(_spaces, text)
    if b"\xc2\xa0" in signs:
        text = _NO_BREAK.sub(" ", text)
    return _TYPED_DASH.sub(_DASH, text) if " -- " in text else text


def _blank_emphasis(text: str) -> str:
    """Signs of emphasis as spaces; two or three together always go, and are replaced at once where no more stand so."""
    if "****" in text or "____" in text or "*_" in text or "_*" in text:
        return _EMPHASIS.sub(_unless_inside, text)
    for sign, single in _SINGLE.items():
        if sign in text:
            text = text.replace(sign * 3, "   ").replace(sign * 2, "  ")
            text = single.sub(_unless_inside, text)
    return text


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _keep_label(match: re.Match[str]) -> str:
    return " " + match[1] + " " * len(match[2])


def _escaped(match: re.Match[str]) -> str:
    """A sign that is escaped stands for itself; signs of emphasis part words, and a stop stays at its word."""
    sign = match[1]
    if sign in "*_`":
        return "  "
    return ".." if sign == "." else " " + sign


def _unless_inside(match: re.Match[str]) -> str:
    """Signs of emphasis go; between letters or digits, or alone between spaces, they are no such signs."""
    text, start, end = match.string, match.start(), match.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if end - start < 2 and (before.isspace() == after.isspace() and before.isalnum() == after.isalnum()):
        return match[0]
    return " " * (end - start) if end - start <= 3 else match[0]
