"""Health -> the report as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from kbtool.health import ArticleHealth, Health
from kbtool.model import (
    Action,
    Cluster,
    Finding,
    Gap,
    Match,
    Note,
    Question,
    QuestionMatch,
)
from kbtool.render.report.changed import tell_changed
from kbtool.render.report.document import (
    SCHEMA,
    ArticleEntry,
    Document,
    FindingEntry,
    GapEntry,
    Group,
    Place,
    QuestionEntry,
    ReleaseEntry,
)
from kbtool.render.report.figures import tell_summary
from kbtool.render.report.flowed import tell_flow
from kbtool.render.report.spread import (
    Estimate,
    PassageEntry,
    estimate,
    list_trend_days,
    spread_coverage,
    spread_hands,
    spread_passages,
    spread_weeks,
)
from kbtool.render.views.facets import Facets, find_facets, find_places
from kbtool.render.views.facets import Place as WhereKept
from kbtool.render.views.gaps import GapViewer
from kbtool.render.views.library import Library, Shelf, make_library
from kbtool.render.views.meta import ReportMeta
from kbtool.render.views.quotes import Quoter

_SEVERITIES: dict[int, Literal["info", "warning", "error"]] = {
    1: "info",
    2: "warning",
    3: "error",
}


def build_document(health: Health, meta: ReportMeta) -> Document:
    """Everything that a report says; texts that must not be quoted are gone already."""
    found, log, places = health.gaps, health.log, find_places(meta.kb)
    matches = {match.question: match for match in found.matches}
    library = make_library(meta.kb)
    return Document(
        schema_=SCHEMA,
        title=meta.title,
        made_on=meta.made_on,
        versions=dict(meta.versions),
        settings=meta.settings,
        sources=meta.sources,
        summary=tell_summary(health),
        gaps=tuple(_gaps(health, library, places)),
        clusters=tuple(map(_group, found.clusters)),
        questions=tuple(_question(one, matches.get(one.id)) for one in health.questions),
        not_grouped=found.ungrouped,
        unmatchable=found.unmatchable,
        found_not_answered=found.unanswered,
        contradictions=found.contradictions,
        confusable=found.confusable,
        advice=found.advice,
        other_languages=health.unserved,
        articles=tuple(_article(one, library) for one in health.articles),
        findings_elsewhere=tuple(_finding(one) for one in health.elsewhere),
        criteria=health.criteria,
        threshold=found.threshold,
        threshold_basis=found.threshold_basis,
        calibration=found.calibration,
        scores=found.scores,
        cost_basis=found.cost_basis,
        controls=found.controls,
        changes=tell_changed(health.changes),
        releases=tuple(ReleaseEntry(one.day, one.name) for one in meta.releases),
        cleaned=dict(sorted(log.steps.items())) if log else {},
        masked=dict(sorted(log.masked.items())) if log else {},
        unmasked=bool(log and log.unmasked),
        warnings=(*found.warnings, *(log.warnings if log else ())),
        not_checked=meta.not_checked,
        coverage_by=spread_coverage(health, library),
        hands=spread_hands(health),
        periods=spread_weeks(health),
        trend_days=list_trend_days(health),
        flow=tell_flow(health.flow),
    )


def _gaps(health: Health, library: Library, places: Mapping[str, WhereKept]) -> Iterator[GapEntry]:
    viewer = GapViewer(health, library, Quoter.of(health, 1), 1, places)
    for rank, gap in enumerate(health.ranked_gaps, 1):
        note, facets = health.notes.get(gap.id, Note(gap.id)), find_facets(gap, health, places)
        yield _gap(rank, gap, note, facets, tuple(spread_passages(viewer.view(rank, gap))))


def _gap(
    rank: int, gap: Gap, note: Note, facets: Facets, passages: tuple[PassageEntry, ...]
) -> GapEntry:
    return GapEntry(
        rank=rank,
        id=gap.id,
        confidence=gap.confidence,
        probability=gap.probability,
        per_month=estimate(gap.per_month),
        cost=estimate(gap.cost),
        effort=gap.effort,
        effort_why=gap.effort_why,
        asks=gap.asks,
        section=facets.section,
        channels=facets.channels,
        locales=facets.locales,
        status=note.status,
        owner=note.owner,
        reason=note.reason,
        keeper=facets.owner if facets.owner != note.owner else "",
        passages=passages,
        csat=estimate(facets.ratings.mean) if facets.ratings else None,
        csat_ratings=facets.ratings.number if facets.ratings else 0,
        contacts=estimate(gap.contacts),
        spared=gap.spared,
        certain=gap.certain,
        doubt=gap.doubt,
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


_UNKNOWN = Shelf("", "", "", None, None, 0)


def _article(article: ArticleHealth, library: Library) -> ArticleEntry:
    shelf = library.shelves.get(article.path, _UNKNOWN)
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
        seriousness=article.seriousness,
        section=shelf.section,
        locale=shelf.locale,
        owner=shelf.owner,
        views=shelf.views,
        votes=shelf.votes,
        helpful=estimate(shelf.helpful),
        waiting=article.waiting,
        waiting_questions=article.waiting_questions,
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


def _place(match: Match | None) -> Place | None:
    if match is None:
        return None
    return Place(match.article, match.title, match.passage, match.score, match.terms, match.missing)
