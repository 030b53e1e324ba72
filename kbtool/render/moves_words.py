"""How figures moved since an earlier run, and articles came and went, in the same words everywhere.

Between runs on the same questions chance has no part in it, and no bounds are told; that the
questions are the same is said once, beside all figures. The difference itself is rounded, never
what it is taken from: 60.4% after 59.6% is 0.8 points.
"""

from __future__ import annotations

from collections.abc import Callable

from kbtool.model import ArticleCame, ArticleWent, Move, Relabelled
from kbtool.render.wording import amount, count, rate


def say_points(move: Move | None) -> str:
    """How a share moved: ``+1.5 points (−2.0 to +5.0), within chance``; "" for None."""
    return _say(move, lambda part: _sign(100 * part, f"{abs(100 * part):.1f}"), " points")


def say_people(move: Move | None) -> str:
    """How a number of people a month moved; "" for None."""
    return _say(move, lambda part: _sign(part, rate(abs(part))), " people a month")


def say_money(move: Move | None, currency: str) -> str:
    """How an amount of money moved; "" for None."""
    return _say(move, lambda part: _sign(part, amount(abs(part), currency)), "")


def _say(move: Move | None, tell: Callable[[float], str], unit: str) -> str:
    if move is None:
        return ""
    if move.change is None:
        return f"not comparable: {move.hindrance}"
    value, low, high = map(tell, move.change)
    if move.exact:
        return f"{value}{unit}" if move.certain and value[0] in "+−" else "as before"
    verdict = "more than chance" if move.certain else "within chance"
    return f"{value}{unit} ({low} to {high}), {verdict}"


def _sign(number: float, figure: str) -> str:
    """The figure with its sign; none where it shows nothing but zeros."""
    if not any(digit in "123456789" for digit in figure):
        return figure
    return f"{'−' if number < 0 else '+'}{figure}"


def say_gone(one: ArticleWent) -> str:
    """What became of the questions of an article that is gone; "" where that is not recorded."""
    if one.asked is None or one.lost is None:
        return ""
    have = "has" if one.lost == 1 else "have"
    of = count(one.asked, "wording")
    return f"{one.lost:,} of {of} that it answered and that are asked now {have} no answer"


def say_came(one: ArticleCame) -> str:
    """What a new article answers; "" where that is not recorded."""
    if one.answers is None or one.won is None:
        return ""
    return f"it answers {count(one.answers, 'wording')}, of which {one.won:,} had no answer before"


def say_relabelled(one: Relabelled) -> str:
    """What a gap was called, and how many asked."""
    people = f"{count(one.askers_before, 'person', 'people')} then, {one.askers:,} now"
    return f"{one.label} (was: {one.before}; {people})"
