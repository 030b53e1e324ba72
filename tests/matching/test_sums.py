"""Products of texts with the weights of articles."""

import numpy as np
import pytest
from scipy import sparse

from kbtool.matching.search.lines import Lines
from kbtool.matching.search.sums import Sums
from kbtool.matching.text.features import Vectors


def matrix(shape, density, seed):
    random = np.random.default_rng(seed)
    return sparse.random(*shape, density=density, rng=random, dtype=np.float32).tocsr()


@pytest.mark.parametrize("density", [0.01, 0.2, 0.9], ids=["rare", "mixed", "common"])
def test_common_and_rare_features_add_up_to_the_whole_product(density):
    weights, texts = matrix((30, 50), density, 1), matrix((7, 50), 0.3, 2)
    found = np.concatenate([sums for _, sums in Sums.weigh(weights).multiply(texts)])
    assert found == pytest.approx((texts @ weights.T).toarray(), abs=1e-5)


def lines_of(n_texts, seed):
    return Vectors(matrix((n_texts, 20), 0.3, seed), matrix((n_texts, 30), 0.3, seed + 1), None)


def test_the_best_line_is_that_of_the_whole_product():
    lines, asked = lines_of(9, 3), lines_of(5, 5)
    starts = np.array([0, 2, 3, 9])  # three articles
    articles = np.array([[0, 1, 2], [2, 1, 0], [1, -1, -1], [2, 0, -1], [0, 1, 2]])
    found = Lines.gather(lines, starts).score(asked, articles)
    words, chars = (
        (a @ b.T).toarray() for a, b in ((asked.words, lines.words), (asked.chars, lines.chars))
    )
    for text, row in enumerate(articles.tolist()):
        for rank, article in enumerate(row):
            own = slice(starts[article], starts[article + 1]) if article >= 0 else slice(0)
            expected = (words[text, own].max() + chars[text, own].max()) / 2 if article >= 0 else 0
            assert found[text, rank] == pytest.approx(expected, abs=1e-5)


def test_the_line_that_is_quoted_fits_best_by_words_and_parts_of_words():
    lines, asked = lines_of(9, 3), lines_of(5, 5)
    starts = np.array([0, 9])
    found = Lines.gather(lines, starts).find(asked, np.zeros((5, 1), dtype=np.int64))
    both = asked.words @ lines.words.T + asked.chars @ lines.chars.T
    assert found[:, 0].tolist() == both.toarray().argmax(axis=1).tolist()
