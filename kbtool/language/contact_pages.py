"""Pages and addresses by which a person is reached."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from urllib.parse import unquote, urlsplit

from kbtool.model import Article
from kbtool.patterns import lazy_pattern

_DIRECT = ("mailto:", "tel:", "sms:", "callto:", "skype:", "https://wa.me/", "https://m.me/")
_ENDING = lazy_pattern(r"(?:/index)?(?:\.(?:md|markdown|html?|aspx|php))?/*\Z")
_NUMBER = lazy_pattern(r"(?<=/)\d+-")
_PATH = lazy_pattern(r"[\w.-][\w./-]*+")  # an address that is nothing but a path
_NOT_WORD = lazy_pattern(r"[^\w/]+")


def is_contact_page(path: str, title: str, pages: tuple[str, ...]) -> bool:
    """Whether an article's path or title is that of a contact page."""
    return _ends_in(path, pages) or _ends_in(title, pages)


def is_contact_link(href: str, pages: tuple[str, ...]) -> bool:
    """Whether an address leads to a person: by mail, by telephone, or through a contact page."""
    folded = href.lower()
    if folded.startswith(_DIRECT):
        return True
    is_likely = "%" in href or _holds_part(pages).search(folded)
    return bool(is_likely) and _ends_in(_path_of(href), pages)


@cache
def _holds_part(pages: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern of a part of each page's name that stands in every address and title of it."""
    parts = {max(re.split(r"[\W_]+", page), key=len) for page in pages}
    return re.compile("|".join(sorted(parts)))


@cache
def _endings(pages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"/{page}" for page in pages)


def linked_paths(article: Article) -> tuple[str, ...]:
    """Paths of files that an article links, from the folder it lies in."""
    folder = posixpath.dirname(article.path)
    paths = (_path_of(link.href) for link in article.links if "://" not in link.href)
    return tuple(posixpath.normpath(posixpath.join(folder, path)) for path in paths if path)


def _path_of(href: str) -> str:
    if _PATH.fullmatch(href):
        return href
    try:
        return unquote(urlsplit(href).path)
    except ValueError:  # an address that no browser would follow
        return ""


def _ends_in(path: str, pages: tuple[str, ...]) -> bool:
    """Whether the last part of an address, or a whole title, names one of these pages."""
    folded = path.lower()
    if not _holds_part(pages).search(folded):  # of nearly all: they are not taken apart
        return False
    slug = "/" + _NOT_WORD.sub("-", _NUMBER.sub("", _ENDING.sub("", "/" + folded))).strip("-/")
    return slug.endswith(_endings(pages))
