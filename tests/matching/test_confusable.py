"""Articles that take questions from each other."""

from datetime import date

from kbtool.matching.gaps import find_gaps
from kbtool.matching.options import GapOptions
from kbtool.model import KnowledgeBase, Question
from kbtool.testing import parse

ARTICLES = {
    "paint.md": "# Order paint\n\nChoose a paint colour and order the tin in the shop.\n",
    "brush.md": "# Order a brush\n\nChoose a brush and order it in the shop.\n",
    "lamp.md": "# Repair a lamp\n\nUnscrew the lamp and replace the broken bulb.\n",
}
BETWEEN = ["How do I order?", "Where can I order in the shop?", "How can I choose and order?"]
PAINT = ["Order red paint tin", "Order a tin of blue paint", "Order paint in a large tin"]
BRUSH = ["Order a brush with bristle", "Order soft bristle brush", "Order a flat bristle brush"]
LAMP = ["My lamp is broken", "Repair the bulb of a lamp", "Replace the bulb of my lamp"]


def report_on(texts, **solved):
    kb = KnowledgeBase.of([parse(t, path) for path, t in ARTICLES.items()], date(2026, 11, 1))
    questions = [
        Question(f"q{at}", text, resolved_by=solved.get(f"q{at}", ()))
        for at, text in enumerate(texts)
    ]
    return find_gaps(kb, questions, GapOptions(threshold=0.05))


def test_articles_with_questions_between_them_are_named_with_words_that_tell_them_apart():
    (pair,) = report_on([*BETWEEN, *PAINT, *BRUSH, *LAMP]).confusable
    assert pair.articles == ("brush", "paint")
    assert pair.titles == ("Order a brush", "Order paint")
    assert pair.telling == (("brush",), ("paint",))
    assert pair.words == ((), ())  # "tin" is in the title of neither, but not sure enough
    assert {"q0", "q1", "q2"} <= set(pair.questions)
    assert not {"q9", "q10", "q11"} & set(pair.questions)


def test_a_pair_that_says_the_same_is_told_as_copies():
    text = (
        "# Order {0}\n\nOpen the shop and choose a brush or a tin. Put all of it into the cart, "
        "say how many of each you want, and give the place it should go to.\n\nPay by card or on "
        "account. We pack all that you chose on the same day and write to you when it leaves.\n"
    )
    articles = [parse(text.format(what), f"{what}.md") for what in ("paint", "brushes")]
    kb = KnowledgeBase.of([*articles, parse(ARTICLES["lamp.md"], "lamp.md")], date(2026, 11, 1))
    questions = [Question(f"q{at}", asked) for at, asked in enumerate([*BETWEEN, *LAMP])]
    report = find_gaps(kb, questions, GapOptions(threshold=0.05))
    assert report.copies[0].share == 1
    assert [pair.copied for pair in report.confusable] == [1]
    assert not report_on(BETWEEN).confusable[0].copied


def test_articles_that_everybody_tells_apart_are_no_pair():
    assert not report_on([*PAINT, *BRUSH, *LAMP]).confusable


def test_questions_that_an_agent_answered_with_another_article_count():
    solved = {f"q{at}": ("paint",) for at in range(3)}
    (pair,) = report_on([*LAMP, *PAINT, *BRUSH], **solved).confusable
    assert pair.articles == ("lamp", "paint")
    assert pair.askers == 3
