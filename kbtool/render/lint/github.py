"""Annotations for GitHub Actions, and the table on the page of a run.

GitHub shows ten errors and ten warnings of a step and drops the rest without a word, so the worst
come first and one notice says how many more there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kbtool.model import Finding, Severity
from kbtool.render.terminal import clean, count
from kbtool.runner.values import LintReport

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10  # of each kind that GitHub shows for a step
_ROWS = 50  # of the table


def render(report: LintReport, *, color: bool = False) -> str:  # noqa: ARG001 - the signature of all formats
    """One workflow command for each finding that GitHub shows, the worst first."""
    lines: list[str] = []
    left = 0
    for severity in reversed(Severity):
        found = [f for f in report.findings if f.severity is severity]
        lines += [_command(finding) for finding in found[:_SHOWN]]
        left += len(found[_SHOWN:])
    if left:
        lines.append(
            f"::notice title=kbtool::{count(left, 'more finding')}, see the log or summary"
        )
    if report.interrupted:
        lines.append(f"::error title=kbtool::{report.interrupted.notice}")
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding) -> str:
    properties = {
        "file": clean(finding.path),
        "line": finding.line,
        "endLine": finding.end_line,
        "col": finding.column,
        "endColumn": finding.end_column,
        "title": f"{finding.code} {finding.rule}",
    }
    if finding.end_line != finding.line:  # GitHub takes columns within one line only
        del properties["col"], properties["endColumn"]
    told = ",".join(f"{key}={_escape_property(str(value))}" for key, value in properties.items())
    advice = f". {finding.help}" if finding.help else ""
    return f"::{_COMMANDS[finding.severity]} {told}::{_escape(clean(finding.message + advice))}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def github_step_summary(report: LintReport) -> str:
    """The report as Markdown for the page of a run: counts, and a table of the worst findings."""
    amounts = Counter(finding.severity for finding in report.findings)
    counts = ", ".join(f"{amounts[severity]} {severity.label}" for severity in reversed(Severity))
    tail = f" ({report.interrupted.notice})" if report.interrupted else ""
    head = f"### kbtool\n\n{counts} in {count(len(report.articles), 'article')}{tail}\n\n"
    return head + "".join(_table(report)) + "\n"


def _table(report: LintReport) -> Iterator[str]:
    if not report.findings:
        return
    worst = sorted(report.findings, key=lambda finding: -finding.severity)
    yield "| severity | place | rule | finding |\n| --- | --- | --- | --- |\n"
    for finding in worst[:_ROWS]:
        place = f"{finding.path}:{finding.line}"
        name = f"{finding.code} {finding.rule}"
        cells = (finding.severity.label, place, name, finding.message)
        yield f"| {' | '.join(map(_cell, cells))} |\n"
    if len(worst) > _ROWS:
        yield f"\n{count(len(worst) - _ROWS, 'more finding')}\n"


def _cell(text: str) -> str:
    """Text that neither Markdown nor HTML takes for its own."""
    escaped = "".join(f"\\{sign}" if sign in r"\`*_[]|<>#!~" else sign for sign in clean(text))
    return " ".join(escaped.replace("&", "&amp;").replace("@", "&#64;").split())
