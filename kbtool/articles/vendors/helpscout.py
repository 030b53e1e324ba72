"""Articles of Help Scout Docs, as its API gives them one by one.

Its lists hold no text: such entries are told, not read. Categories and collections may stand in
lists of their own.
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
    ids_of,
    labels_of,
    number_of,
    text_of,
    time_of,
)
from kbtool.articles.values import DRAFT, NO_TEXT


def is_article(record: Table) -> bool:
    """Whether a record is an article, with its text or as lists have it."""
    return "collectionId" in record and "name" in record and "status" in record


def read(article: Table, shelves: Shelves) -> Iterator[Record]:
    """An article; Docs sites have one language each."""
    key, locale = id_of(article), text_of(article, "language", "locale")
    listed = article.get("categories")
    categories = listed if isinstance(listed, list) else []
    names = [shelves.name("categories", category) for category in categories]
    fields = {
        "id": key,
        "title": text_of(article, "name"),
        "slug": text_of(article, "slug"),
        "locale": locale,
        "url": text_of(article, "publicUrl", "url"),
        "tags": labels_of(article, "keywords"),
        "category": shelves.name("collections", article.get("collectionId")),
        "section": ", ".join(filter(None, names)),
        "collection_id": id_of(article, "collectionId"),
        "categories": ids_of(categories),
        "author_id": id_of(article, "updatedBy", "createdBy"),
        "created_at": time_of(article, "createdAt"),
        "updated_at": time_of(article, "lastPublishedAt", "updatedAt"),
        "views": number_of(article, "viewCount"),
    }
    body = body_of(article, "text")
    left_out = NO_TEXT if "text" not in article else ""
    if article.get("status") == "notpublished":
        left_out = DRAFT
    yield Record(key, locale, body, "html", filled(fields), left_out)


DESK = Desk(
    name="helpscout",
    title="Help Scout Docs",
    marks=frozenset({
        "collectionId", "hasDraft", "lastPublishedAt", "popularity", "publicUrl", "viewCount",
    }),
    is_article=is_article,
    read=read,
)  # fmt: skip
