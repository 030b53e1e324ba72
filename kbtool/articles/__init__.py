"""Finds article files and reads them."""

from kbtool.articles.finding import Excludes, exclude_by, find_files, walk_files
from kbtool.articles.links import existing_files, find_linked_files, linked_places
from kbtool.articles.loading import load_articles
from kbtool.articles.missing_pages import find_missing_pages
from kbtool.articles.publishing import is_draft, is_restricted, leave_out_drafts
from kbtool.articles.reading import (
    EXPORT_BYTES,
    MAX_BYTES,
    parse_bytes,
    parse_file,
    read_article,
    read_bytes,
    read_file,
)
from kbtool.articles.values import (
    ARCHIVED,
    DRAFT,
    EXPORTS,
    HTML,
    MARKDOWN,
    UNPUBLISHED,
    ArticleFile,
    Found,
    Loaded,
    Skipped,
    export_of,
    show,
)

__all__ = [
    "ARCHIVED",
    "DRAFT",
    "EXPORTS",
    "EXPORT_BYTES",
    "HTML",
    "MARKDOWN",
    "MAX_BYTES",
    "UNPUBLISHED",
    "ArticleFile",
    "Excludes",
    "Found",
    "Loaded",
    "Skipped",
    "exclude_by",
    "existing_files",
    "export_of",
    "find_files",
    "find_linked_files",
    "find_missing_pages",
    "is_draft",
    "is_restricted",
    "leave_out_drafts",
    "linked_places",
    "load_articles",
    "parse_bytes",
    "parse_file",
    "read_article",
    "read_bytes",
    "read_file",
    "show",
    "walk_files",
]
