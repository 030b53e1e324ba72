"""The secret under which people get the same name in every run on one computer."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

import platformdirs

from kbtool.errors import InputError, UsageError

VARIABLE = "KBTOOL_SALT"
_FEWEST = 16  # characters of a salt that is given
_SIZE = 32  # bytes of one that is drawn
_MOST = 64  # bytes that the hash takes for a key


def load_salt() -> bytes:
    """The salt that the environment gives, else that of this user, drawn at first use.

    It is kept in a file that nobody else may read.
    """
    given = os.environ.get(VARIABLE, "")
    if given:
        if len(given) < _FEWEST:
            remedy = f"Give at least {_FEWEST} characters"
            raise UsageError(f"{VARIABLE} is too short to keep names secret", remedy=remedy)
        return given.encode("utf-8", "surrogateescape")[:_MOST]
    path = Path(platformdirs.user_data_dir("kbtool")) / "salt"
    try:
        return _read(path) or _draw(path)
    except OSError as fault:
        remedy = f"Set {VARIABLE} to a long secret text"
        message = f"the salt cannot be kept: {fault.strerror or fault}"
        raise InputError(message, path=str(path), remedy=remedy) from None


def _read(path: Path) -> bytes:
    """What the file holds, b"" where there is none."""
    try:
        salt = path.read_bytes()
    except FileNotFoundError:
        return b""
    if len(salt) != _SIZE:
        remedy = "Delete it, and people get new names"
        raise InputError("not a salt that kbtool drew", path=str(path), remedy=remedy)
    return salt


def _draw(path: Path) -> bytes:
    """A new salt, or the one that another process has drawn meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"salt.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(secrets.token_bytes(_SIZE))
            stream.flush()
            os.fsync(stream.fileno())
        # A link fails where the name is taken; a rename would replace a salt that is in use.
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink()
    return _read(path)
