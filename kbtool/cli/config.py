"""``kbtool config``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kbtool.articles import show
from kbtool.cli.common import config_option, echo_document, use_color
from kbtool.config import load_project
from kbtool.errors import ConfigError, InputError, UsageError
from kbtool.runner.choices import Choices

if TYPE_CHECKING:
    from kbtool.rule import Rule


@click.command("config")
@click.option("--schema", is_flag=True, help="Print a JSON Schema of kbtool.toml.")
@click.option("--show", "showing", is_flag=True, help="Print what counts here, and why.")
@click.option(
    "--for",
    "article",
    type=click.Path(path_type=Path),
    help="With --show: which rules run on this article.",
)
@config_option
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def command(
    schema: bool, showing: bool, article: Path | None, config_path: Path | None, color: str
) -> None:
    """Print what kbtool.toml may say (--schema), or what it says (--show).

    With --show each value comes with the file and line it was set in; --for adds every rule with
    the reason why it is on or off.
    """
    if schema == (showing or article is not None):
        raise UsageError("one of --schema and --show is needed", remedy="Try kbtool config --show")
    if schema:
        from kbtool.render.settings.schema import render_config_schema  # noqa: PLC0415 - help is quick

        echo_document(render_config_schema(_rules(config_path)))
        return
    _show(article, config_path, color=use_color(color))


def _rules(config_path: Path | None) -> tuple[Rule[Any], ...]:
    """Rules of this project; those of kbtool where its configuration has a mistake.

    The schema is for editors that help to find the mistake.
    """
    from kbtool.rules import all_rules  # noqa: PLC0415 - help is quick
    from kbtool.runner.known_rules import known_rules  # noqa: PLC0415 - as above

    try:
        return known_rules(load_project(Path(), config_path))
    except ConfigError:
        return all_rules()


def _show(article: Path | None, config_path: Path | None, *, color: bool) -> None:
    from kbtool.render.settings.shown import render_rules, render_settings  # noqa: PLC0415 - as above
    from kbtool.runner.explaining import explain_rules, explain_settings  # noqa: PLC0415 - as above
    from kbtool.runner.plan import Plan  # noqa: PLC0415 - as above

    project = load_project(article or Path(), config_path)
    files = [show(layer.path) for layer in project.layers]
    click.echo(f"# {', '.join(files) or 'no kbtool.toml'}\n")
    click.echo(render_settings(explain_settings(project), color=color), nl=False)
    if article is None:
        return
    plan = Plan(project, Choices())
    shown = show(article)
    if not Path(shown.partition("#")[0]).exists():
        raise UsageError(f"{shown} is not there", remedy="Name an article's file, or FILE#ID")
    numbers = plan.overrides_for(shown, _identify(article))
    overrides = [project.config.overrides[number] for number in numbers]
    click.echo(f"\n# rules for {shown}\n")
    states = explain_rules(project, Choices(), overrides)
    click.echo(render_rules(states, color=color), nl=False)


def _identify(path: Path) -> str:
    """Id of the article in a file or, behind "#", in an export; else as its name has it."""
    _, is_part, part = str(path).partition("#")
    if is_part:
        return part.partition("/")[0]
    from kbtool.articles import read_article  # noqa: PLC0415 - as above

    try:
        return read_article(path).id
    except InputError:
        return path.stem
