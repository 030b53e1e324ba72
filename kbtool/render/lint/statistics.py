"""Counts of findings by rule, family, article and owner, for planning the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kbtool.model import Severity
from kbtool.render.terminal import clean_path, one_line, paint
from kbtool.runner.values import LintReport

_MOST = 10  # articles and owners shown; JSON has all


def count_by(report: LintReport) -> dict[str, dict[str, int]]:
    """Number of findings by severity, rule, family, article and owner, the most first."""
    owners = {article.path: article.owner for article in report.articles}
    found = report.findings
    tables = {
        "severity": Counter(finding.severity.label for finding in found),
        "rule": Counter(f"{finding.code} {finding.rule}" for finding in found),
        "family": Counter(finding.code[:3] for finding in found),
        "article": Counter(finding.path for finding in found),
        "owner": Counter(owners.get(finding.path, "") for finding in found),
    }
    return {name: dict(_order(table)) for name, table in tables.items()}


def _order(table: Counter[str]) -> Iterable[tuple[str, int]]:
    return sorted(table.items(), key=lambda pair: (-pair[1], pair[0]))


def render(report: LintReport, *, color: bool) -> str:
    """Tables of counts; nothing where nothing was found."""
    if not report.findings:
        return ""
    counts = count_by(report)
    parts = [_rules(report, color), *(_table(name, counts[name], color) for name in _TABLES)]
    return "\n".join(part for part in parts if part)


_TABLES = ("family", "article", "owner")


def _rules(report: LintReport, color: bool) -> str:
    found = report.findings
    most: dict[str, Severity] = {}
    fixable: Counter[str] = Counter()
    for finding in found:
        name = f"{finding.code} {finding.rule}"
        most[name] = max(most.get(name, finding.severity), finding.severity)
        fixable[name] += finding.edit is not None and finding.edit.safe
    lines = [paint("By rule", "bold", on=color)]
    for name, number in _order(Counter(f"{f.code} {f.rule}" for f in found)):
        mended = f"  ({fixable[name]} fixable with --fix)" if fixable[name] else ""
        lines.append(f"{number:>7,}  {most[name].label:<7}  {name}{mended}")
    return "\n".join(lines) + "\n"


def _table(name: str, table: dict[str, int], color: bool) -> str:
    if name == "owner" and set(table) <= {""}:
        return ""  # nobody says who owns what
    shown = list(table.items())[:_MOST]
    left = len(table) - len(shown)
    lines = [paint(f"By {name}", "bold", on=color)]
    lines += [f"{number:>7,}  {_show(name, key)}" for key, number in shown]
    lines += [f"         … and {left:,} more (--format json has all)"] if left else []
    return "\n".join(lines) + "\n"


def _show(name: str, key: str) -> str:
    if name == "article":
        return clean_path(key)
    return one_line(key) or "nobody"
