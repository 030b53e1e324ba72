"""What ``kbtool lint`` prints, and the exit code it ends with."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from kbtool.articles import ARCHIVED, DRAFT, UNPUBLISHED, export_of, show
from kbtool.cli.common import echo_document, say, use_color
from kbtool.cli.guarding import speaking
from kbtool.cli.outputs import spare_inputs
from kbtool.config import Project
from kbtool.errors import UsageError
from kbtool.fixer import write_file
from kbtool.model import Finding, Severity
from kbtool.render import FORMATS, load_renderer
from kbtool.render.terminal import count
from kbtool.runner.values import LintReport

Renderer = Callable[..., str]
_MANY = 200
"""Findings from which a first run is told how to begin."""

_FOR_PEOPLE = ("full", "concise", "grouped")  # formats that a summary follows


def choose_renderer(project: Project, settings: dict[str, Any]) -> tuple[str, Renderer]:
    """Name of the format asked for, and what writes it. Raises UsageError where there is none."""
    chosen: str = settings["format_name"] or (
        "full" if sys.stdout.isatty() and not settings["output_file"] else "concise"
    )
    if settings["statistics"]:
        if chosen not in FORMATS["lint"]:
            raise UsageError(f"no format is called `{chosen}`", remedy="Formats: text, json")
        return chosen, load_renderer("statistics", "json" if chosen == "json" else "text")
    if chosen in FORMATS["lint"]:
        return chosen, load_renderer("lint", chosen)
    from kbtool.runner.plugins import plugin_renderers  # noqa: PLC0415 - few projects have any

    offered = plugin_renderers(project)
    if chosen not in offered:
        known = ", ".join(sorted((*FORMATS["lint"], *offered)))
        near = get_close_matches(chosen, (*FORMATS["lint"], *offered), 1)
        hint = f"Did you mean `{near[0]}`? " if near else ""
        raise UsageError(f"no format is called `{chosen}`", remedy=f"{hint}Formats: {known}")
    return chosen, offered[chosen]()


def print_report(
    report: LintReport, settings: dict[str, Any], chosen: str, render: Renderer
) -> None:
    """Print a report in the format asked for, to the screen or to a file, and its summary."""
    target: Path | None = settings["output_file"]
    if report.interrupted and target and (target.is_file() or not target.exists()):
        # A file that somebody reads later holds a whole report, or what it held before.
        say(f"kbtool: {report.interrupted.notice}. Nothing was written to {show(target)}")
        return
    color = use_color(settings["color"]) and not target
    text = render(report, color=color)
    if target:
        spare_inputs(target, (export_of(a.path) or a.path for a in report.articles))
        write_file(target, text.encode("utf-8"))
    elif chosen in _FOR_PEOPLE:
        click.echo(text, nl=False, color=color)
    else:
        with speaking(sys.stdout) if chosen == "github" else nullcontext():
            echo_document(text)
    _write_step_summary(chosen, report)
    if report.interrupted:
        sys.stdout.flush()
        say(f"kbtool: {report.interrupted.notice}")
    if settings["quiet"] or not (target or chosen in _FOR_PEOPLE):
        return
    for note in _notes(report):
        say(note)
    apart = text and not target and chosen != "concise"
    click.echo(("\n" if apart else "") + summarise(report))


def _write_step_summary(chosen: str, report: LintReport) -> None:
    """Add to the page that GitHub shows of a workflow's run."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if chosen == "github" and place:
        from kbtool.render.lint.github import github_step_summary  # noqa: PLC0415 - only then

        with Path(place).open("a", encoding="utf-8") as file:
            file.write(github_step_summary(report))


def _notes(report: LintReport) -> list[str]:
    languages = [f"{count(n, 'article')} in {name}" for name, n in report.skipped_languages]
    note = f"note: {', '.join(languages)}: rules with word lists for other languages were left out"
    many = len(report.findings) > _MANY and not report.baselined
    first = "note: many at once? Begin with --statistics, --preset minimal or --write-baseline"
    return [
        *([note] if languages else []),
        *([first] if many else []),
        *(f"note: {note}" for note in report.notes),
    ]


def summarise(report: LintReport) -> str:
    """One sentence on all that was found and done."""
    found, articles = report.findings, count(len(report.articles), "article")
    unchecked = report.interrupted.unchecked if report.interrupted else 0
    reasons = Counter(skip.reason for skip in report.skipped)
    drafts, archived = reasons[DRAFT], reasons[ARCHIVED]
    files = sum(reasons.values()) - sum(reasons[reason] for reason in UNPUBLISHED)
    tails = (
        (unchecked, count(unchecked, "file") + " not checked"),
        (drafts, count(drafts, "draft") + " left out"),
        (archived, f"{archived:,} archived left out"),
        (files, count(files, "file") + " skipped"),
        (len(report.suppressed), f"{len(report.suppressed):,} suppressed"),
        (len(report.baselined), f"{len(report.baselined):,} in the baseline"),
    )
    tail = "".join(f"; {text}" for number, text in tails if number)
    done = f"Fixed {count(report.fixed, 'problem')}. " if report.fixed else ""
    done = f"Interrupted. {done}" if report.interrupted else done
    if not found:
        return f"{done}Nothing found in {articles}{tail}."
    amounts = Counter(finding.severity for finding in found)
    parts = [
        count(amounts[Severity.ERROR], "error"),
        count(amounts[Severity.WARNING], "warning"),
        f"{amounts[Severity.INFO]:,} info",
    ]
    where = f"in {len({finding.path for finding in found}):,} of {articles}{_fixable(found)}{tail}"
    return f"{done}Found {count(len(found), 'problem')} ({', '.join(parts)}) {where}."


def _fixable(findings: Sequence[Finding]) -> str:
    safe = sum(1 for finding in findings if finding.edit and finding.edit.safe)
    unsafe = sum(1 for finding in findings if finding.edit and not finding.edit.safe)
    if safe and unsafe:
        return f"; {safe:,} fixable with --fix, {unsafe:,} more with --unsafe-fixes"
    if safe or unsafe:
        return f"; {safe or unsafe:,} fixable with --fix{'' if safe else ' --unsafe-fixes'}"
    return ""


def exit_code(report: LintReport, fail_on: str, settings: dict[str, Any]) -> int:
    """3: a rule failed; 2: something could not be checked; 1: findings that count; else 0."""
    if any(not fault.stopped for fault in report.faults):
        return 3
    if report.faults or any(skip.fault for skip in report.skipped):
        return 2
    if not report.articles and not _may_be_empty(settings):
        return 2
    if settings["exit_zero"]:
        return 0
    warnings = sum(1 for finding in report.findings if finding.severity is Severity.WARNING)
    most = settings["max_warnings"]
    too_many = most is not None and warnings > most
    fixed = settings["exit_non_zero_on_fix"] and report.fixed > 0
    return int(too_many or fixed or _counts(report.findings, fail_on))


def _may_be_empty(settings: dict[str, Any]) -> bool:
    return bool(settings["force_exclude"] or settings["changed_since"])


def _counts(findings: Sequence[Finding], fail_on: str) -> bool:
    if fail_on == "never":
        return False
    limit = Severity[fail_on.upper()]
    return any(finding.severity >= limit for finding in findings)
