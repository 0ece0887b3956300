"""Which counts of a sentence stand in one list, and so share what is told of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.figures.governed import FAR, HARM, Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.predicates import Predicates
from sitrep.extract.figures.roles import closed, finite_words, words


def list_ends(groups: Sequence[Group], governed: Sequence[Governed | None]) -> list[int]:
    """For each group the token behind the last one of its list: those behind it with the same governor."""
    ends = [group.end for group in groups]
    for i in range(len(groups) - 2, -1, -1):
        here, after = governed[i], governed[i + 1]
        if here is not None and after is not None and after.how == "list" and after.token == here.token:
            ends[i] = ends[i + 1]
    return ends


# Up to how many tokens those members take.
_UNCOUNTED = 16
# How many tokens may tell who those before are.
_SO = 6


class Lists(Predicates):
    """Answers about the lists of one sentence."""

    def _linked(self, a: Group, b: Group) -> bool:
        chain = words("chain")
        k = a.end
        if b.form == "partitive" and a.form == "noun" and self.tokens[k].text == ";":
            return False  # "sent 900 men; six of them died"
        told = self.roles.adjective_at.get(k) if a.form == "elided" and b.form == "elided" else None
        if told is not None and told.role in HARM:
            # "at 30,000 killed, China's at 26,000"
            k = told.end
        lead = [t.lower for t in self.tokens[max(a.end, b.start - 3) : b.start]]
        if words("includes") & set(lead) or {"among", "them"} <= set(lead):
            return True
        if a.form == "elided" and self._counted_so(a.end, b.start):
            return True
        if self.tokens[b.start - 1].lower == "and" and self._names_first(a.end, b.start - 1):
            return True
        if b.form in ("elided", "noun") and self._gapped_behind(a.end, b.start):
            return True
        for _ in range(9):
            if k >= b.start:
                return k == b.start
            aside = self._aside_of_time(k)
            if aside:
                k = aside
                continue
            owner = self._past_owners(k, b.start) if k == a.end else 0
            if owner:
                k = owner
            elif k in self.names and k > a.end and self.names[k] <= b.start and (b.hit is None or self._gapped(k)):
                k = self.names[k]
            elif self.tokens[k].lower in chain or (b.hit is None and k == b.start - 1 and self._forces_at(k)):
                k += 1
            elif k == a.end and a.form == "partitive" and b.hit is None and self.tokens[k].lower in words("part_links"):
                k = next((j for j in range(k + 2, min(k + 7, b.start)) if self.tokens[j].lower == "and"), b.start + 1)
            else:
                return self._uncounted(a, b)
        return False

    def _past_owners(self, k: int, until: int) -> int:
        """The "and" behind those whose the counted are: "42 soldiers of the army and eight policemen", or 0."""
        if self.tokens[k].lower != "of" or self.tokens[k + 1].lower in words("partitives"):
            return 0
        return next((j for j in range(k + 2, min(k + 7, until)) if self.tokens[j].lower == "and"), 0)

    def _aside_of_time(self, k: int) -> int:
        """Behind the time that commas set apart after a coordinator ("4,000 shells and, since May, 900 men"), or 0."""
        if self.tokens[k].text != "," or not k or self.tokens[k - 1].lower not in closed("coordinators"):
            return 0
        if k + 1 == len(self.tokens) or self.tokens[k + 1].lower not in words("times_opened_by"):
            return 0
        return next((j + 1 for j in range(k + 2, min(len(self.tokens), k + _SO)) if self.tokens[j].text == ","), 0)

    def _counted_so(self, start: int, end: int) -> bool:
        """Whether it is told who those before are: "of the dead, 11 were soldiers and 30 civilians"."""
        between = self.tokens[start:end]
        if not 2 < len(between) < _SO or between[0].lower not in closed("be"):
            return False
        return between[-1].lower in words("joints") and self.units.at(between[1].char_start) is not None

    def _uncounted(self, a: Group, b: Group) -> bool:
        """Whether only members of a list that nobody counted stand between: "40 guns, ammunition, 20 tanks"."""
        if a.hit is None or b.hit is None or a.hit.unit.kind != "equipment" or b.hit.unit.kind != "equipment":
            return False
        between = self.tokens[a.end : b.start]
        if not 3 <= len(between) <= _UNCOUNTED or between[0].text != "," or between[-1].lower not in words("joints"):
            return False
        apart = closed("prepositions") - words("of_alone") | words("clause_ends")
        verbs = self.roles.verb_at
        return not any(
            t.lower in finite_words() or t.lower in apart or (not t.lower[0].isalnum() and t.text not in ",-")
            for t in between
        ) and not any(k in verbs and verbs[k].subject_role for k in range(a.end, b.start))

    def _forces_at(self, k: int) -> bool:
        """Whether other forces stand before their count, its verb left out: "has 900 men, and the police 400"."""
        forces = self.tokens[k].lower in words("forces") or self.tokens[k].text[0].isupper()
        return k > 1 and forces and self.tokens[k - 1].lower in closed("determiners")

    def _gapped(self, k: int) -> bool:
        """Whether a new subject stands at a name, its verb left out: "had 900 men and the Dutch perhaps 400 horse"."""
        return self.tokens[k - 1].lower in words("gapping")

    def _gapped_behind(self, start: int, end: int) -> bool:
        """Whether a name ends the stretch whose verb is left out: "lost 900 men in the war and Ethiopia 600"."""
        first = next((k for k, to in self.names.items() if to == end), None)
        if first is None and self.tokens[end - 1].lower in words("forces"):
            # "and the rebels nine"
            first = end - 1 - (self.tokens[end - 2].lower in words("the"))
        if first is None or first <= start or end - start > FAR or self.tokens[first - 1].lower not in words("gapping"):
            return False
        ends = words("clause_ends")
        return not any(t.lower in finite_words() or t.lower in ends for t in self.tokens[start : first - 1])

    def _names_first(self, start: int, end: int) -> bool:
        """Whether names alone stand before a count in its list: "six staff, including Anna Nagy and two"."""
        between = [t.lower for t in self.tokens[start:end]]
        first = next((i for i, word in enumerate(between) if word in words("list_openers")), None)
        if first is None or len(between) - first > FAR:
            return False
        return not any(word in finite_words() or word in words("clause_ends") for word in between[first + 1 :])

    def _clause_opens(self, i: int, linked: list[bool], found: list[Governed | None]) -> bool:
        """Whether group ``i`` opens a clause: "it sent 127 ships, and 255 British and 649 other sailors died"."""
        start = self.groups[i].start
        parted = [t.lower for t in self.tokens[max(0, start - 2) : start]] == [",", "and"]
        after = found[i + 1] if i + 1 < len(found) and linked[i] else None
        return parted and after is not None and after.how in ("passive", "subject", "adjective")

    def _sums_up(self, part: Group, group: Group) -> bool:
        """Whether a count says how many those before it are: "two police units, 320 officers in all"."""
        behind = [t.lower for t in self.tokens[group.end : group.end + 2]]
        summed = behind[:1] == ["altogether"] or (behind[:1] == ["in"] and behind[-1] in words("in_sum"))
        return summed and group.start == part.end + 1 and self.tokens[part.end].text == ","

    def _breaks_down(self, whole: Group, group: Group) -> bool:
        """Whether a colon opens a list of those counted before: "9,000 people died: 3,400 civilians, ..."."""
        colon = self.tokens[group.start - 1].text == ":" and group.start - 1 < whole.end + FAR
        return colon and whole.start < group.start and group.form == "noun" and whole.form != "label"

    def _goes_on(self, told: Governed | None, group: Group) -> bool:
        """Whether arms go on a list of what is given rather than open a clause: "40 guns and 20 tanks, which help"."""
        arms = group.hit is not None and group.hit.unit.kind == "equipment"
        return arms and told is not None and told.role == "supplied" and told.token < group.start

    def _past_part(self, part: Group, group: Group) -> bool:
        """Whether a list goes on behind what is told of a part: "sent 31 tanks, of which 19 were lost, 186 guns"."""
        before = [t.lower for t in self.tokens[max(0, part.start - 2) : part.start]]
        if group.hit is None or part.form != "partitive" or before[:1] != ["of"]:
            return False
        told = any(k in self.roles.verb_at for k in range(part.end, group.start - 1))
        return told and self.tokens[group.start - 1].lower in words("joints")
