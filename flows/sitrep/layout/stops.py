"""How a text ends: as a sentence does, or not."""

from __future__ import annotations

from sitrep import patterns as re

_STOP = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z")
_MAY_END = frozenset(".!?…\"'”’»)]*_")
_CITED = re.compile(r"(?:\s?\[[^\[\]\s]{1,12}(?: [^\[\]\s]{1,12})?\])+[\"'”’»)]*\Z")
_PLAIN_STOPS = frozenset(".!?…")


def has_stop(text: str) -> bool:
    """Whether a text ends as a sentence does, perhaps with quotation marks, brackets, citations or emphasis behind."""
    last = text[-1:]
    if last in _PLAIN_STOPS:
        return True
    if last == "]" and (cited := _CITED.search(text, max(0, len(text) - 60))):
        text = text[: cited.start()]
        last = text[-1:]
    return last in _MAY_END and bool(_STOP.search(text, max(0, len(text) - 12)))
