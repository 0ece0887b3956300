"""The day on which a text was published, where its first lines tell it.

Only the head is read, and only where a date stands apart: behind a word for publication, before the text of a report
("KYIV, March 3, 2025 (Agency) —"), beside the names of the authors, or alone on its line. A date in a sentence is
never taken for it: a history tells of many days and was published on none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.ingest.head import Head, byline_of
from sitrep.ingest.written_days import Written, days, months

# Where several dates stand in the head, the lowest rank is the day of publication.
_PUBLISHED, _DATELINE, _BESIDE_NAMES, _APART, _UPDATED, _EDITION = range(6)
_SCANNED = 240
_CHRONOLOGY = 20_000
_FIGURES = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)")
_TIME = re.compile(
    lambda: (
        rf"[\s,]*(?:(?:{re.any_of(_words('before_times'))}|[-–—|·•/@T\[(])\s*)?"
        r"(?:\d{1,2}[:.h]\d{2}(?::\d\d)?(?:\.\d+)?\s*(?:[apAP]\.?\s?[mM]\b\.?|hrs?\b|uhr\b|h\b)?"
        r"|\d{1,2}\s*(?:[apAP]\.?\s?[mM]\b\.?|hrs?\b|uhr\b|h\b)|\d{4}(?=\s*(?:hrs?\b|h\b|Z\b|GMT\b|UTC\b)))"
        r"\s*(?:\(?(?:[A-Z]{2,5}|Z|[+-]\d\d:?\d\d|local time|(?:GMT|UTC)\s*[+-]\s*\d{1,2}(?::\d\d)?)\)?)?"
        r"(?=$|[\s|,·•—–)(\]-]|[A-Z][a-z])"
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
_CHANGED_ON = re.compile(lambda: rf"[\s|·•,;(/–—-]*{re.any_of(_words('updated'))}\b", re.I)
_NOT_YET = re.compile(lambda: rf"(?<!\w){re.any_of(_words('not_yet'))}\s*$", re.I)
# "This article was first published on": what a page says of itself.
_OF_ITSELF = re.compile(
    lambda: (
        rf"{re.any_of(_words('this_is'))}\s+(?:\w+\s)?{re.any_of(_words('themselves'))}\s+{re.any_of(_words('was_made'))}\s*$"
    ),
    re.I,
)
# "A digest of official statements,", "Transcript of the press conference held on"
_ISSUE_OF = re.compile(
    lambda: (
        rf"(?:\w+\s){{0,2}}{re.any_of(_words('editions'))}(?:s|es)?(?=\W)[^.!?|:;\d]{{0,80}}?"
        rf"(?:[,|–—(]|\s-|\s{re.any_of(_words('said_on'))})\s*$"
    ),
    re.I,
)
# "All times GMT"
_CLOCK = re.compile(lambda: rf"\s*[.|,;(·•–—-]\s*{re.any_of(_words('of_the_clock'))}\s+[\w+:]{{1,12}}[.)]?\s*$", re.I)
# The section that a page files a report under, behind its writer and day: "in News, World".
_FILED_UNDER = re.compile(lambda: rf"\s+{re.any_of(_words('before_sections'))}\s+[A-Z][\w ,&|/-]{{1,60}}$")
_HIJRI = r"\d{1,2}\s+[^\W\d_][^\d|/]{2,24}\s+1[34]\d\d(?!\d)"
_HIJRI_BEFORE = re.compile(lambda: rf"{_HIJRI}\s*{re.any_of(_words('eras'))}?\s*[|/–—ـ,(-]\s*$")
_HIJRI_AFTER = re.compile(
    lambda: rf"\s*{re.any_of(_words('eras'))}?\s*[|/–—ـ,(-]\s*{_HIJRI}\s*{re.any_of(_words('eras'))}?\)?\s*$"
)
_YEAR_WORD = re.compile(lambda: rf"^\s*{re.any_of(_words('behind_years'))}(?=\s|$|,)")
_LABELLED = re.compile(_SEPARATED.pattern.replace(",;", ",;:"))
_ENDED = re.compile(r"^\s*(?:$|[|·•—–()\],;/]|-\s|-{1,3}$|by\b)", re.I)
_BETWEEN_DAYS = re.compile(lambda: rf"\s*(?:[-–—]|{re.any_of(_words('between_days'))})\s*")
_RANGE = re.compile(lambda: rf"(\w+)\.?,?\s*(?:[-–—]|{re.any_of(_words('before_last_days'))})\s*\Z")
_AGENCY_THEN_DASH = re.compile(
    r"^\s*[)\]]?\s*[.,]?\s*(?P<agency>[(\[][^()\[\]]{1,60}[)\]]|/[^/]{1,40}/)?\s*[.,]?\s*(?P<dash>--+|[—―]|[–-](?=\s|$)|:)"
)
_ISSUE_NUMBER = re.compile(
    lambda: (
        rf"\s*[,:]?\s*(?:\(?{re.any_of(_words('before_issue_numbers'))}?\.?\s*\d{{1,5}}(?:/\d{{1,4}})?\)?\s*)?"
        r"[,:|–—-]?\s*"
    ),
    re.I,
)
_OPENING_CUE = re.compile(
    lambda: rf"{re.any_of(_words('published'))}\s+(?:{re.any_of(_words('before_sections'))}|by)\s", re.I
)
_LONGEST_CUED, _LONGEST_PLACE = 16, 4
# So many other days in lines of their own make a chronicle, or a digest of statements.
_MANY_DAYS = 2
# What a line with a day and its year is never without.
_FOUR = re.compile(r"\d{4}|\d[./-]\d\d(?!\d)|['’]\d\d")
# What parts the name of a paper from its day in a line that is printed across the page.
_COLUMNS = re.compile(r"[ \t]{3,}")
_BAR = re.compile(r"\s[|·•]\s+")
_NOTHING = " ()[].,;:|·•—–-/"
_PLACE_WORD = re.compile(lambda: rf"(?:[^\W\d_a-z][\w.'’/-]*[,:]?|{re.any_of(_words('inside_places'))}|[-–—])\Z")


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("dateline")[group])


@cache
def _cues(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.any_of(_words(group))}\s*[:,]?\s*$", re.I)


def value(written: str) -> str | None:
    """The EDTF value of a text that is a date and nothing else but a weekday or a time of day, else None."""
    for found in days(written[:_SCANNED]):
        before = _before(written[: found.start])
        before = _cues("updated").sub("", _cues("published").sub("", before)).strip()
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
    text = _CLOCK.sub("", _YEAR_WORD.sub("", text))
    match = _TIME.match(text)
    return text[match.end() :] if match else text


def tells_day(line: str) -> bool:
    """Whether a line holds a day as it is written in figures or with the name of its month."""
    return any(found.is_day for found in days(line[:_SCANNED]))


def is_masthead(line: str) -> bool:
    """Whether a line is printed across the page and holds a day ("THE GAZETTE       MONDAY, MAY 3, 2010")."""
    return _COLUMNS.search(line) is not None and tells_day(line)


def is_date_line(line: str) -> bool:
    """Whether a line is a date, perhaps with a word for publication or a time of day, and nothing else."""
    for found in days(line[:_SCANNED]):
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
    best_found: Written | None = None
    seen_prose = False
    for i, unit in enumerate(head.units):
        # Below a first paragraph that sums the article up, the day may still stand beside the names.
        is_below_names = i > 1 and byline_of(head.units[i - 1].text) is not None
        told_apart = is_below_names and (is_date_line(unit.text) or _is_place_and_day(unit.text))
        line = unit.text if unit.is_prose else _COLUMNS.sub(" | ", unit.text)
        for rank, found in _ranked(line, unit.is_prose, i == head.title_at, seen_prose and not told_apart):
            key = (rank, 0 if found.is_day else 1)
            if best is None or key < best:
                if rank == _APART and _is_chronology(unit.text, found, text):
                    continue
                best, best_found = key, found
        seen_prose = seen_prose or unit.is_prose
    if best_found is None:
        return _last_statement(text)
    return _in_order_of(text, *best_found.readings, best_found.edtf) if best_found.readings else best_found.edtf


def _last_statement(text: str) -> str | None:
    """The last day of a digest whose statements have each a place and a day: the digest is no older than any."""
    found = {day for day in _days_of_lines(text, behind_places=True) if "[" not in day}
    return max(found) if len(found) > _MANY_DAYS else None


def _in_order_of(text: str, day_first: str, month_first: str, either: str) -> str:
    """The reading of a day in figures that the other days in figures of the text allow; both where they do not tell."""
    pairs = [(int(m[1]) > 12, int(m[2]) > 12) for m in _FIGURES.finditer(text[:_CHRONOLOGY])]
    if (True, False) in pairs and (False, True) not in pairs:
        return day_first
    if (False, True) in pairs and (True, False) not in pairs:
        return month_first
    return either


def _ranked(line: str, is_prose: bool, is_title: bool, seen_prose: bool) -> Iterator[tuple[int, Written]]:
    dates = list(days(line, 0, _SCANNED))
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
        if cue and not is_prose and _labels(line, cue):
            yield _PUBLISHED, found
            continue
        if is_prose or seen_prose:
            continue
        if _ends_edition(before) and _ENDED.match(_after(after)):
            if not _NOT_YET.search(before[: _last_edition(before)]):
                yield _EDITION, found
            continue
        if _ends_a_range(raw_before):
            continue
        if (
            position == 0
            and _opens_with_cue(line, found)
            and (_ENDED.match(_after(after)) or _FILED_UNDER.match(_after(after)))
        ):
            yield _PUBLISHED, found
            continue
        cue = _cues("updated").search(raw_before) or _cues("updated").search(before) or _timed_cue(raw_before)
        if cue:
            if _NOT_YET.search(line[: cue.start()]):
                continue
            yield _UPDATED, found
        elif is_title:
            named = _EDITION_NAME.search(line) or _WEEKDAY_BEFORE.search(raw_before.rstrip())
            if named and _SEPARATED.search(before) and _ENDED.match(_after(after)):
                yield _EDITION, found
        elif not before and after.strip() and _LEAD_IN.match(raw_before) and byline_of(after.strip()) is None:
            continue  # a sentence that opens with its day
        elif _stands_apart(line, found.start, before, after):
            if not before and not _after(after).strip(" .") and not found.is_day and len(dates) > 1:
                continue
            yield (_BESIDE_NAMES if _beside_names(line, found.start) else _APART), found
        elif _ISSUE_OF.match(raw_before) and _ENDED.match(_after(after)):
            yield _EDITION, found
        elif _joined_to_names(raw_before) and _ENDED.match(_after(after)) and _beside_names(line, found.start):
            yield _BESIDE_NAMES, found


def _labels(line: str, cue: re.Match[str]) -> bool:
    """Whether a word for publication stands as a label before its day: apart, with a colon, or said of the page."""
    before = line[: cue.start()]
    if _NOT_YET.search(before):
        return False
    told = _LABELLED.search(before) or cue[0].rstrip().endswith(":") or cue[0].lower().startswith("dated")
    return bool(told or _OF_ITSELF.match(before))


def _opens_with_cue(line: str, found: Written) -> bool:
    """Whether a short line opens with a word for publication: "Posted by admin on", "Published in World on"."""
    if len(line.split()) > _LONGEST_CUED or not found.is_day:
        return False
    return _OPENING_CUE.match(line[: found.start]) is not None and _LEAD_IN.search(line[: found.start]) is not None


def _last_edition(before: str) -> int:
    return next((m.start() for m in reversed(list(_EDITION_NAME.finditer(before)))), 0)


def _ends_edition(before: str) -> bool:
    """Whether a date follows the name of an issue, perhaps with its number ("Evening bulletin No. 284 of")."""
    names = list(_EDITION_NAME.finditer(before))
    return bool(names) and bool(_ISSUE_NUMBER.fullmatch(before, names[-1].end()))


def _joined_to_names(before: str) -> bool:
    """Whether a preposition, or nothing at all, stands between names and a date."""
    return bool(_LEAD_IN.search(before)) or before.rstrip()[-1:].isalpha()


def _ends_a_range(before: str) -> bool:
    match = _RANGE.search(before.rstrip())
    return match is not None and (match[1].isdigit() or match[1].lower() in months())


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
        and not _WEEKDAY_BEFORE.search(line[:at])
        and not _beside_names(line, at)
        and not all(_PLACE_WORD.match(word) or not word[0].isalpha() for word in re.split(r"[\s]+", before.strip()))
    ):
        return False  # a clause with a day behind it, no name of a place or a paper
    return not (rest.strip().endswith(".") and before) and len(before.split()) + n_behind <= 16


def dates_whole(line: str) -> bool:
    """Whether a line is a day, alone or behind a place, or opens as a report does."""
    return is_date_line(line) or _is_place_and_day(line) or opens_with_dateline(line)


def opens_with_dateline(line: str) -> bool:
    """Whether a line opens as a report does: place, date, perhaps the agency, and a dash."""
    found = next(days(line[:_SCANNED]), None)
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


def _is_chronology(line: str, found: Written, text: str) -> bool:
    """Whether lines like one that holds a date go on through the text: the days it tells of, or of its statements."""
    behind_place = not is_date_line(line)
    if behind_place and not _is_place_and_day(line):
        return False
    return len(_days_of_lines(text, behind_place) - {found.edtf}) >= _MANY_DAYS


def _days_of_lines(text: str, behind_places: bool) -> set[str]:
    """The days that stand alone in their lines, or alone behind a place ("Pristina, 1 October 2023")."""
    found: set[str] = set()
    fits = _is_place_and_day if behind_places else is_date_line
    for line in text[:_CHRONOLOGY].split("\n"):
        line = line.strip(" #*_")
        if 6 <= len(line) <= 40 and (not behind_places or "," in line) and _FOUR.search(line) and fits(line):
            found.update(day.edtf for day in days(line))
    return found


def _is_place_and_day(line: str) -> bool:
    found = next(days(line), None)
    if found is None or not found.is_day or _after(line[found.end :]).strip(_NOTHING):
        return False
    before = _before(line[: found.start]).rstrip()
    words = before.split()
    return before.endswith(",") and len(words) <= _LONGEST_PLACE and all(_PLACE_WORD.match(word) for word in words)
