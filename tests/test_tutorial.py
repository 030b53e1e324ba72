"""Blocks of a story in README happen one after the other, in a copy."""

import re
from pathlib import Path

import pytest
import yaml

from kbtool.docs import README, generate

VAGUE = "```md\nSee [here](b.md).\n```\n"
LINT = "<!-- story: kbtool lint --select LNK001 a.md -->\n```text\n```\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with a sample that a story can be about."""
    (tmp_path / "sample_kb").mkdir()
    (tmp_path / "sample_kb" / "a.md").write_text("# Get a refund\n\nAsk.\n")
    return tmp_path


@pytest.mark.parametrize(("kind", "line"), [("file", 1), ("more", 4)])
def test_what_a_block_writes_is_there_for_the_next_and_not_in_the_sample(folder, kind, line):
    text = generate(f"<!-- story {kind}: a.md -->\n{VAGUE}{LINT}", folder)
    assert f"$ kbtool lint --select LNK001 a.md\na.md:{line}:" in text
    assert (folder / "sample_kb" / "a.md").read_text() == "# Get a refund\n\nAsk.\n"
    assert generate(text, folder) == text


def test_a_file_that_was_moved_is_found_where_it_is_now(folder):
    move = "<!-- story: mv a.md b.md -->\n```text\n```\n"
    assert "Nothing found in 1 article" in generate(move + LINT.replace("a.md", "b.md"), folder)


def test_a_command_that_cannot_run_is_an_error_and_no_output(folder):
    with pytest.raises(ValueError, match="kbtool lint"):
        generate(LINT.replace("a.md", "missing.md"), folder)
    with pytest.raises(ValueError, match="only kbtool is known"):
        generate(LINT.replace("kbtool lint", "rm"), folder)


def test_the_workflow_that_the_story_shows_runs_question_tests():
    story = README.read_text(encoding="utf-8").partition("## From logs to a better")[2]
    (block,) = re.findall(r"```yaml\n(name: .*?)```", story.partition("\n## ")[0], re.DOTALL)
    (job,) = yaml.safe_load(block)["jobs"].values()
    assert job["steps"][-1] == {"run": "kbtool test"}


def test_the_draft_that_the_story_publishes_is_in_the_sample():
    assert (Path(README).parent / "sample_kb/drafts/reset-your-passcode.md").is_file()
