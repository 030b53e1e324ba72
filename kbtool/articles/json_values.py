"""Values of a file in JSON: one, several one after the other, or one on each line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from kbtool.articles.values import JSON_LINES, Skipped

_REMEDY = "Export it again"


class Value(NamedTuple):
    """A value and where it stands."""

    line: int  # from 1; 0 where it is the whole file
    value: Any


def read_values(content: bytes, shown: str) -> Iterator[Value | Skipped]:
    """Values of a file and what is wrong with it; what is broken does not hide the rest."""
    content = content.removeprefix(codecs.BOM_UTF8)
    whole = _decode(content)
    if not isinstance(whole, Exception):
        yield Value(0, whole)
        return
    lines = content.splitlines()
    tried = lines if shown.lower().endswith(JSON_LINES) else lines[:1]
    if len(lines) > 1 and any(isinstance(_decode(line), dict) for line in tried):
        yield from _read_lines(lines, shown)
    else:
        yield from _read_sequence(content, shown)


def _read_lines(lines: Iterable[bytes], shown: str) -> Iterator[Value | Skipped]:
    for number, line in enumerate(lines, 1):
        value = _decode(line) if line.strip() else None
        if isinstance(value, Exception):
            message = f"line {number} is not valid JSON: {_say(value)}"
            yield Skipped(shown, message, _REMEDY, fault=True)
        elif value is not None:
            yield Value(number, value)


def _decode(content: bytes) -> Any:
    """Value of a text in JSON, or the error that tells why it is none."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return error


def _read_sequence(content: bytes, shown: str) -> Iterator[Value | Skipped]:
    """Pages that were appended to one file, up to the first that is broken."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not valid JSON: not UTF-8 text (byte {error.start})"
        yield Skipped(shown, message, _REMEDY, fault=True)
        return
    decoder, at = json.JSONDecoder(), _skip_space(text, 0)
    line, counted = 1, 0
    while at < len(text) or not counted:
        line += text.count("\n", counted, at)
        counted = at
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield Skipped(shown, f"not valid JSON: {_tell(error)}", _REMEDY, fault=True)
            return
        yield Value(line, _mend(value))
        at = _skip_space(text, end)
        counted = counted or 1


def _mend(value: Any) -> Any:
    """The value, with halves of characters, which no file can hold, shown as broken ones."""
    holder = [value]
    waiting: list[Any] = [holder]
    while waiting:
        inner = waiting.pop()
        for key, child in list(inner.items() if isinstance(inner, dict) else enumerate(inner)):
            if isinstance(child, dict | list):
                waiting.append(child)
            elif isinstance(child, str) and not child.isascii():
                inner[key] = child.encode("utf-8", "replace").decode("utf-8")
    return holder[0]


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n,":
        at += 1
    return at


def _tell(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()} on line {error.lineno}"
    return _say(error)


def _say(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error)
