"""Text of an article in an export: its fields as front matter, then its body."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kbtool.articles.records import Record


def write_record(record: Record) -> str:
    """Text of an article as its desk has it."""
    return write_text(record.fields, record.body)


def write_text(fields: Mapping[str, Any], body: str) -> str:
    """Front matter and a body."""
    lines = (f"{key}: {_yaml(value)}\n" for key, value in fields.items())
    return f"---\n{''.join(lines)}---\n{body}"


def _yaml(value: Any) -> str:
    """Value as YAML would have it; without escapes where it can be, so that places are exact."""
    if isinstance(value, date):
        return value.isoformat()
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


def _escape(sign: str) -> str:
    """A character as it stands between double quotes in YAML, which JSON's pairs do not suit."""
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    return f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\U{ord(sign):08x}"
