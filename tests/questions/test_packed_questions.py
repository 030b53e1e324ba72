"""Questions in Excel workbooks and packed files."""

import gzip
import random
import zipfile
from datetime import UTC, datetime, time

import pytest

from kbtool.errors import InputError
from kbtool.questions import Limits, read_questions

openpyxl = pytest.importorskip("openpyxl")
zstandard = pytest.importorskip("zstandard")


@pytest.fixture
def workbook(tmp_path):
    def write(*sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for at, rows in enumerate(sheets):
            sheet = book.create_sheet(f"s{at}")
            for row in rows:
                sheet.append(row)
        path = tmp_path / "tickets.xlsx"
        book.save(path)
        return path

    return write


def test_a_workbook_is_read_from_below_its_title_with_dates_and_numbers(workbook):
    path = workbook(
        [["Export of March"], []],
        [
            ["Searches in March"],
            [],
            ["Id", "Question", "Created at", "Count"],
            [7, "How do I pay?", datetime(2026, 3, 2, 10, 30, tzinfo=UTC).replace(tzinfo=None), 3],
            [None, None, None, None],
            [8, "Can I close my account?", "2026-03-03", None],
        ],
    )
    first, second = read_questions([path]).questions
    assert (first.id, first.text, first.weight) == ("7", "How do I pay?", 3.0)
    assert first.asked_at.isoformat() == "2026-03-02T10:30:00+00:00"
    assert (second.id, second.weight) == ("8", 1.0)


def test_further_sheets_with_questions_are_told(workbook):
    chats = [["Id", "Message"], [5, "Where is my card?"]]
    log = read_questions([workbook([["Id", "Question"], [1, "How do I pay?"]], [["x"]], chats)])
    assert [question.text for question in log.questions] == ["How do I pay?"]
    assert len(log.warnings) == 1
    assert "sheet 's2' holds questions as well: save it as its own file" in log.warnings[0]


def test_cells_of_a_day_and_of_a_time_make_one_moment(workbook):
    day = datetime(2026, 3, 2, tzinfo=UTC).replace(tzinfo=None)
    path = workbook([["Question", "Date", "Time"], ["How do I pay?", day, time(10, 30)]])
    (question,) = read_questions([path]).questions
    assert question.asked_at.isoformat() == "2026-03-02T10:30:00+00:00"


def test_a_formula_counts_by_its_value_or_not_at_all(workbook):
    path = workbook([["text"], ["How do I pay?"], ["=1+1"]])
    assert [question.text for question in read_questions([path]).questions] == ["How do I pay?"]


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_workbook_is_said_to_be_none(content, tmp_path):
    path = tmp_path / "tickets.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match="workbook"):
        read_questions([path])


def test_a_workbook_that_would_expand_too_far_is_not_unpacked(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 300_000_000)
    with pytest.raises(InputError, match="expands to more than"):
        read_questions([path])


def test_a_workbook_whose_parts_declare_entities_is_refused(workbook, tmp_path):
    good, evil = workbook([["text"], ["How do I pay?"]]), tmp_path / "evil.xlsx"
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(evil, "w") as new:
        for part in old.namelist():
            is_sheet = part.startswith("xl/worksheets/")
            new.writestr(part, bomb if is_sheet else old.read(part))
    with pytest.raises(InputError):
        read_questions([evil])


CSV = "id,question\n1,Où est ma facture?\n".encode()
PACKED = {
    "cut short": (gzip.compress(CSV)[:-40], "cut off here"),
    "cut in its head": (b"\x1f\x8b\x08", "cut off here"),
    "wrong checksum": (gzip.compress(CSV)[:-8] + b"12345678", "damaged gzip file"),
    "rubbish after the head": (b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\xff" * 50, "damaged gzip file"),
    "bomb": (gzip.compress(b"x" * 50_000_000), "expands to more than"),
}


@pytest.mark.parametrize(("content", "part"), PACKED.values(), ids=PACKED)
def test_a_packed_file_that_cannot_be_unpacked_is_refused(read_log, content, part):
    with pytest.raises(InputError, match=part):
        read_log(content, "log.csv.gz")


def test_a_packed_file_may_not_outgrow_the_limit(tmp_path):
    path = tmp_path / "log.csv.gz"
    noise = random.Random(1)  # hard to compress, so that the ratio stays small
    path.write_bytes(
        gzip.compress(("question\n" + "".join(noise.choices("abcdefgh", k=300_000))).encode())
    )
    with pytest.raises(InputError, match="expands to more than 200,000 bytes"):
        read_questions([path], limits=Limits(unpacked=200_000))


def test_a_zst_file_is_read_as_what_it_holds(tmp_path):
    path = tmp_path / "log.csv.zst"
    path.write_bytes(zstandard.compress(b"text\nHow do I pay?\n"))
    assert read_questions([path]).questions[0].text == "How do I pay?"


def test_a_zst_file_of_many_frames_is_read_to_its_end(tmp_path):
    path = tmp_path / "log.csv.zst"
    frames = [zstandard.compress(f"How do I pay bill {n}?\n".encode()) for n in range(400)]
    path.write_bytes(zstandard.compress(b"text\n") + b"".join(frames))
    assert len(read_questions([path]).questions) == 400


def test_frames_that_end_where_a_piece_does_lose_nothing(tmp_path):
    path = tmp_path / "log.csv.zst"
    first = zstandard.compress(b"text\nHow do I pay?\n")
    skipped = b"\x50\x2a\x4d\x18" + (1024 - len(first) - 8).to_bytes(4, "little")
    second = zstandard.compress(b"Can I close my account?\n")
    path.write_bytes(first + skipped + bytes(1024 - len(first) - 8) + second)
    assert len(read_questions([path]).questions) == 2


def test_a_zst_bomb_is_stopped(tmp_path):
    path = tmp_path / "log.csv.zst"
    path.write_bytes(zstandard.compress(b"text\n" + b"a" * 600_000_000))
    with pytest.raises(InputError, match="expands to more than"):
        read_questions([path])


def test_a_damaged_zst_file_is_said_to_be_so(tmp_path):
    path = tmp_path / "log.csv.zst"
    path.write_bytes(zstandard.compress(b"text\nHow do I pay?\n" * 50)[:-6])
    with pytest.raises(InputError):
        read_questions([path])


def test_a_row_with_a_huge_number_neither_hangs_nor_goes_missing_unsaid(workbook):
    path = workbook([["text"], ["How do I pay?"], ["How do I move?"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'<row r="3"', b'<row r="999999999"')
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    log = read_questions([path])
    assert [question.text for question in log.questions] == ["How do I pay?"]
    assert ["beyond row 1,048,576" in row.reason for row in log.rejected] == [True]


@pytest.mark.parametrize(("name", "extra"), [("log.csv.zst", "data"), ("log.xlsx", "xlsx")])
def test_without_its_package_a_file_is_refused_with_the_remedy(name, extra, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    path = tmp_path / name
    path.write_bytes(b"\x28\xb5\x2f\xfd" + b"0" * 20)
    with pytest.raises(InputError) as refused:
        read_questions([path])
    assert f"kbtool[{extra}]" in str(refused.value)
