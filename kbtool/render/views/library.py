"""What a report says of articles besides their health: where they stand, how they are used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from kbtool.matching.intervals import wilson
from kbtool.model import Article, Interval, KnowledgeBase, Section
from kbtool.render.views.facets import Place, find_places
from kbtool.render.views.marking import is_one_of
from kbtool.render.views.visible import clip

_MOST_BLOCKS = 40  # of a section looked at for an excerpt


class Shelf(Struct, frozen=True):
    """One article beyond its health."""

    section: str  # "" where it has none
    locale: str
    owner: str
    views: int | None
    helpful: Interval | None  # share of votes that say it helped, 0 to 1
    votes: int


class Library(Struct, frozen=True):
    """Articles of a knowledge base, by id and by path."""

    by_id: Mapping[str, Article]
    shelves: Mapping[str, Shelf]  # by path

    def shelf(self, id_: str) -> Shelf | None:
        """What is known of the article with an id."""
        article = self.by_id.get(id_)
        return self.shelves.get(article.path) if article else None

    def excerpt(self, id_: str, path: Sequence[str], words: Iterable[str], length: int) -> str:
        """The text under a heading that holds most of some words; "" where it is not known."""
        article = self.by_id.get(id_)
        if article is None:
            return ""
        wanted = frozenset(word.casefold() for word in words)
        sections = [part for part in article.sections if part.path == tuple(path)]
        texts = [text for part in sections for text in _texts(part)]
        best = max(texts, key=lambda text: _held(text, wanted), default="")
        return clip(best, length)


def make_library(kb: KnowledgeBase | None) -> Library:
    """Library of a knowledge base; an empty one for None."""
    if kb is None:
        return Library({}, {})
    places = find_places(kb)
    return Library(
        {article.id: article for article in reversed(kb.articles)},
        {article.path: _shelve(article, places[article.id]) for article in kb.articles},
    )


def _texts(section: Section) -> list[str]:
    blocks = [block for block in section.blocks[:_MOST_BLOCKS] if block.kind != "heading"]
    texts = [block.prose.text.strip() for block in blocks]
    # An item of a list says little alone.
    joined = [" · ".join(texts[at : at + 3]) for at, block in enumerate(blocks)]
    return [
        whole if block.kind in ("item", "cell") else text
        for block, text, whole in zip(blocks, texts, joined, strict=True)
    ]


def _held(text: str, wanted: frozenset[str]) -> int:
    return len({word for word in text[:2000].casefold().split() if is_one_of(word, wanted)})


def _shelve(article: Article, place: Place) -> Shelf:
    values = article.front_matter.values
    up, down = _number(values.get("votes_up")), _number(values.get("votes_down"))
    votes = (up or 0) + (down or 0)
    return Shelf(
        section=clip(place.section, 60),
        locale=article.locale,
        owner=clip(place.owner, 60),
        views=_number(values.get("views")),
        helpful=wilson((up or 0) / votes, votes) if votes else None,
        votes=votes,
    )


def _number(value: object) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 0 <= value < 10**15 else None  # type: ignore[operator,return-value] # checked by ``whole``
