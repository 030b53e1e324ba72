"""`kbtool lint --fix` changes what it says and not one byte more."""

import json
import os
import re

import pytest

from kbtool.errors import InputError
from kbtool.model import Change, Edit, Hit, Severity, Span
from kbtool.rule import Options, Rule

BOM = b"\xef\xbb\xbf"


def replacing(code, name, old, new, *, safe):
    """Rule that finds a text and replaces it."""

    def check(article, kb, options):
        for match in re.finditer(old, article.source.text):
            span = Span(*match.span())
            yield Hit(span, f"`{old}`", edit=Edit((Change(span, new),), safe=safe))

    fix = "safe" if safe else "unsafe"
    return Rule(code, name, Severity.ERROR, Options, "A thing.", check, fix)


SAFE = replacing("TST001", "old-word", "old", "new", safe=True)
UNSAFE = replacing("TST002", "bad-word", "bad", "good", safe=False)
GROWING = replacing("TST003", "growing", "x", "xy", safe=True)
OVERLAP = replacing("TST004", "overlap", "old bad", "fine", safe=True)
ERASING = replacing("TST005", "erasing", "(?s).+", "", safe=True)


@pytest.fixture(autouse=True)
def _rules(only_rules):
    only_rules(SAFE, UNSAFE)


def test_fix_mends_what_is_safe_and_leaves_the_rest_to_a_person(kbtool, write, folder):
    write({"a.md": "old and bad\n"})
    ran = kbtool("lint", "--fix", "a.md")
    assert (folder / "a.md").read_text() == "new and bad\n"
    assert ran.code == 1
    assert ran.out == (
        "a.md:1:9: error TST002 bad-word: `bad`\n"
        "Fixed 1 problem. Found 1 problem (1 error, 0 warnings, 0 info) in 1 of 1 article; "
        "1 fixable with --fix --unsafe-fixes.\n"
    )


def test_unsafe_fixes_mend_the_rest(kbtool, write, folder):
    write({"a.md": "old and bad\n", "b.md": "old\n", "c.md": "fine\n"})
    ran = kbtool("lint", "--fix", "--unsafe-fixes", ".")
    assert (folder / "a.md").read_text() == "new and good\n"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Fixed 3 problems. Nothing found in 3 articles.\n"


def test_nothing_is_changed_unless_asked(kbtool, write, folder):
    write({"a.md": "old and bad\n"})
    ran = kbtool("lint", "--unsafe-fixes", "a.md")
    assert (folder / "a.md").read_text() == "old and bad\n"
    assert ran.out.endswith("; 1 fixable with --fix, 1 more with --unsafe-fixes.\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"an old card\r\n\r\nold\r\n", b"an new card\r\n\r\nnew\r\n"),
        (b"mixed\r\nold\nends\rhere\r\n", b"mixed\r\nnew\nends\rhere\r\n"),
        (BOM + b"old\r\n", BOM + b"new\r\n"),
        (b"old", b"new"),
        (b"  old  \t\n\n\n", b"  new  \t\n\n\n"),
        ("é e\u0301 \u2028old\x85\x0c 漢\n".encode(), "é e\u0301 \u2028new\x85\x0c 漢\n".encode()),
        (b"---\ntitle: old\n---\n\told\n", b"---\ntitle: new\n---\n\tnew\n"),
        (b"old " + b"a" * 9_000 + b"\0 old", b"new " + b"a" * 9_000 + b"\0 new"),
    ],
)  # fmt: skip
def test_every_byte_outside_a_fix_stays(before, after, kbtool, write, folder):
    write({"a.md": before})
    kbtool("lint", "--fix", "a.md")
    assert (folder / "a.md").read_bytes() == after


@pytest.mark.parametrize("mode", [0o644, 0o755, 0o600, 0o444])
def test_mode_of_a_file_stays(mode, kbtool, write, folder):
    write({"a.md": "old\n"})
    (folder / "a.md").chmod(mode)
    kbtool("lint", "--fix", "a.md")
    assert (folder / "a.md").read_text() == "new\n"
    assert (folder / "a.md").stat().st_mode & 0o7777 == mode


def test_symbolic_link_stays_one_and_the_file_behind_it_is_mended(kbtool, write, folder):
    write({"real/a.md": "old\n"})
    (folder / "link.md").symlink_to("real/a.md")
    kbtool("lint", "--fix", "link.md")
    assert (folder / "link.md").is_symlink()
    assert (folder / "real/a.md").read_text() == "new\n"


def test_file_with_nothing_to_fix_is_not_written(kbtool, write, folder):
    write({"a.md": "fine\n"})
    before = (folder / "a.md").stat()
    kbtool("lint", "--fix", "a.md")
    after = (folder / "a.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_no_other_file_is_left_behind(kbtool, write, folder):
    write({"a.md": "old\n", "b.md": "bad\n"})
    kbtool("lint", "--fix", ".")
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "b.md"]


def test_fixes_that_overlap_wait_for_another_round_and_count_once(
    kbtool, write, folder, only_rules
):
    only_rules(SAFE, UNSAFE, OVERLAP)
    write({"a.md": "an old bad card, an old card\n"})
    ran = kbtool("lint", "--fix", "--unsafe-fixes", "a.md")
    assert (folder / "a.md").read_text() == "an new good card, an new card\n"
    assert ran.out.startswith("Fixed 3 problems. Nothing found")


def test_fixes_that_never_come_to_rest_are_given_up(kbtool, write, folder, only_rules):
    only_rules(GROWING)
    write({"a.md": "x\n"})
    ran = kbtool("lint", "--fix", "a.md")
    assert (folder / "a.md").read_text() == "x" + "y" * 10 + "\n"
    assert ran.code == 1


def test_fix_that_would_empty_an_article_is_not_made(kbtool, write, folder, only_rules):
    only_rules(ERASING)
    write({"a.md": "all of it\n"})
    ran = kbtool("lint", "--fix", "a.md")
    assert (folder / "a.md").read_text() == "all of it\n"
    assert ran.code == 1
    assert "Fixed" not in ran.out


def test_silenced_finding_is_not_mended(kbtool, write, folder):
    text = "<!-- kbtool: ignore-next TST001 -->\nold\n\nold\n"
    write({"a.md": text})
    kbtool("lint", "--fix", "a.md")
    assert (folder / "a.md").read_text() == text.removesuffix("old\n") + "new\n"


def test_number_of_fixes_stands_in_the_json(kbtool, write):
    write({"a.md": "old old\n"})
    ran = kbtool("lint", "--fix", "--format", "json", "a.md")
    assert json.loads(ran.out)["summary"]["fixed"] == 2


def test_file_that_cannot_be_written_is_reported_and_stays(kbtool, write, folder, monkeypatch):
    def refuse(*_args, **_keywords):
        raise PermissionError(13, "Permission denied")

    write({"a.md": "old\n"})
    monkeypatch.setattr("kbtool.atomic.os.urandom", refuse)
    ran = kbtool("lint", "--fix", "a.md")
    assert ran.code == 2
    assert ran.err == "error: a.md: cannot be written: Permission denied. Check its permissions\n"
    assert "TST001" in ran.out, "what was not mended is still found"
    assert "Fixed" not in ran.out
    assert (folder / "a.md").read_text() == "old\n"


def test_file_in_a_read_only_folder_is_reported_and_stays(kbtool, write, folder):
    write({"kb/a.md": "old\n"})
    try:
        (folder / "kb").chmod(0o555)
        if os.access(folder / "kb", os.W_OK):
            pytest.skip("this user may write everywhere")
        ran = kbtool("lint", "--fix", "kb")
    finally:
        (folder / "kb").chmod(0o755)
    assert ran.code == 2
    assert "error: kb/a.md: cannot be written: Permission denied" in ran.err
    assert (folder / "kb/a.md").read_text() == "old\n"


def test_other_files_are_mended_where_one_cannot_be(kbtool, write, folder, monkeypatch):
    def replace(path, content, *, expected):
        if path.name == "a.md":
            raise InputError("cannot be written: no reason", path=str(path))
        path.write_bytes(content)

    write({"a.md": "old\n", "b.md": "old\n"})
    monkeypatch.setattr("kbtool.runner.fixing.replace_file", replace)
    ran = kbtool("lint", "--fix", ".")
    assert ran.code == 2
    assert [(folder / name).read_text() for name in ("a.md", "b.md")] == ["old\n", "new\n"]
    assert "Fixed 1 problem. Found 1 problem" in ran.out
