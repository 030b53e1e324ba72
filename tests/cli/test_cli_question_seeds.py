"""`kbtool test --seed`: tests from a log, never over those that are there."""

import json
from pathlib import Path
from random import Random

import pytest

FILE = Path("kbtool-tests.yaml")
REFUNDS = ["how do I get a refund", "get a refund please", "a refund in the app"]
CARDS = ["where did the plastic go", "the plastic thing went where", "where is the plastic thing"]
FEW = ["my aunt wants to order by carrier pigeon"]


@pytest.fixture
def log(help_centre, write):
    """A log that agents solved in part, with personal data and a question of one person."""
    rows = [
        {"id": f"r{at}", "text": f"{text}", "requester": f"p{at}", "resolved_by": "refunds"}
        for at, text in enumerate(REFUNDS)
    ]
    rows += [
        {"id": f"c{at}", "text": text, "requester": f"o{at}", "resolved_by": "cards"}
        for at, text in enumerate(CARDS)
    ]
    rows.append({"id": "few", "text": FEW[0], "requester": "x", "resolved_by": "cards"})

    def write_log(**changes):
        changed = [row | changes for row in rows]
        write({"log.jsonl": "".join(json.dumps(row) + "\n" for row in changed)})

    write_log()
    write({"kbtool.toml": 'articles = ["articles"]\nquestions = ["log.jsonl"]\n'})
    return write_log


@pytest.mark.usefixtures("log")
def test_a_file_of_tests_is_written_that_can_be_run(kbtool):
    ran = kbtool("test", "--seed")
    assert ran.code == 0, ran.err
    assert "to kbtool-tests.yaml" in ran.out
    text = FILE.read_text(encoding="utf-8")
    assert any(question in text for question in REFUNDS)
    assert "# 3 people, agents" in text
    assert "  answered: true\n" in text
    result = json.loads(kbtool("test", "--format", "json").out)
    assert result["tests"] >= 2
    assert all(row["seeded"] for row in result["results"])
    assert "not read yet: once you have, take `seeded: true` out" in kbtool("test").out


@pytest.mark.usefixtures("log")
def test_what_too_few_people_asked_is_not_written(kbtool, write):
    kbtool("test", "--seed", "--per-article", "100")
    assert "pigeon" not in FILE.read_text(encoding="utf-8")
    config = Path("kbtool.toml").read_text()
    write({"kbtool.toml": config + "[privacy]\nmin-askers = 4\n"})
    ran = kbtool("test", "--seed", "--force")
    assert "No group of questions gives a new test" in ran.out
    write({"kbtool.toml": config + "[privacy]\nmin-askers = 2\n"})
    kbtool("test", "--seed", "--force")
    assert "groups of fewer than 2 people" in FILE.read_text(encoding="utf-8")


@pytest.mark.usefixtures("help_centre")
def test_a_file_that_is_not_written_is_not_said_to_stay(kbtool):
    ran = kbtool("test", "--seed")
    assert (ran.code, FILE.exists()) == (0, False)
    assert "No group of questions gives a test, so kbtool-tests.yaml is not written" in ran.out


@pytest.mark.usefixtures("log")
def test_seeds_are_the_same_every_time(kbtool):
    kbtool("test", "--seed")
    first = FILE.read_bytes()
    kbtool("test", "--seed", "--force")
    assert FILE.read_bytes() == first


@pytest.mark.usefixtures("log")
def test_a_file_that_is_there_stays_unless_told(kbtool):
    FILE.write_text("handoff: [I am angry] # mine\n")
    ran = kbtool("test", "--seed")
    assert (ran.code, "is there already" in ran.err, "--append" in ran.err) == (2, True, True)
    assert FILE.read_text() == "handoff: [I am angry] # mine\n"
    assert kbtool("test", "--seed", "--append").code == 0
    longer = FILE.read_text()
    assert longer.startswith("handoff: [I am angry] # mine\n\ntests:\n")
    ran = kbtool("test", "--seed", "--append")
    assert "stays as it is" in ran.out
    assert FILE.read_text() == longer
    kbtool("test", "--seed", "--force")
    assert "angry" not in FILE.read_text()


@pytest.mark.usefixtures("log")
def test_tests_are_added_to_no_file_with_a_mistake(kbtool):
    FILE.write_text("hand: [x]\n")
    ran = kbtool("test", "--seed", "--append")
    assert (ran.code, "unknown key `hand`" in ran.err) == (2, True)
    assert FILE.read_text() == "hand: [x]\n"


def test_personal_data_is_masked_and_never_written(kbtool, log, write):
    rows = [
        {"text": f"{text} to jane{at}@example.com", "requester": f"p{at}", "resolved_by": "refunds"}
        for at, text in enumerate(REFUNDS * 2)
    ]
    write({"log.jsonl": "".join(json.dumps(row) + "\n" for row in rows)})
    assert kbtool("test", "--seed").code == 0
    assert "jane" not in FILE.read_text(encoding="utf-8")
    assert "<email>" in FILE.read_text(encoding="utf-8")
    assert kbtool("test", "--seed", "--force", "--no-mask").code == 2
    assert "jane" not in FILE.read_text(encoding="utf-8")


@pytest.mark.usefixtures("log")
def test_solved_questions_beside_the_log_give_tests_too(kbtool, write):
    Path("log.jsonl").rename("solved.jsonl")
    write({"log.jsonl": '{"text": "order a card"}\n'})
    assert "No group" in kbtool("test", "--seed").out
    ran = kbtool("test", "--seed", "--solved", "solved.jsonl")
    assert "Wrote" in ran.out, ran.err
    assert "agents" in FILE.read_text(encoding="utf-8")


@pytest.mark.usefixtures("help_centre")
def test_without_a_log_the_way_is_told(kbtool, write):
    write({"kbtool.toml": 'articles = ["articles"]\n'})
    ran = kbtool("test", "--seed")
    assert (ran.code, "no questions to look at" in ran.err) == (2, True)


@pytest.mark.usefixtures("log")
def test_another_file_or_folder_may_be_named(kbtool):
    Path("checks").mkdir()
    kbtool("test", "--seed", "checks")
    assert Path("checks", "kbtool-tests.yaml").is_file()
    kbtool("test", "--seed", "own.yaml")
    assert Path("own.yaml").is_file()
    assert kbtool("test", "--seed", "a.yaml", "b.yaml").code == 2


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize(
    "options", [["--append"], ["--force"], ["--seed", "--append", "--force"]], ids=" ".join
)
def test_options_that_do_not_fit_are_refused(kbtool, options):
    assert kbtool("test", *options).code == 2
    assert not FILE.exists()


WORDS = "refund card order wallet pin close account parcel late fee limit app north south".split()


@pytest.mark.parametrize("draw", range(6))
def test_whatever_the_log_a_seeded_file_passes_and_what_fails_is_told(
    kbtool, help_centre, write, draw
):
    pick = Random(draw)
    rows = []
    for at in range(40):
        text = " ".join(pick.choices(WORDS, k=pick.randint(1, 6)))
        link = pick.choice(["refunds", "cards", ""])
        row = {"id": f"q{at}", "text": f"{text} please", "requester": f"p{at}"}
        rows.append(row | ({"resolved_by": link} if link else {}))
    write({"log.jsonl": "".join(json.dumps(row) + "\n" for row in rows)})
    write({"kbtool.toml": 'articles = ["articles"]\n[privacy]\nmin-askers = 1\n'})
    ran = kbtool("test", "--seed", "--per-article", "20", "--questions", "log.jsonl")
    assert ran.code == 0, ran.err
    assert ("all pass today" in ran.out) == FILE.exists()
    if FILE.exists():
        for options in ([], ["--questions", "log.jsonl"]):
            again = kbtool("test", *options)
            assert again.code == 0, again.out


@pytest.mark.usefixtures("help_centre")
def test_questions_that_fail_are_left_out_counted_and_named(kbtool, write):
    texts = ["order a card", "can I order a card", "order my card in the app"]
    rows = [
        {"id": f"q{at}", "text": text, "requester": f"p{at}", "resolved_by": "refunds"}
        for at, text in enumerate(texts)
    ]
    write({"log.jsonl": "".join(json.dumps(row) + "\n" for row in rows)})
    write({"kbtool.toml": 'articles = ["articles"]\nquestions = ["log.jsonl"]\n'})
    out = kbtool("test", "--seed").out
    assert "that fail today" in out or "that fails today" in out
    assert "does not find `refunds`, with which agents answered it" in out
    assert not FILE.exists()


@pytest.mark.usefixtures("log")
def test_what_would_be_a_doubtful_test_is_counted_by_reason(kbtool, write):
    write({"articles/cards.md": "---\nreviewed: 2020-01-01\n---\n\n# Order a card\n\nAsk us.\n"})
    ran = kbtool("test", "--seed", "--today", "2026-11-01")
    assert "article: cards" not in FILE.read_text(encoding="utf-8")
    assert "question" in ran.out.partition("Left out ")[2]
    assert " of articles whose review is overdue or that name a day long past\n" in ran.out
    config = "[lint]\nignore = ['review-overdue']\n"
    write({"kbtool.toml": f"{Path('kbtool.toml').read_text()}{config}"})
    kbtool("test", "--seed", "--force", "--today", "2026-11-01")
    assert "article: cards" not in FILE.read_text(encoding="utf-8")  # silenced, yet not mended
    write({"articles/cards.md": "# Order a card\n\nAsk us for [PHONE].\n\nTODO: ask Ann.\n"})
    ran = kbtool("test", "--seed", "--force")
    assert " of articles that are blocked or unfinished\n" in ran.out
