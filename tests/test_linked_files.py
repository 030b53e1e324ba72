"""Files that articles link to are known, also where they are no articles of the run."""

from pathlib import Path

import pytest

from kbtool.articles import exclude_by, find_linked_files, load_articles


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(texts):
    for path, text in texts.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("[b](b.md)", {"kb/b.md"}),
        ("[b](./b.md#part)", {"kb/b.md"}),
        ("[b](b.md?x=1)", {"kb/b.md"}),
        ("[b](b)", {"kb/b.md"}),
        ("[b](../kb/b.md)", {"kb/b.md"}),
        ("[b](/b.md)", {"kb/b.md"}),
        ("[c](..%2Fother%20one.md)", {"other one.md"}),
        ("[d](sub/)", {"kb/sub"}),
        ("[d](sub\\d.md)", {"kb/sub/d.md"}),
        ("![p](p.png)", {"kb/p.png"}),
        ("<img src=p.png>", {"kb/p.png"}),
        ("<a href='b.md'>b</a>", {"kb/b.md"}),
        ("[b]\n\n[b]: b.md", {"kb/b.md"}),
        ("[b](b.md) [p](p.png) ![p](p.png)", {"kb/b.md", "kb/p.png"}),
        ("[h](.hidden/h.md)", {"kb/.hidden/h.md"}),
        ("[a](a.md)", set()),
        ("[A](A.md)", set()),
        ("[lost](lost.md)", set()),
        ("[x](https://example.com/b.md)", set()),
        ("[x](//example.com/b.md)", set()),
        ("[x](file:b.md)", set()),
        ("[x](#part) [y]() [z](?q)", set()),
        ("[x](nul%00.md)", set()),
        (f"[x]({'x' * 5_000})", set()),
    ],
)
def test_file_behind_a_link_is_found_where_it_is(link, found, folder):
    others = dict.fromkeys(("kb/b.md", "kb/p.png", "kb/sub/d.md", "kb/.hidden/h.md"), "x")
    write({"kb/a.md": f"# A\n\n{link}\n", "other one.md": "x", **others})
    loaded = load_articles([Path("kb/a.md")])
    assert find_linked_files(loaded, "kb") == found


def test_files_that_were_read_or_seen_need_no_second_look(folder):
    write(
        {"a.md": "[b](b.md) [p](p.png) [c](old/c.md)", "b.md": "x", "p.png": "x", "old/c.md": "x"}
    )
    assert find_linked_files(load_articles([Path()])) == set()
    excluded = load_articles([Path()], excluded=exclude_by(["old/"], folder))
    assert find_linked_files(excluded) == {"old/c.md"}


def test_links_of_articles_elsewhere_start_from_their_folder(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "a.md").write_text("[b](b.md)")
    (elsewhere / "b.md").write_text("x")
    loaded = load_articles([elsewhere / "a.md"])
    assert find_linked_files(loaded) == {(elsewhere / "b.md").as_posix()}
