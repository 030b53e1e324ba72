"""Texts as counts of stems, of pairs of stems and of parts of words."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from math import log
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

from kbtool.matching.text.tokens import Doc, Token

Matrix = Any  # scipy.sparse.csr_matrix, which carries no types
Ids = NDArray[np.int64]
Lengths = NDArray[np.float64]

_MOST_OF_INT32 = np.iinfo(np.int32).max


class Encoded(Struct, frozen=True):
    """Texts as numbers of their words."""

    kinds: tuple[Token, ...]  # distinct words
    ids: Ids  # (n_words,), which of the kinds each word is, all texts in a row
    starts: Ids  # (n_texts + 1,), where each text begins in it

    @property
    def count(self) -> int:
        """Number of texts."""
        return len(self.starts) - 1

    def parts(self, size: int) -> Iterator[Encoded]:
        """So many of the texts after the other."""
        for start in range(0, self.count, size):
            ends = self.starts[start : start + size + 1]
            yield Encoded(self.kinds, self.ids[ends[0] : ends[-1]], ends - ends[0])


class Counts(Struct, frozen=True):
    """How often texts hold what is counted."""

    terms: Matrix  # (n_texts, n_terms), stems first, then pairs of neighbouring ones
    stems: Matrix  # (n_texts, n_stems)
    ngrams: Matrix  # (n_texts, n_ngrams)


def encode(docs: Sequence[Doc]) -> Encoded:
    """Texts with each distinct word looked at once."""
    table: dict[Token, int] = {}
    ids = [table.setdefault(token, len(table)) for doc in docs for token in doc.tokens]
    starts = np.cumsum([0, *(len(doc.tokens) for doc in docs)])
    return Encoded(tuple(table), np.array(ids, dtype=np.int64), starts)


class Vocabulary:
    """What is counted: all that some texts hold."""

    def __init__(self, texts: Encoded) -> None:
        """Learn from these texts."""
        self.stems = {stem: at for at, stem in enumerate(sorted({t.stem for t in texts.kinds}))}
        self._pairs = self._find_pairs(texts)
        words = sorted({token.folded for token in texts.kinds})
        self._words = {word: at for at, word in enumerate(words)}
        self._ngrams = CountVectorizer(analyzer=_ngrams, dtype=np.float32)
        self._cut = self._ngrams.fit_transform(words)  # (n_words, n_ngrams)
        self._cut.sort_indices()

    def count(self, texts: Encoded) -> Counts:
        """Counts in texts; what is unknown does not count."""
        return Counts(*self.count_words(texts), self._count_ngrams(texts))

    def count_words(self, texts: Encoded) -> tuple[Matrix, Matrix]:
        """Terms and stems of ``count`` alone."""
        n_stems, ids = len(self.stems), self._stem_ids(texts)
        rows = np.repeat(np.arange(texts.count), np.diff(texts.starts))
        known = ids >= 0
        stems = _tally(rows[known], ids[known], (texts.count, n_stems))
        places, pairs = self._pair_up(texts, ids)
        found = np.minimum(np.searchsorted(self._pairs, pairs), max(len(self._pairs) - 1, 0))
        same = self._pairs[found] == pairs if len(self._pairs) else np.zeros(len(pairs), bool)
        two = _tally(rows[places[same]], found[same], (texts.count, len(self._pairs)))
        return sparse.hstack([stems, two]).tocsr(), stems

    def count_stems(self, texts: Encoded) -> Matrix:
        """How often each text holds each stem, (n_texts, n_stems)."""
        ids = self._stem_ids(texts)
        rows = np.repeat(np.arange(texts.count), np.diff(texts.starts))
        known = ids >= 0
        return _tally(rows[known], ids[known], (texts.count, len(self.stems)))

    def measure_unknown(self, texts: Encoded) -> tuple[Lengths, Lengths]:
        """Squared length of what is unknown in each text, as stems and as n-grams, (n_texts,).

        Counts are dampened as those of what is known, and each weighs 1.
        """
        ends = zip(texts.starts[:-1], texts.starts[1:], strict=True)
        both = [self._measure([texts.kinds[k] for k in texts.ids[own:end]]) for own, end in ends]
        lengths = np.array(both, dtype=np.float64).reshape(-1, 2)
        return lengths[:, 0], lengths[:, 1]

    def _measure(self, words: Sequence[Token]) -> tuple[float, float]:
        known = self._ngrams.vocabulary_
        stems = Counter(token.stem for token in words if token.stem not in self.stems)
        parts = Counter(part for token in words for part in _ngrams(token.folded))
        unknown = (number for part, number in parts.items() if part not in known)
        return _square_sum(stems.values()), _square_sum(unknown)

    def is_function(self, texts: Encoded) -> NDArray[np.bool_]:
        """Which terms consist of function words alone, (n_terms,).

        What is one in a language and none in another, as "die", is what most of its uses are.
        """
        uses = np.bincount(texts.ids, minlength=len(texts.kinds)).tolist()
        lead = Counter[str]()
        for token, number in zip(texts.kinds, uses, strict=True):
            lead[token.folded] += -number if token.content else number
        ignored = {token for token in texts.kinds if not token.content and lead[token.folded] > 0}
        bare = np.zeros(len(self.stems), dtype=bool)
        bare[[self.stems[token.stem] for token in texts.kinds if token in ignored]] = True
        n_stems = max(len(self.stems), 1)
        return np.concatenate([bare, bare[self._pairs // n_stems] & bare[self._pairs % n_stems]])

    def _find_pairs(self, texts: Encoded) -> Ids:
        """Pairs that stand in two texts at least; the others tell nothing of likeness."""
        places, pairs = self._pair_up(texts, self._stem_ids(texts))
        rows = np.repeat(np.arange(texts.count), np.diff(texts.starts))[places]
        order = np.argsort(pairs, kind="stable")  # texts stay in their order
        pairs, rows = pairs[order], rows[order]
        again = (pairs[1:] == pairs[:-1]) & (rows[1:] != rows[:-1])
        return np.unique(pairs[1:][again])

    def _stem_ids(self, texts: Encoded) -> Ids:
        of_kind = np.array(
            [self.stems.get(token.stem, -1) for token in texts.kinds], dtype=np.int64
        )
        return of_kind[texts.ids]

    def _pair_up(self, texts: Encoded, ids: Ids) -> tuple[Ids, Ids]:
        """Places of the first of each two neighbouring stems, and a number for the two."""
        followed = np.ones(len(ids), dtype=bool)
        followed[texts.starts[1:][np.diff(texts.starts) > 0] - 1] = False  # the last of each text
        places = np.flatnonzero(followed)
        places = places[(ids[places] >= 0) & (ids[places + 1] >= 0)]
        return places, ids[places] * max(len(self.stems), 1) + ids[places + 1]

    def _count_ngrams(self, texts: Encoded) -> Matrix:
        # Each distinct word is cut up once; texts then get the n-grams of their words as a product.
        # Words stand in it by the alphabet: a text's sums are in one order, whatever is beside it.
        strange = sorted({token.folded for token in texts.kinds} - self._words.keys())
        cut = self._cut
        if strange:
            cut = sparse.vstack([cut, self._ngrams.transform(strange)]).tocsr()
        places = ChainMap(self._words, dict(zip(strange, count(len(self._words)), strict=False)))
        words = np.array([places[token.folded] for token in texts.kinds], dtype=np.int64)
        rows = np.repeat(np.arange(texts.count), np.diff(texts.starts))
        return (_tally(rows, words[texts.ids], (texts.count, cut.shape[0])) @ cut).tocsr()


def stack(parts: list[Matrix]) -> Matrix:
    """The rows of all parts, at least one, below each other; each part is given up on the way.

    So no more is held at once than the whole and one part, where ``scipy.sparse.vstack`` holds
    everything twice.
    """
    if len(parts) == 1:
        return parts.pop()
    shape = (sum(part.shape[0] for part in parts), parts[0].shape[1])
    held = sum(part.nnz for part in parts)
    starts = np.zeros(shape[0] + 1, dtype=np.int64 if held > _MOST_OF_INT32 else np.int32)
    columns, values = np.empty(held, dtype=np.int32), np.empty(held, dtype=np.float32)
    row = at = 0
    parts.reverse()
    while parts:
        part = parts.pop()
        starts[row + 1 : row + 1 + part.shape[0]] = part.indptr[1:] + starts[row]
        columns[at : at + part.nnz], values[at : at + part.nnz] = part.indices, part.data
        row, at = row + part.shape[0], at + part.nnz
    return sparse.csr_matrix((values, columns, starts), shape=shape, copy=False)


def _square_sum(counts: Iterable[int]) -> float:
    return sum((1 + log(count)) ** 2 for count in counts)


def _tally(rows: Ids, columns: Ids, shape: tuple[int, int]) -> Matrix:
    ones = np.ones(len(rows), dtype=np.float32)
    return sparse.csr_matrix((ones, (rows, columns)), shape=shape)


@lru_cache(maxsize=65_536)
def _ngrams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    sizes = range(3, min(5, len(padded)) + 1)
    return tuple(padded[at : at + n] for n in sizes for at in range(len(padded) - n + 1))
