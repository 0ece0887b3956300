"""Claims told by a noun and what they say behind "that": whose they are, and whether somebody denies them."""

from __future__ import annotations

from functools import cache

from sitrep import patterns as re
from sitrep.mentions.modality.clauses import Boundary
from sitrep.mentions.modality.lexicon import words
from sitrep.mentions.modality.sources import source_before
from sitrep.model import ActorMention, Cue, Sentence

# A claim right before "that", or with those between who make it ("a claim by Kyiv that").
_CLAIM = re.compile(
    lambda: (
        rf"\b({re.any_of(words('claim_nouns'))})(?:\s+{re.any_of(words('claimants_behind'))}\s+([^,.;:“”\"]+?))?\s+\Z"
    ),
    re.IGNORECASE,
)
# Code points before "that" in which its claim and who makes it stand, and before a claim in which its denial stands.
_CLAIM_REACH, _DENIAL_REACH = 90, 70
_DENIED = re.compile(
    lambda: rf"\b({re.any_of(words('denials'))})\s+(?:as\s+[\w-]+\s+)?(?:[\w’'.-]+\s+){{0,5}}\Z", re.IGNORECASE
)
_IS_DENIED = re.compile(
    lambda: rf"\s+{re.any_of(words('passive'))}\s+(?:\w+ly\s+)?{re.any_of(words('denied'))}\b", re.IGNORECASE
)
_IS_OPEN = re.compile(lambda: rf"\s+{re.any_of(words('unproven'))}\b", re.IGNORECASE)
_BY = re.compile(lambda: rf"\s+(?:\w+\s+)?{re.any_of(words('claimants_behind'))}\s+", re.IGNORECASE)


@cache
def _shortest_nouns() -> frozenset[str]:
    """The nouns for claims that hold no other one: none of all stands where none of these does."""
    nouns = words("claim_nouns")
    return frozenset(noun for noun in nouns if not any(noun != other and other in noun for other in nouns))


def claims(
    view: str, sentence: Sentence, parts: list[Boundary], actors: list[ActorMention], said: list[Cue]
) -> list[Cue]:
    """The cues of a sentence, claims among those of ``said``: ``reported`` where somebody is told who makes them,
    ``negated`` where they are denied, ``possible`` where nobody has confirmed them.

    What a claim says reaches from "that" to the denial behind it, else to the end of the sentence.
    """
    found = list(said)
    for part in parts:
        if part.kind != "that":
            continue
        start = max(sentence.char_start, part.start - _CLAIM_REACH)
        near = view[start : part.start].lower()
        claim = _CLAIM.search(view, start, part.start) if any([noun in near for noun in _shortest_nouns()]) else None
        if claim is None:
            continue
        cue = _cue(view, sentence, parts, actors, part, claim)
        if cue.source_start >= 0:
            found = [c for c in found if c.char_start != claim.start(1)]  # no verb: "dismissed Ukrainian claims that"
        found.append(cue)
    return found


def _cue(
    view: str,
    sentence: Sentence,
    parts: list[Boundary],
    actors: list[ActorMention],
    that: Boundary,
    claim: re.Match[str],
) -> Cue:
    start, end = claim.span(1)
    denial = _DENIED.search(view, max(sentence.char_start, start - _DENIAL_REACH), start)
    if denial is not None:
        who = source_before(view, sentence, denial.start(1), parts, actors, sentence.char_start)
        return Cue(*denial.span(1), "negated", that.end, sentence.char_end, *(who or (-1, -1)))
    denial = _IS_DENIED.search(view, that.end, sentence.char_end)
    if denial is not None:
        by = _BY.match(view, denial.end(), sentence.char_end)
        who = _starting(actors, by.end()) if by else None
        return Cue(*denial.span(), "negated", that.end, denial.start(), *(who or (-1, -1)))
    who = claim.span(2) if claim[2] else _owner(view, actors, start)
    unproven = None if who else _IS_OPEN.search(view, that.end, sentence.char_end)
    if unproven is not None:
        return Cue(*unproven.span(), "possible", that.end, unproven.start())
    modality = "reported" if who or view[start:end].lower() not in words("accusations") else "possible"
    return Cue(start, end, modality, that.end, sentence.char_end, *(who or (-1, -1)))


def _owner(view: str, actors: list[ActorMention], at: int) -> tuple[int, int] | None:
    """Who is named right before a claim ("Kyiv's claim", "Ukrainian claims", "its accusation")."""
    for actor in actors:
        if actor.char_start < at and not view[actor.char_end : at].strip(" '’s"):
            return actor.char_start, actor.char_end
    return None


def _starting(actors: list[ActorMention], at: int) -> tuple[int, int] | None:
    return next(((a.char_start, a.char_end) for a in actors if a.char_start == at), None)
