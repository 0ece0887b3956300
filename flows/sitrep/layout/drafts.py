"""Blocks in the making: what the readers of plain text, Markdown and HTML hand on to be told apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sitrep import patterns as re
from sitrep.folding import beyond_ascii, fold
from sitrep.layout.stops import has_stop

# What wikis write behind their headings.
_EDIT_LINK = "[edit]"
# What text browsers write before the words of a link.
_LINK_NUMBER = re.compile(r"\[\d{1,3}\](?=[^\W\d])")

_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())


class _Once:
    """What is worked out when first asked for. ``cached_property`` locks, which costs more than most of what is."""

    def __init__(self, work_out: Callable[[Any], Any]):
        self._work_out = work_out
        self._name = work_out.__name__

    def __get__(self, draft: Any, owner: type) -> Any:
        value = draft.__dict__[self._name] = self._work_out(draft)
        return value


class Draft:
    """A stretch of text that is one block, of a ``kind`` known already or still ``""``.

    ``inner`` is where the words begin behind a sign (``#``, ``•``, ``Q:``); ``rows`` are the spans that become a
    sentence each, of tables, ``line_starts`` where the lines of a plain text begin that are joined in it. ``emphasis``
    tells a line that is bold or italic as a whole, ``link_share`` how much of it is links (0 to 1), ``labels`` what a
    reader sees of them. ``outside`` tells that the page itself marks it as no part of the article, ``before_main`` that
    the article's element begins behind it, ``named_byline`` that its element is named one, ``at_hour`` that it opens
    with a time of day in four figures, ``heads_statement`` that it heads one of several statements. ``sign`` is the
    sign that opens it (``#``, ``1``, ``Q``, a bullet), ``url`` the address of an image. ``reads_on`` is what
    ``words.is_prose`` found, whatever the kind.
    """

    # Of what a page has hundreds of, what nothing sets is read here, and not set on each.
    kind: str = ""
    level: int | None = None
    rows: Sequence[tuple[int, int]] = ()
    line_starts: Sequence[int] = ()
    source_form: str | None = None
    emphasis: str = ""
    labels: str = ""
    outside: bool = False
    before_main: bool = False
    in_html: bool = False
    named_byline: bool = False
    at_hour: bool = False
    heads_statement: bool = False
    sign: str = ""
    after_blank: bool = True
    pair_id: str | None = None
    section: str | None = None
    url: str | None = None
    reads_on: bool | None = None

    def __init__(self, text: str, folded_text: str, char_start: int, char_end: int):
        """``folded_text`` is ``text``, the text of the whole page, folded; the words are all that stands there."""
        self.text = text
        self.folded_text = folded_text
        self.char_start = self.inner = char_start
        self.char_end = char_end
        words = text[char_start:char_end]
        if "[" in words:
            words = _LINK_NUMBER.sub("", words.removesuffix(_EDIT_LINK))
        self.words = words

    @_Once
    def unsqueezed(self) -> str:
        """The words folded for lookup."""
        # What a reader sees is shorter than what is written, or the same.
        as_written = len(self.words) == self.char_end - self.inner
        return self.folded_text[self.inner : self.char_end] if as_written else fold(self.words)

    @_Once
    def tokens(self) -> list[str]:
        """The words folded for lookup, one by one."""
        return self.unsqueezed.split()

    @_Once
    def folded(self) -> str:
        """The words folded for lookup, single spaces between them and none around."""
        return " ".join(self.tokens)

    @property
    def n_words(self) -> int:
        return len(self.tokens)

    @_Once
    def link_share(self) -> float:
        return min(1.0, _letters(self.labels) / (_letters(self.words) or 1)) if self.labels else 0.0

    @_Once
    def has_stop(self) -> bool:
        """Whether the words end as a sentence does."""
        return has_stop(self.words)

    @property
    def is_long(self) -> bool:
        return self.char_end - self.inner > 240


def _letters(text: str) -> int:
    """How many letters and digits a text has."""
    plain = text.encode("ascii", "ignore")
    other = 0 if len(plain) == len(text) else sum(map(str.isalnum, beyond_ascii(text)))
    return len(plain.translate(None, _ASCII_SIGNS)) + other
