"""What the words right beside a count tell of it: whose it is, what it goes with, that it goes on from another."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.figures.governed import Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import words
from sitrep.model import Token


def owned(group: Group, tokens: Sequence[Token]) -> bool:
    """Whether it is told right before the count whose they are: "its 3,000 troops", "its 2,800-strong base"."""
    return group.start > 0 and tokens[group.start - 1].lower in words("possessors")


def goes_on(before: Group, group: Group, tokens: Sequence[Token]) -> bool:
    """Whether a group goes on the list of the one right before it: "170 tanks and 60 guns"."""
    return all(t.lower in words("joints") for t in tokens[before.end : group.start])


def more_of_the_same(group: Group, tokens: Sequence[Token]) -> bool:
    """Whether more of those told before are counted: "four battalions are at Lesna and a further two at Brest"."""
    return group.start > 0 and tokens[group.start - 1].lower in words("extra")


def denied_of_all(group: Group, tokens: Sequence[Token]) -> bool:
    """Whether something is denied of all: "not one of our monitors was killed"."""
    return group.negated and [t.lower for t in tokens[group.start : group.start + 3]] == ["not", "one", "of"]


def attends(tokens: Sequence[Token], start: int) -> bool:
    """Whether those counted from token ``start`` on go with others: "sent 5,000 soldiers, backed by 20 tanks"."""
    before = [t.lower for t in tokens[max(0, start - 2) : start]]
    return len(before) > 1 and before[1] in words("led_by") and before[0] in words("attended")


def done_with_part(group: Group, governed: Governed | None, tokens: Sequence[Token]) -> bool:
    """Whether a clause tells what was done with a part of what was promised: "some 50 of which were delivered"."""
    if group.form != "partitive" or tokens[group.end - 1].lower not in words("relative_pronouns"):
        return False
    verb = governed.verb if governed is not None else None
    return verb is not None and not verb.future and verb.passive
