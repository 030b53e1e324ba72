"""Figures and actions in words."""

from datetime import date

import pytest

from kbtool.model import Action, Interval
from kbtool.render import wording


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (wording.count(1512), "1,512"),
        (wording.count(1, "question"), "1 question"),
        (wording.count(0, "question"), "0 questions"),
        (wording.count(2, "person", "people"), "2 people"),
        (wording.percent(0.705), "70%"),
        (wording.percent_bounds(Interval(0.7, 0.691, 0.738)), "69–74"),
        (wording.rate(0.0), "0"),
        (wording.rate(0.94), "0.9"),
        (wording.rate(0.96), "1"),
        (wording.rate(9.6), "10"),
        (wording.rate(1234.5), "1,234"),
        (wording.rate_bounds(Interval(12.0, 0.3, 17.4)), "0.3–17"),
        (wording.day(date(2026, 8, 1)), "1 Aug 2026"),
        (wording.period(date(2026, 8, 1), date(2026, 10, 31)), "1 Aug – 31 Oct 2026"),
        (wording.period(date(2025, 12, 1), date(2026, 1, 31)), "1 Dec 2025 – 31 Jan 2026"),
        (wording.period(date(2026, 8, 1), date(2026, 8, 1)), "1 Aug 2026"),
        (wording.age(None), "no date"),
        (wording.age(1), "1 day"),
        (wording.age(59), "59 days"),
        (wording.age(60), "2 months"),
        (wording.age(729), "24 months"),
        (wording.age(913), "2.5 years"),
        (wording.share(0.26), "about a quarter"),
        (wording.share(0.29), "29%"),
        (wording.share(0.51), "about half"),
        (wording.share(1.0), "all"),
        (wording.share(0.0), "0%"),
        (wording.listing(()), ""),
        (wording.listing(("a",)), "a"),
        (wording.listing(("a", "b", "c")), "a, b and c"),
    ],
)
def test_figures_read_as_people_write_them(written, expected):
    assert written == expected


@pytest.mark.parametrize("action", list(Action))
def test_every_action_has_a_short_name(action):
    assert len(wording.short_action(action)) <= 10
