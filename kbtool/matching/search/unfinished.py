"""What of an article answers nobody: places left to fill in, and bare links."""

from __future__ import annotations

from kbtool.model import Article, Block, KnowledgeBase
from kbtool.rules.frs import frs005_placeholder as placeholder
from kbtool.suppress import read_suppressions

_NAMES = frozenset({placeholder.RULE.code.lower(), placeholder.RULE.name})


def find_unfilled(article: Article, kb: KnowledgeBase) -> tuple[int, ...]:
    """Numbers of the lines that the rule ``placeholder`` finds, but for what a comment silences.

    It has the options that the project gives it: ``KnowledgeBase.placeholders``.
    """
    known = kb.placeholders
    options = known.get(article.path) or known.get("") or placeholder.RULE.options()
    spans = [hit.span for hit in placeholder.check(article, kb, options)]
    if not spans:
        return ()
    source, silenced = article.source, read_suppressions(article)
    left = (
        span
        for span in spans
        if not silenced.silencing(_NAMES, span, source.text[span.start : span.end])
    )
    return tuple(sorted({source.position(span.start).line for span in left}))


def is_link(block: Block) -> bool:
    """Whether all that is read of a block is text of links."""
    start, outside = 0, ""
    for mark in block.prose.marked("link"):
        outside += block.prose.text[start : mark.start]
        start = max(start, mark.end)
    return start > 0 and not any(map(str.isalnum, outside + block.prose.text[start:]))
