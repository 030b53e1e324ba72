"""``kbtool lint --watch``: lints again whenever a file changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from kbtool.cli.common import find_project, say
from kbtool.errors import KbtoolError

PAUSE = 0.5  # seconds between two looks; the cost is a walk over the folders
_CLEAR = "\x1b[2J\x1b[H"

State = frozenset[tuple[str, int, int]]


def watch(
    lint: Callable[[], int],
    paths: Sequence[Path],
    config_path: Path | None,
    pause: float = PAUSE,
) -> int:
    """Call ``lint`` now and after every change, until interrupted; returns its last exit code.

    Files are looked at by name, size and time, which works on every system and network drive. A
    mistake in the configuration is told and waited out.
    """
    while True:
        if sys.stdout.isatty():
            click.echo(_CLEAR, nl=False)
        before = take_state(paths, config_path)
        try:
            code = lint()
        except KbtoolError as error:
            say(f"kbtool: {error}")
            code = error.exit_code
        say("Watching for changes; Ctrl+C ends it.")
        try:
            while take_state(paths, config_path) == before:
                time.sleep(pause)
        except KeyboardInterrupt:
            return code


def take_state(paths: Sequence[Path], config_path: Path | None) -> State:
    """Name, size and time of all files that a run may depend on."""
    try:
        project, rest = find_project(paths, config_path)
    except KbtoolError:  # a configuration that is being written
        return frozenset(_look(list(paths) or [Path.cwd()]))
    places = rest or project.article_places()
    return frozenset(_look([*places, *(layer.path for layer in project.layers)]))


def _look(places: Sequence[Path]) -> Iterator[tuple[str, int, int]]:
    for place in places:
        for folder, folders, names in os.walk(place):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                yield from _stat(os.path.join(folder, name))  # noqa: PTH118 - as text
        yield from _stat(str(place))


def _stat(place: str) -> Iterator[tuple[str, int, int]]:
    try:
        state = os.stat(place)  # noqa: PTH116 - as text
    except OSError:  # gone meanwhile
        return
    yield place, state.st_size, state.st_mtime_ns
