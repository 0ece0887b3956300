"""What a predicate says of its subject: passive, active, or an adjective behind a verb of being."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.figures.fates import denied, with_wounds
from sitrep.extract.figures.governed import FAR, HARM, Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import Roles, Verb, Word, closed, speech_forms, words
from sitrep.extract.figures.units import Units
from sitrep.extract.figures.wounds import suffered
from sitrep.inflection import GERUND, PARTICIPLE, PAST
from sitrep.model import Token

_THEN = 6
# How many words may tell whose hands they are.
_HOLDER = 4
# The longest subject of a relative clause, in tokens.
_SUBJECT = 5
_BEFALLEN = frozenset({"killed", "wounded", "captured", "missing", "surrendered", "destroyed", "deserted"})
# What a second participle adds nothing to ("were killed and buried"), and to which it adds death alone.
_FINAL = HARM - {"destroyed", "captured", "surrendered"}
_TAKEN_FIRST = frozenset({"captured", "surrendered"})
_NOT = ("n't", "n’t")
# "600 rifles seized from the rebels": what is told of things with "from" behind it is done to them.
_TAKEN = frozenset({"captured", "released", "supplied", "recruited"})


def _longer(verb: Verb, word: Word) -> bool:
    """Whether the verb that an adjective is the participle of goes on behind it: "were burned alive"."""
    return verb.end > word.end and bool(verb.object_role if verb.passive else verb.subject_role or verb.object_role)


class Predicates:
    """Reads the predicates of one sentence. ``names`` are the token spans of actors and places in it."""

    def __init__(
        self, tokens: Sequence[Token], roles: Roles, groups: Sequence[Group], names: dict[int, int], units: Units
    ):
        self.tokens, self.roles, self.groups, self.names, self.units = tokens, roles, groups, names, units
        self.starts = {g.start: g for g in groups}
        self.ends = {g.end for g in groups}

    def takes_object(self, k: int) -> bool:
        """Whether an object stands at ``k``: another count, an article, a name."""
        if k >= len(self.tokens):
            return False
        token = self.tokens[k]
        if k in self.starts or token.lower in words("object_openers"):
            return True
        if self._counts_things(k):
            # "100 troops torched at least 80 houses"
            return True
        return k in self.names or (token.text[0].isupper() and not token.text.isupper())

    def _counts_things(self, k: int) -> bool:
        """Whether a number of things stands at ``k``, and no time or distance."""
        tokens, lowers = self.tokens, words("before_numbers")
        if " ".join(t.lower for t in tokens[k : k + 2]) in words("at_least"):
            k += 2
        while k < len(tokens) and tokens[k].lower in lowers:
            k += 1
        if k and k < len(tokens) and tokens[k].text[0].isdigit():
            k += 1
        elif tokens[k - 1].lower not in lowers:
            return False
        if k >= len(tokens) or not tokens[k].text.isalpha() or not tokens[k].lower.endswith("s"):
            return False
        return tokens[k].lower not in words("no_heads", "distances")

    def predicate(self, k: int, skipped: int) -> Governed | None:
        """What the predicate from token ``k`` on says of the group as its subject."""
        tokens, n = self.tokens, len(self.tokens)
        if k + 2 < n and tokens[k].text == "," and tokens[k + 1].text.isdigit() and tokens[k + 2].text == ",":
            k += 3
        if k < n and tokens[k].lower in words("object_relatives") and k + 1 in self.names:
            verb = self.roles.verb_at.get(self._past_auxiliaries(self._past_speech(self.names[k + 1])))
            if verb is not None and verb.object_role:
                return Governed(verb.object_role, "relative", verb.start, verb)
        if k < n and tokens[k].lower in words("person_relatives"):
            verb = self._done_by_others(k + 1)
            if verb is not None:
                return Governed(verb.object_role, "relative", verb.start, verb)
        if k + 2 < n and tokens[k].lower in words("object_relatives") and tokens[k + 1].lower in words("they"):
            verb = self.roles.verb_at.get(k + 2) or self.roles.verb_at.get(k + 3)
            if verb is not None and verb.object_role and not verb.passive:
                return Governed(verb.object_role, "relative", verb.start, verb)
        if k < n and tokens[k].text in "([":
            closing = next((j for j in range(k, min(n, k + 16)) if tokens[j].text in ")]"), None)
            k = closing + 1 if closing is not None else k
        if k < n and tokens[k].lower in words("relative_pronouns") and skipped == 0:
            main = self._main(k + 1)
            if main is not None:
                return main
            aside = self.predicate(k + 1, 1)
            if aside is not None and self.active_aside(k + 1, aside):
                return None
            # "the two women who worked there": what a list or a noun before them tells weighs more.
            return aside if aside is not None and aside.role in HARM else None
        seen_be = seen_have = seen_modal = seen_not = False
        adverbs = closed("adverbs")
        for _ in range(7):
            if k >= n:
                return None
            lower = tokens[k].lower
            if k in self.roles.verb_at and (
                self._whole(self.roles.verb_at[k].lemma)
                or (lower in words("inside_predicates") and " " in self.roles.verb_at[k].lemma)
            ):
                break
            if lower in closed("be"):
                seen_be = True
            elif lower in closed("have"):
                seen_have = True
            elif lower in closed("modals") or lower in closed("do") or (lower == "to" and (seen_be or seen_have)):
                seen_modal = True
            elif (
                tokens[k].text in '"“”‘’'
                or lower in adverbs
                or lower.endswith("ly")
                or lower in words("inside_predicates")
                or (lower in words("copulas") and self._bare(k))
                or (lower in words("inside_passives") and seen_be and not (seen_not and denied(tokens, k)))
            ):
                pass
            else:
                break
            seen_not = seen_not or lower in words("denying_adverbs") or lower.endswith(_NOT)
            k += 1
        auxiliary = seen_be or seen_have or seen_modal
        if k >= n:
            return None
        fate = denied(tokens, k) if seen_not else None
        if fate is not None:
            return Governed(fate, "subject", k)
        inside = k + ((seen := self.roles.verb_at.get(k)) is not None and seen.lemma in words("being_in"))
        if (seen_be or inside > k) and tokens[inside].lower in words("held_in") and self._in_hands(inside + 1):
            return Governed("captured", "subject", inside)
        if tokens[k].lower in words("remaining") and k + 2 < n and tokens[k + 1].lower in words("held_in"):
            if self._in_hands(k + 2):
                return Governed("captured", "subject", k)
        if (
            seen_be
            and not seen_modal
            and tokens[k].lower in words("presence")
            and k + 1 < n
            and (
                not {k + 1, k + 2}.isdisjoint(self.names) or tokens[k].lower in words("here") or self._on_ground(k + 1)
            )
        ):
            return Governed("deployed", "subject", k)
        if seen_be and tokens[k].lower in words("amid"):
            # "among the dead", "among those to be freed"
            near = range(k + 2, k + 5)
            inner = next((self.roles.adjective_at[j] for j in near if j in self.roles.adjective_at), None)
            if inner is not None:
                return Governed(inner.role, "adjective", inner.start)
            done = next((self.roles.verb_at[j] for j in near if j in self.roles.verb_at), None)
            told = done is not None and done.forms & PARTICIPLE and done.object_role in HARM
            return Governed(done.object_role, "passive", done.start, done) if told else None
        word = self.roles.adjective_at.get(k)
        verb = self.roles.verb_at.get(k)
        if (
            word is not None
            and (seen_be or verb is None or not auxiliary)
            and not (verb and _longer(verb, word))
            and not (verb and not seen_be and self.takes_object(verb.end))
        ) and (
            seen_be
            or word.role
            in (
                "killed",
                "wounded",
                "captured",
                "missing",
                "casualties",
                "destroyed",
                "deployed",
                "strength",
                "released",
                "surrendered",
            )
        ):
            then = self._second(k) if seen_be and word.role in _TAKEN_FIRST else None
            return then if then is not None and then.role == "killed" else Governed(word.role, "adjective", k, verb)
        if verb is None and seen_be and not seen_modal and tokens[k - 1].lower in words("awaited"):
            return Governed("reinforcing", "adjective", k - 1)
        if verb is None:
            return self._second(k) if seen_be else None
        if not verb.passive and verb.lemma in words("suffering") and suffered(tokens, verb.end):
            return Governed("wounded", "subject", k, verb)
        if "killed" not in (verb.object_role, verb.subject_role) and with_wounds(tokens, verb.end):
            return Governed("wounded", "subject", k, verb)
        if not auxiliary and self._carries(verb):
            return None
        if verb.forms & GERUND and (seen_be or not auxiliary):
            role = verb.subject_role
            return Governed(role, "subject", k, verb) if role else None
        if verb.lemma in words("exchanging") and not seen_be:
            fire = any(t.lower in words("fire") for t in tokens[verb.end : verb.end + 3])
            return Governed("deployed", "subject", k, verb) if fire else None
        # "are thought to have died" is active.
        perfect = seen_have and tokens[k - 1].lower in closed("have")
        if verb.passive or (seen_be and verb.forms & PARTICIPLE and not perfect):
            role = verb.object_role
            dead = self.roles.adjective_at.get(verb.end)
            if dead is not None and dead.role == "killed" and role not in HARM:
                # "had been brought in dead"
                return Governed(dead.role, "adjective", verb.end, verb)
            second = self._second(k) if role not in _FINAL else None
            if second is not None and (role not in _TAKEN_FIRST or second.role == "killed"):
                return second
            return Governed(role, "passive", k, verb) if role else None
        if auxiliary:
            return Governed(verb.subject_role, "subject", k, verb) if verb.subject_role else None
        behind = tokens[verb.end].lower if verb.end < n else ""
        from_ = behind == "from" and verb.object_role in _TAKEN and verb.subject_role != "withdrawn"
        agent = behind == "by" or from_
        agent = agent or (verb.lemma in words("transitive") and not behind[:1].isalnum())
        agent = agent or (verb.lemma in words("transitive") and behind in closed("prepositions"))
        if (
            verb.forms & PARTICIPLE
            and not self.takes_object(verb.end)
            and verb.object_role
            and (agent or not verb.subject_role)
        ):
            if skipped < 2 and verb.end < n and tokens[verb.end].lower == "by":
                for j in range(verb.end + 1, min(n, verb.end + 7)):
                    main = self.roles.verb_at.get(j)
                    if main is not None and main.subject_role and not main.passive and main.forms & PAST:
                        return Governed(main.subject_role, "subject", j, main)
            return Governed(verb.object_role, "passive", k, verb)
        if verb.lemma in words("running_into") and any(
            t.lower in words("mines") for t in tokens[verb.end : verb.end + 4]
        ):
            return Governed("destroyed", "subject", k, verb)
        then = self._then(verb.end) if skipped == 0 and verb.subject_role == "deployed" else None
        if then is not None:
            return then
        if verb.lemma in words("quitting"):
            return Governed(verb.subject_role, "subject", k, verb)
        if verb.subject_role and not (verb.object_role in HARM and verb.forms & PAST and self.takes_object(verb.end)):
            return Governed(verb.subject_role, "subject", k, verb)
        if verb.object_role and verb.forms & PAST and self.takes_object(verb.end):
            return Governed("deployed", "subject", k, verb)
        return None

    def _carries(self, verb: Verb) -> bool:
        """Whether a participle tells what something has on it: "20 men armed with axes", "trucks mounted with guns"."""
        if verb.lemma in words("equipping"):
            return True
        behind = self.tokens[verb.end].lower if verb.end < len(self.tokens) else ""
        return behind in words("bearing") and verb.lemma in words("fitting") and bool(verb.forms & PARTICIPLE)

    def _past_speech(self, k: int) -> int:
        """Behind "says it" at ``k``: "the drones that Ukraine says it intercepted"."""
        said = k + 1 < len(self.tokens) and self.tokens[k].lower in speech_forms()
        return k + 2 if said and self.tokens[k + 1].lower in closed("subject_pronouns") else k

    def _past_auxiliaries(self, k: int) -> int:
        """Behind the auxiliaries at ``k``: "whom London has pledged"."""
        auxiliaries = closed("be", "have", "modals", "adverbs")
        while k < len(self.tokens) and self.tokens[k].lower in auxiliaries:
            k += 1
        return k

    def _done_by_others(self, k: int) -> Verb | None:
        """The harm that those do whom ``k`` opens to those whom the clause is about: "whom its troops had seized"."""
        for j in range(k + 1, min(len(self.tokens), k + _SUBJECT)):
            if self.tokens[j].lower in words("clause_ends") or not self.tokens[j].lower[0].isalnum():
                return None
            verb = self.roles.verb_at.get(self._past_auxiliaries(j))
            if verb is not None and verb.object_role in HARM and not verb.passive:
                return None if self.takes_object(verb.end) else verb
        return None

    def _bare(self, k: int) -> bool:
        """Whether a verb of becoming at ``k`` leaves what it tells to the adjective behind it: "lay dead"."""
        return k not in self.roles.verb_at or k + 1 in self.roles.adjective_at

    def _whole(self, lemma: str) -> bool:
        """Whether an entry holds its auxiliary: "have burns", "be on their way"."""
        first, _, rest = lemma.partition(" ")
        return (
            lemma in words("whole_predicates")
            or (first == "have" and bool(rest))
            or (first == "be" and rest.split(" ")[0] in closed("prepositions", "determiners"))
        )

    def _then(self, k: int) -> Governed | None:
        """The harm that befell those who did something first: "ejected and were captured"."""
        for j in range(k, min(len(self.tokens) - 1, k + _THEN)):
            if self.tokens[j].lower in words("clause_ends") or j in self.starts or self.tokens[j].text == ",":
                return None
            if self.tokens[j].lower == "and":
                found = self.predicate(j + 1, 1)
                return found if found is not None and found.role in _BEFALLEN else None
        return None

    def _in_hands(self, k: int) -> bool:
        """Whether somebody's hands or a prison stand at ``k``, past whose they are: "in Cambodian hands"."""
        near = [t.lower for t in self.tokens[k : k + _HOLDER]]
        at = next((i for i, lower in enumerate(near) if lower in words("hands")), None)
        return at is not None and all(lower[0].isalnum() and lower not in words("held_in") for lower in near[:at])

    def _on_ground(self, k: int) -> bool:
        """Whether a ground or a water is named at ``k``, past a determiner: "the country"."""
        return any(t.lower in words("grounds") for t in self.tokens[k : k + 2])

    def active_aside(self, k: int, told: Governed) -> bool:
        """Whether what reads as done to them is done by them, with no auxiliary: "two men who held up signs"."""
        behind = self.tokens[k - 1].lower in words("relative_pronouns") and told.token == k
        return behind and told.verb is not None and told.how in ("passive", "adjective")

    def _second(self, k: int) -> Governed | None:
        """The second of two participles: "were accused of a plot and executed"."""
        for j in range(k + 1, min(len(self.tokens) - 1, k + 8)):
            lower = self.tokens[j].lower
            if lower in words("clause_ends") or lower == "," or j in self.starts:
                return None
            verb = self.roles.verb_at.get(j + 1)
            if lower in words("second_verbs") and verb is not None:
                passive = verb.forms & PARTICIPLE and verb.object_role in HARM and not self.takes_object(verb.end)
                return Governed(verb.object_role, "passive", j + 1, verb) if passive else None
        return None

    def _main(self, k: int) -> Governed | None:
        """The harm that the main clause tells behind a relative one: "who worked there were killed"."""
        aside = self.predicate(k, 1)
        hurt = aside is not None and aside.role == "wounded"
        if aside is not None and aside.role in HARM and not hurt:
            return None
        for j in range(k + 1, min(len(self.tokens), k + FAR)):
            if self.tokens[j].lower in words("clause_ends"):
                return None
            verb = self.roles.verb_at.get(j)
            if hurt and verb is not None and verb.subject_role == "killed" and verb.forms & (PAST | PARTICIPLE):
                # "two officers who were wounded on Monday have died"
                return Governed("killed", "subject", j, verb)
            if j in self.starts and self.tokens[j - 1].lower not in words("joints"):
                return None
            if hurt:
                continue
            if self.tokens[j].lower in closed("be") or self.tokens[j].lower in closed("have"):
                found = self.predicate(j, 1)
                if found is not None and found.role in HARM and found.token > k + 2:
                    return found
        return None

    def inserted(self, k: int) -> int:
        """The end of an insertion that begins at a comma or dash ("— nine of them with the UN —"), or 0."""
        mark, n = self.tokens[k].text, len(self.tokens)
        if mark in "([":
            close = ")" if mark == "(" else "]"
            return next((j + 1 for j in range(k + 1, min(n, k + 24)) if self.tokens[j].text == close), 0)
        pair = {",": (",",), "–": ("–", "—"), "—": ("–", "—"), "-": ("-",)}[mark]
        if mark == "-" and self.tokens[k].char_start == self.tokens[k - 1].char_end:
            return 0
        opened = True
        if mark == ",":
            first = self.tokens[k + 1].lower if k + 1 < n else ""
            opened = first in words("insertions") or (
                k + 1 in self.starts or first.endswith(tuple(words("insertion_endings")))
            )
        for j in range(k + 2, min(n, k + 18)):
            if self.tokens[j].text in pair:
                return j + 1 if opened or self._verb_follows(j + 1) else 0
        return 0

    def _verb_follows(self, k: int) -> bool:
        if k >= len(self.tokens):
            return False
        lower = self.tokens[k].lower
        return (
            lower in closed("be")
            or lower in closed("have")
            or lower in closed("modals")
            or (k in self.roles.verb_at and bool(self.roles.verb_at[k].forms & PAST))
        )
