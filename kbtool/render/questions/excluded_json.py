"""Rows that were left out as JSON, schema ``kbtool.excluded/1``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from msgspec.structs import asdict

from kbtool.model import Excluded

SCHEMA = "kbtool.excluded/1"


def render(rows: Sequence[Excluded], left_out: Mapping[str, int], unreadable: int) -> str:
    """One object: numbers by reason, and the rows that are listed."""
    document = {
        "schema": SCHEMA,
        "excluded": dict(left_out),
        "unreadable": unreadable,
        "rows": [asdict(row) for row in rows],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
