"""The report as a backlog, as issues and in Markdown; what strangers wrote does nothing there."""

import csv
import io
import json

import pytest
from formats import rows_of, with_gaps, write
from full_health import META, SECRET, make_bare, make_gap, make_health
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from kbtool.model import Need, Note
from kbtool.questions.formulas import guard_cell
from kbtool.render import FORMATS
from kbtool.render.safe_text import bare_title, jira, markdown, plain
from kbtool.render.views.meta import ReportMeta

TEXTS = ("markdown", "csv", "jira", "github")
HOSTILE = (
    '=HYPERLINK("http://x.example") | ![i](http://x.example/i.png) [l](http://x.example) `c` '
    "@everyone #1 GH-2 www.x.example <script>alert(1)</script> {code} [~admin] !x.png! "
    "\x1b[2J \u202e \r\n# h"
)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SAFE_TOKENS = {
    "text", "paragraph_open", "paragraph_close", "inline", "text_special", "softbreak",
}  # fmt: skip


def tokens_of(text):
    for token in PARSER.parse(text):
        yield token
        yield from token.children or ()


def shown(text):
    return "".join(token.content for token in tokens_of(text) if token.type.startswith("text"))


@pytest.mark.parametrize("name", FORMATS["report"])
def test_every_format_writes_full_and_bare_health(name):
    for health in (make_health(), make_bare()):
        assert write(name, health)
        assert write(name, health, ReportMeta())


@pytest.mark.parametrize("name", FORMATS["report"])
def test_no_format_names_who_asked(name):
    assert SECRET not in write(name, make_health())


def test_backlog_has_a_row_for_each_gap_in_order_of_rank():
    first, second, third = rows_of("csv", make_health())
    assert (first["rank"], first["id"], first["label"]) == ("1", "g1", "reset a passcode")
    assert (first["askers"], first["per_month_low"], first["per_month_high"]) == ("5", "1", "4")
    assert (first["cost_low"], first["cost_high"], first["currency"]) == ("40", "160", "€")
    assert first["effort"] == "large"
    assert (first["status"], first["owner"]) == ("planned", "reset a passcode")
    assert (second["status"], second["owner"], third["rank"]) == ("open", "", "3")
    assert first["nearest"] == "reset a passcode"  # its only section has the same name


def test_backlog_leaves_cells_empty_where_nothing_is_known():
    gap = replace(make_gap("x", 1, 4), per_month=None, cost=None)
    cluster = replace(gap.cluster, nearest=None)
    row = rows_of("csv", with_gaps(make_bare(), [replace(gap, cluster=cluster)]))[0]
    assert {row[name] for name in ("per_month", "cost_low", "currency", "nearest", "owner")} == {""}


def test_jira_repeats_the_column_of_labels():
    rows = list(csv.reader(io.StringIO(write("jira", make_health()))))
    assert rows[0] == [
        "Summary", "Description", "Issue Type", "Priority", "Labels", "Labels", "Labels",
    ]  # fmt: skip
    assert rows[1][0] == "Write an article: reset a passcode"
    assert rows[1][2:] == ["Task", "High", "help-centre", "gap", "write"]
    assert "* People who asked: 5" in rows[1][1]
    assert "* Cost a month: €90 (€40 to €160), your figures" in rows[1][1]


def test_github_has_labels_in_one_cell():
    row = rows_of("github", make_health())[0]
    assert row["labels"] == "help-centre,gap,write,priority-high"
    assert "What customers wrote (of 5 questions):\n\n- “reset a passcode”" in row["body"]


def test_priority_follows_the_share_of_people_that_come_before():
    # of 10 people 0, 5 and 8 come before: the first half is high, up to four fifths medium
    assert [row["Priority"] for row in rows_of("jira", make_health())] == ["High", "Medium", "Low"]


def test_dismissed_gaps_are_no_issues_and_stay_in_the_backlog():
    health = replace(make_health(), notes={"g2": Note("g2", "dismissed", "", "known")})
    assert len(rows_of("github", health)) == 2
    assert [row["status"] for row in rows_of("csv", health)] == ["new", "open", "dismissed"]


@pytest.mark.parametrize(
    ("note", "status"),
    [
        (None, "new"),
        (Note("g1", "open", "Ann"), "new"),
        (Note("g1", "planned", "Ann"), "planned"),
        (Note("g1", "dismissed", "", "x"), "dismissed"),
    ],
)
def test_backlog_calls_a_gap_new_until_something_is_decided(note, status):
    health = replace(make_health(), notes={"g1": note} if note else {})
    told = {row["id"]: row["status"] for row in rows_of("csv", health)}
    assert told == {"g1": status, "g2": "open", "g3": "open"}
    known = {row["status"] for row in rows_of("csv", replace(health, changes=None))}
    assert "new" not in known


@pytest.mark.parametrize("gone", [(), ("g1",), ("g2",), ("g1", "g2")])
def test_ranks_count_open_gaps_and_dismissed_ones_follow(gone):
    health = replace(make_health(), notes={name: Note(name, "dismissed", "", "x") for name in gone})
    order = [name for name in ("g1", "g2", "g3") if name not in gone]
    ranked = [(str(rank), name) for rank, name in enumerate((*order, *gone), 1)]
    assert [(row["rank"], row["id"]) for row in rows_of("csv", health)] == ranked
    entries = json.loads(write("json", health))["gaps"]
    assert [(str(one["rank"]), one["id"]) for one in entries] == ranked
    for name, cell in (("github", "body"), ("jira", "Description")):
        for row, (rank, id_) in zip(rows_of(name, health), ranked[: len(order)], strict=True):
            assert f"Rank: {rank} of {len(order)}\n" in row[cell]
            assert f"Gap: {id_}" in row[cell]
    lines = write("markdown", health).splitlines()
    assert [line[2] for line in lines if line[:3] in ("| 1", "| 2", "| 3")] == [
        rank for rank, _ in ranked[: len(order)]
    ]


def test_questions_that_must_not_be_quoted_are_no_evidence():
    health = make_health()
    quiet = tuple(replace(question, text="") for question in health.questions)
    body = rows_of("jira", replace(health, questions=quiet))[0]["Description"]
    assert "What customers wrote" not in body
    assert "“”" not in body


def test_markdown_says_figures_gaps_articles_and_changes(enough):
    text = write("markdown", make_health())
    for part in (
        "10 questions (2026-08-01 to 2026-08-01): 70% are answered by an article",
        " (between 69% and 74%); 3 gaps make up all of the rest.",
        "| Rows read | 11 = 10 not answered + 1 left out |",
        "| Coverage (answered by an article) | 70% (69% to 74%); +1.5 points (−2.0 to +5.0), ",
        "| Changes since | 2026-10-01, 90 questions then, not all the same |",
        "(was: improve)",
        "| Gaps | 3, 1 new, 1 closed, 30 (0.8 to 167) people a month |",
        "| Cost of gaps a month | €270 (€120 to €480); not comparable: other figures; your f",
        "| Articles | 1: 1 blocked, 0 risky, 0 ready; ready: 1 down |",
        "| 1 | reset a passcode (planned, reset a passcode) | 5 | 2 (1 to 4) | €90 (€40 to €160) |",
        "1. reset a passcode (reset a passcode): blocked, 7 people ask for it.",
        "### Changes since 2026-10-01",
        "- closed: reset a passcode.",
    ):
        assert part in text
    assert len(text) < 60_000


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("How do I reset it?", "- closed: How do I reset it? Reset"),
        ("I cannot get into the app.", "- closed: I cannot get into the app. Reset"),
        ("She said “no way!”", "- closed: She said “no way!” Reset"),
        ("reset it (twice)", "- closed: reset it (twice). Reset"),
    ],
)
def test_a_label_that_ends_as_a_sentence_gets_no_full_stop(label, line):
    health = make_health()
    closed = tuple(replace(gap, label=label, why="Reset.") for gap in health.changes.closed)
    assert line in write(
        "markdown", replace(health, changes=replace(health.changes, closed=closed))
    )


def test_coverage_of_what_a_text_can_answer_is_told_where_other_hands_have_to_act(enough):
    plain = make_health()
    handed = replace(plain.gaps.clusters[0], need=Need.PERSON)
    gaps = replace(plain.gaps, clusters=(handed, *plain.gaps.clusters[1:]))
    other = replace(plain, gaps=gaps)
    text, document = write("markdown", other), json.loads(write("json", other))
    share = document["summary"]["coverage_of_texts"]
    assert share["low"] <= share["value"] <= share["high"]
    assert f"| Coverage of what a text can answer | {share['value']:.0%} (" in text
    assert "what a text can answer" not in write("markdown", plain)
    assert json.loads(write("json", plain))["summary"]["coverage_of_texts"] is None


def test_markdown_of_many_gaps_stays_short_and_says_what_is_left_out():
    text = write("markdown", make_health("word " * 300, (3,) * 200))
    assert "190 further gaps" in text
    assert len(text) < 12_000


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "＝1"])
def test_no_cell_of_a_table_runs(cell):
    for name in ("csv", "jira", "github"):
        for row in csv.reader(io.StringIO(write(name, make_health(cell)))):
            for value in row:
                assert guard_cell(value) == value or value.startswith("'")


def test_hostile_text_makes_nothing_in_markdown():
    harmless = {token.type for token in tokens_of(write("markdown", make_health()))}
    hostile = write("markdown", make_health(HOSTILE), replace(META, title=HOSTILE))
    assert {token.type for token in tokens_of(hostile)} - {"text_special"} <= harmless
    for part in ("<script", "@everyone", "#1", "GH-2", "www.x", "http://", "\x1b", "\u202e"):
        assert part not in hostile


def test_hostile_text_makes_nothing_in_issues():
    (body, *_) = (row["body"] for row in rows_of("github", make_health(HOSTILE)))
    types = {token.type for token in tokens_of(body)}
    assert not types & {"link_open", "image", "code_inline", "html_inline", "html_block"}
    description = rows_of("jira", make_health(HOSTILE))[0]["Description"]
    for part in ("{code}", "[~admin]", "!x.png!", "http://"):
        assert part not in description.replace("\\", "\\\\\0")


@given(st.text(max_size=60) | st.text("[]()!`*_<>&|\\@#:/.w-+=~$1 \n", max_size=60))
def test_escaped_text_reads_as_it_stands(text):
    escaped = markdown(text)
    assert {token.type for token in tokens_of(escaped)} <= SAFE_TOKENS
    assert shown(escaped).replace("\u200b", "") == plain(text).replace("\u200b", "")


@given(st.text("@#:/gGhH-1w.a[]{}|!* ", max_size=40))
def test_nothing_is_left_that_services_act_on(text):
    for line in (markdown(text), jira(text), bare_title(text)):
        for part in ("://", "www.", "@a", "#1", "gh-1"):
            assert part not in line.casefold()


def test_growth_of_escaping_is_linear():
    for sign in "@#:[{-w ":
        assert len(markdown(sign * 20_000)) <= 60_000


def test_cost_is_summed_over_the_gaps_that_have_one():
    gaps = [make_gap("x", 1, 3), make_gap("y", 2, 3, cost=None)]
    assert "| Cost of gaps a month | 90 (40 to 160) |" in write(
        "markdown", with_gaps(make_bare(), gaps)
    )
    bare = [replace(gap, cost=None) for gap in gaps]
    assert "Cost" not in write("markdown", with_gaps(make_bare(), bare))
