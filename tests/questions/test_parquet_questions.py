"""Questions in Parquet files."""

import pytest

from kbtool.errors import InputError
from kbtool.questions import read_questions

duckdb = pytest.importorskip("duckdb")


def write(path, query):
    duckdb.sql(query).write_parquet(str(path))
    return path


def test_columns_dates_and_numbers_are_read(tmp_path):
    path = write(
        tmp_path / "log.parquet",
        "SELECT 7 AS id, 'How do I pay?' AS question,"
        " TIMESTAMP '2026-03-02 10:30:00' AS created_at, 3 AS count, ['a', 'b'] AS tags"
        " UNION ALL SELECT 8, NULL, NULL, NULL, NULL",
    )
    log = read_questions([path])
    (question,) = log.questions
    assert (question.id, question.text, question.weight) == ("7", "How do I pay?", 3.0)
    assert question.asked_at.isoformat() == "2026-03-02T10:30:00+00:00"
    assert question.tags == ("a", "b")
    assert log.left_out == {"empty": 1}


def test_columns_of_days_and_of_times_make_moments(tmp_path):
    query = "SELECT 'How do I pay?' AS question, DATE '2026-03-02' AS date, TIME '10:30' AS time"
    (question,) = read_questions([write(tmp_path / "log.parquet", query)]).questions
    assert question.asked_at.isoformat() == "2026-03-02T10:30:00+00:00"


def test_what_is_no_parquet_file_is_said_to_be_damaged(tmp_path):
    path = tmp_path / "log.parquet"
    path.write_bytes(b"PAR1 nothing")
    with pytest.raises(InputError, match="damaged Parquet"):
        read_questions([path])


def test_a_table_without_questions_names_its_columns(tmp_path):
    with pytest.raises(InputError, match="'amount'"):
        read_questions([write(tmp_path / "log.parquet", "SELECT 1 AS amount")])


def test_without_its_package_the_remedy_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    path = tmp_path / "log.parquet"
    path.write_bytes(b"PAR1")
    with pytest.raises(InputError) as refused:
        read_questions([path])
    assert "kbtool[data]" in str(refused.value)
