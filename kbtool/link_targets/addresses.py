"""Addresses of a site: which are its own, and which article each names by an id."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern
from kbtool.published import WEB

_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NUMBERED = lazy_pattern(r"(\d+)(?:-.*)?", re.DOTALL)


def is_address(path: str) -> bool:
    """Whether a link names a site, rather than a place on its own."""
    return bool(_SCHEME.match(path)) or path.startswith("//") or path.lower().startswith("www.")


class OwnSite:
    """The site that a knowledge base is shown on, as options tell of it."""

    def __init__(self, own_urls: tuple[str, ...], article_urls: tuple[str, ...]) -> None:
        """Take the beginnings of own addresses, and patterns of those that name articles."""
        self.own = tuple(WEB.sub("", url).rstrip("/").lower() for url in own_urls if url.strip())
        self.patterns = tuple(url.strip("/").split("/") for url in article_urls)

    def path_of(self, link: str) -> str:
        """Path as it stands in a file, or on the own site ("/..."); "" for other sites."""
        if not is_address(link):
            return link
        if link.lower().startswith("www."):
            link = f"//{link}"
        if not WEB.match(link):
            return ""
        path = WEB.sub("", link, count=1)
        for prefix in self.own:
            if path.lower().startswith(prefix) and path[len(prefix) :][:1] in ("", "/"):
                return path[len(prefix) :] or "/"
        return ""

    def id_of(self, path: str) -> tuple[str, bool]:
        """Id that a path names, and whether it is a number that a help desk gave."""
        parts = path.strip("/").split("/")
        for pattern in self.patterns if path.startswith("/") else ():
            if len(pattern) == len(parts):
                named = _match(pattern, parts)
                if named and (number := _NUMBERED.fullmatch(named)):
                    return number[1], True
                if named:
                    return named, False
        return path.strip("/"), False


def _match(pattern: list[str], parts: list[str]) -> str:
    """What stands for {id} where the parts of an address fit a pattern of as many, else ""."""
    named = ""
    for wanted, part in zip(pattern, parts, strict=True):
        if wanted == "{id}":
            named = part
        elif wanted not in ("*", part):
            return ""
    return named
