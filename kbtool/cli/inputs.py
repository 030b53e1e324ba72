"""What every command on questions reads: articles, questions, and solved ones that teach."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct
from msgspec.structs import replace

from kbtool.articles import Loaded, is_draft, leave_out_drafts, show
from kbtool.cli.common import (
    Progress,
    find_project,
    load_project_articles,
    make_knowledge_base,
    report_skipped,
    resolve_today,
    say,
)
from kbtool.cli.plans import Gauge, plan_reading
from kbtool.config import Project, convert, load_project
from kbtool.errors import UsageError
from kbtool.language.of_articles import find_unsaid, languages_of
from kbtool.matching.options import GapOptions
from kbtool.matching.search.resolving import resolve_articles
from kbtool.model import Excluded, KnowledgeBase, Question, QuestionLog
from kbtool.questions import Choices, Columns, read_questions
from kbtool.questions.opening.encodings import find_encoding
from kbtool.render.terminal import clean
from kbtool.rules.frs.frs005_placeholder import RULE as PLACEHOLDER
from kbtool.runner.options import find_options

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

_SHOWN_REJECTS = 5
_PATH = click.Path(path_type=Path)


class Inputs(Struct, frozen=True):
    """Everything that was read."""

    project: Project
    loaded: Loaded
    kb: KnowledgeBase
    log: QuestionLog
    solved: QuestionLog | None  # questions that only teach
    options: GapOptions
    sources: tuple[str, ...]  # files and folders that were read, as shown to users
    drafts: Mapping[str, str] = {}  # path of each draft that was left out, by id

    @property
    def teachers(self) -> tuple[Question, ...]:
        """Solved questions, with the articles that they teach about."""
        solved = self.solved.questions if self.solved else ()
        return tuple(q if q.resolved_by else replace(q, resolved_by=q.gold) for q in solved)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that was read, files in folders too, as shown to users."""
        return (*self.sources, *(article.path for article in self.loaded.articles))

    @property
    def faulty(self) -> bool:
        """Whether something that should have been read could not be."""
        unread = any(log.errors or log.rejected for log in (self.log, self.solved) if log)
        return unread or not self.kb.articles or any(skip.fault for skip in self.loaded.skipped)


def question_options(command: CommandT) -> CommandT:
    """``--articles``, ``--questions``, their encoding and the names of columns."""
    for name, about in (
        ("questions", "Questions to look at, as if named without an option."),
        ("articles", "Articles to match with (default: those that kbtool.toml names)."),
    ):
        key = f"{name}_paths"
        command = click.option(f"--{name}", key, multiple=True, type=_PATH, help=about)(command)
    command = click.option(
        "--no-mask", is_flag=True, help="Show personal data in questions as it stands in the log."
    )(command)
    command = click.option(
        "--encoding",
        default="",
        metavar="NAME",
        help="Encoding of the questions, such as shift-jis (default: found out).",
    )(command)
    for name, about in (("date", "day or time of asking"), ("text", "question")):
        command = click.option(
            f"--{name}-column",
            default="",
            metavar="NAME",
            help=f"Column of the {about} (default: found by its usual names).",
        )(command)
    return command


def quote_option(command: CommandT) -> CommandT:
    """``--no-quotes``."""
    return click.option(
        "--no-quotes",
        is_flag=True,
        help="Show no question: groups are called by words that several people used.",
    )(command)


def solved_option(command: CommandT) -> CommandT:
    """``--solved``."""
    return click.option(
        "--solved",
        "solved_paths",
        multiple=True,
        type=_PATH,
        help="Further questions that agents resolved: kbtool learns from them, and no more.",
    )(command)


def read_inputs(
    paths: Sequence[Path],
    settings: dict[str, Any],
    progress: Progress,
    choices: Choices | None = None,
    *,
    needs_log: bool = True,
) -> Inputs:
    """Read articles and questions, by default those that the project wants looked at.

    Raises KbtoolError where nothing is left.
    """
    project, files = find_questions(paths, settings, needed=needs_log)
    options = _gap_options(project)
    gauge = Gauge(progress.work, progress.plan or plan_reading, files)
    loaded = load_project_articles(
        project,
        settings["articles_paths"],
        progress=gauge.read_articles,
    )
    whole, loaded = loaded, loaded if project.config.drafts else leave_out_drafts(loaded)
    choices = complete_choices(choices or choose(project, loaded), project, settings)
    log = _read_log(files, settings, gauge, choices)
    taught = settings.get("solved_paths", ())
    solved = read_questions(taught, name_columns(settings), choices=choices) if taught else None
    kb = make_knowledge_base(loaded, resolve_today(settings["today"], project), _root(project))
    kb = replace(kb, placeholders=find_options(project, PLACEHOLDER, kb.articles))
    log, solved = _resolve(log, kb), _resolve(solved, kb) if solved else None
    articles = settings["articles_paths"] or tuple(project.article_places())
    sources = tuple(show(path) for path in (*articles, *files, *taught))
    if unsaid := find_unsaid(loaded.articles):
        hint = f'locale = "{unsaid}" in kbtool.toml gives them its word lists'
        say(f"note: most articles seem to be in another language than their locale says: {hint}")
    drafts = _name_drafts(whole) if loaded is not whole else {}
    return Inputs(project, loaded, kb, log, solved, options, sources, drafts)


def _name_drafts(loaded: Loaded) -> dict[str, str]:
    """Paths of drafts in files, by id; those of exports were never read."""
    return {article.id: article.path for article in loaded.articles if is_draft(article)}


def _read_log(
    files: Sequence[Path], settings: dict[str, Any], gauge: Gauge, choices: Choices
) -> QuestionLog:
    if not files:
        return QuestionLog(())
    return read_questions(
        files,
        name_columns(settings),
        progress=gauge.read_questions,
        choices=choices,
    )


def _resolve(log: QuestionLog, kb: KnowledgeBase) -> QuestionLog:
    """The log with ids of articles in place of links; says how many links name none."""
    resolved = resolve_articles(log.questions, kb)
    lost = sum(resolved.lost.values())
    warnings = log.warnings
    if lost:
        first = min(resolved.lost, key=lambda link: (-resolved.lost[link], link))
        total = f"{lost:,} of {lost + resolved.found:,} links of agents"
        text = f"{total} name no article here; most often {clean(first)!r}"
        warnings = (*warnings, text)
    return replace(log, questions=resolved.questions, warnings=warnings)


def find_questions(
    paths: Sequence[Path], settings: dict[str, Any], *, needed: bool = True
) -> tuple[Project, list[Path]]:
    """The project, and the files that hold its questions.

    Raises UsageError where none is named but ``needed``.
    """
    project, rest = find_project(paths, settings["config_path"])
    articles = settings["articles_paths"]
    if project.path is None and articles and not settings["config_path"]:
        project = load_project(articles[0])
    files = [*rest, *settings["questions_paths"]] or project.resolve(project.config.questions)
    if needed and not files:
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
    return Choices(languages=languages_of(loaded.articles))


def complete_choices(choices: Choices, project: Project, settings: dict[str, Any]) -> Choices:
    """The choices, with what files are in and whether personal data is masked."""
    config = project.config
    return replace(
        choices,
        mask=config.privacy.mask and not settings["no_mask"],
        encoding=find_encoding(settings["encoding"] or config.reading.encoding),
    )


def _root(project: Project) -> str:
    return show(project.root) if project.path else ""


def _gap_options(project: Project) -> GapOptions:
    for layer in project.layers:
        path, text = str(layer.path), layer.text
        convert(layer.config.gaps, GapOptions, path=path, text=text, within=("gaps",))
    return convert(project.config.gaps, GapOptions)


def report_reading(inputs: Inputs) -> None:
    """Say on standard error what could not be read, and what was read with a loss."""
    report_skipped(inputs.loaded.skipped)
    for log in (inputs.log, inputs.solved):
        if log is None:
            continue
        for message in log.errors:
            say(f"error: {message}")
        for message in log.warnings:
            say(f"warning: {message}")
        report_rejected(log.rejected, log.unreadable)
    if not inputs.kb.articles:
        say("error: there are no articles, so nothing is answered. Check `articles`")


def report_rejected(rejected: Sequence[Excluded], number: int) -> None:
    """Say which rows could not be read: the first with their places, the others as a number."""
    for row in rejected[:_SHOWN_REJECTS]:
        detail = f" ({row.detail})" if row.detail else ""
        say(f"rejected: {row.path}:{row.line}: {row.reason}{detail}")
    if number > _SHOWN_REJECTS:
        say(f"rejected: {number - _SHOWN_REJECTS:,} further rows")
