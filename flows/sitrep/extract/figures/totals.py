"""Numbers that a total rises or falls to: "brought to 34 the number of men killed"."""

from __future__ import annotations

from itertools import pairwise

from sitrep.extract.figures.articles import Articles
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import closed, words
from sitrep.inflection import PARTICIPLE

_TOPIC_REACH = 20
# How far behind people it is told what they are kept as.
_KEPT = 6
HARMED = frozenset({"killed", "wounded", "captured", "missing"})


class Totals(Articles):
    """Gives the numbers of one sentence the noun of the total that they are."""

    def numbered(self, group: Group) -> None:
        """Give an elided group the noun whose number rises or falls to it ("the number of soldiers rose to 900")."""
        tokens = self.tokens
        if self._numbered_ahead(group):
            return
        changes, halts = words("changes"), words("clause_ends")
        # "has passed 100": the verb is the qualifier of the number.
        changed = any(t.lower in changes for t in tokens[group.start : group.end])
        for k in range(group.start - 1, max(-1, group.start - _TOPIC_REACH), -1):
            if tokens[k].lower in words("number_nouns") and tokens[k + 1].lower == "of":
                # "raise the number of brigades from 12 to 17"
                changed = changed or any(t.lower in changes for t in tokens[max(0, k - 2) : k])
                put = any(t.lower in words("putting") for t in tokens[max(0, k - 2) : k])
                changed = changed or (put and tokens[group.start - 1].lower in words("valuing"))
                break
        for k in range(group.start - 1, max(-1, group.start - _TOPIC_REACH), -1):
            lower = tokens[k].lower
            if lower in halts:
                return
            changed = changed or lower in changes
            if lower in words("number_nouns") and tokens[k + 1].lower == "of":
                harmed = self.roles.adjective_at.get(k + 2 + (tokens[k + 2].lower in words("the")))
                alone = harmed is not None and harmed.end < group.start and not self.unit_soon(harmed.end)
                if changed and alone and harmed.role in HARMED:
                    # "the number of the killed reached 12"
                    group.adjective = harmed.role
                    return
                walked = self.walk(k + 2, False)
                known = walked is not None and (walked[0] is not None or walked[3] is not None)
                if changed and known and walked[1] < group.start:
                    group.hit, group.people, group.form, group.topic = walked[0], walked[3], "noun", k
                    group.adjective = walked[2] or self._done_to(walked[1])
                return

    def _numbered_ahead(self, group: Group) -> bool:
        """Give an elided group the noun whose number stands behind it: "brought to 34 the number of men killed"."""
        tokens, k = self.tokens, group.end + 1
        if k + 2 >= len(tokens) or tokens[k].lower not in words("number_nouns") or tokens[k + 1].lower != "of":
            return False
        walked = self.walk(k + 2, False) if tokens[k - 1].lower in closed("determiners") else None
        if walked is None or (walked[0] is None and walked[3] is None):
            return False
        told = walked[2] or self._done_to(walked[1]) or self._kept_as(walked[1])
        if walked[0] is None and told is None:
            return False
        group.hit, group.people, group.form, group.topic = walked[0], walked[3], "noun", k
        group.adjective = told
        return True

    def _kept_as(self, k: int) -> str | None:
        """Whether those before ``k`` are told to be prisoners: "the number of Russians it shows as prisoners"."""
        behind = [t.lower for t in self.tokens[k : k + _KEPT]]
        kept = any(a == "as" and b in words("kept_as") for a, b in pairwise(behind))
        return "captured" if kept else None

    def _done_to(self, k: int) -> str | None:
        """What an adjective or a participle at ``k`` tells of the noun before it: "the number of officers sent"."""
        while k < len(self.tokens) and self.tokens[k].lower in closed("adverbs"):
            k += 1
        told = self.roles.adjective_at.get(k)
        if told is not None:
            return told.role
        verb = self.roles.verb_at.get(k)
        if verb is None and k < len(self.tokens) and self.tokens[k].lower in closed("subject_pronouns"):
            # "the number of militants it has killed"
            after = k + 1 + (self.tokens[min(k + 1, len(self.tokens) - 1)].lower in closed("have"))
            done = self.roles.verb_at.get(after)
            return done.object_role if done is not None and not done.passive else None
        return verb.object_role if verb is not None and verb.forms & PARTICIPLE and not verb.passive else None
