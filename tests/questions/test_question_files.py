"""Files as they lie on disk: encodings, compression, faults, several at once."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from kbtool.errors import InputError
from kbtool.questions import Limits, read_questions

CSV = "id,question\n1,Où est ma facture?\n"

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["log.csv", "log.csv.gz", "packed.csv"])
def test_utf_8_and_marked_utf_16_are_read_packed_or_not(read_log, encoding, name):
    content = CSV.encode(encoding)
    (question,) = read_log(content if name == "log.csv" else gzip.compress(content), name).questions
    assert (question.id, question.text) == ("1", "Où est ma facture?")


def test_big_endian_utf_16_is_read(read_log):
    log = read_log(b"\xfe\xff" + CSV.encode("utf-16-be"))
    assert log.questions[0].text == "Où est ma facture?"


def test_a_file_named_gz_may_have_been_unpacked_on_the_way(read_log):
    assert len(read_log(CSV, "log.csv.gz").questions) == 1


NOT_TEXT = {
    "no encoding": (
        b"id,question\n1,\xc3\xa9\xff\n",
        2,
        "not in UTF-8: the byte at offset 16 does",
    ),
    "no encoding after 200 kB": (
        b"id,question\n\xc3\xa9" + b"     \n" * 33_333 + b"\xe9 ",
        33_335,
        "not in UTF-8: the byte at offset 200012 does not fit",
    ),
    "cut in a character": ("id,question\n1,é".encode()[:-1], 2, "offset 14 does not fit"),
    "NUL": (b"id,question\n1,a\0b\n", 2, "not text: the byte at offset 15 is NUL"),
    "NUL after a mark": (b"\xef\xbb\xbfid\0", 1, "not text: the byte at offset 5 is NUL"),
    "UTF-16 without a mark": (CSV.encode("utf-16-le"), 1, "not text: the byte at offset 1 is NUL"),
    "UTF-32": (CSV.encode("utf-32"), 1, "not text: the byte at offset 2 is NUL"),
    "half a UTF-16 unit": (CSV.encode("utf-16") + b"x", 3, "not in UTF-16: the byte at offset 68"),
    "picture": (b"\x89PNG\r\n\x1a\n\0", 3, "not text: the byte at offset 8 is NUL"),
    "workbook": (b"PK\x03\x04\x14\0\x06\0", 1, "not text: the byte at offset 5 is NUL"),
}


MENDED = [
    NOT_TEXT[name][0]
    for name in ("no encoding", "no encoding after 200 kB", "cut in a character", "NUL",
                 "NUL after a mark", "half a UTF-16 unit")
]  # fmt: skip


@pytest.mark.parametrize(
    ("broken", "line"), [(b"\xff", 3), (b"\0", 3), (b"\xc3", 3)], ids=["byte", "NUL", "half"]
)
def test_one_broken_character_in_a_table_spoils_nothing_else(read_log, broken, line):
    rows = [b"question", "Wo ist die Gebühr?".encode(), b"Where is my b" + broken + b"ll now?"]
    log = read_log(b"\n".join([*rows, "Où est ma facture?".encode()]))
    assert [question.text for question in log.questions] == [
        "Wo ist die Gebühr?", "Where is my b\ufffdll now?", "Où est ma facture?",
    ]  # fmt: skip
    assert f"1 broken character, the first in line {line}" in log.warnings[0]


def test_a_broken_byte_before_the_first_letter_beyond_ascii_makes_no_western_table(read_log):
    log = read_log(b"question\nWhere is my b\xffll?\n" + "Où est ma facture, Zoë?\n".encode())
    assert log.questions[1].text == "Où est ma facture, Zoë?"


@pytest.mark.parametrize(("content", "line", "message"), NOT_TEXT.values(), ids=NOT_TEXT)
@pytest.mark.parametrize("ending", ["csv", "jsonl", "json"])
def test_what_is_not_text_is_refused_with_its_place_and_a_remedy(
    read_log, content, line, message, ending
):
    if content in MENDED:
        pytest.skip("it is mended")
    with pytest.raises(InputError) as caught:
        read_log(content, f"log.{ending}")
    assert message in caught.value.message
    assert (caught.value.line, "save it as UTF-8" in caught.value.remedy) == (line, True)


def test_a_table_without_a_trace_of_utf_8_is_read_as_windows_1252_and_says_so(read_log):
    log = read_log(CSV.encode("cp1252"), "log.csv")
    assert log.questions[0].text == "Où est ma facture?"
    assert "read as Windows-1252" in log.warnings[0]
    far = b"question\n" + b"     \n" * 33_333 + "Où est ma facture?".encode("cp1252")
    assert read_log(far, "far.csv").questions[0].text == "Où est ma facture?"


def test_json_is_never_taken_for_windows_1252(read_log):
    with pytest.raises(InputError, match="not in UTF-8"):
        read_log('{"text": "Où est l\'été?"}'.encode("cp1252"), "log.jsonl")


@pytest.mark.parametrize("broken", [b"\xff", b"\0"])
def test_a_broken_character_in_json_spoils_nothing_else(read_log, broken):
    rows = [b'{"text": "Where is my b' + broken + b'll?"}', b'{"text": "Where is my card?"}']
    log = read_log(b"\n".join(rows), "log.jsonl")
    assert [q.text for q in log.questions] == ["Where is my b\ufffdll?", "Where is my card?"]
    assert "1 broken character, the first in line 1" in log.warnings[0]


def test_half_a_character_in_a_utf_16_table_spoils_nothing_else(read_log):
    rows = "question\nWhere is my bill?\n".encode("utf-16")
    log = read_log(rows + b"\x00\xd8" + "Where is my card?\n".encode("utf-16-le"))
    assert log.questions[0].text == "Where is my bill?"
    assert len(log.questions) == 2


def test_a_few_broken_characters_in_a_small_table_spoil_nothing_else(read_log):
    rows = [b"question", *[b"Where is my b\0ll number %d, please tell me?" % at for at in range(3)]]
    assert len(read_log(b"\n".join([*rows, b"Where is it? " * 10])).questions) == 4


@pytest.mark.parametrize("byte", [b"\x81", b"\x90", b"\0"])
def test_a_byte_that_windows_1252_lacks_spoils_nothing_else(byte, read_log):
    rows = b"question\nO\xf9 est ma facture?\n" + b"a\n" * 100_000 + b"Where is my b" + byte
    log = read_log(rows + b"ll?\n", "log.csv")
    assert [q.text for q in log.questions] == ["Où est ma facture?", "Where is my b\ufffdll?"]
    assert "1 broken character, the first in line 100003" in " ".join(log.warnings)


@pytest.mark.parametrize("byte", [b"\x81", b"\0"])
def test_a_table_with_many_bytes_that_windows_1252_lacks_is_refused(byte, read_log):
    with pytest.raises(InputError, match=r"neither in UTF-8|NUL"):
        read_log(b"question\n\xe9\n" + b"a\n" * 100_000 + byte * 100, "log.csv")


def test_a_last_letter_without_a_line_end_is_read_as_windows_1252(read_log):
    log = read_log(b"question\nWhere is my money for the caf\xe9", "log.csv")
    assert log.questions[0].text == "Where is my money for the café"


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
