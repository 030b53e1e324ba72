"""``kbtool history``, and what `report` and `gaps` keep."""

import json
import re
import shutil
import sqlite3
from contextlib import closing

import pytest

from kbtool.matching.trust import minimums

CONFIG = 'articles = ["kb"]\nquestions = ["log.csv"]\ntoday = 2026-11-22\n'
OTHERS = ["where is my card", "where is my new card", "my card has not come"]
SECRETS = ["close my account now", "please close my account", "how to close my account"]


def log_of(texts):
    rows = [f"{text},p{at}" for at, text in enumerate([*texts, *texts])]
    return "\n".join(["text,requester", *rows, ""])


@pytest.fixture
def centre(folder, write):
    write(
        {
            "kbtool.toml": CONFIG,
            "kb/cards.md": "# Where is my new card\n\nYour card comes in a week.\n",
            "log.csv": log_of([*OTHERS, *SECRETS]),
        }
    )
    return folder


def runs(kbtool):
    return json.loads(kbtool("history", "--format", "json").out)


def test_article_that_is_written_closes_its_gap(centre, kbtool, write):
    assert kbtool("report", "-q").code == 0
    gap = json.loads(kbtool("gaps", "--format", "json").out)["gaps"][0]
    write({"kb/closing.md": "# Close my account\n\nHow to close your account: choose Close.\n"})
    assert "closed" in kbtool("report", "-q", "--format", "markdown").out
    found = runs(kbtool)
    assert [run["id"] for run in found["runs"]] == [1, 2]
    (closed,) = [one for one in found["comparison"]["closed"] if one["id"] == gap["id"]]
    assert (
        "“Close my account” answers 6 of the 6 questions in it now: a new article" in closed["why"]
    )
    assert "a new article" in kbtool("history").out
    assert "no run 7" in kbtool("history", "--compare", 1, 7).err


def test_same_run_twice_is_one_run_without_changes(centre, kbtool):
    first = kbtool("report", "-q", "--format", "markdown").out
    assert kbtool("report", "-q", "--format", "markdown").out == first
    assert len(runs(kbtool)["runs"]) == 1


def test_nothing_is_recorded_where_nobody_wants_it(centre, kbtool):
    assert kbtool("report", "-q", "--no-history").code == 0
    assert kbtool("gaps").code == 0
    assert not (centre / ".kbtool").exists()
    assert kbtool("history").code == 2
    assert kbtool("gaps", "--record").code == 0
    assert (centre / ".kbtool" / ".gitignore").exists()
    assert kbtool("history", "--forget", 1).code == 0
    assert runs(kbtool)["runs"] == []


def test_project_that_keeps_no_runs_is_not_told_to_record_one(centre, kbtool, write):
    write({"kbtool.toml": CONFIG + '[history]\nfile = ""\n'})
    assert kbtool("report", "-q").code == 0
    told = kbtool("history")
    assert told.code == 2
    assert "says that no runs are kept" in told.err
    assert "--history" in told.err
    assert kbtool("report", "-q", "--history", "runs.sqlite3").code == 0
    assert kbtool("history", "--history", "runs.sqlite3").code == 0


def test_file_holds_no_words_of_single_customers(centre, kbtool, write):
    write({"log.csv": log_of([*OTHERS, *SECRETS, "close my account signed Zebulon"])})
    assert kbtool("report", "-q").code == 0
    kept = b"".join(path.read_bytes() for path in (centre / ".kbtool").iterdir())
    assert b"ebulon" not in kept


def test_folder_that_cannot_be_written_costs_no_report(centre, kbtool):
    (centre / ".kbtool").write_text("a file in the way")
    ran = kbtool("report", "-q")
    assert ran.code == 0
    assert "warning: no history is kept" in ran.err
    assert (centre / "kbtool-report.html").exists()


def test_damaged_file_is_set_aside_and_the_report_written(centre, kbtool):
    (centre / ".kbtool").mkdir()
    (centre / ".kbtool" / "history.sqlite3").write_bytes(b"nothing of the kind" * 300)
    ran = kbtool("report", "-q")
    assert ran.code == 0
    assert "history.sqlite3.damaged-1" in ran.err
    assert len(runs(kbtool)["runs"]) == 1


def test_runs_come_back_from_the_copy_and_that_is_told(centre, kbtool):
    kbtool("report", "-q")
    (centre / ".kbtool" / "history.sqlite3").unlink()
    ran = kbtool("history", "--format", "json")
    assert "was missing; 1 run was taken from its copy" in ran.err
    assert len(json.loads(ran.out)["runs"]) == 1


def test_forgetting_names_what_was_set_aside(centre, kbtool):
    kbtool("report", "-q")
    assert kbtool("history", "--forget", 1).err == ""
    kbtool("report", "-q")
    (centre / ".kbtool" / "history.sqlite3").write_bytes(b"nothing of the kind" * 300)
    ran = kbtool("history", "--forget", 2)
    assert ran.code == 0
    assert "history.sqlite3.damaged-1 is as it was found, and may hold the run" in ran.err


def test_one_damaged_run_is_told_in_the_singular(centre, kbtool):
    kbtool("report", "-q")
    file = centre / ".kbtool" / "history.sqlite3"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE runs SET record = x'7b7d'")
    assert "1 run cannot be understood" in kbtool("history").err
    assert "1 run cannot be understood" in kbtool("report").err


def test_dismissed_gap_is_listed_apart_and_changes_no_figure(centre, kbtool):
    kbtool("report", "-q")
    before = json.loads(kbtool("gaps", "--format", "json").out)
    name = before["gaps"][0]["id"]
    assert kbtool("gaps", "--dismiss", name).code == 2
    assert kbtool("gaps", "--dismiss", "0000000000", "--reason", "x").code == 2
    assert kbtool("gaps", "--dismiss", name, "--reason", "not ours").code == 0
    after = json.loads(kbtool("gaps", "--format", "json").out)
    assert after["gaps"][0] == before["gaps"][0] | {"status": "dismissed", "reason": "not ours"}
    assert after["coverage"] == before["coverage"]
    shown = kbtool("gaps").out
    assert "1 gap dismissed" in shown
    assert "not ours" in shown
    assert kbtool("gaps", "--reopen", name).code == 0
    assert kbtool("gaps", "--assign", name, "Ann").code == 0
    assert "status: planned, Ann" in kbtool("gaps").out


def test_page_and_history_agree_on_chance(centre, kbtool, write, monkeypatch):
    monkeypatch.setattr(minimums, "FEW_QUESTIONS", 0)  # so that shares are told
    monkeypatch.setattr(minimums, "FEWEST_ARTICLES", 0)
    kbtool("report", "-q")
    write({"kb/closing.md": "# Close my account\n\nHow to close your account: choose Close.\n"})
    page = kbtool("report", "-q", "--format", "markdown").out
    assert runs(kbtool)["comparison"]["more_than_chance"]
    assert ", the same questions |" in page
    assert ", on the same questions\n" in kbtool("history").out
    assert "within chance" not in page


def test_gap_that_is_assigned_to_nobody_has_no_owner(centre, kbtool):
    kbtool("report", "-q")
    (gap,) = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    assert kbtool("gaps", "--assign", gap["id"], "Ann").code == 0
    assert "open" in kbtool("gaps", "--assign", gap["id"], " ").out
    assert json.loads(kbtool("gaps", "--format", "json").out)["gaps"] == [gap]
    assert kbtool("gaps", "--assign", "", "Ann").code == 2


@pytest.fixture
def colleague(centre, kbtool, write):
    """Dismisses the one gap, which has another id where no earlier run is known; gives both ids."""
    kbtool("report", "-q")
    write({"log.csv": log_of([*OTHERS, *SECRETS[1:], "how do I close my account"])})
    kbtool("report", "-q")
    (gap,) = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    assert kbtool("gaps", "--dismiss", gap["id"], "--reason", "not ours").code == 0
    shutil.move(centre / ".kbtool", centre / "elsewhere")
    (fresh,) = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    assert fresh["id"] != gap["id"]
    return gap["id"], fresh["id"]


def test_decision_holds_where_no_earlier_run_is_known(centre, kbtool, colleague):
    ran = kbtool("gaps", "--format", "json", "--fail-over", 0)
    assert (ran.code, ran.err) == (0, "")
    assert [gap["status"] for gap in json.loads(ran.out)["gaps"]] == ["dismissed"]
    assert "1 gap dismissed" in kbtool("gaps").out
    name, fresh = colleague
    assert kbtool("gaps", "--reopen", fresh).out.startswith(f"{name}: open")
    assert (centre / "kbtool-gaps.toml").read_text().count("[gap.") == 1


def test_decision_holds_by_its_words_once_questions_changed(kbtool, write, colleague):
    more = [*SECRETS[1:], "how do I close my account", "may I close my account", "account: close"]
    write({"log.csv": log_of([*OTHERS, *more])})
    (fresh,) = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    assert fresh["id"] not in colleague
    assert fresh["status"] == "dismissed"
    told = f"{colleague[0]} is taken for the gap {fresh['id']} of this run, by its words"
    assert told in kbtool("gaps").err


def test_decision_of_a_run_without_quotes_holds_no_words(centre, kbtool):
    kbtool("report", "-q")
    (gap,) = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    file = centre / "kbtool-gaps.toml"
    assert kbtool("gaps", "--assign", gap["id"], "Ann", "--no-quotes").code == 0
    assert "words = [" not in file.read_text()
    assert kbtool("gaps", "--assign", gap["id"], "Ann").code == 0
    assert 'words = ["' in file.read_text()


def test_report_without_a_record_keeps_ids_and_decisions(centre, kbtool, write):
    kbtool("report", "-q")
    write({"log.csv": log_of([*OTHERS, *SECRETS[1:], "how do I close my account"])})
    (gap,) = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    kbtool("gaps", "--dismiss", gap["id"], "--reason", "not ours")
    ran = kbtool("report", "-q", "--no-history", "--format", "json")
    assert [(one["id"], one["status"]) for one in json.loads(ran.out)["gaps"]] == [
        (gap["id"], "dismissed")
    ]
    assert len(runs(kbtool)["runs"]) == 1


def test_decisions_about_unknown_gaps_are_told_in_the_order_of_the_file(centre, kbtool, write):
    names = ["ffff", "a1", "c3", "b2", "e5", "d4", "eeee"]
    write({"kbtool-gaps.toml": "".join(f'[gap.{name}]\nowner = "Ann"\n' for name in names)})
    told = re.findall(r"(\w+) is no gap of this run", kbtool("gaps").err)
    assert told == names


def test_decision_about_an_unknown_gap_is_told_and_kept(centre, kbtool, write):
    write({"kbtool-gaps.toml": '[gap.ffff]\nowner = "Ann"\n'})
    assert "ffff is no gap of this run; its decision is kept\n" in kbtool("gaps").err
    assert (centre / "kbtool-gaps.toml").read_text() == '[gap.ffff]\nowner = "Ann"\n'


def test_a_slip_in_the_id_of_a_decision_is_told_with_the_nearest(centre, kbtool, write):
    kbtool("report", "-q")
    gap = json.loads(kbtool("gaps", "--format", "json").out)["gaps"][0]
    slip = gap["id"][:-1] + "x"
    ran = kbtool("gaps", "--assign", slip, "Ann")
    assert ran.code == 2
    assert f"no recorded run knows a gap {slip}. Nearest: {gap['id']} “{gap['label']}”" in ran.err
    assert f"Nearest: {gap['id']} " in kbtool("gaps", "--reopen", "acount").err
    write({"kbtool-gaps.toml": f'[gap.{slip}]\nowner = "Ann"\n'})
    assert f"its decision is kept; nearest: {gap['id']}\n" in kbtool("gaps").err


def test_gap_is_outlined_under_the_id_it_was_recorded_with(centre, kbtool, write):
    kbtool("report", "-q")
    (name,) = [gap["id"] for gap in json.loads(kbtool("gaps", "--format", "json").out)["gaps"]]
    write({"log.csv": log_of([*OTHERS, *SECRETS[1:], "how do I close my account"])})
    without = kbtool("gaps", "--format", "json", "--history", "none.sqlite3").out
    assert name not in without, "its own id is another one by now"
    assert name in kbtool("gaps", "--format", "json").out
    assert "close" in kbtool("outline", name).out
    assert kbtool("outline", name, "--history", "none.sqlite3").code == 2


def test_nothing_is_recorded_through_a_link_out_of_the_project(centre, kbtool, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (centre / ".kbtool").symlink_to(outside)
    ran = kbtool("report", "-q")
    assert ran.code == 0
    assert "a link leads out of the project" in ran.err
    assert list(outside.iterdir()) == []


def test_file_that_the_configuration_places_outside_is_refused(centre, kbtool, write):
    write({"kbtool.toml": CONFIG + '[history]\nfile = "../elsewhere.sqlite3"\n'})
    ran = kbtool("report", "-q")
    assert ran.code == 2
    assert "`history.file` leads out of its folder" in ran.err


def test_history_tells_how_many_were_answered_though_some_asked_many_times(centre, kbtool, write):
    rows = [(text, 16 if text == SECRETS[0] else 1) for text in [*OTHERS, *SECRETS] * 2]
    write({"log.csv": "\n".join(["text,count", *(f"{text},{n}" for text, n in rows), ""])})
    report = json.loads(kbtool("report", "-q", "--format", "json").out)["summary"]
    (run,) = runs(kbtool)["runs"]
    assert run["coverage"]["value"] != pytest.approx(report["answered"] / report["questions"])
    assert f"{report['answered']} of {report['questions']}" in kbtool("history").out
