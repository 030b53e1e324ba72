"""What ``kbtool rule --test`` does: rules of a configuration against their own examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click
from msgspec.structs import replace

from kbtool.config import Project
from kbtool.custom import read_tables
from kbtool.custom.tables import Table
from kbtool.errors import SlowPatternError
from kbtool.render.terminal import clean, count
from kbtool.rule import Rule
from kbtool.runner.known_rules import own_rules
from kbtool.testing import check_rule


def test_examples(project: Project, name: str | None) -> int:
    """Print what fails; the exit code is 1 where something does."""
    tested = failed = 0
    bare: list[str] = []
    for rule, table in zip(own_rules(project), read_tables(project), strict=True):
        if name and name.upper() != rule.code and name.lower() != rule.name:
            continue
        if not table.examples_bad or not table.examples_good:
            bare.append(rule.name)
        # Examples name no language: they are in that of the rule.
        failures = _try_failures(replace(rule, languages=()), table)
        tested += len(table.examples_bad) + len(table.examples_good)
        failed += len(failures)
        for failure in failures:
            click.echo(clean(f"{rule.code} {rule.name}: {failure}"))
    if bare:
        examples = "`examples-bad` and `examples-good`"
        click.echo(f"{', '.join(bare)}: give each {examples}, so that a mistake shows.")
    click.echo(f"{count(tested, 'example')}, {failed} failed.")
    return 1 if failed else 0


def _try_failures(rule: Rule[Any], table: Table) -> list[str]:
    try:
        return list(_failures(rule, table))
    except SlowPatternError as error:
        return [error.message]


def _failures(rule: Rule[Any], table: Table) -> Iterator[str]:
    for text in table.examples_bad:
        if not check_rule(rule, text):
            yield f"finds nothing in {_shorten(text)}"
    for text in table.examples_good:
        for finding in check_rule(rule, text):
            place = f"{finding.line}:{finding.column}"
            yield f"finds something in {_shorten(text)}, at {place}: {finding.message}"


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= 60 else f'"{line[:59]}…"'
