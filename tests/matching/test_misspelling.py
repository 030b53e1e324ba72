"""Which words count as slips of the fingers."""

import pytest

from kbtool.matching.text.asked import gather
from kbtool.matching.text.misspelling import Spellings
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question

TOKENIZER = Tokenizer("en")
LOG = [
    "can i buy a vegan meal", "can i buy vegan meals", "can i get a vegan meal",
    "delivery in the porch", "delivery in the porch", "delivery in the porch please",
]  # fmt: skip
ARTICLE = "Subscription. Leave the box in the garden."


def has_slip(text, times=1):
    log = [*LOG, *[text] * times]
    questions = [Question(str(at), own, requester=f"p{at}") for at, own in enumerate(log)]
    asked, _ = gather(questions, TOKENIZER, bare=True)
    return Spellings(asked, [TOKENIZER.doc(ARTICLE)]).has_slip(TOKENIZER.doc(text))


@pytest.mark.parametrize(
    "text",
    [
        "a vean meal",  # a letter left out
        "deelivery now",  # one too many
        "deliveyr now",  # swapped
        "subscriqtion",  # replaced
        "ca ni buy it",  # a space moved
        "in the boxin the garden",  # and one left out
    ],
)
def test_a_word_of_one_person_near_a_common_one_is_a_slip(text):
    assert has_slip(text)


@pytest.mark.parametrize(
    "text",
    [
        "a vegan meal",
        "subscription",  # only an article has it
        "an elephant",  # near to none
        "boxes",  # a form of a word
        "deliver",
        "let me buy",  # short
        "buy 2 meals x3",
    ],
)
def test_other_words_are_none(text):
    assert not has_slip(text)


def test_what_several_people_write_is_no_slip():
    assert not has_slip("a vean meal", times=2)
