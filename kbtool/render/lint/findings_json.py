"""Findings as JSON, schema ``kbtool.lint/1``: fields may be added, none changes its meaning."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from kbtool.model import Edit, Finding, Severity
from kbtool.render.versions import READING, versions
from kbtool.runner.values import LintReport

SCHEMA = "kbtool.lint/1"


def render(report: LintReport, *, color: bool = False) -> str:  # noqa: ARG001 - the signature of all formats
    """One object with all findings and the counts of the run."""
    document = {
        "schema": SCHEMA,
        "complete": report.interrupted is None,
        "findings": [describe(finding) for finding in report.findings],
        "summary": summarise(report),
        "versions": versions(READING),
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def summarise(report: LintReport) -> dict[str, Any]:
    """Counts of a run; checked and skipped files add up to those that were found."""
    by_severity = Counter(finding.severity for finding in report.findings)
    return {
        "articles_checked": len(report.articles),
        "articles_with_findings": len({finding.path for finding in report.findings}),
        "skipped": [
            {"path": skip.path, "reason": skip.reason, "fault": skip.fault}
            for skip in report.skipped
        ],
        "files_not_checked": report.interrupted.unchecked if report.interrupted else 0,
        **{severity.label: by_severity[severity] for severity in reversed(Severity)},
        "suppressed": len(report.suppressed),
        "baselined": len(report.baselined),
        "fixed": report.fixed,
    }


def describe(finding: Finding) -> dict[str, Any]:
    """Finding with its place as lines and columns (from 1) and as offsets in code points."""
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "start": finding.span.start,
        "end": finding.span.end,
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        "help": finding.help or None,
        "fix": _describe_edit(finding.edit) if finding.edit else None,
    }


def _describe_edit(edit: Edit) -> dict[str, Any]:
    return {
        "safe": edit.safe,
        "changes": [
            {"start": change.span.start, "end": change.span.end, "text": change.text}
            for change in edit.changes
        ],
    }
