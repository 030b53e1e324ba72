"""Applies edits to text and replaces files without ever leaving a half-written one."""

from __future__ import annotations

import errno
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from pathlib import Path

from kbtool.atomic import write_whole
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
    """Write a file whole, whatever it held. Raises InputError when that is impossible."""
    try:
        write_whole(path, content)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise InputError(message, path=str(path), remedy="Name another file") from error


def replace_file(path: Path, content: bytes, *, expected: bytes) -> None:
    """Replace a file's content whole, keeping its mode.

    Raises InputError when the file no longer holds ``expected``, has a second name (a hard link
    would be cut off) or cannot be written; the file is then as it was.
    """
    try:
        if path.read_bytes() != expected:
            message = "changed while it was checked, not fixed"
            raise InputError(message, path=str(path), remedy="Run the command again")
        if path.stat().st_nlink > 1:
            message = "has a second name (a hard link), not fixed"
            raise InputError(message, path=str(path), remedy="Fix it by hand, or copy it")
        write_whole(path, content)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise InputError(message, path=str(path), remedy=_remedy(error)) from error


def _remedy(error: OSError) -> str:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return "Make room on the disk" if full else "Check its permissions"
