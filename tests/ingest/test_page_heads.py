"""Who wrote a text and when, in the forms that the heads of scraped pages give it."""

import pytest

from sitrep import ingest, layout

TITLE = "Rebels seize fort at Marwa"
BODY = (
    "Rebel fighters have taken the fort at Marwa after a siege of nine days, the army said on Friday, in a blow to the "
    "government.\n\nSome of the defenders had fled before the end, and the rest of them were disarmed at the bridge."
)


@pytest.mark.parametrize(
    "head, byline, published",
    [
        ("By Ann Roe in Marwa\n\nPublished 3 May 2024 | Updated 5 May 2024", "Ann Roe", "2024-05-03"),
        (
            "Ann Roe in Marwa and Paul Li in Lagos\nFri 3 May 2024 14.05\nLast modified on Sat 4 May 2024 18.37 BST",
            "Ann Roe",
            "2024-05-03",
        ),
        ("Ann Roe\n@annroe\n3 May 2024, 4:10 pm", "Ann Roe", "2024-05-03"),
        ("ANN ROE, Associated Press\nMay 3, 2024", "ANN ROE", "2024-05-03"),
        ("— Ann Roe, May 3, 2024", "Ann Roe", "2024-05-03"),
        ("May 3rd, 2024 3:15 PM | Ann Roe", "Ann Roe", "2024-05-03"),
        ("written by Ann Roe • 3 May 2024 • 4 min read", "Ann Roe", "2024-05-03"),
        ("By Ann Roe May 3, 2024 - 08:15 5 Mins Read", "Ann Roe", "2024-05-03"),
        ("Posted: May 3, 2024 / 02:22 PM EDT\nUpdated: May 4, 2024 / 03:10 PM EDT", None, "2024-05-03"),
        ("Issued on: 23/05/2024 - 14:22 Modified: 24/05/2024 - 16:01", None, "2024-05-23"),
        ("05/25/2024 2:22 PM", None, "2024-05-25"),
        ("03/05/2024 14:22", None, "[2024-03-05,2024-05-03]"),
        ("Pub. date: 03-May-2024", None, "2024-05-03"),
        ("Source: Xinhua| 2024-05-03 10:22:31|Editor: huaxia", None, "2024-05-03"),
        ("May 3, 2024 11:41 AM UTC - Updated 2 hours ago", None, "2024-05-03"),
        ("May 3, 202411:41 AM UTCUpdated 2 hours ago", None, "2024-05-03"),
        ("May 3, 2024 11:41 AM GMT+1 Updated May 4, 2024", None, "2024-05-03"),
        ("by Ann Roe — May 3, 2024 in News, World", "Ann Roe", "2024-05-03"),
        ("by Ann Roe May 3, 2024 0 Comments", "Ann Roe", "2024-05-03"),
        ("Friday 24 Shawwal 1445 AH - 03 May 2024 AD", None, "2024-05-03"),
        ("Desk of the Gulf - 3 May 2024 AD / 24 Shawwal 1445 AH", None, "2024-05-03"),
        ("Article 3 May 2024 Last updated 5 hours ago", None, "2024-05-03"),
        ("Views: 1204 | Added: 03.05.2024", None, "2024-05-03"),
        ("Written by marwa_team | Last refreshed: May 3, 2024", "marwa_team", "2024-05-03"),
        ("By Ann Roe · Reviewed 3 May 2024", "Ann Roe", "2024-05-03"),
        ("Ann Roe | Edited: 3rd of May, 2024", "Ann Roe", "2024-05-03"),
        ("on May 3, 2024 By Ann Roe", None, "2024-05-03"),
        ("Battle of 3 May 1944", None, None),
        ("Day 801: 3 May 2024", None, None),
    ],
)
def test_byline_and_day_of_a_head(head, byline, published):
    document = ingest.from_text(f"{TITLE}\n\n{head}\n\n{BODY}")
    assert (document.title, document.byline, document.published_edtf) == (TITLE, byline, published)


@pytest.mark.parametrize(
    "head",
    [
        "Last edited on 3 May 2024 by Ann Roe",
        "03.05.2024 [13:05]",
        "Established 1921 — Late City Edition\n\nMay 3, 2024",
        "Posted by admin on 03 May, 2024 under Conflict",
        "Posted in World by Ann Roe on May 3, 2024",
        "May 3, 2024 - Updated: May 4, 2024",
        "This article was first published on 3 May 2024.",
        "This page was last updated on 3 May 2024",
        "Marwa, May 3 2024 --",
        "Data current to 3 May 2024",
        "Information cut-off: 3 May 2024",
        "Report date: 3 May 2024",
        "Ref: MOD/PR/118 Date: 3 May 2024",
        "Author: Ann Roe Date: 3 May 2024 Category: World",
        "Digest of official statements, 3 May 2024",
        "A digest of the week, 3 May 2024",
        "Transcript of the press conference held on 3 May 2024",
        "Embargoed until 3 May 2024, 06:00 GMT",
        "Not for release before 3 May 2024",
        "3 May 2024\n\nNext update: 10 May 2024",
        "Reporting period: 27 April - 2 May 2024\nIssued: 3 May 2024",
    ],
)
def test_the_day_of_a_head_however_it_is_told(head):
    assert ingest.from_text(f"{TITLE}\n\n{head}\n\n{BODY}").published_edtf == "2024-05-03"


@pytest.mark.parametrize("head", ["Next update: 3 May 2024", "Photo taken on 3 May 2024", "Retrieved 3 May 2024"])
def test_a_day_of_something_else_is_not_that_of_publication(head):
    assert ingest.from_text(f"{TITLE}\n\n{head}\n\n{BODY}").published_edtf is None


@pytest.mark.parametrize(
    ("above", "published"), [("Digest of official statements, 4 May 2024\n\n", "2024-05-04"), ("", "2024-05-03")]
)
def test_a_digest_is_dated_by_its_own_line_or_by_its_last_statement(above, published):
    statements = "\n\n".join(
        f"MINISTRY OF {name}\n{place}, {day} May 2024\n\n{BODY}"
        for name, place, day in (("DEFENCE", "Marwa", 1), ("THE INTERIOR", "Lagos", 3), ("TRADE", "Accra", 2))
    )
    assert ingest.from_text(f"STATEMENTS ON THE FORT\n\n{above}{statements}").published_edtf == published


def test_names_and_day_below_a_standfirst():
    first, second = BODY.split("\n\n")
    text = f"{TITLE}\n\n{first}\n\nBy Ann Roe\n\n3 May 2024\n\n{second}\n\n{first}"
    document = ingest.from_text(text)
    assert (document.byline, document.published_edtf) == ("Ann Roe", "2024-05-03")
    assert [b.kind for b in layout.read(document).blocks] == [
        "title", "paragraph", "byline", "byline", "paragraph", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["Jordan Falls", "Boris Johnson and Donald Trump’s long quarrel"])
def test_a_title_that_opens_with_a_name_is_no_byline(title):
    page = layout.read(ingest.from_text(f"{title}\n\n3 May 2024\n\n{BODY}"))
    assert [b.kind for b in page.blocks[:2]] == ["title", "byline"]


def test_lines_that_were_not_wrapped_are_told_apart_without_blank_lines():
    document = ingest.from_text(f"{TITLE}\n2024-05-03T10:00:00Z\n{BODY}")
    assert (document.title, document.published_edtf) == (TITLE, "2024-05-03")


@pytest.mark.parametrize(
    "text",
    [
        f"REBELS TIGHTEN THEIR GRIP ON ALL ROADS THAT LEAD TO MARWA\nCritical Risks Project — Update, May 3, 2024\n"
        f"Authors: Ann Roe and Bo Li\nData cutoff: May 2, 10 a.m. GMT\n\n{BODY}",
        f"REPUBLIC OF MARWA\nMINISTRY OF DEFENSE\n\nNo. 412/23\nMarwa, 3 May 2024, 13:40\n\nON THE FORT\n\n{BODY}",
    ],
)
def test_the_day_in_a_head_of_lines_in_one_piece(text):
    assert ingest.from_text(text).published_edtf == "2024-05-03"
