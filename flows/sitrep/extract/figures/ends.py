"""Where a number has no noun behind it: what can be counted ends, and another word goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property

from sitrep.extract.figures.roles import Roles, closed, finite_words, in_lower_case, words
from sitrep.extract.figures.units import Units
from sitrep.inflection import BASE, PAST
from sitrep.model import ActorMention, NumberMention, Token


@cache
def stops() -> frozenset[str]:
    """Words of the grammar at which the noun of a count has ended."""
    stopping: set[str] = set()
    for group in (
        "be",
        "have",
        "do",
        "modals",
        "negations",
        "prepositions",
        "subordinators",
        "relatives",
        "coordinators",
        "subject_pronouns",
        "determiners",
        "possessives",
        "negative_auxiliaries",
    ):
        stopping |= closed(group)
    return frozenset(stopping - words("never_stops"))


_HYPHENS = frozenset("-‐‑")


class Ends:
    """The tokens of one sentence with the page's units and the actors and numbers in it."""

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
        self._starts = [t.char_start for t in tokens]
        self.numbers = {self.token_from(m.number_start): m for m in numbers}
        self.qualified = {self.token_from(m.char_start): m for m in numbers}
        self.peoples = {a.head_start: a for a in actors if a.kind in ("demonym", "state", "people", "group", "force")}
        self.peoples.update({a.char_start: a for a in actors if a.kind in ("demonym", "group")})
        # "a joint force of 500 Russians"
        self.peoples.update({start: a for a in actors if a.kind == "force" and (start := self._named_last(a)) >= 0})

    def _named_last(self, actor: ActorMention) -> int:
        """Where the last word of a force begins that a number stands before, else -1."""
        last = bisect_left(self._starts, actor.char_end) - 1
        counted = last > 0 and last - 1 in self.numbers and self._starts[last] > actor.char_start
        return self._starts[last] if counted else -1

    def named_like_a_word(self, i: int) -> bool:
        """Whether a name in capitals is spelled as a word of the grammar: "an IS commander", "two WHO workers"."""
        text = self.tokens[i].text
        return len(text) > 1 and text.isupper() and self._in_lower_case

    @cached_property
    def _in_lower_case(self) -> bool:
        return in_lower_case(self.tokens)

    def token_from(self, char: int) -> int:
        """The index of the first token that begins at or behind a code point."""
        return bisect_left(self._starts, char)

    def token_at(self, char: int) -> int | None:
        """The index of the token that begins at a code point, if one does."""
        i = bisect_left(self._starts, char)
        return i if i < len(self._starts) and self._starts[i] == char else None

    def open_at(self, i: int) -> bool:
        """Whether nothing that could be counted stands behind: a stop, a function word, a role word or the end."""
        if i >= len(self.tokens):
            return True
        token = self.tokens[i]
        lower = token.lower
        if not lower[0].isalnum():
            return token.text not in ("-", "‐", "‑", "%", "/", "°", "$")
        if self.designation(i) or self.compounded(i) or self.named_like_a_word(i):
            return False
        if (
            lower in stops()
            or lower in closed("adverbs")
            or lower.endswith("ly")
            or lower in words("behind_elided", "copulas")
        ):
            return True
        return (i in self.roles.adjective_at or self.told(i)) and not self._modifies(i)

    def _modifies(self, i: int) -> bool:
        """Whether a plural that is no unit stands behind the participle at ``i``: "120 registered cases"."""
        if i + 1 >= len(self.tokens) or not self.tokens[i].lower.endswith("ed"):
            return False
        token = self.tokens[i + 1]
        lower = token.lower
        plural = (
            len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "'s", "’s")) and token.text.islower()
        )
        if not plural or not lower.isalpha() or self.units.at(token.char_start) is not None:
            return False
        other = finite_words() | stops() | closed("adverbs") | words("no_heads")
        return lower not in other and i + 1 not in self.roles.noun_at

    def told(self, i: int) -> bool:
        """Whether a verb that tells of the counted stands at ``i``: "the other 60 remain in the plant"."""
        verb = self.roles.verb_at.get(i)
        if verb is None or self.units.at(self.tokens[i].char_start):
            return False
        if self.tokens[i].lower.endswith("ed"):
            return True
        behind = self.tokens[verb.end].lower if verb.end < len(self.tokens) else "."
        closing = verb.end > i + 1 or not behind[0].isalnum() or behind in stops() or behind in closed("adverbs")
        return verb.subject_role is not None and bool(verb.forms & (PAST | BASE)) and closing

    def compounded(self, i: int) -> bool:
        """Whether a hyphen ties the word at ``i`` to the next: "two most-wanted terrorists"."""
        tokens = self.tokens
        if i + 2 >= len(tokens) or tokens[i + 1].text not in _HYPHENS or not tokens[i + 2].text[0].isalpha():
            return False
        return tokens[i].char_end == tokens[i + 1].char_start and tokens[i + 1].char_end == tokens[i + 2].char_start

    def designation(self, i: int) -> bool:
        """Whether a model that opens with a letter that is a word stands at ``i``: "four A-29 aircraft"."""
        text, end = self.tokens[i].text, self.tokens[i].char_end
        return text == "A" and self.view[end : end + 1] in ("-", "‐", "‑") and self.view[end + 1 : end + 2].isdigit()
