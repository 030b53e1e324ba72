"""The texts of an article that a rule of a configuration looks at, by its scope."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from kbtool.errors import ConfigError
from kbtool.model import Article, Block, Piece, Prose, Span

META = "meta:"
"""Begins a scope that is a key of the front matter, as in ``meta:summary``."""


class Text(NamedTuple):
    """A run of text, as a range of some prose."""

    prose: Prose
    start: int
    end: int
    is_value: bool = False  # of the front matter or of an attribute, which a sign may end

    @property
    def shown(self) -> str:
        """The text, masked where it is not prose."""
        return self.prose.masked[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.prose.span(self.start, self.end)

    def place(self, start: int, end: int) -> Span:
        """Where ``shown[start:end]`` stands in the source."""
        return self.prose.span(self.start + start, self.start + end)


class Unit(NamedTuple):
    """Texts that are counted together, and where a finding on all of them stands."""

    span: Span
    texts: tuple[Text, ...]


def texts_in(article: Article, scopes: tuple[str, ...]) -> Iterator[Text]:
    """Texts of these scopes; without any the title of the front matter and all prose."""
    if not scopes:
        yield from _title_apart(article)
    for scope in scopes or ("prose",):
        if scope.startswith(META):
            yield from _entry(article, scope.removeprefix(META))
        else:
            yield from _SCOPES[scope](article)


def units_in(article: Article, per: str) -> Iterator[Unit]:
    """Units of an article: the article, its sections, or each text of a scope."""
    if per == "article":
        yield Unit(headline(article), tuple(texts_in(article, ())))
    elif per == "section":
        for section in article.sections:
            span = section.heading.block.span if section.heading else headline(article)
            if section.blocks:
                yield Unit(span, tuple(_whole(block.prose) for block in section.blocks))
    else:
        for text in texts_in(article, (per,)):
            yield Unit(text.span, (text,))


def headline(article: Article) -> Span:
    """Where a finding on the whole article stands: at its title, else where it begins."""
    return article.title.span if article.title else Span(article.body.start, article.body.start)


def check_scope(scope: str, more: tuple[str, ...] = ()) -> None:
    """Raise ConfigError for a scope that is none; ``more`` are allowed besides."""
    known = (*_SCOPES, *more)
    if scope not in known and not (scope.startswith(META) and scope != META):
        near = get_close_matches(scope.lower(), known, 1)
        remedy = f"Did you mean `{near[0]}`? " if near else ""
        remedy += f"Scopes: {', '.join(known)}, or meta:KEY for a key of the front matter"
        raise ConfigError(f"`{scope}` is not a scope", remedy=remedy)


def _whole(prose: Prose, *, is_value: bool = False) -> Text:
    return Text(prose, 0, len(prose.text), is_value)


def _title(article: Article) -> Iterator[Text]:
    if title := article.title:
        yield _whole(title.prose, is_value=title.origin == "front-matter")


def _title_apart(article: Article) -> Iterator[Text]:
    """The title, unless it is a heading, which is prose."""
    if article.title and article.title.origin != "heading":
        yield from _title(article)


def _blocks(wanted: Callable[[Block], bool]) -> Callable[[Article], Iterator[Text]]:
    def texts(article: Article) -> Iterator[Text]:
        return (_whole(block.prose) for block in article.blocks if wanted(block))

    return texts


def _sentences(article: Article) -> Iterator[Text]:
    for block in article.blocks:
        for sentence in block.sentences:
            yield Text(block.prose, sentence.start, sentence.end)


def _links(article: Article) -> Iterator[Text]:
    for block in article.blocks:
        for mark in block.prose.marked("link"):
            yield Text(block.prose, mark.start, mark.end)


def _alts(article: Article) -> Iterator[Text]:
    for image in article.images:
        if image.alt:
            yield _whole(_written(image.alt, image.alt_span), is_value=True)


def _entry(article: Article, key: str) -> Iterator[Text]:
    entry = article.front_matter.entry(key)
    if entry and isinstance(entry.value, str):
        yield _whole(_written(entry.value, entry.value_span), is_value=True)


def _written(text: str, span: Span) -> Prose:
    """Prose of a text that stands at a span; each character has its place if none is escaped."""
    return Prose(text, (Piece(0, span.start, span.end),) if text else ())


_SCOPES: dict[str, Callable[[Article], Iterator[Text]]] = {
    "prose": _blocks(lambda _: True),
    "title": _title,
    "heading": _blocks(lambda block: block.kind == "heading"),
    "paragraph": _blocks(lambda block: block.kind == "paragraph" and not block.quoted),
    "item": _blocks(lambda block: block.kind == "item"),
    "step": _blocks(lambda block: block.kind == "item" and block.ordered),
    "table": _blocks(lambda block: block.kind == "cell"),
    "quote": _blocks(lambda block: block.quoted),
    "sentence": _sentences,
    "link": _links,
    "alt": _alts,
}
