"""Findings as an editor shows them."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from kbtool.lsp.positions import Positions
from kbtool.lsp.session import Checked
from kbtool.model import Finding, Severity
from kbtool.rule import Rule

_LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnose(checked: Checked, encoding: str) -> list[types.Diagnostic]:
    """Diagnostics of a document, in order of its findings; why it was not checked, if so."""
    positions = Positions(checked.document.source, encoding)
    if checked.unread:
        start = types.Range(types.Position(0, 0), types.Position(0, 0))
        message = f"not checked: {checked.unread}"
        level = types.DiagnosticSeverity.Error
        return [types.Diagnostic(start, message, severity=level, source="kbtool")]
    return [describe(finding, positions) for finding in checked.findings]


def describe(finding: Finding, positions: Positions) -> types.Diagnostic:
    """Diagnostic of a finding."""
    advice = f"\n{finding.help}." if finding.help else ""
    return types.Diagnostic(
        range=positions.range_of(finding.span),
        message=f"{finding.message}{advice}",
        severity=_LEVELS[finding.severity],
        code=finding.code,
        source="kbtool",
        data={"rule": finding.rule},
    )


def explain(checked: Checked, position: types.Position, encoding: str) -> types.Hover | None:
    """Pages of the rules that found something at a position; None where none did."""
    positions = Positions(checked.document.source, encoding)
    offset = positions.offset_of(position)
    here = [f for f in checked.findings if f.span.start <= offset <= f.span.end]
    pages: dict[str, str] = {}
    for finding in here:
        if rule := checked.rules.get(finding.code):
            pages[finding.code] = _page(rule)
    if not pages:
        return None
    text = "\n\n---\n\n".join(pages.values())
    content = types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.Hover(content, positions.range_of(here[0].span))


def _page(rule: Rule[Any]) -> str:
    page = rule.page
    parts = [f"**{rule.code} {rule.name}**", page.summary, *page.why]
    for label, example in (("Bad", page.bad), ("Good", page.good)):
        if example:
            parts.append(f"{label}:\n\n````markdown\n{example.rstrip()}\n````")
    return "\n\n".join(parts)
