"""The sample as a whole: what a support lead is told of it."""

from datetime import date
from pathlib import Path

import pytest

from kbtool.articles import load_articles
from kbtool.health import QuoteOptions, guard_quotes
from kbtool.matching import GapOptions, find_gaps
from kbtool.model import KnowledgeBase, Need
from kbtool.questions import read_questions

SAMPLE = Path(__file__).resolve().parents[2] / "sample_kb"
NO_CONTROLS = GapOptions(controls=False)


@pytest.fixture(scope="module")
def kb():
    """The articles of the sample."""
    return KnowledgeBase.of(load_articles([SAMPLE / "articles"]).articles, date(2026, 11, 22))


@pytest.fixture(scope="module")
def log():
    """The questions of the sample."""
    return read_questions([SAMPLE / "questions.csv"])


@pytest.fixture(scope="module")
def report(kb, log):
    """What is found in the sample."""
    return find_gaps(kb, log.questions, NO_CONTROLS)


def test_error_rates_rest_on_all_groups_and_stand_in_the_basis(report):
    rates = report.calibration
    assert rates.groups == len(report.clusters)
    assert 0 < rates.false_gaps < 0.6
    assert 0 < rates.missed_gaps < 0.6
    assert f"at most {rates.false_gaps:.0%} of {rates.groups} groups" in report.threshold_basis


def test_the_threshold_in_use_gives_what_the_report_says(report):
    (used,) = [cut for cut in report.scores.cuts if cut.threshold == report.threshold]
    matched = [one for one in report.matches if one.question not in report.unmatchable]
    assert used.answered == sum(match.answered for match in matched)
    assert used.answered + used.open == len(matched)
    assert used.gaps == len(report.gaps)
    assert used.recall == pytest.approx(1 - report.calibration.missed_gaps)


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


def test_most_pairs_have_words_that_tell_them_apart_also_where_quotes_are_guarded(report, kb, log):
    pairs = guard_quotes(report, log, QuoteOptions(none=True))[0].confusable
    assert pairs == report.confusable
    assert sum(any(pair.telling) for pair in pairs) >= 0.8 * len(pairs)
    texts = {article.id: article.source.text.casefold() for article in kb.articles}
    for pair in pairs:
        for name, words in zip(pair.articles, pair.telling, strict=True):
            assert all(word.casefold() in texts[name] for word in words)


@pytest.mark.parametrize("number", [5, 10])
def test_few_articles_answer_few_questions_of_a_log_about_everything(number, kb, log):
    """Every 13th or 7th of 66 articles: what they seem to answer is not most of the log."""
    few = sorted(kb.articles, key=lambda article: article.id)[:: 66 // number][:number]
    found = find_gaps(KnowledgeBase.of(few, date(2026, 11, 22)), log.questions, NO_CONTROLS)
    assert found.coverage.value < 0.35
    assert any("Scores rest on defaults" in warning for warning in found.warnings)
