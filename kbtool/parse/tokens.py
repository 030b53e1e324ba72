"""Tokens of a Markdown parser that know where they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, cast

from markdown_it.token import Token
from msgspec import Struct

UNKNOWN = -1
"""Place of a token that has not been noted yet."""


_NONE: Mapping[str, str | int | float] = MappingProxyType({})


class PlacedToken(Struct):
    """A token with the fields of markdown-it-py's own, and its place.

    A parser makes ten for each block. One of the library's takes five times as long to make, and
    one with a dictionary or a list of its own twice as long.
    """

    type: str
    tag: str
    nesting: Literal[-1, 0, 1]  # closes, stands alone, opens
    level: int = 0
    block: bool = False
    attrs: Mapping[str, str | int | float] = _NONE
    map: list[int] | None = None  # first line of a block, and the one behind it
    children: list[PlacedToken] | None = None
    content: str = ""
    markup: str = ""
    info: str = ""
    meta: dict[str, Any] | None = None
    hidden: bool = False
    starts: Sequence[int] = ()  # of a block: offset of the first character of each line
    start: int = UNKNOWN  # of an inline token: range of the block's content that it came from
    end: int = UNKNOWN

    def attrSet(self, name: str, value: str | float) -> None:  # noqa: N802 - the library's name
        """Set an attribute, as the rules for links and images do."""
        self.attrs = {**self.attrs, name: value}

    def as_token(self) -> Token:
        """Itself, for code that is written for the library's tokens."""
        return cast("Token", self)


def placed(tokens: list[Token]) -> list[PlacedToken]:
    """Return the same tokens, for code that asks for their places."""
    return cast("list[PlacedToken]", tokens)
