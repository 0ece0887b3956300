"""What stands to the right of a verb group: its objects and prepositional groups, and what is joined to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act
from sitrep.extract.events.forms import PARTICIPLE
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, REL, STOP, SUB, VG, Chunk, P
from sitrep.extract.events.tokens import Tokens, Word
from sitrep.extract.events.words import Words, listed

# What stands beside the noun groups of a clause, and is passed over; what leads a noun group, too.
SKIP = frozenset((ADV, DATE, MARK))
LED = SKIP | {P}
_PARTING = (STOP, SUB, REL)
# No rule looks further than this past either end of a sentence.
_STOPS = (STOP,) * 32
# Kinds of mentions that may stand for who does something where its verb is left out.
_DOERS = ("state", "seat", "group", "body", "person")


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
    preps: list[tuple[str, list[int]]] = field(default_factory=list)
    passive: bool = False
    governor: int | None = None
    control: str | None = None
    end: int = 0


class Complements:
    """The words and chunks of one sentence; ``verbs`` are the indices of its verb groups."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk], lexis: Words):
        self.words, self.starts, self.end = tokens.words, tokens.starts, tokens.end
        self.chunks, self.lexis = chunks, lexis
        self._n = len(chunks)
        # Stops behind the last chunk are also what stands before the first, where an index falls below 0.
        self._kinds = [chunk.kind for chunk in chunks]
        self._kinds += _STOPS
        self.kind = self._kinds.__getitem__
        self.known_texts: dict[int, set[str]] = {}
        self.known_acts: dict[int, tuple[Act, int, int] | None] = {}
        self.known_actors: dict[tuple[int, bool], list[Any]] = {}
        self._clauses: dict[int, Clause] = {}
        self._chains: dict[int, list[int]] = {}
        self._bounds: list[int] | None = None
        self.verbs = [i for i, chunk in enumerate(chunks) if chunk.kind == VG]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points of the chunks from ``first`` to ``last`` (exclusive)."""
        return self.starts[self.chunks[first].start], self.end(self.chunks[last - 1].end - 1)

    def words_of(self, i: int) -> list[Word]:
        """The words of a chunk."""
        return self.words[self.chunks[i].start : self.chunks[i].end]

    def lower(self, i: int) -> str:
        """The first word of a chunk, in lower case."""
        return self.words[self.chunks[i].start].lower

    def lower_of(self, i: int) -> str:
        """The first word of a chunk, or "" where there is none."""
        return self.lower(i) if 0 <= i < self._n else ""

    def names_other(self, groups: list[int]) -> bool:
        """Does somebody stand in the groups, other than as a pronoun ("its borders", "his residence")?"""
        return any(
            actor.kind != "pronoun"
            for group in groups
            for link in self.of_chain(group)
            for actor in self.chunks[link].actors
        )

    def others(self, groups: list[int], doers: list[int]) -> list[int]:
        """Those of the groups, and of what hangs on them, that name somebody of another state than the doers."""
        own = {a.country for g in doers for link in self.of_chain(g) for a in self.chunks[link].actors}
        return [
            link
            for group in groups
            for link in self.of_chain(group)
            if any(a.kind != "pronoun" and a.country not in own for a in self.chunks[link].actors)
        ]

    def relative_objects(self, clause: Clause) -> list[int]:
        """The objects of a clause that stand before it, with what hangs on them ("part of the war that X began")."""
        return [link for g in clause.objects if g < clause.index for link in self.of_chain(g)]

    def is_speech(self, i: int) -> bool:
        """Is the verb of a chunk one of speech ("said that")?"""
        return not self.lexis.speech.isdisjoint(self.chunks[i].lemmas)

    def bounds(self) -> list[int]:
        """The chunks that part clauses: stops, conjunctions and verbs of speaking."""
        if self._bounds is None:
            self._bounds = [
                i
                for i, chunk in enumerate(self.chunks)
                if chunk.kind in _PARTING or (chunk.kind == VG and self.is_speech(i))
            ]
        return self._bounds

    def told_by(self, i: int) -> int | None:
        """The verb of speaking that the act of a chunk is told by: before it, else behind it."""
        before = (k for k in reversed(self.verbs) if k < i and self.is_speech(k))
        behind = (k for k in self.verbs if k > i and self.is_speech(k))
        return next(before, next(behind, None))

    def is_object_control(self, i: int) -> bool:
        """Is the object of a chunk's verb who does the next act ("urged X to leave")?"""
        return any(lemma in self.lexis.object_control for lemma in self.chunks[i].lemmas)

    def _complements(self, clause: Clause) -> None:
        """Objects and prepositional groups, up to the end of the clause."""
        i, n = clause.index + 1, len(self.chunks)
        first, prep = True, None
        while i < n:
            kind = self.kind(i)
            if kind == NP:
                if prep is not None:
                    group, i = self.coordinated(i, prep=prep)
                    clause.preps.append((prep, self._parted(clause, prep, self.meant(group))))
                    prep, first = None, False
                    continue
                if first:
                    clause.objects, i = self.coordinated(i)
                    first = False
                    if (
                        self.kind(i) == VG
                        and self.chunks[i].finite
                        and not self._reduced(i)
                        and not self._inverted(i)
                        and not self._tried(clause.index)
                        and not self._opening(clause.index)
                    ):
                        # "said Russian forces attacked": the noun group is the subject of what follows.
                        clause.objects = []
                        break
                    continue
                back = i - 1
                while self.kind(back) == MARK:
                    back -= 1
                if self.kind(back) == NP and len(clause.objects) == 1 and not clause.preps:
                    more, after = self.coordinated(i)
                    led = self.is_speech(clause.index) or self.words[self.chunks[i].start].classes & w.SUBJ
                    if led and self.kind(after) == VG and self.chunks[after].finite and not self._reduced(after):
                        break  # "told X it must leave", "hanged a man it accused of treason"
                    i = after
                    clause.objects.extend(more)
                    continue
                if clause.objects and listed("naming_verbs").intersection(self.chunks[clause.index].lemmas):
                    clause.objects.append(i)  # "called the vote in X a farce"
                    break
                if not clause.objects and clause.preps and self._shifted(clause.index, back, i):
                    shifted, after = self.coordinated(i)
                    if not (self.kind(after) == VG and self.chunks[after].finite) or self._reduced(after):
                        clause.objects, i = shifted, after  # "shortened by an hour the curfew"
                        continue
                break
            if kind == P:
                if i == clause.index + 1 and self._particle(i):
                    i += 1
                    continue
                prep = self.lower(i) if prep is None else f"{prep} {self.lower(i)}"
                prep = prep if prep == "out of" else prep.split()[-1]
            elif kind == MARK and self.lower(i) == "|":
                break
            elif kind in SKIP:
                pass
            elif kind == COMMA:
                nxt = i + 1
                while self.kind(nxt) in SKIP or self.kind(nxt) == COMMA:
                    nxt += 1
                if self._names_past_comma(clause, nxt):
                    clause.objects.append(nxt)  # "called the president, X, a hero"
                    break
                if self.lower_of(nxt) == "including" and self.kind(nxt + 1) in (NP, P):
                    prep, i = None, nxt
                    continue
                if self.kind(nxt) != P or prep is not None or self.lower(nxt) in listed("behind_lists"):
                    if not (self.kind(nxt) == P and self.lower(nxt) == "by" and self.chunks[clause.index].passive):
                        break
            elif kind == CONJ and prep is None and (behind := self._shared_out(clause, i + 1)) > i:
                i = behind
                continue
            else:
                break
            i += 1
        clause.objects = self.meant(clause.objects)
        clause.end = i

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

    def _inverted(self, i: int) -> bool:
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
        opens = self.kind(i - 1) == NP and self.kind(i - 2) in (STOP, CONJ) and not any(v < i for v in self.verbs)
        return self.chunks[i].infinitive and opens and not self.is_speech(i)

    def _tried(self, i: int) -> bool:
        """Is a verb the infinitive of the attempt that a sentence opens with ("An attempt to kill X was foiled")?"""
        attempt = self.kind(i - 1) == NP and self.words[self.chunks[i - 1].end - 1].lower in listed("attempts")
        return self.chunks[i].infinitive and attempt and self.kind(i - 2) == STOP

    def _parted(self, clause: Clause, prep: str, group: list[int]) -> list[int]:
        """The members of a group of places; who is joined to the places is an object ("met A in X and B in Y")."""
        chunks, local = self.chunks, listed("local_prepositions") - listed("pair_prepositions")
        if len(group) < 2 or not clause.objects or prep not in local or not chunks[group[0]].places:
            return group
        others = [m for m in group[1:] if not chunks[m].places and any(a.kind != "pronoun" for a in chunks[m].actors)]
        clause.objects = [*clause.objects, *others]
        return [m for m in group if m not in others]

    def _shifted(self, start: int, before: int, i: int) -> bool:
        """Is the noun group an object put behind a prepositional group ("shortened by an hour the curfew")?"""
        last, first = self.words[self.chunks[before].end - 1], self.words[self.chunks[i].start]
        whole = self.kind(before) in (NP, DATE) and not last.classes & w.DET and COMMA not in self._kinds[start:i]
        return whole and bool(first.classes & w.DET or first.actor or first.place)

    def _particle(self, i: int) -> bool:
        """Is the preposition behind a verb its particle ("carried out raids", "were carried out by")?"""
        lower = self.lower(i)
        if lower not in listed("verb_particles"):
            return False
        k = i + 1
        while self.kind(k) in SKIP:
            k += 1
        return self.kind(k) == NP or (self.kind(k) == P and self.lower(k) in listed("reduced_prepositions") - {"of"})

    def _reduced(self, i: int) -> bool:
        """Does a participle belong to the noun group before it ("soldiers held in Baku")?"""
        chunk = self.chunks[i]
        if chunk.end - chunk.start != 1 or not chunk.form & PARTICIPLE:
            return False
        nxt = i + 1
        if self.kind(nxt) == P and self.kind(nxt + 1) == P and self._particle(nxt):
            nxt += 1
        while self.kind(nxt) in (ADV, DATE):
            nxt += 1
        return self.kind(nxt) in (P, COMMA, STOP) and (
            self.kind(nxt) != P or self.lower(nxt) in listed("reduced_prepositions")
        )

    def coordinated(self, i: int, closed: bool = False, prep: str = "") -> tuple[list[int], int]:
        """The noun groups joined to the one at ``i`` by commas and coordinators ("A, B and C"), and where they end.

        ``closed`` is set where a coordinator must be inside ("between A and B"), whatever verb follows; ``prep`` is
        what leads the group, and leads no other one behind it ("to A and tanks to B").
        """
        group, k = [i], self._past_of(i)
        while True:
            m = k
            while self.kind(m) in (COMMA,):
                m += 1
            if self.kind(m) == CONJ:
                parted = m > k
                m += 1
                while self.kind(m) == ADV:
                    m += 1
                if (
                    self.kind(m) != NP
                    or self._opens(m)
                    or (self._starts_clause(m, parted) and not (closed and len(group) == 1))
                ):
                    return group, k
                behind = self._past_of(m)
                if (
                    self.gapped(m)
                    or self._charged_apart(i, behind)
                    or (prep and self.kind(behind) == P and self.lower(behind) == prep)
                ):
                    return group, k
                group.append(m)
                k = self._past_of(m)
                continue
            if m > k and self.kind(m) == NP and (self._list_goes_on(m) or self._modify(group[-1], m)):
                group.append(m)
                k = self._past_of(m)
                continue
            return group, k

    def _opens(self, m: int) -> bool:
        """Is noun group ``m`` a pronoun that is always a subject?"""
        return self.words[self.chunks[m].start].lower in listed("nominatives")

    def gapped(self, m: int) -> bool:
        """Does somebody stand here right before what he does the same to ("X struck Beirut and Iran Haifa")?"""
        k, chunk = m + 1, self.chunks[m]
        if self.kind(k) != NP or self.kind(k + 1) not in (STOP, COMMA, CONJ, DATE) or not chunk.actors:
            return False
        first, last = self.words[chunk.start], self.words[chunk.end - 1]
        if (
            last.actor is None
            or last.actor.kind not in _DOERS
            or first.actor is not last.actor
            or last.lower.endswith(("'s", "’s", "s'", "s’"))
        ):
            return False
        told = self.chunks[k]
        return bool(told.actors or told.places or self.words[told.start].number)

    def _charged_apart(self, i: int, k: int) -> bool:
        """Does noun group ``i`` stand in what somebody is accused of, before who is accused of what stands at ``k``?"""
        inside = self.kind(i - 1) == VG and self.chunks[i - 1].gerund and self.kind(i - 2) == P
        return inside and self.lower(i - 2) in listed("object_control_prepositions") and self.charged(k)

    def charged(self, k: int) -> bool:
        """Does what somebody is accused of stand here ("accused X of shelling Y and Z of helping it")?"""
        led = self.kind(k) == P and self.lower(k) in listed("object_control_prepositions")
        return led and self.kind(k + 1) == VG and self.chunks[k + 1].gerund

    def contrasted(self, group: int) -> bool:
        """Is it one who is told not to be meant beside others ("X, but not Y,", "not X but Y")?"""
        if self.kind(group) != NP or not self.words[self.chunks[group].start].classes & w.NEG:
            return False
        if self.lower(group) in listed("none_of_them"):
            return False  # "neither X nor Y"
        return CONJ in (self.kind(group - 1), self.kind(group + 1)) and bool(self.chunks[group].actors)

    def meant(self, groups: list[int]) -> list[int]:
        """The groups without those that are told not to be meant."""
        return [group for group in groups if not self.contrasted(group)] or groups

    def _modify(self, i: int, m: int) -> bool:
        """Is noun group ``i`` an adjective of a state, joined by a comma to another ("Libyan, Italian envoys")?"""
        last, first = self.words[self.chunks[i].end - 1].actor, self.words[self.chunks[m].start].actor
        return last is not None and last.kind == "demonym" and first is not None and first.kind != "pronoun"

    def _list_goes_on(self, m: int) -> bool:
        k = self._past_of(m)
        steps = 0
        while self.kind(k) == COMMA and self.kind(k + 1) == NP and steps < 12:
            k, steps = self._past_of(k + 1), steps + 1
        if self.kind(k) == COMMA and self.kind(k + 1) == CONJ:
            k += 1
        return self.kind(k) == CONJ and self.kind(k + 1) == NP and not self._starts_clause(k + 1)

    def _starts_clause(self, m: int, parted: bool = False) -> bool:
        """Does a noun group open a clause as its subject? ``parted``: a comma stands before its coordinator."""
        k = self._past_of(m)
        if parted and self.kind(k) == CONJ and self.kind(k + 1) == NP:
            k = self._past_of(k + 1)  # "rebuked the raid, and X and Y voiced fear"
        steps = 0
        if self.kind(k) == COMMA and self.kind(k + 1) == REL:
            close = next((x for x in range(k + 2, min(k + 12, self._n)) if self.kind(x) in (COMMA, STOP)), k)
            k = close + 1 if self.kind(close) == COMMA else k  # "and Belgium, which X accused, declined"
        elif self.kind(k) == COMMA:
            k = self._past_apposition(k)
        while self.kind(k) in LED or (self.kind(k) == NP and self.kind(k - 1) == P):
            k, steps = k + 1, steps + 1
            if steps > 12:
                break
        return self.kind(k) == VG and self.chunks[k].finite and not self._reduced(k)

    def _past_apposition(self, k: int) -> int:
        """Past a noun group between commas before a finite verb ("and X, the minister, warned Y"), or ``k`` itself."""
        close = k + 1
        while self.kind(close) == NP or (self.kind(close) == P and close - k < 8):
            close += 1
        if close == k + 1 or self.kind(close) != COMMA or self.kind(close + 1) != VG:
            return k
        told = self.is_speech(close + 1) and not self.is_object_control(close + 1)  # ", said the minister"
        return k if told or not self.chunks[close + 1].finite or self._reduced(close + 1) else close + 1

    def _past_of(self, i: int) -> int:
        """Past a noun group and its "of" groups."""
        k = i + 1
        while self.kind(k) == P and self.lower(k) == "of" and self.kind(k + 1) == NP:
            k += 2
        return k

    def of_chain(self, i: int) -> list[int]:
        """A noun group with the "of" groups that hang on it."""
        chain = self._chains.get(i)
        if chain is None:
            chain, k = [i], i + 1
            while self.kind(k) == P and self.lower(k) == "of" and self.kind(k + 1) == NP:
                chain.append(k + 1)
                k += 2
            self._chains[i] = chain
        return chain
