"""A cache of drafts and runs in SQLite that several processes may use at once.

Keys are digests of everything that decides a value, so nothing in it is ever wrong, only unused.
It is a convenience: where it cannot be opened, written or read, the run goes on without it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from weakref import finalize

from kbtool.runner.cache import NoCache, Stat

_SCHEMA = """
CREATE TABLE IF NOT EXISTS stats (place BLOB PRIMARY KEY, size, mtime, inode, digest BLOB)
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts (key BLOB PRIMARY KEY, written INTEGER, value BLOB) WITHOUT ROWID;
"""
_VERSION = 1  # of the tables; another one is begun anew
_TIMEOUT = 30.0  # seconds to wait for another process that writes
_BATCH = 500  # keys asked for at once; SQLite allows 999 in older versions
_KEPT_DAYS = 7  # ages count by the day, so values of yesterday are seldom asked for again
_MARK = "Signature: 8a477f597d28d172789f06886806bc55\n# Tells backups to leave this folder out.\n"


class SqliteCache:
    """A file of SQLite with write-ahead log."""

    keeps = True

    def __init__(self, connection: sqlite3.Connection, today: int) -> None:
        """Use an open connection; ``today`` counts days, to forget what is no longer used."""
        self._connection = connection
        finalize(self, connection.close)  # whoever holds the cache need not
        self._today = today
        self.fault = ""  # why it was given up; "" while it works

    def digests(self, places: Sequence[str]) -> dict[str, tuple[Stat, bytes]]:
        """Digest of the content of each file when it was last read, with its state then."""
        query = "SELECT place, size, mtime, inode, digest FROM stats WHERE place IN ({})"
        rows = self._select(query, [os.fsencode(place) for place in places])
        return {os.fsdecode(place): (Stat(*state), digest) for place, *state, digest in rows}

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Values of those keys that are known."""
        return dict(self._select("SELECT key, value FROM parts WHERE key IN ({})", keys))

    def put(
        self,
        parts: Mapping[bytes, bytes],
        stats: Iterable[tuple[str, Stat, bytes]],
    ) -> None:
        """Keep values and digests, and forget what was written long ago, in one go."""
        rows = [(os.fsencode(place), *stat, digest) for place, stat, digest in stats]
        if not parts and not rows:
            return
        try:
            self._write(rows, parts)
        except sqlite3.Error as error:
            self.fault = str(error)

    def _write(self, rows: Sequence[tuple[object, ...]], parts: Mapping[bytes, bytes]) -> None:
        with self._connection as connection:
            connection.executemany("INSERT OR REPLACE INTO stats VALUES (?, ?, ?, ?, ?)", rows)
            connection.executemany(
                "INSERT OR REPLACE INTO parts VALUES (?, ?, ?)",
                [(key, self._today, value) for key, value in parts.items()],
            )
            connection.execute("DELETE FROM parts WHERE written < ?", (self._today - _KEPT_DAYS,))

    def _select(self, query: str, keys: Sequence[object]) -> list[tuple[Any, ...]]:
        """Rows of a query for many keys; none once the cache has failed."""
        found: list[tuple[Any, ...]] = []
        try:
            for start in range(0, len(keys) if not self.fault else 0, _BATCH):
                batch = keys[start : start + _BATCH]
                marks = ",".join("?" * len(batch))
                found += self._connection.execute(query.format(marks), batch).fetchall()
        except sqlite3.Error as error:
            self.fault = str(error)
        return found


def open_cache(folder: Path, today: int) -> SqliteCache | NoCache:
    """Cache in a folder, made if need be; one that keeps nothing where that is impossible.

    A file that is no cache is set aside as ``.bad`` and begun anew.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (folder / "CACHEDIR.TAG").exists():
            (folder / "CACHEDIR.TAG").write_text(_MARK, encoding="ascii")
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
            return NoCache()  # somebody else's folder, such as a planted one in /tmp
    except OSError:
        return NoCache()
    file = folder / f"lint-{_VERSION}.sqlite3"
    for _ in range(2):
        try:
            return SqliteCache(_connect(file), today)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                return NoCache()  # locked for long, or a disk that cannot be written
            with suppress(OSError):
                file.replace(file.with_suffix(".bad"))
    return NoCache()


def open_memory() -> SqliteCache:
    """Cache that lasts as long as it is held."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)  # as below
    connection.executescript(_SCHEMA)
    return SqliteCache(connection, 0)


def _connect(file: Path) -> sqlite3.Connection:
    # One thread uses it, but a server ends in another, which closes it then.
    connection = sqlite3.connect(file, timeout=_TIMEOUT, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
