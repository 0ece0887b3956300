"""Which modality holds at a stretch of text: that of the strongest cue whose scope covers it (codebook, Modality)."""

from __future__ import annotations

from sitrep.model import MODALITY_ORDER, Cue, Mentions, Sentence

# How far from a sentence a cue may stand that reaches it: the line above a list or table; "That was wrong." behind it.
_BACK, _AHEAD = 4000, 200
_RANK = {value: i for i, value in enumerate(MODALITY_ORDER)}


def modality_at(
    mentions: Mentions, sentence: Sentence, char_start: int, char_end: int, without: Cue | None = None
) -> tuple[str, int, int, Cue | None]:
    """The modality of a stretch, the span of its source (-1, -1 where none is named), and the cue that decided.

    A cue counts where its scope covers ``char_start``; a word of saying does not report itself. Of the sources
    in scope, the one whose cue is nearest is taken. ``without`` is a cue that does not bear on the stretch.
    """
    best: Cue | None = None
    source: Cue | None = None
    near = mentions.within("cues", sentence.char_start - _BACK, sentence.char_end + _AHEAD)
    for cue in [cue for cue in near if cue.scope_start <= char_start < cue.scope_end]:
        if cue is without:
            continue
        if cue.modality == "reported" and cue.char_start < char_end and char_start < cue.char_end:
            continue
        if best is None or _RANK[cue.modality] < _RANK[best.modality]:
            best = cue
        if cue.source_start >= 0:
            gap, known = _gap(cue, char_start, char_end), source and _gap(source, char_start, char_end)
            if known is None or gap < known:
                source = cue
    span = (source.source_start, source.source_end) if source else (-1, -1)
    return (best.modality if best else "asserted", *span, best)


def _gap(cue: Cue, char_start: int, char_end: int) -> int:
    return max(cue.char_start - char_end, char_start - cue.char_end, 0)
