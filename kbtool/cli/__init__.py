"""The command line: one module per command, loaded when it is called."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
import time
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from types import FrameType
from typing import Any

import click

from kbtool import __version__
from kbtool.cli.guarding import guard
from kbtool.cli.streams import drop_output, set_up_output, settle_output
from kbtool.errors import KbtoolError
from kbtool.render.terminal import clean

_COMMANDS = {
    "lint": "find (and fix) problems in articles",
    "rule": "what a rule finds, why, and how to silence it",
    "gaps": "what customers ask that no article answers",
    "outline": "a draft of a missing article, from what customers and agents wrote",
    "questions": "a log, cleaned: questions, what was left out, numbers",
    "match": "the articles that fit each question, and what a bot should do",
    "ask": "what a bot would say to a question today",
    "test": "questions that articles must answer, for CI",
    "evaluate": "how well questions with known answers find them",
    "report": "one HTML page: coverage, gaps, articles",
    "history": "earlier reports: what opened, what closed, and why",
    "export": "passages for a bot, customers' words for a help desk",
    "readability": "how hard the articles are to read",
    "lsp": "serve an editor: findings as you type",
    "import": "a help desk's export into files of articles",
    "init": "write a commented kbtool.toml",
    "config": "what kbtool.toml may say, as a JSON Schema",
}


_MODULES = {"import": "importing", "test": "question_tests"}
"""Modules of commands whose names are words of Python, or that pytest would take for its own."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""Errors of a disk, or a share of it, with no room left."""

_GARBAGE = 50_000
"""Values made before Python looks for garbage in cycles, instead of 700: loading makes none."""


_ECHO = 1.0
"""Seconds within which a second signal is taken for the echo of the first."""


class _ReaderGoneError(Exception):
    """Nobody reads our output any more."""


class _Commands(click.Group):
    """Commands whose modules are imported only when they run: `lint` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(
            f"kbtool.cli.{_MODULES.get(cmd_name, cmd_name)}"
        ).command
        return command

    def make_context(self, *given: Any, **more: Any) -> click.Context:
        try:
            return super().make_context(*given, **more)
        except BrokenPipeError as fault:  # as below: this prints --help and --version
            raise _ReaderGoneError from fault

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as fault:  # click would end with 1, which means findings
            raise _ReaderGoneError from fault

    def resolve_command(
        self,
        ctx: click.Context,
        args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = str(args[0])
        if name in _COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        if near := get_close_matches(name, _COMMANDS, 1):
            ctx.fail(f"No such command '{name}'. Did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Try it: kbtool report sample_kb",
)
@click.version_option(__version__, prog_name="kbtool")
def cli() -> None:
    """Make a help centre ready for people and for bots.

    With a kbtool.toml (see `kbtool init`) every command runs without arguments.
    """


def main() -> None:
    """Run kbtool and end the process with the exit code that says what happened.

    0: nothing found; 1: findings or gaps at or above the set limit; 2: wrong use, configuration or
    unreadable input; 3: a fault in kbtool; 130 and 143: interrupted.
    """
    sys.exit(run())


def run() -> int:
    """Run kbtool; what comes back is the exit code."""
    gc.set_threshold(_GARBAGE)
    interrupted = _heed_signals()
    set_up_output()
    sys.stdout, sys.stderr = guard(sys.stdout), guard(sys.stderr)
    try:
        return _end_well(interrupted)
    finally:
        settle_output()


def _end_well(interrupted: Sequence[int]) -> int:
    """Exit code of the command, and of whatever stops it; a fault is told."""
    try:
        return _call()
    except (BrokenPipeError, _ReaderGoneError):
        # The reader of our output has gone (`| head`); there is nobody left to tell.
        return 141  # as shells report a program that SIGPIPE ended
    except KeyboardInterrupt:  # before click could turn it into Abort
        return 130
    except Exception as error:
        if interrupted:  # packages turn what interrupts their loading into errors of their own
            return interrupted[0]
        if os.environ.get("KBTOOL_TRACEBACK"):
            raise
        if isinstance(error, OSError) and error.errno in _FULL:
            drop_output()
            click.echo(f"error: output cannot be written: {error.strerror}", err=True)
            return 2
        fault = clean(f"{type(error).__name__}: {error}")
        click.echo(f"kbtool: internal error: {fault}", err=True)
        click.echo("Set KBTOOL_TRACEBACK=1 to see where, and please report it.", err=True)
        return 3


def _call() -> int:
    try:
        code = cli.main(prog_name="kbtool", standalone_mode=False)
        if not sys.stdout.closed:  # a server closes it when it ends
            sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130
    except KbtoolError as error:
        click.echo(f"kbtool: {clean(str(error))}", err=True)
        return error.exit_code
    return code if isinstance(code, int) else 0


def _heed_signals() -> list[int]:
    """End the run when it is interrupted; what comes back will hold the exit code then.

    A run may still print what it has. The next signal ends that as well, but for the echo of the
    first: `timeout` and runners of jobs send each signal to a process and to its group.
    """
    codes: list[int] = []
    first = 0.0

    def end(number: int, _frame: FrameType | None) -> None:
        nonlocal first
        if codes and time.monotonic() - first < _ECHO:
            return
        first = first or time.monotonic()
        codes.append(128 + number)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(128 + number)

    signal.signal(signal.SIGTERM, end)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else somebody's choice
        signal.signal(signal.SIGINT, end)
    return codes
