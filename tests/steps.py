"""How many functions a call takes, its own and the interpreter's: a measure of work that no clock and no load sways."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def steps(function: Callable[..., Any], *arguments: Any) -> int:
    """The number of functions called while ``function(*arguments)`` runs."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    known = sys.getprofile()
    sys.setprofile(count)
    try:
        function(*arguments)
    finally:
        sys.setprofile(known)
    return calls


def grows_with_length(read: Callable[[str], Any], piece: str, n_chars: int = 4_000, times: int = 4) -> bool:
    """Whether reading ``times`` as much of a repeated ``piece`` takes no more than about ``times`` as many steps."""
    short = (piece * (n_chars // len(piece) + 1))[:n_chars]
    read(short)  # compiles what is compiled once
    return steps(read, (piece * (times * n_chars // len(piece) + 1))[: times * n_chars]) < (
        1.25 * times * steps(read, short) + 2_000
    )
