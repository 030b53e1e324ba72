"""What `kbtool outline` prints, writes and ends with."""

import json
from pathlib import Path

import pytest
from small_help_centre import ARTICLES, CLOSING, OTHERS, SETTINGS, make_log

from kbtool.model import Source
from kbtool.parse import parse_markdown

SAMPLE = Path(__file__).parents[2] / "sample_kb"
REPLIES = (
    "Hello! Open Profile and choose Close account to leave us.",
    "Open Profile and choose Close account to leave us. Best regards, Tom",
    "Move all your money out first, or the account cannot be closed.",
    "",
)


@pytest.fixture
def answered(write):
    """A help centre that lacks a topic, and a log in which agents answered questions about it."""
    replies = (*REPLIES, *[""] * len(OTHERS))
    rows = (
        {"id": f"q{at}", "text": text, "agent_reply": reply, "requester": f"p{at}"}
        for at, (text, reply) in enumerate(zip((*CLOSING, *OTHERS), replies, strict=True))
    )
    log = "".join(json.dumps(row) + "\n" for row in rows)
    settings = SETTINGS.replace("log.csv", "log.jsonl")
    contact = {"articles/contact-us.md": "# Contact us\n\nCall us.\n"}
    write({**ARTICLES, **contact, "log.jsonl": log, "kbtool.toml": settings})


@pytest.mark.usefixtures("answered")
def test_draft_holds_what_customers_asked_and_agents_answered(kbtool):
    ran = kbtool("outline", "close account")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("---\ntitle: ")
    assert "“can I close the account”" in ran.out
    said = (
        "> Agents said (verify): “Open Profile and choose Close account to leave us.” (2 tickets)"
    )
    assert said in ran.out
    assert "(articles/contact-us.md)" in ran.out
    assert ran.out == kbtool("outline", "1").out


@pytest.mark.usefixtures("answered")
def test_draft_holds_no_name_that_an_agent_greeted(kbtool, folder):
    log = folder / "log.jsonl"
    text = log.read_text(encoding="utf-8").replace("Hello!", "Dear Mrs Berg\\n")
    log.write_text(text.replace('"Open Profile', '"Hi Anna\\nOpen Profile'), encoding="utf-8")
    ran = kbtool("outline", "close account")
    assert "Open Profile and choose Close account" in ran.out
    assert not any(name in ran.out for name in ("Berg", "Anna", "<name>"))


@pytest.mark.usefixtures("answered")
def test_the_linter_finds_what_is_left_to_fill_in_and_nothing_worse(kbtool):
    assert kbtool("outline", "1", "--to", "articles").code == 0
    ran = kbtool("lint", "articles/close-account.md", "--format", "json")
    found = {(one["code"], one["severity"]) for one in json.loads(ran.out)["findings"]}
    assert "FRS005" in {code for code, _ in found}
    assert {code for code, severity in found if severity == "error"} == {"FRS005"}


@pytest.mark.usefixtures("answered")
def test_links_begin_at_the_folder_of_the_draft(kbtool, folder):
    (folder / "new").mkdir()
    ran = kbtool("outline", "1", "--to", "new/leaving.md")
    assert (ran.code, ran.err) == (0, "wrote new/leaving.md\n")
    text = (folder / "new" / "leaving.md").read_text(encoding="utf-8")
    links = parse_markdown(Source("new/leaving.md", text)).links
    assert "../articles/contact-us.md" in [link.href for link in links]
    assert all((folder / "new" / link.href).exists() for link in links)


@pytest.mark.usefixtures("answered")
def test_a_file_that_is_there_stays_unless_forced(kbtool, folder):
    target = folder / "draft.md"
    target.write_text("mine", encoding="utf-8")
    ran = kbtool("outline", "1", "--to", "draft.md")
    assert (ran.code, ran.out) == (2, "")
    assert "draft.md is there already. Name another file, or write over it with --force" in ran.err
    assert target.read_text(encoding="utf-8") == "mine"
    assert kbtool("outline", "1", "--to", "draft.md", "--force").code == 0
    assert target.read_text(encoding="utf-8").startswith("---\n")


@pytest.mark.usefixtures("help_centre")
def test_too_little_ends_with_1_and_writes_no_file(kbtool, folder, write):
    write({"articles/name.md": "# Your name\n\nSet the name of the account in the app.\n"})
    (gap,) = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    assert gap["confidence"] == "weak"  # and nobody knows what agents answered
    ran = kbtool("outline", gap["id"], "--to", "draft.md")
    assert ran.code == 1
    assert "Ask somebody who knows:" in ran.out
    assert not (folder / "draft.md").exists()


@pytest.mark.usefixtures("answered")
def test_without_quotes_nobody_is_quoted(kbtool):
    for options in ([], ["--format", "json"]):
        ran = kbtool("outline", "1", "--no-quotes", *options)
        assert not any(text in ran.out for text in (*CLOSING, "Profile", "Move all"))


def test_its_words_are_in_the_language_of_the_articles(kbtool, write):
    article = "---\nlocale: de\n---\n# Karte bestellen\n\nIn der App.\n"
    leaving = ["Wie kann ich mein Konto kündigen", "Konto kündigen bitte", "das Konto kündigen"]
    log = make_log([*leaving, "Karte bestellen", "Wie bestelle ich die Karte"])
    write({"articles/karte.md": article, "log.csv": log, "kbtool.toml": SETTINGS})
    out = kbtool("outline", "1").out
    assert 'locale: "de"' in out
    assert "[ergänzen: " in out


@pytest.mark.usefixtures("answered")
def test_json_holds_the_same(kbtool):
    document = json.loads(kbtool("outline", "1", "--format", "json").out)
    assert document["schema"] == "kbtool.outline/1"
    assert document["refused"] is None
    assert document["people"] == 4
    assert document["agents"][0]["tickets"] == 2
    assert document["contact"]["href"] == "articles/contact-us.md"


@pytest.mark.usefixtures("answered")
def test_an_unknown_gap_is_wrong_use_and_lists_the_nearest(kbtool):
    ran = kbtool("outline", "refunds for cats")
    assert (ran.code, ran.out) == (2, "")
    assert "no gap is meant by 'refunds for cats'. Name one by its id or rank: 1. " in ran.err
    ran = kbtool("outline", "acount")
    assert ran.code == 2
    assert "no gap is meant by 'acount'. Nearest: 1. " in ran.err


def test_a_number_is_that_of_the_table_of_gaps_after_a_dismissal(kbtool, write):
    lost = [f"{start} the passcode" for start in ("I forgot", "reset", "how to reset", "change")]
    log = make_log([*CLOSING, *lost, *OTHERS])
    write({**ARTICLES, "log.csv": log, "kbtool.toml": SETTINGS})
    first, second = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    assert kbtool("gaps", "--dismiss", first["id"], "--reason", "not ours").code == 0
    listed = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    assert [gap["id"] for gap in listed] == [second["id"], first["id"]]
    row = next(line for line in kbtool("gaps").out.splitlines() if line.split()[:1] == ["1"])
    assert second["label"] in row
    for number, gap in enumerate((second, first), 1):
        outline = json.loads(kbtool("outline", str(number), "--format", "json").out)
        assert outline["gap"] == gap["id"]


@pytest.mark.usefixtures("answered")
def test_a_folder_that_is_not_there_is_named(kbtool):
    ran = kbtool("outline", "1", "--to", "nowhere/draft.md")
    assert ran.code == 2
    assert "no folder nowhere. Make it first" in ran.err


def test_agents_of_the_sample_are_quoted_on_what_its_articles_lack(kbtool):
    solved = SAMPLE / "solved.jsonl"
    plain = json.loads(kbtool("outline", "passcode", SAMPLE, "--format", "json").out)
    taught = kbtool("outline", "passcode", SAMPLE, "--solved", solved, "--format", "json")
    assert plain["agents"] == []
    first = json.loads(taught.out)["agents"][0]
    assert first == {"text": "Tap Forgotten passcode on the sign-in screen.", "tickets": 3}


def ids(kbtool):
    return [gap["id"] for gap in json.loads(kbtool("gaps", "--format", "json").out)["gaps"]]


@pytest.mark.usefixtures("answered")
def test_an_id_from_another_machine_is_known_by_its_wording(kbtool, folder, write):
    (first,) = ids(kbtool)
    before = kbtool("outline", first).out
    rows = (folder / "log.jsonl").read_text(encoding="utf-8")
    texts = [f"delete my account {at}" for at in range(3)] + ["account close how"] * 9
    added = [{"id": f"n{at}", "text": text, "requester": f"n{at}"} for at, text in enumerate(texts)]
    for at in range(len(added)):  # whatever the log goes on with, the id means the same gap
        write({"log.jsonl": rows + "".join(json.dumps(row) + "\n" for row in added[: at + 1])})
        ran = kbtool("outline", first)
        assert ran.code == 0, ran.err
        (now,) = ids(kbtool)
        assert (f"{first} is taken for the gap {now} of this run" in ran.err) == (now != first)
        if now != first:
            break
    assert now != first, "the test has to see another id"
    assert kbtool("outline", first[:7]).out == kbtool("outline", now).out
    assert before


@pytest.mark.usefixtures("answered")
def test_an_id_of_a_gap_that_closed_says_what_answers_it(kbtool, write):
    (first,) = ids(kbtool)
    write({"articles/close.md": "# Close your account\n\nTo close your account, tap Close.\n"})
    ran = kbtool("outline", first)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"kbtool: {first} is no gap here: “Close your account” answers “")


@pytest.mark.usefixtures("answered")
def test_an_id_that_nothing_knows_says_so(kbtool):
    ran = kbtool("outline", "0123456789")
    assert ran.code == 2
    assert "no question of this log, no decision and no recorded run knows 0123456789" in ran.err


@pytest.mark.usefixtures("answered")
def test_an_id_is_known_by_a_decision(kbtool, folder):
    (first,) = ids(kbtool)
    (folder / "kbtool-gaps.toml").write_text(
        f'[gap.abcdef0123]\nstatus = "planned"\nowner = "Ann"\naka = ["{first}"]\n'
    )
    ran = kbtool("outline", "abcdef0123")
    assert ran.code == 0, ran.err
    assert f"abcdef0123 is taken for the gap {first}" in ran.err
