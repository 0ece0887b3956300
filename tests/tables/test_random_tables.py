"""Flattened tables of what texts about wars tell, made at random: how many come back whole.

The cutting of tables was learnt from none of these (but from others that are invented, of other forms, words and draws:
``tests/benchmarks/cutting/war_tables.py``); names stand beside names, and empty cells among values. The names
are those of the lexicons, which the reader knows as names, or invented ones, which it does not.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

import pytest

from sitrep import lexicons
from sitrep.extract.tables import flattened

TABLES = 300
# The least share of tables and of cells that come back, rounded down from what was reached.
FLOORS = {"known": (0.92, 0.99), "invented": (0.76, 0.94)}

SURNAMES = "Karimov Petrenko Okafor Haddad Diallo Marin Varga Olsen Mensah Tesfaye Rahimi Kovac Lopez Musa Aung".split()
MONTHS = "January February March April May June July August September October November December".split()
WEAPONS = ("T-72 tank", "FPV drone", "Grad rocket", "Mortar", "Car bomb", "Cruise missile", "Roadside bomb", "Landmine")
STATES = ("Contested", "Under siege", "Recaptured", "Government-held", "Evacuated", "Ceasefire holding", "Abandoned")
TARGETS = ("Police station", "Power plant", "Market", "Army base", "Railway bridge", "Oil depot", "School", "Airport")
POSTS = ("Commander", "Deputy commander", "Spokesman", "Head of intelligence", "Governor", "Chief of staff")
LEVELS, EMPTY = ("High", "Low", "Moderate", "Extreme"), ("–", "Unknown", "N/A")


SYLLABLES = "ka ren do vel mar tis lo ban ur esh tor ni gal um sa pre dak iv os hem".split()
FORMS = {
    "armed_groups": (
        "{} Liberation Front",
        "{} Army",
        "Sons of {}",
        "{} Brigades",
        "Free {} Movement",
        "{} Resistance",
    ),
    "places": ("{}", "{}", "{}", "Port {}", "Upper {}", "{} Bridge"),
    "agencies": ("{} Relief", "{} Security Service", "{} Border Guard", "Ministry of {}"),
    "countries": ("{}", "{}ia", "Republic of {}"),
    "given_names": ("{}",),
}


@cache
def known(lexicon: str) -> tuple[str, ...]:
    if lexicon == "given_names":
        return tuple(row["name"].title() for row in lexicons.rows(lexicon))
    return tuple(row["name"] for row in lexicons.rows(lexicon, ("name", "country")) if row["name"][:1].isupper())


@cache
def invented(lexicon: str) -> tuple[str, ...]:
    draw = random.Random(lexicon)
    return tuple(
        draw.choice(FORMS[lexicon]).format("".join(draw.choices(SYLLABLES, k=draw.randint(2, 3))).title())
        for _ in range(200)
    )


NAMES = {"known": known, "invented": invented}


def columns(draw: random.Random, names: str) -> dict[str, Callable[[], str]]:
    """What may stand under each name of a column."""
    of_names = {
        name: lambda lexicon=lexicon: draw.choice(NAMES[names](lexicon))
        for name, lexicon in (
            *(("Group", "armed_groups"), ("Claimed by", "armed_groups"), ("Country", "countries")),
            *(("Location", "places"), ("Agency", "agencies")),
        )
    }
    of_words = {
        name: lambda some=some: draw.choice(some)
        for name, some in zip(
            ("Role", "Weapon", "Status", "Target", "Threat Level"),
            (POSTS, WEAPONS, STATES, TARGETS, LEVELS),
            strict=True,
        )
    }
    return {
        **of_names,
        **of_words,
        "Leader": lambda: f"{draw.choice(NAMES[names]('given_names'))} {draw.choice(SURNAMES)}",
        "Date": lambda: f"{draw.randint(1, 28)} {draw.choice(MONTHS)} {draw.randint(2010, 2026)}",
        "Killed": lambda: str(draw.randint(0, 90)),
        "Wounded": lambda: str(draw.randint(0, 300)),
        "Fighters": lambda: f"{draw.randint(1, 40)},{draw.randint(0, 9)}00",
        "Since": lambda: str(draw.randint(1975, 2025)),
        "Strength": lambda: f"{draw.randint(1, 9)},000–{draw.randint(10, 40)},000",
    }


def grid_of(draw: random.Random, names: str) -> list[list[str]]:
    under = columns(draw, names)
    header = draw.sample(sorted(under), draw.randint(3, 6))
    grid = [header, *([under[name]() for name in header] for _ in range(draw.randint(4, 9)))]
    if draw.random() < 0.3:
        grid[draw.randrange(1, len(grid))][draw.randrange(len(header))] = draw.choice(EMPTY)
    return grid


@pytest.mark.parametrize("names", FLOORS)
def test_tables_come_back(names: str) -> None:
    draw = random.Random(0)
    whole = right = cells = 0
    for _ in range(TABLES):
        grid = grid_of(draw, names)
        text, lines = "", []
        for row in grid:
            lines.append((len(text), len(text) + len(" ".join(row))))
            text += " ".join(row) + "\n"
        read = flattened.read_flattened(text, text, lines)
        found = [[c.text for c in row] for row in [*([read.header] if read.header else []), *read.rows]]
        whole += found == grid
        got, truth = ({(r, c, t) for r, row in enumerate(some) for c, t in enumerate(row)} for some in (found, grid))
        right, cells = right + 2 * len(got & truth), cells + len(got) + len(truth)
    reached = whole / TABLES, right / cells
    assert reached[0] >= FLOORS[names][0], reached
    assert reached[1] >= FLOORS[names][1], reached
