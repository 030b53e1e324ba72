"""All rules that a project knows: those of kbtool and its own."""

from __future__ import annotations

from typing import Any

from kbtool.config import Project
from kbtool.rule import Rule
from kbtool.rules import all_rules


def known_rules(project: Project) -> tuple[Rule[Any], ...]:
    """Every rule that a run over a project may use, in order of code. Raises ConfigError."""
    return tuple(sorted((*all_rules(), *own_rules(project)), key=lambda rule: rule.code))


def own_rules(project: Project) -> tuple[Rule[Any], ...]:
    """Rules of a project's configuration, in its order. Raises ConfigError."""
    if not project.config.rule:
        return ()
    from kbtool.custom import build_rules  # noqa: PLC0415 - few projects have any

    return build_rules(project, all_rules())


def is_own(rule: Rule[Any]) -> bool:
    """Whether a rule comes from a project's configuration."""
    return not rule.module.startswith("kbtool.rules.") and bool(rule.module)
