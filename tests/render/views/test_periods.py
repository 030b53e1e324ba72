"""Questions over time."""

from kbtool.render.views.periods import divide_time


def test_two_weeks_are_too_short_for_a_picture_of_time(build):
    assert divide_time(build()) is None
    assert divide_time(build(dated=False)) is None
