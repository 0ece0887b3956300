"""What a number counts: the noun group behind it, in front of it, or left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from sitrep import lexicons
from sitrep.extract.figures.roles import Roles, closed
from sitrep.extract.figures.units import Hit, Units
from sitrep.model import ActorMention, NumberMention, Token

_MODIFIERS = 7
_QUOTES = frozenset("\"“”‘’'")
_PARTITIVE = frozenset({"them", "whom", "which", "these", "those", "us", "you"})
_SKIPPED = frozenset({"more", "other", "additional", "further", "extra", "fellow", "such", "new", "fresh", "full", "own", "further", "strong"})


@dataclass
class Group:
    """A number and what it counts: tokens ``start`` (with its qualifier) to ``end``.

    ``hit`` is the noun, ``people`` a nation that stands for one ("3,000 North Koreans"). ``form`` says how they are
    tied: ``noun``, ``others``, ``partitive`` ("of them"), ``elided``, ``before`` (the noun stands first), ``article``
    ("a frigate"), ``compound`` ("a 12-man squad").
    """

    number: NumberMention
    start: int
    end: int
    hit: Hit | None
    form: str
    people: ActorMention | None = None
    adjective: str | None = None
    negated: bool = False
    number_end: int = 0
    hits: list[Hit] = field(default_factory=list)
    coordinated: Hit | None = None
    whole: bool = False


@cache
def _not_units() -> frozenset[str]:
    return frozenset(lexicons.load("units_context")["not_units"])


@cache
def _stops() -> frozenset[str]:
    words: set[str] = set()
    for group in ("be", "have", "do", "modals", "negations", "prepositions", "subordinators", "relatives", "coordinators", "subject_pronouns",
                  "determiners", "possessives", "negative_auxiliaries"):
        words |= closed(group)
    return frozenset(words - {"other", "own", "such", "more", "like", "per", "north", "south", "east", "west"})


class Reader:
    """Reads the groups of one sentence from its tokens, the page's units and the actors that stand in it."""

    def __init__(
        self,
        tokens: Sequence[Token],
        units: Units,
        roles: Roles,
        actors: Sequence[ActorMention],
        numbers: Sequence[NumberMention],
        view: str,
    ):
        self.tokens, self.units, self.roles, self.view = tokens, units, roles, view
        self.index = {t.char_start: i for i, t in enumerate(tokens)}
        self.numbers = {self.token_from(m.number_start): m for m in numbers}
        self.peoples = {a.head_start: a for a in actors if a.kind in ("demonym", "state", "people", "group", "force")}
        self.peoples.update({a.char_start: a for a in actors if a.kind in ("demonym", "group")})

    def token_from(self, char: int) -> int:
        """The index of the first token that begins at or behind a code point."""
        lo, hi = 0, len(self.tokens)
        while lo < hi:
            mid = (lo + hi) // 2
            if self.tokens[mid].char_start < char:
                lo = mid + 1
            else:
                hi = mid
        return lo

    def behind(self, number: NumberMention) -> Group | None:
        """The group whose noun stands behind the number, or an elided one where nothing else can be counted."""
        tokens = self.tokens
        start = self.token_from(number.char_start)
        i = self.token_from(number.char_end)
        glued = self.view[number.char_end : number.char_end + 1] in ("-", "‐", "‑")
        if i < len(tokens) and glued and tokens[i].text in "-‐‑":
            return self._compound(number, start, i + 1)
        return self._noun(number, start, i, number.best == 1, self._of_allowed(number))

    def _of_allowed(self, number: NumberMention) -> bool:
        text = self.view[number.number_start : number.number_end].lower()
        return number.qualifier == "vague" or text.endswith("of") or "dozen" in text or "score" in text

    def _compound(self, number: NumberMention, start: int, i: int) -> Group | None:
        tokens = self.tokens
        if i >= len(tokens):
            return None
        if tokens[i].lower == "strong":
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
        while i < n and tokens[i].text in _QUOTES:
            i += 1
        if i < n and tokens[i].lower == "strong":
            return Group(number, start, i + 1, None, "compound", adjective="strength", number_end=first)
        if i < n and tokens[i].text == "(":
            close = next((k for k in range(i, min(i + 6, n)) if tokens[k].text == ")"), None)
            if close is not None and close + 1 < n and not tokens[close + 1].text[0].isupper():
                i = close + 1
        if i < n and tokens[i].lower == "of":
            k = i + 1
            while k < n and tokens[k].lower in ("all", "the", "its", "their", "his", "her", "our", "these", "those", "my", "an", "a") and (
                k + 1 < n and tokens[k + 1].lower != "of"
            ):
                k += 1
            inner = self.numbers.get(k)
            if inner is not None and k > i + 1:
                walked = self._walk(self.token_from(inner.number_end), False, inner)
                if walked is None or walked[0] is None:
                    return None
                return Group(number, start, k, walked[0], "part", walked[3], walked[2], number_end=first)
            if k < n and tokens[k].lower in _PARTITIVE and k == i + 1 and not (
                tokens[k].lower in ("these", "those", "which") and k + 1 < n and self.units.at(tokens[k + 1].char_start)
            ):
                return self._partitive(number, start, k + 1)
            if k == i + 1 and not of_allowed:
                return None
            i = k
        walked = self._walk(i, single, number)
        if walked is None:
            return None
        hit, end, adjective, people, others = walked
        if hit is None and people is None:
            if number.best == 1 and i < n and tokens[i].lower in ("another", "of", "or", "day", "by"):
                return None
            if others:
                return Group(number, start, end, None, "others", adjective=adjective, number_end=first)
            return Group(number, start, first, None, "elided", adjective=None, number_end=first) if self._open(i) else None
        if number.best == 1 and self._ratio(end):
            return None
        group = Group(number, start, end, hit, "noun", people, adjective, number_end=first)
        group.coordinated = self._coordinated(end, hit)
        if group.coordinated is not None:
            group.end = self.token_from(group.coordinated.char_end)
        return group

    def _partitive(self, number: NumberMention, start: int, k: int) -> Group | None:
        """"nine of them children", "of whom 40 were officers": the noun behind, if any."""
        tokens = self.tokens
        if number.best == 1 and start and tokens[start - 1].lower in ("by", "to", "for", "from", "with", "in"):
            return None
        group = Group(number, start, k, None, "partitive", number_end=k)
        if k < len(tokens):
            walked = self._walk(k, False, number)
            if walked and (walked[0] is not None or walked[3] is not None) and tokens[k].lower not in _stops():
                group.hit, group.end, group.people = walked[0], walked[1], walked[3]
        return group

    def _open(self, i: int) -> bool:
        """Whether nothing that could be counted stands behind: a stop, a function word, a role word or the end."""
        if i >= len(self.tokens):
            return True
        token = self.tokens[i]
        lower = token.lower
        if not lower[0].isalnum():
            return token.text not in ("-", "‐", "‑", "%", "/", "°", "$")
        if lower in _stops() or lower in closed("adverbs") or lower.endswith("ly"):
            return True
        return i in self.roles.adjective_at or (i in self.roles.verb_at and lower.endswith("ed"))

    def _walk(
        self, i: int, single: bool, number: NumberMention | None
    ) -> tuple[Hit | None, int, str | None, ActorMention | None, bool] | None:
        """The head noun from token ``i`` on: (unit, end, adjective role, people, others)."""
        tokens, n = self.tokens, len(self.tokens)
        stops, begin = _stops(), i
        adjective: str | None = None
        people: ActorMention | None = None
        people_end = i
        while i < n and i - begin <= _MODIFIERS:
            token = tokens[i]
            lower = token.lower
            hit = self.units.at(token.char_start)
            if hit is not None:
                end = self.token_from(hit.char_end)
                verdict = self._head(hit, end, single)
                if verdict == "head":
                    return hit, end, adjective, people, False
                if verdict == "other":
                    return None
                i = end + (verdict == "hyphen") * 2
                continue
            if lower == "others":
                return None, i + 1, adjective, None, True
            if lower in ("more", "another") and i == begin and (i + 1 >= n or tokens[i + 1].lower in stops or not tokens[i + 1].lower[0].isalnum()):
                return None, i + 1, adjective, None, True
            if lower in ("and", "or", ",") and i > begin and i + 1 < n and (i in self.roles.adjective_at or self._unit_soon(i + 1)) and tokens[i - 1].lower not in stops:
                if lower == "," and not self._unit_soon(i + 1):
                    break
                i += 1
                continue
            if not lower[0].isalnum():
                if token.text in ('"', "“", "”", "‘", "’", "'", "-", "‐", "‑") or (token.text == "." and i > begin and len(tokens[i - 1].text) <= 2):
                    i += 1
                    continue
                break
            if lower in stops and lower not in _SKIPPED:
                break
            inner = self.numbers.get(i)
            if inner is not None and i > begin and inner.kind == "count":
                break
            if inner is not None and inner.kind in ("measure", "duration", "age", "model"):
                i = self.token_from(inner.number_end)
                while i < n and tokens[i].text in "-‐‑" or i < n and tokens[i - 1].text in "-‐‑" and not self.units.at(tokens[i].char_start):
                    i += 1
                continue
            if lower.isdigit() and not (i > begin and (tokens[i - 1].text in "-‐‑" or tokens[i - 1].text[0].isupper())):
                break
            if (lower.endswith("'s") or lower.endswith("’s")) and people is None and not self._unit_soon(i + 1):
                break
            word = self.roles.adjective_at.get(i)
            if word is not None and word.role in ("killed", "wounded", "captured", "missing", "trained", "destroyed", "surrendered", "withdrawn", "released", "recruited", "casualties"):
                if not self._unit_soon(word.end):
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
        if people is not None and self._nation(people_end, single):
            return None, people_end, adjective, people, False
        return None, begin, adjective, None, False

    def _unit_soon(self, i: int) -> bool:
        for k in range(i, min(i + 4, len(self.tokens))):
            if self.units.at(self.tokens[k].char_start):
                return True
            if k in self.numbers and self.numbers[k].kind == "count":
                return False
            if self.tokens[k].lower in _stops() or not self.tokens[k].lower[0].isalnum() and self.tokens[k].text not in "-‐‑,":
                return False
        return False

    def _ratio(self, end: int) -> bool:
        """Whether "in three" stands behind: one of three, no count."""
        return end + 1 < len(self.tokens) and self.tokens[end].lower == "in" and end + 1 in self.numbers

    def _nation(self, end: int, single: bool) -> bool:
        """Whether a nation's name is a plural noun of its own: "3,000 North Koreans were"."""
        last = self.tokens[end - 1]
        if not (single or last.lower.endswith(("s", "ese", "sh", "ch", "i")) or last.lower in ("rohingya", "men", "people")):
            return False
        if end >= len(self.tokens):
            return True
        nxt = self.tokens[end]
        return not nxt.lower[0].isalnum() or nxt.lower in _stops() or end in self.roles.verb_at or end in self.roles.adjective_at or nxt.lower.endswith("ly")

    def _head(self, hit: Hit, end: int, single: bool) -> str:
        """``head``, ``modifier`` (go on behind it), ``hyphen`` (part of a joined word) or ``other`` (no unit at all)."""
        view, tokens = self.view, self.tokens
        at = view[hit.char_end : hit.char_end + 2]
        if at[:1] in "-‐‑" and at[1:].isalpha():
            return "hyphen"
        if at[:1] in "'’" and (at[1:2] == "s" or hit.unit.plural):
            return "modifier"
        if end >= len(tokens):
            return "head"
        nxt = tokens[end]
        if nxt.char_start - hit.char_end > 1 or not nxt.lower[0].isalnum():
            return "head"
        if hit.unit.plural:
            return "head"
        following = self.units.at(nxt.char_start)
        if following is not None and (following.unit.plural is not False or single) and nxt.lower not in _stops():
            return "modifier"
        lower = nxt.lower
        if lower in _not_units():
            return "other"
        if hit.unit.model and not single and self._unit_soon(end):
            return "modifier"
        if not single and hit.unit.plural is False and lower not in _stops() and end not in self.roles.verb_at and (
            end not in self.roles.adjective_at and lower.isalpha() and lower.islower() and lower.endswith("s")
        ):
            return "other"
        return "head"

    def _coordinated(self, end: int, hit: Hit | None) -> Hit | None:
        """The noun that shares the number: "14 tanks and infantry fighting vehicles"."""
        tokens = self.tokens
        if hit is None or end + 1 >= len(tokens) or tokens[end].lower not in ("and", "or", "/", "&"):
            return None
        other = self.units.at(tokens[end + 1].char_start)
        if other is None or other.unit.plural is False or other.unit.kind != hit.unit.kind:
            return None
        after = self.token_from(other.char_end)
        if after in self.roles.verb_at and self.roles.verb_at[after].end - after == 1 and other.unit.plural is False:
            return None
        return other

    def with_article(self, hit: Hit) -> Group | None:
        """The group of a noun counted by an article: "a frigate", "no troops", "not a single soldier"."""
        tokens = self.tokens
        i = self.index.get(hit.char_start)
        if i is None:
            return None
        stops = _stops()
        for k in range(i - 1, max(-1, i - 9), -1):
            lower = tokens[k].lower
            if lower in ("a", "an", "no", "another"):
                return self._article(hit, k, i)
            if lower in ("its", "the", "his", "their", "our", "these", "those") and k > 1 and tokens[k - 1].lower == "of" and tokens[k - 2].lower == "none":
                return self._article(hit, k - 2, i)
            if lower == "single" and k and tokens[k - 1].lower in ("a", "not", "no"):
                continue
            if lower in stops or (not lower[0].isalnum() and tokens[k].text not in ('-', '‐', '‑', '"', "“")):
                return None
        return None

    def _article(self, hit: Hit, k: int, i: int) -> Group | None:
        tokens = self.tokens
        word = tokens[k].lower
        if k and tokens[k - 1].lower in closed("be") and word in ("a", "an"):
            return None
        single = k + 1 < len(tokens) and tokens[k + 1].lower == "single"
        if hit.unit.plural and word not in ("no", "none"):
            return None
        if hit.unit.plural is None and word not in ("no", "none") and hit.unit.group not in ("aircraft", "vessel"):
            return None
        never = any(t.lower in ("not", "never", "nor", "without") for t in tokens[max(0, k - 3) : k]) and single
        walked = self._walk(i, True, None)
        if walked is None or walked[0] is None or walked[0].char_start != hit.char_start:
            return None
        adjective = next((a.role for a in self.roles.adjectives if k < a.start < i and a.role in ("killed", "wounded", "captured", "missing")), None)
        nothing = word in ("no", "none") or never
        value = 0 if nothing else 1
        end = tokens[k + 1].char_end if single else tokens[k].char_end if nothing else hit.char_end
        number = NumberMention(tokens[k].char_start, end, tokens[k].char_start, end, value, value, value, "exact")
        return Group(number, k, self.token_from(hit.char_end), hit, "noun" if single else "article", adjective=adjective, negated=nothing, number_end=k + 1)

    def before(self, number: NumberMention) -> Group | None:
        """The group whose noun stands before the number: "tanks – 10,805", "a garrison of 3,000", "troops numbering 500"."""
        tokens = self.tokens
        start = self.token_from(number.char_start)
        k = start - 1
        links = 0
        if k >= 0 and tokens[k].text == "(" and k + 1 < start + 1:
            return None
        while k >= 0 and links < 4 and (
            tokens[k].text in (":", "-", "–", "—", "=", "−") or tokens[k].lower in ("numbering", "numbered", "totalling", "totaling", "totalled", "totaled", "is", "are", "was", "were", "number", "total")
        ):
            k, links = k - 1, links + 1
        if links == 0 or k < 0:
            return None
        for hit in reversed(self.units.hits_in(tokens[0].char_start, tokens[start].char_start if start < len(tokens) else number.char_start)):
            if hit.char_end == tokens[k].char_end and hit.unit.plural is not False:
                first = self.index.get(hit.char_start, k)
                return Group(number, first, self.token_from(number.char_end), hit, "before", number_end=self.token_from(number.char_end))
            break
        return None
