"""Interrupts and closed pipes end kbtool as other tools end."""

import os
import signal
import subprocess
import sys

import pytest

VAGUE = "See [here](refunds.md).\n\n"

INTERRUPTED = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job inherits none
import kbtool.cli.lint
def lint(*args, **keywords):
    os.kill(os.getpid(), signal.{name})
    time.sleep(60)
kbtool.cli.lint.run_lint = lint
sys.argv = ["kbtool", "lint", "--select", "LNK001", "a.md"]
kbtool.cli.main()
"""

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")


@posix_only
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_signal_ends_the_process_with_its_usual_code(name, code, folder, write):
    write({"a.md": VAGUE})
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(name=name)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=folder,
    )
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.strip() == ""


MENDING = """
import os, signal, sys
import kbtool.atomic
def fsync(handle):
    os.kill(os.getpid(), signal.SIGTERM)
kbtool.atomic.os.fsync = fsync
sys.argv = ["kbtool", "lint", "--select", "MET001", "--fix", "a.md"]
from kbtool.cli import main
main()
"""


@posix_only
def test_signal_amid_a_fix_leaves_the_old_file_and_nothing_else(folder, write):
    text = "---\nreviewed: 5 March 2026\n---\n\nText.\n"
    write({"a.md": text})
    done = subprocess.run([sys.executable, "-c", MENDING], timeout=60, check=False, cwd=folder)
    assert done.returncode == 143
    assert [path.name for path in folder.iterdir()] == ["a.md"]
    assert (folder / "a.md").read_text() == text


@posix_only
@pytest.mark.parametrize(
    "arguments",
    [
        ["lint", "--select", "LNK001", "a.md"],
        ["lint", "--select", "LNK001", "--format", "json", "a.md"],
        ["rule"],
        ["--help"],
        ["--nonsense"],
    ],
)
@pytest.mark.parametrize("taken", [0, 20])
def test_closed_pipe_ends_the_process_without_a_word(arguments, taken, folder, write):
    write({"a.md": VAGUE * 1_500})
    running = subprocess.Popen(
        [sys.executable, "-m", "kbtool", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    )
    assert len(running.stdout.read(taken)) == (taken if arguments != ["--nonsense"] else 0)
    running.stdout.close()
    complaint = running.stderr.read()
    running.stderr.close()
    assert running.wait(60) in (0, 1, 2, 141)
    assert b"Traceback" not in complaint
    assert b"BrokenPipe" not in complaint
    assert b"internal error" not in complaint


BUFFERS = ["", "1"]  # of PYTHONUNBUFFERED: as images of containers set it


@posix_only
@pytest.mark.parametrize("unbuffered", BUFFERS)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 141),
        (["--version"], 141),
        (["lint", "--help"], 141),
        (["lint", "--select", "LNK001", "a.md"], 141),
        (["lint", "--select", "LNK001", "--quiet", "--format", "json", "a.md"], 141),
        (["lint", "--select", "STR001", "--quiet", "b.md"], 0),
        (["lint", "--nonsense"], 2),
    ],
)
def test_a_reader_that_went_before_the_end_is_141_and_nothing_else(
    arguments, code, unbuffered, folder, write
):
    write({"a.md": VAGUE, "b.md": "# Pay\n\nPay.\n"})
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "kbtool", *arguments]
    done = subprocess.run(
        command,
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=folder,
        check=False,
        timeout=60,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
    )
    os.close(writing)
    assert done.returncode == code
    assert (done.stderr == b"") == (code != 2)


MANY = ["lint", "--select", "LNK001", "--format", "json", "a.md"]


@posix_only
@pytest.mark.parametrize("unbuffered", BUFFERS)
def test_a_reader_that_went_amid_the_output_is_141(unbuffered, folder, write):
    write({"a.md": VAGUE * 1_500})  # more than a pipe holds
    running = subprocess.Popen(
        [sys.executable, "-m", "kbtool", *MANY],
        stdout=subprocess.PIPE,
        cwd=folder,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
    )
    assert running.stdout.read(20)
    running.stdout.close()
    assert running.wait(60) == 141


@posix_only
@pytest.mark.parametrize("unbuffered", BUFFERS)
def test_a_disk_that_fills_amid_the_output_is_told(unbuffered, folder, write):
    import resource  # noqa: PLC0415 - not on every system

    write({"a.md": VAGUE * 1_500})

    def leave_little_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    with (folder.parent / "out.json").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "kbtool", *MANY, "--no-cache"],
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=folder,
            check=False,
            timeout=60,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            preexec_fn=leave_little_room,
        )
    assert (done.returncode, b"output cannot be written" in done.stderr) == (2, True)


LOADING = """
import os, signal, sys
import kbtool.cli.lint
def lint(*args, **keywords):
    try:
        os.kill(os.getpid(), signal.{name})
        signal.sigtimedwait([], 1)
    except BaseException as stop:
        raise ImportError("a package that could not be loaded") from stop
kbtool.cli.lint.run_lint = lint
sys.argv = ["kbtool", "lint", "--select", "LNK001", "a.md"]
kbtool.cli.main()
"""


@posix_only
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_interrupt_that_a_package_takes_for_an_error_is_one_all_the_same(name, code, folder, write):
    write({"a.md": VAGUE})
    code_to_run = [sys.executable, "-c", LOADING.format(name=name)]
    done = subprocess.run(code_to_run, capture_output=True, timeout=60, check=False, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (code, b"", b"")
