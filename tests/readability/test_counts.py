"""Counts of split text."""

from hypothesis import given
from hypothesis import strategies as st

from kbtool.readability import Counts, count

SENTENCES = st.lists(
    st.lists(st.text(alphabet="abeinost'’- 7.", max_size=9), max_size=6), max_size=6
)


def test_counts_of_two_sentences_are_those_counted_by_hand():
    text = [["Open", "the", "video", "settings."], ["You", "can't", "undo", "it"]]
    # o-pen the vid-e-o set-tings you can't un-do it
    assert count(text) == Counts(
        words=8, sentences=2, syllables=13, letters=33, long_words=1, polysyllables=1
    )


def test_marks_are_no_words_and_sentences_without_words_do_not_count():
    assert count([["—", "Save", "!"], [], ["…"]]) == count([["Save"]])


def test_no_text_counts_nothing():
    assert count([]) == Counts()


@given(SENTENCES, SENTENCES)
def test_counts_of_two_texts_add_up_to_those_of_both(first, second):
    assert count(first) + count(second) == count([*first, *second])


@given(SENTENCES)
def test_no_count_exceeds_the_one_it_is_part_of(text):
    counts = count(text)
    assert counts.sentences <= counts.words <= counts.syllables
    assert counts.polysyllables + counts.long_words <= 2 * counts.words
    assert counts.words <= counts.letters + sum(word.count("'") for words in text for word in words)
