"""Which of its readings a word has where it stands: noun or verb, conjunction or pronoun, present or past."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import QUAD, kinds, verbs
from sitrep.extract.events.concord import Concord
from sitrep.extract.events.forms import BASE, GERUND, PARTICIPLE, PAST, THIRD
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, REL, SUB, VG, Chunk, P

_ADJECTIVAL = ("al", "ic", "ous", "ive", "ary", "ful", "less", "ese", "ish", "ian")

# Types whose act nouns may open a clause of what is said ("its demands that the government leave").
_SAYING = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")

# Kinds of what a state may have, whose plurals are verbs too ("bases", "forces", "raids").
_THINGS = ("territory", "property", "forces", "arms", "assaults", "relations", "sanctions", "aid")


class Readings(Concord):
    """Looks at the words around and at the chunks so far."""

    def _dateline(self, i: int) -> bool:
        """ "GOMA, 3 May —": a place, a date or an agency in front of the first dash are no part of the sentence."""
        return (
            bool(self.chunks)
            and i < 16
            and bool(self.chunks[0].places)
            and all(c.kind in (NP, COMMA, DATE, MARK) for c in self.chunks)
        )

    def _complementizer(self, i: int) -> bool:
        """ "that" behind a verb of speaking (its adverbs and dates, "and") opens what is said."""
        k = len(self.chunks) - 1
        while k >= 0 and self.chunks[k].kind in (ADV, DATE, CONJ, COMMA, MARK):
            k -= 1
        if k < 0:
            return False
        if self.chunks[k].kind == VG:
            return True
        joined = self.chunks[-1].kind in (CONJ, COMMA)
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        opens = after is not None and bool(
            after.actor or after.place or after.number or after.classes & (w.DET | w.PRON | w.SUBJ)
        )
        if joined and opens and any(c.kind == SUB and self.words[c.start].lower == "that" for c in self.chunks):
            return True
        if (opens or self.chunks[k].actors) and self.chunks[k].kind == NP and k and self.chunks[k - 1].kind == VG:
            if self._demands_or_tells(self.chunks[k - 1]):
                return True
        steps = 0
        while steps < 3 and k > 1 and self.chunks[k - 1].kind in (P, MARK):
            k, steps = k - 2, steps + 1  # "an allegation by X (Y) that"
            while k and self.chunks[k].kind in (ADV, DATE):
                k -= 1  # "demanded on Tuesday in a statement that"
            if self.chunks[k].kind == VG:
                return opens and self._demands_or_tells(self.chunks[k])
            if self.words[self.chunks[k].end - 1].lower in w.listed("speech_nouns"):
                return opens
        head = self.words[self.chunks[k].end - 1].lower
        if self.lexis.control_nouns.get(head) == "hypothetical" and self._subjunctive_follows(i + 1):
            return opens
        return opens and (head.endswith("tion") or head in w.listed("speech_nouns"))

    def _demands_or_tells(self, verb: Chunk) -> bool:
        """Is it a verb whose complement is what is said or demanded?"""
        control = self.lexis.object_control
        return any(lemma in self.lexis.speech or control.get(lemma) == "hypothetical" for lemma in verb.lemmas)

    def _subjunctive_follows(self, i: int) -> bool:
        """Does somebody with a bare verb or a modal stand here ("X leave", "the rebels should leave")?"""
        for k in range(i, min(i + 6, len(self.words))):
            word = self.words[k]
            if word.actor is None and word.place is None and not word.classes & w.DET:
                return bool(k > i and (word.classes & w.MODAL or self._form(k) & BASE))
        return False

    def _is_relative(self, i: int) -> bool:
        """Whether "that" or "who" opens a relative clause; "that" behind a verb opens its object."""
        lower = self.words[i].lower
        if not self.chunks:
            return False
        last = self.chunks[-1].kind
        if lower == "that":
            if last in (VG, ADV):
                self._as_that = True
                return False
            following = self.words[i + 1] if i + 1 < len(self.words) else None
            return (
                last == NP
                and following is not None
                and (bool(following.classes & (w.AUX | w.NEG)) or self._verbal(i + 1) or self._put_off(i + 1))
            )
        return last in (NP, COMMA, P, DATE)

    def floats(self, i: int) -> bool:
        """Does a quantifier stand alone before the verb of those whom it counts ("X and Y both condemned Z")?"""
        if self.words[i].lower not in w.listed("floating") or not self.chunks:
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
        """Does an ordinal stand here before a past form ("that first recognised X")?"""
        return self.words[i].lower in w.listed("ordinals_aside") and bool(self._form(i + 1) & PAST)

    def _floats(self, i: int) -> bool:
        """Does a quantifier stand between those it counts and their verb ("X and Y each sent")?"""
        last = self.chunks[-1] if self.chunks else None
        if last is None or last.kind != NP or last.end != i or not (last.actors or last.places):
            return False
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        return after is not None and (bool(after.classes & w.AUX) or bool(after.form & PAST))

    def _opens_object_relative(self, i: int) -> bool:
        """Whether "that" behind a noun group stands before the subject of a clause ("the warrant that the court")."""
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if after is None or not self.chunks or self.chunks[-1].kind != NP:
            return False
        before = self.words[i - 1].lower
        named = any(len(phrase) == 1 and act.event_type in _SAYING for phrase, act in self.act_nouns.get(before, ()))
        if self._form(i - 1) and (named or before in w.listed("speech_nouns")):
            return False  # "its demands that the government": what is demanded
        return bool(after.classes & (w.DET | w.SUBJ)) or (after.actor is not None and after.actor.kind != "people")

    def _nominal(self, i: int) -> bool:
        if i >= len(self.words):
            return False
        word = self.words[i]
        return bool(word.actor or word.place or word.number or word.date or word.classes & (w.DET | w.ADJ)) or not (
            word.classes or self._verbal(i)
        )

    def _verbal(self, i: int) -> bool:
        """Is this word, standing outside a verb group so far, a verb here?"""
        word = self.words[i]
        bits = self._form(i)
        if not bits or word.number:
            return False
        if (word.actor is not None and word.actor.kind != "pronoun") or word.place is not None:
            return False
        last = self.chunks[-1] if self.chunks else None
        before = self.words[i - 1] if i else None
        inside = last is not None and last.kind == NP and last.end == i
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        named = before is not None and before.actor is not None and before.actor.kind != "pronoun"
        if bits & (BASE | THIRD) and not bits & PAST and after is not None and after.classes & w.AUX:
            return False  # "our sanctions are", "strikes have"
        continued = bits & GERUND and last is not None and last.kind == VG and last.end == i  # "continued shelling X"
        continued = continued or (last is not None and last.kind == ADV and self._put_off(i - 1))  # "X first met Y"
        continued = continued or (last is not None and last.kind == ADV and before.lower in w.listed("floating"))
        relative = last is not None and last.kind == REL  # "which blames Somalia"
        relative = relative or (last is not None and last.kind == ADV and self.floats(i - 1))  # "X and Y each blame"
        if before is not None and before.classes & (w.DET | w.ADJ) and not (named or continued or relative):
            if not before.classes & (w.PRON | w.SUBJ) or (
                bits & THIRD and before.classes & w.DET and before.lower not in w.listed("demonstratives")
            ):
                return False
        if inside and bits & PARTICIPLE and after is not None and after.lower == "by":
            return True  # "a prison run by X"
        if inside and self._part_of_noun(i, bits, last, named):
            return False
        if bits & GERUND and inside and word.lower in w.listed("trades") and self._nominal(i + 1):
            return False  # "the Canadian mining firm"
        if bits & PARTICIPLE and before is not None and before.number and after is not None:
            if after.lower in kinds()["weapons"]:
                return False  # "21 guided bombs"
        if bits & PARTICIPLE and before is not None and before.actor is None and before.lower.endswith("ly") and i > 1:
            so_far = [c.kind for c in self.chunks[-3:]]
            joined = so_far[-3:] == [P, NP, ADV] or so_far[-2:] == [P, ADV]
            if (joined or self.words[i - 2].classes & (w.DET | w.ADJ)) and self._nominal(i + 1):
                return False  # "the entire internationally recognised territory"
        if (
            bits & PARTICIPLE
            and word.classes & w.ADJ
            and (before is None or before.lower in ".]-–—")
            and self._nominal(i + 1)
        ):
            return False  # "Suspected members of ..."
        if last is not None and last.kind == P and bits & (PAST | PARTICIPLE) and not bits & (GERUND | BASE):
            return False
        if before is not None and before.lower.endswith(("'s", "’s", "s'", "s’")):
            if not bits & (PAST | GERUND) or bits & BASE or word.classes & w.ADJ:
                return False  # "X's bid to join"
            if bits & PAST and not bits & GERUND and after is not None and not after.classes and after.lower.isalpha():
                if after.actor is None and after.place is None and not after.number:
                    return False  # "X's forced landing"
        if bits == THIRD and last is not None and last.kind in (NP, COMMA, CONJ, ADV):
            if w.listed("unmistakable_verbs").intersection(w.lemmas(word.lower, bits)):
                return True
        if inside and before is not None and not named and not before.classes and before.lower.endswith(_ADJECTIVAL):
            if not bits & (PAST | PARTICIPLE | GERUND):
                return False
        if (
            bits & PAST
            and bits & BASE
            and inside
            and (self._object_follows(i) or after is None or after.lower in ".,;" or self._takes_gerund(i))
        ):
            return True
        if bits & PAST and bits & BASE and self._past_aside() and self._object_follows(i):
            return True  # "Canada also cut ties with"
        if last is not None and last.kind == VG and last.end == i and bits & PARTICIPLE and not bits & (BASE | GERUND):
            if after is not None and not after.classes & w.PREP and after.lower[0].isalpha():
                return False  # "conducted limited attacks"
        if bits & (PAST | PARTICIPLE) and not bits & (BASE | THIRD):
            # "captured soldiers" after a determiner is caught above; "said wounded men" is not worth a rule.
            return True
        if bits & GERUND:
            return self._gerund(i, inside)
        if before is None:
            return (
                self.headline and not bits & THIRD and after is not None and bool(after.actor or after.classes & w.DET)
            )
        if before.classes & w.SUBJ:
            return True
        if last is not None and last.kind in (REL,):
            return True
        if last is not None and last.kind == ADV and len(self.chunks) > 1 and self.chunks[-2].kind == CONJ:
            last = self.chunks[-2]  # "and then move"
        if last is not None and last.kind in (CONJ, ADV, COMMA):
            earlier = next((c for c in reversed(self.chunks) if c.kind in (VG, NP)), None)
            verbs = [c for c in self.chunks if c.kind == VG]
            if verbs and earlier is not None and last.kind != ADV:
                told = self.words[verbs[-1].start]
                auxiliary = verbs[-1].lemmas in (("have",), ("be",), ("do",)) or told.lower in ("is", "has", "does")
                previous = verbs[-1].form | (THIRD if verbs[-1].main >= 0 and auxiliary else 0)
                led = bits & BASE and (verbs[-1].modal or verbs[-1].infinitive) and last.kind == CONJ
                if led and after is not None and after.classes & w.PREP:
                    return True
                follows = self._object_follows(i) or (bits == THIRD and self._led_on(i))
                return (bool(bits & previous) and follows) or self._goes_on(i, bits, verbs[-1])
            if last.kind == COMMA and not verbs and bits & THIRD and self._apposed():
                return after is not None and bool(after.actor or after.classes & w.DET or self._led_on(i))
            if last.kind == COMMA and not verbs and self._set_off():
                return self._agrees(self.chunks[0], bits) and self._object_follows(i)
            if last.kind == ADV and earlier is not None and earlier.kind == NP:
                return self._agrees(earlier, bits) and self._object_follows(i)
            return False
        if not inside:
            return last is not None and last.kind == P and self.words[last.start].lower == "to" and bool(bits & BASE)
        if bits & THIRD and not bits & BASE and self._objective():
            return False  # "to divert arms exports to"
        if not bits & PAST and self._done_to():
            return False  # "denounced the missile shield as", "criticised X's settlement plans"
        if bits & THIRD and self._counted(last) and word.lower in kinds()["forces"] | kinds()["arms"]:
            return False  # "two Royal Navy ships"
        if bits & BASE and self._subjunctive():
            return True
        return self._agrees(self._head_group(bits), bits) and self._object_follows(i)

    def _takes_gerund(self, i: int) -> bool:
        """Does a verb stand before what it stops or goes on with ("quit training X")?"""
        return bool(self._form(i + 1) & GERUND) and not self.lexis.gerund_takers.isdisjoint(
            w.lemmas(self.words[i].lower, PAST)
        )

    def _past_aside(self) -> bool:
        """Does an adverb, a date or a prepositional aside stand here behind somebody who has done nothing so far?"""
        if any(chunk.kind == VG for chunk in self.chunks[-6:]):
            return False
        if len(self.chunks) < 2 or self.chunks[-1].kind not in (ADV, DATE):
            return self._set_off() and bool(self.chunks[0].actors)
        before = self.chunks[-2]
        return before.kind == REL or (before.kind == NP and bool(before.actors or before.places))

    def _part_of_noun(self, i: int, bits: int, group: Chunk, named: bool) -> bool:
        """Does a word with a verb's form go on with the noun group that it stands in? ``named``: behind a name."""
        before, word = self.words[i - 1], self.words[i]
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        governor = self.chunks[-2] if len(self.chunks) > 1 and self.chunks[-2].kind == VG else None
        told = bits & PAST and after is not None and (after.classes & w.DET or after.actor is not None)
        if named and not told and before.actor.kind in ("state", "body"):
            if self.words[group.start].lower in w.listed("indefinite_articles"):
                return True  # "a US offer", "the latest UN"
        if not bits & PAST and governor is not None and w.listed("giving_verbs").intersection(governor.lemmas):
            return True  # "to send Yemen ships"
        if bits & BASE and not bits & PAST and after is not None and after.lower in w.listed("before_recipients"):
            phrase = before.lower, word.lower
            if any(entry == phrase for entry, _ in self.act_nouns.get(word.lower, ())):
                return True  # "military aid to"
        if bits & THIRD and not bits & PAST and governor is not None:
            phrase = before.lower, word.lower
            names = not w.listed("naming_verbs").isdisjoint(governor.lemmas)  # "called the air raids barbaric"
            if any(entry == phrase for entry, _ in self.act_nouns.get(word.lower, ())) and (
                names or after is None or after.date or after.classes & w.PREP or not self._nominal(i + 1)
            ):
                return True  # "condemns the missile strikes today"
        if bits & THIRD and not bits & PAST and len(self.chunks) > 1 and self.chunks[-2].kind == P:
            phrase = before.lower, word.lower
            if any(entry == phrase for entry, _ in self.act_nouns.get(word.lower, ())):
                return True  # "for the air strikes that"
        if named and bits & THIRD and not bits & PAST and self._thing_of(i):
            return True  # "fired at US bases in"
        if named and bits & THIRD and governor is not None:
            if not w.listed("naming_verbs").isdisjoint(governor.lemmas) and after is not None:
                if after.lower in w.listed("indefinite_articles"):
                    return True  # "calls US strikes a"
        if named and bits & THIRD and word.lower in w.listed("modifying_plurals") and after is not None:
            if not (after.classes or after.actor or after.place or after.number) and after.lower.isalpha():
                return True  # "UN arms inspectors"
        if word.lower in self.lexis.separable and governor is not None:
            return True  # "pulled its forces back"
        if word.lower in kinds()["tolls"] and governor is not None:
            if all(self.words[k].number for k in range(group.start, group.end)):
                return True  # "treated 230 wounded"
        return False

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

    def _gerund(self, i: int, inside: bool) -> bool:
        """Is a form with -ing a verb, and no noun or adjective? ``inside``: right behind a noun group."""
        word, last = self.words[i], self.chunks[-1] if self.chunks else None
        before = self.words[i - 1] if i else None
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if word.classes & w.ADJ:
            aimed = after is not None and (after.actor is not None or after.place is not None)
            whole = aimed and not (after.actor is not None and after.actor.kind == "demonym")
            return whole and last is not None and last.end == i and last.kind in (VG, P)  # "went on striking X"
        if last is not None and last.kind == VG and last.end == i:
            takes = last.lemmas[0] == "be" or any(lemma in self.lexis.subject_control for lemma in last.lemmas)
            if after is not None and after.lower in kinds()["weapons"] and not takes:
                return False  # "fired warning shots"
            if not self.lexis.gerund_takers.intersection(last.lemmas):
                if self._nominal(i + 1) or word.lower in self.act_nouns:
                    return False  # "to feed starving civilians", "fleeing fighting in"
        if inside and before is not None and before.lower in w.listed("papers") and word.lower not in self.act_nouns:
            return True  # "a resolution declaring solidarity"
        if last is not None and last.kind == CONJ and self._joins_adjective():
            return False  # "new and sweeping sanctions"
        if last is not None and last.kind == COMMA and after is not None and after.lower == ",":
            return False  # "components, training, and expertise"
        if last is not None and last.kind == CONJ and (after is None or after.lower in ".;"):
            return False  # "mines, shells and jamming."
        if last is not None and last.kind == P and word.lower in self.act_nouns:
            if after is None or after.classes & (w.PREP | w.AUX) or not after.lower[0].isalnum():
                return after is not None and bool(after.classes & w.PREP) and self._accused()
        if before is None and word.lower in self.act_nouns and self._told(i + 1):
            return False  # "Fighting broke out", "Shelling by X killed"
        if before is None and after is not None and after.lower == "of":
            if word.lower in kinds()["assaults"] | kinds()["slain"]:
                return False  # "Shelling of X by Y"
        compound = inside and before is not None and before.actor is None and before.place is None
        compound = compound and before.lower not in w.listed("telling_nouns")  # "a resolution demanding free passage"
        compound = compound and not before.lower.endswith("s") and before.lower not in kinds()["weapons"]
        if compound and word.lower in self.act_nouns and after is not None and after.classes & w.REL:
            return False  # "a car bombing that"
        modifier = before is not None and before.actor is not None and before.actor.kind == "demonym" and inside
        if (
            inside
            and word.lower in self.act_nouns
            and not (after is not None and (after.actor or after.place or after.number or after.classes & w.DET))
        ):
            return False
        noun_after = (
            after is not None
            and not after.classes
            and not after.number
            and after.actor is None
            and after.lower.isalpha()
        )
        return not (
            (before is not None and before.lower.endswith(("'s", "’s")) and (inside or before.date))
            or ((modifier or compound) and noun_after)
        )

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
        if not bits & THIRD or not before.finite or w.listed("topic_verbs").intersection(before.lemmas):
            return False
        ahead = i + 2 < len(self.words) and self.words[i + 1].lower == "to" and self._form(i + 2) & BASE
        return bool(ahead) and not self.lexis.subject_control.keys().isdisjoint(w.lemmas(self.words[i].lower, THIRD))

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

    def _subjunctive(self) -> bool:
        """Does the noun group read last stand behind a verb that takes a bare verb: "demanded that X leave"?"""
        before = self.chunks[-2] if len(self.chunks) > 1 else None
        if before is not None and before.kind == SUB and len(self.chunks) > 2:
            governor, k = self.chunks[-3], len(self.chunks) - 3
            while governor.kind == NP and k > 1 and self.chunks[k - 1].kind == P:  # "demanded in a note that X leave"
                k -= 2
                while k and self.chunks[k].kind in (ADV, DATE):
                    k -= 1
                governor = self.chunks[k] if self.chunks[k].kind in (NP, VG) else governor
            that = self.words[before.start].lower == "that"
            if that and governor.kind == NP:  # "its demand that X leave"
                return self.lexis.control_nouns.get(self.words[governor.end - 1].lower) == "hypothetical"
            return that and any(
                self.lexis.object_control.get(lemma) == "hypothetical" or lemma in w.listed("subjunctive_verbs")
                for lemma in governor.lemmas
            )
        head = self.words[self.chunks[-1].end - 1]
        if head.actor is None and head.lower.endswith(("ant", "ent", *_ADJECTIVAL)):
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
            return True
        return before.actor is None and before.place is None and not before.classes & w.SUBJ

    def _form(self, i: int) -> int:
        return self.words[i].form if i < len(self.words) else 0
