"""Articles, ready to be asked: each field scored apart, then fused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kbtool.matching.features import Matrix, Space, Vectors
from kbtool.matching.passages import ArticleText
from kbtool.matching.tokens import Doc, Tokenizer

Scores = NDArray[np.float32]

_TITLE_REPEATS = 5  # how much more BM25 counts a word of the title
_K1, _B = 1.2, 0.75  # the usual saturation and length correction of BM25
# Weights beside the whole article's 1; of 0 to 1.5 the best on four sets by gap_quality.py.
_TITLE, _LINE = 0.75, 0.5
_CHUNK = 1024  # questions scored at once; bounds memory


@dataclass(frozen=True)
class ArticleDocs:
    """Words of an article's fields."""

    title: Doc  # with aliases
    body: Doc  # headings and passages
    lines: tuple[Doc, ...]  # one a passage, at least one
    paths: tuple[tuple[str, ...], ...]  # headings over each line

    @property
    def whole(self) -> Doc:
        """All words of the article."""
        return self.title + self.body


def cut(text: ArticleText, tokenizer: Tokenizer) -> ArticleDocs:
    """Words of an article; one without a body has its title as its only line."""
    title = tokenizer.doc(f"{text.title}\n{text.aliases}")
    lines = tuple(tokenizer.doc(passage.text) for passage in text.passages)
    return ArticleDocs(
        title=title,
        body=sum(lines, tokenizer.doc(text.headings)),
        lines=lines or (title,),
        paths=tuple(passage.path for passage in text.passages) or ((),),
    )


class Index:
    """Scores texts against articles."""

    def __init__(self, space: Space, articles: Sequence[ArticleDocs]) -> None:
        """Take articles, at least one, in a space that was fitted on them too."""
        self.articles = tuple(articles)
        self._whole = space.vectors([article.whole for article in articles])
        self._title = space.vectors([article.title for article in articles])
        self._lines = space.vectors([line for article in articles for line in article.lines])
        self._starts = np.cumsum([0, *(len(article.lines) for article in articles)])
        self._bm25 = _saturate(
            space.count_stems([article.body for article in articles])
            + _TITLE_REPEATS * space.count_stems([article.title for article in articles])
        )

    def score(self, asked: Vectors) -> Scores:
        """How well each article fits each text, 0 to 1, (n_texts, n_articles)."""
        rows = range(0, asked.count, _CHUNK)
        parts = [self._score_chunk(asked[start : start + _CHUNK]) for start in rows]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.articles)), np.float32)

    def _score_chunk(self, asked: Vectors) -> Scores:
        whole = asked.words @ self._whole.words.T + asked.chars @ self._whole.chars.T
        title = asked.words @ self._title.words.T + asked.chars @ self._title.chars.T
        starts = self._starts[:-1]
        line = np.maximum.reduceat((asked.words @ self._lines.words.T).toarray(), starts, axis=1)
        line += np.maximum.reduceat((asked.chars @ self._lines.chars.T).toarray(), starts, axis=1)
        total = whole + asked.mass @ self._bm25.T + _TITLE * title
        total = total.toarray() + _LINE * line
        return np.asarray(total / (3 + 2 * _TITLE + 2 * _LINE), dtype=np.float32)

    def best_lines(self, asked: Vectors, articles: NDArray[np.int64]) -> NDArray[np.int64]:
        """Which line of its article (n_texts,) fits each text best, (n_texts,)."""
        found = np.zeros(len(articles), dtype=np.int64)
        for article in np.unique(articles):
            rows = np.flatnonzero(articles == article)
            own = slice(self._starts[article], self._starts[article + 1])
            fits = asked.words[rows] @ self._lines.words[own].T
            fits += asked.chars[rows] @ self._lines.chars[own].T
            found[rows] = fits.toarray().argmax(axis=1)
        return found


def _saturate(counts: Matrix) -> Matrix:
    """BM25's answer to how often a word occurs, 0 to 1 (the usual value over k1 + 1)."""
    counts = sparse.csr_matrix(counts, dtype=np.float32)
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    pull = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1.0))
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    counts.data = counts.data / (counts.data + pull[rows].astype(np.float32))
    return counts
