"""Where the cells of aligned lines part."""

from __future__ import annotations

import pytest

from sitrep.gutters import gutters


@pytest.mark.parametrize(
    "lines,found",
    [
        (["Sector     Post 2   Lost", "North               14", "Coast               3"], [(6, 11), (17, 20)]),
        (["North   14   -3", "Coast  307 -121", "River   22   -8"], [(5, 7), (10, 11)]),
        (["North of the river", "Coast in the south"], []),
    ],
    ids=["a space within a name over empty cells", "numbers pushed together", "prose"],
)
def test_a_single_space_parts_only_numbers(lines: list[str], found: list[tuple[int, int]]) -> None:
    assert gutters(lines) == found
