"""Cues of negation, condition, plan, doubt and attribution, each with the stretch it reaches over (ConText's idea)."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from sitrep import lexicons
from sitrep.matcher import Match, Matcher
from sitrep.model import ActorMention, Cue, Page, Sentence



@cache
def _cues() -> Matcher[tuple[str, ...]]:
    groups = lexicons.load("modality_cues")
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for phrase in groups[group]:
            if group != "unnamed_sources":
                found[phrase] = (*found.get(phrase, ()), group)
    return Matcher(found)


def read(page: Page, actors: list[ActorMention]) -> list[Cue]:
    """The cues of the page's sentences, sorted by ``char_start``."""
    found: list[Cue] = []
    starts = [actor.char_start for actor in actors]
    for sentence, matches in _by_sentence(page):
        inside = actors[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]
        found.extend(_of_sentence(page.view, sentence, matches, inside))
    return sorted(found, key=lambda cue: (cue.char_start, cue.char_end))


def _by_sentence(page: Page) -> list[tuple[Sentence, list[Match[tuple[str, ...]]]]]:
    groups: list[tuple[Sentence, list[Match[tuple[str, ...]]]]] = []
    sentences, at = page.sentences, 0
    for match in _cues().find(page.folded, page.view):
        while at < len(sentences) and sentences[at].char_end <= match.char_start:
            at += 1
        if at == len(sentences):
            break
        if match.char_start < sentences[at].char_start:
            continue
        if groups and groups[-1][0] is sentences[at]:
            groups[-1][1].append(match)
        else:
            groups.append((sentences[at], [match]))
    return groups


def _of_sentence(view: str, sentence: Sentence, matches: list, actors: list[ActorMention]) -> list[Cue]:
    found: list[Cue] = []
    stops = [m.char_start for m in matches if "terminators" in m.value]
    for match in matches:
        for group in match.value:
            value, _, direction = group.partition("_")
            if direction == "forward":
                end = next((s for s in stops if s > match.char_end), sentence.char_end)
                found.append(Cue(match.char_start, match.char_end, value, match.char_end, end))
            elif direction == "backward":
                start = max((s for s in stops if s < match.char_start), default=sentence.char_start)
                found.append(Cue(match.char_start, match.char_end, value, start, match.char_start))
            elif group == "reporting":
                cue = _attribution(view, sentence, match, actors)
                if cue:
                    found.append(cue)
            elif group == "source_after":
                actor = next((a for a in actors if 0 <= a.char_start - match.char_end <= 12), None)
                if actor:
                    found.append(
                        Cue(
                            match.char_start, match.char_end, "reported", sentence.char_start, sentence.char_end,
                            actor.char_start, actor.char_end,
                        )
                    )  # fmt: skip
    return found


def _attribution(view: str, sentence: Sentence, match: Match, actors: list[ActorMention]) -> Cue | None:
    """The cue of a reporting verb: its subject in front of it is the source; it covers what it says."""
    before = [a for a in actors if a.char_end <= match.char_start and match.char_start - a.char_end < 40]
    if not before:
        return None
    source = before[-1]
    between = view[source.char_end : match.char_start]
    if re.search(r"[.;:]|\b(?:and|that|to)\b", between):
        return None
    last = not view[match.char_end : sentence.char_end].strip(" .”\"’')")
    tail = view[match.char_end : sentence.char_end]
    ends = last or (view[: source.char_start].rstrip().endswith((",", "”", '"', ",”")) and not tail.lstrip().startswith("that"))
    scope = (sentence.char_start, source.char_start) if ends else (match.char_end, sentence.char_end)
    return Cue(match.char_start, match.char_end, "reported", *scope, source.char_start, source.char_end)
