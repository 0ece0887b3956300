"""A sentence cut into noun groups, verb groups, prepositions and boundaries: one pass, left to right, no backtracking."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import kinds, nouns
from sitrep.extract.events.forms import BASE, GERUND, PARTICIPLE, PAST, THIRD
from sitrep.model import ActorMention, Mentions, Page, PlaceMention, Sentence

# Kinds of chunk: noun group, verb group, preposition, comma, coordinator, relative, subordinator, adverb, date,
# stronger stop, opening and closing quotation mark or bracket.
NP, VG, P, COMMA, CONJ, REL, SUB, ADV, DATE, STOP, MARK = "NP VG P COMMA CONJ REL SUB ADV DATE STOP MARK".split()

_COMMAS = frozenset(",–—")
_STOPS = frozenset(";:.!?|•▪…")
_ADJECTIVAL = ("al", "ic", "ous", "ive", "ary", "ful", "less", "ese", "ish", "ian")
_DASHES = frozenset("–—")


@dataclass(slots=True)
class Word:
    """A token, hyphenated compounds joined; ``actor``/``place`` is the mention that covers it."""

    char_start: int
    char_end: int
    text: str
    lower: str
    classes: int = 0
    actor: ActorMention | None = None
    place: PlaceMention | None = None
    date: bool = False
    number: bool = False


@dataclass(slots=True)
class Chunk:
    """Words ``start`` to ``end`` (half-open). A verb group has its main verb at ``main`` and what its auxiliaries say."""

    kind: str
    start: int
    end: int
    main: int = -1
    lemmas: tuple[str, ...] = ()
    form: int = 0
    finite: bool = False
    passive: bool = False
    infinitive: bool = False
    gerund: bool = False
    negated: bool = False
    modal: str | None = None
    perfect: bool = False
    copula: bool = False
    adjective: str | None = None
    actors: list[ActorMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)


def words_of(page: Page, sentence: Sentence, mentions: Mentions) -> list[Word]:
    """The words of a sentence with their mentions."""
    found: list[Word] = []
    classes = w.words().classes
    joined = False
    tokens = page.tokens(sentence)
    for token in tokens:
        last = found[-1] if found else None
        if token.lower in "-‑" and last is not None and last.char_end == token.char_start and last.text[-1].isalnum():
            joined = True
            continue
        if token.lower == "." and last is not None and last.char_end == token.char_start and token is not tokens[-1]:
            if len(last.text) == 1 or "." in last.text:
                last.char_end, last.text, last.lower = token.char_end, last.text + ".", last.lower + "."
                last.classes = classes.get(last.lower, 0)
            continue
        if last is not None and last.text[-1] == "." and last.char_end == token.char_start and len(token.text) == 1 and token.text.isalpha():
            last.char_end, last.text, last.lower = token.char_end, last.text + token.text, last.lower + token.lower
            last.classes = 0
            continue
        if joined and last is not None and token.char_start == last.char_end + 1 and token.text[0].isalnum():
            last.char_end, last.text, last.lower = token.char_end, f"{last.text}-{token.text}", f"{last.lower}-{token.lower}"
            last.classes = classes.get(last.lower, 0)
        else:
            found.append(Word(token.char_start, token.char_end, token.text, token.lower, classes.get(token.lower, 0)))
        joined = False
    _cover(found, mentions.within("dates", sentence.char_start, sentence.char_end), "date")
    _cover(found, mentions.within("numbers", sentence.char_start, sentence.char_end), "number")
    _cover(found, mentions.within("places", sentence.char_start, sentence.char_end), "place")
    _cover(found, mentions.within("actors", sentence.char_start, sentence.char_end), "actor")
    return found


def _cover(found: list[Word], mentions: list, what: str) -> None:
    i = 0
    for mention in mentions:
        while i < len(found) and found[i].char_end <= mention.char_start:
            i += 1
        k = i
        while k < len(found) and found[k].char_start < mention.char_end:
            if what in ("date", "number"):
                setattr(found[k], what, True)
            elif getattr(found[k], what) is None:
                setattr(found[k], what, mention)
            k += 1


class Chunker:
    """Cuts one sentence; ``chunks`` is the result."""

    def __init__(self, found: list[Word], headline: bool):
        self.words = found
        self.headline = headline
        self.lexis = w.words()
        self.act_nouns = nouns()
        self.chunks: list[Chunk] = []
        i, n = 0, len(found)
        while i < n:
            i = self._next(i)

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
            if self.chunks and self.chunks[-1].kind == P and self.chunks[-1].end == i:
                self.chunks[-1].kind, self.chunks[-1].end = DATE, end
                return end
            return self._add(DATE, i, end)
        if not lower[0].isalnum() and lower not in self.lexis.classes:
            if lower in _DASHES and self._dateline(i):
                return self._add(STOP, i, i + 1)
            if lower in _COMMAS:
                return self._add(COMMA, i, i + 1)
            if lower in _STOPS and not (lower == "|" and self.headline):
                return self._add(STOP, i, i + 1)
            return self._add(MARK, i, i + 1)
        named = word.actor is not None and word.actor.kind != "pronoun" or word.place is not None
        if named:
            return self._noun_group(i)
        bits = word.classes
        if bits & w.REL and self._is_relative(i):
            return self._add(REL, i, i + 1)
        if lower == "that" and self._complementizer(i):
            return self._add(SUB, i, i + 1)
        if word.number:
            return self._noun_group(i)
        if bits & (w.AUX | w.NEG) or lower == "to":
            end = self._verb_group(i)
            if end > i:
                return end
        if bits & w.CONJ:
            return self._add(CONJ, i, i + 1)
        if bits & w.SUB and not (bits & w.PREP and self._nominal(i + 1)) and lower not in ("where",):
            return self._add(SUB, i, i + 1)
        if bits & w.PREP:
            return self._add(P, i, i + 1)
        if bits & w.ADV or (lower.endswith("ly") and not bits and not self._verbal(i)):
            return self._add(ADV, i, i + 1)
        if self._verbal(i):
            end = self._verb_group(i)
            if end > i:
                return end
        return self._noun_group(i)

    def _dateline(self, i: int) -> bool:
        """"GOMA, 3 May —": a place, a date or an agency in front of the first dash are no part of the sentence."""
        return (
            bool(self.chunks)
            and i < 16
            and bool(self.chunks[0].places)
            and all(c.kind in (NP, COMMA, DATE, MARK) for c in self.chunks)
        )

    def _complementizer(self, i: int) -> bool:
        """"that" behind a verb of speaking (its adverbs and dates, "and") opens what is said."""
        k = len(self.chunks) - 1
        while k >= 0 and self.chunks[k].kind in (ADV, DATE, CONJ, COMMA, MARK):
            k -= 1
        if k < 0:
            return False
        if self.chunks[k].kind == VG:
            return True
        joined = self.chunks[-1].kind in (CONJ, COMMA)
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        opens = after is not None and bool(after.actor or after.place or after.number or after.classes & (w.DET | w.PRON | w.SUBJ))
        if joined and opens and any(c.kind == SUB and self.words[c.start].lower == "that" for c in self.chunks):
            return True
        if opens and self.chunks[k].kind == NP and k and self.chunks[k - 1].kind == VG:
            if any(lemma in self.lexis.speech or lemma in self.lexis.object_control for lemma in self.chunks[k - 1].lemmas):
                return True
        head = self.words[self.chunks[k].end - 1].lower
        return opens and head.endswith(("tion", "claim", "claims", "report", "reports", "evidence", "statement", "fact"))

    def _is_relative(self, i: int) -> bool:
        """"that" and "who" after a noun group (or a comma) open a relative clause; "that" after a verb opens its object."""
        lower = self.words[i].lower
        if not self.chunks:
            return False
        last = self.chunks[-1].kind
        if lower == "that":
            if last in (VG, ADV):
                self._as_that = True
                return False
            following = self.words[i + 1] if i + 1 < len(self.words) else None
            return last == NP and following is not None and (bool(following.classes & (w.AUX | w.NEG)) or self._verbal(i + 1))
        return last in (NP, COMMA, P, DATE)

    def _nominal(self, i: int) -> bool:
        if i >= len(self.words):
            return False
        word = self.words[i]
        return bool(word.actor or word.place or word.number or word.date or word.classes & (w.DET | w.ADJ)) or not (
            word.classes or self._verbal(i)
        )

    def _verbal(self, i: int, after_auxiliary: bool = False) -> bool:
        """Is this word, standing outside a verb group so far, a verb here?"""
        word = self.words[i]
        bits = self._form(i)
        if not bits or word.number:
            return False
        if word.actor is not None and word.actor.kind != "pronoun" or word.place is not None:
            return False
        if after_auxiliary:
            return True
        last = self.chunks[-1] if self.chunks else None
        before = self.words[i - 1] if i else None
        inside = last is not None and last.kind == NP and last.end == i
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        named = before is not None and before.actor is not None and before.actor.kind != "pronoun"
        if before is not None and before.classes & (w.DET | w.ADJ) and not named:
            if not before.classes & (w.PRON | w.SUBJ) or bits & THIRD and before.classes & w.DET and before.lower not in ("this", "that"):
                return False
        if last is not None and last.kind == P and bits & (PAST | PARTICIPLE) and not bits & (GERUND | BASE):
            return False
        if before is not None and before.lower.endswith(("'s", "’s", "s'", "s’")) and not bits & (PAST | GERUND):
            return False
        if inside and before is not None and not named and not before.classes and before.lower.endswith(_ADJECTIVAL):
            if not bits & (PAST | PARTICIPLE | GERUND):
                return False
        if bits & PAST and bits & BASE and inside and (self._object_follows(i) or after is None or after.lower in ".,;"):
            return True
        if bits & (PAST | PARTICIPLE) and not bits & (BASE | THIRD):
            # "captured soldiers" after a determiner is caught above; "said wounded men" is not worth a rule.
            return True
        if bits & GERUND and word.classes & w.ADJ:
            return False
        if bits & GERUND:
            modifier = before is not None and before.actor is not None and before.actor.kind == "demonym" and inside
            if inside and word.lower in self.act_nouns and not (
                after is not None and (after.actor or after.place or after.number or after.classes & w.DET)
            ):
                return False
            noun_after = after is not None and not after.classes and not after.number and after.actor is None and after.lower.isalpha()
            return not (inside and before is not None and before.lower.endswith(("'s", "’s")) or modifier and noun_after)
        if before is None:
            return self.headline and not bits & THIRD and after is not None and bool(after.actor or after.classes & w.DET)
        if before.classes & w.SUBJ:
            return True
        if last is not None and last.kind in (REL,):
            return True
        if last is not None and last.kind in (CONJ, ADV, COMMA):
            earlier = next((c for c in reversed(self.chunks) if c.kind in (VG, NP)), None)
            verbs = [c for c in self.chunks if c.kind == VG]
            if verbs and earlier is not None and last.kind != ADV:
                previous = verbs[-1].form | (THIRD if verbs[-1].main >= 0 and verbs[-1].lemmas in (("have",), ("be",), ("do",)) else 0)
                return bool(bits & previous) and self._object_follows(i)
            if last.kind == ADV and earlier is not None and earlier.kind == NP:
                return self._agrees(earlier, bits) and self._object_follows(i)
            return False
        if not inside:
            return last is not None and last.kind == P and self.words[last.start].lower == "to" and bool(bits & BASE)
        if not self._agrees(last, bits):
            return False
        return self._object_follows(i)

    def _object_follows(self, i: int) -> bool:
        if i + 1 >= len(self.words):
            return not self.headline or bool(self._form(i) & THIRD)
        after = self.words[i + 1]
        if after.actor is not None or after.place is not None or after.number or after.date:
            return True
        if after.classes & w.CONJ:
            return False
        if after.classes & (w.DET | w.ADV | w.ADJ | w.SUB | w.PRON) or after.lower == "to":
            return True
        if after.classes & w.PREP:
            return not self._compound(i) or after.lower in self.lexis.separable
        if not after.lower[0].isalnum():
            return after.lower in ",“\"‘'" and not self._compound(i) and bool(self._form(i) & THIRD)
        if self._form(i + 1) and not self._form(i + 1) & (BASE | THIRD):
            return bool(self._form(i + 1) & PARTICIPLE) and False
        return True

    def _compound(self, i: int) -> bool:
        """Is the noun before it a thing ("drone strikes", "missile attacks") and not somebody?"""
        before = self.words[i - 1]
        if before.lower in kinds()["weapons"] and i > 1:
            return True
        return before.actor is None and before.place is None and not before.classes & w.SUBJ

    def _agrees(self, group: Chunk, bits: int) -> bool:
        """Does a present form agree in number with the noun group before it?"""
        head = self.words[group.end - 1]
        if head.actor is not None and head.actor.kind == "demonym" and head.lower[-1] in "nhie":
            return False
        plural = head.lower.endswith("s") and not head.lower.endswith(("ss", "us", "is")) or head.lower in (
            "people", "police", "gunmen", "men", "women", "children", "militiamen", "policemen", "servicemen", "rebels")  # fmt: skip
        if head.actor is not None and head.actor.kind in ("state", "person", "body"):
            return bool(bits & (THIRD | BASE)) if head.lower.endswith("s") else bool(bits & THIRD)
        coordinated = any(c.kind == CONJ for c in self.chunks[-3:-1])
        if plural or coordinated:
            return bool(bits & BASE)
        return bool(bits & THIRD)

    def _form(self, i: int) -> int:
        if i >= len(self.words):
            return 0
        word = self.words[i]
        if word.classes & (w.DET | w.PREP | w.SUB | w.CONJ | w.PRON | w.SUBJ) and word.lower not in self._verb_like:
            return 0
        bits = 0
        for _, form in self.lexis.verbs.get(word.lower, ()):
            bits |= form
        if word.lower in self.lexis.control_adjectives and word.lower not in self.lexis.verbs:
            return 0
        if not bits and not word.classes and len(word.lower) > 4 and word.lower.isalpha() and not word.text[0].isupper():
            if word.lower.endswith("ed") and not word.lower.endswith("eed"):
                bits = PAST | PARTICIPLE
            elif word.lower.endswith("ing") and len(word.lower) > 5:
                bits = GERUND
        return bits

    _verb_like = frozenset(("down", "like", "following", "including", "concerning", "regarding", "second", "clear", "ready"))

    def _verb_group(self, i: int) -> int:
        """A verb group from ``i``; returns its end, or ``i`` where there is none."""
        words, n, lexis = self.words, len(self.words), self.lexis
        chunk = Chunk(VG, i, i)
        k, auxiliary, last_aux = i, False, 0
        if words[k].lower == "to":
            probe = k + 1
            while probe < n and words[probe].classes & w.ADV:
                probe += 1
            if probe >= n or not (
                words[probe].classes & (w.BE | w.HAVE) or self._form(probe) & BASE and not self._noun_after_to(probe)
            ):
                return i if not (words[i].classes & w.PREP) else i
            chunk.infinitive, auxiliary, k = True, True, k + 1
        while k < n:
            word = words[k]
            bits = word.classes
            if word.date or (word.actor is not None and word.actor.kind != "pronoun" and not (auxiliary and self._form(k) & PARTICIPLE)):
                break
            if bits & w.AUX_NEG:
                chunk.negated, auxiliary, last_aux = True, True, bits & w.AUX
                stem = word.lower[:-3]
                chunk.modal = stem if stem + "ll" not in ("will",) and stem in ("would", "could", "should") else chunk.modal
                if word.lower[:2] == "wo" and word.lower[2] in "n":
                    chunk.modal = "will"
                last_aux = w.MODAL if chunk.modal else (w.BE if word.lower[:2] in ("is", "ar", "wa", "we") else w.HAVE if word.lower[:2] == "ha" else w.DO)
                k += 1
            elif bits & w.NEG:
                chunk.negated = True
                k += 1
            elif bits & (w.BE | w.HAVE | w.DO | w.MODAL) and not (chunk.main >= 0):
                if bits & w.MODAL:
                    chunk.modal = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would"}.get(word.lower, word.lower)
                elif bits & w.HAVE and auxiliary is not None:
                    chunk.perfect = True
                if not auxiliary and word.lower in ("being", "having"):
                    chunk.gerund = True
                if last_aux & w.BE and word.lower == "having":
                    break
                auxiliary, last_aux = True, bits & (w.BE | w.HAVE | w.DO | w.MODAL)
                k += 1
            elif bits & w.ADV or (word.lower.endswith("ly") and not self._form(k)) or (
                bits & w.ADJ and auxiliary and self._form(k) == 0 and k + 1 < n and self._form(k + 1) & PARTICIPLE and not self._form(k + 1) & THIRD
            ):
                if k == i:
                    break
                k += 1
            else:
                bits = self._form(k)
                if not bits or word.number or not (auxiliary or k == i or self._verbal(k)):
                    break
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
                elif bits & (PAST | PARTICIPLE):
                    bits &= PAST | PARTICIPLE
                chunk.main, chunk.form = k, bits
                k += 1
                break
        if chunk.main < 0:
            if not auxiliary or k == i + (1 if chunk.infinitive else 0):
                return i
            # No main verb: a copula, "have" or "do" as a full verb, or a bare modal.
            chunk.copula = bool(last_aux & w.BE)
            chunk.main = k - 1
            while chunk.main > i and words[chunk.main].classes & (w.ADV | w.NEG) and not words[chunk.main].classes & w.AUX:
                chunk.main -= 1
            chunk.lemmas = ("be",) if last_aux & w.BE else ("have",) if last_aux & w.HAVE else ("do",)
            chunk.form = BASE
            if chunk.copula and k < n and words[k].lower in lexis.control_adjectives:
                chunk.adjective = words[k].lower
                k += 1
        else:
            chunk.lemmas = tuple(lemma for lemma, form in lexis.verbs.get(words[chunk.main].lower, ()) if form & chunk.form)
            if not chunk.lemmas:
                chunk.lemmas = (words[chunk.main].lower,)
            if chunk.passive is False and not auxiliary and chunk.form & GERUND:
                chunk.gerund = True
            if chunk.passive and words[chunk.main].lower in lexis.control_adjectives:
                chunk.adjective = words[chunk.main].lower
        chunk.finite = not chunk.infinitive and not chunk.gerund
        chunk.end = k
        self.chunks.append(chunk)
        return k

    def _noun_after_to(self, i: int) -> bool:
        """"to attacks", "to work on": a noun reading after the preposition "to"."""
        return not self._form(i) & BASE

    def _noun_group(self, i: int) -> int:
        words, n = self.words, len(self.words)
        k = i
        chunk = Chunk(NP, i, i)
        while k < n:
            word = words[k]
            if word.date and k > i:
                break
            if word.actor is not None and word.actor.kind != "pronoun":
                mention = word.actor
                if k > i and words[k - 1].actor is not mention and self._complete(k - 1):
                    break
                if mention not in chunk.actors:
                    chunk.actors.append(mention)
                while k < n and words[k].actor is mention:
                    if words[k].place is not None and words[k].place not in chunk.places:
                        chunk.places.append(words[k].place)
                    k += 1
                continue
            if word.place is not None:
                place = word.place
                if k > i and words[k - 1].place is not place and words[k - 1].place is not None and not words[k - 1].lower.endswith(("'s", "’s")):
                    break
                chunk.places.append(place)
                while k < n and words[k].place is place:
                    k += 1
                continue
            if word.number:
                k += 1
                continue
            if word.classes & (w.PRON | w.SUBJ) and not word.classes & w.DET:
                if k > i and not words[k - 1].number:
                    break
                if word.actor is not None:
                    chunk.actors.append(word.actor)
                k += 1
                break
            if not word.lower[0].isalnum():
                if word.lower in "“\"‘'’”[]" and k + 1 < n and k > i and words[k].lower in "’'" and words[k - 1].lower.endswith("s"):
                    k += 1  # the apostrophe of a plural possessive
                    continue
                if word.lower in "“\"‘" and k > i and words[k - 1].classes & w.DET:
                    k += 1
                    continue
                if word.lower in "$£€%#":
                    k += 1
                    continue
                break
            if word.classes & w.DET and k > i and not (words[k - 1].classes & w.DET):
                break
            if word.classes & (w.AUX | w.NEG) and k > i:
                break
            if word.classes & (w.PREP | w.SUB | w.CONJ | w.REL) and not word.classes & w.DET and k > i and word.lower not in self._verb_like:
                break
            if word.classes & w.ADV and not word.classes & w.ADJ and k > i:
                break
            if k > i and not word.number:
                chunk.end = k
                self.chunks.append(chunk)
                verbal = self._verbal(k)
                self.chunks.pop()
                if verbal:
                    break
            if word.actor is not None and word.actor.kind == "pronoun" and word.actor not in chunk.actors:
                chunk.actors.append(word.actor)
            k += 1
        chunk.end = max(k, i + 1)
        self.chunks.append(chunk)
        return chunk.end

    def _complete(self, i: int) -> bool:
        """Does a noun group that ends here stand alone before a name ("last week Iran", "troops Kyiv sent")?"""
        word = self.words[i]
        if word.actor is not None:
            return not (word.actor.kind == "demonym" or word.lower.endswith(("'s", "’s", "s'")))
        return False
