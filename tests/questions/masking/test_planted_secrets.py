"""No output of a run holds what was planted in a log. All of it is invented."""

from __future__ import annotations

import sys

import pytest

from kbtool.cli import main

SECRETS = (
    *("jo.planted@example.com", "al_planted@mail.example.org", "k.planted@beispiel.example"),
    *("4111 1111 1111 1111", "5555555555554444", "3782-822463-10005", "6011 1111 1111 1117"),
    *("DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "FR14 2004 1010 0505 0001 3M02 606"),
    *(
        "536-22-1847",
        "AB 12 34 56 C",
        "86 095 742 719",
        "12345678Z",
        "X1234567L",
        "RSSMRA85T10A562S",
    ),
    *(
        "529.982.247-25",
        "111222333",
        "C01X00T47",
        "+1 (415) 555-0134",
        "07700 900123",
        "0171 3920012",
    ),
    *(
        "06 12 34 56 78",
        "+34 600 123 456",
        "(212) 555-0199",
        "203.0.113.57",
        "2001:db8:85a3::8a2e:7334",
    ),
    *("00:1B:44:11:3A:B7", "AB-2231-9987", "K-448812", "QX7T4P", "12 Planted Street"),
    *(
        "Hauptstraße 12, 80331 München",
        "15 rue de la Paix, 75002 Paris",
        "Calle Mayor 23, 28013 Madrid",
    ),
    *("Tr0ub4dor&3", "482913", "AKIA" + "ABCDEFGH23456723", "aZ3kP0qLm9Xw2Rt7Yb5N", "geheim99"),
    *("Marta Plantova",),
)
# What stands before some of them, as people write it.
BEFORE = {
    "111222333": "BSN",
    "C01X00T47": "passport no.",
    "AB-2231-9987": "order number",
    "K-448812": "customer number",
    "QX7T4P": "booking reference",
    "Tr0ub4dor&3": "my password is",
    "482913": "verification code is",
    "aZ3kP0qLm9Xw2Rt7Yb5N": "api_key:",
    "Marta Plantova": "my name is",
}
ROWS = [
    "{id},how do I get a refund for {secret},{secret},2026-08-0{day},refund for {secret}",
    "{id},refund {secret} is missing and I wait for it,person{id},2026-08-0{day},",
    "{id},{secret},x{id},{secret},",
    '{id},refund please,y{id},2026-08-0{day},"{secret}",too many,{secret}',
]


@pytest.fixture
def planted(tmp_path, monkeypatch):
    """A folder with an article and a log, as the working directory, and a cache in it."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "refund.md").write_text("# Get a refund\n\nAsk for it in the app.\n")
    rows = ["id,question,requester,date,subject"]
    for secret in SECRETS:
        said = f"{BEFORE.get(secret, '')} {secret}".strip()
        said = said.replace("geheim99", "https://anna:geheim99@files.example.com")
        said = f'"{said}"' if "," in said else said
        for row in ROWS:
            text = row.format(id=len(rows), secret="{}", day=len(rows) % 9 + 1)
            plain = said.strip('"')
            cells = [cell.replace("{}", plain) for cell in text.replace('"', "").split(",")]
            rows.append(",".join(f'"{cell}"' for cell in cells))
    (tmp_path / "log.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "kbtool.toml").write_text('articles = ["articles"]\nquestions = ["log.csv"]\n')
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


def squeeze(text):
    """Text without white space, so that a secret is found however a line is broken."""
    return "".join(text.split())


COMMANDS = [
    ["gaps", "--format", "json"],
    ["gaps"],
    ["gaps", "--format", "words"],
    ["report"],
    ["questions", "--to", "cleaned.jsonl"],
    ["questions", "--excluded", "--format", "json"],
    ["questions", "--summary"],
    ["export", "labels", "--to", "labels.csv"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_output_holds_a_planted_secret(planted, command, capsys, monkeypatch):
    log = planted / "log.csv"
    before = {path for path in planted.rglob("*") if path.is_file()} - {log}
    monkeypatch.setattr(sys, "argv", ["kbtool", *command])
    with pytest.raises(SystemExit):
        main()
    out = capsys.readouterr()
    written = {path for path in planted.rglob("*") if path.is_file()} - before - {log}
    texts = [path.read_bytes().decode("utf-8", "replace") for path in written]
    everything = squeeze(" ".join((out.out, out.err, *texts)))
    assert len(everything) > 100
    assert [secret for secret in SECRETS if squeeze(secret) in everything] == []


def test_unmasked_output_holds_them(planted, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["kbtool", "questions", "--no-mask"])
    with pytest.raises(SystemExit):
        main()
    out = squeeze(capsys.readouterr().out)
    assert all(squeeze(secret) in out for secret in SECRETS)


def test_forty_secrets_are_planted(planted):
    text = squeeze((planted / "log.csv").read_text("utf-8"))
    assert len(SECRETS) >= 40
    assert all(squeeze(secret) in text for secret in SECRETS)
