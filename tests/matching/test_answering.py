"""Articles that questions find and that lack what they ask."""

from datetime import date

import pytest

from kbtool.matching.faults.answering import find_unanswered
from kbtool.model import Fact, KnowledgeBase, Match, Question, QuestionMatch
from kbtool.testing import parse

HOW_LONG = ("How long does a refund take?", "How long until my refund?", "how long for a refund")


def found(
    text,
    questions=HOW_LONG,
    *,
    path=("Refunds",),
    score=0.9,
    answered=True,
    least=3,
    file="refunds.md",
):
    """What is found when all questions find a passage of one article."""
    kb = KnowledgeBase.of([parse(text, file)], date(2026, 11, 1))
    asked = [Question(f"q{at}", question) for at, question in enumerate(questions)]
    match = Match(kb.articles[0].id, "Refunds", path, score)
    matches = [QuestionMatch(question.id, match, answered, "") for question in asked]
    return find_unanswered(kb, asked, matches, 0.5, least)


@pytest.mark.parametrize(
    ("text", "questions", "fact"),
    [
        ("We pay refunds to your card.", HOW_LONG, Fact.DURATION),
        ("A refund takes a little longer abroad.", HOW_LONG, Fact.DURATION),
        ("A fee applies to a refund.", ("What is the refund fee?",) * 3, Fact.AMOUNT),
        ("There is a limit on refunds.", ("How many refunds can I have?",) * 3, Fact.LIMIT),
        ("Refunds are quick.", ("How do I get a refund?",) * 3, Fact.STEPS),
        ("Refunds are quick.", ("Where can I see a refund?",) * 3, Fact.PLACE),
        ("Refunds are quick.", ("Who can get a refund?",) * 3, Fact.PERSON),
    ],
)
def test_an_article_without_the_kind_of_fact_is_found_but_does_not_answer(text, questions, fact):
    (item,) = found(f"# Refunds\n\n{text}\n", questions)
    assert (item.asks, item.article, item.passage) == (fact, "refunds", ("Refunds",))
    assert (item.askers, item.share, item.questions) == (3, 1.0, ("q0", "q1", "q2"))


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("A refund takes five days.", HOW_LONG),
        ("Refunds are instant.", HOW_LONG),
        ("A refund is free.", ("What is the refund fee?",) * 3),
        ("A small fee applies to a refund: €2.", ("What is the refund fee?",) * 3),
        ("A refund pays at most €500.", ("What is the limit of a refund?",) * 3),
        ("Open Orders and select Refund.", ("How do I get a refund?",) * 3),
        ("Open Orders and select Refund.", ("Can I get a refund?",) * 3),
        ("Refunds are quick.", ("Why is there no refund?",) * 3),
        ("Refunds are quick.", ("My refund is late.",) * 3),
        ("A small fee applies to a refund.", ("Is there a fee for a refund?",) * 3),
        ("There is a limit on refunds.", ("Is there a limit for refunds?",) * 3),
    ],
)
def test_an_article_with_the_fact_or_a_question_without_one_is_left_alone(text, questions):
    assert not found(f"# Refunds\n\n{text}\n", questions)


def test_a_share_is_of_the_questions_that_the_article_answers():
    asked = (*HOW_LONG, "Is there a fee for a refund?", "My refund is late.")
    (item,) = found("# Refunds\n\nWe pay refunds to your card.\n", asked)
    assert (item.share, item.total) == (0.6, 5)


def test_the_sentence_that_speaks_of_the_fact_without_giving_it_is_quoted():
    (item,) = found("# Refunds\n\nWe pay to your card. Refunds take a little longer abroad.\n")
    assert item.says == "Refunds take a little longer abroad."


def test_a_fact_in_a_section_on_the_same_counts():
    text = "# Refunds\n\nWe pay to your card.\n\n## {}\n\nIt takes 3 days.\n"
    questions = tuple(f"{question} to my card" for question in HOW_LONG)
    assert not found(text.format("To a card"), questions)
    assert found(text.format("Cheques"), questions)


@pytest.mark.parametrize(
    ("title", "question", "there", "abroad"),
    [
        ("Delivery", "How long does delivery take?", "2 to 3 working days", "5 to 7 days"),
        ("Lieferung", "Wie lange dauert die Lieferung?", "nach 2 bis 3 Werktagen", "5 bis 7 Tage"),
        ("Livraison", "Combien de temps prend la livraison ?", "2 à 3 jours ouvrés", "sous 48 h"),
        ("Envío", "¿Cuánto tarda el envío?", "de 2 a 3 días hábiles", "entre 5 y 7 días"),
    ],
)
def test_any_section_answers_who_asks_about_the_subject_of_the_article(
    title, question, there, abroad
):
    languages = {"Delivery": "en", "Livraison": "fr", "Envío": "es"}
    file = f"{languages.get(title, 'de')}/a.md"
    for times in ((there, "x"), ("x", abroad)):
        text = "# {}\n\nUPS, DHL.\n\n## Berlin\n\n{}\n\n## Paris\n\n{}\n".format(title, *times)
        assert not found(text, (question,) * 3, path=(title,), file=file)
    text = f"# {title}\n\nUPS, DHL.\n\n## Berlin\n\nx\n"
    assert found(text, (question,) * 3, path=(title,), file=file)


def test_sections_below_the_one_that_was_found_count():
    text = "# Orders\n\n## Refunds\n\nTo your card.\n\n### Paris\n\nIt takes {}.\n"
    path = ("Orders", "Refunds")
    assert not found(text.format("3 days"), path=path)
    assert found(text.format("long"), path=path)


def test_questions_that_share_no_word_with_what_they_found_do_not_count():
    text = "# Refunds\n\nWe pay to your card.\n"
    assert not found(text, ("How long does it take?", *HOW_LONG[:2]))


def test_questions_that_hold_the_whole_title_of_another_article_do_not_count():
    text = "# Deadline for changes\n\nUntil noon.\n"
    asked = ("How do I change the lesson day for good?",) * 3
    match = Match("a", "Deadline for changes", (), 0.9)

    def told(title):
        kb = KnowledgeBase.of([parse(text, "a.md"), parse(title, "b.md")], date(2026, 11, 1))
        questions = [Question(f"q{at}", question) for at, question in enumerate(asked)]
        matches = [QuestionMatch(question.id, match, True, "") for question in questions]
        return find_unanswered(kb, questions, matches, 0.5, 3)

    assert not told("# Change your lesson day\n\nOpen Lessons.\n")
    assert told("# Change your lesson room\n\nOpen Lessons.\n")  # only part of it is there
    assert told("# Lessons\n\nOpen Lessons.\n")  # one word may be there by chance
    assert told("---\nlocale: de\n---\n# Change your lesson day\n\nx\n")


def test_doubtful_matches_and_few_people_tell_nothing():
    text = "# Refunds\n\nWe pay to your card.\n"
    assert not found(text, score=0.4)
    assert not found(text, answered=False)
    assert not found(text, HOW_LONG[:2])
    assert found(text, HOW_LONG[:2], least=2)


def test_a_word_that_one_customer_adds_is_not_what_the_others_ask_about():
    text = (
        "# Waterproof jackets\n\nThey last a year.\n\n## Treat one\n\n1. Wash it.\n2. Spray it.\n"
    )
    asked = ("how to waterproof jackets",) * 2 + ("how to waterproof jackets, order 48213",)
    assert found(text, asked, path=("Waterproof jackets",)) == ()
