"""``kbtool ask``."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from kbtool.cli.common import (
    Progress,
    config_option,
    echo_result,
    format_option,
    output_options,
    today_option,
    use_color,
)
from kbtool.cli.inputs import (
    Inputs,
    complete_choices,
    question_options,
    read_inputs,
    report_reading,
    solved_option,
)
from kbtool.errors import UsageError
from kbtool.questions import Choices, Limits
from kbtool.questions.masking import Masking
from kbtool.questions.texts import prepare_text
from kbtool.render import load_renderer

if TYPE_CHECKING:
    from kbtool.matching import Bot

_PROMPT = "Ask (an empty line ends): "
_LEAVE = frozenset({"exit", "quit", "q", ":q", ":q!", ":quit", "exit()", "quit()"})  # as typed


@click.command("ask")
@click.argument("words", nargs=-1, metavar="[QUESTION]")
@question_options
@solved_option
@format_option("ask", "text", "Output; json has one object a line.")
@today_option
@config_option
@output_options
def command(words: tuple[str, ...], format_name: str, **settings: Any) -> int:
    """Show what a bot would say to QUESTION today: answer, ask back, or hand over to a person.

    Without QUESTION it asks for one after the other, or reads them from standard input, one a
    line. The log and the solved questions that kbtool.toml names help to understand, as in `kbtool
    match`. Exit code: 0 done, whatever a bot would do, 2 something could not be read.
    """
    if words and not " ".join(words).strip():
        raise UsageError("the question is empty", remedy="Write it behind `kbtool ask`")
    inputs, bot = _load(settings)
    report_reading(inputs)
    color = use_color(settings["color"])
    masking = Masking(complete_choices(Choices(), inputs.project, settings).mask)
    render: Callable[..., str] = load_renderer("ask", format_name)
    for number, question in enumerate([" ".join(words)] if words else _read_questions()):
        text = prepare_text({"text": question}, Limits().text, masking).text
        reply, between = bot.reply(text), ""
        if number and format_name == "text":  # what to be careful about stands above, once
            reply, between = replace(reply, answer=replace(reply.answer, warnings=())), "\n"
        echo_result(between + render(reply, color=color), format_name, color=color)
    return 2 if inputs.faulty else 0


def _load(settings: dict[str, Any]) -> tuple[Inputs, Bot]:
    progress = Progress(settings["quiet"])
    inputs = read_inputs((), settings, progress, Choices(everything=True), needs_log=False)
    progress.show("matching", 0, len(inputs.log.questions))
    # scikit-learn takes a second to load: only once there is something to match.
    from kbtool.matching import bot as bots  # noqa: PLC0415 - measured, see above

    bot = bots.Bot(inputs.kb, inputs.log.questions, inputs.options, inputs.teachers)
    progress.clear()
    return inputs, bot


def _read_questions() -> Iterator[str]:
    """Questions as typed, up to an empty line or one to leave, or all lines that are not blank."""
    stream = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    typed = sys.stdin.isatty()
    while True:
        if typed:
            click.echo(_PROMPT, nl=False, err=True)
        line = stream.readline()
        if not line or (typed and line.strip().lower() in {"", *_LEAVE}):
            return
        if line.strip():
            yield line
