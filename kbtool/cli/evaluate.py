"""``kbtool evaluate``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kbtool.cli.common import (
    Progress,
    config_option,
    echo_result,
    format_option,
    output_options,
    say,
    today_option,
)
from kbtool.cli.export_target import write_export
from kbtool.cli.inputs import Inputs, question_options, read_inputs, report_reading, solved_option
from kbtool.cli.outputs import spare_inputs
from kbtool.errors import UsageError
from kbtool.questions import Choices
from kbtool.render import load_renderer
from kbtool.render.terminal import count

_SHOWN = 3  # labels that name no article


@click.command("evaluate")
@click.argument("labelled", nargs=-1, type=click.Path(path_type=Path))
@question_options
@solved_option
@format_option("evaluation", "table")
@click.option(
    "--misses",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write every question that went wrong to this CSV file.",
)
@today_option
@config_option
@output_options
def command(
    labelled: tuple[Path, ...], format_name: str, misses: Path | None, **settings: Any
) -> int:
    """Measure on questions with known answers how well they find them.

    LABELLED are questions with a column `gold`: the ids of the articles that answer each, none for
    a question that no article answers. kbtool does not learn from them. Exit code: 0 done, 2
    something could not be read.
    """
    progress = Progress(settings["quiet"])
    inputs = read_inputs(labelled, settings, progress, Choices(everything=True))
    spare_inputs(misses, inputs.names)
    if not any(question.gold for question in inputs.log.questions):
        remedy = "Add a column `gold` with the ids of the articles that answer each question"
        raise UsageError("no question says which article answers it", remedy=remedy)
    _warn_of_unknown(inputs)
    progress.show("matching", 0, len(inputs.log.questions))
    # scikit-learn takes a second to load: only once there is something to match.
    from kbtool.matching import evaluate  # noqa: PLC0415 - measured, see above

    result = evaluate(inputs.kb, inputs.log.questions, inputs.options, inputs.teachers)
    progress.clear()
    echo_result(load_renderer("evaluation", format_name)(result), format_name)
    if misses:
        write_export(load_renderer("misses", "csv")(result.misses), misses)
    report_reading(inputs)
    return 2 if inputs.faulty else 0


def _warn_of_unknown(inputs: Inputs) -> None:
    """Say which labels name no article: a slip there would count as a gap."""
    known = {article.id for article in inputs.kb.articles}
    wrong = [name for q in inputs.log.questions for name in q.gold if name not in known]
    if wrong:
        names = ", ".join(f"`{name}`" for name in list(dict.fromkeys(wrong))[:_SHOWN])
        say(
            f"warning: no article has the id of {count(len(wrong), 'label')}, such as {names}: "
            "a question with no other label counts as one that no article answers"
        )
