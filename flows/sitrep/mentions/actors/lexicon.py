"""The parts that names of actors are built from, found in a page by one automaton."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep.folding import fold
from sitrep.matcher import Matcher


class Part(NamedTuple):
    """A known word or phrase.

    ``kind`` is ``state``, ``seat``, ``demonym``, ``people`` (a nation's people), ``group``, ``body``, ``agency``,
    ``person``, ``role``, ``reference`` or ``pronoun``. ``title``: may stand before a person's name. ``cased``: is a
    name, so it counts only with a capital; ``acronym``: only in capitals throughout; ``alone``: a surname by itself;
    ``bound``: counts only behind the name of a nation or of another actor ("the Israeli side").
    """

    kind: str
    name: str
    country: str | None = None
    role: str | None = None
    plural: bool = False
    title: bool = False
    cased: bool = True
    acronym: bool = False
    alone: bool = False
    bound: bool = False


def _plural(noun: str, irregular: dict[str, str]) -> str:
    if noun in irregular:
        return irregular[noun]
    if " of " in noun:
        first, _, rest = noun.partition(" of ")
        return f"{_plural(first, irregular)} of {rest}"
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
    with_nation = lexicons.load("actor_groups")["with_nation"]
    bodies = set(titles["bodies"])
    found: dict[str, Part] = {}
    many = set(irregular.values())
    for role, nouns in groups.items():
        for noun in nouns:
            last = noun.rsplit(" ", 1)[-1]
            plural = last in many or (last.endswith("s") and not last.endswith("ss"))
            found.setdefault(
                _key(noun),
                Part("role", noun, None, role, plural, title=last.rsplit("-", 1)[-1] not in bodies, cased=False),
            )
    for role, nouns in groups.items():
        for noun in nouns:
            found.setdefault(_key(_plural(noun, irregular)), Part("role", noun, None, role, plural=True, cased=False))
    for role, nouns in with_nation.items():
        for noun in nouns:
            part = Part("role", noun, None, role, cased=False, bound=True)
            found.setdefault(_key(noun), part)
            found.setdefault(_key(_plural(noun, irregular)), part._replace(plural=True))
    for short, full in titles["ranks"].items():
        found.setdefault(short, Part("role", full, None, found[_key(full)].role, title=True))
    return found


def _named(file: str, kind: str) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for row in lexicons.rows(file):
        part = Part(kind, row["name"], row["country"] or None, row["role"])
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            acronym = len(name) <= 6 and sum(c.isupper() for c in name) > 1 and " " not in name
            found.setdefault(_key(name), part._replace(acronym=acronym) if acronym else part)
    return found


@cache
def namesakes() -> dict[str, tuple[Part, ...]]:
    """Groups of several states by a name that they share, folded ("SLA", "National Liberation Army")."""
    found: dict[str, dict[str, Part]] = {}
    for row in lexicons.rows("armed_groups"):
        part = Part("group", row["name"], row["country"] or None, row["role"])
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found.setdefault(_key(name), {}).setdefault(row["country"], part)
    return {name: tuple(states.values()) for name, states in found.items() if len(states) > 1}


@cache
def kin() -> dict[str, tuple[str, str]]:
    """Peoples abroad, folded, to the word for the people and the state that it would name alone ("bosnian serb")."""
    peoples = {word: part for word, part in _states().items() if part.kind in ("demonym", "people") and part.country}
    found: dict[str, tuple[str, str]] = {}
    for row in lexicons.rows("armed_groups"):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            where, _, people = _key(name).partition(" ")
            part = peoples.get(people)
            if part is not None and part.country and part.country != row["country"] and where in _states():
                found[f"{where} {people}"] = people, part.country
    return found


@cache
def offices_of_many() -> dict[str, Part]:
    """Offices and services of one state by a name that is a noun for those of others too, folded ("Congress")."""
    nouns = _roles()
    return {name: part for name, part in _named("agencies", "agency").items() if name in nouns}


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
        part = Part("person", row["name"], row["country"] or None, row["role"])
        for name in (row["name"], *filter(None, row["spellings"].split("|"))):
            found.setdefault(_key(name), part)
        for name in filter(None, row["alone"].split("|")):
            found.setdefault(_key(name), part._replace(alone=True))
    return found


_ARTICLE = "the "
NOBODY = Part("nobody", "", cased=False)


@cache
def parts() -> Matcher[tuple[Part, ...]]:
    """All parts; a phrase that several lists hold has what each says of it, the more specific list first."""
    found: dict[str, tuple[Part, ...]] = {}
    for source in (
        _named("armed_groups", "group"), _named("bodies", "body"), _named("agencies", "agency"), _leaders(), _states(),
        _referring(), _roles(), {word: Part("pronoun", kind, cased=False) for word, kind in pronouns().items()},
        {_key(phrase): NOBODY for phrase in lexicons.load("actor_groups")["nobody"]},
    ):  # fmt: skip
        for phrase, part in source.items():
            found[phrase] = (*found.get(phrase, ()), part)
    pointing = {phrase.split()[1] for phrase in _referring() if phrase.startswith(_ARTICLE) and phrase.count(" ") == 1}
    for phrase, known in list(found.items()):
        if known[0].kind in ("body", "group", "agency") and " " in phrase and phrase.split(" ", 1)[0] in pointing:
            found.setdefault(_ARTICLE + phrase, known)  # "the organisation" is not all of its name
    return Matcher(found)


@cache
def pronouns() -> dict[str, str]:
    """Pronouns with what they stand for: ``person``, ``thing``, ``plural`` or ``speaker``."""
    return {word: kind for kind, words in lexicons.load("reference")["pronouns"].items() for word in words}


def _referring() -> dict[str, Part]:
    """Nouns that name nobody by themselves ("the group", "both sides", "the enemy")."""
    return {
        _key(noun): Part("reference", kind, plural=kind in ("sides", "plural"), cased=False)
        for kind, nouns in lexicons.load("reference")["nouns"].items()
        for noun in nouns
    }


@cache
def surnames() -> dict[str, tuple[Part, ...]]:
    """Known persons by the last word of their name, folded."""
    found: dict[str, tuple[Part, ...]] = {}
    for row in lexicons.rows("leaders", ("name", "country")):
        last = _key(row["name"]).rsplit(" ", 1)[-1]
        found[last] = (*found.get(last, ()), Part("person", row["name"], row["country"] or None, row["role"]))
    return found
