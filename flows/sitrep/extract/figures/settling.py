"""Whether people are forces or civilians by what is told of them."""

from __future__ import annotations

from itertools import pairwise

from sitrep import patterns as re
from sitrep.extract.figures.governed import Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import speech_forms, words
from sitrep.extract.figures.rows import FORCES
from sitrep.extract.figures.units import Unit
from sitrep.extract.figures.victims import ADMITTED, Victims
from sitrep.model import Sentence

_CIVILIANS_AMONG = re.compile(
    lambda: (
        rf"\b(?:(\w+) of {re.any_of(words('whole_before'))}(?: were)?"
        rf"|{re.any_of(words('includes', 'among_them'))} [\w,]+) civilians\b"
    ),
    re.IGNORECASE,
)
_BOTH_SIDES = re.compile(lambda: rf" {re.any_of(words('of_sides'))} {re.any_of(words('both_sides'))}\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_OF_GROUP, _SHIPS, _RANKS, _SPOKEN, _HOMEWARD = 24, 240, 48, 300, 12
# How many words away from a verb of speech its speaker may stand: "residents of a village near Sevare said".
_SPEAKER = 7
# "millions of Ukrainians remain without power": so many are no force.
_A_PEOPLE = 1_000_000
# "700,000 Sudanese have crossed into Chad": so many of a nation who cross a border are no force.
_MORE_THAN_AN_ARMY = 20_000
_SERVING = frozenset({"recruited", "deployed", "reinforcing", "trained"})
_FOUGHT = frozenset({"killed", "wounded", "captured"})
_STANDING = frozenset({"strength", "deployed"})
_HELD = frozenset({"captured", "released", "casualties"})


class Settling(Victims):
    """Answers about the people counted on one page."""

    def settled(
        self,
        kind: str,
        role: str | None,
        unit: Unit | None,
        group: Group,
        governed: Governed | None,
        sentence: Sentence,
    ) -> str:
        """People are forces or civilians by what is told of them."""
        if group.people is not None and unit is None and (group.number.low or 0) >= _A_PEOPLE:
            return "personnel" if role == "recruited" else "civilian"
        if group.people is not None and unit is None and group.people.kind == "group":
            return kind
        if group.people is not None and unit is None:
            verb = governed.verb if governed is not None else None
            if (
                verb is not None
                and verb.lemma in words("border_crossing")
                and (group.number.low or 0) >= _MORE_THAN_AN_ARMY
            ):
                return "civilian"
            kept = verb is not None and verb.lemma in words("keeping") and not self._hard(sentence)
            taken = role == "captured" and not kept and not (governed is not None and self._by_police(governed))
            if role == "released" and verb is not None and verb.lemma in words("receiving"):
                # "received 95 Russians in return": a side gets its soldiers back.
                return "personnel"
            if role in _HELD and (self._beside_civilians(sentence) or self._of_hostages(sentence)):
                return "civilian"
            if role == "released" and (self._of_jail(sentence) or not (self.context.at_war or self._hard(sentence))):
                return "civilian"
            if role in _FOUGHT and self._told_by_locals(sentence):
                return "civilian"
            if role in ("released", "withdrawn") and self._home(sentence, group):
                return "civilian"
            if verb is not None and verb.lemma in words("civil_life") and kind != "personnel":
                return "civilian"
            forces = role in FORCES or taken or kind == "personnel" or self._of_armies(group, role, governed, sentence)
            return "personnel" if forces else "civilian"
        if unit is None:
            return kind
        if unit.noun in words("jailed") and (self._of_hostages(sentence) or self._of_jail(sentence)):
            return "civilian"
        if unit.noun in words("captives") and not self._hard(sentence) and self.context.of_hostages:
            return "civilian"
        if unit.noun in words("tolls") and self._own_deaths(sentence, group):
            return "personnel"
        if unit.noun in words("bodies_found") and self.context.at_war and self._on_field(sentence):
            return "personnel"
        if unit.noun in words("crews") and self._armed(sentence):
            return "personnel"
        if unit.noun in words("seafaring"):
            held = self._kept_at_sea(role, sentence) and not self._armed(sentence)
            return "civilian" if held or self._at_trade(sentence) else "personnel"
        if unit.noun in words("led") and self._of_armed_group(group):
            return "personnel"
        if unit.noun in words("persons") and group.form == "noun" and self._apart(group, sentence):
            return "personnel"
        if unit.noun in words("persons") and role in _FOUGHT and self._of_manpower(group, sentence):
            return "personnel"
        if unit.noun in words("casualty_noun") and self.context.at_war and self._of_nation(group):
            return "personnel"
        if unit.either:
            if governed is not None and governed.verb is not None and governed.verb.lemma in words("rallying"):
                return "civilian"
            if unit.noun in words("either_way"):
                between = self.page.view[group.number.number_end : group.hit.char_start].lower().split()
                if between[:1] == ["of"] and words("possessors") & set(between):
                    return "personnel"
                verb = governed.verb if governed is not None else None
                if verb is not None and verb.lemma in words("own_loss") and self.context.at_war:
                    return "personnel"
                named = self.mentions.within("actors", group.number.number_end, group.hit.char_start)
                if any(a.kind in ("force", "group") and a.role in ("MIL", "REB") for a in named):
                    return "personnel"
                if any(len(word) > 1 and word.isupper() for word in self._between(group)) and self._of_force(group):
                    # "two RSF men lost their lives"
                    return "personnel"
                if role == "killed" and (self._of_a_body(group, governed) or self._own_loss_of(sentence, group)):
                    return "personnel"
                if self.context.at_war and _BOTH_SIDES.match(self.page.view, group.hit.char_end):
                    return "personnel"
                behind = _WORD.findall(self.page.view[group.hit.char_end : group.hit.char_end + _OF_GROUP].lower())
                beside = behind[:1] == ["and"] and not words("families").isdisjoint(behind[1:2])
                if beside and role in ("killed", "wounded", "captured", "missing", "released"):
                    return "civilian"
                if (
                    role == "captured"
                    and governed is not None
                    and self._by_police(governed)
                    and not self._hard(sentence)
                ):
                    return "civilian"
                if role in _FOUGHT and self._told_by_locals(sentence):
                    # "Residents said that soldiers shot 27 men"
                    return "civilian"
                harmed = role in ("killed", "wounded", "missing") and not self._hard(sentence)
                return "civilian" if harmed and not self._armed(sentence) else "personnel"
            return "personnel" if role in _SERVING and self._hard(sentence) else "civilian"
        if role == "strength" and unit.noun in words("serving") and not self._hard(sentence):
            return kind
        if unit.noun in words("serving") and role in ("recruited", "surrendered", "deserted", "trained", "strength"):
            return "personnel"
        if unit.noun in words("kin") and self._ours(group):
            return "personnel"
        if unit.noun in words("fellows") and self._beside_ranks(sentence, group):
            return "personnel"
        if (
            role == "released"
            and unit.noun in words("held")
            and governed is not None
            and self._exchanged(governed, group)
        ):
            return "personnel"
        if unit.noun in words("serving") and role in _STANDING and self._in_ranks(group):
            return "personnel"
        if unit.noun in words("serving") and governed is not None and governed.verb is not None:
            if governed.how == "subject" and governed.verb.lemma in words("soldiering"):
                return "personnel"
        if role == "trained" and unit.noun in words("trades_of_war") and self.context.at_war:
            # "Denmark will train 120 Ukrainian mechanics"
            return "personnel"
        if role == "recruited" and unit.noun in words("recruits"):
            return "personnel"
        if unit.noun in words("outlaws") and role in _FOUGHT and self._fought(role, sentence):
            return "personnel"
        if unit.noun in words("casualty_noun"):
            verb = governed.verb if governed is not None else None
            dealt = verb is not None and (
                verb.lemma in words("own_loss") or verb.lemma in words("dealing_losses", "costing")
            )
            named = self.page.view[group.number.number_end : group.hit.char_start].lower().split()
            return (
                "personnel"
                if self._hard(sentence)
                or self._of_soldiers(group)
                or not words("armies").isdisjoint(named)
                or (dealt and self.context.at_war)
                else "civilian"
            )
        return kind

    def _between(self, group: Group) -> list[str]:
        """The words between a number and its noun."""
        return self.page.view[group.number.number_end : group.hit.char_start].split()

    def _of_force(self, group: Group) -> bool:
        """Whether the men counted are told to be of a force."""
        actors = self.mentions.within("actors", group.number.char_start, group.hit.char_end)
        return any(a.role in ("MIL", "REB", "COP") for a in actors)

    def _told_by_locals(self, sentence: Sentence) -> bool:
        """Whether those who live where it happened say so: the men whom they tell of are their neighbours."""
        told = _WORD.findall(self.page.view[sentence.char_start : sentence.char_end].lower())
        locals_, spoken = words("local_speakers"), speech_forms()
        speak = [i for i, word in enumerate(told) if word in spoken]
        return any(not locals_.isdisjoint(told[max(0, i - _SPEAKER) : i + _SPEAKER]) for i in speak)

    def _of_hostages(self, sentence: Sentence) -> bool:
        """Whether the paragraph has spoken of hostages until here."""
        start = max(self.page.blocks[sentence.block].char_start, sentence.char_start - _SPOKEN)
        told = _WORD.findall(self.page.view[start : sentence.char_end].lower())
        return not words("hostages").isdisjoint(told)

    def _of_a_body(self, group: Group, governed: Governed | None) -> bool:
        """Whether men who fell made up a force, or were its cost: "a column of 3,000 men", "cost him 900 men"."""
        if governed is not None and governed.verb is not None and governed.verb.lemma in words("of_men_alone"):
            return self.context.at_war
        start = group.number.char_start
        before = _WORD.findall(self.page.view[max(0, start - _OF_GROUP) : start].lower())
        return before[-1:] == ["of"] and not words("bodies").isdisjoint(before[-2:-1])

    def _own_loss_of(self, sentence: Sentence, group: Group) -> bool:
        """Whether an armed body owns up to the loss of men: "officers conceded the loss of ten men"."""
        before = _WORD.findall(self.page.view[sentence.char_start : group.number.char_start].lower())
        if before[-1:] != ["of"] or words("loss_nouns").isdisjoint(before[-2:-1]):
            return False
        actors = self.mentions.within("actors", sentence.char_start, group.number.char_start)
        return any(a.role in ("MIL", "REB") for a in actors) or not words("forces").isdisjoint(before)

    def _on_field(self, sentence: Sentence) -> bool:
        """Whether a field of battle is told of and no place of everyday life: "90 bodies in front of the trench"."""
        told = set(_WORD.findall(self.page.view[sentence.char_start : sentence.char_end].lower()))
        civil = words("civil_sites") | words("public_places")
        return not told.isdisjoint(words("battlefields", "military_sites")) and told.isdisjoint(civil)

    def _own_deaths(self, sentence: Sentence, group: Group) -> bool:
        """Whether an armed body owns up to deaths without a word of whose: "the rebels acknowledged five deaths"."""
        start = group.number.char_start
        before = _WORD.findall(self.page.view[max(sentence.char_start, start - _RANKS) : start].lower())
        suffered = self.context.at_war and not words("suffered_so").isdisjoint(before[-ADMITTED:])
        if words("admitting_deaths").isdisjoint(before[-ADMITTED:]) and not suffered:
            return False
        if not words("forces").isdisjoint(before):
            return True
        actors = self.mentions.within("actors", sentence.char_start, start)
        return any(a.role in ("REB", "MIL") and a.kind in ("group", "force") for a in actors)

    def _home(self, sentence: Sentence, group: Group) -> bool:
        """Whether those counted go back to homes of theirs: "for thousands of Israelis to return to their homes"."""
        behind = _WORD.findall(self.page.view[group.number.number_end : sentence.char_end].lower())
        return any(a in words("possessors") and b in words("homes") for a, b in pairwise(behind[:_HOMEWARD]))

    def _of_jail(self, sentence: Sentence) -> bool:
        """Whether the sentence tells of jails and courts, and not of a war's captives."""
        told = set(_WORD.findall(self.page.view[sentence.char_start : sentence.char_end].lower()))
        return not told.isdisjoint(words("of_jails")) and not self._hard(sentence)

    def _of_manpower(self, group: Group, sentence: Sentence) -> bool:
        """Whether those are of the enemy's men: "destroyed manpower of the enemy, up to 60 people"."""
        text = self.page.view[sentence.char_start : group.number.char_start].lower()
        return any(phrase in text for phrase in words("manpower"))

    def _of_nation(self, group: Group) -> bool:
        """Whether casualties are a nation's: "420,000 British casualties"."""
        between = self.page.view[group.number.number_end : group.hit.char_start]
        return group.people is not None or any(c.isupper() for c in between)

    def _ours(self, group: Group) -> bool:
        """Whether those who speak count their own: "23 of our sons"."""
        between = self.page.view[group.number.number_end : group.hit.char_start].lower().split()
        return not words("own").isdisjoint(between)

    def _beside_ranks(self, sentence: Sentence, group: Group) -> bool:
        """Whether those are somebody's who serves: "a sergeant was killed and two of his colleagues were wounded"."""
        before = self.units.hits_in(sentence.char_start, group.number.char_start)
        between = self.page.view[group.number.number_end : group.hit.char_start].lower().split()
        return bool(before) and before[-1].unit.kind == "personnel" and not words("possessors").isdisjoint(between)

    def _exchanged(self, governed: Governed, group: Group) -> bool:
        """Whether two sides give each other their prisoners: "the exchange of 1,200 detainees"."""
        if governed.verb is not None and governed.verb.lemma in words("exchanging"):
            return True
        start = group.number.char_start
        before = _WORD.findall(self.page.view[max(0, start - _OF_GROUP) : start].lower())
        return governed.how == "noun" and not words("exchange_nouns").isdisjoint(before)

    def _in_ranks(self, group: Group) -> bool:
        """Whether people are told to be in a body of men: "30,000 people in the grouping"."""
        view, start, end = self.page.view, group.number.char_start, group.hit.char_end
        near = _WORD.findall(view[max(0, start - _RANKS) : start].lower() + " | " + view[end : end + _OF_GROUP].lower())
        return any(near[i] == "in" and not words("men_together").isdisjoint(near[i : i + 4]) for i in range(len(near)))

    def _fought(self, role: str, sentence: Sentence) -> bool:
        """Whether an army and not the police alone is told of, and, of those taken, their armed group."""
        view = self.page.view[sentence.char_start : sentence.char_end].lower()
        army = any(m[0] in words("armies") for m in _WORD.finditer(view))
        group = any(a.role == "REB" for a in self.mentions.within("actors", sentence.char_start, sentence.char_end))
        return army and (role != "captured" or group)

    def _apart(self, group: Group, sentence: Sentence) -> bool:
        """Whether the sentence tells the civilians among the people counted: the others are forces."""
        behind = self.page.view[group.number.char_end : sentence.char_end]
        told = _CIVILIANS_AMONG.search(behind)
        return told is not None and (told[1] or "").lower() not in words("mostly")

    def _by_police(self, governed: Governed) -> bool:
        """Whether people are told to be arrested rather than captured."""
        return governed.verb is not None and governed.verb.lemma in words("arresting")

    def _of_armed_group(self, group: Group) -> bool:
        """Whether the name of an armed group stands in the count: "four anti-balaka leaders"."""
        start, end = group.number.char_start, group.hit.char_end + _OF_GROUP
        return any(
            a.role == "REB" and (a.char_start <= group.hit.char_start or self._joined(group.hit.char_end, a.char_start))
            for a in self.mentions.within("actors", start, end)
        )

    def _joined(self, a: int, b: int) -> bool:
        return self.page.view[a:b].lower().strip().removesuffix(" the") in words("origins")

    def _at_trade(self, sentence: Sentence) -> bool:
        """Whether the sentence, or the one before it, tells of merchant ships and no navy."""
        start = max(self.page.blocks[sentence.block].char_start, sentence.char_start - _SHIPS)
        text = self.page.view[start : sentence.char_end].lower()
        return any(m[0] in words("trade_ships") for m in _WORD.finditer(text))

    def _armed(self, sentence: Sentence) -> bool:
        """Whether the sentence tells of a warship, a warplane or a tank: the men in it are forces."""
        hits = self.units.hits_in(sentence.char_start, sentence.char_end)
        craft = any(not h.unit.soft and h.unit.group in ("vessel", "armour", "aircraft") for h in hits)
        return craft and not self._at_trade(sentence)

    def _kept_at_sea(self, role: str | None, sentence: Sentence) -> bool:
        """Whether sailors are told to be held with no word of a navy: such are mostly of merchant ships."""
        if role not in ("captured", "released", "missing") or self._hard(sentence):
            return False
        return "nav" not in self.page.view[sentence.char_start : sentence.char_end].lower()
