"""Vectors of texts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from kbtool.matching.search.fields import bm25, count_body, mean_length
from kbtool.matching.text.features import Space
from kbtool.matching.text.spelling import unify_english
from kbtool.matching.text.tokens import Tokenizer

TOKENIZER = Tokenizer("en")
DOCS = [TOKENIZER.doc(text) for text in ("order card", "order money", "freeze card today")]


def test_rows_have_length_one_and_masses_sum_to_one():
    vectors = Space(DOCS).vectors(DOCS)
    for matrix in (vectors.words, vectors.chars):
        assert np.sqrt(matrix.multiply(matrix).sum(axis=1)) == pytest.approx(np.ones((3, 1)))
    assert np.asarray(vectors.mass.sum(axis=1)).ravel() == pytest.approx(np.ones(3))


def test_a_text_without_a_known_word_is_all_noughts():
    vectors = Space(DOCS).vectors([TOKENIZER.doc("zzz"), TOKENIZER.doc("")])
    assert vectors.words.nnz == 0
    assert vectors.mass.nnz == 0


def test_a_misspelled_word_still_shares_parts_with_the_right_one():
    space = Space([*DOCS, TOKENIZER.doc("freezze")])
    vectors = space.vectors([TOKENIZER.doc("freeze"), TOKENIZER.doc("freezze")])
    assert (vectors.words[0] @ vectors.words[1].T).sum() == 0
    assert (vectors.chars[0] @ vectors.chars[1].T).sum() > 0.3


def test_bm25_is_the_share_of_rarity_that_an_article_holds():
    space = Space(DOCS)
    titles = [TOKENIZER.doc("") for _ in DOCS]
    mass = space.vectors([TOKENIZER.doc("freeze order")]).mass
    counts = count_body(space, DOCS, titles)
    found = (mass @ bm25(counts, mean_length(counts)).T).toarray()
    # idf = ln(1 + (3 - n + .5) / (n + .5)): freeze n = 1: .9808, order n = 2: .4700
    # third article: 3 words of 7/3 on average, pull = 1.2 (.25 + .75 9/7) = 1.4571
    expected = 0.9808 / (0.9808 + 0.4700) / (1 + 1.4571)
    assert found[0, 2] == pytest.approx(expected, abs=1e-4)


def test_a_centroid_lies_between_its_texts():
    vectors = Space(DOCS).vectors(DOCS)
    centre = vectors.pooled(sparse.csr_matrix([[0.5, 0.5, 0.0]]))
    cosines = (centre.words @ vectors.words.T).toarray()[0]
    assert cosines[0] == pytest.approx(cosines[1])
    assert cosines[0] > cosines[2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("behaviour", "behavior"),
        ("travelling", "traveling"),
        ("centre", "center"),
        ("licence", "license"),
        ("sent", "send"),
    ],
)
def test_british_and_american_spellings_become_one(one, other):
    assert unify_english(one) == unify_english(other)


@pytest.mark.parametrize("word", ["your", "hour", "this", "bill", "billing", "is", "fire", "four"])
def test_words_that_only_look_british_stay(word):
    assert unify_english(word) == word


@given(st.text(alphabet="abcdeilnorstu", max_size=15))
def test_one_spelling_stays_one(word):
    assert unify_english(unify_english(word)) == unify_english(word)
