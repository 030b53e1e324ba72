"""Groups whose article is found and lacks what they ask for."""

import pytest
from msgspec.structs import replace

from kbtool.matching.advice.lacking import heed_lacks
from kbtool.model import Action, Cluster, Fact, Interval, Match, Unanswered

LIMITS = Match("limits", "Top-up limits", (), 0.8)
GROUP = Cluster(
    "c", "top-up limits?", ("a", "b", "c", "d"), 4, Interval(0.9, 0.5, 1.0), LIMITS, None,
    Action.SURFACE, "“Top-up limits” answers them.", answered=True,
)  # fmt: skip
LACK = Unanswered("limits", "Top-up limits", (), Fact.LIMIT, ("a", "b"), 2, 0.5)


def heed(group=GROUP, lack=LACK):
    return next(heed_lacks([group], [lack]))


def test_an_article_that_lacks_what_most_ask_is_to_be_improved_not_shown():
    heeded = heed()
    assert heeded.action is Action.IMPROVE
    assert heeded.why == "4 people asked; “Top-up limits” is about this but gives no number."
    assert heeded.answered  # as before: no figure changes
    assert heed(replace(GROUP, askers=1)).why.startswith("1 person asked; ")


@pytest.mark.parametrize(
    ("group", "lack"),
    [
        ({"answered": False}, {}),
        ({"nearest": None}, {}),
        ({}, {"article": "fees"}),
        ({}, {"questions": ("a", "x", "y")}),
    ],
    ids=["a gap", "no article", "another article", "few of the group"],
)
def test_other_groups_stay_as_they_are(group, lack):
    group = replace(GROUP, **group)
    assert heed(group, replace(LACK, **lack)) == group
