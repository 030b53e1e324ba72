"""The first sentence of the page: what was read, what is answered, what gaps are left."""

from __future__ import annotations

from typing import NamedTuple

from kbtool.health import Health
from kbtool.render.html.wording import count, listing, percent, percent_bounds, period, share


class Part(NamedTuple):
    """A run of the headline."""

    text: str
    strong: bool = False  # a figure that the eye should find first


def write_headline(health: Health) -> tuple[Part, ...]:
    """Headline of a report, in runs that read as one text."""
    if not health.articles:
        return (Part("No articles", True), Part(" were found."))
    if health.coverage is None:
        start = Part("No questions were read, so this page is about the articles alone. ")
        return (start, *_articles(health))
    window = f" ({period(*health.window)})" if health.window else ""
    covered = health.coverage
    return (
        Part(f"{count(len(health.questions), 'question')}{window}: "),
        Part(percent(covered.value), True),
        Part(f" ({percent_bounds(covered)}) are answered by an article; "),
        *_gaps(health),
    )


def _gaps(health: Health) -> tuple[Part, ...]:
    gaps = len(health.gaps.gaps)
    if not gaps:
        return (Part("no gap", True), Part(" stands out in the rest."))
    verb = "makes up" if gaps == 1 else "make up"
    part = share(health.gap_share) if health.gap_share is not None else "none"
    return (Part(count(gaps, "gap"), True), Part(f" {verb} {part} of the rest."))


def _articles(health: Health) -> tuple[Part, ...]:
    total = count(len(health.articles), "article")
    parts = [f"{count(number)} {band}" for band, number in health.bands.items() if number]
    return (Part("Of "), Part(total, True), Part(f", {listing(parts)}."))
