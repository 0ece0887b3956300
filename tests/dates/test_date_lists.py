"""Lists of days and months that share a month or a year."""

import pytest
from dates_reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting on 13, 14 and 15 May 2023 went on.", ["2023-05-13/2023-05-15"]),
        ("Raids on May 3, 5, and 9, 2021 failed.", ["{2021-05-03,2021-05-05,2021-05-09}"]),
        ("Raids on the 3rd, 4th and 5th of May 1916 failed.", ["1916-05-03/1916-05-05"]),
        ("They left on 3, 4 or 6 May 2021.", ["[2021-05-03,2021-05-04,2021-05-06]"]),
        ("They met on 28 February and 1 March 2022.", ["2022-02-28", "2022-03-01"]),
        ("Rains in March, April and May 2022 stopped them.", ["2022-03", "2022-04/2022-05"]),
        ("It happened between 3 and 5 May 2021.", ["2021-05-03/2021-05-05"]),
        ("Daily Report 61/2018", []),
        ("He lost 13, 14 and 15 trucks in May 2021.", ["2021-05"]),
    ],
)
def test_list(text, expected):
    found = [value for _, value in read(text)]
    assert found == expected
