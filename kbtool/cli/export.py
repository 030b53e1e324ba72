"""``kbtool export``: passages for a bot, customers' words for a help desk."""

from __future__ import annotations

import click

from kbtool.cli.export_chunks import chunks
from kbtool.cli.export_labels import labels


@click.group("export")
def command() -> None:
    """Write what other systems need: passages for a bot, labels for a help desk."""


command.add_command(chunks)
command.add_command(labels)
