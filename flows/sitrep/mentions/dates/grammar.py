"""The grammar of date expressions over token codes (``words``), as regular expressions.

``POINT`` finds one date; each of its named groups is a rule that ``build`` turns into a ``Point``. ``PAIR`` finds the
ranges and choices in which one day or year is only a bare number. Ranges of two points are put together in ``build``.
"""

from __future__ import annotations

from sitrep import patterns as re

_MONTH = r"[Mm]\.?"
_DAY = r"[12o]"
# "1. March": the full stop of an ordinal, as other languages write it.
_STOPPED = r"(?:[12]\.|[12o])"
_ERA_YEAR = r"(?:X[Y1-4]|[Y1-4]\.?[CX]|Y)"
_YEAR = rf"(?:{_ERA_YEAR}|9)"
# "Tuesday, 1 October", "Tuesday the 1st", "Tue. 1 Oct"
_WEEKDAY = r"(?:[WV]P?\.?[,-]?I?D?)?"
# "early", "mid-", "the end of", "the latter part of", "late in", "mid- to late "
_MOD = r"(?:D?A(?:-?-?A)?(?:[NU]?OD?|I|-)?D?)?"
_ABOUT = r"(?:[~?]\.?D?)?"
# "of that year", "last year", "of the same month", "this week"
_RELATED = r"(?:,?[OI]?(?:(?:D?(?:[lxtTvfcp]e?|e)|D?T?e?[lv])U|DUjl))"
_COUNT = r"(?:n-?n|[an1234Y])"

# What a week or a day may be picked from: "July", "May 2015", "2018", "next month"
_WHOLE = rf"(?:{_MONTH}(?:[,O]*Y|{_RELATED})?|Y|D?[lxtvf]U|DU)"

# "That June", "since that June": elsewhere the word may open a clause ("said that June was quiet").
_POINTED = r"(?:(?<=[IOFiuyjzB&,.])|\A)"

_CALENDAR = rf"{_ABOUT}{_MOD}{_ABOUT}"


def _rule(name: str, pattern: str) -> str:
    return f"(?P<{name}>{pattern})"


# The first rule that fits at a position wins: the longer expressions come first.
_RULES = (
    _rule("written", rf"[lxt]?{_WEEKDAY}{_ABOUT}J"),
    _rule("slash", rf"[lxt]?{_WEEKDAY}{_ABOUT}5"),
    _rule(
        "date",
        rf"{_CALENDAR}(?:{_WEEKDAY}D?{_STOPPED}(?:O|-|/)?{_MONTH}[,OI/-]*{_YEAR}|{_WEEKDAY}D?[12]O?-?{_MONTH}[-O]?3(?!\.?[_U4])"
        rf"|{_WEEKDAY}{_MONTH}D?{_DAY}[,OI]*{_YEAR}|{_MONTH}n,?Y|n{_MONTH}Y|Y[,/-]?{_MONTH}[/-]?D?{_DAY}(?![,OI]*Y)|{_MONTH}-{_DAY}-Y|Y,[12]O?{_MONTH}(?![,OI]*Y))",
    ),
    _rule("related_day", rf"{_CALENDAR}{_WEEKDAY}(?:D?{_DAY}O?{_MONTH}|{_MONTH}D?{_DAY}){_RELATED}"),
    _rule(
        "day_of_related",
        rf"(?=[^lxtcvfp]{{0,14}}[lxtcvfp]){_CALENDAR}{_WEEKDAY}(?:D?{_DAY}OD?[lxtcvfp][Mm]\.?|(?:D?{_DAY}O?{_MONTH}|{_MONTH}D?{_DAY})l(?![UPWMmSs]))",
    ),
    _rule("nth", rf"{_ABOUT}D?(?:o|l)[nq1]?(?:U|W)[OI]{_WHOLE}|D?o(?:[lxt]|OD?[lxtvcp])U"),
    _rule("week_of", rf"(?:D|(?<![n1234]))U(?:O|[GA]I?|I)D?(?:{_DAY}O?{_MONTH}|{_MONTH}D?{_DAY})(?:[,OI]*Y)?"),
    _rule("unstated", r"a?[Mm]\.?(?:O[aD]?kU|\(?k\)?)"),
    _rule("day", rf"{_CALENDAR}{_WEEKDAY}(?:D?{_DAY}(?:O|-)?{_MONTH}|D?[12]\.O?M|[Mm]\.?/?(?:D?{_DAY}|,D?o))"),
    _rule(
        "month",
        rf"{_CALENDAR}(?:{_MONTH}O3(?!_)|{_MONTH}(?:[,O/]|-|I)*D?{_YEAR}|{_MONTH}{_RELATED}|Y-?M\.?(?![,-]?(?:Y|{_DAY})))",
    ),
    _rule("season", rf"{_CALENDAR}D?(?:[Ss][,OI]*D?(?:{_ERA_YEAR}|9)|[Ss]{_RELATED})"),
    _rule("quarter", rf"{_CALENDAR}(?:D?oh(?:,?[OI]?D?Y|{_RELATED}|ODU)|Q(?:O?-?Y)?|Y-?Q|DAhOD?Y|D?[lxtcpfv]h)"),
    _rule("century", rf"{_CALENDAR}D?o-?U(?:C|X)?"),
    _rule("decade", rf"{_CALENDAR}(?:(?:D?d|D(?:A-?)?r|(?:A-?)r|(?<=I)r)(?:OD?(?:[lp]|o-?)U)?)"),
    _rule("holiday", rf"{_MOD}H(?:,?O?Y|{_RELATED})?"),
    _rule("ago", rf"(?:{_ABOUT}|q){_COUNT}(?:-?n)?U(?:gK?|F(?:Z|K))"),
    _rule("offset", rf"{_ABOUT}{_COUNT}(?:-?n)?U(?:[LEjzF])"),
    _rule("weekday_week", r"[WV](?:,?-?(?:[OI]D?)?(?:[lxtfv])(?:U))|[lxtv]U[-,]?I?[WV]"),
    _rule("bare_day", r"[WV]\.?,?D?(?:o|[12](?![\w#_-]))|(?:(?<=[IiuyjzF])|(?<=PO))Do(?![ohUMm-])"),
    _rule("weekday", r"(?:A-?)?(?:D?[fv]|[lxtcpT]e?)?(?:A-?)?WP?|(?<=[I])VP?|VP"),
    _rule("night_into", rf"(?<![WVKlt])(?:D?P|K)[->]D?(?:W|{_DAY}O?{_MONTH}|{_MONTH}D?{_DAY})(?![-&>P]|[,OI]*Y)"),
    _rule(
        "deictic",
        r"(?:A-?)?KP?(?:,?WP?)?|[lt]P|A?-?(?:[LEA][lxt])e?U|D?A[NU]?[OI]?D?[lxtpc]e?U|ID?cU|D?U-?A(?!O)|[lxt]e?U|ID?[pl]2?U(?!O)|IDU(?![OfvjLEgzx])|D?A[NU]?[OI]D?U|[LE]ID?U",
    ),
    _rule(
        "spoken",
        r"(?:D?A[OI]?)?(?:[LEA])?(?:D?(?:f|v|e)U|DxU|T[e]?[UP]|D(?:x|f|v|e)P|D(?:f|v|x|e)W|DUzx|D[UP]jl(?![UPWMmSs])|DU[jz]|DP[jz](?=[.,;]|\Z)|DUf(?!_*U))",
    ),
    _rule("related_month", rf"{_CALENDAR}(?:[lxtcvf][Mm]\.?|D?[fvcp]M)|{_POINTED}T{_MONTH}(?![,O]?Y|[12o])"),
    _rule("related_season", r"(?:A-?)?(?:[lxtcv]|D?[fv]|Te?)[Ss]"),
    _rule("loose_season", r"(?:(?<=[Iyuijz])D?(?:A-?)?(?:S|(?<=[ID])s(?!O))|D?A-?S|(?<=[IyujziD])A-?s(?!O))(?![-_]?U)"),
    _rule("loose_month", rf"{_CALENDAR}(?:M\.?|(?:(?<=[IFBiuyjz&|AO~,-])|(?<=A-)|(?=m-D?M))m\.?)"),
    _rule("year", rf"(?:{_ABOUT}{_MOD}{_ABOUT}(?:D?(?<!n)U)?{_ERA_YEAR})"),
)

# What no date is without; before it no rule lets an unknown word stand, and none opens with a sign. This is told before
# any rule is tried.
_NAMED = "JMmYUPKWVHSsQhdrXCo59"
_OPENING = rf"(?![,.()&|/-])(?=[^{_NAMED}_;#]{{0,30}}+[{_NAMED}])"

POINT = re.compile(rf"{_OPENING}(?:{'|'.join(_RULES)})")

_TAIL = rf"(?:[,OI]*{_YEAR}|{_RELATED})?"
PAIR = re.compile(
    "|".join(
        (
            _rule("month_list", rf"{_MONTH}D?{_DAY}(?:,D?{_DAY}){{1,8}},?[&|]D?{_DAY}(?!O?{_MONTH}){_TAIL}"),
            _rule("list_month", rf"D?{_DAY}(?:,D?{_DAY}){{1,8}},?[&|]D?{_DAY}O?{_MONTH}{_TAIL}"),
            _rule("month_days", rf"{_WEEKDAY}{_MONTH}D?{_DAY}(?:[-&|u]|,[&|])D?{_DAY}(?!O?{_MONTH}){_TAIL}"),
            _rule("days_month", rf"D?{_DAY}(?:[-&|u]|,[&|])D?{_DAY}O?{_MONTH}{_TAIL}"),
            _rule("bare_days", r"(?<=[BF])D?o[-&u]D?o(?![oh_UMmO])"),
            _rule("slash_days", rf"5O?{_MONTH}{_TAIL}"),
            _rule("months_year", rf"{_MONTH}(?:[-&|/u]|,[&|]){_MONTH}[,OI]*Y"),
            _rule("years", r"(?:[Ss][OI]?D?|U)?Y[-/][123](?![-/.]?[12]?O?[MmU]|[,/.-]?[1234])"),
            _rule("eras", r"[1-4Y][-&][1-4Y]\.?C"),
            _rule("seasons_year", r"D?(?:A-?)?[Ss][-&]D?(?:A-?)?[Ss][OI]?D?(?:[Y1-4]\.?C|Y)"),
            _rule("centuries", r"D?o(?:U)?[-&]D?o-?U(?:C|X)?"),
        )
    )
)
