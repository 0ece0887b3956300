"""Whether a present form agrees with the noun groups before it, over what they are joined to and what hangs on them."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import nouns
from sitrep.extract.events.groups import ADV, BRACKETS, COMMA, CONJ, DATE, MARK, NP, REL, VG, Chunk, P
from sitrep.extract.events.tokens import Word
from sitrep.inflection import BASE, THIRD

# A comma or bracket opens an aside and another one closes it.
_BOTH_ENDS = 2


class Concord:
    """The words and the chunks so far; ``headline`` is set where finite verbs may lack company."""

    def __init__(self, found: list[Word], headline: bool):
        self.words = found
        self.headline = headline
        self.lexis = w.words()
        self.act_nouns = nouns()
        self.chunks: list[Chunk] = []

    def _head_group(self, bits: int) -> Chunk:
        """The noun group that a present form may agree with: the last one or, of a plural, what it hangs on."""
        last, k = self.chunks[-1], len(self.chunks) - 1
        while (
            bits & BASE
            and not bits & THIRD
            and k > 1
            and self.chunks[k - 1].kind == P
            and self.chunks[k - 2].kind == NP
        ):
            k -= 2
            head = self.chunks[k]
            if self._agrees(head, bits) and (k == 0 or self.chunks[k - 1].kind not in (P, VG)):
                return head  # "officials in Kyiv say"
        return last

    def _agrees(self, group: Chunk, bits: int) -> bool:
        """Does a present form agree in number with the noun group before it?"""
        head = self.words[group.end - 1]
        if head.actor is not None and head.actor.kind == "demonym" and head.lower.endswith(("sh", "ch", "ss", "ese")):
            opens = self.headline or self.words[group.start].lower == "the"
            return bool(bits & BASE) and opens and self._said_by_peoples(group.end)  # "French vote"
        if head.actor is not None and head.actor.kind == "demonym" and head.lower[-1] in "nhie":
            return False
        if head.number and head.actor is None and head.lower not in w.listed("ones") and self._only_counts(group):
            return False  # "12 suspects", "thirty air strikes"
        plural = self._is_plural(head)
        if head.actor is not None and head.actor.kind in ("group", "people", "force"):
            return bool(bits & (THIRD | BASE))
        if head.actor is not None and head.actor.kind in ("state", "person", "body"):
            if head.lower.endswith("s") or self._joined(group):
                return bool(bits & (THIRD | BASE))
            return bool(bits & THIRD)
        if head.classes & w.SUBJ and head.lower in w.listed("plural_pronouns"):
            return bool(bits & BASE)
        coordinated = any(c.kind == CONJ for c in self.chunks[-3:-1])
        if plural or coordinated:
            return bool(bits & BASE)
        return bool(bits & THIRD)

    def _is_plural(self, head: Word) -> bool:
        ends = head.lower.endswith("s") and not head.lower.endswith(("ss", "us", "is"))
        return ends or head.lower in w.listed("irregular_plurals")

    def _said_by_peoples(self, i: int) -> bool:
        return i < len(self.words) and self.words[i].lower in w.listed("acts_of_peoples")

    def _joined(self, group: Chunk) -> bool:
        """Is the noun group read last joined to others that no preposition and no verb but one of speaking leads?"""
        so_far = self.chunks
        k = len(so_far) - 1
        while k > 0 and so_far[k].kind == ADV:
            k -= 1  # "X and Y jointly develop"
        if so_far[k] is not group or k < 2 or so_far[k - 2].kind != NP:
            return False
        if self.headline and k == 2 and so_far[1].kind == COMMA and so_far[0].actors:
            return True  # "India, Pakistan swap"
        if so_far[k - 1].kind != CONJ:
            return False
        k -= 2
        while k > 1 and so_far[k - 1].kind == COMMA and so_far[k - 2].kind == NP:
            k -= 2
        before = so_far[k - 1] if k else None
        if before is None or before.kind not in (P, VG):
            return True
        return before.kind == VG and any(lemma in self.lexis.speech for lemma in before.lemmas)

    def _apposed(self) -> bool:
        """Does the sentence open with a person and an aside ("South Africa's president, X, plans to")?"""
        kinds_so_far = [chunk.kind for chunk in self.chunks]
        return kinds_so_far in ([NP, COMMA], [NP, COMMA, NP, COMMA]) and any(
            actor.kind in ("person", "office", "group") for chunk in self.chunks for actor in chunk.actors
        )

    def _set_off(self) -> bool:
        """Does the sentence open with somebody and an aside ("The rebels, for their part,", "China, too,")?"""
        so_far = [chunk.kind for chunk in self.chunks]
        if so_far == [NP, COMMA, ADV, COMMA]:
            return True
        if so_far[:2] != [NP, COMMA] or so_far[-1] != COMMA or not {NP, P}.issuperset(so_far[2:-1]):
            return False
        # "We, the members of the council, condemn": what else than a pronoun may be one of a list.
        return so_far[2:-1] in ([P, NP], [P, P, NP]) or bool(self.words[self.chunks[0].start].classes & w.SUBJ)

    def _before_aside(self) -> Chunk | None:
        """Who opens the sentence before an aside that ends here, by a date, between commas or dashes, or in brackets
        ("Chad on Monday", "Chad, which votes soon,", "Chad (left)"), or None."""
        if len(self.chunks) < _BOTH_ENDS:
            return None
        first, aside = self.chunks[0], [chunk.kind for chunk in self.chunks[1:]]
        if first.kind != NP or not (first.actors or first.places):
            return None
        if {DATE, ADV}.issuperset(aside):
            return first
        sign = aside[0]
        if sign not in (COMMA, MARK) or aside[-1] != sign or aside.count(sign) != _BOTH_ENDS:
            return None
        if sign == MARK:
            return first if self.words[self.chunks[1].start].lower in BRACKETS else None
        tells = any(chunk.kind == VG and chunk.finite for chunk in self.chunks[1:])
        return first if aside[1] == REL or not tells else None

    def _described(self) -> bool:
        """Does the sentence open with somebody and an aside on who that is ("Russia, a neighbour of Poland,")?"""
        so_far = [chunk.kind for chunk in self.chunks]
        if so_far[:3] != [NP, COMMA, NP] or so_far[-1] != COMMA or not {NP, P}.issuperset(so_far[3:-1]):
            return False
        return len(so_far) > 3 and bool(self.words[self.chunks[2].start].classes & w.DET)

    def _asked(self) -> bool:
        """Does "did" stand before the noun group read last, and nobody who did it before that ("not only did X")?"""
        so_far = self.chunks
        if len(so_far) < 2 or so_far[-1].kind != NP or so_far[-2].kind != VG or so_far[-2].lemmas != ("do",):
            return False
        return len(so_far) == 2 or so_far[-3].kind != NP

    def _only_counts(self, group: Chunk) -> bool:
        """Is a noun group a bare count ("12", "more than 20"), and no name with a number ("Channel 12")?"""
        words = self.words[group.start : group.end]
        return all((word.number and "-" not in word.lower) or word.classes for word in words)

    def _counted(self, group: Chunk) -> bool:
        return any(word.number for word in self.words[group.start : group.end])
