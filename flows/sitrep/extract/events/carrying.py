"""Date and place that an act takes over from those before it in its paragraph."""

from __future__ import annotations

from collections import Counter
from functools import cache

from sitrep import lexicons
from sitrep.extract.events import words as w
from sitrep.extract.events.modality import FUTURE
from sitrep.extract.events.paragraphs import Days
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.valency import SPOKEN, VIOLENT
from sitrep.inflection import PARTICIPLE, PAST
from sitrep.model import DateMention, Mentions, Page, PlaceMention
from sitrep.model import Sentence as Span

# Acts that follow one another in one place.
_TALKS = ("AGREE", "CONSULT")
_ON_THE_SPOT = (*VIOLENT, "RETREAT", "MOBILIZE", "PROTEST")
# Of how many states, of those that it names most often, a page tells.
_SIDES = 2
# Acts that mostly go on or are told in passing: the day of the sentence before is seldom theirs.
_LASTING = ("AID", "SUPPORT")
# Acts of yielding mostly answer what was told before, on a day of their own; so do acts said to be agreed by now.
_ANSWERING = ("CONCEDE",)
# How long the times are of which the act in a sentence behind seldom is.
_LONG = ("week", "season", "decade", "century")


@cache
def _denials() -> frozenset[str]:
    return frozenset(lexicons.load("reporting")["denials"])


class Carried:
    """The last date and place of each paragraph of a page, kept as its acts are read in the order of the text."""

    def __init__(self, page: Page, mentions: Mentions, issuer: str | None):
        self._page, self._mentions, self._issuer = page, mentions, issuer
        self._days = Days(page, mentions)
        self._dated: dict[int, tuple[DateMention, Span]] = {}
        self._placed: dict[int, PlaceMention] = {}
        named = Counter(actor.country for actor in mentions.actors if actor.country)
        self._told_of = {country for country, _ in named.most_common(_SIDES)}
        self._talked: set[int] = set()  # the paragraphs of which the last place is one where others met

    def date(self, scene: Scene, modality: str, cue: str | None) -> tuple[DateMention | None, bool]:
        """The date of an act, and whether it is one told before; ``cue`` is the word that tells the modality."""
        date, block = scene.date, scene.span.block
        unreal = modality in FUTURE or modality == "possible"
        if unreal and scene.date_how == "sentence":
            date = None
        denied = cue is not None and cue.lower() in _denials() and _is_by_now(scene)
        if date is None and not (unreal or denied) and self._goes_on_from_before(scene):
            date = self._told_before(scene)
            return date, date is not None
        if date is not None and modality not in FUTURE:
            told = scene.found.clause is None or scene.found.clause.how != "relative"
            deadline = (date.edtf or "").startswith("../")  # the day of nothing that follows
            if told and not deadline and not self._is_of_noun(scene, date):
                self._dated[block] = date, scene.span
        return date, False

    def _is_of_noun(self, scene: Scene, date: DateMention) -> bool:
        """Is it the day of what a noun names beside what the sentence tells ("spoke today of the raid of 7 May")?"""
        if not scene.found.nominal:
            return False
        start, end = scene.sentence.span(scene.found.chunk, scene.found.chunk + 1)
        known = self._dated.get(scene.span.block)
        return start <= date.char_start < end or (known is not None and known[1] is scene.span)

    def place(self, scene: Scene, modality: str) -> tuple[PlaceMention | None, PlaceMention | None, bool]:
        """The place of an act, the place that tells whose forces and people its sides are, and whether the act's place
        is one told before."""
        place, block = scene.place, scene.span.block
        if scene.event_type == "ASSAULT" and block in self._talked:
            self._placed.pop(block, None)  # nobody fights where others met
        if place is None and block in self._placed and _is_on_the_spot(scene):
            ground = self._placed[block]
            inferred = modality not in FUTURE and _goes_on(self._mentions, scene, ground)
            return ground if inferred else None, ground, inferred
        if place is not None and scene.place_how != "sentence" and scene.found.act.mode != "deport":
            if not place.ground:
                self._placed[block] = place
            met = scene.event_type in _TALKS and place.country not in self._told_of
            (self._talked.add if met else self._talked.discard)(block)
        elif modality in FUTURE:
            return None, place, False
        return place, place, False

    def _goes_on_from_before(self, scene: Scene) -> bool:
        """May an act without a date be of the day told before?"""
        if scene.event_type in _LASTING:
            return False
        if self._mentions.within("dates", scene.span.char_start, scene.span.char_end):
            return False
        return not _said_here(scene, self._issuer) and not _has_said(scene)

    def _told_before(self, scene: Scene) -> DateMention | None:
        """The date told before an act in its paragraph, where it can be the act's."""
        date, block = None, scene.span.block
        if block not in self._dated:
            date = self._days.before(scene.span)
        elif self._dated[block][1] is not scene.span:
            date = self._dated[block][0]
        if date is not None and not _may_share(scene, date):
            return None
        if date is not None and (_is_lasting(self._page, scene, date) or (_is_span(date) and _is_said(scene))):
            return None  # "after the coup of 2023, ... The generals accuse X"
        if date is not None and self._issuer is None and not _is_span(date):
            if scene.event_type not in VIOLENT and _is_by_now(scene):
                return None  # "In August X was jailed. Y has doubled its force"
        return date


def _may_share(scene: Scene, date: DateMention) -> bool:
    """May an act be of a time told before, and not of a month that it is told to be over since ("In May X shelled Y. Z
    has condemned it")?"""
    if scene.event_type in _ANSWERING or (scene.event_type == "AGREE" and _is_by_now(scene)):
        return False
    return date.precision != "month" or not _is_by_now(scene)


def _is_on_the_spot(scene: Scene) -> bool:
    """Is an act that names no place done where the one before may have been, and no ship sunk or office given up?"""
    if scene.event_type == "PROTEST" and any(a.role == "GOV" for a in scene.doers):
        return False  # "two ministers walked out": where they sit
    return scene.event_type in _ON_THE_SPOT and not scene.neutral and scene.found.act.mode != "resign"


def _goes_on(mentions: Mentions, scene: Scene, place: PlaceMention) -> bool:
    """May an act have been done where the last one of its paragraph was?

    Not so of forces: they are sent elsewhere, and raised at home, where no place need be named.
    """
    if scene.event_type != "MOBILIZE":
        return True
    inside = mentions.within("places", scene.span.char_start, scene.span.char_end)
    return all(p.precision == "country" for p in inside) and all(a.country != place.country for a in scene.doers)


def _said_here(scene: Scene, issuer: str | None) -> bool:
    """Does the state that speaks in the page say it now ("The ministry rejects"), on no day told before?"""
    return issuer is not None and any(a.country == issuer for a in scene.doers) and _is_said(scene)


def _has_said(scene: Scene) -> bool:
    """Is something said that goes on to hold ("has threatened to act"), on no day told before?"""
    return scene.event_type in ("THREATEN", "REQUEST") and _is_by_now(scene)


def _is_by_now(scene: Scene) -> bool:
    """Is it told of as done or not done by now ("denies that it has left")?"""
    verb = scene.sentence.chunks[scene.found.clause.index] if scene.found.clause else None
    if verb is None or not verb.perfect or verb.modal:
        return False
    return scene.sentence.lower(scene.found.clause.index) in w.listed("present_perfect")


def _is_said(scene: Scene) -> bool:
    """Is something said in the present ("accuses")?"""
    verb = scene.sentence.chunks[scene.found.clause.index] if scene.found.clause else None
    if verb is None or scene.event_type not in SPOKEN or not verb.finite or verb.modal or verb.perfect:
        return False
    return not verb.form & (PAST | PARTICIPLE)


def _is_lasting(page: Page, scene: Scene, date: DateMention) -> bool:
    """Is it a time of which the act behind is seldom: one that goes on, one of many days, or one still to come?"""
    published = page.document.published
    if published is not None and date.start is not None and date.start > published:
        return True
    goes_on = (date.edtf or "").endswith("/..") and scene.event_type not in (*VIOLENT, "RETREAT")
    return goes_on or date.precision in _LONG


def _is_span(date: DateMention) -> bool:
    """Is it a year, or a time from one date to another, and no day or month?"""
    edtf = date.edtf or ""
    return "/" in edtf or edtf.isdecimal()
