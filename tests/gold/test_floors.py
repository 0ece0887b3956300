"""What the readers reach on the development gold: a floor is the score reached, rounded down, and never lowered."""

import importlib.util
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sitrep import contracts, ingest, pipeline
from sitrep.model import Document

HERE = Path(__file__).parent
RAW = HERE.parent / "raw"
GOLD = sorted((HERE / "dev").glob("*.json"))

# (score, field) -> floor, over all gold files together
FLOORS = {
    ("troop_figures", "f1"): 0.96,
    ("troop_figures", "qualifier"): 1.0,
    ("troop_figures", "modality"): 0.97,
    ("troop_figures", "force_country"): 0.90,
    ("troop_figures", "place_country"): 0.90,
    ("troop_figures", "date_edtf"): 0.93,
    ("figures_value", "f1"): 0.98,
    ("events_strict", "f1"): 0.85,
    ("events_strict", "date_edtf"): 0.89,
    ("events_strict", "modality"): 0.98,
    ("events_strict", "place_country"): 0.82,
    ("events_type", "f1"): 0.93,
    ("events_relaxed", "f1"): 0.92,
    ("dates_span", "f1"): 1.0,
    ("dates", "f1"): 1.0,
    ("tables", "f1"): 0.88,
    ("blocks", "f1"): 0.99,
}

# The same for the founding document alone.
FOUNDING = {
    ("troop_figures", "f1"): 1.0,
    ("dates", "f1"): 1.0,
    ("tables", "f1"): 1.0,
    ("blocks", "f1"): 1.0,
    ("events_strict", "f1"): 0.8,
}


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("score", HERE / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    """All of our raw texts, read; as the Parquet files that the scorer loads."""
    folder = tmp_path_factory.mktemp("dataset")
    documents = [item for item in ingest.read(RAW) if isinstance(item, Document)]
    for name, rows in pipeline.read_all(documents).items():
        pq.write_table(contracts.to_table(name, rows), folder / f"{name}.parquet")
    return folder


@pytest.fixture(scope="module")
def scores(scorer, dataset):
    tallies, lost = scorer.run(dataset, GOLD)
    assert not lost, f"gold without a document: {lost}"
    return {name: tally.line() for name, tally in tallies.items()}


@pytest.mark.parametrize("what", FLOORS, ids="-".join)
def test_score_stays_above_its_floor(scores, what):
    score, field = what
    assert scores[score][field] >= FLOORS[what], scores[score]


@pytest.mark.parametrize("what", FOUNDING, ids="-".join)
def test_founding_document(scorer, dataset, what):
    tallies, lost = scorer.run(dataset, [HERE / "dev" / "seed.json"])
    assert not lost
    score, field = what
    assert tallies[score].line()[field] >= FOUNDING[what], tallies[score].misses
