"""Recorded runs as JSON, schema ``kbtool.history/1``: fields may be added, none changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from msgspec.structs import asdict

from kbtool.history import Comparison, Moved
from kbtool.matching.trust.minimums import lack_of_run
from kbtool.model import Advised, Flow, Interval, Move, Run, Stage

SCHEMA = "kbtool.history/1"
_DIGITS = 6


def render(runs: Sequence[Run], change: Comparison | None, flow: Flow) -> str:
    """One object: all runs, the first one first, what changed between two, the flow of gaps."""
    document = {
        "schema": SCHEMA,
        "runs": [_run(run) for run in runs],
        "comparison": _comparison(change) if change else None,
        "flow": {"runs": [_stage(stage) for stage in flow.stages], "earlier_runs": flow.earlier},
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _run(run: Run) -> dict[str, Any]:
    return {
        "id": run.id,
        "day": run.day.isoformat(),
        "questions": run.questions,
        "coverage": _interval(run.coverage),
        "gaps": run.gaps,
        "bands": dict(run.bands),
        "versions": dict(run.versions),
        "needs": _needs(run),
    }


def _needs(run: Run) -> dict[str, int] | None:
    """How much more it would have taken before its shares mean something."""
    lack = lack_of_run(run)
    return lack._asdict() if lack else None


def _stage(stage: Stage) -> dict[str, Any]:
    run = stage.run
    figures = run.figures
    return {
        "id": run.id,
        "day": run.day.isoformat(),
        "gaps": run.gaps,
        "coverage_of_texts": _interval(figures.text_coverage if figures else None),
        "since_run_before": asdict(stage.balance) if stage.balance else None,
        "not_comparable": list(stage.hindrances),
        "needs": _needs(run),
    }


def _comparison(change: Comparison) -> dict[str, Any]:
    return {
        "before": change.before.id,
        "now": change.now.id,
        "coverage": _interval(change.coverage),
        "same_questions": change.exact,
        "more_than_chance": change.certain,
        "opened": [_gap(gap.id, gap.label, gap.askers, gap.why) for gap in change.opened],
        "closed": [_gap(gap.id, gap.label, gap.askers, gap.why) for gap in change.closed],
        "regrouped": [
            {**_gap(gap.id, gap.label, gap.askers, gap.why), "gone": gap.gone}
            for gap in change.regrouped
        ],
        "rising": [_move(move) for move in change.rising],
        "falling": [_move(move) for move in change.falling],
        "advice": [_advised(one) for one in change.advised],
        "figures": {
            name: _moved(getattr(change.moves, name)) for name in change.moves.__struct_fields__
        },
        "kept": change.kept,
        "familiar": asdict(change.familiar) if change.familiar else None,
        "articles_gone": [asdict(one) for one in change.gone],
        "articles_new": [asdict(one) for one in change.added],
        "relabelled": [asdict(one) for one in change.relabelled],
        "warnings": list(change.warnings),
    }


def _moved(move: Move | None) -> dict[str, Any] | None:
    if move is None:
        return None
    return {
        "before": _interval(move.before),
        "change": _interval(move.change),
        "same_questions": move.exact,
        "more_than_chance": move.certain,
        "not_comparable": move.hindrance,
    }


def _advised(one: Advised) -> dict[str, Any]:
    told = {"id": one.id, "label": one.label, "askers": one.askers}
    return {**told, "before": one.before, "now": one.now, "why": one.why}


def _gap(name: str, label: str, askers: int, why: str) -> dict[str, Any]:
    return {"id": name, "label": label, "askers": askers, "why": why}


def _move(move: Moved) -> dict[str, Any]:
    rates = {"before": _interval(move.before), "now": _interval(move.now)}
    return {"id": move.id, "label": move.label, **rates}


def _interval(interval: Interval | None) -> dict[str, float] | None:
    if interval is None:
        return None
    names = ("value", "low", "high")
    return {name: round(part, _DIGITS) for name, part in zip(names, interval, strict=True)}
