"""Which figures state the same count, and which contradict each other."""

from itertools import combinations
from typing import Any

from figures_reading import figures, linked
from hypothesis import given
from hypothesis import strategies as st

from sitrep import ingest
from sitrep.extract.figures import claims, conflicts


def test_same_count_in_two_documents_is_one_claim() -> None:
    first = ingest.from_text("Shelling killed 12 Iranian soldiers in Khorramshahr on 3 May 1982.", source_path="a.txt")
    second = ingest.from_text("Twelve Iranian soldiers were killed.", source_path="b.txt")
    one, other = linked(first, second)
    assert one["claim_id"] == other["claim_id"]
    assert one["doc_id"] != other["doc_id"]


def test_other_numbers_or_roles_are_other_claims() -> None:
    rows = figures("Shelling killed 12 soldiers. Later shelling wounded 12 soldiers and killed 13 soldiers.")
    assert len({r["claim_id"] for r in rows}) == len(rows) == 3


def test_dates_that_exclude_each_other_part_claims() -> None:
    rows = figures(
        "On 3 May 1982 shelling killed 12 soldiers.\n\nOn 9 June 1983 shelling killed 12 soldiers of the same army."
    )
    assert len({r["claim_id"] for r in rows}) == 2


def test_sources_that_differ_conflict() -> None:
    rows = figures(
        "On 3 May 1982 shelling killed soldiers at Khorramshahr. Iran said that 12 soldiers were killed; "
        "Iraq said that 40 soldiers were killed."
    )
    assert all("conflict" in r["flags"] for r in rows) and len(rows) == 2


def test_one_source_that_counts_two_parts_does_not_conflict() -> None:
    rows = figures("The army said that shelling killed 12 soldiers and that mines killed 5 soldiers.")
    assert not any("conflict" in r["flags"] for r in rows)


def stated(**given: Any) -> dict[str, Any]:
    """A row of as many columns as ``conflicts.mark`` and ``claims.link`` read."""
    row = dict.fromkeys((*claims.READS, "unit", "source_text", "qualifier", "block_id"))
    return {**row, "unit_kind": "personnel", "role": "killed", "modality": "asserted", "flags": [], **given}


STATED = st.builds(
    stated,
    low=st.sampled_from([None, 0, 4, 10]),
    high=st.sampled_from([None, 0, 10, 12, 15]),
    qualifier=st.sampled_from([None, "approximate"]),
    unit=st.sampled_from([None, "soldier", "tank"]),
    source_text=st.sampled_from([None, "Iran", "Iraq"]),
    modality=st.sampled_from(["asserted", "negated", "hypothetical"]),
    block_id=st.sampled_from(["a", "b"]),
    place_name=st.sampled_from([None, "Basra"]),
    cell_id=st.sampled_from([None, None, None, "c"]),
)


@given(st.lists(STATED, max_size=8))
def test_a_row_conflicts_exactly_where_it_does_with_one_other(rows: list[dict[str, Any]]) -> None:
    expected = set()
    for i, j in combinations(range(len(rows)), 2):
        pair = [{**rows[i], "flags": []}, {**rows[j], "flags": []}]
        conflicts.mark(pair)
        if pair[0]["flags"]:
            assert pair[1]["flags"] == ["conflict"]
            expected |= {i, j}
    conflicts.mark(rows)
    assert {i for i, row in enumerate(rows) if "conflict" in row["flags"]} == expected


def test_counts_of_one_thing_by_the_hundred_thousand_are_compared_to_the_end() -> None:
    rows = [stated(low=i, high=i, source_text=f"paper {i % 7}", place_name="Basra") for i in range(150_000)]
    conflicts.mark(rows)
    assert all(row["flags"] == ["conflict"] for row in rows)
