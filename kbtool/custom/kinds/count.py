"""``count``: how often something may or must stand in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.custom.tables import List, Scoped
from kbtool.custom.texts import Unit, check_scope, units_in
from kbtool.errors import ConfigError
from kbtool.model import Article, Hit
from kbtool.parse.words import count_words


class Count(Scoped, frozen=True, kw_only=True, tag="count"):
    """Finds texts with too many or too few words, or phrases of a list."""

    phrases: Annotated[
        List, Meta(description="what to count; none: words. re: begins a pattern")
    ] = ()
    per: Annotated[
        str,
        Meta(description="count in each: article, section, or one of the scopes"),
    ] = "article"
    max: Annotated[Annotated[int, Meta(ge=0)] | None, Meta(description="most that are allowed")] = (
        None
    )
    min: Annotated[
        Annotated[int, Meta(ge=1)] | None, Meta(description="fewest that are needed")
    ] = None

    def prepare(self) -> None:
        """Check limits, scopes and patterns."""
        super().prepare()
        self.phrases_of(self.phrases)
        check_scope(self.per, ("article", "section"))
        if self.scope:
            raise ConfigError("`scope` does not go with `count`", remedy="Use `per`")
        if self.max is None and self.min is None:
            raise ConfigError("neither `max` nor `min` is set", remedy="Set one of them")

    def check(self, article: Article) -> Iterator[Hit]:
        """A hit on each unit with too many or too few."""
        units = list(units_in(article, self.per))
        what = "words" if not self.phrases else "times a phrase of the list"
        for unit, number in zip(units, self._numbers(units), strict=True):
            limit = self._broken(number)
            if limit is not None:
                side = "at most" if number > limit else "at least"
                message = f"{{count}} {what} ({side} {{limit}})"
                advice = "Say less, or split it" if number > limit else "Say more"
                yield self.hit_at(unit.span, message, advice, count=number, limit=limit)

    def _broken(self, number: int) -> int | None:
        """The limit that a number breaks."""
        if self.max is not None and number > self.max:
            return self.max
        return self.min if self.min is not None and number < self.min else None

    def _numbers(self, units: list[Unit]) -> list[int]:
        if not self.phrases:
            return [sum(count_words(text.shown) for text in unit.texts) for unit in units]
        texts = [text for unit in units for text in unit.texts]
        found = self.phrases_of(self.phrases).find(texts)
        numbers = Counter(id(match.text) for match in found)  # two equal texts are two
        return [sum(numbers[id(text)] for text in unit.texts) for unit in units]
