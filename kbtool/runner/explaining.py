"""Where each setting of a run comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from kbtool.config import Override, Project, find_line
from kbtool.model import Severity
from kbtool.rule import Rule, Selection, choose, find_rules
from kbtool.runner.choices import Choices
from kbtool.runner.known_rules import known_rules
from kbtool.runner.selecting import active_rules, selections

DEFAULT = "default"


class Setting(Struct, frozen=True):
    """A key of the configuration, its value, and the places that set it."""

    key: str  # with the tables it lies in, between full stops
    value: Any
    origin: str


class RuleState(Struct, frozen=True):
    """Whether a rule runs on an article, and why."""

    rule: Rule[Any]
    severity: Severity | None  # None: it is off
    origin: str  # of its being on or off
    severity_origin: str = ""  # of its severity, where somebody set it


def explain_settings(project: Project) -> list[Setting]:
    """Every setting but rules, in the order of the configuration's schema, overrides last."""
    values = msgspec.to_builtins(project.config)
    settings = []
    for keys, value in _leaves(values):
        if keys[0] not in ("rule", "overrides"):
            settings.append(Setting(".".join(keys), value, _origin(project, keys)))
    return settings + list(_explain_overrides(project))


def _explain_overrides(project: Project) -> Iterator[Setting]:
    """What each override says, numbered from 1 in the order in which they count."""
    number = 0
    for layer in project.layers:
        for index, table in enumerate(layer.table.get("overrides", [])):
            number += 1
            for keys, value in _leaves(table):
                line = find_line(layer.text, ("overrides", str(index), *keys))
                name = f"overrides[{number}].{'.'.join(keys)}"
                yield Setting(name, value, f"{layer.path.name}:{line}")


def _leaves(values: Mapping[str, Any], within: tuple[str, ...] = ()) -> Iterator[Any]:
    """Keys and value of each setting that is no table, and of each empty table."""
    for key, value in values.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, (*within, key))
        else:
            yield (*within, key), value


def _origin(project: Project, keys: tuple[str, ...]) -> str:
    """Places that set a key; of a list to which several files add, all of them."""
    places = []
    for layer in project.layers:
        table: Any = layer.table
        for key in keys:
            table = table.get(key) if isinstance(table, dict) else None
        if table is not None:
            places.append(f"{layer.path.name}:{find_line(layer.text, keys)}")
    adds = keys[-1] in ("plugins", "extend-select", "ignore")
    return ", ".join(places if adds else places[-1:]) or DEFAULT


def explain_rules(
    project: Project, choices: Choices, overrides: Sequence[Override]
) -> list[RuleState]:
    """State of each rule where these overrides apply. Raises ConfigError."""
    rules = known_rules(project)
    active = {one.rule.code: one for one in active_rules(project, choices, overrides)}
    layers = selections(project, choices, overrides, rules)
    origins = _choices(rules, layers, _own_tables(project))
    severities = _severities(rules, layers)
    states = []
    for rule in rules:
        one = active.get(rule.code)
        severity = (one.severity or rule.severity) if one else None
        states.append(RuleState(rule, severity, origins[rule.code], severities.get(rule.code, "")))
    return states


def _own_tables(project: Project) -> dict[str, str]:
    """Place of the table of each rule of the configuration, by code."""
    return {
        str(table.get("code")): f"{layer.path.name}:{find_line(layer.text, ('rule', str(number)))}"
        for layer in project.layers
        for number, table in enumerate(layer.config.rule)
    }


def _choices(
    rules: Sequence[Rule[Any]], layers: Sequence[Selection], tables: Mapping[str, str]
) -> dict[str, str]:
    """What switched each rule on or off last, by code."""
    chosen = {rule.code for rule in rules if rule.default}
    origins = {rule.code: DEFAULT for rule in rules} | dict(tables)
    for layer in layers:
        before, chosen = chosen, choose(rules, layer, chosen)
        extended = {r.code for entry in layer.extend_select for r in find_rules(rules, entry)}
        for code in before ^ chosen:
            on = code in chosen
            key = "extend-select" if on and code in extended else "select" if on else "ignore"
            if not on and layer.select is not None:
                key = "select"
            origins[code] = layer.where(key)
    return origins


def _severities(rules: Sequence[Rule[Any]], layers: Sequence[Selection]) -> dict[str, str]:
    """What set the severity of a rule last, by code."""
    return {
        rule.code: layer.where(f"severity.{entry}")
        for layer in layers
        for entry in layer.severity or {}
        for rule in find_rules(rules, entry)
    }
