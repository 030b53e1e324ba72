"""Solution articles of Freshdesk, as its API gives them.

Folders, categories and agents may stand in lists of their own; single articles name theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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
from kbtool.articles.values import DRAFT

_DRAFT = 1  # a status; 2 is published
_KINDS = {1: "permanent", 2: "workaround"}
_VISIBILITY = {
    1: "everyone", 2: "logged-in users", 3: "agents", 4: "selected companies", 5: "bots",
    6: "selected segments", 7: "selected companies",
}  # fmt: skip


def is_article(record: Table) -> bool:
    """Whether a record is an article: folders and categories have a name, not a title."""
    return "description" in record and isinstance(record.get("title"), str) and bool(id_of(record))


def read(article: Table, shelves: Shelves) -> Iterator[Record]:
    """An article; each language of one is a record of its own."""
    key, locale = id_of(article), text_of(article, "language", "locale")
    seo = table_of(article.get("seo_data"))
    folder = shelves.find("folders", article.get("folder_id"))
    category, section = _place(article, shelves)
    agent = table_of(shelves.find("agents", article.get("agent_id")).get("contact"))
    fields = {
        "id": key,
        "title": text_of(article, "title"),
        "summary": text_of(seo, "meta_description"),
        "locale": locale,
        "url": text_of(article, "url"),
        "tags": labels_of(article, "tags"),
        "keywords": labels_of(seo, "meta_keywords"),
        "category": category,
        "section": section,
        "category_id": id_of(article, "category_id"),
        "folder_id": id_of(article, "folder_id"),
        "author": text_of(agent, "name"),
        "author_id": id_of(article, "agent_id"),
        "visibility": _named(_VISIBILITY, folder.get("visibility")),
        "kind": _named(_KINDS, article.get("type")),
        "created_at": time_of(article, "created_at"),
        "updated_at": time_of(article, "modified_at", "updated_at"),
        "votes_up": number_of(article, "thumbs_up"),
        "votes_down": number_of(article, "thumbs_down"),
        "views": number_of(article, "hits"),
    }
    left_out = DRAFT if article.get("status") == _DRAFT else ""
    body = body_of(article, "description", "description_text")
    yield Record(key, locale, body, "html", filled(fields), left_out)


def _place(article: Table, shelves: Shelves) -> tuple[str, str]:
    """Category and folders that an article lies in."""
    names: dict[str, list[str]] = {"category": [], "folder": []}
    levels = article.get("hierarchy")
    for level in map(table_of, levels if isinstance(levels, list) else ()):
        if level.get("type") in ("category", "folder"):
            names[level["type"]].append(text_of(table_of(level.get("data")), "name"))
    category = shelves.name("categories", article.get("category_id"))
    folders = shelves.way("folders", article.get("folder_id"), "parent_folder_id")
    return (
        category or next(filter(None, names["category"]), ""),
        " > ".join(folders or filter(None, names["folder"])),
    )


def _named(names: dict[int, str], value: Any) -> str:
    return names.get(value, "") if isinstance(value, int) else ""


DESK = Desk(
    name="freshdesk",
    title="Freshdesk",
    marks=frozenset({
        "agent_id", "description_text", "folder_id", "hierarchy", "hits", "seo_data",
        "thumbs_down", "thumbs_up",
    }),
    is_article=is_article,
    read=read,
)  # fmt: skip
