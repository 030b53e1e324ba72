"""What `kbtool match` and `kbtool evaluate` read, print and end with."""

import csv
import json
from pathlib import Path

import pytest

QUESTIONS = [
    {"id": "z", "text": "where is my refund", "gold": ["refunds"]},
    {"id": "a", "text": "Hello", "gold": []},
    {"id": "m", "text": "???"},
    {"id": "b", "text": "close my account", "gold": ["gone"]},
    {"id": "c", "text": "close my account", "gold": ["gone"]},
    {"id": "d", "text": "refund of a payment", "gold": ["refunds"]},
]


@pytest.fixture
def questions(help_centre):
    path = Path("labelled.jsonl")
    path.write_text("".join(json.dumps(row) + "\n" for row in QUESTIONS), encoding="utf-8")
    return str(path)


def lines_of(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def test_every_question_has_a_line_in_the_order_of_the_input(kbtool, questions):
    ran = kbtool("match", "--articles", "articles", "--questions", questions)
    assert ran.code == 0, ran.err
    found = lines_of(ran)
    assert [line["question"] for line in found] == ["z", "a", "m", "b", "c", "d"]
    for line in found:
        assert set(line) == {"question", "matches", "gap_probability", "decision", "reason",
                             "need", "lacks", "contradictions", "warnings"}  # fmt: skip
        assert 0 <= line["gap_probability"] <= 1
        assert line["decision"] in {"answer", "clarify", "handoff"}
        scores = [match["score"] for match in line["matches"]]
        assert scores == sorted(scores, reverse=True)
        total = line["gap_probability"] + sum(match["probability"] for match in line["matches"])
        assert total <= 1 + 1e-5


def test_the_best_match_has_article_passage_score_and_probability(kbtool, questions):
    first = lines_of(kbtool("match", questions, "--articles", "articles", "--top", "1"))[0]
    (match,) = first["matches"]
    assert set(match) == {"article", "passage", "score", "probability"}
    assert match["article"] == "refunds"
    assert isinstance(match["passage"], list)


def test_a_question_without_a_word_is_handed_over(kbtool, questions):
    unmatched = lines_of(kbtool("match", questions))[2]
    assert (unmatched["matches"], unmatched["decision"]) == ([], "handoff")
    assert unmatched["gap_probability"] == 1


def test_solved_questions_teach_and_explain_shows_how_much(kbtool, questions):
    solved = [
        {"id": f"s{at}", "text": f"close my account {at}", "gold": ["refunds"]} for at in "ab"
    ]
    Path("solved.jsonl").write_text("".join(json.dumps(row) + "\n" for row in solved))
    plain = lines_of(kbtool("match", questions, "--explain"))[3]
    taught = lines_of(kbtool("match", questions, "--explain", "--solved", "solved.jsonl"))[3]
    learned = {match["article"]: match["learned"] for match in taught["matches"]}
    assert learned["refunds"] > 0.1
    assert all(match["learned"] == 0 for match in plain["matches"])
    assert taught["matches"][0]["article"] == "refunds"


def test_labels_to_measure_by_do_not_teach(kbtool, questions):
    bare = [{key: row[key] for key in ("id", "text")} for row in QUESTIONS]
    Path("bare.jsonl").write_text("".join(json.dumps(row) + "\n" for row in bare))
    assert kbtool("match", questions).out == kbtool("match", "bare.jsonl").out


def test_evaluation_counts_answerable_questions_and_gaps(kbtool, questions):
    ran = kbtool("evaluate", questions, "--format", "json", "--misses", "misses.csv")
    assert ran.code == 0, ran.err
    result = json.loads(ran.out)
    assert (result["answerable"], result["gaps"]) == (2, 4)
    assert result["hit_at_1"]["value"] == 1
    assert result["hit_at_1"]["low"] <= 1 <= result["hit_at_1"]["high"]
    assert result["baseline"]["hit_at_1"] <= 1
    assert sum(result["decisions"].values()) == 6
    rows = list(csv.DictReader(Path("misses.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == result["misses"]


@pytest.mark.usefixtures("help_centre")
def test_every_wrong_end_is_a_miss_and_slips_in_labels_are_told(kbtool):
    """A right article that comes first helps nobody where a person takes over all the same."""
    rows = [
        {"id": "person", "text": "refund please let me talk to a human", "gold": ["refunds"]},
        {"id": "right", "text": "How long does a refund take?", "gold": ["refunds"]},
        {"id": "slip", "text": "get the refund now", "gold": ["Refunds"]},
    ]
    Path("labelled.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    ran = kbtool("evaluate", "labelled.jsonl", "--format", "json", "--misses", "misses.csv")
    assert "warning: no article has the id of 1 label, such as `Refunds`" in ran.err
    result = json.loads(ran.out)
    found = list(csv.DictReader(Path("misses.csv").read_text(encoding="utf-8").splitlines()))
    wrong = {row["question"]: row["decision"] for row in found}
    assert wrong["person"] == "handoff"
    assert result["decisions"]["handoff"] == sum(one == "handoff" for one in wrong.values())
    assert kbtool("evaluate", "labelled.jsonl").code == 0


def test_evaluation_as_a_table_names_its_baseline(kbtool, questions):
    out = kbtool("evaluate", questions).out
    assert "6 questions: 2 answerable, 4 gaps" in out
    assert "word TF-IDF" in out
    assert "MRR@10" in out


@pytest.mark.usefixtures("help_centre")
def test_evaluation_without_labels_says_what_to_add(kbtool):
    Path("bare.jsonl").write_text('{"text": "where is my refund"}\n')
    ran = kbtool("evaluate", "bare.jsonl")
    assert ran.code == 2
    assert "gold" in ran.err


def test_misses_are_safe_to_open_in_a_spreadsheet(kbtool, help_centre):
    Path("evil.jsonl").write_text(
        json.dumps({"id": "=cmd()", "text": "=HYPERLINK(1) refund", "gold": ["none"]})
        + "\n"
        + json.dumps({"id": "ok", "text": "refund of my payment", "gold": ["refunds"]})
        + "\n"
    )
    kbtool("evaluate", "evil.jsonl", "--misses", "misses.csv")
    text = Path("misses.csv").read_text(encoding="utf-8")
    assert "\n=" not in text
    assert ",=" not in text
