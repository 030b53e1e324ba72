"""Values of a row, as CSV and JSON hold them, turned into those of a question."""

from __future__ import annotations

from collections.abc import Iterable

from kbtool.patterns import lazy_pattern
from kbtool.questions.cells.numbers import read_number
from kbtool.questions.cleaning import clean_line

_LONGEST = 500  # characters of an id, a channel and the like
_SEPARATORS = lazy_pattern(r"[,;|\r\n]")
_HEAVIEST = 1e9  # times that one row can stand for


def read_word(value: object) -> str:
    """A text or number as a short text on one line; "" for all else."""
    if isinstance(value, str):
        text = value[:_LONGEST]
        # Nearly all ids, channels and addresses are so, and need no cleaning.
        plain = text.isascii() and text.isprintable() and " " not in text
        return text if plain else clean_line(text)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float):
        # Tables with gaps hold whole numbers as 12.0; the id is 12.
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else str(value)
    return str(value)[:_LONGEST]


def read_weight(value: object, decimals: str = "") -> float | None:
    """A number of times from 0 to 1e9, or None where the value is not one.

    1.500 and 1,500 are 1500, unless the sign is among ``decimals``.
    """
    number = read_number(value, decimals)
    return number if number is not None and 0 <= number <= _HEAVIEST else None


def read_ids(value: object) -> tuple[str, ...]:
    """Ids of articles, each once: from a list, or a text with commas, semicolons, bars or lines."""
    if not value:
        return ()
    parts: Iterable[object]
    if isinstance(value, str):
        parts = _SEPARATORS.split(value)
    else:
        parts = value if isinstance(value, list | tuple) else (value,)
    return tuple(dict.fromkeys(word for part in parts if (word := read_word(part))))
