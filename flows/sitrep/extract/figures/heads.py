"""The head of a noun group: which word behind a number names what is counted."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep.extract.figures.ends import Ends, stops
from sitrep.extract.figures.roles import closed, finite_words, words
from sitrep.extract.figures.units import Hit
from sitrep.inflection import THIRD
from sitrep.model import ActorMention

_MODIFIERS = 7
_ASIDE = 9
# How far before the end of "rounds" it may be told that they were fought.
_BOUT = 4
_ARMED = frozenset({"REB", "OPP", "MIL"})
_CLOSING = {"(": ")", "[": "]"}


@cache
def _not_units() -> frozenset[str]:
    return frozenset(lexicons.load("units_context")["not_units"])


class Heads(Ends):
    """Reads noun groups of one sentence from its tokens, the page's units and the actors and numbers in it."""

    def walk(self, i: int, single: bool) -> tuple[Hit | None, int, str | None, ActorMention | None, bool] | None:
        """The head noun from token ``i`` on: (unit, end, adjective role, people, others)."""
        tokens, n = self.tokens, len(self.tokens)
        halted, begin = stops(), i
        adjective: str | None = None
        people: ActorMention | None = None
        model: Hit | None = None
        people_end = i
        while i < n and i - begin <= _MODIFIERS:
            token = tokens[i]
            lower = token.lower
            hit = self.units.at(token.char_start)
            if hit is not None:
                end = self.token_from(hit.char_end)
                verdict = self.head(hit, end, single)
                if verdict == "head":
                    if model is not None and hit.unit.noun in words("craft"):
                        hit = model
                    if hit.unit.model and end < n and tokens[end].lower in words("of_models"):
                        end += 1
                    return hit, end, adjective, people, False
                model = hit if hit.unit.model else model
                if verdict == "other":
                    return None
                i = end + (verdict == "hyphen") * 2
                continue
            if lower in words("pro_nouns"):
                return None, i + 1, adjective, people if people_end == i else None, True
            if (
                lower in words("another")
                and i == begin
                and (
                    i + 1 >= n
                    or tokens[i + 1].lower in halted
                    or not tokens[i + 1].lower[0].isalnum()
                    or self.told(i + 1)
                    or (i + 1 in self.roles.adjective_at and self.open_at(self.roles.adjective_at[i + 1].end))
                )
            ):
                return None, i + 1, adjective, None, True
            if (
                lower in words("joints")
                and i > begin
                and i + 1 < n
                and (i in self.roles.adjective_at or self.unit_soon(i + 1))
                and tokens[i - 1].lower not in halted
            ):
                last = tokens[i - 1].lower
                named = tokens[i + 1].text[0].isupper() or (last.endswith("s") and not last.endswith("ss"))
                if lower == "," and (named or not self.unit_soon(i + 1)):
                    break
                i += 1
                continue
            past = self._past_nations(i) if lower == "," and people is not None and people_end == i else 0
            if past:
                i = past
                continue
            if not lower[0].isalnum():
                if token.text in ('"', "“", "”", "‘", "’", "'", "-", "‐", "‑") or (
                    token.text == "." and ((i > begin and len(tokens[i - 1].text) <= 2) or self._calibre(i))
                ):
                    i += 1
                    continue
                aside = self.aside(i)
                if not aside or not self.unit_soon(aside):
                    break
                i = aside
                continue
            if lower in halted and lower not in words("skipped") and not self.named_like_a_word(i):
                if not self.designation(i) and not self.compounded(i):
                    break
                i += 3
                continue
            inner = self.numbers.get(i)
            if inner is not None and i > begin and inner.kind == "count":
                break
            if inner is not None and inner.kind in ("measure", "duration", "age", "model"):
                i = max(i + 1, self.token_from(inner.number_end))
                while (i < n and tokens[i].text in "-‐‑") or (
                    i < n and tokens[i - 1].text in "-‐‑" and not self.units.at(tokens[i].char_start)
                ):
                    i += 1
                continue
            if lower.isdigit() and not (i > begin and (tokens[i - 1].text in "-‐‑" or tokens[i - 1].text[0].isupper())):
                break
            if (lower.endswith("'s") or lower.endswith("’s")) and people is None and not self.unit_soon(i + 1):
                break
            if token.text.islower() and lower in words("parties", "traded"):
                # "the two swapped prisoners", "the two governments exchanged prisoners"
                break
            word = self.roles.adjective_at.get(i)
            if word is not None and word.role in (
                "killed",
                "wounded",
                "captured",
                "missing",
                "trained",
                "destroyed",
                "surrendered",
                "withdrawn",
                "released",
                "recruited",
                "casualties",
            ):
                if not self.unit_soon(word.end):
                    break
                adjective = adjective or word.role
                i = word.end
                continue
            known = self.peoples.get(token.char_start)
            if known is not None and token.text[0].isupper() and known.country:
                end = self.token_from(known.char_end)
                if end > i:
                    people, people_end = known, end
            i += 1
        # "Channel One Russia": one of a state is none of its people.
        if (
            people is not None
            and not (single and people.kind == "state")
            and (self.nation(people_end, single) or self._fighters(people, people_end))
        ):
            return None, people_end, adjective, people, False
        return None, begin, adjective, None, False

    def _past_nations(self, i: int) -> int:
        """The last nation of a list before a noun, whose comma is at ``i``: "2,300 Omani, Saudi and Iraqi men"."""
        k = i
        while k + 1 < len(self.tokens) and self.tokens[k].lower in words("joints"):
            k += 1 + (self.tokens[k + 1].lower in words("joints"))
            if k < len(self.tokens) and self.tokens[k].text[0].isupper() and self.unit_soon(k):
                return k
            known = self.peoples.get(self.tokens[k].char_start) if k < len(self.tokens) else None
            if known is None or not known.country:
                return 0
            k = self.token_from(known.char_end)
        return 0

    def _calibre(self, i: int) -> bool:
        """Whether the stop at ``i`` opens a calibre: "six .22 rifles"."""
        inner = self.numbers.get(i + 1)
        return inner is not None and inner.kind == "measure" and inner.char_start == self.tokens[i].char_end

    def aside(self, i: int) -> int:
        """The token behind the bracket that opens at ``i`` ("the UCA [Central American University] priests"), or 0."""
        close = _CLOSING.get(self.tokens[i].text)
        if close is None:
            return 0
        return next((k + 1 for k in range(i + 1, min(i + _ASIDE, len(self.tokens))) if self.tokens[k].text == close), 0)

    def plural_noun(self, i: int) -> int | None:
        """The last word of the group from ``i`` on, where it is a plural that no lexicon knows."""
        last, k = None, i
        for _ in range(5):
            k = (k > i and k < len(self.tokens) and self.aside(k)) or k
            if k >= len(self.tokens):
                break
            lower = self.tokens[k].lower
            if not lower.isalpha() or lower in stops() or k in self.roles.adjective_at or k in self.numbers:
                break
            if last is not None and lower in finite_words():
                break
            last = k if lower.endswith("s") and not lower.endswith("ss") and lower not in _not_units() else None
            k += 1
        return last

    def unit_soon(self, i: int) -> bool:
        for k in range(i, min(i + 4, len(self.tokens))):
            if self.units.at(self.tokens[k].char_start):
                return True
            if k in self.numbers and self.numbers[k].kind == "count":
                return False
            if self.tokens[k].lower in stops() or (
                not self.tokens[k].lower[0].isalnum() and self.tokens[k].text not in "-‐‑,"
            ):
                return False
        return False

    def ratio(self, end: int) -> bool:
        """Whether "in three" stands behind: one of three, no count."""
        return end + 1 < len(self.tokens) and self.tokens[end].lower == "in" and end + 1 in self.numbers

    def nation(self, end: int, single: bool) -> bool:
        """Whether a nation's name is a plural noun of its own: "3,000 North Koreans were"."""
        last = self.tokens[end - 1]
        if last.lower.endswith("i") and end in self.roles.verb_at and not single:
            return False
        if not (single or last.lower.endswith(tuple(words("nation_endings"))) or last.lower in words("plain_plurals")):
            return False
        if end >= len(self.tokens):
            return True
        nxt = self.tokens[end]
        verb = self.roles.verb_at.get(end)
        if verb is not None and verb.forms == THIRD and not single:
            # "70 French targets": a plural does not take the verb's third person.
            return False
        return (
            not nxt.lower[0].isalnum()
            or nxt.lower in stops()
            or nxt.lower in closed("adverbs")
            or end in self.roles.verb_at
            or end in self.roles.adjective_at
            or nxt.lower.endswith("ly")
        )

    def _fighters(self, people: ActorMention, end: int) -> bool:
        """Whether the name of an armed group stands for its men: "40 Viet Minh were", "30 Hezbollah and"."""
        if people.kind != "group" or people.role not in _ARMED:
            return False
        return self.open_at(end) and (end >= len(self.tokens) or self.tokens[end].text not in "-‐‑'’")

    def head(self, hit: Hit, end: int, single: bool) -> str:
        """``head``, ``modifier`` (go on behind it), ``hyphen`` (part of a joined word) or ``other`` (no unit)."""
        view, tokens = self.view, self.tokens
        at = view[hit.char_end : hit.char_end + 2]
        if hit.unit.noun in words("tanks") and end > 1 and tokens[end - 2].lower in words("vats"):
            return "other"
        if not at:
            return "head"
        if at[:1] in "-‐‑" and at[1:].isalpha():
            return "hyphen"
        if at[:1] in "'’" and (at[1:2] == "s" or hit.unit.plural):
            worth = end + 1 < len(tokens) and tokens[end + 1].lower in words("worth")
            return "head" if hit.unit.plural and (worth or end + 1 in self.roles.noun_at) else "modifier"
        if end >= len(tokens):
            return "head"
        if hit.unit.noun in words("rounds") and tokens[end].lower == "of" and not self._arms_soon(end + 1):
            return "other"
        if hit.unit.noun in words("rounds") and not words("bouts").isdisjoint(
            t.lower for t in tokens[max(0, end - _BOUT) : end]
        ):
            # "fought six rounds against the army"
            return "other"
        if tokens[end - 1].lower in words("also_adjectives") and not self.open_at(end):
            return "modifier"
        nxt = tokens[end]
        if nxt.char_start - hit.char_end > 1 or not nxt.lower[0].isalnum():
            return "head"
        if hit.unit.plural:
            named = end > 1 and tokens[end - 1].text[0].isupper() and tokens[end - 2].text[0].isupper()
            behind = self.units.at(nxt.char_start) if named and nxt.text.islower() else None
            # "9,000 Assam Rifles troops"
            return "modifier" if behind is not None and behind.unit.plural else "head"
        if not single and hit.unit.plural is False and nxt.lower in words("pairing") and self._shared_head(end + 1):
            # "15,000 army and police troops"
            return "modifier"
        following = self.units.at(nxt.char_start)
        if following is not None and (following.unit.plural is not False or single) and nxt.lower not in stops():
            return "modifier"
        lower = nxt.lower
        if lower in words("of_craft") and end + 1 < len(tokens):
            craft = self.units.at(tokens[end + 1].char_start)
            if craft is not None and craft.unit.kind == "equipment" and craft.unit.plural is not False:
                return "modifier"
        if not single and hit.unit.plural is False and nxt.text[0].isupper() and self.unit_soon(end + 1):
            # "70,000 paramilitary Frontier Corps troops"
            return "modifier"
        if not single and hit.unit.plural is False and tokens[end - 1].text[0].isupper() and self.unit_soon(end):
            # "40 Indian paramilitary police"
            return "modifier"
        if lower in _not_units() or (hit.unit.plural is False and self._names_an_act(end)):
            return "other"
        if hit.unit.model and not single and self.unit_soon(end):
            return "modifier"
        if hit.unit.model and lower.islower() and not lower.endswith(tuple(words("human_endings"))):
            return "head"
        if (
            not single
            and hit.unit.plural is False
            and lower not in stops()
            and end not in self.roles.verb_at
            and (end not in self.roles.adjective_at and lower.isalpha() and lower.islower())
            and (lower.endswith("s") or self.plural_noun(end) is not None)
        ):
            return "other"
        return "head"

    def _shared_head(self, k: int) -> bool:
        """Whether a name or a noun at ``k`` stands right before a plural of men, with whom it shares its head."""
        first, hit = k, None
        while k < len(self.tokens) and self.tokens[k].text[0].isupper():
            k += 1
        for _ in range(2):
            hit = self.units.at(self.tokens[k].char_start) if k < len(self.tokens) else None
            if hit is None or (hit.unit.plural and k > first):
                break
            k = self.token_from(hit.char_end)
        return k > first and hit is not None and bool(hit.unit.plural) and hit.unit.kind == "personnel"

    def _arms_soon(self, i: int) -> bool:
        """Whether a noun or a number of arms stands behind "of": "rounds of 155mm ammunition", no "of talks"."""
        for k in range(i, min(i + 4, len(self.tokens))):
            hit = self.units.at(self.tokens[k].char_start)
            if (
                k in self.numbers
                or self.tokens[k].lower in words("ammunition")
                or (hit and hit.unit.kind == "equipment")
            ):
                return True
        return False

    def _names_an_act(self, end: int) -> bool:
        """Whether a pair of nouns goes on to another head: "a missile and drone attack"."""
        if end + 1 >= len(self.tokens) or self.tokens[end].lower not in words("pairing"):
            return False
        other = self.units.at(self.tokens[end + 1].char_start)
        if other is None or other.unit.plural:
            return False
        k = self.token_from(other.char_end)
        return k < len(self.tokens) and self.tokens[k].lower in _not_units()

    def coordinated(self, end: int, hit: Hit | None) -> Hit | None:
        """The noun that shares the number: "14 tanks and infantry fighting vehicles"."""
        tokens = self.tokens
        if hit is None or end + 1 >= len(tokens) or tokens[end].lower not in words("pairing"):
            return None
        other = self.units.at(tokens[end + 1].char_start)
        if other is None or other.unit.plural is False or other.unit.kind != hit.unit.kind:
            return None
        after = self.token_from(other.char_end)
        if after in self.roles.verb_at and self.roles.verb_at[after].end - after == 1 and other.unit.plural is False:
            return None
        return other
