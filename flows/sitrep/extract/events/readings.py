"""Whether a word with a verb's form is a verb where it stands, or a noun, an adjective or a part of a name."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import kinds, verbs
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, REL, STOP, SUB, VG, Chunk, P
from sitrep.extract.events.surroundings import ADJECTIVAL, Surroundings
from sitrep.inflection import BASE, GERUND, PARTICIPLE, PAST, THIRD


class Readings(Surroundings):
    """Weighs the form of a word against what surrounds it."""

    def _in_name(self, i: int) -> bool:
        """Does a word with a capital stand before another one, in a sentence where most words have none?"""
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if self.headline or after is None or not after.text[0].isupper() or after.actor or after.place or after.date:
            return False
        written = [word.text for word in self.words if word.text[0].isalpha()]
        return not self.words[i].text.isupper() and 2 * sum(text[0].isupper() for text in written) < len(written)

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
        bits = word.form
        if not bits or word.number:
            return False
        if word.place is not None:
            return False
        if word.actor is not None and (word.actor.kind != "pronoun" or (i and self.words[i - 1].actor is word.actor)):
            return False  # "the two sides"
        if word.text[0].isupper() and i and self._in_name(i):
            return False  # "Harry Reid International Airport"
        last = self.chunks[-1] if self.chunks else None
        led = i and self.words[i - 1].lower in w.listed("articles")
        if word.lower in self.lexis.never_nouns and last is not None and not led:
            name = word.text[0].isupper() and not (self.headline or word.text.isupper())
            if not name and (bits & THIRD or self._goes_with(last)):
                return True
        before = self.words[i - 1] if i else None
        inside = last is not None and last.kind == NP and last.end == i
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        named = before is not None and before.actor is not None and before.actor.kind != "pronoun"
        if bits & (BASE | THIRD) and not bits & PAST and after is not None and after.classes & w.AUX:
            return False  # "our sanctions are", "strikes have"
        if before is not None and before.classes & (w.DET | w.ADJ) and not (named or self._is_led_on(i, bits)):
            if not before.classes & (w.PRON | w.SUBJ) or (
                bits & THIRD and before.classes & w.DET and before.lower not in w.listed("demonstratives")
            ):
                return False
        behind = inside or (last is not None and last.kind == COMMA)
        if behind and bits & PARTICIPLE and after is not None and after.lower == "by":
            return True  # "a prison run by X", "Odesa, hit by X"
        if inside and bits & BASE and self._asked():
            return True  # "only then did X shell"
        if self._modifies(i, bits, inside, named):
            return False
        if inside and before is not None and not named and not before.classes and before.lower.endswith(ADJECTIVAL):
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
        return self._is_present(i, bits, inside)

    def _goes_with(self, last: Chunk) -> bool:
        """May a bare form that is no noun be the verb of what is told, and no order or aim in a list of such?

        In a list it goes on with a bare form, with an infinitive or with a verb behind a modal.
        """
        if last.kind in (COMMA, CONJ):
            verb = next((c for c in reversed(self.chunks) if c.kind in (VG, STOP)), None)
            if verb is None or verb.kind == STOP:
                return False
            return bool(verb.form & BASE or verb.infinitive or verb.modal)
        return last.kind not in (STOP, MARK)

    def _is_led_on(self, i: int, bits: int) -> bool:
        """Is a verb to be looked for behind what stands before a word, also where that is a determiner?"""
        last = self.chunks[-1] if self.chunks else None
        if last is None:
            return False
        if last.kind == ADV:  # "X first met Y", "X and Y each blame"
            return self._put_off(i - 1) or self.words[i - 1].lower in w.listed("floating")
        continued = bits & GERUND and last.kind == VG and last.end == i  # "continued shelling X"
        return bool(continued) or last.kind == REL  # "which blames Somalia"

    def _modifies(self, i: int, bits: int, inside: bool, named: bool) -> bool:
        """Does a word with a verb's form tell more of a noun, or go on with the one it stands behind?

        ``inside``: right behind a noun group; ``named``: behind a name.
        """
        word, last = self.words[i], self.chunks[-1] if self.chunks else None
        before = self.words[i - 1] if i else None
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if inside and self._part_of_noun(i, bits, last, named):
            return True
        if bits & GERUND and inside and word.lower in w.listed("trades") and self._nominal(i + 1):
            return True  # "the Canadian mining firm"
        if bits & PARTICIPLE and before is not None and before.number and after is not None:
            if after.lower in kinds()["weapons"] or after.lower in kinds()["arms"]:
                return True  # "21 guided bombs"
            taken = len(self.chunks) > 1 and self.chunks[-2].kind in (VG, P)
            if taken and not bits & GERUND and self._several(i + 1):
                return True  # "turned over four abandoned villages"
        if bits & PARTICIPLE and before is not None and before.actor is None and before.lower.endswith("ly") and i > 1:
            so_far = [c.kind for c in self.chunks[-3:]]
            joined = so_far[-3:] == [P, NP, ADV] or so_far[-2:] in ([P, ADV], [VG, ADV])  # "sent newly drafted men"
            if (joined or self.words[i - 2].classes & (w.DET | w.ADJ)) and self._nominal(i + 1):
                return True  # "the entire internationally recognised territory"
        if bits & PARTICIPLE and word.classes & w.ADJ and named and before.actor.kind == "demonym":
            told = not before.lower.endswith("s") or (i > 1 and self.words[i - 2].classes & w.DET)
            if told and self._nominal(i + 1):
                return True  # "Russian armed attacks", "the Belarus armed forces"; but "Russians armed them"
        if (
            bits & PARTICIPLE
            and word.classes & w.ADJ
            and (before is None or before.lower in ".]-–—")
            and self._nominal(i + 1)
        ):
            return True  # "Suspected members of ..."
        if last is not None and last.kind == P and bits & (PAST | PARTICIPLE) and not bits & (GERUND | BASE):
            return True
        if before is not None and before.lower.endswith(w.GENITIVES):
            if not bits & (PAST | GERUND) or bits & BASE or word.classes & w.ADJ:
                return True  # "X's bid to join"
            if bits & PAST and not bits & GERUND and after is not None and after.lower.isalpha():
                told = not after.classes or (after.classes & w.ADJ and self._nominal(i + 2))
                if told and after.actor is None and after.place is None and not after.number:
                    return True  # "X's forced landing", "X's renewed aerial attacks"
        return False

    def _armament(self, i: int) -> bool:
        """Does a coordinator join the plural of a weapon to another one, with no object behind?"""
        before, after = self.chunks[-2:-1], self.words[i + 1] if i + 1 < len(self.words) else None
        if (
            not before
            or before[0].kind != NP
            or not (after is None or after.classes & w.PREP or not after.lower.isalpha())
        ):
            return False
        weapons = kinds()["weapons"]
        return self.words[i].lower in weapons and self.words[before[0].end - 1].lower in weapons

    def _several(self, i: int) -> bool:
        """Does a noun in the plural stand here, or behind one word that tells more of it ("Apache pilots")?"""
        for word in self.words[i : i + 2]:
            if word.classes or word.form or word.number or not word.lower.isalpha():
                return False
            if word.lower.endswith("s"):
                return True
        return False

    def _is_present(self, i: int, bits: int, inside: bool) -> bool:
        """Is a bare form or one with -s a verb in the present, and no noun? ``inside``: right behind a noun group."""
        word, last = self.words[i], self.chunks[-1] if self.chunks else None
        before = self.words[i - 1] if i else None
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if before is None:
            return (
                self.headline and not bits & THIRD and after is not None and bool(after.actor or after.classes & w.DET)
            )
        if before.classes & w.SUBJ:
            return True
        if last is not None and last.kind == REL:
            return True
        if last is not None and last.kind == ADV and len(self.chunks) > 1 and self.chunks[-2].kind == CONJ:
            last = self.chunks[-2]  # "and then move"
        if last is not None and last.kind == ADV and bits & BASE and self._subjunctive(aside=True):
            return True  # "demanded that X immediately withdraw"
        if bits == THIRD and last is not None and last.kind in (COMMA, DATE, MARK):
            doer = self._before_aside()
            if doer is not None and self._agrees(doer, bits) and self._object_follows(i):
                return True
        if last is not None and last.kind == CONJ and bits & THIRD and self._armament(i):
            return False  # "as many as 100 guns and mortars over 100 mm"
        if last is not None and last.kind in (CONJ, ADV, COMMA):
            earlier = next((c for c in reversed(self.chunks) if c.kind in (VG, NP)), None)
            verb = next((c for c in reversed(self.chunks) if c.kind == VG), None)
            if verb is not None and last.kind != ADV:
                told = self.words[verb.start].lower in w.listed("auxiliaries_of_one")
                auxiliary = verb.lemmas in (("have",), ("be",), ("do",)) or told
                previous = verb.form | (THIRD if verb.main >= 0 and auxiliary else 0)
                led = bits & BASE and (verb.modal or verb.infinitive) and last.kind == CONJ
                if led and after is not None and after.classes & w.PREP:
                    return True
                follows = self._object_follows(i) or (bits == THIRD and self._led_on(i))
                return (bool(bits & previous) and follows) or self._goes_on(i, bits, verb)
            if last.kind == COMMA and verb is None and bits & THIRD and self._apposed():
                return after is not None and bool(after.actor or after.classes & w.DET or self._led_on(i))
            if last.kind == COMMA and verb is None and self._set_off():
                return self._agrees(self.chunks[0], bits) and self._object_follows(i)
            if last.kind == ADV and earlier is not None and earlier.kind == NP:
                return self._agrees(earlier, bits) and self._object_follows(i)
            return False
        if self._helped(i):
            return word.lower in verbs() and self._object_follows(i)  # else to help is all that is told
        if not inside:
            return last is not None and last.kind == P and self.words[last.start].lower == "to" and bool(bits & BASE)
        if bits & THIRD and not bits & BASE and self._objective():
            return False  # "to divert arms exports to"
        if not bits & PAST and (self._done_to() or (bits & THIRD and self._told_of())):
            return False  # "denounced the missile shield as", "criticised X's plans", "warned of Houthi attacks"
        if bits & THIRD and self._counted(last):
            if word.lower in kinds()["forces"] or word.lower in kinds()["arms"]:
                return False  # "two Royal Navy ships"
        if bits & BASE and self._subjunctive():
            return True
        return self._agrees(self._head_group(bits), bits) and (self._object_follows(i) or self._befalls(i, bits))

    def _befalls(self, i: int, bits: int) -> bool:
        """Does a verb stand behind a name, and behind it people as they are ("Russia frees captured soldiers")?"""
        word, before = self.words[i], self.words[i - 1]
        if bits & PAST or not bits & THIRD or i + 2 >= len(self.words):
            return False
        if before.actor is None or before.actor.kind not in ("state", "body", "person", "seat"):
            return False
        if any(word.lower in kinds()[kind] for kind in ("assaults", "weapons", "forces", "arms")):
            return False  # "Israel strikes wounded civilians"
        return self.words[i + 1].lower in w.listed("plights") and self._nominal(i + 2)

    def _helped(self, i: int) -> bool:
        """Does a word stand right behind a verb of helping ("helped shell the town")?"""
        last = self.chunks[-1] if self.chunks else None
        behind = last is not None and last.kind == VG and last.end == i
        return behind and not w.listed("helping_verbs").isdisjoint(last.lemmas)

    def _part_of_noun(self, i: int, bits: int, group: Chunk, named: bool) -> bool:
        """Does a word with a verb's form go on with the noun group that it stands in? ``named``: behind a name."""
        before, word = self.words[i - 1], self.words[i]
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        governor = self.chunks[-2] if len(self.chunks) > 1 and self.chunks[-2].kind == VG else None
        if before.place is not None and word.lower in w.listed("site_openers") and after is not None:
            if after.lower in w.listed("sites_behind_names"):
                return True  # "Tabqa air base", "Kisoro border post"
        told = bits & PAST and after is not None and (after.classes & w.DET or after.actor is not None)
        if named and not told and before.actor.kind in ("state", "body"):
            if self.words[group.start].lower in w.listed("indefinite_articles"):
                return True  # "a US offer", "the latest UN"
        if named and not told and bits & BASE and before.actor.kind == "demonym":
            if self.words[group.start].lower in w.listed("indefinite_articles"):
                return True  # "a Kenyan bid to"
        if named and bits & BASE and not bits & PAST and self.words[group.start].classes & w.DET:
            aimed = after is None or after.date or after.lower in w.listed("hostile_prepositions")
            if word.lower in self.act_nouns and aimed and before.actor.kind == "group":
                return True  # "the Hamas attack on 7 October"
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

    def _gerund(self, i: int, inside: bool) -> bool:
        """Is a form with -ing a verb, and no noun or adjective? ``inside``: right behind a noun group."""
        word, last = self.words[i], self.chunks[-1] if self.chunks else None
        before = self.words[i - 1] if i else None
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if word.classes & w.ADJ:
            aimed = after is not None and (after.actor is not None or after.place is not None)
            whole = aimed and not (after.actor is not None and after.actor.kind == "demonym")
            led = last is not None and last.end == i and last.kind in (VG, P, SUB, COMMA)  # "went on striking X"
            named = inside and before.actor is not None and before.actor.kind != "demonym"  # "with X threatening Y"
            return whole and (led or named)
        if last is not None and last.kind == VG and last.end == i and self._exists(last.start):
            if word.lower in self.act_nouns and (after is None or after.classes & w.PREP or not after.lower.isalnum()):
                return False  # "there was shelling of X"
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
            if word.lower in kinds()["assaults"] or word.lower in kinds()["slain"]:
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
            (before is not None and before.lower.endswith(w.GENITIVES) and (inside or before.date))
            or ((modifier or compound) and noun_after)
        )
