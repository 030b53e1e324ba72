"""``consistent``: of two ways to say one thing, one is used throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from kbtool.custom.tables import Scoped
from kbtool.custom.texts import texts_in
from kbtool.model import Article, Hit, KnowledgeBase, Outline, Span


class Use(NamedTuple):
    """A place where one of two ways stands."""

    left: str  # of its pair, as the configuration has it
    other: bool  # the one on the right
    span: Span
    said: str


class Consistent(Scoped, frozen=True, kw_only=True, tag="consistent"):
    """Finds the way that is used less often; where both are, the one on the right."""

    either: Annotated[
        dict[str, str],
        Meta(min_length=1, description='two ways to say it: { "adviser" = "advisor" }'),
    ]
    across: Annotated[
        Literal["article", "knowledge-base"],
        Meta(description="whether each article may choose, or all have to agree"),
    ] = "article"

    def prepare(self) -> None:
        """Check scopes and patterns."""
        super().prepare()
        self.phrases_of((*self.either, *self.either.values()))

    def survey(self, article: Article) -> tuple[Use, ...] | None:
        """Places of all ways in an article."""
        texts = list(texts_in(article, self.scope))
        found: list[Use] = []
        for pair in self.either.items():
            for other, entry in enumerate(pair):
                for match in self.phrases_of((entry,)).find(texts):
                    span = match.text.place(match.start, match.end)
                    found.append(Use(pair[0], bool(other), span, match.said))
        return tuple(sorted(found, key=lambda use: use.span)) or None

    def judge(self, outline: Outline, kb: KnowledgeBase) -> Iterator[Hit]:
        """A hit on each place of the way that loses."""
        mine: tuple[Use, ...] = kb.survey(self.code).get(outline.path, ())
        everywhere = self.across == "knowledge-base"
        counts = kb.once(_count_all, self.code) if everywhere else _count([mine])
        for use in mine:
            own, others = counts[use.left, use.other], counts[use.left, not use.other]
            if others > own or (use.other and others == own):
                yield self._hit(use, own, others)

    def _hit(self, use: Use, own: int, others: int) -> Hit:
        better = use.left if use.other else self.either[use.left]
        where = "this article" if self.across == "article" else "the knowledge base"
        message = f'"{{found}}" in {own} and "{better}" in {others} places of {where}'
        span = use.span
        return self.hit_at(span, message, 'Write "{right}"', found=use.said, right=better)


def _count_all(kb: KnowledgeBase, code: str) -> Counter[tuple[str, bool]]:
    return _count(kb.survey(code).values())


def _count(surveys: Iterable[tuple[Use, ...]]) -> Counter[tuple[str, bool]]:
    return Counter((use.left, use.other) for uses in surveys for use in uses)
