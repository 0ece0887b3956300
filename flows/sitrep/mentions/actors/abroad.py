"""Armed groups that fight in several states."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep.model import ActorMention, Page


@cache
def _abroad() -> dict[str, frozenset[str]]:
    """The states in which groups fight beside their own, by each of their names in lower case."""
    states = {row["name"]: frozenset(row["countries"].split("|")) for row in lexicons.rows("groups_abroad")}
    return {
        name.lower(): states[row["name"]]
        for row in lexicons.rows("armed_groups")
        if row["name"] in states
        for name in (row["name"], *row["aliases"].split("|"))
        if name
    }


def fights_in(page: Page, actor: ActorMention, state: str | None) -> bool:
    """Whether an armed group, or its men, is one that fights in a state beside its own."""
    if state is None or actor.role != "REB" or actor.country == state:
        return False
    text = page.view[actor.char_start : actor.char_end].lower().removeprefix("the ")
    named = actor.name.lower() if actor.kind == "group" and actor.name else text
    known = _abroad().get(named)
    if known is None and actor.kind != "group":
        known = next((states for name, states in _abroad().items() if text.startswith(f"{name} ")), None)
    return known is not None and state in known
