"""The parts that names of actors are built from, found in a page by one automaton."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sitrep import lexicons
from sitrep.folding import fold
from sitrep.matcher import Matcher


@dataclass(frozen=True, slots=True)
class Part:
    """A known word or phrase.

    ``kind`` is ``state``, ``seat``, ``demonym``, ``people`` (a nation's people), ``group``, ``body``, ``agency``,
    ``person``, ``role`` or ``pronoun``. ``title``: may stand before a person's name. ``cased``: is a name, so it counts only
    with a capital. ``force``: a body of people rather than a person, so ``it`` may mean it.
    """

    kind: str
    name: str
    country: str | None = None
    role: str | None = None
    plural: bool = False
    title: bool = False
    cased: bool = True
    first_year: int = 0
    last_year: int = 9999


_PRONOUNS = {
    "he": "person", "she": "person", "him": "person", "her": "person", "his": "person", "it": "thing", "its": "thing",
    "they": "plural", "them": "plural", "their": "plural", "itself": "thing", "himself": "person", "themselves": "plural",
}  # fmt: skip


def _plural(noun: str, irregular: dict[str, str]) -> str:
    if noun in irregular:
        return irregular[noun]
    head, _, last = noun.rpartition(" ")
    if last in irregular:
        return f"{head} {irregular[last]}".strip()
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _key(phrase: str) -> str:
    return " ".join(fold(phrase).split())


def _roles() -> dict[str, Part]:
    groups = dict(lexicons.load("actor_roles"))
    irregular = groups.pop("plurals")
    titles = lexicons.load("actor_titles")
    heads = set(titles["titles"])
    found: dict[str, Part] = {}
    for role, nouns in groups.items():
        for noun in nouns:
            found.setdefault(_key(noun), Part("role", noun, None, role, title=noun in heads, cased=False))
    for role, nouns in groups.items():
        for noun in nouns:
            many = _plural(noun, irregular)
            found.setdefault(_key(many), Part("role", noun, None, role, plural=True, cased=False))
    for short, full in titles["ranks"].items():
        found.setdefault(short, Part("role", full, None, found[_key(full)].role, title=True))
    return found


def _named(file: str, kind: str) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for row in lexicons.rows(file):
        part = Part(kind, row["name"], row["country"] or None, row["role"])
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found.setdefault(_key(name), part)
    return found


def _states() -> dict[str, Part]:
    found: dict[str, Part] = {}
    for row in lexicons.rows("countries"):
        name, country = row["name"], row["country"]
        for text in (name, *filter(None, row["aliases"].split("|"))):
            found.setdefault(_key(text), Part("state", name, country, "STA"))
        for text in filter(None, row["adjectives"].split("|")):
            found.setdefault(_key(text), Part("demonym", name, country, "STA"))
        for text in filter(None, row["people"].split("|")):
            found.setdefault(_key(text), Part("people", name, country, "CVL", plural=True))
        for text in filter(None, row["seats"].split("|")):
            found.setdefault(_key(text), Part("seat", name, country, "STA"))
    return found


def _leaders() -> dict[str, Part]:
    found: dict[str, Part] = {}
    for row in lexicons.rows("leaders", ("name", "country")):
        years = int(row["first_year"] or 0), int(row["last_year"] or 9999)
        part = Part("person", row["name"], row["country"], row["role"], first_year=years[0], last_year=years[1])
        for name in (row["name"], *filter(None, (row["spellings"] + "|" + row["alone"]).split("|"))):
            found.setdefault(_key(name), part)
    return found


@cache
def parts() -> Matcher[Part]:
    """All parts; where lists share a phrase, the more specific list wins."""
    found: dict[str, Part] = {}
    for source in (
        _named("armed_groups", "group"), _named("bodies", "body"), _named("agencies", "agency"), _leaders(), _states(),
        _roles(), {word: Part("pronoun", kind, cased=False) for word, kind in _PRONOUNS.items()},
    ):  # fmt: skip
        for phrase, part in source.items():
            found.setdefault(phrase, part)
    return Matcher(found)
