"""Small numbers by the checksum of what they belong to, as text short enough to ship."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from zlib import compress, decompress

import numpy as np

_WIDTHS = 4, 2


def pack(numbers: Mapping[int, int]) -> str:
    """Checksums of 32 bits at most and their numbers (-32,768 to 32,767) as text."""
    marks = sorted(numbers)
    steps, values = np.diff(marks, prepend=0).astype("<u4"), np.array([numbers[mark] for mark in marks], "<i2")
    parts = zip((steps, values), _WIDTHS, strict=True)
    planes = [one.view(np.uint8).reshape(-1, width).T.tobytes() for one, width in parts]
    return b64encode(compress(b"".join(planes), 9)).decode()


def unpack(text: str) -> dict[int, int]:
    """What ``pack`` was given."""
    planes = np.frombuffer(decompress(b64decode(text)), np.uint8).reshape(sum(_WIDTHS), -1)
    steps, values = (np.ascontiguousarray(part.T) for part in np.split(planes, [_WIDTHS[0]]))
    marks = np.cumsum(steps.view("<u4").ravel(), dtype=np.int64)
    return dict(zip(marks.tolist(), values.view("<i2").ravel().tolist(), strict=True))
