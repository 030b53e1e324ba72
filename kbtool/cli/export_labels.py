"""``kbtool export labels``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kbtool.cli.asking import match_questions
from kbtool.cli.common import (
    Progress,
    config_option,
    format_option,
    say,
    today_option,
)
from kbtool.cli.export_target import name_target, target_options, write_export
from kbtool.cli.inputs import question_options, report_reading
from kbtool.cli.outputs import spare_inputs
from kbtool.export import WordOptions, WordsOfArticle, find_customer_words
from kbtool.model import GapReport
from kbtool.render import load_renderer
from kbtool.render.terminal import clean_path, count

_DEFAULTS = WordOptions()


@click.command("labels")
@click.argument("questions", nargs=-1, type=click.Path(path_type=Path))
@question_options
@target_options
@format_option(
    "labels",
    "csv",
    "csv and json show how many people used each word; the others are bodies for an API.",
)
@click.option(
    "--min-people",
    default=_DEFAULTS.min_people,
    show_default=True,
    type=click.IntRange(1),
    help="Leave out words of fewer people: they may tell who asked.",
)
@click.option(
    "--top",
    default=_DEFAULTS.most,
    show_default=True,
    type=click.IntRange(1),
    help="Words of an article.",
)
@today_option
@config_option
def labels(
    questions: tuple[Path, ...],
    target: Path | None,
    format_name: str,
    min_people: int,
    top: int,
    **settings: Any,
) -> int:
    """Write the words of customers that articles lack, as labels or keywords.

    They are words that people ask in whom an article answers, and that its title, headings and
    labels do not hold. QUESTIONS are CSV or JSON Lines files, or a folder with a kbtool.toml;
    without them the files that kbtool.toml names. Exit code: 0 done, 2 something could not be
    read.
    """
    asked = match_questions(questions, settings, Progress(settings["quiet"]))
    spare_inputs(target, asked.inputs.names)
    options = WordOptions(min_people=min_people, most=top)
    found = find_customer_words(asked.report, asked.log.questions, asked.kb, options)
    write_export(load_renderer("labels", format_name)(found, options), target)
    report_reading(asked.inputs)
    if format_name == "zendesk":
        _warn_of_ids(found)
    if not settings["quiet"]:
        words = sum(len(article.words) for article in found)
        say(
            f"Wrote {count(words, 'word')} for {count(len(found), 'article')}{name_target(target)}."
        )
        if not words:
            say(_explain(asked.report, min_people))
    return 2 if asked.inputs.faulty else 0


def _explain(report: GapReport, min_people: int) -> str:
    """Why there is not one word."""
    answered = sum(bool(match.answered and match.best) for match in report.matches)
    if not answered:
        return "No words: no article answers any of the questions, so no words can be credited"
    return (
        f"No words: articles answer {count(answered, 'question')}, but hold every word that "
        f"{count(min_people, 'person', 'people')} or more used (--min-people)"
    )


def _warn_of_ids(found: Sequence[WordsOfArticle]) -> None:
    foreign = [article.article for article in found if not article.article.isdecimal()]
    if foreign:
        number = count(len(foreign), "article")
        say(
            f"warning: the ids of {number} are no numbers, as those of Zendesk are "
            f"(`{clean_path(foreign[0])}`). Set `id` in the front matter, or read Zendesk's export"
        )
