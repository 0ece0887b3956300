"""Whether those counted belong to forces, to others counted before, or to neither, by the words around the number."""

from __future__ import annotations

from itertools import islice

from sitrep import patterns as re
from sitrep.extract.figures.governed import Governed, inherent
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import words
from sitrep.extract.figures.rows import Figure
from sitrep.extract.figures.settling import Settling

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
_MEN = frozenset({"personnel", "formation"})
_FALLEN = frozenset({"killed", "casualties", "captured"})
_OF = re.compile(lambda: rf"\s{{1,2}}{re.any_of(words('of_wholes'))}\b[\w '’-]*", re.IGNORECASE)
_OF_MEN = 40


class Belonging(Settling):
    """Answers about the company in which a group of one page is counted."""

    def _taking(self, governed: Governed, group: Group) -> bool:
        """Whether a noun tells of an arrest or a kidnapping: only people are arrested."""
        return governed.role == "captured" and self._arrested(group)

    def _arrested(self, group: Group) -> bool:
        """Whether the word for an arrest stands just before the number."""
        start = group.number.char_start
        before = _WORD.findall(self.page.view[max(0, start - _TAKING) : start].lower())
        return not words("arrest_nouns").isdisjoint(before[-3:])

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

    def _arms_destroyed(self, group: Group, governed: Governed | None) -> bool:
        """Whether arms are named before those of them that are destroyed: "tanks rolled in; it blew up six of them"."""
        sentence = self.page.sentence_at(group.number.char_start)
        if governed is None or governed.role != "destroyed" or sentence is None:
            return False
        hits = self.units.hits_in(sentence.char_start, group.number.char_start)
        return any(h.unit.kind == "equipment" and h.unit.plural and not h.unit.soft for h in hits)

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
