"""What a number counts: the noun group behind it, in front of it, or left out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sitrep.extract.figures.ends import stops
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import Word, closed, words
from sitrep.extract.figures.totals import HARMED, Totals
from sitrep.extract.figures.units import Hit
from sitrep.model import NumberMention

_LABEL = 7
# "millions in aid" is money.
_MILLIONS = 2_000_000
# How many tokens may stand between the noun and the number in apposition to it.
_APPOSED = 9
# From so many on, "ten of soldiers" is a translator's.
_ROUND_SUM = 10
_ANNOUNCING = frozenset(":–—")
# The longest phrase that tells whose count a number is, in tokens.
_WHOSE_COUNT = 4
_APART = frozenset({",", "(", "–", "—"})
_QUOTES = frozenset("\"“”‘’'")


@cache
def _counts_of_somebody() -> list[tuple[str, ...]]:
    """The phrases that tell whose count a number is, longer ones first."""
    return sorted((tuple(phrase.split()) for phrase in words("by_whose_count")), key=len, reverse=True)


class Reader(Totals):
    """Reads the groups of one sentence from its tokens, the page's units and the actors that stand in it."""

    def behind(self, number: NumberMention) -> Group | None:
        """The group whose noun stands behind the number, or an elided one where nothing else can be counted."""
        tokens = self.tokens
        start = self.token_from(number.char_start)
        i = self.token_from(number.char_end)
        if start >= len(tokens) or self._shared_out(start) or self._room(start):
            return None
        glued = self.view[number.char_end : number.char_end + 1] in ("-", "‐", "‑")
        if i < len(tokens) and glued and tokens[i].text in "-‐‑":
            return self._compound(number, start, i + 1)
        announced = self._announced(number, start, i)
        if announced is not None:
            return announced
        group = self._noun(number, start, i, number.best == 1, self._of_allowed(number))
        if group is not None:
            group.excepted = self._excepted(start)
        return group

    def _room(self, start: int) -> bool:
        """Whether the number is of those for whom there is room: "a camp with room for 8,000 fighters"."""
        before = [t.lower for t in self.tokens[max(0, start - 2) : start]]
        return len(before) > 1 and before[0] in words("rooms") and before[1] in words("meant_for")

    def _announced(self, number: NumberMention, start: int, i: int) -> Group | None:
        """The group of a line that opens with its number: "6: the soldiers whom Nigeria lost"."""
        tokens = self.tokens
        opens = all(not t.lower[0].isalnum() for t in tokens[:start])
        if not opens or i + 2 >= len(tokens) or tokens[i].text not in _ANNOUNCING:
            return None
        k = i + 1 + (tokens[i + 1].lower in closed("determiners"))
        if tokens[k].lower in words("number_nouns") and tokens[k + 1].lower == "of":
            k += 2
        walked = self.walk(k, False)
        if walked is None or walked[0] is None or walked[0].unit.plural is False:
            return None
        return Group(number, start, walked[1], walked[0], "noun", walked[3], walked[2], number_end=i)

    def _shared_out(self, start: int) -> bool:
        """Whether the number is the whole of a ratio: "one in every six"."""
        k = start - 1 - (start > 0 and self.tokens[start - 1].lower in words("every"))
        if k < 1 or self.tokens[k].lower != "in":
            return False
        part = self.numbers.get(k - 1)
        return part is not None and part.best is not None and self.token_from(part.number_end) == k

    def _excepted(self, start: int) -> bool:
        """Whether the number is what a whole lacks: "all but two were shot down"."""
        return [t.lower for t in self.tokens[max(0, start - 2) : start]] == ["all", "but"]

    def _of_allowed(self, number: NumberMention) -> bool:
        text = self.view[number.number_start : number.number_end].lower()
        return number.qualifier == "vague" or text.endswith("of") or "dozen" in text or "score" in text

    def _compound(self, number: NumberMention, start: int, i: int) -> Group | None:
        tokens = self.tokens
        if i >= len(tokens):
            return None
        if tokens[i].lower in words("strong"):
            noun = self._noun(number, start, i + 1, False, False)
            end = noun.end if noun else i + 1
            return Group(number, start, end, None, "compound", adjective="strength", number_end=i + 1)
        hit = self.units.at(tokens[i].char_start)
        if hit is None or hit.unit.plural:
            return None
        return Group(number, start, self.token_from(hit.char_end), hit, "compound", number_end=i)

    def _noun(self, number: NumberMention, start: int, i: int, single: bool, of_allowed: bool) -> Group | None:
        tokens = self.tokens
        n = len(tokens)
        first = i
        if single and start and tokens[start - 1].lower in words("nothing") and i == start + 1:
            # "no one"
            return None
        while i < n and tokens[i].text in _QUOTES:
            i += 1
        if i < n and tokens[i].lower in words("strong") and self.open_at(i + 1):
            return Group(number, start, i + 1, None, "compound", adjective="strength", number_end=first)
        if i < n and tokens[i].text == "(":
            close = next((k for k in range(i, min(i + 6, n)) if tokens[k].text == ")"), None)
            if close is not None and close + 1 < n and not tokens[close + 1].text[0].isupper():
                i = close + 1
        if i + 1 < n and tokens[i].lower in words("more") and tokens[i + 1].lower == "of":
            # "230 more of its police"
            i += 1
        if i < n and tokens[i].lower == "of":
            k = i + 1
            while k < n and tokens[k].lower in words("of_determiners") and (k + 1 < n and tokens[k + 1].lower != "of"):
                k += 1
            harmed = self.roles.adjective_at.get(k) if k > i + 1 else None
            if harmed is not None and harmed.role in HARMED and self.open_at(harmed.end):
                return self._of_harmed(number, start, harmed)
            if k > i + 1 and k + 1 < n and self.numbers.get(k) is None and tokens[k].lower.endswith("ed"):
                # "600 of the promised 4,000 peacekeepers"
                k += self.numbers.get(k + 1) is not None
            inner = self.numbers.get(k) or self.qualified.get(k)
            if inner is not None and number.best == 1 and start and tokens[start - 1].lower in words("single"):
                # "has handed over not a single one of the 6,000"
                return None
            if inner is not None and (k > i + 1 or inner.kind == "count"):
                walked = self.walk(self.token_from(inner.number_end), False)
                if walked is None or walked[0] is None:
                    return None
                return Group(number, start, k, walked[0], "part", walked[3], walked[2], number_end=first)
            if (
                k < n
                and tokens[k].lower in words("partitives")
                and k == i + 1
                and not (
                    tokens[k].lower in words("partitive_determiners")
                    and k + 1 < n
                    and self.units.at(tokens[k + 1].char_start)
                )
            ):
                return self._partitive(number, start, k + 1)
            if k < n and tokens[k].lower in words("own") and tokens[k - 1].lower in words("possessors"):
                if self.open_at(k + 1):
                    return Group(number, start, k + 1, None, "others", number_end=first)
            denied = number.best == 1 and start > 0 and tokens[start - 1].lower in words("never")
            denied = denied and not (tokens[start - 1].lower == "not" and k > i + 1)
            if denied or (k == i + 1 and not of_allowed and not self._plural_behind_of(number, k)):
                return None
            i = k
        walked = self.walk(i, single)
        if walked is None:
            return None
        hit, end, adjective, people, others = walked
        if hit is None and people is None:
            if number.best == 1 and i < n and tokens[i].lower in words("one_behind"):
                return None
            if others:
                return Group(number, start, end, None, "others", adjective=adjective, number_end=first)
            if self.open_at(i):
                sum_in = i + 1 < n and tokens[i].lower == "in" and tokens[i + 1].text.islower()
                if number.qualifier == "vague" and (number.low or 0) >= _MILLIONS and sum_in:
                    return None
                if start and tokens[start - 1].lower in words("rest_of") and tokens[start - 2].lower in words("the"):
                    # "the remaining 33"
                    return Group(number, start, first, None, "others", number_end=first)
                return (
                    self._of_whom(number, start, first)
                    or self._summed(number, start, first)
                    or Group(number, start, first, None, "elided", number_end=first)
                )
            shared = self._shares_noun(number, start, i, first)
            if shared is not None:
                return shared
            last = self.plural_noun(i)
            return Group(number, start, last + 1, None, "unknown", number_end=first) if last is not None else None
        if number.best == 1 and self.ratio(end):
            return None
        group = Group(number, start, end, hit, "noun", people, adjective, number_end=first)
        if number.best == 1 and start and tokens[start - 1].lower == "not":
            # "Not one soldier was killed".
            at = tokens[start - 1].char_start
            group.number = replace(number, char_start=at, number_start=at, low=0, best=0, high=0)
            group.start, group.negated = start - 1, True
        group.coordinated = self.coordinated(end, hit)
        if group.coordinated is not None:
            group.end = self.token_from(group.coordinated.char_end)
        return group

    def _plural_behind_of(self, number: NumberMention, k: int) -> bool:
        """Whether a bare plural stands behind "of", as translators leave it there: "a fifteen of combatants"."""
        if number.best is None or number.best < _ROUND_SUM or k >= len(self.tokens):
            return False
        hit = self.units.at(self.tokens[k].char_start)
        return hit is not None and bool(hit.unit.plural) and self.tokens[k].text.islower()

    def _shares_noun(self, number: NumberMention, start: int, i: int, first: int) -> Group | None:
        """The group of a nation whose noun stands at the end: "17,000 Bolivian and 2,500 Paraguayan prisoners"."""
        known = self.peoples.get(self.tokens[i].char_start) if i < len(self.tokens) else None
        end = self.token_from(known.char_end) if known is not None and known.country else 0
        if not end or end + 1 >= len(self.tokens) or self.tokens[end].lower not in words("joints"):
            return None
        after = self.numbers.get(end + 1) or self.qualified.get(end + 1)
        if after is None or after.kind != "count":
            return None
        return Group(number, start, end, None, "noun", known, number_end=first)

    def _summed(self, number: NumberMention, start: int, first: int) -> Group | None:
        """The group whose noun stands before a number in apposition: "the warplanes, 45 in all, crossed"."""
        tokens = self.tokens
        if start < 2 or tokens[start - 1].text not in _APART:
            return None
        lowers = [t.lower for t in tokens[first : first + _WHOSE_COUNT]]
        end = first + 1 if lowers[:1] == ["altogether"] else first + 2
        summed = end == first + 1 or (lowers[:1] == ["in"] and lowers[1:2] and lowers[1] in words("in_sum"))
        if not summed:
            end = next((first + len(p) for p in _counts_of_somebody() if lowers[: len(p)] == list(p)), 0)
        if not end:
            return None
        hit = self._noun_of_aside(start)
        return Group(number, start, end, hit, "noun", number_end=first) if hit is not None else None

    def _noun_of_aside(self, start: int) -> Hit | None:
        """The plural that an aside tells of which opens before token ``start``."""
        tokens, low = self.tokens, max(0, start - _APPOSED)
        if not start or tokens[start - 1].text not in _APART:
            return None
        hits = self.units.hits_in(tokens[low].char_start, tokens[start - 1].char_start)
        return next((hit for hit in reversed(hits) if hit.unit.plural is not False), None)

    def _of_harmed(self, number: NumberMention, start: int, harmed: Word) -> Group:
        """ "two of the dead were officers": the noun behind a form of "be", if any."""
        group = Group(number, start, harmed.end, None, "elided", adjective=harmed.role, number_end=harmed.end)
        if harmed.end < len(self.tokens) and self.tokens[harmed.end].lower in closed("be"):
            walked = self.walk(harmed.end + 1, False)
            if walked is not None and walked[0] is not None:
                group.hit, group.people, group.form = walked[0], walked[3], "noun"
        return group

    def _of_whom(self, number: NumberMention, start: int, end: int) -> Group | None:
        """ "of whom 40 were officers": the noun behind a form of "be", if any."""
        before = [t.lower for t in self.tokens[max(0, start - 2) : start]]
        if before[:1] != ["of"] or before[-1] not in words("partitives"):
            return None
        group = Group(number, start, end, None, "partitive", number_end=end)
        if end < len(self.tokens) and self.tokens[end].lower in closed("be"):
            walked = self.walk(end + 1, False)
            if walked is not None:
                group.hit, group.people = walked[0], walked[3]
        return group

    def _partitive(self, number: NumberMention, start: int, k: int) -> Group | None:
        """ "nine of them children", "of whom 40 were officers": the noun behind, if any."""
        tokens = self.tokens
        if number.best == 1 and start and tokens[start - 1].lower in words("one_before"):
            return None
        group = Group(number, start, k, None, "partitive", number_end=k)
        if tokens[k - 1].lower in words("relative_pronouns"):
            # "its ships, 16 of which anchored".
            group.hit = self._noun_of_aside(start)
        elif start > 1 and (hit := self._noun_of_aside(start)) is not None:
            # "drones, at least 20 of them, hit the refinery"
            ends = self.token_from(hit.char_end) == start - 1 and hit.unit.kind == "equipment"
            group.hit = hit if ends else None
        if k < len(tokens):
            walked = self.walk(k, False)
            if walked and (walked[0] is not None or walked[3] is not None) and tokens[k].lower not in stops():
                group.hit, group.end, group.people = walked[0], walked[1], walked[3]
        return group

    def before(self, number: NumberMention) -> Group | None:
        """The group whose noun stands before the number: "tanks – 10,805", "troops numbering 500"."""
        tokens = self.tokens
        start = self.token_from(number.char_start)
        k = start - 1
        links = 0
        if start >= len(tokens):
            return None
        if k >= 0 and tokens[k].text == "(" and k + 1 < start + 1:
            return None
        while (
            k >= 0
            and links < 4
            and (tokens[k].text in (":", "-", "–", "—", "=", "−") or tokens[k].lower in words("numbering"))
        ):
            k, links = k - 1, links + 1
        if links == 0 or k < 0:
            return None
        for hit in reversed(
            self.units.hits_in(
                tokens[0].char_start, tokens[start].char_start if start < len(tokens) else number.char_start
            )
        ):
            if hit.unit.plural is False and not hit.unit.model:
                break
            if hit.char_end == tokens[k].char_end or self._owned_to(self.token_from(hit.char_end), k):
                first = self.token_at(hit.char_start)
                return Group(
                    number,
                    k if first is None else first,
                    self.token_from(number.char_end),
                    hit,
                    "before",
                    number_end=self.token_from(number.char_end),
                )
            break
        marked = tokens[k + 1].lower not in words("numbering")
        return self._labelled(number, k) if marked else None

    def _owned_to(self, end: int, last: int) -> bool:
        """Whether nothing but whose they are stands between a noun and token ``last``: "boats of the Wolves – 63"."""
        tokens = self.tokens
        if end > last or tokens[end].lower not in words("origins") or last - end >= _LABEL:
            return False
        return all(tokens[j].lower[0].isalnum() and j not in self.numbers for j in range(end, last + 1))

    def _labelled(self, number: NumberMention, last: int) -> Group | None:
        """The group whose line opens with what was done, up to token ``last``: "trucks destroyed: 12", "killed: 40"."""
        first = 0
        while first < last and not self.tokens[first].lower[0].isalnum():
            first += 1
        if last - first >= _LABEL or any(first < k <= last for k in self.numbers):
            return None
        end = self.token_from(number.char_end)
        if end in self.roles.adjective_at or self.unit_soon(end):
            return None
        told = [w for w in (*self.roles.adjectives, *self.roles.nouns) if first <= w.start <= last]
        role = told[0].role if told else self._done(first, last)
        if role is None:
            return None
        hits = self.units.hits_in(self.tokens[first].char_start, self.tokens[last].char_end)
        hit = next((h for h in hits if h.unit.plural is not False), None)
        known = {k for word in told for k in range(word.start, word.end)}
        if hit is None and not all(k in known or self._joins(k) for k in range(first, last + 1)):
            return None
        return Group(number, first, end, hit, "label", adjective=role, number_end=end)

    def _done(self, first: int, last: int) -> str | None:
        return next((v.object_role for v in self.roles.verbs if first <= v.start <= last and v.object_role), None)

    def _joins(self, i: int) -> bool:
        lower = self.tokens[i].lower
        return i in self.roles.verb_at or not lower[0].isalnum() or lower in stops() or lower in closed("adverbs")
