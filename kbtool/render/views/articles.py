"""Articles as a report shows them, and groups and pairs that are about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kbtool.health import ArticleHealth, Criterion, Health
from kbtool.model import Advice, Confusable, Finding, Unanswered
from kbtool.render.views.filters import Filter
from kbtool.render.views.library import Library, Shelf
from kbtool.render.views.quotes import Quoter, Quotes

SAMPLES = 5
"""Questions shown of a group that has its answer already."""


class UnansweredView(Struct, frozen=True):
    """An article that lacks what its questions ask for."""

    item: Unanswered
    quotes: Quotes


class ConfusableView(Struct, frozen=True):
    """A pair of articles with questions between them."""

    item: Confusable
    quotes: Quotes


class AdviceView(Struct, frozen=True):
    """What to do about an article."""

    item: Advice
    quotes: Quotes


class Met(Struct, frozen=True):
    """Criteria by their answers."""

    yes: int
    no: int
    unknown: int

    @property
    def measured(self) -> int:
        """Criteria with an answer."""
        return self.yes + self.no


class ArticleView(Struct, frozen=True):
    """One article in the table."""

    rank: int
    article: ArticleHealth
    shelf: Shelf | None
    findings: tuple[Finding, ...]
    hidden_findings: int
    quotes: Quotes  # questions that it answers
    waiting: Quotes  # those that it would answer if it were filled in
    criteria: tuple[Criterion, ...]  # those not met first
    met: Met | None  # None where no criterion was looked at

    def values_of(self, key: str) -> tuple[str, ...]:
        """What it can be filtered by under a key."""
        value = getattr(self.shelf, key) if self.shelf else ""
        return (value,) if value else ()


def make_article_filters(views: Sequence[ArticleView]) -> tuple[Filter, ...]:
    """Filters of articles: those with two values at least."""
    found = (
        Filter(key, label, tuple(sorted({value for one in views for value in one.values_of(key)})))
        for key, label in (("section", "Section"), ("locale", "Language"))
    )
    return tuple(one for one in found if len(one.values) > 1)


def view_articles(
    health: Health, library: Library, quoter: Quoter, most: int, details: tuple[int, int, int]
) -> Iterable[ArticleView]:
    """Views of the first articles; ``details``: articles told of in full, findings, questions."""
    full, findings, questions = details
    for rank, article in enumerate(health.articles[:most], start=1):
        detailed = rank <= full
        shown = article.findings[:findings] if detailed else ()
        yield ArticleView(
            rank,
            article,
            library.shelves.get(article.path),
            shown,
            len(article.findings) - len(shown),
            quoter.quote(article.questions, questions if detailed else 0),
            quoter.quote(article.waiting_questions, questions if detailed else 0),
            sort_criteria(article.criteria) if detailed else (),
            count_met(article.criteria),
        )


def sort_criteria(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """Criteria, those first that are not met, then those that nobody measured."""
    order = ("no", "not measured", "yes")
    return tuple(sorted(criteria, key=lambda one: (order.index(one.answer), one.id)))


def count_met(criteria: Iterable[Criterion]) -> Met | None:
    """How many criteria are met; None without one."""
    answers = [criterion.answer for criterion in criteria]
    if not answers:
        return None
    return Met(answers.count("yes"), answers.count("no"), answers.count("not measured"))
