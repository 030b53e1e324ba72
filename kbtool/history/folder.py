"""The folder of what is recorded, which git leaves alone, and the lock on decisions in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kbtool.errors import UsageError
from kbtool.history.copying import alone

FOLDER = ".kbtool"
_IGNORE = "# What kbtool records here stays on this machine.\n*\n"


def make_folder(folder: Path) -> None:
    """Make the folder of records; one of another name is the user's to make. Raises OSError."""
    if folder.name == FOLDER:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text(_IGNORE, encoding="ascii")


@contextmanager
def hold_decisions(path: Path) -> Iterator[None]:
    """Let one process at a time read, change and write a file of decisions.

    The lock lies in the folder of records, since the file itself is replaced when it is written.
    Raises UsageError where it cannot be had.
    """
    folder = path.parent / FOLDER
    with ExitStack() as stack:
        try:
            make_folder(folder)
            stack.enter_context(alone(folder / path.name))
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}") from error
        except sqlite3.Error as error:
            remedy = "Try again once it has ended"
            raise UsageError(f"another process writes {path.name}", remedy=remedy) from error
        yield
