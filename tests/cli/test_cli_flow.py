"""How gaps open and close from run to run, as `report` and `history` tell it."""

import json
import sqlite3
from contextlib import closing

import pytest

CONFIG = 'articles = ["kb"]\nquestions = ["{}"]\ntoday = 2026-11-{}\n'
CARDS = ["where is my card", "where is my new card", "my card has not come"]
CLOSING = ["close my account now", "please close my account", "how to close my account"]
ABROAD = ["pay abroad in euros", "can i pay abroad in euros", "how to pay abroad in euros"]
ARTICLE = "# Close my account\n\nHow to close your account: choose Close.\n"


@pytest.fixture
def month(write):
    """Puts a log under a name of its own, with a day, as a new month brings it."""

    def begin(number, texts):
        rows = [f"{text},p{at}" for at, text in enumerate([*texts, *texts])]
        name = f"log-{number}.csv"
        config = CONFIG.format(name, 10 + number)
        write({name: "\n".join(["text,requester", *rows, ""]), "kbtool.toml": config})

    write({"kb/cards.md": "# Where is my new card\n\nYour card comes in a week.\n"})
    return begin


def report(kbtool, *options):
    ran = kbtool("report", "-q", "--format", "json", *options)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)["flow"]


def moves(flow):
    told = [run["since_run_before"] for run in flow["runs"]]
    names = ("before", "opened", "closed")
    return [tuple(one[name] for name in names) if one else None for one in told]


def test_flow_of_report_and_history_are_one(month, kbtool, write):
    month(1, [*CARDS, *CLOSING])
    assert moves(report(kbtool)) == [None]
    month(2, [*CARDS, *CLOSING, *ABROAD])
    report(kbtool)
    month(3, [*CARDS, *CLOSING, *ABROAD])
    report(kbtool)
    month(4, [*CARDS, *CLOSING, *ABROAD])
    write({"kb/closing.md": ARTICLE})
    flow = report(kbtool)
    assert moves(flow) == [None, (1, 1, 0), (2, 0, 1)], "the third run differs in its day alone"
    assert [run["day"] for run in flow["runs"]] == ["2026-11-11", "2026-11-13", "2026-11-14"]
    assert [run["id"] for run in flow["runs"]] == [1, 3, None]
    kept = json.loads(kbtool("history", "--format", "json").out)["flow"]
    assert [run["id"] for run in kept["runs"]] == [1, 3, 4]
    for run in (*kept["runs"], *flow["runs"]):
        del run["id"]
    assert kept == flow
    assert "4    2026-11-14  2       −1      0               1" in kbtool("history").out


def test_log_of_the_next_month_in_another_file_is_no_other_setting(month, kbtool, write):
    month(1, [*CARDS, *CLOSING])
    report(kbtool)
    month(2, [*CARDS, *CLOSING[1:], *ABROAD])
    assert report(kbtool)["runs"][-1]["not_comparable"] == []
    write({"kbtool.toml": CONFIG.format("log-2.csv", 13) + "[gaps]\nmin-askers = 2\n"})
    (why,) = report(kbtool)["runs"][-1]["not_comparable"]
    assert why.startswith("settings differ")
    assert "hard to compare with run 2: settings differ" in kbtool("history").out


def test_run_that_is_not_recorded_is_the_last_of_its_own_flow(month, kbtool):
    month(1, [*CARDS, *CLOSING])
    report(kbtool)
    month(2, [*CARDS, *CLOSING, *ABROAD])
    assert moves(report(kbtool, "--no-history")) == [None, (1, 1, 0)]
    assert len(json.loads(kbtool("history", "--format", "json").out)["flow"]["runs"]) == 1


def test_markdown_tells_the_flow_in_one_row_once_there_is_one(month, kbtool):
    month(1, [*CARDS, *CLOSING])
    assert "from run to run" not in kbtool("report", "-q", "--format", "markdown").out
    month(2, [*CARDS, *CLOSING, *ABROAD])
    kbtool("report", "-q")
    told = "| Gaps from run to run | 2 runs: 1 on 2026-11-11, 0 closed, 1 new, 2 on 2026-11-12 |"
    assert told in kbtool("report", "-q", "--format", "markdown").out.splitlines()


def test_without_a_history_there_is_no_flow(month, kbtool, write, folder):
    month(1, [*CARDS, *CLOSING])
    config = (folder / "kbtool.toml").read_text()
    write({"kbtool.toml": f'{config}[history]\nfile = ""\n'})
    assert report(kbtool) is None


def test_a_run_that_cannot_be_understood_is_no_run_that_is_not_shown(month, kbtool, folder):
    for number in (1, 2):
        month(number, [*CARDS, *CLOSING][: 4 + number])
        report(kbtool)
    with closing(sqlite3.connect(folder / ".kbtool" / "history.sqlite3")) as connection:
        connection.execute("UPDATE runs SET record = x'7b7d' WHERE id = 1")
        connection.commit()
    month(3, CARDS)
    flow = report(kbtool)
    assert [run["day"] for run in flow["runs"]] == ["2026-11-12", "2026-11-13"]
    assert flow["earlier_runs"] == 0
