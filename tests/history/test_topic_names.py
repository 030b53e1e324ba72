"""What was meant by a name that no topic has."""

import pytest

from kbtool.history import find_near

LABELS = {
    "eb2a77b6d0": "How do I reset the passcode?",
    "44d7f2e0a7": "How can I cancel a transfer?",
    "97b9b0b079": "Why has my transfer failed?",
}


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("pascode", ["eb2a77b6d0"]),
        ("PASSCODES", ["eb2a77b6d0"]),
        ("tranfer", ["44d7f2e0a7", "97b9b0b079"]),
        ("failed tranfer", ["97b9b0b079", "44d7f2e0a7"]),
        ("eb2a77b6do", ["eb2a77b6d0"]),
        ("44d7f2", ["44d7f2e0a7"]),
        ("44d7f2e0a", ["44d7f2e0a7"]),
        ("xyzzy", []),
        ("do I a", []),
        ("", []),
        ("?" * 10_000, []),
    ],
)
def test_a_slip_in_an_id_or_in_words_finds_the_topic(name, near):
    assert find_near(name, LABELS) == near


def test_no_more_are_named_than_wanted_and_of_equals_the_first():
    labels = {f"id{at}": "cancel a transfer" for at in range(9)}
    assert find_near("transfer", labels, 2) == ["id0", "id1"]
