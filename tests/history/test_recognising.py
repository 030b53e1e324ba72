"""Which gap a decision is about, told without a record of earlier runs."""

import pytest
from small_runs import make_topic

from kbtool.history import Known, describe, match_ids, match_words
from kbtool.model import Note

WORDS = ("close", "account", "shut")
GAP = Known("k1", "f1", "how to close", WORDS)
OTHER = Known("k2", "k2", "where is it", ("card", "post"))


def decide(*notes):
    return {note.id: note for note in notes}


@pytest.mark.parametrize(
    ("note", "found"),
    [
        (Note("k1"), {"k1": "k1"}),
        (Note("f1"), {"f1": "k1"}),
        (Note("x", aka=("f1",)), {"x": "k1"}),
        (Note("x", aka=("old", "k1")), {"x": "k1"}),
        (Note("x", aka=("f1", "k2")), {}),  # two gaps by now
        (Note("x", label="how to close", words=WORDS), {}),
    ],
)
def test_decision_finds_its_gap_by_any_id_of_it(note, found):
    assert match_ids(decide(note), [GAP, OTHER]) == found


def test_gap_with_a_decision_of_its_own_takes_no_other():
    notes = decide(Note("k1"), Note("x", aka=("f1",), words=WORDS))
    found = match_ids(notes, [GAP])
    assert found == {"k1": "k1"}
    assert match_words(notes, [GAP], found) == {}


@pytest.mark.parametrize(
    ("note", "found"),
    [
        (Note("x", words=("close",)), {}),  # 55% of the gap's words, by weight
        (Note("x", words=("close", "account")), {"x": "k1"}),
        (Note("x", label="How to close"), {"x": "k1"}),
        (Note("x", words=("close", "ticket", "window", "door")), {}),
        (Note("x"), {}),
    ],
)
def test_decision_finds_its_gap_by_words_that_both_have(note, found):
    assert match_words(decide(note), [GAP, OTHER], {}) == found


def test_words_that_two_gaps_or_two_decisions_have_tell_nothing():
    note = Note("x", words=WORDS)
    assert match_words(decide(note), [GAP, GAP._replace(id="k3", label="")], {}) == {}
    assert match_words(decide(note, Note("y", words=WORDS)), [GAP], {}) == {}


def test_hidden_label_is_no_sign():
    hidden = GAP._replace(label="“…”", words=())
    assert match_words(decide(Note("x", label="“…”")), [hidden], {}) == {}


def test_description_keeps_other_ids_and_words_only_where_they_may_be_shown():
    topic = make_topic("k1", own="f1", words=WORDS)
    told = describe(Note("k0", "planned", "Ann", aka=("a",)), topic, quote=True)
    assert told == Note("k0", "planned", "Ann", "", "how to k1", WORDS, ("a", "k1", "f1"))
    closed = describe(told, topic, quote=False)
    assert (closed.label, closed.words, closed.aka) == ("", (), ("a", "k1", "f1"))
