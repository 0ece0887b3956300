"""Which figures state the same count, and which contradict each other."""

from figures_reading import figures, linked

from sitrep import ingest


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
