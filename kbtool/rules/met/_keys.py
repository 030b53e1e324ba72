"""Keys that front matter is likely to hold, and keys that look like a slip of one of them."""

from __future__ import annotations

from collections.abc import Iterable

READ = (
    "aliases", "audience", "description", "edited_at", "id", "intro", "introduction", "kbtool",
    "keywords", "label_names", "labels", "lang", "last_reviewed", "lead", "locale", "owner",
    "reviewed", "slug", "standfirst", "summary", "tags", "title", "type", "updated_at", "url",
)  # fmt: skip
"""Keys that kbtool reads: in another way of writing they do nothing."""

COMMON = (
    "abstract", "alias", "applies_to", "approved", "approver", "archived", "article_id",
    "article_type", "attachments", "author", "author_id", "authors", "banner", "body_class",
    "brand", "brand_id", "breadcrumbs", "canonical", "canonical_url", "categories", "category",
    "category_id", "channel", "channels", "collection", "collections", "comments",
    "comments_disabled", "content_tags", "content_type", "contributors", "copyright", "country",
    "cover", "created", "created_at", "created_by", "customers", "date", "deprecated",
    "description_html", "difficulty", "draft", "editor", "effort", "excerpt", "expires",
    "expires_on", "expiry_date", "external_id", "faq", "featured", "featured_image", "folder",
    "folder_id", "footer", "format", "group", "groups", "head", "header", "heading", "headline",
    "help_center", "hidden", "hide", "hide_title", "hide_toc", "html_url", "icon", "image",
    "images", "index", "internal", "journey", "keyword", "label", "landing", "language",
    "languages", "last_modified", "last_review", "last_reviewed_at", "last_reviewed_by",
    "last_updated", "lastmod", "layout", "level", "license", "link", "links", "maintainer",
    "maintainers", "markets", "menu", "menu_title", "meta", "meta_description", "meta_title",
    "modified", "name", "nav", "nav_order", "nav_title", "next", "next_review", "noindex", "note",
    "notes", "order", "outdated", "outline", "owners", "page", "page_title", "pagination",
    "parent", "permalink", "permission_group_id", "permissions", "persona", "pinned", "plan",
    "plans", "platform", "platforms", "position", "prev", "previous", "priority", "private",
    "product", "products", "promoted", "public", "publish", "publish_date", "published",
    "published_at", "questions", "redirect", "redirect_from", "redirect_to", "redirects",
    "references", "region", "regions", "related", "related_articles", "release", "released",
    "review", "review_by", "review_cycle", "review_date", "review_on", "reviewed_at",
    "reviewed_by", "reviewer", "reviewers", "role", "roles", "route", "scope", "search",
    "searchable", "section", "section_id", "section_title", "sections", "segment", "segments",
    "sensitive", "seo", "seo_description", "seo_title", "series", "short_title", "sidebar",
    "sidebar_label", "sidebar_position", "sitemap", "sort", "source", "source_locale", "sources",
    "state", "status", "steps", "style", "subject", "subtitle", "synonyms", "tag", "taxonomy",
    "team", "teams", "template", "theme", "thumbnail", "titles", "toc", "toc_depth", "topic",
    "topics", "translated", "translation", "translation_key", "translations", "translator",
    "types", "updated", "updated_by", "user_segment_id", "uuid", "valid_from", "valid_until",
    "version", "versions", "video", "view", "views", "visibility", "visible", "vote", "votes",
    "weight", "word_count",
)  # fmt: skip
"""Keys of help centres, site generators and exports."""


def slips_of(key: str, known: Iterable[str]) -> list[str]:
    """Known keys that a key is a slip of: the nearest, more than one where they are equally near.

    Two letters may be added, left out, changed or swapped, in a key of up to five letters only one.
    """
    found = [
        (0 if _folded(key) == _folded(other) else count_slips(key, other), other)
        for other in known
        if abs(len(key) - len(other)) <= 2 and _may_be(key, other)
    ]
    near = [(far, other) for far, other in found if far <= min(_allowed(key), _allowed(other))]
    nearest = min((far for far, _ in near), default=0)
    return [other for far, other in near if far == nearest]


def _allowed(key: str) -> int:
    if len(key) < 4:
        return 0
    return 1 if len(key) < 6 else 2


def _may_be(key: str, other: str) -> bool:
    """Whether one key can be a slip of another, going by how the two are made.

    The first letter is lost or swapped at times, but hardly ever another. Keys that differ in
    digits are numbered ("link1"), and those that differ in capitals and signs are spelled for
    another reader ("pageTitle").
    """
    begins = key[:1].lower() == other[:1].lower() or key[:2] == other[1::-1] or key == other[1:]
    if not begins:
        return False
    if _digits(key) != _digits(other):
        return False
    return other in READ or _folded(key) != _folded(other)


def _digits(key: str) -> str:
    return "".join(filter(str.isdigit, key))


def _folded(key: str) -> str:
    return "".join(filter(str.isalnum, key)).lower()


def count_slips(word: str, other: str) -> int:
    """Letters to add, leave out, change or swap with their neighbour to make one word the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
