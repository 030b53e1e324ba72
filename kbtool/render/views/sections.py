"""Sections of a help centre: what articles say of themselves, else the folders they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from kbtool.language.locales import names_locale
from kbtool.model import Article, KnowledgeBase

_KEYS = ("section", "category", "collection")

Folders = tuple[str, ...]


def find_sections(kb: KnowledgeBase) -> dict[str, str]:
    """Section of the article at each path, "" where it has none.

    The first folder that not all articles share; one named after a language is no section.
    """
    folders = _without_locales(
        [PurePosixPath(article.path).parent.parts for article in kb.articles]
    )
    depth = _shared_depth(folders)
    return {
        article.path: _named(article) or "".join(own[depth : depth + 1])
        for article, own in zip(kb.articles, folders, strict=True)
    }


def _named(article: Article) -> str:
    """Section that the front matter names."""
    named = (article.front_matter.values.get(key) for key in _KEYS)
    return next((text.strip() for text in named if isinstance(text, str) and text.strip()), "")


def _without_locales(paths: Sequence[Folders]) -> list[Folders]:
    inside: dict[Folders, set[str]] = defaultdict(set)
    for path in paths:
        for at, name in enumerate(path):
            inside[path[:at]].add(name)
    return [_drop_locales(path, inside) for path in paths]


def _drop_locales(path: Folders, inside: Mapping[Folders, set[str]]) -> Folders:
    pairs = enumerate(path)
    return tuple(name for at, name in pairs if not names_locale(name, inside[path[:at]]))


def _shared_depth(paths: Sequence[Folders]) -> int:
    """How many folders all paths begin with."""
    shared = 0
    for step in zip(*paths, strict=False):
        if len(set(step)) > 1:
            break
        shared += 1
    return shared
