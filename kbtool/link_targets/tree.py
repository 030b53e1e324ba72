"""Paths of a knowledge base: where articles and other files lie, and what a path may mean."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from functools import cached_property
from unicodedata import normalize

from kbtool.model import KnowledgeBase, Outline

_ENDINGS = ("", ".md", ".markdown", ".html", ".htm")
_INDEXES = ("index.md", "README.md", "_index.md", "index.markdown")


class Tree:
    """Files and folders of a knowledge base; its tables are made when first needed."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Take the knowledge base."""
        self.kb = kb

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Folders that a path from the root of the site may start at, the most likely first."""
        return tuple(dict.fromkeys((_norm(self.kb.root), self.common)))

    @cached_property
    def paths(self) -> dict[str, Outline]:
        """Article at a path."""
        return {_norm(outline.path): outline for outline in self.kb.outlines}

    @cached_property
    def common(self) -> str:
        """Innermost folder that holds all articles."""
        folders = [posixpath.dirname(_norm(outline.path)) for outline in self.kb.outlines]
        if len({folder.startswith("/") for folder in folders}) > 1:
            return ""  # some below the current folder and some not
        return posixpath.commonpath(folders) if folders and all(folders) else ""

    @cached_property
    def folders(self) -> frozenset[str]:
        """Folders in which articles lie, and the folders around those."""
        found: set[str] = set()
        for path in self.paths:
            while (path := posixpath.dirname(path)) not in found:
                found.add(path)
        return frozenset(found)

    @cached_property
    def files(self) -> frozenset[str]:
        """Paths of all files that are no articles."""
        return frozenset(_norm(path) for path in self.kb.files)

    @cached_property
    def file_folders(self) -> frozenset[str]:
        """Folders of all files that are no articles."""
        return frozenset(posixpath.dirname(path) for path in self.files)

    @cached_property
    def named(self) -> dict[str, list[str]]:
        """Paths of articles with a file name, in small letters."""
        found: dict[str, list[str]] = {}
        for path in self.paths:
            found.setdefault(posixpath.basename(path).lower(), []).append(path)
        return found

    def places(self, path: str, article: Outline) -> Iterator[str]:
        """Paths that one in an article may mean, the most likely first."""
        if path.startswith("/"):
            yield from dict.fromkeys(
                _norm(posixpath.join(root, path.lstrip("/"))) for root in self.roots
            )
            return
        folder, name = posixpath.split(article.path)
        yield _norm(posixpath.join(folder, path))
        if posixpath.splitext(path)[1].lower() not in _ENDINGS[1:]:
            # Sites that show a.md at a/ count "../b" from there.
            stem = posixpath.splitext(name)[0]
            yield _norm(posixpath.join(folder, stem, path))

    def is_judged(self, path: str, places: Sequence[str]) -> bool:
        """Whether all that could stand at these places would be known."""
        ending = posixpath.splitext(places[0])[1].lower()
        if ending not in _ENDINGS:
            return any(posixpath.dirname(place) in self.file_folders for place in places)
        if any(place in self.folders for place in places):
            return False  # a folder: many sites make an index of it by themselves
        if path.startswith("/") and ending != ".md":
            # Without an ending it may be any page of the site, unless it stands among articles.
            around = {posixpath.dirname(place) for place in places} - set(self.roots)
            return any(folder in self.folders for folder in around)
        return all(_is_below(place, self.common) for place in places[:1])

    def find_similar(self, place: str) -> str:
        """Path of the article that was probably meant, "" where none or several could be."""
        name = posixpath.basename(place).lower()
        ending = posixpath.splitext(name)[1]
        for wanted in (name, f"{name}.md", f"{name.removesuffix(ending)}.md"):
            if found := self.named.get(wanted):
                return found[0] if len(found) == 1 else ""
        return ""


def list_candidates(place: str) -> Iterator[str]:
    """Files that may answer for a place."""
    yield place
    stem, ending = posixpath.splitext(place)
    if ending.lower() in (".html", ".htm"):
        yield from (f"{stem}.md", f"{stem}.markdown")
    yield from (f"{place}.md", f"{place}.markdown")
    yield from (posixpath.join(place, index) for index in _INDEXES)


def _norm(path: str) -> str:
    """Path without "." and ".." inside, in one Unicode form; "" for the current folder."""
    short = posixpath.normpath(path) if path else ""
    return normalize("NFC", "" if short == "." else short)


def _is_below(place: str, folder: str) -> bool:
    if not folder:
        return not place.startswith(("../", "/")) and place != ".."
    return place.startswith(f"{folder.rstrip('/')}/")
