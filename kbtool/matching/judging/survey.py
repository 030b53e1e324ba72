"""A log and the articles, met: what every question finds, before it is grouped or judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from kbtool.engines import Engine
from kbtool.language.locales import language_of
from kbtool.matching.clusters.grouping import Labels, group_texts
from kbtool.matching.clusters.neighbours import share_of_neighbours, smooth
from kbtool.matching.clusters.question_space import QuestionSpace
from kbtool.matching.forecast import COMPARE, INDEX, MATCH, forecast
from kbtool.matching.judging.merging import merge
from kbtool.matching.judging.texts import Judged, judge_groups, judge_questions
from kbtool.matching.options import GapOptions
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import ArticleText, read_article
from kbtool.matching.search.ranked import Places as Positions
from kbtool.matching.search.ranked import Ranked
from kbtool.matching.search.unfinished import find_unfilled
from kbtool.matching.text.asked import Asked, gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.matching.text.vocabulary import Matrix
from kbtool.model import Article, KnowledgeBase, Question
from kbtool.progress import Count, Work

_TIGHT = 0.5  # of the user's distance: how near texts must be before articles have a say


class Log(Struct, frozen=True):
    """Questions, cut into words and taken together where these are the same."""

    tokenizer: Tokenizer
    asked: tuple[Asked, ...]
    unmatchable: tuple[Question, ...]  # without a word to match


class Survey(Struct, frozen=True):
    """What each wording of a log finds."""

    log: Log
    matcher: Matcher
    space: QuestionSpace  # wordings among themselves
    fits: Ranked  # with what neighbours find mixed in
    single: Judged  # wordings judged one by one
    unfilled: NDArray[np.bool_]  # (n_articles,), whether an article waits to be filled in

    def may_answer(self, articles: Positions) -> NDArray[np.bool_]:
        """Whether each of some articles, by position, -1 for none, is there and complete."""
        held_back = np.append(self.unfilled, True)
        return np.asarray(~held_back[articles])


def read_log(kb: KnowledgeBase, questions: Sequence[Question], *, bare: bool = False) -> Log:
    """Questions in the language of most articles; ``bare`` as for ``gather``."""
    tokenizer = Tokenizer(main_locale(kb))
    several = len({language_of(article.locale) for article in kb.articles}) > 1
    return Log(tokenizer, *gather(questions, tokenizer, bare=bare, detect=several))


def survey(
    kb: KnowledgeBase,
    log: Log,
    options: GapOptions,
    teachers: Sequence[Question] = (),
    engine: Engine | None = None,
    work: Work | None = None,
    space: QuestionSpace | None = None,
) -> Survey:
    """Match the wordings of a log, at least one, with the articles, on an ``engine`` if given.

    ``work`` is told how far this is. ``space`` is that of an earlier survey of the same log.
    """
    if work is None:
        work = Work()
        work.expect(forecast(len(kb.articles), len(log.asked)))
    work.reach(INDEX)
    matcher = make_matcher(kb, log, options, teachers)
    work.reach(COMPARE)
    space = space or QuestionSpace([wording.doc for wording in log.asked])
    fits = _fit(matcher, log, space.neighbours, engine, work.counter(MATCH))
    single = judge_questions(matcher, fits, space.neighbours)
    unfilled = np.array([bool(find_unfilled(one, kb)) for one in sort_articles(kb)], dtype=bool)
    return Survey(log, matcher, space, fits, single, unfilled)


def resurvey(before: Survey, matcher: Matcher, unfilled: NDArray[np.bool_]) -> Survey:
    """The same log met with other articles, judged by the same standard."""
    fits = _fit(matcher, before.log, before.space.neighbours, None)
    single = judge_questions(matcher, fits, before.space.neighbours, like=before.single)
    return replace(before, matcher=matcher, fits=fits, single=single, unfilled=unfilled)


def rejudge(
    before: Survey, articles: Sequence[ArticleText], rows: NDArray[np.int64]
) -> tuple[Judged, Matcher]:
    """Some wordings judged, by the same standard, with nothing but other articles."""
    matcher = before.matcher.facing(articles, rows)
    asked = tuple(before.log.asked[row] for row in rows)
    neighbours = before.space.neighbours[rows][:, rows]
    fits = _fit(matcher, replace(before.log, asked=asked), neighbours, None)
    return judge_questions(
        matcher, fits, before.space.neighbours[rows], like=before.single
    ), matcher


def _fit(
    matcher: Matcher,
    log: Log,
    neighbours: Matrix,
    engine: Engine | None,
    count: Count | None = None,
) -> Ranked:
    words = [len(wording.doc.tokens) for wording in log.asked]
    share = share_of_neighbours(words, learned=matcher.is_taught)
    return smooth(matcher.rank_asked(engine, count), neighbours, len(matcher.texts), share)


def make_matcher(
    kb: KnowledgeBase, log: Log, options: GapOptions, teachers: Sequence[Question] = ()
) -> Matcher:
    """Matcher of the articles, in the order of ``sort_articles``, with the wordings of a log."""
    texts = [read_article(article) for article in sort_articles(kb)]
    solved = gather(teachers, log.tokenizer)[0]
    return Matcher(texts, log.asked, log.tokenizer, solved, learn=options.learn)


def sort_articles(kb: KnowledgeBase) -> list[Article]:
    """Articles in the order in which they are matched.

    By id, not by path: an import names files otherwise than an export, and sums round by order.
    """
    return sorted(kb.articles, key=lambda article: (article.id, article.locale, article.path))


def form_labels(survey: Survey, distance: float) -> Labels:
    """Group of each wording: tight groups first, then joined where their verdicts agree."""
    tight = group_texts(survey.space.places, _TIGHT * distance)
    judged = judge_groups(survey.matcher, tight, survey.single)
    return merge(tight, survey.space.places, judged, distance)


def main_locale(kb: KnowledgeBase) -> str:
    """Locale that most articles are in; ties go to the first in the alphabet."""
    counts = Counter(article.locale for article in kb.articles)
    return min(counts, key=lambda locale: (-counts[locale], locale), default="en")
