"""Whether what is counted is forces, arms or civilians."""

from __future__ import annotations

from functools import cache
from itertools import islice

from sitrep import patterns as re
from sitrep.extract.figures.context import Context
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.predicates import Governed, inherent
from sitrep.extract.figures.roles import words
from sitrep.extract.figures.rows import FORCES, TOLD, Figure, Lead
from sitrep.extract.figures.settling import Settling
from sitrep.extract.figures.units import Units
from sitrep.model import Mentions, Page

# So many of a nation are no force abroad.
_AN_ARMY = 20_000
_A_FORTUNE = 1_000_000
_WORD = re.compile(r"[a-z]+")
_THEY = re.compile(lambda: rf"\bthey (?:{re.any_of(words('before_their_acts'))} )?([a-z]+)")
_FOUGHT_BEFORE = 240
_PART = re.compile(
    lambda: rf"^[^.;:!?]*\b{re.any_of(words('includes', 'has_parts', 'among_them', 'of_whom'))}\W*$", re.IGNORECASE
)
# How many sentences back "one of them" may point.
_SPOKEN_OF = 8
_PART_REACH, _CREW, _TAKING, _BODY = 90, 16, 40, 24
_NOT_COUNTED = frozenset({"measure", "time", "money", "ordinal", "model", "unit_number"})
_HARMED = frozenset({"killed", "wounded", "captured", "missing"})
_BEFALLEN = frozenset({"killed", "wounded", "captured", "missing"})
_SERVED = frozenset({"recruited", "deserted", "surrendered"})
_MEN = frozenset({"personnel", "formation"})
_LOST = frozenset({"object", "noun", "list"})
_CARRIED = frozenset({"passive", "subject", "have", "relative", "list", "measure", "inverted", "there"})
_FALLEN = frozenset({"killed", "casualties", "captured"})
_OF = re.compile(lambda: rf"\s{{1,2}}{re.any_of(words('of_wholes'))}\b[\w '’-]*", re.IGNORECASE)
_OF_MEN = 40
_TELLING = frozenset({"object", "passive", "noun", "adjective", "list"})


@cache
def _before_things() -> tuple[str, ...]:
    return tuple(f" {word} " for word in words("before_things"))


class Kinds(Settling):
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
            if unit.noun in words("ships_or_men") and self._among_ships(group):
                return "equipment"
            if unit.kind != "civilian":
                return unit.kind
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
            if told and group.form == "noun" and self._serve_abroad(group):
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
        if group.form == "partitive" and hurt and (earlier is None or earlier.kind == "equipment"):
            # "attacked with 900 fighters and eight vehicles; our forces killed 130 of them"
            return self._spoken_of(group) or ("personnel" if self._they_fight(group) else "civilian")
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
            or (governed.how == "subject" and governed.role in _BEFALLEN)
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

    def may_be(self, group: Group, earlier: Figure | None) -> bool:
        """Whether anything told of a group could make it forces, arms or civilians: an unknown noun may be neither."""
        return group.form != "unknown" or earlier is not None or self._human(group) or self._arrested(group)

    def _taking(self, governed: Governed, group: Group) -> bool:
        """Whether a noun tells of an arrest or a kidnapping: only people are arrested."""
        return governed.role == "captured" and self._arrested(group)

    def _arrested(self, group: Group) -> bool:
        """Whether the word for an arrest stands just before the number."""
        start = group.number.char_start
        before = _WORD.findall(self.page.view[max(0, start - _TAKING) : start].lower())
        return not words("arrest_nouns").isdisjoint(before[-3:])

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

    def _of_forces(self, group: Group) -> bool:
        """Whether the dead or captives counted are of forces: "90 bodies of soldiers", "40 ISIS detainees"."""
        role = inherent().get(group.hit.unit.noun)
        if role not in _FALLEN or group.hit.unit.noun in words("never_forces"):
            return False
        if role == "captured" and self._of_armed_group(group):
            return True
        behind = self.page.view[group.hit.char_end : group.hit.char_end + _OF_MEN]
        tied = _OF.match(behind)
        hits = self.units.hits_in(group.hit.char_end, group.hit.char_end + len(tied[0])) if tied else []
        return any(h.unit.kind == "personnel" and not h.unit.either for h in hits)

    def _of_guns(self, group: Group) -> bool:
        """Whether guns make up what is counted: "a battery of howitzers"."""
        return self.page.view[group.hit.char_end : group.hit.char_end + 4].lower().strip() == "of"

    def _of_themselves(self, group: Group) -> bool:
        """Whether bombers are people by what they blow up: "three self-destruction bombers"."""
        between = _WORD.findall(self.page.view[group.number.number_end : group.hit.char_start].lower())
        return not words("suicidal").isdisjoint(between)

    def _loss_of(self, group: Group) -> bool:
        """Whether "the loss of" stands before the number."""
        start = group.number.char_start
        before = self.page.view[max(0, start - _CREW) : start].lower().split()
        of = before[-2:] if before[-1:] == ["of"] else before[-3:-1]
        return of[1:] == ["of"] and of[0] in words("single_loss")

    def _body_of(self, group: Group) -> bool:
        """Whether the count is of those who make up a force: "a force of 800", "a contingent numbering 300"."""
        start = group.number.char_start
        before = self.page.view[max(0, start - _BODY) : start].lower().split()
        if before and before[-1] in words("coming_to"):
            return True
        return len(before) > 1 and before[-1] == "of" and before[-2] in words("bodies_of_forces")

    def _army_of(self, group: Group) -> bool:
        """Whether the body that the number makes up is an army, and no team or staff: "an army of 12,000"."""
        start = group.number.char_start
        before = self.page.view[max(0, start - _BODY) : start].lower().split()
        return before[-1:] == ["of"] and before[-2] in words("armies_and_parts")

    def _pronominal(self, group: Group) -> bool:
        """Whether "the two" stands for people named before."""
        return self.page.view[max(0, group.number.char_start - 5) : group.number.char_start].lower().endswith(" the ")

    def _same_parts(self, governed: Governed | None, earlier: Figure | None) -> bool:
        """Whether one verb tells of both parts of a whole: "four of them from the corps and six with the police"."""
        if governed is None or earlier is None or earlier.governed is None or earlier.group.form != "partitive":
            return False
        return governed.verb is not None and governed.verb is earlier.governed.verb

    def _same_act(self, governed: Governed | None, earlier: Figure | None) -> bool:
        """Whether as much was told of those before: "have fired 69", "plans to send 500 men and may send 90 more"."""
        if governed is None or earlier is None or governed.how != "object":
            return False
        if earlier.kind != "equipment":
            told = earlier.governed.verb if earlier.governed is not None else None
            if governed.verb is not None and governed.verb.lemma in words("adding") and earlier.kind in _MEN:
                # "has 10,000 soldiers there and will add 5,000"
                return True
            if governed.role == "requested" and earlier.kind in _MEN:
                # "the force is cut to 7,000; the general had asked for 9,000"
                return True
            return governed.verb is not None and told is not None and governed.verb.lemma == told.lemma
        if governed.role == "supplied" and earlier.role == "requested":
            return True
        return governed.role in ("deployed", "supplied") and governed.role == earlier.role

    def _beside_arms(self, group: Group, governed: Governed, earlier: Figure | None) -> bool:
        """Whether arms of the same sentence go on: "27 ships were sunk and six captured"."""
        if earlier is None or earlier.kind != "equipment" or earlier.sentence.char_end <= group.number.char_start:
            return False
        return governed.verb is None or governed.verb.lemma not in words("people_only", "arresting")

    def _among_forces(self, group: Group, earlier: Figure | None) -> bool:
        """Whether those counted are told to be of the forces before: "nine guerrillas, two of them minors"."""
        if group.form != "partitive" or earlier is None or earlier.kind != "personnel":
            return False
        near = earlier.sentence.char_end > group.number.char_start
        return near and group.hit.unit.noun not in words("never_forces") - words("young")

    def _pledged(self, group: Group, governed: Governed | None) -> bool:
        """Whether people are to be sent as forces are: "offered 900 troops, and Chad may send up to 150 people"."""
        verb = governed.verb if governed is not None and governed.how == "object" else None
        if verb is None or group.hit.unit.noun not in words("serving"):
            return False
        offered = verb.future if verb.lemma in words("offered_later") else verb.lemma in words("pledging")
        sentence = self.page.sentence_at(group.number.char_start)
        return offered and sentence is not None and self._hard(sentence)

    def _part_of_forces(self, group: Group, earlier: Figure | None) -> bool:
        """Whether the group is told to be among forces: "24 terrorists, including two shadow governors"."""
        if earlier is None or earlier.kind != "personnel" or group.hit.unit.noun in words("never_forces"):
            return False
        gap = self.page.view[earlier.group.number.char_end : group.number.char_start]
        return len(gap) < _PART_REACH and _PART.search(gap) is not None

    def _listed_with(self, group: Group, earlier: Figure | None) -> bool:
        """Whether "and" ties the group to people counted just before: "five policemen and two civilizans"."""
        if earlier is None or earlier.kind not in ("personnel", "civilian") or earlier.group.hit is None:
            return False
        gap = self.page.view[earlier.group.hit.char_end : group.number.char_start]
        return gap.lower().strip() in words("list_ends")

    def _spoken_of(self, group: Group) -> str | None:
        """The kind of the people named last before "one of them", in the sentence or a few before."""
        start = group.number.char_start
        sentence = self.page.sentence_at(start)
        if sentence is None:
            return None
        for span in (sentence, *islice(self.context.scene.before(sentence), _SPOKEN_OF)):
            named = [h.unit for h in self.units.hits_in(span.char_start, min(start, span.char_end)) if h.unit.plural]
            kinds = [unit.kind for unit in named if unit.kind in ("personnel", "civilian")]
            if kinds:
                return kinds[-1]
        return None

    def _of_another_label(self, group: Group) -> bool:
        """Whether a label that names no forces stands before the number: "command posts and depots: 17"."""
        start = group.number.char_start
        block = self.page.blocks[self.page.sentence_at(start).block]
        label = self.page.view[block.char_start : start].rstrip()
        return label.endswith((":", "–", "—")) and any(c.isalpha() for c in label.split("\n")[-1])

    def _they_fight(self, group: Group) -> bool:
        """Whether "they" who fight were spoken of: "they attacked at four places, and 15 of them died"."""
        start = group.number.char_start
        low = max(self.page.blocks[self.page.sentence_at(start).block].char_start, start - _FOUGHT_BEFORE)
        return any(m[1] in words("fighting_pasts") for m in _THEY.finditer(self.page.view[low:start].lower()))

    def _of_other(self, group: Group) -> bool:
        """Whether "of them" speaks of something else that was numbered ("290 times, 11 of them with rockets")."""
        near = self.mentions.within("numbers", group.number.char_start - 120, group.number.char_start)
        before = [n for n in near if n.kind not in _NOT_COUNTED]
        return group.form == "partitive" and bool(before) and before[-1].kind not in ("count", "date", "age")

    def _human(self, group: Group) -> bool:
        """Whether the last word of an unknown noun ends as the nouns for people do."""
        words_behind = _WORD.findall(self.page.view[group.number.char_end : group.number.char_end + 80].lower())
        count = max(1, group.end - group.number_end)
        word = words_behind[min(count, len(words_behind)) - 1] if words_behind else ""
        return word.endswith(tuple(words("human_endings"))) and word not in words("not_human")
