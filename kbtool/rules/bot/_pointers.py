"""Words that point to another place of the page, and what would stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from kbtool.model.running_text import RunningText, fold
from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"\w+")

Kind = Literal[
    "section", "article", "list", "advice", "table", "image", "example", "anything", "text"
]

_ORDERS = ("previous", "earlier", "later", "next", "following")
_HINTS = frozenset(
    (
        *_ORDERS, "above", "below", "preceding", "previously", "already", "before",
        "aforementioned", "abovementioned",
    )
)  # fmt: skip
_SAID = ("mentioned", "described", "explained", "discussed")
_SHOWN = (
    "shown", "listed", "noted", "outlined", "stated", "seen", "detailed", "specified", "given",
    "covered", "provided",
)  # fmt: skip
_TOLD = f"(?:{'|'.join((*_SAID, *_SHOWN))})"
_PREVIOUS = (
    "step", "steps", "example", "examples", "method", "methods", "instructions", "table", "tables",
)  # fmt: skip
_NO_OBJECT = r"(?!\s+(?:(?:the|an?|your|its?|this|that|each|zero)\b|[\d$€£+-]))"
"""Not "the image above the button" or "shown below 5 volts"."""

_A_THING = (
    r"(?!\s+of\s+(?!this\b|the\b)|"
    r"(?:\s+|-)(?:sizes?|values?|numbers?|counts?|increments?|lengths?|widths?)\b)"
)
"""Not "the previous step size" or "the previous method of payment"."""


class Nouns(NamedTuple):
    """What a pointer can name, singular and plural, in lower case."""

    section: tuple[str, ...]
    article: tuple[str, ...]
    list: tuple[str, ...]
    advice: tuple[str, ...]
    table: tuple[str, ...]
    image: tuple[str, ...]
    example: tuple[str, ...]


_KINDS: tuple[Kind, ...] = (
    "section",
    "article",
    "list",
    "advice",
    "table",
    "image",
    "example",
)


class Pointer(NamedTuple):
    """A pointer found in a text."""

    start: int
    end: int
    kind: Kind  # "text": anything that can be read, a sentence too
    backward: bool  # to something that comes before
    form: str  # group of the pattern: "told" for "described above", "ordered" for "next section"


def terms_of(nouns: Nouns) -> frozenset[str]:
    """Words, and pairs of words, of which every text with a pointer holds one."""
    firsts = {
        first[0] for noun in nouns.section + nouns.article if (first := _WORD.findall(fold(noun)))
    }
    return frozenset(
        (
            *("above", "below", "preceding", "aforementioned", "abovementioned"),
            *("earlier in", "later in"),
            *(f"{order} {first}" for order in _ORDERS for first in firsts),
            *(f"previous {noun}" for noun in _PREVIOUS),
            *(f"{told} earlier" for told in ("as", "see", *_SAID, *_SHOWN)),
            *(f"{told} previously" for told in ("as", "see", *_SAID, *_SHOWN)),
            *(f"{when} {said}" for when in ("previously", "already") for said in _SAID),
            *(f"{told} before" for told in (*_SAID, *_SHOWN)),
        )
    )


def hints_in(running: RunningText, terms: frozenset[str]) -> tuple[str, ...]:
    """Words of which every pointer in a text holds one; blocks without any are not searched."""
    words = {word for term in running.terms & terms for word in term.split()}
    return tuple(sorted(words & _HINTS))


def find_pointers(text: str, nouns: Nouns) -> Iterator[Pointer]:
    """Pointers of a text, in order."""
    kinds: dict[str, Kind] = {noun: kind for kind in _KINDS for noun in getattr(nouns, kind)}
    for match in _pattern(nouns).finditer(text):
        named = match["behind"] or match["ordered"] or match["previous"] or match["before"]
        kind = kinds.get((named or "").lower(), "anything")
        if match["text"] or match["part"]:
            kind = "text" if match["text"] else "section"
        words = match[0].lower()
        forward = any(word in words for word in ("below", "next", "following", "later"))
        yield Pointer(match.start(), match.end(), kind, not forward, match.lastgroup or "")


@cache
def _pattern(nouns: Nouns) -> re.Pattern[str]:
    some = "|".join(re.escape(noun) for kind in nouns for noun in kind) or "(?!)"
    parts = "|".join(map(re.escape, nouns.section + nouns.article)) or "(?!)"
    return re.compile(
        rf"\b(?:the|these|those|all)\s+(?:above|below|preceding)\s+(?P<behind>{some})\b"
        rf"|\b(?:previous|earlier|later|next|following)\s+(?P<ordered>{parts})\b(?!\s*:|\s+of\b)"
        rf"|\bprevious\s+(?P<previous>{'|'.join(_PREVIOUS)})\b{_A_THING}"
        rf"|\b(?P<before>{some})(?:\s+\d{{1,3}})?(?:\s+{_TOLD})?\s+(?:above|below)\b{_NO_OBJECT}"
        rf"|\b(?:as|see|(?P<told>{_TOLD}))\s+(?:above|below|earlier|previously)\b{_NO_OBJECT}"
        rf"|\b(?:as\s+)?(?:previously|already)\s+(?:{'|'.join(_SAID)})\b"
        rf"|\bas\s+{_TOLD}\s+before\b"
        rf"|\b(?P<part>(?:earlier|later)\s+in\s+(?:(?:this|the)\s+"
        rf"(?:article|guide|page|tutorial)|this\s+document))\b"
        rf"|\b(?P<text>the\s+(?:above|below))\b|\b(?:aforementioned|above-?mentioned)\b",
        re.IGNORECASE,
    )
