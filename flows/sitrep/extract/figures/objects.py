"""What verb a count is the object of, and what act its preposition ties it to."""

from __future__ import annotations

from functools import cache, cached_property

from sitrep.extract.figures.fragments import Fragments
from sitrep.extract.figures.governed import FAR, HARM, Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import Verb, closed, heads, split_verb, words
from sitrep.inflection import GERUND, PARTICIPLE, PAST

_HURT = frozenset({"killed", "wounded"})
_HARMED = frozenset({"killed", "wounded", "captured", "missing"})
_SENT = frozenset({"deployed", "supplied", "reinforcing", "requested"})
_LOST = frozenset({"destroyed", "captured"})
_TAKING_ALONG = frozenset({"withdrawn", "surrendered"})
# How far before its object a verb may stand whose particle follows it.
_SPLIT = 5
# How far before "with" the verb may stand that it goes with.
_FURNISHED = 9
# How many words back the contact stands that "has since then been lost with" somebody.
_TOUCH = 6
_STOPS = frozenset(".;,")


@cache
def _before_counts() -> frozenset[str]:
    """Words that stand between a count and the word that it goes with."""
    return (closed("adverbs", "determiners") | words("before_counts")) - {"that"}


def _arms(group: Group) -> bool:
    return group.hit is not None and group.hit.unit.kind == "equipment"


class Objects(Fragments):
    """Answers about the objects of one sentence."""

    def _left(self, start: int) -> int:
        """The token just before the group, past adverbs, determiners and "a total of"."""
        k, passed = start - 1, _before_counts()
        if k > 1 and self.tokens[k].lower == "of" and self.tokens[k - 1].lower in words("in_sum"):
            k -= 2
            k -= self.tokens[k].lower in words("summing")
        if k > 1 and self.tokens[k].lower == "but" and self.tokens[k - 1].lower == "all":
            k -= 2
        for _ in range(3):
            if k < 0:
                break
            lower = self.tokens[k].lower
            if not (lower in passed or lower.endswith("ly") or lower in '"“‘'):
                break
            k -= 1
        return k

    def _object(self, group: Group, start: int) -> Governed | None:
        k = self._left(start)
        if k < 0:
            return None
        verb = self._verb_to(k + 1)
        if verb is None and self.tokens[k].lower in closed("pronouns"):
            # "promised them 300 men"
            inner = self._verb_to(k)
            verb = inner if inner is not None and inner.lemma in words("giving") else None
        if verb is None and k in self.names_to:
            start = self.names_to[k]
            inner = self._verb_to(start)
            if inner is None and start and self.tokens[start - 1].lower == "the":
                inner = self._verb_to(start - 1)
            if inner is not None and inner.lemma in words("giving"):
                verb = inner
        if verb is not None and verb.lemma in words("winning") and not _arms(group) and not self._ends_so(group):
            # "took two colonels and 14 men prisoner": the end of the list tells.
            verb = None
        verb = self._split(group) or self._parted_phrase(group, k) or verb
        if verb is not None and verb.passive and verb.lemma in words("giving") and verb.object_role:
            # "it has been promised 85"
            return Governed(verb.object_role, "object", verb.start, verb)
        if verb is not None and verb.object_role and not verb.passive:
            both = self._both(verb)
            if both is not None:
                return Governed(both, "object", verb.start, verb)
            if verb.lemma in words("totalling"):
                aside = verb.forms == GERUND and verb.start and self.tokens[verb.start - 1].text == ","
                closed_by_comma = group.end < len(self.tokens) and self.tokens[group.end].text == ","
                told = self.predicate(group.end + 1, 1) if aside and closed_by_comma else self._loss_told(verb)
                if told is not None:
                    return told
            if self._asked(verb):
                return Governed("requested", "object", verb.start, verb)
            if self._drafted(verb):
                return Governed("recruited", "object", verb.start, verb)
            return Governed(verb.object_role, "object", verb.start, verb)
        past = self._past_recipient(k)
        if past is not None:
            return past
        lower = self.tokens[k].lower
        manned = group.hit is not None and group.hit.unit.noun in words("crew") | words("seafaring")
        if lower == "with" and (self._aboard(group.end) or manned):
            return self._far_left(group)
        furnished = self._furnished(k) if lower == "with" and _arms(group) else None
        if furnished is not None:
            return furnished
        if lower in closed("have") and lower not in ("having",):
            return Governed("have", "have", k)
        if lower in words("agent_links") and " ".join(t.lower for t in self.tokens[max(0, k - 1) : k + 1]) not in words(
            "together"
        ):
            return self._agent(k)
        return (self._asked_for(k) or self._contracted(group, k)) if lower == "for" else None

    def _past_recipient(self, k: int) -> Governed | None:
        """ "handed over to the Armed Forces of Ukraine 36 mortars": token ``k`` ends the name."""
        for start, end in self.names.items():
            # Names stand in names: "Ukraine" in "the Armed Forces of Ukraine".
            if not start <= k < end:
                continue
            j = start - 1 - (start > 0 and self.tokens[start - 1].lower in words("the"))
            verb = self._verb_to(j) if j > 0 and self.tokens[j].lower in words("led_to") else None
            if verb is not None and verb.lemma in words("giving", "handed_over") and verb.object_role:
                return Governed("supplied", "object", verb.start, verb)
        return None

    def _furnished(self, k: int) -> Governed | None:
        """ "has supplied the rebels with 40 guns": token ``k`` is "with"."""
        for j in range(k - 1, max(-1, k - _FURNISHED), -1):
            verb = self.roles.verb_at.get(j)
            if verb is not None and verb.lemma in words("furnishing") and not verb.passive:
                # "The rebels, armed with 40 rifles, attacked" gives nobody any.
                given = not j or self.tokens[j - 1].text != ","
                return Governed("supplied", "object", verb.start, verb) if given else None
            if verb is not None or j in self.starts or self.tokens[j].lower in words("clause_ends"):
                return None
        return None

    def _contracted(self, group: Group, k: int) -> Governed | None:
        """ "signed a letter of intent on 17 November for eight systems": token ``k`` is "for"."""
        if not _arms(group):
            return None
        for j in range(k, max(0, k - FAR), -1):
            noun = self.roles.noun_to.get(j)
            if noun is not None:
                return Governed("supplied", "noun", noun.start) if noun.role == "supplied" else None
            if self.tokens[j].lower in words("clause_ends") or (j in self.roles.verb_at and j < k):
                return None
        return None

    def _put_at(self, k: int) -> Governed | None:
        """ "put the strength of the corps at 900 men", "whose strength is put at 900": ``k`` is before the count."""
        if k < 1 or self.tokens[k].lower not in words("valuing"):
            return None
        near = [t.lower for t in self.tokens[max(0, k - FAR) : k]]
        parts = [i for i, lower in enumerate(near) if lower in words("clause_ends") or lower == ","]
        own = near[parts[-1] + 1 :] if parts else near
        harm = next((n for n in reversed(self.roles.nouns) if k - FAR <= n.start < k and n.role in HARM), None)
        if harm is not None and words("putting").intersection(own):
            return Governed(harm.role, "noun", harm.start)
        sizes = words("putting_nouns")
        # "its forces, which it puts at 100,000"
        relative = bool(parts) and len(own) > 1 and own[0] in words("object_relatives")
        aside = relative and (sizes | words("forces")).intersection(near)
        # "puts the Janjaweed at 20,000"
        named = k - 1 in self.names_to and self._put_before(k - 1)
        sized = words("putting").intersection(own) and (sizes.intersection(own) or aside or named)
        return Governed("strength", "noun", k) if sized else None

    def _ends_so(self, group: Group) -> bool:
        """Whether nothing stands behind a count whose noun was told before: "killed 70 soldiers and took 11"."""
        ends = group.end >= len(self.tokens) or self.tokens[group.end].text in _STOPS
        return group.form == "elided" and ends

    def _put_before(self, k: int) -> bool:
        """Whether nothing but an article stands between "put" and the name that ends with token ``k``."""
        j = self.names_to[k] - 1
        return j > 0 and self.tokens[j - (self.tokens[j].lower in words("the"))].lower in words("putting")

    def _resized(self, group: Group) -> Governed | None:
        """ "limited the army to 100,000 men", "had grown from 300 men to 5,000": what a force is made or becomes."""
        k = self._left(group.start)
        if k < 1 or self.tokens[k].lower not in words("resizing_links"):
            return None
        sized = changed = False
        for j in range(k - 1, max(-1, k - FAR), -1):
            lower = self.tokens[j].lower
            if lower in words("clause_ends"):
                break
            sized = sized or lower in words("putting_nouns") or lower in words("forces") or lower in words("bodies")
            changed = changed or lower in words("resizing")
            sized = sized or j in self.names
            noun = self.roles.noun_at.get(j)
            if noun is not None and noun.role in HARM:
                return None
        if any(t.lower in words("standing") for t in self.tokens[max(0, k - 6) : k]):
            return None
        if group.hit is None and group.end < len(self.tokens) and self.tokens[group.end].lower in closed("determiners"):
            # "brings to five the number of groups"
            return None
        of_people = group.hit is None or group.hit.unit.kind in ("personnel", "formation")
        return Governed("strength", "noun", k) if sized and changed and of_people else None

    def _loss_told(self, verb: Verb) -> Governed | None:
        """The noun of harm that comes to a number: "its losses now total 1,043 aircraft"."""
        for k in range(verb.start - 1, max(-1, verb.start - FAR), -1):
            noun = self.roles.noun_at.get(k)
            if noun is not None and noun.role in HARM:
                return Governed(noun.role, "noun", k)
            if self.tokens[k].lower in words("clause_ends") or k in self.roles.verb_at or k in self.starts:
                return None
        return None

    def _asked_for(self, k: int) -> Governed | None:
        """ "will ask the Council for 3,000 troops": token ``k`` is "for"."""
        for j in range(k - 1, max(-1, k - FAR), -1):
            if self.tokens[j].lower in words("asking"):
                return Governed("requested", "object", j)
            traded = self.roles.verb_at.get(j)
            if traded is not None and traded.lemma in words("exchanging"):
                # "swapped for one soldier".
                return Governed("released", "object", j, traded)
            if self.tokens[j].lower in words("clause_ends") or j in self.roles.verb_at:
                break
        return None

    def _both(self, verb: Verb) -> str | None:
        """The role of two harms told of the same: "killed and wounded hundreds", "destroyed or captured 40 tanks"."""
        if verb.start < 2 or self.tokens[verb.start - 1].lower not in words("pairing"):
            return None
        other = self.roles.verb_to.get(verb.start - 1)
        told = {other.object_role, verb.object_role} if other is not None else set()
        either = self.tokens[verb.start - 1].lower == "or"
        if either and "destroyed" in told and told <= _LOST:
            return "destroyed"
        return "casualties" if told == _HURT or (either and len(told) == 2 and told <= _HARMED) else None

    def _aboard(self, k: int) -> bool:
        """Whether those counted are in a craft of which the clause tells: "a ship with 17 sailors on board"."""
        behind = [t.lower for t in self.tokens[k : k + 2]]
        return bool(behind) and (behind[0] in words("aboard") or " ".join(behind) in words("aboard"))

    def _split(self, group: Group) -> Verb | None:
        """The verb whose particle stands behind its object: "pull Moscow's 900 peacekeepers out"."""
        end = group.end
        if group.form == "part" and end in self.starts:
            # "pull 1,000 of its 2,500 soldiers out"
            end = self.starts[end].end
        if end + 1 < len(self.tokens) and self.tokens[end].lower in words("locative"):
            # "ordered the 2,000 soldiers in Syria home"
            end = self.names.get(end + 1, end)
        if end >= len(self.tokens) or self.tokens[end].lower not in words("splitting"):
            return None
        for k in range(group.start - 1, max(-1, group.start - _SPLIT), -1):
            verb = split_verb(self.tokens, k, end)
            if verb is not None:
                return verb
            if k in self.roles.verb_at or self.tokens[k].lower in words("clause_ends"):
                return None
        return None

    def _parted_phrase(self, group: Group, k: int) -> Verb | None:
        """The verb at ``k`` whose phrase goes on behind its objects: "took 40 pupils and two guards into captivity"."""
        tokens = self.tokens
        if tokens[k].lower not in heads():
            return None
        ends, prepositions, verb_at = words("clause_ends"), closed("prepositions"), self.roles.verb_at
        for j in range(group.end, min(len(tokens), group.end + FAR)):
            lower = tokens[j].lower
            if lower in ends or (j in verb_at and not self.units.at(tokens[j].char_start)):
                return None
            if lower in prepositions:
                verb = split_verb(self.tokens, k, j)
                if verb is not None and len(verb.lemma.split()) > 2:
                    return verb
        return None

    def _drafted(self, verb: Verb) -> bool:
        """Whether a call to arms is the subject: "the autumn draft brought in 135,000 men"."""
        k = verb.start
        while k and self.tokens[k - 1].lower in closed("have") | closed("modals"):
            k -= 1
        noun = self.roles.noun_to.get(k)
        return noun is not None and noun.role == "recruited" and verb.object_role not in HARM

    def _asked(self, verb: Verb) -> bool:
        """ "urged allies to send 12": what is to be sent is asked for."""
        if not verb.start or self.tokens[verb.start - 1].lower != "to" or verb.object_role not in _SENT:
            return False
        return any(t.lower in words("asking") for t in self.tokens[max(0, verb.start - 8) : verb.start - 1])

    def _bolstered(self, k: int) -> Governed | None:
        """ "will reinforce the mission with a battalion": token ``k`` is "with" or "by"."""
        for j in range(k - 1, max(-1, k - FAR), -1):
            verb = self.roles.verb_at.get(j)
            if verb is not None:
                come = verb.forms & (PAST | PARTICIPLE) and not verb.future
                told = verb.lemma in words("bolstering") and not come
                return Governed("reinforcing", "object", j, verb) if told else None
            if self.tokens[j].lower in words("clause_ends") or j in self.starts:
                return None
        return None

    def _out_of_touch(self, k: int) -> bool:
        """Whether a loss of contact leads to token ``k``: "contact has been lost with"."""
        before = [t.lower for t in self.tokens[max(0, k - _TOUCH) : k]]
        return not words("lost").isdisjoint(before[-1:]) and not words("contacts").isdisjoint(before)

    def _agent(self, k: int) -> Governed | None:
        if self.tokens[k].lower == "with" and self._out_of_touch(k):
            return Governed("missing", "passive", k)
        bolstered = self._bolstered(k)
        if bolstered is not None:
            return bolstered
        verb = self._verb_to(k)
        if verb is not None and verb.passive and verb.object_role in HARM and self.tokens[k].lower == "with":
            # "was killed with four of his men"
            return Governed(verb.object_role, "agent", verb.start, verb)
        if verb is not None and self.tokens[k].lower == "by" and verb.forms & PARTICIPLE:
            return Governed("deployed", "subject", verb.start, verb)
        if verb is not None and self.tokens[k].lower == "by" and verb.lemma in words("being_held"):
            # "the valley is held by 600 men"
            return Governed("deployed", "agent", verb.start, verb)
        if verb is not None and verb.subject_role:
            return Governed(verb.subject_role, "subject", verb.start, verb)
        for j in range(k - 1, max(-1, k - 9), -1):
            lower = self.tokens[j].lower
            if lower in words("operations"):
                return Governed("deployed", "noun", j)
            means = self.roles.verb_at.get(j)
            gone = means is not None and means.subject_role in _TAKING_ALONG and not means.passive
            if gone and self.tokens[k].lower == "with" and not self.takes_object(means.end):
                # "withdrew from the pass with 150 vehicles", "surrendered in the fort with 300 men"
                return Governed(means.subject_role, "subject", j, means)
            if (
                means is not None
                and self.tokens[k].lower == "with"
                and (means.object_role in HARM or means.subject_role == "deployed")
                and (means.forms & (PAST | PARTICIPLE | GERUND) or self.takes_object(means.end))
                and not means.passive
            ):
                return Governed("deployed", "subject", j, means)
            if lower in words("clause_ends"):
                break
        return None

    @cached_property
    def names_to(self) -> dict[int, int]:
        return {end - 1: start for start, end in self.names.items()}

    def _verb_to(self, end: int) -> Verb | None:
        verb = self.roles.verb_to.get(end)
        if verb is None and end and self.tokens[end - 1].lower in words("verb_particles"):
            verb = self.roles.verb_to.get(end - 1)
        return verb
