"""The first sentence of the page: what was read, what is covered, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kbtool.health import Health
from kbtool.model import Gap
from kbtool.render.html.wording import count, listing, percent, percent_bounds, period, share


class Part(NamedTuple):
    """A run of the headline."""

    text: str
    strong: bool = False  # a figure that the eye should find first


def write_headline(health: Health, gaps: Sequence[Gap]) -> tuple[Part, ...]:
    """Headline of a report with these gaps, in runs that read as one text."""
    if not health.articles:
        return (Part("I found "), Part("no articles", True), Part(" to look at."))
    if health.coverage is None:
        start = Part("I read no questions, so this page is about the articles alone. ")
        return (start, *_articles(health))
    window = f" ({period(*health.window)})" if health.window else ""
    covered = health.coverage
    return (
        Part(f"I read {count(len(health.questions), 'question')}{window}. "),
        Part(percent(covered.value), True),
        Part(f" ({percent_bounds(covered)}) are answered by an article; "),
        *_missing(health, gaps),
    )


def _missing(health: Health, gaps: Sequence[Gap]) -> tuple[Part, ...]:
    topics = len(gaps)
    if not topics:
        return (Part("no missing topic", True), Part(" stands out in the rest."))
    verb = "makes up" if topics == 1 else "make up"
    missing = {gap.id for gap in gaps}
    rest = health.unanswered
    inside = sum(match.cluster in missing for match in rest)
    part = share(inside / len(rest)) if rest else "none"
    return (Part(count(topics, "missing topic"), True), Part(f" {verb} {part} of the rest."))


def _articles(health: Health) -> tuple[Part, ...]:
    total = count(len(health.articles), "article")
    parts = [f"{count(number)} {band}" for band, number in health.bands.items() if number]
    return (Part("Of "), Part(total, True), Part(f", {listing(parts)}."))
