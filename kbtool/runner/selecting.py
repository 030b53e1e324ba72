"""Rules that a run uses: the configuration's choice, narrowed by the command line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kbtool.config import Project, convert
from kbtool.errors import ConfigError
from kbtool.rule import ActiveRule, Rule, Selection, configure, find_rules
from kbtool.rules import all_rules as all_rules  # noqa: PLC0414 - plans take it from here


def active_rules(
    project: Project,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[ActiveRule, ...]:
    """Rules that run; ``select`` replaces the configuration's choice, ``ignore`` adds to it."""
    table = project.config.lint
    rules = all_rules()
    chosen, ignored = _split(select), _split(ignore)
    for name in (*chosen, *ignored):  # a mistake made here must not be blamed on the file
        find_rules(rules, name)
    selection = Selection(
        select=chosen or table.select,
        extend_select=() if chosen else table.extend_select,
        ignore=[*table.ignore, *ignored],
        severity=table.severity,
        options=table.rules,
    )
    try:
        _check_options(project, rules)
        return configure(rules, selection)
    except ConfigError as error:
        raise _locate(error, project) from error


def _check_options(project: Project, rules: Sequence[Rule[Any]]) -> None:
    """Raise ConfigError, with its line, for options in the file that a rule does not take."""
    path = str(project.path or "")
    for name, table in project.config.lint.rules.items():
        (rule,) = find_rules(rules, name, exact=True)
        within = ("lint", "rules", name)
        convert(table, rule.options, path=path, text=project.text, within=within)


def _split(entries: Sequence[str]) -> list[str]:
    """Entries of repeated options, each of which may hold several between commas."""
    return [name.strip() for entry in entries for name in entry.split(",") if name.strip()]


def _locate(error: ConfigError, project: Project) -> ConfigError:
    """Error with the line of the configuration that holds the name it complains of."""
    if error.path:
        return error
    name = error.message.split("`")[1]
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    lines = enumerate(project.text.splitlines(), 1)
    line = next((n for n, text in lines if word.search(text.partition("#")[0])), 0)
    return ConfigError(error.message, path=str(project.path), line=line, remedy=error.remedy)
