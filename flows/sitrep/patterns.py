"""The standard module ``re``, in whose place this one is imported, but that a module's patterns wait for their use.

A run compiles a third of all patterns for a text of one line, and to compile the others would take longer than to read
that line. A pattern of a module is compiled when it is first searched for, and then takes its own place in that
module. Another module therefore goes by the module (``grammar.POINT``) and does not import the pattern itself.

Words of the language stand in lexicons: a pattern with such words is given as a function that writes it when it is
needed, with ``any_of`` for its lists of words.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from re import *  # noqa: F403
from types import FrameType
from typing import Any

_MODULE = "<module>"
_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Waiting:
    """A pattern that is not compiled yet."""

    __slots__ = ("_flags", "_names", "_pattern", *_METHODS)

    def __init__(self, pattern: str | bytes | Callable[[], str], flags: int, names: dict[str, Any]):
        self._pattern = pattern
        self._flags = flags
        self._names = names

    def __getattr__(self, name: str) -> Any:
        """Anything asked of the pattern: what is set here is asked of the class no more."""
        compiled = re.compile(_written(self._pattern), self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        for own, value in list(self._names.items()):
            if value is self:
                self._names[own] = compiled
        return getattr(compiled, name)


def _written(pattern: str | bytes | Callable[[], str]) -> str | bytes:
    return pattern() if callable(pattern) else pattern


def compile(pattern: str | bytes | Callable[[], str], flags: int = 0) -> re.Pattern[Any]:
    """``re.compile``; at the import of a module, a stand-in that compiles when it is used (and raises then).

    ``pattern`` may be a function of no arguments that returns it.
    """
    caller: FrameType = sys._getframe(1)
    if caller.f_code.co_name != _MODULE:
        return re.compile(_written(pattern), flags)
    return _Waiting(pattern, flags, caller.f_globals)  # type: ignore[return-value]


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for one of some phrases, the longest first, in a group of its own; any white space parts words."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    written = (re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)
    return f"(?:{'|'.join(written)})"
