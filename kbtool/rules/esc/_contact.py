"""Pages and addresses by which a person is reached."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from kbtool.model import Article, KnowledgeBase

_DIRECT = ("mailto:", "tel:", "sms:", "callto:", "skype:", "https://wa.me/", "https://m.me/")
_ENDING = re.compile(r"(?:/index)?(?:\.(?:md|markdown|html?|aspx|php))?/*\Z")
_NUMBER = re.compile(r"(?<=/)\d+-")
_NOT_WORD = re.compile(r"[^\w/]+")


def is_contact_page(article: Article, pages: tuple[str, ...]) -> bool:
    """Whether an article's path or title is that of a contact page."""
    title = article.title.text if article.title else ""
    return _ends_in(article.path, pages) or _ends_in(title, pages)


def is_contact_link(
    href: str,
    article: Article,
    kb: KnowledgeBase,
    pages: tuple[str, ...],
) -> bool:
    """Whether a link leads to a person: by mail, by telephone, or through a contact page."""
    if href.lower().startswith(_DIRECT):
        return True
    try:
        path = unquote(urlsplit(href).path)
    except ValueError:  # an address that no browser would follow
        return False
    if _ends_in(path, pages):
        return True
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(article.path), path))
    target = kb.by_path.get(beside)
    return target is not None and is_contact_page(target, pages)


def _ends_in(path: str, pages: tuple[str, ...]) -> bool:
    """Whether the last part of an address, or a whole title, names one of these pages."""
    slug = "/" + _NOT_WORD.sub("-", _NUMBER.sub("", _ENDING.sub("", "/" + path.lower()))).strip(
        "-/"
    )
    return any(slug.endswith("/" + page) for page in pages)
