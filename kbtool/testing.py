"""Runs rules on small texts: for kbtool's own tests and for those who write rules.

A fixture is a text file with one case after the other::

    === a vague link
    Click [here](a.md).
    >>>
    1:8 here | does not say where it leads
    === options and a second file
    %% phrases = ["help"]
    See [help](b.md).
    @@ b.md
    # Help
    >>>
    1:6 help

Above ``>>>`` stand options of the rule (``%%``, TOML) and the article; ``@@ PATH`` begins another
file of the same knowledge base (the first is ``article.md``). Below it stand the expected
findings in order: line, column, the text they mark (a line end as ``⏎``), and after `` | `` a part
of the message. A last part after ``>>> fixed`` is the text after all fixes. Only findings in the
first file count.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from kbtool.errors import SlowPatternError
from kbtool.fixer import apply_edits
from kbtool.language.locales import locale_in_path
from kbtool.linter import build_knowledge_base, lint
from kbtool.model import Article, Edit, Finding, Source
from kbtool.parse import parse_markdown
from kbtool.rule import ActiveRule, Rule, set_options

TODAY = date(2026, 11, 22)
"""The day on which all fixtures are checked."""


class Case(Struct, frozen=True):
    """One case of a fixture."""

    title: str
    text: str
    expected: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)  # path to text of further files
    fixed: str | None = None


def read_cases(path: Path) -> list[Case]:
    """Cases of a fixture file."""
    chunks = ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")
    return [_read_case(chunk) for chunk in chunks[1:]]


def _read_case(chunk: str) -> Case:
    title, _, rest = chunk.partition("\n")
    given, _, wanted = f"{rest}\n".partition("\n>>>\n")
    expected, marker, fixed = f"\n{wanted}".partition("\n>>> fixed\n")
    settings = [line[3:] for line in given.split("\n") if line.startswith("%% ")]
    body = "\n".join(line for line in given.split("\n") if not line.startswith("%% "))
    text, *others = f"{body}\n".split("\n@@ ")
    return Case(
        title=title.strip(),
        text=text if not others else f"{text}\n",
        expected=tuple(line for line in expected.split("\n") if line.strip()),
        options=tomllib.loads("\n".join(settings)),
        others={name: body for name, _, body in (other.partition("\n") for other in others)},
        fixed=fixed if marker else None,
    )


def parse(text: str, path: str = "article.md") -> Article:
    """Article of a Markdown text; a byte order mark is taken off as when reading a file."""
    bom = text.startswith("\ufeff")
    source = Source(path, text.removeprefix("\ufeff"), bom)
    return parse_markdown(source, locale_in_path(path) or "en")


def check_rule(
    rule: Rule[Any],
    text: str,
    options: dict[str, Any] | None = None,
    others: dict[str, str] | None = None,
    today: date = TODAY,
) -> list[Finding]:
    """Findings of one rule in ``text``.

    Raises SlowPatternError for a pattern that takes too long, AssertionError for any other fault.
    """
    article = parse(text)
    articles = [article, *(parse(body, path) for path, body in (others or {}).items())]
    active = ActiveRule(rule, set_options(rule, options or {}))
    kb = build_knowledge_base(articles, [active], today)
    result = lint(kb, [article], [active])
    if result.faults and result.faults[0].stopped:
        raise SlowPatternError(result.faults[0].error)
    if result.faults:
        raise AssertionError(f"{rule.name} raised {result.faults[0].error}")
    return list(result.findings)


def check_case(rule: Rule[Any], case: Case) -> None:
    """Raise AssertionError unless the rule finds, and fixes, what a case expects."""
    findings = check_rule(rule, case.text, case.options, case.others)
    got = [describe(finding, case.text) for finding in findings]
    wanted = [line.partition(" | ")[0].rstrip() for line in case.expected]
    if got != wanted:
        raise AssertionError(f"{rule.name}, {case.title}:\nwanted {wanted}\n   got {got}")
    for finding, line in zip(findings, case.expected, strict=True):
        part = line.partition(" | ")[2]
        if part not in finding.message:
            raise AssertionError(f"{case.title}: {part!r} is not in {finding.message!r}")
    if case.fixed is not None:
        fixed = fix_text(rule, case)
        if fixed.rstrip("\n") != case.fixed.rstrip("\n"):
            raise AssertionError(f"{rule.name}, {case.title}: fixed to\n{fixed}")


def describe(finding: Finding, text: str) -> str:
    """``LINE:COLUMN marked text``, as fixtures write it."""
    marked = text.removeprefix("\ufeff")[finding.span.start : finding.span.end]
    return f"{finding.line}:{finding.column} {_one_line(marked)}".rstrip()


def _one_line(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "⏎")


def fix_text(rule: Rule[Any], case: Case, rounds: int = 10) -> str:
    """Text of a case after all fixes of a rule, safe or not."""
    text = case.text
    for _ in range(rounds):
        findings = check_rule(rule, text, case.options, case.others)
        fixed = apply_edits(text, edits(findings))
        if fixed == text:
            break
        text = fixed
    return text


def edits(findings: Sequence[Finding]) -> Iterator[Edit]:
    """Edits that findings carry."""
    return (finding.edit for finding in findings if finding.edit)
