"""Names that need the page to tell whom they mean: those that several states share, surnames and short forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, Implementation

from sitrep import patterns as re
from sitrep.folding import fold
from sitrep.mentions.actors.compose import named_after_leaders
from sitrep.mentions.actors.draft import Draft
from sitrep.mentions.actors.lexicon import (
    Leader,
    Part,
    acronyms,
    kin,
    namesakes,
    offices_of_many,
    peoples_abroad,
    surnames,
)
from sitrep.mentions.actors.reference import listed
from sitrep.mentions.actors.setting import Setting
from sitrep.model import ActorMention, Page, PlaceMention

_SURNAME = re.compile(r"[^\W\d_][\w’'-]{2,}\Z")
_ARTICLED = re.compile(r"[a-z]{2,4}-[A-Z]")
_NAME_AFTER = re.compile(r"[ \t\xa0-][A-Z]")
_EDGE = re.compile(r"\b")
_YEAR = re.compile(r"\d{4}")
_WORD = re.compile(r"[A-Za-z0-9-]+")
# To look for so many names one after another takes less time than to make ready to look for all at once.
_FEW_NAMES = 24


def settle(page: Page, places: list[PlaceMention], drafts: list[Draft], around: Setting) -> None:
    """Give names that several states share to the state that the page is about, where it is one of them."""
    _settle_kin(page, drafts)
    _settle_renamed(page, drafts)
    if around.home is not None:
        _settle_namesakes(page, places, drafts, around.home)
    _settle_acronyms(page, drafts)


def _settle_namesakes(page: Page, places: list[PlaceMention], drafts: list[Draft], home: str) -> None:
    for draft in drafts:
        actor = draft.mention
        if not actor.country or actor.country == home or actor.via not in ("lexicon", "composed"):
            continue
        words = _folded(page.view[actor.char_start : actor.char_end])
        group = _namesake(words, actor.country, home)
        if group is not None:
            draft.mention = replace(actor, name=group.name, country=group.country)
        elif actor.via == "lexicon" and words.removeprefix("the ") in offices_of_many():
            if not _is_told_of(actor.country, places, drafts):
                draft.mention = replace(actor, country=home, via="context")


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _settle_kin(page: Page, drafts: list[Draft]) -> None:
    """Give a people that a page tells of as one abroad ("Bosnian Serbs") its state where the people is named alone."""
    text = page.folded.text
    if not any([people in text for people in peoples_abroad()]):
        return
    named = {phrase: told for phrase, told in kin().items() if phrase in text}
    if not named:
        return
    texts = [f" {fold(page.view[d.mention.char_start : d.mention.char_end])} " for d in drafts]
    abroad: dict[tuple[str, str], str] = {}
    for phrase, (people, own) in named.items():
        for draft, text in zip(drafts, texts, strict=True):
            if f" {phrase} " in text and draft.mention.country not in (None, own):
                abroad[people.removesuffix("s"), own] = draft.mention.country
                break
    for (people, own), state in abroad.items():
        for draft, text in zip(drafts, texts, strict=True):
            if draft.mention.country == own and (f" {people} " in text or f" {people}s " in text):
                draft.mention = replace(draft.mention, country=state)


def _settle_renamed(page: Page, drafts: list[Draft]) -> None:
    """Give a group to the state that the page itself tells behind its name ("the FPL, a Malawian rebel group")."""
    told: dict[str | None, str] = {}
    for draft, behind in pairwise(drafts):
        group, renaming = draft.mention, behind.mention
        if group.kind != "group" or renaming.via != "composed" or renaming.role != group.role:
            continue
        if not page.view[group.head_start : group.char_end].isupper():
            continue  # a short form may be of several; a full name is not
        if not renaming.country or renaming.country == group.country:
            continue
        opening = page.view[group.char_end : renaming.head_start].lower().split()
        if len(opening) > 1 and opening[0] == "," and opening[1] in listed("renaming"):
            told[group.name] = renaming.country
    for draft in drafts if told else ():
        if draft.mention.kind == "group" and draft.mention.name in told:
            draft.mention = replace(draft.mention, country=told[draft.mention.name])


def _settle_acronyms(page: Page, drafts: list[Draft]) -> None:
    """Give a short form that the page itself introduces ("the Somali National Army (SNA)") to whom it is of there, and
    not to its namesake in another state."""
    given = {
        draft.acronym: draft.mention
        for draft in drafts
        if draft.acronym in acronyms()
        and draft.mention.kind != "group"  # one whose short form the lexicon does not know, or its namesake's
        and draft.mention.country not in (None, acronyms()[draft.acronym].country)
    }
    if not given:
        return
    for draft in drafts:
        actor = draft.mention
        for word in _WORD.findall(page.view[actor.char_start : actor.char_end]):
            own = given.get(word)
            if own is not None and not draft.acronym and actor.country == acronyms()[word].country:
                role = own.role if actor.role == acronyms()[word].role else actor.role
                draft.mention, draft.stateless = replace(actor, country=own.country, role=role), False


@lru_cache(maxsize=16384)
def _namesake(words: str, taken: str, home: str) -> Part | None:
    """The group of the home state by the name that the words hold of one taken for another state's."""
    for name, groups in namesakes().items():
        if f" {name} " in f" {words} " and any(group.country == taken for group in groups):
            return next((group for group in groups if group.country == home), None)
    return None


def _is_told_of(country: str, places: list[PlaceMention], drafts: list[Draft]) -> bool:
    """Whether a page names a state otherwise than by an office that others have too."""
    shared = {part.name for part in offices_of_many().values()}
    return any(place.country == country for place in places) or any(
        draft.mention.country == country and draft.mention.name not in shared for draft in drafts
    )


def full_names(page: Page, drafts: list[Draft], countries: set[str | None]) -> list[Draft]:
    """Persons that the text names by title and surname, with the name of the one whom it can mean: whom the page names
    in full elsewhere, or else a leader, of several by the same name the one in office when the page was published.
    """
    year = _YEAR.match(page.document.published_edtf or "")
    told: dict[str, set[tuple[str, str]]] | None = None
    for draft in drafts:
        actor = draft.mention
        if actor.kind != "person" or not actor.name or actor.via == "coreference":
            continue
        if actor.role == "IGO" and actor.country is None:
            continue  # who serves a body acts for no state
        known = surnames().get(_folded(actor.name).rsplit(" ", 1)[-1], ())
        fits = [p for p in known if (p.country == actor.country if actor.country else p.country in countries)]
        if not fits and not actor.country and " " in actor.name:
            fits = list(known)
        if len(fits) > 1 and year and actor.country is None:
            fits = [p for p in fits if _in_office(p, int(year[0]))]
        if len(fits) == 1 and (" " not in actor.name or _same_initial(actor.name, fits[0].name)):
            name, country = fits[0].name, actor.country or fits[0].country
            if (name, country) != (actor.name, actor.country):
                draft.mention = replace(actor, name=name, country=country)
        elif actor.country is None and " " not in actor.name:
            told = told if told is not None else _told_in_full(drafts)
            whole = told.get(actor.name, set())
            if len(whole) == 1:
                name, country = next(iter(whole))
                draft.mention = replace(actor, name=name, country=country)
    return drafts


def _told_in_full(drafts: list[Draft]) -> dict[str, set[tuple[str, str]]]:
    """By surname, the full names that a page gives persons whose state it tells, each with that."""
    found: dict[str, set[tuple[str, str]]] = {}
    for draft in drafts:
        actor = draft.mention
        if actor.kind == "person" and actor.country and actor.name and " " in actor.name:
            found.setdefault(actor.name.rsplit(" ", 1)[-1], set()).add((actor.name, actor.country))
    return found


def _in_office(leader: Leader, year: int) -> bool:
    """Whether somebody holds office in a year, or left it in the year before and is still in the news."""
    return leader.first_year <= year <= (leader.last_year or year) + 1


def _same_initial(a: str, b: str) -> bool:
    return fold(a)[:2] == fold(b)[:2]


def short_forms(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Bare surnames and short forms of those whom the page introduced with their full names."""
    known: dict[str, Draft] = {}
    for draft in drafts:
        actor = draft.mention
        if draft.acronym:
            known.setdefault(draft.acronym, draft)
        if draft.leader is not None and actor.kind != "person":
            draft, actor = replace(draft, mention=draft.leader), draft.leader
        if actor.kind == "person" and actor.name and (" " in actor.name or actor.via == "composed"):
            surname = _SURNAME.search(page.view[actor.head_start : actor.char_end].split(" of ")[0])
            if surname and (surname[0][0].isupper() or _ARTICLED.match(surname[0])):
                known.setdefault(surname[0], draft)
                if _ARTICLED.match(surname[0]):
                    known.setdefault(surname[0].partition("-")[2], draft)  # "Burhan" of "al-Burhan"
    known.update(_halves(drafts))
    if not known:
        return drafts
    added, at = [], 0
    for start, end in _named_again(page.view, known):
        while at < len(drafts) and drafts[at].mention.char_end <= start:
            at += 1
        if at < len(drafts) and drafts[at].mention.char_start < end:
            drafts[at].mention = _renamed(drafts[at].mention, known[page.view[start:end]].mention, start, end)
            continue
        if " " in page.view[start:end] and _NAME_AFTER.match(page.view, end):
            continue  # "the North Sea"
        sentence = page.sentence_at(start)
        if sentence is None:
            continue
        source = known[page.view[start:end]]
        if at < len(drafts) and _is_led(page, end, drafts[at], source):
            theirs = drafts[at].mention
            role = source.mention.role if theirs.role == "IGO" else theirs.role
            drafts[at].mention = replace(
                theirs, char_start=start, country=source.mention.country, role=role, via="composed"
            )
            continue
        mention = replace(
            source.mention, char_start=start, char_end=end, via="coreference", head_start=start,
            antecedent_start=-1, antecedent_end=-1,
        )  # fmt: skip
        added.append(Draft(mention, seq=sentence.seq))
    return sorted([*drafts, *added], key=lambda d: d.mention.char_start) if added else drafts


def _renamed(taken: ActorMention, told: ActorMention, start: int, end: int) -> ActorMention:
    """What was taken for a leader's surname, as the one whom the page itself introduced by it before."""
    bare = taken.kind == told.kind == "person" and taken.via == "lexicon" and told.via == "composed"
    if not bare or (taken.char_start, taken.char_end) != (start, end) or told.char_start > start:
        return taken
    if told.country in (None, taken.country):
        return taken
    return replace(taken, name=told.name, country=told.country, role=told.role, via="coreference")


def _is_led(page: Page, end: int, draft: Draft, source: Draft) -> bool:
    """Whether those of no state are called after the person whose surname ends there ("Machar allies")."""
    behind = page.view[end : draft.mention.char_start] == " " and draft.mention.name in named_after_leaders()
    return behind and source.mention.kind == "person" and draft.mention.country is None


def _halves(drafts: list[Draft]) -> dict[str, Draft]:
    """ "The North" and "the South" of a land in two states, where a page names both."""
    states = {draft.mention.name: draft for draft in drafts if draft.mention.name and draft.mention.kind == "state"}
    halves: dict[str, dict[str, Draft]] = {}
    for name, draft in states.items():
        side, _, land = name.partition(" ")
        if side in listed("halves"):
            halves.setdefault(land, {})[side] = draft
    both = next((sides for sides in halves.values() if len(sides) > 1), {})
    return {f"{article} {side}": draft for side, draft in both.items() for article in ("the", "The")}


def _hits(view: str, names: list[str]) -> Iterator[tuple[int, int]]:
    """All spans that read like one of some names."""
    if len(names) > _FEW_NAMES:
        # Of all kinds of automata this one is made and run in the least time, where there is one text.
        automaton = AhoCorasick(names, implementation=Implementation.NoncontiguousNFA)
        for _, start, end in automaton.find_matches_as_indexes(view, overlapping=True):
            yield start, end
        return
    for name in names:
        start = view.find(name)
        while start >= 0:
            yield start, start + len(name)
            start = view.find(name, start + 1)


def _named_again(view: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The spans of names that stand as whole words, from left to right, the longest where several begin."""
    last = 0
    for start, end in sorted(_hits(view, list(names)), key=lambda hit: (hit[0], -hit[1])):
        if start >= last and _EDGE.match(view, start) and _EDGE.match(view, end):
            last = end
            yield start, end
