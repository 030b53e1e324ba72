"""Values of a file in JSON: one, several one after the other, or one on each line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from kbtool.articles.values import JSON_LINES, Skipped
from kbtool.broken_json import (
    Extent,
    cut_out,
    find_cut,
    find_entry,
    is_at_end,
    is_within_record,
    tell_cut,
)

_REMEDY = "Export it again"
_MENDED = 20  # entries of a page that may be broken
_NO_TEXT = "\0"  # for a byte that is no UTF-8
_DECODER = json.JSONDecoder()


class Value(NamedTuple):
    """A value and where it stands."""

    line: int  # from 1; 0 where it is the whole file
    value: Any
    mended: bool = False  # parts of it were broken and are null


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
    """Pages that were appended to one file, up to the first that cannot be mended.

    Of the first list in a page, entries that are broken are left out.
    """
    text = _to_text(content)
    at, line, counted = _skip_space(text, 0), 1, 0
    while at < len(text) or not counted:
        line += text.count("\n", counted, at)
        counted = at
        page = _Page(text, at, shown)
        yield from page.read(line)
        if page.end is None:
            return
        text, at = page.text, _skip_space(page.text, page.end)
        counted = counted or 1


class _Page:
    """A value in a text; of the first list in it, what cannot be parsed is left out."""

    def __init__(self, text: str, at: int, shown: str) -> None:
        self.text = text  # with nothing in place of what was left out
        self.end: int | None = None  # None where the value cannot be read
        self._at = at
        self._shown = shown

    def read(self, line: int) -> Iterator[Value | Skipped]:
        """The value, behind what is wrong with it."""
        for mended in range(_MENDED + 1):
            try:
                value, self.end = _DECODER.raw_decode(self.text, self._at)
            except (ValueError, RecursionError) as error:
                fault = error
            else:
                yield Value(line, _mend(value), mended > 0)
                return
            entry = self._find_broken(fault)
            if not entry:
                yield from self._read_whole(line, fault)
                return
            lost = f"an entry is left out that is not valid JSON: {_tell(fault)}"
            yield self._skip(lost)
            self.text = cut_out(self.text, entry)
        yield self._skip(f"not valid JSON: {_tell(fault)}")

    def _read_whole(self, line: int, fault: Exception) -> Iterator[Value | Skipped]:
        """What is whole of a value that the file ends within, behind word of that."""
        value: Any = None
        is_deep = not isinstance(fault, json.JSONDecodeError)
        cut = None if is_deep else find_cut(self.text, self._at)
        if cut:
            try:
                value = _DECODER.decode(self.text[self._at : cut.at] + cut.closing)
            except (ValueError, RecursionError):
                cut = None
        if not cut or is_within_record(value):
            yield self._skip(f"not valid JSON: {_tell(fault)}")
        else:
            yield self._skip(tell_cut(self.text, cut))
            yield Value(line, _mend(value), mended=True)

    def _skip(self, reason: str) -> Skipped:
        return Skipped(self._shown, reason, _REMEDY, fault=True)

    def _find_broken(self, error: Exception) -> Extent | None:
        """The entry with the error; None where it is but the end of the file."""
        if not isinstance(error, json.JSONDecodeError) or is_at_end(error):
            return None
        return find_entry(self.text, self._at, error.pos)


def _to_text(content: bytes) -> str:
    """Text in which each byte that is none is a NUL: JSON allows that nowhere."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "surrogateescape")
        return text.translate(dict.fromkeys(range(0xDC80, 0xDD00), _NO_TEXT))


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
        is_text = error.doc[error.pos : error.pos + 1] != _NO_TEXT
        told = error.msg.lower().removesuffix(" at") if is_text else "a byte that is not text"
        return f"{told} on line {error.lineno}"
    return _say(error)


def _say(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error)
