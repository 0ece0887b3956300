"""What stands to the left of a verb group: its subject, over relative clauses, appositions and coordination."""

from __future__ import annotations

from sitrep.extract.events import cargo
from sitrep.extract.events import words as w
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, REL, STOP, SUB, VG, P
from sitrep.extract.events.openings import COMMAS
from sitrep.extract.events.phrases import LED, SKIP
from sitrep.extract.events.relatives import Relatives
from sitrep.extract.events.words import listed
from sitrep.inflection import PARTICIPLE, PAST
from sitrep.model import BY_NAME

_HANGING = LED | {NP}
# What a clause that hangs on a noun group may hold, no comma in it.
_INSIDE = _HANGING | {VG, CONJ}
# How the subject of a clause was found that somebody tells.
_TOLD = ("subject", "coordination")
# Within how many chunks it is told who does what stands behind an aside.
_FAR = 16


class Subjects(Relatives):
    """Adds the search for subjects."""

    def _subjects(self, i: int) -> tuple[list[int], str]:
        """The noun groups that are the subject of verb group ``i``, and how they were found (see ``Clause``)."""
        chunk = self.chunks[i]
        k = i - 1
        while self.kind(k) in SKIP:
            opening = self._bracket_before(k)
            k = (k if opening is None else opening) - 1
        if self.kind(k) == NP and self.kind(k - 1) == P and self.kind(k - 2) == CONJ and self._is_time(k):
            k -= 2  # "stormed the camp and for two days blocked the road"
        if k < 0:
            return [], ""
        kind = self.kind(k)
        if self.kind(k - 1) == COMMA and kind in (REL, SUB, NP) and self.lower(k) in listed("cleft_relatives"):
            singled = self._cleft(k - 1)
            if singled is not None:
                return [singled], "relative"
        if kind == REL:
            counted = self.kind(k - 1) == P and self.lower(k - 1) == "of" and self.kind(k - 2) == NP
            if counted and self.kind(k - 3) == COMMA:  # "officers, one of whom was wounded"
                every = self.lower(k - 2) in listed("quantifiers_of_all") and self._noun_groups_before(k - 4)[0]
                return every or self._counted(k - 4), "relative"
            told = self.antecedent(k - 1)
            issuing = (
                self._previous_verb(told[0]) if len(told) == 1 and self._head(told[0]) in listed("papers") else None
            )
            if issuing is not None and not listed("issuing_verbs").isdisjoint(self.chunks[issuing].lemmas):
                told = self._issuers(told[0]) or told  # "signed a decree that bans X"
            return told, "relative"
        if kind == NP:
            carrier = cargo.carrier(self, k) if chunk.finite else None
            return ([carrier], "subject") if carrier is not None else self._behind_noun(k, i)
        if kind == P and self.kind(k - 1) in (NP, COMMA) and self.kind(k - 2) == REL:
            return self.antecedent(k - 3), "relative"
        if kind == CONJ:
            return self._shared(k - 1, i)
        if kind == COMMA:
            return self._behind_comma(k, i)
        if kind == VG and chunk.gerund:
            return self.clause(k).subjects, "participle"
        if kind == VG and chunk.finite:
            return self._past_phrase(k)
        return [], ""

    def _is_time(self, k: int) -> bool:
        """Does noun group ``k`` only tell how long ("two days")?"""
        return bool(self.words[self.chunks[k].end - 1].classes & w.TIME) and not self.chunks[k].actors

    def is_terms(self, i: int) -> bool:
        """Is it a gerund that says what an agreement named by the way is for ("under an accord barring attacks")?"""
        by_the_way = self.kind(i - 1) == NP and self.kind(i - 2) == P and self.chunks[i].gerund
        return by_the_way and self._head(i - 1) in kinds()["agreements"]

    def _head(self, k: int) -> str:
        """The last word of the noun group at ``k``, in lower case."""
        return self.words[self.chunks[k].end - 1].lower

    def _cleft(self, k: int) -> int | None:
        """Who is told to be the one that does what stands behind the comma at ``k`` ("it was X, he said, that ..."), or
        None."""
        for be in range(k - 2, max(0, k - _FAR), -1):
            chunk = self.chunks[be]
            if chunk.kind == STOP:
                return None
            if chunk.kind == VG and chunk.lemmas == ("be",) and self.lower(be - 1) in listed("cleft_openers"):
                return be + 1 if self.kind(be + 1) == NP and self.kind(be + 2) == COMMA else None
        return None

    def _behind_noun(self, k: int, i: int) -> tuple[list[int], str]:
        """The subject of verb group ``i`` where a noun group ends right before it, at ``k``."""
        chunk = self.chunks[i]
        if chunk.gerund and self.kind(k - 1) == P and self.lower(k - 1) == "with":
            return [k], "participle"  # "with Israel facing attacks"
        if chunk.gerund and self.kind(k - 1) == P and self.lower(k - 1) == "of" and self.chunks[k].actors:
            return [k], "participle"  # "the prospect of Israel taking the town"
        if chunk.gerund and self.kind(k - 1) == P and self.lower(k - 1) in listed("issued_by"):
            if self.kind(k - 2) == NP and self._head(k - 2) in listed("papers"):
                return [k], "participle"  # "Statement from President Biden condemning attacks"
        if self.is_terms(i):
            return [], ""
        if chunk.finite and not self.reduced(i) and self.kind(k - 2) == NP and self._bears(k - 1):
            return self._noun_groups_before(k - 2)  # "gunmen riding motorcycles killed"
        outer = None
        if chunk.finite and not self.reduced(i):
            outer = self._past_relative(k)
            outer = self._past_hanging(k, i) if outer is None else outer
        if outer is not None:
            return self._noun_groups_before(outer)
        if chunk.gerund and self._head(k) in listed("papers"):
            issued = self._issuers(k)
            if issued:
                return issued, "participle"
        found, how = self._noun_groups_before(k)
        if chunk.gerund and self.is_object_control(i) and not any(self.chunks[g].actors for g in found):
            before = self._previous_verb(k)
            if before is not None and self.clause(before).subjects:
                return self.clause(before).subjects, "participle"
        return found, how

    def _apposed_within(self, k: int) -> bool:
        """Does the noun group at ``k``, in no relative clause, hold a name behind a comma ("Chad's president, X")?"""
        chunk = self.chunks[k]
        if not any(word.lower in COMMAS for word in self.words[chunk.start + 1 : chunk.end - 1]):
            return False
        opening = next((x for x in range(k - 1, -1, -1) if self.kind(x) in (REL, COMMA, STOP, SUB, VG)), -1)
        return opening < 0 or self.kind(opening) != VG or self.kind(opening - 1) != REL

    def _behind_comma(self, k: int, i: int) -> tuple[list[int], str]:
        """The subject of verb group ``i`` where a comma stands right before it, at ``k``: past an aside, or shared."""
        chunk = self.chunks[i]
        if self.reduced(i) and self.kind(k - 1) == NP and not chunk.gerund and not self._resumes(i, k):
            return self.antecedent(k - 1), "participle"
        if chunk.gerund:
            led = any(self.chunks[x].finite for x in self.verbs if x > i)
            if led and self.kind(k - 1) == NP and self._verb_so_far(k) is None:
                return self._noun_groups_before(k - 1)[0], "participle"  # "X, accusing Y of it, left"
            if self.kind(k - 1) == VG and self._aside(k - 1) and self.is_saying(i):
                return self.clause(k - 1).subjects, "participle"  # "..., Paris said, demanding"
            return self._shared(k - 1, i)
        if chunk.finite and self.kind(k - 1) == NP and (self._joined_aside(k) or self._apposed_within(k - 1)):
            return self._noun_groups_before(k - 1)
        told = self._before_teller(k) if chunk.finite else None
        if told is not None:
            return self._noun_groups_before(told)
        opened = self._parenthesis_before(k)
        if opened is not None and self.kind(opened) == NP:
            named = self._behind_opening(opened, k, i)
            if named is not None:
                return [named], "subject"
            if chunk.finite and self._is_object(opened):
                return self._shared(k - 1, i)  # "freed X, an editor, jailed Y and closed Z"
            named = self.kind(opened + 2) == NP and bool(self.chunks[opened + 2].actors)
            if named and not self.chunks[opened].actors and self.kind(opened - 1) != P:
                return [opened + 2], "subject"  # "J. Smith, the UN coordinator, demanded"
            if not self._of_state(opened) and self.kind(opened + 3) == CONJ and self._of_state(opened + 2):
                return self.coordinated(opened + 2)[0], "subject"  # "The leaders, X and Y, met"
            return self._noun_groups_before(opened)
        if chunk.finite and self.kind(k - 1) == NP and not self._has_told(k):
            return self._noun_groups_before(k - 1)  # "Iran's president, X, plans"
        return self._shared(k - 1, i)

    def _before_teller(self, k: int) -> int | None:
        """The noun group of who does what follows the comma at ``k``, which closes an aside that tells only who says so
        ("X, officials say, attacked Y"), or None."""
        verb = self._past_back(k - 1)
        if self.kind(verb) != VG or not self.chunks[verb].finite or not self.is_saying(verb):
            return None
        teller = verb - 1
        while self.kind(teller - 1) == P and self.kind(teller - 2) == NP:
            teller -= 2
        comma = teller - 1
        named = comma - 1
        if self.kind(teller) != NP or self.kind(comma) != COMMA or self.kind(named) != NP:
            return None
        return named if self._verb_so_far(comma) is None else None

    def _has_told(self, k: int) -> bool:
        """Is there a verb in the clause before chunk ``k``, but for a participle of what the sentence opens with ("In a
        letter dated 2 May, Chad's minister, X, accused")?"""
        verb = self._verb_so_far(k)
        if verb is None:
            return False
        chunk = self.chunks[verb]
        if chunk.end - chunk.start > 1 or not chunk.form & PARTICIPLE or self.kind(verb - 1) != NP or self.kind(0) != P:
            return True
        opens = all(self.kind(x) in _HANGING for x in range(verb))
        return not (opens and any(self.kind(x) == COMMA for x in range(verb + 1, k)))

    def _bears(self, verb: int) -> bool:
        """Does a gerund tell what somebody has on him or is in as he does something ("men wearing masks")?"""
        chunk = self.chunks[verb]
        return self.kind(verb) == VG and chunk.gerund and not listed("bearing_verbs").isdisjoint(chunk.lemmas)

    def _behind_opening(self, opened: int, k: int, i: int) -> int | None:
        """Who is named between the commas behind ``opened`` and at ``k``, where what stands before only tells when
        or where ("After a week of talks, Chad's president, X, left"), or None."""
        first = opened + 2
        if self.kind(first) != NP or not self.chunks[first].actors or not self._opened(opened):
            return None
        if self.kind(0) == SUB and any(self.chunks[v].finite for v in self.verbs if v > i):
            return None  # "After Chad, its ally, withdrew, Mali ..."
        return first if all(self.kind(x) in _HANGING for x in range(first, k)) else None

    def _joined_aside(self, k: int) -> bool:
        """Does a noun group with a comma of its own end at the comma at ``k``, behind a coordinator that a comma parts
        from what stands before ("..., and X's minister, Y, warned")?"""
        first = k - 1
        while self.kind(first - 1) == P and self.kind(first - 2) == NP:
            first -= 2
        joined = self.kind(first - 1) == CONJ and self.kind(first - 2) == COMMA
        return joined and self._renamed_within(k - 1)

    def _is_object(self, group: int) -> bool:
        """Does a noun group belong to the object of a finite verb that takes no clause?"""
        while self.kind(group - 1) == P and self.kind(group - 2) == NP:
            group -= 2
        verb = group - 2 if self.kind(group - 1) == P else group - 1
        return self.kind(verb) == VG and self.chunks[verb].finite and not self._takes_clause_behind(verb)

    def _past_phrase(self, k: int) -> tuple[list[int], str]:
        """The subject behind which a verb without objects hangs at ``k`` ("an offer to mediate was", "two men held in X
        for spying were")."""
        hung, before = self.chunks[k], self.kind(k - 1)
        if hung.infinitive and before == NP and self._verb_so_far(k - 1) is None:
            return self._noun_groups_before(k - 1)
        if hung.gerund and before == P and self.kind(k - 2) == NP:
            return self._noun_groups_before(k - 2)
        return [], ""

    def _issuers(self, k: int) -> list[int]:
        """Who passed or sent the paper at ``k`` that says something ("passed a resolution praising X")."""
        before = self._previous_verb(k)
        if before is None or self.chunks[k].actors:
            return []
        clause = self.clause(before)
        if not clause.passive:
            return clause.subjects if k in clause.objects else []
        return [g for prep, groups in clause.preps if prep == "by" for g in groups] if k in clause.subjects else []

    def _shared(self, k: int, i: int) -> tuple[list[int], str]:
        """The subject of an earlier verb group that this one is joined to."""
        chunk = self.chunks[i]
        while k >= 0:
            if self.kind(k) == VG and not self._aside(k) and not self.had(k):
                mate, verb = self.clause(k), self.chunks[k]
                same = (verb.finite or mate.how == "control") if chunk.finite else True
                if same and chunk.finite and mate.how == "participle" and mate.passive and self.lower_of(i + 1) != "by":
                    same = False  # "praised the help given by X, endorsed"
                if same and chunk.finite and mate.how in _TOLD and (self._goes_past(k, i) or self._is_timed(k, i)):
                    k -= 1
                    continue
                if same and not self._in_relative(k, i):
                    if mate.passive and not chunk.finite and not chunk.passive:
                        agents = [g for p, group in mate.preps if p == "by" for g in group]
                        return (agents, "participle") if agents else ([], "participle")
                    return mate.subjects, "coordination" if chunk.finite else "participle"
            if self.kind(k) == STOP:
                break
            k -= 1
        return [], ""

    def _goes_past(self, k: int, i: int) -> bool:
        """Does a verb of saying go on behind what the verb at ``k`` tells ("A demanded that B leave and threatened C",
        "A said B had shelled it and appealed to C")?"""
        verb, inner = self.chunks[i], self.chunks[k]
        if self._is_present(i) and inner.form & PAST and not inner.perfect:
            teller = self._teller(k)
            return teller is not None and self._is_present(teller)  # "denies that A struck B, and threatens C"
        simple = bool(verb.form & PAST) and verb.end - verb.start == 1
        if self.is_saying(k) or not (self.is_saying(i) if simple else verb.perfect and not inner.perfect):
            return False
        teller = self._teller(k)
        if teller is None:
            return False
        told = self.chunks[teller]
        if not (told.form & PAST if simple else told.perfect and self.lower(teller) == self.lower(i)):
            return False  # "has demanded that A leave, and has ruled out"
        between = [self.kind(x) for x in range(teller + 1, self.clause(k).subjects[0])]
        return inner.finite and self.chunks[teller].finite and set(between) <= {SUB, ADV, DATE, MARK}

    def _is_timed(self, k: int, i: int) -> bool:
        """Does the verb at ``k`` only tell when the main verb's deed was, which a comma and a coordinator go on from at
        ``i`` ("X scrambled jets after a drone strayed in, but held its fire")?"""
        joint, subjects = self._past_back(i - 1), self.clause(k).subjects
        opener = min(subjects) - 1 if subjects else -1
        if self.kind(joint) != CONJ or self.kind(joint - 1) != COMMA or self.kind(opener) != SUB:
            return False
        main = self._previous_verb(opener)
        timed = self.lower(opener) in listed("moment_openers") and main is not None
        return timed and self.chunks[main].finite and bool(self.clause(main).subjects)

    def _past_back(self, k: int) -> int:
        """The nearest chunk at or before ``k`` that is neither an adverb nor a date."""
        while self.kind(k) in (ADV, DATE):
            k -= 1
        return k

    def _teller(self, k: int) -> int | None:
        """The verb of saying that stands right before the subject of the verb group at ``k``, or None."""
        subjects = self.clause(k).subjects
        teller = self._previous_verb(subjects[0] - 1) if subjects else None
        return teller if teller is not None and self.is_saying(teller) else None

    def _is_present(self, i: int) -> bool:
        """Is a verb group a lone verb in the present?"""
        verb = self.chunks[i]
        return verb.finite and verb.end - verb.start == 1 and not verb.form & (PAST | PARTICIPLE)

    def is_saying(self, i: int) -> bool:
        """Is the verb of a chunk one of saying, asking, threatening or promising?"""
        lemmas, lexis = self.chunks[i].lemmas, self.lexis
        return any(
            lemma in lexis.speech or lemma in lexis.object_control or lemma in listed("saying_verbs")
            for lemma in lemmas
        )

    def _past_relative(self, k: int) -> int | None:
        """What a relative clause that ends at noun group ``k`` tells of ("troops who entered the town looted"), or
        None."""
        verb = k - 1
        while self.kind(verb) in _HANGING and verb > k - 10:
            verb -= 1
        led = self.kind(verb) == VG and not self.chunks[verb].finite and self.kind(verb - 1) == VG
        verb -= led  # "gunmen who tried to storm the barracks were killed"
        if self.kind(verb) != VG or not self.chunks[verb].finite:
            return None
        before = verb - 1
        while self.kind(before) in SKIP:
            before -= 1
        if self.kind(before) == NP:
            return None if self.is_speech(verb) else self._past_told(before)
        if (
            (self._takes_clause_behind(verb) and not led)
            or self.kind(before) != REL
            or self.kind(before - 1) != NP
            or self.lower(before) not in listed("plain_relatives")
        ):
            return None
        opened = before - 2
        while self.kind(opened) in _HANGING:
            opened -= 1
        if self.kind(opened) == VG and not self.is_speech(opened):
            return None  # "arrested rebels who attacked a convoy": no subject
        return before - 1

    def _past_hanging(self, k: int, i: int) -> int | None:
        """What a clause with further ones in it, which ends at noun group ``k``, tells of, where verb group ``i`` is
        what that did ("those who fled to join the rebels were caught", "arms X sent to aid rebels were lost")."""
        inside, x = [], k
        while self.kind(x) in _INSIDE and x > k - _FAR:
            if self.kind(x) == VG:
                inside.append(x)
            x -= 1
        if not inside:
            return None
        first, further = inside[-1], inside[:-1]
        told = [v for v in further if self.chunks[v].finite and not self.reduced(v)]
        clause = len(told) == 1 and self.kind(told[0] - 1) == NP and self._takes_clause_behind(first)
        if (told and not clause) or (self._takes_clause_behind(first) and not further):
            return None
        if self.kind(x) != REL or self.lower(x) not in listed("plain_relatives") or self.kind(x - 1) != NP:
            return None
        if not self.chunks[first].finite or any(self.kind(y) not in SKIP for y in range(x + 1, first)):
            return None
        opened = x - 2
        while self.kind(opened) in _HANGING:
            opened -= 1
        return None if self.kind(opened) == VG else x - 1

    def _past_told(self, subject: int) -> int | None:
        """The noun group behind which "that" opens a clause with the subject ``subject``, or None: what is claimed
        ("the claim that X shelled Y was rejected") or done to it ("the troops that X sent to Y were attacked")."""
        while self.kind(subject - 1) == P and self.kind(subject - 2) == NP:
            subject -= 2
        that, told = subject - 1, subject - 2
        if self.kind(that) not in (REL, SUB) or self.lower(that) not in listed("object_relatives"):
            return None
        if self.kind(told) != NP:
            return None
        head = told
        while self.kind(head - 1) == P and self.kind(head - 2) == NP:
            head -= 2
        if self.kind(head - 1) == VG and not self.is_speech(head - 1):
            return None  # "rejected the claim that X shelled Y": no subject
        claimed = self.words[self.chunks[head].end - 1].lower in listed("speech_nouns")
        return told if claimed or self.kind(that) == REL else None

    def _takes_clause_behind(self, verb: int) -> bool:
        """May what stands behind a verb be a clause ("who said Russia attacked")?"""
        lemmas = self.chunks[verb].lemmas
        takes = self.is_speech(verb) or not listed("bare_infinitive_verbs").isdisjoint(lemmas)
        return takes or any(
            lemma in self.lexis.subject_control or lemma in self.lexis.object_control for lemma in lemmas
        )

    def _aside(self, k: int) -> bool:
        """Does a verb of speaking stand between commas with its subject (", he said,")?"""
        return self.kind(k + 1) == COMMA and self.kind(k - 1) == NP and self.kind(k - 2) == COMMA and self.is_speech(k)

    def _resumes(self, i: int, k: int) -> bool:
        """Is it the only finite verb, behind an aside on who opens the sentence ("X, meeting in Y, called on Z")?"""
        opened = self._parenthesis_before(k)
        if opened is None or self.kind(opened) != NP or not self.chunks[i].form & PAST:
            return False
        named = all(self.kind(x) in (NP, CONJ) for x in range(opened + 2, k))
        if (named or self.kind(opened + 2) == P) and self._leads(i) and self._verb_so_far(k) is None:
            return True  # "X, in battledress, called on Y to yield and said", "the ministers, X and Y, met and agreed"
        start = self._clause_opening(opened)
        finite = [x for x in self.verbs if x > start and self.chunks[x].finite and x != i and not self.reduced(x)]
        relative = self.kind(opened + 2) == REL  # "X, which had kept quiet, agreed on a truce"
        if any(x < i and not (relative and opened < x) for x in finite):
            return False
        main = next((x for x in finite if x > i), None)
        return main is None or any(self.kind(x) in (SUB, REL, STOP, MARK) for x in range(i + 1, main))

    def _leads(self, i: int) -> bool:
        """Is a verb, with no agent behind it, one that a later verb with no subject of its own is joined to?"""
        if self.lower_of(i + 1) == "by":
            return False
        return any(x > i and self.chunks[x].finite and self.kind(x - 1) == CONJ for x in self.verbs)

    def _in_relative(self, k: int, i: int) -> bool:
        """Is verb group ``k`` inside a relative clause that a comma closed before ``i``?"""
        m, depth = k - 1, 0
        while m >= 0 and depth < 6 and self.kind(m) not in (VG, STOP, SUB):
            if self.kind(m) == REL:
                closed = self.kind(i - 1) == CONJ and self.kind(i - 2) == COMMA
                return closed or (self.kind(m - 1) == COMMA and any(self.kind(x) == COMMA for x in range(k, i)))
            m, depth = m - 1, depth + 1
        return False

    def _parenthesis_before(self, k: int) -> int | None:
        """The chunk before the comma that opens what the comma at ``k`` closes, or None where there is none."""
        m = k - 1
        while m >= 0 and self.kind(m) not in (COMMA, STOP):
            m -= 1
        if self.kind(m) != COMMA:
            return None
        m = self._opens_aside(m)
        inside = [self.kind(x) for x in range(m + 1, k)]
        first = next((x for x in range(m + 1, k) if self.kind(x) not in SKIP), None)
        if first is None:
            return m - 1
        finite = [x for x in range(m + 1, k) if self.kind(x) == VG and self.chunks[x].finite]
        named = bool(finite) and finite[0] == first and self.lower(first) in listed("naming_participles")
        if self.kind(first) == REL or not finite or named or self.reduced(finite[0]):
            return m - 1
        if self.kind(first) in (SUB, P) and REL in inside:
            return m - 1
        return m - 1 if self._renamed(m - 1, first, finite[0]) else None

    def _renamed(self, named: int, first: int, finite: int) -> bool:
        """Does an aside rename whom ``named`` names, and its verbs only tell more ("X, a band which Y arms, fired")?"""
        if self.kind(first) != NP or self.lower(first) not in listed("indefinite_articles"):
            return False
        if self.kind(named) != NP or not any(a.via in BY_NAME for a in self.chunks[named].actors):
            return False
        k = first + 1
        while self.kind(k) == P and self.kind(k + 1) == NP:
            k += 2
        return self.kind(k) == REL and k < finite

    def _opens_aside(self, m: int) -> int:
        """The comma that opens an aside in whose list the comma at ``m`` stands ("A, speaking for B, C and D, ..."), or
        else ``m`` itself."""
        verb = self._previous_verb(m)
        if verb is None or not self.chunks[verb].gerund or self._previous_verb(verb - 1) is not None:
            return m
        first = verb - 1
        while self.kind(first) in SKIP:
            first -= 1
        return first if self.kind(first) == COMMA and self.kind(first - 1) == NP else m
