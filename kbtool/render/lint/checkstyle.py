"""Findings as Checkstyle's XML."""

from __future__ import annotations

from itertools import groupby

from kbtool.model import Finding
from kbtool.render.xml_text import attribute
from kbtool.runner.values import LintReport


def render(report: LintReport, *, color: bool = False) -> str:  # noqa: ARG001 - the signature of all formats
    """One document with an element for each article that has findings."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">']
    for path, group in groupby(report.findings, key=lambda finding: finding.path):
        lines += [f"<file name={attribute(path)}>", *map(_error, group), "</file>"]
    return "\n".join([*lines, "</checkstyle>\n"])


def _error(finding: Finding) -> str:
    parts = {
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity.label,
        "message": finding.message,
        "source": f"kbtool.{finding.code}",
    }
    return f"<error {' '.join(f'{key}={attribute(value)}' for key, value in parts.items())}/>"
