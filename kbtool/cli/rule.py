"""``kbtool rule``."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import click

from kbtool.cli.common import use_color
from kbtool.errors import UsageError
from kbtool.render.rule_page import render_list, render_page
from kbtool.rule import Rule
from kbtool.rules import all_rules


@click.command("rule")
@click.argument("name", required=False)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def command(name: str | None, color: str) -> None:
    """Show a rule's page, or list all rules.

    NAME is a code or a name: what the rule finds, why, its options, examples, how to silence it.
    """
    painted = use_color(color)
    text = (
        render_page(_find(name), color=painted) if name else render_list(all_rules(), color=painted)
    )
    click.echo(text, nl=False, color=painted)


def _find(name: str) -> Rule[Any]:
    for rule in all_rules():
        if name.upper() == rule.code or name.lower() == rule.name:
            return rule
    names = [part for rule in all_rules() for part in (rule.name, rule.code.lower())]
    near = get_close_matches(name.lower(), names, 1)
    hint = f"Did you mean `{near[0]}`?" if near else "`kbtool rule` lists all rules"
    raise UsageError(f"no rule is called `{name}`", remedy=hint)
