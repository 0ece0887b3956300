"""What a number is when it counts no things: money, a measure, an age, a date, the name of a model or a unit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.numbers.bounds import Quantity
from sitrep.model import DateMention

_BEHIND = re.compile(r"[\s\-‐‑–]{0,2}(?P<one>[^\W\d_]+(?![^\W_])|[%‰°])(?:[\s\-]{1,2}(?P<two>[^\W\d_]+))?")
_PAIR_BEFORE = re.compile(r"([^\W\d_]+\s[^\W\d_]+)\s$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)(?:\s|\s?\.\s?|-)$")
_SIGN_BEFORE = re.compile(r"(?:[$€£¥₴₽₹₪₩₺₦฿#№]|\b[A-Z]{2,3}\$)\s?$")
_MODEL_BEFORE = re.compile(r"(?:[^\W\d_]|[^\W\d_][-‐‑–./]|_)$")
# "the Group of Seven (G7)".
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ of $")
_WORD_BEHIND = re.compile(r"\s+[^\W\d_]")
# In so many code points before a number the signs of models, money and other numbers stand.
_LONGEST_SIGN = 8
# "13: 42 soldiers" ends a day.
_NUMBER_BEFORE = re.compile(r"\d[-./:]$|\d\s:\s?$|\d\s?/\s?$")
_NUMBER_BEHIND = re.compile(r":\d|\s:\s?\d|/\s?\d|\.\d|-\d+-")
_AGE_BEHIND = re.compile(r"[,.;)]")
_AGE_BEFORE = re.compile(r"[^\W\d_],\s$|[^\W\d_]\s\($")
# "He is 67 and still writes".
_AGED = re.compile(lambda: rf"\b{re.any_of(_group('before_ages'))}\s{re.any_of(_group('be_of_age'))}\s$", re.IGNORECASE)
_BEHIND_AGE_TOLD = re.compile(lambda: rf"[,.;)]|\s{re.any_of(_group('behind_ages', 'age_joints'))}\b|$")
# How many code points before a number the noun may stand that makes it an age.
_AGE_REACH = 60
_BEHIND_AGED = re.compile(lambda: rf"[,.;]|\s{re.any_of(_group('behind_ages'))}\b|$")
# "the age of the draft from 27 to 25", "the draft age to 60".
_AGE_TOLD = re.compile(
    lambda: (
        rf"\b{re.any_of(_group('age_nouns'))}(?:\s[a-z]+){{0,4}}?\s{re.any_of(_group('age_links'))}\s"
        rf"(?:\d{{1,3}}\s{re.any_of(_group('age_joints'))}\s)?$"
    )
)
# "3 Commando Brigade", "45 Commando".
_UNIT_BEHIND = re.compile(lambda: rf"\s(?:[A-Z][\w-]+\s){{0,2}}{re.any_of(_group('numbered_units'))}\b(?!\s[a-z]+s\b)")
_OF = re.compile(
    lambda: (
        rf"\s{{1,2}}{re.any_of(_group('ratio_links'))}\s{{1,2}}(?:{re.any_of(_group('ratio_determiners'))}\s)?"
        rf"(?:\d{{1,3}}\b(?![,.]\d)|{re.any_of(_group('ratio_wholes'))}\b)"
    ),
    re.IGNORECASE,
)
# "Over the past week 30 men ...": a span of time that ends, no name that a number belongs to.
_SPAN_BEFORE = re.compile(lambda: rf"\b{re.any_of(_group('before_spans'))}\s\w+\s{{1,3}}$", re.IGNORECASE)
_LIST_BEHIND = re.compile(r"[.)]\s")
_GROUP = re.compile(r"[^\d]")


@cache
def _behind() -> dict[str, str]:
    groups = lexicons.load("not_a_count")["behind"]
    return {word: kind for kind, words in groups.items() for word in words}


@cache
def _before() -> dict[str, str]:
    groups = lexicons.load("not_a_count")["before"]
    return {word: kind for kind, words in groups.items() for word in words}


@cache
def _group(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in lexicons.load("not_a_count")[name])


class Dates:
    """The spans of the page's dates, asked for one number after another."""

    def __init__(self, dates: Sequence[DateMention]):
        self._dates = dates
        self._starts = [d.char_start for d in dates]

    def overlap(self, start: int, end: int) -> bool:
        i = bisect_right(self._starts, end - 1) - 1
        return i >= 0 and self._dates[i].char_end > start


def kind(view: str, q: Quantity, dates: Dates, sentence_start: int) -> str:
    """``count``, or what the quantity is instead (see ``model.NumberMention``)."""
    start, end = q.number_start, q.number_end
    if dates.overlap(start, end):
        return "date"
    if q.kind == "unread":
        return "other"
    lower = view[max(0, start - 24) : start]
    digits = view[start].isdigit()
    if digits:
        # Behind a word and a space stands no sign and no part of a name or number.
        signed = lower[-1:] != " " or not lower[-2:-1].isalpha()
        if lower[-1:] == "." and not lower[-2:-1].strip():
            # A calibre: "12 .303 rifles".
            return "measure"
        near = lower[-_LONGEST_SIGN:] if signed else ""
        if signed and _MODEL_BEFORE.search(near):
            return "model"
        if signed and _SIGN_BEFORE.search(near):
            return "ordinal" if lower.rstrip()[-1] in "#№" else "money"
        if (signed and _NUMBER_BEFORE.search(near)) or _NUMBER_BEHIND.match(view, end):
            return "time" if ":" in lower[-2:] or view[end : end + 1] == ":" else "other"
        if start == sentence_start and _LIST_BEHIND.match(view, end):
            return "list_number"
        if lower.endswith("(") and sentence_start >= start - 1 and view[end : end + 1] == ")":
            return "list_number"
    if q.kind == "suffixed":
        return _behind().get(q.suffix.lower(), "model" if q.suffix.lower() != "s" else "date")
    if q.kind in ("ordinal", "ratio"):
        return q.kind
    if not digits and view[start].isupper() and _NAME_BEFORE.search(lower) and not _WORD_BEHIND.match(view, end):
        return "name"
    known = _kind_behind(view, end)
    if known:
        return known
    if digits and q.qualifier == "exact" and end - start <= 3 and _UNIT_BEHIND.match(view, end):
        return "unit_number"
    word, pair = _words_before(lower)
    if word:
        before = word.lower()
        named = _before().get(before) or _before().get(pair.lower())
        if named and not (named == "ordinal" and (q.qualifier != "exact" or _GROUP.search(view[start:end]))):
            return named
        numbered = before in _group("designators") and not _SPAN_BEFORE.search(lower)
        if numbered and (digits or word[0].isupper()) and not _GROUP.search(view[start:end]):
            return "unit_number"
    if _is_age(view, q, lower, view[max(0, start - _AGE_REACH) : start].lower()):
        return "age"
    if _OF.match(view, end) and q.low is not None and q.low < 10 and q.qualifier != "range":
        return "ratio"
    return "count"


def _words_before(text: str) -> tuple[str, str]:
    """The word that a text ends in, and the last two where a space parts them; each empty where there is none."""
    parts = text.split(" ")
    if len(parts) > 2 and parts[-1] == "" and parts[-2].isalpha():
        # Nearly always: a word, a space, a word, a space.
        if parts[-3].isalpha():
            return parts[-2], f"{parts[-3]} {parts[-2]}"
        if not parts[-3][-1:].isalnum():
            return parts[-2], ""
    word, pair = _WORD_BEFORE.search(text), _PAIR_BEFORE.search(text)
    return word[1] if word else "", pair[1] if pair else ""


def _kind_behind(view: str, end: int) -> str | None:
    found = _BEHIND.match(view, end)
    if found is None:
        return None
    one = found["one"].lower()
    two = found["two"].lower() if found["two"] else ""
    known = _behind()
    if two in _group("classes") and found["one"][0].isupper():
        # "six Kilo-class submarines"
        return None
    return known.get(f"{one} {two}") or known.get(one)


def _is_age(view: str, q: Quantity, before: str, around: str) -> bool:
    """A bare number of a lifetime: said of one person or of an age, or set off behind a name ("Oumar Traoré, 34.")."""
    if q.qualifier != "exact" or q.best is None or not 1 <= q.best <= 110 or not view[q.number_start].isdigit():
        return False
    # What stands right behind is looked at first: that rules out most numbers at a fraction of the cost.
    if _BEHIND_AGE_TOLD.match(view, q.number_end) and _AGE_TOLD.search(around):
        return True
    if _BEHIND_AGED.match(view, q.number_end) and _AGED.search(before):
        return True
    return (
        bool(_AGE_BEHIND.match(view, q.number_end))
        and bool(_AGE_BEFORE.search(before))
        and (before.rstrip()[-1] == "," or view[q.number_end] == ")")
    )
