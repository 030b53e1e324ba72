"""Options of one rule for single articles, without a look at any other rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kbtool.config import Project, RuleChoice
from kbtool.model import Article
from kbtool.rule import Rule, set_options
from kbtool.runner.choices import Choices
from kbtool.runner.plan import Plan


def find_options(
    project: Project, rule: Rule[Any], articles: Iterable[Article]
) -> Mapping[str, Any]:
    """Options of a rule by path of an article, with those of all others under "".

    Empty where the project sets none. Raises ConfigError for options that the rule does not take.
    """
    layers = [_find_table(layer.config.lint, rule) for layer in project.layers]
    overrides = [_find_table(one, rule) for one in project.config.overrides]
    common = _join(layers)
    found: dict[str, Any] = {"": set_options(rule, common)} if common else {}
    if any(overrides):
        plan = Plan(project, Choices())
        for article in articles:
            applying = plan.overrides_for(article.path, article.id)
            own = _join(overrides[number] for number in applying)
            if own:
                found[article.path] = set_options(rule, common | own)
    return found


def _find_table(choice: RuleChoice, rule: Rule[Any]) -> Mapping[str, Any]:
    return _join(
        table for name, table in choice.rules.items() if name.strip().lower() in rule.names
    )


def _join(tables: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    joined: dict[str, Any] = {}
    for table in tables:
        joined |= table
    return joined
