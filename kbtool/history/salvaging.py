"""What can still be read of a damaged file of records, and of its second copy."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from msgspec import Struct

from kbtool.history.copying import copy_of
from kbtool.history.store import SCHEMA

COMPANIONS = ("-wal", "-shm")
"""Of SQLite, beside its file."""

_MOST_RUNS = 100_000  # tried one by one; a damaged number may be any
_Row = tuple[object, ...]


class Saved(Struct, frozen=True):
    """A new file that holds what was read."""

    file: Path
    runs: int
    of_copy: int  # runs of these that only the copy had
    copy_aside: Path | None  # where a damaged copy is kept


class _Read(Struct, frozen=True):
    """Key and rows of a file, as far as SQLite can read them."""

    key: bytes | None
    rows: dict[int, _Row]
    sound: bool = True


def copy_aside(path: Path) -> Path:
    """Copy a damaged file under a name that is free."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    for ending in ("", *COMPANIONS):
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{path}{ending}", f"{aside}{ending}")
    return aside


def restore(path: Path, aside: Path | None) -> Saved:
    """A new file beside the lost one, with the runs that it or its copy holds.

    Of a run in both, the file itself has the later state.
    """
    found = _read(aside) if aside else _Read(None, {})
    copy = copy_of(path)
    second = _read(copy) if copy.exists() else _Read(None, {})
    key = found.key or second.key
    others = second.rows if second.key == key else {}  # fingerprints under another key tell nothing
    rows = others | found.rows
    fresh = path.with_name(f"{path.name}.new")
    for ending in ("", *COMPANIONS):
        Path(f"{fresh}{ending}").unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh)) as connection:
        connection.executescript(SCHEMA)
        with connection:
            if key:
                connection.execute("INSERT OR REPLACE INTO facts VALUES ('key', ?)", (key,))
            ordered = [rows[number] for number in sorted(rows)]
            connection.executemany("INSERT INTO runs VALUES (?, ?, ?, ?)", ordered)
    # The next record writes the copy anew, and what was left in it would be gone.
    kept = None if second.sound else copy_aside(copy)
    return Saved(fresh, len(rows), len(rows) - len(found.rows), kept)


def _read(file: Path) -> _Read:
    key: bytes | None = None
    rows: dict[int, _Row] = {}
    sound = False
    # Reading would finish the write-ahead log into the file: a copy is read, so it stays as found.
    scratch = file.with_name(f"{file.name}.reading")
    for ending in ("", *COMPANIONS[:1]):
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{file}{ending}", f"{scratch}{ending}")
    with suppress(sqlite3.Error), closing(sqlite3.connect(scratch)) as connection:
        with suppress(sqlite3.Error, TypeError):  # TypeError: there is no such row
            key = connection.execute("SELECT value FROM facts WHERE name = 'key'").fetchone()[0]
        rows = dict(_find_rows(connection))
        sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    for ending in ("", *COMPANIONS):
        Path(f"{scratch}{ending}").unlink(missing_ok=True)
    return _Read(key, rows, sound and key is not None)


def _find_rows(connection: sqlite3.Connection) -> Iterator[tuple[int, _Row]]:
    for number in _numbers(connection):
        with suppress(sqlite3.Error):
            query = "SELECT id, inputs, content, record FROM runs WHERE id = ?"
            row = connection.execute(query, (number,)).fetchone()
            if row and isinstance(row[3], bytes):
                yield number, row


def _numbers(connection: sqlite3.Connection) -> Iterator[int]:
    """Numbers of runs to try: those below the greatest that was given out."""
    last = 0
    for query in (
        "SELECT seq FROM sqlite_sequence WHERE name = 'runs'",
        "SELECT max(id) FROM runs",
    ):
        with suppress(sqlite3.Error):
            last = max(last, (connection.execute(query).fetchone() or (0,))[0] or 0)
    yield from range(1, min(last, _MOST_RUNS) + 1)
