"""What a bot would say to each question of a log: articles, how sure we are, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from threadpoolctl import threadpool_limits

from kbtool.engines import Engine
from kbtool.matching.clusters.grouping import Labels
from kbtool.matching.faults.contradictions import find_contradictions
from kbtool.matching.handing import Handing, Place
from kbtool.matching.judging.evidence import Word, describe_match, words_of
from kbtool.matching.judging.grounding import BEYOND_WORDS
from kbtool.matching.judging.survey import Survey, form_labels, read_log, survey
from kbtool.matching.judging.texts import judge_groups, mean_odds
from kbtool.matching.options import GapOptions
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.ranked import Places, Ranked
from kbtool.matching.text.features import Scores
from kbtool.matching.trust.minimums import warn_of_answers
from kbtool.model import (
    Answer,
    Candidate,
    Contradiction,
    Decision,
    KnowledgeBase,
    Question,
    QuestionMatch,
    Reason,
)

# How sharply one article is preferred to the next: the power of its fit in its share of all. The
# likeliest on stackfaq, banking77, hwu64 and thunderbird, without and with solved questions, are
# 10.8, 6.5, 4.0, 7.0 and 7.4.
_SHARPNESS = 7.0
# Share of the second article in that of the first from which a bot should ask. Above it the first
# is right for 20 to 59 in 100 questions of these sets and one of the two for 38 to 81; below half
# of it the first is right for 74 to 97.
_CLOSE = 0.6
_EVEN = 0.5
# Probability below which an article, or the two best together, is too unlikely to be named. Of
# questions asked back with less, one of the two is right for 10 to 57 in 100, with more for 44 to
# 100; of those answered with less, the article is right for 23 to 74 in 100, with more mostly for
# 80 and up (stackfaq, banking77, hwu64, thunderbird).
_FAIR = 0.3


class Described(NamedTuple):
    """An answer by odds alone, with the place of each candidate."""

    answer: Answer
    places: list[Place]


class Judgement(Struct, frozen=True):
    """What is known of each wording."""

    fits: Ranked
    probabilities: Scores  # that the article answers and no other does, (n_wordings, n_kept)
    gaps: Scores  # (n_wordings,)

    @classmethod
    def of(cls, fits: Ranked, answered: Scores) -> Judgement:
        """The probability that any article answers, shared out among those that fit."""
        answered = np.where(fits.first() >= 0, answered, 0.0)
        powers = fits.scores.astype(np.float64) ** _SHARPNESS
        shares = powers / np.maximum(powers.sum(axis=1, keepdims=True), 1e-30)
        return cls(fits, answered[:, None] * shares, 1 - answered)

    def at(self, row: int) -> Judgement:
        """What is known of one wording alone."""
        fits = Ranked(self.fits.articles[[row]], self.fits.scores[[row]])
        return Judgement(fits, self.probabilities[[row]], self.gaps[[row]])


def answer_questions(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
    teachers: Sequence[Question] = (),
    top: int = 10,
    engine: Engine | None = None,
) -> tuple[Answer, ...]:
    """One answer a question, in the order of the input, each with at most ``top`` articles.

    ``teachers`` are questions that agents resolved: kbtool learns from them. Questions are judged
    together, since what others ask helps to understand each. An ``engine`` matches them elsewhere.
    """
    with threadpool_limits(limits=1, user_api="blas"):
        log = read_log(kb, questions, bare=True)
        answers = {question.id: unmatched(question.id) for question in log.unmatchable}
        if log.asked:
            found = survey(kb, log, options, teachers, engine)
            verdicts = judge_log(found, options)
            answers |= _settle_all(kb, found, verdicts, describe_all(found, verdicts, top))
            learned = verdicts.learned
        else:
            learned = False
        warnings = warn_of_answers(len(kb.articles), len(questions), learned=learned)
        finish = partial(_finish, top=top, warnings=warnings, by_default=not learned)
        return tuple(finish(answers[question.id]) for question in questions)


class Verdicts(Struct, frozen=True):
    """What is known of a log."""

    judged: Judgement
    labels: Labels  # group of each wording, (n_wordings,)
    groups: Scores  # how likely the group of each is answered, (n_wordings,)
    learned: bool  # whether both rest on the user's own articles


def judge_log(found: Survey, options: GapOptions) -> Verdicts:
    """What is known of the wordings of a log.

    Odds of a gap are the mean of those of the question and of its group.

    With a quarter of the articles left out, AUROC of gaps by question, group and both is .89 .91
    .92 on stackfaq, .84 .83 .85 on banking77, .84 .80 .84 on hwu64. The group is worth .026 on
    stackfaq (.019 to .032), .010 on banking77 (.004 to .018), nothing on hwu64.
    """
    labels = form_labels(found, options.group_distance)
    by_group = judge_groups(found.matcher, labels, found.single)
    groups = by_group.best[labels]
    judged = Judgement.of(found.fits, mean_odds(found.single.best, groups))
    return Verdicts(judged, labels, groups, found.single.learned and by_group.learned)


def describe_all(found: Survey, verdicts: Verdicts, top: int) -> list[Described]:
    """The answer to each wording, by odds alone; at least two articles are looked at."""
    kept = verdicts.judged.fits.articles[:, : max(top, 2)]
    lines = found.matcher.find_lines(found.matcher.vectors, kept)
    learned = found.matcher.learned(kept)
    return [
        describe_answer(found.matcher, verdicts.judged, row, words_of(wording.doc), lines, learned)
        for row, wording in enumerate(found.log.asked)
    ]


def find_disputes(
    kb: KnowledgeBase, found: Survey, verdicts: Verdicts, described: Sequence[Described]
) -> tuple[Contradiction, ...]:
    """Contradictions of articles; questions of the log tell what these are about."""
    labels = verdicts.labels.tolist()
    matches = [
        QuestionMatch(question.id, best, answered=True, cluster=str(label))
        for wording, (answer, _), label in zip(found.log.asked, described, labels, strict=True)
        for best in [answer.candidates[0].match if answer.candidates else None]
        for question in wording.questions
    ]
    return find_contradictions(kb, matches, everywhere=True)


def _settle_all(
    kb: KnowledgeBase, found: Survey, verdicts: Verdicts, described: Sequence[Described]
) -> dict[str, Answer]:
    handing = Handing(kb, found.matcher, find_disputes(kb, found, verdicts, described))
    answers: dict[str, Answer] = {}
    for wording, (answer, places) in zip(found.log.asked, described, strict=True):
        pointed = handing.point(answer, wording.text, wording.doc, places)
        settled = handing.settle(pointed[0], wording.text, wording.doc, pointed[1])
        answers |= {q.id: replace(settled, question=q.id) for q in wording.questions}
    return answers


def _finish(answer: Answer, top: int, warnings: tuple[str, ...], *, by_default: bool) -> Answer:
    candidates = answer.candidates[:top]
    return replace(answer, candidates=candidates, warnings=warnings, by_default=by_default)


def describe_answer(
    matcher: Matcher,
    judged: Judgement,
    row: int,
    words: Sequence[Word],
    lines: Places,
    learned: Scores,
) -> Described:
    """Answer to the question in a row; ``lines`` and ``learned`` are (n_wordings, top)."""
    candidates = tuple(
        Candidate(
            describe_match(matcher, article, line, float(judged.fits.scores[row, rank]), words),
            round(float(judged.probabilities[row, rank]), 6),
            round(float(learned[row, rank]), 6),
        )
        for rank, (article, line) in enumerate(
            zip(judged.fits.articles[row, : lines.shape[1]].tolist(), lines[row], strict=True)
        )
        if article >= 0 and judged.fits.scores[row, rank] > 0
    )
    gap = round(float(judged.gaps[row]), 6) if candidates else 1.0
    decision = Decision.HANDOFF
    if candidates and (candidates[0].match.terms or judged.fits.scores[row, 0] >= BEYOND_WORDS):
        decision = decide(judged.probabilities[row], gap)
    found = zip(judged.fits.articles[row].tolist(), lines[row].tolist(), strict=False)
    return Described(Answer("", candidates, gap, decision), list(found)[: len(candidates)])


def decide(probabilities: Scores, gap: float) -> Decision:
    """What a bot should do, by the probabilities of its articles, the best first, and of a gap."""
    first, second = probabilities[:2].tolist()
    if gap > _EVEN or first + second < _FAIR:
        return Decision.HANDOFF
    if first < _FAIR or second >= _CLOSE * first:
        return Decision.CLARIFY
    return Decision.ANSWER


def unmatched(name: str) -> Answer:
    """Answer to a text without a word."""
    return Answer(name, (), 1.0, Decision.HANDOFF, Reason.NOTHING)
