"""Flattened tables of what texts about wars tell, made at random of names in the lexicons: how many come back whole.

The cutting of tables was learnt from none of these; names stand beside names, and empty cells among values.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

from sitrep import lexicons
from sitrep.extract.tables import flattened

TABLES, WHOLE, CELLS = 300, 0.88, 0.97

SURNAMES = "Karimov Petrenko Okafor Haddad Diallo Marin Varga Olsen Mensah Tesfaye Rahimi Kovac Lopez Musa Aung".split()
MONTHS = "January February March April May June July August September October November December".split()
WEAPONS = ("T-72 tank", "FPV drone", "Grad rocket", "Mortar", "Car bomb", "Cruise missile", "Roadside bomb", "Landmine")
STATES = ("Contested", "Under siege", "Recaptured", "Government-held", "Evacuated", "Ceasefire holding", "Abandoned")
TARGETS = ("Police station", "Power plant", "Market", "Army base", "Railway bridge", "Oil depot", "School", "Airport")
POSTS = ("Commander", "Deputy commander", "Spokesman", "Head of intelligence", "Governor", "Chief of staff")
LEVELS, EMPTY = ("High", "Low", "Moderate", "Extreme"), ("–", "Unknown", "N/A")


@cache
def named(lexicon: str) -> tuple[str, ...]:
    return tuple(row["name"] for row in lexicons.rows(lexicon, ("name", "country")) if row["name"][:1].isupper())


def columns(draw: random.Random) -> dict[str, Callable[[], str]]:
    """What may stand under each name of a column."""
    given = [row["name"].title() for row in lexicons.rows("given_names")]
    of_names = {
        name: lambda lexicon=lexicon: draw.choice(named(lexicon))
        for name, lexicon in (
            *(("Group", "armed_groups"), ("Claimed by", "armed_groups"), ("Country", "countries")),
            *(("Location", "places"), ("Agency", "agencies")),
        )
    }
    of_words = {
        name: lambda some=some: draw.choice(some)
        for name, some in (
            *(("Role", POSTS), ("Weapon", WEAPONS), ("Status", STATES), ("Target", TARGETS), ("Threat Level", LEVELS)),
        )
    }
    return {
        **of_names,
        **of_words,
        "Leader": lambda: f"{draw.choice(given)} {draw.choice(SURNAMES)}",
        "Date": lambda: f"{draw.randint(1, 28)} {draw.choice(MONTHS)} {draw.randint(2010, 2026)}",
        "Killed": lambda: str(draw.randint(0, 90)),
        "Wounded": lambda: str(draw.randint(0, 300)),
        "Fighters": lambda: f"{draw.randint(1, 40)},{draw.randint(0, 9)}00",
        "Since": lambda: str(draw.randint(1975, 2025)),
        "Strength": lambda: f"{draw.randint(1, 9)},000–{draw.randint(10, 40)},000",
    }


def grid_of(draw: random.Random) -> list[list[str]]:
    known = columns(draw)
    names = draw.sample(sorted(known), draw.randint(3, 6))
    grid = [names, *([known[name]() for name in names] for _ in range(draw.randint(4, 9)))]
    if draw.random() < 0.3:
        grid[draw.randrange(1, len(grid))][draw.randrange(len(names))] = draw.choice(EMPTY)
    return grid


def test_tables_of_names_in_lexicons_come_back() -> None:
    draw = random.Random(0)
    whole = right = cells = 0
    for _ in range(TABLES):
        grid = grid_of(draw)
        text, lines = "", []
        for row in grid:
            lines.append((len(text), len(text) + len(" ".join(row))))
            text += " ".join(row) + "\n"
        read = flattened.read_flattened(text, text, lines)
        found = [[c.text for c in row] for row in [*([read.header] if read.header else []), *read.rows]]
        whole += found == grid
        got, truth = ({(r, c, t) for r, row in enumerate(some) for c, t in enumerate(row)} for some in (found, grid))
        right, cells = right + 2 * len(got & truth), cells + len(got) + len(truth)
    assert (whole / TABLES >= WHOLE, right / cells >= CELLS) == (True, True), (whole / TABLES, right / cells)
