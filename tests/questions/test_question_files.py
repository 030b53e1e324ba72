"""Files as they lie on disk: faults, odd names, several at once."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from kbtool.errors import InputError
from kbtool.questions import Limits, read_questions

CSV = "id,question\n1,Où est ma facture?\n"


def test_a_file_named_gz_may_have_been_unpacked_on_the_way(read_log):
    assert len(read_log(CSV, "log.csv.gz").questions) == 1


def test_of_a_report_with_several_tables_the_first_is_read_and_the_rest_told(read_log):
    head, table = "# Search terms\n#\n# ----\n\n", "Search term,Event count\nfreeze card,8\n\n"
    log = read_log(f"{head}{table}# Users\nDate,Users\n1,5\n".encode(), "ga4.csv")
    found = [(question.text, question.weight) for question in log.questions]
    assert found == [("freeze card", 8.0)]
    assert "line 8" in log.warnings[0]


def test_nothing_is_kept_of_a_file_that_fails_half_way(tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("id,question\n1,How do I pay?\n")
    bad.write_bytes(b"id,question\n1,Where is my bill?\n" + b"\n" * 100_000 + b"\x81" * 300)
    log = read_questions([bad, good])
    assert [question.text for question in log.questions] == ["How do I pay?"]
    assert len(log.errors) == 1
    assert log.errors[0].startswith(f"{bad.as_posix()}:100003: neither in UTF-8 nor")
    assert not log.excluded


def _missing(folder: Path) -> Path:
    return folder / "none.csv"


def _folder(folder: Path) -> Path:
    (folder / "folder.csv").mkdir()
    return folder / "folder.csv"


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.csv")
    return folder / "pipe.csv"


def _loop(folder: Path) -> Path:
    (folder / "loop.csv").symlink_to(folder / "loop.csv")
    return folder / "loop.csv"


def _leaflet(folder: Path) -> Path:
    return folder / "log.pdf"


def _nameless(folder: Path) -> Path:
    return folder / "log"


def _long(folder: Path) -> Path:
    return folder / ("x" * 5_000 + ".csv")


def _nul(folder: Path) -> Path:
    return folder / "a\0b.csv"


UNUSABLE = [
    (_missing, "cannot be read: No such file or directory"),
    (_folder, "not a file"),
    (_pipe, "not a file"),
    (_loop, "cannot be read"),
    (_leaflet, "no reader for .pdf files"),
    (_nameless, "no reader for a file without an ending"),
    (_long, "cannot be read"),
    (_nul, "cannot be read"),
]


@pytest.mark.parametrize(("make", "message"), UNUSABLE)
def test_an_unusable_path_is_an_error_and_the_other_files_are_read(tmp_path, make, message):
    path = make(tmp_path)
    with pytest.raises(InputError) as caught:
        read_questions([path])
    assert message in caught.value.message
    assert caught.value.path == path.as_posix()
    good = tmp_path / "good.csv"
    good.write_text("question\nHow do I pay?\n")
    log = read_questions([path, good])
    assert len(log.questions) == 1
    assert log.errors == (str(caught.value),)


def test_a_name_that_is_not_utf_8_is_shown_with_escapes(tmp_path):
    with pytest.raises(InputError) as caught:
        read_questions([tmp_path / os.fsdecode(b"caf\xe9.csv")])
    assert caught.value.path.endswith("caf\\udce9.csv")


def test_several_faults_are_all_told(tmp_path):
    (tmp_path / "empty.csv").touch()
    (tmp_path / "noise.csv").write_text("question\nhi\n")
    paths = [tmp_path / "none.csv", tmp_path / "empty.csv", tmp_path / "noise.csv"]
    with pytest.raises(InputError, match=r"No such file.*no questions in it.*1 greeting or thanks"):
        read_questions(paths)


def test_no_path_at_all_is_an_error():
    with pytest.raises(InputError, match="no questions"):
        read_questions([])


def test_a_path_named_twice_is_read_once(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("question\nHow do I pay?\n")
    assert len(read_questions([path, path]).questions) == 1


def test_files_are_read_in_the_order_given(tmp_path):
    paths = [tmp_path / name for name in ("b.csv", "a.csv", "c.jsonl")]
    for path in paths[:2]:
        path.write_text(f"question\nWhere is {path.stem}?\n")
    paths[2].write_text('{"text": "Where is c?"}\n')
    texts = [question.text for question in read_questions(paths).questions]
    assert texts == ["Where is b?", "Where is a?", "Where is c?"]


def test_reading_stops_where_most_rows_are_broken(tmp_path):
    path = tmp_path / "log.jsonl"
    path.write_text('{"text": "How do I pay?"}\n' + "{\n" * 11)
    with pytest.raises(InputError, match="more rows are broken than not; the first: not valid"):
        read_questions([path], limits=Limits(rejected=10))
    assert len(read_questions([path], limits=Limits(rejected=11)).rejected) == 11


def test_progress_counts_the_rows_of_all_files(tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("question\n" + "How do I pay?\n" * 1_500)
    seen: list[int] = []
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    read_questions(paths, progress=lambda at: seen.append(at.rows))
    assert seen == [1_000, 1_500, 2_000, 3_000, 3_000]


REFUSED = {
    "no column": b"a,b\n" + b"1,2\n" * 50_000,
    "no encoding": b"question\nHow?\n" + b"\n" * 100_000 + b"\x81" * 300,
    "broken rows": b"id,question\n" + b"a,b,c\n" * 50_000,
}


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are listed on Linux")
@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_a_refused_file_is_closed_at_once(content, tmp_path):
    bad, good = tmp_path / "bad.csv", tmp_path / "good.csv"
    bad.write_bytes(content)
    good.write_text("question\nHow do I pay?\n")
    gc.disable()
    try:
        assert len(read_questions([bad, good]).errors) == 1
        links = [path for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
        assert bad not in [path.readlink() for path in links if path.exists()]
    finally:
        gc.enable()
