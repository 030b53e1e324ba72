"""What changed since the run before, as data."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from kbtool.matching.trust.minimums import lack_of_run
from kbtool.model import ArticleCame, ArticleWent, Changes, Familiar, Move, Moves, Relabelled
from kbtool.render.report.spread import Estimate, Needs, estimate, tell_needs


class Closed(Struct, frozen=True):
    """A gap of the run before that is none any more."""

    id: str
    label: str
    askers: int
    why: str


class MoveEntry(Struct, frozen=True):
    """How one figure moved; bounds are 95%, of value alone where both runs read the same questions.

    ``change`` is null where ``not_comparable`` says why; ``more_than_chance`` is whether its bounds
    leave out 0.
    """

    before: Estimate | None
    change: Estimate | None
    same_questions: bool
    more_than_chance: bool
    not_comparable: str


class MovesEntry(Struct, frozen=True):
    """How the figures on top moved; null for one that this run does not have.

    Without a gap, people and cost are none, which is known: they move to 0. ``coverage_of_texts``
    is null where a text can answer everything.
    """

    coverage: MoveEntry | None
    coverage_of_texts: MoveEntry | None
    gap_people_per_month: MoveEntry | None
    cost: MoveEntry | None


class AdvisedEntry(Struct, frozen=True):
    """A gap of both runs with other advice now; ``why`` is what may be the reason."""

    id: str
    label: str
    askers: int
    before: str
    now: str
    why: str


class ChangesEntry(Struct, frozen=True):
    """What changed since the run of a day.

    ``coverage``, ``gaps``, ``questions`` and ``bands`` are those of the run before; ``bands`` is
    empty where it checked no articles.
    """

    since: date
    coverage: Estimate | None
    gaps: int
    opened: tuple[str, ...]
    closed: tuple[Closed, ...]
    warnings: tuple[str, ...]
    regrouped: int
    questions: int
    bands: dict[str, int]
    same_questions: bool
    figures: MovesEntry
    advice: tuple[AdvisedEntry, ...]
    familiar: Familiar | None
    needs: Annotated[
        Needs | None, Meta(description="What the run before had too little of for its shares.")
    ]
    articles_gone: Annotated[
        tuple[ArticleWent, ...],
        Meta(description="Those of the run before alone; `lost` of the wordings have no answer."),
    ]
    articles_new: Annotated[
        tuple[ArticleCame, ...],
        Meta(description="Those of this run alone; `won` of the wordings had no answer before."),
    ]
    relabelled: tuple[Relabelled, ...]


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
        needs=tell_needs(lack_of_run(changes.before)),
        articles_gone=changes.gone,
        articles_new=changes.added,
        relabelled=changes.relabelled,
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
