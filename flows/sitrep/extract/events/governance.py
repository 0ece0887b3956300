"""What an infinitive or a gerund hangs on, who does what it tells, and what that makes of it ("plans to enlist")."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.groups import COMMA, CONJ, NP, SUB, VG, Chunk, P
from sitrep.extract.events.phrases import LED, SKIP
from sitrep.extract.events.subjects import Subjects
from sitrep.extract.events.words import leading_idioms, listed, verbs_leading_up
from sitrep.inflection import GERUND, PARTICIPLE

# What a noun group of the governing verb may stand behind or hold.
BETWEEN = LED | {NP, CONJ}

# What a complement is by the verb that governs it: a modality, or None, and its subjects and how they were found.
Held = tuple[str | None, list[int], str]


@cache
def _courtesies() -> frozenset[str]:
    return frozenset(lexicons.load("modality_cues")["courtesies"])


class Governance(Subjects):
    """Adds the search for the verb group whose complement another one is."""

    def _stands(self, middle: list[int]) -> str | None:
        """What a noun behind "in" or "on" makes of the gerund behind its "of" ("is on the verge of storming X")."""
        if len(middle) != 1:
            return None
        noun, prep = self.words[self.chunks[middle[0]].end - 1].lower, self.lower_of(middle[0] - 1)
        if prep == "on" and noun in listed("verges"):
            return "planned"
        return "asserted" if prep == "in" and noun in listed("courses") else None

    def _govern(self, clause: Clause) -> None:
        """Whose complement this verb group is: "plans to enlist", "urged allies to send", "accused X of sending"."""
        i = clause.index
        chunk = self.chunks[i]
        if chunk.finite:
            self._go_on_under(clause)
            return
        if self._led_up_to(clause):
            return
        k = i - 1
        if chunk.infinitive and self.kind(k) == NP:
            decided = self._decided(k)
            if decided is not None:
                clause.control, clause.subjects, clause.how = decided
                return
            made = self.lexis.control_nouns.get(self.words[self.chunks[k].end - 1].lower)
            if made == "purpose" or (made == "negated" and self.chunks[k].actors and self.kind(k - 1) not in (VG, P)):
                clause.control = made
                clause.subjects, clause.how = ([k], "control") if made == "negated" else ([], "")
                return
        while self.kind(k) in SKIP:
            k -= 1
        if chunk.infinitive and self.kind(k) == COMMA:
            k = self._asked_before(k)
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
        if chunk.gerund and self.kind(i - 1) == NP and self.kind(i - 2) == P and self.lower(i - 2) == "with":
            if self.chunks[i - 1].actors and k == i - 1:
                return  # "the day began with Russia shelling"
        middle: list[int] = []
        steps = 0
        while self.kind(k) in BETWEEN and steps < 14:
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
        clause.governor = k
        clause.control, clause.subjects, clause.how = self._complement_of(i, k, prep, middle)

    def _asked_before(self, k: int) -> int:
        """Where who is asked or told to do something ends, before an aside on him that closes with the comma at ``k``
        ("urged Chad, which holds two of them, to free them"), else ``k``."""
        opened = self._parenthesis_before(k)
        if opened is None or self.kind(opened) != NP:
            return k
        verb = self._previous_verb(opened)
        asked = verb is not None and self.is_object_control(verb) and not self.clause(verb).passive
        return opened if asked else k

    def _led_up_to(self, clause: Clause) -> bool:
        """Does an idiom lead up to the verb group and tell how soon or nearly it is done ("lost no time in blaming",
        "stopped short of blaming", "went so far as to blame")? If so, its control and subjects are set."""
        chunk = self.chunks[clause.index]
        before = self._previous_verb(clause.index - 1)
        if before is None:
            return False
        if verbs_leading_up().isdisjoint(self.chunks[before].lemmas):
            return False
        between = [word.lower for word in self.words[self.chunks[before].end : chunk.start]]
        between += ["to"] * chunk.infinitive
        idioms = leading_idioms()
        found = (idioms.get(" ".join((lemma, *between))) for lemma in self.chunks[before].lemmas)
        control = next(filter(None, found), None)
        if control is None:
            return False
        mate = self.clause(before)
        clause.governor, clause.subjects, clause.how = before, mate.subjects, "control"
        clause.control = mate.control if control == "asserted" and mate.control else control
        return True

    def _go_on_under(self, clause: Clause) -> None:
        """What governs the perfect infinitive that a bare participle is joined to ("claims to have killed ten men and
        taken twenty")."""
        i = clause.index
        chunk = self.chunks[i]
        if self.kind(i - 1) != CONJ or chunk.passive or chunk.end - chunk.start > 1 or not chunk.form & PARTICIPLE:
            return
        before = self._previous_verb(i - 1)
        if before is None or not (self.chunks[before].infinitive and self.chunks[before].perfect):
            return
        mate = self.clause(before)
        clause.subjects, clause.how = mate.subjects, mate.how
        clause.governor, clause.control = mate.governor, mate.control

    def _decided(self, k: int) -> Held | None:
        """What a decision, plan or refusal that ends at noun group ``k`` makes of the infinitive behind it, and who
        takes it ("Germany's decision to send", "the decision by Germany and Italy to send"), or None."""
        owners, first = [k], k
        while self.kind(first - 1) in (CONJ, COMMA) and self.kind(first - 2) == NP and self.chunks[first - 2].actors:
            first -= 2
            owners.insert(0, first)
        noun = first - 2
        if self.kind(first - 1) != P or self.lower(first - 1) not in listed("deciders_behind") or self.kind(noun) != NP:
            owners, noun = [k], k
        head = self.words[self.chunks[noun].end - 1]
        made = self.lexis.control_nouns.get(head.lower)
        if made not in ("planned", "negated") and head.lower not in listed("own_resolves"):
            return None
        if self.kind(noun - 1) == VG and not listed("rejecting_verbs").isdisjoint(self.chunks[noun - 1].lemmas):
            return "purpose", [], ""  # "rejected a Libyan offer to mediate"
        actors = [actor for owner in owners for actor in self.chunks[owner].actors]
        own = self.kind(k - 1) == VG and all(actor.kind == "pronoun" for actor in actors)  # "voiced its readiness to"
        if not actors or own or head.actor is not None:
            return None
        return made, owners, "control"

    def _complement_of(self, i: int, k: int, prep: str | None, middle: list[int]) -> Held:
        """What verb group ``k`` makes of ``i``, behind ``prep`` and the noun groups ``middle`` between them."""
        chunk, governor, mate = self.chunks[i], self.chunks[k], self.clause(k)
        held = self._of_noun(i, k, prep, middle)
        if held is not None:
            return held
        objects = [m for m in middle if self.kind(m - 1) != P or self.lower(m - 1) in listed("behind_adjectives")]
        if governor.adjective in self.lexis.control_adjectives and not objects:
            told = self._adjectival(governor)
            if told == "possible" and any(prep == "by" for prep, _ in mate.preps):
                told = "reported"  # "is accused by X of"
            return told, mate.subjects, "control"
        if objects and chunk.infinitive and not listed("voicing_verbs").isdisjoint(chunk.lemmas):
            called = self.kind(objects[0] - 1) != P  # but "called on X to condemn Y"
            if called and not listed("calling_verbs_of_talks").isdisjoint(governor.lemmas):
                return "asserted", mate.subjects, "control"  # "called X to thank him"
            if not listed("summoning_verbs").isdisjoint(governor.lemmas):
                return "purpose", mate.subjects, "purpose"  # "summoned the envoy to protest"
        if chunk.infinitive and not objects and self._is_courtesy(i, k):
            return ("negated" if governor.negated else mate.control or "asserted"), mate.subjects, "control"
        if chunk.infinitive and self.reduced(k) and self.lower(k) in listed("telling_participles"):
            return "possible", self.antecedent(k - 1), "control"  # "troops thought to have fled"
        held = self._of_lemma(i, k, prep, objects)
        if held is not None:
            return held
        linking = governor.copula or not listed("becoming_verbs").isdisjoint(governor.lemmas)
        if linking and chunk.infinitive and middle and self._singled_out(middle[-1]):
            # "Was the first state to recognise X".
            return ("negated" if governor.negated else "asserted"), mate.subjects, "control"
        if governor.copula and any(self.lower(g) == "it" for g in mate.subjects):
            return "purpose", [], ""  # "it is right to help": nobody does
        if (
            chunk.infinitive
            and self._decides(k, mate)
            and all(self.words[self.chunks[m].start].number for m in objects)
        ):
            return _within("asserted", mate), mate.subjects, "control"  # "parliament voted to ban"
        if governor.copula and not objects and chunk.infinitive:
            return "planned", mate.subjects, "control"
        if chunk.infinitive and (chunk.perfect or chunk.form & GERUND) and self.is_speech(k) and not objects:
            return "reported", mate.subjects, "control"  # "claims to have seized", "claims to be holding"
        if chunk.infinitive:
            return "purpose", mate.subjects, "purpose"
        return (None, [], "") if prep is None else (self._led_by(prep, k), mate.subjects, "gerund")

    def _of_noun(self, i: int, k: int, prep: str | None, middle: list[int]) -> Held | None:
        """What the noun or adjective between them makes of verb group ``i`` ("made efforts to", "is guilty of")."""
        chunk, governor, mate, lexis = self.chunks[i], self.chunks[k], self.clause(k), self.lexis
        noun = self.words[self.chunks[middle[-1]].end - 1].lower if middle else ""
        topic = chunk.infinitive and not listed("topic_verbs").isdisjoint(governor.lemmas)
        if topic and middle and self.kind(middle[-1] + 1) == VG and self.kind(middle[-1] - 1) != P:
            head = self.words[self.chunks[middle[-1]].end - 1]
            if self.chunks[middle[-1]].actors and head.actor is None:
                return "purpose", [middle[-1]], "control"  # "discussed X's actions to free the hostages"
        if noun in lexis.control_nouns and self.kind(middle[-1] + 1) == VG:
            idle = listed("topic_verbs") | listed("rejecting_verbs")
            if idle.intersection(governor.lemmas) or self.kind(middle[-1] - 1) == P:
                return "purpose", [], ""  # "discussed efforts to free the hostages"
            made = lexis.control_nouns[noun]
            if made == "purpose":
                return made, [], ""
            none = self.lower(middle[-1]) == "no"
            if none and not listed("sparing_verbs").isdisjoint(governor.lemmas):
                return "planned" if governor.modal else _within("asserted", mate), mate.subjects, "control"
            refused = none or governor.negated
            return "negated" if refused else _within(made, mate), mate.subjects, "control"
        if self._is_for(k):
            return "purpose", [], ""
        if governor.copula and noun in listed("doing_adjectives") and prep in listed("doing_prepositions"):
            return "asserted", mate.subjects, "control"  # "is guilty of breaking the truce"
        if prep == "of" and (told := self._stands(middle)) is not None:
            return ("negated" if governor.negated else told), mate.subjects, "control"
        if prep == "of" and noun in listed("doing_nouns") and not mate.passive and middle[-1] in mate.objects:
            return ("negated" if governor.negated else mate.control or "asserted"), mate.subjects, "control"
        asked = self._asked_of(i) if chunk.infinitive else None
        if asked is not None and listed("rejecting_verbs").isdisjoint(governor.lemmas):
            return "hypothetical", asked, "object control"  # "repeated its call on X to withdraw"
        named = chunk.infinitive and self.kind(i - 1) == NP and self.lower_of(i - 2) == "for"
        if named and self.names_other([i - 1]) and not self.is_object_control(k):
            # "A deadline for X to leave".
            return ("purpose" if governor.copula else "hypothetical"), self.coordinated(i - 1)[0], "object control"
        return None

    def _asked_of(self, i: int) -> list[int] | None:
        """Whom a call or a demand right before infinitive ``i`` is meant for, or None."""
        first = i - 1
        while self.kind(first) == NP and self.kind(first - 1) in (CONJ, COMMA) and self.kind(first - 2) == NP:
            first -= 2
        if self.kind(first) != NP or self.kind(first - 1) != P or self.kind(first - 2) != NP:
            return None
        if self.lower(first - 1) not in listed("asked_behind"):
            return None
        noun = self.words[self.chunks[first - 2].end - 1].lower
        made = self.lexis.control_nouns.get(noun)
        return self.coordinated(first)[0] if made == "hypothetical" else None

    def _of_lemma(self, i: int, k: int, prep: str | None, objects: list[int]) -> Held | None:
        """What the governing verb makes of its complement by what it means ("urged", "refused", "accused of")."""
        chunk, governor, mate, lexis = self.chunks[i], self.chunks[k], self.clause(k), self.lexis
        for lemma in governor.lemmas:
            if (
                objects
                and not mate.passive
                and lemma in lexis.object_control
                and (chunk.infinitive or prep is None or prep in listed("object_control_prepositions"))
            ):
                if chunk.gerund and lexis.object_control[lemma] == "asserted":
                    continue
                keeps = lexis.object_control[lemma] == "negated" and lemma not in listed("forbidding_verbs")
                if chunk.infinitive and keeps:
                    continue  # "blocked roads to demand"
                first = objects[0]
                while self.kind(first - 1) == CONJ and self.kind(first - 2) == NP and first - 2 > k:
                    first -= 2  # "called on A and B to leave"
                return _within(lexis.object_control[lemma], mate), self.coordinated(first)[0], "object control"
            if mate.passive and lemma in lexis.object_control and (chunk.infinitive or prep):
                made = lexis.object_control[lemma]
                named = any(prep == "by" for prep, _ in mate.preps)  # "is accused by X of"
                return "possible" if made == "reported" and not named else made, mate.subjects, "object control"
            made = lexis.subject_control.get(lemma)
            beside = objects and chunk.gerund and prep is None and self.kind(i - 1) != CONJ
            if made == "discussed":
                made, beside = "hypothetical", beside or (chunk.gerund and prep is not None)
            if made and not beside:
                against = prep in listed("refusing_prepositions")  # "decided against expelling X"
                return "negated" if against else _within(made, mate), mate.subjects, "control"
        return None

    def _led_by(self, prep: str, k: int) -> str | None:
        """What the preposition before a gerund makes of it."""
        if prep == "without":
            return "negated"
        if prep not in listed("means_prepositions"):
            return "purpose"
        waits = prep in listed("waiting_prepositions") and self._demands(k)
        return "hypothetical" if waits else None  # "demanded a truce before allowing"

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
        """Does participle ``k`` only say what the thing before it is for ("talks aimed at ending")?"""
        governor = self.chunks[k]
        if listed("purpose_participles").isdisjoint(governor.lemmas):
            return False
        if governor.passive:
            return True
        bare = governor.end - governor.start == 1 and governor.form & PARTICIPLE
        of_thing = self.kind(k - 1) == NP and (not self.chunks[k - 1].actors or self.kind(k - 2) == P)
        return bool(bare) and of_thing  # "a programme for X aimed at ending"


def _within(control: str, governing: Clause) -> str | None:
    """What a verb makes of its complement, where it is itself planned, demanded or refused."""
    return governing.control if control == "asserted" and governing.control else control
