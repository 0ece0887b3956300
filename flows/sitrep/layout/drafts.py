"""Blocks in the making: what the readers of plain text, Markdown and HTML hand on to be told apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from sitrep import patterns as re
from sitrep.folding import fold

# What wikis write behind their headings.
_EDIT_LINK = "[edit]"
# What text browsers write before the words of a link.
_LINK_NUMBER = re.compile(r"\[\d{1,3}\](?=[^\W\d])")


@dataclass
class Draft:
    """A stretch of text that is one block, of a ``kind`` known already or still ``""``.

    ``inner`` is where the words begin behind a sign (``#``, ``•``, ``Q:``); ``rows`` are the spans that become a
    sentence each, of tables. ``emphasis`` tells a line that is bold or italic as a whole, ``link_share`` how much
    of it is links (0 to 1). ``outside`` tells that the page itself marks it as no part of the article, ``before_main``
    that the article's element begins behind it, ``named_byline`` that its element is named one. ``sign`` is the sign
    that opens it (``#``, ``1``, ``Q``, a bullet), ``url`` the address of an image.
    """

    text: str
    char_start: int
    char_end: int
    kind: str = ""
    level: int | None = None
    inner: int = -1
    words: str = ""
    rows: list[tuple[int, int]] = field(default_factory=list)
    source_form: str | None = None
    emphasis: str = ""
    link_share: float = 0.0
    outside: bool = False
    before_main: bool = False
    in_html: bool = False
    named_byline: bool = False
    sign: str = ""
    after_blank: bool = True
    pair_id: str | None = None
    section: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if self.inner < 0:
            self.inner = self.char_start
        if not self.words:
            words = self.text[self.inner : self.char_end].removesuffix(_EDIT_LINK)
            self.words = _LINK_NUMBER.sub("", words) if "[" in words else words

    @cached_property
    def folded(self) -> str:
        """The words folded for lookup, single spaces between them and none around."""
        return " ".join(fold(self.words).split())

    @cached_property
    def n_words(self) -> int:
        return self.folded.count(" ") + 1 if self.folded else 0

    @property
    def is_long(self) -> bool:
        return self.char_end - self.inner > 240
