"""Texts -> TF-IDF vectors of words and of parts of words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.preprocessing import normalize

from kbtool.matching.tokens import Doc

# Weight of a function word beside that of others: hit@1 over four sets .641 at 1, .645 at 0.5,
# .636 without them; commands such as "how loud is it" need some of them.
_FUNCTION_WORD = 0.5

Scores = NDArray[np.float32]  # (n_texts, n_articles)
Matrix = Any  # scipy.sparse.csr_matrix, which carries no types


class Vectors(Struct, frozen=True):
    """The same texts in three spaces, one row a text."""

    words: Matrix  # (n_texts, n_stems_and_pairs), sublinear TF-IDF, rows of length 1
    chars: Matrix  # (n_texts, n_ngrams), likewise
    mass: Matrix  # (n_texts, n_stems), share of the text's idf in each stem, rows sum to 1

    def __getitem__(self, rows: Any) -> Vectors:
        """Vectors of some of the texts."""
        return Vectors(self.words[rows], self.chars[rows], self.mass[rows])

    @property
    def count(self) -> int:
        """Number of texts."""
        return int(self.words.shape[0])

    @property
    def joined(self) -> Matrix:
        """Words and chars side by side."""
        return sparse.hstack([self.words, self.chars]).tocsr()

    @property
    def all(self) -> Matrix:
        """Words, chars and mass side by side."""
        return sparse.hstack([self.words, self.chars, self.mass]).tocsr()

    def pooled(self, groups: Matrix) -> Vectors:
        """Centroids; ``groups`` is (n_groups, n_texts) with rows that sum to 1."""
        return Vectors(
            normalize(groups @ self.words), normalize(groups @ self.chars), groups @ self.mass
        )


class Space:
    """Vocabulary and rarity of words over articles and questions together.

    Both count: words that only customers use would otherwise have no weight, and words that every
    question holds would have too much.
    """

    def __init__(self, docs: Sequence[Doc]) -> None:
        """Learn vocabulary and rarity from these texts, which must hold a word."""
        self._terms = CountVectorizer(analyzer=_terms, dtype=np.float32).fit(docs)
        self._stems = CountVectorizer(analyzer=_stems, dtype=np.float32).fit(docs)
        folded = sorted({token.folded for doc in docs for token in doc.tokens})
        self._ngrams = CountVectorizer(analyzer=_ngrams, dtype=np.float32).fit(folded)
        self._word_idf = TfidfTransformer(sublinear_tf=True).fit(self._terms.transform(docs))
        function = {token.stem for doc in docs for token in doc.tokens if not token.content}
        self._word_weights = _weigh(self._terms, function)
        self._stem_weights = _weigh(self._stems, function)
        self._char_idf = TfidfTransformer(sublinear_tf=True).fit(self._count_ngrams(docs))
        self._stem_idf = _bm25_idf(self._stems.transform(docs))  # (n_stems,)

    def vectors(self, docs: Sequence[Doc]) -> Vectors:
        """Vectors of texts; a text without a known word gives zeros."""
        stems = self.count_stems(docs)
        words = self._word_idf.transform(self._terms.transform(docs)) @ self._word_weights
        return Vectors(
            normalize(words),
            self._char_idf.transform(self._count_ngrams(docs)),
            normalize(stems @ self._stem_weights @ sparse.diags(self._stem_idf), norm="l1"),
        )

    def count_stems(self, docs: Sequence[Doc]) -> Matrix:
        """How often each text holds each stem, (n_texts, n_stems)."""
        return self._stems.transform(docs)

    def rarity(self) -> dict[str, float]:
        """Inverse document frequency of each stem."""
        return {stem: float(self._stem_idf[at]) for stem, at in self._stems.vocabulary_.items()}

    def _count_ngrams(self, docs: Sequence[Doc]) -> Matrix:
        # Each distinct word is cut up once; texts then get the n-grams of their words as a product.
        words = sorted({token.folded for doc in docs for token in doc.tokens}) or [""]
        column = {word: at for at, word in enumerate(words)}
        indices = [column[token.folded] for doc in docs for token in doc.tokens]
        starts = np.cumsum([0, *(len(doc.tokens) for doc in docs)])
        ones = np.ones(len(indices), dtype=np.float32)
        held = sparse.csr_matrix((ones, indices, starts), shape=(len(docs), len(words)))
        return (held @ self._ngrams.transform(words)).tocsr()


def _bm25_idf(counts: Matrix) -> Any:
    n_texts = counts.shape[0]
    holding = np.asarray((counts > 0).sum(axis=0)).ravel()
    return np.log1p((n_texts - holding + 0.5) / (holding + 0.5)).astype(np.float32)


def _weigh(vocabulary: CountVectorizer, function: Collection[str]) -> Matrix:
    """Diagonal matrix with less weight for terms of function words only."""
    terms = vocabulary.get_feature_names_out()
    bare = [all(stem in function for stem in term.split(" ")) for term in terms]
    return sparse.diags(np.where(bare, _FUNCTION_WORD, 1.0).astype(np.float32))


def _terms(doc: Doc) -> list[str]:
    stems = [token.stem for token in doc.tokens]
    return [*stems, *(f"{first} {second}" for first, second in pairwise(stems))]


def _stems(doc: Doc) -> list[str]:
    return [token.stem for token in doc.tokens]


@lru_cache(maxsize=65_536)
def _ngrams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    sizes = range(3, min(5, len(padded)) + 1)
    return tuple(padded[at : at + n] for n in sizes for at in range(len(padded) - n + 1))
