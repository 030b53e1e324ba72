"""What customers' words in a title would win."""

from types import SimpleNamespace

import numpy as np

from kbtool.matching.advice import retitling
from kbtool.matching.advice.retitling import try_titles
from kbtool.matching.advice.verdicts import Verdict
from kbtool.matching.judging.evidence import Word
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import read_article
from kbtool.matching.text.asked import gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Action, Cluster, Interval, Question
from kbtool.testing import parse

TEXTS = {
    "post.md": "# Post\n\nA parcel comes within a week. Parcels may be late in winter.\n",
    "pay.md": "# Pay\n\nPay for a parcel by card or by bank transfer, in one go.\n",
    "lamp.md": "# Lamp\n\nLamps shine at night.\n",
}
ARTICLES = [read_article(parse(text, path)) for path, text in TEXTS.items()]
TOKENIZER = Tokenizer("en")
WORDS = ("courier", "tracking")


def matcher_for(*texts):
    questions = [Question(f"q{n}", text) for n, text in enumerate(texts)]
    return Matcher(ARTICLES, gather(questions, TOKENIZER)[0], TOKENIZER)


def test_an_article_with_a_word_in_its_title_is_found_by_it():
    matcher = matcher_for("lamp parcel courier", "where is the courier")
    plain = matcher.first_articles([0, 1])
    named = matcher.first_articles([0, 1], {0: ["courier"]})
    assert named[1] == 0
    assert plain[1] != 0 or plain[0] != 0
    assert np.array_equal(matcher.first_articles([0, 1], {}), plain)


def test_only_the_wordings_asked_for_come_back_in_their_order():
    matcher = matcher_for("lamp", "parcel late", "pay by card")
    assert (
        matcher.first_articles([2, 0]).tolist()
        == matcher.first_articles([0, 1, 2])[[2, 0]].tolist()
    )


def verdict(rows, asked, why="Its title lacks their words."):
    """A group that should get the article at 0 another title."""
    cluster = Cluster(
        id="a",
        label="a",
        questions=tuple(f"q{row}" for row in rows),
        askers=len(rows),
        covered=Interval(1.0, 0.5, 1.0),
        nearest=None,
        runner_up=None,
        action=Action.RETITLE,
        why=why,
        answered=True,
    )
    stems = [TOKENIZER.doc(word).tokens[0].stem for word in WORDS]
    group = SimpleNamespace(
        rows=tuple(rows),
        asked=[asked[row] for row in rows],
        articles=(0, 1),
        words=tuple(map(Word, WORDS, stems)),
        profile=SimpleNamespace(shares=dict.fromkeys(stems, 1.0)),
    )
    return Verdict(group, cluster, True, otherwise=(Action.SURFACE, "They wrote all the same."))


def test_the_reason_to_retitle_says_how_many_questions_it_would_win():
    texts = ["courier tracking card", "tracking courier bank", "late courier"]
    asked = gather([Question(f"q{n}", text) for n, text in enumerate(texts)], TOKENIZER)[0]
    matcher = Matcher(ARTICLES, asked, TOKENIZER)
    before = int((matcher.first_articles([0, 1, 2]) == 0).sum())
    after = int((matcher.first_articles([0, 1, 2], {0: WORDS}) == 0).sum())
    assert before < after
    (tried,) = try_titles(matcher, [verdict([0, 1, 2], asked)])
    assert tried.cluster.why == (
        "Its title lacks their words. With them in its title, "
        f"{after} of 3 questions would find it first instead of {before}."
    )


def test_a_title_that_wins_nothing_is_not_advised():
    asked = gather([Question("q0", "late parcel week")], TOKENIZER)[0]
    matcher = Matcher(ARTICLES, asked, TOKENIZER)
    (tried,) = try_titles(matcher, [verdict([0], asked)])
    assert (tried.cluster.action, tried.cluster.why) == (
        Action.SURFACE,
        "They wrote all the same.",
    )


def test_where_it_cannot_be_tried_the_reason_says_so(monkeypatch):
    monkeypatch.setattr(retitling, "_MOST_ARTICLES", 2)
    asked = gather([Question("q0", "courier tracking card")], TOKENIZER)[0]
    (tried,) = try_titles(Matcher(ARTICLES, asked, TOKENIZER), [verdict([0], asked)])
    assert tried.cluster.action is Action.RETITLE
    assert tried.cluster.why.endswith(" What that wins was not tried: above 2 articles.")
