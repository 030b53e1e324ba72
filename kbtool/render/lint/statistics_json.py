"""Counts of findings as JSON."""

from __future__ import annotations

import json

from kbtool.render.lint.findings_json import summarise
from kbtool.render.lint.statistics import count_by
from kbtool.runner.values import LintReport

SCHEMA = "kbtool.statistics/1"


def render(report: LintReport, *, color: bool = False) -> str:  # noqa: ARG001 - the signature of all formats
    """One object with all counts."""
    document = {
        "schema": SCHEMA,
        "complete": report.interrupted is None,
        **count_by(report),
        "summary": summarise(report),
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
