"""Armed groups that fight in several states."""

from __future__ import annotations

from sitrep.model import ActorMention, Page
from sitrep.territories import states_abroad


def fights_in(page: Page, actor: ActorMention, state: str | None) -> bool:
    """Whether an armed group, or its men, is one that fights in a state beside its own."""
    if state is None or actor.role != "REB" or actor.country == state:
        return False
    text = page.view[actor.char_start : actor.char_end].lower().removeprefix("the ")
    named = actor.name.lower() if actor.kind == "group" and actor.name else text
    known = states_abroad().get(named)
    if known is None and actor.kind != "group":
        known = next((states for name, states in states_abroad().items() if text.startswith(f"{name} ")), None)
    return known is not None and state in known
