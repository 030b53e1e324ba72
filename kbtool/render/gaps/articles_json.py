"""What questions show about articles, as parts of the JSON document of gaps."""

from __future__ import annotations

from typing import Any

from kbtool.model import Advice, Claim, Confusable, Contradiction, GapReport, Unanswered
from kbtool.render.rounding import round_exact

_EXAMPLES = 3


def list_findings(report: GapReport) -> dict[str, Any]:
    """Keys ``found_not_answered``, ``contradictions``, ``confusable`` and ``advice``."""
    return {
        "found_not_answered": [_unanswered(item) for item in report.unanswered],
        "contradictions": [_contradiction(item) for item in report.contradictions],
        "confusable": [_confusable(item) for item in report.confusable],
        "advice": [_advice(item) for item in report.advice],
    }


def _advice(item: Advice) -> dict[str, Any]:
    return {
        "article": item.article,
        "title": item.title,
        "action": item.action.value,
        "why": item.why,
        "questions": list(item.questions),
    }


def _unanswered(item: Unanswered) -> dict[str, Any]:
    return {
        "article": item.article,
        "title": item.title,
        "passage": list(item.passage),
        "asks": item.asks.value,
        "finding": f"found, {item.asks.lack}",
        "share": round_exact(item.share),
        "total": item.total,
        "askers": item.askers,
        "examples": list(item.questions[:_EXAMPLES]),
        "questions": list(item.questions),
        "says": item.says,
    }


def _contradiction(item: Contradiction) -> dict[str, Any]:
    return {
        "fact": item.fact.value,
        "about": list(item.about),
        "claims": [_claim(claim) for claim in item.claims],
        "questions": list(item.questions),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "article": claim.article,
        "title": claim.title,
        "passage": list(claim.passage),
        "value": claim.value,
        "sentence": claim.sentence,
    }


def _confusable(item: Confusable) -> dict[str, Any]:
    sides = zip(item.articles, item.titles, item.words, item.telling, strict=True)
    return {
        "articles": [
            {"article": article, "title": title, "words": list(words), "telling": list(telling)}
            for article, title, words, telling in sides
        ],
        "copied": round_exact(item.copied),
        "askers": item.askers,
        "questions": list(item.questions),
    }
