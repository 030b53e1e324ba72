"""Articles of Intercom, as its Articles API lists them, with their translations.

Collections and admins may stand in lists of their own; times are Unix seconds.
"""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.articles.records import (
    Desk,
    Record,
    Shelves,
    Table,
    body_of,
    filled,
    id_of,
    labels_of,
    number_of,
    table_of,
    text_of,
    time_of,
)
from kbtool.articles.values import ARCHIVED, DRAFT


def is_article(record: Table) -> bool:
    """Whether a record is an article and no collection."""
    return "body" in record and bool(id_of(record))


def read(article: Table, shelves: Shelves) -> Iterator[Record]:
    """An article in its default language, then its translations."""
    default = text_of(article, "default_locale", "locale")
    yield _read(article, article, default, shelves)
    for locale, entry in table_of(article.get("translated_content")).items():
        if isinstance(entry, dict) and locale != default and ("body" in entry or "title" in entry):
            yield _read(article, entry, " ".join(locale.split())[:40], shelves)


def _read(article: Table, texts: Table, locale: str, shelves: Shelves) -> Record:
    key = id_of(article)
    statistics = table_of(article.get("statistics"))
    way = shelves.way("collections", article.get("parent_id"), "parent_id")
    fields = {
        "id": key,
        "title": text_of(texts, "title"),
        "summary": text_of(texts, "description"),
        "locale": locale,
        "url": text_of(texts, "url"),
        "tags": _tags(article),
        "category": way[0] if way else "",
        "section": " > ".join(way[1:]),
        "parent": id_of(article, "parent_id"),
        "author": shelves.name("admins", article.get("author_id")),
        "author_id": id_of(article, "author_id"),
        "created_at": time_of(texts, "created_at") or time_of(article, "created_at"),
        "updated_at": time_of(texts, "updated_at"),
        "views": number_of(statistics, "views"),
        "reactions": number_of(statistics, "reactions"),
        "happy_percentage": _percentage(statistics, "happy"),
        "sad_percentage": _percentage(statistics, "sad"),
    }
    state = {"draft": DRAFT, "archived": ARCHIVED}.get(text_of(texts, "state"), "")
    return Record(key, locale, body_of(texts, "body"), "html", filled(fields), state)


def _tags(article: Table) -> list[str]:
    """Names of the tags, which come as records in a list of their own."""
    tags = article.get("tags")
    listed = table_of(tags).get("tags", tags)
    names = [text_of(table_of(tag), "name") for tag in listed] if isinstance(listed, list) else []
    return labels_of({"tags": list(filter(None, names))}, "tags") or labels_of(article, "tags")


def _percentage(statistics: Table, mood: str) -> int | None:
    value = statistics.get(f"{mood}_reaction_percentage")
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return round(value) if 0 <= value <= 100 else None


DESK = Desk(
    name="intercom",
    title="Intercom",
    marks=frozenset({
        "workspace_id", "translated_content", "default_locale", "parent_ids", "parent_type",
    }),
    is_article=is_article,
    read=read,
)  # fmt: skip
