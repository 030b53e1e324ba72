"""Several processes give what one gives, and one that dies costs one file."""

import os
import sys

import pytest
from small_project import found

from kbtool.articles import ArticleFile
from kbtool.runner.codec import FileDraft, decode_draft, encode
from kbtool.runner.pool import draft_files


class Deadly:
    """Drafts nothing, and dies of one file."""

    def draft_encoded(self, file):
        if "deadly" in file.shown:
            os._exit(9)
        return encode(FileDraft(places=(file.shown,)))


def test_processes_change_nothing(project, run):
    assert run(processes=2).findings == run(processes=1).findings != ()


@pytest.mark.skipif(sys.platform == "win32", reason="exit codes of POSIX systems")
def test_process_that_dies_costs_the_file_that_killed_it():
    names = [f"{number:02}.md" for number in range(30)]
    names[7] = "deadly.md"
    files = [ArticleFile(name, name, named=False) for name in names]
    drafts = {file.shown: decode_draft(got) for file, got in draft_files(Deadly(), files, 2)}
    assert sorted(drafts) == sorted(names)
    (skip,) = drafts.pop("deadly.md").skipped
    assert skip.fault
    assert skip.reason == "a process died while it was checked"
    assert all(draft.places == (name,) for name, draft in drafts.items())


def test_articles_of_the_whole_project_count_when_some_are_named(project, run):
    assert "docs/b.md:1:3 FND004" in found(run("docs/b.md"))
    assert all(line.startswith("docs/b.md") for line in found(run("docs/b.md")))
