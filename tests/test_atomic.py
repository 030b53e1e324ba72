"""Files are replaced whole, whatever stands in their place, and leftovers are swept away."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from kbtool.atomic import open_whole, sweep, write_whole

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes and pipes of POSIX systems")


@posix_only
@pytest.mark.parametrize("mode", [0o644, 0o755, 0o444, 0o600])
def test_file_keeps_its_mode(mode, tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix_only
def test_new_file_gets_the_mode_that_new_files_get(tmp_path):
    (tmp_path / "usual").write_bytes(b"")
    write_whole(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_link_stays_one_unless_it_must_not_be_followed(tmp_path):
    victim, link = tmp_path / "victim", tmp_path / "link"
    victim.write_bytes(b"old")
    link.symlink_to(victim)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert victim.read_bytes() == b"new"
    write_whole(link, b"newer", follow=False)
    assert not link.is_symlink()
    assert (victim.read_bytes(), link.read_bytes()) == (b"new", b"newer")


@posix_only
def test_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"new")
    reader.join(10)
    assert got == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix_only
def test_full_disk_is_told_and_a_device_stays_one():
    with pytest.raises(OSError, match="No space left"):
        write_whole(Path("/dev/full"), b"x" * 100_000)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_interrupted_writing_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def write():
        with open_whole(path) as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_only_old_leftovers_are_swept_away(tmp_path):
    names = [".a.md.1f.kbtool-part", ".b.md.2f.kbtool-part", "c.kbtool-part", ".d.part"]
    for name in names:
        (tmp_path / name).write_bytes(b"half")
        if name != names[1]:
            os.utime(tmp_path / name, (0, 0))
    sweep([tmp_path, tmp_path / "nowhere"])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])
