"""Durations, amounts and counts with their values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.language.quantities import find_quantities
from kbtool.model import Fact

D, A, L = Fact.DURATION, Fact.AMOUNT, Fact.LIMIT


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("en", "It takes 5 days.", [(D, 120, 120, "exactly", "h", "5 days")]),
        ("en", "within twenty-four hours", [(D, 24, 24, "at most", "h", None)]),
        ("en", "two to three weeks", [(D, 336, 504, "exactly", "h", None)]),
        ("en", "2–5 minutes", [(D, 2 / 60, 5 / 60, "exactly", "h", None)]),
        ("en", "5 business days", [(D, 120, 216, "exactly", "h", None)]),
        ("en", "in half an hour", [(D, 0.5, 0.5, "exactly", "h", "half an hour")]),
        ("en", "a 30-day trial", [(D, 720, 720, "exactly", "h", "30-day")]),
        ("en", "£5 to £20", [(A, 5, 20, "exactly", "GBP", None)]),
        ("en", "up to €1,000.50", [(A, 1000.5, 1000.5, "at most", "EUR", None)]),
        ("en", "1,000 euros or 2.5%", [(A, 1000, 1000, "exactly", "EUR", "1,000 euros"),
                                       (A, 2.5, 2.5, "exactly", "%", "2.5%")]),
        ("en", "no more than three cards", [(L, 3, 3, "at most", "cards", None)]),
        ("en", "at least 2 payments", [(L, 2, 2, "at least", "payments", None)]),
        ("en", "3 times a day", [(L, 3, 3, "exactly", "times", "3 times")]),
        ("de", "3 bis 5 Werktage", [(D, 72, 216, "exactly", "h", None)]),
        ("de", "höchstens 1.000,50 €", [(A, 1000.5, 1000.5, "at most", "EUR", None)]),
        ("fr", "sous 3 jours ouvrés", [(D, 72, 24 * 6.2, "at most", "h", None)]),
        ("es", "hasta tres tarjetas", [(L, 3, 3, "at most", "tarjetas", None)]),
    ],
)  # fmt: skip
def test_a_quantity_has_a_value_and_a_place(locale, text, found):
    read = list(find_quantities(text, locale))
    assert [(q.fact, q.bound, q.unit) for q in read] == [(f, b, u) for f, _, _, b, u, _ in found]
    assert [(q.low, q.high) for q in read] == [pytest.approx(row[1:3]) for row in found]
    assert [text[q.start : q.end] for q in read] == [row[-1] or text for row in found]


@pytest.mark.parametrize(
    "text",
    [
        "18 years old",
        "once a day",
        "v2.5.1 is out",
        "one thing",
        "IPv6",
        "10 of them",
        "on 2026-01-02",
    ],
)
def test_what_is_no_quantity_is_left_alone(text):
    assert not list(find_quantities(text))


@given(
    st.text(alphabet="0123456789.,-€$% \u00a0daysor h", max_size=60), st.sampled_from(["en", "de"])
)
def test_any_text_is_read_and_ranges_run_upwards(text, locale):
    for quantity in find_quantities(text, locale):
        assert quantity.low <= quantity.high
        assert 0 <= quantity.start < quantity.end <= len(text)
