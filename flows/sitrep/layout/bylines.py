"""Lines that say who wrote or issued a text, and when."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile, pairwise, takewhile

from sitrep import lexicons, signatures
from sitrep import patterns as re
from sitrep.folding import fold
from sitrep.layout.drafts import Draft
from sitrep.layout.stops import has_stop
from sitrep.layout.words import is_prose, words

_DIGIT = re.compile(r"\d")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}\b")
# Four figures, behind which a scraper may have lost a space before a time of day.
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d(?!\d?[:.]\d))")
_NUMERIC_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b")
_BY = re.compile(
    lambda: rf"\(?{re.any_of(words().before_writers)}(?::\s*|\s+)(?:[A-ZÀ-Þ]|[a-z]+[\d_.]|[a-z]{{3,}}\Z)", re.I
)
_HANDLE = re.compile(r"@\w{2,30}\Z")
_CREDIT_LABEL = re.compile(r"\w+:")
# A day stands apart from the rest of a line in so many words, where signs part the two, and in so many without.
_MAX_DATED_WORDS, _MAX_UNPARTED_WORDS = 20, 14
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
_ISSUE = re.compile(
    lambda: (
        rf"(?:\w+ ){{0,3}}{re.any_of(words().editions)}s? "
        rf"(?:{re.any_of(lexicons.load('dateline')['before_issue_numbers'])}\.?\s?|#)\d"
    ),
    re.I,
)
# "BBC defence correspondent", "Associated Press writer in Kabul"; not "Ten correspondents killed".
_INSIDE = re.compile(
    lambda: (
        rf"(?i:\b{re.any_of(words().byline_inside)}\b)"
        rf"(?!['’]s|\s(?!{re.any_of((*(words().stop_words - words().finite), *_roles()))}\b)[a-z])"
    )
)
_BARS = re.compile(r"\s[|•·]\s")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}, (?:on )?")
_MAX_KIND_WORDS = 2
# In one piece with a day stand so many lines of so many words.
_MAX_ABOVE_DAY, _MAX_NAMES = 3, 5
# So many statements make a digest; a line of no more words says who issued one.
_MIN_STATEMENTS, _MAX_ISSUER_WORDS = 2, 14
# What a salutation ends in, and no head of a statement.
_OPEN_ENDS = frozenset(":,;")
_BRACKETS = re.compile(r"\s*\([^()]{1,60}\)\s*\Z")
_MAX_WORDS, _MAX_CHARS, _MAX_CREDIT_WORDS = 32, 260, 8
# Words beside a date in figures, as in "Agencies – Damascus – 17/07/2025".
_MAX_BESIDE_DATE = 4
# Who writes from where: "Ann Roe in Surin and Bo Li in Phnom Penh".
_POSTED = r"(?:[A-ZÀ-Þ][\w.'’-]+ ){2,3}in(?: [A-ZÀ-Þ][\w.'’-]+){1,3}"
_WRITERS = re.compile(rf"{_POSTED}(?:(?:, and |, | and ){_POSTED}){{0,4}}(?:\s*[|·•–—]\s*[^|]{{0,24}}\d{{4}})?\Z")
# A line in capitals under the name of a body is the title if it has so many words, else more of the letterhead.
_TITLE_WORDS = 5
# So short are the name of a site and the entries of its menu.
_MAX_MENU_WORDS = 4
# How many lines below a standfirst may stand before the first paragraph.
_BELOW_STANDFIRST = 12


def _roles() -> Iterable[str]:
    return map(str.strip, words().author_roles)


def mark_statements(drafts: list[Draft]) -> None:
    """Mark the parts of a digest: what heads each statement or who issued it, and the line below or above with its day.

    A place and a day stand in one piece with who issued what follows; a day alone stands beside the head of a text.
    """
    found = [(i, head) for i in range(len(drafts)) if (head := _head_of_day(drafts, i)) is not None]
    if len(found) < _MIN_STATEMENTS:
        return
    for i, head in found:
        if drafts[head].kind == "":
            drafts[head].kind, drafts[head].level = "heading", 2
        drafts[head].heads_statement = True
        drafts[i].kind = "byline"


def _head_of_day(drafts: list[Draft], i: int) -> int | None:
    """Which line heads the statement whose day is told in line ``i``, if any is."""
    draft = drafts[i]
    if draft.kind != "" or draft.n_words > _MAX_DATED_WORDS or not _YEAR.search(draft.words):
        return None
    if is_place_and_day(draft):
        above = i > 0 and drafts[i - 1].kind == "" and _may_head_statement(drafts[i - 1])
        return i - 1 if above and drafts[i - 1].after_blank and not draft.after_blank else None
    if not (is_dated(draft.words) or _has_dated_part(draft)):
        return None
    for head, text in ((i - 1, i + 1), (i + 1, i + 2)):
        if head >= 0 and text < len(drafts) and is_prose(drafts[text]) and _may_head_statement(drafts[head]):
            return head
    return None


def _may_head_statement(draft: Draft) -> bool:
    if draft.kind not in ("", "heading") or draft.has_stop or draft.n_words > _MAX_ISSUER_WORDS:
        return False
    if draft.words[-1] in _OPEN_ENDS:
        return False  # "Dear Mr. Speaker:"
    return not is_date_line(draft) and not is_time_line(draft)


def is_place_and_day(draft: Draft) -> bool:
    """Whether a line is a place and a day with its year and nothing else: "Belgrade, 2 October 2023"."""
    if draft.kind != "" or draft.n_words > _MAX_DATED_WORDS or not _YEAR.search(draft.words):
        return False
    match = _PLACE.match(draft.words)
    if match is None:
        return False
    day = fold(_BRACKETS.sub("", draft.words[match.end() :])).split()
    return bool(day) and _are_of_a_day(day)


def mark_top(drafts: list[Draft], body: int) -> None:
    """Mark the bylines above the first prose, whose index is ``body``."""
    entries = _entries(drafts)
    opened = False  # by a line that is none of the page's
    for i in range(min(body + 1, len(drafts))):
        draft = drafts[i]
        timed = is_date_line(draft) or (is_time_line(draft) and i not in entries)
        timed = timed or (opened and is_place_and_day(draft))
        above, opened = opened, opened or draft.kind != "boilerplate"
        if _heads_issue(drafts, i):
            continue
        if _may_be_byline(draft) and (timed or (above and _is_byline(draft, True))):
            draft.kind = "byline"
    _mark_pieces(drafts, body)
    _mark_below_standfirst(drafts, body)
    _mark_signatures(drafts, body)
    top = [draft for draft in drafts[:body] if draft.kind == ""]
    # The name of a site and its menu may stand above the letterhead.
    top = list(dropwhile(lambda draft: draft.n_words <= _MAX_MENU_WORDS and not _is_issuer(draft, False), top))
    issuers = list(takewhile(lambda draft: _is_issuer(draft, draft is not top[0]), top))
    if len(issuers) < len(top) and (top[len(issuers)].n_words >= _TITLE_WORDS or not top[len(issuers)].words.isupper()):
        for draft in issuers:
            draft.kind = "byline"


def is_issue(draft: Draft) -> bool:
    """Whether a line opens with the number of an issue: "Weekly Situation Bulletin No. 5"."""
    return draft.kind in ("", "heading") and bool(_DIGIT.search(draft.words)) and bool(_ISSUE.match(draft.words))


def _heads_issue(drafts: list[Draft], i: int) -> bool:
    """Whether a line tells the issue of a periodical named above it, and another line below tells its day."""
    if not 0 < i < len(drafts) - 1 or not is_issue(drafts[i]) or not names_periodical(drafts[i - 1]):
        return False
    below = drafts[i + 1]
    return _may_be_byline(below) and _is_byline(below, True)


def names_periodical(draft: Draft) -> bool:
    """Whether a line ends as the name of a periodical does: "THE SAHEL MONITOR"."""
    return draft.kind in ("", "heading") and not words().editions.isdisjoint(draft.tokens[-1:])


def _entries(drafts: list[Draft]) -> frozenset[int]:
    """The times of a live page, by index, if it has several: each right above its headline."""
    found = [
        i
        for i, (draft, below) in enumerate(pairwise(drafts))
        if draft.after_blank and not below.after_blank and is_time_line(draft)
    ]
    found = found if len(found) >= _MIN_STATEMENTS else []
    return frozenset((*found, *(i for i, draft in enumerate(drafts) if draft.at_hour)))


def _mark_signatures(drafts: list[Draft], body: int) -> None:
    """Mark names alone that stand beside a byline, above the first prose and below a line that may be the title."""
    first = next((i for i in range(body) if drafts[i].kind in ("", "heading") and drafts[i].n_words >= 3), body)
    last = min(body, len(drafts) - 1)
    for order in (range(first + 1, last), range(last - 1, first, -1)):
        for i in order:
            beside = drafts[i - order.step].kind == "byline"
            if beside and drafts[i].kind in ("", "bullet") and signatures.name_in(drafts[i].words):
                drafts[i].kind = "byline"


def _mark_pieces(drafts: list[Draft], body: int) -> None:
    """Mark what stands in one piece with a line that is a day, above the first prose: who wrote, and from where."""
    for i in range(2, min(body, len(drafts))):
        if drafts[i].kind != "byline" or not is_date_line(drafts[i]):
            continue
        first = i
        while first > 1 and not drafts[first].after_blank:
            first -= 1
        above = drafts[first:i]
        if len(above) <= _MAX_ABOVE_DAY and all(map(_may_name, above)):
            for draft in above:
                draft.kind = "byline"


def _may_name(draft: Draft) -> bool:
    return draft.kind == "" and not draft.has_stop and draft.n_words <= _MAX_NAMES and not is_issue(draft)


def _mark_below_standfirst(drafts: list[Draft], body: int) -> None:
    """Mark who wrote and when below a first paragraph that sums the article up: names first, then the days by them."""
    behind = range(body + 1, min(body + 1 + _BELOW_STANDFIRST, len(drafts)))
    behind = range(body + 1, next((i for i in behind if is_prose(drafts[i])), body))
    for i in behind:
        draft = drafts[i]
        beside = drafts[i - 1].kind == "byline" and is_date_line(draft)
        if _may_be_byline(draft) and not draft.has_stop and (beside or _names_writer(draft)):
            draft.kind = "byline"


def may_sign(draft: Draft) -> bool:
    """Whether a line may say who wrote or when, wherever it stands."""
    return is_date_line(draft) or is_time_line(draft) or draft.folded.startswith(words().byline_starts)


def credits_writers(draft: Draft) -> bool:
    """Whether a line, wherever it stands, says who wrote or edited ("Reporting by Ann Roe; editing by Bo Li")."""
    return draft.folded.startswith(words().credit_starts) and not draft.has_stop


def _names_writer(draft: Draft) -> bool:
    starts = words().byline_starts
    return draft.folded.startswith(tuple(f"{start} " for start in starts)) and _is_byline(draft, True)


def mark_end(drafts: list[Draft], body: int, end: int) -> None:
    """Mark the credits of writers and editors after the last prose (index ``end``), or in brackets before it."""
    for i in range(body + 1, len(drafts)):
        draft = drafts[i]
        if i > end and _may_be_byline(draft) and _tells_day_of_issue(draft):
            draft.kind = "byline"
        if draft.kind == "" and i >= end and ":" in draft.words and draft.n_words <= _MAX_CREDIT_WORDS:
            if not words().credit_labels.isdisjoint(draft.tokens[:1]) and _CREDIT_LABEL.match(draft.words):
                draft.kind = "byline"
        if _may_be_byline(draft) and (i >= end or draft.words[0] in "([*_") and _is_byline(draft, False):
            draft.kind = "byline"


def _tells_day_of_issue(draft: Draft) -> bool:
    """Whether a line says where and on which day the text was published: "Published in The Courier, 3 May 2024"."""
    tokens, lists = draft.tokens, words()
    dated = any(token in lists.calendar for token in tokens) and _YEAR.search(draft.words)
    return bool(dated) and draft.n_words <= _MAX_DATED_WORDS and not draft.has_stop and tokens[0] in lists.issued


def _may_be_byline(draft: Draft) -> bool:
    return draft.kind == "" and draft.char_end - draft.char_start <= _MAX_CHARS and bool(draft.words)


def _is_byline(draft: Draft, near_title: bool) -> bool:
    if draft.n_words > _MAX_WORDS or not draft.folded:
        return False
    lists, text, folded = words(), draft.words.lstrip("*_("), draft.folded
    if folded.endswith(lists.byline_ends) or (near_title and folded in lists.agencies):
        return True
    start = None
    if folded.startswith(lists.byline_starts):
        start = next((p for p in lists.byline_starts if folded == p or folded.startswith(f"{p} ")), None)
    stopped = has_stop(text) and not text.endswith(")")
    if start in lists.before_writers:
        return bool(_BY.match(text)) and not stopped and draft.n_words <= 20 and near_title
    if start is not None:
        if " " in start and start.rsplit(" ", 1)[1] in lists.before_names:
            return near_title or not stopped
        if text[len(start) :].lstrip().startswith(":") or (_DIGIT.search(text) and not stopped and draft.n_words <= 24):
            return near_title
    if not near_title or stopped:
        return False
    if draft.named_byline or is_date_line(draft) or _HANDLE.match(text) or _WRITERS.match(_plain(text)):
        return True
    return _is_dated_or_signed(draft)


def _plain(text: str) -> str:
    """A line without its signs of emphasis."""
    return text.replace("*", "").replace("_", "")


def _is_dated_or_signed(draft: Draft) -> bool:
    """``Section, 3 May 2021``, ``May 3, 2021 9:15 AM UTC - Updated 2 hours ago`` or ``Ann Roe, Defence Editor``."""
    if draft.n_words > _MAX_DATED_WORDS:
        return False
    lists, tokens = words(), draft.tokens
    if _has_dated_part(draft) and lists.finite.isdisjoint(set(tokens) - lists.calendar - lists.clock):
        return True
    if _NUMERIC_DATE.search(draft.words) and sum(map(str.isalpha, tokens)) <= _MAX_BESIDE_DATE:
        return True
    if _closes_with_day(draft):
        return True
    if draft.n_words > _MAX_UNPARTED_WORDS:
        return False
    dated = any(t in lists.calendar for t in tokens) and _YEAR.search(draft.words)
    opens = bool(tokens) and (tokens[0] in lists.calendar or tokens[0].isdigit())
    numbered = any(edition in lists.editions and number.isdigit() for edition, number in pairwise(tokens))
    if dated and (draft.n_words <= 10 or opens or numbered):
        if not (lists.finite - lists.calendar - lists.clock).intersection(tokens):
            return True
    if dated and signatures.name_in(_plain(draft.words)):
        return True
    return bool(_INSIDE.search(draft.words.replace("-", " ")))


def _closes_with_day(draft: Draft) -> bool:
    """Whether a line that is no clause ends in a weekday with its date: "Our staff in Kabul, Friday 13 August 2021"."""
    lists, tokens = words(), draft.tokens
    last = next((k for k in range(len(tokens) - 1, -1, -1) if _YEAR.fullmatch(tokens[k])), 0)
    first = last
    while first and (tokens[first - 1] in lists.calendar or tokens[first - 1].isdigit()):
        first -= 1
    named = sum(token in lists.calendar for token in tokens[first:last])
    behind = (lists.clock | lists.of_the_clock).issuperset(tokens[last + 1 :])
    return named > 1 and behind and (lists.finite - lists.calendar).isdisjoint(tokens[:first])


def is_date_line(draft: Draft) -> bool:
    """Whether a line is a date, perhaps with a time of day, and nothing else."""
    if draft.n_words > 12 or not _DIGIT.search(draft.words):
        return False
    return _are_of_a_day(draft.folded.split()) or (
        bool(_NUMERIC_DATE.search(draft.words)) and _are_of_a_day(draft.folded.split(), named=False)
    )


def _are_of_a_day(tokens: list[str], named: bool = True) -> bool:
    """Whether folded words are those of a day and a time of day, and nothing else; ``named`` asks for a name in it."""
    tokens = [_ORDINAL.sub(r"\1", token) for token in tokens]
    lists = words()
    if not all(token[0].isdigit() or token in lists.of_a_day for token in tokens):
        return False
    return not named or any(token in lists.calendar for token in tokens)


def has_parts(draft: Draft) -> bool:
    """Whether bars part a line, as they do what says who wrote, for whom and where."""
    return not draft.has_stop and len(parts(draft)) > 1


def parts(draft: Draft) -> list[str]:
    """What the bars in a line part."""
    return _BARS.split(draft.words)


def tells_kind_and_day(draft: Draft) -> bool:
    """Whether a line is a day and one word or two of what is dated: "3 MAY 2024 | ANALYSIS"."""
    pieces = _PARTS.split(draft.words)
    others = [piece for piece in pieces if not is_dated(piece)]
    return draft.kind == "" and len(pieces) == 2 and len(others) == 1 and len(others[0].split()) <= _MAX_KIND_WORDS


def _has_dated_part(draft: Draft) -> bool:
    """Whether signs part a day with its year from the rest of a line: "Marwa – The Gate | 6 April 2020 – 19:40"."""
    pieces = _PARTS.split(draft.words)
    return len(pieces) > 1 and any(map(is_dated, pieces))


def is_dated(part: str) -> bool:
    """Whether words are a day with its year, perhaps with a time of day, and nothing else."""
    return _YEAR.search(part) is not None and (_are_of_a_day(fold(part).split()) or _is_numeric_day(part))


def _is_numeric_day(part: str) -> bool:
    return _NUMERIC_DATE.search(part) is not None and _are_of_a_day(fold(part).split(), named=False)


def is_time_line(draft: Draft) -> bool:
    """Whether a line is a time of day and nothing else."""
    return (
        draft.n_words <= 6
        and (draft.at_hour or bool(_TIME.match(draft.words)))
        and words().clock.issuperset(token for token in draft.tokens if not token.isdigit())
    )


def _is_issuer(draft: Draft, below: bool) -> bool:
    """Whether a line in capitals, or one ``below`` such a line, is the name of the body that issues a text."""
    if draft.n_words > _MAX_UNPARTED_WORDS:
        return False
    tokens, lists = draft.tokens, words()
    pairs = {" ".join(pair) for pair in pairwise(tokens)}
    opens = {*tokens[:1], *map(" ".join, pairwise(tokens[:3]))}
    if not draft.words.isupper() and not (below and not lists.issuers.isdisjoint(opens)):
        return False
    return not lists.issuers.isdisjoint({*tokens, *pairs}) and lists.finite.isdisjoint(tokens)
