"""Answers to all criteria."""

from __future__ import annotations

from kbtool.health.readiness.criteria import ARTICLE, WHOLE
from kbtool.health.readiness.seen import Seen, SeenAll
from kbtool.health.values import Criterion


def measure_article(seen: Seen) -> tuple[Criterion, ...]:
    """R01 to R32 of an article, by id."""
    return tuple(Criterion(one.id, one.name, *one.measure(seen)) for one in ARTICLE)


def measure_whole(seen: SeenAll) -> tuple[Criterion, ...]:
    """K01 to K12 of all articles together, by id."""
    return tuple(Criterion(one.id, one.name, *one.measure(seen)) for one in WHOLE)
