"""The words and signs around a number that bound or blur it: "about", "more than", ">", "20-odd", "or so"."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep import patterns as re

_TAIL = re.compile(r"['’.]?[^\W\d_]+(?:['’.][^\W\d_]+)*")
# A sign that parts clauses, or the full stop of a sentence (not the one of "approx." or "c.").
_HARD = re.compile(lambda: _hard())
# All up to the last of them, which is looked for from behind.
_TO_HARD = re.compile(lambda: rf"(?s:.*){_hard()}")
# Directly behind one of these nothing qualifies a number.
_HARD_SIGNS = frozenset('0123456789,;:()[]!?"“”|•/')
# What may be glued to a number and is no word.
_GLUED_SIGNS = "$€£¥#~<>-–+"
# What ends the part of a sentence that may qualify the number before it, where it stands directly behind.
_CLOSING_SIGNS = frozenset(',;:)]!?"”|•')
# What no sign before a number is without, and how far before it one may begin.
_SIGNS, _LONGEST_SIGN = frozenset("<>≥≤≈~±+-−"), 6
_SIGN_BEFORE = re.compile(
    r"(?P<sign>(?<![<>=])[<>]\s?=|(?<![<>=])[<>≥≤≈~±]|(?<![\w<>=])\+|(?<![\w)\]])[-−](?=\d))\s{0,2}$"
)
_PLUS_BEHIND = re.compile(r"\s?\+(?![\d/])")
# The word behind a number, where nothing but a space parts the two and nothing is joined to it.
_PLAIN_WORD_BEHIND = re.compile(r" ([A-Za-z]+)(?=[ ,;)])")
_LONGEST_WORDS = 5
_LOOK_BEFORE_WORD = 24
_BY_SIGN = {
    ">": "at_least",
    ">=": "at_least",
    "≥": "at_least",
    "<": "at_most",
    "<=": "at_most",
    "≤": "at_most",
    "≈": "approximate",
    "~": "approximate",
    "±": "approximate",
}


def _hard() -> str:
    """A pattern for what parts clauses; all signs stand in one class, as the engine skips what is not in it at once."""
    return rf"[\d,;:()\[\]!?\"“”|•/.](?:(?<!\.)|{_unabbreviated()}\s)"


def _unabbreviated() -> str:
    """A pattern that fits behind no abbreviation with its full stop."""
    return "".join(rf"(?<!\b{re.escape(word)}\.)" for word in sorted(group("abbreviated")))


@cache
def _before() -> dict[str, str]:
    groups = lexicons.load("number_qualifiers")
    known = {phrase: name for name, phrases in groups["before"].items() for phrase in phrases}
    for name, words in groups["comparatives"].items():
        for word in words:
            than = "" if word.startswith("at ") else " than"
            known[f"equal to or {word}{than}"] = name
            known[f"{word} or equal to"] = known[f"{word} or equal than"] = name
            known[f"{word}{than} or equal to"] = known[f"{word}{than} or equal than"] = name
    return known


@cache
def _after() -> dict[str, str]:
    groups = lexicons.load("number_qualifiers")
    known = {phrase: name for name, phrases in groups["after"].items() for phrase in phrases}
    known.update(dict.fromkeys(groups["equal"], ""))
    return known


@cache
def group(name: str) -> frozenset[str]:
    """A list of ``number_qualifiers``."""
    return frozenset(lexicons.load("number_qualifiers")[name])


@cache
def _last_words() -> dict[str, tuple[int, ...]]:
    """The words in which a qualifier before a number ends, each with how many words such have, the most first."""
    sizes: dict[str, set[int]] = {}
    for phrase in (*_before(), *group("filler"), *group("phrasal")):
        words = phrase.split(" ")
        if len(words) <= _LONGEST_WORDS:
            sizes.setdefault(words[-1], set()).add(len(words))
    return {word: tuple(sorted(known, reverse=True)) for word, known in sizes.items()}


@cache
def _first_words() -> frozenset[str]:
    """The words with which a qualifier behind a number begins."""
    return frozenset(phrase.split(" ", 1)[0] for phrase in _after())


@cache
def _words_that_qualify() -> frozenset[str]:
    """The words that may qualify the number right before them, or begin to."""
    return _first_words() | group("glued")


@cache
def _glued_behind() -> re.Pattern[str]:
    """A word joined to the number before it: "20-odd", "30-something"."""
    return re.compile(rf"[-‐‑–\s]({re.any_of(group('glued'))})\b", re.IGNORECASE)


@cache
def _bracketed() -> tuple[re.Pattern[str], dict[str, str]]:
    """A qualifier in brackets behind a number, "5,000 (est.)", and the qualifier by its word."""
    groups = lexicons.load("number_qualifiers")["bracketed"]
    known = {word: name for name, words in groups.items() for word in words}
    return re.compile(rf"\s?\(\s?({re.any_of(known)})\.?\s?\)", re.IGNORECASE), known


def words_before(view: str, start: int) -> list[tuple[str, int]]:
    """The lower-case words before an offset, up to the last hard stop, with where each begins."""
    low = max(0, start - 64)
    tail = view[low:start]
    stop = _TO_HARD.match(tail)
    cut = stop.end() if stop else 0
    words = [(m[0].lower().rstrip("."), low + m.start()) for m in _TAIL.finditer(tail, cut)]
    return words[-12:] if tail[cut:].rstrip() else []


def _may_qualify(view: str, start: int) -> bool:
    """Whether the word before an offset may end a qualifier, as far as that is told at a glance."""
    before = view[max(0, start - _LOOK_BEFORE_WORD) : start].split(" ")
    if len(before) < 3:
        return True
    last = before[-1]
    if last and last[-1] in _HARD_SIGNS:
        return False
    # Behind a word and a space, the number itself or the sign that is glued to it.
    word = last.rstrip(_GLUED_SIGNS) or before[-2]
    if word.isalpha():
        return word.lower() in _last_words()
    return word[-1:] not in _HARD_SIGNS


def _words_behind(view: str, end: int) -> list[tuple[str, int]]:
    tail = view[end : end + 40]
    stop = _HARD.search(tail)
    if stop:
        tail = tail[: stop.start()]
    return [(m[0].lower(), end + m.end()) for m in _TAIL.finditer(tail)][:_LONGEST_WORDS]


def before(view: str, start: int) -> tuple[list[str], int]:
    """The qualifiers written before a number, innermost first, and where the outermost begins."""
    found: list[str] = []
    begin = start
    window = max(0, start - _LONGEST_SIGN)
    sign = None if _SIGNS.isdisjoint(view[window:start]) else _SIGN_BEFORE.search(view, window, start)
    if sign:
        mark = sign["sign"].replace(" ", "")
        name = _BY_SIGN.get(mark, "")
        if name:
            found.append(name)
        if mark not in "-−":
            begin = sign.start()
    if not _may_qualify(view, begin):
        return found, begin
    words = words_before(view, begin)
    names = [word for word, _ in words]
    known, fillers, sizes = _before(), group("filler") | group("phrasal"), _last_words()
    for _ in range(4):
        for k in sizes.get(names[-1], ()) if names else ():
            phrase = " ".join(names[-k:])
            name = known.get(phrase)
            if k <= len(names) and (name or phrase in fillers):
                if name:
                    found.append(name)
                    begin = words[len(names) - k][1]
                names = names[:-k]
                break
        else:
            break
    return found, begin


def behind(view: str, end: int, more: bool) -> tuple[list[str], int]:
    """The qualifiers written behind a number, and where the last ends. ``more``: another number follows closely."""
    found: list[str] = []
    word = _PLAIN_WORD_BEHIND.match(view, end)
    if word and word[1].lower() not in _words_that_qualify():
        return found, end
    signs = view[end : end + 2]
    if signs[:1] in _CLOSING_SIGNS or (signs[:1] == "." and signs[1:].isspace()):
        return found, end
    plus = _PLUS_BEHIND.match(view, end)
    if plus:
        return ["at_least"], plus.end()
    glued = _glued_behind().match(view, end)
    if glued and (view[end] != " " or glued[1].lower() in group("glued_apart")):
        return [_after()[glued[1].lower()]], glued.end()
    pattern, names = _bracketed()
    bracketed = pattern.match(view, end)
    if bracketed:
        return [names[bracketed[1].lower()]], bracketed.end()
    words, known, goes_on_with = _words_behind(view, end), _after(), group("goes_on")
    if not words or words[0][0] not in _first_words():
        return found, end
    for k in range(min(_LONGEST_WORDS, len(words)), 1, -1):
        name = known.get(" ".join(word for word, _ in words[:k]))
        goes_on = words[k - 1][0] in goes_on_with or (words[k : k + 1] and words[k][0] in goes_on_with)
        if name is not None and not (more and goes_on):
            if name:
                found.append(name)
            end = words[k - 1][1]
            break
    return found, end
