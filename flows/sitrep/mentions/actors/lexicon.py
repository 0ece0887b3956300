"""The parts that names of actors are built from, found in a page by one automaton."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep.folding import keys
from sitrep.matcher import Matcher


@dataclass(slots=True, unsafe_hash=True)
class Part:
    """A known word or phrase.

    ``kind`` is ``state``, ``seat``, ``demonym``, ``people`` (a nation's people), ``group``, ``body``, ``agency``,
    ``person``, ``role``, ``reference`` or ``pronoun``. ``title``: may stand before a person's name. ``cased``: is a
    name, so it counts only with a capital; ``acronym``: only in capitals throughout; ``alone``: a surname by itself, or
    a word that may also count a noun behind it ("the two");
    ``bound``: counts only behind the name of a nation or of another actor ("the Israeli side"). ``adjectival``: a noun
    that may stand before others ("civilian infrastructure").
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
    adjectival: bool = False


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


def _by_key(pairs: Iterable[tuple[str, Part]]) -> dict[str, Part]:
    """Parts by their names, folded; of those with one name the first."""
    pairs = list(pairs)
    found: dict[str, Part] = {}
    for key, (_, part) in zip(keys(name for name, _ in pairs), pairs, strict=True):
        found.setdefault(key, part)
    return found


def _names(row: dict[str, str], column: str = "aliases") -> list[str]:
    return [row["name"], *row[column].split("|")] if row[column] else [row["name"]]


@cache
def _roles() -> dict[str, Part]:
    groups = dict(lexicons.load("actor_roles"))
    irregular = groups.pop("plurals")
    titles = lexicons.load("actor_titles")
    with_nation = lexicons.load("actor_groups")["with_nation"]
    bodies = set(titles["bodies"])
    adjectival = set(lexicons.load("reference")["adjectival"])
    many = set(irregular.values())
    pairs: list[tuple[str, Part]] = []
    for role, nouns in groups.items():
        for noun in nouns:
            last = noun.rsplit(" ", 1)[-1]
            plural = last in many or (last.endswith("s") and not last.endswith("ss"))
            title = last.rsplit("-", 1)[-1] not in bodies
            stands_before = noun in adjectival and not plural
            part = Part("role", noun, None, role, plural, title=title, cased=False, adjectival=stands_before)
            pairs.append((noun, part))
    for role, nouns in groups.items():
        for noun in nouns:
            pairs.append((_plural(noun, irregular), Part("role", noun, None, role, plural=True, cased=False)))
    for role, nouns in with_nation.items():
        for noun in nouns:
            one = Part("role", noun, None, role, cased=False, bound=True, adjectival=noun in adjectival)
            several = Part("role", noun, None, role, plural=True, cased=False, bound=True)
            pairs += ((noun, one), (_plural(noun, irregular), several))
    found = _by_key(pairs)
    ranks = titles["ranks"]
    for (short, full), key in zip(ranks.items(), keys(ranks.values()), strict=True):
        rank = Part("role", full, None, found[key].role, title=True, adjectival=full in adjectival)
        found.setdefault(short, rank)
    return found


@cache
def _named(file: str, kind: str) -> dict[str, Part]:
    pairs: list[tuple[str, Part]] = []
    for row in lexicons.rows(file):
        told = kind, row["name"], row["country"] or None, row["role"]
        part = Part(*told)
        for name in _names(row):
            acronym = len(name) <= 6 and sum(c.isupper() for c in name) > 1 and " " not in name
            pairs.append((name, Part(*told, acronym=True) if acronym else part))
    return _by_key(pairs)


@cache
def _states_together() -> dict[str, Part]:
    """States named together, which belong to none ("West African leaders", "world powers")."""
    listed = lexicons.load("states_together")
    pairs = [(name, Part("body", name, None, "IGO", plural=True, cased=False)) for name in listed["worldwide"]]
    for region in listed["regions"]:
        part = Part("body", f"{region} states", None, "IGO", plural=True)
        pairs.extend((f"{region} {member}", part) for member in listed["members"])
    return _by_key(pairs)


@cache
def _armed_groups() -> list[tuple[str, dict[str, str]]]:
    """The names of armed groups and of peoples, folded, each with the row that it stands in."""
    rows = [*lexicons.rows("armed_groups"), *lexicons.rows("peoples")]
    pairs = [(name, row) for row in rows for name in _names(row)]
    return list(zip(keys(name for name, _ in pairs), (row for _, row in pairs), strict=True))


@cache
def namesakes() -> dict[str, tuple[Part, ...]]:
    """Groups of several states by a name that they share, folded ("SLA", "National Liberation Army")."""
    found: dict[str, dict[str, Part]] = {}
    for name, row in _armed_groups():
        part = Part("group", row["name"], row["country"] or None, row["role"])
        found.setdefault(name, {}).setdefault(row["country"], part)
    return {name: tuple(states.values()) for name, states in found.items() if len(states) > 1}


@cache
def acronyms() -> dict[str, Part]:
    """Groups and offices of one state by their names in capitals, as written ("SNA")."""
    known = {**_named("agencies", "agency"), **_named("armed_groups", "group")}
    return {name.upper(): part for name, part in known.items() if part.acronym and part.country}


@cache
def kin() -> dict[str, tuple[str, str]]:
    """Peoples abroad, folded, to the word for the people and the state that it would name alone ("bosnian serb")."""
    states = _states()
    peoples = {word: part for word, part in states.items() if part.kind in ("demonym", "people") and part.country}
    found: dict[str, tuple[str, str]] = {}
    for name, row in _armed_groups():
        where, _, people = name.partition(" ")
        part = peoples.get(people)
        if part is not None and part.country and part.country != row["country"] and where in states:
            found[name] = people, part.country
    return found


@cache
def peoples_abroad() -> frozenset[str]:
    """The words for the peoples of ``kin``, each in its shortest form."""
    words = {people for people, _ in kin().values()}
    return frozenset(word for word in words if not any(word != other and other in word for other in words))


@cache
def offices_of_many() -> dict[str, Part]:
    """Offices and services of one state by a name that is a noun for those of others too, folded ("Congress")."""
    nouns = _roles()
    return {name: part for name, part in _named("agencies", "agency").items() if name in nouns}


@cache
def _states() -> dict[str, Part]:
    pairs: list[tuple[str, Part]] = []
    for row in lexicons.rows("countries"):
        name, country = row["name"], row["country"]
        state = Part("state", name, country, "STA")
        demonym, people = Part("demonym", name, country, "STA"), Part("people", name, country, "CVL", plural=True)
        seat = Part("seat", name, country, "STA")
        pairs.extend((text, state) for text in _names(row))
        for column, part in (("adjectives", demonym), ("people", people), ("seats", seat)):
            pairs.extend((text, part) for text in filter(None, row[column].split("|")))
    return _by_key(pairs)


class Half(NamedTuple):
    """When half of a name that two states share tells one of them: where the page names one of ``beside``."""

    beside: frozenset[str]
    joined: str


@cache
def halves() -> dict[Part, Half]:
    """States told by half of a name that two share ("the North", "North and South Korea")."""
    return {
        Part("state", row["name"], row["country"], "STA"): Half(frozenset(row["beside"].split("|")), row["joined"])
        for row in lexicons.rows("halves")
    }


@cache
def half_names() -> frozenset[str]:
    """The names of these states: to look for a name takes a tenth of the time that the whole part does."""
    return frozenset(part.name for part in halves())


def _leaders() -> dict[str, Part]:
    pairs: list[tuple[str, Part]] = []
    for row in lexicons.rows("leaders", ("name", "country")):
        part = Part("person", row["name"], row["country"] or None, row["role"])
        pairs.extend((name, part) for name in _names(row, "spellings"))
        if row["alone"]:
            alone = Part("person", row["name"], part.country, row["role"], alone=True)
            pairs.extend((name, alone) for name in row["alone"].split("|"))
    return _by_key(pairs)


@cache
def _peoples() -> dict[str, Part]:
    """Peoples; those of several states are a role that the text gives a state ("Syrian Kurds", "the Tuaregs")."""
    pairs: list[tuple[str, Part]] = []
    for row in lexicons.rows("peoples"):
        if row["country"]:
            part = Part("group", row["name"], row["country"], row["role"])
        else:
            part = Part("role", row["name"], None, row["role"], plural=True)
        pairs.extend((name, part) for name in _names(row))
    return _by_key(pairs)


_ARTICLE = "the "
NOBODY = Part("nobody", "", cased=False)


@cache
def parts() -> Matcher[tuple[Part, ...]]:
    """All parts; a phrase that several lists hold has what each says of it, the more specific list first."""
    found: dict[str, tuple[Part, ...]] = {}
    for source in (
        _named("armed_groups", "group"), _peoples(), _named("bodies", "body"), _named("agencies", "agency"),
        _states_together(), _leaders(), _states(), _by_key((part.name, part) for part in halves()),
        _referring(), _roles(), {word: Part("pronoun", kind, cased=False) for word, kind in pronouns().items()},
        dict.fromkeys(keys(lexicons.load("actor_groups")["nobody"]), NOBODY),
    ):  # fmt: skip
        for phrase, part in source.items():
            found[phrase] = (*found.get(phrase, ()), part)
    pointing = {phrase.split()[1] for phrase in found if phrase.startswith(_ARTICLE) and phrase.count(" ") == 1}
    for phrase, known in list(found.items()):
        if known[0].kind in ("body", "group", "agency") and " " in phrase and phrase.split(" ", 1)[0] in pointing:
            found.setdefault(_ARTICLE + phrase, known)  # "the organisation" is not all of its name
    return Matcher.of_keys(found)


@cache
def pronouns() -> dict[str, str]:
    """Pronouns with what they stand for: ``person``, ``thing``, ``plural`` or ``speaker``."""
    return {word: kind for kind, words in lexicons.load("reference")["pronouns"].items() for word in words}


@cache
def _referring() -> dict[str, Part]:
    """Nouns that name nobody by themselves ("the group", "both sides", "the enemy")."""
    counting = frozenset(lexicons.load("reference")["counting"])
    return {
        key: Part("reference", kind, plural=kind in ("sides", "plural"), cased=False, alone=key in counting)
        for kind, nouns in lexicons.load("reference")["nouns"].items()
        for key in keys(nouns)
    }


class Leader(NamedTuple):
    """A person who held an office from ``first_year`` to ``last_year`` (None: holds it still, or until unknown)."""

    name: str
    country: str | None
    role: str
    first_year: int
    last_year: int | None


@cache
def surnames() -> dict[str, tuple[Leader, ...]]:
    """Known persons by the last word of their name, folded."""
    rows = lexicons.rows("leaders", ("name", "country"))
    found: dict[str, tuple[Leader, ...]] = {}
    for key, row in zip(keys(row["name"] for row in rows), rows, strict=True):
        last = key.rsplit(" ", 1)[-1]
        until = int(row["last_year"]) if row["last_year"] else None
        leader = Leader(row["name"], row["country"] or None, row["role"], int(row["first_year"]), until)
        found[last] = (*found.get(last, ()), leader)
    return found
