"""How fast inputs become documents and copies are found, and the peak memory for 10 MB and 40 MB of feed.

    python tests/benchmarks/ingest.py [--data DIR]

Prints figures and ratios; asserts nothing.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FEED = Path("scale") / "statements.jsonl"
MEASURED = "--measured"


def measure(path: Path) -> None:
    started = time.perf_counter()
    from sitrep import ingest
    from sitrep.ingest import duplicates
    from sitrep.model import Document

    loaded = time.perf_counter()
    finder = duplicates.Finder()
    n_documents = n_copies = 0
    ingesting = finding = 0.0
    mark = time.process_time()
    for item in ingest.read(path):
        ingesting += time.process_time() - mark
        mark = time.process_time()
        if isinstance(item, Document):
            n_documents += 1
            n_copies += finder.add(item.doc_id, item.text) is not None
        finding += time.process_time() - mark
        mark = time.process_time()
    size = path.stat().st_size / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size / 1024:6.1f} MB  {n_documents:5d} documents  {n_copies:4d} copies  "
        f"import {1000 * (loaded - started):4.0f} ms  ingest {size / ingesting:6.0f} KB/s  "
        f"copies {size / finding:6.0f} KB/s  peak {peak:5.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[3] / "shared")
    parser.add_argument(MEASURED, type=Path, dest="measured", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measured:
        measure(arguments.measured)
        return
    feed = (arguments.data / FEED).read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 4):
            path = Path(folder) / f"{times}.jsonl"
            path.write_bytes(feed * times)
            # Each in a process of its own: the peak is that of the process.
            subprocess.run([sys.executable, __file__, MEASURED, str(path)], check=True)


if __name__ == "__main__":
    main()
