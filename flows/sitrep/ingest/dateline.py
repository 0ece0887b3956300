"""The day on which a text was published, where its first lines tell it.

Only the head is read, and only where a date stands apart: behind a word for publication, before the text of a report
("KYIV, March 3, 2025 (Agency) —"), beside the names of the authors, or alone on its line. A date in a sentence is
never taken for it: a history tells of many days and was published on none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.ingest.head import Head, byline_of

# Where several dates stand in the head, the lowest rank is the day of publication.
_PUBLISHED, _DATELINE, _BESIDE_NAMES, _APART, _UPDATED, _EDITION = range(6)
_SCANNED = 240
_CHRONOLOGY = 20_000
_FIGURES = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)")
_TIME = re.compile(
    lambda: (
        rf"[\s,]*(?:(?:{re.any_of(_words('before_times'))}|[-–—|·•/@T])\s*)?"
        r"(?:\d{1,2}[:.h]\d{2}(?::\d\d)?(?:\.\d+)?\s*(?:[apAP]\.?\s?[mM]\b\.?|hrs?\b|uhr\b|h\b)?"
        r"|\d{1,2}\s*(?:[apAP]\.?\s?[mM]\b\.?|hrs?\b|uhr\b|h\b)|\d{4}(?=\s*(?:hrs?\b|h\b|Z\b|GMT\b|UTC\b)))"
        r"\s*(?:\(?(?:[A-Z]{2,5}|Z|[+-]\d\d:?\d\d|local time|(?:GMT|UTC)\s*[+-]\s*\d{1,2}(?::\d\d)?)\)?)?"
        r"(?=$|[\s|,·•—–)(-]|[A-Z][a-z])"
    )
)
_TIME_BEFORE = re.compile(
    lambda: (
        r"\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5}\s*)?(?:\([A-Z]{2,5}\)\s*)?"
        rf"(?:,|{re.any_of(_words('between_time_and_day'))})?\s*$"
    ),
    re.I,
)
_LEAD_IN = re.compile(lambda: rf"(?:^|(?<=[\s(,|])){re.any_of(_words('before_days'))}\s*$", re.I)
_SEPARATED = re.compile(r"(?:^|[|·•—–(\[,;/]|\s-)\s*$")
_WEEKDAY_BEFORE = re.compile(lambda: rf"(?<!\w){re.any_of(_words('weekdays'))}\.?,?\s*$", re.I)
_EDITION_NAME = re.compile(lambda: rf"(?<!\w){re.any_of(_words('editions'))}(?!\w)", re.I)
_READING_TIME = re.compile(lambda: rf"\s*[|·•,-]?\s*\d{{1,2}}[ -]{re.any_of(_words('reading_time'))}\s*$", re.I)
# How often a text was read or passed on; when it was changed, where no day is told; its day by another calendar.
_COUNTED = re.compile(lambda: rf"\s*[|·•,-]?\s*\d[\d,.]{{0,6}}\s{re.any_of(_words('counted'))}\s*$", re.I)
_CHANGED = re.compile(
    lambda: (
        rf"\s*[|·•,(–-]?\s*{re.any_of(_words('updated'))}\s*:?\s+(?:{re.any_of(_words('counting_back'))}|\d{{1,2}})\s+\w+\s+"
        rf"{re.any_of(_words('ago'))}\)?\s*$"
    ),
    re.I,
)
_CHANGED_ON = re.compile(lambda: rf"\s*{re.any_of(_words('updated'))}\b", re.I)
# The section that a page files a report under, behind its writer and day: "in News, World".
_FILED_UNDER = re.compile(lambda: rf"\s+{re.any_of(_words('before_sections'))}\s+[A-Z][\w ,&|/-]{{1,60}}$")
_HIJRI = r"\d{1,2}\s+[^\W\d_][^\d|/]{2,24}\s+1[34]\d\d(?!\d)"
_HIJRI_BEFORE = re.compile(lambda: rf"{_HIJRI}\s*{re.any_of(_words('eras'))}?\s*[|/–—ـ,(-]\s*$")
_HIJRI_AFTER = re.compile(
    lambda: rf"\s*{re.any_of(_words('eras'))}?\s*[|/–—ـ,(-]\s*{_HIJRI}\s*{re.any_of(_words('eras'))}?\)?\s*$"
)
_YEAR_WORD = re.compile(lambda: rf"^\s*{re.any_of(_words('behind_years'))}(?=\s|$|,)")
_LABELLED = re.compile(_SEPARATED.pattern.replace(",;", ",;:"))
_ENDED = re.compile(r"^\s*(?:$|[|·•—–()\],;/]|-\s|by\b)", re.I)
_BETWEEN_DAYS = re.compile(lambda: rf"\s*(?:[-–—]|{re.any_of(_words('between_days'))})\s*")
_RANGE = re.compile(lambda: rf"(\w+)\.?,?\s*(?:[-–—]|{re.any_of(_words('before_last_days'))})\s*\Z")
_AGENCY_THEN_DASH = re.compile(
    r"^\s*[)\]]?\s*(?P<agency>[(\[][^()\[\]]{1,60}[)\]]|/[^/]{1,40}/)?\s*[.,]?\s*(?P<dash>--+|[—―]|[–-](?=\s|$)|:)"
)
_ISSUE_NUMBER = re.compile(
    lambda: (
        rf"\s*[,:]?\s*(?:\(?{re.any_of(_words('before_issue_numbers'))}?\.?\s*\d{{1,5}}(?:/\d{{1,4}})?\)?\s*)?"
        r"[,:|–—-]?\s*"
    ),
    re.I,
)
_BAR = re.compile(r"\s[|·•]\s+")
_NOTHING = " ()[].,;:|·•—–-/"
_PLACE_WORD = re.compile(lambda: rf"(?:[^\W\d_a-z][\w.'’/-]*[,:]?|{re.any_of(_words('inside_places'))}|[-–—])\Z")


# Any word may stand where a month does: names are looked up, which is faster than to match hundreds of them.
_MONTH = r"[^\W\d_]{2,14}(?![^\W_])"
_GAP = r"(?:[ \u00a0\u202f]{1,2})"
# Scrapers lose the space between a year and the time of day as well: "May 3, 202511:41 AM".
_YEAR = r"(?:1[5-9]|2[01])\d\d(?!\d(?!\d?:\d\d))"
_DATE = re.compile(
    # Scrapers lose the space between a name and the day: "Ada Bell3 March".
    rf"(?:(?<![\w.])|(?<=[a-z])(?=\d))(?:"
    rf"(?P<y3>{_YEAR})(?P<s>[-/.])(?P<m3>[01]?\d)(?P=s)(?P<d3>[0-3]?\d)(?!\d)"
    rf"|(?P<d1>[0-3]?\d)(?:st|nd|rd|th|er|º|ª|\.)?(?:{_GAP}|[-/.])(?:(?:de|of){_GAP}|d['’])?(?P<m1>{_MONTH})\.?,?"
    rf"(?:{_GAP}|(?P<g1>[-/.]))?(?:(?:de|del|of){_GAP})?(?P<y1>{_YEAR}|['’]?\d\d(?![\d:]))"
    rf"|(?P<m2>{_MONTH})\.?{_GAP}(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?:[,.]{_GAP}?|{_GAP})(?P<y2>{_YEAR})"
    rf"|(?P<a>[0-3]?\d)(?P<t>[./-])(?P<b>[0-3]?\d)(?P=t)(?P<y4>{_YEAR})"
    rf"|(?P<y6>{_YEAR})年{_GAP}?(?P<m6>[01]?\d)月{_GAP}?(?P<d6>[0-3]?\d)日"
    rf"|(?P<m5>{_MONTH})\.?,?{_GAP}(?:de{_GAP})?(?P<y5>{_YEAR}))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Written:
    start: int
    end: int
    edtf: str
    is_day: bool
    readings: tuple[str, str] | None = None


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in lexicons.load("dateline")["months"].items() for name in names}


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("dateline")[group])


@cache
def _cues(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.any_of(_words(group))}\s*[:,]?\s*$", re.I)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _written(text: str, begin: int = 0, end: int | None = None) -> Iterator[_Written]:
    end = len(text) if end is None else end
    while m := _DATE.search(text, begin, end):
        begin = m.start() + 1
        edtf: str | None
        is_day, readings = True, None
        name = m["m1"] or m["m2"] or m["m5"]
        month = _months().get(name.lower(), 0) if name else 0
        if name and not month:
            continue
        if m["y3"]:
            edtf = _day(int(m["y3"]), int(m["m3"]), int(m["d3"]))
        elif m["m1"]:
            digits = m["y1"].lstrip("'’")
            if len(digits) == 2 and not (m["g1"] or len(m["y1"]) == 3 or name.isupper()):
                continue  # "5 March 12 soldiers": a count, not a year
            # Two figures: agencies of the last century wrote "3 JAN 90".
            year = int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 50 else 2000)
            edtf = _day(year, month, int(m["d1"]))
        elif m["m2"]:
            edtf = _day(int(m["y2"]), month, int(m["d2"]))
        elif m["y4"]:
            first, second = int(m["a"]), int(m["b"])
            day_first, month_first = _day(int(m["y4"]), second, first), _day(int(m["y4"]), first, second)
            edtf = day_first if m["t"] == "." else day_first or month_first
            if m["t"] != "." and day_first and month_first and day_first != month_first:
                # Two readings make the EDTF set of both.
                readings = day_first, month_first
                edtf = f"[{min(readings)},{max(readings)}]"
        elif m["y6"]:
            edtf = _day(int(m["y6"]), int(m["m6"]), int(m["d6"]))
        else:
            edtf, is_day = f"{m['y5']}-{month:02d}", False
        if edtf:
            begin = m.end()
            yield _Written(m.start(), m.end(), edtf, is_day, readings)


def value(written: str) -> str | None:
    """The EDTF value of a text that is a date and nothing else but a weekday or a time of day, else None."""
    for found in _written(written[:_SCANNED]):
        before = _before(written[: found.start])
        if not before and not _after(written[found.end :]).strip(" ."):
            return found.edtf
    return None


def _before(text: str) -> str:
    """What stands before a date, without the weekday, the time of day and the preposition that go with it."""
    text = _HIJRI_BEFORE.sub("", text.rstrip()).rstrip()
    for _ in range(2):
        text = _WEEKDAY_BEFORE.sub("", text)
        text = _TIME_BEFORE.sub("", text)
        text = _LEAD_IN.sub("", text).rstrip()
    return text


def _after(text: str) -> str:
    text = _HIJRI_AFTER.sub("", _CHANGED.sub("", _COUNTED.sub("", _READING_TIME.sub("", text))))
    text = _YEAR_WORD.sub("", text)
    match = _TIME.match(text)
    return text[match.end() :] if match else text


def tells_day(line: str) -> bool:
    """Whether a line holds a day as it is written in figures or with the name of its month."""
    return any(found.is_day for found in _written(line[:_SCANNED]))


def is_date_line(line: str) -> bool:
    """Whether a line is a date, perhaps with a word for publication or a time of day, and nothing else."""
    for found in _written(line[:_SCANNED]):
        before = _before(line[: found.start])
        before = _cues("updated").sub("", _cues("published").sub("", before))
        if before.strip(_NOTHING):
            return False
        rest = _after(line[found.end :]).strip(_NOTHING)
        return not rest or is_date_line(rest)
    return False


def read(head: Head, text: str) -> str | None:
    """The publication date that the head of ``text`` tells, as EDTF (a day where it can be), else None."""
    best: tuple[int, int] | None = None
    best_found: _Written | None = None
    seen_prose = False
    for i, unit in enumerate(head.units):
        # Below a first paragraph that sums the article up, the day may still stand beside the names.
        is_below_names = i > 1 and byline_of(head.units[i - 1].text) is not None
        hidden = seen_prose and not (is_below_names and is_date_line(unit.text))
        for rank, found in _ranked(unit.text, unit.is_prose, i == head.title_at, hidden):
            key = (rank, 0 if found.is_day else 1)
            if best is None or key < best:
                if rank == _APART and _is_chronology(found, text):
                    continue
                best, best_found = key, found
        seen_prose = seen_prose or unit.is_prose
    if best_found is None:
        return None
    return _in_order_of(text, *best_found.readings, best_found.edtf) if best_found.readings else best_found.edtf


def _in_order_of(text: str, day_first: str, month_first: str, either: str) -> str:
    """The reading of a day in figures that the other days in figures of the text allow; both where they do not tell."""
    pairs = [(int(m[1]) > 12, int(m[2]) > 12) for m in _FIGURES.finditer(text[:_CHRONOLOGY])]
    if (True, False) in pairs and (False, True) not in pairs:
        return day_first
    if (False, True) in pairs and (True, False) not in pairs:
        return month_first
    return either


def _ranked(line: str, is_prose: bool, is_title: bool, seen_prose: bool) -> Iterator[tuple[int, _Written]]:
    dates = list(_written(line, 0, _SCANNED))
    for position, found in enumerate(dates[:3]):
        raw_before, after = line[: found.start], line[found.end :]
        before = _before(raw_before)
        behind = dates[position + 1].start if position + 1 < len(dates) else None
        if behind is not None and _BETWEEN_DAYS.fullmatch(line, found.end, behind):
            continue  # the first day of a war, not that of a report
        if position == 0 and found.is_day and _is_dateline(before, after, is_prose):
            yield _DATELINE, found
            return
        cue = _cues("published").search(before) or _cues("published").search(raw_before)
        if cue and (_LABELLED.search(line[: cue.start()]) or cue[0].lower().startswith("dated")) and not is_prose:
            yield _PUBLISHED, found
            continue
        if is_prose or seen_prose:
            continue
        if _ends_edition(before) and _ENDED.match(_after(after)):
            yield _EDITION, found
            continue
        if _ends_a_range(raw_before):
            continue
        cue = _cues("updated").search(raw_before) or _cues("updated").search(before) or _timed_cue(raw_before)
        if cue:
            yield _UPDATED, found
        elif is_title:
            named = _EDITION_NAME.search(line) or _WEEKDAY_BEFORE.search(raw_before.rstrip())
            if named and _SEPARATED.search(before) and _ENDED.match(_after(after)):
                yield _EDITION, found
        elif not before and after.strip() and _LEAD_IN.match(raw_before):
            continue  # a sentence that opens with its day
        elif _stands_apart(line, found.start, before, after):
            if not before and not _after(after).strip(" .") and not found.is_day and len(dates) > 1:
                continue
            yield (_BESIDE_NAMES if _beside_names(line, found.start) else _APART), found
        elif _joined_to_names(raw_before) and _ENDED.match(_after(after)) and _beside_names(line, found.start):
            yield _BESIDE_NAMES, found


def _ends_edition(before: str) -> bool:
    """Whether a date follows the name of an issue, perhaps with its number ("Evening bulletin No. 284 of")."""
    names = list(_EDITION_NAME.finditer(before))
    return bool(names) and bool(_ISSUE_NUMBER.fullmatch(before, names[-1].end()))


def _joined_to_names(before: str) -> bool:
    """Whether a preposition, or nothing at all, stands between names and a date."""
    return bool(_LEAD_IN.search(before)) or before.rstrip()[-1:].isalpha()


def _ends_a_range(before: str) -> bool:
    match = _RANGE.search(before.rstrip())
    return match is not None and (match[1].isdigit() or match[1].lower() in _months())


def _timed_cue(before: str) -> re.Match[str] | None:
    """A word for the state of things with a time of day behind it: "as of 08:00 on"."""
    return _cues("updated").search(_TIME_BEFORE.sub("", before.rstrip() + " "))


def _beside_names(line: str, at: int) -> bool:
    """Whether the line, or its part behind the last bar before a date, says who wrote."""
    return byline_of(line) is not None or byline_of(_BAR.split(line[:at])[-1] + line[at:]) is not None


def _stands_apart(line: str, at: int, before: str, after: str) -> bool:
    rest = _after(after)
    if before.casefold() in _words("kickers"):
        before = ""  # "Article 3 May 2024"
    if not _SEPARATED.search(before):
        return False
    if _CHANGED_ON.match(rest) or (_FILED_UNDER.match(rest) and _beside_names(line, at)):
        return True
    if not _ENDED.match(rest):
        return False
    n_behind = len(rest.split())
    if not before and n_behind > 4 and not re.match(r"\s*[|·•(/]", rest):
        return False  # an entry of a chronology
    if (
        before.endswith(",")
        and not _beside_names(line, at)
        and not all(_PLACE_WORD.match(word) or not word[0].isalpha() for word in re.split(r"[\s]+", before.strip()))
    ):
        return False  # a clause with a day behind it, no name of a place or a paper
    return not (rest.strip().endswith(".") and before) and len(before.split()) + n_behind <= 16


def opens_with_dateline(line: str) -> bool:
    """Whether a line opens as a report does: place, date, perhaps the agency, and a dash."""
    found = next(_written(line[:_SCANNED]), None)
    return found is not None and _is_dateline(_before(line[: found.start]), line[found.end :], False)


def _is_dateline(before: str, after: str, is_prose: bool) -> bool:
    behind = _AGENCY_THEN_DASH.match(after)
    if not behind:
        return False
    place = re.sub(r"\([^()]{1,40}\)", "", before).strip(" ,([-–—:")
    if not place:
        return bool(behind["agency"] or "(" in before) and behind["dash"] != ":"
    words = place.split()
    if len(words) > 8 or not all(_PLACE_WORD.match(word) for word in words) or words[0].islower():
        return False
    # A short line may be a title with a day in it ("Landing Day, 6 June 1944 — …"): that takes more proof.
    if words[0].strip(",").isupper() and len(words[0]) > 2:
        return True
    return behind["dash"] != ":" and (is_prose or bool(behind["agency"]) or before.endswith("("))


def _is_chronology(found: _Written, text: str) -> bool:
    """Whether dates alone on their lines go on through the text: the days it tells of, not that of publication."""
    others = set()
    for line in text[:_CHRONOLOGY].split("\n"):
        line = line.strip(" #*_")
        if 6 <= len(line) <= 40 and any(c.isdigit() for c in line) and is_date_line(line):
            others.update(other.edtf for other in _written(line))
    return len(others - {found.edtf}) >= 2
