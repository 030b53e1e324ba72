"""``require_heading``: headings that an article must have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from kbtool.custom.phrases import list_phrases
from kbtool.custom.tables import List, Table
from kbtool.custom.texts import headline, texts_in
from kbtool.language.phrases import fold
from kbtool.language.user_patterns import PREFIX, compile_pattern
from kbtool.model import Article, Hit


class RequireHeading(Table, frozen=True, kw_only=True, tag="require_heading"):
    """Finds articles without one of its headings, or without any of them."""

    headings: Annotated[
        List, Meta(min_length=1, description="whole headings; re: begins a pattern")
    ]
    need: Annotated[
        Literal["all", "any"], Meta(description="whether each is needed or one will do")
    ] = "all"
    when: Annotated[
        List, Meta(description="only articles whose title holds one of these; none: all")
    ] = ()

    def prepare(self) -> None:
        """Check patterns."""
        list_phrases((*self.headings, *self.when))

    def check(self, article: Article) -> Iterator[Hit]:
        """A hit on the title for each heading that is missing."""
        if self.when and not list_phrases(self.when).find(list(texts_in(article, ("title",)))):
            return
        headings = [text.prose.text for text in texts_in(article, ("heading",))]
        missing = [entry for entry in self.headings if not _is_among(entry, headings)]
        if self.need == "any" and len(missing) < len(self.headings):
            return
        wanted = missing if self.need == "all" else [" or ".join(missing)]
        for entry in wanted:
            message = "no heading is called {found}"
            shown = entry.removeprefix(PREFIX)
            yield self.hit_at(headline(article), message, "Add that section", found=shown)


def _is_among(entry: str, headings: list[str]) -> bool:
    if entry.startswith(PREFIX):
        return bool(compile_pattern(entry).find_in(headings))
    wanted = fold(" ".join(entry.split()))
    return any(fold(" ".join(heading.split())) == wanted for heading in headings)
