"""All articles together: what rules see that look beyond one article."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct, field

from kbtool.model.article import Article

BuiltT = TypeVar("BuiltT")


class Outline(NamedTuple):
    """What every rule may know of every article."""

    path: str
    id: str
    title: str  # "" where it has none
    locale: str
    owner: str = ""  # as the front matter names them
    url: str = ""  # address that it is published at, "" where it names none

    @classmethod
    def of(cls, article: Article) -> Outline:
        """Outline of an article."""
        title = article.title.text if article.title else ""
        owner = article.front_matter.values.get("owner") or ""
        return cls(article.path, article.id, title, article.locale, str(owner), article.url)


class KnowledgeBase(Struct, frozen=True, dict=True):
    """Articles of one help centre, in order of their paths.

    Rules know other articles by their outlines and by what they surveyed themselves, so that
    thousands need not be held in full at once; ``articles`` is for those who do hold them.
    """

    articles: tuple[Article, ...]
    today: date  # what "overdue" is measured against; never read from the clock below here
    root: str = ""  # folder that paths of articles start with, "" for the current one
    files: frozenset[str] = frozenset()  # every other file links may point to, by path
    outlines: tuple[Outline, ...] = ()
    surveys: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Code of a rule to path of an article to what the rule surveyed there."""
    placeholders: Mapping[str, Any] = field(default_factory=dict)
    """Options of the rule ``placeholder`` where the project sets them: by path of the article, with
    those of all others under ""."""

    @classmethod
    def of(cls, articles: Iterable[Article], today: date, root: str = "") -> KnowledgeBase:
        """Knowledge base of these articles, sorted by path."""
        ordered = tuple(sorted(articles, key=lambda article: article.path))
        return cls(ordered, today, root, outlines=tuple(map(Outline.of, ordered)))

    @cached_property
    def by_path(self) -> dict[str, Article]:
        """Article at a path."""
        return {article.path: article for article in self.articles}

    @cached_property
    def by_id(self) -> dict[str, tuple[Article, ...]]:
        """Articles with an id; more than one where ids collide."""
        return _group_by_id(self.articles)

    @cached_property
    def outlines_by_path(self) -> dict[str, Outline]:
        """Outline of the article at a path."""
        return {outline.path: outline for outline in self.outlines}

    @cached_property
    def outlines_by_id(self) -> dict[str, tuple[Outline, ...]]:
        """Outlines of the articles with an id; more than one where ids collide."""
        return _group_by_id(self.outlines)

    def survey(self, code: str) -> Mapping[str, Any]:
        """Path to what the rule with this code surveyed; articles it has nothing to say of lack."""
        return self.surveys.get(code, {})

    def once(self, build: Callable[..., BuiltT], *given: Hashable) -> BuiltT:
        """``build(self, *given)``, run on the first call only: for indexes over all articles."""
        if (build, given) not in self._built:
            self._built[build, given] = build(self, *given)
        built: BuiltT = self._built[build, given]
        return built

    @cached_property
    def _built(self) -> dict[tuple[Callable[..., Any], tuple[Hashable, ...]], Any]:
        return {}


PartT = TypeVar("PartT", Article, Outline)


def _group_by_id(parts: Iterable[PartT]) -> dict[str, tuple[PartT, ...]]:
    groups: dict[str, list[PartT]] = {}
    for part in parts:
        groups.setdefault(part.id, []).append(part)
    return {key: tuple(group) for key, group in groups.items()}
