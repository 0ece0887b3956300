"""An actor before what refers back is known."""

from __future__ import annotations

from dataclasses import dataclass

from sitrep.model import ActorMention
from sitrep.territories import coded_to


@dataclass(slots=True)
class Draft:
    """An actor before coreference.

    ``owner`` is the kind of the possessive in front ("its troops": ``thing``). ``definite``: has an article that points
    back. ``reference``: the noun or pronoun names nobody by itself.
    ``acronym``: a short form that the text gives it in brackets. ``stateless``: of a body or group that belongs to no
    one state. ``ethnic``: a people by descent, which may live in another state. ``titles``: the offices that it is
    named by ("president" of "President Diallo"). ``leader``: the person that it is called after ("Haftar's troops").
    """

    mention: ActorMention
    owner: str | None = None
    definite: bool = False
    reference: str | None = None
    plural: bool = False
    acronym: str | None = None
    seq: int = 0
    stateless: bool = False
    ethnic: bool = False
    titles: tuple[str, ...] = ()
    leader: ActorMention | None = None


def of_state(actor: ActorMention, country: str, via: str) -> ActorMention:
    """An actor with the state that it is now known to be of."""
    country = coded_to(country, actor.role, actor.name)
    return ActorMention(
        actor.char_start, actor.char_end, actor.name, country, actor.role, actor.kind, via, actor.head_start,
        actor.antecedent_start, actor.antecedent_end, actor.members,
    )  # fmt: skip
