"""Dates against public benchmarks: ``python tests/benchmarks/dates.py [--data DIR] [--misses N] [--only NAME]``.

Prints, beside the best figures published for each set: WikiWars (span and EDTF F1), Recognizers-Text (datable cases),
EDTF conformance, and speed on one core. The data stay where they are; nothing of them is part of this project.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import re
import time
from collections.abc import Iterator
from datetime import date, timedelta

from sitrep import edtf, layout
from sitrep.mentions import dates
from sitrep.model import DateMention, Document, Page

DEFAULT = pathlib.Path(__file__).resolve().parents[3] / "shared"


def page_of(text: str, published: str | None = None) -> Page:
    document = Document("d", "d", None, "text/plain", "utf-8", text, published_edtf=published, language="en")
    return layout.read(document)


def rows(path: pathlib.Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def f1(hits: float, found: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = hits / max(found, 1), hits / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def sides(value: str | None) -> list[str | None]:
    """A value as TIMEX2 has it: one expression for each side of an interval that is written, none for an open side."""
    if value is None or "/" not in value:
        return [value]
    return [side for side in value.split("/") if side != ".."]


def wikiwars(data: pathlib.Path, misses: int) -> dict[str, tuple[float, float, float]]:
    """Span (overlap) and EDTF F1.

    TIMEX2 marks "from 3 to 5 May" as two expressions and leaves "since" out, where the codebook has one interval: a
    mention therefore answers for as many gold expressions as it has sides. Gold expressions with no EDTF value
    (durations, sets, "now") are neither wanted nor counted against what is found on them.
    """
    wanted = found = spans = values = 0
    shown = 0
    for document in rows(data / "gold/public/dates_wikiwars_dev.jsonl"):
        text = document["text"]
        mentions = [m for m in dates.read(page_of(text)) if m.edtf is not None]
        gold = [e for e in document["expressions"] if e["edtf"] is not None]
        idle = [e for e in document["expressions"] if e["edtf"] is None]
        wanted += len(gold)
        used: set[int] = set()
        for mention in mentions:
            near = [
                (n, e)
                for n, e in enumerate(gold)
                if n not in used and e["start"] < mention.char_end and mention.char_start < e["end"]
            ]
            parts = sides(mention.edtf)
            takes = min(len(near), len(parts)) if len(near) > 1 or len(parts) == 1 else len(near)
            if not near:
                if any(e["start"] < mention.char_end and mention.char_start < e["end"] for e in idle):
                    continue
                found += 1
                if shown < misses:
                    shown += 1
                    print("  extra", repr(text[max(0, mention.char_start - 40) : mention.char_end + 30]), mention.edtf)
                continue
            found += max(takes, 1)
            spans += takes
            wrong = []
            for n, e in near[:takes] if len(near) <= takes else near:
                hit = e["edtf"] in parts or e["edtf"] == mention.edtf
                if hit:
                    used.add(n)
                    values += 1
                else:
                    wrong.append((n, e))
            for n, e in wrong:
                if len(used & {k for k, _ in near}) < takes:
                    used.add(n)
                if shown < misses:
                    shown += 1
                    at = mention.char_start
                    print("  value", repr(text[max(0, at - 60) : mention.char_end + 20]), mention.edtf, "gold", e["edtf"])
        for n, e in enumerate(gold):
            if n not in used and shown < misses:
                shown += 1
                print("  missed", repr(text[max(0, e["start"] - 50) : e["end"] + 30]), repr(e["text"]), e["edtf"])
    return {"span": f1(spans, found, wanted), "EDTF": f1(values, found, wanted)}


_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_PLAIN = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d){0,2}$")


def meaning(result: dict, reference: date) -> list[str] | None:
    """The EDTF values that would be right for a recogniser's result, or None where it has none in EDTF."""
    if result["type"] not in ("datetimeV2.date", "datetimeV2.daterange"):
        return None
    right: list[str] = []
    for value in (result["resolution"] or {}).get("values", []):
        timex, day = value.get("timex") or "", value.get("value")
        start, end, mod = value.get("start"), value.get("end"), value.get("Mod")
        if value.get("value") == "not resolved":
            continue
        if mod in ("before", "until", "after", "since", "less", "more"):
            base = timex if _PLAIN.match(timex) else (start or end)
            if base:
                right += [f"{base}/..", f"../{base}", base] if mod in ("after", "since", "before", "until") else []
            if start and not end:
                right += [f"{start}/.."]
            if end and not start:
                right += [f"../{end}"]
        elif day and re.match(r"\d{4}-\d\d-\d\d$", day):
            right.append(day)
            if timex.startswith("XXXX") and _PLAIN.match(timex):
                right.append(timex)
        elif start and end:
            last = date.fromisoformat(end) - timedelta(days=1)
            right += [f"{start}/{last}", f"{start}/{end}"]
            first = date.fromisoformat(start)
            if first.day == 1 and last + timedelta(days=1) == _next_month(first):
                right.append(f"{first:%Y-%m}")
            if first.month == first.day == 1 and (last.month, last.day) == (12, 31) and first.year == last.year:
                right.append(f"{first:%Y}")
            months = f"{first:%Y-%m}/{date.fromisoformat(end):%Y-%m}", f"{first:%Y-%m}/{last:%Y-%m}"
            right += months
            right += [f"{first:%Y}/{end[:4]}", f"{first:%Y}/{last:%Y}"]
            if _PLAIN.match(timex):
                right.append(timex)
            for months_long, codes in ((3, {1: 33, 4: 34, 7: 35, 10: 36}), (6, {1: 40, 7: 41})):
                if first.day == 1 and first.month in codes and _after(first, months_long) == date.fromisoformat(end):
                    right.append(f"{first:%Y}-{codes[first.month]}")
            if last.year - first.year == 9 and first.year % 10 == 0:
                right.append(f"{first.year // 10}X")
            if last.year - first.year == 99 and first.year % 100 == 0:
                right.append(f"{first.year // 100}XX")
    for value in (result["resolution"] or {}).get("values", []):
        season = re.match(r"(\d{4})-(SP|SU|FA|WI)$", value.get("timex") or "")
        if season:
            right.append(f"{season[1]}-{dict(SP=21, SU=22, FA=23, WI=24)[season[2]]}")
    return sorted(set(right)) or None


def _after(first: date, months: int) -> date:
    n = first.year * 12 + first.month - 1 + months
    return date(n // 12, n % 12 + 1, 1)


def _next_month(first: date) -> date:
    return _after(first.replace(day=1), 1)


def recognizers(data: pathlib.Path, misses: int) -> tuple[int, int, int]:
    """Cases in which every result with an EDTF meaning is found with a right value; datable cases; all cases."""
    right = datable = total = shown = 0
    for case in rows(data / "gold/public/dates_recognizers.jsonl"):
        total += 1
        if not case["reference"]:
            continue
        reference = date.fromisoformat(case["reference"][:10])
        wanted = [(r, meaning(r, reference)) for r in case["results"]]
        wanted = [(r, values) for r, values in wanted if values]
        if not wanted or len(wanted) < sum(r["type"] in ("datetimeV2.date", "datetimeV2.daterange") for r in case["results"]):
            continue
        datable += 1
        mentions = dates.read(page_of(case["text"], reference.isoformat()))
        good = all(
            any(m.char_start <= r["end"] and r["start"] < m.char_end and m.edtf in values for m in mentions)
            for r, values in wanted
        )
        right += good
        if not good and shown < misses:
            shown += 1
            print("  ", repr(case["text"]), case["reference"][:10], [(r["text"], v) for r, v in wanted],
                  [(case["text"][m.char_start : m.char_end], m.edtf) for m in mentions])  # fmt: skip
    return right, datable, total


def conformance(data: pathlib.Path, misses: int) -> tuple[int, int, float]:
    cases = list(rows(data / "gold/public/edtf_conformance.jsonl"))
    right = 0
    for case in cases:
        good = edtf.is_valid(case["edtf"]) == case["valid"]
        right += good
        if not good and misses:
            print("  ", case["source"], repr(case["edtf"]), "should be", case["valid"])
    start = time.perf_counter()
    for case in cases:
        if case["valid"] and edtf.is_valid(case["edtf"]):
            edtf.format(edtf.parse(case["edtf"]))
    return right, len(cases), len(cases) / (time.perf_counter() - start)


def speed(data: pathlib.Path, name: str) -> tuple[float, int]:
    """MB of UTF-8 text a second on one core, reading dates alone of pages already laid out; and mentions found."""
    pages = []
    for row in rows(data / "scale" / name):
        text = row.get("text") or row.get("body") or ""
        pages.append(page_of(text, row.get("date")))
    size = sum(len(page.document.text.encode()) for page in pages)
    n = 0
    start = time.process_time()
    for page in pages:
        n += len(dates.read(page))
    return size / 1e6 / (time.process_time() - start), n


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, default=DEFAULT)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--only", choices=("wikiwars", "recognizers", "conformance", "speed"))
    options = parser.parse_args()
    table: list[tuple[str, str, str]] = []
    if options.only in (None, "wikiwars"):
        for name, (p, r, f) in wikiwars(options.data, options.misses).items():
            peer = {"span": "HeidelTime F1 .919", "EDTF": "HeidelTime F1 .877"}[name]
            table.append((f"WikiWars dev, {name}", f"P {p:.3f} R {r:.3f} F1 {f:.3f}", peer))
    if options.only in (None, "recognizers"):
        right, datable, total = recognizers(options.data, options.misses)
        mine = f"{right} of {datable} datable ({right / max(datable, 1):.1%}) of {total}"
        table.append(("Recognizers-Text, dates", mine, "its Python edition 479 of 985"))
    if options.only in (None, "conformance"):
        right, total, rate = conformance(options.data, options.misses)
        table.append(("EDTF conformance", f"{right} of {total}", "edtf-validate 77 of 77 of the LoC examples"))
        table.append(("EDTF read + write", f"{rate:,.0f} strings/s", "edtf-validate 185, python-edtf 140 strings/s"))
    if options.only in (None, "speed"):
        for name in ("statements.jsonl", "public_domain_conflict.jsonl"):
            rate, n = speed(options.data, name)
            table.append((f"Speed, {name}", f"{rate:.2f} MB/s, {n:,} dates", "HeidelTime 0.0084 MB/s"))
    for row in table:
        print(f"{row[0]:40} {row[1]:45} {row[2]}")


if __name__ == "__main__":
    main()
