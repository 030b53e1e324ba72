"""Findings below the name of their article, for reading a long list."""

from __future__ import annotations

from itertools import groupby

from kbtool.model import Finding, Severity
from kbtool.render.terminal import clean_path, one_line, paint
from kbtool.runner.values import LintReport

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def render(report: LintReport, *, color: bool) -> str:
    """One block for each article with findings."""
    blocks = []
    for path, group in groupby(report.findings, key=lambda finding: finding.path):
        found = list(group)
        width = max(len(f"{finding.line}:{finding.column}") for finding in found)
        lines = (_line(finding, width, color) for finding in found)
        blocks.append("\n".join([paint(clean_path(path), "bold", on=color), *lines]) + "\n")
    return "\n".join(blocks)


def _line(finding: Finding, width: int, color: bool) -> str:
    place = f"{finding.line}:{finding.column}".rjust(width)
    severity = finding.severity.label.ljust(7)
    fixable = " [*]" if finding.edit and finding.edit.safe else ""
    name = f"{finding.code} {finding.rule}"
    painted = paint(severity, _COLORS[finding.severity], on=color)
    return f"  {place}  {painted}  {name}: {one_line(finding.message)}{fixable}"
