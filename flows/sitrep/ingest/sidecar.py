"""Provenance that stands beside a file, in ``NAME.EXT.meta.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from sitrep import patterns as re
from sitrep.ingest import dateline, language
from sitrep.ingest.limits import Limits

if TYPE_CHECKING:
    import yaml


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is known of a document from outside its text. Each is None where it is unknown.

    ``published`` is EDTF, ``language`` ISO 639-1, ``retrieved`` an ISO 8601 date or timestamp as written.
    """

    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    licence: str | None = None
    retrieved: str | None = None

    def over(self, other: Provenance) -> Provenance:
        """This, with what it does not know taken from another."""
        return Provenance(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(self)))


KEYS = tuple(f.name for f in fields(Provenance))


def read(path: Path, limits: Limits) -> tuple[Provenance, list[str]]:
    """The provenance in a sidecar, and what is wrong with it, one sentence a fault.

    A key that is unknown, stands twice or has a value of the wrong type is a fault; the sound keys are used all the
    same. Raises OSError where the file cannot be read.
    """
    import yaml  # most files have no sidecar, and it is slow to load

    with path.open("rb") as file:
        data = file.read(limits.sidecar_bytes + 1)
    if len(data) > limits.sidecar_bytes:
        return Provenance(), [f"it is over the limit sidecar_bytes of {limits.sidecar_bytes:,} bytes"]
    try:
        # Composed, not loaded: every value stays the text that was written (`language: no` is Norwegian, not False).
        node = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.CSafeLoader)
    except UnicodeDecodeError:
        return Provenance(), ["it is not UTF-8; save it as UTF-8"]
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 1}" if mark else ""
        return Provenance(), [f"it is no valid YAML{where}: {getattr(error, 'problem', None) or 'it cannot be parsed'}"]
    if not isinstance(node, yaml.MappingNode):
        return Provenance(), [f"it is no mapping; write lines such as 'url: https://…' (keys: {', '.join(KEYS)})"]
    return _checked(node)


def _checked(node: yaml.MappingNode) -> tuple[Provenance, list[str]]:
    import yaml

    known: dict[str, str] = {}
    seen: set[str] = set()
    faults: list[str] = []
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in seen:
            faults.append(f"key {key!r} stands twice; keep one")
            continue
        seen.add(key)
        if key not in KEYS:
            faults.append(f"key {key!r} is unknown; use one of {', '.join(KEYS)}")
        elif not isinstance(value_node, yaml.ScalarNode):
            faults.append(f"key {key!r} has a list or a mapping; give it one value")
        elif value_node.tag != "tag:yaml.org,2002:null" and value_node.value.strip():
            value, fault = _typed(key, value_node.value.strip())
            if value:
                known[key] = value
            else:
                faults.append(f"key {key!r} has {value_node.value.strip()!r}; {fault}")
    return Provenance(**known), faults


def _typed(key: str, written: str) -> tuple[str | None, str]:
    if key in ("published", "retrieved"):
        value = timestamp_day(written)
        return (written if value and key == "retrieved" else value), "write a day as 2025-03-03, or a timestamp"
    if key == "language":
        return language.code(written), "write an ISO 639-1 code, such as en"
    if key == "url":
        return (written if "://" in written else None), "write a whole URL, such as https://example.org/story"
    return written, ""


def timestamp_day(written: str) -> str | None:
    """The EDTF day of a timestamp in any usual form, on the calendar of the time zone it is written in, else None."""
    written = written.strip()
    head = written[:10]
    found = dateline.value(head) if len(written) > 10 and written[10:11] in "T " else None
    found = found or dateline.value(written)
    if found is None and len(written) == 8 and written.isdigit():
        found = dateline.value(f"{written[:4]}-{written[4:6]}-{written[6:]}")
    return found or _coarse(written)


def _coarse(written: str) -> str | None:
    """A year or a month in EDTF, which a sidecar may give where the day is unknown."""
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", written, re.ASCII)
    return match[0] if match else None
