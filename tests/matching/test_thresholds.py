"""What other thresholds would give, counted by hand."""

from types import SimpleNamespace

import pytest

from kbtool.matching.trust.calibration import calibrate
from kbtool.matching.trust.thresholds import Judged, try_thresholds

QUESTIONS = ((0.9, True), (0.7, True), (0.3, True), (0.6, False), (0.2, False), (1.0, True))
LARGE = ((0.9, True), (0.4, False), (0.8, False))
TRIED = tuple(
    SimpleNamespace(score=score, second=second)
    for score, second in [*[(0.9, 0.1)] * 12, *[(0.4, 0.3)] * 4, *[(0.8, 0.6)] * 4]
)


def try_all(threshold=0.5, tried=TRIED):
    rates = calibrate(tried, threshold)
    found = try_thresholds(Judged.of(QUESTIONS), Judged.of(LARGE), tried, threshold, rates)
    return found, {round(cut.threshold, 2): cut for cut in found.cuts}


def test_the_threshold_in_use_gives_the_verdicts_of_the_report():
    used = try_all()[1][0.5]
    assert (used.answered, used.open, used.gaps) == (4, 2, 2)


def test_others_give_what_scores_say_and_leave_what_no_score_decided():
    cuts = try_all()[1]
    # 0.3 is answered by agents, 0.6 waits to be filled in: no threshold changes that.
    assert [cuts[at].answered for at in (0.2, 0.25, 0.75, 0.95)] == [5, 4, 3, 2]
    assert [cuts[at].gaps for at in (0.35, 0.45, 0.95)] == [1, 2, 3]
    assert all(cut.answered + cut.open == len(QUESTIONS) for cut in cuts.values())


def test_precision_and_recall_are_those_of_groups_with_and_without_their_article():
    rates, cuts = calibrate(TRIED, 0.5), try_all()[1]
    assert cuts[0.5].recall == pytest.approx(1 - rates.missed_gaps) == 0.8
    assert cuts[0.5].precision == pytest.approx(16 / (16 + 4))
    assert cuts[0.95].precision == pytest.approx(0.5)
    assert (cuts[0.05].recall, cuts[0.05].precision) == (0.0, None)


def test_a_threshold_between_the_steps_is_among_them():
    found, cuts = try_all(0.33)
    assert len(cuts) == 20
    assert 0.33 in cuts
    assert [cut.threshold for cut in found.cuts] == sorted(cuts)


def test_every_question_has_its_column_and_too_few_groups_no_rates():
    found, cuts = try_all(tried=TRIED[:3])
    assert sum(one.answered for one in found.bins) == 4
    assert sum(one.open for one in found.bins) == 2
    assert found.bins[19].answered == 1  # a score of 1 is in the last column
    assert {(cut.precision, cut.recall) for cut in cuts.values()} == {(None, None)}
    nobody = try_thresholds(Judged.of(()), Judged.of(()), (), 0.5, None)
    assert {(cut.answered, cut.open, cut.gaps) for cut in nobody.cuts} == {(0, 0, 0)}


def test_no_step_looks_like_the_threshold_in_use_beside_it():
    found, _ = try_all(0.501)
    shown = [f"{cut.threshold:.2f}" for cut in found.cuts]
    assert shown.count("0.50") == 1
    assert len(set(shown)) == len(shown) == 19
