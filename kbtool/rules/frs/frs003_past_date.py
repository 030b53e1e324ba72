"""A date in the text that is long past.

"From 1 March 2023 you pay no fee" tells customers of a change that nobody remembers, and makes them
doubt the rest; "we plan to do so by May 2023" is plainly wrong. Say what is true now.

Source: Google developer documentation style guide, "Timeless documentation".

Bad:
    From 1 March 2023 you will no longer pay a fee.

Good:
    You pay no fee.

Not flagged: dates of what happened ("released on ..."), copyright, versions and when a text takes
legal effect, tables and headings, which often are histories, examples, code, quotations, and days
without a word such as from, until, by, as of or will around them, unless `any-date` is on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.language.phrases import is_quoted
from kbtool.language.scanning import scan_pattern
from kbtool.model import Article, Block, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMES = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_YEAR = r"(?:19|20)\d\d"

_BEFORE = (
    "from", "until", "till", "by", "as of", "starting", "beginning", "before", "after", "through",
    "later than",
)  # fmt: skip
_CUES = (
    "will", "planned", "expected", "scheduled", "upcoming", "deadline", "is currently",
    "are currently", "going to", "ends", "end on", "end in", "valid until", "expires",
)  # fmt: skip
_REACH = 25  # characters before a date in which a word belongs to it
_HISTORIES = (
    "copyright", "©", "published", "released", "updated", "revised", "version", "release",
    "changelog", "was", "were", "had", "did", "introduced", "since", "example", "e.g", "such as",
    "effective date", "last reviewed", "issued", "born", "founded", "acquired", "standard",
    "history",
)  # fmt: skip


class PastDateOptions(Options, frozen=True):
    """Options of past-date."""

    months: Annotated[int, Meta(ge=0, description="months after which a date is long past")] = 12
    before: Annotated[
        tuple[str, ...],
        Meta(description="words right before a date that make it one to come or to count from"),
    ] = _BEFORE
    cues: Annotated[
        tuple[str, ...],
        Meta(description="words anywhere in the sentence that do so"),
    ] = _CUES
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="words in the sentence that make it history, law or an example"),
    ] = _HISTORIES
    any_date: Annotated[
        bool,
        Meta(description="flag dates without one of the cues as well"),
    ] = False


def check(article: Article, kb: KnowledgeBase, options: PastDateOptions) -> Iterator[Hit]:
    """Dates of day or month and year that are older than so many months."""
    for block, match, shift in scan_pattern(article, _date()):
        start, end = match.start() - shift, match.end() - shift
        if block.kind in ("cell", "heading"):
            continue
        age = _age(match, kb.today)
        if age is None or age <= options.months:
            continue
        if _is_judged(block, start, end, options):
            yield Hit(
                block.prose.span(start, end),
                f'"{" ".join(match[0].split())}" is {age} months ago (limit {options.months})',
                "Say what holds today",
            )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/.-])(?:(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<m1>{_NAMES})\.?"
        rf"(?:\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+(?P<y1>{_YEAR})"
        rf"|(?P<y2>{_YEAR})-(?P<m2>\d\d)-(?P<d3>\d\d))(?![\w/-])",
        re.IGNORECASE,
    )


def _age(match: re.Match[str], today: date) -> int | None:
    """Whole months since a date; None where there is no such day."""
    month = match["m2"] or str(_MONTHS.index(match["m1"][:3].lower()) + 1)
    day = match["d1"] or match["d2"] or match["d3"] or "28"
    try:
        then = date(int(match["y1"] or match["y2"]), int(month), int(day))
    except ValueError:
        return None
    return (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day)


def _is_judged(block: Block, start: int, end: int, options: PastDateOptions) -> bool:
    """Whether the sentence makes a claim by the date, rather than tell what happened."""
    text = block.prose.masked
    if is_quoted(text, start, end):
        return False
    first = bisect_right(block.sentences, start, key=lambda sentence: sentence.start) - 1
    sentence = block.sentences[max(0, first)]
    around = text[max(sentence.start, start - 200) : min(sentence.end, end + 200)].lower()
    if _words(options.exceptions).search(around):
        return False
    before = text[max(sentence.start, start - _REACH) : start].lower()
    return (
        options.any_date
        or bool(_words(options.before).search(before))
        or bool(_words(options.cues).search(around))
    )


@cache
def _words(texts: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(texts, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, text.lower().split())) for text in ordered)
    return re.compile(rf"(?<!\w)(?:{body or '(?!)'})(?!\w)")


RULE = Rule(
    code="FRS003",
    name="past-date",
    severity=Severity.INFO,
    options=PastDateOptions,
    doc=__doc__,
    check=check,
    default=False,
    languages=("en",),
)
