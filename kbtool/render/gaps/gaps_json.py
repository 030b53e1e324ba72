"""Gaps as JSON, schema ``kbtool.gaps/1``: fields may be added, none changes its meaning."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from msgspec.structs import asdict

from kbtool.health import rank_gaps
from kbtool.model import (
    Action,
    Calibration,
    Cluster,
    Controls,
    CostBasis,
    Gap,
    GapReport,
    Interval,
    KnowledgeBase,
    Match,
    Note,
    QuestionLog,
    Scores,
    Trend,
)
from kbtool.questions.foreign import list_unserved
from kbtool.render.gaps.articles_json import list_findings
from kbtool.render.rounding import round_exact
from kbtool.render.versions import MATCHING, versions

SCHEMA = "kbtool.gaps/1"


def render(
    report: GapReport, log: QuestionLog, kb: KnowledgeBase, notes: Mapping[str, Note] | None = None
) -> str:
    """One object: coverage, gaps in order of rank, all clusters, what each question found."""
    document = {
        "schema": SCHEMA,
        "versions": versions(MATCHING),
        "coverage": _interval(report.coverage),
        "gaps": [
            {**_gap(gap), **_note((notes or {}).get(gap.id))}
            for gap in rank_gaps(report.gaps, notes or {})
        ],
        "clusters": [
            {**_cluster(cluster), "decision": _decision(cluster)} for cluster in report.clusters
        ],
        **list_findings(report),
        "questions": [
            {
                "id": match.question,
                "cluster": match.cluster or None,
                "answered": match.answered,
                "nearest": _match(match.best),
            }
            for match in report.matches
        ],
        "not_grouped": list(report.ungrouped),
        "unmatchable": list(report.unmatchable),
        "excluded": dict(sorted(log.left_out.items())),
        "other_languages": [
            {**asdict(one), "share": round_exact(one.share), "action": one.action.value}
            for one in list_unserved(log.left_out, len(log.questions))
        ],
        "rows": log.rows,
        "cleaned": dict(sorted(log.steps.items())),
        "masked": dict(sorted(log.masked.items())),
        "unmasked": log.unmasked,
        "rejected": [{"path": r.path, "line": r.line, "reason": r.reason} for r in log.rejected],
        "unreadable": log.unreadable,
        "threshold": {"score": round_exact(report.threshold), "basis": report.threshold_basis},
        "calibration": _calibration(report.calibration) if report.calibration else None,
        "scores": _scores(report.scores) if report.scores else None,
        "controls": _controls(report.controls) if report.controls else None,
        "costs": _costs(report.cost_basis) if report.cost_basis else None,
        "warnings": [*report.warnings, *log.warnings],
        "articles": len(kb.articles),
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        **_cluster(gap.cluster),
        "confidence": gap.confidence,
        "certain": gap.certain,
        "doubt": gap.doubt,
        "probability": round_exact(gap.probability),
        "per_month": _interval(gap.per_month) if gap.per_month else None,
        "cost": _interval(gap.cost) if gap.cost else None,
        "effort": gap.effort,
        "effort_why": gap.effort_why,
        "asks": [fact.value for fact in gap.asks],
    }


def _note(note: Note | None) -> dict[str, Any]:
    """What people decided about a gap."""
    shown = note or Note("")
    return {"status": shown.status, "owner": shown.owner, "reason": shown.reason}


def _decision(cluster: Cluster) -> str:
    """Whether articles answer a group, do not, or should not as it wants a person."""
    if cluster.answered:
        return "answered"
    return "handoff" if cluster.action is Action.HANDOFF else "gap"


def _cluster(cluster: Cluster) -> dict[str, Any]:
    return {
        "id": cluster.id,
        "label": cluster.label,
        "action": cluster.action.value,
        "why": cluster.why,
        "askers": cluster.askers,
        "questions": list(cluster.questions),
        "covered": _interval(cluster.covered),
        "nearest": _match(cluster.nearest),
        "runner_up": _match(cluster.runner_up),
        "words": list(cluster.words),
        "need": cluster.need.value,
        "trend": _trend(cluster.trend) if cluster.trend else None,
        "themes": [
            {
                "label": theme.label,
                "asks": theme.asks.value if theme.asks else None,
                "questions": list(theme.questions),
            }
            for theme in cluster.themes
        ],
    }


def _calibration(rates: Calibration) -> dict[str, Any]:
    """Error rates, at most, at the threshold and at others; from articles that were left out."""
    return {
        "false_gaps": round_exact(rates.false_gaps),
        "missed_gaps": round_exact(rates.missed_gaps),
        "groups": rates.groups,
        "thresholds": [
            {
                "score": round_exact(score),
                "false_gaps": round_exact(false_gaps),
                "missed_gaps": round_exact(missed_gaps),
            }
            for score, false_gaps, missed_gaps in rates.scores
        ],
    }


def _scores(scores: Scores) -> dict[str, Any]:
    """Questions by score, and what other thresholds would give."""
    rates = ("precision", "recall")
    return {
        "bins": [asdict(one) for one in scores.bins],
        "cuts": [
            {
                **asdict(cut),
                **{
                    name: None if (rate := getattr(cut, name)) is None else round_exact(rate)
                    for name in rates
                },
            }
            for cut in scores.cuts
        ],
    }


def _controls(found: Controls) -> dict[str, Any]:
    """Shares of questions that articles would be said to answer though they cannot."""
    shares = {"shuffled": found.shuffled, "foreign": found.foreign}
    return {
        **{name: _interval(share) if share else None for name, share in shares.items()},
        "questions": found.questions,
        "not_measured": list(found.reasons),
    }


def _trend(trend: Trend) -> dict[str, Any]:
    """Change of a group: people in parts of the log of equal length, the oldest first."""
    return {"word": trend.word, "series": list(trend.series), "p": round_exact(trend.p)}


def _costs(basis: CostBasis) -> dict[str, Any]:
    """What ``cost`` rests on; amounts are in ``currency``, for 30 days."""
    return {
        "currency": basis.currency,
        "per_contact": basis.per_contact,
        "self_service": basis.self_service,
        "own": basis.own,
        "basis": basis.text,
    }


def _match(match: Match | None) -> dict[str, Any] | None:
    if match is None:
        return None
    return {
        "article": match.article,
        "title": match.title,
        "passage": list(match.passage),
        "score": round_exact(match.score),
        "terms": list(match.terms),
        "missing": list(match.missing),
    }


def _interval(interval: Interval) -> dict[str, float]:
    names = ("value", "low", "high")
    return {name: round_exact(part) for name, part in zip(names, interval, strict=True)}
