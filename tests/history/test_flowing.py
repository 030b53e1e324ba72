"""Gaps that open and close over many runs."""

from datetime import date, timedelta

import pytest
from small_runs import make_record, make_topic

from kbtool.history import Page, compare_records, open_history, trace_flow
from kbtool.history.flowing import MOST

ANSWERED = {"gap": False, "answered": True, "article": "closing", "title": "Close", "answers": 2}
PAY = make_topic("t2", ("pay by card", "can I pay"))
SHIP = make_topic("t3", ("ship it", "send it"))
SPLIT = make_topic("t4", ("pay by card",)), make_topic("t5", ("can I pay",))


def make_run(number, topics, **parts):
    """A run of a week, on other questions than all others."""
    day = date(2026, 1, 5) + timedelta(weeks=number)
    parts = {"content": f"c{number}", "log": f"l{number}", **parts}
    return make_record(id=number, day=day, inputs=f"i{number}", topics=topics, **parts)


def trace(*records, earlier=0):
    return trace_flow(reversed(records), len(records) + earlier)


def test_gaps_of_a_run_are_those_before_with_all_that_came_and_went():
    one = make_run(1, (make_topic(), PAY))
    two = make_run(2, (make_topic(**ANSWERED), SHIP, *SPLIT))
    start, stage = trace(one, two).stages
    assert (start.run, start.balance, start.hindrances) == (one.run, None, ())
    told, change = stage.balance, compare_records(one, two)
    assert (told.before, told.closed, told.opened) == (2, 1, 1)
    assert (told.regrouped_away, told.regrouped_in) == (1, 2)
    assert told.after == stage.run.gaps == 3
    assert (len(change.closed), len(change.opened)) == (told.closed, told.opened)
    assert len(change.regrouped) == told.regrouped_away + told.regrouped_in


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"versions": {"kbtool": "2"}}, "kbtool 1 then, 2 now"),
        ({"config": "c2"}, "settings differ"),
        ({"topics": (SHIP,)}, "share no wording"),
    ],
)
def test_run_that_is_hard_to_compare_breaks_the_flow(other, why):
    parts = {"topics": (make_topic(), PAY), **other}
    later = {name: parts[name] for name in ("versions", "config") if name in parts}
    flow = trace(
        make_run(1, (make_topic(),)),
        make_run(2, **parts),
        make_run(3, parts["topics"], **later),
    )
    _, broken, last = flow.stages
    assert broken.balance is None
    assert why in broken.hindrances[0]
    assert last.balance.after == last.run.gaps, "what comes after the break is compared again"
    assert (flow.breaks, len(flow.balances)) == (1, 1)


def test_runs_on_the_same_inputs_are_one_and_the_last_of_them():
    same = {"content": "c", "log": "l"}
    one, two = (make_run(number, (make_topic(),), **same) for number in (1, 2))
    three = make_run(3, ())
    assert [stage.run.id for stage in trace(one, two, three).stages] == [2, 3]
    other = make_run(2, (make_topic(),), versions={"kbtool": "2"}, **same)
    assert [stage.run.id for stage in trace(one, other).stages] == [1, 2]


def test_only_the_latest_runs_are_compared_and_read():
    records = [make_run(number, (make_topic(),)) for number in range(1, 301)]
    read = []
    flow = trace_flow((read.append(one.id) or one for one in reversed(records)), 300)
    assert [stage.run.id for stage in flow.stages] == [*range(301 - MOST, 301)]
    assert flow.earlier == 300 - MOST
    assert len(read) == MOST


def test_no_run_and_one_run_flow_nowhere():
    assert trace().stages == ()
    flow = trace(make_run(1, (make_topic(),)))
    assert (len(flow.stages), flow.balances, flow.earlier) == (1, (), 0)


def test_article_that_is_changed_between_two_later_runs_closes_a_gap_then():
    changed = (Page("closing", "Close", "d2"),)
    runs = [
        make_run(1, (make_topic(),), articles=(Page("closing", "Close", "d1"),)),
        make_run(2, (make_topic(),), articles=(Page("closing", "Close", "d1"),)),
        make_run(3, (make_topic(**ANSWERED),), articles=changed),
    ]
    assert [one.closed for one in trace(*runs).balances] == [0, 1]


def test_file_gives_its_records_last_first_and_one_at_a_time(tmp_path):
    history = open_history(tmp_path / "runs.sqlite3").history
    for number in range(1, 6):
        history.add(make_run(number, (make_topic(),)))
    assert history.count() == 5
    latest = history.latest()
    assert next(latest).id == 5
    history._connection.execute("UPDATE runs SET record = x'7b7d' WHERE id = 3")
    assert [record.id for record in latest] == [4, 2, 1]
    assert [record.id for record in history.runs()] == [1, 2, 4, 5]
    assert history.unread == 1, "read twice, it is one record"
    history.close()
