"""Dates, numbers and victim counts on the public benchmarks in one table: ``python tests/benchmarks/public.py``.

Each row has what is measured, what is reached, and what the best peers reach. ``--data DIR`` says where the sets are;
``dates.py`` and ``figures.py`` beside this file measure each field alone and print its misses.
"""

from __future__ import annotations

import argparse
import pathlib

import dates
import figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=dates.DEFAULT)
    data = parser.parse_args().data
    for what, reached, peers in [*dates.table(data), *figures.public(data)]:
        print(f"{what:40} {reached:45} {peers}")


if __name__ == "__main__":
    main()
