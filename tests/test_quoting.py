"""Which texts of customers a report may quote."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from kbtool.health import QuoteOptions, guard_quotes
from kbtool.matching import find_gaps
from kbtool.matching.options import GapOptions
from kbtool.model import Gap, KnowledgeBase, Question, QuestionLog, QuestionMatch, Theme

GROUPS = {
    "passcode": ["reset my passcode", "how do I reset the passcode", "passcode reset for Zoltan"],
    "sticker": ["a unicorn sticker for my laptop", "unicorn sticker for the laptop"],
}
SINGLE = "does the violet giraffe sing"


@pytest.fixture(scope="module")
def found():
    """A report and a log with a group of three people, one of two, and a question of one."""
    texts = [text for group in GROUPS.values() for text in group] + [SINGLE]
    questions = tuple(
        Question(f"q{at}", text, requester=f"person {at}") for at, text in enumerate(texts)
    )
    grouped, single = questions[:-1], questions[-1].id
    report = find_gaps(KnowledgeBase((), date(2026, 11, 1)), grouped, GapOptions(min_askers=1))
    matches = (*report.matches, QuestionMatch(single, None, answered=False, cluster=""))
    return replace(report, matches=matches, ungrouped=(single,)), QuestionLog(questions)


def shown(log):
    return [question.text for question in log.questions if question.text]


def test_by_default_only_groups_of_three_people_are_quoted(found):
    report, log = guard_quotes(*found, QuoteOptions())
    assert shown(log) == GROUPS["passcode"]
    label = next(c.label for c in report.clusters if c.askers == 2)
    assert label == "2 people, not quoted"  # no word that three people used


def test_one_person_is_a_person(found):
    report, log = found
    alone = replace(report, clusters=tuple(replace(c, askers=1) for c in report.clusters))
    labels = {c.label for c in guard_quotes(alone, log, QuoteOptions())[0].clusters}
    assert "1 person, not quoted" in labels


def test_with_a_floor_of_two_the_smaller_group_is_quoted_too(found):
    _, log = guard_quotes(*found, QuoteOptions(min_askers=2))
    assert shown(log) == [*GROUPS["passcode"], *GROUPS["sticker"]]


def test_with_a_floor_of_one_nothing_is_hidden(found):
    assert guard_quotes(*found, QuoteOptions(min_askers=1)) == found


def test_themes_are_labelled_in_somebody_s_words_and_hidden_with_them(found):
    report, log = found
    named = tuple(replace(c, themes=(Theme("violet unicorn", ("q1",)),)) for c in report.clusters)
    report = replace(report, clusters=named, gaps=(Gap(named[0], "weak", None),))
    shown_report, _ = guard_quotes(report, log, QuoteOptions(none=True))
    assert "violet" not in repr(shown_report)
    shown_report, _ = guard_quotes(report, log, QuoteOptions())
    assert [len(cluster.themes) for cluster in shown_report.clusters] == [1, 0]


def test_without_quotes_only_words_of_several_people_are_left(found):
    report, log = guard_quotes(*found, QuoteOptions(none=True))
    assert shown(log) == []
    assert {*report.clusters[0].label.split(", ")} == {"passcode", "reset"}
    assert "Zoltan" not in repr((report, log))
    assert "unicorn" not in repr((report, log))


def test_guarding_keeps_ids_and_numbers(found):
    report, log = guard_quotes(*found, QuoteOptions(none=True))
    assert [q.id for q in log.questions] == [q.id for q in found[1].questions]
    assert [g.cluster.askers for g in report.gaps] == [g.cluster.askers for g in found[0].gaps]
    assert report.coverage == found[0].coverage
