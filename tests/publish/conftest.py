"""A small set of rows that keeps every rule, with the values that formats trip over."""

import copy
from datetime import date
from hashlib import sha256

import pytest

from sitrep import contracts, publish, validate

TEXTS = [
    "On 28 February 2025 the General Staff said up to 3,000 North Korean troops met Russian officers near Kursk.\n"
    "\n"
    "Tank Losses\n"
    "T-72 14\n"
    "=1+1 \n",
    'On 3 May 2024 “Shells, “fell”” — the General Staff said up to 3,000 men met near Kursk; "Ω" 🚀.\n'
    "\n"
    "Tank Losses\n"
    "@x 2\n"
    "- \n",
]


class Sample:
    """The rows of ``n`` documents, built cell by cell from where things stand in their texts."""

    def __init__(self, n: int) -> None:
        self.rows = {name: [] for name in contracts.DATASETS}
        for number in range(n):
            self._document(number % 2, TEXTS[number % 2].replace("\n\n", f" ({number})\n\n"))
        self.rows["rejects"].append(
            {
                "reject_id": "5feceb66ffc86f38-r",
                "source_path": "=cmd.bin",
                "source_record": None,
                "reason": "binary",
                "detail": "NUL bytes",
                "action": "Remove it.",
                "n_bytes": 12,
            }
        )

    def _document(self, number: int, text: str) -> None:
        digest = sha256(text.encode()).hexdigest()
        doc = digest[:16]
        day = "28 February 2025" if number == 0 else "3 May 2024"

        def at(quote: str, letter: str, key: str, start: int | None = None) -> dict:
            start = text.index(quote) if start is None else start
            end = start + len(quote)
            span = {"doc_id": doc, "char_start": start, "char_end": end, "quote": quote}
            return {key: f"{doc}-{letter}{start}-{end}", **span}

        repairs = [{"char_start": 14, "char_end": 15, "original": "â€œ"}] if number else []
        self.rows["documents"].append(
            {
                "doc_id": doc,
                "source_path": f"{number}.txt",
                "source_record": None if number else 0,
                "media_type": "text/plain",
                "encoding": "utf-8",
                "title": "-5 degrees, +3 men" if number else None,
                "byline": None,
                "published_edtf": "2025-03-02" if number == 0 else None,
                "published_basis": "metadata" if number == 0 else None,
                "language": "en",
                "url": None,
                "publisher": None,
                "licence": None,
                "retrieved": None,
                "source_sha256": digest,
                "n_chars": len(text),
                "n_words": 20,
                "garbled_share": 0.0,
                "duplicate_of": None,
                "flags": ["mojibake"] if number else [],
                "repairs": repairs,
                "text": text,
            }
        )
        prose, lines = (part.rstrip("\n") for part in text.split("\n\n"))
        blocks = [at(prose, "b", "block_id"), at(lines, "b", "block_id")]
        for seq, (block, kind) in enumerate(zip(blocks, ("paragraph", "table"), strict=True)):
            more = {"seq": seq, "kind": kind, "level": None, "section": None, "pair_id": None, "flags": []}
            self.rows["blocks"].append({**block, **more})
        start = date(2025, 2, 28) if number == 0 else None
        when = {
            "date_text": day,
            "date_edtf": "2025-02-28" if number == 0 else "-0538",
            "date_start": start,
            "date_end": start,
            "date_precision": "day" if number == 0 else "year",
            "date_basis": "explicit",
            "date_mod": None,
        }
        dated = at(day, "d", "date_id")
        self.rows["dates"].append({**dated, **when, "flags": []})
        table = at(lines, "t", "table_id")
        shape = {"n_rows": 2, "n_cols": 2, "source_form": "flattened", "confidence": 0.8, "flags": []}
        head = {"block_id": blocks[1]["block_id"], "seq": 0, "caption": None, "header": ["Tank", "Losses"]}
        self.rows["tables"].append({**table, **head, **shape})
        offset = text.index(lines)
        for row, line in enumerate(lines.split("\n")):
            words = [*line.split(), ""][:2]
            for col, word in enumerate(words):
                where = offset + (line.index(word) if word else len(line))
                value = float(word) if word.isdigit() else None
                kind = "number" if value is not None else "text" if word else "empty"
                cell = at(word, "c", "cell_id", where)
                placed = {"table_id": table["table_id"], "row": row, "col": col, "header": ("Tank", "Losses")[col]}
                values = {"value_type": kind, "value_number": value, "value_unit": None, "value_edtf": None}
                self.rows["table_cells"].append({**cell, **placed, "text": word, **values})
            offset += len(line) + 1
        place = {
            "place_text": "Kursk",
            "place_name": "Kursk",
            "place_country": "RUS",
            "place_lat": 51.73733,
            "place_lon": -36.18735,
            "geonames_id": 538560,
            "place_precision": "point",
        }
        said = {"modality": "reported", "source_text": "the General Staff", "modality_cue": "said"}
        figure = at("up to 3,000", "f", "figure_id")
        common = {**place, "date_id": dated["date_id"], **when, **said, "block_id": blocks[0]["block_id"]}
        self.rows["troop_figures"].append(
            {
                **figure,
                **common,
                "claim_id": figure["figure_id"],
                "cell_id": None,
                "low": None,
                "best": None,
                "high": 3000,
                "qualifier": "at_most",
                "unit_kind": "personnel",
                "unit": "troop",
                "role": "deployed",
                "force_text": "North Korean",
                "force_name": "Korean People's Army",
                "force_country": "PRK",
                "flags": [],
                "confidence": 0.9,
            }
        )
        event = at("met", "e", "event_id")
        actor = {"text": "Soviet officers", "name": "Red Army", "country": "SUN", "role": "MIL"}
        self.rows["events"].append(
            {
                **event,
                **common,
                "event_key": event["event_id"],
                "trigger": "met",
                "event_type": "CONSULT",
                "cameo_root": "04",
                "quad_class": 1,
                "mode": None,
                **{f"actor1_{name}": value for name, value in actor.items()},
                **{f"actor2_{name}": None for name in actor},
                "target_text": "+44 (tel)",
                "rule": "CONSULT:verb:meet",
                "actor1_rule": "subject/lexicon",
                "actor2_rule": None,
                "flags": ["inferred"],
                "confidence": 0.9,
            }
        )


_SAMPLE = Sample(2).rows


@pytest.fixture
def rows() -> dict[str, list[dict]]:
    """Rows of every dataset, free to be broken by the test."""
    return copy.deepcopy(_SAMPLE)


@pytest.fixture(scope="session")
def many_rows() -> dict[str, list[dict]]:
    """Rows of forty documents, two and two alike; every rule kept."""
    return Sample(40).rows


@pytest.fixture(scope="session")
def known() -> dict[str, contracts.Contract]:
    return contracts.load()


@pytest.fixture(scope="session")
def validated(known) -> validate.Validated:
    return validate.validate({name: contracts.to_table(name, rows) for name, rows in _SAMPLE.items()}, known)


@pytest.fixture(scope="session")
def published(validated, known, tmp_path_factory):
    """The folder of a release that no test may change."""
    return publish.publish(validated, tmp_path_factory.mktemp("output"), known, "1.2.3")
