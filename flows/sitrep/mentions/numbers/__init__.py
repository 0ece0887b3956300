"""Quantities with their bounds, and what each is when it counts no things."""

from __future__ import annotations

from sitrep.mentions.numbers import bounds, grammar, lexer, not_a_count
from sitrep.model import DateMention, NumberMention, Page


def read(page: Page, dates: list[DateMention]) -> list[NumberMention]:
    """The quantities written outside the page's boilerplate, sorted by ``char_start``."""
    view = page.view
    spans = not_a_count.Dates(dates)
    found: list[NumberMention] = []
    for q in bounds.read(view, grammar.read(view, lexer.atoms(page))):
        sentence = page.sentence_at(q.number_start)
        if sentence is None:
            continue
        found.append(
            NumberMention(
                char_start=max(q.char_start, sentence.char_start),
                char_end=min(q.char_end, sentence.char_end),
                number_start=q.number_start,
                number_end=min(q.number_end, sentence.char_end),
                low=q.low,
                best=q.best,
                high=q.high,
                qualifier=q.qualifier,
                kind=not_a_count.kind(view, q, spans, sentence.char_start),
            )
        )
    return found
