"""Which words of customers become labels, and which never do."""

from datetime import date

import pytest

from kbtool.export import WordOptions, find_customer_words
from kbtool.model import GapReport, Interval, KnowledgeBase, Match, Question, QuestionMatch
from kbtool.testing import parse

REFUND = parse("---\nid: refunds\ntags: [money]\n---\n# Reimbursement\n\n## By card\n\nAsk us.\n")
CARD = parse("---\nid: cards\n---\n# Order a card\n\nAsk us.\n", "cards.md")
KB = KnowledgeBase.of([REFUND, CARD], date(2026, 11, 22))
ANY = WordOptions(min_lift=0)


def ask(*texts, article="refunds", answered=True, **parts):
    """Questions with the matches that a report would hold of them."""
    best = Match(article, "", (), 0.9)
    asked = [Question(f"{article}{n}{text[:9]}", text, **parts) for n, text in enumerate(texts)]
    return [(q, QuestionMatch(q.id, best, answered, "")) for q in asked]


def find(pairs, options=ANY):
    questions, matches = [q for q, _ in pairs], tuple(m for _, m in pairs)
    sure = Interval(1, 1, 1)
    report = GapReport((), (), matches, sure, (), (), 0.5, "")
    return find_customer_words(report, questions, KB, options)


def words(pairs, options=ANY):
    return {
        article.article: [(word.word, word.people) for word in article.words]
        for article in find(pairs, options)
    }


def test_a_word_of_three_people_that_the_article_lacks_is_found_with_their_number():
    assert words(ask("refund", "refund please", "a refund?", "cashback", "cashback")) == {
        "refunds": [("refund", 3)]
    }


def test_forms_of_a_word_count_together_and_the_commonest_is_shown():
    assert words(ask("refunds", "refunded", "refunds")) == {"refunds": [("refunds", 3)]}


@pytest.mark.parametrize("word", ["reimbursements", "cards", "Money"])
def test_words_of_title_headings_and_labels_are_not_new(word):
    assert words(ask(*[word] * 3)) == {}


def test_words_of_the_text_below_are_new_where_a_search_looks_first():
    assert words(ask(*["asking us"] * 4, "asks", "asks")) == {}, "function words"
    assert words(ask(*["week"] * 3)) == {"refunds": [("week", 3)]}


@pytest.mark.parametrize(
    "word",
    [
        "12345", "2026", "ann.example@mail.example", "https://shop.example/x", "AB1234567",
        "[email]", "<phone number>", "<ipv6>", "the", "ab", "next", "today", "says", "x" * 41,
    ],
)  # fmt: skip
def test_numbers_addresses_masks_and_function_words_are_never_labels(word):
    assert words(ask(*[f"{word} {word}"] * 9)) == {}


def test_one_person_who_asks_often_is_one_person():
    assert words(ask(*["ann refund"] * 9, requester="person 1")) == {}


def test_rows_of_a_search_report_count_as_often_as_they_were_searched():
    assert words(ask("refund", weight=3.0)) == {"refunds": [("refund", 3)]}


def test_fewer_people_are_enough_when_told_so():
    assert words(ask("refund", "refund"), WordOptions(min_people=2, min_lift=0)) == {
        "refunds": [("refund", 2)]
    }


def test_questions_without_an_answer_count_for_no_article():
    assert words(ask(*["refund"] * 3, answered=False)) == {}


def test_words_that_people_use_for_everything_say_nothing_of_one_article():
    pairs = ask(*["app refund"] * 4) + ask(*["app plastic"] * 4, article="cards")
    assert words(pairs, WordOptions(min_lift=1.5)) == {
        "cards": [("plastic", 4)],
        "refunds": [("refund", 4)],
    }


def test_lift_compares_the_share_among_those_who_ask_this_with_that_among_all():
    pairs = ask(*["refund now"] * 3, "bill") + ask(*["plastic"] * 8, article="cards")
    (refunds,) = [found for found in find(pairs) if found.article == "refunds"]
    (word,) = refunds.words
    assert (refunds.people, word.people) == (4, 3)
    assert word.lift == 3.0, "3 of 4 over 3 of 12"


def test_a_word_that_mostly_leads_elsewhere_is_left_out():
    pairs = ask(*["new refund"] * 3, "refund") + ask(*["new plastic"] * 17, article="cards")
    found = {one.article: one.words for one in find(pairs)}
    assert [(word.word, word.share) for word in found["refunds"]] == [("refund", 1), ("new", 0.15)]
    pairs += ask("new plastics", article="cards")
    found = {one.article: one.words for one in find(pairs)}
    assert [word.word for word in found["refunds"]] == ["refund"]


def test_the_commonest_words_come_first_and_no_more_than_asked_for():
    pairs = ask(*["refund bill"] * 3, "refund", *["shop"] * 3)
    options = WordOptions(most=2, min_lift=0)
    assert words(pairs, options) == {"refunds": [("refund", 4), ("bill", 3)]}


def test_new_labels_stand_behind_those_that_are_there():
    (found,) = find(ask(*["refund"] * 3))
    assert found.all_labels == ["money", "refund"]
