"""What agents' links teach."""

import numpy as np
import pytest
from scipy import sparse
from sklearn.preprocessing import normalize

from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import read_article
from kbtool.matching.search.solved import Solved
from kbtool.matching.text.asked import gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question
from kbtool.testing import parse

ARTICLES = {
    "wallet.md": "# Add money\n\nOpen the wallet and select Add.\n",
    "card.md": "# Order a card\n\nOpen the app and select Card.\n",
}


def matcher_of(questions, solved=(), *, learn=True):
    tokenizer = Tokenizer("en")
    texts = [read_article(parse(text, path)) for path, text in ARTICLES.items()]
    asked, taught = gather(questions, tokenizer)[0], gather(solved, tokenizer)[0]
    return Matcher(texts, asked, tokenizer, taught, learn=learn)


def scores_of(questions, solved=(), *, learn=True):
    """Score of each wording (in the order of the alphabet) with each article."""
    return matcher_of(questions, solved, learn=learn).rank_asked().spread(2).toarray()


SOLVED = [
    Question("1", "top up my balance", resolved_by=("wallet",)),
    Question("2", "balance top up please", resolved_by=("wallet",)),
]
OPEN = Question("3", "how can I top up")


@pytest.mark.parametrize(("log", "taught"), [([*SOLVED, OPEN], []), ([OPEN], SOLVED)])
def test_an_unsolved_question_finds_the_article_that_solved_ones_like_it(log, taught):
    learned = scores_of(log, taught)
    plain = scores_of(log, taught, learn=False)
    row = 1 if len(log) > 1 else 0  # wordings are sorted: "how ..." is the second of three
    assert learned[row].argmax() == 0
    assert learned[row, 0] > plain[row, 0]
    assert learned[row, 0] - learned[row, 1] > plain[row, 0] - plain[row, 1]


def test_a_solved_question_does_not_find_itself():
    alone = scores_of([SOLVED[0], OPEN])
    without = scores_of([SOLVED[0], Question("3", "order")], learn=False)
    # its only teacher is itself, so its own article gains nothing from it
    assert alone[1, 0] <= without[1, 0] + 1e-5


def test_links_to_articles_that_are_gone_teach_nothing():
    gone = [Question("1", "top up", resolved_by=("deleted",))]
    assert matcher_of(gone).links.nnz == 0
    assert (scores_of(gone) == scores_of(gone, learn=False)).all()


def test_scores_stay_between_nought_and_one():
    scores = scores_of([*SOLVED, OPEN])
    assert (scores >= 0).all()
    assert (scores <= 1 + np.float32(1e-6)).all()


def solved_log(n_gone):
    """Twelve solved questions, the first of them with articles that are not there."""
    texts = [f"lost parcel number {at}" if at < n_gone else f"pay bill {at}" for at in range(12)]
    ids = ["old" if at < n_gone else "wallet" for at in range(12)]
    return [Question(f"s{at}", texts[at], resolved_by=(ids[at],)) for at in range(12)]


def test_questions_like_those_that_missing_articles_solved_are_likelier_gaps():
    asked = [Question("1", "my parcel is lost"), Question("2", "pay my bill")]
    lost, pay = matcher_of(asked, solved_log(4)).lift()
    assert lost > 0 > pay


def test_a_log_whose_links_mostly_lead_nowhere_says_nothing_of_gaps():
    # a file of ids that were misread would else turn every question into a gap
    assert matcher_of([Question("1", "my parcel is lost")], solved_log(9)).lift() is None


def test_leaving_a_question_out_is_what_a_fit_without_it_gives():
    rows = normalize(sparse.csr_matrix(np.array([[1, 2, 0.0], [0, 1, 1], [2, 0, 1], [1, 1, 1]])))
    links = sparse.csr_matrix(np.array([[1, 0], [0, 1], [1, 0], [0, 1.0]]))
    every = Solved(rows, links)
    own = (rows @ every.weights().T + every.correction()).toarray()
    for left_out in range(4):
        kept = [at for at in range(4) if at != left_out]
        fewer = Solved(rows[kept], links[kept])
        assert own[left_out] == pytest.approx(
            (rows[left_out] @ fewer.weights().T).toarray()[0], abs=0.02
        )
