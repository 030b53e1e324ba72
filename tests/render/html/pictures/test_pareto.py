"""Gaps as bars."""

import pytest
from msgspec.structs import replace

from kbtool.render.html.pictures.pareto import draw_costs, draw_people


def test_the_pareto_line_lies_below_four_fifths_of_the_people(build):
    gaps = build(gaps=4).gaps.gaps
    askers = (60, 25, 10, 5)  # 60, 85 ... of 100: two gaps reach 80%
    sized = [
        replace(gap, cluster=replace(gap.cluster, askers=number))
        for gap, number in zip(gaps, askers, strict=True)
    ]
    pareto = draw_people(sized)
    assert pareto.major == 2
    assert [bar.major for bar in pareto.bars] == [True, True, False, False]
    assert [bar.width for bar in pareto.bars] == pytest.approx([100, 25 / 0.6, 10 / 0.6, 5 / 0.6])
    assert pareto.bars[1].y + 26 < pareto.cut < pareto.bars[2].y
    assert "2 gaps of 4 hold 80%" in pareto.text


def test_a_pareto_picture_of_nothing_is_empty():
    pareto = draw_people([])
    assert (pareto.bars, pareto.rests, pareto.cut) == ((), (), None)


def test_a_long_tail_is_gathered_above_and_below_the_line(build):
    pareto = draw_people(build(gaps=20).gaps.gaps)  # sixteen of twenty equal gaps hold 80%
    assert len(pareto.bars) == 12
    rests = [(row.label, row.figure, row.running) for row in pareto.rests]
    assert rests == [("4 further gaps", "20%", "80%"), ("4 further gaps", "20%", "100%")]
    assert pareto.rests[0].y + 26 < pareto.cut < pareto.rests[1].y
    assert pareto.reached == 13
    assert "16 gaps of 20 hold 80%" in pareto.text


@pytest.mark.parametrize(
    ("askers", "bars", "rests", "sentence"),
    [
        ((4,), 1, 0, "There is no other gap."),
        ((4, 4, 4), 3, 0, "It takes all 3 gaps to reach 80%."),
        ((99, 1), 2, 0, "1 gap of 2 holds 80%."),
        ((4,) * 13, 13, 0, "11 gaps of 13 hold 80%."),
        ((100,) * 12 + (1,) * 3, 12, 1, "10 gaps of 15 hold 80%."),
        ((100,) * 12 + (60,) * 5, 12, 1, "12 gaps of 17 hold 80%."),
        ((10,) * 40, 12, 2, "32 gaps of 40 hold 80%."),
        ((10,) * 12 + (1000,) * 3, 12, 1, "3 gaps of 15 hold 80%."),
    ],
)
def test_where_four_fifths_are_reached_is_always_told(build, askers, bars, rests, sentence):
    gaps = build(gaps=len(askers)).gaps.gaps
    sized = [
        replace(gap, cluster=replace(gap.cluster, askers=number))
        for gap, number in zip(gaps, askers, strict=True)
    ]
    pareto = draw_people(sized)
    assert (len(pareto.bars), len(pareto.rests), pareto.sentence) == (bars, rests, sentence)
    rows = [*pareto.bars, *pareto.rests]
    if pareto.cut is None:
        assert all(row.major for row in rows)
    else:
        assert rows[pareto.reached - 1].y + 26 < pareto.cut < rows[pareto.reached].y
    assert rows[-1].running == "100%"
    assert rows[-1].y + 26 <= pareto.height


def test_money_has_a_picture_only_where_it_is_known(full, build):
    assert draw_costs(full.gaps.gaps, "$").bars[0].figure == "$94"
    assert draw_costs(build().gaps.gaps, "$") is None
