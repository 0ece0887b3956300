"""Groups of consecutive lines, each with the lines of it that are a table, or None."""

from __future__ import annotations

import json
import random
import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

from sitrep import lexicons
from sitrep.inflection import third

FEWEST, MOST = 3, 10
# How much a group counts: whole tables most, tables without a header least, since most of what has none is no table.
WHOLE, PART, HEADLESS = 1.0, 0.5, 0.1
FOUND, MADE = 2.0, 1.0
# Our own texts are numbered by the time they were written: from here on they are kept to test on.
_KEPT_FROM = 900
_LEADERS = re.compile(r"(?:\. ){3}")
_MONTHS = month_name[1:]


class Group(NamedTuple):
    lines: list[str]
    table: tuple[int, int] | None
    weight: float


class Prose(NamedTuple):
    """What the pages that hold no table are made of: lines in one piece, paragraphs, sentences, headlines, names.

    And ``verbs`` in the third person and names of ``columns``, from the lexicons.
    """

    pieces: list[list[str]]
    paragraphs: list[str]
    sentences: list[str]
    headlines: list[str]
    headings: list[str]
    names: list[str]
    verbs: list[str]
    columns: list[str]


def prose_of(pages: list[str], rng: random.Random) -> Prose:
    """What pages without tables hold."""
    pieces, paragraphs, headings = [], [], []
    for page in pages:
        parts = [[line.strip() for line in part.split("\n") if line.strip()] for part in re.split(r"\n\s*\n", page)]
        # Lines of prose open in lower case, but for the first; no table is looked for among such.
        pieces += [part for part in parts if len(part) >= FEWEST and sum(x[0].islower() for x in part) * 5 <= len(part)]
        paragraphs += [" ".join(part) for part in rng.sample(parts, min(len(parts), 6))]
        headings += [part[0] for part in parts if len(part) == 1 and 1 < len(part[0].split()) < 10]
    paragraphs = [text for text in paragraphs if 150 < len(text) < 1500 and not _LEADERS.search(text)]
    sentences = [s for text in paragraphs for s in re.split(r"(?<=[.?!])\s+(?=[A-Z])", text) if 20 < len(s) < 220]
    headlines = [s.rstrip(".") for s in sentences if 4 <= len(s.split()) <= 14]
    names = {name for text in paragraphs for name in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}", text)}
    headings = [line for line in headings if line[-1] not in ".?!:;," and line[0].isupper()]
    lists = lexicons.load("never_nouns")
    verbs = [third(verb) for name in ("never_nouns", "no_plurals") for verb in lists[name]]
    columns = lexicons.load("table_words")["column_name"]
    return Prose(pieces, paragraphs, sentences, headlines, headings, sorted(names), verbs, columns)


def without_table(prose: Prose, rng: random.Random) -> Iterator[Group]:
    """Lines as pages have them, and prose broken into lines, sentences, headlines, logs and lists one below another."""
    for piece in prose.pieces:
        yield Group(piece, None, FOUND)
        for _ in range(min(6, len(piece) // FEWEST)):
            many = rng.randint(FEWEST, min(MOST, len(piece)))
            first = rng.randint(0, len(piece) - many)
            yield Group(piece[first : first + many], None, FOUND / 2)
    for text in rng.sample(prose.paragraphs, min(1500, len(prose.paragraphs))):
        lines = wrap(text, rng.choice((45, 60, 72, 90, 110)))
        if len(lines) >= FEWEST:
            yield Group(lines[: rng.randint(FEWEST, 12)], None, MADE)
    for _ in range(1000):
        yield Group(_some(prose.sentences, rng), None, MADE)
        titled = rng.random() < 0.5
        headlines = [line.title() if titled else line for line in _some(prose.headlines, rng)]
        yield Group(_headed(headlines, prose, rng), None, MADE)
        yield Group(_headed(_log(prose, rng), prose, rng), None, MADE)
        yield Group(_headed(_list(prose, rng), prose, rng), None, MADE)
        yield Group(_masthead(prose, rng), None, MADE)
        yield Group(_news(prose, rng), None, MADE)
    counting = [line for line in prose.headlines if re.search(r"\d", line)]
    for _ in range(500):
        yield Group(_headed(_some(counting, rng), prose, rng), None, MADE)


def _some(lines: list[str], rng: random.Random) -> list[str]:
    return rng.sample(lines, rng.randint(FEWEST, 8))


def _headed(lines: list[str], prose: Prose, rng: random.Random) -> list[str]:
    return [rng.choice(prose.headings), *lines] if rng.random() < 0.4 else lines


def _log(prose: Prose, rng: random.Random) -> list[str]:
    """Entries of a live page or chronicle: a time or a day before each headline."""
    month, day, hour = rng.choice(_MONTHS), rng.randint(1, 20), rng.randint(0, 15)
    form = rng.choice(
        ("{hour:02d}:{minute} {line}", "{day} {month}: {line}", "{month} {day} {line}", "{day} {month} – {line}")
    )
    return [
        form.format(hour=hour + i, minute=rng.randint(10, 59), day=day + i, month=month, line=line)
        for i, line in enumerate(_some(prose.headlines, rng))
    ]


def _list(prose: Prose, rng: random.Random) -> list[str]:
    """Names with what they are, labels with what they hold, menus, and addresses."""
    form = rng.choice(
        ("{name}, {line}", "{name}: {line}", "{name}", "{name}, {other}", "{name}\n{n} {other}\n{name} {n}")
    )
    many = rng.randint(FEWEST, 30 if form == "{name}" else 8)
    made = [
        form.format(name=rng.choice(prose.names), other=rng.choice(prose.names), line=line, n=rng.randint(1, 9000))
        for line in rng.sample(prose.headlines, many)
    ]
    return "\n".join(made).split("\n")


_MASTHEAD = (
    *("{name}", "{name} {other}", "{name} No. {n}", "{name}: {day}", "{other}: {day} – {day}", "{day}", "By {name}"),
    *(
        "{name}, {other}",
        "{name}: {n}",
        "{name}, {day}",
        "{line}",
        "{other} | {day}",
        "{name} {n}",
        "{name} in {other}",
    ),
    *("{day} {time}", "{day}, {time}", "Published {day} {time}", "Last modified on {day} {time}", "Updated: {day}"),
)
_NEWS = (
    *("{name} {verb} {n} {column} in {other}", "{name} {column} {verb} {other}", "{n} {column} {verb} in {name}"),
    *("{name} {verb} {n} {column} by {month}", "{name} {verb} {line}", "{other} {verb} as {name} {verb} {n}"),
    *("{column} {column} killed in {name} {column}", "{name} {verb} {n} {column} of {column}"),
)


def _masthead(prose: Prose, rng: random.Random) -> list[str]:
    """What stands on top of a page or below it: names, numbers, days, who wrote, each in a form of its own."""
    return _filled(rng.sample(_MASTHEAD, rng.randint(FEWEST, 5)), prose, rng)


def _news(prose: Prose, rng: random.Random) -> list[str]:
    """Headlines in the present, below a line with names of columns or none."""
    lines = [line.title() for line in _filled(rng.choices(_NEWS, k=rng.randint(FEWEST, 6)), prose, rng)]
    return [_title(" ".join(rng.sample(prose.columns, 4)).title(), rng), *lines] if rng.random() < 0.5 else lines


def _filled(forms: Sequence[str], prose: Prose, rng: random.Random) -> list[str]:
    made = []
    for form in forms:
        name, other, line = rng.choice(prose.names), rng.choice(prose.names), rng.choice(prose.headlines)
        month = rng.choice(_MONTHS)
        day = f"{rng.choice(('', 'Fri ', 'Monday '))}{rng.randint(1, 28)} {month} {rng.randint(1975, 2026)}"
        known = {"verb": rng.choice(prose.verbs), "month": month, "day": day, "n": rng.randint(2, 900)}
        known["column"] = rng.choice(prose.columns)
        known["time"] = rng.choice(("{}:{} GMT", "{}.{} BST", "{}:{}")).format(rng.randint(10, 23), rng.randint(10, 59))
        made.append(form.format(name=name, other=other, line=line, **known))
    return [line.upper() if rng.random() < 0.1 else line for line in made]


def by_year(prose: Prose, rng: random.Random) -> Iterator[Group]:
    """A table of counts by year, with a title above it or none."""
    for _ in range(400):
        first, many = rng.randint(1960, 2020), rng.randint(2, 5)
        header = " ".join([rng.choice(prose.columns).title(), *(str(first + i) for i in range(many))])
        size = rng.choice((30, 900, 20_000))
        rows = [
            " ".join([rng.choice(prose.names), *(f"{rng.randint(1, size):,}" for _ in range(many))])
            for _ in range(rng.randint(2, 7))
        ]
        yield from _placed([header, *rows], header, PART, prose, rng)


def with_table(table: dict, prose: Prose, rng: random.Random) -> Iterator[Group]:
    """The lines of a table, whole and in part, alone and with lines above and below that are none of its own."""
    header, *rows = table["lines"]
    yield from _placed([header, *rows], header, WHOLE, prose, rng)
    for _ in range(3):
        yield from _placed([header, *_window(rows, rng)], header, PART, prose, rng)
    columns = range(len(table["header"]))
    if len(columns) > 3:
        kept = sorted(rng.sample(columns, rng.randint(3, len(columns))))
        cut = [" ".join(row[c] for c in kept if row[c]) for row in (table["header"], *table["rows"])]
        if all(cut):
            yield from _placed([cut[0], *_window(cut[1:], rng)], cut[0], PART, prose, rng)
    if len(rows) >= FEWEST:
        body = _window(rows, rng)
        if len(body) >= FEWEST:
            yield Group(body, (0, len(body)), HEADLESS)


def _window(rows: list[str], rng: random.Random) -> list[str]:
    many = rng.randint(FEWEST - 1, min(8, len(rows)))
    first = rng.randint(0, len(rows) - many)
    return rows[first : first + many]


def _placed(lines: list[str], header: str, weight: float, prose: Prose, rng: random.Random) -> Iterator[Group]:
    yield Group(lines, (0, len(lines)), weight)
    above, below = [], []
    if rng.random() < 0.7:
        above = [rng.choice((rng.choice(prose.headings), _title(header, rng), rng.choice(prose.sentences)))]
    if rng.random() < 0.5:
        below = [rng.choice((rng.choice(prose.sentences), f"Source: {rng.choice(prose.names)}"))]
    if above or below:
        yield Group([*above, *lines, *below], (len(above), len(above) + len(lines)), weight)


def _title(header: str, rng: random.Random) -> str:
    """A title made of names of columns: "Losses by Province"."""
    words = [word for word in header.split() if word.isalpha()] or ["Table"]
    form = rng.choice(
        ("{a} by {b}", "{a} and {b} of {c}", "{a}, {year}", "Number of {b} in {year}", "{a} {b} since {year}")
    )
    a, b, c = (rng.choice(words) for _ in range(3))
    return form.format(a=a, b=b.lower(), c=c, year=rng.randint(1950, 2025))


def texts_of(data: Path, tests: Path) -> list[str]:
    """The pages that are learnt from, without their tables: statements, reports, and our own texts but the last.

    Of scraped pages it is what stands outside the article.
    """
    pages, raw, gold = [], tests / "raw", tests / "gold"
    for path in sorted((tests / "layout" / "pages").iterdir()):
        lines = path.read_text(encoding="utf-8").splitlines()
        pages.append("\n".join(line[2:] for line in lines if line[:1] != "+"))
    for name in ("statements", "public_domain_conflict"):
        lines = (data / "scale" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        pages += [json.loads(line)["text"] for line in lines]
    for path in sorted(path for path in raw.iterdir() if int(path.stem.partition("_")[0]) < _KEPT_FROM):
        coded = next(gold.glob(f"*/{path.stem}.json"), None)
        if path.suffix in (".txt", ".md") and coded is not None:
            text = path.read_text(encoding="utf-8", errors="replace")
            blocks = json.loads(coded.read_text(encoding="utf-8")).get("blocks", [])
            for quote in [block["quote"] for block in blocks if block["kind"] == "table"]:
                text = _without_piece(text, quote)
            pages.append(text)
    return pages


def _without_piece(text: str, quote: str) -> str:
    """A text without the lines in one piece that hold a quotation."""
    parts = re.split(r"(\n\s*\n)", text)
    start = " ".join(quote.split())
    return "".join(part for part in parts if start not in " ".join(part.split()))
