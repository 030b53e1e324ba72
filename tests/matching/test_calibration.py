"""Error rates from articles that were left out, counted by hand."""

from types import SimpleNamespace

import pytest

from kbtool.matching.trust.calibration import FEWEST, calibrate


def groups(*pairs):
    return [SimpleNamespace(score=score, second=second) for score, second in pairs]


TWENTY = groups(*[(0.9, 0.1)] * 12, *[(0.4, 0.3)] * 4, *[(0.8, 0.6)] * 3, (0.5, 0.5))


def test_shares_of_groups_on_the_wrong_side_are_the_error_rates():
    rates = calibrate(TWENTY, 0.5)
    assert rates.false_gaps == pytest.approx(4 / 20)
    assert rates.missed_gaps == pytest.approx(4 / 20)  # a score of the threshold is an answer
    assert rates.groups == 20


def test_other_thresholds_err_as_they_would():
    rates = calibrate(TWENTY, 0.5)
    steps = {round(at, 2): (false, missed) for at, false, missed in rates.scores}
    assert len(steps) == 21
    assert steps[0.0] == (0.0, 1.0)
    assert steps[1.0] == (1.0, 0.0)
    assert steps[0.35] == pytest.approx((0.0, 4 / 20))
    assert steps[0.5] == (rates.false_gaps, rates.missed_gaps)
    falses, misses = zip(*steps.values(), strict=True)
    assert list(falses) == sorted(falses)
    assert list(misses) == sorted(misses, reverse=True)


def test_too_few_groups_tell_no_rates():
    assert calibrate(TWENTY[: FEWEST - 1], 0.5) is None
    assert calibrate([], 0.5) is None
