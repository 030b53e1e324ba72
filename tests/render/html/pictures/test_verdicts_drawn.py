"""Pairs that are confused, and verdicts that err."""

import pytest

from kbtool.model import Confusable
from kbtool.render.html.pictures.calibration import show_calibration
from kbtool.render.html.pictures.confusion import draw_confusion

TEXT = "How do I change my card?"


def test_the_grid_of_confusable_articles_is_the_same_from_both_sides():
    def pair(one, other, askers):
        return Confusable((one, other), (one, other), (), askers, ((), ()))

    grid = draw_confusion([pair("a", "b", 8), pair("a", "c", 2)])
    assert grid.titles == ("a", "b", "c")
    places = {(cell.x, cell.y): cell.askers for cell in grid.cells}
    assert {(y, x): askers for (x, y), askers in places.items()} == places
    assert [cell.strength for cell in grid.cells] == [4, 4, 1, 1]
    assert draw_confusion([pair("a", "b", 8)]) is None


def test_errors_are_shown_at_the_threshold_in_use(full, build):
    shown = show_calibration(full)
    assert shown.cut == pytest.approx(30)
    assert [row.threshold for row in shown.rows if row.used] == [0.3]
    assert "20% of groups are called gaps" in shown.text
    assert show_calibration(build(TEXT)) is None
