"""Addresses that agents linked, without what they carry about people."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit, urlunsplit

from kbtool.patterns import lazy_pattern

# Parameters in which mail programs, campaigns and sign-ins wrap an address.
_TARGETS = (
    *("url", "u", "q", "a", "target", "return_to", "redirect", "redirect_url", "redirect_uri"),
    *("destination", "dest", "link", "href", "to"),
)
_WEB = ("https://", "http://")
_INSIDE = lazy_pattern(r"/_{0,2}(https?://.{1,4000}?)(?:__;.{0,4000})?$")
_PROOFPOINT = str.maketrans("-_", "%/")  # how its second version writes the signs of an address
_MOST = 8_000  # characters of an address that is looked into
_DEEPEST = 4  # addresses inside one another


def strip_addresses(links: Iterable[str]) -> tuple[str, ...]:
    """The links, addresses without query and fragment, and those that were wrapped taken out.

    Mail programs pass links through a checker that notes the recipient; campaigns and sign-ins
    add keys. None of it says which article it is. Ids and names stay as they are.
    """
    return tuple(dict.fromkeys(map(_strip, links)))


def _strip(link: str) -> str:
    if not link.startswith(_WEB) and "?" not in link and "#" not in link:
        return link
    if "/" not in link and ":" not in link:
        return link
    for _ in range(_DEEPEST):
        try:
            parts = urlsplit(link[:_MOST])
            target = _unwrap(parts)
        except ValueError:
            return link.partition("?")[0].partition("#")[0]
        if not target:
            return urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")) or link
        link = target
    return link.partition("?")[0].partition("#")[0]


def _unwrap(parts: SplitResult) -> str:
    """The address inside another one, "" where there is none."""
    if match := _INSIDE.search(parts.path):
        return match[1] + (f"?{parts.query}" if parts.query else "")
    wrapped = parse_qs(parts.query, max_num_fields=50) if parts.query else {}
    for name in _TARGETS:
        target = wrapped.get(name, [""])[0]
        if (parts.hostname or "").endswith(".proofpoint.com"):
            target = unquote(target.translate(_PROOFPOINT))
        if target.startswith(_WEB):
            return target
    return ""
