"""Nouns that an article counts: "a frigate", "no troops", "killed an American"."""

from __future__ import annotations

from sitrep.extract.figures.ends import stops
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.heads import Heads
from sitrep.extract.figures.roles import closed, words
from sitrep.extract.figures.units import Hit
from sitrep.model import ActorMention, NumberMention

_CLOSES = frozenset({",", "."})
# How many tokens may stand between one that is counted and the apposition that says who it is.
_APPOSED = 6
# How many words before its noun "both" may stand.
_BOTH = 2


class Articles(Heads):
    """Reads the groups of one sentence whose number is an article."""

    def with_article(self, hit: Hit) -> Group | None:
        """The group of a noun counted by an article: "a frigate", "no troops", "not a single soldier"."""
        tokens = self.tokens
        i = self.token_at(hit.char_start)
        if i is None:
            return None
        halted = stops()
        for k in range(i - 1, max(-1, i - 9), -1):
            lower = tokens[k].lower
            if lower in words("counting_articles") or (lower in words("both") and i - k <= _BOTH):
                return self._article(hit, k, i)
            if lower in words("none_of") and k > 1 and tokens[k - 1].lower == "of" and tokens[k - 2].lower == "none":
                return self._article(hit, k - 2, i)
            if lower in words("single") and k and tokens[k - 1].lower in words("before_single"):
                continue
            if lower == "." and k and len(tokens[k - 1].text) == 1 and tokens[k - 1].text.isupper():
                # "a U.S. frigate"
                continue
            if self.named_like_a_word(k):
                continue
            if lower in halted or (not lower[0].isalnum() and tokens[k].text not in ("-", "‐", "‑", '"', "“")):
                return None
        return None

    def _article(self, hit: Hit, k: int, i: int) -> Group | None:
        tokens = self.tokens
        word = tokens[k].lower
        if k and tokens[k - 1].lower in closed("be") and word in words("indefinite"):
            return None
        if any(j in self.numbers and self.numbers[j].kind == "count" for j in range(k + 1, i)):
            # "another four howitzers", "a further 300 soldiers": the number counts.
            return None
        single = k + 1 < len(tokens) and tokens[k + 1].lower in words("single")
        both = word in words("both")
        if both and not hit.unit.plural:
            return None
        if hit.unit.plural and not both and word not in words("nothing"):
            return None
        one = hit.unit.kind == "formation" or hit.unit.group in ("aircraft", "vessel")
        if hit.unit.plural is None and word not in words("nothing") and not one:
            return None
        if hit.unit.soft and hit.unit.kind == "formation" and self._abstract(hit):
            return None
        if word not in words("nothing") and self._renames(k, self.token_from(hit.char_end)):
            return None
        never = any(t.lower in words("never") for t in tokens[max(0, k - 3) : k]) and single
        walked = self.walk(i, True)
        if walked is None or walked[0] is None or walked[0].char_start != hit.char_start:
            return None
        adjective = next(
            (
                a.role
                for a in self.roles.adjectives
                if k < a.start < i and a.role in ("killed", "wounded", "captured", "missing")
            ),
            None,
        )
        nothing = word in words("nothing") or never
        value = 0 if nothing else 2 if both else 1
        end = tokens[k + 1].char_end if single else tokens[k].char_end if nothing or both else hit.char_end
        number = NumberMention(tokens[k].char_start, end, tokens[k].char_start, end, value, value, value, "exact")
        return Group(
            number,
            k,
            self.token_from(hit.char_end),
            hit,
            "noun" if single or both else "article",
            adjective=adjective,
            negated=nothing,
            number_end=k + 1,
        )

    def _renames(self, k: int, end: int) -> bool:
        """Whether the article opens an apposition that says who or what was told: "the White Army, a militia, fled"."""
        if k < 2 or self.tokens[k - 1].text != ",":
            return False
        closes = end >= len(self.tokens) or self.tokens[end].text in _CLOSES
        return (closes and self.tokens[k - 2].text[0].isupper()) or self._one_before(k - 1)

    def _one_before(self, comma: int) -> bool:
        """Whether the noun of a "one" ends at a comma: "one prisoner, a corporal"."""
        for i in range(comma - 1, max(-1, comma - _APPOSED), -1):
            number = self.numbers.get(i)
            if number is not None:
                walked = self.walk(self.token_from(number.number_end), True) if number.best == 1 else None
                return walked is not None and walked[1] == comma
        return False

    def national(self, actor: ActorMention) -> Group | None:
        """The group of one of a nation: "killed an American"."""
        end = self.token_from(actor.char_end)
        k = self.token_from(actor.char_start)
        first = k if self.tokens[k].lower in words("counting_articles") else k - 1
        if first < 0 or end - first != 2 or not self.nation(end, True):
            return None
        if end in self.roles.noun_at and end not in self.roles.adjective_at:
            return None
        char, until = self.tokens[first].char_start, actor.char_end
        number = NumberMention(char, until, char, self.tokens[first].char_end, 1, 1, 1, "exact")
        return Group(number, first, end, None, "article", people=actor, number_end=first + 1)

    def _abstract(self, hit: Hit) -> bool:
        """Whether "of" and no force stand behind: "a division of labour"."""
        k = self.token_from(hit.char_end)
        if k + 1 >= len(self.tokens) or self.tokens[k].lower != "of":
            return False
        word = self.tokens[k + 1]
        return word.text.islower() and word.lower not in stops() and not self.unit_soon(k + 1)
