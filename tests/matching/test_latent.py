"""Texts in few dimensions."""

import numpy as np
import pytest
from scipy import sparse
from sklearn.preprocessing import normalize

from kbtool.matching.search import latent
from kbtool.matching.search.latent import LatentSpace

N_TEXTS, N_FEATURES = 120, 300


@pytest.fixture
def rows():
    """Texts of four topics, each of words of its own and of all."""
    random = np.random.default_rng(1)
    counts = random.poisson(0.1, (N_TEXTS, N_FEATURES)).astype(np.float32)
    for topic in range(4):
        counts[topic::4, topic * 40 : topic * 40 + 40] += random.poisson(1, (30, 40))
    counts[:, 250:] = 0  # held by no text
    return normalize(sparse.csr_matrix(counts))


def cosines(rows):
    placed = normalize(LatentSpace(rows).axes.place(rows))
    return placed @ placed.T


def test_many_features_give_the_directions_that_few_do(rows, monkeypatch):
    few = cosines(rows)
    monkeypatch.setattr(latent, "_FEW_FEATURES", 10)
    assert cosines(rows) == pytest.approx(few, abs=1e-4)
    axes = LatentSpace(rows).axes.weights
    assert axes.T @ axes == pytest.approx(np.eye(axes.shape[1]), abs=1e-5)


@pytest.mark.parametrize("limit", [10, 1_000], ids=["many", "few"])
def test_features_that_no_text_held_change_no_place(rows, limit, monkeypatch):
    monkeypatch.setattr(latent, "_FEW_FEATURES", limit)
    space = LatentSpace(rows)
    strange = rows.tolil()
    strange[:, 280] = 0.5
    assert np.array_equal(space.axes.place(strange.tocsr()), space.axes.place(rows))


def test_axes_survive_their_arrays(rows):
    axes = LatentSpace(rows).axes
    assert np.array_equal(latent.Axes.of(axes.arrays()).place(rows), axes.place(rows))
    assert latent.Axes.of({}) is None
