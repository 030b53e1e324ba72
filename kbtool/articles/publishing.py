"""What the front matter says of an article's publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kbtool.articles.values import DRAFT, Loaded, Skipped
from kbtool.model import Article

_LABELS = ("labels", "label_names", "tags", "keywords")
_CHANGED = ("updated_at", "edited_at", "last_updated", "modified", "updated", "lastmod")
_STATES = ("status", "state")
_UNPUBLISHED = frozenset(
    ("draft", "archived", "archive", "unpublished", "notpublished", "private", "hidden")
)
_FOR_ALL = frozenset(("everyone", "everybody", "all", "public", "bots"))
_YES = frozenset(("true", "yes", "1"))
_NO = frozenset(("false", "no", "0"))


def is_draft(article: Article) -> bool:
    """Whether the article says that it is not published: a draft, or archived."""
    values = article.front_matter.values
    flagged = (str(values.get(key, "")).strip().lower() in _YES for key in ("draft", "archived"))
    published = str(values.get("published", "")).strip().lower() not in _NO
    states = (str(values.get(key, "")).strip().lower().replace(" ", "") for key in _STATES)
    return any(flagged) or not published or any(state in _UNPUBLISHED for state in states)


def leave_out_drafts(loaded: Loaded) -> Loaded:
    """Articles that readers can see; the others are named among those that were skipped."""
    drafts = [article for article in loaded.articles if is_draft(article)]
    if not drafts:
        return loaded
    left_out = {article.path for article in drafts}
    return Loaded(
        tuple(article for article in loaded.articles if article.path not in left_out),
        tuple(
            sorted(
                (*loaded.skipped, *(Skipped(path, DRAFT) for path in left_out)),
                key=lambda skip: skip.path,
            )
        ),
        loaded.others | left_out,
    )


def is_restricted(article: Article) -> bool:
    """Whether the help desk shows the article to some people alone, as its import wrote down."""
    visibility = article.front_matter.values.get("visibility")
    return _is_text(visibility) and str(visibility).strip().lower() not in _FOR_ALL


def find_url(article: Article) -> str | None:
    """Address of the published article, None where it names none."""
    return article.url or None


def find_labels(article: Article) -> tuple[str, ...]:
    """Labels, tags and keywords, each once, in order."""
    values = article.front_matter.values
    return tuple(dict.fromkeys(label for key in _LABELS for label in _split(values.get(key))))


def find_change(article: Article) -> str | None:
    """When the article was changed last as it says itself, in ISO 8601 where it is a date."""
    values = (article.front_matter.values.get(key) for key in _CHANGED)
    for value in values:
        if isinstance(value, date):  # a time as well
            return value.isoformat()
        if _is_text(value):
            return str(value).strip()
    return None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _split(value: Any) -> Iterator[str]:
    """Labels of a list, or of a text with commas."""
    parts: Iterable[Any] = value.split(",") if isinstance(value, str) else value or ()
    if not isinstance(parts, list | tuple):
        return
    for part in parts:
        if isinstance(part, str | int) and not isinstance(part, bool):
            text = " ".join(str(part).split())
            if text:
                yield text
