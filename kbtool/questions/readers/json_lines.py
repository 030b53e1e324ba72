"""JSON: one value a line, or values that run over many lines, such as pages of an interface."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from kbtool.errors import InputError
from kbtool.patterns import lazy_pattern
from kbtool.questions.files import QuestionFile
from kbtool.questions.lines import normalise_ends, split_lines
from kbtool.questions.recognising import Recogniser
from kbtool.questions.rows import SHOWN, BadRow, Reader, Row

_BLANK = " \t\n\r"
_SPACE = lazy_pattern(r"[ \t\n\r]*")
# pandas and Python write NaN for a missing value, which msgspec and the standard refuse.
_DECODER = json.JSONDecoder(parse_constant=lambda _: None)


def read(file: QuestionFile) -> Iterator[Row | BadRow]:
    """Rows of a JSON file, whether values stand on lines of their own or in one array.

    Only a file that ends in ".json" may hold values of several lines: arrays, or objects whose
    first line is no value by itself.
    """
    recogniser = Recogniser(file.columns)
    pieces = file.pieces()
    if ".json" not in [ending.lower() for ending in file.path.suffixes]:
        return _read_lines(file, pieces, recogniser)
    head = _read_head(pieces, file.limits.line)
    pieces = chain([head], pieces)
    start = head.lstrip(_BLANK)
    first = start.partition("\n")[0]
    if start.startswith("[") or (start.startswith("{") and not _is_value(first)):
        return _read_values(file, pieces, recogniser)
    return _read_lines(file, pieces, recogniser)


def _read_head(pieces: Iterator[str], limit: int) -> str:
    """The text up to the end of its first line that is not blank, and some more."""
    parts, size = [], 0
    for piece in pieces:
        parts.append(piece)
        size += len(piece)
        if size > limit or "\n" in "".join(parts[-2:]).strip(_BLANK):
            break
    return "".join(parts)


def _is_value(text: str) -> bool:
    try:
        _DECODER.decode(text)
    except (ValueError, RecursionError):
        return False
    return True


def _read_lines(
    file: QuestionFile, pieces: Iterator[str], recogniser: Recogniser
) -> Iterator[Row | BadRow]:
    for number, text, whole in split_lines(pieces, file.limits.line):
        if not whole:
            reason = f"a line with more than {file.limits.line:,} characters"
            yield BadRow(number, reason, text)
        elif text.strip(_BLANK):
            try:
                value = _DECODER.decode(text)
            except (ValueError, RecursionError) as fault:
                yield BadRow(number, _explain(fault), text)
            else:
                yield from recogniser.read(value, number, text)


def _read_values(
    file: QuestionFile, pieces: Iterator[str], recogniser: Recogniser
) -> Iterator[Row | BadRow]:
    """Objects and arrays one after the other; pages of an interface are often kept so."""
    text = _join(file, pieces)
    line, counted, at = 1, 0, _skip(text, 0)
    while at < len(text):
        line += text.count("\n", counted, at)
        counted = at
        if text.startswith("[", at):
            array = _Array(file, text, at, line)
            yield from array.read(recogniser)
            at = array.end
        else:
            value, end = _decode(file, text, at, line)
            yield from recogniser.read(value, line, text[at : min(end, at + SHOWN)])
            at = end
        at = _skip(text, at)


class _Array:
    """An array in a text, read element by element."""

    def __init__(self, file: QuestionFile, text: str, at: int, line: int) -> None:
        self.end = at
        self._file = file
        self._text = text
        self._line = line  # of ``end``

    def read(self, recogniser: Recogniser) -> Iterator[Row | BadRow]:
        """Rows of all elements; where one cannot be parsed, the end of it is unknown too."""
        text = self._text
        counted, at = self.end, _skip(text, self.end + 1)
        while not text.startswith("]", at):
            self._line += text.count("\n", counted, at)
            counted = at
            value, end = _decode(self._file, text, at, self._line)
            yield from recogniser.read(value, self._line, text[at : min(end, at + SHOWN)])
            at = _skip(text, end)
            if text.startswith(",", at):
                at = _skip(text, at + 1)
            elif not text.startswith("]", at):
                message = "neither a comma nor the array's end after this element"
                raise _fault(self._file, message, self._line)
        self.end = at + 1


def _decode(file: QuestionFile, text: str, at: int, line: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError) as fault:
        raise _fault(file, _explain(fault), line) from None


def _fault(file: QuestionFile, message: str, line: int) -> InputError:
    remedy = "Mend it, or save the questions as JSON Lines, where one bad line spoils no other"
    return InputError(message, path=file.name, line=line, remedy=remedy)


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _join(file: QuestionFile, pieces: Iterator[str]) -> str:
    parts, size = [], 0
    for piece in pieces:
        parts.append(piece)
        size += len(piece)
        if size > file.limits.array:
            raise InputError(
                f"an array with more than {file.limits.array:,} characters",
                path=file.name,
                remedy="Save the questions as JSON Lines, which is read line by line",
            )
    return normalise_ends("".join(parts))


def _explain(fault: Exception) -> str:
    """What is wrong with a JSON text, in short."""
    if isinstance(fault, json.JSONDecodeError):
        return f"not valid JSON: {fault.msg} at column {fault.colno}"
    if isinstance(fault, RecursionError):
        return "JSON that is nested too deeply"
    return "a number with too many digits"


READER = Reader((".jsonl", ".ndjson", ".json"), read)
