"""Articles of Zendesk Guide, as its Help Center API lists them.

Sections, categories, users and translations may be side-loaded or stand in lists of their own.
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
    """Whether a record is an article and no section or category."""
    return "body" in record and bool(id_of(record))


def read(article: Table, shelves: Shelves) -> Iterator[Record]:
    """An article in its own language and in those that were side-loaded with it."""
    yield _read(article, article, shelves)
    own = text_of(article, "locale")
    translations = article.get("translations")
    for entry in map(table_of, translations if isinstance(translations, list) else ()):
        locale = text_of(entry, "locale")
        if locale and locale != own and "body" in entry:
            yield _read(article, entry, shelves)


def _read(article: Table, texts: Table, shelves: Shelves) -> Record:
    key, locale = id_of(article), text_of(texts, "locale")
    section = shelves.find("sections", article.get("section_id"))
    up, down = _votes(article)
    fields = {
        "id": key,
        "title": text_of(texts, "title", "name"),
        "locale": locale,
        "url": text_of(texts, "html_url") or text_of(article, "html_url", "url"),
        "tags": labels_of(article, "label_names"),
        "category": shelves.name("categories", section.get("category_id")),
        "section": " > ".join(
            shelves.way("sections", article.get("section_id"), "parent_section_id")
        ),
        "section_id": id_of(article, "section_id"),
        "author": shelves.name("users", article.get("author_id")),
        "author_id": id_of(article, "author_id"),
        "visibility": _visibility(article),
        "created_at": time_of(texts, "created_at"),
        "updated_at": time_of(texts, "edited_at", "updated_at"),
        "outdated": texts.get("outdated") is True,
        "votes_up": up,
        "votes_down": down,
        "views": number_of(article, "views", "view_count"),
    }
    left_out = ARCHIVED if article.get("archived") is True else ""
    if texts.get("draft") is True:
        left_out = DRAFT
    return Record(key, locale, body_of(texts, "body"), "html", filled(fields), left_out)


def _votes(article: Table) -> tuple[int | None, int | None]:
    """Votes for and against: the API gives their sum, of +1 and -1 each, and their number."""
    total, count = article.get("vote_sum"), number_of(article, "vote_count")
    if not isinstance(total, int) or count is None or abs(total) > count:
        return None, None
    return (count + total) // 2, (count - total) // 2


def _visibility(article: Table) -> str:
    if "user_segment_id" not in article:
        return ""
    return "everyone" if article["user_segment_id"] is None else "restricted"


DESK = Desk(
    name="zendesk",
    title="Zendesk Guide",
    marks=frozenset({
        "comments_disabled", "content_tag_ids", "label_names", "outdated_locales",
        "permission_group_id", "section_id", "source_locale",
        "user_segment_id", "vote_count", "vote_sum",
    }),
    is_article=is_article,
    read=read,
)  # fmt: skip
