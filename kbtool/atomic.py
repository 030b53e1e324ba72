"""Writes files whole: a run that is killed or a disk that fills leaves the old content or the new.

The new content is written and flushed beside the file and then takes its name. What a killed run
leaves beside it has a name of its own kind, which nothing reads and a later run sweeps away.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_ENDING = ".kbtool-part"
_OLD = 60.0  # seconds; a write takes a few thousandths, so an older part belongs to no run


@contextmanager
def open_whole(path: Path, *, follow: bool = True) -> Iterator[BinaryIO]:
    """Stream whose content takes the place of a file once it is complete.

    The file keeps its mode; a symbolic link stays one, and what it leads to is replaced; without
    ``follow``, the link itself. A device or a pipe is written to as it stands. Raises OSError where
    writing is impossible; the file is then as it was.
    """
    target = path.resolve() if follow else path.parent.resolve() / path.name
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    mode = _mode(target)
    part = target.with_name(f".{target.name[:200]}.{os.urandom(4).hex()}{_ENDING}")
    try:
        with part.open("xb") as stream:
            if mode is not None:
                part.chmod(mode)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    _sync_folder(target.parent)


def write_whole(path: Path, content: bytes, *, follow: bool = True) -> None:
    """Put a content in the place of a file, as ``open_whole`` does. Raises OSError."""
    with open_whole(path, follow=follow) as stream:
        stream.write(content)


def sweep(folders: Iterable[Path]) -> None:
    """Delete what runs that were killed left in some folders, as far as that is allowed."""
    now = time.time()
    for folder in dict.fromkeys(folders):
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") and entry.name.endswith(_ENDING):
                    with contextlib.suppress(OSError):
                        if now - entry.stat(follow_symlinks=False).st_mtime > _OLD:
                            os.unlink(entry.path)  # noqa: PTH108 - no path is made of it


def _mode(target: Path) -> int | None:
    """Permissions of a file; None where there is none yet."""
    try:
        return stat.S_IMODE(target.lstat().st_mode) if not target.is_symlink() else None
    except FileNotFoundError:
        return None


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
