"""Finds article files and reads them all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from kbtool.articles.finding import Excludes, find_files, include_all
from kbtool.articles.missing_pages import find_missing_pages
from kbtool.articles.reading import MAX_BYTES, read_file
from kbtool.articles.values import Loaded, Skipped
from kbtool.model import Article


def load_articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    locale: str = "en",
    max_bytes: int = MAX_BYTES,
    excluded: Excludes = include_all,
    force_exclude: bool = False,
    drafts: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Loaded:
    """Articles at ``paths``; folders are walked, files that are named are always read.

    ``force_exclude`` applies the excludes to named files as well; ``drafts`` reads what exports
    hold of drafts and archived articles.
    """
    found = find_files(paths, excluded, force_exclude=force_exclude)
    articles: list[Article] = []
    skipped = list(found.skipped)
    others = set(found.others)
    for count, file in enumerate(found.files, 1):
        parts = read_file(file, locale, max_bytes, drafts=drafts)
        if not parts:
            others.add(file.shown)
        for part in parts:
            if isinstance(part, Skipped):
                skipped.append(part)
            else:
                articles.append(part)
        if progress:
            progress(count, len(found.files))
    skipped += find_missing_pages(found.files)
    return Loaded(
        tuple(sorted(articles, key=lambda article: article.path)),
        tuple(sorted(skipped, key=lambda skip: skip.path)),
        frozenset(others),
    )
