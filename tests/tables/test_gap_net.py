"""The net that weighs the gaps of all lines of a flattened table together, and what it reads of the words."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.extract.tables import cuts, eight_bits, gap_net, gap_words, gaps, words

LINES = ["Town Date Killed", "Port Veldra 3 May 1941 12", "Kessim 9 June 1941 40", "Old Tolva 1 July 1942 7"]


def lines_of(texts: list[str], headed: bool) -> gaps.Lines:
    return gaps.Lines([words.row_of(text) for text in texts], headed, [[] for _ in texts])


def test_arrays_come_back_to_eight_bits() -> None:
    array = np.random.default_rng(0).normal(size=(3, 4, 5)) * [1, 10, 100, 0.1, 1e-9]
    stored = json.loads(json.dumps(eight_bits.pack(array)))
    found = eight_bits.unpack(stored)
    assert found.shape == array.shape
    assert (np.abs(found - array) <= np.abs(array).max((0, 1)) / 127 / 2 * 1.001 + 1e-8).all()


def test_words_in_like_places_or_alike_are_numbered_as_one_group() -> None:
    found = gap_words.gap_words(lines_of(LINES, True))
    assert found.gaps.tolist() == [0, 1, *range(3, 8), *range(9, 13), *range(14, 19)]
    assert found.in_header.tolist() == [True] * 3 + [False] * 17
    assert (found.first[:4].tolist(), found.last[:4].tolist()) == ([0, 0, 0, 3], [2, 2, 2, 8])
    from_start, from_end, _, _, word, *_ = found.like.T
    killed = [8, 13, 19]
    assert len(set(from_end[killed])) == 1
    assert from_end[2] not in from_end[killed]
    assert from_start[3] == from_start[9] == from_start[14] != from_start[0]
    assert word[7] == word[12] != word[18]
    places, values = found.numbers[:, 2] * 10, found.numbers[:, 7] * 8
    assert places[3:9].tolist() == pytest.approx([0, 1, 2, 3, 4, 5])
    assert values[3:9].tolist() == pytest.approx([0, 0, 0, 1, 2, 3])


ODD = st.text(st.sampled_from("aB1²½Ⅷ-–—()[]\"“%$:.,;|#'̈́中м\u200b"), min_size=1, max_size=6)


@given(st.lists(st.lists(ODD, min_size=1, max_size=8), min_size=2, max_size=6), st.booleans())
@settings(max_examples=80, deadline=None, derandomize=True)
def test_any_words_are_of_known_kinds(texts: list[list[str]], headed: bool) -> None:
    found = gap_words.gap_words(lines_of([" ".join(text) for text in texts], headed))
    n = sum(map(len, texts))
    assert found.kinds.shape == (n, len(gap_words.KINDS))
    assert ((found.kinds >= 0) & (found.kinds < gap_words.KINDS)).all()
    assert found.numbers.shape == (n, gap_words.N_NUMBERS)
    assert np.isfinite(found.numbers).all()
    assert all(set(like) == set(range(like.max() + 1)) for like in found.like.T)
    assert np.isfinite(gap_net.shipped()(found, np.zeros(len(found.gaps)))).all()


def test_the_order_of_the_lines_says_nothing() -> None:
    rng = np.random.default_rng(0)
    given_odds = [rng.normal(size=len(text.split()) - 1) for text in LINES]
    order = [0, 3, 1, 2]
    net = gap_net.shipped()
    found, other = (
        net(
            gap_words.gap_words(lines_of([LINES[i] for i in some], True)), np.concatenate([given_odds[i] for i in some])
        )
        for some in (range(4), order)
    )
    edges = np.cumsum([0, *map(len, given_odds)])
    assert other == pytest.approx(np.concatenate([found[edges[i] : edges[i + 1]] for i in order]), abs=1e-4)


def test_a_line_is_cut_by_what_the_others_hold() -> None:
    """A number behind a name is the likelier to be a cell of its own, the more names the others stand behind."""

    def odds(texts: list[str]) -> float:
        rows = [words.row_of(text) for text in texts]
        return cuts.table_of(rows, False, cuts.model()).odds[0][0]

    first = "Kessel 40 High"
    assert odds([first, "Arvik 12 Low", "Dorn 31 High"]) > 2
    assert odds([first, "Samad 10 Low", "Samad 12 High"]) < odds([first, "Arvik 12 Low", "Dorn 31 High"])


def test_products_are_the_same_in_blocks() -> None:
    rng = np.random.default_rng(0)
    parts, weights = rng.normal(size=(5, 150, 4)), rng.normal(size=(5, 4, 3))
    assert gap_net._product(parts, weights) == pytest.approx(np.einsum("pnw,pwu->nu", parts, weights))


def test_the_net_holds_numbers_only() -> None:
    stored = json.loads(files("sitrep.extract.tables").joinpath("gap_net.json").read_text(encoding="utf-8"))
    assert set(stored) == {"about", "kinds", "entry", "layers", "heads", "mixed"}
    parts = [
        *stored["kinds"],
        stored["entry"],
        *(p for one in stored["layers"] + stored["heads"] for p in one.values()),
    ]
    assert all(set(part) == {"shape", "scale", "numbers"} for part in parts)
    assert [part["shape"][0] for part in stored["kinds"]] == list(gap_words.KINDS)
