"""Where an export goes: to a file, whole or not at all, or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeGuard, TypeVar

import click

from kbtool.articles import show
from kbtool.fixer import write_file
from kbtool.render.terminal import clean_path

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def target_options(command: CommandT) -> CommandT:
    """``--to`` and ``--quiet``."""
    command = click.option(
        "--to",
        "target",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="File to write, whole or not at all (default: standard output).",
    )(command)
    return click.option("-q", "--quiet", is_flag=True, help="Print no summary and no progress.")(
        command
    )


def name_target(target: Path | None) -> str:
    """`` to FILE``, or nothing for standard output."""
    return f" to {clean_path(show(target))}" if _is_file(target) else ""


def _is_file(target: Path | None) -> TypeGuard[Path]:
    return target is not None and target != Path("-")


def write_export(text: str, target: Path | None) -> None:
    """Write a text as UTF-8 whatever the terminal speaks. Raises InputError."""
    content = text.encode("utf-8")
    if _is_file(target):
        write_file(target, content)
    else:
        click.echo(content, nl=False)
        sys.stdout.flush()
