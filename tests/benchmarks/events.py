"""Events measured: PLOVER's gold sentences, hand gold, bins of confidence and speed, the peers' figures beside them.

    python tests/benchmarks/events.py [--data DIR] [--misses N] [--only plover|gold|speed]

PLOVER GSR scoring. Each of the 322 sentences (316 different ones) is read by itself from raw text, no actor given. The
gold of a sentence is the set of its events' types, older names mapped (DEMAND to REQUEST, DISAPPROVE and INVESTIGATE to
ACCUSE, FIGHT to ASSAULT), and of sentences that share their text the union. Roots: gold types by the table of the
codebook (CONCEDE and RETREAT share 08), found rows by their `cameo_root`, with 02 and 10, 09 and 11, and 18 to 20 taken
as one, since one type spans them. Quads: by type. F1 is micro over (sentence, root or quad).

"as read" takes every row. "projected" first applies three rules of CAMEO that PLOVER's coders followed and that a row
says in `modality` instead: (1) what is demanded (hypothetical) or refused is part of the demand or the refusal and
codes nothing beside another act; (2) a cooperative act negated ("will not accept") is a REJECT; (3) an act only
announced is coded as the intent: to cooperate (quads 1 and 2) as AGREE, to act in conflict (quad 4) as THREATEN.

Hand gold. Strict is (type, both countries), as the gold's scorer has it: a gold row and a found row in the same
sentence match once. Bins count rows that are right against rows that are wrong; a row that the gold's coders called
optional, or that stands in a sentence with an optional row, is neither unless it is right; the last line counts it as
wrong.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import sys
import time

from sitrep import ingest, layout, mentions
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


def root_of(row: dict) -> str:
    return SAME_ROOT.get(row["cameo_root"], row["cameo_root"])


def projected(rows: list[dict]) -> set[tuple[str, str]]:
    """(type, root) of a sentence's rows as PLOVER's gold codes them (module docstring)."""
    found = set()
    done = {row["event_type"] for row in rows if row["modality"] in ("asserted", "reported", "possible")}
    for row in rows:
        kind, modality, root = row["event_type"], row["modality"], root_of(row)
        if modality == "negated" and QUAD[kind] in (1, 2):
            kind, root = "REJECT", "12"
        elif (modality in ("hypothetical", "negated") and len(rows) > 1) or (modality == "planned" and kind in done):
            continue
        elif modality == "planned" and QUAD[kind] in (1, 2):
            kind, root = "AGREE", "03"
        elif modality == "planned" and QUAD[kind] == 4:
            kind, root = "THREATEN", "13"
        found.add((kind, root))
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
        plain = {(row["event_type"], root_of(row)) for row in rows}
        intent = projected(rows)
        for name, found in (("as read", plain), ("projected", intent)):
            views[f"root, {name}"].append(({ROOT[k] for k in kinds}, {root for _, root in found}))
            views[f"quad, {name}"].append(({QUAD[k] for k in kinds}, {QUAD[k] for k, _ in found}))
        roots, read_as = {ROOT[k] for k in kinds}, {root for _, root in intent}
        if roots != read_as:
            confusion[" ".join(sorted(roots - read_as)) or "-", " ".join(sorted(read_as - roots)) or "-"] += 1
            if misses > 0:
                misses -= 1
                print(
                    "   ",
                    sorted(kinds),
                    "found",
                    [(r["trigger"], r["event_type"], r["modality"]) for r in rows],
                    "|",
                    sentence,
                )
    print(f"PLOVER GSR, {len(gold)} sentences, unaided; coded at all: {coded / len(gold):.3f}")
    for name, pairs in views.items():
        precision, recall, score = f1(pairs)
        peer, figure = PEERS[name[:4]]
        print(
            f"  {name:18} precision {precision:.3f} recall {recall:.3f} F1 {score:.3f}   "
            f"{peer} {figure:.3f} ({score / figure:.2f} x)"
        )
    if misses:
        print("  gold not found, found not gold:", confusion.most_common(12))


def hand_gold(data: pathlib.Path) -> None:
    """Strict and type F1 over ``gold/dev``, each file read alone, and the bins of confidence."""
    sys.path.insert(0, str(data / "gold"))
    import score  # the gold's own scorer: sentences and places of quotes

    tallies = {"strict": score.Tally(), "type": score.Tally(), "relaxed": score.Tally()}
    bins: dict[float, list[int]] = collections.defaultdict(lambda: [0, 0])
    sure = [0, 0]
    documents = [d for d in ingest.read(data / "raw") if isinstance(d, Document)]
    for path in sorted((data / "gold/dev").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "events" not in gold:
            continue
        document = next(
            d for d in documents
            if d.source_path.endswith(gold["file"]) and ("record" not in gold or d.source_record == gold["record"])
        )  # fmt: skip
        page = layout.read(document)
        rows = events.read(page, mentions.read(page))
        written, text = score.gold_text(path, gold), score.Text(document.text)
        for row in gold["events"]:
            row["_at"], row["_doc"] = score.place_of(row, written, document.text), path.stem

        def near(g: dict, f: dict, text: object = text) -> bool:
            return g["_at"] is not None and text.sentence(g["_at"]) == text.sentence(f["char_start"])

        def same_dyad(g: dict, f: dict) -> bool:
            return g["event_type"] == f["event_type"] and score.dyad(g) == score.dyad(f)

        def same_type(g: dict, f: dict) -> bool:
            return g["event_type"] == f["event_type"]

        fields = ("date_edtf", "modality", "place_country")
        score.score_rows(tallies["strict"], gold["events"], rows, same_dyad, near, fields, "events")
        score.score_rows(tallies["type"], gold["events"], rows, same_type, near, (), "events")
        score.score_rows(tallies["relaxed"], gold["events"], rows, score.relaxed, near, (), "events")
        for row in rows:
            beside = [g for g in gold["events"] if near(g, row)]
            right = any(same_dyad(g, row) for g in beside)
            if row["confidence"] >= 0.8:
                sure[0] += 1
                sure[1] += right
            if right or not any(g.get("optional") for g in beside):
                count = bins[min(int(row["confidence"] * 10), 9) / 10]
                count[0] += 1
                count[1] += right
    for name, tally in tallies.items():
        print(f"gold/dev {name:8}", *(f"{k} {v}" for k, v in tally.line().items()))
    for low, (n, right) in sorted(bins.items()):
        print(f"  confidence {low:.1f} to {low + 0.1:.1f}: {n:4} rows, {right / n:.2f} right")
    n, right = (sum(c[k] for low, c in bins.items() if low >= 0.8) for k in (0, 1))
    print(f"  confidence 0.8 and more: {n} rows, {right / max(n, 1):.3f} right")
    print(f"  the same, wrong beside optional gold too: {sure[0]} rows, {sure[1] / max(sure[0], 1):.3f} right")


def speed(data: pathlib.Path) -> None:
    for name, limit in (("statements.jsonl", 300), ("public_domain_conflict.jsonl", 60)):
        taken = collections.Counter()
        n_bytes = n_rows = 0
        read("Rebels shelled the town.")
        with (data / "scale" / name).open(encoding="utf-8") as lines:
            for _, line in zip(range(limit), lines, strict=False):
                text = json.loads(line)["text"]
                n_bytes += len(text.encode())
                page = page_of(text)
                found = mentions.read(page)
                start = time.process_time()
                n_rows += len(events.read(page, found))
                taken["events"] += time.process_time() - start
        print(
            f"{name}: events alone {n_bytes / 1e6 / taken['events']:.2f} MB/s, {n_rows} rows of {n_bytes / 1e6:.2f} MB"
        )


def main() -> None:
    here = pathlib.Path(__file__).resolve()
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=pathlib.Path, default=here.parents[3] / "shared")
    arguments.add_argument("--misses", type=int, default=0, help="print up to N sentences coded otherwise")
    arguments.add_argument("--only", choices=("plover", "gold", "speed"))
    chosen = arguments.parse_args()
    if chosen.only in (None, "plover"):
        plover(chosen.data, chosen.misses)
    if chosen.only in (None, "gold"):
        hand_gold(chosen.data)
    if chosen.only in (None, "speed"):
        speed(chosen.data)


if __name__ == "__main__":
    sys.exit(main())
