"""What shares nothing with any article is answered by none."""

from datetime import date

from kbtool.matching import answer_questions, find_gaps
from kbtool.model import Decision, KnowledgeBase, Question
from kbtool.testing import parse

ARTICLES = {
    "refund": "How long does a refund take?\n\nA refund takes five days to reach your account.",
    "delivery": "When a parcel is delivered\n\nWe deliver parcels within three days.",
    "password": "Reset your password\n\nReset the password on the sign-in page.",
    "pay": "Ways to pay\n\nPay by card, by transfer or with a voucher.",
}
TOPICS = {
    "How long does a refund take": 8,
    "When is my parcel delivered": 8,
    "How do I reset my password": 8,
    "unsubscribe newsletter": 14,
}


def ask():
    articles = [parse(f"# {text}\n", f"{name}.md") for name, text in ARTICLES.items()]
    questions = [
        Question(f"{topic} {n}", f"{topic} {'please' if n % 2 else 'now'} {chr(97 + n)}")
        for topic, number in TOPICS.items()
        for n in range(number)
    ]
    return KnowledgeBase.of(articles, date(2026, 1, 1)), questions


def test_a_topic_of_which_no_article_holds_a_word_is_a_gap():
    report = find_gaps(*ask())
    gaps = {name.partition(" ")[0] for gap in report.gaps for name in gap.cluster.questions}
    assert gaps == {"unsubscribe"}
    assert not any(m.answered for m in report.matches if m.question.startswith("unsubscribe"))


def test_a_bot_answers_nothing_that_no_article_holds_a_word_of():
    kb, questions = ask()
    for found in answer_questions(kb, questions):
        if found.question.startswith("unsubscribe"):
            assert found.decision is Decision.HANDOFF
        elif found.question.startswith("How do I reset"):
            assert found.decision is not Decision.HANDOFF
