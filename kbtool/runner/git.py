"""What git knows: which files it ignores, and which changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from kbtool.errors import UsageError

_SECONDS = 20
# A repository must not run programs of its own choice because somebody lints its articles.
_SAFELY = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-optional-locks")
_IGNORED = ("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")


def ignored_by_git(folders: Sequence[Path]) -> frozenset[str]:
    """Absolute paths of files and folders below these that git ignores; none outside a work tree.

    Files that git tracks are never among them, whatever ``.gitignore`` says.
    """
    found: set[str] = set()
    for folder in folders:
        if _is_in_work_tree(folder):
            listed = run_git(folder, *_IGNORED)
            base = os.path.abspath(folder)  # noqa: PTH100 - resolve() would follow links
            names = (name.rstrip("/") for name in (listed or "").split("\0") if name)
            found.update(os.path.join(base, name) for name in names)  # noqa: PTH118 - as text
    return frozenset(found)


def run_git(folder: Path, *arguments: str) -> str | None:
    """What a git command prints in a folder; None where it fails or git is missing."""
    import subprocess  # noqa: PLC0415 - slow to load, and not every run asks git

    try:
        done = subprocess.run(  # noqa: S603 - arguments are ours, and no shell reads them
            ["git", *_SAFELY, "-C", str(folder), *arguments],  # noqa: S607 - wherever it is
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return os.fsdecode(done.stdout) if done.returncode == 0 else None


def _is_in_work_tree(folder: Path) -> bool:
    """Whether a folder lies in a work tree; asking git costs ten times as much."""
    place = folder.resolve()
    # Functions of os.path say no where those of pathlib raise.
    return any(os.path.lexists(parent / ".git") for parent in (place, *place.parents))


def changed_since(reference: str, folder: Path) -> frozenset[str]:
    """Absolute paths of files that differ from where a branch began, untracked ones included.

    Compared is with the merge base, so that what others did to ``reference`` meanwhile does not
    count. Raises UsageError where git does not know the reference.
    """
    top = (run_git(folder, "rev-parse", "--show-toplevel") or "").rstrip("\n")
    base = run_git(folder, "merge-base", "--end-of-options", reference, "HEAD")
    if not top:
        raise UsageError(f"{folder} is in no git repository", remedy="Leave out --changed-since")
    if base is None:
        message = f"git knows no common ancestor of `{reference}` and HEAD"
        remedy = "Name a branch, tag or commit; in CI, fetch the whole history"
        raise UsageError(message, remedy=remedy)
    compared = run_git(
        folder, "diff", "--name-only", "--no-ext-diff", "--no-textconv", "-z", base.strip(), "--"
    )
    new = run_git(Path(top), "ls-files", "--others", "--exclude-standard", "-z")
    names = ((compared or "") + (new or "")).split("\0")
    return frozenset(os.path.join(top, name) for name in names if name)  # noqa: PTH118 - as text
