"""Pages made to cost much: reading twice as much text takes about twice as many steps, whatever is repeated in it."""

from __future__ import annotations

import sys

import pytest

from sitrep import ingest, pipeline

PIECES = {
    "brackets": "killed 12 [",
    "conjoined": "killed 12 and ",
    "quotes": "“killed 12 ",
    "parts": "of whom 3 ",
    "troops": "12,000 troops ",
    "lines": "killed 12\n",
    "sources": "Iraq said {i} soldiers were killed. ",
    "undated": "{i} tanks were lost. ",
    "dated": "On {day} May {year}, 3 soldiers were killed in Basra. ",
    "paragraphs": "On {day} May {year} Iraq attacked Iran near Basra.\n\n",
    "bullets": "- {i} tanks\n",
    "answers": "Q: How many were killed?\nA: {i} were.\n",
    "rows": "Basra\t{i}\t{year}\n",
    "cells": "{i}\t",
    "pipes": "| a | {i} |\n",
    "numbers": "3, 4, 5, ",
    "names": "Basra Mosul\n",
    "ships": "USS A ",
    "initials": "A. B. C. ",
    "said": "he said ",
    "days": "12 May, 13 May, ",
}


def steps(piece: str, n_chars: int) -> int:
    """How many functions are called to read a page of ``n_chars`` code points of ``piece``."""
    pieces: list[str] = []
    size = 0
    while size < n_chars:
        i = len(pieces)
        pieces.append(piece.format(i=i, day=i % 28 + 1, year=1900 + i % 120))
        size += len(pieces[-1])
    document = ingest.from_text("A title here\n\nThe army said that it fought.\n\n" + "".join(pieces)[:n_chars])
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    known = sys.getprofile()
    sys.setprofile(count)
    try:
        pipeline.read(document)
    finally:
        sys.setprofile(known)
    return calls


@pytest.mark.parametrize("name", PIECES)
def test_twice_the_text_takes_twice_the_steps(name: str) -> None:
    piece = PIECES[name]
    steps(piece, 2_000)
    assert steps(piece, 30_000) < 2.4 * steps(piece, 15_000) + 2_000
