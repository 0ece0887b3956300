"""Date expressions of a page: found from their trigger words, read by a grammar, placed in time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sitrep import clock, lexicons
from sitrep import patterns as re
from sitrep.mentions.dates import compose, dateline
from sitrep.mentions.dates.facts import Whereabouts, part_of
from sitrep.mentions.dates.resolve import Resolver, bounds
from sitrep.mentions.dates.values import Expression
from sitrep.mentions.dates.words import by_initial, triggers, words
from sitrep.model import Block, DateMention, Page, Sentence

# How far, in characters, an expression reaches before and behind its trigger; and the longest run of triggers.
_BEFORE, _BEHIND, _LONGEST = 60, 48, 600
# How far before an everyday word the word stands that relates it to a day.
_RELATING = 24
# Dates in figures alone, looked for where figures begin.
_FIGURES = re.compile(
    r"\d(?<!\w.)(?:\d?([-/.])\d{1,2}\1\d\d(?:\d\d)?\b|\d?/\d{1,2}\b|\d?(?:st|nd|rd|th)\b|\d{7}\b"
    r"|\d{5}\s?[A-Z]?\s?[A-Z]{3}\s?\d\d|\d?[A-Z]{3}\d\d(?:\d\d)?\b)"
)
# What parts the cells of a row.
_GAP = re.compile(r"\t\s*| {2,}")
# Joins a modal and a participle: "will be held".
_BE = " be "
_BEFORE_ORDINAL = re.compile(
    lambda: (
        rf"\b(?:{re.any_of(lexicons.load('date_links')['bare_days'])}"
        rf"|{re.any_of(lexicons.load('date_units')['day_parts'])} of) the $"
    ),
    re.IGNORECASE,
)
# So far before an ordinal they begin, in characters.
_PART_OF_DAY = 18


def read(page: Page) -> list[DateMention]:
    """The dates of a page outside its boilerplate, sorted by ``char_start``, not overlapping."""
    found: list[tuple[Expression, Sentence]] = []
    lines = ((b.char_start, page.view[b.char_start : b.char_end]) for b in page.blocks if b.kind != "table")
    hours = clock.hours(lines)
    for sentence, start, end in _stretches(page):
        for expression in compose.read(page.view, start, end):
            if expression.start not in hours and (not found or expression.start >= found[-1][0].end):
                found.append((expression, sentence))
    whereabouts = Whereabouts(page, found)
    resolver = Resolver(whereabouts.facts)
    mentions = []
    for expression, sentence in found:
        block = page.blocks[sentence.block]
        resolver.enter(part_of(block), sentence, whereabouts.at(block))
        value, basis = resolver.resolve(expression, sentence.block, _tense(page.view, sentence, expression))
        whereabouts.pass_by(expression, bounds(value)[0] if value else None)
        mention = _mention(page, block, expression, value, basis)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _stretches(page: Page) -> Iterator[tuple[Sentence, int, int]]:
    """The stretches of sentences that hold a trigger, each with the room an expression may take around it."""
    view = page.view
    spots = [(a, b) for a, b, need in triggers().find(page.folded, view) if _worth(view, a, b, need)]
    at = 0
    for figure in page.figures:
        m = _FIGURES.match(view, figure) if figure >= at else None
        if m is None:
            continue
        at = m.end()
        if not m[0][-1].isalpha() or _BEFORE_ORDINAL.search(view, max(0, m.start() - _PART_OF_DAY), m.start()):
            spots.append(m.span())
    spots.sort()
    yield from _parted(page, spots)


def _parted(page: Page, spots: list[tuple[int, int]]) -> Iterator[tuple[Sentence, int, int]]:
    """Each stretch around spots; in a row of a table what runs of spaces part is no stretch."""
    for sentence, start, end in _around(page, spots):
        if page.blocks[sentence.block].kind != "table":
            yield sentence, start, end
            continue
        for gap in _GAP.finditer(page.view, start, end):
            if gap.start() > start:
                yield sentence, start, gap.start()
            start = gap.end()
        if start < end:
            yield sentence, start, end


def _around(page: Page, spots: list[tuple[int, int]]) -> Iterator[tuple[Sentence, int, int]]:
    view = page.view
    current: Sentence | None = None
    start = end = 0
    for a, b in spots:
        if current is not None and a < current.char_end and a - _BEFORE <= end and b - start < _LONGEST:
            end = max(end, min(current.char_end, b + _BEHIND))
            continue
        if current is not None:
            yield current, start, end
        previous, previous_end = current, end
        current = page.sentence_at(a)
        if current is None:
            continue
        start = max(current.char_start, a - _BEFORE, previous_end if previous is current else 0)
        while start > current.char_start and start < a and view[start - 1].isalnum():
            start += 1
        end = min(current.char_end, b + _BEHIND)
    if current is not None:
        yield current, start, end


def _any(codes: str) -> str:
    return by_initial(sorted(word for word, (code, _) in words().items() if code in codes))


@cache
def _beside() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each kind of trigger that is an everyday word: what may stand before it, and what directly behind it."""
    behind = re.compile(rf"(?:['’]s)?\W{{0,3}}(?:{_any('gLEjzfFA')})\b", re.IGNORECASE)
    starts = "|".join(lexicons.load("date_modifiers")["start_of"])
    related = re.compile(rf"\b(?:{_any('lpvxcftTeLEAG')}|{starts})\b", re.IGNORECASE)
    counted = re.compile(rf"\b(?:{_any('lp')})\s+24\s+$", re.IGNORECASE)
    season = re.compile(rf"\b(?:{_any('lpvxcftTeLEAiuyjzIDo')}|\d{{4}})\b", re.IGNORECASE)
    year = re.compile(r"\W{0,3}(?:(?:of|in|the)\s+){0,2}['’]?\d\d")
    return {"unit": (related, behind), "units": (counted, behind), "season": (season, year)}


def _worth(view: str, a: int, b: int, need: str) -> bool:
    if need == "date":
        return True
    if need == "name":
        return view[a].isupper()
    if need == "era":
        return view[a].isupper() and any(c.isdigit() for c in view[max(0, a - 6) : b + 6])
    before, behind = _beside()[need]
    return bool(behind.match(view, b) or before.search(view, max(0, a - _RELATING), a))


@cache
def _tenses() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    groups = lexicons.load("tense")
    known = sorted((*groups["future"], *groups["past"]), key=len, reverse=True)
    thing = rf"(?! (?:{'|'.join(groups['determiners'])})\b)"
    words = by_initial(re.escape(word) + (thing if word.endswith("ed to") else "") for word in known)
    modal = (*groups["auxiliaries"], *(word for word in groups["future"] if word.endswith(" to")))
    passive = rf"(?:{by_initial(sorted(modal, key=len, reverse=True))}){_BE}[a-z]+"
    pattern = re.compile(rf"\b(?:{passive}|{words}|[a-z]{{3,}}ed)\b")
    return pattern, frozenset(groups["future"]), frozenset(groups["announcing"])


@cache
def _ahead() -> re.Pattern[str]:
    """What is told ahead of a thing with a day ("an election in December, whatever comes, would")."""
    modals = [word for word in lexicons.load("tense")["auxiliaries"] if word not in lexicons.load("date_links")["to"]]
    return re.compile(rf"(?:,[^,.;]{{0,60}},)? (?:{'|'.join(modals)}) (?!have\b)")


@cache
def _starting() -> re.Pattern[str]:
    """What stands before the day on which something begins."""
    return re.compile(rf"\b{re.any_of(lexicons.load('tense')['starting'])} $")


def _tense(view: str, sentence: Sentence, expression: Expression) -> str:
    """``future``, ``announced`` or ``past``, by the verb nearest before an expression, else behind it; else empty."""
    pattern, future, announcing = _tenses()
    start, end = max(sentence.char_start, expression.start - 160), min(sentence.char_end, expression.end + 120)
    # Where capitals tell, a word of time has none within a sentence: "May" is a month. One character more, before
    # either stretch, tells whether it opens in the midst of a word.
    opening, rest = view[max(0, start - 1) : expression.start], view[expression.end - 1 : end]
    if sentence.case != "mixed":
        opening, rest = opening.lower(), rest.lower()
    elif start == sentence.char_start:
        opening = opening[:2].lower() + opening[2:]
    if _ahead().match(rest, 1):
        return "future"
    parted = max(opening.rfind(": "), opening.rfind("; "))
    if parted >= 0 and pattern.search(rest, 1):
        # "What is to be recalled: on 24 January they met", but "Next briefing: Wednesday"
        opening = opening[parted + 1 :]
    before = pattern.findall(opening, min(start, 1))
    behind = None if before else pattern.search(rest, 1)
    verb = before[-1] if before else behind[0] if behind else ""
    if behind and verb.endswith("ed to"):
        return "past"  # "in March they agreed to leave" tells when they agreed
    if expression.lower is None and not future.isdisjoint(before):
        return "future"  # "will fight on if he is not freed by May"
    if verb in future or _BE in verb:
        return "future"
    if verb in announcing:
        return "future" if before and _starting().search(opening) else "announced"
    return "past" if verb else ""


def _mention(page: Page, block: Block, expression: Expression, value: str | None, basis: str) -> DateMention | None:
    point = expression.lower or expression.upper
    if point is None or (value is None and point.written is not None):
        return None
    if value is None and (point.anchor == "spoken" or point.anchor == "either" or point.season is not None):
        return None
    start, end, precision = bounds(value) if value else (None, None, "unknown")
    if expression.lower is expression.upper and start and end and (end - start).days == 6 and start.weekday() == 0:
        precision = "week"
    mod = (
        point.mod
        if expression.lower is expression.upper or expression.upper is None
        else (expression.upper or point).mod
    )
    flags = ("inferred",) if basis in ("resolved", "context") else ()
    return DateMention(
        expression.start,
        expression.end,
        value,
        start,
        end,
        precision,
        basis,
        mod,
        dateline.stands_at(page, block, expression),
        flags,
    )
