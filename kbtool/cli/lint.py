"""``kbtool lint``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from kbtool.articles import Skipped, show
from kbtool.cli.common import (
    Progress,
    echo_document,
    find_project,
    report_faults,
    report_skipped,
    resolve_today,
    say,
)
from kbtool.cli.lint_baseline import keep_baseline, leave_out_known
from kbtool.cli.lint_options import (
    file_options,
    fix_options,
    result_options,
    rule_options,
    speed_options,
)
from kbtool.cli.lint_output import choose_renderer, exit_code, print_report
from kbtool.cli.lint_progress import share_out
from kbtool.errors import UsageError
from kbtool.render.terminal import clean_path
from kbtool.runner.cache import Cache, NoCache, default_folder
from kbtool.runner.choices import Choices
from kbtool.runner.drafting import Drafter
from kbtool.runner.request import Request
from kbtool.runner.running import run_lint

_ALONE = ("fix", "add_ignores", "write_baseline", "prune_baseline")
"""Settings of which a run takes one at most: each changes something else."""


@click.command("lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@rule_options
@file_options
@fix_options
@result_options
@speed_options
def command(paths: tuple[Path, ...], **settings: Any) -> int:
    """Find problems in articles.

    PATHS are Markdown or HTML files, exports of help desks in JSON, folders, or a folder with a
    kbtool.toml; without them the articles that kbtool.toml names. Exit code: 0 nothing found, 1
    findings, 2 something could not be read, 3 a rule failed.
    """
    paths = _take_back_path(paths, settings)
    _check_settings(settings)
    if settings["watch"]:
        from kbtool.cli.watching import watch  # noqa: PLC0415 - only then

        return watch(lambda: run_once(paths, settings), paths, settings["config_path"])
    return run_once(paths, settings)


def _take_back_path(paths: tuple[Path, ...], settings: dict[str, Any]) -> tuple[Path, ...]:
    """Paths, with the first where ``--write-baseline`` took it for its file: a baseline is JSON."""
    taken: Path | None = settings["write_baseline"]
    if taken is None or taken.suffix == ".json" or taken == Path("-"):
        return paths
    settings["write_baseline"] = Path("-")
    return (taken, *paths)


def _check_settings(settings: dict[str, Any]) -> None:
    """Raise UsageError for settings that contradict each other."""
    chosen = [f"--{name.replace('_', '-')}" for name in _ALONE if settings[name]]
    if len(chosen) > 1:
        message = f"{chosen[0]} and {chosen[1]} do different things"
        raise UsageError(message, remedy="Run one after the other")
    streaming = "--stdin-filename" if settings["stdin_filename"] else ""
    for name in (*_ALONE, "watch", "changed_since"):
        if streaming and settings[name]:
            message = f"--{name.replace('_', '-')} needs files, not standard input"
            raise UsageError(message, remedy=f"Leave out {streaming}")


def run_once(paths: Sequence[Path], settings: dict[str, Any]) -> int:
    """Lint once, print, and return the exit code."""
    progress = Progress(settings["quiet"])
    request = make_request(paths, settings)
    cache = _open_cache(request, settings)
    if settings["diff"] and not settings["add_ignores"]:
        return _print_diff(request, cache, settings)
    if settings["add_ignores"]:
        from kbtool.cli.lint_ignores import add_ignores  # noqa: PLC0415 - only then

        return add_ignores(request, cache, settings, progress)
    project = request.drafter.project
    chosen, render = choose_renderer(project, settings)
    if settings["write_baseline"] or settings["prune_baseline"]:
        return keep_baseline(partial(run_lint, request, cache, progress.show), project, settings)
    fixed, faults = _fix(request, cache, settings, progress) if settings["fix"] else (0, ())
    report = run_lint(request, cache, share_out(progress), partial=True)
    report = replace(report, fixed=fixed, skipped=(*report.skipped, *faults))
    report = leave_out_known(report, project, settings)
    progress.clear()
    print_report(report, settings, chosen, render)
    report_skipped(report.skipped)
    report_faults(report.faults)
    if report.interrupted:
        raise report.interrupted.signal
    if not report.articles:
        say("kbtool: no articles were checked")
    fail_on = settings["fail_on"] or project.config.lint.fail_on
    return exit_code(report, fail_on, settings)


def make_request(paths: Sequence[Path], settings: dict[str, Any]) -> Request:
    """What the command line asks for. Raises KbtoolError."""
    named = settings["stdin_filename"]
    project, rest = find_project(paths or ([Path(named)] if named else []), settings["config_path"])
    choices = Choices(
        select=split_names(settings["select"]),
        extend_select=split_names(settings["extend_select"]),
        ignore=split_names(settings["ignore"]),
        preset=settings["preset"],
    )
    overlays: dict[str, bytes] = {}
    if named:
        overlays[show(Path(named))] = sys.stdin.buffer.read()
    root = show(project.root) if project.path else ""
    today = resolve_today(settings["today"], project)
    return Request(
        Drafter(project, choices, today, root),
        tuple(rest),
        overlays,
        force_exclude=settings["force_exclude"],
        processes=settings["processes"],
        only=_changed(settings["changed_since"]),
    )


def _changed(reference: str | None) -> frozenset[str] | None:
    if reference is None:
        return None
    from kbtool.runner.git import changed_since  # noqa: PLC0415 - only then

    return changed_since(reference, Path.cwd())


def split_names(entries: Sequence[str]) -> tuple[str, ...]:
    """Entries of repeated options, each of which may hold several between commas."""
    return tuple(name.strip() for entry in entries for name in entry.split(",") if name.strip())


def _open_cache(request: Request, settings: dict[str, Any]) -> Cache:
    """Cache that the settings name; none that keeps anything if they say so."""
    if settings["no_cache"]:
        return NoCache()
    from kbtool.runner.sqlite_cache import open_cache  # noqa: PLC0415 - sqlite3: 3 ms

    folder = settings["cache_dir"] or default_folder()
    return open_cache(folder, request.drafter.today.toordinal())


def _print_diff(request: Request, cache: Cache, settings: dict[str, Any]) -> int:
    """Print what fixing would change; 1 if anything would."""
    from kbtool.runner.fixing import find_fixes, show_diff  # noqa: PLC0415 - only then

    fixes = find_fixes(request, cache, unsafe=settings["unsafe_fixes"])
    _say_refused(fixes.exports)
    echo_document(show_diff(fixes))
    return int(bool(fixes.files))


def _fix(
    request: Request,
    cache: Cache,
    settings: dict[str, Any],
    progress: Progress,
) -> tuple[int, tuple[Skipped, ...]]:
    """Mend files; returns the number of edits, and the files that could not be written."""
    from kbtool.runner.fixing import find_fixes, write_fixes  # noqa: PLC0415 - only then

    unsafe = settings["unsafe_fixes"]
    fixes = find_fixes(request, cache, unsafe=unsafe, progress=progress.show)
    progress.clear()
    _say_refused(fixes.exports)
    return write_fixes(fixes, request)


def _say_refused(exports: Sequence[str]) -> None:
    for export in exports:
        remedy = "Mend its articles in the help desk and export them again"
        say(f"not fixed: {clean_path(export)}: fixes are never written into an export. {remedy}")
