"""Texts -> TF-IDF vectors of words and of parts of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import sparse
from sklearn.preprocessing import normalize

from kbtool.matching.text.tokens import Doc
from kbtool.matching.text.vocabulary import Encoded, Matrix, Vocabulary, encode, stack

# Weight of a function word beside that of others: hit@1 over four sets .641 at 1, .645 at 0.5,
# .636 without them; commands such as "how loud is it" need some of them.
_FUNCTION_WORD = 0.5
_AT_ONCE = 1 << 11  # texts counted at once; bounds memory
_WEIGHED_AT_ONCE = 1 << 16  # texts made vectors of at once; likewise

Scores = NDArray[np.float32]  # (n_texts, n_articles)


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
        texts = encode(docs)
        self._vocabulary = Vocabulary(texts)
        n_texts, n_stems = texts.count, len(self._vocabulary.stems)
        terms, ngrams = self._count_texts(texts)
        bare = self._vocabulary.is_function(texts)
        weights = np.where(bare, _FUNCTION_WORD, 1.0)
        self._word_weights = (_idf(n_texts, terms) * weights).astype(np.float32)
        self._char_weights = _idf(n_texts, ngrams).astype(np.float32)
        self._rarest = np.log((1 + n_texts) / 2) + 1  # as ``_idf`` of what one text holds
        self._stem_idf = _bm25_idf(n_texts, terms[:n_stems])  # (n_stems,)
        self._stem_weights = (self._stem_idf * weights[:n_stems]).astype(np.float32)

    def _count_texts(self, texts: Encoded) -> tuple[Any, Any]:
        """How many texts hold each term, (n_terms,), and each n-gram, (n_ngrams,)."""
        terms: Any = 0
        ngrams: Any = 0
        for part in texts.parts(_AT_ONCE):
            counts = self._vocabulary.count(part)
            terms = terms + np.bincount(counts.terms.indices, minlength=counts.terms.shape[1])
            ngrams = ngrams + np.bincount(counts.ngrams.indices, minlength=counts.ngrams.shape[1])
        return terms, ngrams

    def vectors(self, docs: Sequence[Doc]) -> Vectors:
        """Vectors of texts; a text without a known word gives zeros."""
        parts: tuple[list[Matrix], ...] = ([], [], [])
        for start in range(0, max(len(docs), 1), _WEIGHED_AT_ONCE):
            part = self._weigh_texts(docs[start : start + _WEIGHED_AT_ONCE])
            for kind, matrix in zip(parts, (part.words, part.chars, part.mass), strict=True):
                kind.append(matrix)
        return Vectors(*map(stack, parts))

    def _weigh_texts(self, docs: Sequence[Doc]) -> Vectors:
        counts = self._vocabulary.count(encode(docs))
        return Vectors(
            _weigh(_dampen(counts.terms), self._word_weights),
            _weigh(_dampen(counts.ngrams), self._char_weights),
            _weigh(counts.stems, self._stem_weights, "l1"),
        )

    def words(self, docs: Sequence[Doc]) -> Matrix:
        """Words of ``vectors`` alone, a fifth of all."""
        terms, _ = self._vocabulary.count_words(encode(docs))
        return _weigh(_dampen(terms), self._word_weights)

    def words_of_new(self, docs: Sequence[Doc]) -> Matrix:
        """Words of ``vectors_of_new`` alone."""
        texts = encode(docs)
        beside = self._vocabulary.measure_unknown(texts)[0] * self._rarest**2
        terms, _ = self._vocabulary.count_words(texts)
        return _weigh(_dampen(terms), self._word_weights, beside=beside)

    def vectors_of_new(self, docs: Sequence[Doc]) -> Vectors:
        """Vectors of texts that nothing was learned from.

        Words that are not known have no place, but they count for the length of a text as the
        rarest do. Without that, such a text would be nearer to everything than others are.
        """
        texts = encode(docs)
        counts = self._vocabulary.count(texts)
        words, ngrams = self._vocabulary.measure_unknown(texts)
        return Vectors(
            _weigh(_dampen(counts.terms), self._word_weights, beside=words * self._rarest**2),
            _weigh(_dampen(counts.ngrams), self._char_weights, beside=ngrams * self._rarest**2),
            _weigh(counts.stems, self._stem_weights, "l1"),
        )

    def count_stems(self, docs: Sequence[Doc]) -> Matrix:
        """How often each text holds each stem, (n_texts, n_stems)."""
        return self._vocabulary.count_stems(encode(docs))

    def rarity(self) -> dict[str, float]:
        """Inverse document frequency of each stem."""
        return {stem: float(self._stem_idf[at]) for stem, at in self._vocabulary.stems.items()}


def _idf(n_texts: int, holding: Any) -> Any:
    """ln((1 + n) / (1 + df)) + 1, as scikit-learn smooths it."""
    return np.log((1 + n_texts) / (1 + holding)) + 1


def _bm25_idf(n_texts: int, holding: Any) -> Any:
    return np.log1p((n_texts - holding + 0.5) / (holding + 0.5)).astype(np.float32)


def _dampen(counts: Matrix) -> Matrix:
    """Sublinear counts, 1 + ln(count)."""
    counts.data = 1 + np.log(counts.data)
    return counts


def _weigh(counts: Matrix, weights: Any, norm: str = "l2", beside: Any = None) -> Matrix:
    """Counts times the weight of what is counted, (n_features,), in rows of length 1.

    ``beside`` (n_texts,) is what else a row holds, as the sum of its squares.
    """
    weighed = sparse.csr_matrix(
        (counts.data * weights[counts.indices], counts.indices, counts.indptr), shape=counts.shape
    )
    if not counts.shape[0]:
        return weighed
    if beside is None:
        return normalize(weighed, norm=norm, copy=False)
    squares = np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel() + beside
    lengths = np.where(squares > 0, np.sqrt(squares), 1.0)
    return sparse.csr_matrix(sparse.diags(1 / lengths) @ weighed, dtype=np.float32)
