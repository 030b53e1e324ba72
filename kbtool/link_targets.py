"""Where links inside a knowledge base lead: paths, ids, and addresses of its own site.

Which addresses are its own, options say, and so do articles: by the address that each is
published at, and by the long numbers that help desks give and put into every address.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated
from unicodedata import normalize
from urllib.parse import unquote

from msgspec import Meta, Struct, field

from kbtool.model import KnowledgeBase, Outline
from kbtool.patterns import lazy_pattern
from kbtool.published import WEB, PublishedIndex
from kbtool.rule import Options

_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_TEMPLATE = lazy_pattern(r"\{\{|\{%|\$\{|<%|\[\[")
_NUMBERED = lazy_pattern(r"(\d+)(?:-.*)?", re.DOTALL)
_ENDINGS = ("", ".md", ".markdown", ".html", ".htm")
_INDEXES = ("index.md", "README.md", "_index.md", "index.markdown")
_MAX_HOPS = 10  # redirects that lead in a circle lead nowhere


class TargetOptions(Options, frozen=True):
    """Options that broken-internal-link and broken-anchor share."""

    own_urls: Annotated[
        tuple[str, ...],
        Meta(description="hosts, or beginnings of addresses, under which the articles are online"),
    ] = ()
    article_urls: Annotated[
        tuple[str, ...],
        Meta(description="how addresses name articles: {id} is an id, * any one folder"),
    ] = ("/hc/*/articles/{id}", "/articles/{id}", "/*/articles/{id}")
    redirects: Annotated[
        dict[str, str],
        Meta(description="paths or addresses that your site redirects, and where to"),
    ] = field(default_factory=dict)


class Target(Struct, frozen=True):
    """Where a link leads, as far as that can be told without the network."""

    place: str  # path of a file, or the address on the own site
    fragment: str  # after "#", decoded; "" where there is none
    articles: tuple[Outline, ...]  # more than one where ids are shared, () where none is there


def may_be_own(href: str, options: TargetOptions) -> bool:
    """Whether an address may lead to an article or a file of this knowledge base."""
    return bool(options.own_urls) or not _is_address(href.strip())


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
        self.own = tuple(WEB.sub("", url).rstrip("/").lower() for url in own_urls if url.strip())
        self.patterns = tuple(url.strip("/").split("/") for url in article_urls)
        self.redirects = {self._site_path(old).strip("/"): new for old, new in redirects}
        self.roots = tuple(dict.fromkeys((_norm(kb.root), self.common)))

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
            inner = self._site_path(path)
            if not inner:
                return self._find_published(path, fragment)
            moved = self._redirect(inner, article)
            if moved is None:
                return self._resolve(inner, fragment, article, is_url=inner != path)
            # A redirect is written as seen from the root, like the address of a page.
            path = moved if _is_address(moved) else "/" + moved.lstrip("/")
        return Target(path, fragment, ())

    def _site_path(self, path: str) -> str:
        """Path as it stands in a file, or on the own site ("/..."); "" for other sites."""
        if not _is_address(path):
            return path
        if path.lower().startswith("www."):
            path = f"//{path}"
        if not WEB.match(path):
            return ""
        path = WEB.sub("", path, count=1)
        for prefix in self.own:
            if path.lower().startswith(prefix) and path[len(prefix) :][:1] in ("", "/"):
                return path[len(prefix) :] or "/"
        return ""

    def _find_published(self, address: str, fragment: str) -> Target | None:
        """Target of an address on a site that no option names; None: it may be any other page."""
        if not address.lower().startswith(("http:", "https:", "//", "www.")):
            return None
        articles = self.published.at(address)
        if not articles and (path := self.published.own_path(address)):
            key, has_number = self._id(path)
            if has_number or self.published.is_among(address):
                articles = self.kb.outlines_by_id.get(key, ())
        return Target(articles[0].path, fragment, articles) if articles else None

    def _redirect(self, inner: str, article: Outline) -> str | None:
        if not self.redirects:
            return None
        for place in (inner, *self._places(inner, article)):
            for root in self.roots:
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
        places = list(self._places(inner, article))
        for candidate in (c for place in places for c in _candidates(place)):
            if found := self.paths.get(candidate):
                return Target(candidate, fragment, (found,))
            if candidate in self.files:
                return None
        key, has_number = self._id(inner)
        articles = self.kb.outlines_by_id.get(key, ())
        if not articles and inner.startswith("/"):
            articles = self.published.at_path(inner)
        if articles:
            return Target(articles[0].path, fragment, articles)
        if has_number:
            return Target(inner, fragment, ()) if self.has_numbers else None
        if is_url or not self._is_judged(inner, places):
            return None
        return Target(places[0], fragment, ())

    def _places(self, inner: str, article: Outline) -> Iterator[str]:
        """Paths that a link may mean, the most likely first."""
        if inner.startswith("/"):
            yield from dict.fromkeys(
                _norm(posixpath.join(root, inner.lstrip("/"))) for root in self.roots
            )
            return
        folder, name = posixpath.split(article.path)
        yield _norm(posixpath.join(folder, inner))
        if posixpath.splitext(inner)[1].lower() not in _ENDINGS[1:]:
            # Sites that show a.md at a/ count "../b" from there.
            stem = posixpath.splitext(name)[0]
            yield _norm(posixpath.join(folder, stem, inner))

    def _id(self, inner: str) -> tuple[str, bool]:
        """Id that an address names, and whether it is a number that a help desk gave."""
        parts = inner.strip("/").split("/")
        for pattern in self.patterns if inner.startswith("/") else ():
            if len(pattern) == len(parts):
                named = _match(pattern, parts)
                if named and (number := _NUMBERED.fullmatch(named)):
                    return number[1], True
                if named:
                    return named, False
        return inner.strip("/"), False

    def _is_judged(self, inner: str, places: list[str]) -> bool:
        """Whether all that could stand at these places would be known."""
        ending = posixpath.splitext(places[0])[1].lower()
        if ending not in _ENDINGS:
            return any(posixpath.dirname(place) in self.file_folders for place in places)
        if any(place in self.folders for place in places):
            return False  # a folder: many sites make an index of it by themselves
        if inner.startswith("/") and ending != ".md":
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


def _is_address(path: str) -> bool:
    return bool(_SCHEME.match(path)) or path.startswith("//") or path.lower().startswith("www.")


def _match(pattern: list[str], parts: list[str]) -> str:
    """What stands for {id} where the parts of an address fit a pattern of as many, else ""."""
    named = ""
    for wanted, part in zip(pattern, parts, strict=True):
        if wanted == "{id}":
            named = part
        elif wanted not in ("*", part):
            return ""
    return named


def _norm(path: str) -> str:
    """Path without "." and ".." inside, in one Unicode form; "" for the current folder."""
    short = posixpath.normpath(path) if path else ""
    return normalize("NFC", "" if short == "." else short)


def _candidates(place: str) -> Iterator[str]:
    """Files that may answer for a place."""
    yield place
    stem, ending = posixpath.splitext(place)
    if ending.lower() in (".html", ".htm"):
        yield from (f"{stem}.md", f"{stem}.markdown")
    yield from (f"{place}.md", f"{place}.markdown")
    yield from (posixpath.join(place, index) for index in _INDEXES)


def _is_below(place: str, folder: str) -> bool:
    if not folder:
        return not place.startswith(("../", "/")) and place != ".."
    return place.startswith(f"{folder.rstrip('/')}/")
