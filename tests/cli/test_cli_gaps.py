"""What `kbtool gaps` reads, prints and ends with."""

import json
from pathlib import Path

import pytest
from small_help_centre import ARTICLES, CLOSING, SETTINGS, make_log


@pytest.mark.usefixtures("help_centre")
def test_table_names_the_missing_topic_with_people_evidence_and_action(kbtool):
    ran = kbtool("gaps")
    assert (ran.code, ran.err) == (0, "")
    first, *_ = ran.out.splitlines()
    assert first.startswith("8 questions asked from 2026-01-01 to 2026-01-08, 2 articles. ")
    assert "close" in ran.out
    assert "write new article" in ran.out
    assert "“can I close the account”" in ran.out
    assert ".." not in ran.out.replace("...", "")


@pytest.mark.usefixtures("help_centre")
def test_json_holds_coverage_gaps_clusters_and_what_each_question_found(kbtool):
    document = json.loads(kbtool("gaps", "--format", "json").out)
    assert document["schema"] == "kbtool.gaps/1"
    assert set(document) >= {
        "schema", "coverage", "gaps", "clusters", "questions", "not_grouped", "unmatchable",
        "excluded", "rejected", "threshold", "warnings", "articles",
    }  # fmt: skip
    assert document["articles"] == 2
    coverage = document["coverage"]
    assert 0 <= coverage["low"] <= coverage["value"] <= coverage["high"] <= 1
    (gap,) = document["gaps"]
    assert set(gap) >= {
        "id", "label", "action", "why", "askers", "questions", "covered", "nearest", "runner_up",
        "confidence", "per_month", "probability",
    }  # fmt: skip
    assert gap["action"] == "write new article"
    assert gap["label"] in CLOSING
    assert sorted(gap["questions"]) == ["q0", "q1", "q2", "q3"]
    assert gap["askers"] == 4
    assert gap["id"] in {cluster["id"] for cluster in document["clusters"]}
    asked = {question["id"]: question for question in document["questions"]}
    assert len(asked) == 8
    assert not asked["q0"]["answered"]
    assert asked["q4"]["answered"]
    assert asked["q4"]["nearest"]["article"] == "refunds"
    assert set(asked["q4"]["nearest"]) >= {
        "article", "title", "passage", "score", "terms", "missing",
    }  # fmt: skip


@pytest.mark.usefixtures("help_centre")
def test_two_runs_print_the_same_bytes(kbtool):
    for options in ([], ["--format", "json"]):
        assert kbtool("gaps", *options).out == kbtool("gaps", *options).out


@pytest.mark.usefixtures("help_centre")
@pytest.mark.parametrize(("limit", "code"), [(0, 1), (1, 0), (2, 0)])
def test_more_gaps_than_the_limit_fail_the_run(limit, code, kbtool):
    assert kbtool("gaps", "--fail-over", limit).code == code


@pytest.mark.usefixtures("help_centre")
def test_options_of_the_configuration_count(kbtool, write):
    write({"kbtool.toml": SETTINGS + "[gaps]\nmin-askers = 5\n"})
    assert json.loads(kbtool("gaps", "--format", "json").out)["gaps"] == []


def test_folder_with_a_configuration_stands_for_its_questions(kbtool, write):
    texts = {**ARTICLES, "log.csv": make_log(CLOSING), "kbtool.toml": SETTINGS}
    write({f"kb/{path}": text for path, text in texts.items()})
    ran = kbtool("gaps", "kb")
    assert ran.code == 0
    assert ran.out.startswith("4 questions asked")


def test_articles_can_be_named_where_nothing_is_configured(kbtool, write):
    write({**ARTICLES, "log.csv": make_log(CLOSING)})
    ran = kbtool("gaps", "log.csv", "--articles", "articles/cards.md")
    assert ran.code == 0
    assert "4 questions asked from 2026-01-01 to 2026-01-04, 1 article." in ran.out
    missing = kbtool("gaps", "log.csv")
    assert (missing.code, missing.out) == (2, "")
    assert "no articles to look at" in missing.err


def test_column_of_the_questions_can_be_named(kbtool, write):
    write({**ARTICLES, "log.csv": make_log(CLOSING, column="What was it")})
    unknown = kbtool("gaps", "log.csv", "--articles", "articles")
    assert (unknown.code, unknown.out) == (2, "")
    assert "log.csv:1: " in unknown.err
    assert "--text-column" in unknown.err
    named = kbtool("gaps", "log.csv", "--articles", "articles", "--text-column", "What was it")
    assert named.code == 0
    assert named.out.startswith("4 questions asked")
    wrong = kbtool("gaps", "log.csv", "--articles", "articles", "--text-column", "What was")
    assert wrong.code == 2
    assert "What was it" in wrong.err


@pytest.mark.parametrize("content", ["", "text\n", "text\n\n\n", "id,text\n1,\n2,  \n"])
def test_log_without_a_single_question_is_an_error(content, kbtool, write):
    write({**ARTICLES, "log.csv": content})
    ran = kbtool("gaps", "log.csv", "--articles", "articles")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kbtool: ")


def test_log_that_does_not_exist_is_an_error(kbtool, write):
    write(ARTICLES)
    ran = kbtool("gaps", "missing.csv", "--articles", "articles")
    assert (ran.code, ran.out) == (2, "")
    assert "missing.csv" in ran.err


def test_help_centre_without_articles_has_nothing_but_gaps_and_says_so(kbtool, write, folder):
    (folder / "articles").mkdir()
    write({"log.csv": make_log(CLOSING), "kbtool.toml": SETTINGS})
    ran = kbtool("gaps", "--format", "json")
    assert ran.code == 2
    assert "there are no articles, so nothing is answered" in ran.err
    document = json.loads(ran.out)
    assert document["articles"] == 0
    assert document["coverage"]["value"] == 0
    assert len(document["gaps"]) == 1


def test_article_that_cannot_be_read_fails_the_run_and_the_rest_is_used(kbtool, write):
    write({**ARTICLES, "articles/bad.md": b"\xff", "log.csv": make_log(CLOSING)})
    ran = kbtool("gaps", "log.csv", "--articles", "articles")
    assert ran.code == 2
    assert "error: articles/bad.md: is not UTF-8 text" in ran.err
    assert "2 articles" in ran.out


def test_broken_lines_are_rejected_one_by_one_and_the_rest_is_used(kbtool, write):
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(CLOSING)]
    lines[1:1] = ["{broken", "[1, 2]"]
    write({**ARTICLES, "log.jsonl": "\n".join(lines)})
    ran = kbtool("gaps", "log.jsonl", "--articles", "articles")
    assert ran.out.startswith("4 questions asked")
    assert "rejected: log.jsonl:2: not valid JSON" in ran.err
    assert "rejected: log.jsonl:3: " in ran.err


def test_only_the_first_rejected_rows_are_listed(kbtool, write):
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(CLOSING)]
    write({**ARTICLES, "log.jsonl": "\n".join([*lines, *["{broken"] * 12])})
    ran = kbtool("gaps", "log.jsonl", "--articles", "articles")
    assert ran.err.count("not valid JSON") == 5
    assert "rejected: 7 further rows\n" in ran.err


def test_questions_cannot_steer_the_terminal(kbtool, write):
    hostile = [f"{text} \x1b]0;owned\x07 \u202enow" for text in CLOSING]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(hostile)]
    write({**ARTICLES, "log.jsonl": "\n".join([*lines, "\x1b[2J"])})
    for options in ([], ["--format", "json"]):
        ran = kbtool("gaps", "log.jsonl", "--articles", "articles", *options)
        assert ran.code == 2  # one line could not be read
        assert "owned" not in ran.out
        for stream in (ran.out, ran.err):
            assert "\x1b" not in stream
            assert "\x07" not in stream


@pytest.mark.usefixtures("help_centre")
def test_table_shows_as_many_gaps_as_asked_for(kbtool, write):
    verbs, things = ("steal", "sell", "lend", "paint"), ("umbrella", "bicycle")
    questions = [f"{verb} {thing}" for thing in things for verb in verbs]
    settings = SETTINGS + "[gaps]\nmin-askers = 1\n"
    write({"log.csv": make_log(CLOSING + questions), "kbtool.toml": settings})
    found = len(json.loads(kbtool("gaps", "--format", "json").out)["gaps"])
    assert found > 1
    shown = kbtool("gaps", "--top", "1").out
    further = f"{found - 1} further gap{'s' if found > 2 else ''}: --top {found}"
    assert further in shown


def test_json_of_the_sample_holds_plain_values(kbtool):
    sample = Path(__file__).parent.parent.parent / "sample_kb"
    ran = kbtool("gaps", str(sample), "--format", "json")
    assert ran.code == 0
    assert len(json.loads(ran.out)["gaps"]) > 20


def test_a_draft_answers_nobody_yet(kbtool, write):
    asked = "".join(f"How do I reset my passcode number {n}?\n" for n in range(12))
    article = "# Reset your passcode\n\nReset your passcode number in the app.\n"
    write(
        {
            "kb/cards.md": "# Order a card\n\nOrder the card in the app.\n",
            "kb/reset.md": f"---\ndraft: true\n---\n{article}",
            "log.csv": f"text\n{asked}",
        }
    )
    arguments = ["gaps", "--format", "json", "--articles", "kb", "log.csv"]
    ran = kbtool(*arguments)
    assert json.loads(ran.out)["articles"] == 1
    assert "skipped: 1 draft" in ran.err
    write({"kb/reset.md": article})
    assert json.loads(kbtool(*arguments).out)["articles"] == 2
    write({"kb/reset.md": f"---\nstatus: draft\n---\n{article}"})
    write({"kbtool.toml": 'articles = ["kb"]\nquestions = ["log.csv"]\ndrafts = true\n'})
    assert json.loads(kbtool("gaps", "--format", "json").out)["articles"] == 2
