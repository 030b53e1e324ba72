"""Findings as JSON Lines, one object a line: fields as in the JSON format."""

from __future__ import annotations

import json

from kbtool.render.lint.findings_json import describe
from kbtool.runner.values import LintReport


def render(report: LintReport, *, color: bool = False) -> str:  # noqa: ARG001 - the signature of all formats
    """One line for each finding."""
    # Some readers split lines at U+2028; escapes keep every object on one line for all.
    lines = (json.dumps(describe(f), ensure_ascii=True, allow_nan=False) for f in report.findings)
    return "".join(f"{line}\n" for line in lines)
