"""What ``assess`` returns: one value for an article, one for the whole knowledge base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from math import sqrt
from typing import Literal

from msgspec import Struct

from kbtool.health.bands import BANDS, Band, blocks, weigh
from kbtool.health.ranking import is_dismissed, rank_gaps
from kbtool.model import (
    Advised,
    Changes,
    Cluster,
    Finding,
    Flow,
    Gap,
    GapReport,
    Interval,
    Note,
    Question,
    QuestionLog,
    QuestionMatch,
    Severity,
    Unserved,
    count_askings,
)
from kbtool.questions.foreign import list_unserved


class Criterion(Struct, frozen=True):
    """One criterion of readiness, answered."""

    id: str  # "R01" to "R32" for an article, "K01" to "K12" for the whole
    name: str  # "title as customers ask"
    answer: Literal["yes", "no", "not measured"]
    evidence: str  # one sentence: what was seen, or what is missing to tell


class ArticleHealth(Struct, frozen=True, dict=True):
    """One article: what is wrong with it and how many people it matters to."""

    id: str
    path: str
    title: str  # its id where it has no title
    words: int
    findings: tuple[Finding, ...]  # by position
    suppressed: tuple[Finding, ...]  # silenced; they count all the same
    demand: int  # people whose question it answers best, and those who wait for it
    questions: tuple[str, ...]  # ids of the questions that it answers, in the order of the log
    age: int | None  # days since ``reviewed`` in the front matter; None without a date
    band: Band
    criteria: tuple[Criterion, ...] = ()  # by id
    waiting: int = 0  # people of the demand whose question it would answer if it were filled in
    waiting_questions: tuple[str, ...] = ()  # ids of these, none of which it answers

    @cached_property
    def worst_first(self) -> tuple[Finding, ...]:
        """All findings, silenced ones included: no comment makes an article better."""
        return tuple(
            sorted(
                (*self.findings, *self.suppressed),
                key=lambda found: (-weigh(found), -found.severity, found.span, found.code),
            )
        )

    @cached_property
    def blocked_by(self) -> tuple[str, ...]:
        """Names of the rules that block it, silenced or not; empty in the other bands."""
        return tuple(dict.fromkeys(found.rule for found in self.worst_first if blocks(found)))

    def count(self, severity: Severity) -> int:
        """Number of findings of a severity, silenced ones included."""
        return sum(finding.severity is severity for finding in self.worst_first)

    @cached_property
    def seriousness(self) -> int:
        """How bad its findings are together, from 0; silenced ones count all the same.

        A rule counts once, with its worst finding: 10 where it blocks the article, 3 for another
        error or a warning, 1 for a note. Repeats are left out so that one talkative rule does not
        outweigh a broken step.
        """
        worst: dict[str, int] = {}
        for finding in self.worst_first:
            worst[finding.code] = max(weigh(finding), worst.get(finding.code, 0))
        return sum(worst.values())

    @property
    def urgency(self) -> int:
        """People times seriousness, from 0; one person is added so that no problem counts nothing.

        Silenced findings count: silencing one moves no article down the list.
        """
        return (self.demand + 1) * self.seriousness

    @property
    def needs_mending(self) -> bool:
        """Whether it is not ready; findings that keep it so may be silenced."""
        return self.band != "ready"


class Health(Struct, frozen=True, dict=True):
    """Everything that a report says about one knowledge base."""

    articles: tuple[ArticleHealth, ...]  # what to fix first comes first
    elsewhere: tuple[Finding, ...]  # findings in files that are no articles
    gaps: GapReport
    questions: tuple[Question, ...]  # in the order of the log
    log: QuestionLog | None = None  # what was read and left out; None where nobody kept it
    criteria: tuple[Criterion, ...] = ()  # of the whole knowledge base, by id
    changes: Changes | None = None  # since the run before; None where there is none
    notes: Mapping[str, Note] = {}  # by id of the gap
    flow: Flow | None = None  # of gaps up to this run; None where runs are not kept

    @property
    def coverage(self) -> Interval | None:
        """Share of all times asked that an article answers, 0 to 1; None without a question."""
        return self.gaps.coverage if self.questions else None

    @cached_property
    def askings(self) -> int | None:
        """How many times the questions were asked; None where each was asked once."""
        return count_askings(self.questions)

    @cached_property
    def question(self) -> dict[str, Question]:
        """Question of an id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def bands(self) -> dict[Band, int]:
        """Number of articles in each band, the worst band first."""
        counts = Counter(article.band for article in self.articles)
        return {band: counts[band] for band in BANDS}

    @cached_property
    def window(self) -> tuple[date, date] | None:
        """First and last day on which a question was asked; None where no question has a date."""
        days = sorted(question.asked_at.date() for question in self.questions if question.asked_at)
        return (days[0], days[-1]) if days else None

    @cached_property
    def left_out(self) -> tuple[tuple[str, int], ...]:
        """Why rows of the log were left out, with their number, the most frequent reason first."""
        if self.log is None:
            return ()
        reasons = Counter(self.log.left_out)
        reasons.update(row.reason for row in self.log.rejected)
        if self.log.more_rejected:
            reasons["could not be read"] += self.log.more_rejected
        return tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def unserved(self) -> tuple[Unserved, ...]:
        """Languages of the log that no article is written in, most questions first."""
        return list_unserved(dict(self.left_out), len(self.questions))

    @cached_property
    def answered(self) -> tuple[Cluster, ...]:
        """Groups that an article answers and that people ask all the same, the largest first."""
        missing = {gap.id for gap in self.gaps.gaps}
        answered = {match.cluster for match in self.gaps.matches if match.answered}
        groups = (c for c in self.gaps.clusters if c.id in answered - missing and c.nearest)
        return tuple(sorted(groups, key=lambda group: (-group.askers, group.id)))

    @cached_property
    def unanswered(self) -> tuple[QuestionMatch, ...]:
        """Questions that no article answers, in the order of the log.

        Those without a word to match are left out, as they are from the coverage.
        """
        unmatchable = set(self.gaps.unmatchable)
        matches = (match for match in self.gaps.matches if not match.answered)
        return tuple(match for match in matches if match.question not in unmatchable)

    @cached_property
    def small_groups(self) -> int:
        """Number of groups that no article answers and that were too small to be called gaps."""
        missing = {gap.id for gap in self.gaps.gaps}
        return len({match.cluster for match in self.unanswered} - missing - {""})

    @property
    def to_mend(self) -> tuple[ArticleHealth, ...]:
        """Articles that are not ready, the most urgent first."""
        return tuple(one for one in self.articles if one.needs_mending)

    def is_dismissed(self, gap: Gap) -> bool:
        """Whether somebody decided that a gap needs no article."""
        return is_dismissed(self.notes.get(gap.id))

    def is_in_hand(self, gap: Gap) -> bool:
        """Whether somebody planned a gap or took it over, and it is not dismissed."""
        note = self.notes.get(gap.id)
        return note is not None and note.status != "dismissed" and not _is_free(note)

    def status_of(self, gap: Gap) -> str:
        """What was decided about a gap, or "new" for one that the run before did not have."""
        note = self.notes.get(gap.id)
        if note and note.status != "open":
            return note.status
        return "new" if self.changes and gap.id in self.changes.opened else "open"

    @cached_property
    def advised(self) -> dict[str, Advised]:
        """Gaps by their id for which the run before advised something else."""
        return {one.id: one for one in self.changes.advised} if self.changes else {}

    @cached_property
    def open_gaps(self) -> tuple[Gap, ...]:
        """Gaps that nobody dismissed, by rank."""
        return tuple(gap for gap in self.gaps.gaps if not self.is_dismissed(gap))

    @property
    def gaps_to_begin(self) -> tuple[tuple[int, Gap], ...]:
        """Open gaps with their ranks, in the order to begin them: those in hand come last."""
        ranked = enumerate(self.open_gaps, 1)
        return tuple(sorted(ranked, key=lambda item: self.is_in_hand(item[1])))

    @cached_property
    def ranked_gaps(self) -> tuple[Gap, ...]:
        """All gaps by rank: dismissed ones come after the open ones."""
        return rank_gaps(self.gaps.gaps, self.notes)

    @property
    def gap_share(self) -> float | None:
        """Share of what was asked unanswered that lies in gaps; None if all is answered."""
        missing = {gap.id for gap in self.gaps.gaps}
        times = {question.id: question.weight for question in self.questions}
        asked = [(times.get(m.question, 1.0), m.cluster in missing) for m in self.unanswered]
        total = sum(number for number, _ in asked)
        return sum(number for number, inside in asked if inside) / total if total else None

    @property
    def gap_askers(self) -> int:
        """People in all gaps; one who asked about two gaps counts twice."""
        return sum(gap.cluster.askers for gap in self.gaps.gaps)

    @property
    def gap_askers_per_month(self) -> Interval | None:
        """People in all gaps per 30 days; None where a gap has no dates, or without gaps.

        The gaps are taken as independent, so distances to the bounds add up as squares do.
        """
        rates = [gap.per_month for gap in self.gaps.gaps if gap.per_month]
        if not rates or len(rates) < len(self.gaps.gaps):
            return None
        total = sum(rate.value for rate in rates)
        below = sqrt(sum((rate.value - rate.low) ** 2 for rate in rates))
        above = sqrt(sum((rate.high - rate.value) ** 2 for rate in rates))
        return Interval(total, max(0.0, total - below), total + above)


def _is_free(note: Note) -> bool:
    return note.status == "open" and not note.owner.strip()
