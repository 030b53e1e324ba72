"""JSON: one value a line, or values that run over many lines, such as pages of an interface."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from kbtool.broken_json import (
    Extent,
    cut_out,
    find_cut,
    find_end,
    find_entry,
    is_at_end,
    is_within_record,
    tell_cut,
)
from kbtool.errors import InputError
from kbtool.patterns import lazy_pattern
from kbtool.questions.files import QuestionFile
from kbtool.questions.opening.lines import CutOffError, cut_off, normalise_ends, split_lines
from kbtool.questions.recognising import Recogniser
from kbtool.questions.rows import SHOWN, BadRow, Reader, Row

_BLANK = " \t\n\r"
_MENDED = 20  # entries of a page that may be broken
_RECORD = 20_000  # characters that records seldom have
_SPACE = lazy_pattern(r"[ \t\n\r]*")
# pandas and Python write NaN for a missing value, which msgspec and the standard refuse.
_DECODER = json.JSONDecoder(parse_constant=lambda _: None)


def read(file: QuestionFile) -> Iterator[Row | BadRow]:
    """Rows of a JSON file, whether values stand on lines of their own or in one array.

    Only a file that ends in ".json" may hold values of several lines: arrays, or objects whose
    first line is no value by itself.
    """
    recogniser = Recogniser(file.columns, file.note_page)
    pieces = file.pieces()
    if ".json" not in [ending.lower() for ending in file.path.suffixes]:
        return _read_lines(file, pieces, recogniser)
    head, pieces = _read_head(pieces, file.limits.line)
    start = head.lstrip(_BLANK)
    first = start.partition("\n")[0]
    if start.startswith("[") or (start.startswith("{") and not _is_value(first)):
        return _read_values(file, pieces, recogniser)
    return _read_lines(file, pieces, recogniser)


def _read_head(pieces: Iterator[str], limit: int) -> tuple[str, Iterator[str]]:
    """The text up to the end of its first line that is not blank, and some more; the whole text."""
    parts, size = [], 0
    try:
        for piece in pieces:
            parts.append(piece)
            size += len(piece)
            if size > limit or "\n" in "".join(parts[-2:]).strip(_BLANK):
                break
    except CutOffError as fault:
        pieces = cut_off(fault)
    head = "".join(parts)
    return head, chain([head], pieces)


def _is_value(text: str) -> bool:
    try:
        _DECODER.decode(text)
    except (ValueError, RecursionError):
        return False
    return True


def _read_lines(
    file: QuestionFile, pieces: Iterator[str], recogniser: Recogniser
) -> Iterator[Row | BadRow]:
    for number, text, reason, _ in split_lines(pieces, file.limits.line):
        if reason:
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
    text, cut = _join(file, pieces)
    line, counted, at = 1, 0, _skip(text, 0)
    while at < len(text):
        line += text.count("\n", counted, at)
        counted = at
        if text.startswith("[", at):
            array = _Array(text, at, line)
            yield from array.read(recogniser)
            at = array.end
        else:
            page = _Page(file, text, at, line)
            yield from page.read(recogniser)
            text, at = page.text, page.end
        at = _skip(text, at)
    if cut:
        yield BadRow(line + text.count("\n", counted), cut, "")


class _Array:
    """An array in a text, read element by element."""

    def __init__(self, text: str, at: int, line: int) -> None:
        self.end = at
        self._text = text
        self._counted = at
        self._line = line  # of ``_counted``

    def read(self, recogniser: Recogniser) -> Iterator[Row | BadRow]:
        """Rows of all elements; one that cannot be parsed is left out."""
        text = self._text
        at = _skip(text, self.end + 1)
        while at < len(text) and not text.startswith("]", at):
            line = self._count(at)
            try:
                value, end = _DECODER.raw_decode(text, at)
            except (ValueError, RecursionError) as fault:
                found = find_end(text, at)
                end = len(text) if found is None else max(found, at + (text[at] != ","))
                reason = _explain(fault) + _tell_lost(end - at)
                yield BadRow(self._place(fault, line), reason, text[at : min(end, at + SHOWN)])
            else:
                yield from recogniser.read(value, line, text[at : min(end, at + SHOWN)])
            at = _skip(text, end)
            if text.startswith(",", at):
                at = _skip(text, at + 1)
            elif at < len(text) and not text.startswith("]", at):
                yield self._complain("neither a comma nor the array's end after an element", at)
                at = at if text.startswith("{", at) else _skip_comma(text, find_end(text, at))
        if at >= len(text):
            yield self._complain("the file ends within an array", len(text))
        self.end = at + 1

    def _complain(self, message: str, at: int) -> BadRow:
        return BadRow(self._count(at), message, self._text[at : at + SHOWN])

    def _count(self, at: int) -> int:
        """Line of an offset that lies behind all that were asked for before."""
        self._line += self._text.count("\n", self._counted, at)
        self._counted = at
        return self._line

    def _place(self, fault: Exception, line: int) -> int:
        return fault.lineno if isinstance(fault, json.JSONDecodeError) else line


class _Whole(NamedTuple):
    """What is read of an object that the file ends within, and word of that."""

    value: Any
    bad: BadRow


class _Page:
    """An object in a text; of the first list in it, what cannot be parsed is left out."""

    def __init__(self, file: QuestionFile, text: str, at: int, line: int) -> None:
        self.text = text  # with nothing in place of what was left out
        self.end = at
        self._file = file
        self._line = line

    def read(self, recogniser: Recogniser) -> Iterator[Row | BadRow]:
        """Rows of the object. Raises InputError where too much of it is broken."""
        at, mended = self.end, 0
        while True:
            try:
                value, self.end = _DECODER.raw_decode(self.text, at)
                break
            except (ValueError, RecursionError) as fault:
                entry = self._find_broken(fault, at) if mended < _MENDED else None
                if not entry and (whole := self._find_whole(fault, at)):
                    yield whole.bad
                    value, self.end = whole.value, len(self.text)
                    break
                if not entry:
                    raise _fault(self._file, _explain(fault), self._line) from None
                line = getattr(fault, "lineno", self._line)
                shown = self.text[entry.start : min(entry.end, entry.start + SHOWN)].strip()
                reason = _explain(fault) + _tell_lost(entry.end - entry.start)
                yield BadRow(line, reason, shown)
                self.text, mended = cut_out(self.text, entry), mended + 1
        shown = self.text[at : min(self.end, at + SHOWN)]
        yield from recogniser.read(value, self._line, shown)

    def _find_broken(self, fault: Exception, at: int) -> Extent | None:
        """The entry with the fault; None where it is but the end of the file."""
        if not isinstance(fault, json.JSONDecodeError) or is_at_end(fault):
            return None
        return find_entry(self.text, at, fault.pos)

    def _find_whole(self, fault: Exception, at: int) -> _Whole | None:
        """What is whole of an object that the file ends within; None where that is nothing."""
        is_deep = not isinstance(fault, json.JSONDecodeError)
        cut = None if is_deep else find_cut(self.text, at)
        if not cut:
            return None
        try:
            value = _DECODER.decode(self.text[at : cut.at] + cut.closing)
        except (ValueError, RecursionError):
            return None
        line = self.text.count("\n") + 1
        bad = BadRow(
            line, tell_cut(self.text, cut), self.text[cut.at : cut.at + SHOWN].strip(" \t\r\n,")
        )
        return None if is_within_record(value) else _Whole(value, bad)


def _fault(file: QuestionFile, message: str, line: int) -> InputError:
    remedy = "Mend it, or save the questions as JSON Lines, where one bad line spoils no other"
    return InputError(message, path=file.name, line=line, remedy=remedy)


def _tell_lost(size: int) -> str:
    """How much is left out where it may be more than a record."""
    return f"; {size:,} characters left out" if size > _RECORD else ""


def _skip_comma(text: str, end: int | None) -> int:
    """Offset of what comes after the value that ends at ``end``, and after its comma."""
    at = len(text) if end is None else _skip(text, end)
    return _skip(text, at + 1) if text.startswith(",", at) else at


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _join(file: QuestionFile, pieces: Iterator[str]) -> tuple[str, str]:
    """The text, and why it goes on no further though it is not at its end; mostly ""."""
    parts, size, cut = [], 0, ""
    try:
        for piece in pieces:
            parts.append(piece)
            size += len(piece)
            if size > file.limits.array:
                message = f"an array with more than {file.limits.array:,} characters"
                remedy = "Save the questions as JSON Lines, which is read line by line"
                raise file.refuse(message, remedy)
    except CutOffError as fault:
        cut = str(fault)
    return normalise_ends("".join(parts)), cut


def _explain(fault: Exception) -> str:
    """What is wrong with a JSON text, in short."""
    if isinstance(fault, json.JSONDecodeError):
        return f"not valid JSON: {fault.msg} at column {fault.colno}"
    if isinstance(fault, RecursionError):
        return "JSON that is nested too deeply"
    return "a number with too many digits"


READER = Reader((".jsonl", ".ndjson", ".json"), read)
