"""Whether what is counted is forces, arms or civilians."""

from __future__ import annotations

from functools import cache

from sitrep.extract.figures.arms import FLYING
from sitrep.extract.figures.belonging import Belonging
from sitrep.extract.figures.context import Context
from sitrep.extract.figures.governed import Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import words
from sitrep.extract.figures.rows import FORCES, TOLD, Figure, Lead
from sitrep.extract.figures.units import Units
from sitrep.model import Mentions, Page

# So many of a nation are no force abroad.
_AN_ARMY = 20_000
_A_FORTUNE = 1_000_000
# How far before its size a force is named, in code points.
_SIZED = 60
_HARMED = frozenset({"killed", "wounded", "captured", "missing"})
_FALLEN = frozenset({"killed", "wounded"})
_SERVED = frozenset({"recruited", "deserted", "surrendered"})
_MEN = frozenset({"personnel", "formation"})
_LOST = frozenset({"object", "noun", "list"})
_CARRIED = frozenset({"passive", "subject", "have", "relative", "list", "measure", "inverted", "there"})
_TELLING = frozenset({"object", "passive", "noun", "adjective", "list"})


@cache
def _before_things() -> tuple[str, ...]:
    return tuple(f" {word} " for word in words("before_things"))


class Kinds(Belonging):
    """Answers about the groups of one page."""

    def __init__(self, page: Page, mentions: Mentions, units: Units, context: Context):
        super().__init__(page, mentions, units, context)
        self._served: set[str] = set()

    def of(
        self, group: Group, governed: Governed | None, earlier: Figure | None, anaphor: bool, lead: Lead | None
    ) -> str | None:
        """``personnel``, ``formation``, ``equipment`` or ``civilian``; None where the group counts none of them."""
        unit = group.hit.unit if group.hit else None
        if unit is not None:
            if unit.noun in words("gun_bodies") and self._of_guns(group):
                return "formation"
            if unit.noun in words("craft") and governed is not None and governed.verb is not None:
                if governed.verb.lemma in words("done_to_craft") and governed.how in ("object", "passive"):
                    return "equipment"
            if unit.noun in words("bombers") and self._of_themselves(group):
                return "personnel"
            if unit.noun in words("machines_or_crews") and governed is not None and governed.role in _FALLEN:
                return "personnel"
            if unit.noun in words("ships_or_men") and self._among_ships(group):
                return "equipment"
            if unit.kind != "civilian":
                return unit.kind
            if unit.noun in words("suspects") and governed is not None and governed.verb is not None:
                if governed.verb.lemma in words("arresting"):
                    return "civilian"
            forces = (
                self._among_forces(group, earlier)
                or self._part_of_forces(group, earlier)
                or self._pledged(group, governed)
                or self._of_forces(group)
            )
            return "personnel" if forces else "civilian"
        if group.people is not None and group.people.kind == "group":
            return "personnel"
        if group.people is not None:
            # "54 of its fighters died; the rebels say that they killed 137 Ugandans": the same men.
            if group.number.best == 1 and group.form == "noun" and earlier is not None and earlier.kind == "equipment":
                # "two relief planes landed, one German and one Canadian".
                return None
            same = earlier is not None and earlier.kind == "personnel" and earlier.role in TOLD
            told = governed is not None and governed.role != "other"
            if told and group.form == "noun" and (self._serve_abroad(group) or self._fell_in_battle(group, governed)):
                return "personnel"
            if same and (self._died_beside(group, governed, earlier) or self._of_mission(group, earlier)):
                return "personnel"
            return "personnel" if same and earlier.force.country == group.people.country else "civilian"
        if group.form == "unknown":
            verb = governed.verb if governed is not None else None
            told = verb is not None and governed.how in ("object", "passive") and verb.lemma in words("people_only")
            told = told or (governed is not None and governed.role in _HARMED and governed.how in _TELLING)
            taken = governed is not None and governed.how == "noun" and self._taking(governed, group)
            human = taken or (told and (self._human(group) or self._listed_with(group, earlier)))
            return "civilian" if human and self.context.words_of_war_and_sport[1] < 2 else None
        if group.form == "label":
            return (lead.kind if lead is not None else None) or self._harmed(group) or "civilian"
        if group.form == "compound":
            return "personnel"
        if group.form == "elided" and lead is not None and lead.kind is not None and governed is not None:
            arms = self._beside_arms(group, governed, earlier)
            if governed.role in _HARMED and governed.how in _TELLING and not arms:
                return lead.kind
        if group.form == "elided" and governed is not None and self._crew(group):
            sentence = self.page.sentence_at(group.number.char_start)
            return "civilian" if sentence is not None and self._at_trade(sentence) else "personnel"
        if group.form == "elided" and (self._same_act(governed, earlier) or self._same_parts(governed, earlier)):
            return earlier.kind
        if group.form == "elided" and governed is not None and self._body_of(group):
            return "personnel" if self.context.at_war or self._army_of(group) else None
        if lead is not None and governed is not None and governed.how == "lead" and group.form == "elided":
            return None if self._of_another_label(group) else lead.kind
        verb = governed.verb if governed is not None else None
        hurt = verb is not None and verb.lemma in words("people_only") and governed.how == "object"
        downed = verb is not None and verb.lemma in words("downing") and governed.how in ("object", "passive")
        if group.form == "partitive" and downed and earlier is None and self.context.at_war:
            # "brought down at least 50 of them"
            return "equipment"
        if group.form == "partitive" and hurt and earlier is not None and self._fly(earlier):
            # "19 drones flew in; jets killed four of them"
            return "equipment"
        if group.form == "partitive" and hurt and (earlier is None or earlier.kind == "equipment"):
            # "attacked with 900 fighters and eight vehicles; our forces killed 130 of them"
            return self._spoken_of(group) or ("personnel" if self._they_fight(group) else "civilian")
        if group.form == "partitive" and hurt and earlier is not None and earlier.kind == "formation":
            # "came with two battalions; our gunners killed 28 of them"
            return self._spoken_of(group) or "personnel"
        if group.form == "partitive" and earlier is None and self._arms_destroyed(group, governed):
            return "equipment"
        if group.form in ("partitive", "others"):
            saved = governed is not None and governed.verb is not None and governed.verb.lemma in words("rescuing")
            if saved and earlier is not None and earlier.kind == "equipment":
                # "the tanker's crew abandoned ship; a frigate rescued 18 of them"
                return self._spoken_of(group) or "civilian"
            if earlier is None or self._of_other(group):
                if governed is None or self._of_other(group):
                    return None
                marching = governed.how == "doer" and governed.role in FORCES and self.context.at_war
                forces = marching or self._they_fight(group)
                people = self._spoken_of(group) or ("personnel" if forces else None)
                # "burned one of them" may be of anything.
                return people or ("civilian" if hurt or governed.how != "object" else None)
            return earlier.kind
        if group.form == "elided" and earlier is not None and earlier.kind == "equipment" and self._people_toll(group):
            return "personnel" if self.context.at_war else "civilian"
        harmed = governed is not None and governed.role in _HARMED and group.form == "elided"
        if harmed and governed.how == "adjective" and earlier is not None and earlier.kind == "formation":
            # "a brigade attacked it; they counted over 400 dead"
            return "personnel"
        counted = self._counted_by_healers(group) if harmed else False
        fallen = harmed and governed.how == "adjective" and earlier is not None and earlier.kind == "equipment"
        if anaphor and earlier is not None and not counted and not fallen:
            return earlier.kind
        if group.form == "elided" and earlier is None and group.number.best == 2 and self._pronominal(group):
            return None
        if (
            group.form == "elided"
            and governed is not None
            and governed.role in TOLD | {"destroyed", "surrendered", "deserted", "recruited", "withdrawn"}
        ) and (
            governed.how in ("object", "adjective", "noun", "passive", "list")
            or group.adjective == "captured"
            or (governed.how == "subject" and governed.role in _HARMED)
        ):
            lower = self.page.view[max(0, group.number.char_start - 4) : group.number.char_start].lower()
            if lower.endswith(_before_things()) and governed.how not in ("noun", "adjective"):
                return None
            if governed.role == "destroyed" and (earlier is None or earlier.kind != "equipment"):
                downed = governed.verb is not None and governed.verb.lemma in words("downing")
                return "equipment" if downed and self.context.at_war else None
            lost = governed.role == "casualties" and verb is not None and verb.lemma in words("losing_men")
            lost = lost or (governed.how == "noun" and self._loss_of(group))
            if lost and earlier is not None and earlier.kind == "equipment" and governed.how in _LOST:
                return "equipment"
            if governed.role == "captured" and self._taken_by_police(group, governed, earlier):
                return "civilian"
            befell = self._harmed(group) if governed.role in _HARMED | {"casualties"} else None
            if befell is not None:
                return befell
            if governed.role in _SERVED and (earlier is None or earlier.kind == "civilian"):
                return "personnel"
            if governed.role == "captured" and self._beside_arms(group, governed, earlier):
                return "equipment"
            if earlier is not None and earlier.kind == "formation" and self.context.at_war:
                return "personnel"
            if (
                earlier is not None
                and earlier.kind != "formation"
                and (earlier.kind != "equipment" or governed.role == "destroyed")
            ):
                return earlier.kind
            summed = governed.role == "casualties" and governed.how == "noun" and self.context.at_war
            if summed and group.number.qualifier == "vague" and (group.number.low or 0) >= _A_FORTUNE:
                return None  # losses of millions are money
            return "personnel" if summed or self._own_losses(group, governed) else "civilian"
        if (
            group.form == "elided"
            and governed is not None
            and governed.how == "subject"
            and governed.role in ("recruited", "surrendered", "deserted")
        ):
            return "personnel"
        if (
            group.form == "elided"
            and governed is not None
            and earlier is not None
            and (governed.how in _CARRIED or governed.role == "reinforcing")
        ):
            return earlier.kind
        if group.form == "elided" and governed is not None and governed.how == "aside":
            return "personnel"
        if group.form == "elided" and governed is not None and self.context.at_war:
            if (governed.role == "trained" and governed.how == "object") or self._size_put(group, governed):
                return "personnel"
        if (
            group.form == "elided"
            and governed is not None
            and governed.verb is not None
            and governed.verb.lemma in words("totalling")
        ):
            return earlier.kind if earlier is not None else "personnel"
        if group.form == "elided" and verb is not None and verb.lemma in words("soldiering") and self.context.at_war:
            return "personnel"  # "of the 59,000 who served in the brigades"
        if group.form == "elided" and governed is not None and governed.how == "noun" and governed.role in FORCES:
            return "personnel" if self.context.at_war or governed.role != "strength" else None
        return None

    def _fly(self, earlier: Figure) -> bool:
        """Whether drones or missiles were counted before."""
        return earlier.group.hit is not None and earlier.group.hit.unit.group in FLYING

    def _taken_by_police(self, group: Group, governed: Governed, earlier: Figure | None) -> bool:
        """Whether police took those whose noun is left out: "police took away 18"."""
        if earlier is not None or governed.verb is None or governed.how != "object":
            return False
        sentence = self.page.sentence_at(group.number.char_start)
        before = self.page.view[sentence.char_start : group.number.char_start].lower().split()
        return not words("police_bodies").isdisjoint(before)

    def _size_put(self, group: Group, governed: Governed) -> bool:
        """Whether a force is put at a number: "the armed forces are put at 123,000"."""
        if governed.role != "strength" or governed.verb is None or governed.verb.lemma not in words("sized_so"):
            return False
        start = group.number.char_start
        before = self.page.view[max(0, start - _SIZED) : start].lower().split()
        return not words("forces", "bodies", "putting_nouns").isdisjoint(before)

    def may_be(self, group: Group, earlier: Figure | None) -> bool:
        """Whether anything told of a group could make it forces, arms or civilians: an unknown noun may be neither."""
        return group.form != "unknown" or earlier is not None or self._human(group) or self._arrested(group)

    def remember(self, figure: Figure) -> None:
        """Keep whose forces have been counted."""
        if figure.kind in _MEN and figure.force.country:
            self._served.add(figure.force.country)

    def _serve_abroad(self, group: Group) -> bool:
        """Whether a nation's people are its soldiers: its forces were counted before, and the place is not at home."""
        sentence = self.page.sentence_at(group.number.char_start)
        country = group.people.country
        if sentence is None or country not in self._served or self._beside_civilians(sentence):
            return False
        if (group.number.low or 0) > _AN_ARMY or self._at_civil_site(sentence):
            return False
        return all(place.country != country for place, _ in self.context.scene.places(sentence))

    def _died_beside(self, group: Group, governed: Governed | None, earlier: Figure) -> bool:
        """Whether one verb tells of soldiers and of another nation's men: "20 soldiers and four Chinese died"."""
        verb = governed.verb if governed is not None else None
        near = earlier.sentence.char_end > group.number.char_start
        both = verb is not None and earlier.governed is not None and earlier.governed.verb is verb
        return near and both and verb.object_role is None and earlier.force.country is not None

    def _of_mission(self, group: Group, earlier: Figure) -> bool:
        """Whether a nation's men are told of beside peacekeepers: "14 peacekeepers died; three were Malawians"."""
        near = earlier.sentence.char_end > group.number.char_start
        return near and (earlier.unit in words("international") or earlier.group.people is not None)

    def _pronominal(self, group: Group) -> bool:
        """Whether "the two" stands for people named before."""
        return self.page.view[max(0, group.number.char_start - 5) : group.number.char_start].lower().endswith(" the ")
