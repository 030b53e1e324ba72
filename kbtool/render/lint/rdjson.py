"""Findings as reviewdog's JSON (rdjson), fixes included; columns are bytes of UTF-8."""

from __future__ import annotations

import json
from typing import Any

from kbtool.model import Finding, Severity, Source, Span
from kbtool.render.lint.places import columns
from kbtool.runner.values import LintReport

_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: LintReport, *, color: bool = False) -> str:  # noqa: ARG001 - the signature of all formats
    """One object with all diagnostics."""
    document = {
        "source": {"name": "kbtool"},
        "diagnostics": [_describe(f, report.sources[f.path]) for f in report.findings],
    }
    return json.dumps(document, ensure_ascii=True, indent=2, allow_nan=False) + "\n"


def _describe(finding: Finding, source: Source) -> dict[str, Any]:
    start, end = columns(finding, source, "utf-8")
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {
            "path": finding.path,
            "range": {
                "start": {"line": finding.line, "column": start},
                "end": {"line": finding.end_line, "column": end},
            },
        },
        "severity": _LEVELS[finding.severity],
        "code": {"value": finding.code},
    }
    if finding.edit:
        changes = finding.edit.changes
        diagnostic["suggestions"] = [
            {"range": _range(change.span, source), "text": change.text} for change in changes
        ]
    return diagnostic


def _range(span: Span, source: Source) -> dict[str, Any]:
    places = {}
    for name, offset in (("start", span.start), ("end", span.end)):
        line, column = source.position(offset)
        before = source.line(line)[: column - 1]
        places[name] = {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
    return places
