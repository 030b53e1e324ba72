"""Decisions about gaps by several people, or programs, at once."""

import subprocess
import sys

from kbtool.history import FILE_NAME, read_notes


def test_decisions_of_many_processes_at_once_are_all_kept(folder, write):
    write({"kbtool.toml": 'articles = ["kb"]\n'})
    names = [f"gap{number}" for number in range(8)]
    command = [sys.executable, "-m", "kbtool", "gaps", "--assign"]
    running = [
        subprocess.Popen([*command, name, "Ann"], cwd=folder, stdout=subprocess.PIPE)
        for name in names
    ]
    assert [(one.communicate()[0], one.returncode)[1] for one in running] == [0] * 8
    assert sorted(read_notes(folder / FILE_NAME)) == names
    ignored = (folder / ".kbtool" / ".gitignore").read_text().splitlines()
    assert "*" in ignored, "the lock must not be committed"
