"""The first sentence of the page: what was read, what is answered, what gaps are left."""

from __future__ import annotations

from typing import NamedTuple

from kbtool.health import Health
from kbtool.render.counts import (
    count_answers,
    lack_of,
    say_lack,
    say_lacking,
    say_rest,
    say_rough,
    say_wordless,
)
from kbtool.render.views.words import say_gaps
from kbtool.render.wording import count, listing, percent, percent_bounds, period


class Part(NamedTuple):
    """A run of the headline."""

    text: str
    strong: bool = False  # a figure that the eye should find first
    small: bool = False  # a remark on the figures


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
    read = Part(f"{count(len(health.questions), 'question')}{times}{window}: ")
    if lack := lack_of(health.gaps, len(health.articles)):
        return (read, *_counts(health), Part(f" {say_lack(lack)}", small=True))
    lacking = say_lacking(count_answers(health.gaps))
    without = f", {lacking}" if lacking else ""
    return (
        read,
        Part(say_rough(len(health.articles))),
        Part(percent(covered.value), True),
        Part(f" ({percent_bounds(covered)}){of} are answered by an article"),
        Part(without, small=True),
        Part("; "),
        *_gaps(health),
    )


def _counts(health: Health) -> tuple[Part, ...]:
    """Numbers in place of a share."""
    counts = count_answers(health.gaps)
    finds = "finds" if counts.answered == 1 else "find"
    does = "does" if counts.unanswered == 1 else "do"
    wordless = f", {say_wordless(counts)}" if counts.wordless else ""
    return (
        Part(count(counts.answered), True),
        Part(f" {finds} an answer in an article, "),
        Part(count(counts.unanswered), True),
        Part(f" {does} not{wordless}; {say_rest(counts)}."),
    )


def _gaps(health: Health) -> tuple[Part, ...]:
    if not health.gaps.gaps:
        return (Part(f"{say_gaps(health)}."),)
    number, noun, rest = f"{say_gaps(health)}.".split(" ", 2)
    return (Part(f"{number} {noun}", True), Part(f" {rest}"))


def _articles(health: Health) -> tuple[Part, ...]:
    total = count(len(health.articles), "article")
    parts = [f"{count(number)} {band}" for band, number in health.bands.items() if number]
    return (Part("Of "), Part(total, True), Part(f", {listing(parts)}."))
