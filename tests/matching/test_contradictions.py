"""Passages that cannot both be true, and those that only look like it."""

from datetime import date

import pytest

from kbtool.matching.faults.contradictions import find_contradictions, weigh_claims
from kbtool.model import Compared, Fact, KnowledgeBase, Match, QuestionMatch
from kbtool.testing import parse


def kb(*texts):
    articles = [parse(text, f"a{at}.md") for at, text in enumerate(texts)]
    return KnowledgeBase.of(articles, date(2026, 11, 1))


def found(*texts, matches=()):
    own = kb(*texts)
    return find_contradictions(own, matches)


def both_find(*texts):
    """Questions of one group, each of which finds another article."""
    titles = [text.split("\n")[0].removeprefix("# ") for text in texts]
    return [
        QuestionMatch(str(at), Match(f"a{at}", title, (title,), 0.9), True, "group")
        for at, title in enumerate(titles)
    ]


CONTRADICTIONS = [
    (
        "# Return an order\n\nA refund reaches your account within 5 days.\n",
        "# Where is my refund\n\nRefunds usually arrive in your account in 10 business days.\n",
        Fact.DURATION,
        ("within 5 days", "10 business days"),
    ),
    (
        "# Add devices\n\nYou can add up to five devices to a household.\n",
        "# Household settings\n\nA household can add no more than 3 devices.\n",
        Fact.LIMIT,
        ("up to five devices", "no more than 3 devices"),
    ),
    (
        "# Cancel a lesson\n\nWe charge a cancellation fee of €10 for a late lesson.\n",
        "# Lesson prices\n\nThe cancellation fee for a late lesson is 15 euros.\n",
        Fact.AMOUNT,
        ("€10", "15 euros"),
    ),
    (  # a denied clause that says which things are meant
        "# Return an order\n\nYou have 30 days to return what you do not like.\n",
        "# Returns\n\nYou have 14 days to return what you don’t like.\n",
        Fact.DURATION,
        ("30 days", "14 days"),
    ),
    (  # only one says from when
        "# At the door\n\nThe padded crate keeps flowers fresh for 10 hours.\n",
        "# Fresh flowers\n\nThe padded crate keeps flowers fresh for 20 hours after packing.\n",
        Fact.DURATION,
        ("10 hours", "20 hours"),
    ),
]  # fmt: skip

LOOK_ALIKES = {
    "ranges that overlap": (
        "# Refunds\n\nA refund reaches your account in 3 to 6 days.\n",
        "# Refund status\n\nA refund reaches your account in 5 to 10 days.\n",
    ),
    "working days and days": (
        "# Refunds\n\nA refund reaches your account in 5 business days.\n",
        "# Refund status\n\nA refund reaches your account in 7 days.\n",
    ),
    "another unit": (
        "# Refunds\n\nA refund reaches your account in 48 hours.\n",
        "# Refund status\n\nA refund reaches your account in two days.\n",
    ),
    "standard and express": (
        "# Delivery\n\nStandard delivery of an order takes 5 days.\n",
        "# Delivery options\n\nExpress delivery of an order takes 1 day.\n",
    ),
    "another country": (
        "# Delivery\n\nDelivery of an order to France takes 3 days.\n",
        "# Delivery abroad\n\nDelivery of an order to Norway takes 9 days.\n",
    ),
    "another plan": (
        "# Basic plan\n\nYou can invite up to 3 members to a project.\n",
        "# Premium plan\n\nYou can invite up to 20 members to a project.\n",
    ),
    "a condition": (
        "# Refunds\n\nA refund reaches your account in 3 days.\n",
        "# Refund status\n\nA refund reaches your account in 9 days if the bank is abroad.\n",
    ),
    "another thing": (
        "# Warranty\n\nThe warranty of the lamp lasts 2 years.\n",
        "# Battery\n\nThe battery of the lamp lasts 5 years.\n",
    ),
    "an upper bound and a value below it": (
        "# Refunds\n\nA refund reaches your account within 10 days.\n",
        "# Refund status\n\nA refund reaches your account in 3 days.\n",
    ),
    "two stages": (
        "# Refunds\n\nWe review a refund of your order in 2 days.\n",
        "# Refund status\n\nWe pay out a refund of your order in 8 days.\n",
    ),
    "what is not so": (
        "# Return an order\n\nYou have 30 days to return items that are not on sale.\n",
        "# Returns\n\nYou have 14 days to return items that are on sale.\n",
    ),
    "a denied statement": (
        "# Return an order\n\nYou do not have 30 days to return what you like.\n",
        "# Returns\n\nYou have 14 days to return what you like.\n",
    ),
    "two starts": (
        "# At the door\n\nThe padded crate keeps flowers fresh for 10 hours after delivery.\n",
        "# Fresh flowers\n\nThe padded crate keeps flowers fresh for 20 hours after packing.\n",
    ),
    "a start beside few words": (
        "# Refunds\n\nA refund of the fee takes 3 days.\n",
        "# Refund status\n\nA refund of the fee takes 9 days after approval.\n",
    ),
    "names with numbers": (
        "# Install the app\n\nThe app runs on Windows 10 computers.\n",
        "# System requirements\n\nThe app runs on Windows 11 computers.\n",
    ),
    "a question": (
        "# Refunds\n\nDoes a refund reach your account in 3 days?\n",
        "# Refund status\n\nA refund reaches your account in 9 days.\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "fact", "values"), CONTRADICTIONS)
def test_two_values_for_the_same_thing_contradict_each_other(first, second, fact, values):
    (one,) = found(first, second, matches=both_find(first, second))
    assert one.fact is fact
    assert tuple(claim.value for claim in one.claims) == values
    assert [claim.article for claim in one.claims] == ["a0", "a1"]
    assert one.questions == ("0", "1")


@pytest.mark.parametrize("texts", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_what_only_looks_like_a_contradiction_is_none(texts):
    assert not found(*texts, matches=both_find(*texts))


def test_sentences_that_can_be_compared_are_counted():
    agreeing = ("# Refunds\n\nA refund reaches your account in 3 days.\n",) * 2
    alone = "# Lamps\n\nA lamp has two cables.\n"
    assert weigh_claims(kb(*agreeing, alone), ()).compared == Compared(3, 2)
    assert weigh_claims(kb("# None\n\nNothing.\n"), ()).compared == Compared(0, 0)


def test_an_article_can_contradict_itself():
    text = (
        "# Refunds\n\nA refund reaches your account in 3 days.\n\n"
        "## Wait\n\nRefunds reach your account after 9 days.\n"
    )
    (one,) = found(text)
    assert [claim.passage for claim in one.claims] == [("Refunds",), ("Refunds", "Wait")]


def test_articles_of_two_languages_are_not_compared():
    german = "---\nlocale: de\n---\n# Refund account\n\nRefund account: 9 Tage.\n"
    assert not found(german, "# Refund account\n\nRefund account: 3 days.\n")


def test_the_order_of_articles_changes_nothing():
    pairs = [text for first, second, *_ in CONTRADICTIONS for text in (first, second)]
    ids = [
        tuple(c.sentence for c in one.claims) for one in found(*pairs, matches=both_find(*pairs))
    ]
    again = [
        tuple(c.sentence for c in one.claims)
        for one in found(*reversed(pairs), matches=both_find(*pairs))
    ]
    assert {frozenset(pair) for pair in ids} == {frozenset(pair) for pair in again}
    assert len(ids) == len(CONTRADICTIONS)
