"""Join the findings, the matches and the articles of one knowledge base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from kbtool.health.bands import band_of
from kbtool.health.values import ArticleHealth, Health
from kbtool.matching.search.unfinished import find_unfilled
from kbtool.matching.text.asked import count_askers
from kbtool.model import (
    Article,
    Finding,
    GapReport,
    KnowledgeBase,
    Question,
    QuestionLog,
)


def assess(
    kb: KnowledgeBase,
    findings: Sequence[Finding],
    gaps: GapReport,
    questions: Sequence[Question],
    *,
    suppressed: Sequence[Finding] = (),
    log: QuestionLog | None = None,
) -> Health:
    """Health of a knowledge base; articles in the order in which mending them helps most.

    ``suppressed`` holds the findings that comments silenced: they are listed apart,
    but an article is no readier for them and keeps its place. ``questions``
    are those that ``gaps`` was found from, and ``log`` says what was left out of them.
    """
    open_, silenced = _by_path(findings), _by_path(suppressed)
    answers, waiting = _answers(kb, gaps, questions), _waiting(kb, gaps, questions)
    articles = [
        _assess_article(
            article,
            open_.get(article.path, ()),
            silenced.get(article.path, ()),
            answers.get(article.path, ()),
            waiting.get(article.path, ()),
            kb.today,
        )
        for article in kb.articles
    ]
    articles.sort(key=_place)
    return Health(
        tuple(articles),
        tuple(f for path in sorted(open_) if path not in kb.by_path for f in open_[path]),
        gaps,
        tuple(questions),
        log,
    )


def _place(article: ArticleHealth) -> tuple[bool, int, int, str]:
    """What puts articles in order: all with something to mend come before the others."""
    return not article.needs_mending, -article.urgency, -article.demand, article.path


def _by_path(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: (f.path, f.span, f.code, f.message)):
        groups.setdefault(finding.path, []).append(finding)
    return {path: tuple(group) for path, group in groups.items()}


def _answers(
    kb: KnowledgeBase, gaps: GapReport, questions: Sequence[Question]
) -> Mapping[str, Sequence[Question]]:
    """Questions that the article at each path answers best."""
    by_id = {question.id: question for question in questions}
    groups: dict[str, list[Question]] = {}
    for match in gaps.matches:
        if not match.answered or match.best is None or match.question not in by_id:
            continue
        # Where two articles share an id, a match cannot tell them apart: the first by path has it.
        for article in kb.by_id.get(match.best.article, ())[:1]:
            groups.setdefault(article.path, []).append(by_id[match.question])
    return groups


def _waiting(
    kb: KnowledgeBase, gaps: GapReport, questions: Sequence[Question]
) -> Mapping[str, Sequence[Question]]:
    """Questions that the article at each path would answer if it were filled in.

    No article answers them today, so nobody is counted for two articles by one question.
    """
    by_id = {question.id: question for question in questions}
    groups: dict[str, list[Question]] = {}
    for match in gaps.matches:
        if match.waits and match.best and match.question in by_id:
            groups.setdefault(match.best.article, []).append(by_id[match.question])
    return {
        article.path: asked
        for name, asked in groups.items()
        for article in _first_unfilled(kb, name)
    }


def _first_unfilled(kb: KnowledgeBase, name: str) -> Sequence[Article]:
    """The first article of an id that holds placeholders; of two only one may wait to be filled."""
    versions = kb.by_id.get(name, ())
    return [one for one in versions if len(versions) == 1 or find_unfilled(one, kb)][:1]


def _assess_article(
    article: Article,
    findings: tuple[Finding, ...],
    suppressed: tuple[Finding, ...],
    questions: Sequence[Question],
    waiting: Sequence[Question],
    today: date,
) -> ArticleHealth:
    return ArticleHealth(
        id=article.id,
        path=article.path,
        title=article.title.text if article.title and article.title.text.strip() else article.id,
        words=sum(block.words for block in article.blocks),
        findings=findings,
        suppressed=suppressed,
        demand=count_askers((*questions, *waiting)),
        questions=tuple(question.id for question in questions),
        age=_age(article, today),
        band=band_of((*findings, *suppressed)),
        waiting=count_askers(waiting),
        waiting_questions=tuple(question.id for question in waiting),
    )


def _age(article: Article, today: date) -> int | None:
    """Days since the article was reviewed; 0 for a date in the future."""
    reviewed = article.front_matter.values.get("reviewed")
    if isinstance(reviewed, str):
        try:
            reviewed = date.fromisoformat(reviewed.strip()[:10])
        except ValueError:
            return None
    if isinstance(reviewed, datetime):
        reviewed = reviewed.date()
    return max(0, (today - reviewed).days) if isinstance(reviewed, date) else None
