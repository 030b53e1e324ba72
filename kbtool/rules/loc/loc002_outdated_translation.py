"""A translation that is older than the article it was made from.

The source says the new fee, the translation still the old one, and nobody who reads only one of
them can tell.

What counts is the newest of the `dates` in the front matter of both. A help desk's own mark
(`outdated: true`) counts as well. Articles belong together as for missing-translation.

Source: Zendesk marks translations as outdated; MDN Web Docs keep the version that a translation
was made from.

Bad:
    ---
    locale: de
    id: refund
    updated_at: 2026-01-05
    ---
    Den Betrag bekommen Sie in der App zurück.
    @@ refund.md
    ---
    id: refund
    updated_at: 2026-06-01
    ---
    Ask for a refund in the app.

Good:
    ---
    locale: de
    id: refund
    updated_at: 2026-06-03
    ---
    Den Betrag bekommen Sie in der App zurück.
    @@ refund.md
    ---
    id: refund
    updated_at: 2026-06-01
    ---
    Ask for a refund in the app.

Not flagged: translations without a date, or whose source has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, NamedTuple

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Outline, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.loc._pairing import Told, group_all, tell

_DAY = lazy_pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]|$)")


class OutdatedTranslationOptions(Options, frozen=True):
    """Options of outdated-translation."""

    source: Annotated[
        str,
        Meta(description="language that articles are written in first; else that of most articles"),
    ] = "en"
    dates: Annotated[
        tuple[str, ...], Meta(description="keys of the front matter that say when it was changed")
    ] = ("updated_at", "edited_at", "modified", "updated", "lastmod")
    days: Annotated[
        int, Meta(ge=0, description="days that a translation may be behind its source")
    ] = 30


class Dated(NamedTuple):
    """What an article tells of itself."""

    told: Told
    changed: date | None
    marked: bool  # as outdated


def survey(article: Article, options: OutdatedTranslationOptions) -> Dated:
    """Day on which an article was changed last."""
    values = article.front_matter.values
    days = filter(None, (_read_day(values.get(key)) for key in options.dates))
    return Dated(tell(article), max(days, default=None), values.get("outdated") is True)


def _read_day(value: Any) -> date | None:
    """Day of a date, or of a text that begins with one; None for anything else."""
    if isinstance(value, date):
        return value
    match = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:  # 30 February
        return None


def judge(own: Outline, kb: KnowledgeBase, options: OutdatedTranslationOptions) -> Iterator[Hit]:
    """Translations that are behind their source."""
    group = kb.once(group_all, RULE.code, options.source).get(own.path)
    if not group or group.source.path == own.path:
        return
    dated: Dated = kb.survey(RULE.code)[own.path]
    source: Dated = kb.survey(RULE.code)[group.source.path]
    behind = (source.changed - dated.changed).days if source.changed and dated.changed else 0
    if dated.marked or behind > options.days:
        how = (
            "marked as outdated"
            if dated.marked
            else f"{behind} day{'' if behind == 1 else 's'} older"
        )
        message = f"the translation is {how}: see {group.source.path}"
        yield Hit(dated.told.span, message, "Compare it with its source and bring it up to date")


RULE = Rule(
    code="LOC002",
    name="outdated-translation",
    severity=Severity.WARNING,
    options=OutdatedTranslationOptions,
    doc=__doc__,
    survey=survey,
    facts=Dated,
    judge=judge,
)
