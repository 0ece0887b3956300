"""Tables whose columns were lost."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import grids, text_page

from sitrep.extract import tables
from sitrep.extract.tables import bonds, columns, cuts, flattened, joint, names, nets, pairs, seen, spans, words
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
    for load in (cuts.model, pairs._bonds):
        load.cache_clear()
    read = text_page("The garrison held out for a week.\n\nThen it surrendered.")
    read.blocks.append(Block(0, "paragraph", 0, 10))
    assert tables.read(read, Mentions()) == ([], [])
    assert cuts.model.cache_info().misses == pairs._bonds.cache_info().misses == 0


def test_the_model_holds_numbers_only() -> None:
    from importlib.resources import files

    stored = json.loads(files("sitrep.extract.tables").joinpath("cut_model.json").read_text(encoding="utf-8"))
    groups = {"about", "gap_scale", "columns", "empty", "nets", "choice", "sure", "names", "gaps", "cells"}
    assert set(stored) == groups
    lists = [stored["columns"], stored["empty"], stored["names"]["weights"], *stored["choice"], *stored["sure"]]
    lists += [np.ravel(part).tolist() for net in stored["nets"] for part in net]
    assert all(isinstance(v, (int, float)) for numbers in lists for v in numbers)


@pytest.mark.parametrize(
    "lines,headed",
    [
        (["Year Result", "1941 Lost", "1942 Won"], True),
        (["1940 Lost", "1941 Lost", "1942 Won"], False),
        (["Town Trend", "Arvik North Stable", "Dorn Contested"], True),
        (["Arvik North Stable", "Dorn Contested", "Kessel Stable"], False),
        (['Jan Olsen Norway "We stand firm"', 'Piet Varga Hungary "We want peace"', 'Ivo Mar Italy "Not now"'], False),
        (["Corps 1914 1918", "First 40,000 20,500", "Second 38,000 19,900"], True),
    ],
)
def test_a_header_holds_no_values_where_the_lines_under_it_do(lines: list[str], headed: bool) -> None:
    assert flattened.is_headed([words.row_of(line) for line in lines]) is headed


@pytest.mark.parametrize(
    "line,parted,held",
    [
        ("Kessel Gen. Ivo Marin Stable", [0], [1, 2]),
        ("Kessel Lt. Gen. Ivo Marin", [0], [1, 2, 3]),
        ("Dorn Front 20,500", [1], [0]),
        ("Tarn Boat About 20", [1], [2]),
        ("Tarn Boat 20", [], []),
        ("Dorn Front Up To 400", [1], [0, 2, 3]),
        ("Bridges Blown Up 40", [], []),
        ("Lost A Few Dozen", [0], [1, 2]),
        ("Halem 12,300 May 2016", [0, 1], []),
        ("Wounded 12 May 2016", [], []),
        ("Not stated 3 May 2016", [1], []),
        ("Dorn Front 2,000–3,500 fighters", [1], [0]),
        ("Arvik Several Hundred", [0], [1]),
        ("Halem 1.4 Million Held", [], [1]),
    ],
)
def test_ranks_dates_and_amounts_open_cells(line: str, parted: list[int], held: list[int]) -> None:
    row = words.row_of(line)
    odds = [0.0] * (len(row.words) - 1)
    bonds.bind([row], [odds], False)
    assert [i for i, o in enumerate(odds) if o > 0] == parted
    assert [i for i, o in enumerate(odds) if o < 0] == held


@pytest.mark.parametrize(
    "header,parted,held",
    [
        ("Pact Date Signed Outcome", [2], [1]),
        ("System Supplier Number Delivered Status", [0], [2]),
        ("Town Displaced As of", [1], []),
        ("Camp Threat Level Manager", [], [1]),
        ("Leader Estimated Strength", [0], [1]),
        ("Party Active Guns", [], [1]),
        ("Army Rockets Launched", [], [1]),
        ("Subject Builder Wounded", [0], []),
        ("Party Leader", [], []),
    ],
)
def test_names_of_columns_hold_together_or_part_by_what_their_words_mean(
    header: str, parted: list[int], held: list[int]
) -> None:
    row = words.row_of(header)
    odds = [0.0] * (len(row.words) - 1)
    bonds.bind([row], [odds], True)
    assert [i for i, o in enumerate(odds) if o > 0] == parted
    assert [i for i, o in enumerate(odds) if o < 0] == held


@pytest.mark.parametrize("line,shapes", [("88,726 – 10 January", "#E#m"), ("9 – 10 January", "#j#m")])
def test_a_dash_before_a_day_is_a_range_only_behind_a_day(line: str, shapes: str) -> None:
    assert words.row_of(line).shapes == shapes


def test_cells_of_other_tables_are_known_by_all_their_words() -> None:
    row = words.row_of('7 "Port Ansel" North Harrow')
    known = seen.SeenCells({list(seen.marks(cell.split()))[-1]: 2 for cell in ("port ansel", "harrow")})
    runs = known.runs(row)
    assert runs == [(1, 3, 2), (4, 5, 2)]
    assert seen.gap_marks(runs, 5) == ["002", "200", "020", "001"]


def test_what_blurs_or_bounds_a_number_stands_in_its_cell() -> None:
    lines = ["Weapon System Operator Inventory Threat Level", "F-16 Fighter Thailand 46 Extreme"]
    text = "\n".join([*lines, "BM-21 Rocket Launcher Cambodia About 40 High", "T-55 Tank Cambodia Over 200 Moderate"])
    edges = [0, *(i + 1 for i, sign in enumerate(text) if sign == "\n"), len(text) + 1]
    read = flattened.read_flattened(text, text, [(a, b - 1) for a, b in pairwise(edges)])
    assert [c.text for c in read.header or []] == ["Weapon System", "Operator", "Inventory", "Threat Level"]
    assert [row[2].text for row in read.rows] == ["46", "About 40", "Over 200"]


NUMBER = st.integers(1, 99_999).map(lambda n: f"{n:,}")
PLACE = st.sampled_from(["Veldra", "Port Ansel", "Kessim", "North Harrow", "Tolva"])
DATE = st.tuples(st.integers(1, 28), st.sampled_from(["March", "June", "October"]), st.integers(1901, 2024)).map(
    lambda d: f"{d[0]} {d[1]} {d[2]}"
)
RATING = st.sampled_from(["Low", "Moderate", "High"])
SHARE = st.integers(1, 99).map(lambda n: f"{n}%")
COST = st.integers(2, 900).map(lambda n: f"${n} million")
STATEMENT = st.sampled_from(['"We stand firm"', '"Not now"', '"Peace must come first"'])
KINDS = {"Killed": NUMBER, "Place": PLACE, "Date": DATE, "Risk": RATING, "Share": SHARE, "Cost": COST}


@st.composite
def typed_grids(draw: st.DrawFn) -> list[list[str]]:
    """Grids whose neighbouring columns differ in type."""
    kinds = draw(st.sampled_from([KINDS, KINDS | {"Statement": STATEMENT}]))
    names = draw(st.permutations(sorted(kinds)))[: draw(st.integers(2, 5))]
    rows = draw(st.lists(st.tuples(*(kinds[name] for name in names)), min_size=4, max_size=8, unique=True))
    return [list(names), *map(list, rows)]


@given(typed_grids(), st.booleans(), st.integers(1, 4), st.integers(0, 8))
@settings(max_examples=120, deadline=None, derandomize=True)
def test_cells_survive_flattening_where_types_tell_columns_apart(
    grid: list[list[str]], headed: bool, column: int, line: int
) -> None:
    if column < len(grid[0]) and 0 < line < len(grid) and grid[0][column] not in ("Place", "Statement"):
        grid[line][column] = "–"
    if not headed and not {"Place", "Statement"} & set(grid[0]):
        grid = grid[1:]
    text = "\n".join(" ".join(row) for row in grid)
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    read = flattened.read_flattened(text, text, spans)
    found = [*([read.header] if read.header else []), *read.rows]
    assert [[c.text for c in row] for row in found] == grid
    assert all(text[c.char_start : c.char_end] == c.text for row in read.rows for c in row)


ODD = st.text(st.sampled_from("aB1²٣½Ⅷ-–—()[]\"“%$:.,;|#'̈́中м\u200b"), min_size=1, max_size=6)


@given(st.lists(st.lists(ODD, min_size=1, max_size=8), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_lines_make_a_grid_of_their_own_characters(lines: list[list[str]]) -> None:
    text = "\n".join(" ".join(line) for line in lines)
    edges = [0, *(i + 1 for i, sign in enumerate(text) if sign == "\n"), len(text) + 1]
    read = flattened.read_flattened(text, text, [(a, b - 1) for a, b in pairwise(edges)])
    assert 0 <= read.confidence <= 1
    for row in [*read.rows, read.header or []]:
        assert all(text[c.char_start : c.char_end].split() == c.text.split() for c in row)
    words_read = [word for row in [read.header or [], *read.rows] for c in row for word in c.text.split()]
    assert words_read == text.split()


def test_no_line_has_a_say_in_its_own_cells() -> None:
    rows = [words.row_of(line) for line in ("Veldra 12", "Kessim 40", "the old bridge 7 tanks")]
    found = spans.Spans(rows, [[0.0] * (len(row.words) - 1) for row in rows], 2, -2.5, [[], [], []])
    others = [[(0, 1), (1, 2)], [(0, 1), (1, 2)]]
    cells = np.array([found.numbers([*others, own]) for own in ([(0, 3), (3, 5)], [(0, 2), (2, 5)])])
    last = found.line == 2
    for voice in columns.voices(found, cells, columns.nameless(found, 2)):
        voice = np.broadcast_to(voice, (2, 2, found.n))
        assert (voice[0][:, last] == voice[1][:, last]).all()


def test_a_net_adds_what_its_units_find_to_a_straight_sum() -> None:
    straight, hidden = np.array([1.0, 2.0]), np.array([[1.0, -1.0], [1.0, 0.0]])
    net = nets.Net(straight, hidden, np.array([-1.0, 0.0]), np.array([10.0, 100.0]))
    assert net(np.array([[2.0, 1.0], [-1.0, 0.0]])).tolist() == [4.0 + 20.0, -1.0 + 100.0]
    many = np.tile([[2.0, 1.0], [-1.0, 0.0]], (100, 1, 1))
    assert net(many).tolist() == [[24.0, 99.0]] * 100


def test_each_way_to_cut_may_have_names_of_its_own() -> None:
    rows = [words.row_of(line) for line in ("Veldra 12", "Kessim 40")]
    found = spans.Spans(rows, [[0.0]] * 2, 2, -2.5, [[], []])
    cells = np.array([found.numbers([[(0, 1), (1, 2)]] * 2)] * 2)
    said = np.random.default_rng(0).normal(size=(2, columns.N_NAMED, 2, found.n)).astype(np.float32)
    empty = np.array([[1.0, 2.0], [3.0, 4.0]], np.float32)
    both = columns.Named(said.swapaxes(0, 1), empty[:, None])
    heard, heard_empty = nets.dense(found, cells, both), columns.empty_voices(found, cells, both)
    for way in range(2):
        alone = columns.Named(said[way], empty[way])
        assert (heard[way] == nets.dense(found, cells[way : way + 1], alone)[0]).all()
        assert (heard_empty[way] == columns.empty_voices(found, cells[way : way + 1], alone)[0]).all()


def test_the_best_cells_of_a_line_are_those_of_the_greatest_sum() -> None:
    found = spans.Spans([words.row_of("a b c d")], [[0.0] * 3], 2, -2.5, [[]])
    scores = np.random.default_rng(0).normal(size=(1, 2, found.n)).astype(np.float32)
    empty = np.full((1, 1, 2), -0.1, np.float32)
    cells, total = joint.best(found, joint.cube(found, scores, empty))

    def value(start: int, stop: int, c: int) -> float:
        return scores[0, c, found.at(0, start, stop)] if stop > start else -0.1

    assert total[0] == pytest.approx(max(value(0, i, 0) + value(i, 4, 1) for i in range(5)))
    assert found.cells(cells[0])[0][0][0] in (0, -1)


def test_the_header_is_cut_once_for_each_way_to_cut_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["Town Date Killed", "Port Veldra 3 May 1941 12", "Kessim 9 June 1941 40", "Old Tolva 1 July 1942 7"]
    asked: list[bytes] = []
    of_ways = names.Header.cuts

    def cut(header: names.Header, found: spans.Spans, ways: np.ndarray) -> list:
        asked.extend(way.tobytes() for way in ways)
        return of_ways(header, found, ways)

    monkeypatch.setattr(names.Header, "cuts", cut)
    found = cuts.table_of([words.row_of(line) for line in lines], True, cuts.model()).cuts([3])
    assert [[start for start, _ in line] for line in found[0].cells[1:]] == [[0, 2, 5], [0, 1, 4], [0, 2, 5]]
    assert 0 < len(asked) == len(set(asked))
