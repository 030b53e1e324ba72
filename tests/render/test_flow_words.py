"""How gaps opened and closed over many runs, on a terminal and in a line."""

import json

import pytest
from small_flow import make_flow

from kbtool.render import load_renderer
from kbtool.render.flow_words import say_flow, say_no_flow, say_regrouped
from kbtool.render.terminal import one_line

ROWS = """\
Gaps from run to run
run  day         before  closed  new  regrouped  now  answered of what a text can
1    2026-08-01                                  12
2    2026-08-08  12      −2      +1              11   60% (50% to 70%)
3    2026-08-15  11      0       +3   +2 −1      15   60% (50% to 70%)
   hard to compare with run 3: settings differ
4    2026-08-22                                  20   60% (50% to 70%)
5    2026-08-29  20      −4      0    +1 −2      15   60% (50% to 70%)
7 earlier runs not shown here
"""


def table(flow):
    runs = tuple(stage.run for stage in flow.stages)
    return load_renderer("history", "table")(runs, None, flow)


def test_terminal_shows_a_row_for_each_run_that_adds_up():
    assert table(make_flow(earlier=7)).endswith(f"\n\n{ROWS}")


def test_what_breaks_a_flow_takes_one_line_of_the_terminal():
    why = "settings\x1b[2J\ndiffer\u202e"
    assert one_line(why) in table(make_flow(why)).splitlines()[-3]
    assert "\x1b" not in table(make_flow(why))


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((), "The next report on other articles or questions"),
        ((None, None), "No two runs in a row can be compared."),
    ],
)
def test_without_two_runs_to_compare_it_is_told_how_to_get_them(steps, told):
    flow = make_flow(steps=steps)
    assert say_no_flow(flow).startswith(told)
    assert say_flow(flow) == ""
    assert "Gaps from run to run" not in table(flow)
    assert (told in table(flow)) == bool(steps), "one run needs no word on a terminal"


@pytest.mark.parametrize(
    ("flow", "told"),
    [
        (
            make_flow(earlier=1),
            (
                "5 runs: 12 on 2026-08-01, 6 closed, 4 new, +5 by regrouping and breaks, "
                "15 on 2026-08-29; 1 run is hard to compare with the one before; "
                "1 earlier run not shown"
            ),
        ),
        (
            make_flow(steps=((2, 1, 3, 0),)),
            "2 runs: 12 on 2026-08-01, 2 closed, 1 new, −3 by regrouping, 8 on 2026-08-08",
        ),
        (
            make_flow(steps=((2, 1, 1, 1),)),
            "2 runs: 12 on 2026-08-01, 2 closed, 1 new, 11 on 2026-08-08",
        ),
    ],
)
def test_a_line_tells_the_whole_flow_and_adds_up(flow, told):
    assert say_flow(flow) == told


def test_gaps_that_were_only_regrouped_stand_with_their_signs():
    told = [say_regrouped(one) for one in make_flow(steps=((0, 0, 0, 0), (0, 0, 2, 0))).balances]
    assert told == ["", "−2"]


def test_data_of_the_flow_are_those_of_its_rows():
    flow = make_flow(earlier=7)
    told = json.loads(load_renderer("history", "json")((), None, flow))["flow"]
    assert told["earlier_runs"] == 7
    assert [run["gaps"] for run in told["runs"]] == [12, 11, 15, 20, 15]
    assert [run["not_comparable"] for run in told["runs"]] == [[], [], [], ["settings differ"], []]
    assert told["runs"][0]["coverage_of_texts"] is None
    assert told["runs"][2] == {
        "id": 3,
        "day": "2026-08-15",
        "gaps": 15,
        "coverage_of_texts": {"value": 0.6, "low": 0.5, "high": 0.7},
        "since_run_before": {
            "before": 11,
            "closed": 0,
            "opened": 3,
            "regrouped_away": 1,
            "regrouped_in": 2,
        },
        "not_comparable": [],
        "needs": None,
    }
