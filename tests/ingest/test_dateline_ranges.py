"""A stretch of days at the head of a text is what it tells of, not when it was published."""

import pytest

from sitrep import ingest


@pytest.mark.parametrize(
    "days", ["13 July 1977 – 15 March 1978", "2 May 1866 to 4 May 1866", "June 3, 1899 - June 9, 1899"]
)
def test_the_days_of_a_war_are_no_publication_date(days):
    text = f"The Border War\n\nDate {days}\nLocation the eastern frontier\n\nThe war was fought over a valley."
    assert ingest.from_text(text).published_edtf is None
