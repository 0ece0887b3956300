"""The expressions of a stretch of text: points read by rule, ranges of two points, and intervals open on a side."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.dates import build, grammar, pairs, tokens
from sitrep.mentions.dates.context import fits
from sitrep.mentions.dates.tokens import Tok
from sitrep.mentions.dates.values import Expression, Point

_LISTED = re.compile(r"(?:,?&|,)D?")
_TO = re.compile(r",?[-u>]D?(?:0[I,]?D?)?")
_AND = re.compile(r",?&D?(?:0[I,]?D?)?")
_OR = re.compile(r"\|D?")
# A time of day may stand before either end: "from 06:00 on 3 May to 06:00 on 4 May".
_FROM = re.compile(r"(?:[FB]0[I,]?D?|[FBI]?D?)$")
_PRESENT = re.compile(r"[-u]D?(?:Z(?:U|P)?|K)")
_ONWARD = re.compile(r"(?:\+|I\+|[|&][Lz](?![DAYMmJ1-9_])|L(?!_))")
_OR_EARLIER = re.compile(r"[|&][Ej](?![DAYMmJ1-9])")
_AND_NOW = re.compile(r"&Z")
_NOW_AND = re.compile(r"BZ&$")
# Behind either word, "the month of" adds nothing to the name of a month.
_SINCE = re.compile(r"(?:i(?:I_)?D?(?:[_s]{1,4}[OI]D?){0,3}|G(?:I|F)?D?)(?:[UP]O)?$")
_UNTIL = re.compile(r"(?:(?:I\|)?[uyj](?:I_)?D?(?:UO)?|_L_)$")
_THROUGH = re.compile(r"(?<![1-9YMmo])-D?$")
_ANNIVERSARY = re.compile(r"D?[o8]@O$")
_ON_OR_AFTER = re.compile(r"(?:I\|z|_E_|(?<!_)L_)$")
# Only calendar dates open an interval behind "before": "before last week" is no more than its words.
_CALENDAR = frozenset(
    {
        "written",
        "date",
        "day",
        "bare_day",
        "day_of_related",
        "month",
        "season",
        "year",
        "decade",
        "century",
        "quarter",
        "loose_month",
    }
)

# What stands in every range or choice of which one side is a bare number.
_JOINT = re.compile(r"[,.1234oMmSsUY][-&|/u]|5O?[Mm]")

_Piece = tuple[int, int, str, str, Point, Point]


def read(text: str, char_start: int, char_end: int) -> list[Expression]:
    """The date expressions of ``text[char_start:char_end]``, in order, not overlapping."""
    toks = tokens.read(text, char_start, char_end)
    codes = "".join([tok.code for tok in toks])
    pieces: list[_Piece] = []
    for m in grammar.PAIR.finditer(codes) if _JOINT.search(codes) else ():
        end = m.end() - (codes[m.end() - 1] == ".")
        if m.lastgroup == "bare_days" and not all(
            text[t.start].isdigit() for t in toks[m.start() : end] if t.code == "o"
        ):
            continue  # "between the first and the second line"
        found = pairs.read(m.lastgroup or "", toks[m.start() : end])
        if found is not None:
            kind, low, high = found
            pieces.append((m.start(), end, m.lastgroup or "", kind, low, high))
            codes = codes[: m.start()] + "#" * (m.end() - m.start()) + codes[m.end() :]
    at = 0
    while (m := grammar.POINT.search(codes, at)) is not None:
        rule, i, j = m.lastgroup or "", m.start(), m.end()
        if codes[j - 1] == "." and j - i > 1:
            j -= 1
        j = fits(rule, text, toks, codes, i, j)
        point = build.RULES[rule](toks[i:j]) if j > i else None
        if point is None:
            at = i + 1
            continue
        pieces.append((i, j, rule, "single", point, point))
        at = j
    pieces.sort(key=lambda piece: piece[0])
    _share_year(codes, pieces)
    return _join(toks, codes, pieces)


def _share_year(codes: str, pieces: list[_Piece]) -> None:
    """Give the dates of a list the year at its end: "28 February and 1 March 2022", "March, April and May 2022"."""
    for (_, j, rule, kind, point, _), (i, _, _, _, behind, last) in reversed(list(pairwise(pieces))):
        dated = (last.year or "").isdigit() and last.month is not None and not behind.relation
        bare = kind == "single" and rule in ("day", "loose_month") and point.month and not point.explicit
        if not dated or not bare or point.weekday or point.unit or not _LISTED.fullmatch(codes, j, i):
            continue
        later = (point.month, point.day or 0) > (behind.month or last.month or 0, behind.day or 31)
        point.year = f"{int(behind.year or last.year or 0) - later:04d}"


def _join(toks: list[Tok], codes: str, pieces: list[_Piece]) -> list[Expression]:
    found: list[Expression] = []
    n = 0
    while n < len(pieces):
        i, j, rule, kind, low, high = pieces[n]
        n += 1
        if n < len(pieces) and kind == "single":
            i2, j2, rule2, kind2, low2, high2 = pieces[n]
            gap = codes[j:i2]
            if (
                rule in ("offset", "spoken")
                and codes[j - 1] in "jzF"
                and gap in ("", "D")
                and rule2 != "year"
                and not _lasts(toks, codes, i, j)
            ):
                low.base, low.end = low2, low2.end
                pieces[n] = (i, j2, "offset", "single", low, low)
                continue
            if (
                low.night
                and low.base is None
                and gap in ("", "I", ",", "F")
                and (high2.day or _opens_range(codes, pieces, n))
            ):
                continue
            if kind2 == "single" and gap == "&" and _follow(rule, low, rule2, low2):
                j, n = j2, n + 1
                found.append(Expression(toks[i].start, toks[j - 1].end, "both", low, low2))
                continue
            if kind2 == "single" and _alike(low, low2):
                before = _FROM.search(codes, 0, i)
                ranged = _TO.fullmatch(gap) or (_AND.fullmatch(gap) and before and "B" in before[0])
                if ranged or (_OR.fullmatch(gap) and low.day and low2.day):
                    start = before.start() if before and before[0][:1] in ("F", "B") else i
                    j, n = j2, n + 1
                    kind = "interval" if ranged else "choice"
                    found.append(Expression(toks[start].start, toks[j - 1].end, kind, low, low2))
                    continue
        if rule == "offset" and _lasts(toks, codes, i, j):
            continue  # "for 78 days from 3 May"
        if rule == "offset" and low.base is None and codes[j - 1] in "jzF" and codes[j : j + 1] not in ("", *",.;)("):
            continue
        start, end = i, j
        if kind != "single":
            before = _FROM.search(codes, 0, i)
            if before and before[0][:1] in ("F", "B"):
                start = before.start()
                kind = "interval" if kind == "both" else kind
            found.append(Expression(toks[start].start, toks[end - 1].end, kind, low, high))
            continue
        found.append(_open(toks, codes, i, j, rule, low))
    return found


@cache
def _links(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("date_links")[group])


def _lasts(toks: list[Tok], codes: str, i: int, j: int) -> bool:
    """Whether "78 days from" tells how long something lasts: "for" stands before it."""
    return codes[j - 1] == "F" and codes[i - 1 : i] == "I" and toks[i - 1].value in _links("how_long")


def _in_clause(toks: list[Tok], codes: str, i: int, j: int) -> bool:
    """Whether the words ``toks[i:j]`` between "since" and a date have it for their own.

    "Since it arrived in June", "since the truce of June".
    """
    if i < j and toks[i].value in _links("pronouns"):
        return True
    if codes[j - 2 : j] == "_O" and toks[j - 2].value in _links("papers"):
        return True
    told = [tok.value for tok in toks[i:j] if tok.code == "_" and (tok.value in _past() or tok.value.endswith("ed"))]
    return bool(told) and _links("breaking_out").isdisjoint(told)


@cache
def _past() -> frozenset[str]:
    return frozenset(lexicons.load("tense")["past"])


def _opens_range(codes: str, pieces: list[_Piece], n: int) -> bool:
    """Whether piece ``n`` is a weekday, and with the next one a range: "overnight from Friday to Saturday"."""
    behind = pieces[n + 1] if n + 1 < len(pieces) else None
    if behind is None or pieces[n][4].weekday is None or behind[4].weekday is None:
        return False
    return _TO.fullmatch(codes, pieces[n][1], behind[0]) is not None


def _alike(low: Point, high: Point) -> bool:
    """Whether two points can bound one range: a weekday needs a weekday, and nothing is bound by an unstated year."""
    if low.unstated or high.unstated or low.night or high.night:
        return False
    if high.weekday is None and low.weekday is not None:
        return high.day is not None
    return high.weekday is None or low.weekday is not None


def _follow(rule: str, low: Point, rule2: str, high: Point) -> bool:
    """Whether two weekdays follow each other: "on Friday and Saturday"."""
    if rule != "weekday" or rule2 != "weekday" or low.relation or high.relation:
        return False
    return (high.weekday or 0) - (low.weekday or 0) in (1, -6)


def _closes(word: str, rule: str, point: Point) -> bool:
    """Whether "by", "until" or "before" makes a date the end of an interval.

    "by the end of the 1990s", "until the 1990s" and "by the end of that year" only say when.
    """
    if word == "u" and rule in ("decade", "century"):
        return False
    if word == "y" and point.mod and (rule in ("decade", "century") or point.anchor == "spoken"):
        return False
    return word != "j" or rule in _CALENDAR


def _open(toks: list[Tok], codes: str, i: int, j: int, rule: str, point: Point) -> Expression:
    if m := _PRESENT.match(codes, j):
        before = _FROM.search(codes, 0, i)
        start = before.start() if before and before[0][:1] == "F" else i
        return Expression(toks[start].start, toks[m.end() - 1].end, "interval", point, None)
    if point.year and "X" not in point.year and (m := _ANNIVERSARY.search(codes, 0, i)):
        count = next(tok.value for tok in toks[m.start() : i] if tok.code in "o8")
        point.year = build.year(int(point.year) + count)
        return Expression(toks[m.start()].start, toks[j - 1].end, "single", point, point)
    if (m := _AND_NOW.match(codes, j)) and (before := _FROM.search(codes, 0, i)) and "B" in before[0]:
        now = Point(toks[j].start, toks[m.end() - 1].end, unit="day", anchor="published")
        return Expression(toks[before.start()].start, now.end, "interval", point, now)
    if m := _NOW_AND.search(codes, 0, i):
        now = Point(toks[m.start()].start, toks[i - 1].end, unit="day", anchor="published")
        return Expression(now.start, toks[j - 1].end, "interval", now, point)
    if m := _ONWARD.match(codes, j):
        start = i - 1 if codes[i - 1 : i] == "F" else i
        if m[0] != "L" or rule in ("year", "date"):
            return Expression(toks[start].start, toks[m.end() - 1].end, "interval", point, None)
    if m := _OR_EARLIER.match(codes, j):
        return Expression(toks[i].start, toks[m.end() - 1].end, "interval", None, point)
    if (m := _SINCE.search(codes, 0, i)) and not _in_clause(toks, codes, m.start() + 1, i):
        kind = "since" if toks[m.start()].code == "i" else "interval"
        return Expression(toks[m.start()].start, toks[j - 1].end, kind, point, None)
    if (m := _UNTIL.search(codes, 0, i)) and _closes(toks[m.start()].code, rule, point):
        return Expression(toks[m.start()].start, toks[j - 1].end, "interval", None, point)
    if rule != "decade" and (m := _THROUGH.search(codes, 0, i)) and toks[m.start()].value in ("through", "thru"):
        return Expression(toks[m.start()].start, toks[j - 1].end, "interval", None, point)
    if m := _ON_OR_AFTER.search(codes, 0, i):
        return Expression(toks[m.start()].start, toks[j - 1].end, "interval", point, None)
    return Expression(toks[i].start, toks[j - 1].end, "single", point, point)
