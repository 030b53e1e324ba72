"""``kbtool report``."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from kbtool import __version__
from kbtool.articles import show
from kbtool.cli.asking import Asked, hide_quotes, match_questions
from kbtool.cli.common import (
    Progress,
    config_option,
    output_options,
    report_faults,
    today_option,
    use_color,
)
from kbtool.cli.inputs import question_options, quote_option, report_reading, solved_option
from kbtool.errors import InputError
from kbtool.health import Health, assess
from kbtool.linter import LintResult, lint
from kbtool.render.terminal import count
from kbtool.runner.selecting import active_rules


@click.command("report")
@click.argument("questions", nargs=-1, type=click.Path(path_type=Path))
@question_options
@quote_option
@solved_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write (default: kbtool-report.html).",
)
@today_option
@config_option
@output_options
def command(questions: tuple[Path, ...], output: Path | None, **settings: Any) -> int:
    """Check articles, find gaps, and write both as one HTML page.

    QUESTIONS are CSV or JSON Lines files, or a folder with a kbtool.toml; without them the files
    that kbtool.toml names. The page needs no network and holds no script from elsewhere.
    """
    progress = Progress(settings["quiet"])
    asked = hide_quotes(match_questions(questions, settings, progress), settings)
    articles = asked.kb.articles
    result = lint(
        asked.kb,
        articles,
        active_rules(asked.inputs.project),
        lambda done: progress.show("linting", done, len(articles)),
    )
    progress.clear()
    health = assess(
        asked.kb,
        result.findings,
        asked.report,
        asked.log.questions,
        suppressed=result.suppressed,
        log=asked.log,
    )
    target = output or Path(asked.inputs.project.config.report.output)
    _write(target, _page(asked, result, health))
    if not settings["quiet"]:
        from kbtool.render.report_summary import render  # noqa: PLC0415 - only for people

        color = use_color(settings["color"])
        click.echo(render(health, asked.log, asked.kb, color=color), nl=False, color=color)
        click.echo(f"\nThe whole report: {show(target)} (open it in a browser)")
    sys.stdout.flush()
    report_reading(asked.inputs)
    report_faults(result.faults)
    if any(not fault.stopped for fault in result.faults):
        return 3
    return 2 if result.faults or asked.inputs.faulty else 0


def _page(asked: Asked, result: LintResult, health: Health) -> str:
    # jinja2 is loaded for this command alone.
    from kbtool.render.html import ReportMeta, render_html  # noqa: PLC0415 - see above

    meta = ReportMeta(
        title=asked.inputs.project.root.name or "Help centre",
        made_on=asked.kb.today,
        versions=_versions(),
        sources=asked.inputs.sources,
        not_checked=_not_checked(asked, result),
    )
    return render_html(health, meta=meta)


def _versions() -> tuple[tuple[str, str], ...]:
    """Versions of everything that computes a number of the report."""
    libraries = ("scikit-learn", "scipy", "numpy", "snowballstemmer", "markdown-it-py")
    return (
        ("kbtool", __version__),
        ("Python", platform.python_version()),
        *((name, version(name)) for name in libraries),
    )


def _not_checked(asked: Asked, result: LintResult) -> tuple[str, ...]:
    skipped = [f"{skip.path}: {skip.reason}" for skip in asked.inputs.loaded.skipped]
    languages = [
        f"{count(number, 'article')} in “{locale}”: rules with word lists for other languages "
        "were left out"
        for locale, number in result.skipped_languages
    ]
    return (*skipped, *languages, *asked.log.errors)


def _write(target: Path, page: str) -> None:
    try:
        target.write_text(page, encoding="utf-8")
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        remedy = "Name another file with --output"
        raise InputError(message, path=str(target), remedy=remedy) from error
