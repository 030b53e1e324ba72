"""Pages of exports that were not named or downloaded, as the others tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kbtool.articles.paging import find_doubt
from kbtool.articles.reading import EXPORT_BYTES, read_bytes
from kbtool.articles.values import EXPORTS, ArticleFile, Skipped
from kbtool.errors import InputError

_REMEDY = "Export the other pages into the same folder and name them all"


def find_missing_pages(files: Iterable[ArticleFile]) -> Iterator[Skipped]:
    """What the exports among the files of a folder say of articles that none of them holds."""
    folders: dict[Path, list[ArticleFile]] = defaultdict(list)
    for file in files:
        if file.shown.lower().endswith(EXPORTS):
            folders[Path(file.place).parent].append(file)
    for pages in folders.values():
        if doubt := find_doubt(_read(pages), plain=True):
            message = f"articles are missing: {doubt}"
            yield Skipped(pages[0].shown, message, _REMEDY, fault=True)


def _read(files: Sequence[ArticleFile]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        try:
            yield file.shown, read_bytes(Path(file.place), EXPORT_BYTES)
        except InputError:
            continue  # it was told why it cannot be read
