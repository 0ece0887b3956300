"""Names that only the office told behind them makes known."""

from __future__ import annotations

from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.groups import COMMA, NP, STOP
from sitrep.extract.events.words import listed
from sitrep.model import BY_NAME, ActorMention


def renamed(sentence: Sentence, link: int) -> ActorMention | None:
    """Who an unknown name is, by what tells it behind a comma: an office ("captured Ali Musa, leader of the front"), or
    of a band the rebels that it is of ("the Black Star front, a faction of Chadian rebels")."""
    chunk = sentence.chunks[link]
    words = sentence.words[chunk.start : chunk.end]
    if len(words) > 1 and words[-1].lower in listed("bands"):
        words = words[words[0].lower in listed("articles") : -1]
        if words and all(word.text[0].isupper() for word in words):
            return _band(sentence, link)
        return None
    if not words[0].text[0].isupper() or any(word.text.islower() or word.classes for word in words):
        return None
    return _behind(sentence, link)


def _band(sentence: Sentence, link: int) -> ActorMention | None:
    """The rebels of whom a band is told to be a part."""
    if sentence.kind(link + 1) != COMMA or sentence.kind(link + 2) != NP:
        return None
    opened = sentence.lower(link + 2) in listed("articles")
    told = (m for k in sentence.of_chain(link + 2) for m in sentence.chunks[k].actors if m.role == "REB" and m.country)
    return next(told, None) if opened else None


def held_by(sentence: Sentence, link: int) -> ActorMention | None:
    """Who holds an office told without its state: "the mediator, Malian Foreign Minister Musa Diop, urged"."""
    actor = _behind(sentence, link)
    return actor if actor is not None and actor.via in BY_NAME else None


def called(sentence: Sentence, link: int) -> ActorMention | None:
    """Who a rival or a neighbour is that is named behind a comma: "his old rival, President Musa Diop"."""
    if sentence.kind(link + 1) != COMMA or sentence.kind(link + 2) != NP:
        return None
    chunk = sentence.chunks[link + 2]
    last = sentence.words[chunk.end - 1].actor
    closed = sentence.kind(link + 3) in (COMMA, STOP, "")
    return last if last is not None and last.country and last.kind != "pronoun" and closed else None


def host(sentence: Sentence, link: int, guest: str | None) -> str | None:
    """The state of who receives somebody: that of the place he went to before ("flew to Yerevan, where he and his host
    signed")."""
    abroad = [p.country for chunk in sentence.chunks[:link] for p in chunk.places if p.country not in (None, guest)]
    return abroad[-1] if abroad else None


def _behind(sentence: Sentence, link: int) -> ActorMention | None:
    if sentence.kind(link + 1) != COMMA or sentence.kind(link + 2) != NP:
        return None
    last = sentence.of_chain(link + 2)[-1]
    actor = next((m for m in sentence.chunks[link + 2].actors if m.kind in ("office", "person")), None)
    closed = sentence.kind(last + 1) in (COMMA, STOP, "")
    return actor if actor is not None and actor.country and closed else None
