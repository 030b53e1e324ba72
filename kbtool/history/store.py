"""Records in a file of SQLite that several processes may write at once.

Every run is one row, written in one transaction: a run that is killed leaves the row or none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from weakref import finalize

import msgspec
from msgspec.structs import replace

from kbtool.history.copying import copy_of, keep_copy
from kbtool.history.values import Record, Topic

VERSION = 1
"""Of the tables; a file with a greater one is left as it is."""

APPLICATION = 0x6B627431
"""Mark of our files among those of SQLite: "kbt1"."""

SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, inputs TEXT, content TEXT, record BLOB
);
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
COMMIT;
"""
_LOOKED_AT = 24  # latest runs in which a group is looked for
_ENCODE = msgspec.json.Encoder().encode
_DECODE = msgspec.json.Decoder(Record).decode


class History:
    """An open file of records. Raises sqlite3.Error where it cannot be read or written."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, key: bytes, *, read_only: bool = False
    ) -> None:
        """Use an open connection to a file; ``key`` is that of the fingerprints in it."""
        self.read_only = read_only
        self._connection, self._path = connection, path
        finalize(self, connection.close)  # also where a fault goes past close()
        self.key = key
        self._unread: set[int] = set()
        self.uncopied = ""  # why the second copy could not be written, "" where it was

    @property
    def unread(self) -> int:
        """Number of records that were found and could not be understood."""
        return len(self._unread)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def runs(self) -> tuple[Record, ...]:
        """All records, the first one first."""
        return tuple(self._read("ORDER BY id"))

    def latest(self) -> Iterator[Record]:
        """All records, the last one first, each read once it is asked for."""
        return self._read("ORDER BY id DESC")

    def count(self) -> int:
        """Number of recorded runs."""
        (number,) = self._connection.execute("SELECT count(*) FROM runs").fetchone()
        return int(number)

    def find(self, number: int) -> Record | None:
        """Record of a run."""
        return next(iter(self._read("WHERE id = ?", number)), None)

    def before(self, record: Record) -> Record | None:
        """Latest record of a run on other articles, questions or settings."""
        rest = "WHERE content <> ? ORDER BY id DESC LIMIT 1"
        return next(iter(self._read(rest, record.content)), None)

    def topics(self) -> tuple[Topic, ...]:
        """Groups of the latest runs, each as the latest record has it."""
        found: dict[str, Topic] = {}
        for record in self._read("ORDER BY id DESC LIMIT ?", _LOOKED_AT):
            for topic in record.topics:
                found.setdefault(topic.id, topic)
        return tuple(found.values())

    def add(self, record: Record) -> Record:
        """Keep a record, in the place of the last one where that is of the same inputs."""
        kept = self._write(record)
        self._copy()
        return kept

    def _write(self, record: Record) -> Record:
        blob = _ENCODE(replace(record, id=0))
        with self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            last = connection.execute(
                "SELECT id, inputs FROM runs ORDER BY id DESC LIMIT 1"
            ).fetchone()
            if last and last[1] == record.inputs:
                connection.execute("UPDATE runs SET record = ? WHERE id = ?", (blob, last[0]))
                return replace(record, id=last[0])
            number = record.id or None  # a restored run keeps its number
            values = (number, record.inputs, record.content, blob)
            row = connection.execute("INSERT INTO runs VALUES (?, ?, ?, ?)", values)
            return replace(record, id=row.lastrowid or 0)

    def forget(self, number: int) -> bool:
        """Drop a run, so that nothing of it is left in the file or its copy; whether it was there.

        Raises OSError where the copy cannot be deleted.
        """
        copy_of(self._path).unlink(missing_ok=True)  # first: a kill must not leave the run in it
        with self._connection as connection:
            gone = connection.execute("DELETE FROM runs WHERE id = ?", (number,)).rowcount
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._copy()
        return gone > 0

    def _copy(self) -> None:
        try:
            keep_copy(self._connection, self._path)
        except (OSError, sqlite3.Error) as error:
            self.uncopied = str(error)

    def _read(self, rest: str, *values: object) -> Iterator[Record]:
        query = f"SELECT id, record FROM runs {rest}"  # noqa: S608 - rest is ours
        with closing(self._connection.execute(query, values)) as rows:
            for number, blob in rows:
                try:
                    yield replace(_DECODE(blob), id=number)
                except (msgspec.MsgspecError, TypeError):
                    self._unread.add(number)
