"""Where articles are published: by the address that each names, and by numbers of help desks."""

from __future__ import annotations

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
        """Articles that name the address they are published at, by that address."""
        found: dict[str, list[Outline]] = {}
        for outline in self.kb.outlines:
            if outline.url:
                found.setdefault(_place(outline.url), []).append(outline)
        return found

    @cached_property
    def hosts(self) -> frozenset[str]:
        """Hosts that articles name in their own addresses."""
        urls = (outline.url for outline in self.kb.outlines if WEB.match(outline.url))
        return frozenset(_place(url).partition("/")[0] for url in urls)

    def at(self, address: str) -> tuple[Outline, ...]:
        """Articles at an address, or with the number of a help desk that stands in it."""
        place = _place(address)
        if found := self.places.get(place):
            return tuple(found)
        number = _DESK_NUMBER.search(place)
        return self.kb.outlines_by_id.get(number[1], ()) if number else ()

    def at_path(self, path: str) -> tuple[Outline, ...]:
        """Articles at a path ("/...") of the one site that all are on."""
        return self.at("".join((*(self.hosts if len(self.hosts) == 1 else ()), path)))

    def own_path(self, address: str) -> str:
        """Path of an address on a host of the articles; "" for other hosts."""
        host, _, path = _place(address).partition("/")
        return f"/{path}" if host in self.hosts else ""


def _place(address: str) -> str:
    """Address as it is compared: without a scheme, "www.", a query and a last slash."""
    place = unquote(address.partition("#")[0].partition("?")[0]).replace("\\", "/").lower()
    return WEB.sub("", place, count=1).removeprefix("www.").rstrip("/")
