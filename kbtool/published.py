"""Where articles are published: by the address that each names, and by numbers of help desks."""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from urllib.parse import unquote

from kbtool.model import KnowledgeBase, Outline
from kbtool.patterns import lazy_pattern

WEB = lazy_pattern(r"(?:https?:)?//", re.IGNORECASE)
_DESK_NUMBER = lazy_pattern(r"/articles?/(\d{6,20})(?:-[^/]*)?/?$")
"""An id of a help desk in an address, long enough to be nobody else's."""


class PublishedIndex:
    """Finds articles by addresses on sites that no option names."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Take the knowledge base; the tables are made when first needed."""
        self.kb = kb

    @cached_property
    def places(self) -> dict[str, list[Outline]]:
        """Articles that name the address they are published at, by that address.

        The home page is left out, and what articles of one language share: templates of sites give
        every page the same address.
        """
        found: dict[str, list[Outline]] = {}
        for outline in self.kb.outlines:
            if (place := _place(outline.url)) and not _is_home(outline.url, place):
                found.setdefault(place, []).append(outline)
        return {place: outlines for place, outlines in found.items() if _differ(outlines)}

    @cached_property
    def folders(self) -> dict[str, str]:
        """Hosts that articles name in their addresses, with the innermost folder of all there."""
        found: dict[str, list[str]] = {}
        for place, (first, *_) in self.places.items():
            if WEB.match(first.url):
                host, _, path = place.partition("/")
                found.setdefault(host, []).append(posixpath.dirname(f"/{path}"))
        return {host: posixpath.commonpath(paths) for host, paths in found.items()}

    def at(self, address: str) -> tuple[Outline, ...]:
        """Articles at an address, or with the number of a help desk that stands in it."""
        place = _place(address)
        if found := self.places.get(place):
            return tuple(found)
        number = _DESK_NUMBER.search(place)
        return self.kb.outlines_by_id.get(number[1], ()) if number else ()

    def at_path(self, path: str) -> tuple[Outline, ...]:
        """Articles at a path ("/...") of the one site that all are on."""
        return self.at("".join((*(self.folders if len(self.folders) == 1 else ()), path)))

    def own_path(self, address: str) -> str:
        """Path of an address on a host of the articles; "" for other hosts."""
        host, _, path = _place(address).partition("/")
        return f"/{path}" if host in self.folders else ""

    def is_among(self, address: str) -> bool:
        """Whether an address lies in the folder of its host that holds all articles there.

        What lies around that folder may be any page: a shop, a blog.
        """
        host, _, path = _place(address).partition("/")
        return f"/{path}".startswith(self.folders[host].rstrip("/") + "/")


def _place(address: str) -> str:
    """Address as it is compared: without a scheme, "www.", a query and a last slash."""
    place = unquote(address.partition("#")[0].partition("?")[0]).replace("\\", "/").lower()
    return WEB.sub("", place, count=1).removeprefix("www.").rstrip("/")


def _is_home(url: str, place: str) -> bool:
    return "/" not in place and bool(WEB.match(url) or url.lower().startswith("www."))


def _differ(outlines: list[Outline]) -> bool:
    """Whether each of these articles is in a language of its own."""
    return len({outline.locale.lower() for outline in outlines}) == len(outlines)
