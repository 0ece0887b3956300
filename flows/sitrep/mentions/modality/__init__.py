"""Cues of negation, condition, plan, doubt and attribution, each with the stretch it reaches over (ConText's idea)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from sitrep import patterns as re
from sitrep.matcher import Match
from sitrep.mentions.modality import clauses, labels, reach
from sitrep.mentions.modality.attribution import attributions
from sitrep.mentions.modality.claims import claims
from sitrep.mentions.modality.lexicon import PSEUDO, Sign, names, signs, words
from sitrep.mentions.modality.sources import source_before, without_auxiliaries
from sitrep.model import ActorMention, Cue, Page, Sentence

_MONTH = re.compile(
    lambda: rf"\d(?:st|nd|rd|th)?\s+MAY\b|\b{re.any_of(map(str.upper, words('before_months')))}\s+MAY\b|MAY\s+\d"
)
# "No." and "No," answer a question.
_CLOSED = (".", ",", "!", ";")
_AND = re.compile(lambda: rf"\s+{re.any_of(words('goes_on'))}\s+\Z")
_QUOTES = ("“", "”"), ('"', '"')
_VERBAL = ("verbs", "weak", "accusing", "counting", "putting")
_STRONG = ("hard", "comma_and", "conjunction", "relative")
_STRONG_OR_COMMA = (*_STRONG, "comma")
# How many words may lead to a cue in such a phrase: a preposition and one more ("despite repeated warnings of").
_FRONTED = 2
_ALL_BUT_THAT = (*_STRONG_OR_COMMA, "and", "condition")
_ORDER = attrgetter("char_start", "char_end", "modality", "scope_start")


def read(page: Page, actors: list[ActorMention]) -> list[Cue]:
    """The cues of the page's sentences, sorted by ``char_start``. A scope may reach into other sentences."""
    found: list[Cue] = []
    starts = [actor.char_start for actor in actors]
    groups = _by_sentence(page)
    boundaries = clauses.Boundaries(page) if groups else None
    for sentence, matches in groups:
        inside = actors[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]
        parts = boundaries.within(sentence.char_start, sentence.char_end)
        found.extend(_of_sentence(page, sentence, matches, parts, inside))
    found.extend(labels.read(page, actors, starts))
    found.extend(reach.questions(page))
    found.extend(reach.quotations(page, found))
    found = reach.lists_and_tables(page, found)
    return sorted(found, key=_ORDER)


def _by_sentence(page: Page) -> list[tuple[Sentence, list[Match[Sign]]]]:
    view, groups = page.view, []
    for sentence, hits in page.by_sentence(signs().find(page.folded, view)):
        matches = [
            Match(start, end, sign)
            for start, end, sign in hits
            # Nearly all stand in lower case, in which a word can only be itself.
            if sign is not PSEUDO and (view[start].islower() or _is_sign(view, start, end, sign, sentence))
        ]
        if matches:
            groups.append((sentence, matches))
    return groups


def _is_sign(view: str, start: int, end: int, sign: Sign, sentence: Sentence) -> bool:
    """Whether the word stands there as itself: "may", not the month of May; "will", not a man called Will."""
    text = view[start:end]
    if text in names() or (start > sentence.char_start and text.split(" ", 1)[0] in names()):
        return False  # "since 10 May have destroyed"
    if text == "No" and view[end : end + 1] in _CLOSED:
        return False
    if sign.reporting in _VERBAL and text[0].isupper() and sentence.case == "mixed":
        return start == sentence.char_start
    return text != "MAY" or not _MONTH.search(view, max(sentence.char_start, start - 6), end + 4)


def _of_sentence(
    page: Page, sentence: Sentence, matches: list[Match[Sign]], parts: list, actors: list[ActorMention]
) -> list[Cue]:
    said = attributions(page.view, sentence, matches, parts, actors)
    found = claims(page.view, sentence, parts, actors, said)
    for match in matches:
        if match.value.value is not None:
            for cue in _cue(page, sentence, match, parts, said, matches, actors):
                found.extend(_beside(cue, said))
    return found


def _beside(cue: Cue, said: list[Cue]) -> list[Cue]:
    """A cue without the attributions that stand behind it in its scope: "will flee, the mayor warned"."""
    behind = cue.char_end
    holes = [(min(c.source_start, c.char_start), c.char_end) for c in said if c.source_start > behind > c.scope_start]
    if not holes:
        return [cue] if cue.scope_start < cue.scope_end else []
    pieces, at = [], cue.scope_start
    for start, end in [*sorted(holes), (cue.scope_end, cue.scope_end)]:
        if at < min(start, cue.scope_end):
            pieces.append(replace(cue, scope_start=at, scope_end=min(start, cue.scope_end)))
        at = max(at, end)
    return pieces


def _cue(
    page: Page, sentence: Sentence, match: Match[Sign], parts: list, said: list[Cue], matches: list, actors: list
) -> list[Cue]:
    view, value, how_far = page.view, match.value.value, match.value.reach
    at, behind = match.char_start, match.char_end
    in_relative = _in_relative(parts, at)
    if how_far == "previous":
        before = page.sentences[sentence.seq - 1] if sentence.seq else sentence
        return [Cue(at, behind, value, before.char_start, before.char_end)]
    if (
        value == "hypothetical"
        and view[at:behind].lower().startswith("would")
        and _is_future_in_past(view, said, matches)
    ):
        value = "planned"
    if value == "negated" and _in_condition(parts, at):
        value = "hypothetical"  # "if it does not withdraw": nobody says that it did not
    if how_far == "condition":
        return _condition(sentence, match, parts, matches)
    stops = _STRONG_OR_COMMA if in_relative else _STRONG
    if value == "negated" and how_far != "onward":
        stops = _ALL_BUT_THAT
    end = clauses.clause_end(parts, behind, sentence.char_end, stops)
    if value == "negated" and match.value.speaking:
        end = min(end, _next_said(view, behind, end, matches))
    if how_far == "clause":
        return [
            Cue(at, behind, value, a, b) for a, b in _clause(view, sentence, parts, said, at, end, in_relative, value)
        ]
    if how_far == "noun":
        start = at
        end = min(end, clauses.noun_group_end(view, behind, end))
        if value == "negated":
            start = max(
                [clauses.clause_start(parts, at, sentence.char_start), *(c.char_end for c in said if c.char_end <= at)]
            )
        else:
            end = min(end, behind + 45)
    else:
        start = behind
        if in_relative and (match.value.speaking or value == "planned") and _own_subject(view, parts, at):
            start = _head_of_relative(parts, at, behind, sentence.char_start)
            if value == "planned":  # "the first of 3,000 men whom X plans to send": the men are, who came is not
                start = clauses.noun_group_start(view, start, at)
        end = min(end, _quoted_end(view, sentence, at, end))
        if _fronted(view, sentence, at, behind):
            end = clauses.clause_end(parts, behind, end, _STRONG_OR_COMMA)
        if view[behind : behind + 1] == ":":
            end = clauses.clause_end(parts, behind + 1, sentence.char_end, _STRONG)
    return [Cue(at, behind, value, start, end, *_speaker(view, sentence, match, parts, said, actors))]


def _fronted(view: str, sentence: Sentence, at: int, behind: int) -> bool:
    """Whether a cue stands in what the main clause follows behind a comma: "Amid fears of a raid, the army left"."""
    words = view[sentence.char_start : behind].lower().split()
    opens = words[0] in clauses.fronting() or (at == sentence.char_start and words[0].endswith("ing"))
    return opens and len(view[sentence.char_start : at].split()) <= _FRONTED


def _quoted_end(view: str, sentence: Sentence, at: int, end: int) -> int:
    """Where the quotation that a cue stands in closes, else ``end``."""
    before = view[sentence.char_start : at]
    for opening, closing in _QUOTES:
        inside = before.count(opening) > before.count(closing) if opening != closing else before.count(opening) % 2
        if inside:
            closed = view.find(closing, at, end)
            return closed if closed >= 0 else end
    return end


def _next_said(view: str, behind: int, end: int, matches: list[Match[Sign]]) -> int:
    """Where the one who denies goes on to say something else: "denied it and accused the army"."""
    for match in matches:
        if behind < match.char_start < end and (match.value.reporting or match.value.speaking):
            joint = _AND.search(view, behind, match.char_start)
            if joint:
                return joint.start()
    return end


def _speaker(
    view: str, sentence: Sentence, match: Match[Sign], parts: list, said: list[Cue], actors: list[ActorMention]
) -> tuple[int, int]:
    """The span of who demands, denies or believes; (-1, -1) where the cue names no source."""
    at, behind = match.char_start, match.char_end
    if not match.value.speaking:
        return -1, -1
    if view[at:behind].split()[0].lower() in words("telling_first"):
        return at, at + view[at:behind].rindex(" ")
    previous = max((c.char_end for c in said if c.char_end <= at), default=sentence.char_start)
    return source_before(view, sentence, at, parts, actors, previous) or (-1, -1)


def _clause(
    view: str, sentence: Sentence, parts: list, said: list[Cue], at: int, end: int, in_relative: bool, value: str
) -> list[tuple[int, int]]:
    """The clause around a cue: its subject and what follows; an insertion between the two is left out."""
    floor = max((c.char_end for c in said if c.char_end <= at), default=sentence.char_start)
    start = max(clauses.clause_start(parts, at, sentence.char_start), floor)
    if in_relative and value != "negated":
        return [(_head_of_relative(parts, at, start, sentence.char_start), end)]
    commas = [p for p in parts if p.end <= at and p.kind == "comma" and p.start >= floor]
    if start == at or (commas and commas[-1].end == start and not view[start:at].strip()):
        opening = [
            p
            for p in parts
            if p.end < start - 2 and p.kind in ("comma", "relative") and p.start >= floor and view[p.start] == ","
        ]
        if commas and opening:
            subject = max(clauses.clause_start(parts, opening[-1].start, sentence.char_start), floor)
            return [(subject, opening[-1].start), (start, end)]
    return [(start, end)]


def _own_subject(view: str, parts: list, at: int) -> bool:
    relative = [p for p in parts if p.end <= at and p.kind == "relative"]
    return bool(relative) and without_auxiliaries(view[relative[-1].end : at]) > 0


def _in_relative(parts: list, at: int) -> bool:
    for part in reversed(parts):
        if part.end <= at and part.kind in _STRONG_OR_COMMA:
            return part.kind == "relative"
    return False


def _head_of_relative(parts: list, at: int, start: int, sentence_start: int) -> int:
    before = [p for p in parts if p.end <= at and p.kind != "and"]
    return before[-2].end if len(before) > 1 else sentence_start if before and before[-1].kind == "relative" else start


def _in_condition(parts: list, at: int) -> bool:
    """Whether a condition opens the clause that a cue stands in."""
    before = [part for part in parts if part.end <= at]
    return bool(before) and before[-1].kind == "condition"


def _is_future_in_past(view: str, said: list[Cue], matches: list[Match[Sign]]) -> bool:
    """Whether "would" tells of what was to come when somebody spoke: told in the past, and on no condition."""
    if any(m.value.reach == "condition" for m in matches):
        return False
    return any(view[c.char_start : c.char_end].split()[0].endswith(tuple(words("past_endings"))) for c in said)


def _condition(sentence: Sentence, match: Match[Sign], parts: list, matches: list[Match[Sign]]) -> list[Cue]:
    at, behind = match.char_start, match.char_end
    start = clauses.last_end(parts, at, sentence.char_start, ("hard",))
    end = clauses.clause_end(parts, behind, sentence.char_end, ("hard",))
    matrix = [
        m.char_end for m in matches if start <= m.char_start < at and (m.value.reach == "onward" or m.value.reporting)
    ]
    if matrix:
        start = min(matrix)
    if _in_relative(parts, at):  # "X, who will fight if Y leaves, has met Z"
        start = max(start, max(p.start for p in parts if p.end <= at and p.kind == "relative"))
        end = min(end, clauses.clause_end(parts, behind, end, ("comma",)))
    return [Cue(at, behind, "hypothetical", start, end)]
