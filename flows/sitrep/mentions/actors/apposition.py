"""Persons known by the office that commas set apart from their name: "Musa Diallo, the army spokesman, said"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache
from itertools import pairwise

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.actors.draft import Draft
from sitrep.mentions.actors.openings import modifiers
from sitrep.model import ActorMention, Page, PlaceMention

# Kinds of mention that somebody heads.
_LED = ("force", "office", "group")
# What closes an apposition; nothing where the page ends.
_CLOSING = (",", ".", "")
# No full name is longer (code points).
_LONGEST = 64
_WORD = r"(?:[a-z]{2}-)?[A-Z][\w’'-]{1,24}"
_FULL = re.compile(lambda: rf"{_WORD}(?: (?:{re.any_of(_titles('name_particles'))} )?(?:[A-Z]\. )?{_WORD}){{1,3}}")
_BEFORE = re.compile(lambda: rf"(?<![\w.’'-])({_FULL.pattern})(?=, (?:{re.any_of(_titles('holding_relatives'))} )?\Z)")
_LEADING = re.compile(lambda: rf"(?<![\w.’'-])({_FULL.pattern})(?=, {re.any_of(_titles('leading_relatives'))} \Z)")
_BEHIND = re.compile(lambda: rf", ({_FULL.pattern})(?=[,.])")


@cache
def _titles(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("actor_titles")[group])


def settled(page: Page, places: list[PlaceMention], drafts: list[Draft]) -> list[Draft]:
    """The drafts of a page with the states of persons whose office is set apart behind their name or before it, and
    with those persons whom nothing but such an office tells to be somebody."""
    view = page.view
    for draft, behind in pairwise(drafts):
        for named, office in ((draft, behind), (behind, draft)):
            if named.mention.kind != "person" or named.mention.country or not _is_office(office):
                continue
            if view[draft.mention.char_end : behind.mention.char_start] == ", " and _is_closed(view, behind.mention):
                named.mention = replace(named.mention, country=office.mention.country, via="composed")
    taken = sorted([*((p.char_start, p.char_end) for p in places),
                    *((d.mention.char_start, d.mention.char_end) for d in drafts)])  # fmt: skip
    added = []
    for office in drafts:
        told, sentence = office.mention, page.sentences[office.seq]
        pattern = _BEFORE if _is_office(office) else _LEADING if told.kind in _LED and told.country else None
        if sentence.case != "mixed" or pattern is None:
            continue
        floor = max(sentence.char_start, told.char_start - _LONGEST)
        before = pattern.search(view, floor, told.char_start) if _is_closed(view, told) else None
        behind = None if before or pattern is _LEADING else _BEHIND.match(view, told.char_end, sentence.char_end)
        if before and _names_somebody(before, taken):
            added.append(Draft(_person(told, before, before.start()), seq=office.seq))
        elif behind and _names_somebody(behind, taken):
            office.mention = _person(told, behind, told.char_start)
    return sorted([*drafts, *added], key=lambda draft: draft.mention.char_start) if added else drafts


def _is_office(draft: Draft) -> bool:
    told = draft.mention
    return told.kind == "office" and told.via == "composed" and told.country is not None and not draft.plural


def _is_closed(view: str, mention: ActorMention) -> bool:
    return view[mention.char_end : mention.char_end + 1] in _CLOSING


def _names_somebody(found: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """Whether words with capitals are a name, and no part of anything known."""
    start, end = found.span(1)
    words = found[1].split()
    if not _titles("not_names").isdisjoint(words) or words[0].lower() in modifiers("function_words"):
        return False
    at = bisect_left(taken, (start, end))
    return not any(a < end and start < b for a, b in taken[max(0, at - 1) : at + 1])


def _person(office: ActorMention, named: re.Match[str], start: int) -> ActorMention:
    name = " ".join(named[1].split())
    return ActorMention(start, named.end(1), name, office.country, office.role, "person", "composed", named.start(1))
