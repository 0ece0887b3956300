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
from sitrep.model import Document, Page

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
    if value is None or ("/" not in value and "," not in value):
        return [value]
    if value[0] in "[{":
        return list(value[1:-1].split(","))
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
                    print(
                        "  value", repr(text[max(0, at - 60) : mention.char_end + 20]), mention.edtf, "gold", e["edtf"]
                    )
        for n, e in enumerate(gold):
            if n not in used and shown < misses:
                shown += 1
                print("  missed", repr(text[max(0, e["start"] - 50) : e["end"] + 30]), repr(e["text"]), e["edtf"])
    return {"span": f1(spans, found, wanted), "EDTF": f1(values, found, wanted)}


_PLAIN = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d){0,2}$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
# What the codebook calls no date, or leaves open, by what the recogniser's case says. Listed, not scored.
_COUNT = r"(?:\d+|an?|one|two|three|four|five|ten|eleven|forty|few|couple)"
_NEAR = r"(?:next|last|past|previous|upcoming|coming|first|following)"
_UNITS = r"(?:business )?(?:days?|weeks?|months?|years?|quarters?)"
LEFT_OUT = {
    "duration": re.compile(
        rf"\b(?:with)?in (?:the )?(?:next |last |past )?{_COUNT} {_UNITS}|\b{_NEAR}\s+{_COUNT}\b|\b{_COUNT} {_NEAR}\b"
        r"|\bbusiness day|\bfor (?:only )?(?:the )?\d+|remaining|rest of|\bfortnight|\d+ (?:days|weeks) starting"
        r"|a week starting|\bto date|till date|past few|past \w+ (?:days|weeks|months|years)"
    ),
    "movable or national holiday": re.compile(
        r"easter|thanksgiving|labou?r day|independence day|black friday|memorial day|mother|father|martin luther|mlk"
        r"|workers|president|columbus|new year$|halloween weekend|weekend of|ramadan|eid|cyber monday|veteran"
    ),
    "numbered week": re.compile(r"\bweek \d+"),
    "nothing spoken of before": re.compile(r"^(?:the )?same (?:week|month|year|day)|^that weekend$"),
    "unit alone": re.compile(
        r"^(?:the |for the )?(?:day|week|month|year|weekend|fortnight|next)$|^weekend$|^eo[ymdw]$|^otd$|^tmrw$"
    ),
    "part of a week or year": re.compile(
        r"work(?:ing)? ?week|^(?:earl|late|end|begin|middle|rest).*(?:week|month|year|day)|fiscal|school"
        r"|^[csf]y ?\d|year to date"
    ),
}


def left_out(text: str) -> str | None:
    return next((why for why, pattern in LEFT_OUT.items() if pattern.search(text.lower())), None)


def meaning(result: dict) -> set[str]:
    """The EDTF values that would be right for a recogniser's result; empty where it has none.

    Its ranges end on the day after the last, its "since" and "until" are ``Mod``; a month or year counted from a day
    ("two months ago") is as fine as its unit; a week is Monday to Sunday.
    """
    if result["type"] not in ("datetimeV2.date", "datetimeV2.daterange"):
        return set()
    right: set[str] = set()
    for value in (result["resolution"] or {}).get("values", []):
        timex, start, end = value.get("timex") or "", value.get("start"), value.get("end")
        if value.get("value") == "not resolved":
            continue
        bases = {timex} if _PLAIN.match(timex) else set()
        if day := value.get("value"):
            bases.add(day)
            if re.search(r"months?\b", result["text"].lower()):
                bases.add(day[:7])
            if re.search(r"years?\b", result["text"].lower()):
                bases.add(day[:4])
        if week := _WEEK.match(timex):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            bases.add(f"{monday}/{monday + timedelta(days=6)}")
        if season := re.match(r"(\d{4})-(SP|SU|FA|WI)$", timex):
            bases.add(f"{season[1]}-{_SEASON[season[2]]}")
        if start and end:
            bases |= _ranges(date.fromisoformat(start), date.fromisoformat(end))
            if re.match(r"XXXX-\d\d$", timex):
                bases.add(start[:4] + timex[4:])
        elif start or end:
            known = start or end
            bases |= {known, known[:7], known[:4]} if not re.search(r"\d", result["text"]) else {known}
            edge = date.fromisoformat(known) - timedelta(days=1)
            bases |= {str(edge), f"{edge:%Y-%m}", f"{edge:%Y}"}
        right |= bases
        if value.get("Mod") in ("before", "until", "after", "since"):
            right |= {f"{base}/.." for base in bases} | {f"../{base}" for base in bases}
    return right


def _ranges(first: date, end: date) -> set[str]:
    """A range that ends before the day ``end``, in the ways EDTF can write it."""
    last = end - timedelta(days=1)
    right = {f"{first}/{last}", f"{first}/{end}", f"{first:%Y-%m}/{end:%Y-%m}", f"{first:%Y-%m}/{last:%Y-%m}"}
    right |= {f"{first:%Y}/{end:%Y}", f"{first:%Y}/{last:%Y}", f"{first:%Y-%m}/{end}", f"{first:%Y}/{end:%Y-%m}"}
    if first.day == 1 and _after(first, 1) == end:
        right.add(f"{first:%Y-%m}")
    if (first.month, first.day) == (1, 1) and _after(first, 12) == end:
        right.add(f"{first:%Y}")
    for months, codes in ((3, {1: 33, 4: 34, 7: 35, 10: 36}), (6, {1: 40, 7: 41})):
        if first.day == 1 and first.month in codes and _after(first, months) == end:
            right.add(f"{first:%Y}-{codes[first.month]}")
        for first_code in (1, 4, 7, 10):
            if first.day == 1 and first.month == first_code and end.day == 1 and end.month in (1, 4, 7, 10):
                last_quarter = end - timedelta(days=1)
                right.add(
                    f"{first:%Y}-{33 + first.month // 3}/{last_quarter.year}-{33 + (last_quarter.month - 1) // 3}"
                )
                right.add(f"{first:%Y}-{33 + first.month // 3}/{end.year}-{33 + end.month // 3}")
    if last.year - first.year == 9 and first.year % 10 == 0:
        right.add(f"{first.year // 10}X")
    if last.year - first.year == 99 and first.year % 100 == 0:
        right.add(f"{first.year // 100}XX")
    return right


def _after(first: date, months: int) -> date:
    n = first.year * 12 + first.month - 1 + months
    return date(n // 12, n % 12 + 1, 1)


def recognizers(data: pathlib.Path, misses: int) -> tuple[int, int, dict[str, int]]:
    """Datable cases with every date found with a right value, all datable cases, and why the others are left out."""
    right = datable = shown = 0
    out: dict[str, int] = {}
    for case in rows(data / "gold/public/dates_recognizers.jsonl"):
        dated = [r for r in case["results"] if r["type"] in ("datetimeV2.date", "datetimeV2.daterange")]
        why = next(filter(None, (left_out(r["text"]) for r in dated)), None) if dated else "no date"
        wanted = [(r, meaning(r)) for r in dated]
        if why is None and (not case["reference"] or not all(values for _, values in wanted)):
            why = "no EDTF value"
        if why:
            out[why] = out.get(why, 0) + 1
            continue
        datable += 1
        mentions = dates.read(page_of(case["text"], case["reference"][:10]))
        good = all(
            any(
                m.char_start <= r["end"] and r["start"] < m.char_end and values & {m.edtf, *sides(m.edtf)}
                for m in mentions
            )
            for r, values in wanted
        )
        right += good
        if not good and shown < misses:
            shown += 1
            found = [(case["text"][m.char_start : m.char_end], m.edtf) for m in mentions]
            print("  ", repr(case["text"]), case["reference"][:10], [(r["text"], min(v)) for r, v in wanted], found)
    return right, datable, out


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


def table(data: pathlib.Path, misses: int = 0, only: str | None = None) -> list[tuple[str, str, str]]:
    """The figures as rows of what is measured, what is reached, and what its peers reach."""
    found: list[tuple[str, str, str]] = []
    if only in (None, "wikiwars"):
        for name, (p, r, f) in wikiwars(data, misses).items():
            peer = {"span": "HeidelTime F1 .919", "EDTF": "HeidelTime F1 .877"}[name]
            found.append((f"WikiWars dev, {name}", f"P {p:.3f} R {r:.3f} F1 {f:.3f}", peer))
    if only in (None, "recognizers"):
        right, datable, out = recognizers(data, misses)
        mine = f"{right} of {datable} datable ({right / max(datable, 1):.1%})"
        print("Recognizers-Text cases left out:", ", ".join(f"{why} {n}" for why, n in out.items()))
        found.append(("Recognizers-Text, dates", mine, "its Python edition 479 of 985"))
    if only in (None, "conformance"):
        right, total, rate = conformance(data, misses)
        found.append(("EDTF conformance", f"{right} of {total}", "edtf-validate 77 of 77 of the LoC examples"))
        found.append(("EDTF read + write", f"{rate:,.0f} strings/s", "edtf-validate 185, python-edtf 140 strings/s"))
    if only in (None, "speed"):
        for name in ("statements.jsonl", "public_domain_conflict.jsonl"):
            rate, n = speed(data, name)
            found.append((f"Speed, {name}", f"{rate:.2f} MB/s, {n:,} dates", "HeidelTime 0.0084 MB/s"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, default=DEFAULT)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--only", choices=("wikiwars", "recognizers", "conformance", "speed"))
    options = parser.parse_args()
    for row in table(options.data, options.misses, options.only):
        print(f"{row[0]:40} {row[1]:45} {row[2]}")


if __name__ == "__main__":
    main()
