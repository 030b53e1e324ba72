"""Articles and their criteria."""

from kbtool.health import Criterion
from kbtool.render.views.articles import count_met, sort_criteria


def test_what_is_not_met_comes_first():
    criteria = [Criterion(f"R0{n}", "", a, "") for n, a in enumerate(("yes", "not measured", "no"))]
    assert [one.answer for one in sort_criteria(criteria)] == ["no", "not measured", "yes"]
    met = count_met(criteria)
    assert (met.yes, met.measured, met.unknown) == (1, 2, 1)
    assert count_met([]) is None
