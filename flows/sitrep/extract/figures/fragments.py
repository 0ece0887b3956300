"""What is told of a count that no verb of its clause governs: in a fragment, in an aside, behind a colon."""

from __future__ import annotations

from sitrep.extract.figures.distant import Distant
from sitrep.extract.figures.governed import ASIDE_MARKS, FAR, HARM, Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import closed, finite_words, words
from sitrep.inflection import PARTICIPLE

_APPOSING = frozenset(",(–—")
# What a label tells of those listed behind it: "Killed:", "Still needed, by Kyiv's count:".
_LABELS = HARM | {"requested", "supplied", "trained"}
_LABEL_MARKS = frozenset({*",:-–—=", "to"})


class Fragments(Distant):
    """Looks for a governor where the clause has none."""

    def _labelled(self, group: Group) -> Governed | None:
        """ "killed: 165; wounded, more than 280; missing 9": a label before the number, and marks around both."""
        k = group.start - 1
        if group.form != "elided" or k < 1:
            return None
        k += self.tokens[k].text not in _LABEL_MARKS
        word = next((w for w in self.roles.adjectives if w.end == k), None)
        if word is None or word.role not in HARM:
            return None
        opens = self.tokens[k].lower == "to" and self.tokens[word.start - 1].lower in words("the")
        marked = opens or word.start == 0 or not self.tokens[word.start - 1].lower[0].isalnum()
        closed_off = opens or group.end >= len(self.tokens) or not self.tokens[group.end].lower[0].isalnum()
        return Governed(word.role, "adjective", word.start) if marked and closed_off else None

    def _apposed_to_harmed(self, group: Group) -> Governed | None:
        """ "the wounded, 130 of them, were flown out"."""
        k = group.start - 1
        if group.form not in ("partitive", "elided") or k < 2 or self.tokens[k].text not in _APPOSING:
            return None
        word = next((w for w in self.roles.adjectives if w.end == k and w.role in HARM), None)
        named = word is not None and self.tokens[word.start - 1].lower in words("the")
        return Governed(word.role, "adjective", word.start) if named else None

    def _left_over(self, i: int, found: list[Governed | None]) -> Governed | None:
        """The governor of group ``i``, for which no other was found; ``found`` are those of the groups."""
        group, told = self.groups[i], found[i - 1] if i else None
        if group.hit is None:
            return self._size_aside(group)
        if group.hit.unit.kind == "civilian":
            return self._among(group)
        return (
            self._of_aid(group)
            or self._summing(group)
            or self._with(group, told)
            or self._behind_colon(group)
            or self._verbless(group)
        )

    def _among(self, group: Group) -> Governed | None:
        """What is told of those whom a part is named of: "too many have been killed, including thousands of pupils"."""
        k = group.start - 1
        if k < 1 or self.tokens[k].lower not in words("list_openers"):
            return None
        for j in range(k - 1, max(-1, k - FAR), -1):
            verb = self.roles.verb_at.get(j)
            if verb is not None and verb.passive and verb.object_role in HARM:
                return Governed(verb.object_role, "list", j, verb)
            if self.tokens[j].lower in words("clause_ends") or j in self.starts:
                return None
        return None

    def _with(self, group: Group, told: Governed | None) -> Governed | None:
        """ "massed 900 troops there, with 40 guns"; "the group, with around 6,000 fighters, negotiates"."""
        k = group.start - 1
        aside = k > 0 and self.tokens[k - 1].text in (",", "(")
        if k == 0 and self.tokens[k].lower == "with":
            # "With 90,000 men, the army is the largest"; "with 900 men, they attacked".
            told = next((i for i in range(group.end, len(self.tokens)) if self._finite(i)), None)
            lower = self.tokens[told].lower if told is not None else ""
            being = lower in closed("be") or (lower.endswith("s") and told not in self.roles.verb_at)
            return Governed("strength" if being else "deployed", "noun", k)
        if k < 1 or self.tokens[k].lower != "with":
            return None
        if told is not None and told.role in ("deployed", "reinforcing", "strength"):
            return Governed(told.role, "list", told.token, told.verb)
        named = k - 2 in self.names_to or (k > 1 and self.units.at(self.tokens[k - 2].char_start) is not None)
        named = named or (k > 1 and self.tokens[k - 2].lower in words("bodies"))
        return Governed("strength", "noun", k) if aside and named and group.hit.unit.kind != "equipment" else None

    def _summing(self, group: Group) -> Governed | None:
        """ "two divisions faced it, together fewer than 5,000 men": how many those before are."""
        k = group.start - 1
        summed = k > 0 and self.tokens[k].lower in words("summing") and self.tokens[k - 1].text in _APPOSING
        return Governed("strength", "aside", k) if summed else None

    def _finite(self, i: int) -> bool:
        """Whether the verb of the clause may stand at ``i``, behind its subject: "with 900 men, the army dwarfs"."""
        lower = self.tokens[i].lower
        if lower in finite_words():
            return True
        after = i > 1 and self.tokens[i - 2].lower in closed("determiners")
        return after and lower.endswith("s") and lower.isalpha() and i + 1 < len(self.tokens)

    def _behind_colon(self, group: Group) -> Governed | None:
        """What the clause before a colon says of those listed behind it: "jets patrolled the coast: 18 F-16s and"."""
        colon = next((k for k in range(group.start - 1, max(0, group.start - 3 * FAR), -1) if self._colon(k)), None)
        if colon is None:
            return None
        label = next((w for w in (*self.roles.adjectives, *self.roles.nouns) if w.end == colon), None)
        if label is not None and not any(t.lower[0].isalnum() for t in self.tokens[: label.start]):
            return Governed(label.role, "adjective", label.start)
        told = self._label_of(colon)
        if told is not None:
            return told
        for verb in reversed(self.roles.verbs):
            if verb.start < colon and (verb.subject_role or verb.object_role):
                role = verb.object_role if verb.passive or not verb.subject_role else verb.subject_role
                return Governed(role, "far", verb.start, verb) if role else None
        return None

    def _label_of(self, colon: int) -> Governed | None:
        """What a label with no finite verb says: "Killed in the clash: ...", "Weapons seized: ..."."""
        label = self.tokens[:colon]
        if len(label) > FAR or any(t.lower in closed("be", "have", "modals", "do") for t in label):
            return None
        counted = next((n for n in self.roles.nouns if n.end <= colon and n.role in HARM), None)
        if counted is not None and not any(t.lower in finite_words() for t in label):
            # "Russian losses over the past day: tanks - 8; guns - 31"
            return Governed(counted.role, "noun", counted.start)
        opens = self.roles.adjective_at.get(0) or self.roles.adjective_at.get(1)
        before = label[: opens.start] if opens is not None else []
        first = all(not t.lower[0].isalnum() or t.lower in closed("adverbs") for t in before)
        if opens is not None and opens.role in _LABELS and first:
            return Governed(opens.role, "adjective", opens.start)
        verb = self.roles.verb_to.get(colon)
        if verb is None or not verb.forms & PARTICIPLE or not verb.object_role:
            return None
        return Governed(verb.object_role, "adjective", verb.start)

    def _colon(self, k: int) -> bool:
        return self.tokens[k].text == ":" and self.tokens[k + 1].char_start > self.tokens[k].char_end

    def _verbless(self, group: Group) -> Governed | None:
        """ "3 destroyers off the coast", "up to 10,000 troops expected by May", "the defenders, perhaps 300 men,"."""
        tokens, end = self.tokens, group.end
        if end >= len(tokens):
            return None
        behind = tokens[end].lower
        if behind in words("awaited"):
            return Governed("reinforcing", "adjective", end)
        marks = (tokens[group.start - 1].text, tokens[end].text) if group.start else ("", "")
        if marks in ASIDE_MARKS and group.hit.unit.kind == "personnel" and self._plural_before(group.start - 1):
            return Governed("strength", "adjective", end)
        verbless = not any(t.lower in finite_words() for t in tokens[end:])
        placed = behind in words("locative") - words("weak_locative") and end + 1 < len(tokens)
        first = all(not t.lower[0].isalnum() for t in tokens[: group.start])
        return Governed("deployed", "adjective", end) if verbless and placed and first else None

    def _size_aside(self, group: Group) -> Governed | None:
        """ "his men, never more than 2,000, harried the convoys"."""
        if group.form != "elided" or not group.start or group.end >= len(self.tokens):
            return None
        marks = self.tokens[group.start - 1].text, self.tokens[group.end].text
        return Governed("strength", "aside", group.end) if marks in ASIDE_MARKS and self._men_before(group) else None

    def _men_before(self, group: Group) -> bool:
        """Whether a plural for forces ends right before the mark that opens an aside."""
        k = group.start - 2
        hit = self.units.at(self.tokens[k].char_start) if k >= 0 else None
        return hit is not None and hit.unit.plural is not False and hit.unit.kind == "personnel"

    def _plural_before(self, k: int) -> bool:
        """Whether a plural for people ends before token ``k``."""
        return k > 0 and any(
            (hit := self.units.at(self.tokens[j].char_start)) is not None and hit.unit.plural is not False
            for j in range(max(0, k - 2), k)
        )
