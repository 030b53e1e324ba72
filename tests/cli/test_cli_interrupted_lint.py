"""A run of lint that is interrupted tells what it found so far, and that there is more."""

import json
import signal
from xml.etree import ElementTree as ET

import pytest

from kbtool.render import FORMATS
from kbtool.runner.drafting import Drafter

NOTICE = "interrupted: 2 files were not checked, and no article was compared with others"
ARTICLE = "# Order a card {}\n\nThe the card comes soon. See [our page](gone.md).\n"
SIGNALS = {"SIGINT": 130, "SIGTERM": 143}


@pytest.fixture
def articles(write):
    """Four articles, each with a finding of its own and one that takes knowing all files."""
    write({f"{name}.md": ARTICLE.format(name) for name in "abcd"})


@pytest.fixture
def interrupt(monkeypatch):
    """Sends a signal to this process when a file is looked at, as often as is said."""

    def at(name, kind, times=1):
        draft_file = Drafter.draft_file

        def drafted(self, file, *more):
            if file.shown == name:
                for _ in range(times):
                    signal.raise_signal(kind)
            return draft_file(self, file, *more)

        monkeypatch.setattr(Drafter, "draft_file", drafted)
        monkeypatch.setattr("kbtool.runner.pool._CHUNK", 1)

    return at


@pytest.fixture
def lint(kbtool):
    def run(*arguments):
        rules = "repeated-word,broken-internal-link,unused-suppression"
        return kbtool("lint", "--no-cache", "--select", rules, *arguments, ".")

    return run


@pytest.mark.parametrize(("name", "code"), SIGNALS.items())
def test_findings_of_files_that_are_done_are_told_and_marked_incomplete(
    name, code, articles, interrupt, lint
):
    interrupt("c.md", signal.Signals[name])
    done = lint("--format", "json")
    document = json.loads(done.out)
    assert (done.code, document["complete"]) == (code, False)
    assert document["summary"]["articles_checked"] == 2
    assert document["summary"]["files_not_checked"] == 2
    assert [f["path"] for f in document["findings"]] == ["a.md", "b.md"]
    assert {f["rule"] for f in document["findings"]} == {"repeated-word"}
    assert NOTICE in done.err


def test_a_whole_run_says_that_it_is_complete(articles, lint):
    document = json.loads(lint("--format", "json").out)
    assert (document["complete"], document["summary"]["files_not_checked"]) == (True, 0)


def _sarif(text):
    invocation = json.loads(text)["runs"][0]["invocations"][0]
    notes = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    return not invocation["executionSuccessful"] and NOTICE in notes


def _junit(text):
    root = ET.fromstring(text)
    errors = [error.get("message") for error in root.iter("error")]
    whole = (root.get("tests"), root.get("failures"), root.get("errors"))
    return errors == [NOTICE] and whole == ("3", "2", "1")


MARKED = {
    "full": lambda text: "Interrupted. Found 2 problems" in text,
    "concise": lambda text: text.endswith("; 2 files not checked.\n"),
    "grouped": lambda text: "Interrupted. Found 2 problems" in text,
    "json": lambda text: json.loads(text)["complete"] is False,
    "sarif": _sarif,
    "github": lambda text: f"::error title=kbtool::{NOTICE}\n" in text,
    "junit": _junit,
    # These formats have no place for it: the exit code and standard error tell it.
    "jsonl": lambda text: all(json.loads(line)["path"] for line in text.splitlines()),
    "gitlab": json.loads,
    "rdjson": json.loads,
    "checkstyle": ET.fromstring,
}


@pytest.mark.parametrize("name", FORMATS["lint"])
def test_every_format_holds_what_was_found_and_says_what_is_missing_where_it_can(
    name, articles, interrupt, lint
):
    interrupt("c.md", signal.SIGTERM)
    done = lint("--format", name)
    assert MARKED[name](done.out)
    assert "a.md" in done.out
    assert "d.md" not in done.out
    assert (done.code, NOTICE in done.err) == (143, True)


def test_counts_say_that_they_are_not_all(articles, interrupt, lint):
    interrupt("c.md", signal.SIGTERM)
    assert json.loads(lint("--statistics", "--format", "json").out)["complete"] is False


@pytest.mark.parametrize("before", [None, "an older report\n"])
def test_a_named_file_never_holds_half_a_report(before, articles, interrupt, lint, folder):
    target = folder / "report.json"
    if before:
        target.write_text(before)
    interrupt("c.md", signal.SIGTERM)
    done = lint("--format", "json", "--output-file", target.name)
    assert (target.read_text() if target.exists() else None) == before
    assert (done.code, done.out) == (143, "")
    assert f"{NOTICE}. Nothing was written to report.json" in done.err


def test_the_echo_of_a_signal_does_not_cut_the_report_off(articles, interrupt, lint):
    interrupt("c.md", signal.SIGTERM, times=3)
    assert json.loads(lint("--format", "json").out)["complete"] is False


def test_nothing_is_called_stale_that_was_not_looked_for(articles, interrupt, lint, write):
    assert lint("--write-baseline", "base.json").code == 0
    interrupt("c.md", signal.SIGTERM)
    done = lint("--baseline", "base.json")
    assert "2 in the baseline" in done.out
    assert "no longer found" not in done.err


@pytest.mark.parametrize("option", ["--write-baseline=-", "--prune-baseline", "--fix"])
def test_nothing_is_kept_or_mended_by_half_a_run(option, articles, interrupt, lint, folder):
    assert lint("--write-baseline", ".kbtool-baseline.json").code == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    interrupt("c.md", signal.SIGTERM)
    assert lint(option).code == 143
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
