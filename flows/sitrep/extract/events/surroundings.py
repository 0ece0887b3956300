"""What stands around a word with a verb's form: what came before, what follows, and which readings that allows."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import QUAD, kinds, verbs
from sitrep.extract.events.concord import Concord
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, NP, REL, SUB, VG, Chunk, P
from sitrep.extract.events.openings import ASIDE
from sitrep.inflection import BASE, GERUND, PAST, THIRD

# Endings that adjectives have and nouns seldom.
ADJECTIVAL = ("al", "ic", "ous", "ive", "ary", "ful", "less", "ese", "ish", "ian")

# Kinds of what a state may have, whose plurals are verbs too ("bases", "forces", "raids").
_THINGS = ("territory", "property", "forces", "arms", "assaults", "relations", "sanctions", "aid")


class Surroundings(Concord):
    """Answers by the chunks before a word and the words behind it; what the word is remains open."""

    def _exists(self, i: int) -> bool:
        """Does the verb group from ``i`` on tell what there is ("there was shelling of X")?"""
        return i > 0 and self.words[i - 1].lower == "there"

    def _floats(self, i: int) -> bool:
        """Does a quantifier, one of the floating ones, stand alone before the verb of those whom it counts ("X and Y
        both condemned Z")?"""
        if not self.chunks:
            return False
        k = len(self.chunks) - (2 if self.chunks[-1].start == i else 1)
        last, before = self.chunks[k], self.chunks[k - 1] if k > 0 else None
        if last.kind != NP or last.end != i:
            return False
        head, after = self.words[i - 1], self.words[i + 1] if i + 1 < len(self.words) else None
        if after is None or not (after.classes & w.AUX or self._form(i + 1) & (PAST | BASE)) or after.actor is not None:
            return False
        if before is not None and before.kind == CONJ:
            return True
        led = before is not None and before.kind in (VG, P) and self.lexis.speech.isdisjoint(before.lemmas)
        return not led and (head.lower in w.listed("plural_pronouns") or self._is_plural(head))

    def _put_off(self, i: int) -> bool:
        """Does an ordinal stand here before a past form ("that first recognised X"), or before what is demanded of
        somebody ("demands that X first leave")?"""
        if not self.words[i].traits & ASIDE:
            return False
        return bool(self._form(i + 1) & PAST) or (bool(self._form(i + 1) & BASE) and self._is_demanded())

    def _is_demanded(self) -> bool:
        """Does somebody stand here of whom something is demanded, with nothing but an adverb behind?"""
        so_far = self.chunks[:-1] if self.chunks and self.chunks[-1].kind == ADV else self.chunks
        if len(so_far) < 3 or [chunk.kind for chunk in so_far[-3:]] != [VG, SUB, NP]:
            return False
        asking = so_far[-3].lemmas
        return self.words[so_far[-2].start].lower == "that" and not w.listed("asking_that").isdisjoint(asking)

    def _takes_gerund(self, i: int) -> bool:
        """Does a verb stand before what it stops or goes on with ("quit training X")?"""
        return bool(self._form(i + 1) & GERUND) and not self.lexis.gerund_takers.isdisjoint(
            w.lemmas(self.words[i].lower, PAST)
        )

    def _past_aside(self) -> bool:
        """Does an adverb, a date or a prepositional aside stand here behind somebody who has done nothing so far?"""
        if self._before_aside() is not None:
            return True
        if any(chunk.kind == VG for chunk in self.chunks[-6:]):
            return False
        if len(self.chunks) < 2 or self.chunks[-1].kind not in (ADV, DATE):
            return (self._set_off() or self._described()) and bool(self.chunks[0].actors)
        before = self.chunks[-2]
        return before.kind == REL or (before.kind == NP and bool(before.actors or before.places))

    def _thing_of(self, i: int) -> bool:
        """Is a plural behind the name of a state what a preposition leads to, or joined to what was done before?"""
        before = self.chunks[-2] if len(self.chunks) > 1 else None
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        ends = after is None or not after.lower[0].isalnum() or bool(after.classes & (w.PREP | w.CONJ))
        named = self.words[i - 1].actor
        if before is None or not ends or named is None or named.kind not in ("state", "body"):
            return False
        if not any(self.words[i].lower in kinds()[name] for name in _THINGS):
            return False
        if before.kind == CONJ:
            done = next((c for c in reversed(self.chunks[:-2]) if c.kind == VG), None)
            return done is not None and bool(done.form & PAST)  # "struck Israel and US bases in"
        return before.kind == P

    def _accused(self) -> bool:
        """Does a preposition stand behind one who is accused of what follows ("accused X of firing on Y")?"""
        verb = self.chunks[-3] if len(self.chunks) > 2 and self.chunks[-2].kind == NP else None
        if verb is None or verb.kind != VG:
            return False
        return any(self.lexis.object_control.get(lemma) == "reported" for lemma in verb.lemmas)

    def _verbless(self, i: int) -> bool:
        """Does a noun group stand here that no finite verb follows in its part of the sentence ("before the court")?"""
        ended = False
        for k in range(i, min(i + 14, len(self.words))):
            word = self.words[k]
            if not word.lower[0].isalnum():
                return word.lower == "." or (ended and k > i)
            ended = ended or (k > i and (bool(word.classes & (w.PREP | w.CONJ)) or word.lower == "to"))
            if word.classes & w.AUX or (word.date and k < i + 2) or (word.classes & w.TIME and not ended):
                return False
            named = word.actor is not None or word.place is not None or word.number or not word.form
            if word.classes & w.SUBJ or (not named and word.form & (PAST | THIRD)):
                return False
            if not ended and not named and not self.words[k - 1].classes & w.DET:
                return False
        return ended

    def _pursued(self, i: int) -> bool:
        """Does "after" at ``i`` lead those whom a verb of motion has as its goal ("went after rebels"), and open no
        clause ("went after it fell")?"""
        last = self.chunks[-1] if self.chunks else None
        if last is None or last.kind != VG or w.listed("pursuing_verbs").isdisjoint(last.lemmas):
            return False
        for word in self.words[i + 1 : i + 10]:
            if not word.lower[0].isalnum() or (word.classes & w.PREP and word.lower != "of"):
                return True
            if word.date or word.classes & (w.AUX | w.SUBJ | w.TIME) or (word.form & PAST and word.actor is None):
                return False
        return True

    def _told(self, i: int) -> bool:
        """Does a finite verb stand here, or behind a preposition and what it leads, with no comma before it?"""
        led = i < len(self.words) and self.words[i].classes & w.PREP
        for k in range(i, min(i + (12 if led else 1), len(self.words))):
            word = self.words[k]
            if word.classes & w.AUX or (word.actor is None and word.place is None and self._form(k) & (PAST | THIRD)):
                return True
            if not word.lower[0].isalnum() or word.classes & (w.SUB | w.REL):
                return False
        return False

    def _goes_on(self, i: int, bits: int, before: Chunk) -> bool:
        """Is a word behind a coordinator what somebody will do next ("left two bases and plans to leave six more")?"""
        if not before.finite or w.listed("topic_verbs").intersection(before.lemmas):
            return False
        done = self.chunks[0] if self.chunks[0].kind == NP else None  # "troops hit back and claim to have killed"
        if not bits & THIRD and not (done is not None and self._agrees(done, bits)):
            return False
        ahead = i + 2 < len(self.words) and self.words[i + 1].lower == "to"
        ahead = ahead and bool(self._form(i + 2) & BASE or self.words[i + 2].classes & w.HAVE)
        lemmas = w.lemmas(self.words[i].lower, bits & (THIRD | BASE))
        claimed = self.words[i + 2].classes & w.HAVE and not self.lexis.speech.isdisjoint(lemmas) if ahead else False
        return ahead and bool(claimed or not self.lexis.subject_control.keys().isdisjoint(lemmas))

    def _joins_adjective(self) -> bool:
        """Does a coordinator follow a noun group that has only adjectives so far?"""
        before = self.chunks[-2] if len(self.chunks) > 1 else None
        if before is None or before.kind != NP:
            return False
        return all(word.classes & (w.ADJ | w.DET) for word in self.words[before.start : before.end])

    def _done_to(self) -> bool:
        """Is the noun group read last the object of a finite verb of an act that takes no clause?"""
        before = self.chunks[-2] if len(self.chunks) > 1 else None
        if before is None or before.kind != VG or not before.finite or before.passive:
            return False
        return not any(self._takes_clause(lemma) for lemma in before.lemmas)

    def _takes_clause(self, lemma: str) -> bool:
        """May the object of a verb be a clause? Of what names no act nobody knows."""
        if lemma in w.listed("clauseless_controls"):
            return False
        lexis = self.lexis
        return (
            lemma not in verbs()
            or lexis.object_control.get(lemma, "reported") != "reported"
            or lemma in lexis.speech
            or lemma in lexis.subject_control
            or lemma in w.listed("bare_infinitive_verbs")
            or lemma in w.listed("clause_verbs")
        )

    def _objective(self) -> bool:
        """Is the noun group read last the object of an infinitive or a gerund that takes no clause?"""
        before = self.chunks[-2] if len(self.chunks) > 1 else None
        if before is None or before.kind != VG or not (before.infinitive or before.gerund):
            return False
        lexis = self.lexis
        return not any(
            lemma in lexis.speech or lemma in lexis.object_control or lemma in w.listed("bare_infinitive_verbs")
            for lemma in before.lemmas
        )

    def _told_of(self) -> bool:
        """Does the noun group read last stand behind a finite verb and its preposition, as no subject does ("warned of
        Houthi attacks")?"""
        if len(self.chunks) < 3 or self.chunks[-2].kind != P:
            return False
        verb = self.chunks[-3]
        return verb.kind == VG and verb.finite and not verb.passive

    def _subjunctive(self, aside: bool = False) -> bool:
        """Does the noun group read last, before an adverb if ``aside``, stand behind a verb that takes a bare verb:
        "demanded that X [at once] leave"?"""
        chunks = self.chunks[:-1] if aside else self.chunks
        if not chunks:
            return False
        before = chunks[-2] if len(chunks) > 1 else None
        if before is not None and before.kind == SUB and len(chunks) > 2:
            k = len(chunks) - 3
            while k and chunks[k].kind in (ADV, DATE):  # "demanded on Sunday that X leave"
                k -= 1
            governor = chunks[k]
            while governor.kind == NP and k > 1 and chunks[k - 1].kind == P:  # "demanded in a note that X leave"
                k -= 2
                while k and chunks[k].kind in (ADV, DATE):
                    k -= 1
                governor = chunks[k] if chunks[k].kind in (NP, VG) else governor
            that = self.words[before.start].lower == "that"
            if that and governor.kind == NP:  # "its demand that X leave"
                return self.lexis.control_nouns.get(self.words[governor.end - 1].lower) == "hypothetical"
            return that and any(
                self.lexis.object_control.get(lemma) == "hypothetical" or lemma in w.listed("subjunctive_verbs")
                for lemma in governor.lemmas
            )
        head = self.words[chunks[-1].end - 1]
        if head.actor is None and head.lower.endswith(("ant", "ent", *ADJECTIVAL)):
            return False  # "made significant progress"
        return before is not None and bool(w.listed("bare_infinitive_verbs").intersection(before.lemmas))

    def _object_follows(self, i: int) -> bool:
        if i + 1 >= len(self.words):
            ends = self.words[i].lower in w.listed("headline_endings")  # "Leaders meet"
            return not self.headline or ends or bool(self._form(i) & THIRD)
        after = self.words[i + 1]
        if after.actor is not None or after.place is not None or after.number or after.date:
            return True
        if after.classes & w.CONJ:
            return False
        if after.classes & (w.DET | w.ADV | w.ADJ | w.SUB | w.PRON) or after.lower == "to":
            return after.lower != "to" or not self._compound(i)
        if after.classes & w.PREP:
            return not self._compound(i) or after.lower in self.lexis.separable
        if not after.lower[0].isalnum():
            return after.lower in ",“\"‘'" and not self._compound(i) and bool(self._form(i) & THIRD)
        form = self._form(i + 1)
        return not form or bool(form & (BASE | THIRD))

    def _led_on(self, i: int) -> bool:
        """Is it the first word of a verb of speaking with its preposition, or before "to" ("calls on", "vows to")?"""
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if after is None or not (after.classes & w.PREP or after.lower == "to"):
            return False
        if after.lower == "to" and i + 2 < len(self.words) and self._form(i + 2) & BASE:
            return True
        return any(
            act.words[1:] == (after.lower,) and QUAD[act.event_type] in (1, 3)
            for lemma in w.lemmas(self.words[i].lower, self._form(i))
            for act in verbs().get(lemma, ())
        )

    def _compound(self, i: int) -> bool:
        """Is the noun before it a thing ("drone strikes", "missile attacks") and not somebody?"""
        last = self.chunks[-1]
        if last.kind == ADV and len(self.chunks) > 1 and self.chunks[-2].kind == NP:
            last = self.chunks[-2]  # "the general again calls on"
        elif last.kind == COMMA and self._set_off():
            last = self.chunks[0]
        before = self.words[last.end - 1] if last.kind == NP else self.words[i - 1]
        if before.lower in kinds()["weapons"] and i > 1:
            several = before.lower.endswith("s") and before.lower not in w.listed("modifying_plurals")
            return not (several and self._form(i) & BASE)  # "Russian tanks roll into", but "drone strikes"
        return before.actor is None and before.place is None and not before.classes & w.SUBJ

    def _form(self, i: int) -> int:
        return self.words[i].form if i < len(self.words) else 0
