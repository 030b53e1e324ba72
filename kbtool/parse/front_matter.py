"""The YAML block before an article, with the place of every key and value."""

from __future__ import annotations

from msgspec import Struct

from kbtool.model import FrontMatter, Problem, Span
from kbtool.parse.plain_yaml import read_plain
from kbtool.patterns import lazy_pattern

_FENCE = lazy_pattern(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = lazy_pattern(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_KEY = lazy_pattern(r"[\w-]+[ \t]*:")


class Reading(Struct, frozen=True):
    """What was read of a file's front matter."""

    front_matter: FrontMatter
    problems: tuple[Problem, ...] = ()


def read_front_matter(text: str) -> Reading:
    """Front matter of an article, and what is wrong with it; never raises."""
    opening = _FENCE.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if not opening or not (closing or _KEY.match(text, opening.end())):
        return Reading(FrontMatter(Span(0, 0)))  # none, or a horizontal rule
    if not closing:
        problem = Problem(Span(0, 3), "front-matter", "front matter is never closed by ---")
        return Reading(FrontMatter(Span(0, 0)), (problem,))
    block, shift = text[opening.end() : closing.start()], opening.end()
    span = Span(0, closing.end())
    plain = read_plain(block, shift)
    if plain is not None:
        return Reading(FrontMatter(span, plain))
    from kbtool.parse.full_yaml import read_yaml  # noqa: PLC0415 - slow to load

    entries, problems = read_yaml(block, shift)
    return Reading(FrontMatter(span, entries), problems)
