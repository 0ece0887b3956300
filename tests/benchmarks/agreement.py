"""How far two codings of the same texts agree: ``python tests/benchmarks/agreement.py``.

``tests/gold/recoded`` holds a second coding of texts of ``recent`` and ``novel``, made without sight of the first. It
is scored against the first as a reader would be: F1 of figures (bounds, what is counted, role), of the type of events,
and of their type and both actors' countries, then the share of agreeing fields of matched rows. No reader is run.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
sys.path.insert(0, str(TESTS / "gold"))

import score  # noqa: E402

FIGURE_FIELDS = ("force_country", "place_country", "date_edtf", "modality")
EVENT_FIELDS = ("date_edtf", "place_country", "modality")


def _rows(path: Path) -> dict[str, Any]:
    coding = json.loads(path.read_text("utf-8"))
    for name in ("troop_figures", "events"):
        for row in coding[name]:
            row["_at"] = row["char_start"]
    for row in coding["events"]:
        row["quad_class"] = score.QUAD[row["event_type"]]
    return coding


def _same_type(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return one["event_type"] == other["event_type"]


def _same_sides(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return _same_type(one, other) and score.dyad(one) == score.dyad(other)


def agreement() -> dict[str, Any]:
    """The tallies of ``score`` by what is compared."""
    tallies = {what: score.Tally() for what in ("figures", "events, type", "events, type and countries")}
    raw = {path.name: path for path in (TESTS / "raw").rglob("*") if path.is_file()}
    for path in sorted((TESTS / "gold" / "recoded").glob("*.json")):
        first, second = _rows(_first(path)), _rows(path)
        for name in ("troop_figures", "events"):
            second[name] = [row for row in second[name] if not row.get("optional")]
        text = score.Text(raw[Path(first["file"]).name].read_text("utf-8"))

        def near(one: dict[str, Any], other: dict[str, Any], text: Any = text) -> bool:
            return text.sentence(one["_at"]) == text.sentence(other["char_start"])

        figures = first["troop_figures"], second["troop_figures"]
        events = first["events"], second["events"]
        score.score_rows(tallies["figures"], *figures, score.num_key, near, FIGURE_FIELDS, "figures")
        score.score_rows(tallies["events, type"], *events, _same_type, near, (), "events")
        score.score_rows(tallies["events, type and countries"], *events, _same_sides, near, EVENT_FIELDS, "events")
    return tallies


def _first(path: Path) -> Path:
    return next(found for name in ("recent", "novel") if (found := TESTS / "gold" / name / path.name).exists())


def main() -> None:
    for what, tally in agreement().items():
        print(what, tally.line())


if __name__ == "__main__":
    main()
