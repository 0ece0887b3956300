"""What is a date, what is none, and what each wording says."""

from __future__ import annotations

import pytest
from dates_reading import only, page_of, read

from sitrep import edtf
from sitrep.mentions import dates

WORDINGS = [
    ("The siege began on February 28, 2025.", "2025-02-28"),
    ("The siege began on 28 February 2025.", "2025-02-28"),
    ("The siege began on the 28th of February, 2025.", "2025-02-28"),
    ("The siege began on 28 of February of 2025.", "2025-02-28"),
    ("The siege began on Friday, 28 February 2025.", "2025-02-28"),
    ("The siege began on Feb. 28, 2025.", "2025-02-28"),
    ("The siege began on 2025-02-28.", "2025-02-28"),
    ("The siege began on 28.02.2025.", "2025-02-28"),
    ("The siege began on 28-Feb-2025.", "2025-02-28"),
    ("The siege began on 28.II.2025.", "2025-02-28"),
    ("The siege began in the nineties of the last century.", "199X"),
    ("The siege began in the seventies of the twentieth century.", "197X"),
    ("THE SIEGE BEGAN ON 28 FEB 85 (TEXT).", "1985-02-28"),
    ("Reported at 280615Z FEB 25 by the watch.", "2025-02-28"),
    ("The siege began in February 2025.", "2025-02"),
    ("The siege began in February of 2025.", "2025-02"),
    ("The siege began late in 2025.", "2025"),
    ("The pact of 1953 binds both states.", "1953"),
    ("The siege began in mid-2025.", "2025"),
    ("The siege lasted from 3 to 5 May 2024.", "2024-05-03/2024-05-05"),
    ("The siege lasted from May 3 to 5, 2024.", "2024-05-03/2024-05-05"),
    ("The siege lasted from 28 April to 5 May 2024.", "2024-04-28/2024-05-05"),
    ("The siege lasted from 28 December 2023 until 5 May 2024.", "2023-12-28/2024-05-05"),
    ("The siege lasted from 28 December to 5 January 2024.", "2023-12-28/2024-01-05"),
    ("It fell between March and June 2022.", "2022-03/2022-06"),
    ("It fell between November and February 2022.", "2021-11/2022-02"),
    ("It was shelled on the night of 4–5 March 2023.", "2023-03-04/2023-03-05"),
    ("The war of 1941-45 was long.", "1941/1945"),
    ("The war (1999-2001) was long.", "1999/2001"),
    ("Envoy, 2021 – Present", "2021/.."),
    ("Envoy, March 2021 to date", None),
    ("He has fought since late 2021.", "2021/.."),
    ("He has fought since the battle of 4 March 2021.", "2021-03-04/.."),
    ("It held out until 1994.", "../1994"),
    ("It will fall by 3 May 2024.", "../2024-05-03"),
    ("It fell on or before 3 May 2024.", "../2024-05-03"),
    ("It fell no later than 3 May 2024.", "../2024-05-03"),
    ("They met on 7 and 8 October 2024.", "2024-10-07/2024-10-08"),
    ("They met on 7 and 18 October 2024.", "{2024-10-07,2024-10-18}"),
    ("They met between 7 and 18 October 2024.", "2024-10-07/2024-10-18"),
    ("It fell on 7 or 8 October 2024.", "[2024-10-07,2024-10-08]"),
    ("It was built in the 1950s.", "195X"),
    ("It was built in the early fifties.", "195X"),
    ("It was built in the 17th century.", "16XX"),
    ("It was built in the sixth century BC.", "-05XX"),
    ("It fell in 490 BC.", "-0489"),
    ("It fell on 10 August 490 BC.", "-0489-08-10"),
    ("The war (499-493 BC) was long.", "-0498/-0492"),
    ("It fell in AD 410.", "0410"),
    ("It fell in the spring of 1942.", "1942-21"),
    ("It fell in winter 1942.", "1942-24"),
    ("It fell in the third quarter of 2023.", "2023-35"),
    ("It fell in Q3 2023.", "2023-35"),
    ("It was founded around 2014.", "2014~"),
    ("It was founded circa March 2014.", "2014-03~"),
    ("It was founded perhaps in 1914, perhaps later.", "1914"),
    ("They met on Christmas Eve 1914.", "1914-12-24"),
    ("They met in the last week of July 2016.", "2016-07-25/2016-07-31"),
    ("They met on the first Monday of May 2024.", "2024-05-06"),
    ("They met in nineteen forty-two.", "1942"),
    ("He reigned 1516–1556.", "1516/1556"),
    ("It will last until at least mid-2026.", "../2026"),
    ("It lasted through 10 March 2024.", "../2024-03-10"),
    ("It will fall no earlier than June 2024.", "2024-06/.."),
    ("It may fall as early as 2026.", "2026"),
    ("It fell on 6/7 June 1944.", "1944-06-06/1944-06-07"),
    ("They marked the second anniversary of the 24 February 2022 invasion.", "2024-02-24"),
    ("They met two days after 3 May 2024.", "2024-05-05"),
]


@pytest.mark.parametrize(("text", "value"), WORDINGS)
def test_a_wording_has_its_value_without_a_publication_date(text, value):
    if value is None:
        assert read(text)[0][1] is not None
        return
    mention = only(text)
    assert mention.edtf == value
    assert mention.basis == "explicit"


@pytest.mark.parametrize(
    "text",
    [
        "The troops may march on the city.",
        "Theresa May said so.",
        "April Glass and August Stone commanded the guns.",
        "They fought for three weeks and two days.",
        "They pray every Friday and train each month.",
        "The Sunday Times said so.",
        "They sent 1,980 troops and 2000 soldiers.",
        "They lost a Mirage 2000 over the delta.",
        "Some 1900 fighters held the hill.",
        "The 2023rd Regiment held the hill.",
        "Resolution 1701 was read out.",
        "It cost $1999 and weighs 1950 kg.",
        "Version 10.2.4 and 2.0.1 were used.",
        "They won 3-0, then 21-14.",
        "Aged 24, he took 12 of 30 seats, 5/12 of the whole.",
        "Highway 1975 is closed.",
        "Two blasts were heard at 1835 (0035 GMT).",
        "It is 1500 metres long and took 1800 hours.",
        "The fall of the city shook the spring in his step.",
        "The second day of talks was the longest day.",
        "A White Christmas record was played on Christmas Island.",
        "The Zapad-2021 exercise and the T-2000 tank.",
    ],
)
def test_what_is_no_date_gives_no_row(text):
    assert read(text, "2025-03-02") == []


def test_spans_hold_the_words_that_give_the_value():
    text = "Since September 2022 they wait. From 24.02.2022 to 14.05.2025 they fought. On 5 May it ended."
    assert [quote for quote, _ in read(text)] == ["Since September 2022", "From 24.02.2022 to 14.05.2025", "5 May"]


def test_an_unstated_year_stays_open_even_with_a_publication_date():
    assert read("In a February of unspecified year they met.", "2025-03-02")[0][1] == "XXXX-02"
    assert read("Meeting: February (TBD)", "2025-03-02")[0][1] == "XXXX-02"


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("by early October 2024", "start"),
        ("in mid-October 2024", "mid"),
        ("at the end of October 2024", "end"),
        ("in the late 1960s", "end"),
        ("in October 2024", None),
    ],
)
def test_words_that_edtf_has_no_sign_for_are_kept(text, mod):
    assert only(f"It fell {text}.").mod == mod


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on 3 May 2024", "day"),
        ("in May 2024", "month"),
        ("in 2024", "year"),
        ("in spring 2024", "season"),
        ("in the 1990s", "decade"),
        ("in the 19th century", "century"),
        ("from 3 to 5 May 2024", "interval"),
    ],
)
def test_precision(text, precision):
    assert only(f"It fell {text}.").precision == precision


def test_the_order_of_figures_is_settled_by_the_other_dates_of_the_document():
    assert read("It began on 03/04/2025 and ended on 25/04/2025.") == [
        ("03/04/2025", "2025-04-03"),
        ("25/04/2025", "2025-04-25"),
    ]
    assert read("It began on 03/04/2025 and ended on 04/25/2025.")[0][1] == "2025-03-04"
    assert read("It began on 3 April 2025. Report of 05/04/2025.")[1][1] == "2025-04-05"
    assert read("It began on April 3, 2025. Report of 05/04/2025.")[1][1] == "2025-05-04"


def test_a_dateline_is_marked_and_a_date_in_prose_is_not():
    page = page_of("Five killed in raid\n\nKYIV, March 3, 2025 (Agency) — A raid on 1 March 2025 killed five people.")
    assert [mention.dateline for mention in dates.read(page)] == [True, False]


def test_every_mention_is_valid_grounded_and_in_order():
    text = " ".join(wording for wording, _ in WORDINGS)
    page = page_of(text, "2025-03-02")
    found = dates.read(page)
    assert len(found) > 40
    end = 0
    for mention in found:
        assert end <= mention.char_start < mention.char_end <= len(text)
        end = mention.char_end
        assert mention.edtf is None or edtf.is_valid(mention.edtf)
        if mention.edtf:
            value = edtf.parse(mention.edtf)
            assert (mention.start, mention.end) == (value.start, value.end)
