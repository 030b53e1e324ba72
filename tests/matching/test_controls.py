"""Negative controls: verdicts on articles that cannot answer."""

from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from kbtool.articles import load_articles
from kbtool.matching import find_gaps
from kbtool.matching.judging import texts as judging
from kbtool.matching.judging.survey import form_labels, read_log, rejudge, survey
from kbtool.matching.judging.texts import judge_groups
from kbtool.matching.options import GapOptions
from kbtool.matching.report import warn_of_controls
from kbtool.matching.search.passages import read_article
from kbtool.matching.trust import controls
from kbtool.matching.trust.decoys import foreign_articles, shuffle_articles
from kbtool.model import Controls, Interval, KnowledgeBase, Question
from kbtool.questions import read_questions

SAMPLE = Path(__file__).resolve().parents[2] / "sample_kb"


@pytest.fixture(scope="module")
def kb():
    """Articles of the sample."""
    return KnowledgeBase.of(load_articles([SAMPLE / "articles"]).articles, date(2026, 11, 22))


@pytest.fixture(scope="module")
def questions():
    """Questions of the sample."""
    return read_questions([SAMPLE / "questions.csv"]).questions


@pytest.fixture(scope="module")
def report(kb, questions):
    """What is found in the sample."""
    return find_gaps(kb, questions)


def test_articles_that_cannot_answer_are_far_below_those_that_can(report):
    found = report.controls
    assert found.shuffled.high < report.coverage.low * 0.85
    assert found.foreign.high < report.coverage.low * 0.2  # it was 0.3
    assert found.foreign.low <= found.foreign.value < found.shuffled.value
    assert not found.reasons
    assert not any("dealt out anew" in warning for warning in report.warnings)


def test_all_questions_with_a_word_to_match_are_looked_at(report, questions):
    assert report.controls.questions == len(questions) - len(report.unmatchable)


def test_the_order_of_a_log_and_another_run_change_nothing(kb, questions, report):
    again = find_gaps(kb, tuple(reversed(questions)))
    assert again.controls == report.controls


def test_rivals_count_on_other_articles_for_what_the_weakest_reach_on_the_own(kb, questions):
    found = survey(kb, log := read_log(kb, questions), GapOptions())
    labels = form_labels(found, 0.4)
    groups = judge_groups(found.matcher, labels, found.single)
    assert groups.least > 0
    rows = np.arange(len(log.asked))
    single, matcher = rejudge(found, foreign_articles(), rows)
    by_own, bare = (
        judge_groups(matcher, labels, single, like=like).best
        for like in (groups, replace(groups, least=0.0))
    )
    assert (by_own <= bare + 1e-6).all()
    assert (by_own >= 0.5).sum() < 0.6 * (bare >= 0.5).sum()


def test_nothing_is_learned_from_articles_that_cannot_answer(kb, questions, report, monkeypatch):
    log = read_log(kb, questions)
    found = survey(kb, log, GapOptions())
    labels = form_labels(found, 0.4)
    groups = judge_groups(found.matcher, labels, found.single)

    def refuse(*_):
        pytest.fail("learned anew")

    monkeypatch.setattr(judging, "learn_standard", refuse)
    verdicts = controls.Verdicts(found, labels, groups, 0.5)
    assert controls.measure_controls(kb, verdicts, GapOptions()) == report.controls


def test_controls_change_no_other_figure(kb, questions, report):
    without = find_gaps(kb, questions, GapOptions(controls=False))
    assert without.controls is None
    assert without.gaps == report.gaps
    assert without.coverage == report.coverage


def test_shuffled_articles_hold_the_same_sentences_elsewhere(kb):
    articles = sorted(kb.articles, key=lambda article: article.id)
    before, after = [read_article(article) for article in articles], shuffle_articles(articles)

    def words(texts):
        parts = [(t.title, t.headings, *(p.text for p in t.passages)) for t in texts]
        return Counter(word for part in parts for text in part for word in text.split())

    assert words(after) == words(before)
    assert [len(text.passages) for text in after] == [len(text.passages) for text in before]
    moved = sum(old.title != new.title for old, new in zip(before, after, strict=True))
    assert moved > 0.8 * len(before)
    assert after == shuffle_articles(articles)


def test_foreign_texts_are_many_and_have_something_to_say():
    texts = foreign_articles()
    assert len(texts) > 80
    assert all(text.title and text.passages for text in texts)


def _articles(tmp_path, texts, locale="en"):
    for number, text in enumerate(texts):
        page = f"---\nlang: {locale}\n---\n# Page {number}\n\n{text}\n"
        (tmp_path / f"{number}.md").write_text(page, encoding="utf-8")
    return KnowledgeBase.of(load_articles([tmp_path]).articles, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("texts", "locale", "reason"),
    [
        (["Pay here."] * 5, "de", "foreign articles: kbtool has foreign texts in English only"),
        (["Run kbtool lint."] * 5, "en", "kbtool's own texts are not foreign"),
        (["Pay here."], "en", "shuffled articles: below 4 articles"),
        ([], "en", "there are no articles"),
    ],
)
def test_what_is_not_measured_says_why(tmp_path, texts, locale, reason):
    asked = [Question(id=str(n), text=f"how do I pay bill {n}") for n in range(6)]
    found = find_gaps(_articles(tmp_path, texts, locale), asked).controls
    assert any(reason in one for one in found.reasons)
    assert (found.shuffled is None) == any("shuffled" in one for one in found.reasons)
    assert (found.foreign is None) == any("foreign art" in one for one in found.reasons)


def test_large_logs_are_sampled_by_whole_groups():
    labels = np.random.default_rng(0).integers(0, 900, 6000)
    rows = controls._sample(labels)
    assert 1900 < len(rows) <= 2000
    inside = set(labels[rows].tolist())
    assert set(np.flatnonzero(np.isin(labels, list(inside))).tolist()) == set(rows.tolist())


@pytest.mark.parametrize(
    ("shuffled", "foreign", "said"),
    [
        (
            0.52,
            0.08,
            "Your own articles with their sentences dealt out anew would seem to answer 52",
        ),
        (0.5, None, "Your own articles with their sentences"),  # the lower bound itself
        (0.2, 0.55, "Texts about something else would seem to answer 55 of 100 questions"),
        (0.46, 0.08, "Your own articles with their sentences"),  # intervals meet
        (0.44, 0.08, ""),
        (None, None, ""),
    ],
)
def test_controls_that_reach_the_coverage_are_warned_of(shuffled, foreign, said):
    shares = (None if s is None else Interval(s, s / 2, s + 0.05) for s in (shuffled, foreign))
    found = tuple(warn_of_controls(Interval(0.6, 0.5, 0.7), Controls(*shares, 90)))
    assert len(found) == bool(said)
    assert all(warning.startswith(said) for warning in found)
