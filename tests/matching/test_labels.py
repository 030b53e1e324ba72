"""What a group is called."""

from collections import Counter
from math import log

import pytest

from kbtool.matching.judging.labels import count_stems, describe, shorten
from kbtool.matching.judging.requests import rate_request
from kbtool.matching.text.asked import Asked
from kbtool.matching.text.misspelling import Spellings
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question

TOKENIZER = Tokenizer("en")


def group_of(*texts):
    return [Asked(text, TOKENIZER.doc(text), (Question(text, text),)) for text in texts]


def profile_of(*texts, everywhere=None, n_groups=1, spellings=None):
    group = group_of(*texts)
    counts = everywhere or count_stems(wording.doc for wording in group)
    return describe(group, counts, n_groups, TOKENIZER, spellings=spellings)


PIN = ("How do I change my PIN?", "change the PIN please", "PIN code change", "I like the app")


def test_typical_questions_come_first():
    order = profile_of(*PIN).order
    assert PIN[order[0]] in {"How do I change my PIN?", "change the PIN please"}
    assert PIN[order[-1]] == "I like the app"


def test_a_short_question_names_the_group():
    assert profile_of(*PIN).label == "How do I change my PIN?"


def test_the_label_is_the_sentence_that_asks():
    mail = "Hello there. I was on holiday in Spain all week! How do I change my PIN? Best wishes."
    assert profile_of(mail, mail.replace("Spain", "France")).label == "How do I change my PIN?"


@pytest.mark.parametrize(
    "junk",
    [
        "refund",
        "refund refund",
        "hi can you help refund",
        "REFUND NOW THIS IS RIDICULOUS!!!",
        "> refund my order\nOn Monday Ann wrote: your refund",
        "But the refund of the order",
        "My order was a gift and the refund should go to my card. " * 4,
    ],
)
def test_what_stands_for_a_group_reads_as_a_request(junk):
    wanted = "How do I get a refund for my order?"
    profile = profile_of(junk, wanted, f"{junk} order", "refund order")
    assert profile.order[0] == 1
    assert profile.label == wanted


def test_a_request_far_from_the_centre_stands_for_no_group():
    texts = ("order my refund please", "refund of order", "order refund", "How do I get to Paris?")
    assert profile_of(*texts).order[-1] == 3


def test_the_id_is_of_the_centre_however_it_reads():
    profile = profile_of("refund", "refund order", "How do I request a refund?")
    assert profile.order[0] == 2
    assert profile.id == profile_of("refund").id


def test_words_are_spelled_as_customers_mostly_write_them():
    assert set(profile_of("change PIN", "PIN changes", "pin change").words) == {"PIN", "change"}


def test_words_that_every_group_uses_come_last():
    everywhere = Counter({"card": 100, "mortgag": 2})
    texts = ("card mortgage", "mortgage card")
    assert profile_of(*texts, everywhere=everywhere, n_groups=20).words == ("mortgage", "card")


def test_words_are_ranked_by_class_tf_idf():
    # A = 6 uses / 2 groups = 3; rare: 2 ln(1 + 3/2) = 1.83, common: 3 ln(1 + 3/4) = 1.68
    assert 2 * log(1 + 3 / 2) > 3 * log(1 + 3 / 4)
    everywhere = Counter({"fee": 4, "rare": 2})
    texts = ("fee rare", "rare fee one", "fee")
    assert profile_of(*texts, everywhere=everywhere, n_groups=2).words[:2] == ("rare", "fee")


def test_the_id_depends_on_the_most_typical_question_alone():
    few = profile_of(*PIN[:3])
    assert profile_of(*PIN).id == few.id
    assert profile_of(*PIN[:3], n_groups=50).id == few.id
    assert profile_of("order a card").id != few.id


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("short", "short"),
        ("two\n  lines", "two lines"),
        ("word " * 20, "word " * 13 + "word…"),
        ("x" * 100, "x" * 70 + "…"),
    ],
)
def test_labels_fit_one_line_of_a_table(text, label):
    assert shorten(text) == label


@pytest.mark.parametrize(
    ("texts", "locale", "words"),
    [
        (("urgent refund asap", "refund urgent", "refund urgently problem"), "en", ("refund",)),
        (("Dringend! Rechnung fehlt", "Rechnung sofort", "Rechnung dringend"), "de", ("Rechnung",)),
        (("direct debit", "debit direct"), "en", ("debit", "direct")),
        (("delete account", "delete it", "delete that", "bad company delete"), "en", ("delete",)),
    ],
)
def test_words_are_those_that_the_group_shares_about_its_topic(texts, locale, words):
    group = group_of(*texts)
    everywhere = count_stems(wording.doc for wording in group)
    assert describe(group, everywhere, 1, TOKENIZER, locale).words == words


@pytest.mark.parametrize(
    ("poor", "good"),
    [
        ("Refund my order urgently?", "How do I refund my order?"),
        ("Why does the refund of my order do this?", "How do I get the refund of my order?"),
        ("Refund of orders (e.g. mine)", "How do I get the refund of my order?"),
    ],
)
def test_a_label_neither_presses_nor_points_at_something_unsaid(poor, good):
    assert profile_of(poor, poor.lower(), good).label == good


def test_words_of_a_group_are_no_function_words_of_its_language():
    texts = {"Wohin mit den Akkus?": "de", "wohin mit den akkus": "", "Akkus": ""}
    group = [
        Asked(text, TOKENIZER.doc(text, own), (Question(text, text),), own)
        for text, own in texts.items()
    ]
    counts = count_stems(wording.doc for wording in group)
    assert describe(group, counts, 1, TOKENIZER).words == ("Akkus",)


def test_a_wording_with_a_slip_stands_for_its_group_only_where_there_is_no_other():
    texts = ("How do I switch to chiken meals?", "How do I switch to vegetarian meals?")
    article = TOKENIZER.doc("We have chicken meals.")
    for own in (texts, texts[::-1]):
        profile = profile_of(*own, spellings=Spellings(group_of(*own), [article]))
        assert profile.label == texts[1]
        assert own[profile.order[0]] == texts[1]
        assert profile.id == profile_of(*own).id  # what is compared between runs stays
    slip = texts[:1]
    profile = profile_of(*slip, spellings=Spellings(group_of(*slip), [article]))
    assert profile.label == texts[0]


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        (
            "--> ]]> <!-- How do I get rid of ice packs?",
            "How do I throw the ice packs away?",
        ),
        ("[click] <b>what to do with ice packs?", "What to do with the ice packs?"),
        (
            "How do I throw the ice packs away? http://x.example",
            "Can I throw the ice packs away?",
        ),
    ],
)
def test_a_wording_full_of_odd_signs_does_not_stand_for_its_group(odd, plain):
    for own in ((odd, plain), (plain, odd)):
        profile = profile_of(*own)
        assert (profile.label, own[profile.order[0]]) == (plain, plain)


def test_what_is_masked_and_usual_punctuation_are_no_odd_signs():
    plain = "How do I pay (by card, 50% or €5) & change it?"
    assert rate_request(plain, "en") == rate_request(
        "How do I pay by card, 50 or 5 change it?", "en"
    )
    assert rate_request("Can I write to <email>?", "en") == rate_request(
        "Can I write to Ann?", "en"
    )
