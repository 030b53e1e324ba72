"""English passives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.language.participles import IRREGULAR, NOT_PARTICIPLES, STATIVE
from kbtool.language.passives import base_forms, find_passives


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The form is sent.", ["is sent"]),
        ("It has been quietly refunded.", ["has been quietly refunded"]),
        ("It needs to be closed.", ["needs to be closed"]),
        ("They aren’t refunded.", ["aren’t refunded"]),
        ("It won't be refunded.", ["won't be refunded"]),
        ("It got blocked.", ["got blocked"]),
        ("It was not wholly refunded.", ["was not wholly refunded"]),
        ("It was not wholly unexpected.", []),
        ("It is a need for speed; it is indeed red.", []),
        ("You got into it and are able to be here.", []),
        ("It is used to pay.", []),
        ("Get started.", []),
        ("It was made available.", []),
        ("This is well-known and pre-paid is re-sent.", []),
        ("It can be unlocked but is undecided.", ["can be unlocked"]),
    ],
)
def test_a_passive_reaches_from_its_first_auxiliary_verb_to_the_participle(text, found):
    assert [text[p.start : p.end] for p in find_passives(text)] == found


@pytest.mark.parametrize(
    ("text", "property_", "holds"),
    [
        ("It is sent by us.", "has_agent", True),
        ("It is sent to you by the shop.", "has_agent", True),
        ("It is sent by default.", "has_agent", False),
        ("It is sent by clicking it.", "has_agent", False),
        ("If it is sent, wait.", "is_subordinate", True),
        ("If so, it is sent.", "is_subordinate", False),
        ("The form that was sent is red.", "is_subordinate", True),
        ("It is required.", "is_state", True),
        ("It is refunded.", "is_state", False),
        ("It is about to be sent.", "is_finite", False),
        ("It must be sent.", "is_finite", True),
        ("It cannot be sent.", "is_negated", True),
        ("It isn't sent.", "is_negated", True),
        ("It is noted.", "is_negated", False),
    ],
)
def test_a_passive_tells_about_its_clause(text, property_, holds):
    (passive,) = find_passives(text)
    assert getattr(passive, property_) is holds


@pytest.mark.parametrize(
    ("text", "modal"),
    [("It must be sent.", "must"), ("It has  to also be sent.", "has to"), ("It is sent.", "")],
)
def test_a_passive_names_its_modal_verb(text, modal):
    (passive,) = find_passives(text)
    assert passive.modal == modal


@pytest.mark.parametrize(
    ("participle", "verb"),
    [
        ("plugged", "plug"),
        ("changed", "change"),
        ("opened", "open"),
        ("copied", "copy"),
        ("pressed", "press"),
        ("chosen", "choose"),
        ("put", "put"),
    ],
)
def test_base_forms_hold_the_verb(participle, verb):
    assert verb in base_forms(participle)


@given(st.text())
def test_every_passive_lies_in_the_text(text):
    for passive in find_passives(f"{text} is sent {text}"):
        assert 0 <= passive.start < passive.end <= 2 * len(text) + 9


def test_lists_of_participles_do_not_contradict_each_other():
    assert not IRREGULAR & NOT_PARTICIPLES
    assert all(word in IRREGULAR or word.endswith("ed") for word in STATIVE)
