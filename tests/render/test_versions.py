"""Versions of what computes a figure."""

from importlib.metadata import PackageNotFoundError

import pytest

from kbtool.render import versions as module
from kbtool.render.versions import MATCHING, versions


@pytest.mark.parametrize("installed", [True, False])
def test_a_library_that_takes_anothers_place_is_named(
    installed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stems come from PyStemmer wherever it is installed."""

    def find(name: str) -> str:
        if name == "PyStemmer" and not installed:
            raise PackageNotFoundError
        return "1.0"

    monkeypatch.setattr(module, "version", find)
    told = versions(MATCHING)
    assert ("PyStemmer" in told) is installed
    assert {"kbtool", "Python", *MATCHING} <= told.keys()
