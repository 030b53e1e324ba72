"""Makes what lies beside this file known to the tests in the folders below."""

import pytest

from kbtool.matching.trust import minimums


@pytest.fixture
def enough(monkeypatch):
    """Any number of questions and articles is enough for a share."""
    monkeypatch.setattr(minimums, "FEW_QUESTIONS", 0)
    monkeypatch.setattr(minimums, "FEW_ARTICLES", 0)
    monkeypatch.setattr(minimums, "FEWEST_ARTICLES", 0)
