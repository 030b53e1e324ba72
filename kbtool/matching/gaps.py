"""Questions and articles -> a report of gaps: the steps, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.preprocessing import normalize

from kbtool.matching.asked import gather, questions_of
from kbtool.matching.calibrate import Calibration, calibrate
from kbtool.matching.features import Scores
from kbtool.matching.grouping import Embedding, Labels, embed, group_texts
from kbtool.matching.groups import Group, form_groups
from kbtool.matching.matcher import Matcher
from kbtool.matching.merging import merge, score_groups
from kbtool.matching.neighbours import find_neighbours, smooth
from kbtool.matching.options import GapOptions
from kbtool.matching.passages import read_article
from kbtool.matching.ranking import length_in_days, make_gap, rank
from kbtool.matching.report import Findings, assemble, empty_report
from kbtool.matching.tokens import Tokenizer
from kbtool.matching.verdicts import Verdict, judge, judge_alone
from kbtool.model import Gap, GapReport, KnowledgeBase, Question

Progress = Callable[[str, int, int], None]

_STEPS = ("reading", "matching", "grouping", "judging")
_ALL_PAIRS = 5000  # wordings compared by all their words; more are compared in few dimensions
_TIGHT = 0.625  # of the user's distance: how near texts must be before articles have a say


@dataclass(frozen=True)
class _Standards:
    """What counts as an answer, for groups and for single questions on the same scale."""

    groups: Calibration
    scale: float  # of scores of single questions, so that one threshold serves both


def find_gaps(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
    progress: Progress | None = None,
) -> GapReport:
    """Report on which questions the articles answer and which gaps they leave.

    ``progress`` is told the name of a step, how many are done and how many there are.
    """
    tell = _counter(progress)
    tell()
    tokenizer = Tokenizer(_main_locale(kb))
    asked, unmatchable = gather(questions, tokenizer)
    if not asked:
        return empty_report(kb, unmatchable, options)
    texts = [read_article(article) for article in kb.articles]
    tell()
    matcher = Matcher(texts, asked, tokenizer, learn=options.learn)
    placed = matcher.place_asked()
    short = len(asked) <= _ALL_PAIRS
    neighbours = find_neighbours(matcher.rows if short else normalize(placed))
    scores = smooth(matcher.score_asked(), neighbours)
    tell()
    labels = _find_labels(matcher, embed(placed, neighbours), options.group_distance)
    groups = form_groups(matcher, asked, labels, tokenizer)
    tell()
    standards = _set_standards(groups, scores, options.threshold)
    alone = judge_alone(matcher, scores * standards.scale, standards.groups.threshold)
    verdicts = [judge(group, matcher, standards.groups, alone) for group in groups]
    gaps = rank(_gaps(verdicts, questions, options), options.max_gaps)
    findings = Findings(questions, unmatchable, asked, alone, standards.groups, verdicts, gaps)
    return assemble(kb, matcher, findings)


def _counter(progress: Progress | None) -> Callable[[], None]:
    """Function that tells ``progress`` the next step each time it is called."""
    steps = iter(enumerate(_STEPS))

    def tell() -> None:
        done, name = next(steps)
        if progress:
            progress(name, done, len(_STEPS))

    return tell


def _find_labels(matcher: Matcher, embedding: Embedding, distance: float) -> Labels:
    """Groups of texts: tight ones first, then joined where their verdicts agree."""
    tight = group_texts(embedding, _TIGHT * distance)
    _, scores = score_groups(matcher, tight)
    sizes = np.bincount(tight)
    verdicts = calibrate(scores[sizes > 1], sizes[sizes > 1])
    return merge(tight, embedding, scores, verdicts, distance)


def _set_standards(groups: Sequence[Group], scores: Scores, given: float | None) -> _Standards:
    single = calibrate(scores, np.ones(len(scores)))
    stacked = np.array([group.scores for group in groups]).reshape(len(groups), scores.shape[1])
    found = calibrate(stacked, np.array([len(group.rows) for group in groups]))
    return _Standards(found.at(given), found.threshold / single.threshold)


def _gaps(
    verdicts: Sequence[Verdict], questions: Sequence[Question], options: GapOptions
) -> list[Gap]:
    days = length_in_days(questions)
    return [
        make_gap(verdict.cluster, verdict.gap_probability, questions_of(verdict.group.asked), days)
        for verdict in verdicts
        if not verdict.answered and verdict.cluster.askers >= options.min_askers
    ]


def _main_locale(kb: KnowledgeBase) -> str:
    """Locale that most articles are in; ties go to the first in the alphabet."""
    locales = sorted(article.locale for article in kb.articles)
    return max(locales, key=locales.count) if locales else "en"
