"""How much ingest reads before it gives an input up."""

from __future__ import annotations

from dataclasses import dataclass, fields

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one input, in bytes. An input beyond one of them becomes a reject that names the limit.

    ``document_bytes``: the largest text, Markdown or HTML document, and the largest record of a feed, unpacked.
    ``expanded_bytes``: how much one ``.gz`` may unpack to; ``expansion_ratio``: unpacked bytes a packed byte, beyond
    which a ``.gz`` that is over 16 MiB unpacked counts as a bomb (news text packs 3 to 10 times).
    ``sidecar_bytes``: the largest ``NAME.EXT.meta.yaml``. Raises ValueError for a limit below 1.
    """

    document_bytes: int = 16 * _MIB
    expanded_bytes: int = 4096 * _MIB
    expansion_ratio: int = 200
    sidecar_bytes: int = 64 * 1024

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if value < 1:
                raise ValueError(f"Limits.{field.name} is {value}: give a number of at least 1")


DEFAULT_LIMITS = Limits()
# A .gz below this size, unpacked, is never a bomb: a page of spaces packs a thousandfold and harms nobody.
HARMLESS_BYTES = 16 * _MIB
