"""Numbers of a log as JSON, schema ``kbtool.questions-summary/1``."""

from __future__ import annotations

import json

from kbtool.questions.summary import Summary

SCHEMA = "kbtool.questions-summary/1"


def render(summary: Summary) -> str:
    """One object."""
    counts = summary.counts
    document = {
        "schema": SCHEMA,
        "rows": summary.rows,
        "questions": summary.questions,
        "times": summary.times,
        "excluded": dict(sorted(counts.left_out.items())),
        "unreadable": counts.unreadable,
        "cleaned": dict(sorted(counts.steps.items())),
        "masked": dict(sorted(counts.masked.items())),
        "channels": dict(sorted(summary.channels.items())),
        "languages": dict(sorted(summary.languages.items())),
        "first": summary.first.isoformat() if summary.first else None,
        "last": summary.last.isoformat() if summary.last else None,
        "undated": summary.undated,
        "linked": summary.linked,
        "linked_known": summary.known if summary.looked_up else None,
        "unmasked": summary.unmasked,
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
