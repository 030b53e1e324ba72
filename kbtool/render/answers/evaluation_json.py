"""How well questions with known answers find them, schema ``kbtool.evaluation/1``."""

from __future__ import annotations

import json
from typing import Any

from kbtool.model import Evaluation, Interval
from kbtool.render.versions import MATCHING, versions

SCHEMA = "kbtool.evaluation/1"
_DIGITS = 6


def render(result: Evaluation) -> str:
    """One object: counts, figures with intervals, the baseline, decisions."""
    names = ("hit_at_1", "hit_at_3", "mrr_at_10", "auroc", "average_precision", "answered_right")
    document = {
        "schema": SCHEMA,
        "versions": versions(MATCHING),
        "answerable": result.answerable,
        "gaps": result.gaps,
        **{name: _interval(getattr(result, name)) for name in names},
        "baseline": {name: round(value, _DIGITS) for name, value in result.baseline.items()},
        "decisions": dict(sorted(result.decisions.items())),
        "misses": len(result.misses),
        "warnings": list(result.warnings),
    }
    return json.dumps(document, indent=2, allow_nan=False) + "\n"


def _interval(interval: Interval | None) -> dict[str, Any] | None:
    if interval is None:
        return None
    names = ("value", "low", "high")
    return {name: round(part, _DIGITS) for name, part in zip(names, interval, strict=True)}
