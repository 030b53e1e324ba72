"""A bot answers from what it has learned once, nearly as if the question stood in the log."""

from datetime import date
from pathlib import Path

import pytest

from kbtool.articles import load_articles
from kbtool.matching import Bot, answer_questions
from kbtool.matching.judging import survey as survey_module
from kbtool.matching.search.quotes import quote_line
from kbtool.model import KnowledgeBase
from kbtool.questions import read_questions
from kbtool.testing import parse

SAMPLE = Path(__file__).parents[2] / "sample_kb"


@pytest.fixture(scope="module")
def sample():
    """Articles and two fifths of the log."""
    articles = load_articles([SAMPLE / "articles"]).articles
    questions = read_questions([SAMPLE / "questions.csv"]).questions
    return KnowledgeBase.of(articles, date(2026, 11, 22)), questions[::3]


def test_new_questions_get_about_the_answer_that_they_had_in_the_log(sample):
    kb, log = sample
    answers = {answer.question: answer for answer in answer_questions(kb, log)}
    new = log[::8]
    bot = Bot(kb, [question for question in log if question not in new])
    same = moved = 0
    for question in new:
        found, known = bot.reply(question.text).answer, answers[question.id]
        same += found.candidates[0].match.article == known.candidates[0].match.article
        moved += abs(found.gap_probability - known.gap_probability)
    assert same >= 0.9 * len(new)
    assert moved <= 0.07 * len(new)


def test_no_question_is_fitted_anew(sample, monkeypatch):
    kb, log = sample
    bot = Bot(kb, log[:100])

    def refuse(*given, **named):
        raise AssertionError("fitted anew")

    monkeypatch.setattr(survey_module.Matcher, "__init__", refuse)
    monkeypatch.setattr("kbtool.matching.judging.texts.learn_standard", refuse)
    assert bot.reply("can I get a spare card").answer.candidates


STEPS = "\n".join(f"{at}. Tap number {at}." for at in range(1, 4))
LONG = " ".join(f"This is sentence {at} of a passage that goes on." for at in range(40))
ARTICLE = parse(
    f"# T\n\n## Steps\n\nDo this:\n\n{STEPS}\n\n- And\n\n## Table\n\n| a | b |\n| - | - |\n"
    f"| 1 | 2 |\n\n## Long\n\nFirst one.\n\n{LONG}\n",
    "t.md",
)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (2, "Do this:\n1. Tap number 1.\n2. Tap number 2.\n3. Tap number 3.\n- And"),
        (7, "a | b\n1 | 2"),
    ],
)
def test_a_short_section_is_quoted_whole_wherever_its_best_line_stands(line, text):
    quote = quote_line(ARTICLE, line)
    assert (quote.text, quote.cut) == (text, False)


def test_a_long_section_is_quoted_from_its_best_line_to_the_end_of_a_sentence():
    quote = quote_line(ARTICLE, 10)
    assert quote.cut
    assert quote.text.startswith("This is sentence 0")
    assert quote.text.endswith("goes on.")
    assert len(quote.text) <= 600


def test_an_article_without_a_body_has_nothing_to_quote():
    assert quote_line(parse("# Only a title\n", "t.md"), 0).text == ""


def test_images_leave_no_sign_in_a_quote_and_do_not_begin_steps_anew():
    text = "# Pay\n\n![Home](a.png)\n\n1. Tap ![plus](b.png) Add.\n2. Tap Pay.\n"
    quote = quote_line(parse(text, "pay.md"), 1)
    assert quote.text == "1. Tap Add.\n2. Tap Pay."
