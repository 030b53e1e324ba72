"""What `kbtool gaps --what-if` says of the next report, and what publishing an article moves."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from kbtool.articles import load_articles
from kbtool.matching import GapOptions, survey_gaps, try_drafts
from kbtool.matching.clusters.grouping import group_texts
from kbtool.model import KnowledgeBase
from kbtool.questions import read_questions

SAMPLE = Path(__file__).resolve().parents[2] / "sample_kb"
OPTIONS = GapOptions(controls=False)


def gather(*articles):
    return KnowledgeBase.of(articles, date(2026, 11, 22))


@pytest.fixture(scope="module")
def published():
    articles = load_articles([SAMPLE / "articles"]).articles
    drafts = load_articles([SAMPLE / "drafts"]).articles
    log = read_questions([SAMPLE / "questions.csv"]).questions
    kb = gather(*articles)
    report, found = survey_gaps(kb, log, OPTIONS)
    tried = try_drafts(report, found, kb, drafts, OPTIONS)
    after, then = survey_gaps(gather(*articles, *drafts), log, OPTIONS)
    return tried, report, found, after, then


def test_the_next_report_says_what_was_said_of_it(published):
    tried, before, _, after, _ = published
    told = tried.published
    pairs = list(zip(before.matches, after.matches, strict=True))
    gained = [new for old, new in pairs if new.answered > old.answered]
    assert (told.coverage_before, told.coverage) == (before.coverage, after.coverage)
    assert (told.gaps_before, told.gaps) == (len(before.gaps), len(after.gaps))
    assert told.answered - told.answered_before == len(gained) - len(told.lost)
    assert told.gained == tuple(
        new.question for new in gained if new.best.article == "reset-your-passcode"
    )
    assert len(told.gained) > 20
    assert {*told.gained, *told.gained_elsewhere} == {new.question for new in gained}


def test_what_is_answered_today_is_what_the_report_says(published):
    tried, before, _, _, _ = published
    answered = {match.question for match in before.matches if match.answered}
    gained = {*tried.others, *(name for gap in tried.gaps for name in gap.questions)}
    stolen = {name for steal in tried.steals for name in steal.questions}
    assert gained
    assert not gained & answered
    assert stolen
    assert stolen <= answered


def test_an_article_that_is_published_already_changes_nothing(published):
    _, report, found, _, _ = published
    articles = load_articles([SAMPLE / "articles"]).articles
    (same,) = (one for one in articles if one.id == "card-not-arrived")
    tried = try_drafts(report, found, gather(*articles), [same], OPTIONS)
    assert (tried.gaps, tried.others, tried.steals) == ((), (), ())
    assert tried.closed_range == (0, 0)
    assert tried.published.answered == tried.published.answered_before


def test_questions_of_a_gap_that_closes_count_though_one_measure_called_them_answered(
    published, monkeypatch
):
    _, report, _, _, _ = published
    monkeypatch.setattr("kbtool.matching.what_if.publish", lambda *_: None)  # of no use here
    articles = load_articles([SAMPLE / "articles"]).articles
    (draft,) = (one for one in articles if one.id == "refund-not-showing")
    kb = gather(*(one for one in articles if one is not draft))
    before, found = survey_gaps(kb, read_questions([SAMPLE / "questions.csv"]).questions, OPTIONS)
    (tried,) = try_drafts(before, found, kb, [draft], OPTIONS).closed
    (gap,) = (gap for gap in before.gaps if gap.id == tried.gap)
    own = {m.question for m in report.matches if m.answered and m.best.article == draft.id}
    assert own.intersection(gap.cluster.questions) <= set(tried.questions)


def test_what_loses_its_answer_is_not_said_to_find_the_draft_instead(published):
    tried = published[0]
    lost = {name for steal in tried.steals if not steal.draft for name in steal.questions}
    taken = {name for steal in tried.steals if steal.draft for name in steal.questions}
    assert lost
    assert taken
    assert lost <= set(tried.published.lost)
    assert not taken.intersection(tried.published.lost)


def test_no_question_is_answered_by_an_article_that_waits_to_be_filled_in(published):
    _, before, found, _, _ = published
    articles = zip(found.matcher.texts, found.unfilled, strict=True)
    waiting = {text.id for text, unfilled in articles if unfilled}
    answered = [match.best.article for match in before.matches if match.answered]
    assert waiting
    assert not waiting.intersection(answered)


def test_an_article_moves_no_question_among_the_others(published):
    _, _, found, _, then = published
    assert (found.space.neighbours != then.space.neighbours).nnz == 0
    assert np.array_equal(found.space.places.embedding, then.space.places.embedding)
    tight = [group_texts(one.space.places, 0.2) for one in (found, then)]
    assert np.array_equal(*tight)
