"""All rules that a project knows: those of kbtool and its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kbtool.config import Project
from kbtool.rule import Rule, check_names
from kbtool.rules import all_rules


def known_rules(project: Project) -> tuple[Rule[Any], ...]:
    """Every rule that a run over a project may use, in order of code. Raises ConfigError."""
    rules = [*all_rules()]
    if project.config.plugins:
        from kbtool.runner.plugins import plugin_rules  # noqa: PLC0415 - few projects have any

        for rule in plugin_rules(project):
            check_names(rule.code, rule.name, rules)
            rules.append(rule)
    return tuple(sorted((*rules, *own_rules(project, rules)), key=lambda rule: rule.code))


def own_rules(project: Project, others: Sequence[Rule[Any]] = ()) -> tuple[Rule[Any], ...]:
    """Rules of a project's configuration, in its order. Raises ConfigError."""
    if not project.config.rule:
        return ()
    from kbtool.custom import build_rules  # noqa: PLC0415 - few projects have any

    return build_rules(project, others)


def is_own(rule: Rule[Any]) -> bool:
    """Whether a rule comes from a project's configuration."""
    return rule.module.startswith("kbtool.custom.")
