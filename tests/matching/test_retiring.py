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
    return [one for one in advise(texts, questions, found) if one.article == "ladder"]


def advise(texts, questions=QUESTIONS, found=()):
    """Advice to retire articles of these files."""
    kb = KnowledgeBase.of([parse(text, path) for path, text in texts.items()], date(2026, 11, 22))
    tokenizer = Tokenizer("en")
    articles = [read_article(article) for article in kb.articles]
    matcher = Matcher(articles, gather(questions[:5], tokenizer)[0], tokenizer)
    matches = [QuestionMatch("q1", Match(name, "", (), 0.9), True, "") for name in found]
    return list(find_retirable(kb, matcher, questions, matches))


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


BODY = "Hold the button until the light blinks, then wait a minute for the water to boil."


def twins(*titles, fronts=("", "", "")):
    """Who is advised to go, with the reason, of articles of one text under these titles."""
    texts = {
        f"{at}.md": f"---\ntitle: {title}\n{front}---\n\n{BODY}\n"
        for at, (title, front) in enumerate(zip(titles, fronts, strict=False))
    }
    lamp = {"lamp.md": "---\ntitle: Lamp\n---\n\nLamps shine at night.\n"}
    return {one.article: one.why for one in advise(texts | lamp)}


def test_of_articles_that_say_nearly_the_same_one_stays():
    found = twins("Boil water", "Boil water", "Boil water")
    assert len(found) == 2
    assert all("“Boil water” says nearly the same" in why for why in found.values())


def test_of_two_copies_the_older_goes():
    new, old = "updated_at: 2026-10-01\n", "updated_at: 2026-03-01\n"
    assert list(twins("Boil water", "Boil water", fronts=(new, old))) == ["1"]
    assert list(twins("Boil water", "Boil water", fronts=(old, new))) == ["0"]


def test_nothing_rests_on_an_article_that_goes_for_another_reason():
    found = twins("Boil water", "Boil water", fronts=("views: 0\n", ""))
    assert list(found) == ["0"]


@pytest.mark.parametrize(
    ("title", "other", "is_copy"),
    [
        ("Boil water", "How to boil water", True),
        ("Boil water", "Boil water quickly", True),
        ("Boil water in the Kettle K100", "Boil water in the Kettle K200", False),
        ("Boil water, advice 25-002", "Boil water, advice 25-003", False),
        ("Boil water in a Lorna", "Boil water in a Berta", False),
    ],
)
def test_titles_that_each_name_something_of_their_own_are_of_siblings(title, other, is_copy):
    assert bool(twins(title, other)) == is_copy


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
