"""Questions and articles -> a report of gaps: the steps, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from threadpoolctl import threadpool_limits

from kbtool.config.tables import CostsTable
from kbtool.matching.advice.ranking import length_in_days, make_gap, rank
from kbtool.matching.advice.retitling import try_titles
from kbtool.matching.advice.translations import Translations
from kbtool.matching.advice.trends import Trends
from kbtool.matching.advice.verdicts import Grounds, Verdict, judge, judge_alone
from kbtool.matching.clusters.question_space import QuestionSpace
from kbtool.matching.forecast import CHECK, CONTROL, GROUP, JUDGE, READ, forecast
from kbtool.matching.judging.groups import Group, form_groups
from kbtool.matching.judging.survey import Survey, form_labels, main_locale, read_log, survey
from kbtool.matching.judging.texts import judge_groups
from kbtool.matching.judging.themes import Splitter
from kbtool.matching.options import GapOptions, Means
from kbtool.matching.report import EVEN, Findings, assemble, empty_report
from kbtool.matching.text.asked import questions_of
from kbtool.matching.text.misspelling import Spellings
from kbtool.matching.trust.calibration import calibrate
from kbtool.matching.trust.controls import Verdicts, measure_controls
from kbtool.model import Gap, GapReport, KnowledgeBase, Question
from kbtool.progress import Work


def find_gaps(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
    means: Means = Means(),  # noqa: B008 - as above
) -> GapReport:
    """Report on which questions the articles answer and which gaps they leave."""
    return survey_gaps(kb, questions, options, means)[0]


def survey_gaps(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
    means: Means = Means(),  # noqa: B008 - as above
) -> tuple[GapReport, Survey | None]:
    """The report of ``find_gaps``, and what it rests on, for drafts to be tried with.

    The second is None where no question holds a word. It takes as much memory as the match did.
    """
    # The matrices are small: several threads cost three times the processor time of one, ten
    # times the wall time on a busy machine, and may round differently.
    with threadpool_limits(limits=1, user_api="blas"):
        return _find(kb, questions, options, means)


def survey_again(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions,
    means: Means,
    known: Survey,
) -> GapReport:
    """The report of ``find_gaps`` on questions that were surveyed with other articles.

    It is the very same, sooner: how questions compare with each other is known.
    """
    with threadpool_limits(limits=1, user_api="blas"):
        return _find(kb, questions, options, means, known.space)[0]


def _find(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions,
    means: Means,
    space: QuestionSpace | None = None,
) -> tuple[GapReport, Survey | None]:
    work = Work(means.progress)
    work.expect(forecast(len(kb.articles), len(questions), controls=options.controls))
    work.reach(READ)
    log = read_log(kb, questions)
    if not log.asked:
        work.reach(CHECK, 1.0)
        return empty_report(kb, log.unmatchable, options), None
    found = survey(kb, log, options, means.teachers, means.engine, work, space)
    matcher, asked = found.matcher, log.asked
    work.reach(GROUP)
    labels = form_labels(found, options.group_distance)
    judged = judge_groups(matcher, labels, found.single)
    spellings = Spellings(asked, [docs.whole for docs in matcher.docs])
    groups = form_groups(matcher, asked, labels, judged, log.tokenizer, main_locale(kb), spellings)
    threshold = EVEN if options.threshold is None else options.threshold
    grounds = _gather_grounds(kb, found, questions, options.group_distance, threshold)
    grounds = replace(grounds, splitter=replace(grounds.splitter, spellings=spellings))
    verdicts = try_titles(matcher, list(_judge_all(groups, grounds, work)))
    calibration = calibrate(groups, threshold) if judged.learned else None
    learned = calibration is not None
    gaps = rank(_gaps(verdicts, questions, options, means.costs, grounds.locale, learned=learned))
    work.reach(CONTROL)
    findings = Findings(
        questions=questions,
        unmatchable=log.unmatchable,
        asked=asked,
        alone=grounds.alone,
        learned=judged.learned,
        calibration=calibration,
        controls=measure_controls(kb, Verdicts(found, labels, judged, threshold), options),
        verdicts=verdicts,
        gaps=gaps,
        options=options,
        costs=means.costs,
    )
    work.reach(CHECK)
    report = assemble(kb, matcher, findings)
    work.reach(CHECK, 1.0)
    return report, found


def _gather_grounds(
    kb: KnowledgeBase,
    found: Survey,
    questions: Sequence[Question],
    distance: float,
    threshold: float,
) -> Grounds:
    locale = main_locale(kb)
    return Grounds(
        matcher=found.matcher,
        alone=judge_alone(found, threshold),
        threshold=threshold,
        locale=locale,
        translations=Translations.of(kb),
        trends=Trends.of(questions),
        splitter=Splitter(found.space.places, distance, found.log.tokenizer, locale),
        unfilled=found.unfilled,
    )


def _judge_all(groups: Sequence[Group], grounds: Grounds, work: Work) -> Iterator[Verdict]:
    for done, group in enumerate(groups):
        work.reach(JUDGE, done / len(groups))
        yield judge(group, grounds)


def _gaps(
    verdicts: Sequence[Verdict],
    questions: Sequence[Question],
    options: GapOptions,
    costs: CostsTable,
    locale: str,
    *,
    learned: bool,
) -> list[Gap]:
    days = length_in_days(questions)
    gaps = []
    for verdict in verdicts:
        if not verdict.answered and verdict.cluster.askers >= options.min_askers:
            asked = questions_of(verdict.group.asked)
            score = 0.0 if verdict.held_back else verdict.group.score
            gap = make_gap(
                verdict.cluster, score, asked, days, learned=learned, locale=locale, costs=costs
            )
            gaps.append(replace(gap, certain=verdict.certain))
    return gaps
