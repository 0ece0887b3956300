"""How sentences are parsed, against a treebank: ``python tests/benchmarks/treebank.py [--data DIR] [--show WHAT]``.

Reads the weblogs and newsgroups of the English Web Treebank (Universal Dependencies, CC BY-SA 4.0) in
``treebank/en_ewt-*.conllu.gz``. Of words tagged VERB (no modifiers of nouns): how many are the main verb of a group
(recall); of verb groups, how many have a verb or an auxiliary as main word (precision); of verbs found, how many have
the right voice, and their subject and their object among those of their clause (of a relative, what it stands for).
Verbs that some act is told with are counted apart from others. ``--show`` prints the sentences of what was missed or
found in vain: ``recall``, ``precision``, ``voice``, ``subject`` or ``object``.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sitrep import layout, mentions
from sitrep.extract.events import words
from sitrep.extract.events.acts import verbs
from sitrep.extract.events.chunks import Chunker
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.groups import REL, VG
from sitrep.extract.events.tokens import tokens_of
from sitrep.model import Document

GENRES = ("newsgroup", "weblog")
MODIFIERS = ("amod", "compound", "fixed", "case", "mark")
FINITE = ("VBD", "VBZ", "VBP", "VB")
MEASURES = ("recall", "precision", "voice", "subject", "object")
FEWEST, MOST = 6, 160


class Token(NamedTuple):
    """A word of the treebank; ``start`` and ``end`` are code points of its sentence."""

    number: int
    form: str
    lemma: str
    tag: str
    fine_tag: str
    head: int
    relation: str
    start: int
    end: int


def sentences(path: Path) -> Iterator[tuple[str, list[Token]]]:
    """The sentences of a file that are of ``GENRES``."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    for block in blocks:
        lines = block.split("\n")
        said = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        if said["sent_id"].split("-")[0] in GENRES:
            yield said["text"], tokens(said["text"], [line.split("\t") for line in lines if line[0] != "#"])


def tokens(text: str, rows: list[list[str]]) -> list[Token]:
    """The words with their places; the words of a contraction share out its letters."""
    found, at, joined, last = [], 0, 0, 0
    for number, form, lemma, tag, fine_tag, _, head, relation, *_ in rows:
        if "." in number:
            continue
        if "-" in number:
            last = int(number.split("-")[1])
            joined = text.index(form, at) + len(form)
            at = joined - len(form)
            continue
        inside = int(number) <= last
        start = at if inside else text.index(form, at)
        at = min(start + len(form), joined) if inside else start + len(form)
        found.append(Token(int(number), form, lemma.lower(), tag, fine_tag, int(head), relation, start, at))
    return found


def compared(text: str, gold: list[Token]) -> Iterator[tuple[str, bool, bool, str]]:
    """What is right or wrong in a sentence: the measure, whether the verb tells acts, whether it is right, the word."""
    page = layout.read(Document("d", "d", None, "text/plain", "utf-8", text, language="en"))
    if page.document.text != text:
        return
    known, found = verbs(), mentions.read(page)
    for span in page.sentences:
        read = tokens_of(page, span, found, MOST)
        chunks = Chunker(read.words, False).chunks
        parsed = Sentence(read, chunks, words.words())
        groups = {read.starts[c.main]: i for i, c in enumerate(chunks) if c.kind == VG and c.main >= 0}
        chunk_of = {read.starts[k]: i for i, c in enumerate(chunks) for k in range(c.start, c.end)}
        relatives = {i for i, chunk in enumerate(chunks) if chunk.kind == REL}
        inside = [token for token in gold if span.char_start <= token.start and token.end <= span.char_end]
        for token in inside:
            if token.start in groups:
                of_acts = not known.keys().isdisjoint(chunks[groups[token.start]].lemmas)
                yield "precision", of_acts, token.tag in ("VERB", "AUX"), token.form
            if token.tag != "VERB" or token.relation in MODIFIERS:
                continue
            of_acts = token.lemma in known
            yield "recall", of_acts, token.start in groups, token.form
            if token.start not in groups:
                continue
            clause = parsed.clause(groups[token.start])
            below = [other for other in inside if other.head == token.number]
            passive = any(other.relation in ("nsubj:pass", "aux:pass") for other in below)
            if passive or token.fine_tag in FINITE:
                yield "voice", of_acts, clause.passive == passive, token.form
            for other in below:
                if other.relation.startswith("nsubj") and chunk_of.get(other.start) in relatives:
                    yield "subject", of_acts, clause.how == "relative", token.form
                elif other.relation.startswith("nsubj"):
                    yield "subject", of_acts, chunk_of.get(other.start) in clause.subjects, token.form
                elif other.relation == "obj":
                    yield "object", of_acts, chunk_of.get(other.start) in clause.objects, token.form


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    arguments.add_argument("--split", choices=("train", "dev", "test"), default="train")
    arguments.add_argument("--show", choices=MEASURES)
    asked = arguments.parse_args()
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for text, gold in sentences(asked.data / "treebank" / f"en_ewt-{asked.split}.conllu.gz"):
        if len(gold) < FEWEST:
            continue
        for measure, of_acts, right, word in compared(text, gold):
            counts[measure, of_acts, right] += 1
            if measure == asked.show and not right:
                print(f"{word}: {text}")
    for measure in MEASURES:
        right, wrong = ([counts[measure, of_acts, good] for of_acts in (True, False)] for good in (True, False))
        shares = [f"{r / (r + w):.3f} of {r + w}" for r, w in zip(right, wrong, strict=True)]
        print(f"{measure:10} verbs of acts {shares[0]:15} others {shares[1]}")


if __name__ == "__main__":
    main()
