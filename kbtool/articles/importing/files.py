"""Writes files whole: a run that is killed leaves the old content or the new one."""

from __future__ import annotations

from pathlib import Path

from kbtool.articles.values import show
from kbtool.atomic import write_whole
from kbtool.errors import InputError


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole. Raises InputError where that is impossible."""
    try:
        write_whole(path, content, follow=False)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        remedy = "Check the folder's permissions and space"
        raise InputError(message, path=show(path), remedy=remedy) from error


def read_plain_file(path: Path) -> bytes | None:
    """Content of a file, None where there is none. Raises InputError for links and folders."""
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            remedy = "Move it away, or import into another folder"
            raise InputError("stands where an article belongs", path=show(path), remedy=remedy)
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise InputError(message, path=show(path), remedy="Check its permissions") from error
