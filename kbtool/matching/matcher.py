"""Articles and questions in one space: scores, and the words behind them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.preprocessing import normalize

from kbtool.matching.asked import Asked
from kbtool.matching.features import Matrix, Scores, Space, Vectors
from kbtool.matching.index import ArticleDocs, Index, cut
from kbtool.matching.latent import LatentSpace
from kbtool.matching.passages import ArticleText
from kbtool.matching.solved import Solved
from kbtool.matching.tokens import Doc, Tokenizer


class Matcher:
    """Matches texts with articles; there may be none."""

    def __init__(
        self,
        texts: Sequence[ArticleText],
        asked: Sequence[Asked],
        tokenizer: Tokenizer,
        *,
        learn: bool = True,
    ) -> None:
        """Index the articles; questions help to tell common words from rare ones.

        ``learn`` takes questions that an article has resolved for further words of that article.
        """
        self.texts = tuple(texts)
        self.docs: tuple[ArticleDocs, ...] = tuple(cut(text, tokenizer) for text in texts)
        wordings = [wording.doc for wording in asked]
        whole = [docs.whole for docs in self.docs]
        self._space = Space([*whole, *wordings])
        self._rarity = self._space.rarity()
        self.vectors = self._space.vectors(wordings)
        self.rows = normalize(self.vectors.joined)  # of length 1, (n_wordings, n_features)
        self.links = _links(texts, asked) if learn else sparse.csr_matrix((len(asked), len(texts)))
        titles = [docs.title for docs in self.docs]
        self._latent = _learn(self._space, self.rows, [*titles, *whole])
        self._index: Index | None = None
        if self.docs:
            learned = Solved(self.vectors, self.links) if self.links.nnz else None
            self._index = Index(self._space, self.docs, self._latent, learned)

    def place_asked(self) -> Scores:
        """Coordinates of wordings in few dimensions, (n_wordings, n_dimensions)."""
        if self._latent is None:
            return np.asarray(self.rows.toarray(), dtype=np.float32)
        return self._latent.place(self.vectors)

    def score(self, vectors: Vectors) -> Scores:
        """How well each article fits each text, 0 to 1, (n_texts, n_articles)."""
        if self._index is None:
            return np.zeros((vectors.count, 0), dtype=np.float32)
        return self._index.score(vectors)

    def score_asked(self) -> Scores:
        """How well each article fits each wording, 0 to 1, (n_wordings, n_articles)."""
        if self._index is None:
            return self.score(self.vectors)
        return self._index.score_learned(self.vectors)

    def best_lines(self, vectors: Vectors, articles: NDArray[np.int64]) -> NDArray[np.int64]:
        """Which line of its article (n_texts,) fits each text best, (n_texts,)."""
        if self._index is None:
            return np.zeros(vectors.count, dtype=np.int64)
        return self._index.best_lines(vectors, articles)

    def rarity(self, stem: str) -> float:
        """Inverse document frequency of a stem, 0 for an unknown one."""
        return self._rarity.get(stem, 0.0)


def _learn(space: Space, rows: Matrix, articles: Sequence[Doc]) -> LatentSpace | None:
    if not LatentSpace.fits(rows.shape[0] + len(articles)):
        return None
    texts = [normalize(space.vectors(articles).joined)] if articles else []
    return LatentSpace(sparse.vstack([rows, *texts]).tocsr())


def _links(texts: Sequence[ArticleText], asked: Sequence[Asked]) -> Matrix:
    """1 where an agent resolved a wording with an article, (n_wordings, n_articles)."""
    articles: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        articles.setdefault(text.id, []).append(at)
    pairs = sorted(
        {
            (row, at)
            for row, wording in enumerate(asked)
            for question in wording.questions
            for article in question.resolved_by
            for at in articles.get(article, ())
        }
    )
    places = ([row for row, _ in pairs], [at for _, at in pairs])
    ones = np.ones(len(pairs), dtype=np.float32)
    return sparse.csr_matrix((ones, places), shape=(len(asked), len(texts)))


def rank_articles(fits: Scores) -> NDArray[np.int64]:
    """Articles of each text, the best first; ties go to the first article."""
    return np.argsort(-fits, axis=1, kind="stable").astype(np.int64)


def best_articles(fits: Scores) -> NDArray[np.int64]:
    """The two best articles of each text, -1 where there are fewer, (n_texts, 2)."""
    order = rank_articles(fits)[:, :2]
    missing = np.full((len(order), 2 - order.shape[1]), -1, dtype=np.int64)
    return np.hstack([order, missing])
