"""Findings as JSON, schema ``kbtool.lint/1``: fields may be added, none changes its meaning."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kbtool.model import Edit, Finding, Source

SCHEMA = "kbtool.lint/1"


def render(
    findings: Sequence[Finding],
    sources: Mapping[str, Source],  # noqa: ARG001 - the signature of all formats
    *,
    color: bool = False,  # noqa: ARG001 - the signature of all formats
    summary: Mapping[str, Any] | None = None,
) -> str:
    """One object with all findings and the counts of the run."""
    document = {
        "schema": SCHEMA,
        "findings": [describe(finding) for finding in findings],
        "summary": dict(summary or {}),
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


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
