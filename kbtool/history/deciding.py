"""What people decided about gaps: ``kbtool-gaps.toml``, edited by hand and by `kbtool gaps`.

The file is made to be committed. An edit changes the lines of one table; all other lines stay,
comments included.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from kbtool.atomic import write_whole
from kbtool.config.converting import convert
from kbtool.errors import ConfigError, UsageError
from kbtool.model import Note, Status
from kbtool.patterns import lazy_pattern

FILE_NAME = "kbtool-gaps.toml"
_HEADER = """\
# What was decided about gaps: dismissed ones (with a reason) are listed apart, and no figure gets
# better for it. Made to be committed; edit it by hand or with `kbtool gaps --dismiss ID --reason`,
# `--assign ID OWNER` and `--reopen ID`. By `label`, `words` and `aka` (other ids) the gap is known
# again where no earlier run is recorded, as on another machine.
"""
_TABLE = lazy_pattern(r"[ \t]*\[[ \t]*gap[ \t]*\.[ \t]*[\"']?([^\"'\]\s]{1,100})[\"']?[ \t]*\]")
_ANY_TABLE = lazy_pattern(r"[ \t]*\[")
_KEY = lazy_pattern(r"[ \t]*(status|owner|reason|label|words|aka)[ \t]*=")
_EMPTY = ('""', "[]")
_BARE = lazy_pattern(r"[A-Za-z0-9_-]{1,100}")


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    status: Status = "open"
    owner: str = ""
    reason: str = ""
    label: str = ""
    words: tuple[str, ...] = ()
    aka: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True):
    gap: dict[str, _Entry] = {}


def read_notes(path: Path) -> dict[str, Note]:
    """Decisions by the id of the gap; none without a file. Raises ConfigError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise ConfigError(message, path=str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8 text", path=str(path)) from error
    return _parse(text, path)


def _parse(text: str, path: Path) -> dict[str, Note]:
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else 0
        raise ConfigError(f"not valid TOML: {error}", path=str(path), line=line) from error
    file = convert(table, _File, path=str(path), text=text)
    for name, entry in file.gap.items():
        if entry.status == "dismissed" and not entry.reason.strip():
            message = f"`gap.{name}` is dismissed without a reason"
            raise ConfigError(message, path=str(path), remedy='Add `reason = "..."`')
    return {
        name: Note(
            name, entry.status, entry.owner, entry.reason, entry.label, entry.words, entry.aka
        )
        for name, entry in file.gap.items()
    }


def write_note(path: Path, note: Note) -> None:
    """Put a decision into the file, in one go.

    Raises ConfigError where the file cannot be read, or holds the table in a way that only a person
    can edit, and UsageError where it cannot be written.
    """
    notes = read_notes(path)
    text = path.read_bytes().decode("utf-8-sig") if path.exists() else _HEADER
    edited = _edit(text, note)
    try:
        right = _parse(edited, path) == {**notes, note.id: note}
    except ConfigError:
        right = False
    if not right:
        remedy = "Edit it by hand"
        raise ConfigError(f"`gap.{note.id}` is not a plain table", path=str(path), remedy=remedy)
    try:
        write_whole(path, edited.encode())
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error


def _edit(text: str, note: Note) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    settings = {
        "status": json.dumps(note.status),
        "owner": _quote(note.owner),
        "reason": _quote(note.reason),
        "label": _quote(note.label),
        "words": _quote_all(note.words),
        "aka": _quote_all(note.aka),
    }
    start = next((at for at, line in enumerate(lines) if _names(line, note.id)), None)
    if start is None:
        name = note.id if _BARE.fullmatch(note.id) else _quote(note.id)
        return "".join([*lines, end, f"[gap.{name}]{end}", *_pairs(settings, end)])
    stop = start + 1
    while stop < len(lines) and not _ANY_TABLE.match(lines[stop]):
        stop += 1
    body = _replace_keys(lines[start + 1 : stop], settings, end)
    return "".join([*lines[: start + 1], *body, *lines[stop:]])


def _names(line: str, name: str) -> bool:
    found = _TABLE.match(line)
    return bool(found and found[1] == name)


def _replace_keys(body: list[str], settings: Mapping[str, str], end: str) -> list[str]:
    """Lines of the table with the values set; a comment behind a value goes with it."""
    left = dict(settings)
    result = []
    for line in body:
        found = _KEY.match(line)
        value = left.pop(found[1], "") if found else ""
        result.append(f"{found[1]} = {value}{end}" if found and value else line)
    missing = {key: value for key, value in left.items() if value not in _EMPTY}
    return [*_pairs(missing, end), *result]


def _pairs(settings: Mapping[str, str], end: str) -> list[str]:
    return [f"{key} = {value}{end}" for key, value in settings.items() if value not in _EMPTY]


def _quote_all(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_quote, texts))}]"


def _quote(text: str) -> str:
    # A JSON string is a TOML string too, but for one character that TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
