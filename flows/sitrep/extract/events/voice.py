"""Verb groups: auxiliaries, negation, modality and voice read together with the main verb."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.connectives import Connectives
from sitrep.extract.events.groups import CONJ, NP, SUB, VG, Chunk
from sitrep.inflection import BASE, GERUND, PARTICIPLE, PAST, THIRD

# How many words may tell how long something has gone on ("for the past three months").
_LASTING = 5


def _denied(auxiliary: str) -> int:
    """The class of an auxiliary that a negation is joined to ("isn't", "hasn't")."""
    bare = auxiliary[: -len("n't")]
    return w.BE if bare in w.listed("be") else w.HAVE if bare in w.listed("have") else w.DO


class VerbGroups(Connectives):
    """Adds the reading of a verb group from a given word on."""

    def _verb_group(self, i: int) -> int:
        """A verb group from ``i``; returns its end, or ``i`` where there is none."""
        words, n, lexis = self.words, len(self.words), self.lexis
        chunk = Chunk(VG, i, i)
        k, auxiliary, last_aux, limited = i, False, 0, False
        if words[k].classes & w.NEG and k + 1 < n and words[k + 1].lower == "to":
            chunk.negated, k = True, k + 1
        if words[k].lower == "to":
            probe = k + 1
            while probe < n and (words[probe].classes & w.ADV or self._manner(probe)):
                probe += 1
            if probe >= n or not (
                words[probe].classes & (w.BE | w.HAVE) or (self._form(probe) & BASE and not self._noun_after_to(probe))
            ):
                return i
            chunk.infinitive, auxiliary, k = True, True, k + 1
        while k < n:
            word = words[k]
            bits = word.classes
            if auxiliary and k > i and chunk.main < 0 and (past := self._past_adverbial(k)) > k:
                k = past
                continue
            if word.date or (
                word.actor is not None
                and word.actor.kind != "pronoun"
                and not (auxiliary and (self._form(k) & PARTICIPLE or self._does(k)))
            ):
                break
            if bits & w.AUX_NEG:
                chunk.negated, auxiliary, last_aux = True, True, bits & w.AUX
                chunk.modal = w.modals("denied_modals").get(word.lower, chunk.modal)
                last_aux = w.MODAL if chunk.modal else _denied(word.lower)
                k += 1
            elif bits & w.NEG:
                limited = k + 1 < n and words[k + 1].lower in w.listed("limiting_adverbs")
                chunk.negated = chunk.negated or not limited  # "not only shelled"
                k += 1
            elif bits & (w.BE | w.HAVE | w.DO | w.MODAL) and not (chunk.main >= 0):
                if bits & w.MODAL:
                    chunk.modal = w.modals("shortened_modals").get(word.lower, word.lower)
                elif bits & w.HAVE and auxiliary is not None:
                    chunk.perfect = True
                if not auxiliary and word.lower in w.listed("auxiliary_gerunds"):
                    chunk.gerund = True
                if last_aux & w.BE and word.lower == "having":
                    break
                auxiliary, last_aux = True, bits & (w.BE | w.HAVE | w.DO | w.MODAL)
                k += 1
            elif word.lower in w.listed("passive_auxiliaries") and self._undergone(k + 1) > k:
                if not auxiliary and self._form(k) & GERUND:
                    chunk.gerund = True
                chunk.lasting = word.lower in w.listed("lasting_auxiliaries")
                auxiliary, last_aux = True, w.BE
                k += 1
            elif auxiliary and k > i and word.lower in w.listed("floating"):
                k += 1
            elif word.lower == "no" and k > i and k + 1 < n and words[k + 1].lower in w.listed("no_longer"):
                chunk.negated = True
                k += 2
            elif word.lower == "so" and k > i and k + 1 < n and words[k + 1].lower in w.listed("so_far"):
                k += 2
            elif word.lower == "to" and k > i and words[k - 1].lower in w.listed("modals_with_to"):
                k += 1
            elif (
                bits & w.ADV
                or (not word.form and word.lower.endswith("ly"))
                or (
                    bits & w.ADJ
                    and auxiliary
                    and word.form == 0
                    and k + 1 < n
                    and self._form(k + 1) & PARTICIPLE
                    and not self._form(k + 1) & THIRD
                )
            ):
                if k == i:
                    break
                k += 1
            else:
                bits = word.form
                told = limited and bits & PAST and self._object_follows(k)  # "not only hit the town"
                if not bits or word.number or not (auxiliary or k == i or told or self._verbal(k)):
                    break
                if last_aux & w.BE and bits & GERUND and self._exists(i):
                    break  # "there was shelling of X"
                if auxiliary:
                    wanted = (
                        BASE if last_aux & (w.MODAL | w.DO) or (chunk.infinitive and not last_aux)
                        else PARTICIPLE if last_aux & w.HAVE
                        else PARTICIPLE | GERUND
                    )  # fmt: skip
                    if not bits & wanted:
                        break
                    if last_aux & w.BE and not bits & GERUND:
                        chunk.passive = True
                    bits &= wanted
                elif bits & BASE and bits & PAST and self._is_asked():
                    bits = BASE  # "demanded that X lay down its arms"
                elif bits & (PAST | PARTICIPLE):
                    bits &= PAST | PARTICIPLE
                chunk.main, chunk.form = k, bits
                k += 1
                hedged = word.lower in w.listed("telling_participles")
                if chunk.passive and (hedged or word.lower in w.listed("sure_participles")):
                    undergone = self._undergone(k)
                    if undergone >= k:
                        chunk.main, chunk.hedged, k = undergone, hedged, undergone + 1  # "were reported killed"
                break
        if chunk.main < 0:
            if not auxiliary or (chunk.infinitive and words[k - 1].lower == "to"):
                return i
            # No main verb: a copula, "have" or "do" as a full verb, or a bare modal.
            chunk.copula = bool(last_aux & w.BE)
            chunk.main = k - 1
            while (
                chunk.main > i and words[chunk.main].classes & (w.ADV | w.NEG) and not words[chunk.main].classes & w.AUX
            ):
                chunk.main -= 1
            chunk.lemmas = ("be",) if last_aux & w.BE else ("have",) if last_aux & w.HAVE else ("do",)
            chunk.form = BASE
            if chunk.copula and k < n and words[k].lower in lexis.control_adjectives:
                chunk.adjective = words[k].lower
                k += 1
        else:
            chunk.lemmas = w.lemmas(words[chunk.main].lower, chunk.form)
            if chunk.passive is False and not auxiliary and chunk.form & GERUND:
                chunk.gerund = True
            if chunk.passive and words[chunk.main].lower in lexis.control_adjectives:
                chunk.adjective = words[chunk.main].lower
        if chunk.form == BASE and not auxiliary and self.chunks:
            self._read_base(chunk)
        chunk.finite = not chunk.infinitive and not chunk.gerund
        chunk.end = k
        self.chunks.append(chunk)
        return k

    def _is_asked(self) -> bool:
        """Does somebody stand here of whom a clause tells what he shall do ("demanded that X lay down its arms")?"""
        return len(self.chunks) > 1 and self.chunks[-2].kind == SUB and self._subjunctive()

    def _read_base(self, chunk: Chunk) -> None:
        """Tell of a base without an auxiliary whether what stands before it makes it an infinitive or negates it."""
        chunks = self.chunks
        if chunks[-1].kind == NP and len(chunks) > 1:
            chunk.infinitive = not w.listed("bare_infinitive_verbs").isdisjoint(chunks[-2].lemmas)
        if self._helped(chunk.start):
            chunk.infinitive = True
        if self._asked():
            asked = chunks[-2]  # "never did X shell", but "not only did X shell"
            chunk.negated = asked.negated and self.words[asked.end - 2].lower not in w.listed("limiting_adverbs")
        if chunks[-1].kind == CONJ:
            mate = next((c for c in reversed(chunks) if c.kind == VG), None)
            chunk.infinitive = mate is not None and mate.infinitive  # "efforts to disarm rebels and retake towns"

    def _does(self, i: int) -> bool:
        """Is a word for people a verb behind "to" or a modal, with an object behind it ("to recruit 900 men")?"""
        before, word = self.words[i - 1], self.words[i]
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        led = before.lower == "to" or before.classes & w.MODAL
        if not led or not self._form(i) & BASE or after is None or after.actor is word.actor:
            return False
        named = after.actor is not None or after.place is not None or after.number
        return bool(named or after.classes & (w.DET | w.ADJ | w.POSS)) and word.actor.kind in ("people", "office")

    def _undergone(self, i: int) -> int:
        """The participle at or behind ``i``, past adverbs, that no object follows ("got badly hurt in"), or -1."""
        words = self.words
        while i < len(words) and (words[i].classes & w.ADV or self._manner(i)):
            i += 1
        if not self._form(i) & PARTICIPLE or words[i].actor is not None or words[i].classes & w.AUX:
            return -1
        after = words[i + 1] if i + 1 < len(words) else None
        ends = after is None or after.date or not after.lower[0].isalnum()
        ends = ends or after.lower in w.listed("final_states")  # "was found shot dead"
        return i if ends or after.classes & (w.PREP | w.SUB | w.CONJ | w.ADV | w.REL) else -1

    def _past_adverbial(self, i: int) -> int:
        """Past what tells how long or how often between an auxiliary and its verb ("has for months been seizing", "has
        time and again struck"), or ``i`` where there is no such thing."""
        words, n, lower = self.words, len(self.words), self.words[i].lower
        past = i
        if lower in w.inner_adverbials():
            past = self._past_words(i, w.inner_adverbials())
        if past == i and (words[i].date or lower in w.listed("lasting_prepositions")):
            past = i + 1
            while past < n and past - i <= _LASTING and self._tells_time(past):
                past += 1
            if not (words[past - 1].date or words[past - 1].classes & w.TIME):
                return i
        if past == i:
            return i
        goes_on = past < n and (words[past].classes & (w.BE | w.HAVE) or self._form(past))
        return past if goes_on else i

    def _past_words(self, i: int, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> int:
        """Past a group of several words ("as a result of", "what appeared to be"), or ``i`` where there is none."""
        for rest in phrases[self.words[i].lower]:
            past = i + 1 + len(rest)
            if tuple(word.lower for word in self.words[i + 1 : past]) == rest:
                return past
        return i

    def _tells_time(self, i: int) -> bool:
        word = self.words[i]
        return bool(
            word.date or word.number or word.classes & (w.DET | w.ADJ | w.TIME) or word.lower in w.listed("spans")
        )

    def _manner(self, i: int) -> bool:
        word = self.words[i]
        return word.lower.endswith("ly") and not (word.classes or self._form(i) or word.actor or word.place)

    def _noun_after_to(self, i: int) -> bool:
        """ "to attacks", "to work on": a noun reading after the preposition "to"."""
        return not self._form(i) & BASE
