"""Whether a count of something makes a row."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.extract.figures.context import Context
from sitrep.extract.figures.governed import Governed, inherent
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import closed, words
from sitrep.extract.figures.rows import STRONG, TOLD
from sitrep.extract.figures.units import Unit
from sitrep.model import Page

_LISTED = re.compile(lambda: rf"(?:[,&]|\b{re.any_of(words('before_listed'))})\s{{1,2}}$", re.IGNORECASE)
_LAST = re.compile(r"\band\s{1,2}$", re.IGNORECASE)
_GOES_ON = re.compile(r",?\s{1,2}and\b|,\s", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_OF = re.compile(lambda: rf"\s{re.any_of(words('of_alone'))}\b", re.IGNORECASE)
# How far behind "a detachment" its size stands, in code points.
_SIZE = 20
_NEAR, _SAVING = 40, 4
# "two opposing forces" are no two men.
_A_HOST = 20
# So many members and no more have councils and pacts.
_A_COUNCIL = 200


class Keeping:
    """Answers about the groups of one page."""

    def __init__(self, page: Page, context: Context):
        self.page, self.context = page, context

    def kept(
        self,
        group: Group,
        governed: Governed | None,
        kind: str,
        role: str,
        unit: Unit | None,
        anaphor: bool,
    ) -> bool:
        """Whether the count, with the kind and the role that were read of it, makes a row."""
        beside = role == "surrendered" and governed is not None and governed.how != "far"
        if (
            kind == "civilian"
            and not beside
            and role not in TOLD | {"recruited"}
            and not self._uprooted(governed, role, unit)
        ):
            return False
        if (
            unit is not None
            and unit.soft
            and not self.context.at_war
            and not (
                role in STRONG | {"trained"}
                and not (unit.group == "vehicle" and self._bought(governed))
                and self.context.words_of_war_and_sport[1] < 2
                and governed is not None
                and (governed.how != "far" or role in TOLD)
            )
        ):
            return False
        verb = governed.verb if governed is not None else None
        if verb is not None and verb.lemma in words("installing") and unit is not None and unit.soft:
            # Commanders and judges are sworn in who were no recruits.
            return False
        if kind == "civilian" and role == "other" and unit is None and group.number.best == 1:
            return False
        if verb is not None and verb.lemma in words("rallying") and (unit is None or unit.kind == "civilian"):
            return False
        if unit is not None and unit.soft and unit.group == "vehicle" and role not in TOLD | {"destroyed"}:
            if self._of_relief(group):
                return False
        if kind == "civilian" and role == "recruited" and verb is not None and verb.lemma in words("contracting"):
            # Ministers who sign a contract do not enlist.
            return False
        if verb is not None and verb.lemma in words("rescuing") and not self._captive(group, unit):
            # Whom a ship rescues was nobody's prisoner.
            return False
        if (
            unit is not None
            and unit.noun in words("merchantmen")
            and verb is not None
            and verb.lemma in words("aiming")
        ):
            # A merchant ship that is attacked is not yet lost.
            return False
        if (
            unit is not None
            and unit.noun in words("members")
            and role == "strength"
            and (group.number.low or 0) < _A_COUNCIL
        ):
            # A pact and a council have members and observers who are no men of theirs.
            return False
        if kind == "formation" and role == "casualties":
            return False
        if kind == "formation" and unit is not None and unit.noun in words("generic") and group.number.best == 2:
            # "the two armies" are the sides.
            return False
        if unit is not None and unit.noun in words("hosts") and (group.number.low or group.number.high or 0) < _A_HOST:
            return False
        if unit is not None and unit.soft and role not in TOLD | {"destroyed"} and self._sanctioned(group):
            return False
        if unit is not None and unit.noun in words("lives") and self._saved(group):
            return False
        if unit is not None and unit.noun in words("businesses"):
            named = self.page.view[group.number.char_start : group.hit.char_end].lower().split()
            if words("trades").intersection(named) or self._sanctioned(group):
                return False
        if group.form == "article" and group.people is not None:
            return role in TOLD and governed is not None and governed.how not in ("far", "lead", "topic")
        meant = verb is not None and verb.future and governed.how == "object" and role in TOLD
        if group.form == "article" and meant and not group.negated and unit.kind != "equipment":
            # "had gone to arrest a man" tells of nobody taken.
            return False
        if group.form == "article" and unit.noun in words("loose_bodies") and self._numbered(group):
            # "a detachment of 200 soldiers": the soldiers are counted
            return False
        if group.form == "article" and kind == "formation":
            whole = governed is not None and governed.how in ("far", "list") and role == "destroyed"
            if (role == "recruited" and not group.negated) or (whole and self._in_phrase(group)):
                # "will form a brigade"; "killed all soldiers of a company"
                return False
        if group.form == "article":
            if group.negated:
                return governed is not None or unit.noun in words("harms")
            fired = unit.group == "missile" and self._fired(governed)
            moving = kind == "formation" or unit.group in ("vessel", "air_defence") or fired
            moving = moving or (unit.group == "aircraft" and self._sent(governed))
            drilled = role == "trained" and kind == "formation"
            if role not in STRONG and not drilled and not (role == "deployed" and governed is not None and moving):
                return False
            light = role == "captured" or unit.group == "vehicle"
            if unit.soft and kind == "equipment" and light and not self._ends_list(group):
                return False
            if unit.noun in words("generic") or (governed is not None and self._no_loss(governed, unit)):
                return False
            if governed is not None and governed.how == "far" and self._in_phrase(group):
                return False
            if governed is not None and governed.how in ("far", "list"):
                return (
                    (governed.how == "list" and self._listed(group, unit))
                    or kind == "formation"
                    or (unit.group == "vessel")
                )
        if governed is None and unit is not None and unit.noun in inherent():
            return True
        if (
            governed is None
            and (unit is None or unit.soft)
            and group.form not in ("partitive", "others")
            and not anaphor
            and not (unit is not None and self._stated(group, unit))
        ):
            return False
        return not (role == "other" and unit is None) or kind == "civilian"

    def _stated(self, group: Group, unit: Unit) -> bool:
        """Whether forces are told of by their number alone, in a text on war: an item of a list, policemen."""
        if not self.context.at_war or group.form not in ("noun", "before") or group.number.best == 1:
            return False
        if unit.noun in words("police_nouns"):
            return True
        block = self.page.blocks[self.page.sentence_at(group.number.char_start).block]
        opens = not any(c.isalnum() for c in self.page.view[block.char_start : group.number.char_start])
        armed = unit.kind == "equipment" and unit.group not in ("vehicle", "vessel")
        return block.kind == "bullet" and opens and armed

    def _captive(self, group: Group, unit: Unit | None) -> bool:
        """Whether those counted are told to have been somebody's prisoners."""
        if unit is not None and inherent().get(unit.noun) == "captured":
            return True
        sentence = self.page.sentence_at(group.number.char_start)
        text = self.page.view[sentence.char_start : sentence.char_end].lower() if sentence is not None else ""
        return any(m[0] in words("captors") for m in _WORD.finditer(text))

    def _bought(self, governed: Governed | None) -> bool:
        verb = governed.verb if governed is not None else None
        return verb is not None and verb.lemma in words("receiving")

    def _in_phrase(self, group: Group) -> bool:
        """Whether a preposition stands before the group: "landed in a rubber boat"."""
        start = group.number.char_start
        before = _WORD.findall(self.page.view[max(0, start - _NEAR) : start].lower())
        return bool(before) and before[-1] in closed("prepositions")

    def _of_relief(self, group: Group) -> bool:
        """Whether the sentence tells of relief goods, which lorries bring: "a convoy of 11 trucks with medicines"."""
        sentence = self.page.sentence_at(group.number.char_start)
        if sentence is None:
            return False
        told = _WORD.findall(self.page.view[sentence.char_start : sentence.char_end].lower())
        return not words("relief").isdisjoint(told)

    def _saved(self, group: Group) -> bool:
        """Whether lives are told to be saved or changed rather than to end."""
        start = group.number.char_start
        before = _WORD.findall(self.page.view[max(0, start - _NEAR) : start].lower())
        return not words("saving").isdisjoint(before[-_SAVING:])

    def _sanctioned(self, group: Group) -> bool:
        """Whether the sentence tells of sanctions and holdings: its companies are firms."""
        sentence = self.page.sentence_at(group.number.char_start)
        if sentence is None:
            return False
        text = self.page.view[sentence.char_start : sentence.char_end].lower()
        return any(m[0] in words("sanctions") for m in _WORD.finditer(text))

    def _listed(self, group: Group, unit: Unit) -> bool:
        """Whether the group ends or goes on a list: "four trucks, and a howitzer"; no "convoy of 40 trucks"."""
        start, end = group.number.char_start, group.hit.char_end
        view = self.page.view
        opens = _LISTED.search(view, max(0, start - 12), start) or _GOES_ON.match(view, end)
        return opens is not None and unit.noun not in words("containers")

    def _ends_list(self, group: Group) -> bool:
        """Whether the group is the last of a list: "eleven machine guns, 37 rifles and a launcher"."""
        start = group.number.char_start
        return _LAST.search(self.page.view, max(0, start - 8), start) is not None

    def _uprooted(self, governed: Governed | None, role: str, unit: Unit | None) -> bool:
        """Whether people are told to be displaced, trapped or in need of shelter."""
        if role != "other":
            return False
        told = governed is not None and governed.how not in ("far", "list")
        if told and governed.role not in ("other", "withdrawn"):
            told = governed.verb is not None and governed.verb.lemma in words("refuge")
        return told or (unit is not None and inherent().get(unit.noun) == "other" and governed is not None)

    def _fired(self, governed: Governed | None) -> bool:
        verb = governed.verb if governed is not None and governed.how in ("object", "passive") else None
        return verb is not None and verb.lemma in words("firing") and self.context.at_war

    def _sent(self, governed: Governed | None) -> bool:
        """Whether something is sent somewhere: "sent a transport plane to Pemba"."""
        verb = governed.verb if governed is not None and governed.how in ("object", "passive") else None
        return verb is not None and verb.lemma in words("sending", "scrambling") and self.context.at_war

    def _numbered(self, group: Group) -> bool:
        """Whether it is told behind a body of men how many they are."""
        end = group.hit.char_end
        counts = self.context.mentions.within("numbers", end, end + _SIZE)
        return _OF.match(self.page.view, end) is not None and any(n.kind == "count" for n in counts)

    def _no_loss(self, governed: Governed, unit: Unit) -> bool:
        """Whether one thing does what is no loss of it: "a mine exploded", "struck a mine", "a militant escaped"."""
        lemma = governed.verb.lemma if governed.verb is not None else ""
        if governed.how != "subject":
            return unit.noun in words("mines") and lemma in words("running_into")
        return lemma in words("escaping") or (unit.group == "munition" and lemma in words("bursting"))
