"""Rules that a run uses: the configuration's choice, changed for some articles and by the user."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from kbtool.config import Layer, Override, Project, RuleChoice, convert, find_line
from kbtool.errors import ConfigError
from kbtool.rule import ActiveRule, Rule, Selection, configure, find_rules
from kbtool.runner.choices import Choices
from kbtool.runner.known_rules import is_own, known_rules
from kbtool.runner.presets import PRESETS

Where = Callable[[str], str]
_COMMAND = "command line"


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
    layers = selections(project, choices, overrides, rules)
    try:
        _check_tables(project, rules)
        return configure(rules, *layers)
    except ConfigError as error:
        raise _locate(error, project) from error


def judging_rules(project: Project) -> tuple[ActiveRule, ...]:
    """Rules that say how ready an article is, whatever the configuration silences.

    Those that are on by default and all that it adds, each at least as severe as by itself: what it
    leaves out, ignores or rates lower is not mended by that. Options count, they say what a rule
    looks for. Raises ConfigError.
    """
    rules = known_rules(project)
    layers = selections(project, Choices(), (), rules)
    active = configure(rules, *map(_add_only, layers))
    return tuple(replace(one, at_least=True) for one in active)


def _add_only(selection: Selection) -> Selection:
    added = (*(selection.select or ()), *selection.extend_select)
    return replace(selection, select=None, extend_select=added, ignore=())


def selections(
    project: Project,
    choices: Choices,
    overrides: Sequence[Override],
    rules: Sequence[Rule[Any]],
) -> list[Selection]:
    """Selections in the order in which they count: preset, files, overrides, command line."""
    table = project.config.lint
    name = choices.preset or table.preset
    preset = _preset(name, rules)
    kept = not choices.select
    start = Selection(
        select=choices.select or (preset if table.select is None or choices.preset else None),
        where=lambda _: _COMMAND if choices.select else f"preset {name}",
    )
    chosen = kept and not choices.preset
    return [
        start,
        *(
            _select(layer.config.lint, keep_choice=chosen, where=_place(layer, ("lint",)))
            for layer in project.layers
        ),
        *(_select(one, keep_choice=kept, where=_overriding(project, one)) for one in overrides),
        Selection(
            extend_select=choices.extend_select, ignore=choices.ignore, where=lambda _: _COMMAND
        ),
    ]


def _overriding(project: Project, override: Override) -> Where:
    for layer in project.layers:
        for number, one in enumerate(layer.config.overrides):
            if one == override:
                return _place(layer, ("overrides", str(number)))
    return str


def _place(layer: Layer, table: tuple[str, ...]) -> Where:
    return lambda key: f"{layer.path.name}:{find_line(layer.text, (*table, *key.split('.')))}"


def _preset(name: str, rules: Sequence[Rule[Any]]) -> list[str] | None:
    """What a preset selects: its rules, and all that the project has of its own."""
    entries = PRESETS[name]
    own = [rule.code for rule in rules if rule.default and is_own(rule)]
    return None if entries is None else [*entries, *own]


def _select(choice: RuleChoice, *, keep_choice: bool, where: Where) -> Selection:
    """Selection of a table; without its choice of rules only what it forbids and sets is left."""
    return Selection(
        select=choice.select if keep_choice else None,
        extend_select=choice.extend_select if keep_choice else (),
        ignore=choice.ignore,
        severity=choice.severity,
        options=choice.rules,
        where=where,
    )


def _check_tables(project: Project, rules: Sequence[Rule[Any]]) -> None:
    """Raise ConfigError, with its line, for options in a file that a rule does not take."""
    for layer in project.layers:
        _check_table(layer, rules, layer.config.lint, ("lint",))
        for number, override in enumerate(layer.config.overrides):
            _check_table(layer, rules, override, ("overrides", str(number)))


def _check_table(
    layer: Layer, rules: Sequence[Rule[Any]], choice: RuleChoice, table: tuple[str, ...]
) -> None:
    path = str(layer.path)
    for name, options in choice.rules.items():
        (rule,) = find_rules(rules, name, exact=True)
        within = (*table, "rules", name)
        convert(options, rule.options, path=path, text=layer.text, within=within)


def _locate(error: ConfigError, project: Project) -> ConfigError:
    """Error with the line of the file that holds the name it complains of."""
    if error.path:
        return error
    name = error.message.split("`")[1]
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    for layer in project.layers:
        for line, text in enumerate(layer.text.splitlines(), 1):
            if word.search(text.partition("#")[0]):
                path = str(layer.path)
                return ConfigError(error.message, path=path, line=line, remedy=error.remedy)
    return ConfigError(error.message, path=str(project.path), remedy=error.remedy)
