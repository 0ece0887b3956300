"""The words of modality and attribution, found in a page by one automaton."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sitrep import lexicons
from sitrep.matcher import Matcher


@dataclass(slots=True, unsafe_hash=True)
class Sign:
    """What a phrase may be: a value with its reach, and whether it reports; ``PSEUDO`` phrases are nothing at all.

    ``reporting`` is ``verbs``, ``weak``, ``accusing``, ``counting``, ``putting``, ``count``, ``claim`` or
    ``before_source``; ``speaking`` says that the subject of a cue that is no reporting verb is a source all the same
    ("urged", "denied").
    """

    value: str | None = None
    reach: str | None = None
    reporting: str | None = None
    speaking: bool = False


PSEUDO = Sign()
# A noun that makes its sentence worth looking at, and says nothing by itself.
CLAIM = Sign(reporting="claim")
_NO_CUES = ("names", "wishing", "courtesies")


@cache
def signs() -> Matcher[Sign]:
    """All phrases; a phrase in several groups has the value of the first and the kind of reporting of any."""
    reporting = lexicons.load("reporting")
    speaking = set(reporting["speaking"])
    found: dict[str, Sign] = {}
    cues = lexicons.load("modality_cues")
    found.update((f"{wish} {verb}", PSEUDO) for wish in cues["wishing"] for verb in cues["courtesies"])
    for group, phrases in cues.items():
        if group in _NO_CUES:
            continue
        value, _, reach = group.partition("_")
        for phrase in phrases:
            if group == "pseudo":
                found[phrase] = PSEUDO
            elif phrase not in found:
                found[phrase] = Sign(value, reach, None, phrase in speaking)
    for group in ("verbs", "weak", "accusing", "counting", "putting", "before_source"):
        for phrase in reporting[group]:
            known = found.get(phrase)
            if known is None or (known.value and known.reporting is None):
                found[phrase] = (
                    Sign(known.value, known.reach, group, known.speaking) if known else Sign(reporting=group)
                )
    for noun in reporting["count_nouns"]:
        found.setdefault(noun, Sign(reporting="count"))
    for noun in reporting["claim_nouns"]:
        found.setdefault(noun, CLAIM)
    return Matcher(found)


@cache
def words(group: str) -> frozenset[str]:
    """A group of ``reporting``."""
    return frozenset(lexicons.load("reporting")[group])


@cache
def names() -> frozenset[str]:
    """Words that with a capital are mostly names."""
    return frozenset(lexicons.load("modality_cues")["names"])


@cache
def auxiliaries() -> frozenset[str]:
    """Words that stand between a subject and its verb."""
    return frozenset(lexicons.load("clauses")["auxiliaries"])
