"""Names that only the office told behind them makes known."""

from __future__ import annotations

from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.groups import COMMA, NP, STOP
from sitrep.model import ActorMention

# How a state is known that the text names with the actor itself.
_TOLD = ("lexicon", "composed")


def renamed(sentence: Sentence, link: int) -> ActorMention | None:
    """The office that tells who a name unknown is: "captured Ali Musa, leader of the front"."""
    chunk = sentence.chunks[link]
    words = sentence.words[chunk.start : chunk.end]
    if not words[0].text[0].isupper() or any(word.text.islower() or word.classes for word in words):
        return None
    return _behind(sentence, link)


def held_by(sentence: Sentence, link: int) -> ActorMention | None:
    """Who holds an office told without its state: "the mediator, Malian Foreign Minister Musa Diop, urged"."""
    actor = _behind(sentence, link)
    return actor if actor is not None and actor.via in _TOLD else None


def _behind(sentence: Sentence, link: int) -> ActorMention | None:
    if sentence.kind(link + 1) != COMMA or sentence.kind(link + 2) != NP:
        return None
    last = sentence.of_chain(link + 2)[-1]
    actor = next((m for m in sentence.chunks[link + 2].actors if m.kind in ("office", "person")), None)
    closed = sentence.kind(last + 1) in (COMMA, STOP, "")
    return actor if actor is not None and actor.country and closed else None
