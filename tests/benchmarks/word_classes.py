"""Write ``flows/sitrep/extract/tables/word_classes.json``, the classes of words that the cuts of flattened tables use.

    pip install spacy-lookups-data
    python tests/benchmarks/word_classes.py

Reads the Brown clusters and the frequencies of English words in ``spacy-lookups-data`` (MIT licence) and keeps the
``MANY`` commonest words that the class of another spelling does not tell.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from importlib.resources import files
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "flows"))

from sitrep.extract.tables import checksums, classes

OUT = Path(classes.__file__).with_name("word_classes.json")
MANY, RAREST = 65_000, -99.0
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*[^\W\d_.]?")


def table(name: str) -> dict[str, float]:
    stored = files("spacy_lookups_data").joinpath("data", f"en_lexeme_{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(stored))


def told(word: str, clusters: dict[str, float]) -> bool:
    """Whether the class of a word is that of the spelling looked up after it."""
    later = [other for other in (word.title(), word.lower()) if other != word and other in clusters]
    return not word.islower() and bool(later) and clusters[later[0]] == clusters[word]


def main() -> None:
    share = table("prob")
    clusters = {word: c for word, c in table("cluster").items() if c and _WORD.fullmatch(word)}
    common: dict[str, float] = {}
    for word in clusters:
        common[word.lower()] = max(common.get(word.lower(), RAREST), share.get(word, RAREST))
    words = [word for word in clusters if not told(word, clusters)]
    words.sort(key=lambda word: (-common[word.lower()], word))
    # The lowest bit says which half of all words a cluster is in, the next which half of that half, and so on.
    number = {c: i for i, c in enumerate(sorted(set(clusters.values()), key=lambda c: f"{c:b}"[::-1]), 1)}
    kept: dict[int, int] = {}
    for word in words[:MANY]:
        kept.setdefault(classes.mark(word), number[clusters[word]])
    stored = {
        "about": "Classes of English words, known by checksums; see word_classes.py. From spacy-lookups-data (MIT).",
        "words": checksums.pack(kept),
    }
    OUT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {OUT.name}: {len(kept)} words in {len(number)} classes")


if __name__ == "__main__":
    main()
