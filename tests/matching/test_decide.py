"""The action of a group and the sentence that gives the reason."""

import pytest
from msgspec.structs import replace

from kbtool.matching.advice.decide import Evidence, decide
from kbtool.matching.judging.evidence import Word
from kbtool.model import Action, Need

PIN = Evidence(
    askers=38,
    answered=False,
    words=(Word("PIN", "pin"), Word("card", "card")),
    nearest="Order a card",
    in_title=frozenset({"order", "card"}),
    in_aliases=frozenset({"order", "card"}),
    in_article=frozenset({"order", "card", "day"}),
    rival=None,
    rival_share=0.0,
    heading="",
)


# Most questions find it by themselves, and it holds their words.
OLD = Word("old", "old")
SURE = {"known": 0.6, "in_article": frozenset({"pin", "order", "card", "day"})}


@pytest.mark.parametrize(
    ("changes", "action", "why"),
    [
        (
            {"in_title": frozenset({"order"})},
            Action.WRITE,
            (
                "38 people asked; the nearest article, “Order a card”, shares only “card” and "
                "never says “PIN”."
            ),
        ),
        (
            {"in_title": frozenset({"order"}), "known": 0.52},
            Action.IMPROVE,
            (
                "38 people asked; most of them find some article when taken alone, but no single "
                "article fits the group."
            ),
        ),
        (
            {"in_title": frozenset({"order"}), "known": 0.7, "all_found": True},
            Action.IMPROVE,
            (
                "38 people asked; each finds some article when taken alone, but no single article "
                "fits the group."
            ),
        ),
        (
            {"words": (Word("order", "order"), Word("PIN", "pin"))},
            Action.IMPROVE,
            "38 people asked; “Order a card” is about this but never says “PIN”.",
        ),
        (
            {},
            Action.WRITE,
            (
                "38 people asked; the nearest article, “Order a card”, shares only “card” and "
                "never says “PIN”."
            ),
        ),
        (
            {"nearest": None, "in_title": frozenset(), "in_article": frozenset(), "askers": 1},
            Action.WRITE,
            "1 person asked; no article was found by their words, such as “PIN” and “card”.",
        ),
        (
            {"in_article": frozenset({"pin", "card"}), "in_title": frozenset()},
            Action.WRITE,
            (
                "38 people asked; the nearest article, “Order a card”, says “PIN” and “card” but "
                "fits them weakly."
            ),
        ),
        (
            {"in_article": frozenset({"day"}), "in_title": frozenset()},
            Action.WRITE,
            (
                "38 people asked; the nearest article, “Order a card”, has none of their main "
                "words, such as “PIN” and “card”."
            ),
        ),
        (
            {"need": Need.PERSON},
            Action.HANDOFF,
            "38 people asked; they want a person, not an article.",
        ),
        (
            {"need": Need.ACCOUNT},
            Action.HANDOFF,
            "38 people asked; to answer them, somebody has to look at their accounts.",
        ),
        (
            {"need": Need.ACTION},
            Action.HANDOFF,
            "38 people asked; they ask that somebody does it for them, which no article can.",
        ),
        (
            {"need": Need.PRODUCT},
            Action.PRODUCT,
            "38 people asked; they report a fault or miss a feature, which no article mends.",
        ),
        ({**SURE, "answered": True}, Action.NONE, "38 people asked; “Order a card” answers them."),
        (
            {**SURE, "answered": True, "need": Need.ACCOUNT},
            Action.NONE,
            "38 people asked; “Order a card” answers them.",
        ),
        (
            {**SURE, "answered": True, "rival": "Spare cards", "rival_share": 0.4},
            Action.DISAMBIGUATE,
            "38 people asked; “Order a card” and “Spare cards” both attract them.",
        ),
        (
            {**SURE, "answered": True, "in_aliases": frozenset({"order"}), "askers": 2},
            Action.NONE,
            "2 people asked; “Order a card” answers them.",
        ),
        (
            {**SURE, "answered": True, "in_aliases": frozenset({"order"}), "heading": "Codes"},
            Action.RETITLE,
            (
                "38 people asked; “Order a card” answers them under “Codes”, but its title has "
                "none of their words, such as “PIN” and “card”."
            ),
        ),
        (
            {**SURE, "answered": True, "contacts": 12, "known": 0.6},
            Action.SURFACE,
            "38 people asked; “Order a card” answers them, and 12 wrote all the same.",
        ),
        (
            {**SURE, "answered": True, "contacts": 9, "known": 0.6},
            Action.NONE,
            "38 people asked; “Order a card” answers them.",
        ),
        (
            {**SURE, "answered": True, "contacts": 12, "known": 0.4},
            Action.NONE,
            "38 people asked; “Order a card” seems to answer them.",
        ),
        (
            {"answered": True, "contacts": 12, "known": 0.9},
            Action.NONE,
            "38 people asked; “Order a card” seems to answer them, but never says “PIN”.",
        ),
        (
            {**SURE, "answered": True, "contacts": 12, "words": (Word("card", "card"), OLD)},
            Action.NONE,
            "38 people asked; “Order a card” seems to answer them, but never says “old”.",
        ),
        (
            {**SURE, "answered": True, "contacts": 12, "known": 0.6, "need": Need.ACCOUNT},
            Action.NONE,
            "38 people asked; “Order a card” answers them.",
        ),
        (
            {"fits": True, "language": "German"},
            Action.TRANSLATE,
            "38 people asked; “Order a card” answers them, but not in German.",
        ),
        (
            {"language": "German"},
            Action.TRANSLATE,
            "38 people asked; “Order a card” seems to be about this, but not in German.",
        ),
        (
            {"language": "German", "in_article": frozenset({"day"}), "in_title": frozenset()},
            Action.WRITE,
            (
                "38 people asked; the nearest article, “Order a card”, has none of their main "
                "words, such as “PIN” and “card”."
            ),
        ),
        (
            {**SURE, "askers": 1234, "answered": True, "words": ()},
            Action.NONE,
            "1,234 people asked; “Order a card” answers them.",
        ),
    ],
)
def test_each_action_has_its_evidence(changes, action, why):
    assert decide(replace(PIN, **changes)) == (action, why)


LIMIT = Word("limit", "limit")
HOLDS_MOST = {"words": (*PIN.words, LIMIT), "in_article": frozenset({"pin", "card"})}


def test_nothing_new_is_written_where_an_article_answers_a_third_already():
    action, why = decide(replace(PIN, **HOLDS_MOST, covered=0.4))
    assert action == Action.IMPROVE
    assert "“Order a card” answers some of them" in why


def test_an_article_with_most_of_their_words_is_to_be_filled_in():
    action, why = decide(replace(PIN, **HOLDS_MOST, unfilled=True))
    assert action == Action.IMPROVE
    assert "“Order a card” is about this but still holds placeholders" in why


@pytest.mark.parametrize(
    ("changes", "remark"),
    [({"covered": 0.4}, ""), ({"unfilled": True}, "; it also holds placeholders")],
)
def test_an_article_that_shares_a_chance_word_is_not_about_them(changes, remark):
    action, why = decide(replace(PIN, **changes))
    assert action == Action.WRITE
    assert why.endswith(f"shares only “card” and never says “PIN”{remark}.")
