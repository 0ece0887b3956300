"""The publication date is read from the head of a text, and never from what the text tells of."""

import pytest

from sitrep import ingest
from sitrep.ingest import dateline, head

BODY = (
    "\n\nThe 3rd Brigade crossed the river before dawn on 2 February 1971 and took the ferry landing, its "
    "commander said, while two companies of the reserve waited on the eastern bank for boats that never came.\n"
)


def published(text):
    return dateline.read(head.read(text), text)


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("BEIRUT, June 9, 1982 (Agency) — Tanks entered", "1982-06-09"),
        ("BEIRUT (Agency), June 9, 1982 – Tanks entered", "1982-06-09"),
        ("BEIRUT, Lebanon, June 9, 1982 - Tanks entered", "1982-06-09"),
        ("Nairobi (14 August 1998) – The inquiry", "1998-08-14"),
        ("KIGALI, 7 APR 94 -- [TEXT] THE RADIO", "1994-04-07"),
        ("TEGUCIGALPA, 7 FEB 89 (EFE) -- [TEXT] THE ARMY", "1989-02-07"),
        ("June 9, 1982 (Agency) - Tanks entered", "1982-06-09"),
        ("LONDON, Jan. 3, 1915.—The Admiralty reports", "1915-01-03"),
        ("PARÍS, 4 de julio de 2011 (Agencia) — El ejército", "2011-07-04"),
        ("Berlin, 3. März 2025 (dpa) - Die Armee", "2025-03-03"),
        (
            "Lima, 5 June 1990. (Translated from Spanish.) - The army of Peru confirmed that rebels hold a town.",
            "1990-06-05",
        ),
    ],
)
def test_a_dateline_before_the_report(line, edtf):
    assert published("Tanks enter the city" + "\n\n" + line + BODY) == edtf
    assert published(line + BODY) == edtf


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("BEIRUT, June 9, 1982 (Agency)", "1982-06-09"),
        ("By Ada Bell | January 29, 2019", "2019-01-29"),
        ("By Ada Bell and Tom Fry in Juba · 29 January 2019", "2019-01-29"),
        ("Written by Ada Bell on 29 January 2019", "2019-01-29"),
        ("Our weekly letter on the two rivers | by Ada Bell, 29 January 2019", "2019-01-29"),
        ("Issued on: 29/01/2019 - 18:12", "2019-01-29"),
        ("Tue 29 Jan 2019 06.00 CET", "2019-01-29"),
        ("Jan 29th 2019 | JUBA", "2019-01-29"),
        ("January 29, 2019 by admin", "2019-01-29"),
        ("By ADA BELL and TOM FRY, Wire Press — January 29, 2019", "2019-01-29"),
        ("January 29, 2019 / 6:12 PM / Field News", "2019-01-29"),
        ("January 29, 2019 at 6:12 PM EST", "2019-01-29"),
        ("Communiqué of the Joint Command, Juba, 29 January 2019", "2019-01-29"),
        ("By Ada Bell29 January 2019", "2019-01-29"),
        ("Interview by Ada Bell, 12 November 2014", "2014-11-12"),
        ("From wire reports | Published May 3, 2015 at 6:12 p.m.", "2015-05-03"),
        ("Published: 2015-05-03", "2015-05-03"),
        ("Published 3 May 2015 14:05 BST | Updated 5 May 2015", "2015-05-03"),
        ("Last updated: Tue 05 May 2015, 10:00 GMT", "2015-05-05"),
        ("Tuesday 5 May 2015", "2015-05-05"),
        ("Our reporters at the ferry and in the two towns, Tuesday 5 May 2015. All times local", "2015-05-05"),
        ("May 5, 2015, 7:30 pm ET", "2015-05-05"),
        ("Goma, 5 May 2015", "2015-05-05"),
        ("Field & Camp, 5 May 2015", "2015-05-05"),
        ("Situation as of 18:00 on 05.05.2015", "2015-05-05"),
        ("Typed from a leaflet dated 5 May 1945", "1945-05-05"),
        ("FOR IMMEDIATE RELEASE: May 5, 2015", "2015-05-05"),
        ("25/12/2015", "2015-12-25"),
        ("Date: 04/05/2015", "[2015-04-05,2015-05-04]"),
        ("Киев, 5 мая 2015 г.", "2015-05-05"),
        ("2015年5月5日", "2015-05-05"),
        ("May 2015", "2015-05"),
    ],
)
def test_a_line_above_the_report(line, edtf):
    assert published("Rebels and army trade blame over the ferry" + "\n" + line + BODY) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "The crossing of the river, and what came of it\n\nBy Ada Bell" + BODY,
        "On 2 February 1971, the brigade crossed the river.\n",
        "The battle of the ferry, 2 February 1971" + BODY,
        "Landing day, 2 February 1971 — how it went" + BODY,
        "2 February 1971\n\nThe brigade crossed.\n\n3 February 1971\n\nIt dug in.\n\n5 February 1971\n\nIt withdrew.\n",
        "Battle: 2 February 1971" + BODY,
        "The crossing\n\nDate of the battle: 2 February 1971" + BODY,
        "Losses, 27 September - 10 November 2020" + BODY,
        "MOSCOW, May 5. /AGENCY/. The ministry" + BODY,
        "A garrison of 12 March 40 men" + BODY,
        "",
    ],
)
def test_a_day_that_the_text_tells_of_is_not_that_of_publication(text):
    assert published(text) is None


def test_another_day_in_figures_tells_the_order():
    line = "Date: 04/05/2015" + BODY
    assert published(line + "They met on 25/03/2015.") == "2015-05-04"
    assert published(line + "They met on 03/25/2015.") == "2015-04-05"
    assert published(line + "They met on 03/25/2015 and on 25/03/2015.") == "[2015-04-05,2015-05-04]"


def test_the_edition_of_a_periodical_report_tells_its_day():
    assert published("Eastern Front Daily Bulletin No. 41, 14 May 2016" + BODY) == "2016-05-14"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Evening bulletin No. 284 of 14 May 2016", "2016-05-14"),
        ("Situation report #12 – 14 May 2016", "2016-05-14"),
        ("Daily report 45/2016 of 14 May 2016", "2016-05-14"),
        ("Flash update No. 3 (14 May 2016)", "2016-05-14"),
        ("Report of the Commission on the battle of 14 May 2016", None),
        ("Battle report: 2 to 14 May 2016", None),
    ],
)
def test_an_issue_below_the_name_of_its_house_tells_its_day(line, day):
    assert published(f"MINISTRY OF DEFENCE\n\n{line}" + BODY) == day


def test_the_word_for_publication_wins_over_a_date_of_the_page():
    text = (
        "Monday, March 7, 2016 | Subscribe | Log in\n\nArmy retakes the dam\n\nBy Ada Bell\nPublished March 2, 2016"
        + BODY
    )
    assert published(text) == "2016-03-02"


def test_a_name_of_a_month_needs_a_real_day():
    assert published("Goma, 31 June 2015" + BODY) is None


@pytest.mark.parametrize("text", ["3 May 2024, " * 90_000, "May " * 250_000, "By " * 300_000, "1" * 1_000_000])
def test_hostile_heads_end(text):
    ingest.from_text(text)


def test_the_masthead_of_a_newspaper_tells_its_day_and_is_no_title():
    text = f"THE GAZETTE          MONDAY, MAY 3, 2010\n\nRebels storm the port as talks fail\n\nBy JANE ROE{BODY}"
    assert published(text) == "2010-05-03"
    assert head.read(text).title == "Rebels storm the port as talks fail"


def test_place_and_day_below_the_names_of_an_interview():
    standfirst = (
        "Retired planner Ilmar Kask spent 30 years at desks in Brussels, Naples and Mons. With six days to go to the "
        "summit he explains why he counts railway wagons and not brigades."
    )
    text = f"A wall is not a wall\n\n{standfirst}\n\nBy Tomas Berg\n\nTallinn, 5 July 2023{BODY}"
    assert published(text) == "2023-07-05"
