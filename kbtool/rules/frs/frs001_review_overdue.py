"""An article that nobody has reviewed for a long time.

Products change faster than their help; an article that was right a year ago sends customers to a
menu that is gone, and a bot repeats it with confidence. The date comes from the front matter: the
first of `keys` that holds one. It is measured against the day of the run, or the day given by
`--today`, so a finding can appear without a change to the file.

Source: KCS v6 practices guide, technique 4.1 (reuse is review); GitHub Docs linter, GHD038 and
GHD039 (expired and expiring content).

Bad:
    ---
    title: Get a refund
    reviewed: 2024-03-05
    ---
    Refunds take five days.

Good:
    ---
    title: Get a refund
    reviewed: 2026-10-05
    ---
    Refunds take five days.

Not flagged: articles without such a date, which front-matter-schema can require, and dates that
are not ISO dates, which it finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from msgspec import Meta

from kbtool.model import Article, Entry, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_DAY_AND_TIME = lazy_pattern(r"(\d{4}-\d{2}-\d{2})(?:[Tt ]\d{2}:\d{2}\S{0,30})?(?: \S{1,10})?")


class ReviewOverdueOptions(Options, frozen=True):
    """Options of review-overdue."""

    keys: Annotated[
        tuple[str, ...],
        Meta(description="keys of the front matter that may hold the date, the best first"),
    ] = ("reviewed", "last_reviewed", "updated_at", "edited_at")
    warning_days: Annotated[
        int,
        Meta(ge=1, description="days after which the review is overdue"),
    ] = 365
    info_days: Annotated[
        int,
        Meta(ge=1, description="days after which it is worth planning, reported as info"),
    ] = 180


def check(article: Article, kb: KnowledgeBase, options: ReviewOverdueOptions) -> Iterator[Hit]:
    """The date of the last review, where it is too long ago."""
    for key in options.keys:
        entry = article.front_matter.entry(key)
        day = _read_day(entry.value) if entry else None
        if entry and day:
            yield from _judge(entry, (kb.today - day).days, options)
            return


def _read_day(value: Any) -> date | None:
    """Day of an ISO date or time, None for anything else."""
    if isinstance(value, date):
        return value
    match = _DAY_AND_TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:  # 30 February
        return None


def _judge(entry: Entry, age: int, options: ReviewOverdueOptions) -> Iterator[Hit]:
    limit, severity = options.warning_days, Severity.WARNING
    if age <= limit:
        limit, severity = options.info_days, Severity.INFO
    if age > limit:
        message = f"`{entry.key}` is {age} days ago (limit {limit})"
        advice = "Check that the article is still right, then set the date"
        yield Hit(entry.value_span, message, advice, None, severity)


RULE = Rule(
    code="FRS001",
    name="review-overdue",
    severity=Severity.WARNING,
    options=ReviewOverdueOptions,
    doc=__doc__,
    check=check,
)
