"""Records to rows, whoever wrote them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from kbtool.questions.rows import CLEANED, SCHEMA, BadRow, Row, Vendor
from kbtool.questions.tables.columns import Columns, find_columns
from kbtool.questions.vendors import find_vendor


def find_table_vendor(names: Sequence[str], found: Container[str]) -> Vendor | None:
    """The vendor whose export a table is, going by its columns, where none holds the text."""
    return None if "text" in found else find_vendor(dict.fromkeys(names, ""))


class Recogniser:
    """Reads values of a JSON file, or rows of a table that may hold lists and objects."""

    def __init__(self, columns: Columns, tell: Callable[[Mapping[str, Any]], None]) -> None:
        """Take what is told of each record of a vendor: it may be a page of several."""
        self._columns = columns
        self._tell = tell
        # The records of a log seldom differ in their keys.
        self._find = lru_cache(maxsize=64)(self._find_columns)

    def read(self, value: Any, line: int, text: str) -> Iterator[Row | BadRow]:
        """Rows of one value; ``text`` is the beginning of what it was read from.

        Where the user names the key of the text, it is no vendor's export.
        """
        if not isinstance(value, dict):
            yield BadRow(line, "not a JSON object", text)
        elif not self._columns.text and (vendor := find_vendor(value)):
            self._tell(value)
            yield from vendor.read_rows(value, line)
        else:
            yield self._read_flat(value, line, text)

    def _find_columns(self, names: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
        return find_columns(names, self._columns)

    def _read_flat(self, value: dict[str, Any], line: int, text: str) -> Row | BadRow:
        names = tuple(value)
        values = {field: value[names[at]] for field, at in self._find(names)}
        if "text" not in values:
            reason = "no key is known to hold a question (--text-column names one)"
            return BadRow(line, reason, text)
        if isinstance(values["text"], dict | list | bool):
            return BadRow(line, "the question is not a text", text)
        if value.get("schema") == SCHEMA:
            values[CLEANED] = True
        return Row(line, values)
