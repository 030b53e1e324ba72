"""``kbtool outline``."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.cli.asking import Asked, hide_quotes, match_questions
from kbtool.cli.common import (
    Progress,
    config_option,
    format_option,
    output_options,
    say,
    today_option,
)
from kbtool.cli.deciding import load_notes
from kbtool.cli.export_target import write_export
from kbtool.cli.gap_names import resolve_name
from kbtool.cli.inputs import question_options, quote_option, report_reading, solved_option
from kbtool.cli.remembering import history_option, recognise
from kbtool.drafting import Evidence, Outline, choose_gap, make_outline
from kbtool.errors import UsageError
from kbtool.health import rank_gaps
from kbtool.language.stopwords import stop_words
from kbtool.patterns import lazy_pattern
from kbtool.render import load_renderer

_WORD = lazy_pattern(r"[a-z0-9]+")
_NAME_WORDS = 6


@click.command("outline")
@click.argument("gap")
@click.argument("questions", nargs=-1, type=click.Path(path_type=Path))
@question_options
@quote_option
@solved_option
@format_option("outline", "markdown")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="File to write, or a folder: the file is then named after the title.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@history_option
@today_option
@config_option
@output_options
def command(
    gap: str,
    questions: tuple[Path, ...],
    format_name: str,
    target: Path | None,
    *,
    force: bool,
    **settings: Any,
) -> int:
    """Outline the article that a gap lacks, without a word that nobody said.

    GAP is its rank or id in `kbtool gaps`, the beginning of its id, or words of its label.
    QUESTIONS are files or a folder, as for `kbtool gaps`. Exit code: 0 done, 1 too little is known
    for a draft (questions to ask somebody who knows are printed instead), 2 something could not be
    read or written.
    """
    matched = match_questions(questions, settings, Progress(settings["quiet"]))
    asked = recognise(matched, settings)
    outline = _outline(gap, asked, hide_quotes(asked, settings), settings)
    path = _choose_file(target, outline, format_name)
    folder = path.parent if path else Path.cwd()
    text = load_renderer("outline", format_name)(outline, folder)
    if path is None or outline.refusal:
        write_export(text, None)
    else:
        _write(text, path, force=force)
        if not settings["quiet"]:
            say(f"wrote {show(path)}")
    report_reading(asked.inputs)
    if asked.inputs.faulty:
        return 2
    return int(bool(outline.refusal))


def _outline(name: str, asked: Asked, shown: Asked, settings: dict[str, Any]) -> Outline:
    # scikit-learn is loaded by now.
    from kbtool.matching.judging.survey import main_locale  # noqa: PLC0415 - see above

    solved = asked.inputs.solved
    config = asked.inputs.project.config
    evidence = Evidence(
        report=shown.report,
        kb=asked.kb,
        asked=asked.log.questions,
        shown=shown.log.questions,
        solved=solved.questions if solved and not settings["no_quotes"] else (),
        min_askers=asked.inputs.options.min_askers,
        min_quoted=config.privacy.min_askers,
        locale=main_locale(asked.kb) if asked.kb.articles else config.locale,
    )
    notes = load_notes(asked, shown)
    ranked = rank_gaps(shown.report.gaps, notes)
    name = resolve_name(name, replace(shown, own=asked.own), notes)
    return make_outline(choose_gap(replace(shown.report, gaps=ranked), name), evidence)


def _choose_file(target: Path | None, outline: Outline, format_name: str) -> Path | None:
    """File to write; None for standard output."""
    if target is None or target == Path("-"):
        return None
    if target.is_dir():
        ending = {"markdown": ".md", "json": ".json"}[format_name]
        return target / f"{_name_file(outline)}{ending}"
    if not target.parent.is_dir():
        raise UsageError(f"no folder {show(target.parent)}", remedy="Make it first")
    return target


def _name_file(outline: Outline) -> str:
    """Name of a file: telling words of the title in letters that every system takes."""
    plain = unicodedata.normalize("NFKD", outline.title.casefold().replace("ß", "ss"))
    words = _WORD.findall(plain.encode("ascii", "ignore").decode().replace("'", ""))
    telling = [word for word in words if word not in stop_words("en")] or words
    return "-".join(telling[:_NAME_WORDS]) or f"gap-{outline.gap}"


def _write(text: str, path: Path, *, force: bool) -> None:
    if path.exists() and not force:
        remedy = "Name another file, or write over it with --force"
        raise UsageError(f"{show(path)} is there already", remedy=remedy)
    write_export(text, path)
