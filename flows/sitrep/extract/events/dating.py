"""When an act took place: its own clause first, then its sentence."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import QUAD, kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.found import ELLIPSIS, Found
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, NP, REL, STOP, SUB, VG, P
from sitrep.extract.events.other_days import is_of_other
from sitrep.extract.events.placing import segment
from sitrep.extract.events.valency import SPOKEN
from sitrep.extract.events.words import listed
from sitrep.inflection import PARTICIPLE, PAST
from sitrep.model import DateMention

_AHEAD = ("planned", "possible", "hypothetical")


def _relatives(sentence: Sentence, clause: Clause | None) -> list[tuple[int, int]]:
    """Relative clauses between commas that stand between a verb and its subject, or one that governs it and its own
    ("X, whose convoy was shelled on Monday, asked Y to let it pass")."""
    if clause is None:
        return []
    governing = sentence.clause(clause.governor) if clause.governor is not None else None
    told = sentence.told_by(clause.index) if governing is None else None
    if told is not None and told < clause.index:
        governing = sentence.clause(told)
    spans = _relatives(sentence, governing)
    if not clause.subjects or clause.subjects[0] > clause.index:
        return spans
    for r in range(clause.subjects[0] + 1, clause.index):
        if sentence.kind(r) == REL and sentence.kind(r - 1) == COMMA:
            close = next((k for k in range(clause.index - 1, r, -1) if sentence.kind(k) == COMMA), None)
            if close is not None:
                spans.append(sentence.span(r, close))
    return spans


def _past_relative(sentence: Sentence, chunk: int) -> list[tuple[int, int]]:
    """What follows the relative clause that an act stands in ("X, which Y has accused, will meet", "the base that X
    bombed was reopened")."""
    r = chunk - 1
    while r > 0 and sentence.kind(r) not in (REL, STOP, SUB):
        r -= 1
    if sentence.kind(r) != REL:
        return []
    if sentence.kind(r - 1) != COMMA:
        main = _main_behind(sentence, chunk)
        return [] if main is None else [sentence.span(main, len(sentence.chunks))]
    for k in range(chunk + 1, len(sentence.chunks) - 1):
        if sentence.kind(k) == COMMA and sentence.kind(k + 1) == VG and sentence.chunks[k + 1].finite:
            return [sentence.span(k, len(sentence.chunks))]
    return []


def _main_behind(sentence: Sentence, chunk: int) -> int | None:
    """The finite verb behind the clause of an act, with no comma between ("The base that X bombed was reopened")."""
    for k in range(chunk + 1, len(sentence.chunks)):
        kind = sentence.kind(k)
        if kind == VG and sentence.chunks[k].finite and not sentence.reduced(k):
            return k
        if kind not in (NP, P, ADV, DATE):
            return None
    return None


def _speeches(sentence: Sentence, found: Found) -> list[tuple[int, int]]:
    """What stands between a verb of speaking and the "that" before an act of another time, and what stands behind a
    verb of speaking that ends its sentence: the day of speech."""
    chunk = sentence.chunks[found.chunk]
    if chunk.kind == VG and not (chunk.perfect or chunk.modal or found.control):
        return []  # "reported on Friday that rebels fired"
    spans = []
    if chunk.kind == VG and chunk.perfect:
        last = next((v for v in sentence.verbs if v > found.chunk and sentence.is_speech(v)), None)
        subjects = sentence.clause(last).subjects if last is not None else []
        if last is not None and subjects and sentence.kind(subjects[0] - 1) == COMMA and subjects[0] > found.chunk:
            spans.append(sentence.span(last, len(sentence.chunks)))  # "have seized the town, sources said on Monday"
    for k in range(found.chunk - 1, -1, -1):
        if sentence.kind(k) == SUB and sentence.lower(k) == "that":
            verb = next((v for v in range(k - 1, max(-1, k - 4), -1) if sentence.kind(v) == VG), None)
            if verb is not None and sentence.is_speech(verb):
                spans.append(sentence.span(verb, k))
    return spans


def _names(sentence: Sentence, found: Found, date: DateMention) -> bool:
    """Is the date part of a name ("the 2018 peace agreement", "the ceasefire of 27 November 2024")?"""
    words = sentence.words
    first, end = (bisect_left(sentence.starts, offset) for offset in (date.char_start, date.char_end))
    if first > 1 and words[first - 1].lower == "of" and not found.start <= first - 2 < found.end:
        named = words[first - 2].plain
        if named in kinds()["agreements"] or named in kinds()["assaults"]:
            return True
    if _signed(sentence, found, first):
        return True
    if first == end or first == 0 or end >= len(words):
        return False
    before, after = words[first - 1], words[end]
    own = sentence.chunks[found.chunk]
    if found.nominal and date.precision == "day" and own.start <= first < own.end:
        return False  # "the 7 October attack" was made that day
    subject = found.clause.subjects[:1] if found.clause is not None and found.act.event_type == "ASSAULT" else []
    if any(sentence.chunks[g].start <= first < sentence.chunks[g].end for g in subject):
        return False  # "Egypt's 6 October attack killed 40 men"
    if any(c.kind == NP and c.start < first and end < c.end for c in sentence.chunks):
        return True  # "condemned the brutal 7 October attack"
    article = bool(before.classes & w.DET) and not before.date
    article = article or any(a.classes & w.DET and b.number for a, b in pairwise(words[first:end]))  # "since the 2018"
    return article and after.lower.isalpha() and not after.classes


def _signed(sentence: Sentence, found: Found, first: int) -> bool:
    """Does the date at a word belong to a participle that tells of a pact ("under a truce signed on 2 May")?"""
    chunks = sentence.chunks
    k = next((i for i in range(len(chunks) - 1, -1, -1) if chunks[i].start < first and chunks[i].kind == VG), 0)
    if k <= found.chunk or chunks[k].end - chunks[k].start > 1 or not chunks[k].form & PARTICIPLE:
        return False
    noun = sentence.words[chunks[k - 1].end - 1]
    return sentence.kind(k - 1) == NP and noun.plain in kinds()["agreements"] and chunks[k - 1].start >= found.end


def date_of(sentence: Sentence, found: Found, dates: list[DateMention]) -> tuple[DateMention, str] | None:
    """The date of an act in its own sentence, and how near it stands: ``clause`` or ``sentence``."""
    dates = [d for d in dates if not (d.dateline or _names(sentence, found, d) or is_of_other(sentence, found, d))]
    if found.act.event_type in SPOKEN and not (found.nominal or sentence.chunks[found.chunk].perfect):
        dates = [d for d in dates if not (d.edtf or "").endswith("/..")]  # "in hiding since May, she urged X"
    if not dates:
        return None
    away = [*_relatives(sentence, found.clause), *_speeches(sentence, found), *_past_relative(sentence, found.chunk)]
    dates = [d for d in dates if not any(x <= d.char_start < y for x, y in away)]
    if not dates:
        return None
    starts, chunks = sentence.starts, sentence.chunks
    if found.doer_rule == ELLIPSIS and found.doers[0] > found.chunk:
        behind = [d for d in dates if d.char_start > starts[chunks[found.doers[0]].start]]
        if behind:
            return behind[0], "clause"  # "X sent ten men in May and Y six in June"
    a, b = segment(sentence, found.chunk)
    start, end = sentence.span(a, b)
    trigger = starts[found.start]
    inside = [d for d in dates if start <= d.char_start < end]
    if inside:
        after = [d for d in inside if d.char_start > trigger and not _opens_next(sentence, d)]
        before = [d for d in inside if d.char_start < trigger]
        before = [d for d in before if not _of_participle(sentence, found, d)] or before
        told = (i for i in range(a, b) if chunks[i].kind == VG and chunks[i].finite)
        verbs = (starts[chunks[i].start] for i in told if not (found.nominal and sentence.reduced(i)))
        later = next((v for v in verbs if v > trigger), end)
        near = [d for d in after if d.char_start < later]
        if near and before and _stands_by(sentence, found, before[-1]):
            return before[-1], "clause"
        if near:
            return _finest(sentence, near), "clause"
        if before:
            # "plans to send a ship in May and may send more": the day of the first alone
            parted = _vowed(sentence, found) or any(
                sentence.kind(i) == CONJ and starts[chunks[i].start] > before[-1].char_start
                for i in range(a, found.chunk)
            )
            if parted and _lasts(sentence, found) and not (before[-1].edtf or "").endswith("/.."):
                return None
            return before[-1], "sentence" if parted else "clause"
        if not after or _of_other(sentence, found.chunk, after[0]):
            return None
        return after[0], "clause"
    if _lasts(sentence, found):
        return None
    dates = [d for d in dates if d.char_start < trigger or _reaches_back(sentence, found, d)]
    dates = [d for d in dates if not (d.edtf or "").startswith("../")]  # a deadline is that of its own act
    return (min(dates, key=lambda d: abs(d.char_start - trigger)), "sentence") if dates else None


def _finest(sentence: Sentence, dates: list[DateMention]) -> DateMention:
    """The first of the dates behind a verb, or one within it right behind ("this autumn, on the night of 5 May")."""
    first = dates[0]
    for date in dates[1:]:
        if any(first.char_start < sentence.starts[sentence.chunks[v].start] < date.char_start for v in sentence.verbs):
            break
        if _within(date, first) and not _within(first, date):
            return date
    return first


def _within(date: DateMention, other: DateMention) -> bool:
    """Do the days of a date lie in those of another?"""
    if date.start is None or date.end is None or other.start is None or other.end is None:
        return False
    return other.start <= date.start and date.end <= other.end


def _of_participle(sentence: Sentence, found: Found, date: DateMention) -> bool:
    """Is a date that of what a participle tells of a noun ("condemned the raid launched on 5 May and called for")?"""
    starts, chunks = sentence.starts, sentence.chunks
    verb = next((v for v in reversed(sentence.verbs) if starts[chunks[v].start] < date.char_start), None)
    return verb is not None and verb != found.chunk and sentence.reduced(verb)


def _stands_by(sentence: Sentence, found: Found, date: DateMention) -> bool:
    """Does a date stand right before the verb of what is said ("today spoke with X on the feast of 5 May")?"""
    at = found.chunk - 1
    if QUAD[found.act.event_type] not in (1, 3) or found.nominal or sentence.kind(at) != DATE:
        return False
    return sentence.span(at, at + 1)[0] <= date.char_start < sentence.span(at, at + 1)[1]


def _reaches_back(sentence: Sentence, found: Found, date: DateMention) -> bool:
    """Is a date in a clause behind an act that of the act too? Only violence goes on in the clause behind it."""
    chunks, starts = sentence.chunks, sentence.starts
    parted = any(
        chunks[v].finite for v in sentence.verbs if v > found.chunk and starts[chunks[v].start] < date.char_start
    )
    if (parted and found.act.event_type != "ASSAULT") or _opens_next(sentence, date):
        return False
    return not _aside(sentence, found.chunk, date, QUAD[found.act.event_type] in (1, 3))


def _lasts(sentence: Sentence, found: Found) -> bool:
    """Is the act told as done by now, on no day that another clause names ("left in May and has not come back")?"""
    chunk = sentence.chunks[found.chunk]
    return chunk.kind == VG and chunk.perfect and sentence.lower(found.chunk) in listed("present_perfect")


def _opens_next(sentence: Sentence, date: DateMention) -> bool:
    """Does a date open a clause that is joined to the one before ("moved south, and on 27 June bombed the dam")?"""
    chunks, starts = sentence.chunks, sentence.starts
    at = max((i for i, c in enumerate(chunks) if starts[c.start] <= date.char_start), default=0)
    k = at - 1
    while k >= 0 and chunks[k].kind in (P, ADV, COMMA):
        k -= 1
    return k >= 0 and chunks[k].kind == CONJ and any(chunks[v].finite for v in sentence.verbs if v > at)


def _vowed(sentence: Sentence, found: Found) -> bool:
    """Was the act promised or asked for, so that a day before it is that of the promise ("vowed in May to leave")?"""
    governor = found.clause.governor if found.clause is not None else None
    if governor is None or found.control not in ("planned", "hypothetical"):
        return False
    chunk = sentence.chunks[governor]
    return chunk.finite and not chunk.copula and bool(chunk.form & PAST)


def _of_other(sentence: Sentence, chunk: int, date: DateMention) -> bool:
    """Does a date stand in a clause that is joined to the act's and has a subject of its own?"""
    for k in range(chunk + 1, len(sentence.chunks)):
        if not sentence.chunks[k].finite:
            continue
        clause = sentence.clause(k)
        own = next((i for i in clause.subjects if i > chunk), None)
        if own is None and clause.how == "coordination" and _is_to_come(sentence, k) > _is_to_come(sentence, chunk):
            return True  # "handed over the base and plans to leave in June"
        return (
            own is not None
            and sentence.kind(own - 1) == CONJ
            and bool(sentence.chunks[own].actors)
            and sentence.starts[sentence.chunks[own].start] < date.char_start
        )
    return False


def _was_before(sentence: Sentence, chunk: int, relative: int, said: bool) -> bool:
    """Does a relative clause tell what had been done before ("freed the man whom it had seized in May", "frees the man
    whom it seized")?"""
    verb = next((v for v in sentence.verbs if v > relative), None)
    if verb is None or not sentence.chunks[verb].form & (PAST | PARTICIPLE):
        return False
    now = sentence.chunks[chunk]
    told_now = now.kind == VG and now.finite and not now.modal and not now.perfect and not now.form & PAST
    if said:
        return sentence.kind(relative - 1) != P  # "signed the accord under which troops came in May"
    return sentence.chunks[verb].perfect or (told_now and not now.passive)


def _is_to_come(sentence: Sentence, verb: int) -> bool:
    """Does a verb tell of what is not done yet ("will leave", "plans to leave")?"""
    ahead = sentence.chunks[verb].modal in listed("modals_planned")
    return ahead or any(c.governor == verb and c.control in _AHEAD for c in sentence.clauses())


def _aside(sentence: Sentence, chunk: int, date: DateMention, said: bool) -> bool:
    """Does a date behind an act tell of something else: of a condition, a contrast, or who is spoken of by the way?"""
    for k in range(chunk + 1, len(sentence.chunks)):
        if sentence.starts[sentence.chunks[k].start] >= date.char_start:
            return False
        if sentence.kind(k) == REL and (sentence.kind(k - 1) == COMMA or _was_before(sentence, chunk, k, said)):
            return True
        if sentence.kind(k) == SUB and sentence.lower(k) in listed("contrasts"):
            return True
        if sentence.kind(k) == STOP and any(v > k and sentence.chunks[v].finite for v in sentence.verbs):
            return True  # "called on X to yield: 900 men have done so since May"
    return False
