"""What drafts would change, schema ``kbtool.what-if/1``."""

from __future__ import annotations

import json
from typing import Any

from kbtool.model import GapReport, Interval, Published, QuestionLog, Tried, WhatIf

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
        "published": found.published and _published(found.published, texts),
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
        "answered": _share(interval),
        "of": tried.of,
        "before": tried.before,
        "after": tried.after,
        "questions": _questions(tried.questions, texts),
    }


def _published(then: Published, texts: dict[str, str]) -> dict[str, Any]:
    return {
        "of": then.questions,
        "answered": {"before": then.answered_before, "after": then.answered},
        "coverage": {
            "before": _share(then.coverage_before),
            "after": _share(then.coverage),
        },
        "gaps": {"before": then.gaps_before, "after": then.gaps},
        "gained": _questions(then.gained, texts),
        "gained_elsewhere": _questions(then.gained_elsewhere, texts),
        "lost": _questions(then.lost, texts),
    }


def _share(share: Interval) -> dict[str, float]:
    ends = {"value": share.value, "low": share.low, "high": share.high}
    return {name: round(end, _DIGITS) for name, end in ends.items()}


def _questions(names: tuple[str, ...], texts: dict[str, str]) -> list[dict[str, str]]:
    return [{"id": name} | ({"text": texts[name]} if texts.get(name) else {}) for name in names]
