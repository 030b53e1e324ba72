"""``kbtool match``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kbtool.cli.common import (
    Progress,
    config_option,
    echo_document,
    output_options,
    say,
    today_option,
)
from kbtool.cli.engines import engine_options
from kbtool.cli.inputs import question_options, read_inputs, report_reading, solved_option
from kbtool.questions import Choices
from kbtool.render import load_renderer


@click.command("match")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@question_options
@engine_options
@solved_option
@click.option(
    "--top", default=10, show_default=True, type=click.IntRange(1, 64), help="Articles of each."
)
@click.option(
    "--explain", is_flag=True, help="Show shared and missing words, and what was learned."
)
@today_option
@config_option
@output_options
def command(files: tuple[Path, ...], top: int, *, explain: bool, **settings: Any) -> int:
    """Find the articles that fit each question, one JSON object a line.

    Every question of FILES is matched, in their order, greetings and repetitions too. Each line
    has the best articles with their passages, the probability that no article answers, and what a
    bot should do: answer, ask back (clarify) or hand over to a person. Exit code: 0 done, 2
    something could not be read.
    """
    progress = Progress(settings["quiet"])
    inputs = read_inputs(files, settings, progress, Choices(everything=True))
    progress.show("matching", 0, len(inputs.log.questions))
    # scikit-learn takes a second to load: only once there is something to match.
    from kbtool.matching import answer_questions  # noqa: PLC0415 - measured, see above

    engine = settings.get("engine")
    found = answer_questions(
        inputs.kb, inputs.log.questions, inputs.options, inputs.teachers, top, engine
    )
    progress.clear()
    echo_document(load_renderer("match", "jsonl")(found, explain=explain))
    for warning in found[0].warnings if found else ():
        say(f"careful: {warning}")
    report_reading(inputs)
    return 2 if inputs.faulty else 0
