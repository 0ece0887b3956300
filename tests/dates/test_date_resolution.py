"""Where a date without a year, a weekday or a relative word is placed in time."""

from __future__ import annotations

import pytest
from dates_reading import only, page_of, read

from sitrep.mentions import dates

SUNDAY = "2025-03-02"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On February 28 they left.", "2025-02-28"),
        ("They left in December.", "2024-12"),
        ("They left in March.", "2025-03"),
        ("They have promised to leave in December.", "2025-12"),
        ("On 14 May they left.", "2024-05-14"),
        ("They left yesterday, Saturday.", "2025-03-01"),
        ("The talks will be held on Friday.", "2025-03-07"),
        ("The talks were held on Friday.", "2025-02-28"),
        ("The truce takes effect on Friday.", "2025-03-07"),
        ("The dam has been shelled since the collapse of the truce on February 3.", "2025-02-03/.."),
        ("From 6 a.m. on February 27 to 6 a.m. on February 28 they shelled the dam.", "2025-02-27/2025-02-28"),
        ("Between 18:00 on 27 February and 06:00 on 28 February they shelled it.", "2025-02-27/2025-02-28"),
        ("They will leave in December.", "2025-12"),
        ("The talks are expected on 20 January.", "2026-01-20"),
        ("They left yesterday.", "2025-03-01"),
        ("The next morning, on 27 February, the envoy called.", "2025-02-27"),
        ("They leave tomorrow.", "2025-03-03"),
        ("They left last Friday.", "2025-02-28"),
        ("They left on Friday.", "2025-02-28"),
        ("They left last Sunday.", "2025-02-23"),
        ("They will leave beginning on 5 May.", "2025-05-05/.."),
        ("They left over the weekend.", "2025-03-01/2025-03-02"),
        ("They left on Sunday.", "2025-03-02"),
        ("They will leave on Friday.", "2025-03-07"),
        ("They leave next Tuesday.", "2025-03-04"),
        ("They left last week.", "2025-02-17/2025-02-23"),
        ("They left last month.", "2025-02"),
        ("They left last year.", "2024"),
        ("They will leave this summer.", "2025-22"),
        ("They left last summer.", "2024-22"),
        ("They left three days ago.", "2025-02-27"),
        ("They left two weeks ago.", "2025-02-16"),
        ("They left four months ago.", "2024-11"),
        ("They left overnight.", "2025-03-01/2025-03-02"),
        ("They left last night.", "2025-03-01"),
        ("They left this morning.", "2025-03-02"),
        ("They left in December last year.", "2024-12"),
        ("They will leave by the end of the year.", "../2025"),
        ("They fought between December and February.", "2024-12/2025-02"),
        ("They have fought since 23 January.", "2025-01-23/.."),
        ("They left the day before yesterday.", "2025-02-28"),
        ("They will meet on the first day of next month.", "2025-04-01"),
        ("They left on Monday last week.", "2025-02-17"),
    ],
)
def test_news_is_resolved_from_its_day(text, value):
    mention = only(text, SUNDAY)
    assert mention.edtf == value
    assert mention.basis == "resolved"


@pytest.mark.parametrize("text", ["They left yesterday.", "They left last Friday.", "They left last month."])
def test_a_relative_day_has_no_value_without_a_publication_date(text):
    mention = only(text)
    assert (mention.edtf, mention.basis, mention.start, mention.end) == (None, "relative", None, None)


def test_a_year_that_nothing_tells_stays_open():
    assert (only("On February 28 they left.").edtf, only("On February 28 they left.").basis) == (
        "XXXX-02-28",
        "partial",
    )
    assert only("They left by 3 May.").edtf == "../XXXX-05-03"
    assert only("They left between March and June.").edtf == "XXXX-03/XXXX-06"


def test_a_season_that_nothing_dates_makes_no_value():
    assert [value for _, value in read("They left in the summer.")] in ([], [None])


STORY = (
    "In March 1942 the brigade crossed the river. On 6 June it reached the coast. Two days later it was relieved. "
    "Later that month it went home.\n\nIn December 1942 it was sent out again. In January it took the pass, and on 3 "
    "February 1943 the town. The following month it lost both. In August of that year it was disbanded."
)


def test_a_story_takes_its_years_from_the_text():
    assert [value for _, value in read(STORY)] == [
        "1942-03",
        "1942-06-06",
        "1942-06-08",
        "1942-06",
        "1942-12",
        "1943-01",
        "1943-02-03",
        "1943-03",
        "1943-08",
    ]
    bases = [mention.basis for mention in dates.read(page_of(STORY))]
    assert bases[:3] == ["explicit", "context", "resolved"]


def test_a_story_stays_in_its_years_though_it_was_published_later():
    text = STORY + " On 9 May 1943 the last men came home, and on 2 July 1943 the camp was closed."
    assert [value for _, value in read(text, "2025-03-02")][1:3] == ["1942-06-06", "1942-06-08"]


def test_a_year_ahead_of_the_story_does_not_move_it():
    text = (
        "On 10 March 1975 the attack began. It had been planned for 1976. On 12 March the town fell. On 1 April 1975 "
        "the coast was reached. On 30 April 1975 it was over."
    )
    assert read(text)[2] == ("12 March", "1975-03-12")


def test_news_takes_an_earlier_year_from_the_sentence_before():
    text = "The war broke out on 27 September 2020. On 8 November the town fell. It was quiet on 20 September."
    assert read(text, "2023-10-04")[1] == ("8 November", "2020-11-08")


def test_since_a_year_is_background_and_lends_no_year():
    assert read("They have fought since November 2023. On January 12 jets struck.")[1] == ("January 12", "XXXX-01-12")


def test_chained_references_go_on_from_the_one_before():
    text = "On 4 August 2024 they broke with Kyiv. Two days later Niger followed, and the next day Mali."
    assert [value for _, value in read(text)] == ["2024-08-04", "2024-08-06", "2024-08-07"]


def test_years_before_christ_carry_a_story():
    text = "In March 480 BC the army left. In August it reached the pass. On 3 May 479 BC and 9 June 479 BC it fought."
    assert read(text)[1] == ("August", "-0479-08")


def test_news_with_old_dates_in_its_background_stays_news():
    text = (
        "Troops crossed the border on Monday, officials said on Tuesday. The land was annexed on 18 March 2014. "
        "A truce was signed on 12 February 2015, and broken on 24 February 2022. On Friday talks are to begin."
    )
    values = [value for _, value in read(text, SUNDAY)]
    assert values[:2] == ["2025-02-24", "2025-02-25"]
    assert values[-1] == "2025-03-07"


def test_a_history_published_long_after_takes_its_years_from_the_text():
    text = (
        "On 2 April 1982 the islands were seized. The fleet sailed three days later. On 2 May 1982 the cruiser sank. "
        "On 21 May the landing began; on 14 June 1982 the garrison gave up."
    )
    assert [value for _, value in read(text, "2019-05-04")] == [
        "1982-04-02",
        "1982-04-05",
        "1982-05-02",
        "1982-05-21",
        "1982-06-14",
    ]


def test_a_number_behind_a_day_leaves_the_day_its_month():
    text = "On February 13 two aircraft were shot down."
    assert read(text, "2024-03-01") == [("February 13", "2024-02-13")]


def test_what_a_reader_will_recall_is_past():
    text = "As you will recall, on October 1st the rebels fired 200 missiles."
    assert read(text, "2024-10-25") == [("October 1st", "2024-10-01")]


def test_a_finish_of_a_year_is_its_end():
    assert read("The guns will come before the finish of 2024.") == [("before the finish of 2024", "../2024")]


def test_a_month_behind_what_has_happened_is_past_though_near_ahead():
    assert read("Rebels took Goma in January and Bukavu in February.", "2025-12-11")[0] == ("January", "2025-01")
    assert read("The ministry announced a vote in January.", "2025-12-11") == [("January", "2026-01")]


def test_a_day_behind_what_has_happened_is_past_though_some_weeks_ahead():
    assert read("Rebels took ten hostages on October 7.", "2024-08-31") == [("October 7", "2023-10-07")]
    assert read("The ministry announced a vote on October 7.", "2024-08-31") == [("October 7", "2024-10-07")]


def test_what_is_agreed_to_as_a_thing_lies_behind():
    assert read("The two forces agreed to a ceasefire on Tuesday.", "2025-10-08")[0] == ("Tuesday", "2025-10-07")
    assert read("The two forces agreed to withdraw on Tuesday.", "2025-10-08")[0] == ("Tuesday", "2025-10-14")


def test_an_ordinal_in_apposition_to_a_month_is_no_day():
    assert read("It sent food in August, the first convoy of the year.", "2025-09-11") == [("August", "2025-08")]
    assert read("It sent food on August the first.", "2025-09-11")[0][1] == "2025-08-01"


def test_a_section_without_a_year_goes_by_the_day_of_publication():
    text = (
        "# The war\n\n## Background\n\nThe siege began on 4 April 2019. It ended on 5 June 2020. A truce was signed on "
        "23 October 2020, and a vote set for 24 December 2021.\n\n## What happened in May\n\n"
        "On 14 May gunmen drove into the west of the city.\n"
    )
    assert ("14 May", "2025-05-14") in read(text, "2025-06-02")


TRANSLATED = [
    ("The operation began on the twenty-fifth of last March.", "2024-03-25"),
    ("It was signed on the 1st of the current month.", "2025-03-01"),
    ("They left on the 21st of last month.", "2025-02-21"),
    ("They will meet on the third of the coming April.", "2025-04-03"),
    ("They left on the twentieth of the past February.", "2025-02-20"),
    ("They left on 24 February last.", "2025-02-24"),
    ("They left on the 28th of the past month.", "2025-02-28"),
    ("They lost forty men during the past week.", "2025-02-17/2025-02-23"),
    ("They lost forty men during the past year.", "2024"),
    ("They have moved 400 men, since the beginning of the year, to the dam.", "2025/.."),
    ("No convoy has crossed since the 24th; none will.", "2025-02-24/.."),
    ("They must leave by the 9th.", "../2025-03-09"),
    ("A second round is to be held in Marwa on Saturday.", "2025-03-08"),
    ("They warned that an election in December would only bring more war.", "2025-12"),
    ("They must return by the top of August.", "../2025-08"),
    ("They return at the turn of the year.", "2025"),
    ("They left the night before last.", "2025-02-28"),
    ("They left in August of the year before last.", "2023-08"),
    ("They left three weeks back.", "2025-02-09"),
    ("They left some ten days ago.", "2025-02-20~"),
    ("They left in the first days of February.", "2025-02"),
    ("They left in the last ten days of January.", "2025-01"),
    ("They left in the early days of the year.", "2025"),
    ("They left in the night to Saturday.", "2025-02-28/2025-03-01"),
    ("They left overnight into Saturday.", "2025-02-28/2025-03-01"),
    ("They left overnight from Friday to Saturday.", "2025-02-28/2025-03-01"),
    ("They left on February 24 of the past year.", "2024-02-24"),
    ("They left at the end of the past year.", "2024"),
    ("They will leave by year's end.", "../2025"),
    ("They will meet in the coming week.", "2025-03-03/2025-03-09"),
    ("They left Saturday evening, March 1.", "2025-03-01"),
    ("They left on 28-th of February.", "2025-02-28"),
]


@pytest.mark.parametrize(("text", "value"), TRANSLATED)
def test_what_translators_write_is_resolved_from_the_day_of_publication(text, value):
    assert only(text, SUNDAY).edtf == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They lost two men since it arrived in June 2024.", ["2024-06"]),
        ("They drafted 700 men since the law of February 2024.", ["2024-02"]),
        ("They have fought since the war broke out in April 2023.", ["2023-04/.."]),
        ("They lost nine men since the coalition seized the port in August 2021.", ["2021-08"]),
        ("Twenty years ago today they crossed the river.", ["2005-03-02"]),
        ("They burned 115 trucks in the first ten months of 2024.", ["2024-01/2024-10"]),
        ("They killed 32 men on Friday and Saturday near Marwa.", ["2025-02-28/2025-03-01"]),
        ("No oil was found until the 1990s.", ["199X"]),
        ("In January the two sides agreed to spare the dam.", ["2025-01"]),
        ("The shelling will resume if he is not freed by 31 August.", ["../2025-08-31"]),
        ("In 2019 he was freed after a battle on Oct. 17 that left eight dead.", ["2019", "2019-10-17"]),
        ("In January 2024 they came, and a week later they left.", ["2024-01"]),
        ("They bombed it for 78 days from 24 March 1999.", ["1999-03-24"]),
        ("The assembly proclaimed 11 July a day of mourning.", []),
        ("They lost forty men in the past week.", []),
        ("He called on Friday, and two days later they fired.", ["2025-02-28", "2025-03-02"]),
        ("A year ago, on 24 February, they crossed the border.", ["2024", "2024-02-24"]),
    ],
)
def test_what_words_around_a_date_make_of_it(text, values):
    assert [value for _, value in read(text, SUNDAY)] == values


def test_a_page_tells_history_only_in_the_parts_that_do():
    text = (
        "# The war explained\n\nOn Tuesday the two sides signed a truce, and the last men are to leave on 1 April.\n\n"
        "## How did it begin?\n\nIn September 2014 rebels took the capital. In March 2015 the neighbours began to bomb "
        "it; the port fell in July. By April 2016 the front stood still, and in May 2017 so did the talks.\n\n"
        "## What has been done since?\n\nThe embassy was closed on 15 February.\n\n## Will it last?\n\nProbably. "
        "On Sunday a rocket fell on the port, and the accord of 2018 has been scrapped since January.\n"
    )
    found = dict(read(text, "2025-03-06"))
    assert [found[q] for q in ("Tuesday", "1 April", "July", "15 February", "Sunday", "since January")] == [
        "2025-03-04",
        "2025-04-01",
        "2015-07",
        "2025-02-15",
        "2025-03-02",
        "2025-01/..",
    ]


def test_a_statement_of_a_digest_counts_from_its_own_day():
    body = "The minister met the envoy {}, and both of them said that they will meet at the border of the two states."
    text = "STATEMENTS ON THE WAR\nDigest of statements, 2 October 2023\n\n" + "\n\n".join(
        f"MINISTRY OF {name}\n{place}, {day}\n\n{body.format(when)}"
        for name, place, day, when in (
            ("DEFENCE", "Marwa", "1 October 2023", "today"),
            ("TRADE", "Lagos", "29 September 2023", "yesterday"),
            ("THE INTERIOR", "Accra", "25 September 2023", "on Friday"),
        )
    )
    assert [value for quote, value in read(text, "2023-10-02") if "20" not in quote] == [
        "2023-10-01",
        "2023-09-28",
        "2023-09-22",
    ]


def test_days_of_the_month_are_those_of_the_month_spoken_of():
    text = STORY + " On 14 September 1943 he fell; between the 16th and the 18th, his men burned the town."
    assert read(text)[-1] == ("between the 16th and the 18th", "1943-09-16/1943-09-18")


def test_a_month_takes_no_day_from_the_cell_beside_it():
    table = "Month        Attacks   Trucks\nSeptember    11        83\nOctober      3         12\n"
    found = read(f"The war goes on.\n\n{table}\nThey met on 3 May.", "2025-10-10")
    assert [value for _, value in found] == ["2025-09", "2025-10", "2025-05-03"]


def test_a_year_a_comma_and_a_day_are_one_date():
    assert read("1975, 13 April: the bus at the church") == [("1975, 13 April", "1975-04-13")]


def test_stamps_of_several_statements_are_their_days():
    stamps = ("19.09.2023 [13:05]", "20.09.2023 [13:15]")
    body = "The forces took the height today, and the ministry of the other side said that all of its men had left it."
    text = "Statements of the ministry\n\n" + "\n\n".join(f"{stamp}\n\n{body}" for stamp in stamps)
    assert [value for quote, value in read(text) if quote == "today"] == ["2023-09-19", "2023-09-20"]


def test_four_figures_at_the_head_of_live_entries_are_hours_and_those_of_a_chronicle_years():
    live = "2050: Bridge blown\n\nThe bridge is gone.\n\n1915: Shells fall\n\nShells fell.\n\n0740: Quiet\n\nCalm."
    assert read(live) == []
    years = "1915: Landing\n\nThe bridge is gone.\n\n1917: Retreat\n\nShells fell.\n\n1920: Peace\n\nAll is calm."
    assert [value for _, value in read(years)] == ["1915", "1917", "1920"]


def test_that_month_is_of_the_year_spoken_of_and_a_clause_may_open_with_a_month():
    text = "In April 2015 he left. In 2019 the truce broke. That June the army marched."
    assert read(text, "2024-05-15")[-1] == ("That June", "2019-06")
    assert read("They said that April 2015 was quiet.")[0] == ("April 2015", "2015-04")


def test_what_is_called_from_a_day_begins_on_the_next_one():
    assert read("The union called a strike from Monday.", "2024-05-15") == [("Monday", "2024-05-20")]
    assert read("The road has been shut from Monday.", "2024-05-15") == [("Monday", "2024-05-13")]


def test_a_clause_before_a_colon_tells_nothing_of_the_one_behind():
    text = "The point is to remember: on March 3 the two sides met."
    assert read(text, "2023-06-20") == [("March 3", "2023-03-03")]
    assert read("Next meeting: Friday.", "2024-05-15") == [("Friday", "2024-05-17")]


def test_a_day_earlier_in_its_month_does_not_go_on_from_a_date_of_another_year():
    text = "They broke the truce on 20 June 2019. Patrols go on. On 4 June shells fell near the wall."
    assert read(text, "2024-06-15")[1] == ("4 June", "2024-06-04")


def test_recent_dates_with_their_years_are_news_and_no_story():
    text = (
        "The two broke off ties in August 2011 and May 2012. Parliament passed a budget last week. The last deal was "
        "struck in March 2010. The army got its tanks on 3 May 2024 and 9 May 2024. Envoys left in April."
    )
    assert read(text, "2024-05-20")[-1] == ("April", "2024-04")


def test_days_of_the_month_behind_parts_of_a_day_and_before_a_clause():
    text = "On 3 May 1911 it rained. By the morning of the 4th it was dry; by the 8th it was over."
    text += " On the 9th floor it burned."
    assert read(text) == [("3 May 1911", "1911-05-03"), ("the 4th", "1911-05-04"), ("by the 8th", "../1911-05-08")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They took the hill on 26 January. They had crossed the river the night before.", "2025-01-25"),
        ("They took the hill on 26 January. The morning after, they left.", "2025-01-27"),
        ("They took the hill on 26 January. Two nights later they left.", "2025-01-28"),
        ("They met on March 1. They had fought on the night of February 5 to 6. They left that night.", "2025-02-06"),
    ],
)
def test_a_night_is_that_of_the_day_told_last(text, value):
    assert read(text, SUNDAY)[-1][1] == value


def test_the_night_before_something_is_of_no_day_told():
    assert read("They fought on 26 January, the night before the vote.", SUNDAY) == [("26 January", "2025-01-26")]


LONG_AGO = (
    "On the night of September 7, 1965, tanks crossed the border.\n\nThe sappers breached the canal and waited.\n\n"
    "On September 10 three regiments destroyed the tanks.\n\nThe council demanded a cease-fire on September 20.\n\n"
)


def test_a_story_of_long_ago_keeps_its_year_over_paragraphs() -> None:
    found = dict(read(f"{LONG_AGO}This summer men fired on a bus on July 27.", "2015-09-06"))
    assert (found["September 10"], found["September 20"]) == ("1965-09-10", "1965-09-20")
    assert found["July 27"] == "2015-07-27"


def test_a_day_inside_an_interval_of_years_ago_is_of_its_year() -> None:
    text = "Between March and October 2011 we bombed them. On 7 April our aircraft hit a column."
    assert read(text, "2023-07-05")[-1] == ("7 April", "2011-04-07")


def test_a_count_with_a_plus_is_no_year() -> None:
    assert read("The town lost them on 11 December 40+ times.", "2015-12-20") == [("11 December", "2015-12-11")]
