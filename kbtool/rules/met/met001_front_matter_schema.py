"""Front matter that does not keep to its schema.

Owners, review dates and tags only help when they are there and can be read: a date written
in another way is never overdue, and tags in one line are a single tag. Without options only the
types of well-known keys are checked: `title`, `summary`, `owner`, `id`, `slug` and `locale` hold
text, `audience` holds text or a list, `tags` a list and `reviewed` a date. `required`, `types`
and `values` describe the rest of your schema. Dates are ISO dates, year-month-day, with or without
a time; the fix rewrites those that can be read in one way only.

Source: KCS v6 practices guide, technique 5.1 (article metadata); ISO 8601 dates.

Bad:
    ---
    title: Get a refund
    reviewed: 5 March 2026
    ---
    Refunds take five days.

Good:
    ---
    title: Get a refund
    reviewed: 2026-03-05
    ---
    Refunds take five days.

Not flagged: keys that no option names, empty keys that are not required, and a required title
where the article has none at all, which missing-title finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from kbtool.model import Article, Change, Edit, Entry, Hit, KnowledgeBase, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.met._dates import has_two_readings, read_date

Kind = Literal["text", "date", "list", "number", "bool", "any"]

_KNOWN: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("title", ("text",)), ("summary", ("text",)), ("audience", ("text", "list")),
    ("tags", ("list",)), ("owner", ("text",)), ("reviewed", ("date",)), ("id", ("text",)),
    ("slug", ("text",)), ("locale", ("text",)),
)  # fmt: skip
_NAMES: dict[Kind, str] = {
    "text": "text",
    "date": "a date",
    "list": "a list",
    "number": "a number",
    "bool": "true or false",
}
_ADVICE: dict[Kind, str] = {
    "text": "Write text, in quotes if it looks like a number or a date",
    "date": "Write the date as year-month-day, for example 2026-03-05",
    "list": "Write a list, for example [cards, refunds]",
    "number": "Write a number in digits",
    "bool": "Write true or false",
}
_ISO = lazy_pattern(r"(?a)\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}\S{0,24})?")
_NUMBER = lazy_pattern(r"(?a)[-+]?\d{1,18}(?:\.\d{1,18})?")


class FrontMatterSchemaOptions(Options, frozen=True):
    """Options of front-matter-schema."""

    required: Annotated[
        tuple[str, ...],
        Meta(description="keys that every article has to fill"),
    ] = ()
    types: Annotated[
        dict[str, Kind | tuple[Kind, ...]],
        Meta(description="what keys hold, before what is known of them; `any` checks nothing"),
    ] = msgspec.field(default_factory=dict)
    values: Annotated[
        dict[str, tuple[str, ...]],
        Meta(description="the only values, or list entries, that a key may have"),
    ] = msgspec.field(default_factory=dict)


def check(article: Article, kb: KnowledgeBase, options: FrontMatterSchemaOptions) -> Iterator[Hit]:
    """Missing keys, values of a wrong type, and values that are not on the list."""
    entries = article.front_matter.entries
    if entries or not any(problem.kind == "front-matter" for problem in article.problems):
        yield from _find_missing(article, options.required)
    types = dict(_KNOWN) | {k: (v,) if isinstance(v, str) else v for k, v in options.types.items()}
    for entry in entries:
        if _is_empty(entry.value):
            continue
        hit = _check_type(entry, types.get(entry.key, ("any",)))
        if hit:
            yield hit
        elif entry.key in options.values:
            yield from _check_value(entry, options.values[entry.key])


def _find_missing(article: Article, required: tuple[str, ...]) -> Iterator[Hit]:
    values = article.front_matter.values
    lacking = [key for key in required if _is_empty(values.get(key))]
    if not article.title:  # an absent title is one fault, and missing-title's
        lacking = [key for key in lacking if key != "title"]
    if lacking:
        names = ", ".join(f"`{key}`" for key in lacking)
        fence = Span(0, min(3, article.front_matter.span.end))
        yield Hit(fence, f"front matter lacks {names}", f"Fill in {names} between the --- lines")


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip())


def _check_type(entry: Entry, kinds: tuple[Kind, ...]) -> Hit | None:
    """What is wrong with the type of a value; None where it is of one of these kinds."""
    if any(_is_of(entry.value, kind) for kind in kinds):
        return None
    if kinds == ("date",) and isinstance(entry.value, str | int):
        return _check_date(entry, str(entry.value))
    wanted = " or ".join(_NAMES[kind] for kind in kinds)
    message = f"`{entry.key}` is {_describe(entry.value)}, not {wanted}"
    return Hit(entry.value_span, message, _ADVICE[kinds[0]])


def _is_of(value: Any, kind: Kind) -> bool:
    if kind == "text":
        return isinstance(value, str)
    if kind == "date":
        return isinstance(value, date) or (
            isinstance(value, str) and bool(_ISO.fullmatch(value)) and read_date(value) is not None
        )
    if kind == "list":
        return isinstance(value, list)
    if kind == "number":
        is_text = isinstance(value, str) and bool(_NUMBER.fullmatch(value))
        return is_text or (isinstance(value, int) and not isinstance(value, bool))
    return kind == "any" or isinstance(value, bool)


def _check_date(entry: Entry, text: str) -> Hit:
    day = read_date(text)
    shown = " ".join(text.split())[:40]
    advice = _ADVICE["date"]
    if day:
        edit = Edit((Change(entry.value_span, day.isoformat()),), safe=True)
        return Hit(entry.value_span, f"`{entry.key}` is not an ISO date: {shown}", advice, edit)
    fault = "is no date that can be read"
    if has_two_readings(text):
        fault = "can be read as two dates"
    elif _ISO.fullmatch(text):
        fault = "is no day of the calendar"
    return Hit(entry.value_span, f"`{entry.key}` {fault}: {shown}", advice)


def _describe(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int):
        return "a number"
    if isinstance(value, date):
        return "a date"
    if isinstance(value, str):
        return "text"
    return "a list" if isinstance(value, list) else "a table"


def _check_value(entry: Entry, allowed: tuple[str, ...]) -> Iterator[Hit]:
    given = entry.value if isinstance(entry.value, list) else [entry.value]
    for value in given:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if text not in allowed:
            near = get_close_matches(text.lower(), allowed, 1)
            hint = f'Write "{near[0]}"' if near else f"Write one of: {', '.join(allowed)}"
            yield Hit(entry.value_span, f'`{entry.key}` may not be "{text[:40]}"', hint)


RULE = Rule(
    code="MET001",
    name="front-matter-schema",
    severity=Severity.ERROR,
    options=FrontMatterSchemaOptions,
    doc=__doc__,
    check=check,
    fix="safe",
)
