"""Opens the file of records; a damaged one is set aside and what can be read of it is kept."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from msgspec import Struct

from kbtool.errors import InputError
from kbtool.history.copying import TIMEOUT, alone, copy_of, is_lost, lock_of
from kbtool.history.fingerprints import KEY_SIZE
from kbtool.history.folder import make_folder
from kbtool.history.salvaging import COMPANIONS, Saved, copy_aside, restore
from kbtool.history.store import APPLICATION, SCHEMA, VERSION, History

ENDINGS = (".sqlite3", ".sqlite", ".db")
"""Of files that may be set aside: nobody's text is moved because a setting names it."""


def is_there(path: Path) -> bool:
    """Whether something was recorded in a file, or is left of it in its copy."""
    return path.exists() or copy_of(path).exists()


class Opened(Struct):
    """An open file of records."""

    history: History
    rescued: str = ""  # what was done about a damaged file, for the user; "" for a sound one


def open_history(path: Path) -> Opened:
    """Records in a file, begun where there is none.

    Raises InputError for a file that is not ours or of a later kbtool, and OSError or
    sqlite3.Error where it cannot be opened or written.
    """
    make_folder(path.parent)
    if is_lost(path):
        return _rescue(path)
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
    return History(connection, path, key, read_only=True)


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether an error is about the content of the file, not about locks, rights or space."""
    return not isinstance(error, sqlite3.OperationalError) or "malformed" in str(error)


def _open(path: Path) -> History:
    connection = sqlite3.connect(path, timeout=TIMEOUT)
    try:
        _check_owner(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        _check_pages(connection)
        connection.executescript(SCHEMA)
        return History(connection, path, _find_key(connection))
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
    """Set a damaged file aside and go on with what can be read of it and of its copy."""
    if path.suffix not in ENDINGS and not copy_of(path).exists():
        remedy = f"Name a file that ends in {ENDINGS[0]}"
        raise InputError("is not a history of kbtool", path=str(path), remedy=remedy)
    with alone(path) as lock_was_damaged:
        if not is_lost(path):
            try:
                return Opened(_open(path))  # another process was quicker
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
        aside = None if is_lost(path) else copy_aside(path)
        saved = restore(path, aside)
        said = _tell(path, aside, saved)
        if lock_was_damaged:
            said += f". {lock_of(path).name} was damaged too; it holds nothing and was emptied"
        for ending in COMPANIONS:  # they belong to the damaged file
            Path(f"{path}{ending}").unlink(missing_ok=True)
        saved.file.replace(path)
        return Opened(_open(path), said)


def _tell(path: Path, aside: Path | None, saved: Saved) -> str:
    said = _tell_saved(path, aside, saved)
    if saved.copy_aside:
        copy = f"Its copy {copy_of(path).name} was damaged too; it is kept as"
        said += f". {copy} {saved.copy_aside.name}"
    if not saved.runs:
        said += (
            f". The history begins anew. To go on with earlier runs, put {path.name} back from a "
            "backup; without one, delete what is kept"
        )
    return said


def _tell_saved(path: Path, aside: Path | None, saved: Saved) -> str:
    if aside is None:
        state = "cut off" if path.exists() else "missing"
        runs = "1 run was" if saved.runs == 1 else f"{saved.runs} runs were"
        copy = f"{runs} taken from its copy {copy_of(path).name}"
        return f"{path} was {state}; {copy} (delete both to begin anew)"
    part = "all" if saved.of_copy == saved.runs else f"{saved.of_copy} of them"
    second = f", {part} from its copy" if saved.of_copy else ""
    damaged = f"{path} was damaged; it is kept as {aside.name}"
    return f"{damaged}, and {saved.runs} of its runs were saved{second}"
