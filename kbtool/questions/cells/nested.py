"""Values inside JSON objects that may be of any shape: what is not as expected is missing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_LONGEST = 1_000_000  # characters of an object written as text that are read
_NOTHING: Mapping[str, Any] = {}


def get_table(record: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    """The object under these keys, one inside the other; empty where there is none."""
    for key in keys:
        value = record.get(key)
        if not isinstance(value, dict):
            return _NOTHING
        record = value
    return record


def get_tables(record: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The objects of a list; empty where there is no list."""
    value = record.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def get_text(record: Mapping[str, Any], *keys: str) -> str:
    """The first of these that is a text and not blank, as written."""
    values = (record.get(key) for key in keys)
    return next((value for value in values if isinstance(value, str) and value.strip()), "")


def get_key(record: Mapping[str, Any], key: str) -> int | str | None:
    """A value that can name something: a number or a text."""
    value = record.get(key)
    return value if isinstance(value, int | str) and not isinstance(value, bool) else None


def get_words(record: Mapping[str, Any], key: str, name: str = "name") -> list[str]:
    """The texts of a list, which may stand in objects under ``name``."""
    value = record.get(key)
    items = value if isinstance(value, list) else []
    texts = (item.get(name) if isinstance(item, dict) else item for item in items)
    return [text for text in texts if isinstance(text, str) and text]


def drop_missing(**values: Any) -> dict[str, Any]:
    """The values that are there: neither None nor empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], (), {})}


def unpack_table(value: object) -> Mapping[str, Any]:
    """An object, or one written as text, as columns of type JSON are exported; else empty."""
    if isinstance(value, str) and len(value) <= _LONGEST:
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return _NOTHING
    return value if isinstance(value, dict) else _NOTHING


def is_broken_table(value: object) -> bool:
    """Whether a text stands where an object should, and holds none."""
    if not isinstance(value, str) or not value.strip():
        return False
    try:
        return not isinstance(json.loads(value), dict | type(None))
    except (ValueError, RecursionError):
        return True
