"""What governs a count from further off: the nearest verb or noun of its clause, over other phrases."""

from __future__ import annotations

from functools import cache, cached_property

from sitrep.extract.figures.governed import FAR, HARM, Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.lists import Lists
from sitrep.extract.figures.roles import closed, finite_words, speech_forms, words
from sitrep.inflection import BASE, GERUND

# How far a list of aid may stand from the word for it, in tokens.
_LIST = 60


@cache
def _auxiliaries() -> frozenset[str]:
    return closed("be", "have", "modals", "do")


# Up to how many tokens an aside behind a coordinator takes.
_ASIDE = 10


class Distant(Lists):
    """Looks over the clause of a count for a governor."""

    def _far(self, group: Group) -> Governed | None:
        """The nearest verb that can govern the group over other phrases of its clause."""
        left = self._far_left(group)
        right = self._far_right(group)
        joined = group.end < len(self.tokens) and self.tokens[group.end].lower in closed("coordinators")
        if left is not None and (right is None or joined or group.start - left.token <= right.token - group.end + 3):
            return left
        return right or left

    @cached_property
    def _named_with(self) -> frozenset[int]:
        """The tokens inside the nouns of groups, behind their first."""
        named: set[int] = set()
        for g in self.groups:
            if g.hit is not None and g.form == "noun":
                named.update(k for k in range(g.start + 1, g.end) if self.tokens[k].char_start >= g.hit.char_start)
        return frozenset(named)

    def _far_left(self, group: Group) -> Governed | None:
        return self._far_left_of(group.start)

    def _far_left_of(self, start: int) -> Governed | None:
        ends, reaching = words("clause_ends", "asides"), words("reaching")
        aside = self._aside_before(start - 1)
        for k in range(start - 1 - aside, max(-1, start - FAR - aside), -1):
            lower = self.tokens[k].lower
            if k in self._named_with:
                # "infantry fighting vehicles" fight nobody
                continue
            if lower in ends:
                return None
            if lower in reaching:
                topic = next((n for n in reversed(self.roles.nouns) if n.end <= k and n.start > k - 16), None)
                return Governed(topic.role, "noun", topic.start) if topic else None
            verb = self.roles.verb_at.get(k)
            if verb is not None:
                if verb.passive or not verb.object_role:
                    return None
                if verb.forms == GERUND and verb.lemma in words("own_loss") and self.tokens[verb.end].lower == "to":
                    # "suffering to millions" is what is brought, "losing to them 12 tanks" is rare.
                    return None
                return Governed(verb.object_role, "far", k, verb)
            noun = self.roles.noun_at.get(k)
            if (
                noun is not None
                and noun.role in HARM
                and noun.end < len(self.tokens)
                and self.tokens[noun.end].lower in words("toll_links")
            ):
                return Governed(noun.role, "noun", k)
        return None

    def _aside_before(self, k: int) -> int:
        """How many tokens the aside takes that ends at ``k``, with its coordinator ("... and, according to X, 92"), or
        0."""
        if k < 0 or self.tokens[k].text != ",":
            return 0
        opened = next((j for j in range(k - 1, max(0, k - _ASIDE), -1) if self.tokens[j].text == ","), 0)
        return k - opened + 1 if opened and self.tokens[opened - 1].lower in closed("coordinators") else 0

    def _of_aid(self, group: Group) -> Governed | None:
        """The aid that a long list tells of: "assistance to Kyiv: drones, rifles and 40 howitzers"."""
        if group.hit is None or group.hit.unit.kind != "equipment":
            return None
        opened = False
        for k in range(group.start - 1, max(-1, group.start - _LIST), -1):
            lower = self.tokens[k].lower
            if not opened:
                opened = lower in words("list_openers") or lower in words("list_marks")
                if lower == ";" or (not opened and k in self.roles.verb_at):
                    return None
                continue
            noun = self.roles.noun_at.get(k)
            if lower in words("aid_nouns") or (noun is not None and noun.role == "supplied"):
                return Governed("supplied", "noun", k)
            if lower == ";" or (lower in words("clause_ends") and lower != ":"):
                return None
        return None

    def _does_else(self, k: int) -> int | None:
        """Where a verb of another act stands whose subject ends at ``k``: "the two leaders discussed efforts"."""
        while k < len(self.tokens) and self.tokens[k].lower in closed("adverbs"):
            k += 1
        if k + 1 >= len(self.tokens) or k in self.roles.verb_at or k in self.roles.adjective_at:
            return None
        lower, behind = self.tokens[k].lower, self.tokens[k + 1].lower
        if not lower.endswith("ed") and (lower not in finite_words() or lower in _auxiliaries()):
            return None
        return k if behind[0].isalnum() and behind not in closed("prepositions") else None

    def _far_right(self, group: Group) -> Governed | None:
        n, until = len(self.tokens), -1
        act = self._does_else(group.end)
        if act is not None:
            forces = group.hit is not None and group.hit.unit.kind in ("personnel", "formation")
            acting = forces and self.tokens[act].lower not in speech_forms()
            return (self._then(act + 1) or Governed("deployed", "far", act)) if acting else None
        named = self._named_with
        ends, copulas, auxiliaries, verb_at = words("clause_ends"), words("copulas"), _auxiliaries(), self.roles.verb_at
        for k in range(group.end, min(n, group.end + FAR + 8)):
            lower = self.tokens[k].lower
            if k < until or k in named or (k in verb_at and verb_at[k].lemma in words("equipping")):
                continue
            if lower in ",–—-([" and (after := self.inserted(k)):
                until = after
                continue
            if k >= group.end + FAR and until < 0:
                return None
            if lower in closed("coordinators") and k + 1 in self.names and self.tokens[k - 1].text == ",":
                # "fled with 300 men, and Kiir dismissed him": another clause.
                return None
            if lower in ends or (k in self.starts and k > group.end + 1 and not self._linked(group, self.starts[k])):
                return None
            if lower in auxiliaries or lower in copulas or k in verb_at:
                found = self.predicate(k, 1)
                if found is not None and self.active_aside(k, found):
                    continue
                if found is not None:
                    return Governed(found.role, "far", found.token, found.verb)
                if k not in self.roles.verb_at or not self.roles.verb_at[k].forms & BASE:
                    return None
        return None
