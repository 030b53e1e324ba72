"""``require_meta``: what the front matter must say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.custom.tables import List, Table
from kbtool.custom.texts import headline
from kbtool.language.user_patterns import compile_pattern
from kbtool.model import Article, Entry, Hit


class RequireMeta(Table, frozen=True, kw_only=True, tag="require_meta"):
    """Finds a key of the front matter that is missing, or whose value is not allowed."""

    key: Annotated[str, Meta(min_length=1, description="key of the front matter")]
    values: Annotated[List, Meta(description="what it may be; none named: anything")] = ()
    pattern: Annotated[str, Meta(description="pattern that all of it must fit")] = ""
    required: Annotated[bool, Meta(description="whether it may not be missing")] = True

    def prepare(self) -> None:
        """Check the pattern."""
        if self.pattern:
            compile_pattern(self._whole)

    @property
    def _whole(self) -> str:
        return rf"\A(?:{self.pattern.removeprefix('re:')})\Z"

    def check(self, article: Article) -> Iterator[Hit]:
        """A hit on the key, or on the title where the key is missing."""
        entry = article.front_matter.entry(self.key)
        if entry is None or entry.value in (None, "", []):
            if self.required:
                span = entry.key_span if entry else headline(article)
                message = f"`{self.key}` is missing from the front matter"
                yield self.hit_at(span, message, f"Add `{self.key}`")
            return
        yield from (self._refuse(entry, value) for value in _parts(entry) if self._is_wrong(value))

    def _is_wrong(self, value: str) -> bool:
        if self.values and value not in self.values:
            return True
        return bool(self.pattern) and not compile_pattern(self._whole).find(value)

    def _refuse(self, entry: Entry, value: str) -> Hit:
        advice = f"Use one of: {', '.join(self.values)}" if self.values else "Correct it"
        message = f"`{self.key}` may not be {{found}}"
        return self.hit_at(entry.value_span, message, advice, found=value)


def _parts(entry: Entry) -> list[str]:
    """Value as text; each of a list."""
    values = entry.value if isinstance(entry.value, list) else [entry.value]
    return [str(value) for value in values]
