"""Laws of finding like titles without comparing each with each."""

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.rules.fnd._twins import Named, find_twins, fold

STOP = frozenset({"a", "the", "of"})
WORDS = st.sampled_from("card fee pin refund the of transfer abroad late".split())
TITLES = st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), max_size=12)


def compare_each_with_each(articles, threshold):
    """Later paths of all pairs of titles at least this similar."""
    sets = {a: frozenset(fold(a.title, STOP, english=True)) for a in articles}
    distinct = set(sets.values())

    def square(stem):
        held = sum(stem in stems for stems in distinct)
        return (1 + log((1 + len(distinct)) / (1 + held))) ** 2

    def cosine(one, other):
        shared = sum(map(square, one & other))
        return shared / sqrt(sum(map(square, one)) * sum(map(square, other)))

    return {
        max(a, b).path
        for a in articles
        for b in articles
        if a != b and (sets[a] == sets[b] or cosine(sets[a], sets[b]) >= threshold)
    }


@given(TITLES, st.sampled_from([0.5137, 0.7171, 0.9049, 0.9513]))
def test_prefix_filter_misses_no_pair(titles, threshold):
    articles = [Named(f"{n:02}.md", title) for n, title in enumerate(titles)]
    found = find_twins(articles, threshold, STOP, english=True)
    assert set(found) == compare_each_with_each(articles, threshold)


@given(TITLES)
def test_a_twin_comes_earlier_by_its_path(titles):
    articles = [Named(f"{n:02}.md", title) for n, title in enumerate(titles)]
    for path, twin in find_twins(articles, 0.8, STOP, english=True).items():
        assert twin.other.path < path
        assert 0.8 <= twin.similarity <= 1


@given(TITLES, st.randoms(use_true_random=False))
def test_order_of_articles_changes_nothing(titles, random):
    articles = [Named(f"{n:02}.md", title) for n, title in enumerate(titles)]
    shuffled = random.sample(articles, len(articles))
    assert find_twins(articles, 0.8, STOP, english=True) == find_twins(
        shuffled, 0.8, STOP, english=True
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Topping up", "top up"),
        ("Transfer fees", "transfer fee"),
        ("Stopped cards", "stop card"),
        ("Delivery addresses", "deliveries address"),
        ("Selling boxes", "sell box"),
        ("How to: freeze cards", "How can I freeze cards"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert fold(one, STOP, english=True) == fold(other, STOP, english=True)


@given(st.text(max_size=80))
def test_any_title_folds(title):
    assert isinstance(fold(title, STOP, english=True), list)


def test_similarity_is_the_cosine_computed_by_hand():
    # Three sets: idf(card)=1+ln(4/3), idf(abroad)=idf(pin)=idf(lost)=1+ln(4/2).
    articles = [Named("a", "card abroad"), Named("b", "card abroad lost"), Named("c", "pin")]
    common, rare = (1 + log(4 / 3)) ** 2, (1 + log(4 / 2)) ** 2
    expected = (common + common) / sqrt((common + common) * (common + common + rare))
    assert find_twins(articles, 0.5, STOP, english=True)["b"].similarity == pytest.approx(expected)
