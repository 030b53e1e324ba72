"""A second copy of the records, so that no damage to one file takes them all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kbtool.atomic import sweep, write_whole

TIMEOUT = 30.0
"""Seconds to wait for another process that writes."""

_ENDING = ".kbtool-copy"
_HEADER = 100  # bytes that every file of SQLite begins with


def copy_of(path: Path) -> Path:
    """Where the second copy of a file of records lies."""
    return path.with_name(path.name + _ENDING)


def is_lost(path: Path) -> bool:
    """Whether a file of records is missing or cut off, though a copy of it is there.

    SQLite takes what is shorter than its header for a new file, and would begin anew.
    """
    held = path.stat().st_size if path.exists() else 0
    return held < _HEADER and copy_of(path).exists()


def keep_copy(connection: sqlite3.Connection, path: Path) -> None:
    """Put all that was committed into the copy, in one go.

    Raises OSError or sqlite3.Error where that is impossible; the copy is then as it was.
    """
    with alone(path):  # a process that waited copies what the one before it wrote, too
        write_whole(copy_of(path), connection.serialize())
        sweep([path.parent])


def lock_of(path: Path) -> Path:
    """The file that processes lock; it holds nothing."""
    return path.with_name(f"{path.name}.lock")


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Keep other processes out; the system lets go of the lock if this one is killed.

    What comes back is whether the file that is locked was damaged. It is emptied then.
    """
    try:
        lock = _lock(path)
        was_damaged = False
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):  # held for long, or no right to it
            raise
        # In its place: whoever found it damaged as well must lock the same file.
        with lock_of(path).open("r+b") as file:
            file.truncate(0)
        lock = _lock(path)
        was_damaged = True
    with closing(lock):
        yield was_damaged


def _lock(path: Path) -> sqlite3.Connection:
    lock = sqlite3.connect(lock_of(path), timeout=TIMEOUT, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock
