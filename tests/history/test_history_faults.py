"""Nothing that was recorded is lost: not by killed runs, nor by several at once, nor by damage."""

import random
import sqlite3
import time
from contextlib import closing

import pytest
from small_runs import make_record, start_writer

from kbtool.errors import InputError
from kbtool.history import open_history
from kbtool.history.copying import copy_of
from kbtool.history.store import VERSION


@pytest.fixture
def file(tmp_path):
    return tmp_path / ".kbtool" / "history.sqlite3"


def fill(file, number=40):
    history = open_history(file).history
    for at in range(number):
        history.add(make_record(inputs=f"run {at}"))
    history.close()


def inputs_of(file):
    history = open_history(file).history
    found = [record.inputs for record in history.runs()]
    history.close()
    return found


def test_processes_that_record_at_once_all_do(file):
    writers = [start_writer(file, name, 10) for name in "abcd"]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    assert sorted(inputs_of(file)) == sorted(f"{name}-{at}" for name in "abcd" for at in range(10))


def test_killed_runs_leave_every_earlier_one(file):
    chance, kept = random.Random(5), []
    for number in range(20):
        writer = start_writer(file, f"k{number}", 100_000)
        first = writer.stdout.readline()
        time.sleep(chance.uniform(0, 0.06))
        writer.kill()
        said = [first, *writer.communicate()[0].splitlines()]
        kept += [f"k{number}-{int(line)}" for line in said]
        found = inputs_of(file)
        assert set(kept) <= set(found)
        assert len(found) <= len(kept) + number + 1, "at most one more in each, not yet told"
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_text_in_the_place_of_the_file_is_set_aside(file):
    fill(file, 2)
    copy_of(file).unlink()
    file.write_bytes(b"this is no database, " * 100)
    opened = open_history(file)
    assert "was damaged; it is kept as history.sqlite3.damaged-1" in opened.rescued
    assert opened.history.runs() == ()
    assert file.with_name("history.sqlite3.damaged-1").read_bytes().startswith(b"this is no")
    assert open_history(file).rescued == ""


def test_runs_on_sound_pages_of_a_damaged_file_are_saved(file):
    fill(file)
    copy_of(file).unlink()
    whole = bytearray(file.read_bytes())
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(whole)
    opened = open_history(file)
    runs = opened.history.runs()
    assert f"{len(runs)} of its runs were saved" in opened.rescued
    assert len(runs) >= 30
    assert all(record.inputs == f"run {record.id - 1}" for record in runs)
    assert opened.history.add(make_record(inputs="later")).id > max(r.id for r in runs)


def test_fingerprints_of_a_saved_file_keep_their_key(file):
    fill(file)
    key = open_history(file).history.key
    whole = bytearray(file.read_bytes())
    whole[-4096:] = b"\xff" * 4096
    file.write_bytes(whole)
    opened = open_history(file)
    assert opened.rescued
    assert opened.history.key == key


def test_runs_in_the_log_beside_a_damaged_file_are_saved(file):
    history = open_history(file).history
    history.add(make_record(inputs="only in the log"))
    log = file.with_name(file.name + "-wal").read_bytes()
    history.close()
    content = bytearray(file.read_bytes())
    content[100:200] = b"\xff" * 100  # the page of all tables, of which the log has a copy
    file.write_bytes(content)
    file.with_name(file.name + "-wal").write_bytes(log)
    assert inputs_of(file) == ["only in the log"]


def test_processes_that_find_damage_at_once_save_the_same_runs(file):
    fill(file)
    whole = bytearray(file.read_bytes())
    whole[-4096:] = b"\xff" * 4096
    file.write_bytes(whole)
    for writer in [start_writer(file, name, 2) for name in "abc"]:
        writer.communicate()
        assert writer.returncode == 0
    found = inputs_of(file)
    assert {f"{name}-{at}" for name in "abc" for at in range(2)} <= set(found)
    assert len([name for name in found if name.startswith("run ")]) >= 30


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (f"PRAGMA user_version = {VERSION + 1}", "was written by a later kbtool"),
        ("PRAGMA application_id = 7", "is a database of another program"),
    ],
)
def test_files_that_are_not_ours_to_write_stay_as_they_are(file, change, said):
    fill(file, 1)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(change)
    before = file.read_bytes()
    with pytest.raises(InputError, match=said):
        open_history(file)
    assert file.read_bytes() == before


def test_text_of_another_name_is_never_moved(tmp_path):
    notes = tmp_path / "notes.txt"
    notes.write_text("mine " * 500)
    with pytest.raises(InputError, match="is not a history of kbtool"):
        open_history(notes)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_record_that_cannot_be_understood_is_counted(file):
    fill(file, 2)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE runs SET record = x'7b7d' WHERE id = 1")
    history = open_history(file).history
    assert [record.id for record in history.runs()] == [2]
    assert history.unread == 1


def test_forgotten_run_leaves_no_byte(file):
    history = open_history(file).history
    history.add(make_record(inputs="run to forget"))
    history.add(make_record(inputs="run to keep"))
    assert history.forget(1)
    assert not history.forget(1)
    history.close()
    content = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"run to forget" not in content
    assert b"run to keep" in content


def test_folder_keeps_itself_out_of_version_control(file):
    fill(file, 1)
    assert "*" in (file.parent / ".gitignore").read_text().splitlines()
