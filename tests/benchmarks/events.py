"""Events measured: PLOVER's gold sentences, the hand gold, confidence bins and speed, with the peers' figures beside them.

    python tests/benchmarks/events.py [--data DIR] [--misses N] [--only plover|gold|speed]

PLOVER GSR scoring. Each of the 322 sentences is read by itself from raw text, with no actor given. The sentence's gold is
the set of its events' CAMEO roots (and quad classes), PLOVER's older names mapped (DEMAND to REQUEST, DISAPPROVE and
INVESTIGATE to ACCUSE, FIGHT to ASSAULT) and each type to one root, by the table of the codebook (CONCEDE and RETREAT
share 08; SUPPORT is 05, AGREE 03). Found is the set of the rows' types mapped the same way; F1 is micro over
(sentence, root). Sentences that share their text are scored once with the union of their gold.

The gold codes one act a sentence and follows two rules of CAMEO that a row says in ``modality`` instead, so the rows are
projected onto it first: what is demanded, refused or denied (hypothetical, negated) is part of the demand, the refusal or
the denial, and codes nothing by itself where the sentence has another act; and an act only announced codes as the intent: to cooperate (quads 1 and 2) as
AGREE, to act in conflict (quad 4) as THREATEN. The figure without the projection stands beside it.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import sys
import time

from sitrep import layout, mentions
from sitrep.extract import events
from sitrep.model import Document, Page

OLD_NAMES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
ROOT = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "08",
    "REQUEST": "10", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15",
    "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip
QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1), **dict.fromkeys(("COOPERATE", "AID", "CONCEDE", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), 4),
}  # fmt: skip
PEERS = {"root": ("TABARI", 0.446), "quad": ("TABARI", 0.510)}


def page_of(text: str, published: str | None = None) -> Page:
    return layout.read(Document("d", "d", None, "text/plain", "utf-8", text, published_edtf=published, language="en"))


def read(text: str, published: str | None = None) -> list[dict]:
    page = page_of(text, published)
    return events.read(page, mentions.read(page))


SAME_ROOT = {"02": "10", "09": "11", "19": "18", "20": "18"}


def projected(rows: list[dict]) -> set[str]:
    """The types of a sentence's rows as PLOVER's gold codes them (module docstring)."""
    found = set()
    for row in rows:
        kind, modality = row["event_type"], row["modality"]
        if modality in ("hypothetical", "negated") and len(rows) > 1:
            continue
        if modality == "planned" and QUAD[kind] in (1, 2):
            kind = "AGREE"
        elif modality == "planned" and QUAD[kind] == 4:
            kind = "THREATEN"
        found.add(kind)
    return found


def f1(pairs: list[tuple[set, set]]) -> tuple[float, float, float]:
    tp = sum(len(gold & found) for gold, found in pairs)
    fp = sum(len(found - gold) for gold, found in pairs)
    fn = sum(len(gold - found) for gold, found in pairs)
    precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def plover(data: pathlib.Path, misses: int) -> None:
    gold: dict[str, set[str]] = collections.defaultdict(set)
    for line in (data / "gold/public/events_plover_gsr.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        sentence = record["sentence"].strip("{} ")
        codes = {e["code"] for e in record["events"]} | {record["event"]}
        gold[sentence] |= {OLD_NAMES.get(code, code) for code in codes}
    views: dict[str, list] = collections.defaultdict(list)
    coded = 0
    confusion: collections.Counter = collections.Counter()
    for sentence, kinds in gold.items():
        rows = read(sentence)
        coded += bool(rows)
        plain = {row["event_type"] for row in rows}
        intent = projected(rows)
        for name, found in (("as read", plain), ("projected", intent)):
            views[f"root, {name}"].append(({ROOT[k] for k in kinds}, {ROOT[k] for k in found}))
            views[f"quad, {name}"].append(({QUAD[k] for k in kinds}, {QUAD[k] for k in found}))
        if intent != kinds:
            confusion[" ".join(sorted(kinds - intent)) or "-", " ".join(sorted(intent - kinds)) or "-"] += 1
            if misses > 0:
                misses -= 1
                print("   ", sorted(kinds), "found", [(r["trigger"], r["event_type"], r["modality"]) for r in rows], "|", sentence)
    print(f"PLOVER GSR, {len(gold)} sentences, unaided; coded at all: {coded / len(gold):.3f}")
    for name, pairs in views.items():
        precision, recall, score = f1(pairs)
        peer, figure = PEERS[name[:4]]
        print(f"  {name:18} precision {precision:.3f} recall {recall:.3f} F1 {score:.3f}   {peer} {figure:.3f} ({score / figure:.2f} x)")
    if misses:
        print("  gold not found, found not gold:", confusion.most_common(12))


def speed(data: pathlib.Path) -> None:
    for name, limit in (("statements.jsonl", 300), ("public_domain_conflict.jsonl", 60)):
        taken = collections.Counter()
        n_bytes = n_rows = 0
        read("Rebels shelled the town.")
        with (data / "scale" / name).open(encoding="utf-8") as lines:
            for _, line in zip(range(limit), lines):
                text = json.loads(line)["text"]
                n_bytes += len(text.encode())
                page = page_of(text)
                found = mentions.read(page)
                start = time.process_time()
                n_rows += len(events.read(page, found))
                taken["events"] += time.process_time() - start
        print(f"{name}: events alone {n_bytes / 1e6 / taken['events']:.2f} MB/s, {n_rows} rows of {n_bytes / 1e6:.2f} MB")


def main() -> None:
    here = pathlib.Path(__file__).resolve()
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=pathlib.Path, default=here.parents[3] / "shared")
    arguments.add_argument("--misses", type=int, default=0, help="print up to N sentences coded otherwise")
    arguments.add_argument("--only", choices=("plover", "gold", "speed"))
    chosen = arguments.parse_args()
    if chosen.only in (None, "plover"):
        plover(chosen.data, chosen.misses)
    if chosen.only in (None, "speed"):
        speed(chosen.data)


if __name__ == "__main__":
    sys.exit(main())
