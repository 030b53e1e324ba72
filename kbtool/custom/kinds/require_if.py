"""``require_if``: where one thing is said, another has to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta, field

from kbtool.custom.phrases import list_phrases
from kbtool.custom.tables import List, Scoped
from kbtool.custom.texts import Text, units_in
from kbtool.errors import ConfigError
from kbtool.model import Article, Hit


class RequireIf(Scoped, frozen=True, kw_only=True, tag="require_if"):
    """Finds the first phrase of one list where nothing of another follows from it."""

    if_: Annotated[
        List, Meta(min_length=1, description="phrases that call for something; re: for patterns")
    ] = field(name="if")
    then: Annotated[List, Meta(description="phrases of which one has to be there too")] = ()
    then_links: Annotated[
        List, Meta(description="parts of an address to which a link has to lead, instead")
    ] = ()
    within: Annotated[Literal["article", "section"], Meta(description="how near it has to be")] = (
        "article"
    )

    def prepare(self) -> None:
        """Check lists and patterns."""
        super().prepare()
        if self.scope:
            raise ConfigError("`scope` does not go with `require_if`", remedy="Use `within`")
        if not self.then and not self.then_links:
            raise ConfigError("neither `then` nor `then-links` is set", remedy="Set one of them")
        for entries in (self.if_, self.then, self.then_links):
            self.phrases_of(entries)

    def check(self, article: Article) -> Iterator[Hit]:
        """A hit on the first phrase of each unit that lacks what it calls for."""
        calls, answers = self.phrases_of(self.if_), self.phrases_of(self.then)
        for unit in units_in(article, self.within):
            found = calls.find(unit.texts)
            if found and not answers.find(unit.texts) and not self._has_link(article, unit.texts):
                first = min(found, key=lambda match: match.text.place(match.start, match.end))
                yield self.hit(first, '"{found}" without what belongs to it', self._advice)

    def _has_link(self, article: Article, texts: tuple[Text, ...]) -> bool:
        """Whether a link in these texts leads to where it has to."""
        if not self.then_links:
            return False
        inside = {id(text.prose) for text in texts}
        links = [
            link.href
            for link in article.links
            if self.within == "article" or (link.block and id(link.block.prose) in inside)
        ]
        return list_phrases(self.then_links).stand_in(links)

    @property
    def _advice(self) -> str:
        if self.then:
            return f"Say one of: {', '.join(self.then)}"
        return f"Link to one of: {', '.join(self.then_links)}"
