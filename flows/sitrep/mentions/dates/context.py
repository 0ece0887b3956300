"""Whether the words around a candidate leave it a date: "May" the verb, "1,980 troops", "Sunday Times", sets."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.dates.tokens import Tok
from sitrep.mentions.dates.words import weekday_neighbours

# Codes that, standing before four figures, make them a year.
_BEFORE_YEAR = frozenset("IFiuyjz&|-O~,(AGDBtMmwa")
_CODE = re.compile(r"[A-Z]\.[A-Z]\. ?$")
_NUMBERED = re.compile(r"\b(\d{1,4})/$")
_OF_EVERY_YEAR = re.compile(r"I?[aD]_{0,2}UO")
_MONEY = frozenset("$€£¥#₴₽")


@cache
def _not_a_year() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    groups = lexicons.load("not_a_year")
    return frozenset(groups["before"]), frozenset(groups["behind"]), frozenset(groups["year_of"])


def _links() -> dict[str, list[str]]:
    return lexicons.load("date_links")


def fits(rule: str, text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    """The end of the candidate ``toks[i:j]``: ``j``, less where its last word belongs to what follows, else ``i``."""
    check = _CHECKS.get(rule)
    if codes[i - 1 : i] == "b" and i:
        return i
    return check(text, toks, codes, i, j) if check else j


def _plural(tok: Tok) -> bool:
    return (
        tok.code == "_"
        and tok.value.isalpha()
        and tok.value.endswith("s")
        and not tok.value.endswith(("ss", "is", "us", "as"))
    )


def _day(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    last = toks[j - 1]
    if codes[i] in "12" and text[max(0, toks[i].start - 2) : toks[i].start].strip()[-1:] in _MONEY:
        return i
    behind = codes[j : j + 1]
    # "May the Second Squadron": an ordinal that names what follows.
    if last.code == "o" and behind == "_" and text[last.start].isupper() and text[toks[j].start].isupper():
        return _shorter(codes, i, j)
    if codes[i:j].endswith(",Do") and text[last.start].isalpha():
        return _shorter(codes, i, j)  # "in August, the first such convoy"
    if last.code in "12":
        after = text[last.end : last.end + 2]
        if after[:1] in ("%", "/") or (after[:1] in (".", ",", ":") and after[1:].isdigit()):
            return _shorter(codes, i, j)
        before = text[toks[i - 1].start : toks[i - 1].end].lower() if i and toks[i - 1].code == "I" else ""
        if behind == "_" and before == "in":
            return _shorter(codes, i, j)
        # "On 13 May" and "on May 13 two aircraft": a month alone takes no "on".
        if before != "on" and (
            behind in ("_", "U", "n", "4")
            and (behind != "_" or _plural(toks[j]))
            and codes[i - 1 : i] in ("I", "")
            and i
        ):
            return _shorter(codes, i, j) if behind in ("U", "n", "4") else j
    elif text[last.end : last.end + 1] == "-" and codes[j + 1 : j + 2] == "_":
        return i
    return i if _of_every_year(toks, codes, j) else j


def _of_every_year(toks: list[Tok], codes: str, j: int) -> bool:
    """Whether what stands before token ``j`` is a day of each year: "proclaimed 11 July a day of mourning"."""
    return _OF_EVERY_YEAR.match(codes, j) is not None and toks[codes.index("U", j)].value == "day"


def _shorter(codes: str, i: int, j: int) -> int:
    """Leave the number behind a month to what follows."""
    month = next((k for k in range(j - 1, i - 1, -1) if codes[k] in "Mm"), None)
    return i if month is None else month + 1


def _loose_month(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    tok = toks[j - 1] if codes[j - 1] != "." else toks[j - 2]
    behind = toks[j] if j < len(toks) else None
    before = codes[i - 1 : i]
    word = text[tok.start : tok.end]
    if _of_every_year(toks, codes, j):
        return i
    if tok.code == "m":
        if before == "D" or (behind and behind.code in "|" and behind.value == "or"):
            return i
        if before and before in "&|-," and not _month_near(codes, i):
            return i
        if before == "I" and text[toks[i - 1].start : toks[i - 1].end].lower() not in _links()["before_months"]:
            return i
        if before == "O" and not codes[max(0, i - 3) : i - 1].strip("_D"):
            return i if "end" not in text[max(0, tok.start - 20) : tok.start] else j
        if behind and behind.code == "_" and text[behind.start].isupper() and not word.isupper() and before not in "I":
            return i
        return j
    # April, June and August are given names before a surname, unless a preposition makes them months.
    surname = behind and behind.code == "_" and text[behind.start].isupper() and behind.start == tok.end + 1
    if tok.value in (4, 6, 8) and surname and not word.isupper() and before not in tuple("IFiuyjz-O"):
        return i
    if not word[0].isupper() and before not in tuple("IFiuyjz&-OAt") and len(word) <= 3:
        return i
    return j


def _month_near(codes: str, i: int) -> bool:
    return any(code in "Mm" for code in codes[max(0, i - 5) : i])


def _weekday(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    before_names, behind_names = weekday_neighbours()
    if i and toks[i - 1].code == "_" and toks[i - 1].value in before_names:
        return i
    if j < len(toks) and toks[j].code == "_" and toks[j].value in behind_names and text[toks[j].start].isupper():
        return i
    if codes[i - 1 : i] == "a" and i:
        return i
    return j


def _year(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    tok = toks[j - 1]
    if tok.code == "C" or codes[j - 2 : j - 1] == "X" or codes[j - 1] == "X":
        return j
    at = next((k for k in range(i, j) if codes[k] == "U"), None)
    if at is not None and toks[at].value != "year":
        return i
    n = tok.value
    before, behind = text[max(0, tok.start - 1) : tok.start], text[tok.end : tok.end + 1]
    if before == "/" and (number := _NUMBERED.search(text, max(0, tok.start - 6), tok.start)) and int(number[1]) > 12:
        return i  # "Report 61/2018"
    # An attribute left over from markup, and a section of a code ("U.S.C. 1862").
    if text[max(0, tok.start - 2) : tok.start] in ('="', "='") or _CODE.search(text, max(0, tok.start - 6), tok.start):
        return i
    if before in _MONEY or behind in ("%", "°") or (behind == "-" and text[tok.end + 1 : tok.end + 2].isalpha()):
        return j if behind == "-" and before.isspace() and n >= 1400 else i
    if before and before in "-–" and codes[i] != "A" and tok.start >= 2 and text[tok.start - 2].isalpha():
        return i
    if behind in (".", ",", ":") and text[tok.end + 1 : tok.end + 2].isdigit():
        return i
    left_words, right_words, year_of = _not_a_year()
    after = toks[j] if j < len(toks) else None
    left = toks[i - 1] if i else None
    if left and left.code == "I" and text[left.start : left.end].lower() == "at" and i == j - 1:
        return i
    ranged = codes[j : j + 2] == "-Y" and toks[j + 1].value > n and codes[j + 2 : j + 3] not in ("_", "U", "n", "4")
    if ranged and n >= 1400:
        return j
    compared = i > 1 and toks[i - 2].code in "LE"
    if left and left.code == "_" and left.value in left_words and not compared and codes[i] != "A":
        return i
    if left and left.code == "O" and i > 1 and toks[i - 2].value in year_of and n >= 1400:
        return j
    led = left is not None and (left.code in "IFiuyjzGBwO" or codes[max(0, i - 2) : i] == "Y&")
    told_apart = led and after is not None and after.code == "n" and 1800 <= n <= 2100
    if (left and left.code == "4") or (after and after.code in ("4", "n") and not told_apart):
        return i  # but "in 2014 two soldiers were killed"
    if after and after.code in "_U" and after.value in right_words:
        return i
    approximate = any(codes[k] in "~" for k in range(i, j - 1))
    preposition = compared or (left is not None and left.code in "IFiuyjzGBw") or codes[i] in "A" or at is not None
    counted = after and (_plural(after) or after.code == "U") and after.start <= tok.end + 1
    bound = left is not None and left.code in "yz" and i > 1  # "killed by 2019 rebels", but "By 2019 rebels held"
    if counted and (not preposition or approximate or n < 1800 or bound):
        return i
    if approximate and after and after.code == "_" and text[after.start].islower() and n % 10 == 0:
        return i
    if preposition or codes[i] in "DA":
        return j if n >= 1000 else i
    if left is None:
        return j if n >= 1400 else i
    if left.code in _BEFORE_YEAR:
        return j if n >= 1400 else i
    # A bare number behind another word: a year where the clause ends with it, or its name has a capital.
    closed = after is None or after.code in ",().;-&|/"
    named = text[left.start].isupper() and left.code == "_"
    return j if 1800 <= n <= 2100 and (closed or named or left.code in ";).'") else i


def _decade(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    """Not where a model has such a number: "12 Mirage 2000s"."""
    left = toks[i - 1] if i else None
    return i if left is not None and left.code == "_" and left.value in _not_a_year()[0] else j


def _holiday(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    """No day: "White Christmas" the song, "Christmas Island"."""
    left = toks[i - 1] if i else None
    right = toks[j] if j < len(toks) else None
    if left and left.code == "_" and text[left.start].isupper() and left.end == toks[i].start - 1:
        return i
    one_word = " " not in text[toks[i].start : toks[j - 1].end]  # "On Christmas Eve Ukraine struck"
    if one_word and right and right.code == "_" and text[right.start].isupper() and right.start == toks[j - 1].end + 1:
        return i
    return j


def _spoken(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    unit = next((tok for tok in reversed(toks[i:j]) if tok.code in "UP"), None)
    if unit is not None and unit.value == "hour":
        # "over the past 24 hours" is a day and a night, whatever ends alike.
        return j
    # "the following days" is a stretch of unknown length; a genitive ("last year's") ends alike.
    if unit is not None and re.search(r"[^'’]s$", text[unit.start : unit.end], re.IGNORECASE):
        return i
    if codes[i] in "DI" and ("l" in codes[i:j] or "x" in codes[i:j]) and "A" not in codes[i:j]:
        # "over the next year", "within the last week": how long, not when.
        word = toks[i - 1] if codes[i] == "D" and i else toks[i]
        if text[word.start : word.end].lower() in _links()["lengths"]:
            return i
    if codes[j : j + 1] == "-" and text[toks[j].start : toks[j].end] == "-" and codes[j + 1 : j + 2] == "_":
        return i
    if codes[j - 1] in "jz" and j < len(toks) and toks[j].code not in _BASE:
        return i
    if codes[i] == "I" and "p" in codes[i:j] and unit is not None and unit.value not in ("day", "hour"):
        # "during the past week" tells when, "in the past week" how long.
        return j if text[toks[i].start : toks[i].end].lower() in _links()["when"] else i
    return j


# What goes on behind "on the 18th".
_BEHIND_DAY = frozenset("IF&|uyjiwD")
# What may follow "two days after" or "the day before": the end of the clause, or the date that is the base.
_BASE = frozenset(",.;()KMmWVJHD12oYlxt~A")


def _slash(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    """Two numbers and a stroke are a day and a month only behind a word that says so."""
    dated = i < j - 1 or codes[i - 1 : i] in ("I", "F", "B", "i", "u", "y", "j", "z", "t", "x", "-", "&", "|", ",")
    if (
        not i
        or not dated
        or (i == j - 1 and codes[j : j + 1] in ("O", "_", "U"))
        or text[toks[i - 1].start : toks[i - 1].end] == "for"
    ):
        return i
    if codes[i - 1] in ",&|" and "5" not in codes[max(0, i - 4) : i]:
        return i
    return j


def _bare_day(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    if codes[i] in "WV":
        # "Tuesday, the first of many": the weekday stays.
        return j if j == len(toks) or toks[j].code in ".;()&|-I" else i + (codes[i] == "W")
    word = text[toks[i - 1].start : toks[i - 1].end].lower()
    ended = j == len(toks) or not text[toks[j].start].isalpha() or toks[j].code in _BEHIND_DAY
    ended = ended or text[toks[j].start : toks[j].end] in _links()["behind_bare_days"]
    led = word in _links()["bare_days"] or codes[i - 2 : i] == "PO"
    return j if led and ended and text[toks[j - 1].start].isdigit() else i


def _offset(text: str, toks: list[Tok], codes: str, i: int, j: int) -> int:
    if codes[j - 1] in "jzF" and j < len(toks) and toks[j].code not in _BASE:
        return i
    if i and codes[i - 1] in "nq1234-Y":
        return i
    if codes[i - 1 : i] == "&" and codes[i - 2 : i - 1] in tuple("nq1234Y"):
        return i  # "between two and three days later"
    if codes[j - 1] == "K" and toks[j - 1].value[0]:
        return j - 1 if codes[j - 2] == "g" else i
    if toks[j - 1].value in lexicons.load("date_relations")["loose_ago"] and codes[j : j + 1] in tuple("IO_"):
        return i
    return j


_CHECKS = {
    "day": _day,
    "loose_month": _loose_month,
    "weekday": _weekday,
    "slash": _slash,
    "bare_day": _bare_day,
    "holiday": _holiday,
    "year": _year,
    "decade": _decade,
    "spoken": _spoken,
    "deictic": _spoken,
    "offset": _offset,
    "ago": _offset,
}
