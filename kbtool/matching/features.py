"""Texts -> TF-IDF vectors of words and of parts of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.preprocessing import normalize

from kbtool.matching.tokens import Doc

Matrix = Any  # scipy.sparse.csr_matrix, which carries no types


@dataclass(frozen=True)
class Vectors:
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
        self._char_idf = TfidfTransformer(sublinear_tf=True).fit(self._count_ngrams(docs))
        self.stem_idf = _bm25_idf(self._stems.transform(docs))  # (n_stems,)

    def vectors(self, docs: Sequence[Doc]) -> Vectors:
        """Vectors of texts; a text without a known word gives zeros."""
        stems = self.count_stems(docs)
        mass = normalize(stems.multiply(self.stem_idf).tocsr(), norm="l1")
        return Vectors(
            self._word_idf.transform(self._terms.transform(docs)),
            self._char_idf.transform(self._count_ngrams(docs)),
            mass,
        )

    def count_stems(self, docs: Sequence[Doc]) -> Matrix:
        """How often each text holds each stem, (n_texts, n_stems)."""
        return self._stems.transform(docs)

    def rarity(self) -> dict[str, float]:
        """Inverse document frequency of each stem."""
        return {stem: float(self.stem_idf[at]) for stem, at in self._stems.vocabulary_.items()}

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
