"""Negative controls: how many questions would be called answered if nothing could answer them.

The questions, their groups and what counts as an answer stay those of the run; only the articles
are others. Learned anew on articles that answer nothing, the standard would find answers among
these too, as it takes the best fit that there is for one.

Groups are measured by other groups on the same article, as in any verdict. Where no article fits
any group, that would make the least bad of them look answered, so rivals count for no less than the
weakest do on the user's own articles: on the sample 8% of questions look answered by foreign
articles, 21% without that; of single questions, judged by their own fit, 4%.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kbtool.language.locales import language_of
from kbtool.matching.clusters.grouping import Labels
from kbtool.matching.coverage import share_answered
from kbtool.matching.judging.survey import Survey, main_locale, rejudge, sort_articles
from kbtool.matching.judging.texts import Judged, judge_groups
from kbtool.matching.options import GapOptions
from kbtool.matching.search.passages import ArticleText
from kbtool.matching.trust.decoys import foreign_articles, shuffle_articles
from kbtool.model import Controls, Interval, KnowledgeBase

_MOST_WORDINGS = 2000  # looked at; more would only narrow the interval
_MOST_ARTICLES = 5000  # shuffling more would take longer than the report may
_FEWEST_ARTICLES = 4  # of fewer, shuffled articles hold much of what they held
_ITSELF = "kbtool"
_SEED = 20_240_229


class Verdicts(Struct, frozen=True):
    """What was found out about a log, to be tried on other articles."""

    survey: Survey
    labels: Labels  # group of each wording
    groups: Judged
    threshold: float


def measure_controls(kb: KnowledgeBase, verdicts: Verdicts, options: GapOptions) -> Controls | None:
    """Share of questions called answered by shuffled and by foreign articles; None if not asked."""
    if not options.controls:
        return None
    rows = _sample(verdicts.labels)
    if not len(rows):
        return Controls(None, None, 0, ("other articles: all groups are too large to draw from",))
    reasons = []
    shuffled = foreign = None
    if reason := _why_not_shuffled(kb):
        reasons.append(f"shuffled articles: {reason}")
    else:
        shuffled = _try(shuffle_articles(sort_articles(kb)), rows, verdicts)
    if reason := _why_not_foreign(kb, verdicts.survey):
        reasons.append(f"foreign articles: {reason}")
    else:
        foreign = _try(foreign_articles(), rows, verdicts)
    asked = verdicts.survey.log.asked
    questions = sum(len(asked[row].questions) for row in rows)
    return Controls(shuffled, foreign, questions, tuple(reasons))


def _why_not_shuffled(kb: KnowledgeBase) -> str:
    if len(kb.articles) < _FEWEST_ARTICLES:
        return f"below {_FEWEST_ARTICLES} articles there is too little to shuffle"
    if len(kb.articles) > _MOST_ARTICLES:
        return f"above {_MOST_ARTICLES:,} articles it would take too long"
    return ""


def _why_not_foreign(kb: KnowledgeBase, survey: Survey) -> str:
    if not kb.articles:
        return "there are no articles to compare with"
    if language_of(main_locale(kb)) != "en":
        return "kbtool has foreign texts in English only"
    if any(_ITSELF in docs.whole.stems for docs in survey.matcher.docs):
        return "kbtool's own texts are not foreign to articles about kbtool"
    return ""


def _sample(labels: Labels) -> NDArray[np.int64]:
    """Wordings of whole groups drawn by chance, all of them where these are few enough."""
    if len(labels) <= _MOST_WORDINGS:
        return np.arange(len(labels))
    sizes = np.bincount(labels)
    order = np.random.default_rng(_SEED).permutation(len(sizes))
    order = order[sizes[order] <= _MOST_WORDINGS // 4]  # lest one group be the whole sample
    drawn = order[np.cumsum(sizes[order]) <= _MOST_WORDINGS]
    return np.flatnonzero(np.isin(labels, drawn))


def _try(articles: Sequence[ArticleText], rows: NDArray[np.int64], verdicts: Verdicts) -> Interval:
    """Share of some questions that other articles are said to answer."""
    single, matcher = rejudge(verdicts.survey, articles, rows)
    labels = np.unique(verdicts.labels[rows], return_inverse=True)[1]
    groups = judge_groups(matcher, labels, single, like=verdicts.groups)
    asked = verdicts.survey.log.asked
    counts = np.array([len(asked[row].questions) for row in rows])
    alone = np.bincount(labels, weights=counts)[labels] < 2  # as a report judges these
    answered = np.where(alone, _reaches(single, verdicts), _reaches(groups, verdicts)[labels])
    pairs = zip(rows, answered, strict=True)
    share = share_answered((q, bool(is_so)) for row, is_so in pairs for q in asked[row].questions)
    return share or Interval(0.0, 0.0, 1.0)


def _reaches(judged: Judged, verdicts: Verdicts) -> NDArray[Any]:
    return (judged.best >= verdicts.threshold) & (judged.order[:, 0] >= 0)
