"""Edits change what they name and nothing else; files are replaced whole or not at all."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbtool.errors import InputError
from kbtool.fixer import apply_edits, choose_edits, replace_file
from kbtool.model import Change, Edit, Span


def edit(*changes):
    return Edit(tuple(Change(Span(start, end), text) for start, end, text in changes), safe=True)


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        ([], "0123456789"),
        ([edit()], "0123456789"),
        ([edit((2, 4, "x"))], "01x456789"),
        ([edit((0, 0, "x"))], "x0123456789"),
        ([edit((10, 10, "x"))], "0123456789x"),
        ([edit((0, 10, ""))], ""),
        ([edit((5, 7, "b")), edit((0, 2, "a"))], "a234b789"),
        ([edit((2, 4, "x")), edit((3, 5, "y"))], "01x456789"),
        ([edit((2, 4, "x")), edit((4, 6, "y"))], "01xy6789"),
        ([edit((2, 2, "x")), edit((2, 2, "y"))], "01x23456789"),
        ([edit((2, 2, "x")), edit((2, 4, "y"))], "01xy456789"),
        ([edit((2, 4, "y")), edit((4, 4, "x"))], "01yx456789"),
        ([edit((2, 6, "y")), edit((4, 4, "x"))], "01y6789"),
        ([edit((1, 2, "a"), (8, 9, "b")), edit((4, 5, "c"))], "0a23c567b9"),
        ([edit((1, 2, "a"), (8, 9, "b")), edit((3, 4, "c"), (8, 9, "d"))], "0a234567b9"),
    ],
)
def test_edits_that_do_not_touch_are_made_together(edits, text):
    assert apply_edits("0123456789", edits) == text


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda s: (s[0], s[0] + s[1]))
EDITS = st.lists(st.tuples(SPANS, st.text(max_size=4)), max_size=12).map(
    lambda made: [edit((start, min(end, 30), text)) for (start, end), text in made]
)


def overlap(one, other):
    return one == other or (one.start < other.end and other.start < one.end)


@settings(deadline=None)
@given(st.text(min_size=30, max_size=30), EDITS)
def test_everything_outside_the_chosen_edits_stays_in_its_order(text, edits):
    changes = sorted((e.changes[0] for e in choose_edits(edits)), key=lambda c: c.span)
    rest = apply_edits(text, edits)
    at = 0
    for change in changes:
        kept = text[at : change.span.start] + change.text
        assert rest.startswith(kept)
        rest = rest[len(kept) :]
        at = change.span.end
    assert rest == text[at:]


@settings(deadline=None)
@given(EDITS)
def test_chosen_edits_touch_none_of_each_other_and_all_others_touch_one(edits):
    chosen = choose_edits(edits)
    spans = [e.changes[0].span for e in chosen]
    assert not any(overlap(a, b) for n, a in enumerate(spans) for b in spans[:n])
    for left_out in edits:
        assert left_out in chosen or any(overlap(left_out.changes[0].span, s) for s in spans)


@settings(deadline=None)
@given(EDITS, st.randoms())
def test_order_in_which_edits_come_decides_nothing_but_ties(edits, random):
    distinct = list({e.changes[0].span: e for e in edits}.values())
    shuffled = random.sample(distinct, len(distinct))
    assert apply_edits("a" * 30, shuffled) == apply_edits("a" * 30, distinct)


def test_thousands_of_edits_are_all_made():
    edits = [edit((n, n + 1, "b")) for n in range(0, 20_000, 2)]
    assert apply_edits("a" * 20_000, edits) == "ba" * 10_000


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    return path


def test_file_is_replaced_and_keeps_its_mode(article):
    replace_file(article, b"new", expected=b"old")
    assert article.read_bytes() == b"new"
    assert article.stat().st_mode & 0o777 == 0o640
    assert list(article.parent.iterdir()) == [article]


def fail(*_args, **_keywords):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    "step",
    ["os.fsync", "os.replace", "Path.replace", "Path.chmod", "os.urandom"],
)
def test_failure_at_any_step_leaves_the_old_file_and_nothing_else(step, article, monkeypatch):
    if step == "os.replace":
        monkeypatch.setattr(os, "replace", fail)  # what Path.replace calls
    else:
        monkeypatch.setattr(f"kbtool.atomic.{step}", fail)
    with pytest.raises(InputError, match="cannot be written: No space left on device") as caught:
        replace_file(article, b"new", expected=b"old")
    assert caught.value.path == str(article)
    assert article.read_bytes() == b"old"
    assert list(article.parent.iterdir()) == [article]


def test_second_name_is_not_cut_off(article):
    twin = article.with_name("twin.md")
    twin.hardlink_to(article)
    with pytest.raises(InputError, match="has a second name"):
        replace_file(article, b"new", expected=b"old")
    assert twin.read_bytes() == b"old"
    assert article.samefile(twin)


def test_interrupt_leaves_the_old_file_and_nothing_else(article, monkeypatch):
    def interrupt(_handle):
        raise KeyboardInterrupt

    monkeypatch.setattr("kbtool.atomic.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_file(article, b"new", expected=b"old")
    assert article.read_bytes() == b"old"
    assert list(article.parent.iterdir()) == [article]


def test_content_is_on_the_disk_before_it_takes_the_name(article, monkeypatch):
    steps = []
    sync, replace = os.fsync, os.replace

    def note_sync(handle):
        steps.append("sync")
        sync(handle)

    def note_replace(*paths):
        steps.append("replace")
        replace(*paths)

    monkeypatch.setattr("kbtool.atomic.os.fsync", note_sync)
    monkeypatch.setattr(os, "replace", note_replace)
    replace_file(article, b"new", expected=b"old")
    assert steps[:2] == ["sync", "replace"]


def test_file_that_changed_meanwhile_is_left_alone(article):
    with pytest.raises(InputError, match="changed while it was checked") as caught:
        replace_file(article, b"new", expected=b"older")
    assert article.read_bytes() == b"old"
    assert caught.value.remedy == "Run the command again"


def test_file_that_is_gone_is_not_made_again(article):
    article.unlink()
    with pytest.raises(InputError, match="cannot be written: No such file"):
        replace_file(article, b"new", expected=b"old")
    assert list(article.parent.iterdir()) == []
