"""What ``kbtool lint`` does with a baseline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kbtool.articles import show
from kbtool.cli.common import report_faults, report_skipped, say
from kbtool.config import Project
from kbtool.errors import UsageError
from kbtool.render.terminal import count
from kbtool.runner.values import LintReport

FILE_NAME = ".kbtool-baseline.json"

_WRITE_HERE = Path("-")
"""Stands for ``--write-baseline`` without a file."""


def find_baseline(project: Project, settings: dict[str, Any]) -> Path | None:
    """File of the baseline that a run reads: as named, or the nearest at or above the project.

    The search ends where a repository begins, as that for a configuration does.
    """
    if settings["no_baseline"]:
        return None
    named: Path | None = settings["baseline"]
    if named:
        return named
    for folder in (project.root, *project.root.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        if project.path or (folder / ".git").exists():
            break
    return None


def leave_out_known(report: LintReport, project: Project, settings: dict[str, Any]) -> LintReport:
    """The report without what the baseline knows, if there is one."""
    path = find_baseline(project, settings)
    if path is None:
        return report
    from kbtool.runner import baseline  # noqa: PLC0415 - few runs have one, it loads json

    return baseline.apply_baseline(report, baseline.read_baseline(path))


def keep_baseline(
    run: Callable[[], LintReport],
    project: Project,
    settings: dict[str, Any],
) -> int:
    """Write or prune the baseline from what ``run`` finds; returns the exit code."""
    from kbtool.runner import baseline  # noqa: PLC0415 - few runs have one, it loads json

    path = find_baseline(project, settings)
    if settings["prune_baseline"]:
        return _prune(run, path, settings)
    named: Path = settings["write_baseline"]
    target = (path or project.root / FILE_NAME) if named == _WRITE_HERE else named
    before = baseline.read_baseline(target) if target.is_file() else None
    report = run()
    report_skipped(report.skipped)
    report_faults(report.faults)
    faulty = bool(report.faults) or any(skip.fault for skip in report.skipped)
    if not report.articles:
        say("kbtool: no articles were checked, so no baseline was written")
        return 2
    number = baseline.write_baseline(baseline.make_baseline(target, report, before))
    if not settings["quiet"]:
        click.echo(
            f"Wrote {count(number, 'finding')} to {show(target)}. From now on `kbtool lint` shows "
            "what is new."
        )
    return 2 if faulty else 0


def _prune(run: Callable[[], LintReport], path: Path | None, settings: dict[str, Any]) -> int:
    from kbtool.runner import baseline  # noqa: PLC0415 - few runs have one, it loads json

    if path is None:
        remedy = "`kbtool lint --write-baseline` writes one"
        raise UsageError("there is no baseline to prune", remedy=remedy)
    pruned, removed = baseline.prune_baseline(run(), baseline.read_baseline(path))
    number = baseline.write_baseline(pruned)
    if not settings["quiet"]:
        click.echo(f"Removed {count(removed, 'finding')} from {show(path)}; {number} left.")
    return 0
