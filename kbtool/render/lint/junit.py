"""Findings as JUnit's XML: a suite for each article, a case for each of its rules that found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kbtool.model import Finding
from kbtool.render.xml_text import attribute, text
from kbtool.runner.values import LintReport


def render(report: LintReport, *, color: bool = False) -> str:  # noqa: ARG001 - the signature of all formats
    """One document; an article without findings is a suite with one case that passed."""
    groups = groupby(report.findings, key=lambda finding: finding.path)
    found = {path: list(group) for path, group in groups}
    failures = sum(len({f.code for f in group}) for group in found.values())
    suites = [line for a in report.articles for line in _suite(a.path, found.get(a.path, []))]
    tests = failures + sum(1 for article in report.articles if article.path not in found)
    errors = ""
    if report.interrupted:  # an error is a test that did not come to its end
        suites += _tell_interruption(report.interrupted.notice)
        tests, errors = tests + 1, ' errors="1"'
    head = f'<testsuites name="kbtool" tests="{tests}" failures="{failures}"{errors}>'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>\n"])


def _tell_interruption(notice: str) -> list[str]:
    return [
        '<testsuite name="kbtool" tests="1" failures="0" errors="1">',
        '<testcase classname="kbtool" name="complete">',
        f"<error message={attribute(notice)}/>",
        "</testcase>",
        "</testsuite>",
    ]


def _suite(path: str, findings: list[Finding]) -> Iterator[str]:
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault((finding.code, finding.rule), []).append(finding)
    name, failures = attribute(path), len(by_rule)
    yield f'<testsuite name={name} tests="{failures or 1}" failures="{failures}">'
    if not by_rule:
        yield f"<testcase classname={name} name={attribute('kbtool lint')}/>"
    for (code, rule), group in sorted(by_rule.items()):
        lines = "\n".join(f"{f.line}:{f.column}: {f.message}" for f in group)
        kind = max(finding.severity for finding in group).label
        yield f"<testcase classname={name} name={attribute(f'{code} {rule}')}>"
        message = attribute(group[0].message)
        yield f"<failure type={attribute(kind)} message={message}>{text(lines)}</failure>"
        yield "</testcase>"
    yield "</testsuite>"
