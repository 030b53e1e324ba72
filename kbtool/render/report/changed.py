"""What changed since the run before, as data."""

from __future__ import annotations

from kbtool.model import Changes, Move, Moves
from kbtool.render.report.document import AdvisedEntry, ChangesEntry, Closed, MoveEntry, MovesEntry
from kbtool.render.report.spread import estimate


def tell_changed(changes: Changes | None) -> ChangesEntry | None:
    """Changes as data; None without an earlier run."""
    if changes is None:
        return None
    return ChangesEntry(
        since=changes.before.day,
        coverage=estimate(changes.before.coverage),
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
        before=estimate(move.before),
        change=estimate(move.change),
        same_questions=move.exact,
        more_than_chance=move.certain,
        not_comparable=move.hindrance,
    )
