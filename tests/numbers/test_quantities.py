"""Every written form of a number, its bounds and its blur."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numbers_reading import bounds, counts, quantities

FORMS = {
    "1,000": 1000,
    "1 000": 1000,
    "1\u202f000": 1000,
    "1'000": 1000,
    "1.000": 1000,
    "1,234,567": 1234567,
    "1,20,000": 120000,
    "1.2k": 1200,
    "2.5 thousand": 2500,
    "3.5 million": 3500000,
    "1½ million": 1500000,
    "3 hundred": 300,
    "3 lakh": 300000,
    "seventeen": 17,
    "forty-two": 42,
    "a hundred": 100,
    "two hundred and five": 205,
    "three thousand nine hundred and sixty-five": 3965,
    "a million and a half": 1500000,
    "two and a half million": 2500000,
    "half a million": 500000,
    "half a dozen": 6,
    "a dozen": 12,
    "two dozen": 24,
    "a pair of": 2,
    "a couple of": 2,
    "a couple of hundred": 200,
    "three score": 60,
    "5\ufffd000": 5000,
}

BOUNDS = {
    "about 3,000": (3000, 3000, 3000, "approximate"),
    "some 3,000": (3000, 3000, 3000, "approximate"),
    "an estimated 3,000": (3000, 3000, 3000, "approximate"),
    "nearly three thousand": (3000, 3000, 3000, "approximate"),
    "3,000 or so": (3000, 3000, 3000, "approximate"),
    "30-odd": (30, 30, 30, "approximate"),
    "barely 30": (30, 30, 30, "approximate"),
    "~300": (300, 300, 300, "approximate"),
    "at least 3,000": (3000, None, None, "at_least"),
    "no fewer than 3,000": (3000, None, None, "at_least"),
    "3,000 or more": (3000, None, None, "at_least"),
    "more than 3,000": (3000, None, None, "at_least"),
    "over 3,000": (3000, None, None, "at_least"),
    "upwards of 3,000": (3000, None, None, "at_least"),
    "60+": (60, None, None, "at_least"),
    "3,000-plus": (3000, None, None, "at_least"),
    "2,100 and counting": (2100, None, None, "at_least"),
    ">= 30": (30, None, None, "at_least"),
    "at least another 12": (12, None, None, "at_least"),
    "up to 3,000": (None, None, 3000, "at_most"),
    "at the most 3,000": (None, None, 3000, "at_most"),
    "as many as 3,000": (None, None, 3000, "at_most"),
    "no more than 3,000": (None, None, 3000, "at_most"),
    "fewer than 3,000": (None, None, 3000, "at_most"),
    "just under 3,000": (None, None, 3000, "at_most"),
    "up to about 3,000": (None, None, 3000, "at_most"),
    "1,000 to 3,000": (1000, None, 3000, "range"),
    "between 1,000 and 3,000": (1000, None, 3000, "range"),
    "from 1,000 to 3,000": (1000, None, 3000, "range"),
    "1,000–3,000": (1000, None, 3000, "range"),
    "1-3 thousand": (1000, None, 3000, "range"),
    "two to three hundred": (200, None, 300, "range"),
    "two or three": (2, None, 3, "range"),
    "more than 10 but fewer than 20": (10, None, 20, "range"),
    "a six-figure": (100000, None, 999999, "range"),
    "dozens of": (24, None, None, "vague"),
    "scores of": (40, None, None, "vague"),
    "hundreds of": (200, None, None, "vague"),
    "thousands of": (2000, None, None, "vague"),
    "tens of thousands of": (20000, None, None, "vague"),
    "hundreds of thousands of": (200000, None, None, "vague"),
    "several thousand": (3000, None, None, "vague"),
    "a few hundred": (300, None, None, "vague"),
    "a few dozen": (36, None, None, "vague"),
}


@pytest.mark.parametrize(("written", "value"), FORMS.items())
def test_written_form_has_its_value(written: str, value: int) -> None:
    assert bounds(f"They sent {written} soldiers there.") == [(value, value, value, "exact")]


@pytest.mark.parametrize(("written", "expected"), BOUNDS.items())
def test_qualifier_bounds_the_number(written: str, expected: tuple) -> None:
    assert bounds(f"They sent {written} soldiers there.") == [expected]


def test_span_takes_the_qualifier_in_and_the_number_span_leaves_it_out() -> None:
    text = "Commanders moved up to 3,000 men."
    (number,) = counts(text)
    assert text[number.char_start : number.char_end] == "up to 3,000"
    assert text[number.number_start : number.number_end] == "3,000"


def test_rise_tells_two_counts() -> None:
    assert bounds("The toll rose from 20 to 57 overnight.") == [(20, 20, 20, "exact"), (57, 57, 57, "exact")]


def test_a_time_of_day_in_words_is_no_count() -> None:
    assert counts("They left at half past nine.") == []


def test_alone_several_and_few_are_no_numbers() -> None:
    assert quantities("Several soldiers met a few friends.") == []
    assert quantities("They held a few tens.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It cost $300 to fix.", "money"),
        ("It cost 2.26 billion pounds.", "measure"),
        ("About 40% of them agreed.", "percent"),
        ("They fired 155-mm rounds.", "measure"),
        ("It lies 340 km away.", "measure"),
        ("The 46-year-old colonel left.", "age"),
        ("Oumar Keita, 34, is a teacher.", "age"),
        ("Many are under the age of 15.", "age"),
        ("They held out for 24 hours.", "duration"),
        ("The 14th Army Corps moved.", "ordinal"),
        ("See Table 3 below.", "unit_number"),
        ("Men of 3 Commando Brigade landed.", "unit_number"),
        ("45 Commando marched east.", "unit_number"),
        ("He is 67 and still commands.", "age"),
        ("A T-72 burned.", "model"),
        ("One in three agreed.", "ratio"),
        ("Two thirds agreed.", "ratio"),
        ("It happened on 24 May 2024.", "date"),
        ("It began at 08:00 sharp.", "time"),
        ("They won by 12 votes.", "score"),
    ],
)
def test_what_counts_nothing_says_what_it_is(text: str, kind: str) -> None:
    assert quantities(text)[0].kind == kind
    assert all(n.kind != "count" for n in quantities(text)[:1])


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def _spell(n: int, joiner: str) -> str:
    if n < 20:
        return _UNITS[n]
    if n < 100:
        return _TENS[n // 10] + (f"-{_UNITS[n % 10]}" if n % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            tail = (joiner if rest < 100 else " ") + _spell(rest, joiner) if rest else ""
            return f"{_spell(n // size, joiner)} {name}{tail}"
    raise AssertionError(n)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 10**12 - 1), st.sampled_from([" and ", " "]))
def test_spelled_number_reads_back(n: int, joiner: str) -> None:
    assert bounds(f"They counted {_spell(n, joiner)} soldiers.") == [(n, n, n, "exact")]


@settings(max_examples=150, deadline=None)
@given(st.integers(1000, 10**11), st.sampled_from([",", "\u00a0", "\u202f", "'"]))
def test_grouped_digits_read_back(n: int, separator: str) -> None:
    written = f"{n:,}".replace(",", separator)
    assert bounds(f"They counted {written} soldiers.") == [(n, n, n, "exact")]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789,.-–/:+$%()<> andmtos\n", max_size=80))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = quantities("x " + text)
    assert [n.char_start for n in found] == sorted(n.char_start for n in found)
    assert all(0 <= n.char_start <= n.number_start < n.number_end <= n.char_end <= len(text) + 2 for n in found)
    assert all(n.low is None or n.high is None or n.low <= n.high for n in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2014 two soldiers fell.", [(2, 2, 2, "exact")]),
        ("By 2019 rebels held the town.", []),
        ("In 2014 dozens of men fled.", [(24, None, None, "vague")]),
    ],
)
def test_a_year_before_a_count_is_a_year(text: str, expected: list[tuple]) -> None:
    assert bounds(text) == expected
