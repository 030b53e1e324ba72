"""``kbtool gaps``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from kbtool.cli.asking import Asked, hide_quotes, match_questions
from kbtool.cli.common import (
    Progress,
    config_option,
    echo_result,
    format_option,
    output_options,
    today_option,
    use_color,
)
from kbtool.cli.deciding import decide, decision_options, load_notes
from kbtool.cli.engines import engine_options
from kbtool.cli.inputs import question_options, quote_option, report_reading, solved_option
from kbtool.cli.remembering import history_option, recall
from kbtool.cli.what_if import check_format, read_drafts, try_out
from kbtool.health import note_closed
from kbtool.model import GapReport, Note
from kbtool.render import load_renderer


@click.command("gaps")
@click.argument("questions", nargs=-1, type=click.Path(path_type=Path))
@question_options
@engine_options
@quote_option
@solved_option
@format_option("gaps", "table")
@click.option("--top", default=15, type=click.IntRange(1), help="Gaps in the table (default: 15).")
@click.option(
    "--fail-over",
    type=click.IntRange(0),
    metavar="NUMBER",
    help="Exit with 1 when more gaps than this are not dismissed.",
)
@decision_options
@history_option
@click.option("--record", is_flag=True, help="Record this run, as `kbtool report` does.")
@click.option(
    "--what-if",
    "drafts",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="DRAFT",
    help="Show which gaps an article that is not published yet would close.",
)
@today_option
@config_option
@output_options
def command(
    questions: tuple[Path, ...],
    format_name: str,
    top: int,
    fail_over: int | None,
    record: bool,
    drafts: tuple[Path, ...],
    **settings: Any,
) -> int:
    """Find what customers ask that no article answers.

    QUESTIONS are CSV or JSON Lines files, or a folder with a kbtool.toml; without them the files
    that kbtool.toml names. --what-if tells what drafts of articles would change. Exit code: 0 done,
    1 more gaps than --fail-over, or a draft was not tried as it holds placeholders, 2 something
    could not be read.
    """
    if decide(questions, settings):
        return 0
    if drafts:
        check_format(format_name)
    progress = Progress(settings["quiet"])
    wanted = {"controls": format_name == "json", "survey": bool(drafts)}
    matched = match_questions(questions, {**settings, **wanted}, progress)
    matched, asked = _remember(matched, settings, record)
    notes = load_notes(matched, asked)
    color = use_color(settings["color"])
    render = load_renderer("what-if" if drafts else "gaps", format_name)
    parts = (asked.report, asked.log, asked.kb)
    refused = False
    if drafts:
        found = try_out(read_drafts(drafts, matched), matched, settings, progress)
        refused = any(draft.refusal for draft in found.drafts)
        text = render(found, asked.report, asked.log, color=color)
    elif format_name == "json":
        text = render(*parts, notes)
    elif format_name == "table":
        text = render(*parts, top=top, color=color, notes=notes)
    else:
        text = render(*parts, top=top, color=color)
    echo_result(text, format_name, color=color)
    report_reading(asked.inputs)
    too_many = fail_over is not None and _count_open(asked.report, notes) > fail_over
    return 2 if asked.inputs.faulty else int(refused or too_many)


def _remember(matched: Asked, settings: dict[str, Any], record: bool) -> tuple[Asked, Asked]:
    """What was found under the ids of earlier runs, whole and as it may be shown."""
    memory = recall(matched.inputs.project, settings, begin=record)
    matched = memory.keep_ids(matched)
    asked = hide_quotes(matched, settings)
    told = memory.describe(matched, asked, settings, {})
    noted = note_closed(asked.report, memory.changes(told), asked.log.questions)
    if record:
        memory.keep(told)
    memory.close()
    return matched, replace(asked, report=noted)


def _count_open(report: GapReport, notes: Mapping[str, Note]) -> int:
    dismissed = {note.id for note in notes.values() if note.status == "dismissed"}
    return sum(gap.id not in dismissed for gap in report.gaps)
