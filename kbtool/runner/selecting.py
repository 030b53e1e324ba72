"""Rules that a run uses: the configuration's choice, changed for some articles and by the user."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kbtool.config import Override, Project, RuleChoice, convert
from kbtool.errors import ConfigError
from kbtool.rule import ActiveRule, Rule, Selection, configure, find_rules
from kbtool.runner.choices import Choices
from kbtool.runner.known_rules import is_own, known_rules
from kbtool.runner.presets import PRESETS


def active_rules(
    project: Project,
    choices: Choices | None = None,
    overrides: Sequence[Override] = (),
) -> tuple[ActiveRule, ...]:
    """Rules that run where these overrides apply. Raises ConfigError."""
    choices = choices or Choices()
    rules = known_rules(project)
    for name in (*choices.select, *choices.extend_select, *choices.ignore):
        find_rules(rules, name)  # a mistake made here must not be blamed on the file
    table = project.config.lint
    preset = _preset(choices.preset or table.preset, rules)
    replaced = bool(choices.select)
    base = _select(table, keep_choice=not replaced)
    start = Selection(select=choices.select or (preset if table.select is None else None))
    if choices.preset and not replaced:
        start, base = Selection(select=preset), _select(table, keep_choice=False)
    layers = [start, base, *(_select(override, keep_choice=not replaced) for override in overrides)]
    layers.append(Selection(extend_select=choices.extend_select, ignore=choices.ignore))
    try:
        _check_tables(project, rules)
        return configure(rules, *layers)
    except ConfigError as error:
        raise _locate(error, project) from error


def _preset(name: str, rules: Sequence[Rule[Any]]) -> list[str] | None:
    """What a preset selects: its rules, and all that the project has of its own."""
    entries = PRESETS[name]
    own = [rule.code for rule in rules if rule.default and is_own(rule)]
    return None if entries is None else [*entries, *own]


def _select(choice: RuleChoice, *, keep_choice: bool) -> Selection:
    """Selection of a table; without its choice of rules only what it forbids and sets is left."""
    return Selection(
        select=choice.select if keep_choice else None,
        extend_select=choice.extend_select if keep_choice else (),
        ignore=choice.ignore,
        severity=choice.severity,
        options=choice.rules,
    )


def _check_tables(project: Project, rules: Sequence[Rule[Any]]) -> None:
    """Raise ConfigError, with its line, for options in the file that a rule does not take."""
    _check_table(project, rules, project.config.lint, ("lint",))
    for number, override in enumerate(project.config.overrides):
        _check_table(project, rules, override, ("overrides", str(number)))


def _check_table(
    project: Project, rules: Sequence[Rule[Any]], choice: RuleChoice, table: tuple[str, ...]
) -> None:
    path = str(project.path or "")
    for name, options in choice.rules.items():
        (rule,) = find_rules(rules, name, exact=True)
        within = (*table, "rules", name)
        convert(options, rule.options, path=path, text=project.text, within=within)


def _locate(error: ConfigError, project: Project) -> ConfigError:
    """Error with the line of the configuration that holds the name it complains of."""
    if error.path:
        return error
    name = error.message.split("`")[1]
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    lines = enumerate(project.text.splitlines(), 1)
    line = next((n for n, text in lines if word.search(text.partition("#")[0])), 0)
    return ConfigError(error.message, path=str(project.path), line=line, remedy=error.remedy)
