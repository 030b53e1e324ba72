"""``forbid``: phrases that must not stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.custom.tables import List, Scoped
from kbtool.custom.texts import texts_in
from kbtool.model import Article, Hit


class Forbid(Scoped, frozen=True, kw_only=True, tag="forbid"):
    """Finds each of its phrases."""

    phrases: Annotated[
        List, Meta(min_length=1, description="what not to write; re: begins a pattern")
    ]

    def prepare(self) -> None:
        """Check scopes, phrases and patterns."""
        super().prepare()
        self.phrases_of(self.phrases)

    def check(self, article: Article) -> Iterator[Hit]:
        """A hit on each phrase."""
        texts = list(texts_in(article, self.scope))
        for match in self.phrases_of(self.phrases).find(texts):
            yield self.hit(match, '"{found}" is not to be used', "Say it in other words")
