"""Applies edits to text and replaces files without ever leaving a half-written one."""

from __future__ import annotations

import contextlib
import os
import stat
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from pathlib import Path

from kbtool.errors import InputError
from kbtool.model import Edit, Span


def choose_edits(edits: Iterable[Edit]) -> list[Edit]:
    """Edits that can be made together, in order; those that touch an earlier one are left out."""
    chosen: list[Edit] = []
    taken: list[Span] = []
    for edit in sorted(edits, key=lambda edit: tuple(change.span for change in edit.changes)):
        if edit.changes and all(_is_free(change.span, taken) for change in edit.changes):
            chosen.append(edit)
            for change in edit.changes:
                insort(taken, change.span)
    return chosen


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a range touches none of these, which are sorted and touch none of each other.

    Two insertions at one place do touch. Only the neighbours need a look, so a file with
    thousands of edits stays quick.
    """
    at = bisect_left(taken, span)
    return all(
        other != span and (other.end <= span.start or span.end <= other.start)
        for other in taken[max(0, at - 1) : at + 1]
    )


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Text with all edits made that do not touch an earlier one; the rest waits for another round.

    Nothing outside the changed ranges is touched.
    """
    changes = [change for edit in choose_edits(edits) for change in edit.changes]
    parts: list[str] = []
    at = 0
    for change in sorted(changes, key=lambda change: change.span):
        parts += [text[at : change.span.start], change.text]
        at = change.span.end
    return "".join([*parts, text[at:]])


def write_file(path: Path, content: bytes) -> None:
    """Write a file all at once, whatever it held. Raises InputError when that is impossible."""
    try:
        before = path.read_bytes() if path.exists() else None
        if before is None:
            path.touch()  # with the mode that new files have here
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise InputError(message, path=str(path), remedy="Name another file") from error
    replace_file(path, content, expected=before or b"")


def replace_file(path: Path, content: bytes, *, expected: bytes) -> None:
    """Replace a file's content all at once, keeping its mode.

    The new content is written and flushed beside the file and then takes its name, so a crash
    leaves the old file or the new one. Raises InputError when the file no longer holds
    ``expected`` or cannot be written; the file is then as it was.
    """
    import tempfile  # noqa: PLC0415 - slow to load, and most runs write nothing

    target = path.resolve()  # a symbolic link stays one; the file behind it is replaced
    temporary = ""
    try:
        if target.read_bytes() != expected:
            remedy = "Run the command again"
            raise InputError(
                "changed while it was checked, not fixed", path=str(path), remedy=remedy
            )
        mode = stat.S_IMODE(target.stat().st_mode)
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise InputError(message, path=str(path), remedy="Check its permissions") from error
    finally:
        if temporary:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
