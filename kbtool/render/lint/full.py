"""Findings with the text they stand in, for reading on a terminal."""

from __future__ import annotations

from kbtool.model import Finding, Severity, Source
from kbtool.render.terminal import clean, clean_path, display_width, paint
from kbtool.runner.values import LintReport

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_WIDTH = 96  # characters of an article's line that are shown; longer lines are cut around the place
_LEAD = 30  # of them before the place
_TAB = "    "


def render(report: LintReport, *, color: bool) -> str:
    """One block per finding: what, where, the line with the place marked, what to do."""
    blocks = [_block(finding, report.sources[finding.path], color) for finding in report.findings]
    return "\n".join(blocks)


def _block(finding: Finding, source: Source, color: bool) -> str:
    tint = _COLORS[finding.severity]
    gutter = " " * len(str(finding.line))
    bar = paint("|", "blue", on=color)
    head = paint(f"{finding.severity.label}[{finding.code} {finding.rule}]", tint, "bold", on=color)
    arrow = paint("-->", "blue", on=color)
    place = f"{clean_path(finding.path)}:{finding.line}:{finding.column}"
    line, lead, marks = _excerpt(finding, source)
    number = paint(str(finding.line), "blue", on=color)
    rows = [
        f"{head}: {paint(clean(finding.message), 'bold', on=color)}",
        f"{gutter}{arrow} {place}",
        f"{gutter} {bar}",
        f"{number} {bar} {line}",
        f"{gutter} {bar} {' ' * lead}{paint(marks, tint, 'bold', on=color)}",
    ]
    equals = paint("=", "blue", on=color)
    if finding.help:
        rows.append(f"{gutter} {equals} help: {clean(finding.help)}")
    rows.append(f"{gutter} {equals} why: kbtool rule {finding.code}")
    return "\n".join(rows) + "\n"


def _excerpt(finding: Finding, source: Source) -> tuple[str, int, str]:
    """Line of a finding as shown, cells before the marks, and the marks."""
    text = source.line(finding.line)
    start = min(finding.column - 1, len(text))
    # A range that takes in the end of its last line ends at the start of the one after it.
    lines = finding.end_line - finding.line + (finding.end_column > 1)
    several = finding.end_line > finding.line
    end = len(text) if several else min(finding.end_column - 1, len(text))
    first = max(0, start - _LEAD) if len(text) > _WIDTH else 0
    last = min(len(text), first + _WIDTH)
    before = ("…" if first else "") + _show(text[first:start])
    inside = _show(text[start : min(end, last)])
    after = _show(text[min(end, last) : last]) + ("…" if last < len(text) else "")
    marks = "^" * max(1, display_width(inside))
    if lines > 1:
        marks += f" … ({lines} lines)"
    return f"{before}{inside}{after}".rstrip(), display_width(before), marks


def _show(text: str) -> str:
    return clean(text.replace("\t", _TAB))
