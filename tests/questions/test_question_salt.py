"""The secret behind names of people that are written to disk."""

from __future__ import annotations

import stat

import pytest

from kbtool.errors import KbtoolError
from kbtool.questions import Choices, read_questions
from kbtool.questions.salt import load_salt


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A folder of its own for data, and no salt in the environment."""
    monkeypatch.delenv("KBTOOL_SALT", raising=False)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name: str(tmp_path / "data" / name))
    return tmp_path / "data" / "kbtool"


def test_a_salt_is_drawn_once_and_only_its_user_may_read_it(home):
    salt = load_salt()
    assert len(salt) == 32
    assert load_salt() == salt
    assert stat.S_IMODE((home / "salt").stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == ["salt"]


def test_of_two_processes_that_draw_the_first_wins(home, monkeypatch):
    first = load_salt()
    found = [first, b""]
    monkeypatch.setattr(
        "kbtool.questions.salt._read", lambda path: found.pop()
    )  # not there yet, then there
    assert load_salt() == first
    assert [path.name for path in home.iterdir()] == ["salt"]
    assert (home / "salt").read_bytes() == first


def test_the_environment_comes_first(home, monkeypatch):
    monkeypatch.setenv("KBTOOL_SALT", "a secret of ours")
    assert load_salt() == b"a secret of ours"
    assert not home.exists()


def test_a_short_salt_is_refused(monkeypatch):
    monkeypatch.setenv("KBTOOL_SALT", "short")
    with pytest.raises(KbtoolError, match="KBTOOL_SALT is too short"):
        load_salt()


def test_a_damaged_salt_is_not_replaced(home):
    home.mkdir(parents=True)
    (home / "salt").write_bytes(b"x")
    with pytest.raises(KbtoolError, match="not a salt"):
        load_salt()


def test_a_place_that_cannot_be_written_is_told(home):
    home.parent.parent.mkdir(exist_ok=True)
    home.parent.write_text("a file")
    with pytest.raises(KbtoolError, match="KBTOOL_SALT"):
        load_salt()


def names(tmp_path, monkeypatch, salt, rows):
    monkeypatch.setenv("KBTOOL_SALT", salt)
    path = tmp_path / "log.csv"
    path.write_text("question,requester\n" + rows, encoding="utf-8")
    return [q.requester for q in read_questions([path], choices=Choices(salted=True)).questions]


def test_with_one_salt_people_are_called_the_same_in_every_run(tmp_path, monkeypatch):
    one, two = "where is my card,jo@example.com\n", "and my refund,al@example.com\n"
    first, second = (
        names(tmp_path, monkeypatch, "s" * 32, one + two),
        names(tmp_path, monkeypatch, "s" * 32, two + one),
    )
    assert first == second[::-1]
    assert len(set(first)) == 2
    assert "example" not in repr(first)


def test_under_another_salt_nobody_has_the_same_name(tmp_path, monkeypatch):
    row = "where is my card,jo@example.com\n"
    assert names(tmp_path, monkeypatch, "s" * 32, row) != names(
        tmp_path, monkeypatch, "t" * 32, row
    )


def test_where_nobody_is_known_no_salt_is_drawn(tmp_path, home):
    path = tmp_path / "log.csv"
    path.write_text("question\nwhere is my card\n", encoding="utf-8")
    assert read_questions([path], choices=Choices(salted=True)).questions
    assert not home.exists()
