"""Who stands where in a sentence: each verb group with its noun groups and the verb group that governs it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import nouns
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.governance import BETWEEN, Governance
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, REL, SUB, VG, Chunk, P
from sitrep.extract.events.tokens import Tokens
from sitrep.extract.events.words import Words, listed
from sitrep.inflection import GERUND, PARTICIPLE, PAST

_OPENING = BETWEEN | {SUB}

# Lists of verbs that the reading of a clause asks for, as bits.
_NEVER_PASSIVE, _TAKING_PART, _RECEIVING, _OWNING, _NAMING = (1 << n for n in range(5))
_LISTS = {
    "never_passive": _NEVER_PASSIVE,
    "taking_part": _TAKING_PART,
    "receiving_verbs": _RECEIVING,
    "owning_verbs": _OWNING,
    "naming_verbs": _NAMING,
}


@lru_cache(maxsize=1 << 12)
def _lists_of(lemmas: tuple[str, ...]) -> int:
    """The lists that one of some verbs stands in."""
    return sum(bit for name, bit in _LISTS.items() if not listed(name).isdisjoint(lemmas))


class Sentence(Governance):
    """The clauses of one sentence: each is read when it is first asked for, and with it those before that it hangs on.

    Most verbs name no act, and nobody asks who does what they say.
    """

    def __init__(self, tokens: Tokens, chunks: list[Chunk], lexis: Words):
        super().__init__(tokens, chunks, lexis)
        self._clauses: dict[int, Clause] = {}
        self._retaliations: list[int] | None = None

    def clause(self, i: int) -> Clause:
        """The clause of a verb group."""
        clause = self._clauses.get(i)
        if clause is None:
            clause = self._clauses[i] = self._clause(i)
        return clause

    def clauses(self) -> Iterator[Clause]:
        """All clauses, in the order of the text."""
        return map(self.clause, self.verbs)

    def _clause(self, i: int) -> Clause:
        clause = Clause(i)
        self._complements(clause)
        chunk = self.chunks[i]
        known = _lists_of(chunk.lemmas)
        bare = chunk.form & PARTICIPLE and chunk.finite and not chunk.passive and chunk.end - chunk.start == 1
        # A bare participle without an object is passive ("ships attacked by rebels"), unless it can be a past tense.
        clause.passive = chunk.passive or bool(
            bare
            and (not clause.objects or self._named(clause))
            and not known & _NEVER_PASSIVE
            and (
                not chunk.form & PAST
                or any(p == "by" and self._is_agent(g) for p, g in clause.preps[:1])
                or self._tells_of_object(i)
            )
        )
        if known & _TAKING_PART:
            inside = [g for prep, groups in clause.preps if prep == "in" for g in groups[:1]]
            clause.objects, clause.passive = clause.objects or inside[:1], False  # "engaged in shelling"
        clause.objects = clause.objects or self._gone_on_with(clause)
        if known & _RECEIVING:
            self._receive(clause)
        if known & _OWNING and not clause.passive:
            self._own_up(clause)
        clause.passive = clause.passive or bool(bare and self._joins_passive(clause))
        if clause.passive:
            self._share_agent(clause)
        else:
            self._share_object(clause)
        self._govern(clause)
        if not clause.objects and chunk.finite and not clause.passive:
            clause.objects = self._relative_object(i)
        elif known & _NAMING and len(clause.objects) == 1 and chunk.finite:
            clause.objects = [*self._relative_object(i), *clause.objects]  # "X, whom Y calls a traitor"
        if clause.governor is not None and self.clause(clause.governor).control == "purpose":
            clause.control = "purpose"
        if chunk.hedged and clause.control in (None, "asserted"):
            clause.control = "possible"
        led = self._previous_verb(i - 1) is not None or self._kinds[i - 2] == P  # "Under a deal signed by X and Y, ..."
        if not clause.subjects and clause.passive and not chunk.passive and led:
            if self._kinds[i - 1] == NP and self.reduced(i):
                clause.subjects, clause.how = self.antecedent(i - 1), "participle"  # "prisoners held by X"
        if not clause.subjects and clause.how != "attempt":
            clause.subjects, clause.how = self._subjects(i)
        if clause.objects and clause.how == "coordination" and self._inverts(i):
            clause.subjects, clause.objects, clause.how = clause.objects, [], "subject"  # '"...," said X'
        first = i == 0 or (i == 1 and self._kinds[0] in (SUB, P))
        if not clause.subjects and first and (chunk.gerund or (clause.passive and not chunk.passive)):
            main = self._main_subject(clause.end)
            clause.subjects, clause.how = [main] if main else [], "participle"  # "Having shelled X, Y seized"
        clause.subjects = self.meant(clause.subjects)
        self._lead_relative(clause)
        return clause

    def _lead_relative(self, clause: Clause) -> None:
        """Add the group with the preposition that opens a relative clause ("X, on whom Y imposed sanctions")."""
        first = min(clause.subjects, default=0)
        if self._kinds[first - 1] != REL or self._kinds[first - 2] != P or first < 3:
            return
        prep, told = self.lower(first - 2), self.antecedent(first - 3)
        if told and prep not in [p for p, _ in clause.preps]:
            clause.preps = [*clause.preps, (prep, told)]

    def _tells_of_object(self, i: int) -> bool:
        """Does a form that may be a past tell of the verb's object before it ("will return arms seized in May")?"""
        verb = i - 2
        while self._kinds[verb] == P and self._kinds[verb - 1] == NP:
            verb -= 2
        if self._kinds[i - 1] != NP or self._kinds[verb] != VG or not self.reduced(i):
            return False
        governor = self.chunks[verb]
        if not listed("resulting_verbs").isdisjoint(governor.lemmas):
            return False  # "counted ten men killed"
        return not (governor.passive or governor.copula or self.is_speech(verb))

    def _named(self, clause: Clause) -> bool:
        """Does a participle behind a comma tell what somebody is called by others ("X, branded a liar by Y, left")?"""
        naming = not listed("naming_verbs").isdisjoint(self.chunks[clause.index].lemmas)
        called = naming and self._kinds[clause.index - 1] == COMMA and self._kinds[clause.index - 2] == NP
        return called and len(clause.objects) == 1 and any(prep == "by" for prep, _ in clause.preps)

    def _inverts(self, i: int) -> bool:
        """Does a verb of speaking stand between what is said and who says it?"""
        k = i - 1
        while self._kinds[k] == MARK:
            k -= 1
        if self._kinds[k] != COMMA:
            return False
        quoted = k < i - 1 and not listed("quoted_speech").isdisjoint(self.chunks[i].lemmas)
        return quoted or not listed("inverted_speech").isdisjoint(self.chunks[i].lemmas)

    def _receive(self, clause: Clause) -> None:
        """ "Was met with a refusal": the act behind "with" is what the subject came upon."""
        met = next((gs for prep, gs in clause.preps if prep == "with"), [])
        if met and not clause.objects and self.words[self.chunks[met[0]].end - 1].lower in nouns():
            clause.objects, clause.passive = met[:1], False

    def _own_up(self, clause: Clause) -> None:
        """ "Claimed responsibility for an attack": the act behind "for" is what the subject did."""
        owned = bool(clause.objects) and self.words[self.chunks[clause.objects[0]].end - 1].lower in listed("owned")
        done = next((gs for prep, gs in clause.preps if prep == "for"), []) if owned else []
        if done and self.words[self.chunks[done[0]].end - 1].lower in nouns():
            clause.objects = done

    def _main_subject(self, k: int) -> int | None:
        """The noun group behind the comma that ends what a participle opens a sentence with, or None."""
        while self._kinds[k] in _OPENING or (self._kinds[k] == VG and not self.chunks[k].finite):
            k += 1
        return k + 1 if self._kinds[k] == COMMA and self._kinds[k + 1] == NP else None

    def _gone_on_with(self, clause: Clause) -> list[int]:
        """What a verb of going on with something does ("pushed ahead with air strikes", "embarked on a raid")."""
        for lemma in self.chunks[clause.index].lemmas:
            for prep, groups in clause.preps:
                if f"{lemma} {prep}" in listed("going_on_with"):
                    opening = self.words[self.chunks[groups[0]].start]
                    return [] if opening.lower in listed("none_of_them") else groups[:1]  # "with no end in sight"
        return []

    def _joined_to(self, clause: Clause) -> int | None:
        """The bare verb that a verb with nothing of its own behind it is joined to ("looted and burned"), or None."""
        k = clause.end
        if clause.objects or clause.preps or self._kinds[k] not in (CONJ, COMMA) or self._kinds[k + 1] != VG:
            return None
        mate = self.chunks[k + 1]
        return k + 1 if mate.end - mate.start == 1 else None

    def _share_object(self, clause: Clause) -> None:
        """The object of the verb that a bare verb is joined to ("looted, burned down and razed the town")."""
        chunk = self.chunks[clause.index]
        if clause.passive or not (chunk.finite or chunk.form & GERUND):
            return
        mate = clause
        for _ in range(3):
            last = self._joined_to(mate)
            if last is None or self.chunks[last].form & chunk.form == 0:
                return
            mate = Clause(last)
            self._complements(mate)
            held = [groups for prep, groups in mate.preps[:1] if prep in listed("separable")]  # "burned down the town"
            objects = mate.objects or next(iter(held), [])
            if not objects and self._kinds[last + 1] == NP:
                objects, _ = self.coordinated(last + 1)
            if objects:
                shared = self._kinds[last - 1] == CONJ and not self._meets_thing(clause, objects)
                clause.objects = objects if shared else []
                return

    def _meets_thing(self, clause: Clause, objects: list[int]) -> bool:
        """Is it no person that a verb of meeting would share with the next one ("met and signed a pact")?"""
        if listed("meeting_verbs").isdisjoint(self.chunks[clause.index].lemmas):
            return False
        return any(not self.chunks[g].actors or self.lower(g) in listed("things_told") for g in objects)

    def _share_agent(self, clause: Clause) -> None:
        """The agent of the passive that a passive is joined to ("was boarded and towed to a port by X")."""
        last = self._joined_to(clause)
        if last is None or not self.chunks[last].form & PARTICIPLE:
            return
        mate = Clause(last)
        self._complements(mate)
        if not mate.objects:
            clause.preps = [(prep, groups) for prep, groups in mate.preps if prep == "by" and self._is_agent(groups)]

    def _joins_passive(self, clause: Clause) -> bool:
        """Is a bare participle with an agent joined to a passive that has none ("was seized and towed away by X")?"""
        k = clause.index - 1
        if self._kinds[k] != CONJ or clause.objects:
            return False
        before = self._previous_verb(k)
        agent = any(prep == "by" and self._is_agent(groups) for prep, groups in clause.preps)
        return agent and before is not None and self.chunks[before].passive

    def _relative_object(self, i: int) -> list[int]:
        """What a relative clause with a subject of its own hangs on ("the town that rebels took")."""
        k = i - 1
        while self._kinds[k] in (ADV, DATE):
            k -= 1
        if self._kinds[k] == COMMA and self._kinds[k - 1] == NP:
            k -= 1  # "a step that Ghana's president, X, opposed"
            if self._kinds[k - 1] not in (COMMA, REL):
                return []
        if self._kinds[k] != NP:
            return []
        first, steps = k, 0
        while self._kinds[first - 1] in (CONJ, COMMA) and self._kinds[first - 2] == NP and steps < 4:
            first, steps = first - 2, steps + 1  # "which the Croats and the Muslims have signed"
        if self._kinds[first - 1] == REL and self.lower(first - 1) in listed("object_relatives"):
            return self.antecedent(first - 2)
        said = first - 1
        if self._kinds[said] == VG and self.is_speech(said) and self._kinds[said - 1] == NP:
            if self._kinds[said - 2] == REL and self.lower(said - 2) in listed("object_relatives"):
                return self.antecedent(said - 3)  # "the drones that X says it shot down"
        opens = self.words[self.chunks[k].start]
        told = self._kinds[k - 2] == VG and self.is_speech(k - 2)  # "told X it must leave"
        if self._kinds[k - 1] == NP and k - 1 > 0 and not told and (opens.classes & w.DET or opens.actor):
            return self.antecedent(k - 1)  # "the last port the group held"
        return []

    def answered(self, verb: int, group: int) -> bool:
        """Does a noun group stand in what the act at ``verb`` answers ("struck in retaliation for raids on X")?"""
        if self._retaliations is None:
            answers, led = listed("retaliations"), listed("answering_prepositions")
            self._retaliations = [
                i
                for i, chunk in enumerate(self.chunks)
                if self.words[chunk.end - 1].lower in answers and self.lower_of(i + 1) in led
            ]
        return any(verb < i < group for i in self._retaliations)

    def by_means(self, groups: list[int]) -> bool:
        """Do the noun groups behind "by" say how something is done ("conferred by telephone")?"""
        return all(self.words[self.chunks[g].end - 1].lower in listed("means_nouns") for g in groups)

    def _is_agent(self, groups: list[int]) -> bool:
        return not self.by_means(groups) and any(
            self.chunks[g].actors or not (self.chunks[g].places or self.words[self.chunks[g].start].number)
            for g in groups
        )
