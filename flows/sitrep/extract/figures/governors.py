"""The role of each count of a sentence, from the words that govern it: adjective, verb, noun, or the list it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sitrep import lexicons
from sitrep.extract.events.forms import GERUND, PARTICIPLE, PAST
from sitrep.extract.figures.groups import Group
from sitrep.extract.figures.roles import Roles, Verb, closed
from sitrep.model import Token

_CLAUSE = frozenset({";", ":", "but", "while", "whereas", "because", "although", "though", "when", "after", "before", "if", "unless", "until", "that", "?", "!"})
_HARM = frozenset({"killed", "wounded", "captured", "missing", "surrendered", "released", "destroyed", "casualties", "deserted", "recruited", "withdrawn"})
_FAR = 14


@dataclass
class Governed:
    """A role and what gave it: ``how`` is ``adjective``, ``object``, ``passive``, ``subject``, ``noun``, ``list``,
    ``have``, ``inherent``, ``earlier`` or ``far``; ``verb`` where a verb did; ``token`` where the governor stands.
    """

    role: str
    how: str
    token: int
    verb: Verb | None = None


@cache
def words(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("figure_verbs")[group])


@cache
def inherent() -> dict[str, str]:
    return {noun: role for role, nouns in lexicons.load("figure_verbs")["inherent"].items() for noun in nouns}


class Governors:
    """Finds what governs the groups of one sentence. ``names`` are the token spans of actors and places in it."""

    def __init__(self, tokens: Sequence[Token], roles: Roles, groups: Sequence[Group], names: dict[int, int]):
        self.tokens, self.roles, self.groups, self.names = tokens, roles, groups, names
        self.starts = {g.start: g for g in groups}
        self.ends = {g.end for g in groups}

    def read(self) -> list[Governed | None]:
        """The governor of each group, in order; None where the sentence tells nothing of it."""
        found: list[Governed | None] = [self._near(g) for g in self.groups]
        for i, group in enumerate(self.groups):
            if i and group.form == "partitive" and (found[i] is None or found[i].how == "noun") and found[i - 1] is not None:
                found[i] = Governed(found[i - 1].role, "list", found[i - 1].token, found[i - 1].verb)
        linked = [self._linked(a, b) for a, b in zip(self.groups, self.groups[1:], strict=False)]
        for i, joined in enumerate(linked):
            if joined and found[i + 1] is None and found[i] is not None:
                found[i + 1] = Governed(found[i].role, "list", found[i].token, found[i].verb)
        for i in range(len(linked) - 1, -1, -1):
            if linked[i] and found[i] is None and found[i + 1] is not None and (
                found[i + 1].how in ("passive", "subject", "adjective") and found[i + 1].role != "strength"
            ):
                after = self._behind(self.groups[i])
                found[i] = after or Governed(found[i + 1].role, "list", found[i + 1].token, found[i + 1].verb)
        for i, group in enumerate(self.groups):
            if found[i] is None:
                found[i] = self._far(group)
            if found[i] is None and i and linked[i - 1] and found[i - 1] is not None:
                found[i] = Governed(found[i - 1].role, "list", found[i - 1].token, found[i - 1].verb)
        return found

    def _linked(self, a: Group, b: Group) -> bool:
        chain = words("chain")
        k = a.end
        for _ in range(9):
            if k >= b.start:
                return k == b.start
            if k in self.names and k > a.end and self.names[k] <= b.start and b.hit is None:
                k = self.names[k]
            elif self.tokens[k].lower in chain:
                k += 1
            else:
                return False
        return False

    def _near(self, group: Group) -> Governed | None:
        if group.adjective in ("killed", "wounded", "missing", "casualties"):
            return Governed(group.adjective, "adjective", group.start)
        behind = self._adjective_behind(group)
        if behind is not None:
            return behind
        if group.form == "compound" and group.adjective:
            return Governed(group.adjective, "adjective", group.start)
        each = group.end < len(self.tokens) and self.tokens[group.end].lower in ("each", "apiece")
        if each and group.start and self.tokens[group.start - 1].lower == "of":
            return Governed("strength", "adjective", group.end)
        noun = self._noun_before(group)
        held = noun is not None and self.tokens[noun.token].lower in words("containers")
        if noun is not None and noun.role != "strength" and not held and self.tokens[group.start - 1].lower == "of":
            return noun
        left = self._object(group, noun.token if held else group.start)
        if left is not None:
            return left
        if group.adjective:
            return Governed(group.adjective, "adjective", group.start)
        right = self._behind(group)
        if right is not None:
            return right
        return noun

    def _adjective_behind(self, group: Group) -> Governed | None:
        k = group.end
        if group.form == "before":
            return None
        word = self.roles.adjective_at.get(k)
        if word is None and k < len(self.tokens) and self.tokens[k].lower in ("people", "left", "found", "reported", "confirmed", "officially", "others", "listed", "presumed", "feared", "already", "lightly", "seriously", "severely", "slightly", "badly", "critically", "either"):
            word = self.roles.adjective_at.get(k + 1)
        if word is None or word.role in ("reinforcing",):
            return None
        verb = self.roles.verb_at.get(word.start)
        if verb is not None and verb.end >= word.end and self._takes_object(word.end):
            return None
        return Governed(word.role, "adjective", word.start)

    def _takes_object(self, k: int) -> bool:
        """Whether an object stands at ``k``: another count, an article, a name."""
        if k >= len(self.tokens):
            return False
        token = self.tokens[k]
        if k in self.starts or token.lower in ("the", "a", "an", "their", "its", "his", "them", "him", "her", "several", "dozens", "hundreds"):
            return True
        return k in self.names

    def _noun_before(self, group: Group) -> Governed | None:
        """"losses of 12 tanks", "the death toll rose to 57", "Killed: 45"."""
        links, k = words("links"), group.start
        for steps in range(8):
            if steps and k in self.ends:
                return None
            noun = self.roles.noun_to.get(k)
            if noun is not None and noun.role == "strength" and noun.start in self.roles.noun_to:
                noun = self.roles.noun_to[noun.start]
            if noun is not None and (steps or k < group.start or self.tokens[k - 1].lower in ("dead",)):
                before = self.tokens[noun.start - 1].lower if noun.start else ""
                if steps == 0:
                    return None
                if before in ("air", "missile", "drone") and noun.role == "deployed":
                    return None
                return Governed(noun.role, "noun", noun.start)
            k -= 1
            if k < 0 or self.tokens[k].lower not in links and k not in self.roles.noun_at:
                return None
        return None

    def _left(self, start: int) -> int:
        """The token just before the group, past adverbs and determiners."""
        k = start - 1
        skip = (closed("adverbs") | closed("determiners")) - {"that"}
        for _ in range(3):
            if k >= 0 and (self.tokens[k].lower in skip or self.tokens[k].lower.endswith("ly") or self.tokens[k].text in '"“‘'):
                k -= 1
        return k

    def _object(self, group: Group, start: int) -> Governed | None:
        k = self._left(start)
        if k < 0:
            return None
        verb = self._verb_to(k + 1)
        if verb is None and k in self.names_to:
            start = self.names_to[k]
            inner = self._verb_to(start)
            if inner is None and start and self.tokens[start - 1].lower == "the":
                inner = self._verb_to(start - 1)
            if inner is not None and inner.lemma in words("giving"):
                verb = inner
        if verb is not None and verb.object_role and not verb.passive:
            if verb.object_role in ("killed", "wounded") and self._both(verb):
                return Governed("casualties", "object", verb.start, verb)
            if self._asked(verb):
                return Governed("requested", "object", verb.start, verb)
            return Governed(verb.object_role, "object", verb.start, verb)
        lower = self.tokens[k].lower
        if lower in closed("have") and lower not in ("having",):
            return Governed("have", "have", k)
        if lower in ("by", "with"):
            return self._agent(k)
        return None

    def _both(self, verb: Verb) -> bool:
        """"killed and wounded hundreds"."""
        if verb.start < 2 or self.tokens[verb.start - 1].lower not in ("and", "or"):
            return False
        other = self.roles.verb_to.get(verb.start - 1)
        return other is not None and {other.object_role, verb.object_role} == {"killed", "wounded"}

    def _asked(self, verb: Verb) -> bool:
        """"urged allies to send 12": what is to be sent is asked for."""
        if not verb.start or self.tokens[verb.start - 1].lower != "to":
            return False
        return any(t.lower in words("asking") for t in self.tokens[max(0, verb.start - 8) : verb.start - 1])

    def _agent(self, k: int) -> Governed | None:
        verb = self._verb_to(k)
        if verb is not None and self.tokens[k].lower == "by" and verb.forms & PARTICIPLE:
            return Governed("deployed", "subject", verb.start, verb)
        if verb is not None and verb.subject_role:
            return Governed(verb.subject_role, "subject", verb.start, verb)
        for j in range(k - 1, max(-1, k - 9), -1):
            lower = self.tokens[j].lower
            if lower in words("operations"):
                return Governed("deployed", "noun", j)
            if lower in _CLAUSE:
                break
        return None

    @property
    def names_to(self) -> dict[int, int]:
        return {end - 1: start for start, end in self.names.items()}

    def _verb_to(self, end: int) -> Verb | None:
        verb = self.roles.verb_to.get(end)
        if verb is None and end and self.tokens[end - 1].lower in ("up", "down", "off", "out", "away", "back", "dead"):
            verb = self.roles.verb_to.get(end - 1)
        return verb

    def _behind(self, group: Group) -> Governed | None:
        return self._predicate(group.end, 0)

    def _predicate(self, k: int, skipped: int) -> Governed | None:
        """What the predicate from token ``k`` on says of the group as its subject."""
        tokens, n = self.tokens, len(self.tokens)
        if k + 2 < n and tokens[k].text == "," and tokens[k + 1].text.isdigit() and tokens[k + 2].text == ",":
            k += 3
        if k < n and tokens[k].lower in ("whom", "that", "which") and k + 1 in self.names:
            verb = self.roles.verb_at.get(self.names[k + 1])
            if verb is not None and verb.object_role:
                return Governed(verb.object_role, "relative", verb.start, verb)
        if k < n and tokens[k].lower in ("who", "that", "which", "whom") and skipped == 0:
            k += 1
        seen_be = seen_have = seen_modal = False
        adverbs = closed("adverbs")
        for _ in range(7):
            if k >= n:
                return None
            lower = tokens[k].lower
            if lower in closed("be"):
                seen_be = True
            elif lower in closed("have"):
                seen_have = True
            elif lower in closed("modals") or lower in closed("do") or lower == "to" and (seen_be or seen_have):
                seen_modal = True
            elif tokens[k].text in '"“”‘’' or lower in adverbs or lower.endswith("ly") or lower in ("not", "never", "all", "reported", "each", "believed", "thought", "said", "confirmed", "feared") or lower in ("left",) and seen_be:
                pass
            else:
                break
            k += 1
        auxiliary = seen_be or seen_have or seen_modal
        if k >= n:
            return None
        if seen_be and not seen_modal and tokens[k].lower in ("in", "at", "near", "inside", "along", "around", "there", "aboard") and k + 1 < n and (
            k + 1 in self.names or tokens[k].lower == "there" or k + 2 in self.names
        ):
            return Governed("deployed", "subject", k)
        word = self.roles.adjective_at.get(k)
        verb = self.roles.verb_at.get(k)
        if word is not None and (seen_be or verb is None or not auxiliary) and not (verb and not seen_be and self._takes_object(verb.end)):
            if seen_be or word.role in ("killed", "wounded", "captured", "missing", "casualties", "destroyed", "deployed", "strength", "released", "surrendered"):
                return Governed(word.role, "adjective", k, verb)
        if verb is None:
            return None
        if verb.forms & GERUND and (seen_be or not auxiliary):
            role = verb.subject_role
            return Governed(role, "subject", k, verb) if role else None
        if verb.passive or (seen_be and verb.forms & PARTICIPLE):
            role = verb.object_role
            return Governed(role, "passive", k, verb) if role else None
        if auxiliary:
            return Governed(verb.subject_role, "subject", k, verb) if verb.subject_role else None
        agent = verb.end < n and tokens[verb.end].lower == "by"
        if verb.forms & PARTICIPLE and not self._takes_object(verb.end) and verb.object_role and (agent or not verb.subject_role):
            if skipped < 2 and verb.end < n and tokens[verb.end].lower == "by":
                for j in range(verb.end + 1, min(n, verb.end + 7)):
                    main = self.roles.verb_at.get(j)
                    if main is not None and main.subject_role and not main.passive and main.forms & PAST:
                        return Governed(main.subject_role, "subject", j, main)
            return Governed(verb.object_role, "passive", k, verb)
        if verb.subject_role:
            return Governed(verb.subject_role, "subject", k, verb)
        if verb.object_role and verb.forms & PAST and self._takes_object(verb.end):
            return Governed("deployed", "subject", k, verb)
        return None

    def _far(self, group: Group) -> Governed | None:
        """The nearest verb that can govern the group over other phrases of its clause."""
        left = self._far_left(group)
        right = self._far_right(group)
        if left is not None and (right is None or group.start - left.token <= right.token - group.end + 3):
            return left
        return right or left

    def _far_left(self, group: Group) -> Governed | None:
        for k in range(group.start - 1, max(-1, group.start - _FAR), -1):
            token = self.tokens[k]
            if token.lower in _CLAUSE:
                return None
            if token.lower in words("reaching"):
                topic = next((n for n in reversed(self.roles.nouns) if n.end <= k and n.start > k - 16), None)
                return Governed(topic.role, "noun", topic.start) if topic else None
            verb = self.roles.verb_at.get(k)
            if verb is not None:
                if verb.passive or not verb.object_role:
                    return None
                return Governed(verb.object_role, "far", k, verb)
            noun = self.roles.noun_at.get(k)
            if noun is not None and noun.role in _HARM and noun.end < len(self.tokens) and self.tokens[noun.end].lower in ("of", "among", "to", "at", "from"):
                return Governed(noun.role, "noun", k)
        return None

    def _far_right(self, group: Group) -> Governed | None:
        n, until = len(self.tokens), -1
        for k in range(group.end, min(n, group.end + _FAR + 8)):
            lower = self.tokens[k].lower
            if k < until:
                continue
            if self.tokens[k].text in ",–—-" and self._inserted(k):
                until = self._inserted(k)
                continue
            if k >= group.end + _FAR and until < 0:
                return None
            if lower in _CLAUSE or k in self.starts and k > group.end + 1 and not self._linked(group, self.starts[k]):
                return None
            if lower in closed("be") or lower in closed("have") or lower in closed("modals") or k in self.roles.verb_at:
                found = self._predicate(k, 1)
                if found is not None:
                    return Governed(found.role, "far", found.token, found.verb)
                return None
        return None

    def _inserted(self, k: int) -> int:
        """The end of an insertion that begins at a comma or dash ("— nine of them with the UN —"), or 0."""
        mark, n = self.tokens[k].text, len(self.tokens)
        pair = {",": (",",), "–": ("–", "—"), "—": ("–", "—"), "-": ("-",)}[mark]
        if mark == "-" and self.tokens[k].char_start == self.tokens[k - 1].char_end:
            return 0
        opened = True
        if mark == ",":
            first = self.tokens[k + 1].lower if k + 1 < n else ""
            opened = first in ("with", "who", "which", "including", "led", "some", "mostly", "many", "most", "among", "backed", "nearly", "all", "including", "both") or (
                k + 1 in self.starts or first.endswith(("ed", "ing", "s"))
            )
        for j in range(k + 2, min(n, k + 18)):
            if self.tokens[j].text in pair:
                return j + 1 if opened or self._verb_follows(j + 1) else 0
        return 0

    def _verb_follows(self, k: int) -> bool:
        if k >= len(self.tokens):
            return False
        lower = self.tokens[k].lower
        return lower in closed("be") or lower in closed("have") or lower in closed("modals") or (
            k in self.roles.verb_at and bool(self.roles.verb_at[k].forms & PAST)
        )
