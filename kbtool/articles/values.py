"""What finding and reading article files gives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from kbtool.model import Article

MARKDOWN = (".md", ".markdown")
HTML = (".html", ".htm")
JSON_LINES = (".jsonl", ".ndjson")
EXPORTS = (".json", *JSON_LINES)  # of help desks, where they are named
DRAFT = "a draft"
ARCHIVED = "archived"
"""Why an article of an export is left out that is not published."""
UNPUBLISHED = (DRAFT, ARCHIVED)
NO_TEXT = "listed without its text"
"""Why an article cannot be read that a list merely names."""


def export_of(path: str) -> str:
    """File of an export that holds the article with a path; empty for an article in a file."""
    file = path.rpartition("#")[0]
    return file if file.lower().endswith(EXPORTS) else ""


class Skipped(Struct, frozen=True):
    """A file that was found and not checked."""

    path: str
    reason: str
    remedy: str = ""
    fault: bool = False  # it should have been checked and could not be


class Loaded(Struct, frozen=True):
    """Articles that were read, and files that were not."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    others: frozenset[str] = frozenset()  # every further file that was seen, for links


class ArticleFile(NamedTuple):
    """A file that may hold articles."""

    place: str  # to open it
    shown: str  # as users see it
    named: bool  # given by name, not found in a folder


class Found(Struct, frozen=True):
    """Files at some paths."""

    files: tuple[ArticleFile, ...]  # in order of the path shown
    skipped: tuple[Skipped, ...] = ()
    others: frozenset[str] = frozenset()  # files of other kinds, as shown


def show(path: str | os.PathLike[str]) -> str:
    """Path as users see it: from the current folder where it lies below, with forward slashes."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links
    here = os.getcwd()  # noqa: PTH109 - as text: thousands of paths are shown
    below = absolute.startswith(here if here.endswith(os.sep) else here + os.sep)
    shown = absolute[len(here) :].lstrip(os.sep) if below else absolute
    if shown == here:
        shown = "."
    # Names that are not valid text must not break the output.
    return Path(shown).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
