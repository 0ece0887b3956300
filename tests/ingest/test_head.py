"""Title and byline of a text that brings no metadata."""

import pytest

from sitrep import ingest
from sitrep.ingest import head

PROSE = (
    "\n\nThe garrison of the border post surrendered after a night of shelling, a district official said by phone, "
    "and some of its men were seen walking west along the railway without their arms.\n"
)


@pytest.mark.parametrize(
    ("text", "title", "byline"),
    [
        ("Garrison of border post surrenders\n\nby kvassov" + PROSE, "Garrison of border post surrenders", "kvassov"),
        ("# Garrison surrenders\n\n**By Ada Bell** | 3 May 2015" + PROSE, "Garrison surrenders", "Ada Bell"),
        (
            "THE EVENING MAIL | World | Sports\n\nGarrison of border post surrenders\nBy Ada Bell, Tom Fry and Io Lu"
            + PROSE,
            "Garrison of border post surrenders",
            "Ada Bell, Tom Fry and Io Lu",
        ),
        ("PRESS RELEASE\n\nOffice condemns shelling of post" + PROSE, "Office condemns shelling of post", None),
        ("Garrison surrenders\n\nBy Ada Bell in Juba — 3 May 2015" + PROSE, "Garrison surrenders", "Ada Bell"),
        ("Home\nWorld\nSport\nGarrison of border post surrenders\nFrom wire reports" + PROSE,
         "Garrison of border post surrenders", "From wire reports"),
        ("Title: Garrison surrenders\nAuthor: Ada Bell\nDate: 3 May 2015" + PROSE, "Garrison surrenders", "Ada Bell"),
        (PROSE.strip(), None, None),
        ("The garrison surrendered.\n", None, None),
    ],
)  # fmt: skip
def test_title_and_byline(text, title, byline):
    found = head.read(text)
    assert (found.title, found.byline) == (title, byline)


@pytest.mark.parametrize(
    "line",
    [
        "By the time the war ended, thousands had fled",
        "By nightfall the bridge was down.",
        "By road and rail to the front",
    ],
)
def test_a_sentence_that_opens_like_a_byline_is_none(line):
    assert head.byline_of(line) is None


def test_a_date_line_or_a_dateline_is_no_title():
    text = "Monday, 7 March 2016\n\nKHARTOUM, 7 March 2016 (Agency) -- Shelling resumed" + PROSE
    assert ingest.from_text(text).title is None
