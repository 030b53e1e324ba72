"""Parts of kbtool that can be taken out: what has to be patched, and with what."""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec.structs import replace
from scipy import sparse

from kbtool.matching import answers, gaps
from kbtool.matching.clusters import grouping
from kbtool.matching.judging import survey
from kbtool.matching.judging import texts as judging
from kbtool.matching.search import fields, gone, index, matcher, solved
from kbtool.matching.text.features import Space, Vectors

Replacement = tuple[Any, str, Any]  # module or class, name, and what stands for it

_make_vectors = Space.vectors
_learn_standard = judging.learn_standard


def _vectors_of_words(space: Space, docs: Any) -> Vectors:
    made = _make_vectors(space, docs)
    return replace(made, chars=sparse.csr_matrix(made.chars.shape, dtype=np.float32))


def _likeness_of_words(texts: Vectors) -> Any:
    return 2 * fields.likeness(texts)  # the mean of one, where half is missing


def _learn_without(column: int) -> Any:
    """Learning where one of the traits is the same for all texts."""

    def learn(fits: Any, n_articles: int, traits: Any, sizes: Any) -> Any:
        traits = traits.copy()
        if traits.shape[1] >= -column:
            traits[:, column] = 0.0
        return _learn_standard(fits, n_articles, traits, sizes)

    return learn


class _OnlyRidge(solved.Solved):
    """What solved questions teach by regression alone."""

    def weights(self) -> Any:
        centres = sparse.diags(1 / np.maximum(self._lengths, 1e-9)) @ self._sums
        return (2 * super().weights() - centres).tocsr()

    def correction(self) -> Any:
        return 2 * self._ridge_correction()


class _OnlyCentres(solved.Solved):
    """What solved questions teach by their centre alone."""

    def weights(self) -> Any:
        return (sparse.diags(1 / np.maximum(self._lengths, 1e-9)) @ self._sums).tocsr()

    def correction(self) -> Any:
        return 2 * super().correction()

    def _ridge_correction(self) -> Any:
        return sparse.csr_matrix(self._links.shape)


PARTS: dict[str, tuple[Replacement, ...]] = {
    "title field": ((index, "_TITLE", 0.0),),
    "best line": ((index, "_LINE", 0.0),),
    "BM25": ((index, "_BM25", 0.0),),
    "likeness beyond shared words (latent)": ((index, "_LATENT", 0.0),),
    "parts of words (char n-grams)": (
        (Space, "vectors", _vectors_of_words),
        (index, "likeness", _likeness_of_words),
        (index, "_LINE", 2 * index._LINE),
        (index, "sqrt", lambda _: 1.0),  # words and chars together have length 1
    ),
    "smoothing over neighbours": ((survey, "smooth", lambda fits, *_: fits),),
    "closeness of the neighbours or the cluster": (
        (judging, "learn_standard", _learn_without(-1)),
    ),
    "size of the cluster": ((judging, "learn_standard", _learn_without(-2)),),
    "lead over rival clusters": ((judging, "_lead", lambda fits, *_: fits.scores),),
    "verdict of the cluster in that of a question": (
        (answers, "mean_odds", lambda single, _: single),
    ),
    "verdicts of questions in that of their cluster": (
        (judging, "_agree", lambda groups, *_: groups.ranked.scores),
    ),
    "pull of neighbours in clusters": ((grouping, "_NEIGHBOUR_SHARE", 0.0),),
    "merging by verdicts": tuple(
        (
            module,
            "form_labels",
            lambda found, distance: survey.group_texts(found.places, distance),
        )
        for module in (answers, gaps)
    ),
    "learning from solved questions": ((matcher.Matcher, "_teach", lambda *_: None),),
    "centre of solved questions": ((matcher, "Solved", _OnlyRidge),),
    "regression on solved questions": ((matcher, "Solved", _OnlyCentres),),
    "links to missing articles": ((gone.Gone, "says_something", staticmethod(lambda _: False)),),
}

# These change nothing where there is nothing to learn from.
TAUGHT_PARTS = frozenset(list(PARTS)[-4:])
