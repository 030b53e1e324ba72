"""What is said of groups that were a gap in the run before and are answered now."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from kbtool.health import note_closed
from kbtool.model import (
    Action,
    Changes,
    ClosedGap,
    Cluster,
    GapReport,
    Interval,
    Question,
    Run,
)

HALF = Interval(0.5, 0.4, 0.6)
RUN = Run(1, date(2026, 11, 10), 4, None, 1, {}, {})
CHANGES = Changes(RUN, (), (ClosedGap("c", "limits", 4, "it is answered"),))


def note(days, action=Action.SURFACE, answered=True, changes=CHANGES, id_="c"):
    """The group after the note; a question for each day of November, None for one without date."""
    log = tuple(
        Question(str(at), "limit", day and datetime(2026, 11, day, 9, tzinfo=UTC))
        for at, day in enumerate(days)
    )
    ids = tuple(question.id for question in log)
    why = "4 people asked; “Limits” answers them."
    group = Cluster(id_, "limits", ids, 4, HALF, None, None, action, why, answered)
    report = GapReport((), (group,), (), HALF, (), (), 0.3, "")
    return note_closed(report, changes, log).clusters[0]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([1, 2, 9], "its questions are all older than that run"),
        ([1, 9, 10], "1 of its 3 questions was asked on that day or later"),
        ([None, 9, 10, 12], "2 of its 4 questions were asked on that day or later"),
        ([1, None], "its questions may be older than the answer"),
        ([None, None], "its questions may be older than the answer"),
    ],
)
def test_age_of_the_questions_is_told_as_far_as_it_is_known(days, said):
    assert f"Closed since the run of 2026-11-10: {said}" in note(days).why


def test_questions_that_the_run_before_read_as_well_are_older_than_the_answer():
    why = note([None, 12], changes=replace(CHANGES, exact=True)).why
    assert "that run read the same questions" in why


def test_only_the_advice_to_show_the_article_is_withdrawn():
    shown = note([1])
    assert shown.action is Action.NONE
    assert shown.why.startswith("Closed since")
    for action in (Action.RETITLE, Action.DISAMBIGUATE, Action.NONE):
        kept = note([1], action)
        assert kept.action is action
        assert kept.why.startswith("4 people asked; “Limits” answers them. Closed since the run")


def test_groups_that_were_no_gap_before_or_still_are_one_say_nothing():
    for group in (note([1], answered=False), note([1], id_="other"), note([1], changes=None)):
        assert group.action is Action.SURFACE
        assert "Closed" not in group.why
