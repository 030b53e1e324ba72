"""Findings as lines of a file that a script of ours reads."""

from __future__ import annotations

from kbtool.runner.values import LintReport


def render(report: LintReport, *, color: bool = False) -> str:
    """One line for each finding."""
    lines = (f"{found.code};{found.path};{found.line}" for found in report.findings)
    return "".join(f"{line}\n" for line in lines)
