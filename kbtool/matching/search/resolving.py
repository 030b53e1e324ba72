"""Articles that agents linked, as addresses or ids -> ids of the articles that are here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from kbtool.model import Article, KnowledgeBase, Question

# Keys of front matter that hold earlier addresses of an article.
_REDIRECTS = ("redirect_from", "redirects", "aliases", "previous_urls")
_LOCALE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(\d{3,20})(?:-[^/]*)?(?:\.json)?"
)  # "360001234-How-to-pay": the number never changes
# "/article/12-How-to-pay": Help Scout counts the articles of a site from 1.
_COUNTED = re.compile(r"(\d{1,6})(?:-[^/]*)?")
# What may stand behind an article's own address.
_PAGES = frozenset("comments edit print show subscription subscriptions votes".split())
_MOST = 2_000  # characters of an address that are looked at


class Resolved(Struct, frozen=True):
    """Questions with ids of articles, and what could not be told."""

    questions: tuple[Question, ...]
    found: int  # links that name an article
    lost: Counter[str]  # links that name none, as written


def resolve_articles(questions: Iterable[Question], kb: KnowledgeBase) -> Resolved:
    """The same questions; ``resolved_by`` has an article's id wherever one can be told.

    An address is known by that of an article, by an earlier one of it, by the number that help
    desks put before a title, and by the last part of its path. What names no article stays as it
    was: that agents used something that is not here says something too.
    """
    table = ArticleTable(kb.articles)
    lost: Counter[str] = Counter()
    resolved, found = [], 0
    for question in questions:
        if not question.resolved_by:
            resolved.append(question)
            continue
        names = []
        for link in question.resolved_by:
            name = table.find(link)
            found += name is not None
            lost.update([link] if name is None else ())
            names.append(link if name is None else name)
        ids = tuple(dict.fromkeys(names))
        resolved.append(replace(question, resolved_by=ids))
    return Resolved(tuple(resolved), found, lost)


class ArticleTable:
    """Ids of articles by all that they are known by."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._ids = {article.id for article in articles}
        addresses: list[tuple[str, str]] = []
        for article in articles:
            addresses += [(place, article.id) for place in _addresses(article)]
        self._by_path = _tell_apart((_path(place), name) for place, name in addresses)
        numbers = [(number, name) for place, name in addresses for number in _numbers(place)]
        self._by_number = _tell_apart(
            [*numbers, *((name, name) for name in self._ids if _NUMBER.fullmatch(name))]
        )
        self._sites = {_site(place) for place, _ in addresses} - {""}
        slugs = [(_slug(place), name) for place, name in addresses]
        self._by_slug = _tell_apart([*slugs, *((name.casefold(), name) for name in self._ids)])

    def find(self, link: str) -> str | None:
        """Id of the article that a link leads to, None where it leads to none."""
        if link in self._ids:
            return link
        if "/" not in link:
            return self._by_slug.get(link.casefold())
        link = link[:_MOST]
        number = next(_numbers(link), "")
        if number:
            return self._by_number.get(number)
        if self._is_foreign(link):
            return None
        found = self._by_path.get(_path(link)) or self._by_slug.get(_slug(link))
        return found or self._find_around(link)

    def _find_around(self, link: str) -> str | None:
        """Id of the article that a link leads to a page of: its comments, or how it prints."""
        own = "/".join(_parts(link, whole=False))
        return self._by_path.get(own) or self._by_slug.get(_slug(own))

    def _is_foreign(self, link: str) -> bool:
        """Whether a link leads to a site that no article is on, where their sites are known.

        Names of pages are alike everywhere: "/returns" of a parcel service is none of ours.
        """
        site = _site(link)
        return bool(site and self._sites and site not in self._sites)


def _addresses(article: Article) -> Iterator[str]:
    values = article.front_matter.values
    for key in ("url", *_REDIRECTS):
        value = values.get(key)
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, str) and "/" in entry:
                yield entry[:_MOST]


def _parts(address: str, *, whole: bool = True) -> list[str]:
    """Parts of an address's path in small letters, without a leading locale.

    ``whole`` or without what stands behind an article's own address, such as its comments.
    """
    try:
        path = urlsplit(address).path
    except ValueError:  # "http://[": people paste such things
        return []
    parts = [unquote(part).casefold() for part in path.split("/") if part]
    parts = parts if whole else _cut_pages(parts)
    last = len(parts) - 1  # "/en/top-up" ends with a name, whatever it looks like
    return [p for at, p in enumerate(parts) if at > 1 or at == last or not _LOCALE.fullmatch(p)]


def _cut_pages(parts: list[str]) -> list[str]:
    """The parts up to an article's own; "/articles/36001/comments/555" is a comment on 36001."""
    while len(parts) > 1:
        last, before = parts[-1], parts[-2]
        if last in _PAGES or (_NUMBER.fullmatch(before) and _LOCALE.fullmatch(last)):
            parts = parts[:-1]
        elif before == "comments" and last.isdecimal():
            parts = parts[:-2]
        else:
            break
    return parts


def _site(address: str) -> str:
    """The last two labels of a host, "" where there is none: help.example.com is on example.com."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return ".".join(host.split(".")[-2:])


def _path(address: str) -> str:
    return "/".join(_parts(address))


def _numbers(address: str) -> Iterator[str]:
    """The number that begins the last part of a path, none where there is none.

    One that a site counts for itself stands behind its host, and once more without.
    """
    parts = _parts(address, whole=False)
    if len(parts) > 1 and parts[-2] == "article" and (match := _COUNTED.fullmatch(parts[-1])):
        host = urlsplit(address).hostname or ""
        yield from dict.fromkeys((f"{host}/{match[1]}", f"/{match[1]}"))
    elif parts and (match := _NUMBER.fullmatch(parts[-1])):
        yield match[1]


def _slug(address: str) -> str:
    """The last part of a path without its ending, "" for a home page."""
    parts = _parts(address)
    return re.sub(r"\.(?:html?|md|aspx?|php)$", "", parts[-1]) if parts else ""


def _tell_apart(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What stands for one article alone."""
    names: dict[str, set[str]] = {}
    for key, name in pairs:
        if key:
            names.setdefault(key, set()).add(name)
    return {key: next(iter(found)) for key, found in names.items() if len(found) == 1}
