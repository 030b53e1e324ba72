"""Gaps as a table, from values made by hand."""

import pytest
from msgspec.structs import replace
from small_gaps import CLUSTER, GAP, LOG, NEAREST, REPORT, table

from kbtool.model import CostBasis, Question, QuestionLog


def test_table_begins_with_coverage_and_its_interval(enough):
    assert table().splitlines()[0] == (
        "3 questions asked from 2026-01-02 to 2026-03-04, 1 article. 33% of the questions "
        "(10% to 90%) are answered by an article; 1 gap is left."
    )


def test_row_shows_people_rate_label_and_action():
    row = next(line for line in table().splitlines() if line.lstrip().startswith("1 "))
    for part in ("1,234", "12 (9-17)", "close my account", "write", "rising", "action", "€1,200"):
        assert part in row


def test_a_card_tells_need_trend_saving_and_effort():
    assert (
        "   needs: someone to act; ▁▁▃▅▁█ rising; costs €1,200 a month "
        "(€20 to €3,000; your figures); large effort\n"
    ) in table()
    assert "   several things: “closing” (1)\n" in table()
    assert "Costs rest on your figures." in table()


def test_columns_that_nothing_is_known_for_are_left_out():
    quiet = replace(CLUSTER, trend=None, themes=(), label="close my account for good " * 3)
    shown = table(replace(REPORT, gaps=(replace(GAP, cluster=quiet, cost=None),)))
    header, row = shown[shown.index("     people") :].splitlines()[:2]
    assert header.split() == "people a month need what to do what customers ask".split()
    assert len(row) <= 100
    assert "Savings" not in shown
    assert "   needs: someone to act; large effort\n" in shown


def test_no_row_is_wider_than_a_hundred_characters():
    wide = replace(CLUSTER, label="close my account for good " * 3)
    shown = table(replace(REPORT, gaps=(replace(GAP, cluster=wide),) * 12))
    rows = shown[shown.index("     people") :].splitlines()[1:13]
    assert max(map(len, rows)) <= 100
    assert len({row.index("action") for row in rows}) == 1  # columns stand below each other


@pytest.mark.parametrize(
    ("currency", "shown"), [("$", "$1,200"), ("€", "€1,200"), ("CHF", "CHF 1,200")]
)
def test_a_code_of_a_currency_stands_apart_from_the_amount(currency, shown):
    basis = CostBasis(currency, 5.0, 0.0, own=True, text="your figures")
    assert shown in table(replace(REPORT, cost_basis=basis))


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


def test_groups_that_too_few_people_asked_are_counted():
    small = replace(CLUSTER, id="c7", questions=("q1", "q2"), askers=2)
    answered = replace(small, id="c8", answered=True)
    report = replace(REPORT, clusters=(*REPORT.clusters, small, answered), unquoted=("c7", "c8"))
    assert (
        "Withheld, since too few people asked: 1 group of 2 questions that no article answers"
        " ([gaps] min-askers).\n"
    ) in table(report)
    number = len(CLUSTER.questions)
    hidden = table(replace(report, unquoted=(CLUSTER.id,)))
    assert f"; the words of 1 group of {number} questions ([privacy] min-askers).\n" in hidden
    assert "Withheld" not in table()


def test_what_cleaning_changed_and_hid_is_counted_by_kind():
    assert "Cleaned: 2 greeting. Masked: 1 e-mail." in table()
    assert "rows read" not in table(log=QuestionLog(LOG.questions))


def test_one_of_a_kind_stands_in_the_singular():
    log = replace(LOG, steps={"hidden characters": 1, "quoted messages": 2})
    assert "Cleaned: 2 quoted messages, 1 hidden character." in table(log=log)


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


def test_no_gap_is_no_table(enough):
    shown = table(replace(REPORT, gaps=()))
    assert "what customers ask" not in shown
    assert "2 have no answer, and no group of them is asked by 3 people or more" in shown


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
