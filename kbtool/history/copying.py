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


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other processes out; the system lets go of the lock if this one is killed."""
    with closing(sqlite3.connect(f"{path}.lock", timeout=TIMEOUT, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
