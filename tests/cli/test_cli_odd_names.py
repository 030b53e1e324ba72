"""Names of files that hold anything a system allows, in every format."""

import json
import os

import pytest
from defusedxml.ElementTree import fromstring

from kbtool.render import FORMATS

TEXT = b"# Get a refund\n\nClick on **Ask** [here](refunds.md).\n"
NAMES = [
    b"a b.md",
    b"new\nline.md",
    b"caf\xe9.md",
    b"esc\x1b[31m.md",
    b"-x.md",
    "é漢👩\u202e.md".encode(),
    b"a,b:c;d%|<&\"'>`#.md",
]
ADDRESSES = [
    "a%20b.md",
    "new%0Aline.md",
    "caf%5Cudce9.md",  # as it is shown: bytes that are no text have no address for programs
    "esc%1B%5B31m.md",
    "-x.md",
    "%C3%A9%E6%BC%A2%F0%9F%91%A9%E2%80%AE.md",
    "a%2Cb%3Ac%3Bd%25%7C%3C%26%22%27%3E%60%23.md",
]


@pytest.fixture
def odd(folder):
    """Articles with odd names."""
    try:
        for name in NAMES:
            (folder / os.fsdecode(name)).write_bytes(TEXT)
    except OSError:
        pytest.skip("this file system does not take such names")


def read(name, shown):
    """What a reader of a format makes of it: raises where it is broken."""
    if name in ("junit", "checkstyle"):
        return fromstring(shown).tag
    if name == "jsonl":
        return [json.loads(line) for line in shown.splitlines()]
    return json.loads(shown) if name in ("json", "sarif", "gitlab", "rdjson") else shown.decode()


@pytest.mark.parametrize("name", FORMATS["lint"])
@pytest.mark.parametrize("where", ["screen", "file"])
def test_every_format_takes_any_name_of_a_file(name, where, odd, process, folder):
    options = ("--output-file", "../out") if where == "file" else ()
    done = process("lint", "--select", "LNK001", "--format", name, *options, ".")
    assert (done.returncode, done.stderr) == (1, b"")
    shown = (folder.parent / "out").read_bytes() if options else done.stdout
    assert b"\x1b" not in shown
    assert read(name, shown)
    assert shown.count(b"LNK001") >= len(NAMES)


def test_addresses_are_those_of_the_files(odd, process):
    done = process("lint", "--select", "LNK001", "--format", "sarif", ".")
    found = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(done.stdout)["runs"][0]["results"]
    }
    assert found == set(ADDRESSES)


@pytest.mark.parametrize(
    "arguments",
    [
        ("readability",),
        ("readability", "--format", "json"),
        ("lint", "--diff", "--unsafe-fixes", "--select", "ALL"),
        ("export", "chunks", "--include-blocked"),
    ],
)
def test_every_command_takes_any_name_of_a_file(arguments, odd, process):
    done = process(*arguments, ".")
    assert done.returncode in (0, 1)
    assert done.stdout.decode()
    assert b"\x1b" not in done.stdout + done.stderr


QUESTIONS = {
    "questions": ("questions",),
    "summary": ("questions", "--summary"),
    "left out": ("questions", "--excluded"),
    "left out as a table": ("questions", "--excluded", "--format", "csv"),
    "left out as JSON": ("questions", "--excluded", "--format", "json"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_logs_may_have_any_name(name, process, folder):
    logs = []
    for at, odd_name in enumerate(NAMES):
        path = folder / os.fsdecode(odd_name.replace(b".md", b".csv"))
        try:
            path.write_text(f"id,text\n{at},How do I pay bill {at}?\nx{at},hi\n")
        except OSError:
            pytest.skip("this file system does not take such names")
        logs.append(f"./{path.name}")
    done = process(*QUESTIONS[name], *logs)
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in done.stdout + done.stderr
    shown = done.stdout.decode()
    if name.startswith("left out"):
        assert "and 2 more" in shown if name == "left out" else shown.count("hi") == len(NAMES)
        assert "\nline" not in shown.replace("\r", "")
    elif name == "questions":
        assert [json.loads(line)["id"] for line in shown.splitlines()] == list("0123456")


def test_the_page_takes_any_name_of_an_article(odd, process, folder):
    (folder / "log.csv").write_text("id,text\n1,how do I get a refund\n2,refund please\n")
    for arguments in (("gaps",), ("gaps", "--format", "json"), ("report", "-o", "../page.html")):
        done = process(*arguments, "--articles", ".", "log.csv")
        assert done.returncode == 0, done.stderr
        assert b"\x1b" not in done.stdout + done.stderr
    page = (folder.parent / "page.html").read_text("utf-8")
    assert "\x1b" not in page
    assert "<&\"'>" not in page
