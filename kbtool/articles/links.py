"""Files that articles link to."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable
from urllib.parse import unquote

from kbtool.articles.values import HTML, MARKDOWN, Loaded
from kbtool.model import Article
from kbtool.patterns import lazy_pattern

_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")


def find_linked_files(loaded: Loaded, root: str = "") -> frozenset[str]:
    """Files and folders on the disk that articles link to and that were not read with them.

    Excluded and hidden files are among them, and the neighbours of a file that was named alone.
    """
    known = (*(article.path for article in loaded.articles), *loaded.others)
    places = (place for article in loaded.articles for place in linked_places(article, root))
    return existing_files(places, known)


def linked_places(article: Article, root: str = "") -> tuple[str, ...]:
    """Paths, as shown, that the addresses in an article without a host stand for, in order."""
    hrefs = {link.href for link in article.links} | {image.src for image in article.images}
    return tuple(sorted(filter(None, {_place_of(href, article, root) for href in hrefs})))


def existing_files(places: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Files and folders on the disk at these places, or there with an ending, beside the known."""
    # In small letters, as some disks find a file whose name is spelled with other capitals.
    folded = {path.lower() for path in known}
    listed: dict[str, frozenset[str]] = {}
    found: set[str] = set()
    for place in set(places):
        folder, name = posixpath.split(place)
        if folder not in listed:
            listed[folder] = _list_names(folder)
        for path in (place, *(place + ending for ending in MARKDOWN + HTML)):
            seen = name == ".." or posixpath.basename(path).lower() in listed[folder]
            # PTH110: os.path.exists never raises.
            if seen and path.lower() not in folded and os.path.exists(path):  # noqa: PTH110
                found.add(path)
    return frozenset(found)


def _list_names(folder: str) -> frozenset[str]:
    """Names in a folder, in small letters: one look at it spares thousands at files."""
    try:
        return frozenset(name.lower() for name in os.listdir(folder or "."))  # noqa: PTH208 - text
    except (OSError, ValueError):
        return frozenset()


def _place_of(href: str, article: Article, root: str) -> str:
    """Path that an address without a host stands for, as shown; "" for any other."""
    path = unquote(href.partition("#")[0].partition("?")[0]).replace("\\", "/")
    if not path or path.startswith("//") or _SCHEME.match(path):
        return ""
    folder = root if path.startswith("/") else posixpath.dirname(article.path)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
