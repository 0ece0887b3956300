"""Arrays of weights as text: eight bits a number, a scale for each entry of the last axis."""

from __future__ import annotations

from base64 import b64decode, b64encode
from zlib import compress, decompress

import numpy as np

_MOST, _DIGITS = 127, 6


def pack(array: np.ndarray) -> dict:
    """An array as its shape, its scales and its numbers."""
    flat = array.reshape(-1, array.shape[-1]).astype(float)
    scale = np.maximum(np.abs(flat).max(0), 1e-6) / _MOST
    scale = np.array([float(f"{one:.{_DIGITS}g}") for one in scale])
    numbers = np.clip(np.round(flat / scale), -_MOST, _MOST).astype(np.int8)
    text = b64encode(compress(numbers.tobytes(), 9)).decode()
    return {"shape": list(array.shape), "scale": scale.tolist(), "numbers": text}


def unpack(stored: dict) -> np.ndarray:
    """What ``pack`` was given, to eight bits."""
    numbers = np.frombuffer(decompress(b64decode(stored["numbers"])), np.int8).reshape(stored["shape"])
    return (numbers * np.array(stored["scale"])).astype(np.float32)
