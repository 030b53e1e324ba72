"""Makes what lies beside this file known to the tests in the folders below."""

from datetime import date

import pytest
from full_report import fill
from made_health import make_health

from kbtool.matching.trust import minimums
from kbtool.render.views.meta import ReportMeta


@pytest.fixture
def enough(monkeypatch):
    """Any number of questions and articles is enough for a share."""
    monkeypatch.setattr(minimums, "FEW_QUESTIONS", 0)
    monkeypatch.setattr(minimums, "FEW_ARTICLES", 0)
    monkeypatch.setattr(minimums, "FEWEST_ARTICLES", 0)


@pytest.fixture
def meta():
    return ReportMeta("Acme", date(2026, 11, 3), (("kbtool", "1.0"),), ("articles/",), ("Links.",))


@pytest.fixture
def build():
    return make_health


@pytest.fixture
def full():
    """Health in which every part of a report has something to show."""
    text = "How do I change my card?"
    return fill(make_health(text, gaps=5, questions=14), text)
