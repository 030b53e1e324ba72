"""Addresses on the internet, of both versions of its protocol."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address
from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_FOUR = lazy_pattern(rf"(?<![\w.,-]){_OCTET}(?:\.{_OCTET}){{3}}(?![\w]|[.,-]?[0-9]|\.[a-z0-9])")
_SIX = lazy_pattern(r"(?<![\w:.])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?![\w:])")
# The same in every home or on every machine: they tell nothing about anybody.
_COMMON = ("127.", "0.", "255.", "192.168.", "8.8.", "1.1.1.", "1.0.0.")
_VERSION = lazy_pattern(
    r"(?:\bv|version|release|build|firmware|driver|update|upgrade|patch|\bver\.?|\brev\.?)"
    r"[ :(]{0,3}(?:[0-9.]{3,15} (?:to|and|auf|und|zu|a|à|y|naar) )?$",
    re.IGNORECASE,
)
_ADDRESS = lazy_pattern(
    r"\b(?:ip|ipv4|address|adresse|direcci[óo]n|host|server|login|ping|from|von|depuis|desde)\b",
    re.IGNORECASE,
)
# Right after these words even an address that many homes have is somebody's.
_OWN = lazy_pattern(
    r"\bip(?:v4)?(?:[ -]add?ress[e]?)?(?: is| ist| est| es)?[ :=]{1,2}$", re.IGNORECASE
)
_BEFORE = 30  # characters before it that tell what it is
_SMALL = 32  # numbers of versions are small


def _find(text: str) -> Places:
    for match in chain(_FOUR.finditer(text), _SIX.finditer(text)):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if _is_six(match[0]) if ":" in match[0] else _is_four(match[0], before):
            yield match.span()


def _is_four(found: str, before: str) -> bool:
    """Whether four numbers are an address of somebody and no version."""
    if found.startswith(_COMMON):
        return found.startswith("192.168.") and _OWN.search(before) is not None
    named, version = _ADDRESS.search(before), _VERSION.search(before)
    if version and (not named or version[0].casefold().startswith("v")):
        return False  # "update from" may come from an address, "from version" never
    return bool(named) or any(int(part) >= _SMALL for part in found.split("."))


def _is_six(found: str) -> bool:
    """Whether colons stand as in an address, with enough between them to be no code or time."""
    groups = [group for group in found.split(":") if group]
    if len(groups) < 3 or not any(map(str.isdecimal, found)):
        return False
    try:
        IPv6Address(found)
    except AddressValueError:
        return False
    return True


KIND = Kind(
    name="ip address", thing="IP address", things="IP addresses", find=_find, digits=3,
    signs=(".", ":"),
)  # fmt: skip
