"""Articles, ready to be asked: each field scored apart, then fused."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kbtool.matching.features import Scores, Space, Vectors
from kbtool.matching.fields import BestLine, Bm25, Field, Latent, Likeness
from kbtool.matching.latent import LatentSpace
from kbtool.matching.passages import ArticleText
from kbtool.matching.solved import Solved
from kbtool.matching.tokens import Doc, Tokenizer, join

# Weights of the fields: of several sums the best on stackfaq, banking77, hwu64 and thunderbird by
# benchmarks/gap_quality.py. Title and line were tried from 0 to 3, the others from 0 to 2.
_WHOLE, _BM25, _TITLE, _LINE, _LATENT = 2.0, 1.0, 1.5, 1.0, 0.5
_CHUNK = 1024  # questions scored at once; bounds memory


class ArticleDocs(Struct, frozen=True, dict=True):
    """Words of an article's fields."""

    name: Doc  # title alone
    title: Doc  # with aliases
    body: Doc  # headings and passages
    lines: tuple[Doc, ...]  # one a passage, at least one
    paths: tuple[tuple[str, ...], ...]  # headings over each line

    @cached_property
    def whole(self) -> Doc:
        """All words of the article."""
        return join([self.title, self.body])


def cut(text: ArticleText, tokenizer: Tokenizer) -> ArticleDocs:
    """Words of an article; one without a body has its title as its only line."""
    title = tokenizer.doc(f"{text.title}\n{text.aliases}")
    lines = tuple(tokenizer.doc(passage.text) for passage in text.passages)
    return ArticleDocs(
        name=tokenizer.doc(text.title),
        title=title,
        body=join([tokenizer.doc(text.headings), *lines]),
        lines=lines or (title,),
        paths=tuple(passage.path for passage in text.passages) or ((),),
    )


class Index:
    """Scores texts against articles."""

    def __init__(
        self,
        space: Space,
        articles: Sequence[ArticleDocs],
        latent: LatentSpace | None,
        solved: Solved | None,
    ) -> None:
        """Take articles, at least one, in spaces that were fitted on them too."""
        whole = space.vectors([article.whole for article in articles])
        titles = space.vectors([article.title for article in articles])
        lines = space.vectors([line for article in articles for line in article.lines])
        starts = np.cumsum([0, *(len(article.lines) for article in articles)])
        self._lines = BestLine(lines, starts, _LINE)
        self._fields: list[Field] = [
            Likeness(whole, _WHOLE),
            Likeness(titles, _TITLE),
            self._lines,
            Bm25(space, [a.body for a in articles], [a.title for a in articles], _BM25),
        ]
        if latent:
            self._fields.append(Latent(latent, whole, _LATENT))
        self._solved = solved
        if solved:
            self._fields.append(solved)
        self._total = sum(field.weight for field in self._fields)

    def score(self, asked: Vectors) -> Scores:
        """How well each article fits each text, 0 to 1, (n_texts, n_articles)."""
        starts = range(0, asked.count, _CHUNK)
        return np.concatenate([self._fuse(asked[start : start + _CHUNK]) for start in starts])

    def score_learned(self, asked: Vectors) -> Scores:
        """Scores of the very questions that were learned from, each without its own help."""
        scores = self.score(asked)
        if self._solved:
            scores += self._solved.weight / self._total * self._solved.correction()
        return np.maximum(scores, 0.0)

    def best_lines(self, asked: Vectors, articles: NDArray[np.int64]) -> NDArray[np.int64]:
        """Which line of its article (n_texts,) fits each text best, (n_texts,)."""
        return self._lines.find(asked, articles)

    def _fuse(self, asked: Vectors) -> Scores:
        total = sum(field.weight * field.score(asked) for field in self._fields)
        return np.asarray(total / self._total, dtype=np.float32)
