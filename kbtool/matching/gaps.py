"""Questions and articles -> a report of gaps: the steps, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from threadpoolctl import threadpool_limits

from kbtool.config.tables import CostsTable
from kbtool.engines import Engine
from kbtool.matching.asked import questions_of
from kbtool.matching.calibration import calibrate
from kbtool.matching.controls import Verdicts, measure_controls
from kbtool.matching.groups import form_groups
from kbtool.matching.judging import judge_groups
from kbtool.matching.options import GapOptions
from kbtool.matching.ranking import length_in_days, make_gap, rank
from kbtool.matching.report import EVEN, Findings, assemble, empty_report
from kbtool.matching.retitling import try_titles
from kbtool.matching.survey import form_labels, main_locale, read_log, survey
from kbtool.matching.themes import Splitter
from kbtool.matching.translations import Translations
from kbtool.matching.trends import Trends
from kbtool.matching.verdicts import Grounds, Verdict, judge, judge_alone
from kbtool.model import Gap, GapReport, KnowledgeBase, Question

Progress = Callable[[str, int, int], None]

_STEPS = ("reading", "matching", "grouping", "judging")


def find_gaps(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
    progress: Progress | None = None,
    teachers: Sequence[Question] = (),
    costs: CostsTable = CostsTable(),  # noqa: B008 - as above
    engine: Engine | None = None,
) -> GapReport:
    """Report on which questions the articles answer and which gaps they leave.

    ``progress`` is told the name of a step, how many are done and how many there are. ``teachers``
    are further questions that agents resolved: kbtool learns from them and does not count them. An
    ``engine`` matches questions elsewhere; it changes nothing about the result.
    ``costs`` says what a contact costs.
    """
    # The matrices are small: several threads cost three times the processor time of one, ten
    # times the wall time on a busy machine, and may round differently.
    with threadpool_limits(limits=1, user_api="blas"):
        return _find(kb, questions, options, _counter(progress), teachers, costs, engine)


def _find(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions,
    tell: Callable[[], None],
    teachers: Sequence[Question],
    costs: CostsTable,
    engine: Engine | None,
) -> GapReport:
    tell()
    log = read_log(kb, questions)
    if not log.asked:
        return empty_report(kb, log.unmatchable, options)
    tell()
    found = survey(kb, log, options, teachers, engine)
    matcher, asked = found.matcher, log.asked
    tell()
    labels = form_labels(found, options.group_distance)
    judged = judge_groups(matcher, labels, found.single)
    groups = form_groups(matcher, asked, labels, judged, log.tokenizer)
    tell()
    threshold = EVEN if options.threshold is None else options.threshold
    alone = judge_alone(matcher, found.single, threshold)
    locale = main_locale(kb)
    grounds = Grounds(
        matcher=matcher,
        alone=alone,
        threshold=threshold,
        locale=locale,
        translations=Translations.of(kb),
        trends=Trends.of(questions),
        splitter=Splitter(found.embedding, options.group_distance, log.tokenizer, locale),
    )
    verdicts = try_titles(matcher, [judge(group, grounds) for group in groups])
    calibration = calibrate(groups, threshold) if judged.learned else None
    gaps = rank(_gaps(verdicts, questions, options, costs, learned=calibration is not None))
    findings = Findings(
        questions=questions,
        unmatchable=log.unmatchable,
        asked=asked,
        alone=alone,
        learned=judged.learned,
        calibration=calibration,
        controls=measure_controls(kb, Verdicts(found, labels, judged, threshold), options),
        verdicts=verdicts,
        gaps=gaps,
        options=options,
        costs=costs,
    )
    return assemble(kb, matcher, findings)


def _counter(progress: Progress | None) -> Callable[[], None]:
    """Function that tells ``progress`` the next step each time it is called."""
    steps = iter(enumerate(_STEPS))

    def tell() -> None:
        done, name = next(steps)
        if progress:
            progress(name, done, len(_STEPS))

    return tell


def _gaps(
    verdicts: Sequence[Verdict],
    questions: Sequence[Question],
    options: GapOptions,
    costs: CostsTable,
    *,
    learned: bool,
) -> list[Gap]:
    days = length_in_days(questions)
    gaps = []
    for verdict in verdicts:
        if not verdict.answered and verdict.cluster.askers >= options.min_askers:
            asked = questions_of(verdict.group.asked)
            score = verdict.group.score
            gaps.append(make_gap(verdict.cluster, score, asked, days, learned=learned, costs=costs))
    return gaps
