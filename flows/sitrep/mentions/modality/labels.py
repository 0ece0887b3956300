"""Sources that a colon or a dash parts from what they say, in headlines: "Army: rebels driven out", "Rebels driven out:
army", "Rebels driven out – state media"."""

from __future__ import annotations

from bisect import bisect_left

from sitrep import patterns as re
from sitrep.mentions.modality.lexicon import words
from sitrep.model import ActorMention, Cue, Page

_HEADLINES = ("title", "heading")
# A state before a colon may only be what the headline is about ("Sudan: army retakes a town").
_SPEAKERS = ("office", "force", "group", "body", "person", "people")
_PARTING = (": ", " – ", " — ", " - ")
# A source that is nobody's name, at the end of a headline.
_PLAIN = re.compile(
    lambda: rf"(?::| [–—-]) ((?:[\w’'-]+ ){{0,3}}{re.any_of(words('sources') | words('plain_sources'))})\s*\Z",
    re.IGNORECASE,
)
_REACH = 60


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
            elif before.endswith(_PARTING) and not view[end : sentence.char_end].strip():
                sign = start - 2
                found.append(Cue(sign, sign + 1, "reported", sentence.char_start, sign, start, end))
        plain = _PLAIN.search(view, max(sentence.char_start, sentence.char_end - _REACH), sentence.char_end)
        if plain is not None and plain.start() > sentence.char_start:
            sign, source = plain.start(1) - 2, plain.span(1)
            found.append(Cue(sign, sign + 1, "reported", sentence.char_start, sign, *source))
    return found
