"""How far apart texts are."""

import numpy as np
import pytest
from scipy.spatial.distance import squareform

from kbtool.matching.clusters.grouping import members
from kbtool.matching.clusters.places import Places
from kbtool.matching.text.features import Space
from kbtool.matching.text.tokens import Tokenizer

TEXTS = ["freeze my card", "card frozen", "open on sundays", "is the pool heated"]
ALIKE = np.ones((4, 2), dtype=np.float32)  # dimensions that tell nothing apart


def place(texts, embedding=ALIKE):
    docs = [Tokenizer("en").doc(text) for text in texts]
    return Places.of(embedding, Space(docs).vectors(docs))


def test_texts_of_a_short_log_that_share_no_word_are_far_apart():
    apart = squareform(place(TEXTS).distances())
    assert apart[2, 3] > 0.9
    assert apart[0, 1] < 0.5


def test_words_count_the_less_the_longer_a_log_is_and_at_last_not_at_all():
    trust = [place(TEXTS * n, np.ones((4 * n, 2), dtype=np.float32)).trust for n in (1, 10, 100)]
    assert trust == sorted(trust)
    long = place(TEXTS * 250, np.ones((1000, 2), dtype=np.float32))
    assert (long.words, long.trust) == (None, 1.0)
    assert long.some([0, 1, 2]).distances() == pytest.approx(0, abs=1e-6)


def test_some_texts_are_as_far_apart_as_among_all():
    places = place(TEXTS)
    whole = squareform(places.distances())
    assert squareform(places.some([1, 3]).distances())[0, 1] == pytest.approx(whole[1, 3])


def test_groups_are_as_far_apart_as_their_texts_on_average():
    apart = place(TEXTS).group_distances(members(np.array([0, 0, 1, 2])))
    whole = squareform(place(TEXTS).distances())
    assert apart[0, 1] == pytest.approx((whole[0, 2] + whole[1, 2]) / 2, abs=1e-5)
    assert np.diag(apart).tolist() == [0, 0, 0]
