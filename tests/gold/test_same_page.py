"""What a page looks like changes nothing of what its article tells, and no row comes from what stands beside it.

Each change is made to texts that have no table; the floor is the share of their events, figures and dates that are told
as before and of the rows found that were told before, whichever is less, rounded down and never lowered.
"""

import re
from collections import Counter
from collections.abc import Callable
from html import escape
from pathlib import Path
from textwrap import fill

import pytest

from sitrep import ingest, pipeline
from sitrep.model import Document

RAW = Path(__file__).parent.parent / "raw"
_TEXTS, _LONG, _WIDTH = 45, 80, 72
_TABULAR = re.compile(r"\|.*\||\t| {3}")
_LINKED = re.compile(r"(?<!^)(?<!\n)\b(Russia|Ukraine|Israel|Iran|Sudan|Syria|China|France|Monday|Kyiv|Gaza)\b")
MENU = "Home\nWorld\nPolitics\nBusiness\nSport\nCulture\nSubscribe\nSign in\n\n"
SITE = "The Daily Wire\n\nMiddle East\nEurope\nOpinion\nIn Depth\nPodcasts\nLive TV\n\nHome > World > Conflict\n\n"
FOOT = (
    "\n\nRelated stories\n\nTen killed as Russia shells Kharkiv\nSudan army retakes Khartoum airport\n\n"
    "Sign up to our newsletter\n\nShare on X\n\n© 2024 The Daily. All rights reserved.\n"
)
COMMENTS = (
    "\n\nComments (2)\n\nJohn1988\nRussia should bomb Kyiv again. 300 dead is nothing.\n\nReply\n\nmaria_k\n"
    "Israel attacked Iran yesterday and nobody cares!\n\nReply\n\nLeave a comment\n"
)


def _wrapped(text: str) -> str:
    parts = text.split("\n\n")
    return "\n\n".join(
        fill(p, _WIDTH, break_on_hyphens=False) if len(p) > _LONG and "\n" not in p else p for p in parts
    )


def _promoted(text: str) -> str:
    parts = text.split("\n\n")
    inside = (k for k in range(max(3, len(parts) // 2), len(parts)) if min(len(parts[k]), len(parts[k - 1])) > 150)
    at = next(inside, None)
    if at is None:
        return text
    return "\n\n".join([*parts[:at], "READ MORE: Ten killed as Russia shells Kharkiv", "ADVERTISEMENT", *parts[at:]])


def _page(text: str) -> str:
    body = "".join(f"<p>{escape(part)}</p>".replace("\n", "<br>") for part in text.split("\n\n"))
    return (
        "<html><body><nav><a href=/>Home</a> <a href=/w>World</a></nav><div>We use cookies. Accept all.</div>"
        f"<article>{body}<aside><h3>Related</h3><a href=/1>Ten killed as Russia shells Kharkiv</a></aside></article>"
        "<section id=comments><h2>Comments</h2><p>Russia should bomb Kyiv again.</p></section>"
        "<footer>© 2024 The Daily</footer></body></html>"
    )


CHANGES: dict[str, tuple[Callable[[str], str], float]] = {
    "line ends of Windows": (lambda t: t.replace("\n", "\r\n"), 1.0),
    "lines wrapped": (_wrapped, 1.0),
    "a menu": (lambda t: MENU + t, 1.0),
    "the head of a site": (lambda t: SITE + t, 1.0),
    "the foot of a page": (lambda t: t + FOOT, 1.0),
    "comments": (lambda t: t + COMMENTS, 1.0),
    "a promotion": (_promoted, 1.0),
    "links": (lambda t: _LINKED.sub(r"[\1](https://a.org/b-c)", t), 0.99),
    "straight quotes": (lambda t: t.translate(str.maketrans("’‘“”", "''\"\"")), 1.0),
    "a page of HTML": (_page, 0.98),
}


def _told(text: str, media_type: str = "text/plain") -> Counter[tuple]:
    rows = pipeline.read(ingest.from_text(text, media_type=media_type))
    events = ("event_type", "actor1_country", "actor2_country", "modality", "date_edtf")
    figures = ("low", "best", "high", "unit", "role", "force_country")
    found: Counter[tuple] = Counter()
    for name, columns in (("events", events), ("troop_figures", figures), ("dates", ("date_edtf",))):
        found.update((name, *(row[column] for column in columns)) for row in rows[name])
    return found


@pytest.fixture(scope="module")
def texts() -> dict[str, Counter[tuple]]:
    documents = [item for item in ingest.read(RAW) if isinstance(item, Document)]
    plain = [d.text for d in documents if d.source_path.endswith(".txt") and d.language in ("en", None)]
    chosen = [text for text in plain if "\n\n" in text and not _TABULAR.search(text)][:_TEXTS]
    return {text: _told(text) for text in chosen}


@pytest.mark.parametrize("name", CHANGES)
def test_a_page_around_an_article_changes_no_row(texts, name):
    change, floor = CHANGES[name]
    media_type = "text/html" if change is _page else "text/plain"
    kept = told = found = 0
    for text, rows in texts.items():
        now = _told(change(text), media_type)
        kept, told, found = kept + (rows & now).total(), told + rows.total(), found + now.total()
    assert kept / max(told, found) >= floor
