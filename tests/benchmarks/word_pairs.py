"""Write ``flows/sitrep/extract/tables/word_pairs.json``, how strongly pairs of words hold together in English.

    pip install wordsegment
    python tests/benchmarks/word_pairs.py

Reads the counts of English words and pairs of words in ``wordsegment`` (Apache-2.0), which are Peter Norvig's from the
Google Web Trillion Word Corpus (MIT), and keeps the pairs that are commoner than chance makes them.
"""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "flows"))

from sitrep.extract.tables import checksums, pairs

OUT = Path(pairs.__file__).with_name("word_pairs.json")
ALL_WORDS = 1_024_908_267_229
# The least and the greatest log of how much commoner than by chance a pair is.
LEAST, MOST = 1.0, 9.0


def counts(name: str) -> dict[str, float]:
    lines = files("wordsegment").joinpath(name).read_text(encoding="utf-8").splitlines()
    return {words.lower(): float(count) for words, count in (line.split("\t") for line in lines)}


def main() -> None:
    alone, kept = counts("unigrams.txt"), {}
    for pair, count in counts("bigrams.txt").items():
        first, _, second = pair.partition(" ")
        if first in alone and second in alone:
            bond = log(count * ALL_WORDS / alone[first] / alone[second])
            if bond >= LEAST:
                mark = pairs.mark(first, second)
                kept[mark] = max(kept.get(mark, 0), int(min(bond, MOST)))
    stored = {
        "about": "How strongly pairs of English words hold together, known by checksums; see word_pairs.py. From "
        "wordsegment (Apache-2.0) and Peter Norvig's counts (MIT).",
        "pairs": checksums.pack(kept),
    }
    OUT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {OUT.name}: {len(kept)} pairs")


if __name__ == "__main__":
    main()
