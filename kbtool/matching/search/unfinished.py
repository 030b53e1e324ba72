"""What of an article answers nobody: places left to fill in, and bare links."""

from __future__ import annotations

from kbtool.model import Article, Block, KnowledgeBase
from kbtool.rules.frs import frs005_placeholder as placeholder


def find_unfilled(article: Article, kb: KnowledgeBase) -> tuple[int, ...]:
    """Numbers of the lines that the rule ``placeholder`` finds, silenced or not.

    It has the options that the project gives it, ``KnowledgeBase.placeholders``. Those for an
    article alone add to what is found and take nothing away: that would be another way to silence.
    """
    common = kb.placeholders.get("") or placeholder.RULE.options()
    own = kb.placeholders.get(article.path, common)
    starts = {
        hit.span.start
        for options in dict.fromkeys((common, own))
        for hit in placeholder.check(article, kb, options)
    }
    return tuple(sorted({article.source.position(start).line for start in starts}))


def is_link(block: Block) -> bool:
    """Whether all that is read of a block is text of links."""
    start, outside = 0, ""
    for mark in block.prose.marked("link"):
        outside += block.prose.text[start : mark.start]
        start = max(start, mark.end)
    return start > 0 and not any(map(str.isalnum, outside + block.prose.text[start:]))
