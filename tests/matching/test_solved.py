"""What agents' links teach."""

import numpy as np

from kbtool.matching.asked import gather
from kbtool.matching.matcher import Matcher, best_articles
from kbtool.matching.passages import read_article
from kbtool.matching.tokens import Tokenizer
from kbtool.model import Question
from kbtool.testing import parse

ARTICLES = {
    "wallet.md": "# Add money\n\nOpen the wallet and select Add.\n",
    "card.md": "# Order a card\n\nOpen the app and select Card.\n",
}


def matcher_of(questions, *, learn=True):
    tokenizer = Tokenizer("en")
    asked, _ = gather(questions, tokenizer)
    texts = [read_article(parse(text, path)) for path, text in ARTICLES.items()]
    return Matcher(texts, asked, tokenizer, learn=learn)


SOLVED = [
    Question("1", "top up my balance", resolved_by=("wallet",)),
    Question("2", "balance top up please", resolved_by=("wallet",)),
    Question("3", "how can I top up"),
]


def test_an_unsolved_question_finds_the_article_that_solved_ones_like_it():
    learned = matcher_of(SOLVED).score_asked()  # wordings are sorted: "how ..." is the second
    plain = matcher_of(SOLVED, learn=False).score_asked()
    assert best_articles(learned)[1, 0] == 0
    assert learned[1, 0] > plain[1, 0]
    assert learned[1, 0] - learned[1, 1] > plain[1, 0] - plain[1, 1]


def test_a_solved_question_does_not_find_itself():
    alone = matcher_of([SOLVED[0], SOLVED[2]]).score_asked()
    without = matcher_of([SOLVED[0], Question("3", "order")], learn=False).score_asked()
    # its only teacher is itself, so its own article gains nothing from it
    assert alone[1, 0] <= without[1, 0]


def test_links_to_articles_that_are_gone_teach_nothing():
    gone = [Question("1", "top up", resolved_by=("deleted",))]
    assert matcher_of(gone).links.nnz == 0


def test_scores_stay_between_nought_and_one():
    scores = matcher_of(SOLVED).score_asked()
    assert (scores >= 0).all()
    assert (scores <= 1 + np.float32(1e-6)).all()
