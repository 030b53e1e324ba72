"""Question tests as JUnit's XML: a suite for each file, a case for each question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kbtool.questiontests.values import Case, Kind, Outcome, Result
from kbtool.render.questiontests.words import describe_case, describe_fault
from kbtool.render.xml_text import attribute, text


def render(outcome: Outcome) -> str:
    """One document; a regression is told from a failure that the baseline knows by its type."""
    regressions = set(map(id, outcome.regressions))
    known = set(map(id, outcome.known))
    failures = len(outcome.results) - outcome.passed
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="kbtool test" tests="{len(outcome.results)}" failures="{failures}">',
    ]
    for path, group in groupby(outcome.results, key=lambda result: result.case.path):
        lines += _suite(path, list(group), regressions, known)
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(
    path: str, results: Sequence[Result], regressions: set[int], known: set[int]
) -> Iterator[str]:
    failures = sum(not result.passed for result in results)
    yield f'<testsuite name={attribute(path)} tests="{len(results)}" failures="{failures}">'
    for result in results:
        case = result.case
        name = attribute(f"{case.kind.value}: {case.question}")
        place = f'file={attribute(case.path)} line="{case.line}"'
        head = f"<testcase classname={attribute(_class(case))} name={name} {place}"
        if result.passed:
            yield f"{head}/>"
            continue
        kind = "regression" if id(result) in regressions else "failure"
        kind = "known-failure" if id(result) in known else kind
        lines = [describe_case(case), *describe_fault(result)]
        message = attribute(f"{lines[0]}; {lines[1]}" if len(lines) > 1 else lines[0])
        body = text("\n".join(lines))
        yield f'{head}><failure type="{kind}" message={message}>{body}</failure></testcase>'
    yield "</testsuite>"


def _class(case: Case) -> str:
    """What tests are grouped by: their article."""
    return case.article or ("handoff" if case.kind is Kind.HANDOFF else "any article")
