"""Addresses that agents linked, without what they carry about people."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit, urlunsplit

_TARGETS = ("url", "u", "q", "target")  # parameters in which mail programs wrap an address
_MOST = 8_000  # characters of an address that is looked into


def strip_addresses(links: Iterable[str]) -> tuple[str, ...]:
    """The links, addresses without query and fragment, and those that were wrapped taken out.

    Mail programs pass links through a checker that notes the recipient; campaigns and sign-ins
    add keys. None of it says which article it is. Ids and names stay as they are.
    """
    return tuple(dict.fromkeys(_strip(link) for link in links))


def _strip(link: str) -> str:
    if "?" not in link and "#" not in link:
        return link
    if "/" not in link and ":" not in link:
        return link
    try:
        parts = urlsplit(link[:_MOST])
        wrapped = parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return link.partition("?")[0].partition("#")[0]
    for name in _TARGETS:
        target = wrapped.get(name, [""])[0]
        if target.startswith(("https://", "http://")):
            return target.partition("?")[0].partition("#")[0]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")) or link
