"""How far back a subject reaches from its last noun group: over prepositional groups, brackets, appositions and what it
is joined to."""

from __future__ import annotations

from bisect import bisect_right

from sitrep.extract.events.acts import nouns
from sitrep.extract.events.complements import Complements
from sitrep.extract.events.groups import (
    ADV,
    BRACKETS,
    CLOSING_BRACKETS,
    COMMA,
    CONJ,
    DATE,
    MARK,
    NP,
    REL,
    STOP,
    SUB,
    VG,
    P,
)
from sitrep.extract.events.phrases import LED, SKIP
from sitrep.extract.events.words import TIME, listed
from sitrep.inflection import PARTICIPLE

# Most members of a list that is a subject.
_LONGEST = 24
APART = SKIP | {COMMA}
_HUNG = LED | {NP}
# What stands in a short relative clause, and within how many chunks it opens.
_TOLD_OF = _HUNG | {VG}
_NEAR = 10


class Extents(Complements):
    """Adds the noun groups of a subject whose last one is known."""

    def _previous_verb(self, k: int) -> int | None:
        """The verb group at chunk ``k`` or the nearest before it, or None."""
        before = bisect_right(self.verbs, k)
        return self.verbs[before - 1] if before else None

    def _clause_opening(self, k: int) -> int:
        """The boundary that opens the clause of chunk ``k``, or -1: "that", a stop, a coordinator behind a comma and
        before a noun group, or the comma behind a clause that a subordinator opens the sentence with."""
        main = self._main_opening()
        for x in range(k, main, -1):
            kind = self._kinds[x]
            if kind in (SUB, STOP) or (kind == CONJ and self._kinds[x - 1] == COMMA and self._kinds[x + 1] == NP):
                return x
        return main if k > main else -1

    def _main_opening(self) -> int:
        """The comma behind the clause that a subordinator opens the sentence with ("As X fell, Y ..."), or -1."""
        if self._main is None:
            self._main = -1
            verb = next((v for v in self.verbs if self.chunks[v].finite), None) if self._kinds[0] == SUB else None
            if verb is not None:
                comma = next((x for x in range(verb, len(self.chunks)) if self._kinds[x] in (COMMA, STOP)), -1)
                before = any(self._kinds[x] == COMMA for x in range(verb))
                if comma >= 0 and not before and self._kinds[comma] == COMMA and self._kinds[comma + 1] == NP:
                    self._main = comma
        return self._main

    def _verb_so_far(self, k: int) -> int | None:
        """The verb group nearest before chunk ``k`` in its clause, or None."""
        verb = self._previous_verb(k)
        return verb if verb is not None and verb > self._clause_opening(k) else None

    def _bracket_before(self, k: int) -> int | None:
        """The bracket that opens what the one at chunk ``k`` closes, or None where none is near or ``k`` is no such."""
        if self._kinds[k] != MARK or self.lower(k) not in CLOSING_BRACKETS:
            return None
        near = range(k, max(-1, k - 8), -1)
        return next((x for x in near if self._kinds[x] == MARK and self.lower(x) in BRACKETS), None)

    def _noun_groups_before(self, k: int) -> tuple[list[int], str]:
        """The subject that ends at noun group ``k``: back over its prepositional groups and what it is joined to."""
        m = k - 2
        if self.lower_of(k - 1) == "of" and self._kinds[m] == CONJ and self._kinds[m - 1] == NP:
            joined, how = self._noun_groups_before(m - 1)  # "delegations of X and of Y"
            return [*joined, k] if joined else [], how
        head = self._head_before(k)
        if head is None:
            return [], ""
        return ([head - 2, head], "subject") if self._paired(head) else self._joined_before(head)

    def _head_before(self, k: int) -> int | None:
        """The noun group that the one at ``k`` hangs on, or is an apposition to, or ``k`` itself; None of a mere
        prepositional group."""
        head = k
        for _ in range(12):
            if self._kinds[head - 1] == P:
                m = head - 2
                while self._kinds[m] in LED:
                    m -= 1
                if self._kinds[m] == NP:
                    head = m
                    continue
                if self._kinds[m] == VG and self._kinds[m - 1] == NP and (self.reduced(m) or self._post_modifies(m)):
                    head = m - 1
                    continue
                if self._sent_to(m):
                    head = m - 2  # "rebels believed to be from X attacked"
                    continue
                hung = self._kinds[m] == VG and self.chunks[m].infinitive and self._kinds[m - 1] == NP
                if hung and self._verb_so_far(m - 1) is None:
                    head = m - 1  # "a plea for the rebels to lay down their arms went"
                    continue
                return None  # a prepositional group only, no subject
            if self._kinds[head - 1] == MARK and self.lower(head - 1) == "/" and self._kinds[head - 2] == NP:
                head -= 2  # "SPLM/A"
                continue
            opening = self._bracket_before(head - 1)
            if opening is not None and self._kinds[opening - 1] == NP:
                head = opening - 1
                continue
            if self._sent_to(head - 1):
                head -= 3  # "troops sent to fight rebels were ambushed"
                continue
            if self._kinds[head - 1] == VG and self.chunks[head - 1].infinitive and self._kinds[head - 2] == NP:
                if self._verb_so_far(head - 2) is None:
                    head -= 2  # "the last generals to seize power ... arrested"
                    continue
            if self._kinds[head - 1] == COMMA and self._kinds[head - 2] == NP and self._apposition(head):
                head -= 2
                continue
            break
        return head

    def _joined_before(self, head: int) -> tuple[list[int], str]:
        """The noun group ``head`` with those before it that it is joined to."""
        group = [head]
        m = head - 1
        for _ in range(_LONGEST):
            if self._kinds[m] != CONJ and (self._kinds[m] != COMMA or len(group) == 1):
                break
            b = m - 1
            while self._kinds[b] in APART:
                b -= 1
            if self._kinds[b] != NP:
                break
            if self._opens(b):
                return [b, *group], "subject"
            told = self._told_of(b) if self._kinds[m] == CONJ and self._kinds[m - 1] == COMMA else None
            if told is not None:
                return [told, *group], "subject"  # "X, which backs the rebels, and Y brokered"
            if self._kinds[m] == COMMA and (self._opened(m) or self._fronted(m)):
                break  # "Speaking to reporters in Oslo, A and B agreed"
            start = b
            while (
                self._kinds[start - 1] == P
                and self.lower(start - 1) in listed("inner_prepositions")
                and self._kinds[start - 2] == NP
            ):
                start -= 2
            before = self._kinds[start - 1]
            described = self._described(start - 2) if before == P else None
            if described is not None:
                if self._kinds[m - 1] == COMMA and self._verb_so_far(described) is not None:
                    break  # "joined a meeting called by A, and B spoke"
                return self._noun_groups_before(described)  # "units backed by A and B took ..."
            if before == P and self.lower(start - 1) in listed("pair_prepositions") and self._kinds[start - 2] == NP:
                return self._noun_groups_before(start - 2)  # "talks between A and B failed"
            if before == P and self.lower(start - 1) == "by" and self._act_noun(start - 2):
                return self._noun_groups_before(start - 2)  # "patrols by A and B have begun"
            if before == P and self._kinds[m] == COMMA and self._kinds[start - 2] in (STOP, SUB):
                break  # "During the meeting, A and B agreed"
            if before == SUB and self._kinds[m] == COMMA and self.lower(start - 1) in listed("after_words"):
                break  # "Two days after the invasion, A and B agreed"
            if self._kinds[m] == COMMA and len(group) > 1 and self._subordinate(start):
                break  # "If X strikes Y, A and B will send men"
            if before == NP and self._opened(start):
                group.insert(0, start)
                break  # "In Oslo A and B agreed"
            apart = self._kinds[m] == CONJ and self._kinds[m - 1] == COMMA  # "recalled its envoy, and X closed"
            apart = apart and before == VG and not self.is_object_control(start - 1)  # but "told X, and any ship would"
            if before in (P, NP) or (before == VG and (apart or not self.is_speech(start - 1))):
                opened = self._kinds[m] == COMMA and len(group) > 1 and self._verb_so_far(b) is None
                if not opened and (self._kinds[m] != CONJ or self._kinds[m - 1] != COMMA):
                    group = [head]
                break  # "X attacked Y, and A and B condemned it", "Earlier in the day, A and B signed"
            if self._kinds[m - 1] == DATE:
                break
            group.insert(0, start)
            m = start - 1
        return group, "subject"

    def _told_of(self, k: int) -> int | None:
        """Who opens the clause, where a relative clause on him between commas ends at noun group ``k``, or None."""
        rel = k
        while self._kinds[rel] in _TOLD_OF and k - rel < _NEAR:
            rel -= 1
        opens = self._kinds[rel] == REL and self._kinds[rel - 1] == COMMA and self._kinds[rel - 2] == NP
        if not opens or not any(self._main_verb(x) for x in range(rel, k)):
            return None
        return rel - 2 if rel == 2 or self._kinds[rel - 3] in (STOP, SUB, MARK) else None

    def _opened(self, i: int) -> bool:
        """Does all before chunk ``i`` only tell where, when or how, with no comma in it?"""
        opens = self._kinds[0] in (P, SUB) or (self._kinds[0] == VG and self.chunks[0].gerund)
        return opens and all(self._kinds[k] in _HUNG for k in range(1, i))

    def _fronted(self, i: int) -> bool:
        """Does what opens the sentence before the comma at ``i``, or stands behind such an opening, only tell how or
        when, a verb without a subject of its own in it at most ("Without giving details, A and B agreed", "Hours before
        a deadline, A and B agreed")?"""
        first = next((k + 1 for k in range(i - 1, -1, -1) if self._kinds[k] in (COMMA, STOP, MARK)), 0)
        if self._kinds[0] != SUB and any(self._main_verb(k) for k in range(first)):
            return False
        kind = self._kinds[first]
        hours = kind == NP and self._kinds[first + 1] == SUB
        hours = hours and bool(self.words[self.chunks[first].end - 1].classes & TIME)
        if not hours and kind != P and not (kind == VG and self.chunks[first].gerund):
            return False
        named = self.lower(first + 1) in listed("free_relatives")  # "In what many called a victory, A and B agreed"
        return named or not any(self._main_verb(k) for k in range(first + 1, i))

    def _main_verb(self, k: int) -> bool:
        """Is it a finite verb, and no participle that tells of the noun before it?"""
        return self._kinds[k] == VG and self.chunks[k].finite and not self.reduced(k)

    def _subordinate(self, i: int) -> bool:
        """Does noun group ``i`` stand in a clause with a verb that opens its sentence with a subordinator?"""
        verb = self._previous_verb(i)
        first = next((k for k in range(i, -1, -1) if self._kinds[k] in (SUB, STOP, COMMA, CONJ)), -1)
        return (
            verb is not None
            and first >= 0
            and verb > first
            and self._kinds[first] == SUB
            and self._kinds[first - 1] in (STOP, COMMA)
        )

    def _sent_to(self, i: int) -> bool:
        """Does an infinitive tell what those before a bare participle are there for ("troops sent to fight")?"""
        if (
            self._kinds[i] != VG
            or not self.chunks[i].infinitive
            or self._kinds[i - 1] != VG
            or self._kinds[i - 2] != NP
        ):
            return False
        told = self.chunks[i - 1]
        if self.lower(i - 1) in listed("telling_participles"):
            return True  # "troops believed to have fled"
        bare = told.end - told.start == 1 and told.form & PARTICIPLE and not self.is_speech(i)
        return (
            bool(bare) and self.lexis.subject_control.keys().isdisjoint(told.lemmas) and self.is_object_control(i - 1)
        )

    def _paired(self, head: int) -> bool:
        """Does a headline open with two states joined by a comma ("India, Pakistan swap prisoners")?"""
        if head != 2 or self._kinds[1] != COMMA or self._kinds[0] != NP:
            return False
        first, second = self.chunks[0], self.chunks[2]
        if len(first.actors) != 1 or not second.actors or first.end - first.start > 3:
            return False
        named = ("state", "demonym", "person") if self._kinds[3] == VG else ("state", "demonym")
        bare = first.actors[0].kind in named and self.words[first.end - 1].actor is first.actors[0]
        opening = self.words[second.start].actor
        return bare and opening is not None and opening.country not in (None, first.actors[0].country)

    def _act_noun(self, k: int) -> bool:
        return self._kinds[k] == NP and self.words[self.chunks[k].end - 1].lower in nouns()

    def _post_modifies(self, i: int) -> bool:
        """Is the verb group a bare gerund behind a noun group ("the agency operating in X said")?"""
        return self.chunks[i].gerund and self.chunks[i].end - self.chunks[i].start == 1

    def _described(self, i: int) -> int | None:
        """The noun group that the bare participle at ``i`` tells of, over another one joined to it, or None."""
        while self._kinds[i] == VG and self.reduced(i):
            if self._kinds[i - 1] == NP:
                return i - 1 if self._act_noun(i - 1) or self.chunks[i - 1].actors else None
            if self._kinds[i - 1] != CONJ or self._kinds[i - 2] != NP or self._kinds[i - 3] != P:
                return None
            i -= 4  # "a truce brokered by A and signed by B"
        return None

    def _apposition(self, head: int) -> bool:
        """ "X, the president, said": the noun group after the comma renames the one before."""
        before = self._kinds[head - 3]
        x = head + 1
        while x < min(head + 6, len(self.chunks)) and self._kinds[x] not in (COMMA, VG):
            x += 1
        closing = self._kinds[x] == COMMA
        return closing and before in (STOP, SUB, CONJ, MARK, COMMA, VG, ADV)
