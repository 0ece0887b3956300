"""Whether those told to be dead, hurt or taken, whose noun is left out, are forces or civilians."""

from __future__ import annotations

from itertools import pairwise

from sitrep import patterns as re
from sitrep.extract.figures.context import Context
from sitrep.extract.figures.governed import Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import closed, words
from sitrep.extract.figures.units import Units
from sitrep.inflection import verb
from sitrep.model import Mentions, Page, Sentence

_WORD = re.compile(r"[a-z]+")
_CLAUSE_END = re.compile(lambda: rf"[;.]|\b{re.any_of(words('ends_of_assaults'))}\b")
_CREW, _ATTACK, _TAKING, _PUT = 16, 120, 40, 5
_OWNING, _ABBREVIATED, _COST = 90, 12, 60
# How many words before a number of dead the word for owning up to them stands.
ADMITTED = 3
# How many words a label may have that names a side.
_LABEL = 4
_LEFT = re.compile(lambda: rf"\b([A-Za-z]+) (?:had )?{re.any_of(verb('leave'))} $")
# "fled, leaving 12 dead and two prisoners behind"
_LEFT_BEHIND = re.compile(lambda: rf"\b{re.any_of(verb('leave'))} (behind )?(?:[\w’'-]+ ){{0,3}}$")
_IS_BEHIND = re.compile(r"[^,;:.]{1,40}\bbehind\b")
_OWNED = re.compile(r"['’]?s?\s([A-Za-z]+)")
_MARK = re.compile(r"[,;:]")
_INTO = re.compile(r"\binto an? $")
_TRAPPED = 12
_WHO = re.compile(r" who (?:had )?([a-z]+)")
# Code points behind a count in which its side may be named.
_BEHIND = 64
_ON_A_SIDE = re.compile(
    lambda: (
        rf"\s{re.any_of(words('struck_down'))}\b.* {re.any_of(words('upon'))} (?:[\w’'-]+ ){{1,3}}"
        rf"{re.any_of(words('own_sides'))}\b(?! of\b)"
    ),
    re.IGNORECASE,
)
_HAD = re.compile(lambda: rf"\b{re.any_of(closed('have'))} $")
_NATIONS = frozenset({"demonym", "people"})
_FELL = frozenset({"killed", "wounded", "casualties", "missing"})


class Victims:
    """Answers about the harmed of one page."""

    def __init__(self, page: Page, mentions: Mentions, units: Units, context: Context):
        self.page, self.mentions, self.units, self.context = page, mentions, units, context

    def _harmed(self, group: Group) -> str | None:
        """The kind of those harmed, by who counts them, who owns up to them or who was attacked; None if none tells."""
        start = group.number.char_start
        sentence = self.page.sentence_at(start)
        if sentence is None:
            return None
        view = self.page.view
        if self._of_soldiers(group):
            return "personnel"
        if self._counted_by_healers(group):
            return "civilian"
        cost = not words("costing").isdisjoint(
            _WORD.findall(view[max(sentence.char_start, start - _COST) : start].lower())
        )
        who = _WHO.match(view, group.number.number_end)
        held = who is not None and who[1] in words("fighting_pasts")
        left = [m.lower() for m in _LEFT.findall(view[max(sentence.char_start, start - _COST) : start])]
        cost = cost or any(word in words("forces") | words("enemy") for word in left)
        if left and self.context.at_war:
            # "the Italians left 7,000 dead"
            actors = self.mentions.within("actors", max(sentence.char_start, start - _COST), start)
            sides = (a for a in actors if a.kind in ("force", "group") or (a.kind in _NATIONS and a.country))
            cost = cost or any(view[a.char_start : a.char_end].lower().endswith(left[-1]) for a in sides)
        cost = cost or self._left_behind(sentence, group)
        if cost or held or self._owned_up(sentence, start) or self._nation_dead(start):
            return "personnel"
        label = _WORD.findall(view[sentence.char_start : start].lower().rpartition(":")[0])[-_LABEL:]
        if label and not words("friendly", "enemy", "ours").isdisjoint(label):
            # "friendly side: 14 fallen, 31 wounded"
            return "personnel"
        near = _WORD.findall(view[max(sentence.char_start, start - _OWNING) : start].lower())
        if any(a in words("friendly") and b in words("own_sides") for a, b in pairwise(near)):
            # "on the friendly side we deplore three dead"
            return "personnel"
        if self._on_a_side(group, sentence) or self._had(sentence, start):
            return "personnel"
        return self._assailed(group)

    def _left_behind(self, sentence: Sentence, group: Group) -> bool:
        """Whether those who go leave them where they fell: "leaving 12 dead behind"."""
        low = max(sentence.char_start, group.number.char_start - _COST)
        left = _LEFT_BEHIND.search(self.page.view[low : group.number.char_start].lower())
        if left is None:
            return False
        return left[1] is not None or _IS_BEHIND.match(self.page.view, group.number.number_end) is not None

    def _counted_by_healers(self, group: Group) -> bool:
        """Whether a hospital or its like counts them, and no forces are named: "the health ministry counted 27"."""
        sentence = self.page.sentence_at(group.number.char_start)
        if sentence is None or self._hard(sentence):
            return False
        text = self.page.view[sentence.char_start : sentence.char_end].lower()
        return any(m[0] in words("healers") for m in _WORD.finditer(text))

    def _told_before(self, sentence: Sentence, start: int) -> bool:
        """Whether people are counted before in the sentence: those that follow are of them."""
        hits = self.units.hits_in(sentence.char_start, start)
        return any(h.unit.kind in ("personnel", "civilian") and h.unit.plural is not False for h in hits)

    def _owned_up(self, sentence: Sentence, start: int) -> bool:
        """Whether an army or its ministry owns up to them: "the defence ministry admitted 29 dead"."""
        before = _WORD.findall(self.page.view[max(sentence.char_start, start - _OWNING) : start].lower())
        verbs = words("owning_up")
        if not self._beside_civilians(sentence) and not self._at_civil_site(sentence):
            verbs |= words("numbering_own")
        at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in verbs), None)
        if at is None:
            return False
        if self.context.at_war and at >= len(before) - ADMITTED and before[at] in words("admitting_deaths"):
            # "Dushanbe admits to three dead"
            actors = self.mentions.within("actors", sentence.char_start, start)
            if any(a.kind == "state" for a in actors) and not self._beside_civilians(sentence):
                return True
        return not words("armies").isdisjoint(before[max(0, at - 4) : at]) or words("defence") >= set(
            before[max(0, at - 2) : at]
        )

    def _on_a_side(self, group: Group, sentence: Sentence) -> bool:
        """Whether those who fell are of one side of a battle: "40 dead on the Ukrainian side", "12 in its ranks"."""
        end = group.number.char_end
        behind = self.page.view[end : min(sentence.char_end, end + _BEHIND)].partition(";")[0]
        return _ON_A_SIDE.match(behind) is not None

    def _had(self, sentence: Sentence, start: int) -> bool:
        """Whether a body of men had them: "the regiment had 20 killed"."""
        had = _HAD.search(self.page.view[sentence.char_start : start].lower())
        if had is None:
            return False
        at = sentence.char_start + had.start()
        hits = self.units.hits_in(max(sentence.char_start, at - _TAKING), at)
        return any(h.unit.kind in ("personnel", "formation") and not h.unit.either for h in hits)

    def _nation_dead(self, start: int) -> bool:
        """Whether a nation's dead are counted: "put the Cambodian dead at a hundred"."""
        for actor in self.mentions.within("actors", max(0, start - _TAKING), start):
            behind = _WORD.match(self.page.view, actor.char_end + 1)
            if actor.kind == "demonym" and behind is not None and behind[0] in words("the_fallen"):
                return True
            owned = _OWNED.match(self.page.view, actor.char_end) if actor.kind == "state" else None
            if owned is not None and owned[1].lower() in words("loss_nouns", "casualty_nouns") and self.context.at_war:
                # "Vietnam's losses have been put at 30,000 killed"
                return True
        before = _WORD.findall(self.page.view[max(0, start - _TAKING) : start].lower())
        owned = any(a in words("own") and b in words("the_fallen") for a, b in pairwise(before))
        return owned and self.context.at_war

    def _people_toll(self, group: Group) -> bool:
        """Whether the number is a toll of people: "put the toll at 59"."""
        start = group.number.char_start
        before = _WORD.findall(self.page.view[max(0, start - _TAKING) : start].lower())
        return not words("people_tolls").isdisjoint(before[-3:])

    def _assailed(self, group: Group) -> str | None:
        """The kind of those whom the clause says were attacked: "ambushed an army convoy, killing 12"."""
        start = group.number.char_start
        sentence = self.page.sentence_at(start)
        if sentence is None:
            return None
        here = self._attacked(max(sentence.char_start, start - _ATTACK), start)
        if here is not None or self._told_before(sentence, start):
            return here
        mark = _MARK.search(self.page.view, group.number.char_end, sentence.char_end)
        behind = self._attacked(group.number.char_end, mark.start() if mark is not None else sentence.char_end)
        if behind is not None:
            # "killed 19 in an air raid on a jihadist base"
            return behind
        before = next(iter(self.context.scene.before(sentence)), None)
        return self._attacked(before.char_start, before.char_end - 1) if before is not None else None

    def _attacked(self, low: int, start: int) -> str | None:
        """The kind of those whom a stretch tells to be attacked, where nothing is counted behind the attack."""
        text = self.page.view[low:start].lower().rstrip("; .")
        acts = [m for m in _WORD.finditer(text) if m[0] in words("assailing")]
        if not acts or _CLAUSE_END.search(text, acts[-1].end()) or any(c.isdigit() for c in text[acts[-1].end() :]):
            return None
        for hit in self.units.hits_in(low + acts[-1].end(), start):
            if hit.unit.kind != "equipment" and not text[: hit.char_start - low].endswith("by "):
                return "civilian" if hit.unit.kind == "civilian" or hit.unit.either else "personnel"
        if _INTO.search(text, max(0, acts[-1].start() - _TRAPPED), acts[-1].start()):
            # "a convoy of the army drove into an ambush"
            forces = words("forces").intersection(_WORD.findall(text[: acts[-1].start()]))
            hits = self.units.hits_in(low, low + acts[-1].start())
            return "personnel" if forces or any(h.unit.kind in ("personnel", "formation") for h in hits) else None
        sites = [m[0] for m in _WORD.finditer(text, acts[-1].end())]
        if not words("civil_sites").isdisjoint(sites):
            return "civilian"
        return "personnel" if not words("military_sites").isdisjoint(sites) else None

    def _crew(self, group: Group) -> bool:
        """Whether the count is a ship's or an aircraft's "crew of 24"."""
        start = group.number.char_start
        return self.page.view[max(0, start - _CREW) : start].lower().split()[-2:] == ["crew", "of"]

    def _own_losses(self, group: Group, governed: Governed) -> bool:
        """Whether the clause tells what forces lost: "put army losses at 14 dead", "troops suffered 40 killed"."""
        lemma = governed.verb.lemma if governed.verb else ""
        sure = lemma in words("losing_men") or self.context.at_war
        if sure and lemma in words("own_loss") and governed.how == "adjective":
            return True
        start = group.number.char_start
        sentence = self.page.sentence_at(start)
        if sentence is None:
            return False
        low = max(sentence.char_start, start - 90)
        text = self.page.view[low:start].lower()
        if governed.how == "adjective" and self._admitted_by_ministry(sentence, start):
            return True
        lost = [m for m in _WORD.finditer(text) if m[0] in words("losing")]
        if not lost or _CLAUSE_END.search(text, lost[-1].end()):
            return False
        if governed.how == "adjective" and lost[-1][0] in words("loss_nouns"):
            if len(text[lost[-1].end() :].split()) <= _PUT:
                return True
        if lost[-1][0] in words("loss_nouns") and not words("enemy").isdisjoint(text[lost[-1].end() :].split()):
            return True  # "the losses of the adversary rise to 420 killed"
        near = self.units.hits_in(max(low, low + lost[-1].start() - 45), low + lost[-1].end() + 20)
        return any(h.unit.kind in ("personnel", "formation") and not h.unit.either for h in near) or any(
            m[0] in words("forces") for m in _WORD.finditer(text, max(0, lost[-1].start() - 45))
        )

    def _admitted_by_ministry(self, sentence: Sentence, start: int) -> bool:
        """Whether those who answer for soldiers own up to dead: "the ministry of defence acknowledges only 50 dead"."""
        before = _WORD.findall(self.page.view[sentence.char_start : start].lower())
        if words("admitting_deaths").isdisjoint(before[-ADMITTED:]):
            return False
        return not words("of_defence").isdisjoint(before)

    def _of_armies(self, group: Group, role: str | None, governed: Governed | None, sentence: Sentence) -> bool:
        """Whether nations told to have fallen are their armies: two of them die, or a field of battle is told of."""
        if role not in _FELL or not self.context.at_war or self._beside_civilians(sentence):
            return False
        view = self.page.view
        numbers = self.mentions.within("numbers", sentence.char_start, sentence.char_end)
        ends = {n.char_end + 1 for n in numbers if n.kind == "count"}
        actors = self.mentions.within("actors", sentence.char_start, sentence.char_end)
        nations = {a.country for a in actors if a.country and not ends.isdisjoint((a.char_start, a.head_start))}
        text = view[sentence.char_start : sentence.char_end].lower()
        told = {m[0] for m in _WORD.finditer(text)}
        if not told.isdisjoint(words("healers") | words("civil_sites")):
            return False
        dying = governed is not None and governed.verb is not None and governed.verb.object_role is None
        if (dying and len(nations) > 1) or not told.isdisjoint(words("battlefields")):
            return True
        return self._assailed(group) == "personnel"

    def _of_soldiers(self, group: Group) -> bool:
        """Whether an abbreviation that only soldiers are told of with stands behind the number: "4 KIA"."""
        start = group.number.number_end
        behind = self.page.view[start : start + _ABBREVIATED].lower().split()
        return bool(behind) and behind[0].strip(".,;:)") in words("of_soldiers")

    def _at_civil_site(self, sentence: Sentence) -> bool:
        """Whether the sentence names a place of everyday life, where no army is: "blew up a bus"."""
        told = _WORD.findall(self.page.view[sentence.char_start : sentence.char_end].lower())
        return not words("public_places").isdisjoint(told)

    def _fell_in_battle(self, group: Group, governed: Governed) -> bool:
        """Whether men of a nation fell beside arms lost or others taken: "900 Libyans were killed and 90 captured"."""
        sentence = self.page.sentence_at(group.number.char_start)
        if governed.role != "killed" or sentence is None or self._at_civil_site(sentence):
            return False
        start, end = group.number.number_end, sentence.char_end
        hits = self.units.hits_in(start, end)
        if any(h.unit.kind == "civilian" and not h.unit.either for h in hits):
            return False
        told = set(_WORD.findall(self.page.view[start:end].lower()))
        arms = any(h.unit.kind == "equipment" for h in hits)
        return not words("taken_in_battle").isdisjoint(told) or (arms and not words("wrecked").isdisjoint(told))

    def _beside_civilians(self, sentence: Sentence) -> bool:
        """Whether the sentence names people who are no forces: "among the hostages"."""
        return any(
            h.unit.kind == "civilian" and not h.unit.either
            for h in self.units.hits_in(sentence.char_start, sentence.char_end)
        )

    def _hard(self, sentence: Sentence) -> bool:
        """Whether the sentence names forces with a noun that means nothing else."""
        return any(
            not h.unit.soft and h.unit.kind in ("personnel", "formation") and not h.unit.either
            for h in self.units.hits_in(sentence.char_start, sentence.char_end)
        )

    def _among_ships(self, group: Group) -> bool:
        """Whether warships are told of beside: "a carrier with eight escorts"."""
        sentence = self.page.sentence_at(group.number.char_start)
        hits = self.units.hits_in(sentence.char_start, sentence.char_end) if sentence is not None else ()
        return any(hit.unit.group == "vessel" and not hit.unit.soft for hit in hits)
