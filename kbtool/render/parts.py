"""Sentences in parts: a page may emphasise some of them, a text without emphasis joins them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Part(NamedTuple):
    """A run of a sentence."""

    text: str
    strong: bool = False  # a figure that the eye should find first
    small: bool = False  # a remark on the figures
    plain: str | None = None  # what a text without emphasis says in its place; None: the same


def join_plain(parts: Iterable[Part]) -> str:
    """The sentence as a text without emphasis says it."""
    return "".join(part.text if part.plain is None else part.plain for part in parts)
