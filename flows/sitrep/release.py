"""A release that stands: read a dataset of it, or hold all of it against the contracts (the gate)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow
import pyarrow.parquet as pq

from sitrep import agreement, checksums, contracts, rows, validate
from sitrep import patterns as re

if TYPE_CHECKING:
    import pandas

    from sitrep.contracts import Contract, Contracts

_ID = re.compile(r".+-[0-9a-f]{12}")


class ReleaseError(RuntimeError):
    """There is no release, dataset or row to work on. Says what is missing and what to do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in which a release falls short: the check that found it and where, as far as that can be told."""

    check: str
    file: str
    message: str
    dataset: str | None = None
    row: str | None = None
    column: str | None = None
    severity: str = "critical"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was held against the release. ``dataset`` is None for a check of the release as a whole."""

    name: str
    dataset: str | None = None


@dataclass(frozen=True)
class Report:
    """What ``check_release`` did and found; ``report`` renders it."""

    release: str
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        return not self.findings


def read(release: str | Path, dataset: str) -> pandas.DataFrame:
    """One dataset of a release as a frame, typed as ``rows.to_frame`` says.

    Raises ReleaseError where there is no such release or dataset, or where it is not as its contract has it.
    """
    known = contracts.load()
    if dataset not in known:
        raise ReleaseError(f"{dataset!r} is no dataset; take one of {', '.join(known)}")
    contract, path = known[dataset], Path(release) / f"{dataset}.parquet"
    if not path.is_file():
        raise ReleaseError(f"{path}: no such file; name the folder of a release, such as output/latest")
    try:
        table = pq.read_table(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise ReleaseError(f"{path}: cannot be read ({error}); run `sitrep check {release}`") from error
    if differences := validate.schema_differences(contract, table):
        raise ReleaseError(f"{path}: not as its contract has it: {'; '.join(differences)}; build the release again")
    return rows.to_frame(contract, table)


def check_release(release: Path, known: Contracts) -> Report:
    """Hold a release against everything it promises.

    Checksums, schemas, every expectation (the grounding of each quote among them), the agreement of CSV and Parquet,
    and the files derived from the contracts. Raises ReleaseError where there is no release to check.
    """
    if not release.is_dir():
        raise ReleaseError(f"{release}: no such release; build one with `sitrep build`, or name its folder")
    if not any((release / name).exists() for name in (checksums.SUMS, *(f"{name}.parquet" for name in known))):
        raise ReleaseError(f"{release}: no release: it holds no dataset; name a folder of releases/, or latest")
    checks, findings = [Check("checksums"), Check("release_id")], [*_checksum_findings(release)]
    tables: dict[str, pyarrow.Table] = {}
    for name, contract in known.items():
        checks.append(Check("schema", name))
        found, table = _schema_findings(release, contract)
        findings += found
        if table is not None and contract.key in table.column_names:
            tables[name] = table
    try:
        assessment = validate.assess(tables, known)
    except validate.GateError as error:
        raise ReleaseError(f"{release}: {error}") from error
    # The schema check has told of a missing column, and of more than this rule sees.
    checks += [Check(rule, dataset) for dataset, rule in assessment.checked if rule != "columns_of_contract"]
    findings += [_breach_finding(b) for b in assessment.breaches if b.rule.name != "columns_of_contract"]
    for name, table in tables.items():
        checks.append(Check("csv_agrees", name))
        differences = agreement.csv_differences(release / f"{name}.csv", known[name], table)
        findings += [Finding("csv_agrees", f"{name}.csv", d.message, name, d.row, d.column) for d in differences]
    checks += [Check("table_files_agree"), Check("derived_files_agree")]
    if "table_cells" in tables:
        differences = agreement.table_file_differences(release, tables["table_cells"])
        findings += [
            Finding("table_files_agree", d.file, d.message, "table_cells", d.row, d.column) for d in differences
        ]
    differences = agreement.derived_file_differences(release, known, tables)
    findings += [Finding("derived_files_agree", d.file, d.message) for d in differences]
    return Report(str(release), tuple(checks), tuple(findings))


def _checksum_findings(release: Path) -> Iterator[Finding]:
    path = release / checksums.SUMS
    if not path.is_file():
        yield Finding("checksums", checksums.SUMS, "the list of checksums is missing")
        return
    try:
        for file, state in checksums.hold(release).items():
            yield Finding("checksums", file, _STATES[state], _dataset_of(file))
    except checksums.ChecksumsError as error:
        yield Finding("checksums", checksums.SUMS, str(error))
    name = release.resolve().name
    if _ID.fullmatch(name) and not name.endswith(f"-{checksums.content_id(release)}"):
        message = f"the checksums are not those that the release was named after ({name})"
        yield Finding("release_id", checksums.SUMS, message)


_STATES = {
    checksums.CHANGED: "the file is not the one that was published: its checksum differs",
    checksums.MISSING: "the file is missing",
    checksums.UNLISTED: "the file is no part of the release: it has no checksum",
}


def _dataset_of(file: str) -> str | None:
    stem = file.rpartition("/")[2].partition(".")[0]
    return stem if stem in contracts.DATASETS else None


def _schema_findings(release: Path, contract: Contract) -> tuple[list[Finding], pyarrow.Table | None]:
    """What is wrong with a Parquet file as such, and what of it can be held against rules nevertheless."""
    name, file = contract.name, f"{contract.name}.parquet"
    if not (release / file).is_file():
        return [Finding("schema", file, "the file is missing", name)], None
    try:
        table = pq.read_table(release / file, page_checksum_verification=True)
    except (pyarrow.ArrowException, OSError) as error:
        return [Finding("schema", file, f"cannot be read: {error}", name)], None
    expected, schema = contract.arrow_schema, table.schema
    differences = list(validate.schema_differences(contract, table))
    sound = []
    for field in expected:
        if field.name in schema.names and schema.field(field.name).type.equals(field.type):
            sound.append(field.name)
            differences += _field_differences(schema.field(field.name), field)
    differences += [
        f"schema metadata: {key.decode()} is not the contract's"
        for key, value in (expected.metadata or {}).items()
        if (schema.metadata or {}).get(key) != value
    ]
    return [Finding("schema", file, d, name, column=_column_in(d)) for d in differences], table.select(sound)


def _field_differences(found: pyarrow.Field, expected: pyarrow.Field) -> Iterable[str]:
    if found.nullable != expected.nullable:
        yield f"column {expected.name} is {'' if found.nullable else 'not '}nullable, against the contract"
    for key, value in (expected.metadata or {}).items():
        if (found.metadata or {}).get(key) != value:
            yield f"column {expected.name}: its {key.decode()} is not the contract's"


def _column_in(difference: str) -> str | None:
    words = difference.split()
    return words[1].rstrip(":") if words[0] == "column" else None


def _breach_finding(breach: validate.Breach) -> Finding:
    rule = breach.rule
    column = ", ".join(rule.columns) or None
    message = f"{rule.description} Here: {breach.value}"
    return Finding(
        rule.name, f"{breach.dataset}.parquet", message, breach.dataset, breach.row_id, column, rule.severity
    )
