"""Bounds and ranges: from values to low, best and high (codebook, `troop_figures`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.numbers.grammar import Value
from sitrep.mentions.numbers.lexer import integral

_TAIL = re.compile(r"['’.]?[^\W\d_]+(?:['’.][^\W\d_]+)*")
# A sign that parts clauses, or the full stop of a sentence (not the one of "approx." or "c.").
# All stand in one class, as the engine skips what is not in it at once.
_HARD = re.compile(
    r"[\d,;:()\[\]!?\"“”|•/.](?:(?<!\.)|(?<!\bc\.)(?<!\bca\.)(?<!\bapprox\.)(?<!\bmax\.)(?<!\bmin\.)(?<!\best\.)\s)"
)
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
_MINUS_ENDS = ("minus", "negative")
_MINUS = re.compile(r"(?:^|\W)(minus|negative)\s{1,2}$", re.IGNORECASE)
_PLUS_BEHIND = re.compile(r"\s?\+(?![\d/])")
_OR_MORE_BOUND = re.compile(r",?\s{1,2}(?:and|but|or|yet)?\s{0,2}", re.IGNORECASE)
# "[9] persons": an editor supplied the number. A footnote's mark stands at its word.
_EDITORIAL_OPEN = re.compile(r"(?:\s|^)\[$")
_CHAIN = re.compile(r"[-/]\d")
_FIGURES = re.compile(r"[-\s]figures?\b", re.IGNORECASE)
# The word behind a number, where nothing but a space parts the two and nothing is joined to it.
_PLAIN_WORD_BEHIND = re.compile(r" ([A-Za-z]+)(?=[ ,;)])")
_LONGEST_WORDS = 5
# Words whose "from X to Y" tells of two counts, the one before and the one after.
_LOOK_BEFORE = 60
_LOOK_BEFORE_WORD = 24


@dataclass(slots=True)
class Quantity:
    """A number with its bounds; ``number_start``/``number_end`` leaves the qualifier out."""

    char_start: int
    char_end: int
    number_start: int
    number_end: int
    low: int | float | None
    best: int | float | None
    high: int | float | None
    qualifier: str
    kind: str
    suffix: str = ""


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
def _fillers() -> frozenset[str]:
    return frozenset(lexicons.load("number_qualifiers")["filler"])


@cache
def _last_words() -> dict[str, tuple[int, ...]]:
    """The words in which a qualifier before a number ends, each with how many words such have, the most first."""
    sizes: dict[str, set[int]] = {}
    for phrase in (*_before(), *_fillers()):
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
    return _first_words().union(lexicons.load("number_qualifiers")["glued"])


@cache
def _rises() -> frozenset[str]:
    return frozenset(lexicons.load("number_qualifiers")["rises"])


def _any(phrases: Sequence[str]) -> str:
    """A pattern for one of the phrases, the longest first."""
    return "|".join(re.escape(p).replace(r"\ ", r"\s") for p in sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def _glued_behind() -> re.Pattern[str]:
    """A word joined to the number before it: "20-odd", "30-something"."""
    return re.compile(rf"[-‐‑–\s]({_any(lexicons.load('number_qualifiers')['glued'])})\b", re.IGNORECASE)


@cache
def _bracketed() -> tuple[re.Pattern[str], dict[str, str]]:
    """A qualifier in brackets behind a number, "5,000 (est.)", and the qualifier by its word."""
    groups = lexicons.load("number_qualifiers")["bracketed"]
    known = {word: name for name, words in groups.items() for word in words}
    return re.compile(rf"\s?\(\s?({_any(list(known))})\.?\s?\)", re.IGNORECASE), known


@cache
def _to() -> re.Pattern[str]:
    """What stands between the ends of a range: "1,000 to 3,000", "five – seven"."""
    groups = lexicons.load("number_qualifiers")
    return re.compile(
        rf"\s{{0,2}}(?:[-‐‑–—−~]|(?:and\s)?(?:up\s)?to|{_any(groups['range_links'])})\s{{0,2}}"
        rf"(?:(?:{_any(groups['range_hedges'])})\s{{1,2}})?",
        re.IGNORECASE,
    )


@cache
def _and() -> re.Pattern[str]:
    """What stands between the ends of a range that "between" opens."""
    hedges = _any(lexicons.load("number_qualifiers")["range_hedges"])
    return re.compile(rf"\s{{1,2}}(?:and|to|or)\s{{1,2}}(?:(?:{hedges})\s{{1,2}})?", re.IGNORECASE)


@cache
def _opener() -> re.Pattern[str]:
    """What opens a range: "between", "anywhere from"; ``word`` is its last word."""
    groups = lexicons.load("number_qualifiers")
    openers = [*groups["opens_between"], *groups["opens_from"]]
    return re.compile(rf"\b(?P<word>{_any(openers)})\s{{1,2}}(?:(?:{_any(groups['range_hedges'])})\s)?$", re.IGNORECASE)


@cache
def _opens_between() -> frozenset[str]:
    return frozenset(lexicons.load("number_qualifiers")["opens_between"])


def _words_before(view: str, start: int) -> list[tuple[str, int]]:
    """The lower-case words before an offset, up to the last hard stop, with where each begins."""
    low = max(0, start - 64)
    tail = view[low:start]
    cut = 0
    for stop in _HARD.finditer(tail):
        cut = stop.end()
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


def _qualify_before(view: str, start: int) -> tuple[list[str], int]:
    """The qualifiers written before a number, innermost first, and where the outermost begins."""
    found: list[str] = []
    begin = start
    window = max(0, start - _LONGEST_SIGN)
    sign = None if _SIGNS.isdisjoint(view[window:start]) else _SIGN_BEFORE.search(view, window, start)
    if sign:
        mark = sign["sign"].replace(" ", "")
        name = {
            ">": "at_least",
            ">=": "at_least",
            "≥": "at_least",
            "<": "at_most",
            "<=": "at_most",
            "≤": "at_most",
            "≈": "approximate",
            "~": "approximate",
            "±": "approximate",
        }.get(mark, "")
        if name:
            found.append(name)
        if mark not in "-−":
            begin = sign.start()
    if not _may_qualify(view, begin):
        return found, begin
    words = _words_before(view, begin)
    names = [word for word, _ in words]
    known, fillers, sizes = _before(), _fillers(), _last_words()
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


def _qualify_behind(view: str, end: int, more: bool) -> tuple[list[str], int]:
    """The qualifiers written behind a number, and where the last ends. ``more``: another number follows closely."""
    found: list[str] = []
    word = _PLAIN_WORD_BEHIND.match(view, end)
    if word and word[1].lower() not in _words_that_qualify():
        return found, end
    after = view[end : end + 2]
    if after[:1] in _CLOSING_SIGNS or (after[:1] == "." and after[1:].isspace()):
        return found, end
    plus = _PLUS_BEHIND.match(view, end)
    if plus:
        return ["at_least"], plus.end()
    glued = _glued_behind().match(view, end)
    if glued and (view[end] != " " or glued[1].lower() in ("odd", "plus")):
        return [_after()[glued[1].lower()]], glued.end()
    pattern, names = _bracketed()
    bracketed = pattern.match(view, end)
    if bracketed:
        return [names[bracketed[1].lower()]], bracketed.end()
    words, known = _words_behind(view, end), _after()
    if not words or words[0][0] not in _first_words():
        return found, end
    for k in range(min(_LONGEST_WORDS, len(words)), 1, -1):
        name = known.get(" ".join(word for word, _ in words[:k]))
        goes_on = words[k - 1][0] in ("than", "to") or (words[k : k + 1] and words[k][0] in ("than", "to"))
        if name is not None and not (more and goes_on):
            if name:
                found.append(name)
            end = words[k - 1][1]
            break
    return found, end


def _bounded(value: Value, names: Sequence[str]) -> tuple[int | float | None, ...]:
    n = value.value
    for name in names:
        if name == "at_least":
            return n, None, None, name
        if name == "at_most":
            return None, None, n, name
    if "approximate" in names:
        return n, n, n, "approximate"
    return n, n, n, "exact"


def read(view: str, values: Sequence[Value]) -> list[Quantity]:
    """The quantities that the values of a page make with the words around them, in order."""
    found: list[Quantity] = []
    i = 0
    while i < len(values):
        value = values[i]
        nxt = values[i + 1] if i + 1 < len(values) else None
        if value.kind in ("unread", "suffixed"):
            found.append(_plain(value, value.kind))
            i += 1
            continue
        minus = _minus(view, value)
        if (
            nxt is not None
            and nxt.value is not None
            and value.value is not None
            and nxt.char_start - value.char_end < 40
        ):
            both = _range(view, value, nxt, minus)
            if both is not None:
                found.append(both)
                i += 2
                continue
        quantity = _single(view, value, nxt, minus)
        previous = found[-1] if found else None
        if previous is not None and _merge(view, previous, quantity):
            i += 1
            continue
        found.append(quantity)
        i += 1
    return found


def _plain(value: Value, kind: str) -> Quantity:
    n = value.value
    return Quantity(
        value.char_start, value.char_end, value.char_start, value.char_end, n, n, n, "exact", kind, value.suffix
    )


def _minus(view: str, value: Value) -> int | None:
    """Where the sign of a negative number begins, or None."""
    window = max(0, value.char_start - 12)
    may = view[window : value.char_start].rstrip().lower().endswith(_MINUS_ENDS)
    word = _MINUS.search(view, window, value.char_start) if may else None
    if word:
        return word.start(1)
    at = value.char_start - 1
    if at >= 0 and view[at] in "-−" and value.char_start < len(view) and view[value.char_start].isdigit():
        before = view[at - 1] if at else " "
        if before in " (<>=~" and not view[max(0, at - 12) : at].rstrip().endswith(tuple("0123456789")):
            return at
    return None


def _single(view: str, value: Value, nxt: Value | None, minus: int | None) -> Quantity:
    start = value.char_start if minus is None else minus
    if minus is not None:
        value = value._replace(value=-value.value)
    if value.value is None:
        return _plain(value, value.kind)
    figures = _FIGURES.match(view, value.char_end)
    if figures and isinstance(value.value, int) and 3 <= value.value <= 9:
        low, high = 10 ** (value.value - 1), 10**value.value - 1
        return Quantity(start, figures.end(), start, figures.end(), low, None, high, "range", "count", value.suffix)
    opened = view[start - 1 : start] == "[" and _EDITORIAL_OPEN.search(view, max(0, start - 2), start)
    brackets = 1 if opened and view.startswith("]", value.char_end) else 0
    before, begin = _qualify_before(view, start - brackets)
    more = nxt is not None and nxt.char_start - value.char_end < 24
    behind, end = _qualify_behind(view, value.char_end + brackets, more)
    if value.kind == "vague":
        n = value.value
        return Quantity(begin if before else start, end, start, value.char_end, n, None, None, "vague", "count")
    low, best, high, qualifier = _bounded(value, [*behind, *before])
    return Quantity(begin, end, start, value.char_end, low, best, high, qualifier, value.kind, value.suffix)


def _range(view: str, a: Value, b: Value, minus: int | None) -> Quantity | None:
    """A range from two values: "1,000 to 3,000", "between five and seven", "1-3 thousand", "two or three"."""
    if (a.kind == "ordinal") != (b.kind == "ordinal") or ("ratio" in (a.kind, b.kind) and a.kind != b.kind):
        return None
    gap = view[a.char_end : b.char_start]
    start = a.char_start if minus is None else minus
    joined = _to().fullmatch(gap) is not None and not (gap.strip() in ("-", "‐", "‑", "~") and len(gap) == 2)
    if not joined and not _and().fullmatch(gap):
        return None
    lead = _opener().search(view, max(0, start - 40), start)
    word = " ".join(lead["word"].lower().split()) if lead else ""
    if not joined and word not in _opens_between():
        return None
    before = _words_before(view, lead.start() if word == "from" else start)
    if (word == "from" or (before and before[-1][0] == "by")) and any(w in _rises() for w, _ in before[-9:]):
        return None
    low = a.value if minus is None else -a.value
    high = b.value
    if (b.scale > 1 and a.scale == 1 and low < high / b.scale and "or" not in gap.lower().split()) or (
        b.scale > 1 and a.scale == 1 and low < high / b.scale and b.scale >= 100
    ):
        low = integral(low * b.scale)
    if a.kind == "vague" or b.kind == "vague":
        n = low
        _, begin = _qualify_before(view, start)
        return Quantity(begin, b.char_end, start, b.char_end, n, None, None, "vague", "count")
    if not low < high or _CHAIN.match(view, b.char_end):
        return None
    digits = view[a.char_start : a.char_end], view[b.char_start : b.char_end]
    if digits[1].isdigit() and digits[1][0] == "0":
        return None
    alternative = "or" in gap.lower().split()
    if alternative and (high > 3 * low + 2 or (not lead and a.char_end - a.char_start > 12)):
        return None
    if lead and (word != "from" or joined):
        begin = lead.start()
    else:
        _, begin = _qualify_before(view, start)
    _, end = _qualify_behind(view, b.char_end, False)
    kind = "ordinal" if a.kind == "ordinal" else "ratio" if a.kind == "ratio" else "count"
    return Quantity(begin, end, start, b.char_end, low, None, high, "range", kind, b.suffix)


def _merge(view: str, a: Quantity, b: Quantity) -> bool:
    """Two bounds of one number ("more than 10 but fewer than 20"): ``a`` becomes the range of both."""
    names = {a.qualifier, b.qualifier}
    if names != {"at_least", "at_most"} or b.char_start - a.char_end > 8:
        return False
    gap = view[a.char_end : b.char_start]
    if not gap.strip() or not _OR_MORE_BOUND.fullmatch(gap) or "or" in gap.split():
        return False
    low = a.low if a.qualifier == "at_least" else b.low
    high = a.high if a.qualifier == "at_most" else b.high
    if not low < high:
        return False
    a.low, a.best, a.high, a.qualifier = low, None, high, "range"
    a.char_end, a.number_end = b.char_end, b.number_end
    return True
