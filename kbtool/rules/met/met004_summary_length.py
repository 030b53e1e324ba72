"""A summary that is too short, too long or missing.

Lists of articles, search results and bots show the summary below the title. Under 50 characters
it adds nothing to the title, and beyond 160 most places cut it off.

Source: Microsoft Learn contributor guide (metadata: description); Google Search Central, "Control
your snippets in search results".

Bad:
    ---
    title: Get a refund
    summary: About refunds
    ---
    Refunds take five days.

Good:
    ---
    title: Get a refund
    summary: How to ask for a refund in the app, and when the money arrives on your card.
    ---
    Refunds take five days.

Not flagged: a missing summary where most of your articles have none (see `required`), and in texts
with neither a title nor front matter; values that are no text, which front-matter-schema finds.
Chinese, Japanese and Korean characters count twice, as they are twice as wide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple
from unicodedata import east_asian_width

from msgspec import Meta

from kbtool.model import Article, Entry, Hit, KnowledgeBase, Outline, Severity, Span
from kbtool.rule import Options, Rule

_FEWEST = 5  # articles with a summary that make it a habit


class SummaryLengthOptions(Options, frozen=True):
    """Options of summary-length."""

    keys: Annotated[
        tuple[str, ...],
        Meta(description="keys of the front matter that may hold the summary, the best first"),
    ] = ("summary", "description", "excerpt", "meta_description")
    shortest: Annotated[
        int,
        Meta(ge=0, description="fewest characters"),
    ] = 50
    longest: Annotated[
        int,
        Meta(ge=1, description="most characters"),
    ] = 160
    required: Annotated[
        Literal["auto", "always", "never"],
        Meta(
            description='whether every article needs a summary; "auto" asks for it where most have'
        ),
    ] = "auto"


class Summary(NamedTuple):
    """The summary of an article, or where one could stand."""

    span: Span
    length: int  # in characters, 0 where it is missing


def survey(article: Article, options: SummaryLengthOptions) -> Summary | None:
    """How long the summary is."""
    entries = [entry for key in options.keys if (entry := article.front_matter.entry(key))]
    texts = [entry for entry in entries if _is_filled(entry.value)]
    if not texts:
        place = _place(article, entries)
        return Summary(place, 0) if place else None
    value = texts[0].value
    return Summary(texts[0].value_span, _length(value)) if isinstance(value, str) else None


def _is_filled(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value not in (None, [], {})


def _length(text: str) -> int:
    """Characters as a list of articles shows them: on one line, wide ones counted twice."""
    shown = " ".join(text.split())
    return len(shown) + sum(east_asian_width(character) in "WF" for character in shown)


def _place(article: Article, entries: list[Entry]) -> Span | None:
    """Where a missing summary belongs: its empty key, the front matter or the title.

    None where there is neither: a piece of text that other articles include.
    """
    if entries:
        return entries[0].key_span
    if article.front_matter.span.end:
        return Span(0, 3)
    return article.title.span if article.title else None


def judge(own: Outline, kb: KnowledgeBase, options: SummaryLengthOptions) -> Iterator[Hit]:
    """Summaries of a length outside the limits, and missing ones where they are wanted."""
    found: Summary | None = kb.survey(RULE.code).get(own.path)
    if not found:
        return
    length = found.length
    if not length:
        yield from _check_missing(found, kb, options)
    elif length < options.shortest:
        yield Hit(
            found.span,
            f"summary has {_count(length)} (at least {options.shortest})",
            "Say what the article answers, and for whom, in a sentence",
        )
    elif length > options.longest:
        yield Hit(
            found.span,
            f"summary has {_count(length)} (limit {options.longest})",
            "Shorten it, and begin with what matters most",
        )


def _count(length: int) -> str:
    return "1 character" if length == 1 else f"{length} characters"


def _check_missing(
    found: Summary, kb: KnowledgeBase, options: SummaryLengthOptions
) -> Iterator[Hit]:
    advice = f"Write one in `{next(iter(options.keys), 'summary')}`"
    if options.required == "always":
        yield Hit(found.span, "article has no summary", advice)
    elif options.required == "auto":
        filled, every = kb.once(_habit)
        if filled >= _FEWEST and 2 * filled > every:
            message = f"article has no summary, {filled} of {every} articles have one"
            yield Hit(found.span, message, advice)


def _habit(kb: KnowledgeBase) -> tuple[int, int]:
    """How many articles have a summary, and how many there are."""
    summaries = kb.survey(RULE.code).values()
    return sum(1 for summary in summaries if summary.length), len(summaries)


RULE = Rule(
    code="MET004",
    name="summary-length",
    severity=Severity.INFO,
    options=SummaryLengthOptions,
    doc=__doc__,
    survey=survey,
    facts=Summary,
    judge=judge,
)
