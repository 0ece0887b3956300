"""What stands to the right of a verb group: its objects and prepositional groups."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitrep.extract.events import words as w
from sitrep.extract.events.coordination import Coordination
from sitrep.extract.events.groups import BRACKETS, CLOSING_BRACKETS, COMMA, CONJ, DATE, MARK, NP, STOP, VG, P
from sitrep.extract.events.phrases import SKIP
from sitrep.extract.events.words import listed

# Prepositional groups: each preposition with the noun groups that it leads, as chunk indices.
Preps = list[tuple[str, list[int]]]


# Brackets hold no more chunks than this.
_NEAR = 9


@dataclass(slots=True)
class Clause:
    """A verb group (``index`` into the chunks) with its noun groups, each as chunk indices.

    ``how`` says how the subject was found. ``governor`` is the verb group whose complement this one is, and
    ``control`` what that makes of it (a modality), or None.
    """

    index: int
    subjects: list[int] = field(default_factory=list)
    how: str = ""
    objects: list[int] = field(default_factory=list)
    preps: Preps = field(default_factory=list)
    passive: bool = False
    governor: int | None = None
    control: str | None = None
    end: int = 0


class Complements(Coordination):
    """Adds what a verb group has behind it."""

    def relative_objects(self, clause: Clause) -> list[int]:
        """The objects of a clause that stand before it, with what hangs on them ("part of the war that X began")."""
        return [link for g in clause.objects if g < clause.index for link in self.of_chain(g)]

    def _complements(self, clause: Clause) -> None:
        """Objects and prepositional groups, up to the end of the clause."""
        kinds = self._kinds
        i, n = clause.index + 1, len(self.chunks)
        first, prep = True, None
        while i < n:
            kind = kinds[i]
            if kind == NP:
                if prep is not None:
                    group, i = self.coordinated(i, prep=prep)
                    clause.preps.append((prep, self._parted(clause, prep, self.meant(group))))
                    prep, first = None, False
                    continue
                i, goes_on = self._object(clause, i, first)
                first = False
                if not goes_on:
                    break
                continue
            if kind == P:
                if i == clause.index + 1 and self._particle(i):
                    i += 1
                    continue
                prep = self.lower(i) if prep is None else f"{prep} {self.lower(i)}"
                prep = prep if prep == "out of" else prep.split()[-1]
            elif kind == MARK and self.lower(i) == "|":
                break
            elif kind == MARK and (behind := self._past_bracket(i)) > i:
                i = behind
                continue
            elif kind in SKIP:
                pass
            elif kind == COMMA:
                nxt = i + 1
                while kinds[nxt] in SKIP or kinds[nxt] == COMMA:
                    nxt += 1
                if self._names_past_comma(clause, nxt):
                    clause.objects.append(nxt)  # "called the president, X, a hero"
                    break
                if self.lower_of(nxt) == "including" and kinds[nxt + 1] in (NP, P):
                    prep, i = None, nxt
                    continue
                if kinds[nxt] == NP and prep is None and not clause.objects and self._double_date(i - 1):
                    i = nxt  # "carried out today, Monday, five raids"
                    continue
                if (agent := self._past_container(clause, nxt)) > nxt:
                    prep, i = None, agent
                    continue
                if kinds[nxt] != P or prep is not None or self.lower(nxt) in listed("behind_lists"):
                    if not (kinds[nxt] == P and self.lower(nxt) == "by" and self.chunks[clause.index].passive):
                        break
            elif kind == CONJ and prep is None and (behind := self._shared_out(clause, i + 1)) > i:
                i = behind
                continue
            else:
                break
            i += 1
        clause.objects = self.meant(clause.objects)
        clause.end = i

    def _past_container(self, clause: Clause, k: int) -> int:
        """Past the state that a place lies in, before who does it ("were killed in Mombasa, Kenya, by rebels"), or
        ``k``."""
        if self.kind(k) != NP or not self.chunks[k].places or not self.chunks[clause.index].passive:
            return k
        behind = k + 1 + (self.kind(k + 1) == COMMA)
        return behind if self.kind(behind) == P and self.lower(behind) == "by" else k

    def _double_date(self, i: int) -> bool:
        """Does a date that is told twice stand here ("today, Monday")?"""
        date = self.chunks[i]
        return date.kind == DATE and any(self.words[k].lower == "," for k in range(date.start, date.end))

    def _past_bracket(self, i: int) -> int:
        """Past the brackets that the mark at ``i`` opens, or ``i`` where it opens none that close near."""
        if self.lower(i) not in BRACKETS:
            return i
        near = range(i + 1, min(i + _NEAR, len(self.chunks)))
        return next((k + 1 for k in near if self.kind(k) == MARK and self.lower(k) in CLOSING_BRACKETS), i)

    def _object(self, clause: Clause, i: int, first: bool) -> tuple[int, bool]:
        """Put noun group ``i``, which no preposition leads, with the objects, if it is one. ``first``: no other stands
        before it. Where to read on, and whether the clause goes on there."""
        if first:
            clause.objects, i = self.coordinated(i)
            if (
                self.kind(i) == VG
                and self.chunks[i].finite
                and not self.reduced(i)
                and not self.inverted(i)
                and not self._tried(clause.index)
                and not self._opening(clause.index)
                and not self._holds(clause.index)
                and self._past_relative(i - 1) is None
            ):
                # "said Russian forces attacked": the noun group is the subject of what follows.
                clause.objects = []
                return i, False
            return i, True
        back = i - 1
        while self.kind(back) == MARK:
            back -= 1
        if self.kind(back) == NP and len(clause.objects) == 1 and not clause.preps:
            more, after = self.coordinated(i)
            led = self.is_speech(clause.index) or self.words[self.chunks[i].start].classes & w.SUBJ
            alone = len(self.words_of(i)) == 1 and bool(self.words[self.chunks[i].start].classes & w.SUBJ)
            if led and self.kind(after) == VG and self.chunks[after].finite and (alone or not self.reduced(after)):
                return i, False  # "told X it must leave", "hanged a man it accused of treason"
            clause.objects.extend(more)
            return after, True
        if clause.objects and listed("naming_verbs").intersection(self.chunks[clause.index].lemmas):
            clause.objects.append(i)  # "called the vote in X a farce"
            return i, False
        if len(clause.objects) == 1 and clause.preps and self._given(clause, back, i):
            clause.objects.append(i)  # "gave the rebels in X a week"
            return i + 1, True
        if not clause.objects and clause.preps and self._shifted(clause.index, back, i):
            shifted, after = self.coordinated(i)
            if not (self.kind(after) == VG and self.chunks[after].finite) or self.reduced(after):
                clause.objects = shifted  # "shortened by an hour the curfew"
                return after, True
        return i, False

    def _shared_out(self, clause: Clause, i: int) -> int:
        """Past what a coordinator joins by a preposition that the verb has led before ("fired at X and at Y", "sold
        jets to X and tanks to Y"), which is put with it; -1 where there is no such thing."""
        led = self._past_of(i) if self.kind(i) == NP and clause.objects else i
        if led > i and self.kind(led) == DATE == self.kind(i - 2) and (self.chunks[i].actors or self.chunks[i].places):
            clause.objects = [*clause.objects, i]  # "attacked X in 2022 and Y in 2008"
            return led + 1
        first = led + 1
        if self.kind(led) != P or self.kind(first) != NP or self._starts_clause(first):
            return -1
        for n, (prep, groups) in enumerate(clause.preps):
            if prep == self.lower(led):
                more, behind = self.coordinated(first)
                clause.preps[n] = prep, [*groups, *more]
                clause.objects = [*clause.objects, i] if led > i else clause.objects
                return behind
        return -1

    def _names_past_comma(self, clause: Clause, i: int) -> bool:
        """Is what a verb calls its object set apart from it by an apposition and commas?"""
        article = self.lower_of(i) in listed("indefinite_articles") and self.kind(i + 1) != COMMA
        naming = article and not listed("naming_verbs").isdisjoint(self.chunks[clause.index].lemmas)
        return naming and len(clause.objects) == 1 and not clause.preps

    def inverted(self, i: int) -> bool:
        """Does a verb group open a condition by inversion ("warned X of war should it send troops")?"""
        chunk = self.chunks[i]
        return (
            chunk.end - chunk.start == 1
            and self.lower(i) in listed("inverting_auxiliaries")
            and self.kind(i + 1) == NP
            and self.kind(i + 2) == VG
        )

    def _opening(self, i: int) -> bool:
        """Does an infinitive hang on what opens the sentence ("X's threat to attack Y drew criticism")?"""
        first = i - 1
        if (
            self.kind(first - 1) == P
            and self.lower(first - 1) in listed("deciders_behind")
            and self.kind(first - 2) == NP
        ):
            first -= 2  # "the refusal of X to free Y angered Z"
        opens = self.kind(first) == NP and self.kind(first - 1) in (STOP, CONJ) and not any(v < i for v in self.verbs)
        return self.chunks[i].infinitive and opens and not self.is_speech(i)

    def _holds(self, i: int) -> bool:
        """Does a gerund tell what or whom the noun group before it holds ("a bus carrying Kenyan police was hit")?"""
        held = self.chunks[i].gerund and self.kind(i - 1) == NP
        return held and not listed("holding_verbs").isdisjoint(self.chunks[i].lemmas)

    def _tried(self, i: int) -> bool:
        """Is a verb the infinitive of the attempt that a sentence opens with ("An attempt to kill X was foiled")?"""
        attempt = self.kind(i - 1) == NP and self.words[self.chunks[i - 1].end - 1].lower in listed("attempts")
        return self.chunks[i].infinitive and attempt and self.kind(i - 2) == STOP

    def _parted(self, clause: Clause, prep: str, group: list[int]) -> list[int]:
        """The members of a group of places; who is joined to the places is an object ("met A in X and B in Y")."""
        chunks = self.chunks
        if len(group) < 2 or not clause.objects or not chunks[group[0]].places:
            return group
        if prep not in listed("local_prepositions") or prep in listed("pair_prepositions"):
            return group
        others = [m for m in group[1:] if not chunks[m].places and any(a.kind != "pronoun" for a in chunks[m].actors)]
        clause.objects = [*clause.objects, *others]
        return [m for m in group if m not in others]

    def _given(self, clause: Clause, before: int, i: int) -> bool:
        """Is the noun group what somebody is given, behind what hangs on the one who gets it?"""
        if listed("giving_verbs").isdisjoint(self.chunks[clause.index].lemmas) or self.kind(before) != NP:
            return False
        first = self.words[self.chunks[i].start]
        counted = first.number or (first.classes & w.DET and not first.classes & w.POSS)
        behind = self.chunks[i + 1].kind if i + 1 < len(self.chunks) else STOP
        return bool(counted) and not (behind == VG and self.chunks[i + 1].finite)

    def _shifted(self, start: int, before: int, i: int) -> bool:
        """Is the noun group an object put behind a prepositional group ("shortened by an hour the curfew")?"""
        last, first = self.words[self.chunks[before].end - 1], self.words[self.chunks[i].start]
        whole = self.kind(before) in (NP, DATE) and not last.classes & w.DET and COMMA not in self._kinds[start:i]
        return whole and bool(first.classes & w.DET or first.actor or first.place)
