"""Ways to run the linter: from standard input, as a diff, again and again, into a file."""

import io
import sys
from pathlib import Path

import pytest

from kbtool.cli.watching import take_state, watch
from kbtool.errors import ConfigError

SIMPLY = "# Order a card\n\nYou simply wait.\n"
TON = ("lint", "--select", "TON001", "--fail-on", "warning")


@pytest.fixture
def stdin(monkeypatch):
    """Puts a text into standard input."""

    def put(text):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8"))))

    return put


def test_standard_input_is_checked_as_a_file_of_the_project(kbtool, write, stdin):
    write({"kbtool.toml": 'articles = ["docs"]\n', "docs/a.md": "# Order a card\n\nWait.\n"})
    stdin(SIMPLY)
    ran = kbtool("lint", "--select", "TON001,FND004", "--stdin-filename", "docs/b.md")
    assert "docs/b.md:3:5: warning TON001" in ran.out
    assert "docs/b.md:1:3: warning FND004" in ran.out
    assert "in 1 of 1 article" in ran.out


def test_standard_input_stands_for_the_file_on_disk(kbtool, write, stdin, folder):
    write({"a.md": SIMPLY})
    stdin("# Order a card\n\nYou wait.\n")
    assert kbtool(*TON, "--stdin-filename", "a.md").code == 0
    assert (folder / "a.md").read_text() == SIMPLY


def test_html_is_known_by_the_name(kbtool, stdin):
    stdin("<p>You simply wait.</p>")
    assert "a.html:1:8: warning TON001" in kbtool(*TON, "--stdin-filename", "a.html").out


@pytest.mark.parametrize("option", ["--fix", "--add-ignores", "--watch", "--write-baseline"])
def test_standard_input_cannot_be_written(option, kbtool, stdin):
    stdin(SIMPLY)
    ran = kbtool(*TON, option, "--stdin-filename", "a.md")
    assert ran.code == 2
    assert "needs files, not standard input" in ran.err


def test_diff_shows_what_would_change_and_changes_nothing(kbtool, write, folder):
    write({"a.md": SIMPLY.replace("\n", "\r\n"), "b.md": "# Pay\n"})
    ran = kbtool(*TON, "--diff", "--unsafe-fixes", ".")
    assert ran.code == 1
    assert "-You simply wait.\r\n+You wait.\r\n" in ran.out
    assert ran.out.startswith("--- a.md\n+++ a.md\n@@ ")
    assert (folder / "a.md").read_bytes() == SIMPLY.replace("\n", "\r\n").encode()
    assert kbtool(*TON, "--diff", "b.md").code == 0


def test_result_goes_into_a_file_and_the_summary_stays_here(kbtool, write, folder):
    write({"a.md": SIMPLY})
    ran = kbtool(*TON, "--format", "json", "--output-file", "out.json", "a.md")
    assert ran.out.startswith("Found 1 problem")
    assert '"TON001"' in (folder / "out.json").read_text()
    ran = kbtool(*TON, "--output-file", "no/such/folder.txt", "a.md")
    assert (ran.code, "cannot be written" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--max-warnings", "0"], 1),
        (["--max-warnings", "1"], 0),
        (["--max-warnings", "0", "--exit-zero"], 0),
        (["--fix", "--unsafe-fixes"], 0),
        (["--fix", "--unsafe-fixes", "--exit-non-zero-on-fix"], 1),
    ],
)
def test_exit_code_is_what_was_asked_for(options, code, kbtool, write):
    write({"a.md": SIMPLY})
    assert kbtool("lint", "--select", "TON001", *options, "a.md").code == code


def test_two_ways_to_change_files_are_refused(kbtool, write):
    write({"a.md": SIMPLY})
    ran = kbtool(*TON, "--fix", "--add-ignores", "a.md")
    assert (ran.code, ran.err) == (
        2,
        "kbtool: --fix and --add-ignores do different things. Run one after the other\n",
    )


def test_watching_checks_again_when_a_file_changes_and_ends_by_interrupt(write, folder):
    write({"docs/a.md": SIMPLY})
    states, seen = [], []

    def lint():
        states.append(take_state([Path("docs")], None))
        seen.append((folder / "docs/a.md").read_text())
        if len(seen) == 1:
            write({"docs/a.md": "changed, while it was checked\n"})
            return 1
        if len(seen) == 2:
            write({"docs/b.md": "new\n"})
            raise ConfigError("a mistake that is being made")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(lint, [Path("docs")], None, pause=0.01)
    assert seen == [SIMPLY, "changed, while it was checked\n", "changed, while it was checked\n"]
    assert len(set(states)) == 3


def test_watching_sees_the_configuration(write):
    write({"kbtool.toml": 'articles = ["docs"]\n', "docs/a.md": SIMPLY})
    before = take_state([], None)
    write({"kbtool.toml": "articles = ['docs']\nexclude = []\n"})
    assert take_state([], None) != before
