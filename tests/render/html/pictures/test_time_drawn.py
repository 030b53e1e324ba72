"""Questions over time as columns, trends as sparks."""

from datetime import date

from full_report import make_meta

from kbtool.render.html.pictures.spark import draw_spark
from kbtool.render.html.pictures.weeks import draw_weeks
from kbtool.render.views.meta import Release
from kbtool.render.views.periods import divide_time

TEXT = "How do I change my card?"


def test_a_spark_says_its_figures(full):
    spark = draw_spark(full.gaps.gaps[0].cluster.trend)
    assert spark.text == "new: people 1, 0, 3, 2"
    assert [bar.height for bar in spark.bars] == [6, 1, 18, 12]
    assert draw_spark(None) is None
    days = (date(2026, 8, 1), date(2026, 10, 31))
    told = draw_spark(full.gaps.gaps[0].cluster.trend, days).text
    assert told == "new: people 1, 0, 3, 2, in 4 equal parts of 1 Aug – 31 Oct 2026"


def test_weeks_hold_every_question_and_mark_releases(full):
    weeks = draw_weeks(divide_time(full, make_meta(TEXT).releases))
    assert weeks.periods.days == 7
    assert sum(window.period.total for window in weeks.windows) == len(full.questions)
    assert [marker.numbers for marker in weeks.markers] == ["1, 2"]
    assert weeks.periods.cut_short
    outside = draw_weeks(divide_time(full, [Release(date(2020, 1, 1), "old")]))
    assert (outside.markers, outside.periods.releases) == ((), ())
