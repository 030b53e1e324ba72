"""Scores of questions as columns, with the threshold, and what others would give in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from kbtool.health import Health
from kbtool.model import Cut, ScoreBin, Scores
from kbtool.render.counts import lack_of
from kbtool.render.wording import at_least_of_ten, count, percent

_TOP, _BASE = 24, 150  # pixels
_GAP = 0.6  # per cent between columns


class Column(NamedTuple):
    """Questions with like scores."""

    low: float
    high: float
    answered: int
    open: int
    x: float  # per cent
    width: float  # per cent
    y: float  # pixels, of all
    y_answered: float  # pixels


class Choice(NamedTuple):
    """A threshold and what it would give."""

    cut: Cut
    used: bool
    text: str  # in sentences


class ThresholdView(Struct, frozen=True):
    """The threshold in use among others."""

    columns: tuple[Column, ...]
    choices: tuple[Choice, ...]  # by threshold
    most: int  # questions in the fullest column
    at: int  # place in ``choices`` of the one in use
    tried: bool  # whether precision and recall are to be shown
    text: str
    base: int = _BASE
    top: int = _TOP

    @property
    def used(self) -> Choice:
        """The one in use."""
        return self.choices[self.at]


def draw_thresholds(health: Health) -> ThresholdView | None:
    """The picture; None where nothing was matched."""
    scores, threshold = health.gaps.scores, health.gaps.threshold
    if scores is None or not scores.cuts:
        return None
    little = lack_of(health.gaps, len(health.articles)) is not None
    say = _say_numbers if little else _say
    choices = tuple(Choice(cut, cut.threshold == threshold, say(cut)) for cut in scores.cuts)
    at = next((at for at, choice in enumerate(choices) if choice.used), 0)
    most = max(one.answered + one.open for one in scores.bins)
    return ThresholdView(
        columns=_draw(scores.bins, most),
        choices=choices,
        most=most,
        at=at,
        tried=not little and any(cut.recall is not None for cut in scores.cuts),
        text=_describe(scores, threshold),
    )


def _draw(bins: Sequence[ScoreBin], most: int) -> tuple[Column, ...]:
    step = (_BASE - _TOP) / (most or 1)
    return tuple(
        Column(
            one.low,
            one.high,
            one.answered,
            one.open,
            x=100 * one.low + _GAP / 2,
            width=100 * (one.high - one.low) - _GAP,
            y=_BASE - step * (one.answered + one.open),
            y_answered=_BASE - step * one.answered,
        )
        for one in bins
    )


def _describe(scores: Scores, threshold: float) -> str:
    total = sum(one.answered + one.open for one in scores.bins)
    near = [one for one in scores.bins if abs((one.low + one.high) / 2 - threshold) < 0.1]
    close = sum(one.answered + one.open for one in near)
    return (
        f"Columns of {count(total, 'question')} by score, from 0 to 1, with the threshold at "
        f"{threshold:.2f}: {count(close, 'question')} within 0.1 of it."
    )


def _say_numbers(cut: Cut) -> str:
    """What a threshold would give where there is too little for a share."""
    answered = f"{cut.answered:,} of {count(cut.answered + cut.open, 'question')}"
    return f"{count(cut.gaps, 'gap')}, {answered} answered."


def _say(cut: Cut) -> str:
    """What a threshold would give, in sentences."""
    total = cut.answered + cut.open
    share = percent(cut.answered / total) if total else "–"
    given = f"{count(cut.gaps, 'gap')}, {share} of questions answered."
    if cut.recall is None:
        return given
    noticed = (
        f"Of 10 gaps it notices at least {at_least_of_ten(cut.recall)} "
        f"(recall {percent(cut.recall)} or more)"
    )
    if cut.precision is None:
        return f"{given} {noticed}."
    called = f"of 10 that it calls gaps at least {at_least_of_ten(cut.precision)} are"
    return f"{given} {noticed}; {called} (precision {percent(cut.precision)} or more)."
