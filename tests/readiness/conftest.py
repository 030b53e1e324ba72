"""Makes any log large enough for a share to be judged."""

import pytest

from kbtool.matching.trust import minimums


@pytest.fixture
def enough(monkeypatch):
    monkeypatch.setattr(minimums, "FEW_QUESTIONS", 0)
    monkeypatch.setattr(minimums, "FEWEST_ARTICLES", 0)
