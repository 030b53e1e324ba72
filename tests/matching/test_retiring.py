"""Articles that nobody needs."""

from datetime import date

import pytest

from kbtool.matching.advice.retiring import find_retirable
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import read_article
from kbtool.matching.text.asked import gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Action, KnowledgeBase, Match, Question, QuestionMatch
from kbtool.testing import parse

QUESTIONS = [Question(f"q{n}", f"parcel number {n}") for n in range(100)]


def retire(front="", body="Our ladder is made of wood.", questions=QUESTIONS, found=()):
    """Advice to retire on an article with this front matter, beside two others."""
    texts = {
        "ladder.md": f"---\ntitle: Ladder\n{front}---\n\n{body}\n",
        "kettle.md": "---\ntitle: Kettle\n---\n\nA kettle boils water on the stove in a minute.\n",
        "lamp.md": "---\ntitle: Lamp\n---\n\nLamps shine at night.\n",
    }
    kb = KnowledgeBase.of([parse(text, path) for path, text in texts.items()], date(2026, 11, 22))
    tokenizer = Tokenizer("en")
    articles = [read_article(article) for article in kb.articles]
    matcher = Matcher(articles, gather(questions[:5], tokenizer)[0], tokenizer)
    matches = [QuestionMatch("q1", Match(name, "", (), 0.9), True, "") for name in found]
    return [
        one for one in find_retirable(kb, matcher, questions, matches) if one.article == "ladder"
    ]


@pytest.mark.parametrize(
    ("front", "sign"),
    [
        ("views: 0\n", "nobody viewed it"),
        ("reviewed: 2024-01-31\n", "nobody has looked after it since 2024-01-31"),
        ('updated_at: "2024-01-31T10:00:00Z"\n', "nobody has looked after it since 2024-01-31"),
    ],
)
def test_an_article_that_answers_nobody_and_shows_another_sign_is_retired(front, sign):
    (advice,) = retire(front)
    assert advice.action == Action.RETIRE
    assert advice.why == f"It answers none of 100 questions; {sign}."


def test_an_article_that_says_what_another_says_is_retired():
    (advice,) = retire(body="Kettle, ladder: a kettle boils water on the stove in a minute.")
    assert "“Kettle” says nearly the same" in advice.why


@pytest.mark.parametrize(
    "front",
    ["", "views: 12\nreviewed: 2024-01-31\n", "reviewed: 2026-01-31\n", "views: true\n",
     "reviewed: soon\n"],
)  # fmt: skip
def test_without_a_second_sign_an_article_stays(front):
    assert retire(front) == []


def test_an_article_that_answers_somebody_stays():
    assert retire("views: 0\n", found=["ladder"]) == []
    linked = [*QUESTIONS, Question("x", "parcel", resolved_by=("ladder",))]
    assert retire("views: 0\n", questions=linked) == []


def test_a_short_log_and_one_in_another_language_say_nothing():
    assert retire("views: 0\n", questions=QUESTIONS[:99]) == []
    foreign = [Question(f"q{n}", "paket", locale="de") for n in range(200)]
    assert retire("views: 0\n", questions=foreign) == []
