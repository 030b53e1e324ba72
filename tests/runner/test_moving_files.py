"""Files that change, vanish or look young while nobody touched them."""

import os
from pathlib import Path

import pytest
from small_project import ARTICLES, found

from kbtool.runner import drafting

DAY = 86_400


@pytest.fixture
def before_reading(monkeypatch):
    """Does something just before a file is read."""
    draft = drafting.Drafter.draft_file

    def when(name, do):
        def drafted(self, file, *more):
            if file.shown == name:
                do()
            return draft(self, file, *more)

        monkeypatch.setattr(drafting.Drafter, "draft_file", drafted)

    return when


def replace_by_folder(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Path.unlink, "cannot be read: No such file or directory"),
        (replace_by_folder, "not a regular file"),
        (lambda path: path.write_bytes(b""), "the file is empty"),
        (lambda path: path.write_bytes(b"a\0"), "a binary file, not text"),
    ],
    ids=["vanishes", "becomes a folder", "is emptied", "becomes binary"],
)
def test_file_that_vanishes_during_a_run_is_told_and_the_rest_goes_on(
    change, reason, project, run, before_reading
):
    before_reading("docs/b.md", lambda: change(Path("docs/b.md")))
    report = run()
    (skip,) = report.skipped
    assert (skip.path, skip.fault) == ("docs/b.md", True)
    assert skip.reason.startswith(reason)
    assert [article.path for article in report.articles] == ["docs/a.md", "docs/deep/c.html"]


def test_file_that_changes_during_a_run_is_read_once_and_places_fit_what_was_read(
    project, run, before_reading, write
):
    text = "# Order a card\n\n" + "Wait. " * 50 + "You simply wait.\n"
    before_reading("docs/a.md", lambda: write({"docs/a.md": text}))
    report = run()
    source = report.sources["docs/a.md"]
    assert source.text == text
    (ton,) = [f for f in report.findings if f.code == "TON001" and f.path == "docs/a.md"]
    assert source.line(ton.line)[ton.column - 1 : ton.end_column - 1] == "simply"


@pytest.mark.parametrize("age", [0, 3_650])
def test_time_of_a_file_says_nothing_about_its_age(age, project, run, write):
    for path in ARTICLES:
        os.utime(path, (1_700_000_000 - age * DAY,) * 2)
    report = run()
    assert found(report) == found(run())
    assert not any("FRS" in line for line in found(report))
