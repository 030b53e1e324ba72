"""Products of texts with the weights of articles."""

import numpy as np
import pytest
from scipy import sparse

from kbtool.matching.search.lines import Lines
from kbtool.matching.search.sums import Sums


def matrix(shape, density, seed):
    random = np.random.default_rng(seed)
    return sparse.random(*shape, density=density, rng=random, dtype=np.float32).tocsr()


@pytest.mark.parametrize("density", [0.01, 0.2, 0.9], ids=["rare", "mixed", "common"])
def test_common_and_rare_features_add_up_to_the_whole_product(density):
    weights, texts = matrix((30, 50), density, 1), matrix((7, 50), 0.3, 2)
    found = np.concatenate([sums for _, sums in Sums.weigh(weights).multiply(texts)])
    assert found == pytest.approx((texts @ weights.T).toarray(), abs=1e-5)


STARTS = np.array([0, 2, 3, 9])  # three articles
ARTICLES = np.array([[0, 1, 2], [2, 1, 0], [1, -1, -1], [2, 0, -1], [0, 1, 2]])


def compare(method):
    """What the lines of articles find, and the whole product (n_texts, n_lines)."""
    lines, asked = matrix((9, 20), 0.3, 3), matrix((5, 20), 0.3, 5)
    return getattr(Lines(STARTS, lines), method)(asked, ARTICLES), (asked @ lines.T).toarray()


def test_the_best_line_is_that_of_the_whole_product():
    found, cosines = compare("score")
    for (text, rank), article in np.ndenumerate(ARTICLES):
        own = cosines[text, STARTS[article] : STARTS[article + 1]] if article >= 0 else np.zeros(1)
        assert found[text, rank] == pytest.approx(own.max(), abs=1e-5)


def test_the_line_that_is_quoted_fits_best():
    found, cosines = compare("find")
    for (text, rank), article in np.ndenumerate(ARTICLES):
        own = cosines[text, STARTS[article] : STARTS[article + 1]] if article >= 0 else np.zeros(1)
        assert found[text, rank] == own.argmax()
