"""What the stages hand to each other: plain records, no behaviour that reads language.

Offsets everywhere are Unicode code points into ``Document.text``, half-open. Nothing here imports another stage, so
each stage depends on these records and never on the stage before it. Nobody changes a record of which a page has
thousands either, but those are not declared frozen: making a frozen one takes four times as long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from sitrep import patterns as re
from sitrep.folding import Folded
from sitrep.ids import row_id
from sitrep.origin import Origin

T = TypeVar("T")

# What opens with a look for anything but white space is searched for in two thirds of the time.
TOKEN = re.compile(r"(?=\S)(?:\w++(?![.,'’])|\w+(?:[.,]\d+)*(?:['’]\w+)?|.)")
# A set of characters that opens a pattern is skipped to at once, a repetition is not.
_FIGURES = re.compile("[0-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of an HTML document, as rendered into ``Document.text``.

    ``parent`` is the index of the enclosing element in ``Document.elements`` (-1 at the root); ``attributes`` keeps
    only what layout reads (class, id, role, href, src, alt, colspan, rowspan, datetime, ...), and in ``asks`` the type
    of a form's field (``email``, ``search``) that stands in it.
    """

    tag: str
    char_start: int
    char_end: int
    parent: int
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of ``Document.text`` that was wrongly decoded in the source, and the characters that stood there."""

    char_start: int
    char_end: int
    original: str


@dataclass(frozen=True, slots=True)
class Document:
    """One input document: its text and what is known about it before anything is read from it.

    ``title_guessed`` says that ``title`` is the line that looks most like one, and nobody's statement: layout, which
    sees the whole page, knows better. ``repeated`` are the spans of lines that other documents of its publisher hold
    too, in order; they are known where several documents are read together.
    """

    doc_id: str
    source_path: str
    source_record: int | None
    media_type: str
    encoding: str
    text: str
    title: str | None = None
    byline: str | None = None
    published_edtf: str | None = None
    published_basis: str | None = None
    language: str | None = None
    url: str | None = None
    publisher: str | None = None
    licence: str | None = None
    retrieved: str | None = None
    source_sha256: str = ""
    flags: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    elements: tuple[Element, ...] = ()
    title_guessed: bool = False
    repeated: tuple[tuple[int, int], ...] = ()

    @property
    def published(self) -> date | None:
        """The publication day, or None where it is unknown or coarser than a day."""
        value = self.published_edtf
        return date.fromisoformat(value) if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that became no document: which file (and record), why, and what its owner can do."""

    source_path: str
    source_record: int | None
    reason: str
    detail: str
    action: str
    n_bytes: int | None


@dataclass(slots=True, unsafe_hash=True)
class Block:
    """A stretch of the page that a reader takes as one thing; ``seq`` counts from 0 in reading order.

    ``indent`` counts the nesting of a bullet; ``source_form`` is set on tables only (see the contract ``tables``).
    """

    seq: int
    kind: str
    char_start: int
    char_end: int
    level: int | None = None
    section: str | None = None
    pair_id: str | None = None
    flags: tuple[str, ...] = ()
    source_form: str | None = None


class Token(NamedTuple):
    """A word, number or single punctuation mark of a sentence; ``lower`` is its lower-case form."""

    char_start: int
    char_end: int
    text: str
    lower: str


# Of what a page has thousands of, the tuple is made as such: that halves the time.
_token = partial(tuple.__new__, Token)


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """One sentence, heading, bullet or table line. ``seq`` counts through the page, ``block`` is ``Block.seq``.

    ``case`` is ``mixed``, ``upper`` or ``lower``: what capital letters can tell here. ``flags`` may hold ``garbled``,
    ``mojibake`` and ``truncated``.
    """

    seq: int
    block: int
    char_start: int
    char_end: int
    case: str = "mixed"
    flags: tuple[str, ...] = ()


@dataclass
class Page:
    """A document laid out. ``view`` is ``document.text`` with markup blanked out, of the same length and offsets.

    In ``view`` a Markdown sign, an URL, a line break inside a block and all boilerplate are as many spaces, and a hard
    space is a space: prose readers scan it instead of the text, and quote from the text. Where ``origin`` is set,
    markup is no spaces, but left out (``layout.reading``), and all places are those on the page.
    """

    document: Document
    view: str
    blocks: list[Block]
    sentences: list[Sentence]
    garbled: list[tuple[int, int]] = field(default_factory=list)
    n_words: int = 0
    origin: Origin | None = None
    _tokens: dict[int, list[Token]] = field(default_factory=dict, repr=False)

    @cached_property
    def folded(self) -> Folded:
        """``view`` made ready for ``Matcher.find``."""
        return Folded(self.view)

    @cached_property
    def figures(self) -> list[int]:
        """Where the runs of ASCII digits in ``view`` begin."""
        return [match.start() for match in _FIGURES.finditer(self.view)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.char_start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a code point, or None where it stands outside all of them, as in boilerplate."""
        i = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].char_end else None

    def by_sentence(self, spans: Iterable[tuple[int, int, T]]) -> Iterator[tuple[Sentence, list[tuple[int, int, T]]]]:
        """Spans of code points with what each means, in order: those that begin in one sentence together with it."""
        sentences = iter(self.sentences)
        sentence, begin, limit = None, 0, 0
        found: list[tuple[int, int, T]] = []
        for span in spans:
            start = span[0]
            if start >= limit:
                if found:
                    yield sentence, found
                    found = []
                while start >= limit:
                    sentence = next(sentences, None)
                    if sentence is None:
                        return
                    begin, limit = sentence.char_start, sentence.char_end
            if start >= begin:
                found.append(span)
        if found:
            yield sentence, found

    def tokens(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence, read once and kept."""
        known = self._tokens.get(sentence.seq)
        if known is None:
            view = self.view
            known = self._tokens[sentence.seq] = [
                _token((*m.span(), text := m[0], text.lower()))
                for m in TOKEN.finditer(view, sentence.char_start, sentence.char_end)
            ]
        return known

    def quote(self, char_start: int, char_end: int) -> str:
        return self.document.text[char_start:char_end]

    def phrase(self, char_start: int, char_end: int) -> str:
        """What stands there as it is read, its words parted by one space each."""
        return " ".join(self.view[char_start:char_end].split())

    def span(self, char_start: int, char_end: int) -> tuple[int, int]:
        """Where in the document a span of the page stands."""
        if self.origin is None:
            return char_start, char_end
        return self.origin.start(char_start), self.origin.end(char_end)

    def row_id(self, dataset: str, char_start: int, char_end: int, nth: int = 0) -> str:
        """The id of a row by its span on the page; see ``ids.row_id``."""
        return row_id(dataset, self.document.doc_id, *self.span(char_start, char_end), nth)


@dataclass(slots=True, unsafe_hash=True)
class DateMention:
    """A date expression with its value (codebook, Dates). ``edtf`` is null where the text does not fix one."""

    char_start: int
    char_end: int
    edtf: str | None
    start: date | None
    end: date | None
    precision: str
    basis: str
    mod: str | None = None
    dateline: bool = False
    flags: tuple[str, ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class NumberMention:
    """A quantity as written with its qualifier, whatever it counts.

    ``kind`` is ``count`` where it may count things, else what it is instead (``ordinal``, ``money``, ``percent``,
    ``date``, ``age``, ``measure``, ``model``, ``unit_number``, ``score``, ``ratio``, ``time``, ...).
    ``number_start``/``number_end`` is the span without the qualifier.
    """

    char_start: int
    char_end: int
    number_start: int
    number_end: int
    low: int | float | None
    best: int | float | None
    high: int | float | None
    qualifier: str
    kind: str = "count"


@dataclass(slots=True, unsafe_hash=True)
class PlaceMention:
    """A named place. ``precision`` is ``point``, ``region`` or ``country``; ``lat`` and ``lon`` are WGS 84 degrees.

    ``venue``: it only tells where something was said or some met. ``ground``: it only tells whose ground something was
    done on, and lends no other sentence its place.
    """

    char_start: int
    char_end: int
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    precision: str
    venue: bool = False
    ground: bool = False


# The ``via`` of an actor whom the text itself names: neither a pronoun, nor a side read from what stands near.
BY_NAME = ("lexicon", "composed")


@dataclass(slots=True, unsafe_hash=True)
class ActorMention:
    """Someone who can act: a state, force, office, person, group, or a pronoun resolved to one.

    The span is the whole noun group as written ("Russian Security Council Secretary Sergei Shoigu"). ``kind`` is
    ``state``, ``demonym``, ``person``, ``force``, ``group``, ``body``, ``office``, ``people`` or
    ``pronoun``; ``via`` says how it was known (a lexicon entry, ``coreference``, ``composed``, ``setting`` where
    the page tells whose side it is, ``context`` where a place near by does). ``head_start`` is where its head noun
    begins. ``country`` is alpha-3, or null for a body of several states. ``antecedent_start``/``antecedent_end`` is
    the span of the mention that a pronoun stands for (-1 where none is known). ``members``: those of several states
    whom it stands for together ("They", "the two leaders"); its own country is then null.
    """

    char_start: int
    char_end: int
    name: str | None
    country: str | None
    role: str | None
    kind: str
    via: str
    head_start: int
    antecedent_start: int = -1
    antecedent_end: int = -1
    members: tuple[ActorMention, ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class Cue:
    """A word or group that changes how what stands in its scope is meant (codebook, Modality).

    ``modality`` is one of the codebook's values; ``source_start``/``source_end`` is the span of the source named, for
    attributions (-1 where none is). The scope is where the cue reaches.
    """

    char_start: int
    char_end: int
    modality: str
    scope_start: int
    scope_end: int
    source_start: int = -1
    source_end: int = -1


DATES, NUMBERS, PLACES, ACTORS = range(4)
_FIRST = itemgetter(0)

# Roles of bodies that are of no state.
OF_NO_STATE = ("IGO", "NGO")

MODALITY_ORDER = ("negated", "hypothetical", "planned", "possible", "reported", "asserted")


@dataclass
class Mentions:
    """Everything read once from a page, each list sorted by ``char_start``."""

    dates: list[DateMention] = field(default_factory=list)
    numbers: list[NumberMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    actors: list[ActorMention] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    _starts: dict[str, list[int]] = field(default_factory=dict, repr=False)
    _covering: tuple[list[int], list[tuple[int, Any]]] | None = field(default=None, repr=False)

    def covering(self, char_start: int, char_end: int) -> list[tuple[int, Any]]:
        """The dates, numbers, places and actors that start in a range, together in the order of the text, each with
        its place among these four (``DATES``, ``NUMBERS``, ``PLACES``, ``ACTORS``)."""
        if self._covering is None:
            lists = enumerate((self.dates, self.numbers, self.places, self.actors))
            placed = [(row.char_start, (kind, row)) for kind, rows in lists for row in rows]
            placed.sort(key=_FIRST)
            self._covering = [start for start, _ in placed], [pair for _, pair in placed]
        starts, found = self._covering
        first = bisect_left(starts, char_start)
        return found[first : bisect_left(starts, char_end, first)]

    def within(self, what: str, char_start: int, char_end: int) -> list:
        """The mentions of one list (``dates``, ``numbers``, ``places``, ``actors``, ``cues``) that start in a range."""
        rows = getattr(self, what)
        if not rows:
            return []
        starts = self._starts.get(what)
        if starts is None:
            starts = self._starts[what] = [r.char_start for r in rows]
        return rows[bisect_right(starts, char_start - 1) : bisect_right(starts, char_end - 1)]
