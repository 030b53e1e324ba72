"""All articles together: what rules see that look beyond one article."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from kbtool.model.article import Article

BuiltT = TypeVar("BuiltT")


@dataclass(frozen=True)
class KnowledgeBase:
    """Articles of one help centre, in order of their paths."""

    articles: tuple[Article, ...]
    today: date  # what "overdue" is measured against; never read from the clock below here
    root: str = ""  # folder that paths of articles start with, "" for the current one
    files: frozenset[str] = frozenset()  # every other file links may point to, by path

    @classmethod
    def of(cls, articles: Iterable[Article], today: date, root: str = "") -> KnowledgeBase:
        """Knowledge base of these articles, sorted by path."""
        return cls(tuple(sorted(articles, key=lambda article: article.path)), today, root)

    @cached_property
    def by_path(self) -> dict[str, Article]:
        """Article at a path."""
        return {article.path: article for article in self.articles}

    @cached_property
    def by_id(self) -> dict[str, tuple[Article, ...]]:
        """Articles with an id; more than one where ids collide."""
        groups: dict[str, list[Article]] = {}
        for article in self.articles:
            groups.setdefault(article.id, []).append(article)
        return {key: tuple(group) for key, group in groups.items()}

    def once(self, build: Callable[..., BuiltT], *given: Hashable) -> BuiltT:
        """``build(self, *given)``, run on the first call only: for indexes over all articles."""
        if (build, given) not in self._built:
            self._built[build, given] = build(self, *given)
        built: BuiltT = self._built[build, given]
        return built

    @cached_property
    def _built(self) -> dict[tuple[Callable[..., Any], tuple[Hashable, ...]], Any]:
        return {}
