"""Questions and articles -> a report of gaps: the steps, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kbtool.matching.asked import gather, questions_of
from kbtool.matching.calibrate import Calibration, calibrate
from kbtool.matching.grouping import embed, group_texts
from kbtool.matching.groups import Group, form_groups, group_scores
from kbtool.matching.matcher import Matcher
from kbtool.matching.neighbours import find_neighbours, lay_out, smooth
from kbtool.matching.options import GapOptions
from kbtool.matching.passages import read_article
from kbtool.matching.ranking import length_in_days, make_gap, rank
from kbtool.matching.report import Findings, assemble, empty_report
from kbtool.matching.tokens import Tokenizer
from kbtool.matching.verdicts import Verdict, judge
from kbtool.model import Gap, GapReport, KnowledgeBase, Question

Progress = Callable[[str, int, int], None]

_STEPS = ("reading", "matching", "grouping", "judging")


def find_gaps(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
    progress: Progress | None = None,
) -> GapReport:
    """Report on which questions the articles answer and which gaps they leave.

    ``progress`` is told the name of a step, how many are done and how many there are.
    """
    steps = iter(enumerate(_STEPS))

    def tell() -> None:
        done, name = next(steps)
        if progress:
            progress(name, done, len(_STEPS))

    tell()
    tokenizer = Tokenizer(_main_locale(kb))
    asked, unmatchable = gather(questions, tokenizer)
    if not asked:
        return empty_report(kb, unmatchable, options)
    tell()
    matcher = Matcher([read_article(article) for article in kb.articles], asked, tokenizer)
    rows = lay_out(matcher.vectors)
    neighbours = find_neighbours(rows)
    scores = smooth(matcher.score(matcher.vectors), neighbours)
    alone = calibrate(scores, options.threshold)
    tell()
    labels = group_texts(embed(rows, neighbours), options.group_distance)
    groups = form_groups(matcher, asked, labels, scores, tokenizer)
    calibration = _calibrate_groups(groups, alone, options)
    tell()
    verdicts = [judge(group, matcher, calibration, alone) for group in groups]
    gaps = rank(_gaps(verdicts, questions, options), options.max_gaps)
    findings = Findings(questions, unmatchable, asked, scores, alone, calibration, verdicts, gaps)
    return assemble(kb, matcher, findings)


def _calibrate_groups(
    groups: Sequence[Group], alone: Calibration, options: GapOptions
) -> Calibration:
    """Threshold for groups, or that for single questions where there are too few groups."""
    if not groups:
        return alone
    own = calibrate(group_scores(groups), options.threshold)
    return alone if own.warning and not alone.warning else own


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
