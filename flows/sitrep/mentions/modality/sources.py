"""Who says it: the subject of a verb of saying, as a source is quoted."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.mentions.modality.clauses import Boundary
from sitrep.mentions.modality.lexicon import auxiliaries, words
from sitrep.model import ActorMention, Sentence

_STATEMENT = re.compile(
    lambda: (
        rf"{re.any_of(words('before_occasions'))}\s+{re.any_of(words('determiners'))}?\s*(?:[a-z-]+\s+){{0,2}}[\w-]+\Z"
    )
)
_DAY = re.compile(lambda: rf"{re.any_of(words('before_days'))}\s+(?:[A-Z0-9][\w.]*\s*){{1,3}}\Z")
_DATELINE = re.compile(r".*(?:\s—\s|\)\s[–—-])\s", re.DOTALL)
_LEADING = re.compile(lambda: rf"[\s”\"’|]*(?:(?:{re.any_of(_leading())}|[•*▪-])\s+|[A-Z]:\s*)*")
_OPENS_GROUP = re.compile(lambda: rf"\s(?:[A-Z]|{re.any_of(words('determiners'))}\b)")
_TOKEN = re.compile(r"[\w’'-]+")
_BETWEEN_COMMAS = re.compile(r"(?:[^,]+|,(?=\d))+")
_WORDS_OF_SOURCE, _LONGEST_TIME = 12, 40


def _leading() -> set[str]:
    """Words that may open a sentence before its subject, small or with a capital."""
    return {form for word in words("leading") for form in (word, word.capitalize())}


def source_before(
    view: str, sentence: Sentence, verb_start: int, parts: list[Boundary], actors: list[ActorMention], previous: int
) -> tuple[int, int] | None:
    """The span of the subject of a verb of saying; None where none can be told."""
    start = sentence.char_start
    joined = False
    for part in reversed(parts):
        if part.end > verb_start or part.kind == "comma":
            continue
        if part.kind == "relative":
            if without_auxiliaries(view[part.end : verb_start]) > 0:
                continue
            head = [a for a in actors if sentence.char_start <= a.char_start and a.char_end <= part.start]
            return (head[-1].char_start, head[-1].char_end) if head else None
        if part.kind == "and":
            if without_auxiliaries(view[part.end : verb_start]) > 0:
                continue
            joined = True
            continue
        start = part.end
        break
    start = max(start, previous) if previous <= verb_start else start
    text = view[start:verb_start]
    if joined or not text.strip():
        return _first_subject(sentence, verb_start, actors)
    end = start + without_auxiliaries(text)
    text = view[start:end]
    segments = [m.span() for m in _BETWEEN_COMMAS.finditer(text)]
    if not segments:
        return _first_subject(sentence, verb_start, actors)
    if text.rstrip().endswith(",") and len(segments) > 1 and not text[segments[-1][0] : segments[-1][1]].strip():
        segments.pop()
    if text.rstrip().endswith(",") and len(segments) > 1:
        inserted = segments.pop()
        name = [a for a in actors if a.char_start >= start + inserted[0] and a.char_end <= start + inserted[1]]
        if name and name[0].kind == "person" and text[inserted[0] : inserted[1]].strip()[:1].isupper():
            segments[-1] = (segments[-1][0], inserted[1])
    a, b = segments[-1]
    over = next((actor for actor in actors if start <= actor.char_start < start + a < actor.char_end), None)
    a = over.char_start - start if over is not None else a  # "Joseph Biden, Jr. said"
    span = _source_span(view, start + a, start + b, actors)
    if span is not None and not words("passive").isdisjoint(view[span[0] : span[1]].split()):
        return _first_subject(sentence, verb_start, actors)  # "denied that the town had been lost, accused X of lies"
    if span is not None and any(part.kind == "relative" and part.start <= span[0] < part.end for part in parts):
        return None  # "..., which includes a state with its borders guaranteed"
    return span


def without_auxiliaries(text: str) -> int:
    """Where a subject ends, less the auxiliaries, adverbs and times between it and its verb."""
    text = text.rstrip()
    for _ in range(6):
        word = text[text.rfind(" ") + 1 :]
        tail = text[-48:]
        found = _DAY.search(tail) or (_STATEMENT.search(tail) if word in words("occasions") else None)
        if found:
            text = text[: len(text) - len(tail) + found.start()].rstrip()
        elif word in auxiliaries() or (len(word) > 4 and word.endswith("ly") and word.islower()):
            text = text[: len(text) - len(word)].rstrip()
        else:
            break
    return len(text)


def _source_span(view: str, start: int, end: int, actors: list[ActorMention]) -> tuple[int, int] | None:
    start = _LEADING.match(view, start, end).end()
    dateline = _DATELINE.match(view, start, end)
    start = dateline.end() if dateline else start
    end = start + len(view[start:end].rstrip(" ,"))
    start = _behind_time(view, start, end)
    text = view[start:end]
    if not text or text.lower() in words("no_source"):
        return None
    inside = [a for a in actors if a.char_start < end and a.char_end > start]
    tokens = text.split()
    if len(tokens) > 1 and tokens[-1].lower() in words("unfinished"):
        return None  # "overran 43 of 66 posts", "the head of state": no verb
    if not inside:
        if len(tokens) <= 6 and (
            text[0].isupper() or tokens[-1].lower() in words("sources") or tokens[0].lower() in words("group_openers")
        ):
            return start, end
        return None
    last = inside[-1]
    if last.char_end >= end - 1 and last.char_start >= start and (len(tokens) > _WORDS_OF_SOURCE or not _opens(text)):
        return last.char_start, last.char_end
    if len(tokens) <= _WORDS_OF_SOURCE:
        first = inside[0]
        begin = start if _opens(text) else max(first.char_start, start)
        return begin, end
    return None


def _behind_time(view: str, start: int, end: int) -> int:
    """Where a subject begins behind a time that opens its clause: "Four days later Barre"."""
    at = start
    for word in _TOKEN.finditer(view, start, min(end, start + _LONGEST_TIME)):
        if word[0].lower() in words("times") and _OPENS_GROUP.match(view, word.end(), end):
            at = word.end() + 1
        if word[0][0].isupper() and word.start() > start and word[0].lower() not in words("times"):
            break
    return at


def _opens(text: str) -> bool:
    """Whether a stretch opens like a noun group and not like an adverbial ("In Tehran officials")."""
    word = text.split()[0].lower()
    return word not in words("adverbial")


def _first_subject(sentence: Sentence, verb_start: int, actors: list[ActorMention]) -> tuple[int, int] | None:
    for actor in actors:
        if sentence.char_start <= actor.char_start < verb_start:
            return actor.char_start, actor.char_end
    return None
