"""What all commands share: options, streams, the project a path belongs to, progress."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct, field

from kbtool.articles import (
    DRAFT,
    UNPUBLISHED,
    Loaded,
    Skipped,
    exclude_by,
    export_of,
    find_linked_files,
    load_articles,
)
from kbtool.config import Project, find_config, load_project
from kbtool.errors import UsageError
from kbtool.linter import RuleFault
from kbtool.model import KnowledgeBase, Outline
from kbtool.progress import Plan, Work
from kbtool.render import FORMATS
from kbtool.render.terminal import clean, clean_path, count

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

PROGRESS_AFTER = 1.0
"""Seconds of work after which progress is shown, on terminals only."""


def config_option(command: CommandT) -> CommandT:
    """``--config FILE``."""
    return click.option(
        "--config",
        "config_path",
        type=click.Path(path_type=Path),
        help="Use this configuration file.",
    )(command)


def output_options(command: CommandT) -> CommandT:
    """``--color`` and ``--quiet``."""
    command = click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour the output (auto: on a terminal, unless NO_COLOR is set).",
    )(command)
    return click.option("-q", "--quiet", is_flag=True, help="Print no summary and no progress.")(
        command,
    )


def format_option(
    output: str, default: str, about: str = "Output."
) -> Callable[[CommandT], CommandT]:
    """``--format``, with the formats of an output in the order of ``FORMATS``' names."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(list(FORMATS[output])),
        default=default,
        show_default=True,
        help=about,
    )


def today_option(command: CommandT) -> CommandT:
    """``--today DATE``."""
    return click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
        help="Judge ages as of this day instead of today (YYYY-MM-DD).",
    )(command)


def resolve_today(given: Any, project: Project) -> date:
    """Day to judge ages by: as given, else as configured, else the clock's.

    The only place that reads the clock.
    """
    if given:
        day: date = given.date()
        return day
    return project.config.today or date.today()  # noqa: DTZ011 - a review is due by local date


def use_color(choice: str) -> bool:
    """Whether to colour standard output."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def echo_document(text: str) -> None:
    """Print what programs read: UTF-8, for no program knows what a terminal here can show.

    Should a terminal be there all the same, nothing in the text can steer it.
    """
    if sys.stdout.isatty():
        text = clean(text.replace("\r\n", "\n"))
    elif reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="backslashreplace")
    click.echo(text, nl=False)
    sys.stdout.flush()


def echo_result(text: str, format_name: str, *, color: bool = False) -> None:
    """Print a result in the format that was asked for: a table or text is for people."""
    if format_name in ("table", "text"):
        click.echo(text, nl=False, color=color)
        sys.stdout.flush()
    else:
        echo_document(text)


def say(message: str) -> None:
    """Print to standard error, where everything goes that is not the result."""
    click.echo(clean(message), err=True)


def find_project(paths: Sequence[Path], config_path: Path | None) -> tuple[Project, list[Path]]:
    """Project that the command works on, and the paths that are left to look at.

    A folder that holds a configuration file stands for the whole project in it, unless another
    configuration is named.
    """
    homes = [] if config_path else [path for path in paths if find_config(path)]
    if homes and len(paths) > 1:
        raise UsageError(f"{homes[0]} is a whole project", remedy="Name it alone")
    project = load_project(paths[0] if paths else Path.cwd(), config_path)
    return project, [] if homes else list(paths)


def load_project_articles(
    project: Project,
    paths: Sequence[Path],
    *,
    force_exclude: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Loaded:
    """Articles at ``paths``, or those that the configuration names."""
    sources = list(paths) or project.article_places()
    if not sources:
        remedy = "Name files or folders, or run `kbtool init` to set up a kbtool.toml"
        raise UsageError("no articles to look at", remedy=remedy)
    return load_articles(
        sources,
        locale=project.config.locale,
        max_bytes=project.config.max_file_bytes,
        excluded=exclude_by(project.config.exclude, project.root),
        force_exclude=force_exclude,
        drafts=project.config.drafts,
        progress=progress,
    )


def make_knowledge_base(loaded: Loaded, today: date, root: str) -> KnowledgeBase:
    """Knowledge base of loaded articles, with the other files that links may point to."""
    articles = tuple(sorted(loaded.articles, key=lambda article: article.path))
    files = loaded.others | find_linked_files(loaded, root)
    return KnowledgeBase(articles, today, root, files, tuple(map(Outline.of, articles)))


def report_skipped(skipped: Sequence[Skipped]) -> None:
    """Say which files were not checked, why, and what to do; drafts are counted by export."""
    unpublished = Counter(
        (export_of(skip.path), skip.reason) for skip in skipped if skip.reason in UNPUBLISHED
    )
    for (export, reason), number in sorted(unpublished.items()):
        what = count(number, "draft") if reason == DRAFT else f"{number:,} {reason}"
        say(f"skipped: {clean_path(export)}: {what}" if export else f"skipped: {what}")
    for skip in skipped:
        if skip.reason in UNPUBLISHED:
            continue
        word = "error" if skip.fault else "skipped"
        remedy = f". {skip.remedy}" if skip.remedy else ""
        say(f"{word}: {clean_path(skip.path)}: {skip.reason}{remedy}")


def report_faults(faults: Sequence[RuleFault]) -> None:
    """Say which rules raised instead of judging: each with its first article and how many more."""
    by_rule: dict[str, list[RuleFault]] = {}
    for fault in faults:
        by_rule.setdefault(fault.rule, []).append(fault)
    for rule, group in by_rule.items():
        if group[0].stopped:
            number = count(len(group), "article")
            say(f"error: rule {rule} was switched off: {group[0].error} ({number} not checked)")
            continue
        more = f" (and {count(len(group) - 1, 'further article')})" if len(group) > 1 else ""
        say(f"internal error: rule {rule} on {group[0].path}: {group[0].error}{more}")


class Progress(Struct):
    """A line on standard error that tells how far the work is, on terminals only."""

    quiet: bool = False
    plan: Plan | None = None  # how long the steps of the command take; None where it only reads
    work: Work = field(default_factory=Work)  # steps that are told as a share of all
    _started: float = 0.0
    _shown: float = 0.0

    def __post_init__(self) -> None:
        """Note when the work began."""
        self._started = time.monotonic()
        self.work = Work(self.tell)

    def tell(self, what: str, share: float) -> None:
        """Tell the share of the whole command's work that is done, 0 to 1."""
        if self.is_due():
            self.write(f"{what}: {share:.0%} done")

    def show(self, what: str, done: int, total: int = 0) -> None:
        """Tell that ``done`` (of ``total``, where known) are done; ten times a second at most."""
        if self.is_due():
            self.write(f"{what}: " + (f"{done:,} of {total:,}" if total else f"{done:,}"))

    def is_due(self) -> bool:
        """Whether it is time to show something again."""
        now = time.monotonic()
        late = now - self._started > PROGRESS_AFTER and now - self._shown > PROGRESS_AFTER / 10
        return late and not self.quiet and sys.stderr.isatty()

    def write(self, text: str) -> None:
        """Show a text in place of the one before."""
        self._shown = time.monotonic()
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = 0.0
