"""What the pipeline costs: `python tests/benchmarks/pipeline.py [--data DIR]`.

Prints the fixed cost of a build beside an empty flow and the import of the gate's library in the same run; extraction
in KB/s on one core, stage by stage; and the peak memory of a build of 10 MB and of 40 MB.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EMPTY_FLOW = """
import sitrep.flows
from prefect import flow
@flow
def empty(): return None
empty()
import great_expectations
"""
ONE_TEXT = "Russia sent up to 3,000 troops to Kursk on 3 May 2024, Kyiv said.\n"


def timed(*words: str) -> tuple[float, float]:
    """Seconds and peak memory (MB) of a process."""
    before = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - before
    if status:
        raise SystemExit(f"{words}: exit status {status}: {process.stderr.read().decode()[-2000:]}")
    return seconds, usage.ru_maxrss / 1024


def fixed_cost() -> None:
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        raw.mkdir()
        (raw / "one.txt").write_text(ONE_TEXT)
        empty, _ = timed(sys.executable, "-c", EMPTY_FLOW)
        build, _ = timed(sys.executable, "-m", "sitrep", "build", str(raw), str(Path(folder, "output")))
        extract, _ = timed(sys.executable, "-m", "sitrep", "extract", str(raw / "one.txt"))
        python, _ = timed(sys.executable, "-c", "import click")
    print(f"fixed cost of a build: {build:.1f} s; an empty flow: {empty:.1f} s; ratio {build / empty:.2f}")
    print(f"sitrep extract of a line: {extract:.2f} s; click alone: {python:.2f} s; ratio {extract / python:.1f}")


def speed(feed: Path) -> None:
    from sitrep import ingest, layout, pipeline
    from sitrep.extract import events, figures, tables
    from sitrep.mentions import actors, dates, modality, numbers, places, vessels
    from sitrep.model import Document, Mentions

    pipeline.read(ingest.from_text(ONE_TEXT))  # compiles what is compiled once
    began = time.perf_counter()
    documents = [item for item in ingest.read(feed) if isinstance(item, Document)]
    spent = {"ingest": time.perf_counter() - began}

    def run(stage, function, *args):
        began = time.perf_counter()
        result = function(*args)
        spent[stage] = spent.get(stage, 0.0) + time.perf_counter() - began
        return result

    for document in documents:
        page = run("layout", layout.read, document)
        found = Mentions(dates=run("dates", dates.read, page))
        found.numbers = run("numbers", numbers.read, page, found.dates)
        ships = run("vessels", vessels.find, page)
        found.places = run("places", places.read, page, ships)
        found.actors = run("actors", actors.read, page, found.places, ships)
        found.cues = run("modality", modality.read, page, found.actors)
        rows, cells = run("tables", tables.read, page, found)
        run("figures", figures.read, page, found, rows, cells)
        run("events", events.read, page, found)
    began = time.perf_counter()
    for document in documents:
        pipeline.read(document)
    whole = time.perf_counter() - began
    size = sum(len(document.text.encode()) for document in documents) / 1000
    print(f"{feed.name}: {len(documents)} documents, {size:,.0f} KB; extraction {size / whole:,.0f} KB/s on one core")
    for stage, seconds in spent.items():
        print(f"  {stage:10} {size / seconds:>9,.0f} KB/s  {seconds / sum(spent.values()):6.1%}")


def memory(feed: Path) -> None:
    lines = feed.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        peaks = []
        for times in (1, 4):
            raw = Path(folder, f"raw{times}")
            raw.mkdir()
            for n in range(times):
                records = [json.loads(line) for line in lines]
                for i, record in enumerate(records):  # distinct texts: copies would be known as such
                    record["text"] = f"Edition {n}, item {i}.\n\n{record['text']}"
                    record.pop("title", None)
                text = "\n".join(json.dumps({"text": r["text"], "date": r["date"]}) for r in records)
                (raw / f"feed{n}.jsonl").write_text(text, encoding="utf-8")
            size = sum(path.stat().st_size for path in raw.iterdir()) / 1e6
            seconds, peak = timed(sys.executable, "-m", "sitrep", "build", str(raw), str(Path(folder, f"out{times}")))
            peaks.append(peak)
            print(f"build of {size:.0f} MB: {seconds:.0f} s, {size / seconds:.2f} MB/s, peak memory {peak:,.0f} MB")
        print(f"ratio of the peaks: {peaks[1] / peaks[0]:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared", help="folder with scale/*.jsonl")
    parser.add_argument("--only", choices=["fixed", "speed", "memory"])
    args = parser.parse_args()
    if args.only in (None, "fixed"):
        fixed_cost()
    if args.only in (None, "speed"):
        speed(args.data / "scale" / "statements.jsonl")
        speed(args.data / "scale" / "public_domain_conflict.jsonl")
    if args.only in (None, "memory"):
        memory(args.data / "scale" / "statements.jsonl")
