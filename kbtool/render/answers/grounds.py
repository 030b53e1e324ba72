"""Why a bot decides as it does, as several formats say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kbtool.model import Answer, Fact, Reason
from kbtool.render.terminal import one_line

FAULTS = frozenset(Reason) - {Reason.NOTHING, Reason.LOOSE, Reason.NO_ARTICLE, Reason.MANY}
"""Reasons that have nothing to do with how well an article fits."""


def say_reason(reason: Reason, lacks: Fact | None) -> str:
    """Why a question goes to a person, with the fact that is lacking."""
    return f"the article {lacks.lack}" if reason is Reason.LACKS and lacks else reason.value


def careful(warnings: Sequence[str]) -> str:
    """Why figures should be read with care, on one line; "" where there is no reason."""
    return f"Careful: {one_line(' '.join(warnings))}" if warnings else ""


def tell_grounds(answer: Answer) -> dict[str, Any]:
    """Reason, need, the fact that is lacking and contradictory claims, as JSON has them."""
    return {
        "reason": answer.reason.name.lower() if answer.reason else None,
        "need": answer.need.value,
        "lacks": answer.lacks.value if answer.lacks else None,
        "contradictions": [
            {
                "fact": dispute.fact.value,
                "claims": [
                    {
                        "article": claim.article,
                        "title": claim.title,
                        "passage": list(claim.passage),
                        "sentence": claim.sentence,
                        "value": claim.value,
                    }
                    for claim in dispute.claims
                ],
            }
            for dispute in answer.disputes
        ],
    }
