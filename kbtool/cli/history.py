"""``kbtool history``."""

from __future__ import annotations

import sqlite3
from glob import escape
from pathlib import Path
from typing import Any

import click

from kbtool.articles import show
from kbtool.cli.common import (
    config_option,
    echo_result,
    find_project,
    format_option,
    output_options,
    say,
)
from kbtool.cli.remembering import find_history, history_option
from kbtool.config import Project
from kbtool.errors import InputError, UsageError
from kbtool.history import History, Record, compare_records, is_there, open_history, trace_flow
from kbtool.render import load_renderer
from kbtool.render.terminal import count


@click.command("history")
@click.argument("folder", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--compare",
    nargs=2,
    type=int,
    metavar="A B",
    help="Say what changed from run A to run B (default: the last two).",
)
@click.option("--forget", type=int, metavar="RUN", help="Delete the record of a run.")
@format_option("history", "table")
@history_option
@config_option
@output_options
def command(
    folder: tuple[Path, ...],
    compare: tuple[int, int] | None,
    forget: int | None,
    format_name: str,
    **settings: Any,
) -> None:
    """List recorded runs and say what changed between two of them.

    FOLDER holds a kbtool.toml (default: the one you stand in). Runs are recorded by `kbtool report`
    and by `kbtool gaps --record`.
    """
    project, _ = find_project(folder, settings["config_path"])
    path = find_history(project, settings["history_path"])
    if path is None:
        raise _keeps_none(project)
    if not is_there(path):
        raise UsageError("no run is recorded yet", remedy="`kbtool report` records one")
    history = _open(path)
    try:
        if forget is not None:
            _forget(history, forget, path)
            return
        runs = history.runs()
        pair = _choose(runs, compare)
        change = compare_records(*pair) if pair else None
        render = load_renderer("history", format_name)
        flow = trace_flow(reversed(runs), len(runs))
        echo_result(render(tuple(record.run for record in runs), change, flow), format_name)
        if history.unread:
            say(f"warning: {show(path)}: {count(history.unread, 'run')} cannot be understood")
    except (sqlite3.Error, OSError) as error:
        raise InputError(f"cannot be read: {error}", path=show(path)) from error
    finally:
        history.close()


def _keeps_none(project: Project) -> UsageError:
    """What tells why a project has no file of runs."""
    if project.path is None:
        return UsageError("there is no kbtool.toml here", remedy="Name the folder that holds one")
    why = f"{show(project.path)} says that no runs are kept (`file` under [history] is empty)"
    return UsageError(why, remedy="Name a file with --history, here and for `kbtool report`")


def _open(path: Path) -> History:
    try:
        opened = open_history(path)
    except (sqlite3.Error, OSError) as error:
        raise InputError(f"cannot be read: {error}", path=show(path)) from error
    if opened.rescued:
        say(f"warning: {opened.rescued}")
    return opened.history


def _forget(history: History, number: int, path: Path) -> None:
    if history.read_only:
        raise UsageError("the history is read-only")
    if not history.forget(number):
        raise UsageError(f"there is no run {number}", remedy="`kbtool history` lists them")
    click.echo(f"Run {number} is forgotten.")
    for damaged in sorted(path.parent.glob(f"{escape(path.name)}*.damaged-*")):
        say(f"warning: {show(damaged)} is as it was found, and may hold the run: delete it")


def _choose(
    runs: tuple[Record, ...], compare: tuple[int, int] | None
) -> tuple[Record, Record] | None:
    """The two runs to compare; None where there are not two. Raises UsageError."""
    if not compare:
        return (runs[-2], runs[-1]) if len(runs) > 1 else None
    by_number = {record.id: record for record in runs}
    for number in compare:
        if number not in by_number:
            raise UsageError(f"there is no run {number}", remedy="`kbtool history` lists them")
    return by_number[compare[0]], by_number[compare[1]]
