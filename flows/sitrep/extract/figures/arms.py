"""The role of arms: what befalls people destroys them, what sends people gives them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from sitrep.extract.figures.adjoining import attends
from sitrep.extract.figures.governed import Governed
from sitrep.extract.figures.roles import Verb, giving_forms, words
from sitrep.model import Token

# The groups of equipment that sides give each other, and those that fly and are spent.
GIVEN = frozenset({"armour", "gun", "air_defence", "vehicle", "other", ""})
FLYING = frozenset({"drone", "missile", "munition"})
# What an interception tells of craft with men aboard: boats are seized, aircraft are met in the air.
_MANNED = {"vessel": "captured", "aircraft": "deployed"}
_COME = frozenset({"subject", "list", "far"})
# Behind those ordered to go somewhere, where to.
_ORDERED = 10


def of_arms(
    role: str,
    lemma: str,
    group: str,
    governed: Governed,
    tokens: Sequence[Token],
    behind: str,
    earlier: str | None,
    group_start: int,
) -> str:
    """The role of arms of a ``group`` of equipment; ``lemma`` governs them and ``behind`` is the word after them."""
    if governed.how == "agent" and role in ("killed", "wounded", "destroyed"):
        # "was killed with two grenades"
        return "deployed"
    if lemma in words("setting_off") and group == "munition" and governed.how in ("object", "passive"):
        cleared = words("clearing").intersection(t.lower for t in tokens)
        return "destroyed" if cleared else "deployed"
    if lemma in words("falling") and group in FLYING:
        return "deployed"
    if lemma in words("coming_down") and group in ("missile", "munition"):
        return "deployed"
    if lemma in words("hitting") and group in FLYING and governed.how in ("far", "list"):
        # "attacked the city, 200 missiles and 40 drones".
        return "deployed"
    if role in ("trained", "recruited") or (role == "released" and group in FLYING):
        # "drilled around the island with 46 vessels"; "released 80 drones"
        return "deployed"
    if lemma in words("awaiting") and behind in words("led_to"):
        # "expect six bombers to move to Guam"
        return "reinforcing"
    if (
        role == "reinforcing"
        and group in GIVEN
        and not giving_forms().isdisjoint(t.lower for t in tokens[:group_start])
    ):
        # "donated shells, and 20 tanks were on their way"
        return "supplied"
    if lemma in words("intercepting") and group in _MANNED:
        return _MANNED[group]
    if role in ("killed", "wounded", "casualties") or (role == "missing" and _lost_on_duty(lemma, governed)):
        return "destroyed"
    if role == "captured" and lemma in words("bagging") and group not in GIVEN:
        # "bagged nine bombers"; guns and tanks may be taken whole.
        return "destroyed"
    if role == "reinforcing" and lemma in words("allotting"):
        return "supplied"
    if role == "reinforcing" and not lemma and group in ("missile", "drone", "munition"):
        return "deployed"
    if role == "reinforcing" and tokens[governed.token].lower in words("awaited") and governed.how == "adjective":
        return role if group == "vessel" or (group == "aircraft" and earlier != "supplied") else "supplied"
    if lemma in words("ordering") and governed.how == "object" and bought(tokens, group_start):
        return "supplied"
    if role == "surrendered" and lemma in words("handing_on") and governed.how == "adjective":
        yielded = words("disarming", "yielders").intersection(t.lower for t in tokens)
        return role if yielded else "supplied"
    if role == "captured" and lemma in words("holding") and group != "vessel":
        return "strength"
    if role == "deployed" and lemma in words("sending") and governed.how in ("object", "passive", "far", "list"):
        if group in GIVEN and lemma.removesuffix(" to") not in words("moving_arms"):
            if _to_own(tokens, group_start):
                return "deployed"
            thrust = lemma in words("thrusting") and behind in words("thrust_into")
            return "deployed" if thrust else "supplied"
        if group in FLYING and lemma in words("conveying"):
            clause = {t.lower for t in tokens[governed.token : governed.token + 16]}
            return "deployed" if clause & words("aims") else "supplied"
    if role == "deployed" and governed.how in _COME and lemma in words("coming") and group not in FLYING:
        clause = {t.lower for t in tokens}
        before = [t.lower for t in tokens[max(0, group_start - 2) : group_start + 1]]
        firsts = words("firsts")
        first = (before[0] in firsts and before[1:2] == ["of"]) or not firsts.isdisjoint(before[-2:])
        if first or earlier == "supplied" or not clause.isdisjoint(words("delivering")):
            return "supplied"
    if group == "munition" and governed.how == "subject" and lemma in words("bursting"):
        return "deployed"
    return role


def _lost_on_duty(lemma: str, governed: Governed) -> bool:
    """Whether arms did not come back from where they went: "failed to return", "never came back"."""
    return governed.how in _COME and (not lemma or lemma in words("not_returning"))


def _to_own(tokens: Sequence[Token], k: int) -> bool:
    """Whether arms go to men of the side that sends them: "sent 40 vehicles to its garrison", "backed by 20 tanks"."""
    if attends(tokens, k):
        return True
    behind = [t.lower for t in tokens[k : k + _ORDERED]]
    return any(a in words("led_to") and b in words("possessors") for a, b in pairwise(behind))


def bought(tokens: Sequence[Token], k: int) -> bool:
    """Whether nothing behind ``k`` tells where what is ordered is to go: it is bought."""
    for token in tokens[k : k + _ORDERED]:
        if token.lower in words("destinations"):
            return False
        if token.lower in words("clause_ends") or token.text == ",":
            return True
    return True


def recipient(verb: Verb | None, tokens: Sequence[Token]) -> bool:
    """Whether the name of one who gets what is given stands between the verb and it: "sent Russia 100 missiles"."""
    if verb is None or verb.passive or verb.end + 1 >= len(tokens):
        return False
    return tokens[verb.end].text[0].isupper() and tokens[verb.end].text[-1].islower()


def passed_on(verb: Verb | None, passed: Callable[[str], bool]) -> bool:
    """Whether arms come to a state or from one: "will go to Ukraine", "were transferred to", "arrived from Poland"."""
    if verb is None:
        return False
    to = verb.lemma in words("passing_on") and (verb.future or verb.passive) and passed("to")
    return to or (verb.lemma in words("coming") and passed("from"))
