"""Which state acts for a territory that has an alpha-3 code of its own, but no army and no foreign policy, and to which
one those are coded whom only their setting gives a state; and in which other states armed groups fight."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons


@cache
def _states() -> dict[str, str]:
    return {row["territory"]: row["state"] for row in lexicons.rows("territories")}


def sovereign(country: str | None) -> str | None:
    """The alpha-3 code of the state that a country is or belongs to ("FLK" is GBR's); None for none."""
    return _states().get(country, country) if country else None


@cache
def _of_others() -> dict[tuple[str, str], str]:
    rows = lexicons.rows("forces_of_others", ("state", "role", "noun"))
    return {(row["state"], row["role"] or row["noun"]): row["coded_to"] for row in rows}


def coded_to(country: str, role: str | None, noun: str | None) -> str:
    """The alpha-3 code of those whom only their setting gives a state: nearly always the same."""
    known = _of_others()
    return known.get((country, role or "")) or known.get((country, noun or "")) or country


@cache
def states_abroad() -> dict[str, frozenset[str]]:
    """The states (alpha-3) in which armed groups fight beside their own, by each of their names in lower case."""
    states = {row["name"]: frozenset(row["countries"].split("|")) for row in lexicons.rows("groups_abroad")}
    return {
        name.lower(): states[row["name"]]
        for row in lexicons.rows("armed_groups")
        if row["name"] in states
        for name in (row["name"], *row["aliases"].split("|"))
        if name
    }
