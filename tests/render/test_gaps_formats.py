"""Gaps as a table and as JSON, from values made by hand."""

import json
import tomllib
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from kbtool.model import (
    Action,
    Claim,
    Cluster,
    Confusable,
    Contradiction,
    Excluded,
    Fact,
    Gap,
    GapReport,
    Interval,
    KnowledgeBase,
    Match,
    Question,
    QuestionLog,
    QuestionMatch,
    Unanswered,
)
from kbtool.render import load_renderer
from kbtool.testing import parse

NEAREST = Match("refunds", "Get a refund", ("When",), 0.123456789, ("card",), ("close",))
CLUSTER = Cluster(
    id="c1",
    label="close my account",
    questions=("q1", "q2"),
    askers=1234,
    covered=Interval(0.0, 0.0, 0.5),
    nearest=NEAREST,
    runner_up=None,
    action=Action.WRITE,
    why="no article shares their main words",
)
GAP = Gap(CLUSTER, "strong", Interval(12.4, 8.6, 17.0))
LOG = QuestionLog(
    questions=(
        Question("q1", "close my account", datetime(2026, 1, 2, tzinfo=UTC)),
        Question("q2", "account\nclosing", datetime(2026, 3, 4, tzinfo=UTC)),
        Question("q3", "refund"),
    ),
    excluded=(Excluded("too short", "log.csv", 7, "hi"), Excluded("too short", "log.csv", 8, "yo")),
    rejected=(Excluded("not valid JSON", "log.jsonl", 9, "{"),),
    warnings=("2 dates could not be read",),
    steps={"greeting": 2},
    masked={"e-mail": 1},
)
REPORT = GapReport(
    gaps=(GAP,),
    clusters=(CLUSTER,),
    matches=(
        QuestionMatch("q1", None, False, "c1"),
        QuestionMatch("q2", NEAREST, False, "c1"),
        QuestionMatch("q3", NEAREST, True, ""),
    ),
    coverage=Interval(0.333, 0.1, 0.9),
    ungrouped=("q3",),
    unmatchable=("q3",),
    threshold=0.451,
    threshold_basis="found on your own articles",
    warnings=("Few questions.", "read with care"),
)
KB = KnowledgeBase.of([parse("# Get a refund\n")], date(2026, 4, 1))


def table(report=REPORT, log=LOG, *, top=15, color=False):
    return load_renderer("gaps", "table")(report, log, KB, top=top, color=color)


def document(report=REPORT, log=LOG):
    return json.loads(load_renderer("gaps", "json")(report, log, KB))


def test_table_begins_with_coverage_and_its_interval():
    assert table().splitlines()[0] == (
        "3 questions asked from 2026-01-02 to 2026-03-04, 1 article. 33% of the questions "
        "(10% to 90%) are answered by an article; 1 topic is missing or not answered."
    )


def test_row_shows_people_rate_label_and_action():
    row = next(line for line in table().splitlines() if line.lstrip().startswith("1 "))
    for part in ("1,234", "12 (9-17)", "close my account", "write"):
        assert part in row


def test_evidence_quotes_questions_and_names_the_nearest_article():
    shown = table()
    assert "1. close my account  (strong, id c1)" in shown
    assert "“close my account”" in shown
    assert "“account closing”" in shown
    assert "no article shares their main words" in shown
    assert "(nearest: Get a refund > When, score 0.12)" in shown


def test_what_was_left_out_is_counted_by_reason():
    assert "6 rows read: 3 questions; left out: 2 too short, 1 could not be read." in table()
    assert "Not grouped: 1 question. Without a word to match: 1 question." in table()
    assert "Answered from score 0.45 on (found on your own articles)." in table()


def test_what_cleaning_changed_and_hid_is_counted_by_kind():
    assert "Cleaned: 2 greeting. Masked: 1 e-mail." in table()
    assert "rows read" not in table(log=QuestionLog(LOG.questions))


def test_rows_that_are_not_listed_are_counted_all_the_same():
    log = replace(LOG, more_excluded={"too short": 1_000, "spam": 3}, more_rejected=4)
    assert "1,013 rows read: 3 questions; left out: 1,002 too short, 5 could" in table(log=log)


def test_every_warning_is_one_sentence():
    assert "Careful: Few questions.\n" in table()
    assert "Careful: read with care.\n" in table()


def test_gaps_beyond_the_limit_are_counted():
    many = replace(REPORT, gaps=(GAP,) * 4)
    assert "3 further gaps: --top 4" in table(many, top=1)
    assert "further gap" not in table(many, top=4)


def test_unknown_dates_and_rates_are_named_so():
    undated = replace(LOG, questions=tuple(replace(q, asked_at=None) for q in LOG.questions))
    shown = table(replace(REPORT, gaps=(replace(GAP, per_month=None),)), undated)
    assert shown.startswith("3 questions asked, 1 article. ")
    assert "unknown" in shown


def test_no_gap_is_no_table():
    shown = table(replace(REPORT, gaps=()))
    assert "what customers ask" not in shown
    assert "0 topics are missing or not answered." in shown


@pytest.mark.parametrize("text", ["a\x1b[2Jb", "a\u202eb", "a\nb\nc"])
def test_no_text_breaks_a_line_or_steers_the_terminal(text):
    cluster = replace(CLUSTER, label=text, why=text, nearest=replace(NEAREST, title=text))
    log = replace(LOG, questions=(Question("q1", text), Question("q2", text)))
    report = replace(REPORT, gaps=(replace(GAP, cluster=cluster),), warnings=(text,))
    shown = table(report, log)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "a\nb" not in shown


def test_colours_change_nothing_but_colours():
    colored = table(color=True)
    assert "\x1b[1m" in colored
    for code in ("1", "32", "0"):
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == table()


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
    }
    rate = {"value": 12.4, "low": 8.6, "high": 17.0}
    assert shown["clusters"] == [{**cluster, "decision": "gap"}]
    assert shown["gaps"] == [
        cluster | {"confidence": "strong", "probability": 1.0, "per_month": rate}
    ]
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


SHORT = replace(
    REPORT,
    unanswered=(
        Unanswered("refunds", "Refunds", ("When",), Fact.DURATION, ("q3", "q1"), 4, 0.25, "Soon."),
    ),
    contradictions=(
        Contradiction(
            Fact.AMOUNT,
            ("fee",),
            (
                Claim("a", "Prices", (), "The fee is €5.", "€5"),
                Claim("b", "Fees", ("Late",), "The fee is €7.", "€7"),
            ),
            ("q1",),
        ),
    ),
    confusable=(Confusable(("a", "b"), ("Prices", "Fees"), ("q1", "q2"), 2, (("cost",), ())),),
)


def test_articles_that_fall_short_have_a_short_section_each():
    text = load_renderer("gaps", "table")(SHORT, LOG, KB, top=1, color=False)
    assert "4 people asked how long: “Refunds > When” does not say how long" in text
    assert "asked: “refund”" in text
    assert "it says: “Soon.”" in text
    assert "how much: “€5” or “€7”?" in text
    assert "“Fees”: “The fee is €7.”" in text
    assert "2 people between “Prices” and “Fees”" in text
    assert "words for titles: “Prices”: cost\n" in text


def test_a_long_section_is_cut_and_counted():
    text = load_renderer("gaps", "table")(
        replace(SHORT, confusable=SHORT.confusable * 7), LOG, KB, top=1, color=False
    )
    assert text.count("between “Prices”") == 5
    assert "and 2 more: --format json" in text


def test_json_holds_articles_that_fall_short():
    document = json.loads(load_renderer("gaps", "json")(SHORT, LOG, KB))
    (lack,) = document["found_not_answered"]
    assert lack["finding"] == "found, does not say how long"
    assert (lack["asks"], lack["share"], lack["examples"]) == ("how long", 0.25, ["q3", "q1"])
    (clash,) = document["contradictions"]
    assert [claim["value"] for claim in clash["claims"]] == ["€5", "€7"]
    (pair,) = document["confusable"]
    assert [side["words"] for side in pair["articles"]] == [["cost"], []]
