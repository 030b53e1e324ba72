"""However much is worked on at once, the result is the same: memory alone depends on it."""

import numpy as np
import pytest

from kbtool.matching.clusters import question_space
from kbtool.matching.clusters.grouping import rows_of
from kbtool.matching.clusters.question_space import QuestionSpace
from kbtool.matching.search import index as indexing
from kbtool.matching.search import latent
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import ArticleText, Passage
from kbtool.matching.text import features
from kbtool.matching.text.asked import gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question

THINGS = "card account invoice address phone parcel refund password photo printer".split()
DOINGS = "freeze close find change order cancel print return open lose".split()


QUESTIONS = [
    Question(f"{doing}-{thing}", f"How do I {doing} the {thing} {at}?")
    for thing in THINGS
    for at, doing in enumerate(DOINGS)
]


@pytest.fixture(scope="module")
def matcher():
    texts = [
        ArticleText(
            thing,
            f"Your {thing}",
            "",
            "",
            tuple(Passage((), f"To {doing} your {thing}, ask us.") for doing in DOINGS),
            "en",
        )
        for thing in THINGS
    ]
    tokenizer = Tokenizer("en")
    return Matcher(texts, gather(QUESTIONS, tokenizer)[0], tokenizer)


def test_places_in_few_dimensions_are_the_same_in_parts(monkeypatch):
    docs = [wording.doc for wording in gather(QUESTIONS, Tokenizer("en"))[0]]
    monkeypatch.setattr(question_space, "_ALL_PAIRS", 50)
    whole = QuestionSpace(docs)
    monkeypatch.setattr(latent, "_AT_ONCE", 7)
    monkeypatch.setattr(question_space, "_AT_ONCE", 11)
    parts = QuestionSpace(docs)
    assert whole.rows.shape[1] < 20  # they were learned
    assert np.array_equal(parts.rows, whole.rows)
    assert np.array_equal(parts.places.embedding, whole.places.embedding)


def test_articles_and_lines_are_the_same_in_parts(matcher, monkeypatch):
    whole = matcher.rank_asked()
    lines = matcher.find_lines(matcher.vectors, whole.articles[:, :2])
    told = []
    monkeypatch.setattr(indexing, "_AT_ONCE", 7)
    parts = matcher.rank_asked(count=lambda done, total: told.append((done, total)))
    assert np.array_equal(parts.articles, whole.articles)
    assert np.array_equal(parts.scores, whole.scores)
    assert np.array_equal(matcher.find_lines(matcher.vectors, parts.articles[:, :2]), lines)
    assert told == [(done, 100) for done in range(0, 100, 7)]


@pytest.mark.parametrize("labels", [[0], [0, 0, 0], [0, 1, 0, 2, 1], [2, 1, 0]])
def test_rows_of_groups_are_those_with_their_label(labels):
    found = rows_of(np.array(labels))
    assert found == [
        [at for at, own in enumerate(labels) if own == label] for label in range(max(labels) + 1)
    ]


def test_an_index_is_the_same_in_parts_but_for_rounding(matcher, monkeypatch):
    whole = matcher.rank_asked()
    monkeypatch.setattr(indexing, "_READ_AT_ONCE", 3)
    monkeypatch.setattr(features, "_AT_ONCE", 7)
    again = Matcher(matcher.texts, matcher._asked, Tokenizer("en")).rank_asked()
    assert np.array_equal(again.articles, whole.articles)
    assert again.scores == pytest.approx(whole.scores, abs=1e-6)
