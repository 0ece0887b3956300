"""Numbers and figures against public benchmarks: ``python tests/benchmarks/figures.py [--data DIR] [--misses N]``.

Prints, beside the best figures published for each set: number ranges (Recognizers-Text), victim counts (MUC-3/4) with
the splits apart, the hand gold, and speed on one core. The data stay where they are; nothing of them is part of this
project.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pathlib
import re
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sitrep import ids, ingest, layout, mentions
from sitrep.extract import figures, tables
from sitrep.extract.figures import claims
from sitrep.mentions import dates, numbers
from sitrep.model import Block, Document, Page, Sentence

DEFAULT = pathlib.Path(__file__).resolve().parents[3] / "shared"
WORDS = dict(
    enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
)
_NEAR = 150


def rows(path: pathlib.Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def ranges(data: pathlib.Path, misses: int) -> tuple[int, int]:
    """Cases of the range suite whose intervals are all found and none besides; open and closed ends count alike."""
    right = cases = 0
    for case in rows(data / "gold/public/numbers_recognizers.jsonl"):
        if case["suite"] != "NumberRangeModel":
            continue
        cases += 1
        text = case["text"]
        document = Document("d", "-", None, "text/plain", "utf-8", text)
        page = Page(document, text, [Block(0, "paragraph", 0, len(text))], [Sentence(0, 0, 0, len(text))])
        found = [(n.low, n.high, n.qualifier) for n in numbers.read(page, [])]
        bounded = sorted(str((_float(a), _float(b))) for a, b, q in found if q != "exact")
        every = {(_float(a), _float(b)) for a, b, _ in found}
        wanted = [
            tuple(float(side) if side else None for side in r["resolution"]["value"].strip("[]()").split(","))
            for r in case["results"]
        ]
        good = all(w in every for w in wanted) and bounded == sorted(str(w) for w in wanted if w[0] != w[1])
        right += good
        if not good and misses > 0:
            misses -= 1
            print("  range:", case["text"], wanted, found)
    return right, cases


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def victims(data: pathlib.Path, misses: int) -> dict[str, list[int]]:
    """By split: victim counts of two and more, those written near their victim, and of these those in a row.

    A count stands once for all the names of one group of victims. It is written near where its digits or its word
    stand in the sentence of one of its mentions, or in the one beside it; a row answers for it there with the same
    bounds (a bound or an approximate number where the key has one side only).
    """
    totals: dict[str, list[int]] = {}
    for document in rows(data / "gold/public/counts_muc4_dev.jsonl"):
        groups: dict[tuple, list[tuple[int, int]]] = {}
        for template in document["templates"]:
            for target in template["human_targets"]:
                for number in target["number"]:
                    key = number["low"], number["high"], number["approx"]
                    if not number.get("plural") and max(n or 0 for n in key[:2]) >= 2:
                        groups.setdefault(key, []).extend(map(tuple, target["spans"]))
        if not groups:
            continue
        made = ingest.from_text(document["text"], document.get("dct"))
        _, found = read(made)
        tally = totals.setdefault(document["split"], [0, 0, 0])
        for key, spans in groups.items():
            tally[0] += 1
            if not _written(document["text"], key, spans):
                continue
            tally[1] += 1
            good = any(_answers(row, key) and _near(row["char_start"], spans) for row in found)
            tally[2] += good
            if not good and misses > 0:
                misses -= 1
                at = spans[0][0]
                around = " ".join(document["text"][max(0, at - 120) : at + 120].split())
                print("  victims:", document["doc_id"], key, around)
    return totals


def _near(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start - _NEAR <= at <= end + _NEAR for start, end in spans)


def _written(text: str, key: tuple, spans: list[tuple[int, int]]) -> bool:
    value = key[0] if key[0] is not None else key[1]
    forms = [str(value), f"{value:,}"] + ([WORDS[value]] if value in WORDS else [])
    pattern = re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)
    return any(_near(m.start(), spans) for m in pattern.finditer(text))


def _answers(row: dict[str, Any], key: tuple) -> bool:
    low, high, approximate = key
    if approximate:
        return row["qualifier"] != "vague" and (row["low"] == low or row["high"] == high)
    return (row["low"], row["high"]) in ((low, high), (low or high, high or low))


def read(document: Document) -> tuple[Page, list[dict[str, Any]]]:
    page = layout.read(document)
    found = mentions.read(page)
    return page, figures.read(page, found, *tables.read(page, found))


def gold(data: pathlib.Path) -> dict[str, dict[str, float]]:
    """What the scorer of the hand gold says of figures."""
    spec = importlib.util.spec_from_file_location("score", data / "gold/score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    names = ("documents", "blocks", "troop_figures", "events", "dates", "tables", "table_cells")
    frames: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for document in ingest.read(data / "raw"):
        if not isinstance(document, Document):
            continue
        columns = ("doc_id", "source_path", "source_record", "text")
        frames["documents"].append({name: getattr(document, name) for name in columns})
        if document.language in ("en", None):
            frames["troop_figures"].extend(read(document)[1])
    ids.number("troop_figures", frames["troop_figures"])
    claims.link(frames["troop_figures"])
    score.load = lambda _: frames
    tallies, _ = score.run(data, sorted(map(str, (data / "gold/dev").glob("*.json"))))
    return {name: tallies[name].line() for name in ("troop_figures", "figures_value")}


def speed(data: pathlib.Path) -> tuple[float, float]:
    """Megabytes a second of one core: of numbers and figures alone, on texts about wars."""
    pages = []
    for row in rows(data / "scale/public_domain_conflict.jsonl"):
        page = layout.read(ingest.from_text(row["text"]))
        pages.append((page, mentions.read(page)))
        page._tokens.clear()
    size = sum(len(page.view.encode()) for page, _ in pages) / 1e6
    begin = time.process_time()
    for page, found in pages:
        numbers.read(page, found.dates)
    middle = time.process_time()
    for page, found in pages:
        figures.read(page, found, [], [])
    return size / (middle - begin), size / (time.process_time() - begin)


def public(data: pathlib.Path, misses: int = 0) -> list[tuple[str, str, str]]:
    """The public sets as rows of what is measured, what is reached, and what its peers reach."""
    right, cases = ranges(data, misses)
    found = [("number ranges, cases right", f"{right} of {cases}", "Recognizers-Text (Python) 0 of 87")]
    total: Counter[str] = Counter()
    for split, (all_, written, seen) in sorted(victims(data, misses).items()):
        share = seen / max(written, 1)
        found.append((f"victim counts, {split}", f"{seen} of {written} written near ({share:.3f})", f"{all_} in key"))
        total.update(written=written, seen=seen)
    share = total["seen"] / max(total["written"], 1)
    found.append(("victim counts, all", f"{share:.3f} of those written near", "17 systems of 1992: .527 to .606 F"))
    return found


def own(data: pathlib.Path) -> list[tuple[str, str, str]]:
    """The hand gold and the speed, in rows of the same kind."""
    dates.read(layout.read(ingest.from_text("warm up")))
    found = [
        (f"gold/dev {name}", " ".join(f"{k} {v}" for k, v in scores.items()), "no other tool")
        for name, scores in gold(data).items()
    ]
    alone, both = speed(data)
    found.append(("speed, numbers alone", f"{alone:.1f} MB/s", ""))
    found.append(("speed, numbers and figures", f"{both:.1f} MB/s", "no other tool"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=DEFAULT)
    parser.add_argument("--misses", type=int, default=0, help="print up to N misses of each set")
    args = parser.parse_args()
    for line in public(args.data, args.misses) + own(args.data):
        print(" | ".join(line))


if __name__ == "__main__":
    main()
