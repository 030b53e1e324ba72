"""Plain records of any other system: `{"id", "title", "body"}` and what else is known.

Bodies are Markdown or HTML, which the field ``format`` may say. Fields that are not known stay in
the front matter under their names if they hold a line of text, a number or a list of such.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kbtool.articles.markup import markup_of
from kbtool.articles.records import (
    LONGEST,
    Desk,
    Record,
    Shelves,
    Table,
    body_of,
    filled,
    id_of,
    labels_of,
    number_of,
    text_of,
    time_of,
)
from kbtool.articles.values import ARCHIVED, DRAFT
from kbtool.patterns import lazy_pattern

_BODIES = ("body", "body_markdown", "body_html", "body_text", "content", "text")
_KNOWN = frozenset({
    *_BODIES, "archived", "author_id", "category", "created_at", "date", "description", "draft",
    "edited_at", "format", "html_url", "id", "keywords", "label_names", "labels", "lang",
    "language", "locale", "name", "published", "section", "state", "status", "summary", "tags",
    "title", "updated_at", "url", "views", "votes_down", "votes_up",
})  # fmt: skip
"""Fields that are read; the rest is passed on."""

_KEY = lazy_pattern(r"[A-Za-z_][A-Za-z0-9_-]{0,40}")
_MOST_OTHERS = 12
_LONGEST_LIST = 100
_STATES = {
    "draft": DRAFT, "unpublished": DRAFT, "notpublished": DRAFT, "archived": ARCHIVED,
}  # fmt: skip


def is_article(record: Table) -> bool:
    """Whether a record has an id and something to read."""
    has_text = any(isinstance(record.get(key), str) for key in ("title", *_BODIES))
    return bool(id_of(record)) and (has_text or "body" in record)


def read(article: Table, _shelves: Shelves) -> Iterator[Record]:
    """An article."""
    key, locale = id_of(article), text_of(article, "locale", "lang", "language")
    body = body_of(article, *_BODIES)
    named = "html" if "body_html" in article and "body" not in article else article.get("format")
    fields = {
        "id": key,
        "title": text_of(article, "title", "name"),
        "summary": text_of(article, "summary", "description"),
        "locale": locale,
        "url": text_of(article, "html_url", "url"),
        "tags": labels_of(article, "label_names", "labels", "tags"),
        "keywords": labels_of(article, "keywords"),
        "category": text_of(article, "category"),
        "section": text_of(article, "section"),
        "author_id": id_of(article, "author_id"),
        "created_at": time_of(article, "created_at", "date"),
        "updated_at": time_of(article, "edited_at", "updated_at"),
        "votes_up": number_of(article, "votes_up"),
        "votes_down": number_of(article, "votes_down"),
        "views": number_of(article, "views"),
    }
    fields |= _others(article)
    yield Record(key, locale, body, markup_of(body, named), filled(fields), _state(article))


def _others(article: Table) -> dict[str, Any]:
    """Further fields that fit on a line."""
    found = {
        key: _on_lines(value)
        for key, value in article.items()
        if key not in _KNOWN and _KEY.fullmatch(key) and _fits(value)
    }
    return dict(list(found.items())[:_MOST_OTHERS])


def _on_lines(value: Any) -> Any:
    """The value with each text on one line."""
    if isinstance(value, list):
        return [_on_lines(inner) for inner in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _fits(value: Any) -> bool:
    if isinstance(value, list):
        return len(value) <= _LONGEST_LIST and not any(
            isinstance(inner, list) or not _fits(inner) for inner in value
        )
    if isinstance(value, str):
        return len(value) <= LONGEST
    return isinstance(value, int) and abs(value) < 10**15


def _state(article: Table) -> str:
    if article.get("draft") is True or article.get("published") is False:
        return DRAFT
    if article.get("archived") is True:
        return ARCHIVED
    state = article.get("status", article.get("state"))
    return _STATES.get(state.lower(), "") if isinstance(state, str) else ""


DESK = Desk(
    name="jsonl",
    title="JSON Lines of any system",
    marks=frozenset(),
    is_article=is_article,
    read=read,
)
