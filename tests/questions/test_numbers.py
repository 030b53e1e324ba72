"""Numbers of a column are read alike, whatever marks their thousands."""

from __future__ import annotations

import pytest

from kbtool.questions.cells.numbers import find_decimals, read_number, read_share

# Values of a column, and what they are.
COLUMNS = [
    (["1.500", "980", "12.345"], [1500, 980, 12345]),
    (["1.500", "980.5"], [1.5, 980.5]),
    (["1.500", "0.250", "12.000"], [1.5, 0.25, 12]),
    (["1.000", "3.000", ""], [1, 3, None]),
    (["1.500", "1.904"], [1500, 1904]),
    (["1,500", "2,25"], [1.5, 2.25]),
    (["1,500", "20"], [1500, 20]),
    (["1.500", "1.234.567"], [1500, 1_234_567]),
    (["1.234,5", "1.500"], [1234.5, 1500]),
    (["1,234.5", "1,500", "2.5"], [1234.5, 1500, 2.5]),
    ([1.5, 2, "1.500"], [1.5, 2, 1500]),
    (["1.5K", "1.500"], [1500, 1500]),
]


@pytest.mark.parametrize(("texts", "numbers"), COLUMNS)
def test_a_sign_means_the_same_in_all_of_a_column(texts, numbers):
    decimals = find_decimals(texts)
    assert [read_number(text, decimals) for text in texts] == numbers


SHARES = {
    "10%": 0.1, "10,5 %": 0.105, "12.500%": 0.125, "0.5": 0.5, "0,25": 0.25, 0.5: 0.5, "5": None,
    "-3%": None, "": None, "%": None, "n/a": None,
}  # fmt: skip


@pytest.mark.parametrize(("value", "share"), SHARES.items())
def test_a_share_is_written_as_such_or_in_percent(value, share):
    assert read_share(value) == (None if share is None else pytest.approx(share))
