"""Places, actors and modality on the hand gold, and speed: ``python tests/benchmarks/mentions.py [--data DIR]``.

For each gold figure and event: is its place found as written and of the same state, is its actor's state the same, is
the modality at its span the same, and the source?
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from sitrep import ingest, layout, mentions
from sitrep.mentions import actors, modality, places, vessels
from sitrep.model import Document, Mentions, Page
from sitrep.scope import modality_at

DATA = Path(__file__).resolve().parents[2].parent / "shared"


def judge(page: Page, found: Mentions, row: dict, tally: Counter) -> None:
    """Count what agrees with one gold row."""
    text = page.document.text
    start, end = row["char_start"], row["char_end"]
    sentence = page.sentence_at(start)
    if sentence is None or text[start:end] != row["quote"]:
        return
    if row["place_text"]:
        same = [p for p in found.places if text[p.char_start : p.char_end] == row["place_text"]]
        count(tally, "place as written", bool(same))
        if same:
            count(tally, "place_country", any(p.country == row["place_country"] for p in same))
    for side in ("actor1", "actor2"):
        name = row.get(f"{side}_text")
        at = min((i for i in places_of(text, name) if name), key=lambda i: abs(i - start), default=None)
        if at is None:
            continue
        over = [a for a in found.actors if a.char_start < at + len(name) and a.char_end > at]
        count(tally, "actor found", bool(over))
        if over:
            best = max(over, key=lambda a: min(a.char_end, at + len(name)) - max(a.char_start, at))
            count(tally, "actor_country", best.country == row[f"{side}_country"])
    value, a, b, _ = modality_at(found, sentence, start, end)
    count(tally, "modality", value == row["modality"])
    count(tally, "source_text", (text[a:b] if a >= 0 else None) == row["source_text"])


def places_of(text: str, name: str | None) -> list[int]:
    """Where a name stands in a text."""
    found, at = [], text.find(name) if name else -1
    while at >= 0:
        found.append(at)
        at = text.find(name, at + 1)
    return found


def count(tally: Counter, what: str, agrees: bool) -> None:
    tally[what, "n"] += 1
    tally[what, "agree"] += agrees


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    data = parser.parse_args().data
    documents = {
        (d.source_path.rsplit("/", 1)[-1], d.source_record): d
        for d in ingest.read(data / "raw")
        if isinstance(d, Document)
    }
    tally: Counter = Counter()
    for file in sorted((data / "gold" / "dev").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        document = documents.get((gold["file"], gold.get("record")))
        if document is None or "events" not in gold:
            continue
        page = layout.read(document)
        found = mentions.read(page)
        for row in (*gold["troop_figures"], *gold["events"]):
            if not row.get("optional"):
                judge(page, found, row, tally)
    for what in sorted({what for what, _ in tally}):
        n, agree = tally[what, "n"], tally[what, "agree"]
        print(f"{what:18} {agree:4} of {n:4}  {agree / n:.3f}")
    for name in ("statements.jsonl", "public_domain_conflict.jsonl"):
        speed(data / "scale" / name)


def speed(file: Path) -> None:
    """Megabytes a second of the three readers together on the first megabyte of a file."""
    pages, size = [], 0
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            pages.append(layout.read(ingest.from_text(text)))
            _ = pages[-1].folded
            size += len(text)
            if size > 1_000_000:
                break
    mentions.read(pages[0])
    started = time.process_time()
    for page in pages:
        ships = vessels.find(page)
        where = places.read(page, ships)
        modality.read(page, actors.read(page, where, ships))
    print(f"{file.name:30} {size / 1e6 / (time.process_time() - started):.2f} MB/s")


if __name__ == "__main__":
    main()
