"""The nouns before a count that tell of it: "losses of 12 tanks", "the death toll rose to 57", "an army of 900"."""

from __future__ import annotations

from sitrep.extract.figures.evidence import Evidence
from sitrep.extract.figures.governed import Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import Word, speech_forms, words

LOSSES = frozenset({"killed", "wounded", "missing", "captured", "casualties"})
# How many words may tell the day between a noun and what it is of.
_DAY = 6
# The longest aside of who says so, in tokens.
_SPOKEN = 9


class NounsBefore(Evidence):
    """Answers about the nouns that stand before the groups of one sentence."""

    def _of_men(self, group: Group) -> bool:
        """Whether the number is of those who make up a body of forces: "an army of 12,000"."""
        before = self._words_before(group, 2)
        return before[-1:] == ["of"] and before[0] in words("bodies_of_forces")

    def _contains(self, k: int, group: Group) -> bool:
        """Whether the noun at ``k`` holds the group and leaves its role to what is told of the noun itself."""
        lower, of = self.tokens[k].lower, self.tokens[group.start - 1].lower == "of"
        return lower in words("containers") or (of and lower in words("bodies"))

    def _of(self, start: int) -> bool:
        """Whether "of" leads to the count, past "the": "the murder of the six priests has been condemned"."""
        before = [t.lower for t in self.tokens[max(0, start - 2) : start]]
        return before[-1:] == ["of"] or (before[:1] == ["of"] and before[-1] in words("the"))

    def _totalled(self, start: int) -> bool:
        """Whether a verb of size stands right before the count: "the group numbers some 800 fighters"."""
        verb = self._verb_to(start)
        return verb is not None and verb.lemma in words("totalling")

    def _noun_before(self, group: Group) -> Governed | None:
        """ "losses of 12 tanks", "the death toll rose to 57", "Killed: 45"."""
        dated = self._past_day(group.start)
        if dated is not None:
            return Governed(dated.role, "noun", dated.start)
        links, k, opened = words("links"), group.start, False
        openers, noun_to = words("list_openers"), self.roles.noun_to
        for steps in range(8):
            if steps and k in self.ends:
                return None
            noun = noun_to.get(k)
            if noun is not None and noun.role == "strength" and noun.start in noun_to:
                noun = noun_to[noun.start]
            if noun is not None and noun.role == "strength":
                # "the losses of the Armed Forces were 215 men"
                noun = self._loss_of_forces(noun.start) or noun
                if noun.role == "strength" and self._recipient(noun.start):
                    return None
            # "casualties exceeded 200 men": the verb is the qualifier of the number.
            exceeded = noun is not None and self.tokens[group.start].lower in words("reaching")
            if noun is not None and not (steps or exceeded) and self.tokens[k - 1].lower in words("ends_of_counts"):
                return None
            if noun is not None and (steps or exceeded):
                before = self.tokens[noun.start - 1].lower if noun.start else ""
                if before in words("raid_means") and noun.role == "deployed":
                    return None
                brought = self.tokens[group.start - 1].lower == "to" and self._changed(noun.start)
                if brought and self.tokens[noun.start].lower in words("standing"):
                    return Governed("strength", "noun", noun.start)
                return Governed(noun.role, "noun", noun.start)
            k -= 1
            grown = self.tokens[group.start - 1].lower == "by"
            if not grown and k in self.names_to and self.tokens[self.names_to[k] - 1].lower in links:
                # "losses in Bakhmut reached 300".
                k = self.names_to[k] - 1
            if k < 0:
                return None
            lower = self.tokens[k].lower
            if lower == "," and (opener := self._aside_of_speech(k)):
                # "casualties, the army admitted, came to 3,400"
                k, lower = opener, self.tokens[opener].lower
                continue
            listed = lower == "," and self.tokens[k + 1].lower in openers
            opened = opened or lower in openers
            if opened and lower in words("aid_nouns"):
                return Governed("supplied", "noun", k)
            if lower not in links and k not in self.roles.noun_at and not listed:
                return None
        return None

    def _recipient(self, k: int) -> bool:
        """Whether "to" leads to the forces named at ``k``: "handed over to the Armed Forces of Ukraine 36 mortars"."""
        j = k
        while j and self.tokens[j].text[0].isupper():
            j -= 1
        j -= self.tokens[j].lower in words("the")
        return j != k and self.tokens[j].lower in words("led_to")

    def _aside_of_speech(self, k: int) -> int:
        """The comma that opens an aside of who says so, where the comma at ``k`` closes it; or 0."""
        if not k or self.tokens[k - 1].lower not in speech_forms():
            return 0
        return next((j for j in range(k - 2, max(0, k - _SPOKEN), -1) if self.tokens[j].text == ","), 0)

    def _loss_of_forces(self, k: int) -> Word | None:
        """The noun of harm that is "of" the forces named at ``k``."""
        for j in range(k - 1, max(0, k - _DAY), -1):
            if self.tokens[j].lower == "of":
                noun = self.roles.noun_to.get(j)
                return noun if noun is not None and noun.role in LOSSES else None
            if not self.tokens[j].lower[0].isalpha():
                return None
        return None

    def _past_day(self, start: int) -> Word | None:
        """The noun that a day parts from its count: "the killing on Monday of six soldiers"."""
        k = start - 1 - (start > 1 and self.tokens[start - 1].lower in words("the"))
        if k < 2 or self.tokens[k].lower != "of":
            return None
        for j in range(k - 1, max(0, k - _DAY), -1):
            lower = self.tokens[j].lower
            if not (lower in words("telling_days") or lower.isdigit()):
                return None
            noun = self.roles.noun_to.get(j)
            if noun is not None and lower in words("before_days", "early_days"):
                return noun
        return None

    def _changed(self, k: int) -> bool:
        """Whether the noun at ``k`` is the object of a verb of change: "bringing its presence to 4,500"."""
        return any(t.lower in words("changes") for t in self.tokens[max(0, k - 3) : k])

    def _of_topic(self, group: Group) -> Governed:
        """What the noun phrase says whose number it is: "the number of wounded soldiers rose to 900"."""
        somewhere = any(
            group.topic < a < group.start and self.tokens[a - 1].lower in words("locative") for a in self.names
        )
        return Governed(group.adjective or ("deployed" if somewhere else "strength"), "noun", group.topic)
