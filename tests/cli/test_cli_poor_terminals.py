"""Where most characters are missing: texts are spelt out, and what programs read is UTF-8."""

import json
from itertools import product

import pytest
from defusedxml.ElementTree import fromstring

TITLE = "# Sperre — “漢字” 👩\u200d👩\u200d👧 → ✓ é\n\n"
FILES = {
    "kb/a.md": TITLE + "Simply see [here](x.md) é → 漢 👩.\n",
    "kb/ü漢.md": TITLE.replace("Sperre", "Card") + "Order the 👩 card → [here](a.md).\n",
    "log.csv": "text,user\n" + "".join(f"how 漢 👩 → close my é account,u{n}\n" for n in range(6)),
    "kbtool.toml": 'articles = ["kb"]\nquestions = ["log.csv"]\n',
    "kbtool-tests.yaml": "handoff:\n  - how 漢 👩 → close my é account\n",
}
LINT = ("lint", "--select", "ALL")
PLAIN = ("outline", "diff")  # documents for files and programs: UTF-8 everywhere
PEOPLE = {
    "full": (*LINT, "--format", "full"),
    "concise": (*LINT, "--format", "concise"),
    "grouped": (*LINT, "--format", "grouped"),
    "statistics": (*LINT, "--statistics"),
    "diff": (*LINT, "--diff", "--unsafe-fixes"),
    "gaps": ("gaps",),
    "report": ("report", "-o", "page.html"),
    "outline": ("outline", "1"),
    "numbers": ("questions", "--summary"),
    "left out": ("questions", "--excluded"),
    "readability": ("readability",),
    "settings": ("config", "--show"),
    "rules": ("rule",),
    "rule": ("rule", "HYG001"),
    "tests": ("test", "--verbose"),
    "help": ("--help",),
}
JSON = {
    "lint": (*LINT, "--format", "json"),
    "sarif": (*LINT, "--format", "sarif"),
    "rdjson": (*LINT, "--format", "rdjson"),
    "gitlab": (*LINT, "--format", "gitlab"),
    "gaps": ("gaps", "--format", "json"),
    "report": ("report", "--format", "json"),
    "readability": ("readability", "--format", "json"),
    "statistics": (*LINT, "--statistics", "--format", "json"),
    "tests": ("test", "--format", "json"),
    "schema": ("config", "--schema"),
}
LINES = {
    "lint": (*LINT, "--format", "jsonl"),
    "match": ("match",),
    "questions": ("questions",),
    "passages": ("export", "chunks", "--include-blocked"),
}
POOR = {
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "Windows": {"PYTHONIOENCODING": "cp1252"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def ended_well(done):
    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr
    assert b"internal error" not in done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("name", "terminal"), [*product(PEOPLE, ["ASCII", "Windows"]), ("full", "C"), ("report", "C")]
)
def test_every_command_prints_where_most_characters_are_missing(name, terminal, write, process):
    write(FILES)
    shown = ended_well(process(*PEOPLE[name], **POOR[terminal]))
    encoding = "cp1252" if terminal == "Windows" and name not in PLAIN else "utf-8"
    assert len(shown.decode(encoding)) > 20


@pytest.mark.parametrize("terminal", ["ASCII", "Windows"])  # C knows no names beyond ASCII
@pytest.mark.parametrize("name", ["full", "concise", "grouped", "tests"])
def test_what_cannot_be_shown_is_spelt_out_and_not_lost(name, terminal, write, process):
    write(FILES)
    done = process(*PEOPLE[name], **POOR[terminal])
    plain = process(*PEOPLE[name], PYTHONIOENCODING="utf-8")
    assert done.returncode == plain.returncode
    whole = plain.stdout.decode()
    assert "漢" in whole
    # Where a system says ASCII, which is seldom true, click writes UTF-8.
    shown = done.stdout.decode("cp1252" if terminal == "Windows" else "utf-8")
    spelt = shown.count("\\u6f22") if terminal == "Windows" else shown.count("漢")
    assert spelt == whole.count("漢")
    assert shown.count("?") == whole.count("?")
    assert shown.count("é") == whole.count("é")


@pytest.mark.parametrize("name", [*JSON, *LINES])
def test_what_programs_read_is_utf_8_whatever_the_terminal_takes(name, write, process):
    write(FILES)
    for arguments in filter(None, (JSON.get(name), LINES.get(name))):
        shown = ended_well(process(*arguments, **POOR["Windows"])).decode("utf-8")
        parts = [shown] if arguments == JSON.get(name) else shown.splitlines()
        assert parts
        assert all(json.loads(part) for part in parts)


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_is_in_the_encoding_that_it_names(name, write, process):
    write(FILES)
    shown = ended_well(process(*LINT, "--format", name, **POOR["Windows"]))
    names = [node.get("name") for node in fromstring(shown).iter()]
    assert "kb/ü漢.md" in names
