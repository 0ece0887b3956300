"""Spellings in a page that the gazetteer knows, less those that are part of a person's or an organisation's name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.places import gazetteer
from sitrep.mentions.places.gazetteer import Place
from sitrep.model import Page, Sentence

# Begins with a plain character class, which the engine searches for fast; what stands before is looked at afterwards.
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſȘ-țḀ-ỿ][\w’'ʼ-]*")
_ARTICLES = ("al-", "el-", "as-", "an-", "ar-", "ad-", "sh-", "az-")
_WORD = re.compile(r"[^\W\d_][\w’'ʼ-]*")
# What may part the words of one name: a space (or many, where a line ends among them), a hyphen, a full stop after
# an initial.
_NEXT = re.compile(r"(?:[ \t\xa0\n]{1,20}|[-–]|\.[ ]?)([^\W\d_][\w’'ʼ-]*)")
_NEXT_SPACED = re.compile(r"[ \t\xa0]{1,3}([^\W\d_][\w’'ʼ-]*)")
_FEW_SPACES = 3
_LAST_WORD = re.compile(r"[^\W\d_][\w’'.-]*\Z")
_SPACES = " \t\xa0"
_POSSESSIVE_ENDS = "s'’"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")
_ARTICLE = re.compile(r"\b[Tt]he[ \t\xa0]{1,3}\Z")
_LOOK_BACK = 40
_WORDS_OF_FORCE = 4
_NO_START = frozenset("_@#/’'")


@dataclass(slots=True, unsafe_hash=True)
class Candidate:
    """A spelling found: its span, and what it may stand for in our own lists (``own``) and among the cities."""

    start: int
    end: int
    spelling: str
    own: tuple[Place, ...]
    cities: tuple[Place, ...]
    sentence: Sentence
    lone: bool


@cache
def words(group: str) -> frozenset[str]:
    """A group of ``place_context``."""
    return frozenset(lexicons.load("place_context")[group])


@cache
def _folded_words(group: str) -> frozenset[str]:
    return frozenset(gazetteer.key(word) for word in words(group))


@lru_cache(maxsize=65536)
def _parts(word: str) -> tuple[str, ...]:
    return tuple(gazetteer.key(_POSSESSIVE.sub("", word)).split(" "))


def word_after(view: str, at: int, limit: int) -> re.Match[str] | None:
    """The word behind ``at`` after nothing but spaces (group 1)."""
    return _NEXT_SPACED.match(view, at, limit)


def word_before(view: str, at: int, floor: int) -> tuple[int, str] | None:
    """Where the word before ``at`` begins, and the word, with nothing but spaces between; None where there is none."""
    stretch = view[max(floor, at - _LOOK_BACK) : at]
    bare = stretch.rstrip(_SPACES)
    if not bare or len(bare) == len(stretch) or len(stretch) - len(bare) > 3:
        return None
    space = bare.rfind(" ") + 1
    word = _LAST_WORD.search(bare, space)
    return (at - len(stretch) + word.start(), word[0]) if word else None


def article_before(view: str, at: int, floor: int) -> int:
    """Where the article right before ``at`` begins; ``at`` where there is none."""
    found = _ARTICLE.search(view, max(floor, at - 8), at)
    return found.start() if found else at


def strip_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word) if word[-1:] in _POSSESSIVE_ENDS else word


def find(page: Page) -> list[Candidate]:
    """The candidates of the page's sentences, in order, not overlapping."""
    view, found = page.view, []
    sentences, seq, at = page.sentences, 0, 0
    lower = [sentence for sentence in sentences if sentence.case == "lower"]
    for match in _CAPITALISED.finditer(view):
        start, word = match.start(), match[0]
        before = view[start - 1 : start]
        if start < at or before.isalnum() or before in _NO_START:
            continue
        if before == "-" and view[start - 3 : start] in _ARTICLES:
            start -= 4 if view[start - 3 : start] == "sh-" else 3
            word = view[start : match.end()]
        if not _opening(word).longest or not (word[0].isupper() or start < match.start()):
            continue
        while seq < len(sentences) and sentences[seq].char_end <= start:
            seq += 1
        if seq == len(sentences):
            break
        sentence = sentences[seq]
        if start < sentence.char_start or sentence.case == "lower":
            continue
        candidate = _at(page, start, match.end(), sentence)
        if candidate:
            at = candidate.end
            if not _is_name(view, candidate):
                found.append(candidate)
    for sentence in lower:
        at = sentence.char_start
        for match in _WORD.finditer(view, sentence.char_start, sentence.char_end):
            candidate = _at(page, match.start(), match.end(), sentence) if match.start() >= at else None
            if candidate:
                at = candidate.end
                if not _is_name(view, candidate):
                    found.append(candidate)
    return sorted(found, key=lambda candidate: candidate.start) if lower else found


@lru_cache(maxsize=65536)
def _opening(word: str) -> gazetteer.Opening:
    return gazetteer.opening(_parts(word)[0])


def _at(page: Page, start: int, end: int, sentence: Sentence) -> Candidate | None:
    """The longest known spelling that begins with a word, or None."""
    view = page.view
    word = view[start:end]
    first, opening = _parts(word), _opening(word)
    longest = opening.longest
    if not longest:
        return None
    spelling_words, ends = list(first), [0] * (len(first) - 1) + [end]
    possessive = word[-1] in _POSSESSIVE_ENDS and _POSSESSIVE.search(word)
    while not possessive and len(spelling_words) < longest:
        following = _NEXT.match(view, end, sentence.char_end)
        if not following or (following[1][0].islower() and sentence.case != "lower" and not _may_go_on(following[1])):
            break
        if following.start(1) - end > _FEW_SPACES and "\n" not in page.document.text[end : following.start(1)]:
            break
        more = _parts(following[1])
        if len(spelling_words) == 1 and more[0] not in opening.seconds:
            break
        spelling_words += more
        end = following.end()
        ends += [0] * (len(more) - 1) + [end]
        possessive = _POSSESSIVE.search(following[1])
    if len(spelling_words) == 1 and not opening.alone:
        return None
    for n in range(min(longest, len(spelling_words)), 0, -1):
        if not ends[n - 1]:
            continue
        spelling = " ".join(spelling_words[:n])
        country = gazetteer.countries().get(spelling)
        own = ((country,) if country else ()) + gazetteer.named().get(spelling, ())
        cities = gazetteer.cities(spelling) if sentence.case != "lower" and not country else ()
        if not own and spelling in _named_forces():
            continue
        if not (own or cities) or (n == 1 and not own and spelling in _folded_words("not_places")):
            continue
        if sentence.case == "lower" and spelling in _folded_words("needs_country"):
            continue
        if spelling in _folded_words("needs_article") and article_before(view, start, sentence.char_start) == start:
            continue
        if not _written_as_name(view, start, ends[n - 1], country is not None, sentence):
            continue
        tail = _POSSESSIVE.search(view, start, ends[n - 1])
        stop = tail.start() if tail else ends[n - 1]
        if view[stop : stop + 1] == "." and "." in view[start:stop] and stop - start <= 8:
            stop += 1
        return Candidate(start, stop, spelling, own, cities, sentence, n == 1)
    return None


@lru_cache(maxsize=8192)
def _may_go_on(word: str) -> bool:
    """Whether a word in lower case may be inside a place's name."""
    return (
        len(word) < 4
        or "-" in word
        or word in words("inner_words")
        or word in words("region_after")
        or word in words("point_after")
    )


@cache
def _named_forces() -> frozenset[str]:
    """Names of armed groups and of international bodies, which some town may share ("Hamas", "Al-Nasser")."""
    names: set[str] = set()
    for file in ("armed_groups", "bodies"):
        for row in lexicons.rows(file):
            names.update(gazetteer.key(name) for name in (row["name"], *filter(None, row["aliases"].split("|"))))
    return frozenset(names)


@cache
def _ends_of_forces() -> frozenset[str]:
    """The last words of those names that have several."""
    return frozenset(name.rpartition(" ")[2] for name in _named_forces() if " " in name)


def _ends_force(view: str, candidate: Candidate, floor: int) -> bool:
    """Whether the name of an armed group or a body ends with the candidate: "Tren de Aragua"."""
    if candidate.spelling.rpartition(" ")[2] not in _ends_of_forces():
        return False
    start = candidate.start
    for _ in range(_WORDS_OF_FORCE):
        before = word_before(view, start, floor)
        if before is None:
            return False
        start = before[0]
        if gazetteer.key(view[start : candidate.end]) in _named_forces():
            return True
    return False


def _written_as_name(view: str, start: int, end: int, is_country: bool, sentence: Sentence) -> bool:
    """ "US" is a name and "us" or "Us" is none; a name of several words has a capital on its last."""
    text = view[start:end]
    if is_country and len(text) <= 3:
        return "." in text or (sentence.case == "mixed" and text.isupper())
    if sentence.case == "lower":
        return len(text) > 3
    last = text.rsplit(" ", 1)[-1]
    return last[:1].isupper() or any(c.isupper() for c in last) or last in words("region_after")


def _is_name(view: str, candidate: Candidate) -> bool:
    """Whether the words around say that this is (part of) a person's, newspaper's or organisation's name."""
    floor, limit = candidate.sentence.char_start, candidate.sentence.char_end
    text = view[candidate.start : candidate.end]
    following = word_after(view, candidate.end, limit)
    after = following[1] if following else ""
    if strip_possessive(after) in words("organisation_after") or _ends_force(view, candidate, floor):
        return True
    before = word_before(view, candidate.start, floor)
    word = before[1].rstrip(".") if before else ""
    if word.lower() == "of":
        earlier = word_before(view, before[0], floor)
        if earlier and earlier[1] in words("organisation_of"):
            return True
        if earlier and not candidate.own and earlier[1].capitalize() in words("water_after"):
            return True
    if word in words("ship_before"):
        return True
    first_name = text in words("first_names")
    name_like = first_name or text in words("name_like")
    if candidate.own and not name_like:
        return False
    if word in words("name_particles"):
        return True
    if word in words("first_names") or word in words("name_before"):
        return True
    if candidate.sentence.case != "mixed":
        return not candidate.own and not _is_introduced(view, candidate, word)
    inner = before is not None and before[0] > floor and word[:1].isupper() and len(word) > 2
    if inner and not candidate.own and not _is_known_before(word):
        return True
    if name_like and inner and not first_name:
        return not _is_known_before(word)
    if after[:1].isupper() and candidate.lone and (name_like or not candidate.own) and not _is_known_after(after):
        return True
    return first_name and not candidate.own and word.lower() not in words("place_prepositions")


def _is_introduced(view: str, candidate: Candidate, before: str) -> bool:
    """Whether a town stands where one is named, where no capitals tell: after a preposition or a comma, or first."""
    opening = view[candidate.sentence.char_start : candidate.start].rstrip()
    return not opening or opening[-1] in ",:(–—-" or before.lower() in words("place_prepositions")


@lru_cache(maxsize=16384)
def _is_known_before(word: str) -> bool:
    """Whether a capitalised word may stand before a place's name without being part of a person's."""
    low = strip_possessive(word).lower()
    return (
        low in words("place_prepositions")
        or low in words("directions")
        or low in _before()
        or gazetteer.key(strip_possessive(word)) in gazetteer.countries()
    )


@lru_cache(maxsize=16384)
def _is_known_after(word: str) -> bool:
    low = strip_possessive(word).lower()
    return (
        strip_possessive(word) in words("region_after")
        or strip_possessive(word) in words("point_after")
        or strip_possessive(word) in words("water_after")
        or low in _after()
        or gazetteer.key(strip_possessive(word)) in gazetteer.countries()
    )


@cache
def _before() -> frozenset[str]:
    return frozenset(lexicons.load("place_context")["known_before"])


@cache
def _after() -> frozenset[str]:
    return frozenset(lexicons.load("place_context")["known_after"])
