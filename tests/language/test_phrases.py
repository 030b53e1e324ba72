"""Phrases of word lists in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.language.phrases import find_phrases, fold, is_quoted, match_case

PHRASES = ("in order to", "in order", "prior to", "don't bother", "of course")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In order to pay", ["in order to"]),
        ("in order, to pay", ["in order"]),
        ("PRIOR\u00a0TO it", ["prior to"]),
        ("Don’t bother, of  course.", ["don't bother", "of course"]),
        ("built-in order to, prior tools, priori, a prior-to", []),
        ("in order-to", []),
        ("(prior to)", ["prior to"]),
        ("—prior to—", ["prior to"]),
        ("apriori/prior to C:\\prior to", []),
        ("", []),
    ],
)
def test_phrases_are_found_as_whole_words_whatever_their_capitals(text, found):
    assert [phrase for phrase, _, _ in find_phrases(text, PHRASES)] == found


def test_no_phrases_are_found_where_the_list_is_empty():
    assert list(find_phrases("in order to", ())) == []


def test_signs_that_mean_something_in_patterns_are_plain_in_phrases():
    assert [p.start for p in find_phrases("a+b (c) a+b", ("a+b", "c)"))] == [0, 5, 8]


@given(st.text(), st.lists(st.sampled_from([*PHRASES, "İ", "ß", " "]), max_size=6))
def test_place_of_a_phrase_holds_the_phrase(text, parts):
    whole = text.join(parts)
    for phrase, start, end in find_phrases(whole, PHRASES):
        assert " ".join(fold(whole[start:end]).split()) == phrase


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "model", "fitted"),
    [
        ("before", "Prior to", "Before"),
        ("before", "PRIOR TO", "BEFORE"),
        ("before", "prior To", "before"),
        ("a", "I", "A"),
        ("you can", "It is possible to", "You can"),
        ("", "Prior", ""),
    ],
)
def test_replacement_takes_over_the_capitals(text, model, fitted):
    assert match_case(text, model) == fitted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('says "just wait" now', True),
        ("says “just wait” now", True),
        ("says ‘just wait’ now", True),
        ("says «just wait» now", True),
        ("don't just wait, it's late", False),
        ('"one" just wait "two"', False),
        ("just wait", False),
    ],
)
def test_words_between_quotation_marks_are_quoted(text, quoted):
    start = text.index("just")
    assert is_quoted(text, start, start + 4) is quoted
