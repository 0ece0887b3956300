"""A number of a sentence with what it counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitrep.extract.figures.units import Hit
from sitrep.model import ActorMention, NumberMention


@dataclass
class Group:
    """A number and what it counts: tokens ``start`` (with its qualifier) to ``end``.

    ``hit`` is the noun, ``people`` a nation that stands for one ("3,000 North Koreans"). ``form`` says how they are
    tied: ``noun``, ``others``, ``partitive`` ("of them"), ``part`` ("six of its 12 divisions"), ``elided``, ``unknown``
    (a plural that no lexicon has), ``before`` (the noun stands first), ``label`` (what was done to them stands first:
    "trucks destroyed: 12", "killed: 40"), ``article`` ("a frigate"), ``compound`` ("a 12-man squad").
    ``topic`` is the token of "number" in "the number of soldiers rose to 900" (-1 else). ``excepted`` is set behind
    "all but".
    """

    number: NumberMention
    start: int
    end: int
    hit: Hit | None
    form: str
    people: ActorMention | None = None
    adjective: str | None = None
    negated: bool = False
    number_end: int = 0
    hits: list[Hit] = field(default_factory=list)
    coordinated: Hit | None = None
    whole: bool = False
    topic: int = -1
    excepted: bool = False
