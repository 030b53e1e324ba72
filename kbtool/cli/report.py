"""``kbtool report``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.cli.asking import Asked, hide_quotes, match_questions
from kbtool.cli.common import (
    Progress,
    config_option,
    echo_document,
    format_option,
    output_options,
    report_faults,
    today_option,
    use_color,
)
from kbtool.cli.deciding import load_notes
from kbtool.cli.engines import engine_options
from kbtool.cli.inputs import question_options, quote_option, report_reading, solved_option
from kbtool.cli.outputs import open_output, spare_inputs
from kbtool.cli.placing import place_report
from kbtool.cli.plans import LINTING, plan_report
from kbtool.cli.readying import choose_rules, faults_of, gather_basis, silence_others
from kbtool.cli.remembering import Memory, history_option, list_versions, recall
from kbtool.config import Config, Project, ReportTable
from kbtool.health import Health, assess, judge_readiness, note_closed
from kbtool.history import Record
from kbtool.linter import LintResult, lint
from kbtool.render import load_renderer
from kbtool.render.terminal import count
from kbtool.render.views.meta import Release, ReportMeta
from kbtool.rule import ActiveRule
from kbtool.runner.selecting import judging_rules


@click.command("report")
@click.argument("questions", nargs=-1, type=click.Path(path_type=Path))
@question_options
@engine_options
@quote_option
@solved_option
@format_option("report", "html", "A page, or a text for programs, people and trackers of issues.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write (default: kbtool-report.html; other formats: standard output).",
)
@click.option(
    "--schema", "show_schema", is_flag=True, help="Print the JSON Schema of --format json."
)
@history_option
@click.option(
    "--no-history",
    is_flag=True,
    help="Do not record this run; ids and changes still come from earlier ones.",
)
@today_option
@config_option
@output_options
def command(
    questions: tuple[Path, ...],
    format_name: str,
    output: Path | None,
    show_schema: bool,
    **settings: Any,
) -> int:
    """Check articles, find gaps, and write both as one HTML page.

    QUESTIONS are CSV or JSON Lines files, or a folder with a kbtool.toml; without them the files
    that kbtool.toml names. The page needs no network and holds no script from elsewhere. csv is
    the gaps as a backlog; jira and github are issues in CSV for importers.
    """
    if show_schema:
        from kbtool.render.report.document_json import render_schema  # noqa: PLC0415 - as rare

        echo_document(render_schema())
        return 0
    progress = Progress(settings["quiet"], plan_report)
    matched = match_questions(questions, {**settings, "controls": True}, progress)
    memory = recall(matched.inputs.project, settings, begin=True)
    matched = memory.keep_ids(matched)
    asked = hide_quotes(matched, settings)
    chosen = choose_rules(asked.inputs.project, asked.kb)
    rules = judging_rules(asked.inputs.project)
    result = silence_others(_lint(asked, rules, progress), chosen)
    health = _assess(matched, asked, rules, result)
    bands = {str(band): number for band, number in health.bands.items()}
    record = memory.describe(matched, asked, settings, bands)
    health = replace(health, notes=load_notes(matched, asked))
    health = _compare(health, memory, record)
    is_page = format_name == "html"
    target = output or (_page_path(asked.inputs.project) if is_page else None)
    placed = place_report(health, _describe(asked, result), asked.inputs.project)
    text = load_renderer("report", format_name)(*placed)
    spare_inputs(target, asked.inputs.names)
    with open_output(target) as out:
        out.write(text.encode("utf-8", "replace"))
    memory.keep(record)
    memory.close()
    if target and not settings["quiet"]:
        _summarise(health, asked, target, settings["color"], is_page=is_page)
    sys.stdout.flush()
    report_reading(asked.inputs)
    faults = faults_of(result, chosen)
    report_faults(faults)
    if any(not fault.stopped for fault in faults):
        return 3
    return 2 if faults or asked.inputs.faulty else 0


def _assess(
    matched: Asked, asked: Asked, rules: Sequence[ActiveRule], result: LintResult
) -> Health:
    health = assess(
        asked.kb,
        result.findings,
        asked.report,
        asked.log.questions,
        suppressed=result.suppressed,
        log=asked.log,
    )
    return judge_readiness(health, asked.kb, gather_basis(matched, rules, result))


def _compare(health: Health, memory: Memory, record: Record | None) -> Health:
    """Health with what changed since the run before."""
    changes, flow = memory.changes(record), memory.trace_flow(record)
    gaps = note_closed(health.gaps, changes, health.questions)
    return replace(health, gaps=gaps, changes=changes, flow=flow)


def _summarise(health: Health, asked: Asked, target: Path, choice: str, *, is_page: bool) -> None:
    from kbtool.render.gaps.summary import render  # noqa: PLC0415 - only for people

    color = use_color(choice)
    click.echo(render(health, asked.log, asked.kb, color=color), nl=False, color=color)
    how = " (open it in a browser)" if is_page else ""
    click.echo(f"\nThe whole report: {show(target)}{how}")


def _lint(asked: Asked, rules: Sequence[ActiveRule], progress: Progress) -> LintResult:
    articles = asked.kb.articles
    result = lint(
        asked.kb,
        articles,
        rules,
        lambda done: progress.work.reach(LINTING, done / len(articles)),
    )
    progress.clear()
    return result


def _page_path(project: Project) -> Path:
    entry = project.config.report.output
    return project.output_path(entry, "report", "output", folder=Path())


def _describe(asked: Asked, result: LintResult) -> ReportMeta:
    config = asked.inputs.project.config
    return ReportMeta(
        title=config.report.title or _name(asked.inputs.project.root.resolve().name),
        made_on=asked.kb.today,
        versions=list_versions(),
        sources=asked.inputs.sources,
        not_checked=_not_checked(asked, result),
        bare=asked.inputs.project.path is None,
        settings=_digest(config),
        releases=tuple(Release(release.day, release.name) for release in config.report.releases),
        kb=asked.kb,
    )


def _name(folder: str) -> str:
    """A folder's name as a title: ``acme-help_centre`` is "Acme help centre"."""
    words = " ".join(folder.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or "Help centre"


def _digest(config: Config) -> str:
    """Letters that differ between any two configurations; where its output goes is left out."""
    settings = replace(config, report=ReportTable(releases=config.report.releases))
    return sha256(msgspec.json.encode(settings, order="sorted")).hexdigest()[:12]


def _not_checked(asked: Asked, result: LintResult) -> tuple[str, ...]:
    skipped = [f"{skip.path}: {skip.reason}" for skip in asked.inputs.loaded.skipped]
    languages = [
        f"{count(number, 'article')} in “{locale}”: rules with word lists for other languages "
        "were left out"
        for locale, number in result.skipped_languages
    ]
    return (*skipped, *languages, *asked.log.errors)
