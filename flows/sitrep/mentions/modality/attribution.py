"""What somebody says: verbs and groups that report, and how much of the sentence they report."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.matcher import Match
from sitrep.mentions.actors.openings import is_past_form, modifiers
from sitrep.mentions.modality.clauses import Boundary, clause_end, last_end
from sitrep.mentions.modality.lexicon import Sign, auxiliaries, words
from sitrep.mentions.modality.sources import source_before
from sitrep.model import ActorMention, Cue, Sentence

# Somebody with a first name and a surname, whom no list knows; to whom a thing is told.
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|al-[A-Z]\w+|[A-Z]\.)){1,3}(?=[,.;:]|\s[a-z]|\Z)")
_HEARER = re.compile(r"\s(?:the\s)?(?:[A-Z][\w’'-]*|[a-z]+)(?:\s[A-Z][\w’'-]*){0,3}")
_COUNT = re.compile(r"\d")
_LIVES = re.compile(lambda: rf"\s+(?:[^\s.;:]+\s+){{0,7}}{re.any_of(words('lives'))}\b")
_NEGATED = re.compile(lambda: rf"\b{re.any_of(words('unsaid'))}\s*(?:\w+\s*)?\Z", re.IGNORECASE)
# What may stand behind a verb of saying that ends a sentence: an occasion, a note in brackets, closing signs.
_TAIL = re.compile(
    lambda: (
        rf"(?:[”\"’']?\s+{re.any_of(words('behind_saying'))}\b[^;,.]{{0,60}})?(?:\s[(\[][^()\[\]]{{0,80}}[)\]])?"
        r"[.”\"’')\]]*\s*\Z"
    )
)
# A relative clause that opens right before who tells it (", in which, monitors say,"), and its most code points.
_WITHIN_RELATIVE = re.compile(lambda: rf", (?:[a-z]+ )?{re.any_of(lexicons.load('clauses')['relatives'])}\s*,\s*\Z")
_LONGEST_RELATIVE = 20
_OCCASION = re.compile(lambda: rf"\s+{re.any_of(words('behind_saying'))}\s")
_CLOSES = re.compile(r"[,”\"’']\s*\Z|\s[–—-]\s*\Z")
# What is told behind a verb that may mean other things: "that", a colon, a quotation, a clause of somebody told before
# ("claims it killed"), or what it has done ("claims to have killed").
_OBJECT = re.compile(
    lambda: (
        rf"(?:\s{re.any_of(words('before_days'))}\s[A-Z][\w.]{{2,9}}(?:\s\d\d?)?)?(?:,?\s*+that\b|\s*+(?::|[“\"‘]|,?\s*+\Z)"
        rf"|\s{re.any_of(words('told_deeds'))}\b|\s{re.any_of(words('told_again'))}\s(?:\w+ed|{re.any_of(auxiliaries())})\b)"
    )
)
# "The army claims rebel fighters have killed ten": a clause whose few words of a subject an auxiliary ends.
_CLAUSE_TOLD = re.compile(
    lambda: rf"\s(?:(?!{re.any_of(words('no_subjects'))}\b)[\w’'-]+\s){{1,4}}{re.any_of(auxiliaries())}\b"
)
_DEED = re.compile(lambda: rf"\s{re.any_of(words('told_deeds'))}\b")
_PASSIVE = re.compile(lambda: rf"\b{re.any_of(words('passive'))}\s+(?:\w+ly\s+)?\Z")
_INVERTED = re.compile(lambda: rf"\s+(?:{re.any_of(words('before_days'))}\s+[A-Z][\w ]{{0,20}}\s+)?")
_GERUND = "ing"
_HARD, _STRONG = ("hard",), ("hard", "comma_and", "conjunction")
_STRONG_OR_COMMA = (*_STRONG, "comma")
_SHORTEST_TOLD, _LONGEST_PRONOUN = 12, 4
_A_NUMBER = re.compile(r"\s\d")
_TOKEN = re.compile(r"[\w’'-]+")
_START = attrgetter("char_start")
# "Puts the toll at nearly 300".
_AT_NUMBER = re.compile(
    lambda: rf"(?:\s[^\s,.;:]+){{0,8}}?\sat\s+[“\"]?(?:[a-z]+\s){{0,3}}(?:\d|{re.any_of(_number_words())}\b)",
    re.IGNORECASE,
)
# A source of two plain words, before the verb; and how many code points such a source and what parts it off may take.
_PLAIN_SOURCE_REACH = 40
_PLAIN_SOURCE = re.compile(r"[,”\"’]\s+((?:[a-z-]+\s+)?[a-z-]+)\s+\Z")
_BY_COUNT = re.compile(
    lambda: (
        r"\b[Bb]y\s+([^,.;]{2,60}?)(?:['’]s?)?\s+"
        rf"(?:{re.any_of(words('before_count_nouns'))}\s+)?(\w+)(?=[\s,.;]|\Z)"
    )
)


def _number_words() -> set[str]:
    return {
        word for kind in ("units", "tens", "scales", "plural_vague") for word in lexicons.load("number_words")[kind]
    }


def attributions(
    view: str, sentence: Sentence, found: list[Match[Sign]], parts: list[Boundary], actors: list[ActorMention]
) -> list[Cue]:
    """The cues of the sources named in a sentence, each with what it says as its scope."""
    cues: list[Cue] = []
    previous, counts = sentence.char_start, words("count_nouns")
    is_counted = False
    for match in found:
        kind = match.value.reporting
        if view[match.char_start : match.char_end].lower() in counts:
            is_counted = True
        if kind in (None, "count", "claim"):
            continue
        if kind == "before_source":
            cue = _according(view, sentence, match, parts, actors)
        else:
            cue = _said(view, sentence, match, parts, actors, previous)
        if cue is not None:
            cues.append(_of_antecedent(cue, actors))
            previous = max(previous, cue.char_end)
    if is_counted:
        cues.extend(_by_count(view, sentence, actors, parts))
    return _apart(cues, parts) if cues else cues


def _of_antecedent(cue: Cue, actors: list[ActorMention]) -> Cue:
    """A source that is a pronoun is named by what it stands for."""
    start, end = cue.source_start, cue.source_end
    if not 0 <= end - start <= _LONGEST_PRONOUN:
        return cue
    for actor in actors:
        if actor.char_start == start and actor.char_end == end and actor.antecedent_start >= 0:
            return replace(cue, source_start=actor.antecedent_start, source_end=actor.antecedent_end)
    return cue


def _region(parts: list[Boundary], at: int, sentence: Sentence) -> tuple[int, int]:
    """The stretch around ``at`` between strong boundaries: a source speaks no further than to the next one."""
    start = last_end(parts, at, sentence.char_start, _HARD)
    for part in parts:
        if (
            part.start >= at
            and part.kind in _STRONG
            and not (part.kind == "conjunction" and part.end - part.start > 30)
        ):
            return start, part.start
    return start, sentence.char_end


def _according(
    view: str, sentence: Sentence, match: Match[Sign], parts: list[Boundary], actors: list[ActorMention]
) -> Cue | None:
    actor = next((a for a in actors if match.char_end <= a.char_start <= match.char_end + 40), None)
    end = clause_end(parts, match.char_end + 1, sentence.char_end, _STRONG_OR_COMMA)
    if actor is not None and actor.char_start < end and actor.kind != "pronoun":
        span = match.char_end + _leading_blank(view, match.char_end), max(actor.char_end, match.char_end)
    else:
        span = match.char_end + _leading_blank(view, match.char_end), end
    span = span[0], span[0] + len(view[span[0] : span[1]].rstrip(" .,;:"))
    if span[1] <= span[0] or (actor is None and not _may_be_told_by(view, match, span)):
        return None
    start, _ = _region(parts, match.char_start, sentence)
    stop = clause_end(parts, span[1], sentence.char_end, _STRONG)
    if not view[start : match.char_start].strip(" ,–—-"):
        stop = min(
            (p.start for p in parts if p.start >= span[1] and p.kind == "hard" and view[p.start] == ";"),
            default=sentence.char_end,
        )
    return Cue(match.char_start, match.char_end, "reported", start, stop, *span)


def _may_be_told_by(view: str, match: Match[Sign], span: tuple[int, int]) -> bool:
    """Whether what is cited is a source and no reason: "citing a report", and not "citing mines"."""
    if view[match.char_start : match.char_end].lower() not in words("giving_reasons"):
        return True
    told = view[span[0] : span[1]].split()
    if told[0].lower() in words("indefinite_articles"):
        return told[-1].lower() in words("sources")  # "citing a Jewish holiday"
    return any(word[0].isupper() or word.lower() in words("sources") for word in told)


def _leading_blank(view: str, at: int) -> int:
    return len(view[at : at + 8]) - len(view[at : at + 8].lstrip())


def _said(
    view: str, sentence: Sentence, match: Match[Sign], parts: list[Boundary], actors: list[ActorMention], previous: int
) -> Cue | None:
    kind, verb_start, verb_end = match.value.reporting, match.char_start, match.char_end
    if _NEGATED.search(view, max(sentence.char_start, verb_start - 24), verb_start):
        return None
    if _PASSIVE.search(view, max(sentence.char_start, verb_start - 16), verb_start):
        return _passive(view, sentence, match, parts)
    limit = sentence.char_end
    if view[verb_start:verb_end].lower() in words("taking_lives") and _LIVES.match(view, verb_end, limit):
        return None  # "the war has claimed 14,000 Ukrainian lives"
    if kind == "putting" and not _AT_NUMBER.match(view, verb_end, limit):
        return None
    inverted = _inverted(view, match, actors, sentence) if kind != "putting" else None
    if inverted is not None:
        start, behind = _region(parts, verb_start, sentence)[0], clause_end(parts, verb_end, limit, _STRONG)
        if view.startswith(":", inverted[1]):
            behind = limit  # "..., says the minister: 40 men gave up"
        return Cue(verb_start, verb_end, "reported", start, behind, *inverted)
    source = source_before(view, sentence, verb_start, parts, actors, previous)
    source = source or _told_behind(view, sentence, match)
    if source is None or view[slice(*source)].lower() in words("own_counts") or _is_deed(view[slice(*source)]):
        return None
    tail_end = clause_end(parts, verb_end, limit, _STRONG_OR_COMMA)
    behind_it = _closes(view[sentence.char_start : source[0]]) and _is_end(view, match, tail_end)
    if kind == "weak" and not (
        behind_it
        or _OBJECT.match(view, verb_end, limit)
        or _tells_number(view, match, source, actors)
        or (view[verb_end - 1] == "s" and _CLAUSE_TOLD.match(view, verb_end, limit))
    ):
        return None
    if behind_it and kind in ("verbs", "weak") and not view[verb_end:tail_end].lstrip().startswith("that"):
        start = max(
            (p.end for p in parts if p.kind == "hard" and p.end <= source[0] and view[p.start] == ";"),
            default=sentence.char_start,
        )
        within = _WITHIN_RELATIVE.search(view, max(start, source[0] - _LONGEST_RELATIVE), source[0])
        start = within.start() if within else start  # "the raid, in which, monitors say, ten died"
        stop = clause_end(parts, verb_end, limit, _HARD)
        if stop == tail_end or any(p.start == tail_end and p.kind == "conjunction" for p in parts):
            stop = verb_end  # "..., he said after talks with X": the talks are told by the text
        return Cue(verb_start, verb_end, "reported", start, stop, *source)
    end = _forward_end(view, parts, verb_end, limit)
    if _DEED.match(view, verb_end, limit):
        end = min(end, clause_end(parts, verb_end, limit, _STRONG))  # "claimed to have killed ten, but X withdrew"
    return Cue(verb_start, verb_end, "reported", _behind_occasion(view, parts, verb_end), end, *source)


def _is_deed(source: str) -> bool:
    """Whether what stands before a verb is a deed and no source: "..., abducted 30 pupils in Kebbi state"."""
    first, *more = source.lower().split()[:2]
    return is_past_form(first) and bool(more) and (more[0] in modifiers("determiners") or more[0][0].isdigit())


def _behind_occasion(view: str, parts: list[Boundary], at: int) -> int:
    """Where what is said begins: behind the occasion it was said on ("said after talks with X that")."""
    opens = next((part for part in parts if part.start >= at), None)
    if opens is not None and opens.kind == "that" and _OCCASION.match(view, at, opens.start):
        return opens.start
    return at


def _told_behind(view: str, sentence: Sentence, match: Match[Sign]) -> tuple[int, int] | None:
    """A few plain words between what is said and the verb that ends its clause: "…, hospital staff said"."""
    at = match.char_start
    group = _PLAIN_SOURCE.search(view, max(sentence.char_start, at - _PLAIN_SOURCE_REACH), at)
    if group is None or match.value.reporting != "verbs" or not _closes(view[sentence.char_start : group.start(1)]):
        return None
    return (group.start(1), group.end(1)) if _TAIL.match(view, match.char_end, sentence.char_end) else None


def _closes(before: str) -> bool:
    """Whether what is said before its source is closed by a comma, a quote or a dash."""
    told = before.strip()
    return len(told) > _SHORTEST_TOLD and bool(_CLOSES.search(before.rstrip(" ")))


def _is_end(view: str, match: Match[Sign], end: int) -> bool:
    """Whether a clause ends with a verb of saying, but for a time, a place or who hears it."""
    if _TAIL.match(view[match.char_end : end]):
        return True
    hearer = _HEARER.match(view, match.char_end, end) if _has_hearer(view, match) else None
    return bool(hearer) and bool(_TAIL.match(view[hearer.end() : end]))


def _tells_number(view: str, match: Match[Sign], source: tuple[int, int], actors: list[ActorMention]) -> bool:
    """Whether an actor right before a verb in the present tells a number: "Mali claims 40 militants killed"."""
    told = _A_NUMBER.match(view, match.char_end) and view[match.char_end - 1] == "s"
    return bool(told) and any((a.char_start, a.char_end) == source for a in actors)


def _has_hearer(view: str, match: Match[Sign]) -> bool:
    return view[match.char_start : match.char_end].lower() in words("to_hearer")


def _passive(view: str, sentence: Sentence, match: Match[Sign], parts: list[Boundary]) -> Cue | None:
    """ "An attack was reported": told by somebody who is not named."""
    if view[match.char_start : match.char_end].lower() not in words("hearsay"):
        return None
    start = last_end(parts, match.char_start, sentence.char_start, _STRONG)
    return Cue(match.char_start, match.char_end, "reported", start, _region(parts, match.char_end, sentence)[1])


def _forward_end(view: str, parts: list[Boundary], at: int, limit: int) -> int:
    for part in parts:
        if part.start > at and part.kind == "hard" and view[part.start] == ";":
            return part.start
    return limit


def _inverted(view: str, match: Match[Sign], actors: list[ActorMention], sentence: Sentence) -> tuple[int, int] | None:
    """The source behind its verb: '…," said the minister'."""
    before = view[sentence.char_start : match.char_start].rstrip()
    if view[match.char_start : match.char_end].endswith(_GERUND):
        return None  # "..., saying the army should act"
    if not before or before[-1] not in ',”"’?!—–':
        return None
    gap = _INVERTED.match(view, match.char_end, sentence.char_end)
    at = gap.end() if gap else match.char_end
    if _has_hearer(view, match):
        return None
    name = _FULL_NAME.match(view, at, sentence.char_end)
    for actor in actors:
        if actor.char_start == at and actor.kind != "pronoun":
            counted = _COUNT.search(view, actor.char_start, actor.char_end)
            following = _TOKEN.match(view, actor.char_end + 1, sentence.char_end)
            acts = following is not None and following[0].lower() in auxiliaries()
            return None if counted or acts else (actor.char_start, actor.char_end)
        if actor.char_start > at:
            break
    return name.span() if name else None


def _by_count(view: str, sentence: Sentence, actors: list[ActorMention], parts: list[Boundary]) -> list[Cue]:
    """ "by the army's count", "by one ancient estimate": whose count it is."""
    cues = []
    for match in _BY_COUNT.finditer(view, sentence.char_start, sentence.char_end):
        if match[2].lower() not in words("count_nouns") or match[1].lower() in words("own_counts"):
            continue
        start, end = _region(parts, match.start(), sentence)
        actor = next((a for a in actors if match.start(1) <= a.char_start < match.end(1)), None)
        span = (actor.char_start, actor.char_end) if actor else (match.start(1), match.end(2))
        cues.append(Cue(match.start(), match.end(), "reported", start, max(end, match.end()), *span))
    return cues


def _apart(cues: list[Cue], parts: list[Boundary]) -> list[Cue]:
    """Forward attributions end where the next speaker's clause begins."""
    cues.sort(key=_START)
    for i, cue in enumerate(cues):
        end = cue.scope_end
        for later in cues[i + 1 :]:
            speaker = later.source_start if later.source_start > cue.char_end else later.char_start
            if later.scope_start >= later.char_end and speaker < end:
                end = _cut(parts, cue.char_end, speaker, end)
                break
        end = max(end, cue.scope_start)
        if end != cue.scope_end:
            cues[i] = replace(cue, scope_end=end)
    return cues


def _cut(parts: list[Boundary], start: int, end: int, default: int) -> int:
    """Where the last clause of a stretch begins."""
    for part in reversed(parts):
        if start <= part.start <= end and part.kind in (*_STRONG, "and"):
            return part.start
    return default
