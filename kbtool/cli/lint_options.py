"""Options of ``kbtool lint``, in the groups in which help shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kbtool.cli.common import config_option, output_options, today_option
from kbtool.render import FORMATS

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


def rule_options(command: CommandT) -> CommandT:
    """Which rules run."""
    options = (
        click.option("--select", multiple=True, metavar="RULES", help="Run only these rules."),
        click.option("--extend-select", multiple=True, metavar="RULES", help="Run these too."),
        click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out."),
        click.option(
            "--preset",
            type=click.Choice(["minimal", "default", "strict", "bot"]),
            help="Start from this set of rules.",
        ),
    )
    return _apply(options, command)


def file_options(command: CommandT) -> CommandT:
    """Which files are looked at."""
    options = (
        click.option("--changed-since", metavar="REF", help="Only files changed on this branch."),
        click.option(
            "--stdin-filename",
            metavar="FILE",
            help="Check what comes from standard input as if it were this file.",
        ),
        click.option(
            "--force-exclude",
            is_flag=True,
            help="Apply excludes to files named here as well; nothing to check is no error then.",
        ),
        click.option("--watch", is_flag=True, help="Check again whenever a file changes."),
    )
    return _apply(options, command)


def fix_options(command: CommandT) -> CommandT:
    """What is mended or silenced."""
    options = (
        click.option("--fix", is_flag=True, help="Mend what cannot change the meaning."),
        click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: wording as well."),
        click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing."),
        click.option(
            "--add-ignores", is_flag=True, help="Silence all that is found by comments in place."
        ),
        click.option("--reason", metavar="TEXT", help="With --add-ignores: why, in each comment."),
        click.option(
            "--baseline", type=_FILE, help="Leave out the findings that this file knows already."
        ),
        click.option(
            "--write-baseline",
            type=_FILE,
            is_flag=False,
            flag_value=Path("-"),
            help="Write all findings to a baseline [.kbtool-baseline.json].",
        ),
        click.option("--no-baseline", is_flag=True, help="Show what the baseline knows as well."),
        click.option(
            "--prune-baseline", is_flag=True, help="Remove from the baseline what was mended."
        ),
    )
    return _apply(options, command)


def result_options(command: CommandT) -> CommandT:
    """What is printed, and how the command ends."""
    options = (
        click.option(
            "--format",
            "format_name",
            metavar="NAME",
            help=f"Output: {', '.join(sorted(FORMATS['lint']))}, or one of a plugin (default:"
            " full on a terminal, concise elsewhere).",
        ),
        click.option("--output-file", type=_FILE, help="Write the output there."),
        click.option("--statistics", is_flag=True, help="Count by rule, family, article, owner."),
        click.option(
            "--fail-on",
            type=click.Choice(["error", "warning", "info", "never"]),
            help="Exit with 1 from this severity on (default: error).",
        ),
        click.option(
            "--max-warnings", type=click.IntRange(min=0), help="Exit with 1 above so many warnings."
        ),
        click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
        click.option(
            "--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 if anything was mended."
        ),
    )
    return output_options(config_option(today_option(_apply(options, command))))


def speed_options(command: CommandT) -> CommandT:
    """How the work is done."""
    options = (
        click.option("--no-cache", is_flag=True, help="Look at every file anew."),
        click.option(
            "--cache-dir", type=_FOLDER, envvar="KBTOOL_CACHE_DIR", help="Keep the cache there."
        ),
        click.option(
            "-j", "--processes", type=click.IntRange(min=1), help="Processes (default: what pays)."
        ),
    )
    return _apply(options, command)


def _apply(options: tuple[Callable[[CommandT], CommandT], ...], command: CommandT) -> CommandT:
    for option in reversed(options):
        command = option(command)
    return command
