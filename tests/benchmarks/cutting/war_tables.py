"""Invented tables of the kind that texts about wars hold, which Wikipedia's small tables hardly are.

Names stand beside names, values beside marks of what is unknown. The names are those of the lexicons, or invented of
halves of towns' names, so that the net learns both from names it is told of and from names it is not; nouns are those
of the lexicons; names of columns, and the forms of all else, those of ``war_tables.yaml``, in any company.

``tests/tables/test_random_tables.py`` tests on such tables, and is to stay a fair test: nothing is taken from it. Its
tables are made of other forms, other lists of words, other syllables and other draws; what both share are the lexicons,
which the reader knows anyway.
"""

from __future__ import annotations

import random
from calendar import month_abbr, month_name
from functools import cache
from pathlib import Path

import yaml

from sitrep import lexicons

COLUMNS, ROWS = (2, 7), (3, 11)
# How often names are known; how often a column is drawn from few cells, has a name put together of words of names, has
# empty cells, and these have a mark, and how many are empty then.
KNOWN, FEW, MADE_UP, HOLED, MARKED, EMPTY = 0.5, 0.35, 0.35, 0.12, 0.7, 0.3
# How often a header is in capitals, and lines are numbered.
TITLED, NUMBERED = 0.5, 0.08
# How often a table has each kind of column, against the others.
KINDS = {
    **dict.fromkeys(("group", "place", "count", "date", "person", "arm", "kind", "rating", "state"), 3),
    **dict.fromkeys(("force", "officer", "range", "year", "state_of", "task"), 2),
    **dict.fromkeys(("measure", "money", "share", "years"), 1),
}
_NOUNS = "units_equipment", "units_civilian", "units_personnel"


@cache
def _words() -> dict:
    return yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


@cache
def _names(lexicon: str) -> list[str]:
    """The names of a lexicon that are written with a capital."""
    column, key = {"equipment_models": ("noun", ("noun",)), "leaders": ("name", ("name", "country", "role"))}.get(
        lexicon, ("name", ("name", "country"))
    )
    return sorted({row[column] for row in lexicons.rows(lexicon, key) if not row[column][:1].islower()})


@cache
def _nouns(lexicon: str) -> list[str]:
    return sorted({row["noun"] for row in lexicons.rows(lexicon)})


@cache
def _given_names() -> list[str]:
    return [row["name"].title() for row in lexicons.rows("given_names")]


@cache
def _towns() -> list[str]:
    """Spellings of towns that are one word of letters."""
    spelt = (row["spelling"] for row in lexicons.rows("cities", ("spelling", "geonames_id")))
    return sorted({word for word in spelt if word.isalpha() and 4 <= len(word) <= 12})


def _invented(draw: random.Random) -> str:
    """The first half of one town and the second of another, sometimes twice."""
    first, second = draw.choices(_towns(), k=2)
    made = (first[: (len(first) + 1) // 2] + second[len(second) // 2 :]).title()
    return f"{made} {_invented(draw)}" if draw.random() < 0.12 else made


def grid(draw: random.Random) -> list[list[str]]:
    """The cells of one table, the header first; no line is empty."""
    cells, many = _Cells(draw), draw.randint(*ROWS)
    kinds = draw.choices(list(KINDS), list(KINDS.values()), k=draw.randint(*COLUMNS))
    header, titled = [cells.header(kind) for kind in kinds], draw.random() < TITLED
    columns = [cells.column(kind, many) for kind in kinds]
    if draw.random() < NUMBERED:
        header, columns = ["No.", *header], [[str(i + 1) for i in range(many)], *columns]
    if titled:
        header = [name.title() for name in header]
    return [header, *(list(row) for row in zip(*columns, strict=True) if any(row))]


class _Cells:
    """What stands in the cells of one table, a method for each of ``KINDS``."""

    def __init__(self, draw: random.Random):
        self._draw, self._known = draw, draw.random() < KNOWN
        self._scale = draw.choice(_words()["scales"])
        self._first_year = draw.choice(_words()["first_years"])
        self._date = draw.choice(_words()["dates"])

    def column(self, kind: str, many: int) -> list[str]:
        """Cells of one kind, some of them the same or empty where the column is of that sort."""
        draw, of = self._draw, getattr(self, kind)
        few = [of() for _ in range(draw.randint(2, 4))] if draw.random() < FEW else []
        cells = [draw.choice(few) if few else of() for _ in range(many)]
        if draw.random() < HOLED:
            mark = draw.choice(_words()["empty"]) if draw.random() < MARKED else ""
            cells = [mark if draw.random() < EMPTY else cell for cell in cells]
        return cells

    def header(self, kind: str) -> str:
        """The name of a column of a kind."""
        draw, known = self._draw, lexicons.load("table_words")
        if draw.random() > MADE_UP:
            return draw.choice(_words()["headers"][kind])
        groups = "column_name", "column_modifier", "column_head"
        name, modifier, head = (draw.choice(known[group]) for group in groups)
        return draw.choice((name, f"{modifier} {name}", f"{modifier} {head}", f"{name} {head}", name)).capitalize()

    def group(self) -> str:
        if self._known and self._draw.random() < 0.7:
            return self._name("armed_groups", "armed_groups", "agencies", "bodies")
        if self._draw.random() < 0.3:
            return f"{_invented(self._draw)} {self._known_word('body_noun').title()}"
        return self._phrase("groups")

    def force(self) -> str:
        n = self._draw.randint(1, 160)
        th = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        noun = self._draw.choice(_nouns("units_formation")).title()
        return self._word("forces").format(n=n, th=th, noun=noun, name=self._place_name())

    def place(self) -> str:
        if self._known and self._draw.random() < 0.5:
            return self._place_name()
        return self._phrase("places")

    def state(self) -> str:
        return self._name("countries") if self._draw.random() < 0.9 else f"{_invented(self._draw)} Republic"

    def person(self) -> str:
        draw = self._draw
        if draw.random() < 0.2:
            return draw.choice(_names("leaders"))
        first = draw.choice(_given_names()) if self._known or draw.random() < 0.3 else _invented(draw)
        middle = f"{draw.choice('ABDGHKMSTV')}. " if draw.random() < 0.05 else ""
        last = draw.choice(_names("leaders")).split()[-1] if draw.random() < 0.5 else _invented(draw)
        return f"{first} {middle}{last}"

    def officer(self) -> str:
        return f"{self._word('ranks')} {self.person()}"

    def arm(self) -> str:
        draw = self._draw
        model = draw.choice(_names("equipment_models"))
        if not self._known:
            name, other, number = _invented(draw), draw.randint(1, 40), _invented(draw)
            model = draw.choice((f"{name}-{other}", number, f"{draw.choice('ABFKMRST')}-{draw.randint(2, 400)}"))
        noun = draw.choice(_nouns("units_equipment"))
        return draw.choice((model, f"{model} {noun}", f"{model} {noun.title()}", _opened(noun)))

    def kind(self) -> str:
        return self._phrase("kinds")

    def state_of(self) -> str:
        return self._phrase("states")

    def task(self) -> str:
        return self._phrase("tasks")

    def rating(self) -> str:
        rating = self._known_word("rating")
        rated = f"{self._known_word('rating_modifier')} {rating}" if self._draw.random() < 0.07 else rating
        return rated.capitalize()

    def count(self) -> str:
        n, draw = self._draw.randint(0, self._scale), self._draw
        return self._word("counts").format(n=n) if draw.random() < 0.95 else f"about {n:,}"

    def range(self) -> str:
        low = self._draw.randint(1, self._scale)
        high = low + self._draw.randint(1, self._scale)
        return self._word("ranges").format(low=low, high=high)

    def measure(self) -> str:
        return f"{self._draw.randint(1, 900)} {self._draw.choice(lexicons.load('table_words')['unit'][:40])}"

    def money(self) -> str:
        n = self._draw.randint(1, 900)
        return self._word("money").format(n=n, tenths=n / 10)

    def share(self) -> str:
        n = self._draw.randint(0, 1000)
        return self._word("shares").format(n=n // 10, tenths=n / 10)

    def year(self) -> str:
        return str(self._first_year + self._draw.randint(0, 12))

    def years(self) -> str:
        first, month = self._first_year + self._draw.randint(0, 8), month_name[self._draw.randint(1, 6)]
        last = first + self._draw.randint(1, 6)
        return self._word("years").format(first=first, month=month, last=last, third=first + 2)

    def date(self) -> str:
        n, d, y = self._draw.randint(1, 12), self._draw.randint(1, 28), self.year()
        return self._date.format(n=n, d=d, y=y, month=month_name[n], m=month_abbr[n])

    def _phrase(self, group: str) -> str:
        """One of a group of forms, filled with a name and with nouns."""
        noun, other, many = self._noun(), f"{self._noun()}s", f"{self._noun()}s"
        names = {"name": self._place_name()}
        form = self._word(group)
        names["more"] = self._place_name()
        nouns = {"noun": noun, "Noun": noun.capitalize(), "many": many, "Many": many.capitalize(), "other": other}
        return _opened(form.format(**names, **nouns))

    def _word(self, group: str) -> str:
        return self._draw.choice(_words()[group])

    def _known_word(self, group: str) -> str:
        return self._draw.choice(lexicons.load("table_words")[group])

    def _noun(self) -> str:
        return self._draw.choice(_nouns(self._draw.choice(_NOUNS)))

    def _name(self, *of: str) -> str:
        return self._draw.choice(_names(self._draw.choice(of))) if self._known else _invented(self._draw)

    def _place_name(self) -> str:
        return self._name("places", "local_places", "local_places")


def _opened(phrase: str) -> str:
    """A phrase with a capital in front, its others as they are."""
    return phrase[:1].upper() + phrase[1:]
