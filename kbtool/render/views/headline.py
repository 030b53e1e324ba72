"""The first sentence of a report: what was read, what is answered, what gaps are left."""

from __future__ import annotations

from kbtool.health import Health
from kbtool.model import Interval
from kbtool.render.counts import (
    count_answers,
    lack_of,
    say_lack,
    say_lacking,
    say_rest,
    say_rough,
    split_counts,
)
from kbtool.render.parts import Part, join_plain
from kbtool.render.wording import count, listing, percent, percent_bounds, period, share


def write_headline(health: Health) -> tuple[Part, ...]:
    """Headline for a page, in parts that read as one text."""
    if not health.articles:
        return (Part("No articles", strong=True), Part(" were found."))
    return tuple(part for part in _tell(health) if part.text)


def say_headline(health: Health) -> str:
    """The same figures as plain text, with days as programs read them."""
    return join_plain(_tell(health))


def _tell(health: Health) -> tuple[Part, ...]:
    if health.coverage is None:
        return _articles(health)
    if lack := lack_of(health.gaps, len(health.articles)):
        counts = count_answers(health.gaps)
        return (
            *_read(health),
            *split_counts(counts),
            Part(f"; {say_rest(counts)}."),
            Part(f" {say_lack(lack)}", small=True),
        )
    return (*_read(health), *_share(health, health.coverage), Part("; "), *_gaps(health))


def _articles(health: Health) -> tuple[Part, ...]:
    """What is said without a question."""
    bands = [f"{count(number)} {band}" for band, number in health.bands.items() if number]
    return (
        Part("No questions were read, so this page is about the articles alone. Of ", plain=""),
        Part(count(len(health.articles), "article"), strong=True),
        Part(f", {listing(bands)}.", plain=" and no questions."),
    )


def _read(health: Health) -> tuple[Part, ...]:
    """Questions, askings and days that were read."""
    times = "" if health.askings is None else f", {count(health.askings, 'asking')}"
    days, plain_days = "", ""
    if health.window:
        first, last = health.window
        days, plain_days = f" ({period(first, last)})", f" ({first} to {last})"
    return (
        Part(f"{count(len(health.questions), 'question')}{times}"),
        Part(days, plain=plain_days),
        Part(": "),
    )


def _share(health: Health, covered: Interval) -> tuple[Part, ...]:
    """What share of the questions, or of the times that they were asked, is answered."""
    of = "" if health.askings is None else " of askings"
    lacking = say_lacking(count_answers(health.gaps))
    bounds = f" (between {percent(covered.low)} and {percent(covered.high)})"
    return (
        Part(say_rough(len(health.articles))),
        Part(percent(covered.value), strong=True),
        Part(f" ({percent_bounds(covered)})", plain=""),
        Part(f"{of} are answered by an article"),
        Part("", plain=bounds),
        Part(f", {lacking}" if lacking else "", small=True),
    )


def _gaps(health: Health) -> tuple[Part, ...]:
    """How many gaps there are and what part of the unanswered questions lies in them."""
    gaps, counts = len(health.gaps.gaps), count_answers(health.gaps)
    if gaps:
        part = share(health.gap_share) if health.gap_share is not None else "none"
        make = "makes" if gaps == 1 else "make"
        return (Part(count(gaps, "gap"), strong=True), Part(f" {make} up {part} of the rest."))
    if not counts.unanswered:
        return (Part(f"{say_rest(counts)}."),)
    have = "has" if counts.unanswered == 1 else "have"
    return (Part(f"{count(counts.unanswered)} {have} no answer, and {say_rest(counts)}."),)
