"""Learning when a match is an answer."""

import numpy as np
import pytest

from kbtool.matching.judging.standard import Standard, default_standard, learn_standard
from kbtool.matching.search.ranked import rank_dense, rank_none


def made_fits(n_texts, n_articles=6, seed=0):
    """One article fits each text well, the others a little."""
    random = np.random.default_rng(seed)
    fits = random.uniform(0.0, 0.2, (n_texts, n_articles)).astype(np.float32)
    fits[np.arange(n_texts), np.arange(n_texts) % n_articles] += 0.4
    return fits


def learn(fits, traits=None):
    traits = np.zeros((len(fits), 1)) if traits is None else traits
    return learn_standard(rank_dense(fits), 30, traits, np.ones(len(fits)))


def test_a_probability_follows_the_formula():
    standard = Standard((10.0, 2.0), -4.0)
    found = standard.answer_probabilities(np.array([[0.3, 0.1]]), np.array([[0.5]]))
    assert found[0] == pytest.approx([0.5, 1 / (1 + np.exp(2.0))])  # 10 x .3 + 2 x .5 - 4 = 0


def test_even_odds_lie_between_best_and_second_best_fits():
    fits = made_fits(60)
    standard = learn(fits)
    probabilities = standard.answer_probabilities(rank_dense(fits).scores, np.zeros((60, 1)))
    assert (probabilities[:, 0] > 0.5).all()
    assert (probabilities[:, 1] < 0.5).all()


def test_real_gaps_in_the_log_hardly_move_even_odds():
    clean = learn(made_fits(120))
    mixed = made_fits(120)
    mixed[:30] = np.sort(mixed[:30], axis=1)[:, ::-1] - 0.4 * (np.arange(6) == 0)
    gaps = learn(np.maximum(mixed, 0.0))
    even = [-standard.offset / standard.weights[0] for standard in (clean, gaps)]
    assert even[1] == pytest.approx(even[0], abs=0.1)


@pytest.mark.parametrize(("n_texts", "n_articles"), [(19, 40), (60, 29), (0, 0)])
def test_too_little_teaches_nothing(n_texts, n_articles):
    fits = np.zeros((n_texts, n_articles), dtype=np.float32)
    none = rank_dense(fits) if n_texts else rank_none(0)
    assert learn_standard(none, n_articles, fits[:, :1], np.ones(n_texts)) is None


def test_fits_that_tell_nothing_apart_are_not_learned_from():
    assert learn(np.full((40, 5), 0.3, dtype=np.float32)) is None


def test_by_default_a_better_fit_is_a_likelier_answer():
    found = default_standard().answer_probabilities(np.array([[0.05, 0.2, 0.6]]), np.zeros((1, 0)))
    assert found[0, 0] < found[0, 1] < found[0, 2]
    assert found[0, 1] == pytest.approx(0.5)
