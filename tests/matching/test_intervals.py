"""Bounds, with cases computed by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.matching.intervals import poisson, wilson


def test_wilson_interval_of_8_in_10():
    # (.8 + 3.8415/20 -+ 1.96 sqrt(.016 + 3.8415/400)) / 1.38415
    assert wilson(0.8, 10) == pytest.approx((0.8, 0.4902, 0.9433), abs=1e-4)


def test_nobody_asked_leaves_everything_open():
    assert wilson(0.0, 0) == (0.0, 0.0, 1.0)


@given(st.integers(1, 10_000), st.data())
def test_a_share_lies_inside_its_interval(n, data):
    share = data.draw(st.integers(0, n)) / n
    value, low, high = wilson(share, n)
    assert 0 <= low <= value <= high <= 1


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.39)],  # Garwood's table
)
def test_poisson_bounds_are_those_of_the_published_table(count, low, high):
    assert poisson(count) == pytest.approx((count, low, high), rel=1e-3)


def test_a_scale_applies_to_the_count_and_its_bounds():
    assert poisson(10, 0.5) == pytest.approx([value / 2 for value in poisson(10)])
