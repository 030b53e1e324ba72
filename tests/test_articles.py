"""Which files are articles, and what is said of those that cannot be read."""

import os
import threading
from pathlib import Path

import pytest

from kbtool.articles import exclude_by, load_articles, read_article, show, walk_files
from kbtool.errors import InputError

TEXT = "# Title\n\nText.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths, text=TEXT):
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def close(path, mode=0):
    """Take permissions away; leaves the test out where that does not keep this user out."""
    Path(path).chmod(mode)
    if os.access(path, os.X_OK if Path(path).is_dir() else os.R_OK):
        pytest.skip("this user may read everything")


def paths_of(loaded):
    return [article.path for article in loaded.articles]


def only_skip(loaded):
    assert loaded.articles == ()
    (skip,) = loaded.skipped
    return skip.path, skip.reason, skip.fault


def test_folders_are_walked_in_order_without_what_is_hidden_or_installed(folder):
    write("b.md", "a/z.md", "a/B.MARKDOWN", ".hidden.md", ".git/x.md", "node_modules/x.md",
          "venv/x.md", "__pycache__/x.md", "a/.obsidian/x.md")  # fmt: skip
    loaded = load_articles([Path()])
    assert paths_of(loaded) == ["a/B.MARKDOWN", "a/z.md", "b.md"]
    assert loaded.skipped == ()


def test_hidden_file_that_is_named_is_read(folder):
    write(".hidden.md")
    assert paths_of(load_articles([Path(".hidden.md")])) == [".hidden.md"]


def test_other_files_are_known_to_links_and_are_not_articles(folder):
    write("a.md", "images/a.png", "b.txt")
    loaded = load_articles([Path()])
    assert loaded.others == {"images/a.png", "b.txt"}
    assert loaded.skipped == ()


def test_order_of_the_paths_does_not_matter(folder):
    write("a.md", "b.md", "c/d.md")
    one = load_articles([Path("c"), Path("b.md"), Path("a.md")])
    assert one == load_articles([Path("a.md"), Path("b.md"), Path("c/d.md")])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"\xef\xbb\xbf \n", "the file is empty"),
        (b"a\0b", "a binary file, not text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a binary file, not text"),
        (b"caf\xe9", "is not UTF-8 text (byte 3)"),
        (b"\xef\xbb\xbfcaf\xe9", "is not UTF-8 text (byte 6)"),
        (b"\xed\xa0\x80", "is not UTF-8 text (byte 0)"),
        ("a".encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"\xfe\xff\x00a", "is UTF-16, not UTF-8"),
        (b"a" * 101, "too large: 101 bytes, the limit is 100"),
    ],
)
def test_file_that_is_no_article_is_a_fault_with_a_remedy(content, reason, folder):
    Path("a.md").write_bytes(content)
    loaded = load_articles([Path()], max_bytes=100)
    assert only_skip(loaded) == ("a.md", reason, True)
    assert loaded.skipped[0].remedy


def test_file_as_large_as_the_limit_is_read(folder):
    write("a.md", text="a" * 100)
    assert paths_of(load_articles([Path("a.md")], max_bytes=100)) == ["a.md"]


@pytest.mark.parametrize("unit", ["> ", "- ", "[", "![", "<b>", "*", "(", "`", "{", "&"])
def test_deeply_nested_file_is_read_or_reported_without_a_crash(unit, folder):
    write("a.md", text=unit * 20_000 + "text")
    loaded = load_articles([Path("a.md")])
    assert len(loaded.articles) + len(loaded.skipped) == 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.md", "no such file or folder"),
        ("missing/folder", "no such file or folder"),
        ("a.md/b.md", "no such file or folder"),
        ("nul\0.md", "no such file or folder"),
        ("x" * 5_000, "cannot be read: File name too long"),
    ],
)
def test_path_that_leads_nowhere_is_a_fault(path, reason, folder):
    write("a.md")
    assert only_skip(load_articles([Path(path)])) == (path, reason, True)


def test_links_in_circles_and_to_nowhere_are_faults_and_the_rest_is_read(folder):
    write("a.md")
    Path("loop.md").symlink_to("loop.md")
    Path("ping.md").symlink_to("pong.md")
    Path("pong.md").symlink_to("ping.md")
    Path("lost.md").symlink_to("nowhere.md")
    loaded = load_articles([Path()])
    assert paths_of(loaded) == ["a.md"]
    assert [(skip.path, skip.reason) for skip in loaded.skipped] == [
        (name, "a link that leads nowhere") for name in ("loop.md", "lost.md", "ping.md", "pong.md")
    ]


def test_folders_linked_in_circles_are_not_entered(folder):
    write("kb/a.md")
    Path("kb/again").symlink_to("../kb")
    Path("kb/deeper").symlink_to("..")
    assert paths_of(load_articles([Path("kb")])) == ["kb/a.md"]


def test_linked_folder_that_is_named_is_walked(folder):
    write("kb/a.md")
    Path("link").symlink_to("kb")
    assert paths_of(load_articles([Path("link")])) == ["link/a.md"]


def test_folder_with_the_name_of_an_article_is_walked(folder):
    write("kb/x.md/a.md")
    assert paths_of(load_articles([Path("kb")])) == ["kb/x.md/a.md"]
    assert paths_of(load_articles([Path("kb/x.md")])) == ["kb/x.md/a.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_is_a_fault_and_is_never_opened(folder):
    os.mkfifo("a.md")
    results = []
    reading = threading.Thread(target=lambda: results.append(load_articles([Path()])), daemon=True)
    reading.start()
    reading.join(20)
    assert results, "reading a pipe waits for ever"
    assert only_skip(results[0]) == ("a.md", "not a regular file", True)


def test_unreadable_file_is_a_fault(folder):
    write("a.md")
    close("a.md")
    assert only_skip(load_articles([Path()])) == ("a.md", "cannot be read: Permission denied", True)


@pytest.mark.parametrize("mode", [0o000, 0o600])
def test_unreadable_folder_is_a_fault_and_the_rest_is_read(mode, folder):
    write("kb/a.md", "kb/closed/b.md")
    try:
        close("kb/closed", mode)
        loaded = load_articles([Path("kb")])
        named = load_articles([Path("kb/closed/b.md")])
    finally:
        Path("kb/closed").chmod(0o755)
    assert paths_of(loaded) == ["kb/a.md"]
    (skip,) = loaded.skipped
    assert (skip.reason, skip.fault) == ("cannot be read: Permission denied", True)
    assert only_skip(named) == ("kb/closed/b.md", "cannot be read: Permission denied", True)


def test_folder_that_cannot_be_listed_is_a_fault(folder, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", os.fspath(path))

    write("kb/a.md")
    monkeypatch.setattr(os, "scandir", refuse)
    assert only_skip(load_articles([Path("kb")])) == (
        "kb", "cannot be read: Permission denied", True,
    )  # fmt: skip


def test_file_that_cannot_be_opened_is_a_fault(folder, monkeypatch):
    def refuse(path):
        raise OSError(5, "Input/output error")

    write("a.md")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    loaded = load_articles([Path()])
    assert only_skip(loaded) == ("a.md", "cannot be read: Input/output error", True)


@pytest.mark.parametrize(
    ("patterns", "kept"),
    [
        ([], ["a.md", "drafts/b.md", "drafts/c.md"]),
        (["drafts/"], ["a.md"]),
        (["drafts"], ["a.md"]),
        (["*.md", "!a.md"], ["a.md"]),
        (["/drafts/*.md", "!c.md"], ["a.md", "drafts/c.md"]),
        (["b.md"], ["a.md", "drafts/c.md"]),
        (["/b.md"], ["a.md", "drafts/b.md", "drafts/c.md"]),
    ],
)
def test_patterns_leave_out_files_as_in_gitignore(patterns, kept, folder):
    write("a.md", "drafts/b.md", "drafts/c.md")
    assert paths_of(load_articles([Path()], excluded=exclude_by(patterns, folder))) == kept


def test_excluded_file_that_is_named_is_read_unless_excludes_are_forced(folder):
    write("a.md")
    excluded = exclude_by(["a.md"], folder)
    assert paths_of(load_articles([Path("a.md")], excluded=excluded)) == ["a.md"]
    forced = load_articles([Path("a.md")], excluded=excluded, force_exclude=True)
    assert only_skip(forced) == ("a.md", "excluded by the configuration", False)


def test_patterns_apply_to_where_a_link_lies_and_not_to_where_it_leads(folder):
    write("kb/old/a.md", "elsewhere/b.md")
    Path("kb/a.md").symlink_to("old/a.md")
    Path("kb/old/b.md").symlink_to("../../elsewhere/b.md")
    excluded = exclude_by(["old/"], folder / "kb")
    assert paths_of(load_articles([Path("kb")], excluded=excluded)) == ["kb/a.md"]
    forced = load_articles([Path("kb/old/b.md")], excluded=excluded, force_exclude=True)
    assert only_skip(forced)[1] == "excluded by the configuration"


def test_files_outside_the_root_are_never_excluded(folder):
    write("kb/a.md", "b.md")
    excluded = exclude_by(["*"], folder / "kb")
    assert paths_of(load_articles([Path("b.md")], excluded=excluded, force_exclude=True)) == [
        "b.md"
    ]


def test_progress_is_told_after_each_article(folder):
    write("a.md", "b.md", "c.txt")
    seen = []
    load_articles([Path()], progress=lambda *at: seen.append(at))
    assert seen == [(1, 2), (2, 2)]


def test_read_article_raises_where_there_is_none(folder):
    with pytest.raises(InputError, match=r"missing\.md: cannot be read: No such file") as caught:
        read_article(Path("missing.md"))
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a.md", "a.md"),
        ("./kb/../a.md", "a.md"),
        ("kb//a.md", "kb/a.md"),
        ("caf\udce9.md", "caf\\udce9.md"),
        ("/elsewhere/a.md", "/elsewhere/a.md"),
    ],
)
def test_path_is_shown_from_the_current_folder(path, shown, folder):
    assert show(Path(path)) == shown


def test_path_below_the_current_folder_is_shown_without_it(folder):
    assert show(folder / "kb" / "a.md") == "kb/a.md"
    assert show(folder.parent / "a.md") == (folder.parent / "a.md").as_posix()


def test_walking_a_file_gives_the_file(folder):
    write("a.txt")
    assert list(walk_files(Path("a.txt"))) == ["a.txt"]
