"""What the clause tells of a count that no verb, noun or adjective of the role lexicon governs.

Each witness is a way in which a clause can tell of a count beside governing it. They are asked in order of weight, and
the first that answers gives the role; ``how`` is its name:

1. ``measure``: the count is measured against one before it ("500 rebels were killed, against 40 soldiers").
2. ``list``: it stands in brackets behind a contributor ("the largest contingents are those of Rwanda (2,600)").
3. ``share``: it is what one before it is the first, the last or a part of ("a battalion, the first of 9,000 troops").
4. ``holder``: it is what a body of men is made of, and the body acts ("a mission of 60 observers").
5. ``beside``: it is told with somebody or something that a verb governs ("freed the general together with 80 men").
6. ``agent``: a preposition ties it to an act of war ("ringed by", "fought against", "broke into the town with").
7. ``inverted``: it is the subject of a verb before it ("killed were two officers", "in relief arrived 600 men").
8. ``doer``: it is the subject of a verb that the lexicon does not know ("three brigades drove into the town").
9. ``there``: a place stands directly behind it ("photographs show 60 tanks at the border").
10. ``owned``: it is what a force has ("the army's 12,000 men are badly paid").
"""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.figures.governed import FAR, HARM, Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.objects import Objects
from sitrep.extract.figures.roles import closed, finite_words, speech_forms, words
from sitrep.inflection import PARTICIPLE, PAST

_SIZED = frozenset({"strength", "have"})
_FORCES = frozenset({"personnel", "formation"})
_NEAR = 4
_APART = frozenset({",", "–", "—", "("})


class Evidence(Objects):
    """Weighs the witnesses of one sentence."""

    def joined(self, group: Group) -> Governed | None:
        """What a verb before its subject tells, where a second predicate follows: "died eight men and were hurt 12"."""
        if group.end >= len(self.tokens) or self.tokens[group.end].lower not in closed("coordinators"):
            return None
        return self._inverted(group)

    def weighed(self, i: int, found: Sequence[Governed | None]) -> Governed | None:
        """What the weightiest witness tells of group ``i``."""
        group = self.groups[i]
        return (
            self._measured(i, found)
            or self._contributed(self.groups[i])
            or self._of_whole(i, found)
            or self._shared(i, found)
            or self._held(group)
            or self._beside(group)
            or self._tied(group)
            or self._borne(group)
            or self._inverted(group)
            or self._of_doers(group)
            or self._there_too(i)
            or (
                self._doer(group) or self._there(group) or self._possessed(group)
                if self._of_war(group) and group.form != "article"
                else None
            )
        )

    def _of_war(self, group: Group) -> bool:
        """Whether forces or arms are counted."""
        return group.hit is not None and group.hit.unit.kind != "civilian"

    def _words_before(self, group: Group, n: int) -> list[str]:
        return [t.lower for t in self.tokens[max(0, group.start - n) : group.start]]

    def _measured(self, i: int, found: Sequence[Governed | None]) -> Governed | None:
        before = self._words_before(self.groups[i], 2)
        told = found[i - 1] if i else None
        compared = bool(before) and (before[-1] in words("measures") or " ".join(before) in words("measures"))
        if not compared or told is None or told.role not in HARM | _SIZED:
            return None
        return Governed(told.role, "measure", told.token, told.verb)

    def _contributed(self, group: Group) -> Governed | None:
        """ "the largest contingents being those of Rwanda (2,600) and Tanzania (1,100)": what a state has sent."""
        k = group.start - 1
        if group.form != "elided" or k < 1 or group.end >= len(self.tokens) or k - 1 not in self.names_to:
            return None
        if (self.tokens[k].text, self.tokens[group.end].text) != ("(", ")"):
            return None
        told = next((j for j in range(k, -1, -1) if self.tokens[j].lower in words("contributors")), None)
        return Governed("deployed", "list", told) if told is not None else None

    def _of_whole(self, i: int, found: Sequence[Governed | None]) -> Governed | None:
        """ "150 prisoners, of whom three commanders": what is told of the whole."""
        before = self._words_before(self.groups[i], 3)
        told = found[i - 1] if i else None
        while before and before[-1] in closed("adverbs"):
            before.pop()
        if told is None or before[-2:-1] != ["of"] or before[-1] not in words("partitives"):
            return None
        return Governed(told.role, "list", told.token, told.verb)

    def elliptical(self, i: int, found: Sequence[Governed | None]) -> Governed | None:
        """ "12 soldiers were killed, as were 30 rebels": what the clause before tells."""
        group = self.groups[i]
        k = self._left(group.start)
        if k < 2 or self.tokens[k].lower not in closed("be", "have", "do") | words("past_do"):
            return None
        if self.tokens[k - 1].lower not in words("likening"):
            return None
        told = found[i - 1] if i else None
        if told is not None and told.role in HARM | {"deployed", "reinforcing", "trained"}:
            return Governed(told.role, "list", told.token, told.verb)
        for j in range(k - 2, max(-1, k - FAR), -1):
            verb = self.roles.verb_at.get(j)
            if verb is not None:
                role = verb.object_role if verb.passive else verb.subject_role
                return Governed(role, "list", j, verb) if role else None
        return None

    def _shared(self, i: int, found: Sequence[Governed | None]) -> Governed | None:
        before = self._words_before(self.groups[i], 3)
        told = found[i - 1] if i else None
        if told is None or len(before) < 2 or before[-1] != "of" or before[-2] not in words("shares"):
            return None
        return Governed(told.role, "share", told.token, told.verb)

    def _held(self, group: Group) -> Governed | None:
        before = self._words_before(group, 2)
        if len(before) < 2 or before[-1] != "of" or before[-2] not in words("bodies"):
            return None
        told = self._behind_body(group) or self._far_left_of(group.start - 2)
        noun = self.roles.noun_at.get(group.start - 2)
        moving = noun is not None and noun.role == "deployed" and self._of_war(group)
        men = group.form == "elided" and before[-2] in words("bodies_of_forces")
        if told is None and (men or self._of_war(group)):
            return Governed("deployed" if moving else "strength", "holder", group.start - 2)
        return told

    def _behind_body(self, group: Group) -> Governed | None:
        told = self._far_right(group)
        if told is None and group.end < len(self.tokens) and self.tokens[group.end].lower in speech_forms():
            # A mission that verifies or reports is there.
            return Governed("deployed", "holder", group.end)
        return told

    def _beside(self, group: Group) -> Governed | None:
        """What the nearest verb of the clause does to those with whom the group is told."""
        before = self._words_before(group, 2)
        pair = " ".join(before)
        if pair not in words("together") and (not before or before[-1] not in words("together")):
            return None
        for k in range(group.start - 2, max(-1, group.start - 2 - FAR), -1):
            verb = self.roles.verb_at.get(k)
            if verb is not None:
                role = verb.object_role if verb.passive or verb.object_role in HARM else verb.subject_role
                return Governed(role, "beside", k, verb) if role else None
            if self.tokens[k].lower in words("clause_ends"):
                return None
        return None

    def _tied(self, group: Group) -> Governed | None:
        """The act that a preposition ties the group to: it is done with them, by them or against them."""
        k = self._left(group.start)
        if k < 1 or self.tokens[k].lower not in words("ties"):
            return None
        for j in range(k - 1, max(-1, k - FAR), -1):
            lower = self.tokens[j].lower
            if lower in words("clause_ends") or j in self.starts:
                return None
            verb = self.roles.verb_at.get(j)
            if verb is None and lower in closed("be"):
                # Another verb, which no lexicon knows, is what they are told with: "was travelling with two guards".
                return None
            if verb is not None and self.tokens[k].lower == "with" and not verb.passive and verb.subject_role:
                return Governed(verb.subject_role, "agent", j, verb)
            if verb is not None and self._of_war(group):
                return Governed("deployed", "agent", j, verb)
            if self._of_war(group) and (lower in words("operations") or (j == k - 1 and lower.endswith("ed"))):
                return Governed("deployed", "agent", j)
        return None

    def _borne(self, group: Group) -> Governed | None:
        """What those do who ride in the vehicles counted: "the rebels advanced in 30 pickups"."""
        k = self._left(group.start)
        if k < 1 or group.hit is None or self.tokens[k].lower not in words("riding"):
            return None
        if group.hit.unit.group not in ("vehicle", "armour", "vessel", "aircraft"):
            return None
        for j in range(k - 1, max(-1, k - _NEAR), -1):
            verb = self.roles.verb_at.get(j)
            if verb is not None:
                return Governed("deployed", "agent", j, verb) if verb.subject_role == "deployed" else None
            if self.tokens[j].lower in words("clause_ends"):
                return None
        return None

    def _inverted(self, group: Group) -> Governed | None:
        """What a verb before its own subject tells: no subject stands before it and no other count between."""
        told = self._counted_among(group) or self._found_there(group)
        if told is not None:
            return told
        for k in range(group.start - 1, max(-1, group.start - FAR), -1):
            if self.tokens[k].lower in words("clause_ends") or k in self.starts:
                return None
            verb = self.roles.verb_at.get(k)
            if verb is None:
                continue
            expletive = verb.passive and verb.end == group.start and verb.object_role in HARM and self._expletive(k)
            if not verb.forms & (PAST | PARTICIPLE) or (self._has_subject(k) and not expletive):
                return None
            passive = verb.object_role or verb.subject_role
            role = passive if verb.passive else verb.subject_role if not verb.object_role else None
            return Governed(role, "inverted", k, verb) if role else None
        return None

    def _counted_among(self, group: Group) -> Governed | None:
        """ "among the fallen were three captains"."""
        k = group.start - 1
        if k < 2 or self.tokens[k].lower not in closed("be"):
            return None
        for j in range(k - 1, max(-1, k - _NEAR - 1), -1):
            word = self.roles.adjective_at.get(j) or self.roles.noun_at.get(j)
            if word is not None and word.role in HARM and self.tokens[max(0, j - 2)].lower in words("amid"):
                return Governed(word.role, "adjective", j)
        return None

    def _found_there(self, group: Group) -> Governed | None:
        """ "inside the fort were only 619 Bolivians", "on the hill stood 40 guns"."""
        k = self._left(group.start)
        if k < 1 or self.tokens[k].lower not in closed("be") | words("standing_verbs"):
            return None
        ends = words("clause_ends") | {","}
        first = next((j for j in range(k - 1, -1, -1) if self.tokens[j].lower in ends), -1) + 1
        opens = self.tokens[first].lower in words("locative") - words("weak_locative") and k - first < FAR
        sized = any(t.lower in words("men_together") for t in self.tokens[first + 1 : first + 1 + _NEAR])
        return Governed("strength" if sized else "deployed", "inverted", k) if opens else None

    def _expletive(self, k: int) -> bool:
        """Whether a pronoun that stands for nobody opens the clause: "it were destroyed 12 tanks"."""
        while k and self.tokens[k - 1].lower in closed("be", "have"):
            k -= 1
        return k > 0 and self.tokens[k - 1].lower in words("expletives")

    def _has_subject(self, k: int) -> bool:
        """Whether a subject stands before the verb at ``k`` in its clause."""
        auxiliaries = closed("be", "have", "modals", "adverbs")
        while k and self.tokens[k - 1].lower in auxiliaries:
            k -= 1
        opened = False
        for j in range(k - 1, max(-1, k - FAR), -1):
            lower = self.tokens[j].lower
            if lower in closed("prepositions"):
                opened = False
                continue
            if not lower[0].isalnum() or lower in words("clause_ends") or lower in closed("coordinators"):
                return opened
            opened = True
        return opened

    def _of_doers(self, group: Group) -> Governed | None:
        """ "they came down from the hills, 300 of them": what a clause tells of its subject."""
        if group.form != "partitive" or not group.start or self.tokens[group.start - 1].text not in _APART:
            return None
        for k in range(group.start - 2, max(-1, group.start - 2 - FAR), -1):
            verb = self.roles.verb_at.get(k)
            if verb is not None and self.tokens[k - 1].lower in words("expletives"):
                return Governed(verb.subject_role, "doer", k, verb) if verb.subject_role else None
            if self.tokens[k].lower in words("clause_ends"):
                return None
        return None

    def _there_too(self, i: int) -> Governed | None:
        """ "1,400 men on its books but only 600 in the trenches": where those are whose noun is told before."""
        group = self.groups[i]
        if not i or group.form != "elided" or not self._of_war(self.groups[i - 1]):
            return None
        joined = [t.lower for t in self.tokens[max(0, group.start - 2) : group.start]]
        parted = any(lower in closed("coordinators") | words("clause_parts") for lower in joined)
        return self._there(group) if parted else None

    def _acts(self, k: int) -> bool:
        """Whether a finite verb other than of speech or being stands at ``k``, past adverbs."""
        while k < len(self.tokens) and (
            self.tokens[k].lower in closed("adverbs") or self.tokens[k].lower.endswith("ly")
        ):
            k += 1
        if k >= len(self.tokens):
            return False
        lower = self.tokens[k].lower
        other = closed("be", "have", "modals", "do") | speech_forms()
        return (lower in finite_words() or lower.endswith("ed")) and lower not in other

    def _doer(self, group: Group) -> Governed | None:
        if group.hit is None or group.hit.unit.kind not in _FORCES or not self._acts(group.end):
            return None
        return Governed("deployed", "doer", group.end)

    def _sized(self, group: Group) -> Governed | None:
        verbs = (self.roles.verb_at.get(k) for k in range(group.start, group.end))
        verb = next((v for v in verbs if v is not None and v.lemma in words("totalling")), None)
        return Governed("strength", "sized", verb.start, verb) if verb is not None and group.form == "before" else None

    def _possessed(self, group: Group) -> Governed | None:
        """ "the army's 12,000 men are badly paid": whose they are is all that is told of them."""
        k = group.start - 1
        if k < 0:
            return None
        lower = self.tokens[k].lower
        owner = self.tokens[k - 1].lower if lower in ("'", "’") and k else lower[:-2]
        owned = lower.endswith(("'s", "’s", "'", "’")) and owner in words("forces", "bodies")
        return Governed("strength", "noun", k) if owned or lower in words("possessors") - words("ours") else None

    def _there(self, group: Group) -> Governed | None:
        tokens, k = self.tokens, group.end
        if k + 1 >= len(tokens) or tokens[k].lower not in words("locative") - words("weak_locative"):
            return None
        named = any(j in self.names for j in range(k + 1, k + _NEAR))
        ground = any(t.lower in words("grounds") for t in tokens[k + 1 : k + 1 + _NEAR])
        return Governed("deployed", "there", k) if named or ground else None
