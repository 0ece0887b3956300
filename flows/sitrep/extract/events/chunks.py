"""A sentence cut into noun groups, verb groups, prepositions and boundaries in one pass from left to right."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, REL, STOP, SUB, VG, Chunk, P
from sitrep.extract.events.openings import (
    ADVERBIAL,
    ASIDE,
    COMMAS,
    DASHES,
    FLOATING,
    GROUP,
    PARTICLE,
    SIGN,
    STOPS,
    TIME_IN_A_DAY,
)
from sitrep.extract.events.stretches import Stretches
from sitrep.extract.events.surroundings import ADJECTIVAL
from sitrep.extract.events.tokens import Word
from sitrep.inflection import GERUND, PARTICIPLE
from sitrep.model import ActorMention

# Class bits that noun groups look for, joined once.
_PRONOUN = w.PRON | w.SUBJ
_STANDS_FOR = _PRONOUN | w.DET
_VERBAL = w.AUX | w.NEG
_LINK = w.PREP | w.SUB | w.CONJ | w.REL

_MODIFYING = PARTICIPLE | GERUND
# What the first words of a sentence are, before who does what it tells.
_OPENING = frozenset((P, NP, DATE, ADV, SUB))

# What opens no noun group and stands in none, and what a noun group may stand behind at the opening of a sentence.
_PARTING, _LEADING = (COMMA, P, CONJ), (P, SUB)

# Groups of several words that are one chunk.
_PHRASES = ((CONJ, w.coordinating_phrases), (P, w.phrasal_prepositions), (MARK, w.hedging_phrases))


class Chunker(Stretches):
    """Cuts one sentence; ``chunks`` is the result."""

    def __init__(self, found: list[Word], headline: bool):
        super().__init__(found, headline)
        self._verb = -1  # the word that the last noun group ends before, where that is known to be a verb
        self._opening = 0  # how many chunks are known to stand before who does what the sentence tells
        add = self.chunks.append
        i, n = 0, len(found)
        while i < n:
            opens = found[i].opens
            if found[i].traits & ADVERBIAL and (past := self._past_adverb(i)) > i:
                i = self._add(ADV, i, past)
            elif opens is None:
                i = self._next(i)
            elif opens is NP:
                i = self._add(ADV, i, i + 1) if found[i].traits and self._sets_off(i) else self._noun_group(i)
            else:
                add(Chunk(opens, i, i + 1))
                i += 1

    def _sets_off(self, i: int) -> bool:
        """Does a quantifier or a time of day stand apart from the noun groups beside it?"""
        traits = self.words[i].traits
        return bool((traits & FLOATING and self._stands_apart(i)) or (traits & TIME_IN_A_DAY and self._dated(i + 1)))

    def _add(self, kind: str, start: int, end: int) -> int:
        self.chunks.append(Chunk(kind, start, end))
        return end

    def _next(self, i: int) -> int:
        word = self.words[i]
        lower = word.lower
        if word.date:
            end = i + 1
            while end < len(self.words) and self.words[end].date:
                end += 1
            if self.chunks and self.chunks[-1].kind == P and self.chunks[-1].end == i and not self._is_undated(i, end):
                self.chunks[-1].kind, self.chunks[-1].end = DATE, end
                return end
            return self._add(DATE, i, end)
        traits = word.traits
        if traits & SIGN:
            if lower in DASHES and (self._dateline(i) or self._signed(i)):
                return self._add(STOP, i, i + 1)
            if lower in COMMAS:
                return self._add(COMMA, i, i + 1)
            if lower in STOPS and not (lower == "|" and self.headline):
                return self._add(STOP, i, i + 1)
            return self._add(MARK, i, i + 1)
        if word.place is not None or (word.actor is not None and word.actor.kind != "pronoun"):
            return self._noun_group(i)
        bits = word.classes
        if traits & PARTICLE and self.chunks and self.chunks[-1].kind == VG:
            return self._add(P, i, i + 1)  # "turned back two ships"
        if not bits and not word.number and not lower.endswith("ly"):  # a word of no closed class
            end = self._verb_group(i) if i == self._verb or self._verbal(i) else i
            return end if end > i else self._noun_group(i)
        if bits & w.REL and self._is_relative(i):
            return self._add(REL, i, i + 1)
        if lower == "that":
            if self._complementizer(i):
                return self._add(SUB, i, i + 1)
            if self._opens_object_relative(i):
                return self._add(REL, i, i + 1)
        if traits & ASIDE and self._aside(i):
            return self._add(ADV, i, i + 1)
        if word.number:
            return self._noun_group(i)
        if bits & _VERBAL or lower == "to":
            end = self._verb_group(i)
            if end > i:
                return end
        if bits & w.CONJ:
            return self._add(CONJ, i, i + 1)
        if traits & GROUP:
            for kind, phrases in _PHRASES:
                past = self._past_words(i, phrases()) if lower in phrases() else i
                if past > i:
                    return self._add(kind, i, past)
            if lower in w.listed("free_relatives") and (past := self._past_naming(i)) > i:
                return self._add(MARK, i, past)
        if lower == "as" and i and (self.words[i - 1].lower in w.listed("before_roles") or self._calls(i)):
            return self._add(P, i, i + 1)
        if lower == "so" and i + 1 < len(self.words) and self.words[i + 1].lower in w.listed("so_far"):
            return self._add(ADV, i, i + 2)
        if bits & w.SUB and not (bits & w.PREP and self._nominal(i + 1)) and lower not in ("where",):
            leads = lower in w.listed("leading_subordinators") and self._verbless(i + 1)
            leads = leads or (lower in w.listed("pursuing_words") and self._pursued(i))
            leads = leads or (i + 1 < len(self.words) and self.words[i + 1].lower in w.listed("hours_of_day"))
            return self._add(P if leads else SUB, i, i + 1)
        if bits & w.PREP:
            return self._add(P, i, i + 1)
        if bits & w.ADV or (lower.endswith("ly") and not bits and not self._verbal(i)):
            return self._add(ADV, i, i + 1)
        if self._verbal(i):
            end = self._verb_group(i)
            if end > i:
                return end
        return self._noun_group(i)

    def _aside(self, i: int) -> bool:
        """Does an ordinal stand between somebody and a past verb ("Iceland first recognised X")?"""
        last = self.chunks[-1] if self.chunks else None
        if last is None or last.end != i or not self._put_off(i):
            return False
        before = self.words[i - 1]
        headed = before.actor is not None and before.actor.kind != "demonym"
        return last.kind == REL or (headed and not before.lower.endswith(("'s", "’s", "s'")))

    def _noun_group(self, i: int) -> int:
        words, chunks = self.words, self.chunks
        word, n = words[i], len(words)
        if word.traits & FLOATING and self._floats(i):
            return self._add(ADV, i, i + 1)
        if word.number or word.classes & w.DET:
            past = self._past_time(i)
            if past > i:
                return self._add(DATE, i, past)
            if (past := self._past_distance(i)) > i:
                return self._add(ADV, i, past)
        chunk = Chunk(NP, i, i)
        k, before = i, word
        while k < n:
            word = words[k]
            if k > i:
                before = words[k - 1]
                if before.number and self._in_a_hundred(k):
                    k += 2
                    continue
                if word.traits & GROUP and word.lower in w.phrasal_prepositions():
                    if self._past_words(k, w.phrasal_prepositions()) > k:
                        break  # "an attack close to Goma"
                if (word.number or word.classes & w.DET) and self._past_distance(k) > k:
                    break  # "an attack 30 km north of Goma"
                if word.traits & ADVERBIAL and not (before.number or before.classes & w.DET or before.classes & w.ADJ):
                    if self._past_adverb(k) > k:
                        break  # "met the leader moments later"
            opens = word.opens
            if opens is NP:
                if not word.classes & (_PRONOUN if k == i else _STANDS_FOR):
                    k += 1
                    continue
            elif opens is not None and opens in _PARTING and not word.classes & _STANDS_FOR:
                break
            mention = word.actor
            if word.date and k > i:
                led = k == i + 1 and before.classes & w.DET and not before.date  # "the 2018 agreement"
                if led or before.classes & w.ADJ or before.lower.endswith((*w.GENITIVES, *ADJECTIVAL)):
                    past = self._past_date(k)  # "Egypt's October 6 attack", "the brutal May 7 raid"
                    if past > k:
                        k = past
                        continue
                break
            if mention is not None and mention.kind != "pronoun":
                if k > i:
                    if before.actor is not mention and self._complete(k - 1):
                        break
                    if word.classes & w.DET and before.lower.isalpha() and not before.classes:
                        break  # "the last port the rebels held"
                    if before.actor is None and self._owned_behind_as(k, mention):
                        break  # "denounced as a crime Jordan's raid"
                if mention not in chunk.actors:
                    chunk.actors += (mention,)
                while word.actor is mention:
                    if word.place is not None and word.place not in chunk.places:
                        chunk.places += (word.place,)
                    k += 1
                    if k == n:
                        break
                    word = words[k]
                continue
            if word.place is not None:
                place = word.place
                if k > i and before.place is not place and before.place is not None:
                    if not before.lower.endswith(w.GENITIVES):
                        break
                chunk.places += (place,)
                while k < n and words[k].place is place:
                    mention = words[k].actor
                    if mention is not None and mention not in chunk.actors:
                        chunk.actors += (mention,)  # "the State of Palestine"
                    k += 1
                continue
            if word.number:
                if k > i and not before.number and before.actor is not mention and self._complete(k - 1):
                    break
                if k > i and before.place is not None and k + 1 < n and words[k + 1].classes & w.TIME:
                    break  # "took Goma two days later"
                k += 1
                continue
            bits = word.classes
            if bits & _PRONOUN and not bits & w.DET:
                if k > i and (not before.number or word.lower in w.listed("speaking_pronouns")):
                    break  # "the other 18 it freed"
                if mention is not None:
                    chunk.actors += (mention,)
                k += 1
                break
            if not word.lower[0].isalnum():
                if not self._sign_within(k, i):
                    break
                k += 1
                continue
            if bits and k > i:
                if word.traits & ASIDE and before.actor is not None and self._put_off(k):
                    break  # "the two sides last met"
                if word.traits & TIME_IN_A_DAY and not before.classes & w.DET and self._dated(k + 1):
                    break  # "attacked the camp early on Monday"
                if bits & w.DET and not before.classes & w.DET:
                    if not (before.number and word.lower in w.listed("more_words")):
                        break  # but "20 other allies"
                if bits & _VERBAL:
                    break
                if bits & _LINK and not bits & w.DET and word.lower not in w.listed("verb_like"):
                    break
                if bits & w.ADV and not bits & w.ADJ and not before.classes & w.DET:
                    break
            if word.form and k > i:
                chunk.end = k
                chunks.append(chunk)
                verbal = self._verbal(k)
                chunks.pop()
                if verbal:
                    self._verb = k
                    break
            if mention is not None and mention not in chunk.actors:
                chunk.actors += (mention,)
            k += 1
        chunk.end = k if k > i else i + 1
        if chunks and chunks[-1].kind in _LEADING:
            self._part(chunk)
        chunks.append(chunk)
        return chunk.end

    def _sign_within(self, k: int, i: int) -> bool:
        """Does a noun group that starts at ``i`` go on with the sign at ``k``?"""
        sign, before = self.words[k].lower, self.words[k - 1] if k > i else None
        if before is not None:
            if sign in "’'" and k + 1 < len(self.words) and before.lower.endswith("s"):
                return True  # the apostrophe of a plural possessive
            if sign in '“"‘' and (before.classes & w.DET or before.number):
                return True
            if sign in "$£€" and self._complete(k - 1):
                return False
        return sign in "$£€%#"

    def _part(self, chunk: Chunk) -> None:
        """Put a noun group of its own before the one that begins where a sentence's opening ends with no comma."""
        words, start = self.words, chunk.start
        subject = self._behind_scene(chunk) if len(self.chunks) == 1 else 0
        if subject:
            place = Chunk(NP, start, subject)
            place.places, chunk.places = chunk.places, ()
            place.actors = tuple(a for a in chunk.actors if a is words[start].actor and a is not words[subject].actor)
            chunk.actors = tuple(a for a in chunk.actors if a not in place.actors)
            chunk.start = subject
            self.chunks.append(place)
            return
        named = self._behind_opening(chunk) if chunk.end > start + 1 else 0
        if named:
            opening = Chunk(NP, start, named)
            inside = words[start:named]
            opening.places = tuple(p for p in chunk.places if any(word.place is p for word in inside))
            opening.actors = tuple(a for a in chunk.actors if any(word.actor is a for word in inside))
            chunk.actors = tuple(a for a in chunk.actors if a not in opening.actors)
            chunk.places = tuple(p for p in chunk.places if p not in opening.places)
            chunk.start = named
            self.chunks.append(opening)

    def _in_a_hundred(self, k: int) -> bool:
        """Does a number go on with its share of a hundred in two words ("a 27 per cent duty")?"""
        pair = " ".join(word.lower for word in self.words[k : k + 2])
        return pair in w.listed("shares_of_a_hundred")

    def _behind_scene(self, chunk: Chunk) -> int:
        """Where the subject begins that follows, with no comma, on the place a sentence opens with ("In Odesa women
        blocked a road"), or 0. Of the second chunk."""
        words, end = self.words, chunk.end
        if self.chunks[0].kind != P or words[0].lower not in w.listed("setting_openers"):
            return 0
        k = chunk.start
        while k < end and words[k].place is not None and words[k].place is words[chunk.start].place:
            k += 1
        if k in (chunk.start, end):
            return 0
        named = words[k].actor is not None and words[k].actor.kind != "demonym"
        if not (named and words[k].actor is not words[k - 1].actor) and (
            not words[k].text.islower() or words[k].classes
        ):
            return 0
        verb = words[end] if end < len(words) else None
        if verb is None or not (self._verb == end or verb.classes & w.AUX) or words[k - 1].lower.endswith(w.GENITIVES):
            return 0
        return k

    def _behind_opening(self, chunk: Chunk) -> int:
        """Where somebody is named, with no comma, behind what a sentence opens with and before what he did ("In a
        statement Chad condemned"), or 0. Of a noun group behind a preposition or subordinator."""
        words, end = self.words, chunk.end
        if end == len(words) or not self._opens():
            return 0
        told = self._verb == end or words[end].classes & w.AUX or words[end].date
        joined = told or words[end].opens in (CONJ, COMMA)
        for k in range(chunk.start + 1, end):
            mention, before = words[k].actor, words[k - 1]
            if mention is None or mention.kind == "pronoun" or before.actor is mention:
                continue
            if not told and not words[k].classes & w.DET and not (joined and words[end - 1].actor is mention):
                continue
            plain = before.text.islower() and before.lower.isalpha() and not before.classes & ~(w.ADV | w.TIME)
            if plain and before.actor is before.place is None and not before.number and not before.form & _MODIFYING:
                like = before.lower.endswith(ADJECTIVAL) and before.lower not in w.nouns_like_adjectives()
                return 0 if like else k
        return 0

    def _opens(self) -> bool:
        """Have there been only chunks so far that stand before who does what?"""
        chunks = self.chunks
        while self._opening < len(chunks) and chunks[self._opening].kind in _OPENING:
            self._opening += 1
        return self._opening == len(chunks)

    def _calls(self, i: int) -> bool:
        """Does "as" stand behind a verb that calls its object something ("denounced as a crime the raid on X")?"""
        k = len(self.chunks) - 1
        verb = self.chunks[k]
        if verb.kind == NP and k:
            if i + 1 == len(self.words) or self.words[i + 1].lower not in w.listed("indefinite_articles"):
                return False
            while k > 1 and self.chunks[k].kind == NP and self.chunks[k - 1].kind == P:
                k -= 2
            verb = self.chunks[k - 1 if self.chunks[k].kind == NP else k]  # "described Y as a friend"
        called = verb.kind == VG and not w.listed("calling_verbs").isdisjoint(verb.lemmas)
        return called and i + 1 < len(self.words) and not self.words[i + 1].classes & _PRONOUN

    def _owned_behind_as(self, k: int, mention: ActorMention) -> bool:
        """Does a name in the genitive stand right behind the noun of an "as" group?"""
        last = self.chunks[-1] if self.chunks else None
        if last is None or last.kind != P or self.words[last.start].lower != "as" or self.words[k - 1].classes:
            return False
        end = k
        while end < len(self.words) and self.words[end].actor is mention:
            end += 1
        return self.words[end - 1].lower.endswith(("'s", "’s", "s'"))

    def _dated(self, i: int) -> bool:
        """Does a date stand here, or a date or a time of day behind a preposition ("fired late on Monday")?"""
        words = self.words
        led = i < len(words) and bool(words[i].classes & w.PREP) and not words[i].date
        if led and i + 2 < len(words) and words[i + 1].classes & w.DET and words[i + 2].classes & w.TIME:
            return True
        return i + led < len(words) and words[i + led].date

    def _is_undated(self, i: int, end: int) -> bool:
        """Does the preposition before the date at ``i`` lead no date: a verb's particle ("carried out today"), or one
        that leads the noun behind the date ("in overnight raids")?"""
        verb, word = self.chunks[-2] if len(self.chunks) > 1 else None, self.words[i - 1].lower
        if verb is not None and verb.kind == VG and word in w.listed("verb_particles"):
            return True
        if self.words[i].lower not in w.listed("dates_before_nouns") or end >= len(self.words):
            return False
        after = self.words[end]
        return after.lower.isalpha() and not after.classes and (after.lower in self.act_nouns or self._nominal(end))

    def _past_date(self, i: int) -> int:
        """Past a date that stands inside a noun group, or ``i`` where no noun follows it."""
        k = i
        while k < len(self.words) and self.words[k].date:
            k += 1
        if (
            k == len(self.words)
            or self.words[k].classes & ~w.ADJ
            or not self.words[k].lower.isalpha()
            or self._verbal(k)
        ):
            return i
        return k

    def _complete(self, i: int) -> bool:
        """Does a noun group that ends here stand alone before a name ("last week Iran", "troops Kyiv sent")?"""
        word = self.words[i]
        if word.actor is None and word.place is None and i and word.text[0].isupper():
            return self.words[i - 1].lower in w.listed("operation_nouns")  # "In Operation Strangle US aircraft"
        if word.classes & w.POSS:
            return False
        if word.classes & w.TIME and word.actor is None:
            return True  # "in the past year Russian forces"
        if word.actor is not None:
            return not (word.actor.kind == "demonym" or word.lower.endswith(("'s", "’s", "s'")))
        return False
