"""Questions of the same words, taken together."""

import pytest

from kbtool.matching.text.asked import count_askers, gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question


def test_wordings_that_differ_in_case_and_marks_are_one():
    questions = [Question("1", "Change PIN!"), Question("2", "change pin"), Question("3", "PIN")]
    asked, unmatchable = gather(questions, Tokenizer("en"))
    assert [[question.id for question in wording.questions] for wording in asked] == [
        ["1", "2"],
        ["3"],
    ]
    assert asked[0].text == "Change PIN!"
    assert unmatchable == ()


@pytest.mark.parametrize("text", ["", "?!", "how do I do it", "12 34", "thanks!"])
def test_questions_without_a_content_word_cannot_be_matched(text):
    asked, unmatchable = gather([Question("1", text)], Tokenizer("en"))
    assert asked == ()
    assert [question.id for question in unmatchable] == ["1"]


@pytest.mark.parametrize(
    ("questions", "askers"),
    [
        ([], 0),
        ([("", 1.0), ("", 1.0)], 2),
        ([("ann", 1.0), ("ann", 1.0), ("ben", 1.0)], 2),
        ([("", 12.0), ("ann", 5.0)], 13),
        ([("", 0.0), ("", -3.0)], 0),
    ],
)
def test_askers_are_people_and_the_weights_of_questions_without_one(questions, askers):
    made = [Question(str(n), "x", requester=who, weight=w) for n, (who, w) in enumerate(questions)]
    assert count_askers(made) == askers


GERMAN = "Wohin mit den leeren Flaschen?"


@pytest.mark.parametrize(
    ("question", "detect", "is_german"),
    [
        (Question("1", "mit den Akkus", locale="de"), False, True),
        (Question("1", "mit den Akkus"), True, False),  # too short to tell
        (Question("1", GERMAN), True, True),
        (Question("1", GERMAN), False, False),
    ],
)
def test_questions_are_read_in_their_own_language(question, detect, is_german):
    (wording,), _ = gather([question], Tokenizer("en"), detect=detect)
    assert wording.language == ("de" if is_german else "")
    assert wording.doc.stems.isdisjoint({"mit", "den"}) is is_german


def test_a_wording_is_read_as_its_first_question_whatever_the_order():
    asked = [Question("2", "mit Akkus"), Question("1", "Mit Akkus", locale="de")]
    found = [gather(order, Tokenizer("en"))[0] for order in (asked, asked[::-1])]
    assert found[0] == found[1]
    assert [token.surface for token in found[0][0].doc.content] == ["Akkus"]
