"""Layout against hand-made gold and by speed: ``python tests/benchmarks/layout.py [--data DIR] [--misses N]``.

Prints block accuracy on the gold (goal: F1 .97), lines of scraped pages told right (these pages were developed on),
garbled tokens found and real words flagged (goals: all, at most 1 in 2,000), and megabytes a second on one core for
layout as a whole and for sentences alone (goal: 5).
"""

from __future__ import annotations

import argparse
import json
import pathlib
import re
import time
from bisect import bisect_right

from sitrep import ingest, layout
from sitrep.layout import sentences
from sitrep.model import Document, Page

DEFAULT = pathlib.Path(__file__).resolve().parents[3] / "shared"
PAGES = pathlib.Path(__file__).resolve().parents[1] / "layout" / "pages"
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def gold_of(data: pathlib.Path) -> dict[tuple[str, int | None], dict]:
    found = {}
    for path in sorted((data / "gold/dev").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        found[gold["file"], gold.get("record")] = gold
    return found


def pages_of(data: pathlib.Path) -> dict[tuple[str, int | None], Page]:
    documents = [item for item in ingest.read(data / "raw") if isinstance(item, Document)]
    return {(pathlib.Path(d.source_path).name, d.source_record): layout.read(d) for d in documents}


def offset(text: str, quote: str, about: float) -> int:
    """Where a gold quote stands: the occurrence nearest to the same share of the text; -1 where there is none.

    Characters that are wrongly decoded in the source may stand repaired in the text.
    """
    words = [_FOREIGN.sub(r"[^\\x00-\\x7f]{0,8}", re.escape(word)) for word in quote.split()]
    pattern = re.compile(r"\s+".join(words))
    here = [match.start() for match in pattern.finditer(text)]
    return min(here, key=lambda at: abs(at - about * len(text)), default=-1)


def blocks(data: pathlib.Path, golds: dict, pages: dict, misses: int) -> None:
    right = wanted = 0
    for key, gold in golds.items():
        page = pages.get(key)
        rows = gold.get("blocks", [])
        if page is None or not rows:
            continue
        source = gold.get("text") or (data / "raw" / gold["file"]).read_text(encoding="utf-8")
        text = page.document.text
        for row in rows:
            at = offset(text, row["quote"], row["char_start"] / len(source))
            kind = next((b.kind for b in page.blocks if b.char_start <= at < b.char_end), None)
            wanted += 1
            right += kind == row["kind"]
            if kind != row["kind"] and misses:
                misses -= 1
                print(f"  {key[0]}: {row['kind']}, found {kind}: {row['quote']!r}")
    print(f"blocks            accuracy {right / wanted:.3f} of {wanted} (goal .97)")


def scraped() -> None:
    """Lines of scraped pages told right: each is marked as of the article (``+``) or not (``-``)."""
    right = wanted = outside = 0
    for path in sorted(PAGES.glob("*.txt")) + sorted(PAGES.glob("*.md")):
        lines = path.read_text(encoding="utf-8").splitlines()
        page = layout.read(ingest.from_text("\n".join(line[2:] for line in lines)))
        starts = [block.char_start for block in page.blocks]
        at = 0
        for line in lines:
            if line[2:].strip():
                block = page.blocks[bisect_right(starts, at + len(line) - len(line[2:].lstrip()) - 2) - 1]
                wanted += 1
                outside += line[0] == "-"
                right += (block.kind != "boilerplate") == (line[0] == "+")
            at += len(line) - 1
    print(f"scraped pages     {right} of {wanted} lines told right; {outside / wanted:.0%} stand outside the articles")


def tokens(data: pathlib.Path, golds: dict, pages: dict) -> None:
    found = wanted = 0
    for key, gold in golds.items():
        rows = gold.get("garbled", [])
        wanted += len(rows)
        if key in pages:
            found += min(len(pages[key].garbled), len(rows))
    flagged = n_words = 0
    for document in statements(data):
        page = layout.read(document)
        flagged, n_words = flagged + len(page.garbled), n_words + page.n_words
    rate = f"1 in {n_words // flagged:,}" if flagged else "none"
    print(f"garbled tokens    {found} of {wanted} found; of {n_words:,} real words flagged: {rate} (goal 1 in 2,000)")


def statements(data: pathlib.Path) -> list[Document]:
    with (data / "scale/public_domain_conflict.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    return [Document("d", "d", None, "text/plain", "utf-8", t["text"], title=t["title"], language="en") for t in texts]


def speed(data: pathlib.Path) -> None:
    wrapped = statements(data)
    prose = [
        Document("d", "d", None, "text/plain", "utf-8", re.sub(r"(?<!\n)\n(?!\n)", " ", _LINK.sub(r"\1", d.text)))
        for d in wrapped
    ]
    for name, documents in (("hard-wrapped Markdown", wrapped), ("plain prose", prose)):
        began = time.perf_counter()
        for document in documents:
            layout.read(document)
        size = sum(len(document.text.encode()) for document in documents) / 1e6
        print(f"layout            {size / (time.perf_counter() - began):.1f} MB/s on {name}")
    began = time.perf_counter()
    for document in prose:
        sentences.split(document.text, 0, len(document.text))
    print(f"sentences         {size / (time.perf_counter() - began):.1f} MB/s (goal 5)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=DEFAULT)
    parser.add_argument("--misses", type=int, default=0)
    arguments = parser.parse_args()
    golds, pages = gold_of(arguments.data), pages_of(arguments.data)
    blocks(arguments.data, golds, pages, arguments.misses)
    scraped()
    tokens(arguments.data, golds, pages)
    speed(arguments.data)


if __name__ == "__main__":
    main()
