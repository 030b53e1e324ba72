"""Leading articles among very many."""

import numpy as np
import pytest
from scipy import sparse

from kbtool.matching.search import shortlist
from kbtool.matching.search.ranked import join_ranked, rank_dense
from kbtool.matching.search.shortlist import Shortlist
from kbtool.matching.search.sums import change, restore_sums, weigh

N_TEXTS, N_ARTICLES, N_FEATURES = 12, 60, 80


def matrix(shape, density, seed):
    random = np.random.default_rng(seed)
    return sparse.random(*shape, density=density, rng=random, dtype=np.float32).tocsr()


WEIGHTS = matrix((N_ARTICLES, N_FEATURES), 0.4, 1)
TEXTS = matrix((N_TEXTS, N_FEATURES), 0.2, 2)
WHOLE = (TEXTS @ WEIGHTS.T).toarray()


def lead(sums, own=None):
    return join_ranked(sums.lead(TEXTS, own, 20))


@pytest.fixture
def short_lists(monkeypatch):
    monkeypatch.setattr(shortlist, "_LISTED", 30)
    monkeypatch.setattr(shortlist, "_TELLING", 0.75)  # weights at random have no telling ones


def test_the_sums_of_leaders_are_those_of_the_whole_product(short_lists):
    found = lead(Shortlist.weigh(WEIGHTS))
    leaders = found.articles[:, : shortlist._IN_FULL]
    sums = np.take_along_axis(WHOLE, leaders, axis=1)
    assert found.scores[:, : shortlist._IN_FULL] == pytest.approx(sums, abs=1e-5)


def test_what_leads_is_what_leads_the_whole_product(short_lists):
    found, whole = lead(Shortlist.weigh(WEIGHTS)), rank_dense(WHOLE, 20)
    assert (found.articles[:, 0] == whole.articles[:, 0]).all()


def test_estimates_of_others_are_below_the_leaders(short_lists):
    scores = lead(Shortlist.weigh(WEIGHTS)).scores
    assert (np.diff(scores, axis=1) <= 0).all()


def test_what_is_added_counts_for_its_own_article():
    own = sparse.csr_matrix((N_TEXTS, N_ARTICLES), dtype=np.float32).tolil()
    best = int(WHOLE[3].argmax())
    own[3, best] = -5.0
    found = lead(Shortlist.weigh(WEIGHTS), own.tocsr())
    assert best not in found.articles[3, :5]


def test_parts_of_a_ranking_do_not_depend_on_each_other(short_lists, monkeypatch):
    sums = Shortlist.weigh(WEIGHTS)
    whole = lead(sums)
    monkeypatch.setattr(shortlist, "_AT_ONCE", 5)
    parts = lead(sums)
    assert (parts.articles == whole.articles).all()
    assert (parts.scores == whole.scores).all()


def test_arrays_and_changes_keep_the_sums(short_lists, monkeypatch):
    monkeypatch.setattr("kbtool.matching.search.sums.MANY", 10)
    sums = weigh(WEIGHTS)
    kept = np.arange(40)
    for other in (restore_sums(sums.arrays()), change(sums, kept, WEIGHTS[40:])):
        assert isinstance(other, Shortlist)
        assert (lead(other).articles == lead(sums).articles).all()
