"""Slips of the pen and parts of compounds."""

import pytest

from kbtool.matching.text.alike import is_alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("refnud", "refund", True),
        ("refnd", "refund", True),
        ("refundd", "refund", True),
        ("rifund", "refund", True),
        ("refund", "refund", True),
        ("expresslieferung", "lieferung", True),
        ("delivery", "deliver", True),
        ("refund", "return", False),
        ("cost", "post", False),  # of four letters, too many are one apart
        ("acht", "weihnachten", False),
        ("lieferung", "lieferungen", True),
        ("payment", "present", False),
    ],
)
def test_words_are_alike_by_a_slip_or_as_a_part(one, other, alike):
    assert is_alike(one, other) is is_alike(other, one) is alike
