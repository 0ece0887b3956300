"""Whose the counted are by name: in their group, before or behind it, or as what a body named before comes to."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep import patterns as re
from sitrep.extract.figures.adjoining import attends
from sitrep.extract.figures.governed import ASIDE_MARKS
from sitrep.extract.figures.roles import closed, words
from sitrep.extract.figures.sides import GUESSED
from sitrep.extract.figures.subjects import Subjects
from sitrep.extract.figures.surroundings import NOBODY, Count, Force
from sitrep.model import ActorMention, Token

_MOVED = frozenset({"deployed", "reinforcing"})
# Kinds of actors that are many people.
MANY = frozenset({"people", "force", "group"})
# Roles of those of whom "from" tells whom they leave or are asked of, and not whose they are.
_ELSEWHERE = frozenset({"withdrawn", "requested"})
_FROM = re.compile(r"\sfrom\s", re.IGNORECASE)
# How many tokens before a number it is told whose losses it counts, and how many words part the owner from the noun.
_LOSSES, _QUALIFIED = 14, 3


class Owners(Subjects):
    """Answers for one page."""

    def named(self, actor: ActorMention) -> Force:
        """The force that an actor is."""
        return Force(self.page.quote(actor.char_start, actor.char_end), actor.name, actor.country)

    def _sure(self, count: Count) -> list[ActorMention]:
        """The actors that a group may be named with."""
        sure = [x for x in count.actors if x.via not in GUESSED]
        if count.earlier is None:
            return sure
        if count.group.form == "partitive":
            sure = [x for x in sure if x.kind != "pronoun"]
        start = count.group.start
        pair = " ".join(t.lower for t in count.tokens[max(0, start - 2) : start])
        return [x for x in sure if x.char_start >= count.char_start] if pair in words("among_them") else sure

    def _in_group(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        group, tokens = count.group, count.tokens
        if group.people is not None:
            return self.named(group.people)
        a = count.char_start
        b = count.char_end if group.end > group.start else a
        if group.form == "part" and group.hit is not None:
            b = group.hit.char_end
        inside = [x for x in actors if x.char_start < b and x.char_end > a and x.country]
        if any(t.lower in words("enemy") for t in tokens[group.start : group.end]):
            inside = [x for x in inside if x.via != "coreference"]
        inside = [x for x in inside if x.char_end <= b + 1 or x.char_start <= a + 12]
        moved = count.role in _MOVED and count.governed is not None and count.governed.how == "object"
        if count.role in _ELSEWHERE or (moved and self.subject(count) is not None):
            # "1,500 troops from Niger": where they leave, not whose they are.
            inside = [x for x in inside if not _FROM.search(self.page.view[x.char_start : x.char_end])]
        if inside:
            return self.named(inside[-1])
        if any(x.kind == "body" and a <= x.char_start and x.char_end <= b for x in actors):
            # "21 United Nations staff members"
            return NOBODY
        for token in tokens[group.start : group.end]:
            if token.lower in words("enemy") and self.sides.issuer:
                return Force(token.text, None, self._foe(count))
        return (
            self._told_of_part(count, actors)
            or self._holder(count, actors)
            or self._sized(count, actors)
            or self._owner_behind(count, actors)
            or (self._owner_before(count, actors) or self._apposed(count, actors) or self._attended(count, actors))
        )

    def _told_of_part(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whose a part of others is told to be: "20 fighters, nine of them Hezbollah members"."""
        end = count.char_end + 1
        if count.group.form != "partitive":
            return None
        return next((self.named(x) for x in actors if x.char_start == end and x.country and x.kind == "group"), None)

    def _holder(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whose the whole is that the count is of: "a Kenyan contingent of 400"."""
        start = count.group.start
        if start <= 1 or count.tokens[start - 1].lower not in words("of_alone"):
            return None
        end = count.tokens[start - 2].char_end
        holders = (x for x in actors if x.char_start < end <= x.char_end and x.country)
        left = count.role == "withdrawn"
        holders = (x for x in holders if not (left and _FROM.search(self.page.view[x.char_start : x.char_end])))
        return next((self.named(x) for x in holders if x.kind != "state"), None)

    def _owner_behind(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whom the noun behind is tied to: "400 soldiers of the 3rd Army", "loyal to", "belonging to"."""
        tokens, k = count.tokens, count.group.end
        if k >= len(tokens) or tokens[k].lower not in words("owner_links"):
            return None
        forces_only = tokens[k].lower in words("weak_owner_links")
        reach = tokens[min(k + 4, len(tokens) - 1)].char_start
        for x in actors:
            if tokens[k].char_end <= x.char_start <= reach and x.country:
                between = [t.lower for t in tokens[k + 1 : k + 4] if t.char_start < x.char_start]
                if closed("prepositions").intersection(between) or not words("clause_ends").isdisjoint(between):
                    return None
                if not forces_only or x.kind in ("force", "group"):
                    return self.named(x)
        return None

    def _apposed(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whom a number in apposition counts: "Eritrean forces, some 20 divisions, crossed"."""
        start, end, tokens = count.group.start, count.group.end, count.tokens
        if start < 2 or end >= len(tokens) or (tokens[start - 1].text, tokens[end].text) not in ASIDE_MARKS:
            return None
        before = tokens[start - 2].char_end
        return next((self.named(x) for x in actors if x.char_end == before and x.country and x.kind in MANY), None)

    def _attended(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whom those counted go with: "Cambodian soldiers, supported by three tanks, crossed the border"."""
        start, tokens = count.group.start, count.tokens
        if start < 4 or not attends(tokens, start) or tokens[start - 3].text != ",":
            return None
        before = tokens[start - 4].char_end
        found = (x for x in actors if x.char_end == before and x.country and x.kind in MANY)
        # "sent 5,000 soldiers to the area, backed by 20 tanks"
        known = next((self.named(x) for x in found), count.earlier if count.along else None)
        sender = next(
            (x for x in reversed(actors) if x.char_end < before and x.country and x.kind in MANY | {"state"}), None
        )
        return known or (self.named(sender) if sender is not None else None)

    def _sized(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whose the body is that comes to the number: "Botswana's contingent, numbering 371"."""
        start, tokens = count.group.start, count.tokens
        if start < 4 or tokens[start - 1].lower not in words("coming_to") or tokens[start - 2].text != ",":
            return None
        if tokens[start - 3].lower not in words("bodies", "standing"):
            return None
        owner = tokens[start - 4].char_end
        ends = (tokens[start - 3].char_end, owner, owner - 2)
        return next((self.named(x) for x in actors if x.char_end in ends and x.country), None)

    def _owner_before(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Who stands before the number as its owner: "Kyiv's 30 tanks", "their 12 guns"."""
        group = count.group
        if not group.start:
            return None
        before = count.tokens[group.start - 1]
        if group.start > 1 and before.lower in words("valuing") and count.tokens[group.start - 2].lower in words("own"):
            # "Kabul put Pakistan's dead at 58 and its own at nine"
            teller = self.subject(count)
            return self.named(teller) if teller is not None else None
        bracketed = before.text == "(" and group.start > 1
        if bracketed:
            # "Indonesia (1,231 troops)"
            before = count.tokens[group.start - 2]
        possessive = before.lower.endswith(("'s", "’s"))
        if before.lower in words("whose") and group.start > 2 and count.tokens[group.start - 2].text == ",":
            # "Turkey, whose 500 soldiers guard the airport".
            before, possessive = count.tokens[group.start - 3], True
        for x in actors:
            if x.char_end in (before.char_end, before.char_end - 2) and x.country:
                gapped = group.form == "elided" or (
                    count.governed is not None and count.governed.how in ("list", "far")
                )
                if (
                    possessive
                    or bracketed
                    or x.kind == "pronoun"
                    or (x.kind in ("state", "people", "force") and gapped and not self._gets(count, x))
                ):
                    return self.named(x)
        return None

    def _gets(self, count: Count, actor: ActorMention) -> bool:
        """Whether an actor stands right behind the verb by which it is given what is counted: "sell Chad 12 jets"."""
        verb = count.governed.verb if count.governed is not None else None
        if verb is None or verb.lemma not in words("giving"):
            return False
        return count.tokens[verb.end - 1].char_end + 1 == actor.char_start

    def bereaved(self, count: Count) -> ActorMention | None:
        """Whose losses a number is told to be: "put Syrian losses at 309 men", "Ethiopia's toll reached 900"."""
        tokens, start = count.tokens, count.group.start
        told = words("losses_of")
        for k in range(start - 1, max(-1, start - _LOSSES), -1):
            lower = tokens[k].lower
            if lower in told:
                return self._ending(count, tokens, k)
            if lower.endswith(("'s", "’s")) and k + 1 < start and tokens[k + 1].lower in words("valuing", "upon"):
                # "put its own losses at 300 and Eritrea's at 2,000"
                return self._ending(count, tokens, k + 1)
            if lower in words("clause_ends"):
                return None
        return None

    def _ending(self, count: Count, tokens: Sequence[Token], k: int) -> ActorMention | None:
        """The actor that owns the noun at ``k``: it ends there or before the words that qualify the noun."""
        for j in range(k, max(-1, k - 1 - _QUALIFIED), -1):
            owned = tokens[j].lower.endswith(("'s", "’s"))
            ends = (tokens[j].char_end, tokens[j].char_end - 2) if owned else (tokens[j].char_end,)
            for x in count.actors:
                if x.country and x.char_end in ends and (owned or x.kind != "state"):
                    return x
            if j < k and tokens[j].lower not in words("of_losses"):
                return None
        return None

    def sided(self, count: Count) -> ActorMention | None:
        """On whose side those counted fell: "on the Armenian side 45 were killed", "12 dead in the army's ranks"."""
        tokens, group = count.tokens, count.group
        behind = None
        for k in range(group.end, len(tokens)):
            if tokens[k].lower in words("clause_ends") or tokens[k].text == ",":
                break
            if tokens[k].lower in words("sides_of_war"):
                behind = self._on_side(count, k)
                break
            if tokens[k].lower in words("joints"):
                break
        if behind is not None:
            return behind
        for k in range(group.start - 1, -1, -1):
            if tokens[k].lower in words("sides_of_war"):
                return self._on_side(count, k)
            if tokens[k].lower in words("clause_ends"):
                return None
        return None

    def _on_side(self, count: Count, k: int) -> ActorMention | None:
        tokens = count.tokens
        owner = self._ending(count, tokens, k)
        if owner is None:
            return None
        first = next((i for i in range(k, -1, -1) if tokens[i].char_start <= owner.char_start), 0)
        before = [t.lower for t in tokens[max(0, first - 2) : first]]
        if before and before[-1] in closed("determiners"):
            before.pop()
        return owner if before and before[-1] in words("upon") else None
