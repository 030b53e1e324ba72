"""Finds the article that a link leads to."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import unquote

from msgspec import Struct

from kbtool.link_targets.addresses import OwnSite, is_address
from kbtool.link_targets.options import TargetOptions
from kbtool.link_targets.tree import Tree, list_candidates
from kbtool.model import KnowledgeBase, Outline
from kbtool.patterns import lazy_pattern
from kbtool.published import PublishedIndex

_TEMPLATE = lazy_pattern(r"\{\{|\{%|\$\{|<%|\[\[")
_MAX_HOPS = 10  # redirects that lead in a circle lead nowhere


class Target(Struct, frozen=True):
    """Where a link leads, as far as that can be told without the network."""

    place: str  # path of a file, or the address on the own site
    fragment: str  # after "#", decoded; "" where there is none
    articles: tuple[Outline, ...]  # more than one where ids are shared, () where none is there


def link_index(kb: KnowledgeBase, options: TargetOptions) -> LinkIndex:
    """Index of a knowledge base, built once for each set of options."""
    redirects = tuple(sorted(options.redirects.items()))
    return kb.once(LinkIndex, options.own_urls, options.article_urls, redirects)


class LinkIndex:
    """Finds the article that a link leads to."""

    def __init__(
        self,
        kb: KnowledgeBase,
        own_urls: tuple[str, ...],
        article_urls: tuple[str, ...],
        redirects: tuple[tuple[str, str], ...],
    ) -> None:
        """Take the knowledge base and the options; the tables are made when first needed."""
        self.kb = kb
        self.site = OwnSite(own_urls, article_urls)
        self.tree = Tree(kb)
        self.redirects = {self.site.path_of(old).strip("/"): new for old, new in redirects}

    @cached_property
    def published(self) -> PublishedIndex:
        """Where articles are published, as they say themselves."""
        return PublishedIndex(self.kb)

    @cached_property
    def has_numbers(self) -> bool:
        """Whether the articles know the numbers that a help desk gave them."""
        return any(key.isdigit() for key in self.kb.outlines_by_id)

    def find(self, href: str, article: Outline) -> Target | None:
        """Target of a link of ``article``; None where it leads elsewhere or cannot be judged."""
        address = href.strip()
        if not address or _TEMPLATE.search(unquote(address)):
            return None
        rest, _, fragment = address.partition("#")
        fragment = unquote(fragment)
        path = unquote(rest.partition("?")[0]).replace("\\", "/")
        if not path:
            return Target(article.path, fragment, (article,))
        for _ in range(_MAX_HOPS):
            inner = self.site.path_of(path)
            if not inner:
                return self._find_published(path, fragment)
            moved = self._redirect(inner, article)
            if moved is None:
                return self._resolve(inner, fragment, article, is_url=inner != path)
            # A redirect is written as seen from the root, like the address of a page.
            path = moved if is_address(moved) else "/" + moved.lstrip("/")
        return Target(path, fragment, ())

    def find_similar(self, place: str) -> str:
        """Path of the article that was probably meant, "" where none or several could be."""
        return self.tree.find_similar(place)

    def _find_published(self, address: str, fragment: str) -> Target | None:
        """Target of an address on a site that no option names; None: it may be any other page."""
        if not address.lower().startswith(("http:", "https:", "//", "www.")):
            return None
        articles = self.published.at(address)
        if not articles and (path := self.published.own_path(address)):
            key, has_number = self.site.id_of(path)
            if has_number or self.published.is_among(address):
                articles = self.kb.outlines_by_id.get(key, ())
        return Target(articles[0].path, fragment, articles) if articles else None

    def _redirect(self, inner: str, article: Outline) -> str | None:
        if not self.redirects:
            return None
        for place in (inner, *self.tree.places(inner, article)):
            for root in self.tree.roots:
                key = place.removeprefix(f"{root}/") if root else place
                if (moved := self.redirects.get(key.strip("/"))) is not None:
                    return moved.partition("#")[0]
        return None

    def _resolve(
        self,
        inner: str,
        fragment: str,
        article: Outline,
        *,
        is_url: bool,
    ) -> Target | None:
        places = list(self.tree.places(inner, article))
        for candidate in (c for place in places for c in list_candidates(place)):
            if found := self.tree.paths.get(candidate):
                return Target(candidate, fragment, (found,))
            if candidate in self.tree.files:
                return None
        key, has_number = self.site.id_of(inner)
        articles = self.kb.outlines_by_id.get(key, ())
        if not articles and inner.startswith("/"):
            articles = self.published.at_path(inner)
        if articles:
            return Target(articles[0].path, fragment, articles)
        if has_number:
            return Target(inner, fragment, ()) if self.has_numbers else None
        if is_url or not self.tree.is_judged(inner, places):
            return None
        return Target(places[0], fragment, ())
