"""Hand-made gold measured: every score of every set, beside its floor; and on demand what is missed and found in vain.

    python tests/benchmarks/gold.py [--save FILE] [--against FILE] [--show SET:SCORE ...]

Reads all texts of `tests/raw` and scores them on the sets of `tests/gold/test_floors.py`. ``--save`` keeps the scores,
``--against`` marks what is other than in kept ones. ``--show dev:events_strict`` prints each row of that set that
counts against the score, with the text around it; of a set that is held out that would be reading it.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
import tempfile

import pyarrow.parquet as pq

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "gold"))

import score
import test_floors

from sitrep import contracts, ingest, pipeline
from sitrep.model import Document

SHOWN = ("low", "best", "high", "unit_kind", "role", "event_type", "actor1_country", "actor2_country", "date_edtf")
CONTEXT = 110  # code points shown before and after a row


def build(folder: pathlib.Path) -> dict[str, str]:
    """Write the Parquet files that the scorer loads; the text of each source by its name."""
    documents = [item for item in ingest.read(test_floors.RAW) if isinstance(item, Document)]
    for name, rows in pipeline.read_all(documents).items():
        pq.write_table(contracts.to_table(name, rows), folder / f"{name}.parquet")
    return {document.source_path.rsplit(".", 1)[0].rsplit("/", 1)[-1]: document.text for document in documents}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--save", type=pathlib.Path)
    arguments.add_argument("--against", type=pathlib.Path)
    arguments.add_argument("--show", nargs="*", default=[], metavar="SET:SCORE")
    asked = arguments.parse_args()
    before = json.loads(asked.against.read_text(encoding="utf-8")) if asked.against else {}
    with tempfile.TemporaryDirectory() as folder:
        texts = build(pathlib.Path(folder))
        tallies = {name: score.run(folder, paths)[0] for name, paths in test_floors.GOLD.items()}
    scores = {name: {kind: tally.line() for kind, tally in found.items()} for name, found in tallies.items()}
    for name, found in scores.items():
        print(f"{name:10}", "  ".join(shown(kind, line["f1"], before.get(name, {})) for kind, line in found.items()))
    for name, floors in test_floors.FLOORS.items():
        for (kind, field), floor in floors.items():
            if scores[name][kind][field] < floor:
                print(f"below its floor: {name} {kind} {field} {scores[name][kind][field]} < {floor}")
    for what in asked.show:
        name, kind = what.split(":")
        for verdict, row in tallies[name][kind].misses:
            print(f"{verdict} {row['_doc']} {row['quote']!r}", {field: row[field] for field in SHOWN if row.get(field)})
            at, text = row.get("_at", row["char_start"]), texts.get(row["_doc"], "")
            if at is not None and text:
                print("   ", " ".join(text[max(0, at - CONTEXT) : at + CONTEXT].split()))
    if asked.save:
        asked.save.write_text(json.dumps(scores), encoding="utf-8")


def shown(kind: str, now: float, before: dict[str, dict]) -> str:
    """``kind`` and its F1, with what it was where that is other."""
    was = before.get(kind, {}).get("f1", now)
    return f"{kind} {now:.3f}" + (f" (was {was:.3f})" if was != now else "")


if __name__ == "__main__":
    main()
