"""Questions one after the other, in bounded memory, with the results of reading all at once."""

from __future__ import annotations

import gc
import json
import sqlite3

import pytest

from kbtool.errors import InputError
from kbtool.model import Excluded, Question, Rejected
from kbtool.questions import Choices, FileEnd, Limits, iterate_questions, logbook, read_questions
from kbtool.questions.duplicates import Ledger, digest_asking
from kbtool.questions.memory import Memory, make_digest
from kbtool.questions.people import People
from kbtool.questions.reading import look_ahead
from kbtool.questions.rows import Row

GOOD = "id,question,user\n1,How do I pay?,a\n2,hi,b\n1,Where is my bill?,c\n3,Where is it?,c\n"


def test_rows_come_in_the_order_of_the_file_and_then_its_end(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(GOOD + "4,a,b,c\n")
    items = list(iterate_questions([path]))
    kinds = [Question, Excluded, Excluded, Question, Rejected, FileEnd]
    assert [type(item) for item in items] == kinds
    assert [item.line for item in items if isinstance(item, Excluded)] == [3, 4, 6]


def test_a_question_comes_before_the_rest_of_the_file_is_read(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("id,question\n" + "\n".join(f"{n},Question number {n}" for n in range(99_999)))
    seen = []
    items = iterate_questions([path], progress=seen.append)
    assert next(items).id == "0"
    items.close()
    assert not seen


def test_a_file_with_a_fault_leaves_no_trace(tmp_path):
    bad, good, alone = (tmp_path / name for name in ("bad.csv", "good.csv", "alone.csv"))
    rows = [f"x{number},refund,u{number}" for number in range(4_000)]
    bad.write_bytes("\n".join([GOOD.strip(), *rows]).encode() + b"\x81" * 300)
    good.write_text(GOOD + ",refund,d\n,refund,e\n")
    alone.write_text(good.read_text())
    both, only = read_questions([bad, good]), read_questions([good])
    assert both.questions == only.questions
    assert both.excluded == only.excluded
    ends = [item for item in iterate_questions([bad, good]) if isinstance(item, FileEnd)]
    assert [bool(end.fault) for end in ends] == [True, False]


def test_rows_beyond_the_first_of_each_reason_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(logbook, "LISTED", 3)
    for name in ("a.csv", "b.csv"):
        rows = "5,hi\n" * 4 + "6,\n" + "7,How do I pay?\n" * 2 + "8,a,b\n" * 2
        (tmp_path / name).write_text("id,question\n" + rows)
    log = read_questions([tmp_path / "a.csv", tmp_path / "b.csv"])
    assert log.left_out == {"greeting or thanks only": 8, "duplicate id": 3, "empty": 2}
    assert log.more_excluded == {"greeting or thanks only": 5}
    assert (len(log.excluded), len(log.rejected), log.unreadable) == (8, 3, 4)
    assert log.rows == 18


def test_progress_tells_rows_and_the_share_of_bytes(tmp_path):
    paths = [tmp_path / "a.csv", tmp_path / "none.csv", tmp_path / "b.csv"]
    for path in (paths[0], paths[2]):
        path.write_text("question\n" + "How do I pay?\n" * 1_500)
    seen = []
    list(iterate_questions(paths, progress=seen.append))
    total = sum(path.stat().st_size for path in (paths[0], paths[2]))
    assert {at.total for at in seen} == {total}
    assert (seen[-1].rows, seen[-1].read) == (3_000, total)
    assert [at.read for at in seen] == sorted(at.read for at in seen)


LOCALES = {"en": True, "en-GB": True, "": True, "English": True, "de": False, "PT_br": False}


def test_languages_without_articles_are_left_out_and_counted_by_language(tmp_path):
    path = tmp_path / "log.jsonl"
    rows = [{"text": f"Question {locale} please", "locale": locale} for locale in LOCALES]
    path.write_text("\n".join(map(json.dumps, rows)))
    log = read_questions([path], choices=Choices(languages=frozenset({"en"})))
    assert [q.locale for q in log.questions] == [name for name, kept in LOCALES.items() if kept]
    assert log.left_out == {
        "in a language without articles (de)": 1,
        "in a language without articles (pt)": 1,
    }
    assert len(read_questions([path]).questions) == len(LOCALES)


TOLD = {
    "Wo ist mein Geld und warum kommt es nicht an?": "de",
    "Dove sono i miei soldi e perché non arrivano?": "it",
    "Где мои деньги и почему они не приходят?": "ru",
    "Where is my money and why does it not arrive?": "",
    "Geld weg": "",
}


@pytest.mark.parametrize(("text", "language"), TOLD.items())
def test_a_language_that_the_log_does_not_name_is_told_from_the_words(read_log, text, language):
    rows = {"text": text, "locale": "unknown"}, {"text": "How do I get to see my bill?"}
    content = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    log = read_log(content, "log.jsonl", Choices(languages=frozenset({"en"})))
    assert log.left_out == ({f"in a language without articles ({language})": 1} if language else {})


@pytest.mark.parametrize("most", [1, 2, 5, 1_000])
def test_a_memory_that_outgrew_its_size_says_the_same(most):
    memory, known = Memory(most), {}
    for number in range(40):
        digest = make_digest(str(number % 13))
        assert memory.get(digest) == known.get(digest)
        memory.set(digest, number)
        known[digest] = number
    memory.forget_from(33)
    kept = {digest: number for digest, number in known.items() if number < 33}
    assert {digest: memory.get(digest) for digest in known if memory.get(digest)} == kept
    memory.close()


def test_an_outgrown_memory_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    memory = Memory(10)
    for number in range(5_000):
        memory.set(make_digest(str(number)), number)
    assert not list(tmp_path.iterdir())
    del memory  # as where an interrupt ends the run
    gc.collect()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("most", [1, 1_000])
def test_a_ledger_of_any_size_finds_the_same(most):
    ledger, people = Ledger(most), People(most)
    ledger.begin("a.csv")
    ann = people.recognise("Ann@example.com")
    ledger.enter("7", digest_asking(ann, None, "Where?"), 3, "Where?")
    ledger.begin("b.csv")
    ledger.enter("8", b"", 4)
    assert ledger.find_twin("7", b"", "Where?") == ("duplicate id", "a.csv", 3)
    assert ledger.find_twin("7", b"", "When?") == ("duplicate id with another text", "a.csv", 3)
    again = digest_asking(people.recognise(" ann@EXAMPLE.com"), None, "where?")
    assert ledger.find_twin("9", again, "where?") == ("asked again by the same person", "a.csv", 3)
    ledger.forget()
    assert ledger.find_twin("8", b"", "") is None
    assert ledger.find_twin("7", b"", "") is not None
    assert [people.name(ann), people.name(people.recognise("bob")), people.name(b"")] == [
        "person 1",
        "person 2",
        "",
    ]


def test_a_full_disk_is_the_users_to_mend(monkeypatch):
    memory = Memory(2)
    memory.set(b"a", 1)
    monkeypatch.setattr("sqlite3.connect", _refuse)
    with pytest.raises(InputError, match=r"temporary database failed: disk is full.*TMPDIR"):
        memory.set(b"b", 2)


def _refuse(*args, **keywords):
    raise sqlite3.OperationalError("disk is full")


def test_limits_and_columns_hold_for_streams_too(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("question\n" + "How do I pay? " * 20)
    items = list(iterate_questions([path], limits=Limits(text=13)))
    assert items[0].text == "How do I pay?"
    assert items[1].warnings[0].endswith("longer than 13 characters, cut: 'How do I pay?'")


@pytest.mark.parametrize(
    "wide",
    [
        {"agent_reply": "x" * 100_000},
        {"tags": ["x" * 100_000]},
        {"requester": {"a": ["x" * 100_000]}},
    ],
)
def test_rows_are_looked_at_in_advance_by_all_that_they_hold(wide):
    rows, first = look_ahead(Row(at, {"text": "How?", **wide}) for at in range(1_000))
    assert len(first) < 50
    assert sum(1 for _ in rows) == 1_000


def test_rows_that_hold_little_are_looked_at_by_thousands():
    _, first = look_ahead(Row(at, {"text": "How?"}) for at in range(10_000))
    assert len(first) == 5_000
