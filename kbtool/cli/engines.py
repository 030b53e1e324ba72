"""``--engine``, ``--processes`` and ``--master``: where a command does its heavy work."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from kbtool.engines import NAMES, open_engine


def engine_options(command: Callable[..., int]) -> Callable[..., int]:
    """The command with an engine, closed when it ends, as its setting ``engine``."""

    @wraps(command)
    def run(*arguments: Any, engine: str, processes: int, master: str, **settings: Any) -> int:
        with open_engine(engine, processes, master) as opened:
            return command(*arguments, engine=opened, **settings)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


_OPTIONS = (
    click.option(
        "--engine",
        type=click.Choice(NAMES),
        default="local",
        show_default=True,
        help="Where questions are cleaned and matched; spark is for millions of them.",
    ),
    click.option(
        "-j",
        "--processes",
        type=click.IntRange(1),
        default=1,
        show_default=True,
        help="Processes of the local engine; the result is the same.",
    ),
    click.option(
        "--master",
        default="",
        metavar="URL",
        help="Spark's master (default: that of spark-submit, else all cores here).",
    ),
)
