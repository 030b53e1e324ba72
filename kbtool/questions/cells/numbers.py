"""Numbers as people and spreadsheets write them, with marks of thousands of many kinds."""

from __future__ import annotations

import math
from collections.abc import Iterable

from kbtool.patterns import lazy_pattern

DECIMALS = ".,"
"""Signs that may mark decimals, and in counts mark thousands."""

_LONGEST = 100  # characters
_THOUSANDS = lazy_pattern(r"\d{1,3}([.,' \u00a0\u2009\u202f’])\d{3}(?>(?:\1\d{3})*)")
_BOTH = lazy_pattern(r"\d{1,3}([.,' \u00a0\u2009\u202f’])\d{3}(?>(?:\1\d{3})*)[.,]\d{1,9}")
_DECIMAL = lazy_pattern(r"(\d*)([.,])(\d+)")
_SHORT = {"k": 1e3, "m": 1e6}  # 1.5K


def read_number(value: object, decimals: str = "") -> float | None:
    """A finite number, or None where the value is not one.

    1.500 and 1,500 are 1500, unless the sign is among ``decimals``.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = _read_text(value.strip(), decimals) if isinstance(value, str) else float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def read_share(value: object) -> float | None:
    """A share from 0 to 1, written as such or with a sign for percent."""
    is_percent = isinstance(value, str) and value.rstrip().endswith("%")
    number = read_number(str(value).rstrip("% \u00a0\u202f") if is_percent else value, DECIMALS)
    if number is None:
        return None
    number = number / 100 if is_percent else number
    return number if 0 <= number <= 1 else None


def find_decimals(values: Iterable[object]) -> str:
    """Signs that mark decimals in a column, since of 1.500 alone nobody can tell.

    One does where anything but three digits follows it, and where "000" follows it in all values.
    """
    texts = {value.strip()[:_LONGEST] for value in values if isinstance(value, str)} - {""}
    found = [match.groups() for text in texts if (match := _DECIMAL.fullmatch(text))]
    if len(found) == len(texts) and all(part == "000" for _, _, part in found):
        return "".join({sign for _, sign, _ in found})
    return "".join({sign for whole, sign, part in found if not _may_be_thousands(whole, part)})


def _may_be_thousands(whole: str, part: str) -> bool:
    return len(part) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0"


def _read_text(text: str, decimals: str) -> float:
    text = text[:_LONGEST]
    if text[-1:].lower() in _SHORT:
        return _read_text(text[:-1].rstrip(), DECIMALS) * _SHORT[text[-1].lower()]
    marked = _BOTH.fullmatch(text) or _THOUSANDS.fullmatch(text)
    if marked and (text.count(marked[1]) > 1 or not _is_decimal(text, marked[1], decimals)):
        text = text.replace(marked[1], "")
    return float(text.replace(",", "."))


def _is_decimal(text: str, sign: str, decimals: str) -> bool:
    return sign in decimals or text.startswith("0")
