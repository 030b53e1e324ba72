"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.rules.met._dates import has_two_readings, read_date

DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05",
        "2026-3-5",
        "2026/03/05",
        "2026.03.05",
        "20260305",
        "2026-03-05T23:30:00+02:00",
        "2026-03-05 10:00",
        "5 March 2026",
        "5th of March 2026",
        "05-Mar-2026",
        "March 5, 2026",
        "Mar. 5th 2026",
        "  5  MARCH  2026 ",
    ],
)
def test_a_date_with_one_reading_is_read(text):
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026", "2026-13-05", "30 February 2026", "5 Ma 2026", "5/3/26", "2026-03/05"],
)
def test_what_is_no_date_is_none(text):
    assert read_date(text) is None
    assert not has_two_readings(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_numbers_with_the_year_last_are_read_unless_day_and_month_may_swap(day):
    text = f"{day.day}/{day.month}/{day.year}"
    swaps = day.day <= 12 and day.day != day.month
    assert has_two_readings(text) == swaps
    assert read_date(text) == (None if swaps else day)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_iso_date_is_itself(day):
    assert read_date(day.isoformat()) == day


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text):
    assert read_date(text) is None or isinstance(read_date(text), date)
