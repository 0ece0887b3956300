"""The gate of a build: each dataset held against its contract, one suite run each.

A row that breaks a row rule goes to quarantine, and with it every row that refers to it. A table rule that breaks
(schema, uniqueness, references) stops the release.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.compute as pc

from sitrep import frames, quality

if TYPE_CHECKING:
    import pandas

    from sitrep.contracts import Contract, Contracts, Rule

_SHOWN = 5


class GateError(ValueError):
    """A table rule is broken: the release stops. Names rule, dataset and rows."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One rule broken by one row. ``row_id`` is None where it is the table as a whole that breaks it."""

    dataset: str
    rule: Rule
    row_id: str | None
    value: str


@dataclass
class Assessment:
    """What holding all tables against their contracts found. ``checked`` and ``failed`` count rows per rule."""

    breaches: list[Breach] = field(default_factory=list)
    checked: dict[tuple[str, str], int] = field(default_factory=dict)
    failed: dict[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Validated:
    """Tables that keep every rule, the rows that did not, and the quality report (see ``quality.report``)."""

    tables: dict[str, pyarrow.Table]
    quarantine: dict[str, pyarrow.Table]
    quality: dict[str, Any]


def validate(tables: Mapping[str, pyarrow.Table], contracts: Contracts) -> Validated:
    """Part the rows that keep the rules from those that do not. Raises GateError where a table rule is broken."""
    for name, contract in contracts.items():
        hold_schema(contract, tables.get(name))
    found = assess(tables, contracts)
    stopped = [breach for breach in found.breaches if breach.rule.of == "table"]
    if stopped:
        raise GateError(_stop_message(stopped))
    breaches = {name: [b for b in found.breaches if b.dataset == name] for name in contracts}
    dropped = {name: {b.row_id for b in breaches[name]} for name in contracts}
    _drop_dangling(tables, contracts, breaches, dropped)
    kept, quarantine = {}, {}
    for name, contract in contracts.items():
        table = tables[name]
        out = pc.is_in(table[contract.key], pyarrow.array(sorted(dropped[name]), pyarrow.string()))
        kept[name] = table.filter(pc.invert(out))
        quarantine[name] = _quarantined(contract, table.filter(out), breaches[name])
    return Validated(kept, quarantine, quality.report(kept, contracts, dropped, found.checked, found.failed))


def hold_schema(contract: Contract, table: pyarrow.Table | None) -> None:
    """Raises GateError where the columns, their order or their types are not the contract's."""
    if differences := schema_differences(contract, table):
        raise GateError(f"{contract.name}: rule columns_of_contract: " + "; ".join(differences))


def schema_differences(contract: Contract, table: pyarrow.Table | None) -> list[str]:
    """What of the table's columns is not as the contract has it, one sentence each; empty where all is."""
    if table is None:
        return ["the dataset is missing"]
    expected, names = contract.arrow_schema, set(table.column_names)
    found = [f"column {name} is missing" for name in contract.names if name not in names]
    found += [f"column {name} is not in the contract" for name in table.column_names if name not in contract.column]
    if not found and list(contract.names) != table.column_names:
        found.append("the columns stand in another order")
    for column in expected:
        if column.name in names and not table.schema.field(column.name).type.equals(column.type):
            found.append(f"column {column.name} is {table.schema.field(column.name).type}, not {column.type}")
    return found


def assess(tables: Mapping[str, pyarrow.Table], contracts: Contracts) -> Assessment:
    """Every breach of every rule, by one suite run per table given.

    A rule that needs a dataset or a column which is not given is passed over (and not counted as checked).
    """
    found = Assessment()
    engine = _Engine()
    for name, contract in contracts.items():
        if name not in tables:
            continue
        frame = frames.frame(contract, tables)
        rules = {rule.name: rule for rule in contract.rules if all(column in frame for column in _read_by(rule))}
        failed = engine.failed_rules(contract, frame, rules)
        breaches = list(engine.breaches(contract, frame, failed)) if failed else []
        counts = Counter(breach.rule.name for breach in breaches)
        for rule in rules:
            found.checked[name, rule], found.failed[name, rule] = len(frame), counts[rule]
        found.breaches += breaches
    return found


def _read_by(rule: Rule) -> Iterable[str]:
    if "column" in rule.arguments:
        return [rule.arguments["column"]]
    return [*rule.columns, *(part.name for part in rule.parts)]


class _Engine:
    """Great Expectations on frames in memory: no project, no files, no progress bars, nothing sent anywhere."""

    def __init__(self) -> None:
        os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
        import great_expectations as gx
        from great_expectations.data_context.types import base

        # Without the folder in the temporary directory that the default has made for pages nobody will look at.
        config = base.DataContextConfig(
            store_backend_defaults=base.InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
            progress_bars=base.ProgressBarsConfig(globally=False, metric_calculations=False),
            analytics_enabled=False,
        )
        context = gx.get_context(mode="ephemeral", project_config=config)
        self._source = context.data_sources.add_pandas("release")

    def failed_rules(self, contract: Contract, frame: pandas.DataFrame, rules: Mapping[str, Rule]) -> dict[str, Rule]:
        """The rules that do not hold. Looking for the rows takes twice as long, so it is left to ``breaches``."""
        results = self._run(contract, frame, rules, {"result_format": "BOOLEAN_ONLY"})
        return {rule.name: rule for rule, result in results if not result.success}

    def breaches(self, contract: Contract, frame: pandas.DataFrame, rules: Mapping[str, Rule]) -> Iterator[Breach]:
        """Each row that breaks one of the rules, with what it holds."""
        wanted = {
            "result_format": "COMPLETE",
            "unexpected_index_column_names": [contract.key],
            "return_unexpected_index_query": False,
        }
        for rule, result in self._run(contract, frame, rules, wanted):
            for row in result.result.get("unexpected_index_list") or [{contract.key: None}]:
                yield Breach(contract.name, rule, row[contract.key], _value(rule, row))

    def _run(
        self, contract: Contract, frame: pandas.DataFrame, rules: Mapping[str, Rule], result_format: dict[str, Any]
    ) -> Iterator[tuple[Rule, Any]]:
        from sitrep import expectations

        name = f"{contract.name} {result_format['result_format']}"
        batch = self._source.add_dataframe_asset(name).add_batch_definition_whole_dataframe("all")
        suite = expectations.suite(contract.name, rules.values())
        outcome = batch.get_batch({"dataframe": frame}).validate(suite, result_format=result_format)
        for result in outcome.results:
            rule = rules[result.expectation_config.meta["rule"]]
            if error := _raised(result.exception_info):
                raise GateError(f"{contract.name}: rule {rule.name} cannot be checked: {error}; correct the contract")
            yield rule, result


def _raised(info: Mapping[str, Any]) -> str | None:
    """The message of an exception inside an expectation: told as such, or per metric."""
    if "raised_exception" in info:
        return info.get("exception_message") if info["raised_exception"] else None
    return next((message for inner in info.values() if (message := _raised(inner))), None)


def _value(rule: Rule, row: Mapping[str, Any]) -> str:
    """What the row holds in the columns that the rule reads, as JSON."""
    names = [*rule.columns, *(part.name for part in rule.parts)]
    held = {name: _plain(row[name]) for name in names if name in row}
    return json.dumps(held, ensure_ascii=False, default=str)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, tuple, bool, int)):
        return value
    import pandas

    if pandas.isna(value):
        return None
    if isinstance(value, pandas.Timestamp):
        return value.date().isoformat()
    return value.item() if hasattr(value, "item") else value


def _drop_dangling(
    tables: Mapping[str, pyarrow.Table],
    contracts: Contracts,
    breaches: dict[str, list[Breach]],
    dropped: dict[str, set[str]],
) -> None:
    """Add the rows that refer to a dropped row, and those that refer to these, until none is left."""
    changed = True
    while changed:
        changed = False
        for name, contract in contracts.items():
            for column in contract.columns:
                gone = column.reference and dropped[column.reference.dataset]
                if not gone:
                    continue
                rule = next(r for r in contract.rules if r.name == f"{column.name}_in_{column.reference.dataset}")
                hit = tables[name].filter(
                    pc.is_in(tables[name][column.name], pyarrow.array(sorted(gone), pyarrow.string()))
                )
                for row, value in zip(hit[contract.key].to_pylist(), hit[column.name].to_pylist(), strict=True):
                    if row not in dropped[name]:
                        dropped[name].add(row)
                        breaches[name].append(Breach(name, rule, row, json.dumps({column.name: value})))
                        changed = True


QUARANTINE_SCHEMA = pyarrow.schema(
    [
        pyarrow.field("row_id", pyarrow.string(), False, {"description": "Id of the row that was held back."}),
        pyarrow.field("rule", pyarrow.string(), False, {"description": "The rule of the contract that it breaks."}),
        pyarrow.field("severity", pyarrow.string(), False, {"description": "Severity of that rule."}),
        pyarrow.field("value", pyarrow.string(), False, {"description": "What the columns of the rule hold, as JSON."}),
        pyarrow.field("row", pyarrow.string(), False, {"description": "The whole row, as JSON."}),
    ]
)


def _quarantined(contract: Contract, table: pyarrow.Table, breaches: list[Breach]) -> pyarrow.Table:
    """One entry per row and rule, in the order of the rows and of the contract's rules."""
    order = {rule.name: i for i, rule in enumerate(contract.rules)}
    of: dict[str, list[Breach]] = {}
    for breach in breaches:
        of.setdefault(breach.row_id, []).append(breach)
    entries = []
    for row in table.to_pylist():
        whole = json.dumps(row, ensure_ascii=False, default=str)
        for breach in sorted(of[row[contract.key]], key=lambda b: order[b.rule.name]):
            entry = (breach.row_id, breach.rule.name, breach.rule.severity, breach.value, whole)
            entries.append(dict(zip(QUARANTINE_SCHEMA.names, entry, strict=True)))
    return pyarrow.Table.from_pylist(entries, QUARANTINE_SCHEMA)


def _stop_message(breaches: list[Breach]) -> str:
    lines = ["the release stops: a rule that all rows together must keep is broken"]
    by: dict[tuple[str, str], list[Breach]] = {}
    for breach in breaches:
        by.setdefault((breach.dataset, breach.rule.name), []).append(breach)
    for (dataset, rule), group in by.items():
        rows = ", ".join(f"{b.row_id} {b.value}" for b in group[:_SHOWN])
        more = f" and {len(group) - _SHOWN} more" if len(group) > _SHOWN else ""
        lines.append(f"{dataset}: rule {rule} ({group[0].rule.description}): {len(group)} rows: {rows}{more}")
    return "\n".join(lines)
