"""When: the date of a count, from its clause, its sentence, or earlier in the paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import TypeVar

from sitrep import patterns as re
from sitrep.edtf import parse
from sitrep.extract.figures import other_days
from sitrep.extract.figures.gaps import later, new_clause, parted, says, told
from sitrep.extract.figures.other_places import is_of_later_clause
from sitrep.extract.figures.roles import closed, finite_words, speech_forms, words
from sitrep.model import Cue, DateMention, Mentions, Page, Sentence, Token

M = TypeVar("M")
_seq = attrgetter("seq")
_char_start = itemgetter(0)
_CLAUSE_AWAY = 150
# How far behind a word of promising the day of the promise stands: "pledged in January to send" (code points).
_NEAR = 4
# Roles of what no earlier sentence's day is: it is still to come, or told of no day in particular.
UNDATED = frozenset({"reinforcing", "supplied", "trained"})
# Roles of what may go on in the present.
LASTING = frozenset({"deployed", "strength", "recruited", "trained"})
# Roles of what is done at once, and has not gone on since a day.
_AT_ONCE = frozenset({"released", "surrendered", "captured"})
_CLAUSE_SAID = re.compile(r",? that ([^,;]*)")
_SIGNED = re.compile(
    lambda: (
        rf"\b(\w+) (?:that {re.any_of(closed('past_be'))} )?{re.any_of(words('making_papers'))}"
        rf"(?: {re.any_of(words('before_days'))})?(?: the)? $"
    )
)
# "told a news agency in": to whom it was said, and no more.
_TOLD = re.compile(
    lambda: (
        rf"\b{re.any_of(words('telling'))} (?!{re.any_of(closed('subordinators'))}\b)"
        rf"(?:[\w’'-]+ ){{1,5}}(?:{re.any_of(words('before_days'))} )?$"
    )
)
_HEARERS = 60
# "killed 17 people, and on 3 May", "recruited 900, 120 of whom deserted in May": the day is that of the next clause.
_OPENS_CLAUSE = re.compile(
    lambda: (
        rf"(?:, {re.any_of(closed('coordinators'))}|;) (?:{re.any_of(words('before_days'))} )?$"
        rf"|, (?:[\w,-]+ ){{1,4}}of {re.any_of(words('object_relatives'))}\b"
    )
)
_CLAUSE = re.compile(r"[^;:]*")
_NEXT = re.compile(lambda: rf",? {re.any_of(closed('adding_coordinators'))}\b[^\d]*$")
# How much farther a date is from a count where a list goes on between them.
_NEXT_OF_LIST = 40
_SINCE_BEFORE = 70
# How far into a sentence a date opens it: "In a statement late on Sunday".
_OPENS = 40
_SINCE_BEGAN = re.compile(
    lambda: rf"\bsince (?:[\w'’-]+ ){{1,8}}{re.any_of(words('beginning'))} (?:{re.any_of(words('before_days'))} )?$"
)
_SINCE_THEN = re.compile(lambda: rf"\b{re.any_of(words('since_then'))}\b", re.IGNORECASE)
_OF = re.compile(lambda: rf"\b(\w+) {re.any_of(words('of_papers'))}(?: the)? $")
_WORD = re.compile(r"[a-z]+")
_WHEN = re.compile(lambda: rf",? {re.any_of(words('at_that_time'))}\b")


class Dating:
    """The dates of a page by sentence, with what stands before each."""

    def __init__(self, page: Page, mentions: Mentions):
        self.page, self.mentions = page, mentions
        self._dates: dict[int, list[DateMention]] = {}
        self._dates_given: dict[int, DateMention | None] = {}

    @cached_property
    def _by_block(self) -> dict[int, list[Sentence]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self.page.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return found

    def within(self, block: int) -> Sequence[Sentence]:
        """The sentences of a block."""
        return self._by_block.get(block, ())

    def before(self, sentence: Sentence) -> Iterable[Sentence]:
        """The earlier sentences of the same block, the nearest first."""
        sentences = self._by_block[sentence.block]
        at = bisect_left(sentences, sentence.seq, key=_seq)
        return (sentences[i] for i in range(at - 1, -1, -1))

    def _given_before(
        self, sentence: Sentence, given: dict[int, M | None], by: Callable[[Sentence], M | None]
    ) -> M | None:
        """What the nearest earlier sentence of the block gives that gives something; ``given`` keeps the answers."""
        found = None
        passed: list[int] = []
        for earlier in self.before(sentence):
            if earlier.seq in given:
                found = given[earlier.seq]
                break
            passed.append(earlier.seq)
            found = by(earlier)
            if found is not None:
                break
        given.update(dict.fromkeys(passed, found))
        return found

    def _tokens_before(self, sentence: Sentence, char: int, n: int) -> list[Token]:
        tokens = self.page.tokens(sentence)
        end = bisect_left(tokens, char, key=_char_start)
        return tokens[max(0, end - n) : end]

    def dates(self, sentence: Sentence) -> list[DateMention]:
        """The dates of a sentence that can date an act: none of a dateline or of when somebody spoke."""
        known = self._dates.get(sentence.seq)
        if known is None:
            known = self._dates[sentence.seq] = [
                d
                for d in self.mentions.within("dates", sentence.char_start, sentence.char_end)
                if not d.dateline and not (self._spoken(sentence, d) and self._earlier_than_told(sentence, d))
            ]
        return known

    def _spoken(self, sentence: Sentence, date: DateMention) -> bool:
        if _TOLD.search(self.page.view[max(sentence.char_start, date.char_start - _HEARERS) : date.char_start]):
            return True
        before = self._tokens_before(sentence, date.char_start, 4)
        for steps, token in enumerate(reversed(before)):
            word = token.lower
            if word in speech_forms() and (token.text.islower() or sentence.case != "mixed"):
                return word not in words("answering")
            if word not in words("before_spoken_dates") or steps > 3:
                return False
        return False

    def _earlier_than_told(self, sentence: Sentence, date: DateMention) -> bool:
        """Whether what is said behind a day of speech is of another time: "said on Friday that 40 had died"."""
        said = _CLAUSE_SAID.match(self.page.view, date.char_end, sentence.char_end)
        return said is None or not words("other_times").isdisjoint(said[1].lower().split())

    def date(
        self, sentence: Sentence, char: int, planned: bool, role: str, lasting: bool = False
    ) -> tuple[DateMention | None, bool]:
        """The date of what is told at a code point, and whether an earlier sentence gave it.

        What is ``lasting``, a state told in the present, is dated by its own clause alone.
        """
        dates = [d for d in self.dates(sentence) if not self._closed_aside(sentence, d, char)]
        own = [d for d in dates if not self._of_another(sentence, d, char)]
        if role not in LASTING:
            # "were killed before a truce took effect on 27 November"
            own = [d for d in own if d.char_start < char or not is_of_later_clause(self.page.view[char : d.char_start])]
        meant = role != "requested" and (planned or role == "reinforcing")
        own = self._less_due(sentence, own, char, meant)
        planned = planned or role in UNDATED or len(own) < len(dates)
        dates = own
        behind = {d: self.page.view[char : d.char_start].lower() for d in dates if d.char_start > char}
        dates = [d for d in dates if not other_days.is_of_origin(behind.get(d, ""))]
        if role in _AT_ONCE:
            dates = [
                d for d in dates if not ((d.edtf or "").endswith("/..") and other_days.is_relative(behind.get(d, "")))
            ]
        if lasting:
            view, planned = self.page.view, True
            dates = [d for d in dates if not parted(view[min(char, d.char_start) : max(char, d.char_end)].lower())]
            dates = [d for d in dates if not view.startswith(" that ", d.char_end)]
            dates = [d for d in dates if not self._went_before(sentence, d, char)]
            dates = [d for d in dates if not (d.edtf or "").startswith("../")]
        if dates:
            nearest = min(dates, key=lambda d: self._distance(d, char))
            if self._distance(nearest, char) < _CLAUSE_AWAY or not self._of_next_clause(nearest, char):
                return nearest, False
        if planned:
            return None, False
        date = self._given_before(sentence, self._dates_given, self._date_given)
        return date, date is not None

    def _went_before(self, sentence: Sentence, date: DateMention, char: int) -> bool:
        """Whether what goes on is joined to what was done on a day: "took over in June and fields 2,000 men"."""
        gap = self.page.view[date.char_end : char].strip().lower() if date.char_end < char else ""
        if gap not in closed("coordinators"):
            return False
        before = _WORD.findall(self.page.view[sentence.char_start : date.char_start].lower())
        return not finite_words().isdisjoint(before)

    def of_promise(self, date: DateMention, cue: Cue | None, char: int) -> bool:
        """Whether a day is that of a promise and not of what is promised: "declared on 2 May that it would send"."""
        if cue is None or date.char_start > min(char, cue.char_end + _NEAR):
            return False
        first = self.page.view[cue.char_start : cue.char_end].lower().split()[0]
        if first in words("future_in_past"):
            return other_days.is_outside(self._unnamed(date.char_end, cue.char_start))
        return first.endswith(tuple(words("past_forms")))

    def since(self, sentence: Sentence, date: DateMention, char: int, inferred: bool) -> bool:
        """Whether what is told has gone on from a date: "since fighting began on 2 December", "have since left"."""
        view = self.page.view
        if (date.edtf or "/").count("/"):
            return False
        if inferred:
            return _SINCE_THEN.search(view, char, sentence.char_end) is not None
        if _SINCE_THEN.search(view, date.char_end, max(date.char_end, char)) is not None:
            # "delivered eight in 2023, and has since donated another six"
            return True
        before = view[max(sentence.char_start, date.char_start - _SINCE_BEFORE) : date.char_start].lower()
        return _SINCE_BEGAN.search(before) is not None

    def at_start(self, sentence: Sentence, date: DateMention, char: int) -> DateMention:
        """A date from which something has gone on as the day of what was done then: "the worst since 1860, when"."""
        edtf = date.edtf or ""
        if not edtf.endswith("/..") or not _WHEN.match(self.page.view, date.char_end, sentence.char_end):
            return date
        before = _WORD.findall(self.page.view[sentence.char_start : date.char_start].lower())
        if char < date.char_start and not any(word in words("superlatives") or word.endswith("est") for word in before):
            # "has drafted thousands since 2021, when the rebels came near"
            return date
        day = parse(edtf.removesuffix("/.."))
        return replace(date, edtf=edtf.removesuffix("/.."), start=day.start, end=day.end, precision=day.precision)

    def opened(self, date: DateMention) -> DateMention:
        """A date as the day from which something has gone on."""
        return replace(date, edtf=f"{date.edtf}/..", end=None, precision="interval")

    def _date_given(self, sentence: Sentence) -> DateMention | None:
        """The date that a sentence gives to those behind it."""
        opening = self.page.view[sentence.char_start : sentence.char_end].lower()
        dates = [d for d in self.dates(sentence) if d.edtf is not None and not self._aside(sentence, d)]
        dates = [d for d in dates if not other_days.is_charged(opening[: d.char_start - sentence.char_start])]
        if any(d.edtf.startswith("../") for d in dates) and self._to_come(sentence):
            # A day by which something is to be done dates nothing else.
            dates = [d for d in dates if not d.edtf.startswith("../")]
        return min(dates, key=lambda d: (d.precision not in ("day", "interval"), -d.char_start), default=None)

    def _to_come(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of what is planned or promised."""
        cues = self.mentions.within("cues", sentence.char_start, sentence.char_end)
        return any(cue.modality == "planned" for cue in cues)

    def _aside(self, sentence: Sentence, date: DateMention) -> bool:
        """Whether a date tells of something by the way: of a paper, in a relative clause, or of what was over then."""
        before = self.page.view[sentence.char_start : date.char_start].lower()
        if self._of_paper(before) or ("," not in before and before.split(" ", 1)[0] in words("fronted_past")):
            return True
        if self._is_named_by(before):
            return True
        _, comma, clause = before.rpartition(", ")
        opening = clause.split()[:2]
        if opening and opening[0] in closed("prepositions"):
            # "Oman, with which it broke in 2020, ..."
            opening.pop(0)
        return bool(comma and opening) and opening[0] in closed("relatives")

    def _is_named_by(self, before: str) -> bool:
        """Whether a paper is named by the date behind it: "seven signatories of the peace of 2016"."""
        tied = _OF.search(before)
        return tied is not None and tied[1] in words("dated_papers")

    def _of_paper(self, before: str) -> bool:
        """Whether a date is that of a paper and no act: "under a pact signed in 2023"."""
        signed = _SIGNED.search(before)
        return signed is not None and signed[1] in words("dated_papers")

    def _of_another(self, sentence: Sentence, date: DateMention, char: int) -> bool:
        """Whether what is told is of another day than a clause before it: told of on that day, or later than it."""
        if date.char_end >= char or (date.edtf or "").endswith("/.."):
            return False
        gap = self._unnamed(date.char_end, char)
        clause = _CLAUSE.match(self.page.view, char, sentence.char_end)[0].lower()
        if later(gap, clause):
            return True
        before = self.page.view[sentence.char_start : date.char_start].lower().split()
        opens = date.char_start - sentence.char_start <= _OPENS and finite_words().isdisjoint(before)
        judged = not words("judging_acts").isdisjoint(gap.split()[:1])
        return (opens or judged) and told(gap, clause)

    def _less_due(self, sentence: Sentence, dates: list[DateMention], char: int, planned: bool) -> list[DateMention]:
        """The dates less those of what is planned, where the count is not, or of what is not, where the count is."""
        view, low = self.page.view, sentence.char_start
        behind = [d for d in dates if d.char_start > char]
        if behind and not planned:
            cues = self.mentions.within("cues", char, behind[-1].char_start)
            behind = [d for d in behind if not other_days.is_of_plan(d, char, cues, view)]
        before = [d for d in dates if d.char_start <= char]
        told = [(d, view[low : d.char_start].lower(), self._unnamed(d.char_end, char)) for d in before]
        if planned:
            before = [d for d, opening, gap in told if not other_days.is_before_plan(opening, gap)]
        elif due := [d for d, opening, gap in told if other_days.is_due_elsewhere(d, opening, gap)]:
            # What is told beside it is of that clause too.
            before = [d for d in before if d.char_start > due[-1].char_start]
        return [*before, *behind]

    def _unnamed(self, start: int, end: int) -> str:
        """A stretch in lower case with its names left out: "the United States" tells no speech."""
        text = self.page.view[start:end].lower()
        for actor in self.mentions.within("actors", start, end):
            a, b = max(0, actor.char_start - start), actor.char_end - start
            text = text[:a] + " " * (min(b, len(text)) - a) + text[b:]
        return text

    def _closed_aside(self, sentence: Sentence, date: DateMention, char: int) -> bool:
        """Whether a date belongs to a relative clause that has ended: "the bloc, which they founded in 2023, plans"."""
        before = self.page.view[sentence.char_start : date.char_start].lower()
        if self._of_paper(before) or self._is_named_by(before):
            return True
        if date.char_end >= char or "," not in self.page.view[date.char_end : char]:
            return False
        return self._aside(sentence, date)

    def _of_next_clause(self, date: DateMention, char: int) -> bool:
        """Whether a date is told of what a clause behind tells: "trained 500, and 90 will graduate in May"."""
        if date.char_start <= char:
            return False
        gap = self.page.view[char : date.char_start].lower()
        return new_clause(gap) or says(gap) or _OPENS_CLAUSE.search(gap) is not None

    def _distance(self, date: DateMention, char: int) -> float:
        """How far a date is from what is told at a code point: in characters, and more where a clause ends between."""
        a, b = sorted((char, date.char_start))
        gap = self.page.view[a:b].lower()
        parted = 60 * sum(
            f" {word} " in gap or (word in ";:" and f"{word} " in gap) for word in words("clause_parts", "announcing")
        )
        comma = 15 * (", and " in gap or (", " in gap and date.char_start > char))
        if date.char_start < char and _NEXT.match(gap, date.char_end - date.char_start):
            # "sent 70 men in February and Chad | 150 in January": the first date is that of those before
            parted += _NEXT_OF_LIST
        if date.char_start > char and (new_clause(gap) or says(gap) or _OPENS_CLAUSE.search(gap)):
            parted += _CLAUSE_AWAY
        return b - a + parted + comma + (40 if date.edtf is None else 0)
