"""The quality of a release in figures, and as a page to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

    from sitrep.contracts import Contracts

_DIGITS = 6


def report(
    tables: Mapping[str, pyarrow.Table],
    contracts: Contracts,
    dropped: Mapping[str, set[str]],
    checked: Mapping[tuple[str, str], int],
    failed: Mapping[tuple[str, str], int],
) -> dict[str, Any]:
    """``datasets`` (rows, quarantined, share of nulls per column), ``rules`` (checked, failed), ``rejects`` by reason.

    ``tables`` are the rows that are published; ``checked`` and ``failed`` count rows by (dataset, rule).
    """
    datasets, rules = {}, []
    for name, contract in contracts.items():
        table = tables[name]
        shares = {c: round(table[c].null_count / len(table), _DIGITS) if len(table) else None for c in contract.names}
        datasets[name] = {
            "contract_version": contract.version,
            "rows": len(table),
            "quarantined": len(dropped[name]),
            "null_shares": shares,
        }
        for rule in contract.rules:
            if (name, rule.name) in checked:
                entry = {"dataset": name, "rule": rule.name, "of": rule.of, "severity": rule.severity}
                counts = {"checked": checked[name, rule.name], "failed": failed[name, rule.name]}
                rules.append({**entry, **counts, "description": rule.description})
    reasons = Counter(tables["rejects"]["reason"].to_pylist())
    return {"datasets": datasets, "rules": rules, "rejects": dict(sorted(reasons.items()))}


def page(quality: Mapping[str, Any]) -> str:
    """The report in Markdown."""
    lines = ["# Quality", "", "## Datasets", "", "| dataset | rows | quarantined |", "|:--|--:|--:|"]
    lines += [f"| {name} | {about['rows']} | {about['quarantined']} |" for name, about in quality["datasets"].items()]
    broken = sum(1 for rule in quality["rules"] if rule["failed"])
    lines += ["", "## Rules", "", f"{len(quality['rules'])} rules were checked; {broken} had rows that failed.", ""]
    lines += ["| dataset | rule | severity | checked | failed |", "|:--|:--|:--|--:|--:|"]
    lines += ["| {dataset} | {rule} | {severity} | {checked} | {failed} |".format(**rule) for rule in quality["rules"]]
    lines += ["", "## Rejects", ""]
    if quality["rejects"]:
        lines += ["| reason | inputs |", "|:--|--:|"] + [f"| {why} | {n} |" for why, n in quality["rejects"].items()]
    else:
        lines.append("None.")
    lines += ["", "## Share of nulls", "", "| dataset | column | share |", "|:--|:--|--:|"]
    for name, about in quality["datasets"].items():
        for column, share in about["null_shares"].items():
            lines.append(f"| {name} | {column} | {'' if share is None else f'{share:.1%}'} |")
    return "\n".join(lines) + "\n"
