"""Forms of numbers, found by the kinds of their signs: a look into a table for each number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import product
from types import MappingProxyType

from msgspec import Struct

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.identities.identity import Identity
from kbtool.questions.masking.identities.tables import IDENTITIES
from kbtool.questions.masking.naming import make_label

# Signs of scripts that put blanks between words. Signs of the others (Chinese, Japanese, Korean,
# Thai) may stand right before and after a number.
_SIGNS = "0-9A-Za-zÀ-\u0dff\u10a0-\u10ff\u1e00-\u1fff"
_APART = " ./·(+-"  # may stand between the parts of a number, one at a time
# Up to eight parts with a digit near their beginning; not the rest of another number, a price
# or an address.
_RUN = lazy_pattern(
    rf"(?<![{_SIGNS}_/+$€£¥])(?<![0-9][.,-])(?<![A-Za-z]{{4}}\.)(?=[{_SIGNS}]{{0,6}}[ ·-]?[0-9])"
    rf"(?=([{_SIGNS}]{{1,18}}(?:[{re.escape(_APART)}][{_SIGNS}]{{1,14}}){{0,7}}))"
)
_GOES_ON = lazy_pattern(rf"[{_SIGNS}_]|[.,/-][0-9]")
_BETWEEN = lazy_pattern(f"[{re.escape(_APART)}]")
_FEWEST = 6  # signs of the shortest form
_SIGN = lazy_pattern(r"[^\W_]")
_KINDS = {code: "9" if chr(code).isdecimal() else "A" for code in range(128) if chr(code).isalnum()}
_ANY = {"~": "[ ./·-]?", "X": "[9A]"}


class Form(Struct, frozen=True):
    """One way to write a number."""

    pattern: re.Pattern[str]  # of its kinds of signs
    telling: bool
    identity: Identity


class Family(Struct, frozen=True, dict=True):
    """All forms with the same signs, whatever stands between these."""

    forms: tuple[Form, ...]

    @cached_property
    def label(self) -> re.Pattern[str] | None:
        """Finds a word for any of them: one search tells that there is none for all."""
        identities = [form.identity for form in self.forms]
        named = dict.fromkeys(one.named for one in identities if one.named)
        glued = dict.fromkeys(one.glued for one in identities if one.glued)
        words = make_label("|".join(named), "|".join(glued))
        return re.compile(words) if words else None


class Number(Struct, frozen=True):
    """A row of signs that has the form of a number."""

    start: int
    end: int
    forms: tuple[Form, ...]
    label: re.Pattern[str] | None


def find_numbers(text: str) -> Iterator[Number]:
    """Rows of signs that have a form, the longest first where several begin at one place."""
    table = _table()
    for match in _RUN.finditer(text):
        start, run = match.start(), match[1]
        kinds = run.translate(_KINDS) if run.isascii() else _SIGN.sub(_kind, run)
        for length, signs in _lengths(kinds):
            family = table.get(signs)
            if family and not _GOES_ON.match(text, start + length):
                closed = "(" in kinds[:length] and text.startswith(")", start + length)
                shape = kinds[:length] + ")" * closed
                forms = tuple(form for form in family.forms if form.pattern.fullmatch(shape))
                if forms:
                    yield Number(start, start + length + closed, forms, family.label)


def _lengths(kinds: str) -> Iterator[tuple[int, str]]:
    """Where a run may end, after each of its parts, the last first; and its signs up to there."""
    parts = _BETWEEN.split(kinds)
    length, signs = len(kinds), "".join(parts)
    while len(signs) >= _FEWEST:
        yield length, signs
        last = parts.pop()
        length -= len(last) + 1
        signs = signs[: len(signs) - len(last)]


def _kind(match: re.Match[str]) -> str:
    return "9" if match[0].isdecimal() else "A"


@cache
def _table() -> Mapping[str, Family]:
    """Forms by the kinds of their signs."""
    table: dict[str, list[Form]] = {}
    for identity in IDENTITIES:
        for text in (*identity.telling, *identity.worded):
            shape = "".join(_ANY.get(sign) or re.escape(sign) for sign in text)
            form = Form(lazy_pattern(shape), text in identity.telling, identity)
            for signs in product(
                *("9A" if sign == "X" else sign for sign in text if sign in "9AX")
            ):
                table.setdefault("".join(signs), []).append(form)
    return MappingProxyType({signs: Family(tuple(forms)) for signs, forms in table.items()})
