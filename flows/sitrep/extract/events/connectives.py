"""Words that join or set off clauses: whether "that" opens what is said or a relative, and what else stands apart."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, SUB, VG, Chunk, P
from sitrep.extract.events.readings import Readings
from sitrep.inflection import BASE, PAST

# Types whose act nouns may open a clause of what is said ("its demands that the government leave").
_SAYING = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")

# Words of a source or a name of a paper at the end of a headline.
_LONGEST_SIGNATURE = 5


class Connectives(Readings):
    """Adds the readings of what stands between clauses or beside them."""

    def _dateline(self, i: int) -> bool:
        """ "GOMA, 3 May —", "KEY POINT —": a place, a date, an agency, words in capitals before the first dash are no
        part of the sentence, which a capital opens behind it, where there are small letters."""
        after = self.words[i + 1].text if i + 1 < len(self.words) else ""
        return (
            not after[:1].islower()
            and bool(self.chunks)
            and i < 16
            and (bool(self.chunks[0].places) or self._in_capitals(i))
            and all(c.kind in (NP, COMMA, DATE, MARK) for c in self.chunks)
        )

    def _in_capitals(self, i: int) -> bool:
        """Are all words before ``i`` in capitals, and others not?"""
        behind = self.words[i + 1].text if i + 1 < len(self.words) else ""
        return not behind.isupper() and all(word.text.isupper() for word in self.words[:i] if word.text[0].isalnum())

    def _signed(self, i: int) -> bool:
        """Does a dash part a headline from who says it or prints it ("Rebels shell Goma – state media")?"""
        behind = self.words[i + 1 :]
        short = self.headline and 0 < len(behind) <= _LONGEST_SIGNATURE and any(c.kind == VG for c in self.chunks)
        return short and not any(word.form or word.classes & (w.PREP | w.CONJ) or word.number for word in behind)

    def _separates(self, i: int) -> bool:
        """Does a pronoun at ``i`` stand between a verb and its particle, behind which the clause ends ("turned that
        down")?"""
        particle, after = (self.words[k] if k < len(self.words) else None for k in (i + 1, i + 2))
        if particle is None or particle.lower not in self.lexis.separable:
            return False
        return after is None or not after.lower[0].isalnum() or bool(after.classes & (w.CONJ | w.SUB))

    def _complementizer(self, i: int) -> bool:
        """ "that" behind a verb of speaking (its adverbs and dates, "and") opens what is said."""
        k = len(self.chunks) - 1
        while k >= 0 and self.chunks[k].kind in (ADV, DATE, CONJ, COMMA, MARK):
            k -= 1
        if k > 0 and self.chunks[k].kind == P and self.words[self.chunks[k].start].lower in w.listed("verb_particles"):
            k -= self.chunks[k - 1].kind == VG  # "pointed out that"
        if k < 0:
            return False
        if self.chunks[k].kind == VG:
            return not self._separates(i)
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
                return False
            if self._after_date(i):
                return True
            following = self.words[i + 1] if i + 1 < len(self.words) else None
            return (
                last == NP
                and following is not None
                and (
                    bool(following.classes & (w.AUX | w.NEG))
                    or self._verbal(i + 1)
                    or self._put_off(i + 1)
                    or bool(following.form & PAST and self._object_follows(i + 1))  # "that hit the port"
                )
            )
        return last in (NP, COMMA, P, DATE)

    def _after_date(self, i: int) -> bool:
        """Does a date part "that" from its verb, behind a name ("Chad, that in May agreed to a truce, supports it")?"""
        named = self.chunks[-1] if self.chunks[-1].kind == NP else self.chunks[-2] if len(self.chunks) > 1 else None
        if self.chunks[-1].kind not in (NP, COMMA) or named is None or named.kind != NP or not named.actors:
            return False
        k = i + 1
        if k + 1 < len(self.words) and self.words[k].classes & w.PREP and self.words[k + 1].date:
            k += 1
        while k < len(self.words) and self.words[k].date:
            k += 1
        return i + 1 < k < len(self.words) and bool(self.words[k].form & PAST) and not self.words[k].actor

    def _stands_apart(self, i: int) -> bool:
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
        if before in kinds()["agreements"] and self._reached(i + 1):
            return True
        named = any(len(phrase) == 1 and act.event_type in _SAYING for phrase, act in self.act_nouns.get(before, ()))
        if self._form(i - 1) and (named or before in w.listed("speech_nouns")):
            return False  # "its demands that the government": what is demanded
        if after.place is not None and after.actor is None:
            return self._reached(i + 1)
        if after.actor is not None and after.actor.kind == "people":
            return self._are_several(i + 1)
        return bool(after.classes & (w.DET | w.SUBJ)) or after.actor is not None

    def _are_several(self, i: int) -> bool:
        """Is the noun of the actor here a plural, before which "that" is no article ("a town that troops seized")?"""
        k = i
        while k + 1 < len(self.words) and self.words[k + 1].actor is self.words[i].actor:
            k += 1
        last = self.words[k].lower
        return last in w.listed("irregular_plurals") or (last.endswith("s") and not last.endswith(("ss", "'s", "’s")))

    def _reached(self, i: int) -> bool:
        """Do names stand here, and behind them a verb of making a pact ("the deal that X and Y reached in May")?"""
        k = i
        while k < len(self.words) and (
            self.words[k].actor is not None or self.words[k].place is not None or self.words[k].classes & w.CONJ
        ):
            k += 1
        verbs = w.words().verbs.get(self.words[k].lower, ()) if i < k < len(self.words) else ()
        return any(lemma in w.listed("pact_verbs") and bits & PAST for lemma, bits in verbs)
