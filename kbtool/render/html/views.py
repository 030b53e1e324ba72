"""What the templates show, cut to a size that a browser opens at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from kbtool.health import ArticleHealth, Health
from kbtool.model import (
    Cluster,
    Confusable,
    Contradiction,
    Finding,
    Gap,
    Question,
    Severity,
    Unanswered,
)
from kbtool.questions.masking import count_masked
from kbtool.render.html.charts import (
    Pareto,
    Scatter,
    Segment,
    draw_bands,
    draw_pareto,
    draw_scatter,
)
from kbtool.render.html.headline import Part, write_headline
from kbtool.render.html.text import clip

_OPEN_CARDS = 10
_OPEN = 5  # questions of a gap that show without a click
_SAMPLES = 5  # questions of a group that is answered already
_FIX_FIRST = 5  # articles on the first screen


class Limits(Struct, frozen=True):
    """How much of everything a page holds."""

    gaps: int
    questions: int  # of each gap
    answered: int  # groups that an article answers
    articles: int
    details: int  # articles with their findings and questions
    findings: int  # of each article
    matched: int  # questions of each article
    characters: int  # of each text
    short: int  # findings of a kind about articles that fall short


class Quote(Struct, frozen=True):
    """A question, standing for all of its group that are worded alike."""

    question: Question
    times: int  # from 1


class Quotes(Struct, frozen=True):
    """Questions of a group: some to see at once, some one click away, some only counted."""

    first: tuple[Quote, ...]
    more: tuple[Quote, ...]
    hidden: int  # questions
    unquoted: int = 0  # questions whose text is not to be shown

    @property
    def folded(self) -> int:
        """Questions one click away."""
        return sum(quote.times for quote in self.more)


class GapView(Struct, frozen=True):
    """One gap in the table and as a card."""

    rank: int
    gap: Gap
    quotes: Quotes


class AnsweredView(Struct, frozen=True):
    """A group that an article answers."""

    cluster: Cluster
    quotes: Quotes


class UnansweredView(Struct, frozen=True):
    """An article that lacks what its questions ask for."""

    item: Unanswered
    quotes: Quotes


class ConfusableView(Struct, frozen=True):
    """A pair of articles with questions between them."""

    item: Confusable
    quotes: Quotes


class ArticleView(Struct, frozen=True):
    """One article in the table."""

    rank: int
    article: ArticleHealth
    findings: tuple[Finding, ...]
    hidden_findings: int
    quotes: Quotes


class PageView(Struct, frozen=True):
    """Everything that the page template needs of the health of a knowledge base."""

    health: Health
    headline: tuple[Part, ...]
    pareto: Pareto
    bands: tuple[Segment, ...]
    scatter: Scatter
    gaps: tuple[GapView, ...]
    hidden_gaps: int
    answered: tuple[AnsweredView, ...]
    hidden_answered: int
    unanswered: tuple[UnansweredView, ...]
    contradictions: tuple[Contradiction, ...]
    confusable: tuple[ConfusableView, ...]
    hidden_short: int  # of the three before
    articles: tuple[ArticleView, ...]
    hidden_articles: int
    fix_first: tuple[ArticleView, ...]
    ranks: Mapping[str, int]  # rank of the article with an id, for links inside the page
    open_cards: int  # gaps whose questions show without a click
    masked: Mapping[str, int]  # places with personal data in questions, by what they were
    knows_people: bool  # whether the log says who asked
    severities: tuple[tuple[Severity, str], ...] = (
        (Severity.ERROR, "Errors"),
        (Severity.WARNING, "Warnings"),
        (Severity.INFO, "Notes"),
    )


def build_view(health: Health, limits: Limits) -> PageView:
    """View of a knowledge base within limits."""
    articles = tuple(_articles(health, limits))
    found = health.gaps
    gaps = found.gaps
    return PageView(
        health=health,
        headline=write_headline(health),
        pareto=draw_pareto(gaps),
        bands=draw_bands(health),
        scatter=draw_scatter(health.articles),
        gaps=tuple(
            GapView(rank, gap, _quotes(health, gap.cluster.questions, limits, limits.questions))
            for rank, gap in enumerate(gaps[: limits.gaps], start=1)
        ),
        hidden_gaps=max(0, len(gaps) - limits.gaps),
        answered=tuple(
            AnsweredView(cluster, _quotes(health, cluster.questions, limits, _SAMPLES))
            for cluster in health.answered[: limits.answered]
        ),
        hidden_answered=max(0, len(health.answered) - limits.answered),
        unanswered=tuple(
            UnansweredView(item, _quotes(health, item.questions, limits, _SAMPLES))
            for item in found.unanswered[: limits.short]
        ),
        contradictions=found.contradictions[: limits.short],
        confusable=tuple(
            ConfusableView(item, _quotes(health, item.questions, limits, _SAMPLES))
            for item in found.confusable[: limits.short]
        ),
        hidden_short=sum(
            max(0, len(items) - limits.short)
            for items in (found.unanswered, found.contradictions, found.confusable)
        ),
        articles=articles,
        hidden_articles=len(health.articles) - len(articles),
        fix_first=tuple(view for view in articles[:_FIX_FIRST] if view.article.urgency),
        ranks={view.article.id: view.rank for view in reversed(articles)},
        open_cards=_OPEN_CARDS,
        masked=count_masked(health.log.masked if health.log else {}),
        knows_people=any(question.requester for question in health.questions),
    )


def _articles(health: Health, limits: Limits) -> Iterable[ArticleView]:
    for rank, article in enumerate(health.articles[: limits.articles], start=1):
        detailed = rank <= limits.details
        shown = article.findings[: limits.findings] if detailed else ()
        yield ArticleView(
            rank,
            article,
            shown,
            len(article.findings) - len(shown),
            _quotes(health, article.questions, limits, limits.matched if detailed else 0),
        )


def _quotes(health: Health, ids: Sequence[str], limits: Limits, most: int) -> Quotes:
    if not most:
        return Quotes((), (), len(ids))
    alike: dict[str, list[Question]] = {}
    known = [health.question[id_] for id_ in ids if id_ in health.question]
    unquoted = sum(not question.text for question in known)
    for question in (question for question in known if question.text):
        alike.setdefault(" ".join(question.text.casefold().split()), []).append(question)
    quotes = tuple(
        Quote(_shorten(group[0], limits.characters), len(group))
        for group in islice(alike.values(), most)
    )
    shown = sum(quote.times for quote in quotes)
    hidden = len(ids) - shown - unquoted
    return Quotes(quotes[:_OPEN], quotes[_OPEN:], hidden, unquoted)


def _shorten(question: Question, length: int) -> Question:
    """The question as far as it is shown; who asked is left behind."""
    return Question(
        id=clip(question.id, 60),
        text=clip(question.text, length),
        asked_at=question.asked_at,
        channel=clip(question.channel, 30),
    )
