"""Where short lists are used, one process, several and Spark give the same to the last bit."""

import shutil
from importlib.util import find_spec

import numpy as np
import pytest

from kbtool.engines import open_engine
from kbtool.matching.search import ranker, shortlist, sums
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import ArticleText, Passage
from kbtool.matching.search.shortlist import Shortlist
from kbtool.matching.text.asked import gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question

HAS_SPARK = shutil.which("java") and all(map(find_spec, ("pyspark", "pandas", "pyarrow")))
THINGS = "card account invoice address phone parcel refund password photo printer".split()
DOINGS = "freeze close find change order cancel print return open lose".split()


@pytest.fixture
def matcher(monkeypatch):
    """A hundred articles that count as very many, with lists that hold a few of them."""
    monkeypatch.setattr(sums, "MANY", 20)
    monkeypatch.setattr(shortlist, "_LISTED", 8)
    monkeypatch.setattr(ranker, "_SENT", 32)
    topics = [(doing, thing) for doing in DOINGS for thing in THINGS]
    texts = [
        ArticleText(
            f"{doing}-{thing}",
            f"How to {doing} the {thing}",
            "",
            "",
            tuple(Passage((), f"To {doing} it, {other} the {thing} first.") for other in DOINGS),
            "en",
        )
        for doing, thing in topics
    ]
    questions = [
        Question(
            f"{doing}-{thing}-{at}",
            f"Can I {doing} my {thing} and {DOINGS[at]} it?",
            resolved_by=(f"{doing}-{thing}",) if at % 3 == 0 else (),
        )
        for doing, thing in topics
        for at in range(3)
    ]
    tokenizer = Tokenizer("en")
    return Matcher(texts, gather(questions, tokenizer)[0], tokenizer)


@pytest.mark.parametrize(
    ("name", "processes"),
    [
        ("local", 2),
        pytest.param(
            "spark",
            1,
            marks=pytest.mark.skipif(not HAS_SPARK, reason="no Java, or no kbtool[spark]"),
        ),
    ],
)
def test_short_lists_give_the_same_wherever_they_are_used(name, processes, matcher):
    assert isinstance(matcher._index._ranker.sums, Shortlist)
    here = matcher.rank_asked()
    with open_engine(name, processes, "local[2]" if name == "spark" else "") as engine:
        there = matcher.rank_asked(engine)
    assert np.array_equal(there.articles, here.articles)
    assert np.array_equal(there.scores, here.scores)
    assert len(here.articles) == 300
    assert here.reached().min() > 0
