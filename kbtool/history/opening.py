"""Opens the file of records; a damaged one is set aside and what can be read of it is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from kbtool.errors import InputError
from kbtool.history.fingerprints import KEY_SIZE
from kbtool.history.store import APPLICATION, SCHEMA, VERSION, History

FOLDER = ".kbtool"
ENDINGS = (".sqlite3", ".sqlite", ".db")
"""Of files that may be set aside: nobody's text is moved because a setting names it."""

_TIMEOUT = 30.0  # seconds to wait for another process that writes
_IGNORE = "# What kbtool records here stays on this machine.\n*\n"
_COMPANIONS = ("-wal", "-shm")  # of SQLite, beside its file


class Opened(Struct):
    """An open file of records."""

    history: History
    rescued: str = ""  # what was done about a damaged file, for the user; "" for a sound one


def open_history(path: Path) -> Opened:
    """Records in a file, begun where there is none.

    Raises InputError for a file that is not ours or of a later kbtool, and OSError or
    sqlite3.Error where it cannot be opened or written.
    """
    _make_folder(path.parent)
    try:
        return Opened(_open(path))
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            if _is_closed(error) and path.exists():
                return Opened(_open_closed(path))
            raise
    return _rescue(path)


def _is_closed(error: sqlite3.DatabaseError) -> bool:
    """Whether the file, or the folder that SQLite wants to write beside it, is read-only."""
    return any(words in str(error) for words in ("readonly", "unable to open"))


def _open_closed(path: Path) -> History:
    """Records that can be read and not added to."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)
    try:
        _check_owner(connection, path)
        key = connection.execute("SELECT value FROM facts WHERE name = 'key'").fetchone()[0]
    except BaseException:
        connection.close()
        raise
    return History(connection, key, read_only=True)


def _make_folder(folder: Path) -> None:
    if folder.name == FOLDER:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text(_IGNORE, encoding="ascii")


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether an error is about the content of the file, not about locks, rights or space."""
    return not isinstance(error, sqlite3.OperationalError) or "malformed" in str(error)


def _open(path: Path) -> History:
    connection = sqlite3.connect(path, timeout=_TIMEOUT)
    try:
        _check_owner(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        _check_pages(connection)
        connection.executescript(SCHEMA)
        return History(connection, _find_key(connection))
    except BaseException:
        connection.close()
        raise


def _check_pages(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("malformed")


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != APPLICATION:
        raise InputError(
            "is a database of another program", path=str(path), remedy="Name another file"
        )
    if version > VERSION:
        message = "was written by a later kbtool, and nothing is recorded in it"
        raise InputError(message, path=str(path), remedy="Use that kbtool, or name another file")


def _find_key(connection: sqlite3.Connection) -> bytes:
    with connection:
        connection.execute("INSERT OR IGNORE INTO facts VALUES ('key', ?)", (os.urandom(KEY_SIZE),))
    key: bytes = connection.execute("SELECT value FROM facts WHERE name = 'key'").fetchone()[0]
    return key


def _rescue(path: Path) -> Opened:
    """Set a damaged file aside and go on with what can be read of it."""
    if path.suffix not in ENDINGS:
        remedy = f"Name a file that ends in {ENDINGS[0]}"
        raise InputError("is not a history of kbtool", path=str(path), remedy=remedy)
    with _alone(path):
        try:
            return Opened(_open(path))  # another process was quicker
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
        aside = _copy_aside(path)
        found, fresh = _restore(path, aside)
        for ending in _COMPANIONS:  # they belong to the damaged file
            Path(f"{path}{ending}").unlink(missing_ok=True)
        fresh.replace(path)
        said = f"{path} was damaged; it is kept as {aside.name}, and {found} of its runs were saved"
        return Opened(_open(path), said)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other processes out; the system lets go of the lock if this one is killed."""
    with closing(sqlite3.connect(f"{path}.lock", timeout=_TIMEOUT, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _copy_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    for ending in ("", *_COMPANIONS):
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{path}{ending}", f"{aside}{ending}")
    return aside


def _restore(path: Path, aside: Path) -> tuple[int, Path]:
    """How many runs could be read of a damaged file, and a new file that holds them."""
    fresh = path.with_name(f"{path.name}.new")
    for ending in ("", *_COMPANIONS):
        Path(f"{fresh}{ending}").unlink(missing_ok=True)
    key, rows = _salvage(aside)
    with closing(sqlite3.connect(fresh)) as connection:
        connection.executescript(SCHEMA)
        with connection:
            if key:
                connection.execute("INSERT OR REPLACE INTO facts VALUES ('key', ?)", (key,))
            connection.executemany("INSERT INTO runs VALUES (?, ?, ?, ?)", rows)
    return len(rows), fresh


def _salvage(aside: Path) -> tuple[bytes | None, list[tuple[object, ...]]]:
    """Key and rows of a damaged file, as far as SQLite can read them."""
    key: bytes | None = None
    rows: dict[int, tuple[object, ...]] = {}
    # Reading would finish the write-ahead log into the file: a copy is read, so it stays as found.
    scratch = aside.with_name(f"{aside.name}.reading")
    for ending in ("", *_COMPANIONS[:1]):
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{aside}{ending}", f"{scratch}{ending}")
    with suppress(sqlite3.Error), closing(sqlite3.connect(scratch)) as connection:
        with suppress(sqlite3.Error):
            key = connection.execute("SELECT value FROM facts WHERE name = 'key'").fetchone()[0]
        for number in _numbers(connection):
            with suppress(sqlite3.Error):
                query = "SELECT id, inputs, content, record FROM runs WHERE id = ?"
                row = connection.execute(query, (number,)).fetchone()
                if row and isinstance(row[3], bytes):
                    rows[number] = row
    for ending in ("", *_COMPANIONS):
        Path(f"{scratch}{ending}").unlink(missing_ok=True)
    return key, [rows[number] for number in sorted(rows)]


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


_MOST_RUNS = 100_000  # tried one by one; a damaged number may be any
