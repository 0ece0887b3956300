"""An act in its sentence with the actors its noun groups name, before what the rest of the document adds."""

from __future__ import annotations

from dataclasses import dataclass

from sitrep.extract.events import actors as sides
from sitrep.extract.events import binding
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.actors import Actor
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.roles import Found, texts
from sitrep.model import DateMention, Mentions, Page, PlaceMention
from sitrep.model import Sentence as Span

_MOST = 4


@dataclass(slots=True)
class Scene:
    """``doers`` and ``patients`` in the order of the text; ``target`` is the span of what is no actor, or None."""

    span: Span
    found: Found
    start: int
    end: int
    doers: list[Actor]
    patients: list[Actor]
    target: tuple[int, int] | None
    place: PlaceMention | None
    place_how: str
    date: DateMention | None
    date_how: str
    headline: bool = False
    armed: bool = False
    neutral: bool = False
    counted: bool = False

    @classmethod
    def of(cls, page: Page, mentions: Mentions, span: Span, sentence: Sentence, found: Found) -> Scene:
        words = sentence.words
        doers = [a for g in found.doers[:_MOST] for a in sides.of_group(sentence, g)]
        patients = [a for g in found.patients[:_MOST] for a in sides.of_group(sentence, g)]
        if found.nominal and found.doer_rule == "modifier":
            doers = doers[:1]
        if found.together and not patients and len(doers) > 1:
            doers, patients = doers[:1], doers[1:]
        target = None
        things = found.things or [g for g in found.patients if not any(a.head for a in sides.of_group(sentence, g))]
        if things:
            target = sides.span(sentence, things[0])[0], sides.span(sentence, things[-1])[1]
        place = binding.place_of(sentence, found)
        dates = mentions.within("dates", span.char_start, span.char_end)
        date = binding.date_of(sentence, found, dates)
        return cls(
            span, found, words[found.start].char_start, words[found.end - 1].char_end, doers, patients, target,
            place[0] if place else None, place[1] if place else "", date[0] if date else None, date[1] if date else "",
            headline=page.blocks[span.block].kind in ("title", "heading"),
            neutral=bool(kinds()["neutral"] & texts(sentence, [*found.patients, *found.things])),
            counted=bool(found.doers) and all(
                word.number or not word.lower[0].isalnum()
                for g in found.doers
                for word in words[sentence.chunks[g].start : sentence.chunks[g].end]
            ),
            armed=bool((kinds()["weapons"] | kinds()["forces"]) & texts(sentence, found.doers)),
        )  # fmt: skip

    @property
    def event_type(self) -> str:
        return self.found.act.event_type

    def pair(self, opponents: Opponents) -> None:
        """Count who stands against whom here."""
        if self.event_type not in ("ASSAULT", "COERCE"):
            return
        ours = [a.country for a in self.doers if a.country]
        theirs = [a.country or a.place_country for a in self.patients if a.country or a.place_country]
        if not theirs and self.place is not None and self.place.country:
            theirs = [self.place.country]
        weight = 2 if self.patients and any(a.country for a in self.patients) else 1
        for one in ours:
            for other in theirs:
                if one != other or not any(a.role in ("MIL", "GOV", "STA") for a in self.doers):
                    opponents.add(one, other, weight)
