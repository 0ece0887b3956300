"""What a relative clause tells of: the noun groups before it that it hangs on."""

from __future__ import annotations

from sitrep.extract.events.acts import nouns
from sitrep.extract.events.extents import APART, Extents
from sitrep.extract.events.groups import COMMA, CONJ, NP, REL, STOP, VG, P
from sitrep.extract.events.words import listed


class Relatives(Extents):
    """Adds the search for what a relative clause hangs on."""

    def antecedent(self, k: int) -> list[int]:
        """The noun group, as a list of one or none, that a relative or participle right behind chunk ``k`` tells of."""
        people = self.lower_of(k + 1) in listed("person_relatives")
        while self.kind(k) in APART:
            k -= 1
        if self.kind(k) != NP:
            return []
        if self.lower_of(k - 1) == "as" and self.kind(k - 2) == NP and self.chunks[k - 2].actors:
            return [k - 2]  # "condemned X as a group that kills"
        hosted = self.kind(k + 1) == VG and not listed("hosting_verbs").isdisjoint(self.chunks[k + 1].lemmas)
        if hosted and not self.chunks[k].actors:
            return [k]  # "held talks with X at a lunch hosted by Y"
        if people and self._placed_at(k):
            return [k - 2]  # "soldiers in Gao, who are training the army"
        head = k
        within = self.lower_of(k - 1) in listed("inside_words") and self.kind(k - 2) == NP and self.chunks[k].places
        if within and not people and self.kind(k + 1) == REL:
            return [k - 2]  # "front groups inside Chad that are paid by X"
        while self.kind(head - 1) == P and self.kind(head - 2) == NP:
            head -= 2
            if people:
                break  # "talks with leaders, who refused"
            if any(len(phrase) == 1 for phrase, _ in nouns().get(self.words[self.chunks[head].end - 1].lower, ())):
                return [head]
        while self.kind(k - 1) == P and self.lower(k - 1) == "of" and self.kind(k - 2) == NP:
            k -= 2
        if people and self.kind(k - 1) == CONJ and self.kind(k - 2) == NP:
            last, own = (self.words[self.chunks[g].end - 1].actor for g in (k - 2, k))
            if last is not None and last.kind == "demonym":
                return [k - 2, k]  # "Malian and Chadian ministers, who met"
            named = last is not None and own is not None and last.kind == own.kind == "person"
            if named and self.kind(k - 3) in (STOP, COMMA) and self.kind(k + 1) == COMMA:
                return [k - 2, k]  # "Trump and Xi, who met"
            if self.kind(k + 1) == COMMA:
                return self._in_office(k) or [k]
        return [k]

    def _placed_at(self, k: int) -> bool:
        """Is noun group ``k`` only the place where those before it are?"""
        here, before = self.chunks[k], self.chunks[k - 2]
        if self.kind(k - 1) != P or self.lower(k - 1) not in listed("setting_prepositions") or before.kind != NP:
            return False
        only = bool(here.places) and all(a.kind in ("state", "seat") for a in here.actors)
        return only and any(a.kind in ("people", "force", "group", "person") for a in before.actors)

    def _in_office(self, k: int) -> list[int]:
        """Those in one office of several states that open a clause, with whom they are joined to ("the leaders of X and
        Y, who met", "Z and the leaders of X and Y, who met"), or none: ``k`` is the last of the states."""
        joined = [k]
        while self.kind(joined[0] - 1) == CONJ and self.kind(joined[0] - 2) == NP:
            joined.insert(0, joined[0] - 2)
        if self.kind(joined[0] - 1) not in (STOP, COMMA) or not all(self._of_state(group) for group in joined):
            return []
        held = [any(a.kind == "people" and a.role == "GOV" for a in self.chunks[g].actors) for g in joined]
        state = self.words[self.chunks[k].end - 1].actor
        return joined if any(held[:-1]) and state is not None and state.kind == "state" else []

    def _counted(self, k: int) -> list[int]:
        """Of whom the group that ends at chunk ``k`` tells so that some are counted behind it: no place, but those who
        are at it, else who did what it is the object of."""
        while self.chunks[k].places and self.kind(k - 1) == P and self.kind(k - 2) == NP:
            k -= 2
        if self.kind(k) != NP:
            return []
        if self.chunks[k].actors or any(word.number for word in self.words_of(k)):
            return [k]
        verb = self._previous_verb(k)
        doers = self.clause(verb).subjects if verb is not None else []
        return doers if any(self.chunks[g].actors for g in doers) else [k]

    def _of_state(self, group: int) -> bool:
        """Is somebody of a known state named in a noun group?"""
        return self.kind(group) == NP and any(actor.country for actor in self.chunks[group].actors)
