"""What damage takes from the file of records comes back from its second copy."""

import signal
import subprocess
import sys

import pytest
from small_runs import make_record, start_writer

from kbtool.history import is_there, open_history
from kbtool.history.copying import copy_of

PAGE = 4096
KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from small_runs import make_record
from kbtool import atomic
from kbtool.history import open_history
history = open_history(Path(sys.argv[2])).history
def die(*given):
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[3] == "half written":
    os.fsync = die
else:
    Path.replace = die
history.add(make_record(inputs="last"))
"""


@pytest.fixture
def file(tmp_path):
    """Ten runs on record."""
    path = tmp_path / ".kbtool" / "history.sqlite3"
    history = open_history(path).history
    for at in range(10):
        history.add(make_record(inputs=f"run {at}"))
    history.close()
    return path


def reopen(file):
    """What is told on opening, and the inputs of all runs."""
    opened = open_history(file)
    found = [record.inputs for record in opened.history.runs()]
    opened.history.close()
    return opened.rescued, found


def cut(length):
    return lambda file: file.write_bytes(file.read_bytes()[:length])


def spoil(start, end, byte=b"\xff"):
    def change(file):
        content = bytearray(file.read_bytes())
        content[start:end] = byte * (end - start)
        file.write_bytes(content)

    return change


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (spoil(0, PAGE), "10 of its runs were saved, all from its copy"),
        (spoil(0, PAGE, b"\0"), "10 of its runs were saved, all from its copy"),
        (spoil(100, PAGE), "10 of its runs were saved, all from its copy"),
        (spoil(0, 5 * PAGE), "10 of its runs were saved, all from its copy"),
        (cut(PAGE), "10 of its runs were saved"),
        (cut(3 * PAGE + 7), "10 of its runs were saved"),
        (cut(600), "10 of its runs were saved, all from its copy"),
        (cut(1), "was cut off; 10 runs were taken from its copy"),
        (cut(0), "was cut off; 10 runs were taken from its copy history.sqlite3.kbtool-copy"),
        (lambda file: file.unlink(), "was missing; 10 runs were taken from its copy"),
    ],
)
def test_no_run_is_lost_with_the_file(file, damage, told):
    key = open_history(file).history.key
    damage(file)
    said, found = reopen(file)
    assert told in said
    assert found == [f"run {at}" for at in range(10)]
    assert open_history(file).history.key == key
    assert reopen(file) == ("", found)


def test_what_was_damaged_is_kept_aside(file):
    spoil(0, PAGE)(file)
    damaged = file.read_bytes()
    reopen(file)
    assert file.with_name("history.sqlite3.damaged-1").read_bytes() == damaged


@pytest.mark.parametrize("damage", [spoil(0, PAGE), cut(100), cut(0), lambda file: file.unlink()])
def test_a_damaged_copy_harms_nothing_and_is_written_anew(file, damage):
    damage(copy_of(file))
    history = open_history(file).history
    assert history.add(make_record(inputs="run 10")).id == 11
    history.close()
    cut(0)(file)
    assert reopen(file)[1] == [f"run {at}" for at in range(11)]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL of POSIX systems")
@pytest.mark.parametrize("moment", ["half written", "not yet in place"])
def test_a_writer_killed_in_the_middle_of_the_copy_leaves_both_whole(file, moment):
    folder = __file__.rpartition("/")[0]
    done = subprocess.run([sys.executable, "-c", KILLED, folder, str(file), moment], check=False)
    assert done.returncode == -signal.SIGKILL
    runs = [f"run {at}" for at in range(10)]
    assert reopen(file) == ("", [*runs, "last"])
    cut(0)(file)  # the copy is the one before
    assert reopen(file)[1] == runs


@pytest.mark.parametrize("damage", [spoil(0, PAGE), cut(0), lambda file: file.unlink()])
def test_processes_that_find_the_file_lost_at_once_go_on_together(file, damage):
    damage(file)
    for writer in [start_writer(file, name, 3) for name in "ab"]:
        writer.communicate()
        assert writer.returncode == 0
    expected = {f"run {at}" for at in range(10)} | {f"{n}-{at}" for n in "ab" for at in range(3)}
    assert set(reopen(file)[1]) == expected
    cut(0)(file)
    assert set(reopen(file)[1]) == expected


def test_a_forgotten_run_is_in_no_copy(file):
    history = open_history(file).history
    assert history.forget(3)
    history.close()
    assert all(b"run 2" not in path.read_bytes() for path in file.parent.iterdir())
    spoil(0, PAGE)(file)
    assert reopen(file)[1] == [f"run {at}" for at in range(10) if at != 2]


def test_a_copy_that_cannot_be_written_costs_no_record(file, monkeypatch):
    def fail(*given):
        raise OSError("no space left")

    monkeypatch.setattr("kbtool.history.copying.write_whole", fail)
    history = open_history(file).history
    history.add(make_record(inputs="run 10"))
    assert history.uncopied == "no space left"
    assert len(history.runs()) == 11
    assert history.forget(11)
    assert not copy_of(file).exists(), "it may hold what was forgotten"


def test_a_copy_of_another_history_is_not_mixed_in(file, tmp_path):
    other = tmp_path / "other.sqlite3"
    history = open_history(other).history
    history.add(make_record(inputs="other"))
    history.close()
    copy_of(file).write_bytes(copy_of(other).read_bytes())
    content = bytearray(file.read_bytes())
    content[-PAGE:] = b"\xff" * PAGE
    file.write_bytes(content)
    assert "other" not in reopen(file)[1]


@pytest.mark.parametrize("lock", [b"", b"\xff" * PAGE])
@pytest.mark.parametrize(
    "damage", [spoil(0, 5 * PAGE), cut(0), cut(60), lambda file: file.unlink()]
)
def test_with_everything_damaged_all_is_kept_and_a_remedy_told(file, damage, lock):
    copy, locked = copy_of(file), file.with_name(f"{file.name}.lock")
    spoil(0, copy.stat().st_size)(copy)
    damage(file)
    locked.write_bytes(lock)
    before = {path.name: path.read_bytes() for path in (file, copy) if path.exists()}
    said, found = reopen(file)
    history = open_history(file).history
    history.add(make_record(inputs="anew"))
    assert history.uncopied == ""
    history.close()
    assert found == []
    assert f"Its copy {copy.name} was damaged too; it is kept as {copy.name}.damaged-1" in said
    assert "put history.sqlite3 back from a backup" in said
    assert (f"{locked.name} was damaged too" in said) == bool(lock)
    for name, content in before.items():
        if len(content) > 100:  # a shorter file held no run
            assert file.with_name(f"{name}.damaged-1").read_bytes() == content
    assert reopen(file) == ("", ["anew"])


def test_a_damaged_lock_alone_costs_nothing(file):
    file.with_name(f"{file.name}.lock").write_bytes(b"\xff" * PAGE)
    history = open_history(file).history
    history.add(make_record(inputs="run 10"))
    assert history.uncopied == ""
    history.close()
    cut(0)(file)
    assert reopen(file)[1] == [f"run {at}" for at in range(11)]


def test_begun_anew_once_both_are_deleted(file):
    for path in (file, copy_of(file)):
        path.unlink()
    assert not is_there(file)
    assert reopen(file) == ("", [])
