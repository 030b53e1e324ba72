"""Drafts as if they were published: the same questions, with everything learned and grouped anew.

A further article moves the standard of what is an answer by a little, for all questions, and groups
with close verdicts turn. What ``try_drafts`` says of a draft is what the draft does; this is what
the next report will say, if the draft is published under its id, or that of what it replaces.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kbtool.matching.gaps import survey_again
from kbtool.matching.judging.survey import Survey
from kbtool.matching.options import GapOptions, Means
from kbtool.model import (
    Article,
    GapReport,
    KnowledgeBase,
    Outline,
    Published,
    Question,
    QuestionMatch,
)


def publish(
    report: GapReport,
    found: Survey,
    kb: KnowledgeBase,
    drafts: Sequence[tuple[Article, Article | None]],
    options: GapOptions,
    means: Means,
) -> Published:
    """What a report says once drafts stand among the articles, each in place of another or None."""
    gone = {(old.id, old.path) for _, old in drafts if old is not None}
    kept = [article for article in kb.articles if (article.id, article.path) not in gone]
    new = [_take_place(draft, old) for draft, old in drafts]
    articles = sorted([*kept, *new], key=lambda article: article.path)
    outlines = tuple(map(Outline.of, articles))
    then = replace(kb, articles=tuple(articles), outlines=outlines)
    options = replace(options, controls=False)  # they would tell nothing of a draft
    after = survey_again(then, _questions(report, found), options, means, found)
    return _compare(report, after, {article.id for article in new})


def _take_place(draft: Article, old: Article | None) -> Article:
    """A draft under the id of what it replaces: what agents linked stays linked."""
    return draft if old is None else replace(draft, id=old.id)


def _questions(report: GapReport, found: Survey) -> Sequence[Question]:
    """The questions of a report, in their order."""
    asked = [question for wording in found.log.asked for question in wording.questions]
    by_id = {question.id: question for question in (*asked, *found.log.unmatchable)}
    return [by_id[match.question] for match in report.matches]


def _compare(before: GapReport, after: GapReport, drafts: set[str]) -> Published:
    pairs = list(zip(before.matches, after.matches, strict=True))
    gained = [new for old, new in pairs if new.answered and not old.answered]
    return Published(
        questions=len(pairs),
        coverage_before=before.coverage,
        coverage=after.coverage,
        answered_before=sum(match.answered for match in before.matches),
        answered=sum(match.answered for match in after.matches),
        gaps_before=len(before.gaps),
        gaps=len(after.gaps),
        gained=tuple(match.question for match in gained if _finds(match, drafts)),
        gained_elsewhere=tuple(match.question for match in gained if not _finds(match, drafts)),
        lost=tuple(old.question for old, new in pairs if old.answered and not new.answered),
    )


def _finds(match: QuestionMatch, articles: set[str]) -> bool:
    return match.best is not None and match.best.article in articles
