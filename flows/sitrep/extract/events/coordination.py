"""Noun groups that commas and coordinators join, and where a clause of its own begins behind them."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, NP, REL, STOP, SUB, VG, P
from sitrep.extract.events.phrases import LED, SKIP, Phrases
from sitrep.extract.events.words import listed
from sitrep.inflection import PARTICIPLE

# Kinds of mentions that may stand for who does something where its verb is left out.
_DOERS = ("state", "seat", "group", "body", "person")


class Coordination(Phrases):
    """Adds what is joined to a noun group."""

    def _particle(self, i: int) -> bool:
        """Is the preposition behind a verb its particle ("carried out raids", "were carried out by")?"""
        lower = self.lower(i)
        if lower not in listed("verb_particles"):
            return False
        k = i + 1
        while self.kind(k) in SKIP or (self.kind(k) == COMMA and self.kind(k - 1) == DATE):
            k += 1
        if self.kind(k) == P:
            return self.lower(k) != "of" and self.lower(k) in listed("reduced_prepositions")
        return self.kind(k) == NP

    def reduced(self, i: int) -> bool:
        """Does a participle belong to the noun group before it ("soldiers held in Baku")?"""
        chunk = self.chunks[i]
        if chunk.end - chunk.start != 1 or not chunk.form & PARTICIPLE:
            return False
        if self.had(i):
            return True
        nxt = i + 1
        if not listed("never_reduced").isdisjoint(chunk.lemmas) and self.lower_of(nxt) != "by":
            return False
        if self.kind(nxt) == P and self._particle(nxt):
            behind = nxt + 1
            while self.kind(behind) in (ADV, DATE):
                behind += 1
            if self.kind(nxt + 1) == P or self.lower_of(behind) == "by":  # "a raid carried out on Monday by X"
                nxt = behind
        while self.kind(nxt) in (ADV, DATE):
            nxt += 1
        if self.kind(nxt) == VG and self.chunks[nxt].gerund:  # "a trawler caught fishing"
            return nxt == i + 1 and self.lower(i) in listed("perceived_participles")
        if self.kind(nxt) == VG and self.chunks[nxt].infinitive:  # "a man alleged to have killed X"
            return self.lower(i) in listed("telling_participles")
        if self.kind(nxt) == SUB and self.lower(nxt) in listed("before_times"):
            done_to = self.kind(i - 1) == NP and self.kind(i - 2) == VG and not self.is_speech(i - 2)
            return done_to and self.kind(nxt + 1) == NP and self.kind(nxt + 2) in (COMMA, STOP)  # "free men held since"
        return self.kind(nxt) in (P, COMMA, STOP) and (
            self.kind(nxt) != P or self.lower(nxt) in listed("reduced_prepositions")
        )

    def had(self, i: int) -> bool:
        """Does a participle tell how the object of "have" is ("had 200 observers left in the town")?"""
        participle = self.chunks[i].form & PARTICIPLE and self.chunks[i].end - self.chunks[i].start == 1
        owned = self.kind(i - 1) == NP and self.kind(i - 2) == VG and self.chunks[i - 2].lemmas == ("have",)
        return bool(participle) and owned

    def coordinated(self, i: int, closed: bool = False, prep: str = "") -> tuple[list[int], int]:
        """The noun groups joined to the one at ``i`` by commas and coordinators ("A, B and C"), and where they end.

        ``closed`` is set where a coordinator must be inside ("between A and B"), whatever verb follows; ``prep`` is
        what leads the group, and leads no other one behind it ("to A and tanks to B").
        """
        kinds, past_of = self._kinds, self._past_of
        group, k = [i], past_of(i)
        while True:
            m = k
            while kinds[m] == COMMA:
                m += 1
            if kinds[m] == CONJ:
                parted = m > k
                m += 1
                while kinds[m] == ADV:
                    m += 1
                if (
                    kinds[m] != NP
                    or self._opens(m)
                    or (self._starts_clause(m, parted) and not (closed and len(group) == 1))
                ):
                    return group, k
                behind = past_of(m)
                if (
                    self.gapped(m)
                    or self._charged_apart(i, behind)
                    or (prep and kinds[behind] == P and self.lower(behind) == prep)
                ):
                    return group, k
                group.append(m)
                k = behind
                continue
            if m > k and kinds[m] == NP and (self._list_goes_on(m) or self._modify(group[-1], m)):
                group.append(m)
                k = self._past_of(m)
                continue
            return group, k

    def _opens(self, m: int) -> bool:
        """Is noun group ``m`` a pronoun that is always a subject?"""
        return self.words[self.chunks[m].start].lower in listed("nominatives")

    def gapped(self, m: int) -> bool:
        """Does somebody stand here right before what he does the same to ("X struck Beirut and Iran Haifa")?"""
        k, chunk = m + 1, self.chunks[m]
        if self.kind(k) != NP or self.kind(k + 1) not in (STOP, COMMA, CONJ, DATE) or not chunk.actors:
            return False
        first, last = self.words[chunk.start], self.words[chunk.end - 1]
        if (
            last.actor is None
            or last.actor.kind not in _DOERS
            or first.actor is not last.actor
            or last.lower.endswith(w.GENITIVES)
        ):
            return False
        told = self.chunks[k]
        return bool(told.actors or told.places or self.words[told.start].number)

    def _charged_apart(self, i: int, k: int) -> bool:
        """Does noun group ``i`` stand in what somebody is accused of, before who is accused of what stands at ``k``?"""
        inside = self.kind(i - 1) == VG and self.chunks[i - 1].gerund and self.kind(i - 2) == P
        return inside and self.lower(i - 2) in listed("object_control_prepositions") and self.charged(k)

    def charged(self, k: int) -> bool:
        """Does what somebody is accused of stand here ("accused X of shelling Y and Z of helping it")?"""
        led = self.kind(k) == P and self.lower(k) in listed("object_control_prepositions")
        return led and self.kind(k + 1) == VG and self.chunks[k + 1].gerund

    def contrasted(self, group: int) -> bool:
        """Is it one who is told not to be meant beside others ("X, but not Y,", "not X but Y")?"""
        if self.kind(group) != NP or not self.words[self.chunks[group].start].classes & w.NEG:
            return False
        if self.lower(group) in listed("none_of_them"):
            return False  # "neither X nor Y"
        around = self.kind(group - 1), self.kind(group + 1)
        return (CONJ in around or around == (COMMA, COMMA)) and bool(self.chunks[group].actors)

    def meant(self, groups: list[int]) -> list[int]:
        """The groups without those that are told not to be meant."""
        if self._negates is None:
            self._negates = self.opens_any(listed("negations"))
        if not self._negates:
            return groups.copy()
        return [group for group in groups if not self.contrasted(group)] or groups

    def _modify(self, i: int, m: int) -> bool:
        """Is noun group ``i`` an adjective of a state, joined by a comma to another ("Libyan, Italian envoys")?"""
        last, first = self.words[self.chunks[i].end - 1].actor, self.words[self.chunks[m].start].actor
        return last is not None and last.kind == "demonym" and first is not None and first.kind != "pronoun"

    def _list_goes_on(self, m: int) -> bool:
        k = self._past_of(m)
        steps = 0
        while self.kind(k) == COMMA and self.kind(k + 1) == NP and steps < 12:
            k, steps = self._past_of(k + 1), steps + 1
        if self.kind(k) == COMMA and self.kind(k + 1) == CONJ:
            k += 1
        return self.kind(k) == CONJ and self.kind(k + 1) == NP and not self._starts_clause(k + 1)

    def _starts_clause(self, m: int, parted: bool = False) -> bool:
        """Does a noun group open a clause as its subject? ``parted``: a comma stands before its coordinator."""
        kinds = self._kinds
        k = self._past_of(m)
        if parted and kinds[k] == CONJ and kinds[k + 1] == NP:
            k = self._past_of(k + 1)  # "rebuked the raid, and X and Y voiced fear"
        steps = 0
        if kinds[k] == COMMA and kinds[k + 1] == REL:
            close = next((x for x in range(k + 2, min(k + 12, self._n)) if kinds[x] in (COMMA, STOP)), k)
            if kinds[close] == COMMA and kinds[close + 1] == VG:
                return self.chunks[close + 1].finite  # "and Belgium, which X accused, declined"
            k = close + 1 if kinds[close] == COMMA else k
        elif kinds[k] == COMMA:
            k = k + 1 if self._renamed_within(m) else self._past_apposition(k)
        while kinds[k] in LED or (kinds[k] == NP and kinds[k - 1] == P):
            k, steps = k + 1, steps + 1
            if steps > 12:
                break
        if kinds[k] != VG or not self.chunks[k].finite:
            return False
        return not self.reduced(k) or (self.is_speech(k) and kinds[k + 1] in (COMMA, STOP))  # ", X and Y said."

    def _renamed_within(self, m: int) -> bool:
        """Does a comma stand inside noun group ``m`` ("and X's minister, Y, warned"), which one behind it closes?"""
        return any(word.lower == "," for word in self.words_of(m))

    def _past_apposition(self, k: int) -> int:
        """Past a noun group between commas before a finite verb ("and X, the minister, warned Y"), or ``k`` itself."""
        close = k + 1
        while self.kind(close) == NP or (self.kind(close) == P and close - k < 8):
            close += 1
        if close == k + 1 or self.kind(close) != COMMA or self.kind(close + 1) != VG:
            return k
        told = self.is_speech(close + 1) and not self.is_object_control(close + 1)  # ", said the minister"
        return k if told or not self.chunks[close + 1].finite or self.reduced(close + 1) else close + 1
