"""Text of an article in an export: its fields as front matter, then its body."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kbtool.articles.records import Record

_LONGEST = 60_000
"""Characters of front matter that all that reads it takes; escapes make ten of one."""
_SHORT, _FEW = 120, 8  # 30 fields of those, each ten characters long, stay far below


def write_record(record: Record) -> str:
    """Text of an article as its desk has it."""
    return write_text(record.fields, record.body)


def write_text(fields: Mapping[str, Any], body: str) -> str:
    """Front matter and a body."""
    block = _write_fields(fields)
    if len(block) > _LONGEST:
        block = _write_fields({key: _shorten(key, value) for key, value in fields.items()})
    return f"---\n{block}---\n{body}"


def _write_fields(fields: Mapping[str, Any]) -> str:
    return "".join(f"{key}: {_yaml(value)}\n" for key, value in fields.items())


def _shorten(key: str, value: Any, most: int = _SHORT) -> Any:
    """A value cut so far that no escapes can make the block too long; ids are never cut."""
    if isinstance(value, str) and key != "id" and len(value) > most:
        return f"{value[:most]}…"
    if isinstance(value, list):
        return [_shorten("", part, most // _FEW) for part in value[:_FEW]]
    return value


def _yaml(value: Any) -> str:
    """Value as YAML would have it; without escapes where it can be, so that places are exact."""
    if isinstance(value, date):
        return _iso(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    text = str(value)
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    return '"' + "".join(map(_escape, text)) + '"'


def _iso(value: date) -> str:
    return f"{value:%Y-%m-%dT%H:%M:%SZ}" if isinstance(value, datetime) else value.isoformat()


def _escape(sign: str) -> str:
    """A character as it stands between double quotes in YAML, which JSON's pairs do not suit."""
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    return f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\U{ord(sign):08x}"
