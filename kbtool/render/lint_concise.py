"""One line per finding: ``path:line:column: severity CODE name: message [*]``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kbtool.model import Finding, Severity, Source
from kbtool.render.terminal import clean_path, one_line, paint

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def render(findings: Sequence[Finding], sources: Mapping[str, Source], *, color: bool) -> str:  # noqa: ARG001 - the signature of all formats
    """One line per finding; ``[*]`` marks those that --fix mends."""
    return "".join(f"{_line(finding, color)}\n" for finding in findings)


def _line(finding: Finding, color: bool) -> str:
    place = f"{clean_path(finding.path)}:{finding.line}:{finding.column}"
    severity = paint(finding.severity.label, _COLORS[finding.severity], on=color)
    fixable = " [*]" if finding.edit and finding.edit.safe else ""
    return (
        f"{place}: {severity} {finding.code} {finding.rule}: {one_line(finding.message)}{fixable}"
    )
