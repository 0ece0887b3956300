"""Every form that a table may have, read to the same cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import grids, page, text_page

from sitrep import ingest, pipeline
from sitrep.extract import tables
from sitrep.ingest import html
from sitrep.model import Block, Mentions

HEADER = ["Brigade", "Sector", "Tanks lost"]
ROWS = [["12th Mechanised", "Northern", "4"], ["31st Guards", "River crossing", "1,102"], ["7th", "Coast", "--"]]


def delimited(sign: str) -> str:
    return "\n".join(sign.join(row) for row in [HEADER, *ROWS])


def aligned() -> str:
    return "\n".join("".join(cell.ljust(20) for cell in row).rstrip() for row in [HEADER, *ROWS])


def markdown() -> str:
    lines = ["| " + " | ".join(row) + " |" for row in [HEADER, *ROWS]]
    return "\n".join([lines[0], "|---|:-:|--:|", *lines[1:]])


@pytest.mark.parametrize(
    "text,form",
    [
        (delimited("\t"), "delimited"),
        (delimited(" | "), "delimited"),
        (delimited(";"), "delimited"),
        (aligned(), "aligned"),
        (markdown(), "markdown"),
    ],
)
def test_a_text_table_keeps_its_cells(text: str, form: str) -> None:
    read = text_page(f"The losses of the week follow.\n\n{text}\n\nNothing else was said.")
    assert [block.source_form for block in read.blocks] == [form]
    assert grids(read) == [(HEADER, ROWS)]


def test_a_single_space_in_an_aligned_cell_parts_no_words() -> None:
    rows = [["Nordland", "498", "[1]"], ["Sudria (N. Guard)", "309", "2"], ["Greece", "88", "--"]]
    text = "\n".join("".join(cell.ljust(22) for cell in row).rstrip() for row in [["Side", "Killed", "Ships"], *rows])
    assert grids(text_page(text)) == [(["Side", "Killed", "Ships"], rows)]


def html_grids(markup: str) -> list[tuple[list[str], list[list[str]]]]:
    rendered = html.render(markup)
    outer = next(e for e in rendered.elements if e.tag == "table")
    block = Block(0, "table", outer.char_start, outer.char_end, source_form="html")
    return grids(page(rendered.text, [block], rendered.elements))


def test_an_html_cell_that_spans_places_stands_in_each_of_them() -> None:
    found = html_grids(
        "<table><tr><th>Front</th><th>Unit</th><th>Killed</th></tr>"
        "<tr><td rowspan=2>North</td><td>1st Army</td><td>12</td></tr><tr><td>2nd Army</td><td>7</td></tr>"
        "<tr><td colspan=3>Southern command</td></tr><tr><td colspan=2>South, all units</td><td>3</td></tr></table>"
    )
    assert found == [
        (
            ["Front", "Unit", "Killed"],
            [
                ["North", "1st Army", "12"],
                ["North", "2nd Army", "7"],
                ["Southern command"],
                ["South, all units", "South, all units", "3"],
            ],
        )
    ]


def test_several_html_header_rows_make_one_header() -> None:
    found = html_grids(
        "<table><thead><tr><th rowspan=2>Year</th><th colspan=2>Losses</th></tr>"
        "<tr><th>Killed</th><th>Wounded</th></tr></thead><tr><td>1943</td><td>10</td><td>40</td></tr></table>"
    )
    assert found == [(["Year", "Losses Killed", "Losses Wounded"], [["1943", "10", "40"]])]


def test_a_row_of_units_belongs_to_the_header() -> None:
    found = html_grids(
        "<table><tr><th>Gun</th><th>Range</th></tr><tr><td></td><td>(km)</td></tr>"
        "<tr><td>D-30</td><td>15.4</td></tr></table>"
    )
    assert found == [(["Gun", "Range (km)"], [["D-30", "15.4"]])]


def test_a_nested_html_table_is_a_table_of_its_own() -> None:
    found = html_grids(
        "<table><tr><th>Base</th><th>Stock</th></tr><tr><td>Alpha</td><td>Shells"
        "<table><tr><th>Calibre</th><th>Rounds</th></tr><tr><td>152</td><td>900</td></tr></table></td></tr></table>"
    )
    assert found == [
        (["Base", "Stock"], [["Alpha", "Shells"]]),
        (["Calibre", "Rounds"], [["152", "900"]]),
    ]


def test_markdown_escapes_and_ragged_rows() -> None:
    text = "Name | Range | Note\n--- | --- | ---\nR\\|7 | 300 km\n`a|b` | 20 km | seen | extra"
    assert grids(text_page(text)) == [
        (["Name", "Range", "Note"], [["R|7", "300 km", ""], ["`a|b`", "20 km", "seen"]]),
    ]


def test_key_value_lines_are_a_table_without_a_header() -> None:
    read = text_page("Killed: 14\nWounded: 33\nMissing: 2")
    found, cells = tables.read(read, Mentions())
    assert found[0]["header"] == [] and found[0]["n_rows"] == 3
    assert [(c["row"], c["col"], c["text"]) for c in cells[:2]] == [(1, 0, "Killed"), (1, 1, "14")]


def test_leader_dots_part_cells() -> None:
    text = "Infantry . . . . . . . . 4,000\nCavalry  . . . . . . . .   350\nEngineers  . . . . . . .    80"
    assert grids(text_page(text)) == [([], [["Infantry", "4,000"], ["Cavalry", "350"], ["Engineers", "80"]])]


def test_the_caption_above_names_the_table() -> None:
    found, _ = tables.read(text_page("Table 3. Guns per corps\n\n" + aligned()), Mentions())
    assert found[0]["caption"] == "Table 3. Guns per corps"


@pytest.mark.parametrize(
    "text",
    [
        "The brigade crossed the river at dawn and\nthe bridge was blown behind it. By noon\nthe town had been taken.",
        "1.  Home\n2.  News\n3.  Statements\n4.  Contact us",
        "grain; fuel and parts; medicine for the\nhospital; tents; blankets; and generators for\nthe pumps; all",
        "By Jane Roe | 4 May 2021",
        "Army retakes airport\nRebels deny retreat\nCouncil meets today",
        "Related Posts\nMay 3, 2024 Port hit by drones\nMay 4, 2024 Depot struck\nMay 5, 2024 Capital under fire",
        "10:35 Blasts heard downtown\n10:50 Army denies strike\n11:02 Ambulances reach the site",
        "THE REBELS HOLD THE TOWN.  THE ARMY\nSAYS THAT IT WILL ACT.  NO ONE IN\nTHE CAPITAL BELIEVES IT.",
        "HE SAID THAT 10 OF THE MEN IN THE\nCOLUMN AND 3 GUARDS HAD BEEN HIT BY\nTHE FIRST 2 ROUNDS FIRED FROM A",
        "Q: Who fired first?\nA: Nobody knows.\nQ: Who stopped?",
        "Number of prisoners by camp\n1. Arvik, 40 men\n2. Kessel, 12 men\n3. Halem, none",
        "Key dates and results\n1. 3 May 1941, Arvik held\n2. 9 June 1941, Dorn lost\n3. 1 July 1941, Kessel held",
        "Military leader, two officers killed in force report\nStrike on Arvik kills 12\nCouncil condemns Dorn raid",
        "Military Leader Killed in Capital City\nArmy Says 30 Rebels Killed in Dorn\nUN Warns 500 Civilians of Floods",
        "Weapons, Troops and Losses by Region\nNorth Gets 12 Tanks in March\nSouth Wants 30 Guns by May\n"
        "East Loses 500 Men in June",
        "Weapons, vehicles and troops: what each side lost\nWhy did the army cross the river?\nWho fired at Dorn?",
    ],
)
def test_what_is_no_table_is_none(text: str) -> None:
    assert text_page(text).blocks == []


@pytest.mark.parametrize(
    "text",
    [
        "Name Post Years Notes\nIvo Marin Chief of staff 1991–1993 Fell ill on the march\n"
        "Jan Olsen Second in command 1993–1994\nPiet Varga Head of supply 1994–1999 Fled",
        "Town Population County Notes\nArvik 4,210 Dorn County Held out to the last.\n"
        "Kessel 890 Dorn County\nHalem 12,044 Sarit County\nNawir 7,300 Sarit County",
        "Name of town Number of shells Date of report\nArvik some 40 12 May\nUpper Dorn over 112 in all 3 June\n"
        "Kessel 7 or so 9 June",
        "# Date Place Result\n1. 3 May 1941 Arvik Held\n2. 9 June 1941 Upper Dorn Lost to the corps\n"
        "3. 1 July 1941 Kessel Held",
        "Raid Date Place Result\n1. 3 May 1941 Arvik Held\n2. 9 June 1941 Upper Dorn Lost to the corps\n"
        "3. 1 July 1941 Kessel Held\n4. 2 July 1941 Halem Held",
        "Gun Year built Maker Range\nOld Marta 1847 ? ?\nFair Anna 1851 Halem works ?\nTall Jan 1853 ? ?",
        "Town: Killed: Since:\nArvik 1,204 May 1941\nUpper Dorn 310 June 1941\nKessel 95 June 1941",
        "Day signed Party Term agreed Town 1941\nOndar Front 3 May Ten weeks Arvik\n"
        "Sons of Tarkh 9 June Open Upper Dorn\nVessin Army 1 July A year Kessel",
    ],
)
def test_columns_that_start_at_no_fixed_word_are_a_table_where_the_first_line_names_them(text: str) -> None:
    assert [(b.source_form, b.char_start, b.char_end) for b in text_page(text).blocks] == [("flattened", 0, len(text))]


TABLE = "Town County Shells\nArvik Dorn 1,204\nKessel Dorn 310\nHalem Sarit 95"
YEARS = "Country 2001 2002 2003\nNorway 120 140 155\nHungary 80 82 79\nItaly 200 210 204"


@pytest.mark.parametrize("table", [TABLE, YEARS])
@pytest.mark.parametrize(
    "above", ["", "Table 4. What was fired\n", "What Each Side Holds\n", "The guns spoke for days.\n"]
)
@pytest.mark.parametrize("below", ["", "\nSource: Ministry of War, 1978", "\nThe guns then fell silent for a week."])
def test_lines_right_above_and_below_are_no_part_of_a_table(table: str, above: str, below: str) -> None:
    found = text_page(above + table + below).blocks
    assert [(b.char_start, b.char_end) for b in found if b.kind == "table"] == [(len(above), len(above) + len(table))]


CELL = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
GRID = st.integers(2, 5).flatmap(lambda k: st.lists(st.lists(CELL, min_size=k, max_size=k), min_size=2, max_size=6))


@given(GRID)
def test_random_markdown_cells_survive(rows: list[list[str]]) -> None:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    assert grids(text_page("\n".join(lines))) == [(rows[0], rows[1:])]


@given(GRID)
def test_random_html_cells_survive(rows: list[list[str]]) -> None:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    head = "<tr>" + "".join(f"<th>{cell}</th>" for cell in rows[0]) + "</tr>"
    assert html_grids(f"<table>{head}{body}</table>") == [(rows[0], rows[1:])]


@pytest.mark.parametrize(
    "hostile", ["a | " * 60_000, "x  y\n" * 50_000, "| " * 100_000, ". " * 200_000, "A 1 High\n" * 40_000]
)
def test_hostile_pages_end(hostile: str) -> None:
    tables.read(text_page(hostile), Mentions())


def test_months_over_counts_are_a_header() -> None:
    head, *rows = "Country     June     December", "Austria     0        320", "Canada      482      950-980"
    text = "\n".join([head, *rows, "Denmark     450      415"])
    found, _ = tables.read(text_page(text), Mentions())
    assert found[0]["header"] == ["Country", "June", "December"]


def test_words_over_counts_are_a_header_though_one_may_be_a_rating() -> None:
    text = "\n".join(["Country     Pledged    Deployed", "Kenya       1,000      734", "Jamaica     200        23"])
    found, _ = tables.read(text_page(text), Mentions())
    assert found[0]["header"] == ["Country", "Pledged", "Deployed"]


def test_a_cell_that_is_an_address_keeps_it():
    text = "| Site | Address |\n|---|---|\n| A | http://a.b/c |\n| B | http://d.e/f |\n"
    rows = pipeline.read(ingest.from_text(text, media_type="text/markdown"))["table_cells"]
    assert [row["text"] for row in rows if row["col"] == 1] == ["Address", "http://a.b/c", "http://d.e/f"]
