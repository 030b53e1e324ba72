"""Neighbours of very many texts."""

import numpy as np
import pytest
from sklearn.preprocessing import normalize

from kbtool.matching.clusters.cells import find_near


def made(n_texts, seed=0):
    """Texts around forty centres."""
    random = np.random.default_rng(seed)
    centres = random.normal(size=(40, 16))
    texts = centres[np.arange(n_texts) % 40] + 0.3 * random.normal(size=(n_texts, 16))
    return normalize(texts).astype(np.float32)


def test_most_of_the_true_neighbours_are_found():
    placed = made(4000)
    near, cosines = find_near(placed, 10)
    all_pairs = placed @ placed.T
    np.fill_diagonal(all_pairs, -1)
    true = np.argsort(-all_pairs, axis=1)[:, :10]
    found = [len(set(a) & set(b)) for a, b in zip(near.tolist(), true.tolist(), strict=True)]
    assert np.mean(found) > 8
    assert cosines == pytest.approx(np.take_along_axis(all_pairs, near, axis=1), abs=1e-5)


def test_the_nearest_come_first_each_once_and_never_the_text_itself():
    near, cosines = find_near(made(2000), 10)
    assert (np.diff(cosines, axis=1) <= 1e-6).all()
    for text, row in enumerate(near.tolist()):
        there = [at for at in row if at >= 0]
        assert text not in there
        assert len(set(there)) == len(there)


def test_two_runs_find_the_same():
    placed = made(2000)
    assert (find_near(placed, 5)[0] == find_near(placed, 5)[0]).all()


def test_texts_without_any_direction_do_no_harm():
    near, cosines = find_near(np.zeros((1000, 8), dtype=np.float32), 3)
    assert ((near >= -1) & (near < 1000)).all()
    assert (cosines == 0).all()
