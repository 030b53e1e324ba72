"""What the last import wrote, so that the next one knows what people changed since."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from kbtool.articles.importing.files import write_file
from kbtool.articles.values import show
from kbtool.errors import InputError

NAME = ".kbtool-import.json"
_VERSION = 1

Key = tuple[str, str]
"""Id and locale of an article."""


class Entry(Struct, frozen=True, omit_defaults=True):
    """A file that an import wrote."""

    id: str
    path: str  # name of the file in the folder
    sha256: str  # of its content as it was written; "" where only ``pending`` was begun
    locale: str = ""
    pending: str = ""  # of the content that is being written; a run that was killed leaves it

    @property
    def key(self) -> Key:
        """What makes it the same article in another export."""
        return self.id, self.locale

    def wrote(self, content: bytes) -> bool:
        """Whether an import wrote this content."""
        found = digest(content)
        return found in (self.sha256, self.pending)


class _Manifest(Struct, frozen=True):
    version: int
    articles: tuple[Entry, ...]


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> dict[Key, Entry]:
    """Entries of the last import into a folder, none where there was none.

    Raises InputError for a manifest that is broken or that names files outside of the folder.
    """
    path = folder / NAME
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unusable(path, f"cannot be read: {error.strerror or error}") from error
    try:
        manifest = msgspec.json.decode(content, type=_Manifest)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise _unusable(path, f"is no list of imported files: {error}") from error
    for entry in manifest.articles:
        if manifest.version != _VERSION or not _is_inside(entry.path):
            raise _unusable(path, "was not written by this version of kbtool")
    return {entry.key: entry for entry in manifest.articles}


def _is_inside(path: str) -> bool:
    """Whether a path is the mere name of a file that is not hidden."""
    return bool(path) and not path.startswith(".") and not set(path) & set("/\\:\0")


def _unusable(path: Path, message: str) -> InputError:
    remedy = "Import into an empty folder, or delete it: files that differ are then left alone"
    return InputError(message, path=show(path), remedy=remedy)


def write_manifest(folder: Path, entries: dict[Key, Entry]) -> None:
    """Keep the entries, in order of their paths. Raises InputError where that is impossible."""
    ordered = tuple(sorted(entries.values(), key=lambda entry: entry.path))
    content = msgspec.json.format(msgspec.json.encode(_Manifest(_VERSION, ordered)), indent=1)
    path = folder / NAME
    if not path.exists() or path.read_bytes() != content + b"\n":
        write_file(path, content + b"\n")
