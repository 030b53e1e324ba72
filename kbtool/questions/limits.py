"""How much of a file is read before it is taken for damaged or hostile."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """Upper bounds on what one file may hold; the defaults suit every log seen so far."""

    text: int = 10_000  # characters of a question that are matched; the rest is cut off
    field: int = 1_000_000  # characters of one field in a CSV file
    line: int = 4_000_000  # characters of one line; longer lines are rejected
    # Of 10,061 forum posts, 23 have more than 50 lines and none more than 200. A stray quote may
    # hide up to this many rows only if a later quote happens to close it in the right place.
    record_lines: int = 200  # lines that one row of a CSV file may run over
    array: int = 50_000_000  # characters of a JSON file that is one array, read as a whole
    unpacked: int = 500_000_000  # bytes that a .gz file may expand to
    ratio: int = 200  # how many times its own size a .gz file may expand to
    rejected: int = 10_000  # unreadable rows, where they outnumber the readable ones
