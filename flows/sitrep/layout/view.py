"""The text with its markup blanked out, character for character."""

from __future__ import annotations

import re

_LINK = re.compile(
    r"(!?\[)([^\[\]]{0,600})(\]\(\s*[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:\s+\"[^\"\n]{0,300}\")?\s*\))"
)
_URL = re.compile(r"<?https?://[^\s<>\"”’)\]]{1,2000}>?|\bwww\.[^\s<>\"”’)\]]{3,2000}")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s[^<>\n]{0,300})?/?>")
_EMPHASIS = re.compile(
    r"\*{2,3}|(?<![\w*])\*(?=[\w\"“‘'(\[])|(?<=[\w.,;:!?\"”’)\]])\*(?![\w*])|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,!?”’)])_{1,3}(?!\w)"
)
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!\"'$~<>|-])")
# A no-break space between digits groups them: number readers look at it.
_NO_BREAK = re.compile("(?<!\\d)\u00a0|\u00a0(?!\\d)")


def blank_markup(text: str) -> str:
    """``text`` with link targets, URLs, emphasis signs, tags and escapes as spaces; length and offsets stay."""
    if "](" in text:
        text = _LINK.sub(_keep_label, text)
    if "://" in text or "www." in text:
        text = _URL.sub(_spaces, text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(_spaces, text)
    if "\\" in text:
        text = _ESCAPE.sub(" ", text)
    if "</" in text or "/>" in text or "<br" in text:
        text = _TAG.sub(_spaces, text)
    if "\u00a0" in text:
        text = _NO_BREAK.sub(" ", text)
    return text


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _keep_label(match: re.Match[str]) -> str:
    return " " * len(match[1]) + match[2] + " " * len(match[3])
