"""Spellings in a page that the gazetteer knows, less those that are part of a person's or an organisation's name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from sitrep import patterns as re
from sitrep.mentions.places import around, gazetteer
from sitrep.mentions.places.around import (
    POSSESSIVE_ENDS,
    Candidate,
    article_before,
    lists,
    parts,
    word_after,
    word_before,
)
from sitrep.mentions.places.gazetteer import Opening, Place
from sitrep.mentions.places.naming import is_name, named_forces
from sitrep.model import Page, Sentence

# Begins with a plain character class, which the engine searches for fast; what stands before is looked at afterwards.
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſȘ-țḀ-ỿ][\w’'ʼ-]*")
_WORD = re.compile(r"[^\W\d_][\w’'ʼ-]*")
# What may part the words of one name: a space (or many, where a line ends among them), a hyphen, a full stop after
# an initial.
_NEXT = re.compile(r"(?:[ \t\xa0\n]{1,20}|[-–]|\.[ ]?)([^\W\d_][\w’'ʼ-]*)")
_FEW_SPACES = 3
_NO_START = frozenset("_@#/’'")


@dataclass(slots=True, unsafe_hash=True)
class _Meaning:
    """What a spelling may stand for: a state, others of our own lists (with the state: ``own``), cities."""

    is_country: bool
    own: tuple[Place, ...]
    cities: tuple[Place, ...]
    needs_country: bool
    needs_article: bool
    is_none_alone: bool  # by one word only: of several, the first alone may be another spelling


@cache
def _folded_words(group: str) -> frozenset[str]:
    return frozenset(gazetteer.key(word) for word in lists()[group])


@lru_cache(maxsize=65536)
def _meaning(spelling: str) -> _Meaning | None:
    """What a folded spelling may stand for; None where that is nothing, or an armed group or a body."""
    country = gazetteer.countries().get(spelling)
    own = ((country,) if country else ()) + gazetteer.named(spelling)
    cities = () if country else gazetteer.cities(spelling)
    if not own and (not cities or spelling in named_forces()):
        return None
    return _Meaning(
        country is not None,
        own,
        cities,
        spelling in _folded_words("needs_country"),
        spelling in _folded_words("needs_article"),
        not own and spelling in _folded_words("not_places"),
    )


@lru_cache(maxsize=65536)
def _opening(word: str) -> Opening | None:
    return gazetteer.opening(parts(word)[0])


def find(page: Page) -> list[Candidate]:
    """The candidates of the page's sentences, in order, not overlapping."""
    view, found = page.view, []
    sentences, seq, at = page.sentences, 0, 0
    lower = [sentence for sentence in sentences if sentence.case == "lower"]
    for match in _CAPITALISED.finditer(view):
        word, start = match[0], match.start()
        if start < at:
            continue
        opening, before = _opening(word), view[start - 1] if start else ""
        if opening is None and before != "-":
            continue
        if before == "-" and view[start - 3 : start] in around.words("joined_articles"):
            start -= 4 if view[start - 3 : start] == "sh-" else 3
            word = view[start : match.end()]
            opening = _opening(word)
        elif before.isalnum() or before in _NO_START or not word[0].isupper():
            continue
        if opening is None:
            continue
        while seq < len(sentences) and sentences[seq].char_end <= start:
            seq += 1
        if seq == len(sentences):
            break
        sentence = sentences[seq]
        if start < sentence.char_start or sentence.case == "lower":
            continue
        candidate = _at(page, start, word, opening, sentence)
        if candidate is not None:
            at = candidate.end
            if not is_name(view, candidate):
                found.append(candidate)
    for sentence in lower:
        at = sentence.char_start
        for match in _WORD.finditer(view, sentence.char_start, sentence.char_end):
            opening = _opening(match[0]) if match.start() >= at else None
            candidate = _at(page, match.start(), match[0], opening, sentence) if opening is not None else None
            if candidate is not None:
                at = candidate.end
                if not is_name(view, candidate):
                    found.append(candidate)
    return sorted(found, key=lambda candidate: candidate.start) if lower else found


def _at(page: Page, start: int, word: str, opening: Opening, sentence: Sentence) -> Candidate | None:
    """The longest known spelling that begins with a word, or None."""
    view, longest, is_lower = page.view, opening.longest, sentence.case == "lower"
    spelling_words, end = parts(word), start + len(word)
    possessive = word[-1] in POSSESSIVE_ENDS and around.POSSESSIVE.search(word)
    if not opening.alone and len(spelling_words) == 1:
        following = None if possessive else _NEXT.match(view, end, sentence.char_end)
        if following is None or parts(following[1])[0] not in opening.seconds:
            return None
    ends = [0] * (len(spelling_words) - 1) + [end]
    while not possessive and len(spelling_words) < longest:
        following = _NEXT.match(view, end, sentence.char_end)
        if not following:
            break
        more, begin = following[1], following.start(1)
        if more[0].islower() and not is_lower and not _may_go_on(more):
            break
        if begin - end > _FEW_SPACES and "\n" not in page.document.text[end:begin]:
            break
        added = parts(more)
        if len(spelling_words) == 1 and added[0] not in opening.seconds:
            break
        spelling_words += added
        end = begin + len(more)
        ends += [0] * (len(added) - 1) + [end]
        possessive = more[-1] in POSSESSIVE_ENDS and around.POSSESSIVE.search(more)
    if len(spelling_words) == 1 and not opening.alone:
        return None
    for n in range(min(longest, len(spelling_words)), 0, -1):
        end = ends[n - 1]
        if not end:
            continue
        spelling = " ".join(spelling_words[:n])
        meaning = _meaning(spelling)
        if meaning is None or (n == 1 and meaning.is_none_alone):
            continue
        own, cities = meaning.own, () if is_lower else meaning.cities
        if is_lower and (not own or meaning.needs_country):
            continue
        if meaning.needs_article and article_before(view, start, sentence.char_start) == start:
            continue
        if not _written_as_name(view[start:end], meaning.is_country, sentence):
            continue
        tail = around.POSSESSIVE.search(view, start, end) if view[end - 1] in POSSESSIVE_ENDS else None
        stop = tail.start() if tail else end
        if view[stop : stop + 1] == "." and stop - start <= 8 and "." in view[start:stop]:
            stop += 1
        before, following = word_before(view, start, sentence.char_start), word_after(view, stop, sentence.char_end)
        return Candidate(start, stop, spelling, own, cities, sentence, n == 1, before, following)
    return None


@lru_cache(maxsize=8192)
def _may_go_on(word: str) -> bool:
    """Whether a word in lower case may be inside a place's name."""
    known = lists()
    return (
        len(word) < 4
        or "-" in word
        or word in known["inner_words"]
        or word in known["region_after"]
        or word in known["point_after"]
    )


def _written_as_name(text: str, is_country: bool, sentence: Sentence) -> bool:
    """ "US" is a name and "us" or "Us" is none; a name of several words has a capital on its last."""
    if is_country and len(text) <= 3:
        return "." in text or (sentence.case == "mixed" and text.isupper())
    if sentence.case == "lower":
        return len(text) > 3
    last = text.rsplit(" ", 1)[-1] if " " in text else text
    return last[:1].isupper() or any(map(str.isupper, last)) or last in lists()["region_after"]
