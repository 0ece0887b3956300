"""Pages made to cost much: reading twice as much text takes about twice as many steps, whatever is repeated in it."""

from __future__ import annotations

import pytest
from steps import steps

from sitrep import ingest, pipeline
from sitrep.model import Document

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


def page(piece: str, n_chars: int) -> Document:
    """A page of ``n_chars`` code points of ``piece``, numbered where it asks for it."""
    pieces: list[str] = []
    size = 0
    while size < n_chars:
        i = len(pieces)
        pieces.append(piece.format(i=i, day=i % 28 + 1, year=1900 + i % 120))
        size += len(pieces[-1])
    return ingest.from_text("A title here\n\nThe army said that it fought.\n\n" + "".join(pieces)[:n_chars])


@pytest.mark.parametrize("name", PIECES)
def test_twice_the_text_takes_twice_the_steps(name: str) -> None:
    piece = PIECES[name]
    pipeline.read(page(piece, 2_000))  # compiles what is compiled once
    assert steps(pipeline.read, page(piece, 30_000)) < 2.4 * steps(pipeline.read, page(piece, 15_000)) + 2_000
