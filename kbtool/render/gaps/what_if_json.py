"""What drafts would change, schema ``kbtool.what-if/1``."""

from __future__ import annotations

import json
from typing import Any

from kbtool.model import GapReport, QuestionLog, Tried, WhatIf

_DIGITS = 6


def render(
    found: WhatIf,
    report: GapReport,
    log: QuestionLog,
    *,
    color: bool = False,  # noqa: ARG001 - every format is called alike
) -> str:
    """One object; questions that are not to be quoted have no text."""
    labels = {gap.id: gap.cluster.label for gap in report.gaps}
    texts = {question.id: question.text for question in log.questions}
    value = {
        "schema": "kbtool.what-if/1",
        "drafts": [
            {
                "path": draft.path,
                "article": draft.article,
                "title": draft.title,
                "replaces": draft.replaces or None,
                "refused": draft.refusal or None,
                "unfilled": list(draft.unfilled),
            }
            for draft in found.drafts
        ],
        "refused": sum(bool(draft.refusal) for draft in found.drafts),
        "closed": sum(one.closed for one in found.gaps),
        "closed_range": dict(zip(("low", "high"), found.closed_range, strict=True)),
        "gaps": [_gap(one, labels, texts) for one in found.gaps],
        "untouched": found.untouched,
        "others": _questions(found.others, texts),
        "steals": [
            {
                "article": one.article,
                "title": one.title,
                "draft": one.draft or None,
                "questions": _questions(one.questions, texts),
            }
            for one in found.steals
        ],
        "learned": found.learned,
    }
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _gap(tried: Tried, labels: dict[str, str], texts: dict[str, str]) -> dict[str, Any]:
    interval = tried.interval
    return {
        "id": tried.gap,
        "label": labels[tried.gap],
        "draft": tried.draft,
        "closed": tried.closed,
        "close_verdict": tried.is_close,
        "answered": {
            "value": interval.value,
            "low": round(interval.low, _DIGITS),
            "high": round(interval.high, _DIGITS),
        },
        "of": tried.of,
        "before": tried.before,
        "after": tried.after,
        "questions": _questions(tried.questions, texts),
    }


def _questions(names: tuple[str, ...], texts: dict[str, str]) -> list[dict[str, str]]:
    return [{"id": name} | ({"text": texts[name]} if texts.get(name) else {}) for name in names]
