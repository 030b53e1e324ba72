"""``kbtool rule``."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from kbtool.cli.common import config_option, use_color
from kbtool.cli.rule_examples import test_examples
from kbtool.config import Project, load_project
from kbtool.errors import ConfigError, UsageError
from kbtool.render.lint.rule_page import render_list, render_page
from kbtool.rule import Rule, find_rules
from kbtool.rules import all_rules
from kbtool.runner.known_rules import is_own, known_rules
from kbtool.runner.selecting import active_rules


@click.command("rule")
@click.argument("name", required=False)
@click.option("--test", "testing", is_flag=True, help="Run the examples of rules of your own.")
@config_option
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def command(name: str | None, testing: bool, config_path: Path | None, color: str) -> int:
    """Show a rule's page, or list all rules.

    NAME is a code or a name: what the rule finds, why, its options, examples, how to silence it.
    The list says of each whether it is on here, as the kbtool.toml of this folder has it.
    """
    painted = use_color(color)
    built_in = _find(all_rules(), name) if name and not testing else None
    if built_in:  # its page needs no configuration, not even a sound one
        click.echo(render_page(built_in, color=painted), nl=False, color=painted)
        return 0
    project = load_project(Path(), config_path)
    rules = known_rules(project)
    several = _several(rules, name) if name and not _find(rules, name) else ()
    if name and not _find(rules, name) and (testing or not several):
        raise _unknown(rules, name)
    if testing:
        _check_own(rules, name)
        return test_examples(project, name)
    shown = several or rules
    click.echo(
        _text(project, shown, None if several else name, color=painted), nl=False, color=painted
    )
    return 0


def _text(project: Project, rules: tuple[Rule[Any], ...], name: str | None, *, color: bool) -> str:
    rule = _find(rules, name) if name else None
    if rule:
        return render_page(rule, color=color)
    active = active_rules(project)
    severities = {entry.rule.code: entry.severity or entry.rule.severity for entry in active}
    return render_list(rules, severities, color=color)


def _find(rules: tuple[Rule[Any], ...], name: str) -> Rule[Any] | None:
    same = (rule for rule in rules if name.upper() == rule.code or name.lower() == rule.name)
    return next(same, None)


def _check_own(rules: tuple[Rule[Any], ...], name: str | None) -> None:
    """Raise UsageError for a rule whose examples are not the user's to test."""
    rule = _find(rules, name) if name else None
    if rule and not is_own(rule):
        message = f"`{name}` is no rule of your configuration"
        raise UsageError(message, remedy=f"`kbtool rule {name}` shows its page")


def _several(rules: tuple[Rule[Any], ...], name: str) -> tuple[Rule[Any], ...]:
    """Rules of a family, or whose codes begin so; none where nothing does."""
    try:
        return tuple(find_rules(rules, name))
    except ConfigError:
        return ()


def _unknown(rules: tuple[Rule[Any], ...], name: str) -> UsageError:
    names = [part for rule in rules for part in (rule.name, rule.code)]
    near = get_close_matches(name.lower(), names, 1) or get_close_matches(name.upper(), names, 1)
    hint = f"Did you mean `{near[0]}`?" if near else "`kbtool rule` lists all rules"
    return UsageError(f"no rule is called `{name}`", remedy=hint)
