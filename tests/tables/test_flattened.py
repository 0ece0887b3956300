"""Tables whose columns were lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import grids, text_page

from sitrep.extract import tables
from sitrep.extract.tables import columns, cuts, flattened, words
from sitrep.model import Block, Mentions


def test_ratings_and_dates_part_what_capitals_do_not() -> None:
    text = (
        "Intervention Timeline Geopolitical Implications Action\n"
        "Heated Discussion at Meetup February(TBD) Relationship awkwardness Moderate\n"
        "Zelenski Note 2023 – Present Negotiated Settlement without Secure Assurances Low\n"
        "Russia’s Foreign Secretary Engagement March 2023 – Present Diplomatic interest Revived High"
    )
    assert grids(text_page(f"What is to come?\n\n{text}\n\nThe war goes on.")) == [
        (
            ["Intervention", "Timeline", "Geopolitical Implications", "Action"],
            [
                ["Heated Discussion at Meetup", "February(TBD)", "Relationship awkwardness", "Moderate"],
                ["Zelenski Note", "2023 – Present", "Negotiated Settlement without Secure Assurances", "Low"],
                [
                    "Russia’s Foreign Secretary Engagement",
                    "March 2023 – Present",
                    "Diplomatic interest Revived",
                    "High",
                ],
            ],
        )
    ]


def test_numbers_part_columns() -> None:
    text = "Year Killed Wounded Captured\n1941 1,200 3,400 55\n1942 2,310 5,080 120\n1943 880 1,905 610\n1944 95 230 4"
    assert grids(text_page(text)) == [
        (
            ["Year", "Killed", "Wounded", "Captured"],
            [line.split() for line in text.split("\n")[1:]],
        )
    ]


def test_below_the_threshold_lines_stay_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flattened, "THRESHOLD", 1.01)
    text = "Year Killed Wounded\n1941 1,200 3,400\n1942 2,310 5,080"
    read = text_page(text)
    found, cells = tables.read(read, Mentions())
    assert [c["text"] for c in cells] == text.split("\n")
    assert (found[0]["n_cols"], found[0]["header"]) == (1, [])
    assert found[0]["confidence"] <= 0.3


def test_a_page_without_tables_does_not_load_the_model() -> None:
    cuts.model.cache_clear()
    read = text_page("The garrison held out for a week.\n\nThen it surrendered.")
    read.blocks.append(Block(0, "paragraph", 0, 10))
    assert tables.read(read, Mentions()) == ([], [])
    assert cuts.model.cache_info().misses == 0


def test_the_model_holds_numbers_only() -> None:
    from importlib.resources import files

    stored = json.loads(files("sitrep.extract.tables").joinpath("cut_model.json").read_text(encoding="utf-8"))
    assert set(stored) == {"about", "gap_bias", "gap_scale", "joint", "choice", "sure", "gaps"}
    assert all(isinstance(v, (int, float)) for v in stored["choice"] + stored["sure"] + stored["joint"]["column"])


@pytest.mark.parametrize(
    "lines,headed",
    [
        (["Year Result", "1941 Lost", "1942 Won"], True),
        (["1940 Lost", "1941 Lost", "1942 Won"], False),
        (["Corps 1914 1918", "First 40,000 20,500", "Second 38,000 19,900"], True),
    ],
)
def test_a_header_holds_no_values_where_the_lines_under_it_do(lines: list[str], headed: bool) -> None:
    assert flattened.is_headed([words.row_of(line) for line in lines]) is headed


NUMBER = st.integers(1, 99_999).map(lambda n: f"{n:,}")
PLACE = st.sampled_from(["Veldra", "Port Ansel", "Kessim", "North Harrow", "Tolva"])
DATE = st.tuples(st.integers(1, 28), st.sampled_from(["March", "June", "October"]), st.integers(1901, 2024)).map(
    lambda d: f"{d[0]} {d[1]} {d[2]}"
)
RATING = st.sampled_from(["Low", "Moderate", "High"])
KINDS = {"Killed": NUMBER, "Place": PLACE, "Date": DATE, "Risk": RATING}


@st.composite
def typed_grids(draw: st.DrawFn) -> list[list[str]]:
    """Grids whose neighbouring columns differ in type."""
    names = draw(st.permutations(sorted(KINDS)))[: draw(st.integers(2, 4))]
    rows = draw(st.lists(st.tuples(*(KINDS[name] for name in names)), min_size=4, max_size=8, unique=True))
    return [list(names), *map(list, rows)]


@given(typed_grids())
@settings(max_examples=60, deadline=None)
def test_cells_survive_flattening_where_types_tell_columns_apart(grid: list[list[str]]) -> None:
    text = "\n".join(" ".join(row) for row in grid)
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    read = flattened.read_flattened(text, text, spans)
    assert [[c.text for c in row] for row in [read.header or [], *read.rows]] == grid
    assert all(text[c.char_start : c.char_end] == c.text for row in read.rows for c in row)


@given(st.lists(st.sampled_from(["4 tanks", "High", "Veldra", "12 March 1944", "the old (ruined) bridge"]), min_size=1))
def test_the_short_way_to_a_score_is_the_long_one(cells: list[str]) -> None:
    pieces = [columns.piece(row, 0, len(row.words)) for row in map(words.row_of, cells)]
    column = columns.Column()
    for found in pieces[1:]:
        column.add(found)
    column.add(None)
    weights = tuple((-1) ** i * (i + 1) / 7 for i in range(columns.N_WEIGHTS))
    long = sum(w * f for w, f in zip(weights, column.features(pieces[0]), strict=True))
    assert column.score(pieces[0], weights) == pytest.approx(long)
