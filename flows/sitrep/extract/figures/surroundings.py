"""A count and what stands around it: what its force is told from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitrep.extract.figures.governed import Governed
from sitrep.extract.figures.group import Group
from sitrep.model import ActorMention, PlaceMention, Token
from sitrep.territories import sovereign


@dataclass(frozen=True, slots=True)
class Force:
    """Whose the counted are; ``inferred`` where a rule and not the clause tells it."""

    text: str | None
    name: str | None
    country: str | None
    inferred: bool = False


NOBODY = Force(None, None, None)


@dataclass(frozen=True, slots=True)
class Count:
    """A counted group of a sentence with what was read of it: its governor, role, kind and place.

    ``tokens`` and ``actors`` are those of the sentence; ``source`` is the actor whom it is attributed to. ``earlier``
    is the force of the figure before; ``alike`` where that figure counts the same noun. ``beside`` is where that figure
    stands, if it tells of a harm that somebody did in the same sentence (-1 else). ``along`` is set where that
    figure is of the same sentence.
    """

    group: Group
    governed: Governed | None
    role: str
    kind: str
    tokens: Sequence[Token]
    actors: Sequence[ActorMention]
    place: PlaceMention | None
    source: ActorMention | None
    earlier: Force | None
    alike: bool
    beside: int = -1
    along: bool = False

    @property
    def lemma(self) -> str:
        """The verb that governs the group, "" where none does."""
        return self.governed.verb.lemma if self.governed and self.governed.verb else ""

    @property
    def passive(self) -> bool:
        """Whether something was done to those counted: by an agent, where one is told."""
        governed = self.governed
        return governed is not None and (
            governed.how == "passive" or (governed.verb is not None and governed.verb.passive)
        )

    @property
    def noun(self) -> str:
        """What is counted, in the singular, "" where the noun is left out."""
        return self.group.hit.unit.noun if self.group.hit else ""

    @property
    def known(self) -> Force | None:
        """The force of the figure before, where it is known to belong to a country."""
        return self.earlier if self.earlier is not None and self.earlier.country else None

    @property
    def here(self) -> str | None:
        """The country of the place; of forces on the land of a territory that has none, the state that acts for it."""
        country = self.place.country if self.place is not None else None
        return country if self.kind == "civilian" else sovereign(country)

    @property
    def placed(self) -> bool:
        """Whether the sentence itself names the place."""
        return self.place is not None and self.tokens[0].char_start <= self.place.char_start < self.tokens[-1].char_end

    @property
    def char_start(self) -> int:
        return self.tokens[self.group.start].char_start

    @property
    def char_end(self) -> int:
        return self.tokens[max(self.group.end - 1, self.group.start)].char_end
