"""What `gaps` and `report` share: articles and questions in, matched questions out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct

from kbtool.articles import Loaded, show
from kbtool.cli.common import (
    Progress,
    find_project,
    load_project_articles,
    make_knowledge_base,
    report_skipped,
    resolve_today,
    say,
)
from kbtool.config import Project, convert, load_project
from kbtool.errors import UsageError
from kbtool.language.locales import language_of
from kbtool.matching.options import GapOptions
from kbtool.model import Excluded, GapReport, KnowledgeBase, QuestionLog
from kbtool.questions import Choices, Columns, read_questions

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

_SHOWN_REJECTS = 5


class Asked(Struct, frozen=True):
    """Everything that was read, and what came of it."""

    project: Project
    loaded: Loaded
    kb: KnowledgeBase
    log: QuestionLog
    report: GapReport
    sources: tuple[str, ...]  # files and folders that were read, as shown to users
    faulty: bool  # something that should have been read could not be


def question_options(command: CommandT) -> CommandT:
    """``--articles`` and the names of columns."""
    command = click.option(
        "--articles",
        multiple=True,
        type=click.Path(path_type=Path),
        help="Articles to match with (default: those that kbtool.toml names).",
    )(command)
    for name, about in (("date", "day or time of asking"), ("text", "question")):
        command = click.option(
            f"--{name}-column",
            default="",
            metavar="NAME",
            help=f"Column of the {about} (default: found by its usual names).",
        )(command)
    return command


def match_questions(
    paths: Sequence[Path],
    settings: dict[str, Any],
    progress: Progress,
) -> Asked:
    """Read articles and questions and match them. Raises KbtoolError where nothing is left."""
    project, files = find_questions(paths, settings)
    article_paths: tuple[Path, ...] = settings["articles"]
    options = _gap_options(project)
    loaded = load_project_articles(
        project,
        article_paths,
        progress=lambda done: progress.show("reading articles", done),
    )
    log = read_questions(
        files,
        name_columns(settings),
        progress=lambda done: progress.show("reading questions", done),
        choices=choose(project, loaded),
    )
    kb = make_knowledge_base(loaded, resolve_today(settings["today"], project), _root(project))
    # scikit-learn takes a second to load: only once there is something to match.
    from kbtool.matching import find_gaps  # noqa: PLC0415 - measured, see above

    report = find_gaps(kb, log.questions, options, progress.show)
    progress.clear()
    faulty = any(skip.fault for skip in loaded.skipped) or not kb.articles
    faulty = faulty or bool(log.errors) or bool(log.rejected)
    articles = article_paths or tuple(project.article_places())
    sources = tuple(show(path) for path in (*articles, *files))
    return Asked(project, loaded, kb, log, report, sources, faulty)


def find_questions(paths: Sequence[Path], settings: dict[str, Any]) -> tuple[Project, list[Path]]:
    """The project, and the files that hold its questions. Raises UsageError where none is named."""
    project, rest = find_project(paths, settings["config_path"])
    if project.path is None and settings["articles"] and not settings["config_path"]:
        project = load_project(settings["articles"][0])
    files = rest or project.resolve(project.config.questions)
    if not files:
        remedy = "Name a CSV or JSON Lines file, or set `questions` in kbtool.toml"
        raise UsageError("no questions to look at", remedy=remedy)
    return project, files


def name_columns(settings: dict[str, Any]) -> Columns:
    """Columns as the command line names them."""
    return Columns(text=settings["text_column"], asked_at=settings["date_column"])


def choose(project: Project, loaded: Loaded) -> Choices:
    """Which questions the project wants left out."""
    if project.config.reading.other_languages == "keep":
        return Choices()
    return Choices(frozenset(language_of(article.locale) for article in loaded.articles))


def _root(project: Project) -> str:
    return show(project.root) if project.path else ""


def _gap_options(project: Project) -> GapOptions:
    for layer in project.layers:
        path, text = str(layer.path), layer.text
        convert(layer.config.gaps, GapOptions, path=path, text=text, within=("gaps",))
    return convert(project.config.gaps, GapOptions)


def report_reading(asked: Asked) -> None:
    """Say on standard error what could not be read, and what was read with a loss."""
    report_skipped(asked.loaded.skipped)
    for message in asked.log.errors:
        say(f"error: {message}")
    for message in asked.log.warnings:
        say(f"warning: {message}")
    report_rejected(asked.log.rejected, asked.log.unreadable)
    if not asked.kb.articles:
        say("error: there are no articles, so every question is a gap. Check `articles`")


def report_rejected(rejected: Sequence[Excluded], number: int) -> None:
    """Say which rows could not be read: the first with their places, the others as a number."""
    for row in rejected[:_SHOWN_REJECTS]:
        detail = f" ({row.detail})" if row.detail else ""
        say(f"rejected: {row.path}:{row.line}: {row.reason}{detail}")
    if number > _SHOWN_REJECTS:
        say(f"rejected: {number - _SHOWN_REJECTS:,} further rows")
