"""Health -> the report as data."""

from __future__ import annotations

from typing import Literal

from kbtool.health import ArticleHealth, Health
from kbtool.health.documentable import coverage_of_texts
from kbtool.health.figures import sum_cost
from kbtool.health.people import count_gap_people, rate_gap_people
from kbtool.model import (
    Action,
    Changes,
    Cluster,
    Finding,
    Gap,
    Interval,
    Match,
    Move,
    Moves,
    Note,
    Question,
    QuestionMatch,
)
from kbtool.render.report.document import (
    SCHEMA,
    AdvisedEntry,
    ArticleEntry,
    ChangesEntry,
    Closed,
    Document,
    Estimate,
    FindingEntry,
    GapEntry,
    Group,
    MoveEntry,
    MovesEntry,
    Place,
    QuestionEntry,
    ReleaseEntry,
    Summary,
)
from kbtool.render.report.facets import Facets, find_facets, find_places
from kbtool.render.report.meta import ReportMeta

_SEVERITIES: dict[int, Literal["info", "warning", "error"]] = {
    1: "info",
    2: "warning",
    3: "error",
}


def build_document(health: Health, meta: ReportMeta) -> Document:
    """Everything that a report says; texts that must not be quoted are gone already."""
    found, log, places = health.gaps, health.log, find_places(meta.kb)
    matches = {match.question: match for match in found.matches}
    return Document(
        schema_=SCHEMA,
        title=meta.title,
        made_on=meta.made_on,
        versions=dict(meta.versions),
        settings=meta.settings,
        sources=meta.sources,
        summary=_summary(health),
        gaps=tuple(
            _gap(
                rank, gap, health.notes.get(gap.id, Note(gap.id)), find_facets(gap, health, places)
            )
            for rank, gap in enumerate(health.ranked_gaps, 1)
        ),
        clusters=tuple(map(_group, found.clusters)),
        questions=tuple(_question(one, matches.get(one.id)) for one in health.questions),
        not_grouped=found.ungrouped,
        unmatchable=found.unmatchable,
        found_not_answered=found.unanswered,
        contradictions=found.contradictions,
        confusable=found.confusable,
        advice=found.advice,
        other_languages=health.unserved,
        articles=tuple(map(_article, health.articles)),
        findings_elsewhere=tuple(_finding(one) for one in health.elsewhere),
        criteria=health.criteria,
        threshold=found.threshold,
        threshold_basis=found.threshold_basis,
        calibration=found.calibration,
        scores=found.scores,
        cost_basis=found.cost_basis,
        controls=found.controls,
        changes=_changes(health.changes),
        releases=tuple(ReleaseEntry(one.day, one.name) for one in meta.releases),
        cleaned=dict(sorted(log.steps.items())) if log else {},
        masked=dict(sorted(log.masked.items())) if log else {},
        unmasked=bool(log and log.unmasked),
        warnings=(*found.warnings, *(log.warnings if log else ())),
        not_checked=meta.not_checked,
    )


def _summary(health: Health) -> Summary:
    first, last = health.window or (None, None)
    return Summary(
        questions=len(health.questions),
        first_day=first,
        last_day=last,
        excluded=dict(health.left_out),
        coverage=_estimate(health.coverage),
        coverage_of_texts=_estimate(coverage_of_texts(health)),
        gaps=len(health.gaps.gaps),
        gap_askers=health.gap_askers,
        gap_askers_per_month=_estimate(health.gap_askers_per_month),
        gap_people=count_gap_people(health),
        gap_people_per_month=_estimate(rate_gap_people(health)),
        cost=_estimate(sum_cost(health.gaps.gaps)),
        articles=len(health.articles),
        bands=dict(health.bands.items()),
    )


def _gap(rank: int, gap: Gap, note: Note, facets: Facets) -> GapEntry:
    return GapEntry(
        rank=rank,
        id=gap.id,
        confidence=gap.confidence,
        probability=gap.probability,
        per_month=_estimate(gap.per_month),
        cost=_estimate(gap.cost),
        effort=gap.effort,
        effort_why=gap.effort_why,
        asks=gap.asks,
        section=facets.section,
        channels=facets.channels,
        locales=facets.locales,
        status=note.status,
        owner=note.owner,
        reason=note.reason,
        csat=_estimate(facets.ratings.mean) if facets.ratings else None,
        csat_ratings=facets.ratings.number if facets.ratings else 0,
    )


def _group(cluster: Cluster) -> Group:
    handed = cluster.action is Action.HANDOFF
    return Group(
        id=cluster.id,
        label=cluster.label,
        decision="answered" if cluster.answered else "handoff" if handed else "gap",
        action=cluster.action.value,
        need=cluster.need.value,
        why=cluster.why,
        askers=cluster.askers,
        questions=cluster.questions,
        covered=Estimate(*cluster.covered),
        nearest=_place(cluster.nearest),
        runner_up=_place(cluster.runner_up),
        words=cluster.words,
        themes=cluster.themes,
        trend=cluster.trend,
    )


def _question(question: Question, match: QuestionMatch | None) -> QuestionEntry:
    return QuestionEntry(
        id=question.id,
        text=question.text,
        asked_at=question.asked_at.isoformat() if question.asked_at else None,
        channel=question.channel,
        cluster=(match.cluster or None) if match else None,
        answered=bool(match and match.answered),
        article=match.best.article if match and match.best else None,
    )


def _article(article: ArticleHealth) -> ArticleEntry:
    return ArticleEntry(
        id=article.id,
        path=article.path,
        title=article.title,
        words=article.words,
        demand=article.demand,
        urgency=article.urgency,
        age_days=article.age,
        band=article.band,
        blocked_by=article.blocked_by,
        questions=article.questions,
        findings=(
            *(_finding(one) for one in article.findings),
            *(_finding(one, silenced=True) for one in article.suppressed),
        ),
        criteria=article.criteria,
    )


def _finding(finding: Finding, *, silenced: bool = False) -> FindingEntry:
    return FindingEntry(
        path=finding.path,
        line=finding.line,
        column=finding.column,
        code=finding.code,
        rule=finding.rule,
        severity=_SEVERITIES[finding.severity],
        message=finding.message,
        silenced=silenced,
    )


def _changes(changes: Changes | None) -> ChangesEntry | None:
    if changes is None:
        return None
    return ChangesEntry(
        since=changes.before.day,
        coverage=_estimate(changes.before.coverage),
        gaps=changes.before.gaps,
        opened=changes.opened,
        closed=tuple(Closed(one.id, one.label, one.askers, one.why) for one in changes.closed),
        warnings=changes.warnings,
        regrouped=changes.regrouped,
        questions=changes.before.questions,
        bands=dict(changes.before.bands),
        same_questions=changes.exact,
        figures=_moves(changes.moves),
        advice=tuple(
            AdvisedEntry(one.id, one.label, one.askers, one.before, one.now, one.why)
            for one in changes.advised
        ),
        familiar=changes.familiar,
    )


def _moves(moves: Moves) -> MovesEntry:
    return MovesEntry(
        coverage=_move(moves.coverage),
        coverage_of_texts=_move(moves.text_coverage),
        gap_people_per_month=_move(moves.people_per_month),
        cost=_move(moves.cost),
    )


def _move(move: Move | None) -> MoveEntry | None:
    if move is None:
        return None
    return MoveEntry(
        before=_estimate(move.before),
        change=_estimate(move.change),
        same_questions=move.exact,
        more_than_chance=move.certain,
        not_comparable=move.hindrance,
    )


def _place(match: Match | None) -> Place | None:
    if match is None:
        return None
    return Place(match.article, match.title, match.passage, match.score, match.terms, match.missing)


def _estimate(interval: Interval | None) -> Estimate | None:
    return Estimate(*interval) if interval else None
