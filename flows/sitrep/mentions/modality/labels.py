"""Sources that a colon parts from what they say, in headlines: "Army: rebels driven out", "Rebels driven out: army"."""

from __future__ import annotations

from sitrep.model import ActorMention, Cue, Page

_HEADLINES = ("title", "heading")
# A state before a colon may only be what the headline is about ("Sudan: army retakes a town").
_SPEAKERS = ("office", "force", "group", "body", "person", "people")


def read(page: Page, actors: list[ActorMention]) -> list[Cue]:
    """The attributions of headlines that open or end with their source."""
    view, found = page.view, []
    for actor in actors:
        sentence = page.sentence_at(actor.char_start)
        if sentence is None or page.blocks[sentence.block].kind not in _HEADLINES:
            continue
        start, end = actor.char_start, actor.char_end
        if actor.kind in _SPEAKERS and not view[sentence.char_start : start].strip() and view[end : end + 2] == ": ":
            found.append(Cue(end, end + 1, "reported", end + 1, sentence.char_end, start, end))
        elif not view[end : sentence.char_end].strip() and view[sentence.char_start : start].endswith(": "):
            colon = start - 2
            found.append(Cue(colon, colon + 1, "reported", sentence.char_start, colon, start, end))
    return found
