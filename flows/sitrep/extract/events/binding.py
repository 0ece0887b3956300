"""Where and when an act took place: its own clause first, then its sentence, then earlier in the paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import QUAD, kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.forms import PARTICIPLE, PAST
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import ADV, COMMA, CONJ, MARK, NP, REL, STOP, SUB, VG, P
from sitrep.extract.events.words import listed
from sitrep.model import DateMention, PlaceMention

# Kinds of mention that a place's name may be or be part of, where it stands for whom is spoken to.
_ADDRESSED = ("state", "demonym", "office", "force")
# Kinds of mention whose "of X" tells whose they are.
_HOLDING = ("office", "force", "agency")
_AHEAD = ("planned", "possible", "hypothetical")


def segment(sentence: Sentence, chunk: int) -> tuple[int, int]:
    """The clause around a chunk, as chunk indices: between stops, conjunctions and verbs of speaking."""
    bounds = sentence.bounds()
    at = bisect_left(bounds, chunk)
    a = bounds[at - 1] + 1 if at else 0
    at = bisect_right(bounds, chunk, at)
    if at == len(bounds):
        return a, len(sentence.chunks)
    b = bounds[at]
    if sentence.kind(b) == VG:
        subjects = sentence.clause(b).subjects
        if subjects and subjects[0] > chunk:
            b = subjects[0]
    return a, b


def place_of(sentence: Sentence, found: Found) -> tuple[PlaceMention, str] | None:
    """The place of an act in its own sentence, and how near it stands: ``object``, ``clause`` or ``sentence``."""
    chunks = sentence.chunks
    event_type = found.act.event_type
    said = QUAD[event_type] in (1, 3) or event_type in ("SANCTION", "AID", "COOPERATE")
    received = found.act.frame.name == "receive" and found.patient_rule == "subject"
    for group in (*found.things, *(() if received else found.patients)):
        for link in reversed(sentence.of_chain(group)):
            addressed = said and found.act.frame.name not in listed("frames_of_journeys")
            addressed = addressed and not (event_type == "AID" and _brought_to(sentence, link))
            places = _settings(sentence, link, addressed)
            if places:
                return places[-1], "object"
    a, b = segment(sentence, found.chunk)
    for span, how in (((found.chunk, b), "clause"), ((a, found.chunk), "clause"), ((0, a), "sentence")):
        if how == "sentence" and (QUAD[event_type] == 3 or event_type == "SANCTION"):
            continue  # said of something else
        candidates = []
        for i in range(*span):
            if chunks[i].kind == NP and chunks[i].places and i not in found.doers:
                if _of_other_act(sentence, found, i, how):
                    continue
                prep = sentence.lower(i - 1) if sentence.kind(i - 1) == P else ""
                if how == "sentence" and prep == "of" and _is_holder(sentence, i - 2):
                    continue  # "the ministry of defence of X said": whose it is
                local = prep in listed("local_prepositions")
                bare = sentence.kind(i - 1) == MARK and sentence.lower(i - 1) == "|"
                local = local or bare
                joined = i - 1 >= 0 and sentence.kind(i - 1) not in (P, CONJ) and sentence.kind(i - 2) == NP
                joined = joined and not _does(sentence, i)
                if (local or (joined and how == "clause" and candidates == [])) and _settings(sentence, i, said):
                    candidates.append(i)
        if candidates:
            i = candidates[0] if span[0] == found.chunk else candidates[-1] if how == "clause" else candidates[0]
            places = _settings(sentence, i, said)
            finer = [p for p in places if p.precision != "country"]
            return (finer or places)[0 if finer else -1], how
    return None


def _does(sentence: Sentence, group: int) -> bool:
    """Does a noun group do what the verb behind it tells ("a number that Kyiv calls invented")?"""
    return sentence.kind(group + 1) == VG and sentence.chunks[group + 1].finite


def _of_other_act(sentence: Sentence, found: Found, group: int, how: str) -> bool:
    """Does the place of a noun group belong to another act of the sentence, or lie where this one comes from?"""
    chunks, at, event_type = sentence.chunks, found.chunk, found.act.event_type
    prep = sentence.lower(group - 1) if sentence.kind(group - 1) == P else ""
    if how == "sentence" and prep == "for":
        return True  # "left for Moscow as rebels entered the city"
    if prep == "from" and event_type not in ("RETREAT", "MOBILIZE", "COERCE"):
        return True  # where a missile came from is not where it struck
    if QUAD[event_type] in (1, 3) and group - 2 in found.doers and group < at:
        return True  # "the mission in X condemned"
    if sentence.answered(at, group):
        return True  # "struck depots in retaliation for the raid on X"
    first = segment(sentence, at)[0]
    if QUAD[event_type] == 3 and any(sentence.kind(v) == VG for v in range(first, min(group, at))):
        return True  # "condemned the raids in X and urged": said of something else
    if how != "clause" or found.nominal or event_type in ("ASSAULT", "CONSULT"):
        return False
    verbs = [v for v in range(min(at, group) + 1, max(at, group)) if sentence.kind(v) == VG]
    if event_type == "RETREAT" and len(verbs) == 1 and sentence.kind(verbs[0] - 1) == CONJ:
        return False  # "laid down their arms and crossed into X"
    if group > at and len(verbs) > (event_type != "ACCUSE"):
        return True  # "accused X of holding men in Y"
    return any(chunks[v].finite for v in verbs)  # "put its army on alert and moved men to X"


def _settings(sentence: Sentence, group: int, said: bool) -> tuple[PlaceMention, ...]:
    """The places of a noun group where an act can be done; if ``said``, none that is whom it is said to."""
    chunk = sentence.chunks[group]
    if not chunk.places:
        return ()
    named = [a for a in chunk.actors if a.kind == "group"]
    places = tuple(p for p in chunk.places if not any(a.char_start < p.char_start < a.char_end for a in named))
    if any(p.precision == "country" for p in places) and not kinds()["forces"].isdisjoint(texts(sentence, [group])):
        end = sentence.end(chunk.end - 1)
        places = tuple(p for p in places if p.precision != "country" or p.char_end >= end)  # "a U.S. destroyer"
    prep = sentence.lower(group - 1) if sentence.kind(group - 1) == P else ""
    if prep in listed("setting_prepositions") or not (said or prep in listed("party_prepositions")):
        return places
    if prep in listed("goal_prepositions") and sentence.kind(group - 2) == VG:
        if not listed("journeys").isdisjoint(sentence.chunks[group - 2].lemmas):
            return places  # "flew to X and met"
    addressed = [a for a in chunk.actors if a.kind in _ADDRESSED]
    return tuple(
        p
        for p in places
        if p.precision != "country" and not any(a.char_start <= p.char_start < a.char_end for a in addressed)
    )


def _is_holder(sentence: Sentence, group: int) -> bool:
    """Is a noun group, or one that it hangs on by "of", an office or a force?"""
    while sentence.kind(group) == NP:
        if any(a.kind in _HOLDING for a in sentence.chunks[group].actors):
            return True
        group = group - 2 if sentence.kind(group - 1) == P and sentence.lower(group - 1) == "of" else -1
    return False


def _brought_to(sentence: Sentence, group: int) -> bool:
    """Is the noun group where something is brought ("delivered radars to Armenia")?"""
    return sentence.kind(group - 1) == P and sentence.lower(group - 1) in listed("aid_prepositions")


def _relatives(sentence: Sentence, found: Found) -> list[tuple[int, int]]:
    """Relative clauses between commas that stand between an act's subject and its verb."""
    subjects = found.clause.subjects if found.clause else []
    if not subjects or subjects[0] > found.chunk:
        return []
    spans = []
    for r in range(subjects[0] + 1, found.chunk):
        if sentence.kind(r) == REL and sentence.kind(r - 1) == COMMA:
            close = next((k for k in range(found.chunk - 1, r, -1) if sentence.kind(k) == COMMA), None)
            if close is not None:
                spans.append(sentence.span(r, close))
    return spans


def _past_relative(sentence: Sentence, chunk: int) -> list[tuple[int, int]]:
    """What follows the relative clause between commas that an act stands in ("X, which Y has accused, will meet")."""
    r = chunk - 1
    while r > 0 and sentence.kind(r) not in (REL, STOP, SUB):
        r -= 1
    if sentence.kind(r) != REL or sentence.kind(r - 1) != COMMA:
        return []
    for k in range(chunk + 1, len(sentence.chunks) - 1):
        if sentence.kind(k) == COMMA and sentence.kind(k + 1) == VG and sentence.chunks[k + 1].finite:
            return [sentence.span(k, len(sentence.chunks))]
    return []


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
        if words[first - 2].plain in kinds()["agreements"] | kinds()["assaults"]:
            return True
    if _signed(sentence, found, first):
        return True
    if first == end or first == 0 or end >= len(words):
        return False
    before, after = words[first - 1], words[end]
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
    away = [*_relatives(sentence, found), *_speeches(sentence, found), *_past_relative(sentence, found.chunk)]
    dates = [
        d
        for d in dates
        if not d.dateline and not _names(sentence, found, d) and not any(x <= d.char_start < y for x, y in away)
    ]
    if not dates:
        return None
    starts, chunks = sentence.starts, sentence.chunks
    a, b = segment(sentence, found.chunk)
    start, end = sentence.span(a, b)
    trigger = starts[found.start]
    inside = [d for d in dates if start <= d.char_start < end]
    if inside:
        after = [d for d in inside if d.char_start > trigger and not _opens_next(sentence, d)]
        before = [d for d in inside if d.char_start < trigger]
        verbs = (starts[chunks[i].start] for i in range(a, b) if chunks[i].kind == VG and chunks[i].finite)
        later = next((v for v in verbs if v > trigger), end)
        near = [d for d in after if d.char_start < later]
        if near:
            return near[0], "clause"
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
