"""Sources that a colon parts from what they say, in headlines: "Army: rebels driven out", "Rebels driven out: army"."""

from __future__ import annotations

from bisect import bisect_left

from sitrep.model import ActorMention, Cue, Page

_HEADLINES = ("title", "heading")
# A state before a colon may only be what the headline is about ("Sudan: army retakes a town").
_SPEAKERS = ("office", "force", "group", "body", "person", "people")


def read(page: Page, actors: list[ActorMention], starts: list[int]) -> list[Cue]:
    """The attributions of headlines that open or end with their source; ``starts`` is where the actors begin."""
    view, found = page.view, []
    for sentence in page.sentences:
        if page.blocks[sentence.block].kind not in _HEADLINES:
            continue
        for actor in actors[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]:
            start, end = actor.char_start, actor.char_end
            before = view[sentence.char_start : start]
            if actor.kind in _SPEAKERS and view[end : end + 2] == ": " and not before.strip():
                found.append(Cue(end, end + 1, "reported", end + 1, sentence.char_end, start, end))
            elif before.endswith(": ") and not view[end : sentence.char_end].strip():
                colon = start - 2
                found.append(Cue(colon, colon + 1, "reported", sentence.char_start, colon, start, end))
    return found
