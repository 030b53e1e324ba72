"""Articles and solved questions join a matcher that is not fitted anew."""

import numpy as np
import pytest

from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import read_article
from kbtool.matching.text.asked import gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question
from kbtool.testing import parse

TOPICS = "refund card transfer limit address passcode fee currency".split()
BODY = "# The {0}\n\n## About it\n\nHow your {0} works in the app.\n\nMore {0}.\n"
TEXTS = [read_article(parse(BODY.format(topic), f"{topic}.md")) for topic in TOPICS]
ASKED = [
    Question(f"{topic}{n}", f"{words} my {topic}", resolved_by=(topic,) if n == 0 else ())
    for topic in TOPICS
    for n, words in enumerate(("where is", "what about", "please change", "help with", "cost of",
                               "app and", "how works", "who sees", "lost", "when comes", "new"))
]  # fmt: skip
TOKENIZER = Tokenizer()
WORDINGS = gather(ASKED, TOKENIZER)[0]


def by_name(matcher):
    """Scores of all wordings by names of articles."""
    ranked = matcher.rank_asked()
    full = ranked.spread(len(matcher.texts)).toarray()
    order = np.argsort([text.id for text in matcher.texts])
    return full[:, order]


@pytest.fixture(scope="module")
def fitted():
    return Matcher(TEXTS, WORDINGS, TOKENIZER)


def test_an_article_in_its_own_place_changes_no_score(fitted):
    for at in (0, 3, 7):
        again = fitted.with_articles([TEXTS[at]], [at])
        assert by_name(again) == pytest.approx(by_name(fitted), abs=1e-5)
        assert again.texts[-1] is TEXTS[at]


def test_learned_parts_lines_and_links_follow_their_articles(fitted):
    again = fitted.with_articles([TEXTS[2]], [2])
    place = {text.id: at for at, text in enumerate(again.texts)}
    moved = np.array([[place[text.id] for text in TEXTS]] * len(WORDINGS), dtype=np.int32)
    plain = np.array([list(range(len(TEXTS)))] * len(WORDINGS), dtype=np.int32)
    assert again.learned(moved) == pytest.approx(fitted.learned(plain), abs=1e-5)
    lines = again.find_lines(again.vectors, moved), fitted.find_lines(fitted.vectors, plain)
    assert (lines[0] == lines[1]).all()
    assert (again.links[:, moved[0]] != fitted.links).nnz == 0


def test_a_new_article_is_found_by_its_words_and_moves_no_other(fitted):
    text = read_article(parse("# Who sees the app\n\nWho sees what is yours.\n", "sees.md"))
    grown = fitted.with_articles([text], [-1])
    before, after = fitted.rank_asked(), grown.rank_asked()
    own = after.spread(len(grown.texts)).toarray()
    old = before.spread(len(TEXTS)).toarray()
    moved = np.abs(own[:, : len(TEXTS)] - old) > 1e-5
    # It may take the place of the last article that is looked at for its best line.
    assert moved.sum(axis=1).max() <= 1
    assert moved.sum() < len(WORDINGS) / 2
    asking = [at for at, one in enumerate(WORDINGS) if "who sees" in one.text]
    others = [at for at in range(len(WORDINGS)) if at not in asking]
    assert own[asking, -1].min() > own[others, -1].max()


def test_nothing_is_fitted_to_take_in_an_article(fitted, monkeypatch):
    def refuse(*given, **named):
        raise AssertionError("fitted anew")

    for name in ("Space", "LatentSpace", "Solved"):
        monkeypatch.setattr(f"kbtool.matching.search.matcher.{name}", refuse)
    assert len(fitted.with_articles([TEXTS[0]], [-1]).texts) == len(TEXTS) + 1


def test_further_solved_questions_teach_as_if_they_had_been_there(fitted):
    more = gather([Question("s", "lost my refund", resolved_by=("card",))], TOKENIZER)[0]
    whole = Matcher(TEXTS, WORDINGS, TOKENIZER, more)
    grown = fitted.with_solved(more)
    at = next(n for n, one in enumerate(WORDINGS) if one.text == "lost my refund")
    card = [text.id for text in TEXTS].index("card")
    plain, own, full = (
        m.rank_asked().spread(8).toarray()[at, card] for m in (fitted, grown, whole)
    )
    assert own > plain + 0.05
    assert own == pytest.approx(full, abs=0.02)


def test_the_first_articles_can_come_after_the_questions():
    empty = Matcher([], WORDINGS, TOKENIZER)
    grown = empty.with_articles(TEXTS, [-1] * len(TEXTS))
    assert grown.rank_asked().articles.max() >= 0
    assert empty.rank_asked().articles.max() == -1


def test_unknown_words_make_a_new_article_no_nearer(fitted):
    plain, padded = (
        read_article(parse(f"# Who sees the app\n\nWho sees what is yours. {more}\n", "sees.md"))
        for more in ("", "Zyxwv utsrq ponml kjihg fedcb.")
    )
    best = [
        fitted.with_articles([text], [-1]).rank_asked().spread(9).toarray()[:, -1].max()
        for text in (plain, padded)
    ]
    assert best[1] < best[0] - 0.01
