"""A small project and runs over it, in this process."""

from pathlib import Path

import pytest
from small_project import ARTICLES, CHOICES

from kbtool.config import load_project
from kbtool.runner.drafting import Drafter
from kbtool.runner.request import Request
from kbtool.runner.running import run_lint
from kbtool.testing import TODAY


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes files below the current folder, which is a project of its own."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def write_files(texts):
        for path, text in texts.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    return write_files


@pytest.fixture
def project(write):
    """A project of three articles."""
    write({"kbtool.toml": 'articles = ["docs"]\n', **ARTICLES})


@pytest.fixture
def run():
    """Runs the linter: over the whole project, or some paths."""

    def run_once(*paths, cache=None, processes=None, overlays=None, only=None):
        drafter = Drafter(load_project(Path()), CHOICES, TODAY, ".")
        request = Request(
            drafter, tuple(map(Path, paths)), overlays or {}, processes=processes, only=only
        )
        return run_lint(request, cache)

    return run_once
