"""Runs commands in a scratch folder."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass

import pytest
from small_help_centre import FILES

from kbtool.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder: empty, outside any project, with nothing set about colours."""
    here = tmp_path / "here"
    here.mkdir()
    (tmp_path / ".git").mkdir()  # the search for a configuration ends here
    monkeypatch.chdir(here)
    for name in ("NO_COLOR", "FORCE_COLOR", "KBTOOL_TRACEBACK", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KBTOOL_SALT", "a salt for tests only")
    monkeypatch.setenv("KBTOOL_CACHE_DIR", str(tmp_path / "cache"))
    return here


@pytest.fixture
def write(folder):
    """Writes files, given by path and text, into the current folder."""

    def write_files(texts):
        for path, text in texts.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    return write_files


@pytest.fixture
def help_centre(write):
    """A small help centre with a log and a configuration in the current folder."""
    write(FILES)


@pytest.fixture
def kbtool(folder, monkeypatch, capsys):
    """Runs kbtool in this process."""
    handlers = {kind: signal.getsignal(kind) for kind in (signal.SIGINT, signal.SIGTERM)}

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["kbtool", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capsys.readouterr()
        return Ran(stop.value.code, out, err)

    yield run
    for kind, handler in handlers.items():
        signal.signal(kind, handler)


@pytest.fixture
def only_rules(monkeypatch):
    """Puts rules in the place of the built-in ones."""

    def replace(*rules):
        monkeypatch.setattr("kbtool.runner.known_rules.all_rules", lambda: rules)

    return replace


@pytest.fixture
def process(folder):
    """Runs kbtool as a process of its own: streams and their bytes are real."""

    def run(*arguments, **changes):
        return subprocess.run(
            [sys.executable, "-m", "kbtool", *map(str, arguments)],
            capture_output=True,
            check=False,
            cwd=folder,
            env=os.environ | changes,
        )

    return run
