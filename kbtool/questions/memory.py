"""Numbers by digest: in memory up to a size, beyond it in a database that leaves no file behind."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING
from weakref import finalize

from kbtool.errors import InputError

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST = 1_250_000  # digests held in memory: some 140 MB
_CACHE = 48_000  # kB of the database that stay in memory
_SIZE = 16  # bytes of a digest: among a billion texts, two alike have odds of one in 10**20


class Memory:
    """A mapping of digests to numbers, which may outgrow the memory of the machine.

    The database has no name: SQLite makes a file in the folder for temporary files (TMPDIR) and
    unlinks it at once, so that nothing is left whichever way the process ends.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._recent: dict[bytes, int] = {}
        self._older: Connection | None = None

    def get(self, digest: bytes) -> int | None:
        """The number of a digest, None where there is none."""
        found = self._recent.get(digest)
        return self._find(digest) if found is None and self._older else found

    def set(self, digest: bytes, number: int) -> None:
        """Keeps a number, in place of the one that was there."""
        self._recent[digest] = number
        if len(self._recent) >= self._most:
            self._store()

    def forget_from(self, number: int) -> None:
        """Forgets all digests with this number or a higher one."""
        self._recent = {key: held for key, held in self._recent.items() if held < number}
        if self._older:
            self._older.execute("DELETE FROM seen WHERE number >= ?", (number,))

    def close(self) -> None:
        """Gives memory and disk back."""
        self._recent = {}
        if self._older:
            self._older.close()
        self._older = None

    def _find(self, digest: bytes) -> int | None:
        assert self._older  # noqa: S101 - for the type checker; callers look first
        row = self._older.execute("SELECT number FROM seen WHERE digest = ?", (digest,)).fetchone()
        return row[0] if row else None

    def _store(self) -> None:
        """Moves everything to the database."""
        import sqlite3  # noqa: PLC0415 - 8 ms, and few logs are that large

        try:
            if self._older is None:
                self._older = sqlite3.connect("", isolation_level=None)
                finalize(self, self._older.close)  # also where an interrupt ends the run
                for setting in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE"):
                    self._older.execute(f"PRAGMA {setting}")
                self._older.execute(f"PRAGMA cache_size=-{_CACHE}")
                self._older.execute(
                    "CREATE TABLE seen (digest BLOB PRIMARY KEY, number INTEGER) WITHOUT ROWID"
                )
            self._older.execute("BEGIN")
            self._older.executemany(
                "INSERT OR REPLACE INTO seen VALUES (?, ?)", sorted(self._recent.items())
            )
            self._older.execute("COMMIT")
        except sqlite3.OperationalError as fault:
            remedy = "Name a folder with more room in the environment variable TMPDIR"
            raise InputError(f"the temporary database failed: {fault}", remedy=remedy) from None
        self._recent = {}


def make_digest(*parts: str, key: bytes = b"", size: int = _SIZE) -> bytes:
    """A digest of texts; under a secret key it does not give away what they were."""
    text = "\0".join(parts).encode("utf-8", "replace")
    return blake2b(text, digest_size=size, key=key).digest()
