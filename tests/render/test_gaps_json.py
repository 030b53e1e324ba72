"""Gaps as JSON and as a configuration, from values made by hand."""

import tomllib

from msgspec.structs import replace
from small_gaps import GAP, KB, LOG, NEAREST, REPORT, document

from kbtool.model import Question, QuestionMatch
from kbtool.render import load_renderer


def test_json_holds_each_value_under_its_name():
    shown = document()
    assert shown["schema"] == "kbtool.gaps/1"
    assert shown["coverage"] == {"value": 0.333, "low": 0.1, "high": 0.9}
    nearest = {
        "article": "refunds",
        "title": "Get a refund",
        "passage": ["When"],
        "score": 0.123457,
        "terms": ["card"],
        "missing": ["close"],
    }
    cluster = {
        "id": "c1",
        "label": "close my account",
        "action": "write new article",
        "why": "no article shares their main words",
        "askers": 1234,
        "questions": ["q1", "q2"],
        "covered": {"value": 0.0, "low": 0.0, "high": 0.5},
        "nearest": nearest,
        "runner_up": None,
        "words": [],
        "need": "someone to act",
        "trend": {"word": "rising", "series": [0, 0, 1, 2, 0, 4], "p": 0.0123},
        "themes": [{"label": "closing", "asks": "how long", "questions": ["q2"]}],
    }
    rate = {"value": 12.4, "low": 8.6, "high": 17.0}
    assert shown["clusters"] == [{**cluster, "decision": "gap"}]
    assert shown["gaps"] == [
        cluster
        | {"confidence": "strong", "probability": 1.0, "per_month": rate, "effort": "large"}
        | {"effort_why": "", "asks": [], "certain": "", "doubt": ""}
        | {"cost": {"value": 1234.5, "low": 20.0, "high": 3000.0}}
        | {"status": "open", "owner": "", "reason": ""}
    ]
    assert shown["calibration"] == {
        "false_gaps": 0.25,
        "missed_gaps": 0.125,
        "groups": 40,
        "thresholds": [
            {"score": 0.0, "false_gaps": 0.0, "missed_gaps": 1.0},
            {"score": 1.0, "false_gaps": 1.0, "missed_gaps": 0.0},
        ],
    }
    assert shown["costs"] == {
        "currency": "€",
        "per_contact": 5.0,
        "self_service": 0.0,
        "own": True,
        "basis": "your figures",
    }
    assert shown["questions"] == [
        {"id": "q1", "cluster": "c1", "answered": False, "nearest": None},
        {"id": "q2", "cluster": "c1", "answered": False, "nearest": nearest},
        {"id": "q3", "cluster": None, "answered": True, "nearest": nearest},
    ]
    assert shown["not_grouped"] == shown["unmatchable"] == ["q3"]
    assert (shown["rows"], shown["excluded"], shown["unreadable"]) == (6, {"too short": 2}, 1)
    assert (shown["cleaned"], shown["masked"]) == ({"greeting": 2}, {"e-mail": 1})
    assert shown["rejected"] == [{"path": "log.jsonl", "line": 9, "reason": "not valid JSON"}]
    assert shown["threshold"] == {"score": 0.451, "basis": "found on your own articles"}
    assert shown["warnings"] == ["Few questions.", "read with care", "2 dates could not be read"]
    assert shown["articles"] == 1


def test_json_says_null_where_no_rate_is_known():
    report = replace(REPORT, gaps=(replace(GAP, per_month=None),))
    assert document(report)["gaps"][0]["per_month"] is None


def test_words_of_answered_questions_are_a_configuration():
    texts = ["refund my card", "a REFUND for the card", "refund please"]
    log = replace(LOG, questions=tuple(Question(f"q{n}", t) for n, t in enumerate(texts)))
    found = tuple(QuestionMatch(f"q{n}", NEAREST, n != 2, "") for n in range(3))
    text = load_renderer("gaps", "words")(replace(REPORT, matches=found), log, KB)
    table = tomllib.loads(text)["lint"]
    assert table["extend-select"] == ["no-customer-words"]
    assert table["rules"]["no-customer-words"]["words"] == {"refunds": ["card", "refund"]}


def test_words_that_would_break_toml_stay_words():
    best = replace(NEAREST, article='a"]\nx')
    log = replace(LOG, questions=(Question("q1", "cards"), Question("q2", "cards")))
    found = (QuestionMatch("q1", best, True, ""), QuestionMatch("q2", best, True, ""))
    text = load_renderer("gaps", "words")(replace(REPORT, matches=found), log, KB)
    assert tomllib.loads(text)["lint"]["rules"]["no-customer-words"]["words"] == {
        'a"]\nx': ["cards"]
    }
