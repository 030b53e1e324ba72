"""Customers' words for each article, as a configuration that another one extends."""

from __future__ import annotations

import json
from collections import Counter

from kbtool.export.customer_words import read_askings
from kbtool.model import GapReport, KnowledgeBase, QuestionLog

_MOST = 8  # words of an article
_FEWEST = 2  # questions that a word stands in


def render(
    report: GapReport,
    log: QuestionLog,
    kb: KnowledgeBase,
    *,
    top: int = 0,  # noqa: ARG001 - every format is called alike
    color: bool = False,  # noqa: ARG001 - as above
) -> str:
    """TOML that switches no-customer-words on, with the words of the questions it answers."""
    counts: dict[str, Counter[str]] = {}
    for asking in read_askings(report, log.questions, kb):
        counts.setdefault(asking.article, Counter()).update(asking.words)
    lines = [
        "# Written by kbtool gaps --format words: what customers ask in, by article.",
        "[lint]",
        'extend-select = ["no-customer-words"]',
        "",
        "[lint.rules.no-customer-words.words]",
    ]
    for article in sorted(counts):
        ordered = sorted(counts[article].items(), key=lambda item: (-item[1], item[0]))
        common = [word for word, number in ordered if number >= _FEWEST][:_MOST]
        if common:
            lines.append(f"{json.dumps(article)} = {json.dumps(common, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
