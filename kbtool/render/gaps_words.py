"""Customers' words for each article, as a configuration that another one extends."""

from __future__ import annotations

import json
import re
from collections import Counter

from kbtool.language.locales import language_of
from kbtool.matching.stopwords import stop_words
from kbtool.model import GapReport, KnowledgeBase, QuestionLog

_MOST = 8  # words of an article
_FEWEST = 2  # questions that a word stands in
_WORD = r"[^\W\d_]{3,40}(?:'[^\W\d_]{1,3})?"


def render(
    report: GapReport,
    log: QuestionLog,
    kb: KnowledgeBase,
    *,
    top: int = 0,  # noqa: ARG001 - every format is called alike
    color: bool = False,  # noqa: ARG001 - as above
) -> str:
    """TOML that switches no-customer-words on, with the words of the questions it answers."""
    texts = {question.id: question.text for question in log.questions}
    locales = {article.id: article.locale for article in kb.articles}
    counts: dict[str, Counter[str]] = {}
    for match in report.matches:
        if match.answered and match.best:
            article = match.best.article
            ignored = stop_words(language_of(locales.get(article, "en")))
            asked = texts.get(match.question, "").lower().replace("’", "'")
            counts.setdefault(article, Counter()).update(set(re.findall(_WORD, asked)) - ignored)
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
