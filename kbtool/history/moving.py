"""How the figures on top of two runs differ, with bounds."""

from __future__ import annotations

from math import sqrt

from msgspec.structs import replace

from kbtool.history.values import Record
from kbtool.matching.trust.minimums import lack_of_run
from kbtool.model import Figures, Interval, Move, Moves, Run

_UNRECORDED = "the run before did not record it"
_UNCOUNTED = "the run before did not record how many people its cost rests on"
_UNDATED = "too few days or dates for a rate, then or now"
_LITTLE = "too little for a share, then or now"
_DIGITS = 9  # that tell an exact change from none


def find_moves(before: Record, now: Record) -> Moves:
    """Moves of all figures that the later run has."""
    exact = before.log == now.log
    old, new = before.figures, now.figures
    little = _say_little(before.run, now.run)
    coverage = _move(before.coverage, now.coverage, exact, "the run before read no questions")
    coverage = _hinder(coverage, little)
    if new is None:
        return Moves(coverage)
    texts = new.text_coverage if new.text_coverage != now.coverage else None  # else told already
    if old is None:
        lacking = Move(hindrance=_UNRECORDED)
        return Moves(coverage, lacking if texts else None, lacking, lacking if new.cost else None)
    people = _move_people(old.people_per_month, new.people_per_month, exact)
    if people is None and now.questions:
        people = Move(old.people_per_month, hindrance=_UNDATED)
    moved = _hinder(_move(old.text_coverage, texts, exact, _UNRECORDED), little and _LITTLE)
    return Moves(coverage, moved, people, _move_cost(old, new, exact))


def _hinder(move: Move | None, why: str) -> Move | None:
    """The same move of a share, not to be told where one of the two is of too little."""
    return Move(move.before, hindrance=why) if move and why and not move.hindrance else move


def _say_little(before: Run, now: Run) -> str:
    """Why shares of two runs are not told, with numbers where these are known; "" where they are.

    One rule for the page and the history: see ``matching.trust.minimums``.
    """
    if lack_of_run(before) is None and lack_of_run(now) is None:
        return ""
    if before.answered is None or now.answered is None:
        return _LITTLE
    then, today = (f"{one.answered:,} of {one.asked:,}" for one in (before, now))
    return f"{_LITTLE} ({then} questions answered then, {today} now)"


def _move_people(old: Interval | None, new: Interval | None, exact: bool) -> Move | None:
    unbounded = old is not None and old.high == 0  # nobody, in records of earlier versions
    if new is not None and unbounded and not exact:
        return Move(old, hindrance="the run before did not record what chance may have hidden")
    return _move(old, new, exact, _UNDATED)


def _move(before: Interval | None, now: Interval | None, exact: bool, lacking: str) -> Move | None:
    """How a figure moved; None where this run does not have it."""
    if now is None:
        return None
    change = subtract(before, now)
    if change is None:
        return Move(hindrance=lacking)
    if exact:
        value = round(change.value, _DIGITS) + 0.0  # sums of the same parts differ by 1e-16
        change = Interval(value, value, value)
    return Move(before, change, exact)


def _move_cost(old: Figures, new: Figures, exact: bool) -> Move | None:
    """How the cost moved, by the people counted: what is guessed is the same in both runs."""
    if new.cost is None or old.cost is None or exact:
        move = _move(old.cost, new.cost, exact, "the run before knew no cost")
    else:
        counted = _move(old.counted_cost, new.counted_cost, exact, _UNCOUNTED)
        move = replace(counted or Move(hindrance=_UNCOUNTED), before=old.cost)
    if move is not None and old.costs != new.costs:
        return Move(old.cost, hindrance="it rested on other figures for a contact")
    return move


def subtract(before: Interval | None, now: Interval | None) -> Interval | None:
    """Now less before, with 95% bounds from those of both.

    R. G. Newcombe, "Interval estimation for the difference between independent proportions",
    Statistics in Medicine 17, 1998, method 10: distances to the bounds add up as squares do. For
    shares the bounds are Wilson's, on the effective sample size; for rates and costs the same sum
    is that of G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008.
    Runs that share questions differ by less than that, so the bounds err on the side of chance.
    """
    if before is None or now is None:
        return None
    change = now.value - before.value
    below = sqrt((now.value - now.low) ** 2 + (before.high - before.value) ** 2)
    above = sqrt((now.high - now.value) ** 2 + (before.value - before.low) ** 2)
    return Interval(change, change - below, change + above)
