"""Whose section it is: the side that the heading above a block names and tells nothing else of."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep import patterns as re
from sitrep.extract.figures.forces import Forces
from sitrep.extract.figures.roles import closed, words
from sitrep.extract.figures.sides import GUESSED
from sitrep.extract.figures.surroundings import Force
from sitrep.model import ActorMention, Mentions, Page

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 80
_SIDES = frozenset({"state", "demonym", "people", "force", "group", "office"})


class Headings:
    """Answers about the blocks of one page."""

    def __init__(self, page: Page, mentions: Mentions, forces: Forces):
        self.page, self.mentions, self.forces = page, mentions, forces
        self._known: list[Force | None] = []

    def force(self, block: int) -> Force | None:
        """The force whose name is the heading above a block ("People's Liberation Army"), None under any other."""
        while len(self._known) <= block:
            seq = len(self._known)
            above = self._known[-1] if self._known else None
            self._known.append(self._named(seq) if self.page.blocks[seq].kind == "heading" else above)
        return self._known[block]

    def turn_from(self, force: Force, before: int, block: int) -> bool:
        """Whether a heading between two blocks names other states than a force's alone: "Ukraine's answer"."""
        for at in self.page.blocks[before + 1 : block]:
            if at.kind == "heading":
                actors = self.mentions.within("actors", at.char_start, at.char_end)
                named = {a.country for a in actors if a.country and a.via not in GUESSED}
                if named and force.country not in named:
                    return True
        return False

    def contradicted(self, force: Force, actors: Sequence[ActorMention]) -> bool:
        """Whether a sentence whose ``actors`` are given names the force itself, and leaves nothing to the heading."""
        sure = (a for a in actors if a.via not in GUESSED and a.country)
        return force.country is not None and any(a.country == force.country for a in sure)

    def _named(self, seq: int) -> Force | None:
        block = self.page.blocks[seq]
        if block.char_end - block.char_start > _LONGEST:
            return None
        actors = self.mentions.within("actors", block.char_start, block.char_end)
        named = [a for a in actors if a.country and a.kind in _SIDES and a.via not in GUESSED]
        if len({a.country for a in named}) != 1:
            return None
        text = self.page.view[block.char_start : block.char_end]
        for a in reversed(named):
            text = text[: a.char_start - block.char_start] + " " + text[a.char_end - block.char_start :]
        rest = {m[0].lower() for m in _WORD.finditer(text)}
        known = words("of_a_side", "forces", "bodies", "loss_nouns", "the_fallen", "asking_of_a_side") | closed(
            "prepositions", "determiners"
        )
        return self.forces.named(named[0]) if rest <= known else None
