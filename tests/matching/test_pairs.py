"""Products with chosen rows."""

import numpy as np
import pytest
from scipy import sparse

from kbtool.matching.search.pairs import multiply_chosen, turn_places


@pytest.mark.parametrize(
    ("chosen", "turned"),
    [
        ([[0, 2], [2, -1]], {0: [(0, 0)], 2: [(0, 1), (1, 0)]}),
        ([[5]], {5: [(0, 0)]}),
        ([[-1, -1], [-1, -1]], {}),
        (np.zeros((0, 2), dtype=int), {}),
    ],
)
def test_each_row_comes_with_the_places_that_name_it(chosen, turned):
    found = {row: [*zip(*places, strict=True)] for row, places in turn_places(np.array(chosen))}
    assert found == turned


def test_a_text_has_the_same_products_whatever_others_are_there():
    random = np.random.default_rng(1)
    texts, rows = (
        sparse.random(*shape, density=0.4, rng=random, dtype=np.float32).tocsr()
        for shape in ((30, 200), (9, 200))
    )
    chosen = random.integers(-1, 9, (30, 4))
    found = multiply_chosen(texts, rows, chosen)
    expected = np.take_along_axis((texts @ rows.T).toarray(), np.maximum(chosen, 0), axis=1)
    assert found == pytest.approx(np.where(chosen >= 0, expected, 0.0), abs=1e-5)
    for at in range(30):
        assert np.array_equal(multiply_chosen(texts[[at]], rows, chosen[[at]])[0], found[at])
