"""Article -> the texts that questions are matched with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from kbtool.model import Article, Block, Section

# Keys under which help centres keep other words for an article's topic.
_ALIAS_KEYS = ("aliases", "keywords", "labels", "label_names", "tags", "summary", "description")


class Passage(Struct, frozen=True):
    """A block of prose and the headings it stands under."""

    path: tuple[str, ...]
    text: str


class ArticleText(Struct, frozen=True):
    """The texts of one article."""

    id: str
    title: str
    headings: str
    aliases: str
    passages: tuple[Passage, ...]
    locale: str


def read_article(article: Article) -> ArticleText:
    """Texts of an article: what it is called, what it is also called, and what it says."""
    title = article.title.text.strip() if article.title else article.id
    return ArticleText(
        id=article.id,
        title=title,
        headings="\n".join(heading.text for heading in article.headings),
        aliases="\n".join(_aliases(article)),
        passages=tuple(_passages(article.sections)),
        locale=article.locale,
    )


def _passages(sections: Iterable[Section]) -> Iterator[Passage]:
    for section in sections:
        texts = (block.prose.text.strip() for block in section.blocks if _is_body(block))
        yield from (Passage(section.path, text) for text in texts if text)


def _is_body(block: Block) -> bool:
    return block.kind != "heading"


def _aliases(article: Article) -> Iterator[str]:
    values = article.front_matter.values
    for key in _ALIAS_KEYS:
        yield from _strings(values.get(key))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (item for item in value if isinstance(item, str))
