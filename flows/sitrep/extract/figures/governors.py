"""The role of each count of a sentence, from what governs it: adjective, verb, noun, or the list it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.figures.governed import ASIDE_MARKS, HARM, Governed, inherent
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.nouns_before import LOSSES, NounsBefore
from sitrep.extract.figures.roles import Word, closed, words
from sitrep.inflection import PAST

# Up to how far behind "of" an owner reaches.
_OWNER = 7
# The longest phrase between a participle and the verb of its clause, in tokens.
_PHRASE = 8
# How many characters the noun for the men of a formation may reach over.
_MEN = 24
_BEFELL = frozenset({"released", "withdrawn"})
_LEFT = frozenset({"object", "list"})


class Governors(NounsBefore):
    """Finds what governs the groups of one sentence. ``names`` are the token spans of actors and places in it."""

    def read(self) -> list[Governed | None]:
        """The governor of each group, in order; None where the sentence tells nothing of it."""
        for group in self.groups:
            group.whole = group.whole or self.parted(group)
        found: list[Governed | None] = [self._slain_then(g) or self._near(g) or self._named(g) for g in self.groups]
        for i, group in enumerate(self.groups):
            if (
                i
                and group.form == "partitive"
                and (found[i] is None or found[i].how == "noun")
                and found[i - 1] is not None
            ):
                found[i] = Governed(found[i - 1].role, "list", found[i - 1].token, found[i - 1].verb)
        for i in range(len(self.groups)):
            found[i] = self.elliptical(i, found) or found[i]
        for i in range(len(self.groups) - 1):
            found[i] = self._holding(i, found) or found[i]
        for i in range(1, len(self.groups)):
            if found[i - 1] is not None and self._sums_up(self.groups[i - 1], self.groups[i]):
                found[i] = Governed(found[i - 1].role, "list", found[i - 1].token, found[i - 1].verb)
            if found[i] is None and found[i - 1] is not None and self._breaks_down(self.groups[i - 1], self.groups[i]):
                found[i] = Governed(found[i - 1].role, "list", found[i - 1].token, found[i - 1].verb)
            if found[i] is None and i > 1 and self._past_part(self.groups[i - 1], self.groups[i]):
                whole = found[i - 2]
                found[i] = Governed(whole.role, "list", whole.token, whole.verb) if whole is not None else None
        linked = [self._linked(a, b) for a, b in zip(self.groups, self.groups[1:], strict=False)]
        for i, joined in enumerate(linked):
            if (
                joined
                and found[i] is not None
                and (self._open(found[i + 1], found[i]) or self._only_described(i + 1, found))
                and not self._clause_opens(i + 1, linked, found)
            ):
                found[i + 1] = Governed(found[i].role, "list", found[i].token, found[i].verb)
        for i in range(len(linked) - 1, -1, -1):
            if linked[i] and self._had_there(found[i], found[i + 1]):
                found[i] = Governed("deployed", "list", found[i + 1].token, found[i + 1].verb)
            if linked[i] and self._made_up_of(found[i], found[i + 1]):
                found[i] = Governed(found[i + 1].role, "list", found[i + 1].token, found[i + 1].verb)
            if linked[i] and self._left_so(found[i], found[i + 1]):
                found[i] = Governed(found[i + 1].role, "list", found[i + 1].token, found[i].verb)
            if (
                linked[i]
                and self._open(found[i], found[i + 1])
                and found[i + 1] is not None
                and found[i + 1].how in ("passive", "subject", "adjective", "list")
                and found[i + 1].role != "strength"
            ):
                after = self._behind(self.groups[i]) or self._inverted(self.groups[i])
                found[i] = after or Governed(found[i + 1].role, "list", found[i + 1].token, found[i + 1].verb)
        for i, group in enumerate(self.groups):
            if found[i] is None and i and found[i - 1] is not None and self._in_breakdown(i, linked):
                # "raised the toll to nine: three women and six men"
                found[i] = Governed(found[i - 1].role, "list", found[i - 1].token, found[i - 1].verb)
            if found[i] is None and i and linked[i - 1] and self._goes_on(found[i - 1], group):
                found[i] = Governed(found[i - 1].role, "list", found[i - 1].token, found[i - 1].verb)
            if found[i] is None:
                found[i] = self.joined(group) or self._far(group) or self._left_over(i, found)
            if found[i] is None and i and linked[i - 1] and found[i - 1] is not None:
                found[i] = Governed(found[i - 1].role, "list", found[i - 1].token, found[i - 1].verb)
            if found[i] is None:
                found[i] = self.weighed(i, found)
        return found

    def _named(self, group: Group) -> Governed | None:
        """The role that the noun itself carries: "150 hostages, among them 20 soldiers"."""
        role = inherent().get(group.hit.unit.noun) if group.hit else None
        return Governed(role, "inherent", group.start) if role == "captured" else None

    def _in_breakdown(self, i: int, linked: list[bool]) -> bool:
        """Whether a colon before a group, or before those that it is in a list with, opens what a count is made of."""
        while i > 1 and linked[i - 1] and not self._breaks_down(self.groups[i - 1], self.groups[i]):
            i -= 1
        return self._breaks_down(self.groups[i - 1], self.groups[i])

    def _slain_then(self, group: Group) -> Governed | None:
        """What is done last to those whom the clause tells of: "dragged 200 people from the ward and shot them"."""
        for k in range(group.end, min(len(self.tokens) - 2, group.end + _PHRASE)):
            if self.tokens[k].lower in words("clause_ends") - words("time_links") or k in self.starts:
                return None
            verb = (
                self.roles.verb_at.get(k + 1) if self.tokens[k].lower in words("second_verbs", "time_links") else None
            )
            if verb is None or verb.passive or verb.end >= len(self.tokens):
                continue
            slain = verb.object_role == "killed" or verb.lemma in words("shooting")
            if slain and self.tokens[verb.end].lower in words("those_told"):
                return Governed(verb.object_role, "object", verb.start, verb)
        return None

    def _holding(self, i: int, found: list[Governed | None]) -> Governed | None:
        """What is told of the men of a formation, for the formation: "a battalion of 400 commandos will arrive"."""
        group, inner = self.groups[i], self.groups[i + 1]
        told = found[i + 1]
        of = inner.start == group.end + 1 and self.tokens[group.end].lower == "of"
        if not of or found[i] is not None or told is None or told.how not in ("passive", "subject"):
            return None
        return told if group.hit is not None and group.hit.unit.kind == "formation" else None

    def parted(self, group: Group) -> bool:
        """Whether a part of the count is told of: "lost half of its 50 aircraft", "Of the six scouts three fell"."""
        fronted = group.start in (1, 2) and self.tokens[0].lower == "of" and group.end in self.starts
        if fronted and all(t.lower in words("the") for t in self.tokens[1 : group.start]):
            return True
        before = [t.lower for t in self.tokens[max(0, group.start - 3) : group.start]]
        if before and before[-1] in words("possessors") | {"the"}:
            before.pop()
        return len(before) > 1 and before[-1] == "of" and before[-2] in words("parts")

    def _whose(self, group: Group) -> Governed | None:
        """ "the coast guard, whose 3,500 men patrol the shore": what a force has."""
        k = group.start - 1
        if k < 2 or self.tokens[k].lower not in words("whose") or self.tokens[k - 1].text != ",":
            return None
        owner = self.tokens[k - 2].lower
        return Governed("strength", "noun", k) if owner in words("bodies") | words("forces") else None

    def _who_were(self, group: Group) -> Governed | None:
        """ "we pray for the 29 who were wounded": what a clause tells of those whose noun is left out."""
        if group.form != "elided" or group.end >= len(self.tokens):
            return None
        k = group.end
        if self.tokens[k].lower not in words("relative_pronouns"):
            return None
        told = self.predicate(k, 0)
        freed = self._object(group, group.start) if told is not None and told.role == "captured" else None
        if freed is not None and freed.role in _BEFELL:
            # "freed three who had been held"
            return freed
        if told is not None and told.role in HARM:
            return told
        told = self.predicate(k + 1, 1)
        promised = told is not None and told.role == "supplied" and told.how in ("passive", "adjective")
        return Governed(told.role, "passive", told.token, told.verb) if promised else None

    def _near(self, group: Group) -> Governed | None:
        if group.topic >= 0:
            return self._of_topic(group)
        harmed = self._who_were(group) or self._labelled(group) or self._apposed_to_harmed(group)
        harmed = harmed or self._sized(group)
        if harmed is not None:
            return harmed
        if group.adjective in ("killed", "wounded", "missing", "casualties"):
            hurt = group.adjective == "wounded"
            done = (self._object(group, group.start) or self._behind(group)) if hurt else None
            if done is not None and done.role in ("captured", "released", "killed"):
                # "captured 200 wounded men in the hospital", "seven of the wounded died".
                return done
            return Governed(group.adjective, "adjective", group.start)
        if group.form == "elided" and self._of_men(group):
            told = self._held(group)
            if told is not None and told.verb is not None and told.verb.lemma in words("allotting", "upholding"):
                return Governed("strength", "noun", told.token)
            far = told is not None and told.how == "far" and told.token < group.start
            return Governed(told.role, "list", told.token, told.verb) if far else told
        there = self._already_there(group)
        if there is not None:
            return there
        behind = self._adjective_behind(group)
        if behind is not None and self.tokens[behind.token].lower in words("inside"):
            # "is sending 2,500 troops in all"
            left = self._object(group, group.start)
            if left is not None and left.how == "object":
                return left
        if behind is not None and behind.role in ("deployed", "supplied", "trained", "captured"):
            behind = self._undergone(group, behind) or behind
        if behind is not None:
            left = self._verb_to(self._left(group.start) + 1)
            if left is not None and left.lemma in words("own_loss") and group.hit is None and behind.verb is None:
                behind.verb = left
            return behind
        if group.form == "compound" and group.adjective:
            return Governed(group.adjective, "adjective", group.start)
        each = group.end < len(self.tokens) and self.tokens[group.end].lower in words("each")
        if each and group.start and self.tokens[group.start - 1].lower == "of":
            told = self.predicate(group.end + 1, 1)
            return told if told is not None and told.how == "passive" else Governed("strength", "adjective", group.end)
        sized = self._put_at(self._left(group.start)) or self._resized(group)
        if sized is not None:
            return sized
        noun = self._noun_before(group)
        held = noun is not None and self._contains(noun.token, group) and not self._totalled(group.start)
        whole = self._verb_to(group.start) if noun is not None else None
        if whole is not None and whole.start < noun.token < whole.end:
            # "took delivery of 38 tanks"
            noun = None
        if noun is not None and noun.role != "strength" and not held and self._of(group.start):
            # "reinforcements of 400 men arrived": they are there.
            come = self._behind(group) if noun.role == "reinforcing" else None
            there = come is not None and come.role == "deployed" and self.tokens[come.token - 1].lower != "being"
            return come if there else noun
        left = self._object(group, noun.token if held else group.start)
        if left is None and held and noun is not None:
            left = self._with_holder(noun.token)
        if left is not None:
            if held and left.verb is not None and left.verb.lemma in words("allotting", "upholding"):
                # "authorised a force of up to 5,550 men": that will be its size.
                return Governed("strength", "noun", left.token)
            return self._shown(group, left) or self._surrendered(group, left) or left
        if group.adjective:
            # "two of the kidnapped priests were released"
            after = self._behind(group) if group.adjective == "captured" else None
            freed = after is not None and after.role in _BEFELL | {"killed"}
            return after if freed else Governed(group.adjective, "adjective", group.start)
        right = self._owned(group) or self._whose(group) or self._behind(group)
        if right is not None:
            return right
        return noun

    def _shown(self, group: Group, left: Governed) -> Governed | None:
        """What befell those, before it, whom somebody shows: "displayed 40 rifles seized from the rebels"."""
        if left.verb is None or left.verb.lemma not in words("showing_off"):
            return None
        told = self.predicate(group.end, 1)
        return told if told is not None and told.role in HARM and told.how in ("passive", "adjective") else None

    def _already_there(self, group: Group) -> Governed | None:
        """ "would join the 9,500 already on the border"."""
        k = group.end
        if group.form != "elided" or k + 1 >= len(self.tokens) or self.tokens[k].lower not in words("by_now"):
            return None
        told = self.tokens[k + 1].lower in words("presence")
        return Governed("deployed", "subject", k) if told else None

    def _surrendered(self, group: Group, left: Governed) -> Governed | None:
        """What befell those before something was done for them: "sheltered 1,200 soldiers who had laid down arms"."""
        k = group.end
        if left.role != "other" or k >= len(self.tokens) or self.tokens[k].lower not in words("relative_pronouns"):
            return None
        told = self.predicate(k + 1, 1)
        return told if told is not None and told.role in HARM else None

    def _open(self, told: Governed | None, beside: Governed | None) -> bool:
        """Whether nothing but its noun tells of a count: what befell those of its list befell them."""
        if told is None:
            return True
        if told.how != "inherent" or beside is None or beside.how == "inherent":
            return False
        # "13 hostages and eight kidnappers died"
        died = beside.role == "killed" and beside.how in ("subject", "passive")
        return died or beside.role in _BEFELL

    def _only_described(self, i: int, found: Sequence[Governed | None]) -> bool:
        """Whether a relative clause tells who those are whom a harm befell: "killed two men and a guard who slept"."""
        told, beside, k = found[i], found[i - 1], self.groups[i].start
        if told is None or told.role in HARM or beside is None or beside.role not in HARM or beside.how not in _LEFT:
            return False
        if k < 2 or self.tokens[k - 1].lower not in words("joints") or self.tokens[k - 2].text == ",":
            return False
        return any(t.lower in words("relative_pronouns") for t in self.tokens[self.groups[i].end : told.token])

    def _had_there(self, told: Governed | None, after: Governed | None) -> bool:
        """Whether the end of a list tells where all of it is: "had 900 troops and 60 policemen on the ground"."""
        if told is None or after is None or told.how != "have":
            return False
        return after.how == "adjective" and after.role == "deployed"

    def _made_up_of(self, told: Governed | None, after: Governed | None) -> bool:
        """Whether the end of a list tells what a force does that is made up of all of it: "a force of 500 Russians, 500
        Georgians and 300 Ossetians has policed the line"."""
        if told is None or after is None or told.role != "strength" or told.how not in ("noun", "list"):
            return False
        of_body = self.tokens[told.token].lower in words("bodies")
        return of_body and after.how in ("subject", "passive", "list") and after.role == "deployed"

    def _left_so(self, told: Governed | None, after: Governed | None) -> bool:
        """Whether what is told at the end of a list is told of all of it: "left six rebels and two soldiers dead"."""
        if told is None or told.verb is None or told.verb.lemma not in words("leaving") or told.how not in _LEFT:
            return False
        return after is not None and after.how in ("adjective", "list") and after.role in HARM

    def _with_holder(self, k: int) -> Governed | None:
        """What is done to a ship and to its crew: "freed the tanker and its crew of 24"."""
        left = self._left(k)
        if left < 0 or self.tokens[left].lower not in words("along_with"):
            return None
        found = self._far_left_of(left)
        return found if found is not None and found.role in HARM else None

    def _owned(self, group: Group) -> Governed | None:
        """ "the six soldiers' deaths"."""
        noun = self.roles.noun_at.get(group.end + 1)
        return Governed(noun.role, "noun", noun.start) if noun and self.tokens[group.end].text in "'’" else None

    def _adjective_behind(self, group: Group) -> Governed | None:
        k = group.end
        if group.form == "before":
            return None
        word = self.roles.adjective_at.get(k)
        if word is None and k + 2 < len(self.tokens) and self.tokens[k].text == ",":
            # "seven students, kidnapped by gunmen, ..."
            aside = self.roles.adjective_at.get(k + 1)
            if aside is not None and aside.end < len(self.tokens) and self.tokens[aside.end].lower == "by":
                word = aside
        if word is None and k < len(self.tokens) and self.tokens[k].lower in words("behind_count"):
            word = self.roles.adjective_at.get(k + 1)
        if word is None and [t.lower for t in self.tokens[k : k + 2]] == ["among", "those"]:
            # "59 of its staff among those detained"
            word = self.roles.adjective_at.get(k + 2)
        if word is None or word.role in ("reinforcing",):
            return None
        verb = self.roles.verb_at.get(word.start)
        if verb is not None and (verb.end > word.end or (verb.end == word.end and self.takes_object(word.end))):
            return None
        return Governed(self._together(word), "adjective", word.start)

    def _undergone(self, group: Group, behind: Governed) -> Governed | None:
        """The harm told of those who are somewhere: "shot down 14 drones launched by", "the nine men aboard died"."""
        before = self._object(group, group.start)
        if before is not None and before.role in HARM and before.verb is not None:
            return before
        end = self.roles.adjective_at[behind.token].end
        after = self.predicate(end, 1) if end < len(self.tokens) else None
        if after is None and behind.role == "captured":
            after = self._past_phrase(end)
        return after if after is not None and after.role in HARM and after.how != "relative" else None

    def _past_phrase(self, k: int) -> Governed | None:
        """What is told behind a phrase that tells where or since when: "held in Sirte since May walked free"."""
        for j in range(k, min(len(self.tokens), k + _PHRASE)):
            if self.tokens[j].lower in words("clause_ends") or self.tokens[j].text == "," or j in self.starts:
                return None
            verb = self.roles.verb_at.get(j)
            if self.tokens[j].lower in closed("be", "have") or (
                verb is not None and verb.forms & PAST and verb.subject_role
            ):
                return self.predicate(j, 1)
        return None

    def _together(self, word: Word) -> str:
        """The role of harms told of one count together: "killed, wounded or missing"."""
        told, k = {word.role}, word.end
        while word.role in LOSSES and k < len(self.tokens):
            joined = k
            while joined < len(self.tokens) and joined < k + 2 and self.tokens[joined].lower in words("joints"):
                joined += 1
            other = self.roles.adjective_at.get(joined) if joined > k else None
            if other is None or other.role not in LOSSES or self.takes_object(other.end):
                break
            told.add(other.role)
            k = other.end
        return word.role if len(told) == 1 else "casualties"

    def _apposed(self, group: Group) -> bool:
        """Whether the group tells how many they are whom it follows: "Eritrean forces, some 20 divisions, crossed"."""
        if group.start < 2 or group.end + 1 >= len(self.tokens):
            return False
        marks = self.tokens[group.start - 1].text, self.tokens[group.end].text
        return marks in ASIDE_MARKS and group.start - 1 not in self.ends

    def _struck_at(self, group: Group) -> bool:
        """Whether the group is what an attack was on, and no subject: "a strike on a boat killed 11 people"."""
        before = [t.lower for t in self.tokens[max(0, group.start - 2) : group.start]]
        return len(before) == 2 and before[1] in words("aimed_on") and before[0] in words("blows", "operations")

    def _behind(self, group: Group) -> Governed | None:
        if self._struck_at(group):
            return None
        found = self.predicate(group.end, 0)
        if found is None and self._apposed(group):
            return self.predicate(group.end + 1, 1)
        owned = (self._past_owner(group.end) or self._past_men(group)) if found is None else 0
        if owned:
            return self.predicate(owned, 1)
        aside = [t.lower for t in self.tokens[group.end : group.end + 3]]
        denied = len(aside) == 3 and aside[1] in words("nothing") and aside[2] == "of"
        if found is None and aside[:1] == [","] and not denied:
            after = self.inserted(group.end)
            return self.predicate(after, 1) if after else None
        return found

    def _past_men(self, group: Group) -> int:
        """Behind the men of a formation: "a company of border guards surrendered", or 0."""
        k = group.end
        if group.hit is None or group.hit.unit.kind != "formation" or k + 1 >= len(self.tokens):
            return 0
        if self.tokens[k].lower != "of" or k + 1 in self.starts:
            return 0
        hit = next(iter(self.units.hits_in(self.tokens[k + 1].char_start, self.tokens[k + 1].char_end + _MEN)), None)
        if hit is None or hit.unit.kind == "formation":
            return 0
        return next((j for j in range(k + 2, len(self.tokens)) if self.tokens[j].char_start >= hit.char_end), 0)

    def _past_owner(self, k: int) -> int:
        """The auxiliary behind the "of" at ``k`` and those it names: "a helicopter of the air force was", or 0."""
        if k >= len(self.tokens) or self.tokens[k].lower not in words("origins"):
            return 0
        for j in range(k + 1, min(len(self.tokens), k + _OWNER)):
            lower = self.tokens[j].lower
            if lower in closed("be") or lower in closed("have"):
                return j if j > k + 1 else 0
            if j in self.starts or not lower[0].isalnum() or lower in words("clause_ends") or j in self.roles.verb_at:
                return 0
        return 0
