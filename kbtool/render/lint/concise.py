"""One line per finding: ``path:line:column: severity CODE name: message [*]``."""

from __future__ import annotations

from kbtool.model import Finding, Severity
from kbtool.render.terminal import clean_path, one_line, paint
from kbtool.runner.values import LintReport

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def render(report: LintReport, *, color: bool) -> str:
    """One line per finding; ``[*]`` marks those that --fix mends."""
    return "".join(f"{_line(finding, color)}\n" for finding in report.findings)


def _line(finding: Finding, color: bool) -> str:
    place = f"{clean_path(finding.path)}:{finding.line}:{finding.column}"
    severity = paint(finding.severity.label, _COLORS[finding.severity], on=color)
    fixable = " [*]" if finding.edit and finding.edit.safe else ""
    return (
        f"{place}: {severity} {finding.code} {finding.rule}: {one_line(finding.message)}{fixable}"
    )
