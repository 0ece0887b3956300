"""Who stands where in a sentence: the subjects, objects and prepositional groups of each verb group."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitrep.extract.events.acts import nouns
from sitrep.extract.events.chunks import (
    ADV, COMMA, CONJ, DATE, MARK, NP, REL, STOP, SUB, VG, Chunk, P, Word,
)  # fmt: skip
from sitrep.extract.events.forms import GERUND, PARTICIPLE, PAST
from sitrep.extract.events.words import Words

_SKIP = (ADV, DATE, MARK)
# Prepositions behind a participle that belongs to the noun group before it.
# Prepositions before a gerund that is told as done ("by shelling", "after seizing"); "of" and "for" tell no act.
_MEANS = ("by", "after", "as", "following", "with", "while", "since", "before", "through", "on", "upon", "when")
_REDUCED = ("by", "in", "on", "at", "from", "with", "near", "under", "to", "of", "as", "for", "against", "during")


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


class Sentence:
    """The clauses of one sentence, by the index of their verb group."""

    def __init__(self, words: list[Word], chunks: list[Chunk], lexis: Words):
        self.words, self.chunks, self.lexis = words, chunks, lexis
        self.clauses: dict[int, Clause] = {}
        for i, chunk in enumerate(chunks):
            if chunk.kind == VG:
                self.clauses[i] = self._clause(i)

    def lower(self, i: int) -> str:
        return self.words[self.chunks[i].start].lower

    def kind(self, i: int) -> str:
        return self.chunks[i].kind if 0 <= i < len(self.chunks) else STOP

    def is_speech(self, i: int) -> bool:
        return any(lemma in self.lexis.speech for lemma in self.chunks[i].lemmas)

    def is_object_control(self, i: int) -> bool:
        return any(lemma in self.lexis.object_control for lemma in self.chunks[i].lemmas)

    def _clause(self, i: int) -> Clause:
        clause = Clause(i)
        self._complements(clause)
        chunk = self.chunks[i]
        bare = chunk.form & PARTICIPLE and chunk.finite and not chunk.passive and chunk.end - chunk.start == 1
        # A bare participle without an object is passive ("ships attacked by rebels"), unless it can be a past tense.
        clause.passive = chunk.passive or bool(
            bare and not clause.objects and (not chunk.form & PAST or any(p == "by" and self._is_agent(g) for p, g in clause.preps))
        )
        self._govern(clause)
        if not clause.subjects:
            clause.subjects, clause.how = self._subjects(i)
        return clause

    def _is_agent(self, groups: list[int]) -> bool:
        return any(
            self.chunks[g].actors or not (self.chunks[g].places or self.words[self.chunks[g].start].number) for g in groups
        )

    # -- to the right

    def _complements(self, clause: Clause) -> None:
        """Objects and prepositional groups, up to the end of the clause."""
        i, n = clause.index + 1, len(self.chunks)
        first, prep = True, None
        while i < n:
            kind = self.kind(i)
            if kind == NP:
                if prep is not None:
                    group, i = self.coordinated(i)
                    clause.preps.append((prep, group))
                    prep, first = None, False
                    continue
                if first:
                    clause.objects, i = self.coordinated(i)
                    first = False
                    if self.kind(i) == VG and self.chunks[i].finite and not self._reduced(i):
                        # "said Russian forces attacked": the noun group is the subject of what follows.
                        clause.objects = []
                        break
                    continue
                back = i - 1
                while self.kind(back) == MARK:
                    back -= 1
                if self.kind(back) == NP and len(clause.objects) == 1 and not clause.preps:
                    more, i = self.coordinated(i)
                    clause.objects.extend(more)
                    continue
                break
            if kind == P:
                prep = self.lower(i) if prep is None else f"{prep} {self.lower(i)}"
                prep = prep.split()[-1] if prep.split()[0] not in ("out",) else prep
            elif kind == MARK and self.lower(i) == "|":
                break
            elif kind in _SKIP:
                pass
            elif kind == COMMA:
                nxt = i + 1
                while self.kind(nxt) in _SKIP or self.kind(nxt) == COMMA:
                    nxt += 1
                if self.kind(nxt) != P or prep is not None or self.lower(nxt) in ("with", "by", "according"):
                    if not (self.kind(nxt) == P and self.lower(nxt) == "by" and self.chunks[clause.index].passive):
                        break
            else:
                if kind == VG and prep is None and self._reduced(i) and clause.objects:
                    pass
                break
            i += 1
        clause.end = i

    def _reduced(self, i: int) -> bool:
        """A participle that belongs to the noun group before it ("soldiers held in Baku", "ships attacked by rebels")."""
        chunk = self.chunks[i]
        if chunk.end - chunk.start != 1 or not chunk.form & PARTICIPLE:
            return False
        nxt = i + 1
        while self.kind(nxt) in (ADV, DATE):
            nxt += 1
        return self.kind(nxt) in (P, COMMA, STOP) and (self.kind(nxt) != P or self.lower(nxt) in _REDUCED)

    def coordinated(self, i: int, closed: bool = False) -> tuple[list[int], int]:
        """The noun groups joined to the one at ``i`` by commas and coordinators ("A, B and C"), and where they end.

        ``closed`` is set where a coordinator must be inside ("between A and B"), whatever verb follows.
        """
        group, k = [i], self._past_of(i)
        while True:
            m = k
            while self.kind(m) in (COMMA,):
                m += 1
            if self.kind(m) == CONJ:
                m += 1
                while self.kind(m) == ADV:
                    m += 1
                if self.kind(m) != NP or (self._starts_clause(m) and not (closed and len(group) == 1)):
                    return group, k
                group.append(m)
                k = self._past_of(m)
                continue
            if m > k and self.kind(m) == NP and self._list_goes_on(m):
                group.append(m)
                k = self._past_of(m)
                continue
            return group, k

    def _list_goes_on(self, m: int) -> bool:
        k = self._past_of(m)
        steps = 0
        while self.kind(k) == COMMA and self.kind(k + 1) == NP and steps < 12:
            k, steps = self._past_of(k + 1), steps + 1
        if self.kind(k) == COMMA and self.kind(k + 1) == CONJ:
            k += 1
        return self.kind(k) == CONJ and self.kind(k + 1) == NP and not self._starts_clause(k + 1)

    def _starts_clause(self, m: int) -> bool:
        k = self._past_of(m)
        steps = 0
        while self.kind(k) in (P, *_SKIP) or (self.kind(k) == NP and self.kind(k - 1) == P):
            k, steps = k + 1, steps + 1
            if steps > 12:
                break
        return self.kind(k) == VG and self.chunks[k].finite and not self._reduced(k)

    def _past_of(self, i: int) -> int:
        """Past a noun group and its "of" groups."""
        k = i + 1
        while self.kind(k) == P and self.lower(k) == "of" and self.kind(k + 1) == NP:
            k += 2
        return k

    def of_chain(self, i: int) -> list[int]:
        """A noun group with the "of" groups that hang on it."""
        chain, k = [i], i + 1
        while self.kind(k) == P and self.lower(k) == "of" and self.kind(k + 1) == NP:
            chain.append(k + 1)
            k += 2
        return chain

    # -- to the left

    def _govern(self, clause: Clause) -> None:
        """Whose complement this verb group is: "plans to enlist", "urged allies to send", "accused X of sending"."""
        i = clause.index
        chunk = self.chunks[i]
        if chunk.finite:
            return
        k = i - 1
        while self.kind(k) in _SKIP:
            k -= 1
        prep = None
        if chunk.gerund and self.kind(k) == P:
            prep = self.lower(k)
            k -= 1
            while self.kind(k) in _SKIP:
                k -= 1
        if self.kind(k) == CONJ or (self.kind(k) == COMMA and self.kind(k - 1) != NP):
            before = self._previous_verb(k)
            if before is not None and not self.chunks[before].finite and self.chunks[before].infinitive == chunk.infinitive:
                mate = self.clauses[before]
                clause.subjects, clause.how = mate.subjects, mate.how
                clause.governor, clause.control = mate.governor, mate.control
                return
        middle: list[int] = []
        steps = 0
        while self.kind(k) in (NP, P, CONJ, *_SKIP) and steps < 14:
            if self.kind(k) == NP:
                middle.insert(0, k)
            k, steps = k - 1, steps + 1
        if self.kind(k) != VG or k not in self.clauses:
            return
        governor = self.chunks[k]
        mate = self.clauses[k]
        lexis = self.lexis
        noun = self.words[self.chunks[middle[-1]].end - 1].lower if middle else ""
        if noun in lexis.control_nouns and self.kind(middle[-1] + 1) == VG:
            clause.governor, clause.control = k, lexis.control_nouns[noun]
            if clause.control == "purpose":
                return
            if self.lower(middle[-1]) == "no" or governor.negated:
                clause.control = "negated"
            elif clause.control == "asserted" and mate.control:
                clause.control = mate.control
            clause.subjects, clause.how = mate.subjects, "control"
            return
        objects = [m for m in middle if self.kind(m - 1) not in (P,) or self.lower(m - 1) in ("on", "to", "for")]
        if governor.adjective in lexis.control_adjectives and not objects:
            clause.governor, clause.control = k, lexis.control_adjectives[governor.adjective]
            clause.subjects, clause.how = mate.subjects, "control"
            return
        for lemma in governor.lemmas:
            if objects and not mate.passive and lemma in lexis.object_control and (chunk.infinitive or prep in ("of", "for", "from", "as", None)):
                if chunk.gerund and lexis.object_control[lemma] == "asserted":
                    continue
                clause.governor, clause.control = k, lexis.object_control[lemma]
                clause.subjects, clause.how = self._heads(objects), "object control"
                return
            if mate.passive and lemma in lexis.object_control and (chunk.infinitive or prep):
                clause.governor, clause.control = k, lexis.object_control[lemma]
                if clause.control == "reported":
                    clause.control = "possible"
                clause.subjects, clause.how = mate.subjects, "object control"
                return
            if lemma in lexis.subject_control and not (objects and chunk.gerund and prep is None):
                clause.governor, clause.control = k, lexis.subject_control[lemma]
                clause.subjects, clause.how = mate.subjects, "control"
                return
        if governor.copula and any(self.lower(g) == "it" for g in mate.subjects):
            clause.governor, clause.control = k, "purpose"  # "it is right to help": nobody does
            return
        if lemma_is(governor, "be") and not objects and chunk.infinitive:
            clause.governor, clause.control = k, "planned"
            clause.subjects, clause.how = mate.subjects, "control"
            return
        clause.governor = k
        if chunk.infinitive:
            clause.control = "purpose"
            clause.subjects, clause.how = mate.subjects, "purpose"
        elif prep is not None:
            clause.subjects, clause.how = mate.subjects, "gerund"
            if prep == "without":
                clause.control = "negated"
            elif prep not in _MEANS:
                clause.control = "purpose"

    def _heads(self, groups: list[int]) -> list[int]:
        first = groups[0]
        group, _ = self.coordinated(first)
        return group

    def _previous_verb(self, k: int) -> int | None:
        while k >= 0:
            if self.kind(k) == VG:
                return k if k in self.clauses else None
            k -= 1
        return None

    def _subjects(self, i: int) -> tuple[list[int], str]:
        chunk = self.chunks[i]
        k = i - 1
        while self.kind(k) in _SKIP:
            if self.kind(k) == MARK and self.lower(k) == ")":
                opening = next((x for x in range(k, max(-1, k - 8), -1) if self.kind(x) == MARK and self.lower(x) == "("), None)
                k = opening if opening is not None else k
            k -= 1
        if k < 0:
            return [], ""
        kind = self.kind(k)
        if kind == REL:
            return self._antecedent(k - 1), "relative"
        if kind == NP:
            found, how = self._noun_groups_before(k)
            if chunk.gerund and self.is_object_control(i) and not any(self.chunks[g].actors for g in found):
                before = self._previous_verb(k)
                if before is not None and self.clauses[before].subjects:
                    return self.clauses[before].subjects, "participle"
            return found, how
        if kind == P and self.kind(k - 1) in (NP, COMMA) and self.kind(k - 2) == REL:
            return self._antecedent(k - 3), "relative"
        if kind == CONJ:
            return self._shared(k - 1, i)
        if kind == COMMA:
            if chunk.gerund or chunk.form & GERUND:
                return self._shared(k - 1, i)
            opened = self._parenthesis_before(k)
            if opened is not None and self.kind(opened) == NP:
                return self._noun_groups_before(opened)
            return self._shared(k - 1, i)
        if kind == VG and chunk.gerund:
            before = self.clauses.get(k)
            return (before.subjects, "participle") if before else ([], "")
        return [], ""

    def _shared(self, k: int, i: int) -> tuple[list[int], str]:
        """The subject of an earlier verb group that this one is joined to."""
        chunk = self.chunks[i]
        while k >= 0:
            if self.kind(k) == VG and k in self.clauses:
                mate, verb = self.clauses[k], self.chunks[k]
                same = (verb.finite or mate.how == "control") if chunk.finite else True
                if same and not self._in_relative(k, i):
                    if mate.passive and not chunk.finite and not chunk.passive:
                        agents = [g for p, group in mate.preps if p == "by" for g in group]
                        return (agents, "participle") if agents else ([], "participle")
                    return mate.subjects, "coordination" if chunk.finite else "participle"
            if self.kind(k) == STOP:
                break
            k -= 1
        return [], ""

    def _in_relative(self, k: int, i: int) -> bool:
        """Is verb group ``k`` inside a relative clause that a comma closed before ``i``?"""
        m, depth = k - 1, 0
        while m >= 0 and depth < 6 and self.kind(m) not in (VG, STOP, SUB):
            if self.kind(m) == REL:
                return any(self.kind(x) == COMMA for x in range(k, i)) and self.kind(m - 1) == COMMA
            m, depth = m - 1, depth + 1
        return False

    def _parenthesis_before(self, k: int) -> int | None:
        """The chunk before the comma that opens what the comma at ``k`` closes, or None where there is none."""
        m = k - 1
        while m >= 0 and self.kind(m) not in (COMMA, STOP):
            m -= 1
        if self.kind(m) != COMMA:
            return None
        inside = [self.kind(x) for x in range(m + 1, k)]
        first = next((x for x in range(m + 1, k) if self.kind(x) not in _SKIP), None)
        if first is None:
            return m - 1
        finite = [x for x in range(m + 1, k) if self.kind(x) == VG and self.chunks[x].finite]
        if self.kind(first) == REL or not finite or self._reduced(finite[0]):
            return m - 1
        if self.kind(first) in (SUB, P) and REL in inside:
            return m - 1
        return None

    def _antecedent(self, k: int) -> list[int]:
        while self.kind(k) in (COMMA, *_SKIP):
            k -= 1
        if self.kind(k) != NP:
            return []
        head = k
        while self.kind(head - 1) == P and self.kind(head - 2) == NP:
            head -= 2
            if self.words[self.chunks[head].end - 1].lower in nouns():
                return [head]
        while self.kind(k - 1) == P and self.lower(k - 1) == "of" and self.kind(k - 2) == NP:
            k -= 2
        return [k]

    def _noun_groups_before(self, k: int) -> tuple[list[int], str]:
        """The subject that ends at noun group ``k``: back over its prepositional groups and what it is joined to."""
        head, seen = k, 0
        while seen < 12:
            seen += 1
            if self.kind(head - 1) == P:
                m = head - 2
                while self.kind(m) in _SKIP:
                    m -= 1
                if self.kind(m) == NP:
                    head = m
                    continue
                if self.kind(m) == VG and self._reduced(m) and self.kind(m - 1) == NP:
                    head = m - 1
                    continue
                if self.kind(m) == COMMA or m < 0 or self.kind(m) in (STOP, CONJ, VG, REL, SUB):
                    return [], ""  # a prepositional group only, no subject
                return [], ""
            if self.kind(head - 1) == MARK and self.lower(head - 1) == ")":
                opening = next((x for x in range(head - 1, max(-1, head - 7), -1) if self.kind(x) == MARK and self.lower(x) == "("), None)
                if opening is not None and self.kind(opening - 1) == NP:
                    head = opening - 1
                    continue
            if self.kind(head - 1) == COMMA and self.kind(head - 2) == NP and self._apposition(head):
                head -= 2
                continue
            break
        group = [head]
        m = head - 1
        while seen < 24:
            seen += 1
            if self.kind(m) == CONJ or (self.kind(m) == COMMA and len(group) > 1):
                b = m - 1
                while self.kind(b) in (COMMA, *_SKIP):
                    b -= 1
                if self.kind(b) != NP:
                    break
                start = b
                while self.kind(start - 1) == P and self.lower(start - 1) in ("of", "in", "from") and self.kind(start - 2) == NP:
                    start -= 2
                before = self.kind(start - 1)
                if before == P or (before == VG and not self.is_speech(start - 1)) or before == NP:
                    group = [head]
                    break
                if self.kind(m - 1) == DATE:
                    break
                group.insert(0, start)
                m = start - 1
                continue
            break
        return group, "subject"

    def _apposition(self, head: int) -> bool:
        """"X, the president, said": the noun group after the comma renames the one before."""
        words = self.chunks[head]
        before = self.kind(head - 3)
        closing = self.kind(head + 1) == COMMA or any(self.kind(x) == COMMA for x in range(head + 1, min(head + 6, len(self.chunks))))
        return closing and before in (STOP, SUB, CONJ, MARK, COMMA, VG, ADV) and words.start >= 0


def lemma_is(chunk: Chunk, lemma: str) -> bool:
    return lemma in chunk.lemmas
