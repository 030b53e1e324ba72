"""The first sentence of the page: what was read, what is answered, what gaps are left."""

from __future__ import annotations

from typing import NamedTuple

from kbtool.health import Health
from kbtool.render.report.words import say_gaps
from kbtool.render.wording import count, listing, percent, percent_bounds, period


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
    times, of = "", ""
    if health.askings is not None:
        times, of = f", {count(health.askings, 'asking')}", " of askings"
    return (
        Part(f"{count(len(health.questions), 'question')}{times}{window}: "),
        Part(percent(covered.value), True),
        Part(f" ({percent_bounds(covered)}){of} are answered by an article; "),
        *_gaps(health),
    )


def _gaps(health: Health) -> tuple[Part, ...]:
    number, noun, rest = f"{say_gaps(health)}.".split(" ", 2)
    return (Part(f"{number} {noun}", True), Part(f" {rest}"))


def _articles(health: Health) -> tuple[Part, ...]:
    total = count(len(health.articles), "article")
    parts = [f"{count(number)} {band}" for band, number in health.bands.items() if number]
    return (Part("Of "), Part(total, True), Part(f", {listing(parts)}."))
