"""Lines of a CSV file joined to records, with strict quoting."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from kbtool.errors import InputError
from kbtool.patterns import lazy_pattern
from kbtool.questions.files import QuestionFile
from kbtool.questions.opening.lines import Line
from kbtool.questions.rows import BadRow

_QUOTE = '"'
_OPENING = lazy_pattern(r' *"')  # people who write CSV by hand put a space after the comma
_SPACES = lazy_pattern(" *")
_PATIENCE = 5  # times that each line may be read again, and 1,000 stray quotes besides


class Record(NamedTuple):
    """The fields of one row."""

    line: int  # physical line it begins at
    fields: list[str]


class _QuoteError(Exception):
    """Quotes of a record do not fit; the argument says how."""


class _CutError(Exception):
    """The file is cut off within a record; the argument says how."""


class RecordReader:
    """Records of a CSV file one after the other, as RFC 4180 has them.

    The csv module reads on to the end of the file after a stray quote. Here the record's first
    line is rejected and reading resumes at the next physical line.
    """

    def __init__(self, lines: Iterator[Line], delimiter: str, file: QuestionFile) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._name = file.name
        self._limits = file.limits
        self._returned = 0  # lines handed back so far
        self._waiting: deque[Line] = deque()  # read for a record that turned out to be none
        self._taken: list[Line] = []  # of the current record, after its first line
        self._size = 0  # characters of the current record

    def __iter__(self) -> Iterator[Record | BadRow]:
        """All records in order; blank lines are left out.

        Raises InputError where so many quotes stay open that reading would take for ever.
        """
        while (line := self._next()) is not None:
            if line.fault:
                yield BadRow(line.number, line.fault, line.text)
            elif line.text and not line.text.isspace():
                yield self._record(line)

    def _next(self) -> Line | None:
        return self._waiting.popleft() if self._waiting else next(self._lines, None)

    def _record(self, first: Line) -> Record | BadRow:
        self._taken, self._size = [], len(first.text)
        try:
            fields = self._split(first.text)
        except _QuoteError as fault:
            self._give_back(first)
            return BadRow(first.number, str(fault), first.text)
        except _CutError as fault:  # its lines are parts of a text, and no records of their own
            return BadRow(first.number, str(fault), first.text)
        limit = self._limits.field
        if self._size > limit and max(map(len, fields)) > limit:
            return BadRow(first.number, f"a field with more than {limit:,} characters", first.text)
        return Record(first.number, fields)

    def _give_back(self, first: Line) -> None:
        """Puts the lines taken for a record back, to be read as records of their own."""
        self._waiting.extendleft(reversed(self._taken))
        self._returned += len(self._taken)
        if self._returned > _PATIENCE * first.number + 1_000 * self._limits.record_lines:
            message = f"too many quotes that are never closed, at last in line {first.number}"
            remedy = "Double the quotes that belong to the text"
            raise InputError(message, path=self._name, line=first.number, remedy=remedy)

    def _split(self, text: str) -> list[str]:
        if _QUOTE not in text:
            return text.split(self._delimiter)
        fields, at = [], 0
        while True:
            if opening := _OPENING.match(text, at):
                value, text, at = self._quoted(text, opening.end())
            else:
                end = text.find(self._delimiter, at)
                end = len(text) if end < 0 else end
                value, at = text[at:end], end
            fields.append(value)
            if at == len(text):
                return fields
            if not text.startswith(self._delimiter, at):
                raise _QuoteError("text after a closing quote")
            at += len(self._delimiter)

    def _quoted(self, text: str, at: int) -> tuple[str, str, int]:
        """A quoted value, the line it ends on, and the offset there after the closing quote."""
        parts: list[str] = []
        while True:
            end = text.find(_QUOTE, at)
            if end < 0:
                parts += text[at:], "\n"
                text, at = self._more(), 0
            elif text.startswith(_QUOTE, end + 1):
                parts.append(text[at : end + 1])
                at = end + 2
            else:
                spaces = _SPACES.match(text, end + 1)
                return "".join((*parts, text[at:end])), text, spaces.end() if spaces else end + 1

    def _more(self) -> str:
        """The next line of a field that goes on."""
        line = self._next()
        if line is None:
            raise _QuoteError("a quote that is never closed")
        self._taken.append(line)
        self._size += len(line.text) + 1
        limits = self._limits
        if len(self._taken) > limits.record_lines:
            raise _QuoteError(f"a quote that is not closed within {limits.record_lines} lines")
        if line.is_cut_off:
            raise _CutError(line.fault)
        if line.fault or self._size > limits.line:
            raise _QuoteError(f"a row with more than {limits.line:,} characters")
        return line.text
