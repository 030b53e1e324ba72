"""The report as JSON, and the JSON Schema that it keeps to."""

from __future__ import annotations

import json
from inspect import cleandoc
from typing import Any

import msgspec

from kbtool.health import Health
from kbtool.render.report.building import build_document
from kbtool.render.report.document import SCHEMA, Document
from kbtool.render.rounding import round_exact
from kbtool.render.views.meta import ReportMeta

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def render(health: Health, meta: ReportMeta) -> str:
    """One object of schema ``kbtool.report/1``."""
    document = _round(msgspec.to_builtins(build_document(health, meta)))
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return text.encode("utf-8", "replace").decode()  # half a character of a log is no text


def render_schema() -> str:
    """JSON Schema of the report, as text."""
    schema = msgspec.json.schema(Document)
    for definition in schema["$defs"].values():
        if "description" in definition:  # Python 3.13 takes the indents of docstrings away itself
            definition["description"] = cleandoc(definition["description"])
    document = {"$schema": _DIALECT, "title": SCHEMA, **schema}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _round(value: Any) -> Any:
    if isinstance(value, float):
        return round_exact(value)
    if isinstance(value, dict):
        return {key: _round(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_round(part) for part in value]
    return value
