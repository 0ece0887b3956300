"""Who stands where in a sentence: each verb group with its noun groups and the verb group that governs it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sitrep import lexicons
from sitrep.extract.events import words as w
from sitrep.extract.events.acts import nouns
from sitrep.extract.events.complements import LED, SKIP, Clause
from sitrep.extract.events.forms import GERUND, PARTICIPLE, PAST
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, REL, SUB, VG, Chunk, P
from sitrep.extract.events.subjects import Subjects
from sitrep.extract.events.words import listed

_BETWEEN = LED | {NP, CONJ}
_OPENING = _BETWEEN | {SUB}


@cache
def _courtesies() -> frozenset[str]:
    return frozenset(lexicons.load("modality_cues")["courtesies"])


class Sentence(Subjects):
    """The clauses of one sentence: each is read when it is first asked for, and with it those before that it hangs on.

    Most verbs name no act, and nobody asks who does what they say.
    """

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
        bare = chunk.form & PARTICIPLE and chunk.finite and not chunk.passive and chunk.end - chunk.start == 1
        # A bare participle without an object is passive ("ships attacked by rebels"), unless it can be a past tense.
        clause.passive = chunk.passive or bool(
            bare
            and not clause.objects
            and listed("never_passive").isdisjoint(chunk.lemmas)
            and (not chunk.form & PAST or any(p == "by" and self._is_agent(g) for p, g in clause.preps[:1]))
        )
        if not listed("taking_part").isdisjoint(chunk.lemmas):
            inside = [g for prep, groups in clause.preps if prep == "in" for g in groups[:1]]
            clause.objects, clause.passive = clause.objects or inside[:1], False  # "engaged in shelling"
        clause.objects = clause.objects or self._gone_on_with(clause)
        if not listed("receiving_verbs").isdisjoint(chunk.lemmas):
            self._receive(clause)
        if not clause.passive and not listed("owning_verbs").isdisjoint(chunk.lemmas):
            self._own_up(clause)
        clause.passive = clause.passive or bool(bare and self._joins_passive(clause))
        if clause.passive:
            self._share_agent(clause)
        else:
            self._share_object(clause)
        self._govern(clause)
        if not clause.objects and chunk.finite and not clause.passive:
            clause.objects = self._relative_object(i)
        if clause.governor is not None and self.clause(clause.governor).control == "purpose":
            clause.control = "purpose"
        if chunk.hedged and clause.control in (None, "asserted"):
            clause.control = "possible"
        led = self._previous_verb(i - 1) is not None or self.kind(i - 2) == P  # "Under a deal signed by X and Y, ..."
        if not clause.subjects and clause.passive and not chunk.passive and led:
            if self.kind(i - 1) == NP and self._reduced(i):
                clause.subjects, clause.how = self.antecedent(i - 1), "participle"  # "prisoners held by X"
        if not clause.subjects and clause.how != "attempt":
            clause.subjects, clause.how = self._subjects(i)
        if clause.objects and clause.how == "coordination" and self._inverts(i):
            clause.subjects, clause.objects, clause.how = clause.objects, [], "subject"  # '"...," said X'
        first = i == 0 or (i == 1 and self.kind(0) in (SUB, P))
        if not clause.subjects and first and (chunk.gerund or (clause.passive and not chunk.passive)):
            main = self._main_subject(clause.end)
            clause.subjects, clause.how = [main] if main else [], "participle"  # "Having shelled X, Y seized"
        clause.subjects = self.meant(clause.subjects)
        return clause

    def _inverts(self, i: int) -> bool:
        """Does a verb of speaking stand between what is said and who says it?"""
        k = i - 1
        while self.kind(k) == MARK:
            k -= 1
        return self.kind(k) == COMMA and not listed("inverted_speech").isdisjoint(self.chunks[i].lemmas)

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

    def _stands(self, middle: list[int]) -> str | None:
        """What a noun behind "in" or "on" makes of the gerund behind its "of" ("is on the verge of storming X")."""
        if len(middle) != 1:
            return None
        noun, prep = self.words[self.chunks[middle[0]].end - 1].lower, self.lower_of(middle[0] - 1)
        if prep == "on" and noun in listed("verges"):
            return "planned"
        return "asserted" if prep == "in" and noun in listed("courses") else None

    def _main_subject(self, k: int) -> int | None:
        """The noun group behind the comma that ends what a participle opens a sentence with, or None."""
        while self.kind(k) in _OPENING or (self.kind(k) == VG and not self.chunks[k].finite):
            k += 1
        return k + 1 if self.kind(k) == COMMA and self.kind(k + 1) == NP else None

    def _gone_on_with(self, clause: Clause) -> list[int]:
        """What a verb of going on with something does ("pushed ahead with air strikes", "embarked on a raid")."""
        for lemma in self.chunks[clause.index].lemmas:
            for prep, groups in clause.preps:
                if f"{lemma} {prep}" in listed("going_on_with"):
                    return groups[:1]
        return []

    def _joined_to(self, clause: Clause) -> int | None:
        """The bare verb that a verb with nothing of its own behind it is joined to ("looted and burned"), or None."""
        k = clause.end
        if clause.objects or clause.preps or self.kind(k) not in (CONJ, COMMA) or self.kind(k + 1) != VG:
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
            if not objects and self.kind(last + 1) == NP:
                objects, _ = self.coordinated(last + 1)
            if objects:
                clause.objects = objects if self.kind(last - 1) == CONJ else []
                return

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
        if self.kind(k) != CONJ or clause.objects:
            return False
        before = self._previous_verb(k)
        agent = any(prep == "by" and self._is_agent(groups) for prep, groups in clause.preps)
        return agent and before is not None and self.chunks[before].passive

    def _relative_object(self, i: int) -> list[int]:
        """What a relative clause with a subject of its own hangs on ("the town that rebels took")."""
        k = i - 1
        while self.kind(k) in (ADV, DATE):
            k -= 1
        if self.kind(k) != NP:
            return []
        first, steps = k, 0
        while self.kind(first - 1) in (CONJ, COMMA) and self.kind(first - 2) == NP and steps < 4:
            first, steps = first - 2, steps + 1  # "which the Croats and the Muslims have signed"
        if self.kind(first - 1) == REL and self.lower(first - 1) in listed("object_relatives"):
            return self.antecedent(first - 2)
        opens = self.words[self.chunks[k].start]
        told = self.kind(k - 2) == VG and self.is_speech(k - 2)  # "told X it must leave"
        if self.kind(k - 1) == NP and k - 1 > 0 and not told and (opens.classes & w.DET or opens.actor):
            return self.antecedent(k - 1)  # "the last port the group held"
        return []

    def by_means(self, groups: list[int]) -> bool:
        """Do the noun groups behind "by" say how something is done ("conferred by telephone")?"""
        return all(self.words[self.chunks[g].end - 1].lower in listed("means_nouns") for g in groups)

    def _is_agent(self, groups: list[int]) -> bool:
        return not self.by_means(groups) and any(
            self.chunks[g].actors or not (self.chunks[g].places or self.words[self.chunks[g].start].number)
            for g in groups
        )

    def _govern(self, clause: Clause) -> None:
        """Whose complement this verb group is: "plans to enlist", "urged allies to send", "accused X of sending"."""
        i = clause.index
        chunk = self.chunks[i]
        if chunk.finite:
            return
        k = i - 1
        if chunk.infinitive and self.kind(k) == NP:
            made = self.lexis.control_nouns.get(self.words[self.chunks[k].end - 1].lower)
            if made == "purpose" or (made == "negated" and self.chunks[k].actors and self.kind(k - 1) not in (VG, P)):
                clause.control = made
                clause.subjects, clause.how = ([k], "control") if made == "negated" else ([], "")
                return
        while self.kind(k) in SKIP:
            k -= 1
        prep = None
        if chunk.gerund and self.kind(k) in (P, SUB):
            prep = self.lower(k)
            k -= 2 if self.kind(k) == SUB and self.kind(k - 1) == COMMA else 1
            while self.kind(k) in SKIP:
                k -= 1
        if self.kind(k) == CONJ or (self.kind(k) == COMMA and self.kind(k - 1) != NP):
            before = self._previous_verb(k)
            if (
                before is not None
                and not self.chunks[before].finite
                and self.chunks[before].infinitive == chunk.infinitive
            ):
                mate = self.clause(before)
                clause.subjects, clause.how = mate.subjects, mate.how
                clause.governor, clause.control = mate.governor, mate.control
                return
        middle: list[int] = []
        steps = 0
        while self.kind(k) in _BETWEEN and steps < 14:
            if self.kind(k) == NP:
                middle.insert(0, k)
            k, steps = k - 1, steps + 1
        if self.kind(k) != VG:
            if chunk.infinitive:
                if self._tried(i):
                    clause.how = "" if self.chunks[i - 1].actors else "attempt"  # "An attempt to kill X was foiled"
                    return
                clause.control = "purpose"
                first = k < 0 or (self.kind(k) == COMMA and self._paired(i - 1))  # "A, B to hold talks"
                if first and middle and self.kind(i - 1) == NP and self.chunks[i - 1].actors:
                    # "US to send troops": a headline's future.
                    clause.subjects, clause.how = self._noun_groups_before(i - 1)
                    clause.control = "planned"
            return
        governor = self.chunks[k]
        mate = self.clause(k)
        lexis = self.lexis
        noun = self.words[self.chunks[middle[-1]].end - 1].lower if middle else ""
        if noun in lexis.control_nouns and self.kind(middle[-1] + 1) == VG:
            clause.governor, clause.control = k, lexis.control_nouns[noun]
            idle = listed("topic_verbs") | listed("rejecting_verbs")
            if idle.intersection(governor.lemmas) or self.kind(middle[-1] - 1) == P:
                clause.control = "purpose"  # "discussed efforts to free the hostages"
            if clause.control == "purpose":
                return
            if self.lower(middle[-1]) == "no" or governor.negated:
                clause.control = "negated"
            elif clause.control == "asserted" and mate.control:
                clause.control = mate.control
            clause.subjects, clause.how = mate.subjects, "control"
            return
        if self._is_for(k):
            clause.governor, clause.control = k, "purpose"
            return
        if governor.copula and noun in listed("doing_adjectives") and prep in listed("doing_prepositions"):
            clause.governor, clause.control = k, "asserted"  # "is guilty of breaking the truce"
            clause.subjects, clause.how = mate.subjects, "control"
            return
        if prep == "of" and (told := self._stands(middle)) is not None:
            clause.governor, clause.control = k, "negated" if governor.negated else told
            clause.subjects, clause.how = mate.subjects, "control"
            return
        if prep == "of" and noun in listed("doing_nouns") and not mate.passive and middle[-1] in mate.objects:
            clause.governor = k
            clause.control = "negated" if governor.negated else mate.control or "asserted"
            clause.subjects, clause.how = mate.subjects, "control"
            return
        named = chunk.infinitive and self.kind(i - 1) == NP and self.lower_of(i - 2) == "for"
        if named and self.names_other([i - 1]) and not self.is_object_control(k):
            clause.governor, clause.control = k, "purpose" if governor.copula else "hypothetical"
            clause.subjects, clause.how = self._heads([i - 1]), "object control"  # "a deadline for X to leave"
            return
        objects = [m for m in middle if self.kind(m - 1) != P or self.lower(m - 1) in listed("behind_adjectives")]
        if governor.adjective in lexis.control_adjectives and not objects:
            clause.governor, clause.control = k, self._adjectival(governor)
            clause.subjects, clause.how = mate.subjects, "control"
            return
        if objects and chunk.infinitive and not listed("voicing_verbs").isdisjoint(chunk.lemmas):
            if not listed("calling_verbs_of_talks").isdisjoint(governor.lemmas):
                clause.governor, clause.control = k, "asserted"  # "called X to thank him"
                clause.subjects, clause.how = mate.subjects, "control"
                return
            if not listed("summoning_verbs").isdisjoint(governor.lemmas):
                clause.governor, clause.control = k, "purpose"  # "summoned the envoy to protest"
                clause.subjects, clause.how = mate.subjects, "purpose"
                return
        if chunk.infinitive and not objects and self._is_courtesy(i, k):
            clause.governor, clause.control = k, "negated" if governor.negated else mate.control or "asserted"
            clause.subjects, clause.how = mate.subjects, "control"
            return
        for lemma in governor.lemmas:
            if (
                objects
                and not mate.passive
                and lemma in lexis.object_control
                and (chunk.infinitive or prep is None or prep in listed("object_control_prepositions"))
            ):
                if chunk.gerund and lexis.object_control[lemma] == "asserted":
                    continue
                if chunk.infinitive and lexis.object_control[lemma] == "negated" and lemma != "forbid":
                    continue  # "blocked roads to demand"
                clause.governor, clause.control = k, _within(lexis.object_control[lemma], mate)
                clause.subjects, clause.how = self._heads(objects), "object control"
                return
            if mate.passive and lemma in lexis.object_control and (chunk.infinitive or prep):
                clause.governor, clause.control = k, lexis.object_control[lemma]
                if clause.control == "reported":
                    clause.control = "possible"
                clause.subjects, clause.how = mate.subjects, "object control"
                return
            if lemma in lexis.subject_control and not (objects and chunk.gerund and prep is None):
                clause.governor, clause.control = k, _within(lexis.subject_control[lemma], mate)
                if prep in listed("refusing_prepositions"):
                    clause.control = "negated"  # "decided against expelling X"
                clause.subjects, clause.how = mate.subjects, "control"
                return
        linking = governor.copula or not listed("becoming_verbs").isdisjoint(governor.lemmas)
        if linking and chunk.infinitive and middle and self._singled_out(middle[-1]):
            clause.governor, clause.control = k, "negated" if governor.negated else "asserted"
            clause.subjects, clause.how = mate.subjects, "control"  # "was the first state to recognise X"
            return
        if governor.copula and any(self.lower(g) == "it" for g in mate.subjects):
            clause.governor, clause.control = k, "purpose"  # "it is right to help": nobody does
            return
        if chunk.infinitive and not objects and self._decides(k, mate):
            clause.governor, clause.control = k, _within("asserted", mate)
            clause.subjects, clause.how = mate.subjects, "control"  # "parliament voted to ban"
            return
        if lemma_is(governor, "be") and not objects and chunk.infinitive:
            clause.governor, clause.control = k, "planned"
            clause.subjects, clause.how = mate.subjects, "control"
            return
        clause.governor = k
        if chunk.infinitive and chunk.perfect and self.is_speech(k) and not objects:
            clause.control = "reported"
            clause.subjects, clause.how = mate.subjects, "control"
        elif chunk.infinitive:
            clause.control = "purpose"
            clause.subjects, clause.how = mate.subjects, "purpose"
        elif prep is not None:
            clause.subjects, clause.how = mate.subjects, "gerund"
            if prep == "without":
                clause.control = "negated"
            elif prep not in listed("means_prepositions"):
                clause.control = "purpose"
            elif prep in listed("waiting_prepositions") and self._demands(k):
                clause.control = "hypothetical"  # "demanded a truce before allowing"

    def _is_courtesy(self, i: int, k: int) -> bool:
        """Is a wish at ``k`` only the polite form of what is said by the verb group ``i`` ("wishes to thank X")?"""
        if _courtesies().isdisjoint(self.chunks[i].lemmas):
            return False
        wish = self.chunks[k]
        if self.lower(i - 1) == "like":
            return k == i - 2 and wish.modal is not None  # "would like to thank X"
        return not wish.modal and not listed("courteous_verbs").isdisjoint(wish.lemmas)

    def _decides(self, k: int, mate: Clause) -> bool:
        """Does a body, and no single person, decide by vote what the infinitive behind tells?"""
        if listed("deciding_verbs").isdisjoint(self.chunks[k].lemmas):
            return False
        return any(a.kind in ("body", "office", "state") for g in mate.subjects for a in self.chunks[g].actors)

    def _adjectival(self, governor: Chunk) -> str:
        """What an adjective makes of its complement: who was able to strike did, who is able to may."""
        if governor.adjective in listed("abilities"):
            if governor.negated:
                return "negated"
            told = {word.lower for word in self.words[governor.start : governor.end]}
            if told & listed("past_be") and not governor.modal:
                return "asserted"
        return self.lexis.control_adjectives[governor.adjective]

    def _singled_out(self, group: int) -> bool:
        chunk = self.chunks[group]
        return any(word.lower in listed("singling_out") for word in self.words[chunk.start : chunk.end])

    def _demands(self, i: int) -> bool:
        return any(self.lexis.object_control.get(lemma) == "hypothetical" for lemma in self.chunks[i].lemmas)

    def _is_for(self, k: int) -> bool:
        """Does verb group ``i`` only say what the thing before participle ``k`` is for ("talks aimed at ending")?"""
        governor = self.chunks[k]
        if listed("purpose_participles").isdisjoint(governor.lemmas):
            return False
        if governor.passive:
            return True
        bare = governor.end - governor.start == 1 and governor.form & PARTICIPLE
        return bool(bare) and self.kind(k - 1) == NP and not self.chunks[k - 1].actors

    def _heads(self, groups: list[int]) -> list[int]:
        first = groups[0]
        group, _ = self.coordinated(first)
        return group


def _within(control: str, governing: Clause) -> str | None:
    """What a verb makes of its complement, where it is itself planned, demanded or refused."""
    return governing.control if control == "asserted" and governing.control else control


def lemma_is(chunk: Chunk, lemma: str) -> bool:
    """Is it one of the lemmas that the verb of a chunk may have?"""
    return lemma in chunk.lemmas
