"""``kbtool questions``."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from kbtool.articles import Loaded
from kbtool.cli.common import Progress, config_option, load_project_articles, output_options
from kbtool.cli.engines import engine_options
from kbtool.cli.inputs import (
    choose,
    complete_choices,
    find_questions,
    name_columns,
    question_options,
)
from kbtool.cli.outputs import spare_inputs
from kbtool.cli.question_lists import finish, print_excluded, print_questions, print_summary
from kbtool.cli.rates import Rate
from kbtool.config import Project
from kbtool.errors import UsageError
from kbtool.questions import Choices, iterate_questions
from kbtool.questions.logbook import Item

_FORMATS = {
    "questions": ("jsonl",),
    "excluded": ("table", "json", "csv"),
    "summary": ("table", "json"),
}


@click.command("questions")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file, all at once, instead of to the screen.",
)
@click.option("--excluded", is_flag=True, help="Show what is left out, by reason, with its place.")
@click.option("--summary", is_flag=True, help="Show numbers: channels, dates, what was cleaned.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json", "csv", "jsonl"]),
    help="table, json or csv (of --excluded), table or json (of --summary).",
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="NUMBER",
    help="Stop after this many questions; with --excluded, rows of each reason.",
)
@question_options
@engine_options
@config_option
@output_options
def command(files: tuple[Path, ...], **settings: Any) -> int:
    """Read logs of questions and write them cleaned, one JSON object a line.

    FILES are logs, or a folder with a kbtool.toml; without them the files that kbtool.toml names.
    What comes out can be read again in place of the logs. Exit code: 0 done, 2 something could not
    be read.
    """
    kind = _kind(settings)
    chosen = settings["format_name"] or _FORMATS[kind][0]
    if chosen not in _FORMATS[kind]:
        known = ", ".join(_FORMATS[kind])
        raise UsageError(f"{kind} cannot be written as {chosen}", remedy=f"Formats: {known}")
    progress = Progress(settings["quiet"])
    project, paths = find_questions(files, settings)
    spare_inputs(settings["target"], map(str, paths))
    articles = _load_articles(project, settings, progress)
    choices = _choose(project, articles, settings)
    settings |= {"articles": articles and articles.articles, "unmasked": not choices.mask}
    with closing(_read(paths, choices, settings, progress)) as items:
        book = _PRINTERS[kind](items, chosen, settings)
    progress.clear()
    return finish(book)


_PRINTERS = {"questions": print_questions, "excluded": print_excluded, "summary": print_summary}


def _kind(settings: dict[str, Any]) -> str:
    if settings["excluded"] and settings["summary"]:
        raise UsageError("--excluded and --summary are two outputs", remedy="Ask for one of them")
    kinds = [kind for kind in ("excluded", "summary") if settings[kind]]
    return kinds[0] if kinds else "questions"


def _load_articles(project: Project, settings: dict[str, Any], progress: Progress) -> Loaded | None:
    """The articles that questions are about, None where none are named."""
    if not settings["articles_paths"] and not project.article_places():
        return None
    return load_project_articles(
        project,
        settings["articles_paths"],
        progress=lambda done, all_: progress.show("reading articles", done, all_),
    )


def _choose(project: Project, articles: Loaded | None, settings: dict[str, Any]) -> Choices:
    """What to leave out, how to read and what to mask."""
    choices = complete_choices(
        choose(project, articles) if articles else Choices(), project, settings
    )
    # Names of people are written with the questions alone.
    return replace(choices, salted=not settings["excluded"] and not settings["summary"])


def _read(
    paths: Sequence[Path], choices: Choices, settings: dict[str, Any], progress: Progress
) -> Generator[Item, None, None]:
    yield from iterate_questions(
        paths,
        name_columns(settings),
        progress=Rate(progress).show,
        choices=choices,
        engine=settings.get("engine"),
    )
