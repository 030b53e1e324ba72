"""The server as an editor sees it: over its streams, as a process of its own."""

import pytest
from editor import Editor, apply

pytest.importorskip("pygls")

SETTINGS = (
    'articles = ["docs"]\n[lint]\nselect = ["TON001", "LNK003", "UIT001", "FND004", "MET001"]\n'
)
SIMPLY = "# Order a card\n\n😀 You simply wait.\n"


@pytest.fixture
def project(tmp_path):
    """A project with one article."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "kbtool.toml").write_text(SETTINGS)
    (tmp_path / "docs/old.md").write_text("# Pay a bill\n\nPay.\n")
    return tmp_path


@pytest.fixture
def editor(project):
    """An editor that has the project open."""
    started = Editor(project)
    yield started
    started.end()


def place(diagnostic):
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    return start["line"], start["character"], end["line"], end["character"]


def test_findings_come_and_go_as_the_text_changes(editor):
    editor.open("docs/a.md", SIMPLY)
    (found,) = editor.diagnostics("docs/a.md")
    assert (found["code"], found["source"], found["severity"]) == ("TON001", "kbtool", 2)
    assert place(found) == (2, 7, 2, 13), "an emoji is two units of UTF-16"
    editor.change("docs/a.md", SIMPLY.replace("simply ", ""), 2)
    assert editor.diagnostics("docs/a.md", version=2) == []
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri("docs/a.md")}})
    assert editor.diagnostics("docs/a.md") == []
    assert editor.close() == 0


def test_columns_are_counted_as_the_editor_wishes(project):
    editor = Editor(project, encodings=("utf-8",))
    editor.open("docs/a.md", SIMPLY)
    assert place(editor.diagnostics("docs/a.md")[0]) == (2, 9, 2, 15)
    assert editor.close() == 0
    editor.end()


def test_lines_end_where_editors_end_them(editor):
    editor.open("docs/a.md", "# Order a card\r\n\r\nA\u2028b\x0cc. You simply wait.\r\n")
    assert place(editor.diagnostics("docs/a.md")[0])[:2] == (2, 11)


def test_other_articles_count_as_they_are_in_the_editor(editor):
    editor.open("docs/old.md", "# Order a card\n\nWait.\n")
    assert editor.diagnostics("docs/old.md") == []
    editor.open("docs/new.md", "# Order a card\n\nSee [this article](none.md) or [that](old.md).\n")
    found = editor.diagnostics("docs/new.md") + editor.diagnostics("docs/old.md", version=1)
    assert sorted({one["code"] for one in found}) == ["FND004", "LNK003"]


def test_fix_is_offered_with_its_edit(editor):
    text = "# Order a card\n\nClick on **Pay**, 😀 then click on **OK**.\n"
    editor.open("docs/a.md", text)
    first, *_ = editor.actions("docs/a.md", 2, 1)
    assert first["kind"] == "quickfix"
    assert first["isPreferred"] is True
    assert first["diagnostics"][0]["code"] == "UIT001"
    assert apply(text, first["edit"]) == text.replace("Click on", "Click", 1)
    version = first["edit"]["documentChanges"][0]["textDocument"]["version"]
    assert version == 1
    (everything,) = editor.actions("docs/a.md", 0, 0, only=["source.fixAll"])
    assert apply(text, everything["edit"]) == text.replace("lick on", "lick")


def test_finding_can_be_ignored_where_it_stands(editor):
    editor.open("docs/a.md", SIMPLY)
    ignore = next(a for a in editor.actions("docs/a.md", 2, 8) if a["title"].startswith("Ignore"))
    text = apply(SIMPLY, ignore["edit"])
    assert text == SIMPLY.replace("😀", "<!-- kbtool: ignore-next minimiser -->\n😀")
    editor.change("docs/a.md", text, 2)
    assert editor.diagnostics("docs/a.md", version=2) == []


def test_no_action_is_offered_where_nothing_was_found(editor):
    editor.open("docs/a.md", SIMPLY)
    assert editor.actions("docs/a.md", 0, 0) == []


def test_rule_is_explained_under_the_cursor(editor):
    editor.open("docs/a.md", SIMPLY)
    where = {"textDocument": {"uri": editor.uri("docs/a.md")}}
    shown = editor.ask("textDocument/hover", where | {"position": {"line": 2, "character": 8}})
    assert shown["contents"]["kind"] == "markdown"
    assert shown["contents"]["value"].startswith("**TON001 minimiser**")
    assert (
        editor.ask("textDocument/hover", where | {"position": {"line": 0, "character": 0}}) is None
    )


def test_rule_of_the_configuration_finds_and_explains(project):
    own = '[[rule]]\ncode = "ACME001"\nname = "hurry"\nkind = "prefer"\nwhy = "We take our time."\n'
    table = f'{own}replacements = {{ "wait" = "stand by" }}\n'
    (project / "kbtool.toml").write_text('articles = ["docs"]\n[lint]\nselect = ["ACME"]\n' + table)
    editor = Editor(project)
    editor.open("docs/a.md", SIMPLY)
    (found,) = editor.diagnostics("docs/a.md")
    assert (found["code"], place(found)) == ("ACME001", (2, 14, 2, 18))
    where = {"textDocument": {"uri": editor.uri("docs/a.md")}}
    shown = editor.ask("textDocument/hover", where | {"position": {"line": 2, "character": 15}})
    assert "We take our time." in shown["contents"]["value"]
    assert any("stand by" in action["title"] for action in editor.actions("docs/a.md", 2, 15))
    editor.end()


def test_mistake_in_the_configuration_is_shown_once_and_the_server_lives_on(editor, project):
    (project / "kbtool.toml").write_text("[lint]\nselct = []\n")
    editor.open("docs/a.md", SIMPLY)
    shown = editor.wait(lambda message: message.get("method") == "window/showMessage")
    assert "unknown key `lint.selct`" in shown["params"]["message"]
    (project / "kbtool.toml").write_text(SETTINGS)
    editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
    assert [one["code"] for one in editor.diagnostics("docs/a.md", version=1)] in ([], ["TON001"])
    editor.change("docs/a.md", SIMPLY, 2)
    assert [one["code"] for one in editor.diagnostics("docs/a.md", version=2)] == ["TON001"]


def test_files_that_are_left_out_or_nowhere_are_left_alone(editor, project):
    (project / "kbtool.toml").write_text(
        SETTINGS.replace("[lint]", 'exclude = ["drafts/"]\n[lint]')
    )
    editor.open("drafts/a.md", SIMPLY)
    assert editor.diagnostics("drafts/a.md") == []
    document = {
        "uri": "untitled:Untitled-1",
        "languageId": "markdown",
        "version": 1,
        "text": SIMPLY,
    }
    editor.tell("textDocument/didOpen", {"textDocument": document})
    editor.open("docs/a.md", SIMPLY)
    assert len(editor.diagnostics("docs/a.md")) == 1


def test_a_text_that_cannot_be_checked_says_so_and_an_empty_one_waits(editor):
    editor.open("docs/a.md", "- a\n" * 310_000)
    (found,) = editor.diagnostics("docs/a.md")
    assert "not checked: too large: 310,000 line ends and signs of markup" in found["message"]
    assert (found["severity"], place(found)) == (1, (0, 0, 0, 0))
    editor.open("docs/b.md", "")
    assert editor.diagnostics("docs/b.md") == []


def test_the_server_ends_without_a_complaint(editor):
    editor.open("docs/a.md", SIMPLY)
    assert len(editor.diagnostics("docs/a.md")) == 1
    assert editor.close() == 0
    editor.log.seek(0)
    assert b"Traceback" not in editor.log.read()


def test_html_is_read_as_html(editor):
    editor.open("docs/a.html", "<h1>Order a card</h1>\n<p>You simply wait.</p>\n")
    assert place(editor.diagnostics("docs/a.html")[0]) == (1, 7, 1, 13)
