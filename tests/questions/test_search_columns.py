"""Search reports in CSV, after the columns that Zendesk's documentation names."""

from __future__ import annotations

import pytest

HEADER = "Search string,Searches,Searches with no results,Tickets created,Click-through rate"


def test_the_columns_of_a_search_report_are_used(read_log):
    rows = ["freeze my card,40,30,3,10%", "opening hours,20,0,0,0.5", "lost parcel,4,2,0,"]
    log = read_log("\n".join([HEADER, *rows]))
    assert [
        (q.text, q.weight, q.results, q.clicks, q.signals, q.channel) for q in log.questions
    ] == [
        ("freeze my card", 40.0, 0, 4, ("ticket-followed",), "search"),
        ("opening hours", 20.0, None, 10, (), "search"),
        ("lost parcel", 4.0, None, None, (), "search"),
    ]
    assert not log.warnings


def test_columns_that_say_more_exactly_come_first(read_log):
    log = read_log("Query,Searches,Clicks,CTR,Channel\nfreeze card,10,7,0.5,help widget\n")
    (question,) = log.questions
    assert (question.clicks, question.channel) == (7, "help widget")


GA4 = """\
# ----------------------------------------
# Free form 1
# 20260701-20260731
# ----------------------------------------
Search term,Event count
reset my password,42
"""


@pytest.mark.parametrize("content", [GA4, "Suchbegriff;Anzahl\nreset my password;42\n"])
def test_what_was_searched_came_in_by_search(content, read_log):
    (question,) = read_log(content).questions
    assert (question.text, question.weight, question.channel) == ("reset my password", 42, "search")


def test_a_message_beside_a_search_did_not_come_in_by_search(read_log):
    content = "search term,note\nreset,How do I get a new password?\n"
    assert [q.channel for q in read_log(content, text="note").questions] == [""]


# A report, and what it says of its first search: text, times, opened hits.
REPORTS = {
    "Search Console": (
        'Top queries,Clicks,Impressions,CTR,Position\nfreeze card,12,"1,204",1%,8.3\n', 1204, 12,
    ),
    "Search Console in German": (
        "Häufigste Suchanfragen;Klicks;Impressionen;CTR;Position\nfreeze card;12;1.204;1 %;8,3\n",
        1204, 12,
    ),
    "queries with searches": ("Query,Searches,Clicks\nfreeze card,1.500,7\nopen,980,0\n", 1500, 7),
    "short numbers": ("Keyword,Searches\nfreeze card,1.5K\n", 1500, None),
    "Swiss": ("Query\tSearches\nfreeze card\t1'500\n", 1500, None),
    "blank": ("Query,Searches,Clicks\nfreeze card,,\n", 1, None),
}  # fmt: skip


@pytest.mark.parametrize(("content", "times", "clicks"), REPORTS.values(), ids=REPORTS)
def test_a_report_of_searches_is_known_by_its_columns_and_counts_whole_numbers(
    content, times, clicks, read_log
):
    log = read_log(content)
    first = log.questions[0]
    assert (first.text, first.weight, first.clicks) == ("freeze card", times, clicks)
    assert {question.channel for question in log.questions} == {"search"}
    assert not log.warnings


def test_what_was_searched_zero_times_was_never_asked(read_log):
    log = read_log("Query,Searches\nfreeze card,0\nopening hours,3\n")
    assert log.left_out == {"asked 0 times": 1}


@pytest.mark.parametrize("header", ["Query,Agent", "Query,Count", "Text,Clicks"])
def test_a_query_without_the_columns_of_a_report_may_be_a_message(header, read_log):
    assert read_log(f"{header}\nHow do I pay?,3\n").questions[0].channel == ""
