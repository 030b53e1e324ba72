"""Imports: stable, safe for what people change, and never outside of their folder."""

import contextlib
import json

import pytest

from kbtool.articles import load_articles
from kbtool.articles.collecting import File
from kbtool.articles.importing import files, importing
from kbtool.articles.importing.importing import Wishes, import_articles
from kbtool.articles.importing.manifest import NAME
from kbtool.articles.importing.names import name_article
from kbtool.articles.vendors import load_desks
from kbtool.errors import InputError

BODY = "<h2>Ask</h2><p>Ask us <b>now</b>.</p>"


def article(key, title="Get a refund", body=BODY, **fields):
    return {"id": key, "title": title, "body": body, "section_id": 1} | fields


def run(folder, *articles, **wishes):
    content = json.dumps({"articles": articles, "next_page": None}).encode()
    return import_articles(
        [File("kb.json", content)], folder, load_desks()["zendesk"], Wishes(**wishes)
    )


def state(folder):
    """Content and time of every file."""
    paths = sorted(folder.rglob("*"))
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != NAME)


def test_second_run_changes_no_byte(tmp_path):
    done = run(tmp_path, article(7), article(8, "Pay <b>", draft=False))
    assert (len(done.written), done.kept, done.gone) == (2, (), ())
    assert names(tmp_path) == ["get-a-refund-7.md", "pay-b-8.md"]
    before = state(tmp_path)
    done = run(tmp_path, article(8, "Pay <b>", draft=False), article(7))
    assert (len(done.written), len(done.unchanged)) == (0, 2)
    assert state(tmp_path) == before


def test_newer_export_changes_what_nobody_touched_and_keeps_the_name(tmp_path):
    run(tmp_path, article(7))
    done = run(tmp_path, article(7, "Get your money back", "<p>New.</p>"))
    assert len(done.written) == 1
    assert names(tmp_path) == ["get-a-refund-7.md"]
    (read,) = load_articles([tmp_path]).articles
    assert (read.id, read.title.text) == ("7", "Get your money back")


def test_local_edit_is_kept_until_overwriting_is_asked_for(tmp_path):
    run(tmp_path, article(7))
    file = tmp_path / "get-a-refund-7.md"
    file.write_text(file.read_text().replace("now", "today"))
    for body in (BODY, "<p>New.</p>"):
        done = run(tmp_path, article(7, body=body))
        assert [reason for _, reason in done.kept] == ["changed here since the last import"]
        assert "today" in file.read_text()
    done = run(tmp_path, article(7), overwrite=True)
    assert len(done.written) == 1
    assert "now" in file.read_text()


def test_edit_that_equals_the_export_counts_as_unchanged(tmp_path):
    run(tmp_path, article(7))
    old = (tmp_path / "get-a-refund-7.md").read_bytes()
    run(tmp_path, article(7, body="<p>New.</p>"))
    (tmp_path / "get-a-refund-7.md").write_bytes(old)
    assert len(run(tmp_path, article(7)).unchanged) == 1
    assert len(run(tmp_path, article(7, body="<p>New.</p>")).written) == 1


def test_file_that_was_deleted_here_stays_deleted(tmp_path):
    run(tmp_path, article(7), article(8))
    (tmp_path / "get-a-refund-7.md").unlink()
    done = run(tmp_path, article(7), article(8))
    assert [reason for _, reason in done.kept] == ["deleted here since the last import"]
    assert names(tmp_path) == ["get-a-refund-8.md"]
    assert len(run(tmp_path, article(7), article(8), overwrite=True).written) == 1


def test_file_of_somebody_else_is_not_written_over(tmp_path):
    (tmp_path / "get-a-refund-7.md").write_text("Mine.\n")
    done = run(tmp_path, article(7))
    assert [reason for _, reason in done.kept] == ["not written by an import"]
    assert (tmp_path / "get-a-refund-7.md").read_text() == "Mine.\n"


def test_articles_that_are_gone_or_unpublished_are_named_and_left(tmp_path):
    run(tmp_path, article(7), article(8), article(9))
    done = run(tmp_path, article(7), article(8, draft=True))
    assert [path.rpartition("/")[2] for path in done.gone] == [
        "get-a-refund-8.md",
        "get-a-refund-9.md",
    ]
    assert len(names(tmp_path)) == 3
    assert len(run(tmp_path, article(7), article(8), article(9)).unchanged) == 3


def test_articles_of_other_pages_are_not_called_gone(tmp_path):
    run(tmp_path, article(7), article(8), article(9))
    page = {"articles": [article(7), article(8, draft=True)], "count": 3}
    files = [File("kb.json", json.dumps(page).encode())]
    done = import_articles(files, tmp_path, load_desks()["zendesk"], Wishes())
    assert [path.rpartition("/")[2] for path in done.gone] == ["get-a-refund-8.md"]
    assert [path.rpartition("/")[2] for path in done.absent] == ["get-a-refund-9.md"]
    assert done.doubt == "the files hold 2 of 3 records"


@pytest.mark.parametrize("broken", ['{"id": 9, "title": "\xff"}', '{"id": 9,, "title": "A"}'])
def test_articles_that_could_not_be_read_are_not_called_gone(tmp_path, broken):
    run(tmp_path, article(7), article(9))
    page = f'{{"articles": [{json.dumps(article(7))}, {broken}], "next_page": null}}'
    files = [File("kb.json", page.encode("latin-1"))]
    done = import_articles(files, tmp_path, load_desks()["zendesk"], Wishes())
    assert (done.gone, len(done.absent), len(done.unchanged)) == ((), 1, 1)
    assert done.doubt == "something in the files could not be read"


def test_articles_behind_a_cut_are_not_called_gone(tmp_path):
    run(tmp_path, article(7), article(9))
    page = json.dumps({"articles": [article(7), article(9)], "next_page": None})
    files = [File("kb.json", page[: page.index('"id": 9') + 20].encode())]
    done = import_articles(files, tmp_path, load_desks()["zendesk"], Wishes())
    assert (done.gone, len(done.absent), len(done.unchanged)) == ((), 1, 1)
    assert [part.fault for part in done.skipped] == [True]


def test_drafts_are_written_only_if_asked_for(tmp_path):
    done = run(tmp_path, article(7, draft=True))
    assert (done.written, [skip.reason for skip in done.skipped]) == ((), ["a draft"])
    assert len(run(tmp_path, article(7, draft=True), drafts=True).written) == 1


def test_ending_follows_what_the_body_needs_and_an_edit_stops_it(tmp_path):
    needs_html = '<ol><li value="7">a</li></ol>'
    run(tmp_path, article(7))
    run(tmp_path, article(7, body=needs_html))
    assert names(tmp_path) == ["get-a-refund-7.html"]
    (tmp_path / "get-a-refund-7.html").write_text("Mine.")
    assert len(run(tmp_path, article(7)).kept) == 1
    assert names(tmp_path) == ["get-a-refund-7.html"]


@pytest.mark.parametrize("stop", [1, 2, 3, 4])
def test_run_that_is_killed_loses_nothing_and_the_next_one_completes_it(
    tmp_path, stop, monkeypatch
):
    run(tmp_path, article(7), article(8))
    newer = [article(n, body=f"<p>New {n}.</p>") for n in (7, 8, 9)]
    calls = 0

    def write(path, content):
        nonlocal calls
        calls += 1
        if calls > stop:
            raise KeyboardInterrupt
        files.write_file(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(importing, "write_file", write)
        with contextlib.suppress(KeyboardInterrupt):
            run(tmp_path, *newer)
    done = run(tmp_path, *newer)
    assert (done.kept, len(done.written) + len(done.unchanged)) == ((), 3)
    assert all(b"New" in content for name, (content, _) in state(tmp_path).items() if name != NAME)


def test_write_that_fails_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_text("old")
    monkeypatch.setattr("pathlib.Path.replace", _refuse)
    with pytest.raises(InputError, match="disk is full"):
        files.write_file(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_text() == "old"


def _refuse(*_):
    raise OSError(28, "disk is full")


HOSTILE = ["../../x", "..\\x", "/etc/passwd", "C:\\x", "a/b", ".hidden", "-rf", "con", "NUL",
           "x\ny", "\x00", "\u202e", "a" * 400, "é", "日本", "😀", "%2e%2e%2f", "~", "$HOME", "*?",
           "index"]  # fmt: skip


@pytest.mark.parametrize("odd", HOSTILE, ids=ascii)
def test_no_id_and_no_title_leads_out_of_the_folder(tmp_path, odd):
    target = tmp_path / "kb"
    run(target, article(odd), article("1", title=odd), article("2", locale=odd), article("2"))
    assert [path.name for path in tmp_path.iterdir()] == ["kb"]
    ids = {read.id for read in load_articles([target]).articles}
    assert ids == {odd, "1", "2"}
    for path in target.iterdir():
        assert path.is_file()
        assert path.name == NAME or not path.name.startswith((".", "-"))
        assert len(path.name) < 140


def test_names_are_told_apart_on_disks_that_know_no_capitals(tmp_path):
    run(tmp_path, *(article(key, "A") for key in ("ab", "AB", "aB", "a b", "a-b", "a/b")))
    folded = {name.casefold() for name in names(tmp_path)}
    assert len(folded) == 6


@pytest.mark.parametrize(
    ("title", "key", "locale", "name"),
    [
        ("Get a refund", "4711", "", "get-a-refund-4711"),
        ("Get a refund", "4711", "de-AT", "get-a-refund-4711.de-at"),
        ("Geld zurück?", "7", "", "geld-zuruck-7"),
        ("日本", "7", "", "7"),
        ("Get a refund", "get_a_refund", "", "get_a_refund"),
        ("Get a refund", "refund-of-cards", "", "refund-of-cards"),
        ("Con", "con", "", "article-con"),
        ("word " * 100, "7", "", "-".join(["word"] * 12) + "-7"),
    ],
)
def test_names_say_title_id_and_locale(title, key, locale, name):
    assert name_article(title, key, locale) == name


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", '{"version": 9, "articles": []}x', "[" * 10_000,
     '{"version": 1, "articles": [{"id": "7", "path": "../x.md", "sha256": ""}]}',
     '{"version": 1, "articles": [{"id": "7", "path": "a/../../x", "sha256": ""}]}',
     '{"version": 1, "articles": [{"id": "7", "path": ".git", "sha256": ""}]}',
     '{"version": 2, "articles": [{"id": "7", "path": "x.md", "sha256": ""}]}'],
)  # fmt: skip
def test_manifest_that_is_broken_or_hostile_stops_the_import(tmp_path, manifest):
    (tmp_path / NAME).write_text(manifest)
    with pytest.raises(InputError):
        run(tmp_path, article(7))
    assert names(tmp_path) == []


def test_link_in_place_of_an_article_is_not_followed(tmp_path):
    (tmp_path / "kb").mkdir()
    (tmp_path / "victim").write_text("old")
    (tmp_path / "kb" / "get-a-refund-7.md").symlink_to(tmp_path / "victim")
    done = run(tmp_path / "kb", article(7), overwrite=True)
    assert [skip.fault for skip in done.skipped] == [True]
    assert (tmp_path / "victim").read_text() == "old"


def test_duplicates_null_bodies_and_huge_bodies_are_told(tmp_path):
    done = run(
        tmp_path, article(7), article(7), article(8, body=None), article(9, body="a" * 3_000),
        article(10, title=None, body=None), max_bytes=2_000,
    )  # fmt: skip
    assert names(tmp_path) == ["get-a-refund-7.md", "get-a-refund-8.md"]
    assert sorted(skip.reason for skip in done.skipped) == [
        "it has neither a title nor a body",
        "the same article once more",
        "too large: 3,000 characters, the limit is 2,000",
    ]


@pytest.mark.parametrize(
    "body", ["<p>a\0b</p>", "# a\0b", "<meta charset=latin1><pre>a\n\n</pre>é"]
)
def test_every_file_that_is_written_can_be_read(tmp_path, body):
    run(tmp_path, article(7, body=body))
    loaded = load_articles([tmp_path])
    assert (len(loaded.articles), loaded.skipped) == (1, ())


def test_a_first_page_says_that_more_are_missing(tmp_path):
    """What is imported from a part would leave gaps that are none."""
    page = {"articles": [article(7)], "count": 3, "page": 1, "page_count": 3, "next_page": "x"}
    done = import_articles(
        [File("p1.json", json.dumps(page).encode())], tmp_path, load_desks()["zendesk"], Wishes()
    )
    assert any("articles are missing" in note for note in done.notes)
