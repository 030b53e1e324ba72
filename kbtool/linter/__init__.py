"""Runs rules over articles and turns their hits into findings.

In two steps, so that thousands of articles need not be held at once: each article alone gives a
draft, and when all drafts are there, rules that look at other articles finish them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from kbtool.linter.drafting import draft_article, survey_article
from kbtool.linter.finishing import UNUSED, close_draft, finish_article, gather, join
from kbtool.linter.rule_set import RuleSet
from kbtool.linter.stamping import stamp
from kbtool.linter.values import Draft, LintResult, RuleFault
from kbtool.model import Article, KnowledgeBase, Outline
from kbtool.rule import ActiveRule

__all__ = [
    "UNUSED",
    "Draft",
    "LintResult",
    "RuleFault",
    "RuleSet",
    "build_knowledge_base",
    "close_draft",
    "draft_article",
    "finish_article",
    "gather",
    "join",
    "lint",
    "stamp",
    "survey_article",
]


def lint(
    kb: KnowledgeBase,
    articles: Sequence[Article],
    rules: Sequence[ActiveRule],
    progress: Callable[[int], None] | None = None,
) -> LintResult:
    """Findings in ``articles``; rules that look at others see all of ``kb``.

    ``progress`` is called with the number of articles done.
    """
    drafts: dict[str, Draft] = {}
    stopped: dict[str, str] = {}
    rules = RuleSet.of(rules)
    for count, article in enumerate(articles, 1):
        drafts[article.path] = draft_article(article, kb, rules, stopped)
        if progress:
            progress(count)
    whole = _complete(kb, drafts, rules)
    return join(
        finish_article(drafts[article.path], whole, rules, partial(getattr, article, "source"))
        for article in articles
    )


def build_knowledge_base(
    articles: Iterable[Article],
    rules: Sequence[ActiveRule],
    today: date,
    root: str = "",
    files: frozenset[str] = frozenset(),
) -> KnowledgeBase:
    """Knowledge base that knows of these articles what the rules need, and holds none in full."""
    kb = KnowledgeBase((), today, root, files)
    rules = RuleSet.of(rules)
    surveyed = ((Outline.of(article), survey_article(article, rules)) for article in articles)
    return gather(kb, surveyed)


def _complete(
    kb: KnowledgeBase,
    drafts: dict[str, Draft],
    rules: Sequence[ActiveRule],
) -> KnowledgeBase:
    """``kb`` with surveys of all articles; as it is where it brings outlines without articles."""
    if kb.outlines and not kb.articles:
        return kb
    others = [article for article in kb.articles if article.path not in drafts]
    known = [(draft.outline, dict(draft.surveys)) for draft in drafts.values()]
    known += [(Outline.of(article), survey_article(article, rules)) for article in others]
    return gather(kb, known)
