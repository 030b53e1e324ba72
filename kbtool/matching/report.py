"""Verdicts and matches -> the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kbtool.config.tables import CostsTable
from kbtool.matching.advice.costs import describe_costs
from kbtool.matching.advice.lacking import heed_lacks
from kbtool.matching.advice.retiring import find_retirable
from kbtool.matching.advice.splitting import find_splits
from kbtool.matching.advice.verdicts import Alone, Verdict
from kbtool.matching.coverage import share_answered
from kbtool.matching.faults.answering import find_unanswered
from kbtool.matching.faults.confusable import find_confusable
from kbtool.matching.faults.contradictions import weigh_claims
from kbtool.matching.faults.copies import find_copies
from kbtool.matching.judging.evidence import find_matches, words_of
from kbtool.matching.options import GapOptions
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.text.asked import Asked
from kbtool.matching.trust.calibration import FEWEST
from kbtool.matching.trust.minimums import warn_of_little, warn_of_none
from kbtool.matching.trust.thresholds import Judged, try_thresholds
from kbtool.model import (
    Advice,
    Calibration,
    Controls,
    Gap,
    GapReport,
    Interval,
    KnowledgeBase,
    Match,
    Question,
    QuestionMatch,
    Scores,
)

EVEN = 0.5  # score at which an answer and a gap are equally likely


class Findings(Struct, frozen=True):
    """Everything that was worked out about a log."""

    questions: Sequence[Question]
    unmatchable: Sequence[Question]
    asked: Sequence[Asked]
    alone: Alone
    learned: bool  # whether scores rest on the user's own articles
    calibration: Calibration | None
    controls: Controls | None
    verdicts: Sequence[Verdict]
    gaps: tuple[Gap, ...]
    options: GapOptions
    costs: CostsTable

    @property
    def threshold(self) -> float:
        """Score from which a match counts as an answer."""
        return EVEN if self.options.threshold is None else self.options.threshold


def assemble(kb: KnowledgeBase, matcher: Matcher, findings: Findings) -> GapReport:
    """Report with one match for each question, in the order of the input."""
    unmatchable = tuple(question.id for question in findings.unmatchable)
    matches = _match_all(matcher, findings)
    least = findings.options.min_askers
    left_out = frozenset(unmatchable)
    known = [match for match in matches if match.question not in left_out]
    unanswered = find_unanswered(kb, findings.questions, matches, findings.threshold, least)
    clusters = heed_lacks((verdict.cluster for verdict in findings.verdicts), unanswered)
    coverage = _coverage(known, findings.questions)
    copies = find_copies(kb.articles)
    weighed = weigh_claims(kb, matches)
    return GapReport(
        gaps=findings.gaps,
        clusters=tuple(sorted(clusters, key=lambda cluster: (-cluster.askers, cluster.id))),
        matches=matches,
        coverage=coverage,
        ungrouped=tuple(match.question for match in known if not match.cluster),
        unmatchable=unmatchable,
        threshold=findings.threshold,
        threshold_basis=_basis(findings),
        unanswered=unanswered,
        contradictions=weighed.contradictions,
        compared=weighed.compared,
        confusable=find_confusable(
            matcher, findings.asked, findings.alone.judged, findings.threshold, least, copies
        ),
        copies=copies,
        warnings=(*warn_of_controls(coverage, findings.controls), *_warnings(kb, findings)),
        advice=_advise(kb, matcher, findings, matches),
        calibration=findings.calibration,
        controls=findings.controls,
        cost_basis=describe_costs(findings.costs),
        scores=_score(findings, known),
        min_askers=least,
    )


def empty_report(
    kb: KnowledgeBase, questions: Sequence[Question], options: GapOptions
) -> GapReport:
    """Report on a log in which there is nothing to match."""
    reason = "No question holds a word to match." if questions else "There are no questions."
    return GapReport(
        gaps=(),
        clusters=(),
        matches=tuple(QuestionMatch(question.id, None, False, "") for question in questions),
        coverage=Interval(0.0, 0.0, 1.0),
        ungrouped=(),
        unmatchable=tuple(question.id for question in questions),
        threshold=options.threshold or 0.0,
        threshold_basis="none was needed",
        copies=find_copies(kb.articles),
        warnings=(reason, *warn_of_none(len(kb.articles))),
        min_askers=options.min_askers,
    )


def _advise(
    kb: KnowledgeBase, matcher: Matcher, findings: Findings, matches: Sequence[QuestionMatch]
) -> tuple[Advice, ...]:
    """What to do about single articles, most questions first."""
    advice = [
        *find_splits(kb, findings.verdicts),
        *find_retirable(kb, matcher, findings.questions, matches),
    ]
    return tuple(sorted(advice, key=lambda one: (-len(one.questions), one.article, one.action)))


def _score(findings: Findings, matches: Sequence[QuestionMatch]) -> Scores:
    """Scores that verdicts rest on: of a question's group, and of questions in none their own."""
    scores = {
        question.id: score
        for wording, score in zip(findings.asked, findings.alone.judged.best, strict=True)
        for question in wording.questions
    }
    large = [v for v in findings.verdicts if v.cluster.askers >= findings.options.min_askers]
    for verdict in findings.verdicts:
        scores.update(dict.fromkeys(verdict.cluster.questions, verdict.group.score))
    return try_thresholds(
        Judged.of((scores[match.question], match.answered) for match in matches),
        Judged.of((verdict.group.score, verdict.answered) for verdict in large),
        [verdict.group for verdict in findings.verdicts],
        findings.threshold,
        findings.calibration,
    )


def _match_all(matcher: Matcher, findings: Findings) -> tuple[QuestionMatch, ...]:
    words = (words_of(wording.doc) for wording in findings.asked)  # one at a time: bounds memory
    best = find_matches(matcher, findings.alone.judged, words)
    verdicts = {
        question.id: verdict
        for verdict in findings.verdicts
        for wording in verdict.group.asked
        for question in wording.questions
    }
    matched = {
        question.id: _match_one(question, match, verdicts.get(question.id), findings.alone, row)
        for row, (wording, match) in enumerate(zip(findings.asked, best, strict=True))
        for question in wording.questions
    }
    return tuple(
        matched.get(question.id, QuestionMatch(question.id, None, False, ""))
        for question in findings.questions
    )


def _match_one(
    question: Question, match: Match | None, verdict: Verdict | None, alone: Alone, row: int
) -> QuestionMatch:
    """What a question found: as its group in one, else as it was judged alone, at ``row``."""
    may_wait = match is not None and bool(alone.unfilled[row])
    if verdict is not None:
        waits, cluster = may_wait and verdict.waiting, verdict.cluster.id
        nearest = verdict.cluster.nearest
        if may_wait and verdict.answered and nearest is not None:
            match = nearest  # what is not filled in answers nobody: the group's article does
        return QuestionMatch(question.id, match, verdict.answered, cluster, waits)
    answered, waits = bool(alone.answered[row]), may_wait and bool(alone.waiting[row])
    return QuestionMatch(question.id, match, answered and match is not None, "", waits)


def _coverage(matches: Iterable[QuestionMatch], questions: Iterable[Question]) -> Interval:
    by_id = {question.id: question for question in questions}
    asked = ((by_id[match.question], match.answered) for match in matches)
    return share_answered(asked) or Interval(0.0, 0.0, 1.0)


def warn_of_controls(coverage: Interval, controls: Controls | None) -> Iterable[str]:
    """Says where the interval of articles that answer nothing reaches that of yours."""
    if controls is None:
        return
    named = (
        ("your own articles with their sentences dealt out anew", controls.shuffled),
        ("texts about something else", controls.foreign),
    )
    for name, share in named:
        if share is not None and share.value > 0 and share.high >= coverage.low:
            yield (
                f"{name[0].upper()}{name[1:]} would seem to answer {100 * share.value:.0f} of 100 "
                f"questions, your articles {100 * coverage.value:.0f} "
                f"({100 * coverage.low:.0f} to {100 * coverage.high:.0f}): that is too close to "
                "tell real answers from words in common, so look at some before you trust a share."
            )
            return


def _warnings(kb: KnowledgeBase, findings: Findings) -> Iterable[str]:
    yield from warn_of_none(len(kb.articles))
    yield from warn_of_little(
        len(findings.questions),
        learned=findings.learned or not kb.articles,
        hints="gaps",
        therefore="every gap counts as weak",
    )
    if kb.articles and findings.learned and findings.calibration is None:
        yield (
            f"{len(findings.verdicts)} groups of questions are too few to tell how often verdicts "
            f"err, {FEWEST} would do: every gap counts as weak."
        )


def _basis(findings: Findings) -> str:
    """How the threshold was found, with how often it errs on the user's own articles."""
    if findings.options.threshold is not None:
        basis = "set by you"
    elif findings.learned:
        basis = "even odds, learned on your own articles"
    else:
        return "even odds by default, as there is too little to learn from"
    rates = findings.calibration
    if rates is None:
        return basis
    return (
        f"{basis}: at most {rates.false_gaps:.0%} of {rates.groups} groups with an article are "
        f"called gaps, at most {rates.missed_gaps:.0%} called answered without it"
    )
