"""``kbtool lint --add-ignores``."""

from __future__ import annotations

from typing import Any

import click

from kbtool.cli.common import Progress, echo_document, report_skipped
from kbtool.errors import UsageError
from kbtool.render.terminal import clean_path, count
from kbtool.runner.cache import Cache
from kbtool.runner.fixing import show_diff, write_fixes
from kbtool.runner.ignoring import find_ignores
from kbtool.runner.request import Request


def add_ignores(
    request: Request,
    cache: Cache,
    settings: dict[str, Any],
    progress: Progress,
) -> int:
    """Silence all that is found by comments in the files; 1 where something could not be.

    The exit code is 2 where a file could not be read or written. With ``--diff`` the comments are
    shown and nothing is written.
    """
    reason = " ".join((settings["reason"] or "").split())
    if "--" in reason or ">" in reason:
        remedy = "Leave out dashes in a row and >"
        raise UsageError("--reason would end the comment it stands in", remedy=remedy)
    ignores = find_ignores(request, cache, reason, progress.show)
    progress.clear()
    report_skipped(ignores.skipped)
    if settings["diff"]:
        echo_document(show_diff(ignores.fixes))
        return int(bool(ignores.fixes.files))
    written, faults = write_fixes(ignores.fixes, request)
    report_skipped(faults)
    if not settings["quiet"]:
        done = f"{count(ignores.silenced, 'finding')} in {count(written, 'article')}"
        click.echo(f"Silenced {done}. `git diff` shows the comments.")
    for finding in ignores.left:
        click.echo(
            f"{clean_path(finding.path)}:{finding.line}: {finding.code} cannot be silenced by a "
            "comment here; ignore it in kbtool.toml",
        )
    unread = any(skip.fault for skip in ignores.skipped)
    return 2 if faults or unread else int(bool(ignores.left))
