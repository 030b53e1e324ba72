"""Addresses that network hardware has from its maker."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

_PATTERN = lazy_pattern(
    r"(?<![\w:.-])(?:[0-9a-fA-F]{2}([:-])[0-9a-fA-F]{2}(?:\1[0-9a-fA-F]{2}){4}"
    r"|[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}\.[0-9a-fA-F]{4})(?![\w:-])"
)


def _find(text: str) -> Places:
    for match in _PATTERN.finditer(text):
        if any(map(str.isalpha, match[0])) or match[0].count(":"):  # twelve digits are an amount
            yield match.span()


KIND = Kind(
    name="mac address", thing="MAC address", things="MAC addresses", find=_find, digits=2,
    signs=(":", "-", "."),
)  # fmt: skip
