"""The findings of a check as text, JSON, JUnit XML and GitHub annotations."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from sitrep import patterns as re

if TYPE_CHECKING:
    from sitrep.release import Check, Finding, Report

_SHOWN = 300
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(report: Report) -> str:
    """One line a finding, after a line that sums up."""
    n = len(report.findings)
    verdict = "good" if report.ok else f"falls short: {n} finding{'' if n == 1 else 's'}"
    return "\n".join([f"{report.release}: {len(report.checks)} checks: {verdict}", *map(_line, report.findings)])


def as_json(report: Report) -> str:
    """``release``, ``ok``, ``checks`` and ``findings``, the latter with every field of ``Finding``."""
    content = {
        "release": report.release,
        "ok": report.ok,
        "checks": [asdict(check) for check in report.checks],
        "findings": [asdict(finding) for finding in report.findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def github(report: Report) -> str:
    """Workflow commands of GitHub Actions, one error a finding; a notice where there is none."""
    if report.ok:
        return f"::notice title=sitrep check::{_data(plain(report))}"
    return "\n".join(
        f"::error file={_property(f'{report.release}/{finding.file}')},title={_property(f'sitrep: {finding.check}')}"
        f"::{_data(_line(finding))}"
        for finding in report.findings
    )


def junit(report: Report) -> str:
    """A JUnit test suite: a test case a check, failed where it has findings."""
    by_check: dict[tuple[str | None, str], list[Finding]] = {}
    cases: dict[tuple[str | None, str], Check] = {(check.dataset, check.name): check for check in report.checks}
    for finding in report.findings:
        # A check of the whole release may find something in one dataset.
        key = (finding.dataset, finding.check)
        by_check.setdefault(key if key in cases else (None, finding.check), []).append(finding)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuite name="sitrep check" tests="{len(cases)}" failures="{len(by_check)}" errors="0">')
    for key, check in cases.items():
        named = f"name={quoteattr(check.name)} classname={quoteattr(check.dataset or 'release')}"
        if not (found := by_check.get(key)):
            lines.append(f"  <testcase {named}/>")
            continue
        message = quoteattr(_xml(f"{len(found)} findings; the first: {_line(found[0])}"))
        lines.append(f"  <testcase {named}><failure message={message}>")
        lines += [escape(_xml(_line(finding))) for finding in found]
        lines.append("  </failure></testcase>")
    return "\n".join([*lines, "</testsuite>", ""])


def _line(finding: Finding) -> str:
    where = [finding.file]
    where += [f"row {finding.row}"] if finding.row else []
    where += [f"column {finding.column}"] if finding.column else []
    message = finding.message if len(finding.message) <= _SHOWN else finding.message[:_SHOWN] + "…"
    return f"{': '.join(where)}: {finding.check}: {' '.join(message.split())}"


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
