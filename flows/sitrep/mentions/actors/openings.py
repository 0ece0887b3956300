"""Where the noun group of an actor begins: back over adjectives, the article, and numbers before what they count."""

from __future__ import annotations

from functools import cache, lru_cache

from sitrep import lexicons
from sitrep import patterns as re

_S = r"[ \t\xa0\n]"
_LONGEST_COUNT = 36
_BLANKS, _PARTING = " \t\xa0\n", ' \t\xa0\n(:“"*['
_ADJECTIVE = re.compile(lambda: rf"[a-z][a-z-]*{re.any_of(modifiers('adjective_endings'))}")
_PAST = re.compile(r"[a-z]+ed")
_COUNTING = ("article", "determiner", "number", "year")
_NUMBER = re.compile(lambda: rf"\d[\d.,]*[km]?(?:[-–](?:\d[\d.,]*|{re.any_of(modifiers('joined_to_numbers'))}))?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


@cache
def modifiers(group: str) -> frozenset[str]:
    """A group of ``actor_modifiers``."""
    return frozenset(lexicons.load("actor_modifiers")[group])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicons.load("nouns_like_adjectives")["nouns"])


def is_past_form(word: str) -> bool:
    """Whether a word in lower case has the ending of a past ("killed")."""
    return bool(_PAST.fullmatch(word))


@cache
def pointing() -> tuple[str, re.Pattern[str]]:
    """The first letters of words that point back, looked for first, and those words."""
    words = modifiers("pointing")
    initials = "".join(sorted({initial for word in words for initial in (word[0], word[0].upper())}))
    return initials, re.compile(rf"(?:{'|'.join(words)})(?!\S)", re.IGNORECASE)


@cache
def _before(file: str, group: str, after: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One of some phrases in front of a noun, with what stands ``after`` it; and their last words."""
    words = sorted(lexicons.load(file)[group], key=len, reverse=True)
    pattern = rf"(?<![\w-])(?:%s){after}{_S}{{1,2}}\Z" % "|".join(map(re.escape, words))
    return re.compile(pattern, re.IGNORECASE), tuple({word.rsplit(" ", 1)[-1] for word in words})


@cache
def _phrasal() -> tuple[str, ...]:
    """Verbs with a particle that would qualify a number behind it."""
    return tuple(lexicons.load("number_qualifiers")["phrasal"])


@lru_cache(maxsize=16384)
def is_modifier(word: str) -> bool:
    """Whether a word may stand between what opens a noun group and its head: an adjective, an ordinal or the like."""
    lower = word.lower()
    return bool(
        lower in modifiers("adjectives")
        or (_ADJECTIVE.fullmatch(lower) and lower not in modifiers("function_words"))
        or _ORDINAL.fullmatch(lower)
        or "-" in lower
    )


@lru_cache(maxsize=16384)
def _leading(word: str) -> str:
    """What a word before a noun can be of its group; empty where it is no part of it.

    ``number``, ``year`` (a number that may be one), ``article`` (nothing stands before it), ``determiner``,
    ``adjective`` or ``modifier`` (part of the group only with what stands before it).
    """
    lower = word.lower()
    if _NUMBER.fullmatch(lower):
        return "year" if _YEAR.fullmatch(lower) else "number"
    if lower in modifiers("determiners"):
        return "article" if lower in modifiers("first_determiners") else "determiner"
    if is_modifier(word):
        return "adjective" if lower in modifiers("adjectives") else "modifier"
    return ""


def opening(view: str, floor: int, start: int, counts: bool, named: bool = False) -> int:
    """Where the noun group around ``start`` begins, behind ``floor``; ``counts`` says that numbers may belong to it,
    ``named`` that it is a name, before which a form in -ing or -ed is a verb ("striking Hezbollah")."""
    at = best = start
    counted, qualified, doubtful = False, True, False
    for _ in range(8):
        if at <= floor or view[at - 1] not in _BLANKS:
            break
        low = at - 32 if at - 32 > floor else floor
        begin = view.rfind(" ", low, at - 1) + 1 or low
        text = view[begin : at - 1]
        if not text.isalpha() or view[at - 1] != " ":
            stretch = view[low:at]
            bare = stretch.rstrip(_BLANKS)
            if not bare or bare[-1] in ',;:)(”"':
                break
            text = bare[bare.rfind(" ") + 1 :]
            if not text.isalpha():
                text = text[max(map(text.rfind, _PARTING)) + 1 :]
                if not text or (text[-1] == "." and "." not in text[:-1]):
                    break
            begin = low + len(bare) - len(text)
        if begin > floor and view[begin - 1] == ":":
            break
        kind = _leading(text)
        if not kind:
            break
        if text.endswith("ed") and begin > floor and is_past_form(text) and not view[floor:begin].strip():
            break  # right behind an actor it is what he did: "the militia killed soldiers"
        past = text.endswith("ed") and text.isalpha()
        if named and (past or text.endswith("ing") or text in _nouns()):
            break
        if text.endswith("ing") and not modifiers("be").isdisjoint(view[low:begin].split()[-1:]):
            break  # "is visiting Oman"
        if doubtful and kind not in _COUNTING:
            break  # "crossed the border killed soldiers"
        doubtful = kind == "adjective" and text in modifiers("done_to")
        if doubtful and counted:
            break  # "killed two soldiers"
        if kind == "article":
            best, counted, qualified = begin, True, counted  # "about a dozen men", but "over the army's plan"
            break
        if (kind == "number" or kind == "year") and (not counts or (kind == "year" and not counted)):
            break
        at = begin
        if kind == "adjective":
            if not counted and not doubtful:
                best = at
        elif kind != "modifier":
            best, counted = at, True
    if best == start and not counts:
        return best
    if counts and counted and qualified:
        begin = _behind(_before("actor_modifiers", "qualifiers", ""), view, floor, best, best)
        if begin < best and not view[max(floor, best - _LONGEST_COUNT) : best].rstrip(_BLANKS).lower().endswith(
            _phrasal()
        ):
            best = begin  # but "handed over two men"
    if best > 2 and view[best - 2] == "f" and view[best - 3 : best] == "of ":
        best = _behind(_before("actor_groups", "collectives", rf"{_S}of"), view, floor, best, best - len("of "))
    return best


def _behind(before: tuple[re.Pattern[str], tuple[str, ...]], view: str, floor: int, best: int, end: int) -> int:
    """Where a phrase that ends at ``end`` begins; ``best`` where none does."""
    pattern, last_words = before
    low = max(floor, best - _LONGEST_COUNT)
    if not view[low:end].rstrip(_BLANKS).lower().endswith(last_words):
        return best  # as nearly always, which is told in a tenth of the time
    found = pattern.search(view, low, best)
    return found.start() if found else best
