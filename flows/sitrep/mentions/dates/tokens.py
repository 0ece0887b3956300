"""A stretch of text as tokens of one code each (see ``words``), so that a grammar can be a regular expression."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.dates.words import by_initial, holidays, months, words


class Tok(NamedTuple):
    """One token: its code, its half-open span in code points, and its value (a number, a name, a written date)."""

    code: str
    start: int
    end: int
    value: Any


# Of what a page has thousands of, the tuple is made as such: that halves the time.
_tok = partial(tuple.__new__, Tok)


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


class Written(NamedTuple):
    """A date in figures: three numbers in the order they stand, and the separator. ``order`` where it is certain."""

    numbers: tuple[int, int, int]
    separator: str
    order: str


@cache
def _cardinals() -> dict[str, int]:
    return lexicons.load("date_counts")["cardinals"]


def _quarters() -> Iterable[str]:
    """How quarters and halves are written: "Q3"."""
    return lexicons.load("seasons")["short"]


def _spelled() -> str:
    """A year in words: "nineteen forty-two", "nineteen hundred and five", "two thousand and fifteen"."""
    names = [[name for name, n in _cardinals().items() if n in span] for span in (range(1, 10), range(10, 20))]
    ones, teens = ("|".join(group) for group in names)
    tens = "|".join(name for name, n in _cardinals().items() if 20 <= n <= 90)
    small = rf"(?:(?:{tens})[-\s](?:{ones})|{tens}|{teens}|{ones})"
    return (
        rf"two\s+thousand(?:\s+(?:and\s+)?{small})?"
        rf"|(?:{teens})\s+(?:hundred(?:\s+(?:and\s+)?{small})?|(?:{tens})(?:[-\s](?:{ones}))?)"
    )


def _spelled_year(raw: str) -> int:
    numbers = [_cardinals().get(word, 0) for word in re.split(r"[-\s]+", raw.lower())]
    head, rest = numbers[0], sum(n for n in numbers[1:] if n < 100)
    return 2000 + rest if head == 2 else 100 * head + rest


def _initials(names: Iterable[str]) -> str:
    """The first letters of names, to pass over other words at once."""
    return "".join(sorted({name[0] for name in names}))


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(months(), key=len, reverse=True))
    spelled = _spelled()
    counts = lexicons.load("date_counts")
    tens = "|".join(name for name, n in counts["cardinals"].items() if n in (20, 30))
    ones = "|".join(name for group in ("cardinals", "ordinals") for name, n in counts[group].items() if n < 10)
    longest_first = sorted(holidays(), key=len, reverse=True)
    named = by_initial(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+") for name in longest_first)
    # What opens with a figure stands together, so that a word is not tried on any of it.
    return re.compile(
        rf"""(?=['’‘\d])(?:(?P<tens>['’‘]?\b[2-9]0['’]?s\b)|(?P<short>['’‘]\d\d\b)
        |(?P<group>\b\d{{6}}\s?[A-IK-Z]?\s?(?:{month})\s?\d{{2}}(?:\d\d)?\b)
        |(?P<tight>\b\d{{1,2}}(?P<sep>[-/.]?)(?:{month})(?P=sep)(?:\d{{4}}|\d\d)\b)
        |(?P<ymd>\b\d{{4}}(?P<ys>[-/.])\d{{1,2}}(?P=ys)\d{{1,2}}(?!\d|(?P=ys)\d))|(?P<compact>\b(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b)
        |(?P<dmy>\b\d{{1,2}}(?P<ds>[-/.])\d{{1,2}}(?P=ds)(?:\d{{4}}|\d\d)(?!\d|(?P=ds)\d|[.:]\d))
        |(?P<time>\b(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?\s?(?:[ap]\.?m\b\.?|hrs\b|hours\b|gmt\b|utc\b|z\b)
            |\b(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?\b|\b\d{{1,4}}\s?(?:[ap]\.?m\b\.?|hrs\b|gmt\b|utc\b)
            |\b\d{{3,4}}\s?hours?\b|\b\d{{4}}Z\b)
        |(?P<roman>\b\d{{1,2}}([-/. ])(?:I{{1,3}}|I?V|VI{{1,3}}|I?X|XI{{1,2}})\s?[-/. ]\s?\d{{4}}\b)
        |(?P<slash>\b(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])\b(?!/))
        |(?P<month>\b(?:0?[1-9]|1[0-2])[-/.](?:1[4-9]|20)\d\d\b(?![-/.]?\d))
        |(?P<decade>\b\d{{3}}0['’\s]?s\b)|(?P<ordinal>\b\d{{1,3}}[\s-]?(?:st|nd|rd|th)\b)
        |(?P<number>\b\d+(?:[.,]\d+)*\w*))
        |(?P<quarter>\b{re.any_of(_quarters())}\b)|(?P<spelled>\b(?=[{_initials(_cardinals())}])(?:{spelled})\b)
        |(?P<holiday>\b(?=[{_initials(holidays())}])(?:{named})\b)
        |(?P<compound>\b(?=[t])(?:{tens})[-\s](?:{ones})\b)
        |(?P<word>[^\W\d_]+(?:['’.][^\W\d_]+)*)
        |(?P<sign>[^\s\w])""",
        re.IGNORECASE | re.VERBOSE,
    )


# A word, a number that no sign, unit or ending follows, any other figure, a sign. Only figures and few words need the
# whole grammar.
_PIECE = re.compile(
    r"(?=\S)(?:(?P<word>[A-Za-z]++(?![\w'’.])|[^\W\d_]+(?:['’.][^\W\d_]+)*)"
    r"|(?P<number>\b\d{1,4}(?=[,;)](?!\d)|\.\s|\s[B-FI-MOQVWXYb-fi-moqvwxy]))"
    r"|(?P<figure>['’‘\d])|(?P<sign>[^\s\w]))"
)
_LETTERS = re.compile(r"[^\W\d_]+")
# The codes of words that the token before may give another.
_TOLD_BY_COMPANY = "O~"


@cache
def _openers() -> frozenset[str]:
    """The words, up to the first sign in them, that may open a year in words, a day with a name, a quarter or "Q3"."""
    names = (*_cardinals(), *holidays(), *_quarters())
    return frozenset(_LETTERS.match(name)[0] for name in names)  # type: ignore[index]


@cache
def _starts() -> frozenset[str]:
    return frozenset(lexicons.load("date_modifiers")["start_of"])


@cache
def _not_about() -> frozenset[str]:
    return frozenset(lexicons.load("date_modifiers")["not_approximate_behind"])


def read(text: str, char_start: int, char_end: int) -> list[Tok]:
    """The tokens of ``text[char_start:char_end]``."""
    found: list[Tok] = []
    at: int | None = char_start
    while at is not None:
        at = _read(found, text, at, char_end)
    return found


# Behind a count.
_COUNTED = ("+", "%")


def _read(found: list[Tok], text: str, char_start: int, char_end: int) -> int | None:
    """Add tokens up to one that the whole grammar reads further than its first piece; where that ends, if there is."""
    for m in _PIECE.finditer(text, char_start, char_end):
        kind, raw = m.lastgroup, m[0]
        a, b = m.span()
        if kind == "word":
            code, value, opens = _word(raw)
            if not opens:
                if code in _TOLD_BY_COMPANY:
                    _add_word(found, raw, code, a, b, value)
                else:
                    found.append(_tok((code, a, b, value)))
                continue
        elif kind == "number":
            found.append(_number(raw, a, b))
            continue
        elif kind == "sign":
            found.append(_sign(raw, a, b))
            continue
        whole = _pattern().match(text, a, char_end)
        if whole is None:
            continue
        kind, raw, end = whole.lastgroup, whole[0], whole.end()
        if kind == "word":
            code, value, _ = _word(raw)
            _add_word(found, raw, code, a, end, value)
        elif kind == "sign":
            found.append(_sign(raw, a, end))
        elif kind == "number":
            counted = len(raw) <= 2 and text[end : end + 1] in _COUNTED
            found.append(Tok("4", a, end, None) if counted else _number(raw, a, end))  # "11 December 40+" is no year
        else:
            found.append(_figure(kind or "", raw, a, end))
        if end != b:
            return end
    return None


def _add_word(found: list[Tok], raw: str, code: str, a: int, b: int, value: Any) -> None:
    if code == "O" and found and (found[-1].code == "G" or found[-1].value in _starts()):
        # "the beginning of May" is a part of it; "beginning in May" opens an interval.
        found[-1] = found[-1]._replace(code="A", value="start")
    if code == "~" and found and found[-1].value in _not_about():
        code, value = "_", raw.lower()
    found.append(_tok((code, a, b, value)))


def _sign(raw: str, a: int, b: int) -> Tok:
    code, value = words().get(raw, (raw if raw in ",()/.~" else ";", raw))
    return _tok((code, a, b, value))


@lru_cache(maxsize=16384)
def _word(raw: str) -> tuple[str, Any, bool]:
    """The code and the value of a word as written, and whether it may open something that the whole grammar reads."""
    known, lower = words(), raw.lower()
    opens = _LETTERS.match(lower)[0] in _openers()  # type: ignore[index]
    hit = known.get(lower)
    if hit is None and lower.endswith(("'s", "’s")):
        hit = known.get(lower[:-2])
        # "Mr May's", "March's": only names that are nothing else, and days of speech, take a genitive.
        hit = hit if hit and hit[0] in "MWKU" else None
    if hit is None or (hit[0] in "mV" and not raw[0].isupper()):
        return "_", lower, opens
    return *hit, opens


def _number(raw: str, a: int, b: int) -> Tok:
    if not raw.isdecimal() or not raw.isascii():
        return Tok("4" if raw[0] != "0" else "0", a, b, None)
    n = int(raw) if len(raw) < 6 else 0
    if len(raw) <= 2:
        code = "1" if 1 <= n <= 12 else "2" if 13 <= n <= 31 else "3"
    elif len(raw) == 4 and 1000 <= n <= 2199:
        code = "Y"
    else:
        code = "4"
    return Tok(code, a, b, n)


def _figure(kind: str, raw: str, a: int, b: int) -> Tok:
    if kind == "time":
        return Tok("0", a, b, raw)
    if kind == "ordinal":
        n = int(re.match(r"\d+", raw)[0])  # type: ignore[index]
        return Tok("o" if 1 <= n <= 31 else "8", a, b, n)
    if kind == "quarter":
        return Tok("Q", a, b, words()[raw.lower()][1])
    if kind == "spelled":
        n = _spelled_year(raw)
        return Tok("Y" if 1000 <= n <= 2199 else "4", a, b, n)
    if kind == "slash":
        one, two = (int(n) for n in raw.split("/"))
        return Tok("5" if min(one, two) <= 12 else "4", a, b, Written((one, two, 0), "/", ""))
    if kind == "month":
        n, year = (int(n) for n in re.split(r"[-/.]", raw))
        return Tok("J", a, b, Written((0, n, year), "", "dmy"))
    if kind == "compound":
        tens, _, ones = re.split(r"([-\s])", raw.lower())
        code, value = words()[ones]
        n = _cardinals()[tens] + value
        return Tok(code if code == "n" or n <= 31 else "_", a, b, n)
    if kind == "decade":
        return Tok("d", a, b, raw[:3])
    if kind == "tens":
        return Tok("r", a, b, int(re.search(r"\d", raw)[0]))  # type: ignore[index]
    if kind == "short":
        return Tok("9", a, b, int(raw[1:]))
    if kind == "holiday":
        return Tok("H", a, b, holidays()[re.sub(r"\s+", " ", raw.lower().replace("’", "'"))])
    numbers = [int(n) for n in re.findall(r"\d+", raw)]
    if kind in ("group", "tight"):
        month = months()[re.search(r"[^\W\d]{3,}", raw.lower())[0]]  # type: ignore[index]
        day = numbers[0] // 10000 if kind == "group" else numbers[0]
        return _written(Written((day, month, numbers[-1]), "", "dmy"), a, b)
    if kind == "roman":
        month = _ROMAN.index(re.search(r"[ivx]+", raw.lower())[0]) + 1  # type: ignore[index]
        return _written(Written((numbers[0], month, numbers[-1]), "", "dmy"), a, b)
    if kind == "compact":
        n = int(raw)
        return _written(Written((n // 10000, n // 100 % 100, n % 100), "", "ymd"), a, b)
    separator = re.search(r"[-/.]", raw)[0]  # type: ignore[index]
    order = "ymd" if kind == "ymd" else ""
    return _written(Written((numbers[0], numbers[1], numbers[2]), separator, order), a, b)


def _written(date: Written, a: int, b: int) -> Tok:
    one, two, three = date.numbers
    day, month = {"dmy": (one, two), "ymd": (three, two)}.get(date.order, (max(one, two), min(one, two)))
    ok = 1 <= month <= 12 and 1 <= day <= 31
    return Tok("J" if ok else "4", a, b, date if ok else None)
