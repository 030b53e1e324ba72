"""How a figure moved, in words: one rounding, bounds, and no more certainty than there is."""

import pytest

from kbtool.model import Interval, Move
from kbtool.render.moves_words import say_money, say_people, say_points
from kbtool.render.wording import change


@pytest.mark.parametrize(
    ("move", "told"),
    [
        (None, ""),
        (Move(None, Interval(0.0153, -0.02, 0.05)), "+1.5 points (−2.0 to +5.0), within chance"),
        (Move(None, Interval(-0.08, -0.1, -0.06)), "−8.0 points (−10.0 to −6.0), more than chance"),
        (Move(None, Interval(0.0001, -0.02, 0.02)), "0.0 points (−2.0 to +2.0), within chance"),
        (Move(None, Interval(0.02, 0.02, 0.02), True), "+2.0 points"),
        (Move(None, Interval(0.0, 0.0, 0.0), True), "as before"),
        (Move(hindrance="no dates"), "not comparable: no dates"),
    ],
)
def test_points_are_the_difference_itself_with_what_chance_could_do(move, told):
    assert say_points(move) == told


def test_people_and_money_move_in_their_own_units():
    move = Move(None, Interval(-12.4, -40.0, 0.3))
    assert say_people(move) == "−12 people a month (−40 to +0.3), within chance"
    assert say_money(move, "CHF") == "−CHF 12 (−CHF 40 to 0), within chance".replace(
        "to 0", "to CHF 0"
    )


def test_a_difference_is_rounded_once():
    assert change(60.4, 59.6) == "1 up"
    assert change(60.6, 60.4) == "as before"
