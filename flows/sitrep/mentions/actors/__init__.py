"""Who can act in a page: full noun groups from a lexicon of parts, then what refers back to them."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.matcher import Match
from sitrep.mentions import vessels
from sitrep.mentions.actors import coreference
from sitrep.mentions.actors.compose import Draft, chains, compose, joined, modifiers, named_after_leaders
from sitrep.mentions.actors.lexicon import NOBODY, Part, parts
from sitrep.model import ActorMention, Page, PlaceMention, Sentence

_LOWER_STARTS = ("al-", "al ", "el-", "von", "de ", "bin", "dos", "the")
_CAPITAL_AFTER = re.compile(r"[ \t\xa0]([A-Z][a-z]+)")
_COMPOUND = re.compile(r"-([A-Za-z]+)")
_PARTICLE_AFTER = re.compile(r"[ \t\xa0](?:AL|EL|BIN|BEN|ABU)[- ]")
_VERB_ENDINGS = ("cing", "sing", "ning", "ting", "ding", "ming", "ring")
_WORD_AFTER = re.compile(r"[ \t\xa0]{1,3}([^\W\d_]{3,})")
_NOUN_AFTER = re.compile(r"[ -]([a-z]{3,})\b")
_THE_BEFORE = re.compile(r"\b[Tt]he[ \t\xa0]\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \t\xa0]\Z")


@cache
def first_names() -> frozenset[str]:
    return frozenset(lexicons.load("place_context")["first_names"])


def read(page: Page, places: list[PlaceMention]) -> list[ActorMention]:
    """The actors named or referred to in the page's sentences, sorted by ``char_start``, not overlapping."""
    ships = vessels.find(page)
    drafts = [_warship(page, ship) for ship in ships if ship.country]
    for sentence, matches in _by_sentence(page, places, ships):
        of_sentence: list[Draft] = []
        floor = sentence.char_start
        for chain in chains(page, matches):
            first = chain[0]
            if first.value.kind == "pronoun" and chain[-1].value.role == "BUS" and _is_adjective(page.view, chain[-1]):
                chain = chain[:1]  # "our firm rejection"
            if first.char_start < floor or first.value.bound or (len(chain) == 1 and _is_adjective(page.view, first)):
                continue
            draft = compose(page.view, sentence, chain, floor)
            draft.seq = sentence.seq
            floor = draft.mention.char_end
            of_sentence.append(draft)
        drafts.extend(joined(page.view, of_sentence))
    if ships:
        drafts.sort(key=lambda draft: draft.mention.char_start)
    return coreference.resolve(page, places, drafts)


def _warship(page: Page, ship: vessels.Vessel) -> Draft:
    start, end = ship.char_start, ship.char_end
    name = page.view[start:end]
    return Draft(
        ActorMention(start, end, name, ship.country, "MIL", "force", "vessel prefix", start),
        seq=page.sentence_at(start).seq,
    )


def _by_sentence(
    page: Page, places: list[PlaceMention], ships: list[vessels.Vessel]
) -> list[tuple[Sentence, list[Match[Part]]]]:
    groups: list[tuple[Sentence, list[Match[Part]]]] = []
    sentences, at, view, place = page.sentences, 0, page.view, 0
    for start, end, candidates in parts().find(page.folded, view):
        while at < len(sentences) and sentences[at].char_end <= start:
            at += 1
        if at == len(sentences):
            break
        sentence = sentences[at]
        if start < sentence.char_start or end > sentence.char_end:
            continue
        if ships and vessels.within(ships, start, end):
            continue
        for part in candidates:
            if not part.cased or _is_name(view, start, end, part, sentence):
                break
        else:
            continue
        if part is NOBODY:
            continue
        if part.kind in ("state", "demonym", "seat", "group", "body") and _in_compound(view, start, end):
            continue
        if view[end : end + 1] == "." and "." in view[start:end] and end - start <= 8:
            end += 1
        while place < len(places) and places[place].char_end < end:
            place += 1
        if place < len(places) and _is_part_of(start, end, part, places[place]):
            continue
        match = Match(start, end, part)
        if groups and groups[-1][0] is sentence:
            groups[-1][1].append(match)
        else:
            groups.append((sentence, [match]))
    return groups


def _in_compound(view: str, start: int, end: int) -> bool:
    """Whether a name is only part of a word for somebody else: "anti-Syrian", "US-backed", "Israeli-occupied"."""
    if view[start - 1 : start] == "-" and view[max(0, start - 5) : start - 1].lower().split(" ")[-1] in modifiers(
        "compound_before"
    ):
        return True
    following = _COMPOUND.match(view, end) if view[end : end + 1] == "-" else None
    return bool(following) and following[1].lower() in modifiers("compound_after")


def _is_part_of(start: int, end: int, part: Part, place: PlaceMention) -> bool:
    """Whether a state's or people's name is only part of a place's name ("the Niger Delta", "the Gulf of Oman")."""
    if part.kind == "state" and (place.char_start, place.char_end) == (start, end):
        return part.country != place.country
    if (
        not place.char_start <= start
        or place.precision == "country"
        or part.kind not in ("state", "seat", "role", "demonym", "person", "body")
    ):
        return False
    longer = end - start < place.char_end - place.char_start - len("the ")
    return longer and (part.country != place.country or part.kind in ("role", "person"))


def _is_name(view: str, start: int, end: int, part: Part, sentence: Sentence) -> bool:
    """Whether a name stands there with its capitals ("US", not "us"; "Chad", not "chad"; "Bush", not "Laura Bush")."""
    text = view[start:end]
    if sentence.case == "lower":
        return len(text) > 4 and not part.alone
    if text.islower() and part.kind == "group" and "-" in text:
        # "anti-balaka leaders", "the mai-mai": nouns rather than names.
        return True
    if text.islower() or not any(c.isupper() for c in text):
        return False
    if part.acronym or (part.kind in ("state", "demonym") and len(text) <= 3):
        if sentence.case == "upper" and text.lower() in modifiers("acronym_nouns"):
            return False
        if sentence.case == "upper" and text.lower() in modifiers("acronym_words"):
            return part.kind == "state" and _goes_before_noun(view, end, sentence)
        return sum(c.isupper() for c in text) > 1
    if part.alone and sentence.case == "upper" and _PARTICLE_AFTER.match(view, end, sentence.char_end):
        return False  # "AMIN AL-JUMAYYIL"
    if part.alone and sentence.case == "mixed":
        return not _is_other_name(view, start, end, sentence)
    return text[0].isupper() or text[:3] in _LOWER_STARTS


def _goes_before_noun(view: str, end: int, sentence: Sentence) -> bool:
    """Whether a noun may follow, where capitals tell nothing: "US TROOPS", and not "TOLD US THAT"."""
    following = _WORD_AFTER.match(view, end, sentence.char_end)
    return bool(following) and following[1].lower() not in modifiers("function_words")


@cache
def _adjectival() -> frozenset[str]:
    return frozenset(lexicons.load("reference")["adjectival"])


def _is_adjective(view: str, match: Match[Part]) -> bool:
    """Whether a noun that may stand before others does so here: "major cities", "civilian infrastructure"."""
    part = match.value
    if part.kind != "role" or part.plural or part.name not in _adjectival():
        return False
    following = _NOUN_AFTER.match(view, match.char_end)
    if not following or following[1].endswith("ed"):
        return False
    return following[1] not in modifiers("function_words") and following[1] not in modifiers("present_verbs")


def _is_verb(word: str) -> bool:
    """Whether a capitalised word goes on about the one before it, in a title ("Putin Warns", "Biden Announcing")."""
    return word in modifiers("present_verbs") or word in modifiers("function_words") or word.endswith(_VERB_ENDINGS)


def _is_other_name(view: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether a surname stands in the name of somebody else: after a first name, or before another capital."""
    following = _CAPITAL_AFTER.match(view, end, sentence.char_end)
    if following and not _is_verb(following[1].lower()):
        return True
    if _THE_BEFORE.search(view, max(sentence.char_start, start - 6), start):
        following = _NOUN_AFTER.match(view, end, sentence.char_end)
        return view[end : end + 1] != "-" and (not following or following[1] not in named_after_leaders())
    before = _WORD_BEFORE.search(view, max(sentence.char_start, start - 30), start)
    return bool(before) and before[1] in first_names()
