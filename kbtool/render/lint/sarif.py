"""Findings as SARIF 2.1.0, as GitHub code scanning reads it.

Fingerprints: ``primaryLocationLineHash`` as GitHub computes it, ``kbtool/v1`` from the rule, the
article and the text of the block; neither holds a line number.
"""

from __future__ import annotations

import json
from typing import Any

from kbtool import __version__
from kbtool.model import Finding, Severity, Source
from kbtool.render.lint.gitlab import fingerprint
from kbtool.render.lint.line_hashes import hash_lines
from kbtool.render.lint.places import address, columns
from kbtool.rule import Rule
from kbtool.runner.identity import Identity, identify
from kbtool.runner.values import LintReport

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LONGEST = 1024  # characters that GitHub takes of a description
_RESULTS = 25_000  # that GitHub takes of a run


def render(report: LintReport, *, color: bool = False) -> str:  # noqa: ARG001 - the signature of all formats
    """One log with one run; above 25,000 results the worst are kept and a notification says so."""
    rules = sorted(report.rules, key=lambda rule: rule.code)
    found = list(identify(report.findings, report.sources))
    kept = sorted(found, key=lambda pair: -pair[0].severity)[:_RESULTS]
    known = {rule.code: index for index, rule in enumerate(rules)}
    hashes = _Hashes(report)
    run = {
        "tool": {"driver": {**_DRIVER, "rules": [_describe_rule(rule) for rule in rules]}},
        "automationDetails": {"id": "kbtool/"},
        "columnKind": "utf16CodeUnits",
        "invocations": [_invocation(report, len(found) - len(kept))],
        "results": [_result(*pair, report, known, hashes) for pair in kept],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2, allow_nan=False) + "\n"


_DRIVER = {"name": "kbtool", "version": __version__, "semanticVersion": __version__}


class _Hashes:
    """Hashes of the lines of each article, computed once."""

    def __init__(self, report: LintReport) -> None:
        self._report = report
        self._known: dict[str, list[str]] = {}

    def of(self, finding: Finding) -> str:
        if finding.path not in self._known:
            text = self._report.sources[finding.path].text
            self._known[finding.path] = hash_lines(text)
        return self._known[finding.path][finding.line - 1]


def _describe_rule(rule: Rule[Any]) -> dict[str, Any]:
    page = rule.page
    why = "\n\n".join((page.summary, *page.why))
    help_ = f"{why}\n\nBad:\n\n{page.bad}\n\nGood:\n\n{page.good}"
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": why[:_LONGEST]},
        "help": {"text": help_},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"problem.severity": _PROBLEMS[rule.severity], "tags": [rule.family]},
    }


def _invocation(report: LintReport, dropped: int) -> dict[str, Any]:
    notes = [_note(f"not checked: {s.path}: {s.reason}", s.fault) for s in report.skipped]
    notes += [_note(f"rule {f.rule} failed on {f.path}: {f.error}", True) for f in report.faults]
    if report.interrupted:
        notes.append(_note(report.interrupted.notice, True))
    if dropped:
        notes.append(_note(f"{dropped} more findings than GitHub takes were left out", False))
    faulty = report.faults or any(skip.fault for skip in report.skipped)
    good = not faulty and not report.interrupted
    return {"executionSuccessful": good, "toolExecutionNotifications": notes}


def _note(text: str, is_error: bool) -> dict[str, Any]:
    return {"level": "error" if is_error else "note", "message": {"text": text}}


def _result(
    finding: Finding,
    identity: Identity,
    report: LintReport,
    known: dict[str, int],
    hashes: _Hashes,
) -> dict[str, Any]:
    advice = f". {finding.help}" if finding.help else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{advice}"},
        "locations": [_location(finding, report.sources[finding.path])],
        "partialFingerprints": {
            "primaryLocationLineHash": hashes.of(finding),
            "kbtool/v1": fingerprint(finding, identity),
        },
    }
    if finding.code in known:
        result["ruleIndex"] = known[finding.code]
    return result


def _location(finding: Finding, source: Source) -> dict[str, Any]:
    start, end = columns(finding, source, "utf-16")
    region = {
        "startLine": finding.line,
        "startColumn": start,
        "endLine": finding.end_line,
        "endColumn": end,
    }
    place = {"artifactLocation": {"uri": address(finding.path)}, "region": region}
    return {"physicalLocation": place}
