"""``kbtool config``."""

from __future__ import annotations

import click


@click.command("config")
@click.option("--schema", is_flag=True, required=True, help="Print a JSON Schema of kbtool.toml.")
def command(schema: bool) -> None:  # noqa: ARG001 - there is nothing else to ask yet
    """Print what kbtool.toml may say, as a JSON Schema for editors.

    Every setting is in it, with the options of every rule.
    """
    from kbtool.render.config_schema import render_config_schema  # noqa: PLC0415 - help is quick

    click.echo(render_config_schema(), nl=False)
