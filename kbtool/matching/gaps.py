"""Questions and articles -> a report of gaps: the steps, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from kbtool.matching.asked import gather, questions_of
from kbtool.matching.grouping import Embedding, Labels, embed, group_texts
from kbtool.matching.groups import form_groups
from kbtool.matching.judging import Judged, judge_groups, judge_questions
from kbtool.matching.matcher import Matcher
from kbtool.matching.merging import merge
from kbtool.matching.neighbours import find_neighbours, smooth
from kbtool.matching.options import GapOptions
from kbtool.matching.passages import read_article
from kbtool.matching.ranking import length_in_days, make_gap, rank
from kbtool.matching.report import EVEN, Findings, assemble, empty_report
from kbtool.matching.tokens import Tokenizer
from kbtool.matching.verdicts import Verdict, judge, judge_alone
from kbtool.model import Gap, GapReport, KnowledgeBase, Question

Progress = Callable[[str, int, int], None]

_STEPS = ("reading", "matching", "grouping", "judging")
_ALL_PAIRS = 5000  # wordings compared by all their words; more are compared in few dimensions
_TIGHT = 0.5  # of the user's distance: how near texts must be before articles have a say


def find_gaps(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
    progress: Progress | None = None,
) -> GapReport:
    """Report on which questions the articles answer and which gaps they leave.

    ``progress`` is told the name of a step, how many are done and how many there are.
    """
    # The matrices are small: several threads cost three times the processor time of one, ten
    # times the wall time on a busy machine, and may round differently.
    with threadpool_limits(limits=1, user_api="blas"):
        return _find(kb, questions, options, _counter(progress))


def _find(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions,
    tell: Callable[[], None],
) -> GapReport:
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
    fits = smooth(matcher.score_asked(), neighbours)
    single = judge_questions(matcher, fits, neighbours)
    tell()
    labels = _find_labels(matcher, single, embed(placed, neighbours), options.group_distance)
    judged = judge_groups(matcher, labels, single)
    groups = form_groups(matcher, asked, labels, judged, tokenizer)
    tell()
    threshold = EVEN if options.threshold is None else options.threshold
    alone = judge_alone(matcher, single, threshold)
    verdicts = [judge(group, matcher, alone, threshold) for group in groups]
    gaps = rank(_gaps(verdicts, questions, options, learned=judged.learned))
    return assemble(
        kb, matcher, Findings(questions, unmatchable, asked, alone, judged, verdicts, gaps, options)
    )


def _counter(progress: Progress | None) -> Callable[[], None]:
    """Function that tells ``progress`` the next step each time it is called."""
    steps = iter(enumerate(_STEPS))

    def tell() -> None:
        done, name = next(steps)
        if progress:
            progress(name, done, len(_STEPS))

    return tell


def _find_labels(matcher: Matcher, single: Judged, embedding: Embedding, distance: float) -> Labels:
    """Groups of texts: tight ones first, then joined where their verdicts agree."""
    tight = group_texts(embedding, _TIGHT * distance)
    return merge(tight, embedding, judge_groups(matcher, tight, single), distance)


def _gaps(
    verdicts: Sequence[Verdict],
    questions: Sequence[Question],
    options: GapOptions,
    *,
    learned: bool,
) -> list[Gap]:
    days = length_in_days(questions)
    gaps = []
    for verdict in verdicts:
        if not verdict.answered and verdict.cluster.askers >= options.min_askers:
            asked = questions_of(verdict.group.asked)
            score = verdict.group.score
            gaps.append(make_gap(verdict.cluster, score, asked, days, learned=learned))
    return gaps


def _main_locale(kb: KnowledgeBase) -> str:
    """Locale that most articles are in; ties go to the first in the alphabet."""
    locales = sorted(article.locale for article in kb.articles)
    return max(locales, key=locales.count) if locales else "en"
