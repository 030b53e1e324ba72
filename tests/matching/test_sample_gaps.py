"""The sample as a whole: what a support lead is told of it."""

from datetime import date
from pathlib import Path

import pytest

from kbtool.articles import load_articles
from kbtool.matching import find_gaps
from kbtool.model import KnowledgeBase, Need
from kbtool.questions import read_questions

SAMPLE = Path(__file__).resolve().parents[2] / "sample_kb"


@pytest.fixture(scope="module")
def report():
    """What is found in the sample."""
    kb = KnowledgeBase.of(load_articles([SAMPLE / "articles"]).articles, date(2026, 11, 22))
    return find_gaps(kb, read_questions([SAMPLE / "questions.csv"]).questions)


def test_error_rates_rest_on_all_groups_and_stand_in_the_basis(report):
    rates = report.calibration
    assert rates.groups == len(report.clusters)
    assert 0 < rates.false_gaps < 0.6
    assert 0 < rates.missed_gaps < 0.6
    assert f"at most {rates.false_gaps:.0%} of {rates.groups} groups" in report.threshold_basis


def test_themes_share_out_questions_of_their_group(report):
    split = [cluster for cluster in report.clusters if cluster.themes]
    assert len(split) > 10
    for cluster in split:
        named = [name for theme in cluster.themes for name in theme.questions]
        assert len(set(named)) == len(named)
        assert set(named) <= set(cluster.questions)
        assert cluster.askers >= 8
        assert len(cluster.themes) > 1


def test_groups_need_different_hands(report):
    needs = {cluster.need for cluster in report.clusters}
    assert {Need.QUICK, Need.ARTICLE, Need.ACCOUNT} <= needs


def test_every_gap_of_a_dated_log_has_a_trend_and_a_saving(report):
    for gap in report.gaps:
        assert len(gap.cluster.trend.series) == 6
        assert gap.cost.low <= gap.cost.value <= gap.cost.high


def test_gaps_are_ranked_by_the_lower_bound_of_people(report):
    bounds = [gap.per_month.low * gap.probability for gap in report.gaps]
    assert bounds == sorted(bounds, reverse=True)
