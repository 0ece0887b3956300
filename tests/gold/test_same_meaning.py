"""What changes nothing in a sentence's meaning changes nothing in its events.

Each change is made to all sentences of newswires that the readers were developed on and find an event in; the floor is
the share whose events keep type, both countries and modality, rounded down and never lowered. What is left are mostly
headlines, which no opening fits, and names too short to be told without capitals.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sitrep import ingest, pipeline

HERE = Path(__file__).parent / "sentences"
_SMALL = re.compile(
    r"(?:The|An?|At|In|On|Two|Three|Four|Five|Six|Ten|Some|Several|Dozens|Hundreds|Thousands|After|Its)\b"
)
_NAME = re.compile(r"\b([A-Z][a-z]{4,})\b")
# A name that opens a sentence, which is no adjective of a nation, and its verb behind it.
_SUBJECT = re.compile(r"(?!\w+(?:ian|ean|ish|ese) )([A-Z][a-z]{3,}) (?=(?:has|had|will|is|was|[a-z]+ed|[a-z]+s) )")


def _within(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:] if _SMALL.match(sentence) else sentence


def _linked(sentence: str) -> str:
    return _NAME.sub(r"[\1](http://a.b/c)", sentence, count=1)


def _aside(words: str) -> Callable[[str], str]:
    return lambda sentence: _SUBJECT.sub(rf"\1{words} ", sentence, count=1) if _SUBJECT.match(sentence) else sentence


CHANGES: dict[str, tuple[Callable[[str], str], float]] = {
    "a link on a name": (_linked, 0.99),
    "a name in bold": (lambda s: _NAME.sub(r"**\1**", s, count=1), 1.0),
    "spaces": (lambda s: s.replace(" ", "  "), 1.0),
    "hard spaces": (lambda s: s.replace(" ", "\xa0"), 1.0),
    "a bullet": (lambda s: f"- {s}", 0.99),
    "a note in brackets": (lambda s: s.rstrip(".") + " (see map).", 0.98),
    "words in capitals and a dash": (lambda s: f"KEY POINT — {s}", 0.96),
    "an opening with a comma": (lambda s: "Meanwhile, " + _within(s), 0.96),
    "an opening without one": (lambda s: "In the meantime " + _within(s), 0.88),
    "weeks before": (lambda s: "After weeks of silence, " + _within(s), 0.95),
    "where it is said": (lambda s: "Speaking to reporters in Geneva, " + _within(s), 0.9),
    "a clause before": (lambda s: "Temperatures fell overnight, and " + _within(s), 0.94),
    "a clause of time before": (lambda s: "As temperatures fell, " + _within(s), 0.94),
    "a clause behind": (lambda s: s.rstrip(".") + ", while temperatures fell.", 0.98),
    "a sentence before": (lambda s: "Temperatures fell overnight. " + s, 0.98),
    "the day behind who did it": (_aside(" on Monday"), 0.95),
    "an adverb behind who did it": (_aside(" quietly"), 0.99),
    "an aside between commas": (_aside(", long a source of instability in the region,"), 0.95),
    "an aside between dashes": (_aside(" — once a close partner —"), 0.95),
    "a relative clause": (_aside(", which votes next year,"), 0.94),
    "capitals": (str.upper, 0.87),
    "small letters": (str.lower, 0.9),
}


def _told(text: str) -> list[tuple]:
    rows = pipeline.read(ingest.from_text(text))["events"]
    sides = ("event_type", "actor1_country", "actor2_country", "modality")
    return sorted(tuple(str(row[column]) for column in sides) for row in rows)


@pytest.fixture(scope="module")
def sentences() -> dict[str, list[tuple]]:
    lines = [line for name in ("first", "fourth", "sixth") for line in (HERE / f"{name}.jsonl").open(encoding="utf-8")]
    read = {sentence: _told(sentence) for sentence in (json.loads(line)["sentence"] for line in lines)}
    return {sentence: told for sentence, told in read.items() if told}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_without_meaning_changes_no_event(sentences, name):
    change, floor = CHANGES[name]
    kept = sum(_told(change(sentence)) == told for sentence, told in sentences.items()) / len(sentences)
    assert kept >= floor
