"""Who can act in a page: full noun groups from a lexicon of parts, then what refers back to them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.inflection import third
from sitrep.matcher import Match
from sitrep.mentions import vessels
from sitrep.mentions.actors import coreference, pointing
from sitrep.mentions.actors.compose import chains, compose, joined, named_after_leaders
from sitrep.mentions.actors.draft import Draft, of_state
from sitrep.mentions.actors.lexicon import NOBODY, Half, Part, half_names, halves, parts
from sitrep.mentions.actors.openings import modifiers
from sitrep.mentions.vessels import Vessel
from sitrep.model import ActorMention, Page, PlaceMention, Sentence

_CAPITAL_AFTER = re.compile(r"[ \t\xa0]([A-Z][a-z]+)")
_COMPOUND = re.compile(r"-([A-Za-z]+)")
_PARTICLE_AFTER = re.compile(lambda: rf"[ \t\xa0]{re.any_of(map(str.upper, _titles('inner_particles')))}[- ]")
# The kinds whose names may be only part of a word for somebody else, and those of which a place may be named.
_IN_COMPOUNDS = frozenset({"state", "demonym", "seat", "group", "body"})
_IN_PLACES = frozenset({"state", "seat", "role", "demonym", "person", "body"})
_WORD_AFTER = re.compile(r"[ \t\xa0]{1,3}([^\W\d_]{3,})")
_NOUN_AFTER = re.compile(r"[ -]([a-z]{3,})\b")
_THE_BEFORE = re.compile(r"\b[Tt]he[ \t\xa0]\Z")
# A name of two words or more, before a bracket.
_FULL_NAME = re.compile(r"((?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*[ \t\xa0]){1,6}[^\W\d_a-zß-öø-ÿ][\w.’'-]*)[ \t\xa0]\(")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \t\xa0]\Z")


@cache
def _titles(group: str) -> tuple[str, ...]:
    return tuple(lexicons.load("actor_titles")[group])


@cache
def first_names() -> frozenset[str]:
    return frozenset(lexicons.load("place_context")["first_names"])


def read(page: Page, places: list[PlaceMention], ships: list[Vessel]) -> list[ActorMention]:
    """The actors named or referred to in the page's sentences, sorted by ``char_start``, not overlapping."""
    view = page.view
    drafts = [_warship(page, ship) for ship in ships if ship.country]
    for sentence, matches in _by_sentence(page, places, ships):
        of_sentence: list[Draft] = []
        floor = sentence.char_start
        for chain in chains(page, matches):
            first, last = chain[0], chain[-1]
            if first.char_start < floor and of_sentence:
                of_sentence[-1] = _known_by_acronym(view, of_sentence[-1], last)
            if first.value.kind == "pronoun" and last.value.role == "BUS" and last.value.adjectival:
                if _is_before_noun(view, last.char_end):
                    chain, last = chain[:1], first  # "our firm rejection"
            if (
                first.char_start < floor
                or first.value.bound
                or (
                    first.value.kind == "reference" and first.value.name == "country" and _is_named(view, last.char_end)
                )
                or (first is last and first.value.adjectival and _is_before_noun(view, first.char_end))
            ):
                continue
            draft = compose(view, sentence, chain, floor)
            if draft.mention.kind == "state" and draft.leader is None:
                draft.leader = _delegate(view, sentence, draft.mention)
            floor = draft.mention.char_end
            of_sentence.append(draft)
        drafts.extend(joined(view, of_sentence) if len(of_sentence) > 1 else of_sentence)
    if ships:
        drafts.sort(key=lambda draft: draft.mention.char_start)
    return coreference.resolve(page, [place for place in places if not (place.venue or place.ground)], drafts)


def _known_by_acronym(view: str, draft: Draft, match: Match[Part]) -> Draft:
    """A force of no known state whose acronym in brackets is that of a known one ("the Folk's Liberation Army (PLA)"),
    with its state."""
    known, actor = match.value, draft.mention
    same = known.acronym and known.role == actor.role and draft.acronym == view[match.char_start : match.char_end]
    if not same or not known.country or actor.country or draft.owner or draft.stateless:
        return draft
    return replace(draft, mention=of_state(actor, known.country, "lexicon"))


def _delegate(view: str, sentence: Sentence, state: ActorMention) -> ActorMention | None:
    """Who opens a sentence with the state he speaks for in brackets, as records of meetings have it ("ANN RUHL (Chad)
    said"), or None."""
    start, end = sentence.char_start, state.char_end
    if view[state.char_start - 1 : state.char_start] != "(" or view[end : end + 1] != ")":
        return None
    named = _FULL_NAME.match(view, start, state.char_start)
    if named is None or named.end() != state.char_start:
        return None
    return ActorMention(start, end + 1, named[1], state.country, "GOV", "person", "lexicon", start)


def _is_named(view: str, end: int) -> bool:
    """Whether "of" and a name stand behind "the state", "the kingdom" or "the republic"."""
    return view[end : end + 4].lower() == " of " and view[end + 4 : end + 5].isupper()


def _warship(page: Page, ship: Vessel) -> Draft:
    start, end = ship.char_start, ship.char_end
    name = page.view[start:end]
    return Draft(
        ActorMention(start, end, name, ship.country, "MIL", "force", "vessel prefix", start),
        seq=page.sentence_at(start).seq,
    )


def _by_sentence(
    page: Page, places: list[PlaceMention], ships: list[Vessel]
) -> list[tuple[Sentence, list[Match[Part]]]]:
    groups: list[tuple[Sentence, list[Match[Part]]]] = []
    view, place = page.view, 0
    told = {place.country for place in places}
    starts, ends = [place.char_start for place in places], [place.char_end for place in places]
    for sentence, hits in page.by_sentence(parts().find(page.folded, view)):
        of_sentence, limit = [], sentence.char_end
        for start, end, candidates in hits:
            if end > limit or (ships and vessels.within(ships, start, end)):
                continue
            for part in candidates:
                if part.alone and part.kind == "reference":
                    if pointing.stands_alone(view, start, end, sentence):
                        break
                elif part.kind == "state" and part.name in half_names() and (half := halves().get(part)) is not None:
                    if not half.beside.isdisjoint(told) and _is_half(view, start, end, half, sentence):
                        break
                elif not part.cased or _is_name(view, start, end, part, sentence):
                    break
            else:
                continue
            kind = part.kind
            if part is NOBODY or (kind in _IN_COMPOUNDS and _in_compound(view, start, end)):
                continue
            if end - start <= 8 and view[end : end + 1] == "." and "." in view[start:end]:
                end += 1
            if kind in _IN_PLACES:
                while place < len(ends) and ends[place] < end:
                    place += 1
                if place < len(ends) and starts[place] <= start and _is_part_of(start, end, part, places[place]):
                    continue
            of_sentence.append(Match(start, end, part))
        if of_sentence:
            groups.append((sentence, of_sentence))
    return groups


def _in_compound(view: str, start: int, end: int) -> bool:
    """Whether a name is only part of a word for somebody else: "anti-Syrian", "US-backed", "Israeli-occupied"."""
    if start and view[start - 1] == "-":
        before = view[max(0, start - 5) : start - 1].lower().split(" ")[-1]
        if before in modifiers("compound_before"):
            return True
    following = _COMPOUND.match(view, end) if end < len(view) and view[end] == "-" else None
    return following is not None and following[1].lower() in modifiers("compound_after")


def _is_part_of(start: int, end: int, part: Part, place: PlaceMention) -> bool:
    """Whether a name that begins in a place's is only part of that ("the Niger Delta", "the Gulf of Oman"), or where
    something was said ("speaking in Oslo")."""
    if part.kind in ("state", "seat") and (place.char_start, place.char_end) == (start, end):
        return place.venue or (part.kind == "state" and part.country != place.country)
    if place.ground:
        return part.kind == "role"  # "the Iranian side of the border"
    if place.precision == "country":
        return False
    longer = end - start < place.char_end - place.char_start - len("the ")
    return longer and (part.country != place.country or part.kind in ("role", "person"))


def _is_name(view: str, start: int, end: int, part: Part, sentence: Sentence) -> bool:
    """Whether a name stands there with its capitals ("US", not "us"; "Chad", not "chad"; "Bush", not "Laura Bush")."""
    text = view[start:end]
    if sentence.case == "lower":
        return len(text) > 4 and not part.alone
    if not any(map(str.isupper, text)):
        # "anti-balaka leaders", "the mai-mai": nouns rather than names.
        return part.kind == "group" and "-" in text and text.islower()
    if part.kind == "group" and view[end : end + 1] == "-" and view[end + 1 : end + 2].isdigit():
        return False  # "IS-2 tanks"
    if part.acronym or (part.kind in ("state", "demonym") and len(text) <= 3):
        if sentence.case == "upper" and text.lower() in modifiers("acronym_nouns"):
            return False
        if sentence.case == "upper" and text.lower() in modifiers("acronym_words"):
            return part.kind == "state" and _goes_before_noun(view, end, sentence)
        return sum(map(str.isupper, text)) > 1
    if part.alone and sentence.case == "upper" and _PARTICLE_AFTER.match(view, end, sentence.char_end):
        return False  # "AMIN AL-JUMAYYIL"
    if part.alone and sentence.case == "mixed":
        return not _is_other_name(view, start, end, sentence)
    if sentence.case == "mixed" and part.role == "MED":
        last = text.rsplit(" ", 1)[-1]
        if last in _days() or (" " in text and last.islower()):
            return False  # "visited Russia today", "the independent sources"
    return text[0].isupper() or text.startswith(_titles("first_particles"))


def _is_half(view: str, start: int, end: int, half: Half, sentence: Sentence) -> bool:
    """Whether a state is called by half of its name ("the North fired", "North and South Korea"), and no place or part
    of one ("the North Sea", "the north of the country")."""
    if view[end : end + len(half.joined) + 1].lower() == f" {half.joined.lower()}":
        return view[start].isupper()
    if sentence.case != "mixed" or not view[start].isupper() or view[end : end + 1] == "-":
        return False
    following = _WORD_AFTER.match(view, end, sentence.char_end)
    named = view.startswith(" of ", end) or (following is not None and following[1][0].isupper())
    return not named and _THE_BEFORE.search(view, max(sentence.char_start, start - 6), start) is not None


@cache
def _days() -> frozenset[str]:
    return frozenset(lexicons.load("syntax")["time_nouns"])


@cache
def _sites() -> frozenset[str]:
    return frozenset(lexicons.load("place_context")["named_sites"])


def _goes_before_noun(view: str, end: int, sentence: Sentence) -> bool:
    """Whether a noun may follow, where capitals tell nothing: "US TROOPS", and not "TOLD US THAT"."""
    following = _WORD_AFTER.match(view, end, sentence.char_end)
    return bool(following) and following[1].lower() not in modifiers("function_words")


def _is_before_noun(view: str, end: int) -> bool:
    """Whether what ends there stands before a noun: "major cities", "civilian infrastructure"."""
    following = _NOUN_AFTER.match(view, end)
    if not following or following[1].endswith("ed"):
        return False
    word = following[1]
    return not (word in modifiers("function_words") or word in modifiers("present_verbs") or word in _never_nouns())


@cache
def _never_nouns() -> frozenset[str]:
    """Forms of verbs in the present that are no nouns: "the army affirms"."""
    verbs = lexicons.load("never_nouns")
    return frozenset((*verbs["never_nouns"], *map(third, (*verbs["never_nouns"], *verbs["no_plurals"]))))


def _is_verb(word: str) -> bool:
    """Whether a capitalised word goes on about the one before it, in a title ("Putin Warns", "Biden Announcing")."""
    return (
        word in modifiers("present_verbs")
        or word in modifiers("function_words")
        or word.endswith(tuple(modifiers("verb_endings")))
    )


def _is_other_name(view: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether a surname stands in another name: after a first name, before another capital, or before a building."""
    following = _CAPITAL_AFTER.match(view, end, sentence.char_end)
    if following and not _is_verb(following[1].lower()):
        return True
    following = _NOUN_AFTER.match(view, end)
    if following and following[1] in _sites():
        return True  # "Nasser hospital"
    if _THE_BEFORE.search(view, max(sentence.char_start, start - 6), start):
        return view[end : end + 1] != "-" and (not following or following[1] not in named_after_leaders())
    before = _WORD_BEFORE.search(view, max(sentence.char_start, start - 30), start)
    return bool(before) and before[1] in first_names()
