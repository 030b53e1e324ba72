"""``prefer``: one wording in the place of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from kbtool.custom.phrases import Match
from kbtool.custom.tables import Scoped
from kbtool.custom.texts import texts_in
from kbtool.language.phrases import fold
from kbtool.language.rewording import is_plain, replace_words
from kbtool.language.right_spelling import is_same_term
from kbtool.model import Article, Change, Edit, Hit


class Prefer(Scoped, frozen=True, kw_only=True, tag="prefer"):
    """Finds what stands on the left of its list, and offers what stands on the right."""

    replacements: Annotated[
        dict[str, str],
        Meta(
            min_length=1,
            description='wording to avoid, and what to write: { "utilise" = "use" }; re: begins a'
            " pattern, whose groups stand for $1 to $9 on the right",
        ),
    ]
    fix: Annotated[
        bool, Meta(description="whether --fix may replace it; otherwise --unsafe-fixes does")
    ] = False

    def prepare(self) -> None:
        """Check scopes, phrases and patterns."""
        super().prepare()
        self.phrases_of(tuple(self.replacements))

    def check(self, article: Article) -> Iterator[Hit]:
        """A hit on each wording that has a better one."""
        texts = list(texts_in(article, self.scope))
        for match in self.phrases_of(tuple(self.replacements)).find(texts):
            right = self.replacements[match.entry]
            right = match.groups.fill(right) if match.groups else right
            shown, start = match.text.shown, match.start
            if not is_same_term(match.said, right, shown, start):
                yield self._hit(article, match, right)

    def _hit(self, article: Article, match: Match, right: str) -> Hit:
        advice = 'Write "{right}"' if right else "Leave it out"
        hit = self.hit(match, '"{found}" is not the preferred wording', advice, right=right)
        return replace(hit, edit=self._edit(article, match, right))

    def _edit(self, article: Article, match: Match, right: str) -> Edit | None:
        text = match.text
        if text.is_value and not right.replace(" ", "").isalnum():
            return None  # it might end the value, or begin something else
        prose, start, end = text.prose, text.start + match.start, text.start + match.end
        if fold(match.said) != fold(right):
            return replace_words(article.source, prose, start, end, right, safe=self.fix)
        if not is_plain(article.source, prose, start, end):
            return None
        return Edit((Change(prose.span(start, end), right),), safe=self.fix)
