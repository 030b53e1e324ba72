"""JSON: one object a line, or one array of objects."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from kbtool.errors import InputError
from kbtool.patterns import lazy_pattern
from kbtool.questions.columns import find_columns
from kbtool.questions.files import QuestionFile
from kbtool.questions.lines import normalise_ends, split_lines
from kbtool.questions.rows import CLEANED, SCHEMA, SHOWN, BadRow, Reader, Row

_Find = Callable[[tuple[str, ...]], tuple[tuple[str, int], ...]]
_BLANK = " \t\n\r"
_SPACE = lazy_pattern(r"[ \t\n\r]*")
# pandas and Python write NaN for a missing value, which msgspec and the standard refuse.
_DECODER = json.JSONDecoder(parse_constant=lambda _: None)


def read(file: QuestionFile) -> Iterator[Row | BadRow]:
    """Rows of a JSON file, whether objects stand on lines of their own or in one array."""

    @lru_cache(maxsize=64)  # the objects of a log seldom differ in their keys
    def find(names: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
        return find_columns(names, file.columns)

    pieces = file.pieces()
    head = next(pieces, "")
    pieces = chain([head], pieces)
    name = file.path.name.lower().removesuffix(".gz")
    if name.endswith(".json") and head.lstrip(_BLANK).startswith("["):
        yield from _read_array(file, pieces, find)
    else:
        yield from _read_lines(file, pieces, find)


def _read_lines(file: QuestionFile, pieces: Iterator[str], find: _Find) -> Iterator[Row | BadRow]:
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
                yield _row(value, number, text, find)


def _read_array(file: QuestionFile, pieces: Iterator[str], find: _Find) -> Iterator[Row | BadRow]:
    """Elements of an array; where one cannot be parsed, the end of it is unknown too."""
    text = _join(file, pieces)
    line, counted, at = 1, 0, _skip(text, text.index("[") + 1)
    while not text.startswith("]", at):
        line += text.count("\n", counted, at)
        counted = at
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as fault:
            raise _fault(file, _explain(fault), line) from None
        yield _row(value, line, text[at : min(end, at + SHOWN)], find)
        at = _skip(text, end)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith("]", at):
            raise _fault(file, "neither a comma nor the array's end after this element", line)


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


def _row(value: Any, line: int, text: str, find: _Find) -> Row | BadRow:
    if not isinstance(value, dict):
        return BadRow(line, "not a JSON object", text)
    names = tuple(value)
    values = {field: value[names[at]] for field, at in find(names)}
    if "text" not in values:
        return BadRow(line, "no key is known to hold a question (--text-column names one)", text)
    if isinstance(values["text"], dict | list | bool):
        return BadRow(line, "the question is not a text", text)
    if value.get("schema") == SCHEMA:
        values[CLEANED] = True
    return Row(line, values)


READER = Reader((".jsonl", ".ndjson", ".json"), read)
