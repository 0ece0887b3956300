"""The records of a JSON Lines feed: which fields are read, and what each is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from typing import Any

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.ingest import language
from sitrep.ingest.sidecar import Provenance, timestamp_day

_NOT_IN_NAMES = re.compile(r"[\W_]+")
# Seconds since 1970 have so many digits, milliseconds so many.
_SECONDS, _MILLISECONDS = 10, 13
_TAG = re.compile(
    r"</?(?:p|br|div|a|span|h[1-6]|ul|ol|li|strong|em|b|i|table|tr|td|blockquote|figure|img|article|section)\b[^<>]{0,2000}>",
    re.I,
)
# The sign stands first, and what is before it is looked at behind: the engine then skips to the signs at once.
_MARKDOWN = re.compile(
    r"[-#*+\[](?:(?<=^#)#{0,5} \S|(?<=[-*+])(?:(?<=^.)|(?<=^[ \t].)|(?<=^[ \t]{2}.)|(?<=^[ \t]{3}.))[ \t]{1,3}\*\*"
    r"|(?<=\*)\*\S[^*\n]{0,300}\S\*\*|(?<=\[)[^\[\]]{1,300}\]\(\S{1,500}\))",
    re.M,
)
_TABLE_RULE = re.compile(r"^\|?[ \t]*:?-{3,}:?[ \t]*\|", re.M)
_ENOUGH = 2
_SAMPLE = 20_000


class RecordError(ValueError):
    """A line of a feed is no record. ``reason`` is that of the reject, ``detail`` names the place or the fields."""

    def __init__(self, reason: str, detail: str):
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its body as written, the media type of the body, and what its other fields tell."""

    body: str
    media_type: str
    known: Provenance


def parse(line: str) -> Record:
    """The record in one line. Raises RecordError (``broken_json``, ``no_text``)."""
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise RecordError("broken_json", f"{error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise RecordError("broken_json", "its brackets are nested too deeply") from error
    except ValueError as error:
        raise RecordError("broken_json", "it holds a number of more digits than can be read") from error
    if not isinstance(fields, dict):
        raise RecordError("broken_json", f"the line holds a {type(fields).__name__} and no object")
    body = next((text for text in _texts(fields, "body", "\n\n") if text.strip()), None)
    if body is None:
        present = ", ".join(sorted(map(str, fields))[:12]) or "none"
        raise RecordError("no_text", f"none of the fields {', '.join(_names()['body'])} holds text (fields: {present})")
    return Record(body, _media_type(body), provenance(fields))


def provenance(fields: dict[str, Any]) -> Provenance:
    """What the fields of a record tell of its text, each as written but for the language, which is ISO 639-1."""
    values = {what: _first(fields, what) for what in (field.name for field in dataclass_fields(Provenance))}
    values["language"] = language.code(values["language"])
    return Provenance(**values)


@cache
def _names() -> dict[str, list[str]]:
    return lexicons.load("record_fields")


def _texts(fields: dict[str, Any], what: str, joint: str) -> Iterator[str]:
    """The texts of the fields that tell one thing, those first whose names come first."""
    named: dict[str, Any] = {}
    for name, value in fields.items():
        named.setdefault(_NOT_IN_NAMES.sub("", str(name)).lower(), value)
    for name in _names()[what]:
        value = named.get(name)
        if text := str(value) if type(value) is int and what == "published" else _text(value, joint):
            yield text


def _first(fields: dict[str, Any], what: str) -> str | None:
    found = [" ".join(text.split()) for text in _texts(fields, what, ", ") if text.strip()]
    if what == "published":
        # A field that tells no day may stand before one that does.
        return next((day for text in found if (day := _day(text))), found[0] if found else None)
    return found[0] if found else None


def _day(written: str) -> str | None:
    if written.isascii() and written.isdigit() and len(written) in (_SECONDS, _MILLISECONDS):
        return datetime.fromtimestamp(int(written[:_SECONDS]), UTC).date().isoformat()
    return timestamp_day(written)


def _text(value: Any, joint: str) -> str | None:
    """A field as text: also a list of texts, or an object that holds it (``name``, ``rendered``)."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((value[key] for key in ("rendered", "name", "value") if isinstance(value.get(key), str)), None)
    if isinstance(value, list):
        parts = [text for item in value if not isinstance(item, list) and (text := _text(item, joint))]
        return joint.join(parts) or None
    return None


def _media_type(body: str) -> str:
    sample = body[:_SAMPLE]
    n_signs = sum(1 for _ in islice(_MARKDOWN.finditer(sample), _ENOUGH))
    if n_signs < _ENOUGH and "---" in sample:
        n_signs += len(_TABLE_RULE.findall(sample))
    has_tags = "<" in body and (len(_TAG.findall(sample)) >= _ENOUGH or _is_wrapped(body))
    # Markdown may hold tags, and HTML no Markdown: a text that has both and opens with no tag is Markdown.
    if has_tags and (n_signs == 0 or body.lstrip().startswith("<")):
        return "text/html"
    return "text/markdown" if n_signs >= _ENOUGH else "text/plain"


def _is_wrapped(body: str) -> bool:
    return bool(_TAG.match(body.lstrip()[:2100]) and body.rstrip().endswith(">"))
