"""Which state acts for a territory that has an alpha-3 code of its own, but no army and no foreign policy."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons


@cache
def _states() -> dict[str, str]:
    return {row["territory"]: row["state"] for row in lexicons.rows("territories")}


def sovereign(country: str | None) -> str | None:
    """The alpha-3 code of the state that a country is or belongs to ("FLK" is GBR's); None for none."""
    return _states().get(country, country) if country else None
