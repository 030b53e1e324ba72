"""What a run keeps, and the processes that it starts: nothing of others is taken over."""

import os
import pickle
import sqlite3
import sys
from pathlib import Path

import pytest

from kbtool.config import load_project
from kbtool.engines import workers
from kbtool.runner import plan as plans
from kbtool.runner.cache import NoCache
from kbtool.runner.choices import Choices
from kbtool.runner.sqlite_cache import SqliteCache, open_cache

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="owners of POSIX systems")


@posix_only
def test_folder_of_somebody_else_is_not_used(tmp_path, monkeypatch):
    (tmp_path / "cache").mkdir()
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    assert isinstance(open_cache(tmp_path / "cache", 1), NoCache)
    assert not list((tmp_path / "cache").glob("*.sqlite3"))


@posix_only
def test_folder_is_closed_to_others(tmp_path):
    open_cache(tmp_path / "cache", 1)
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0


class Evil:
    """Leaves a mark where it is made from a pickle."""

    def __reduce__(self):
        return Path.touch, (Path("ran"),)


def test_planted_objects_are_not_made(project, run, tmp_path):
    cache = open_cache(tmp_path / "cache", 1)
    first = run(cache=cache)
    planted = pickle.dumps(Evil())
    for name in ("index.pkl", "lint-1.pickle", "model.joblib"):
        (tmp_path / "cache" / name).write_bytes(planted)
    connection = sqlite3.connect(tmp_path / "cache" / "lint-1.sqlite3")
    with connection:
        assert connection.execute("UPDATE parts SET value = ?", (planted,)).rowcount > 0
    connection.close()
    assert run(cache=open_cache(tmp_path / "cache", 1)).findings == first.findings
    assert not (tmp_path / "ran").exists()


def test_another_version_of_anything_that_decides_is_another_key(project, run, monkeypatch):
    def digest():
        return plans.Plan(load_project(Path()), Choices()).digest

    before = digest()
    assert digest() == before
    monkeypatch.setattr(plans, "_files_of_program", lambda: iter(["kbtool/x.py 1 2"]))
    files = digest()
    monkeypatch.setattr(sys, "version", "3.99")
    assert len({before, files, digest()}) == 3


def test_cache_of_another_day_is_the_same_cache(tmp_path):
    open_cache(tmp_path / "cache", 1).put({b"key": b"value"}, [])
    later = open_cache(tmp_path / "cache", 2)
    assert isinstance(later, SqliteCache)
    assert later.get([b"key"]) == {b"key": b"value"}


def test_processes_are_started_afresh(monkeypatch):
    asked = []
    monkeypatch.setattr(workers, "get_context", asked.append)
    monkeypatch.setattr(workers, "ProcessPoolExecutor", lambda *_: None)
    workers.Workers(2, print, None)
    assert asked == ["spawn"]
