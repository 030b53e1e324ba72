"""Negative controls in words and in JSON."""

import json
from datetime import date

from msgspec.structs import replace

from kbtool.model import Controls, GapReport, Interval, KnowledgeBase, QuestionLog
from kbtool.render.gaps import gaps_json
from kbtool.render.gaps.controls_words import list_controls

REPORT = GapReport((), (), (), Interval(0.6, 0.58, 0.62), (), (), 0.5, "set by you")
FOUND = Controls(Interval(0.27, 0.251, 0.3), None, 900, ("foreign articles: too few",))


def test_shares_stand_beside_the_real_coverage():
    assert list_controls(replace(REPORT, controls=FOUND)) == (
        "Of 100 questions put to your own articles, 60 (58 to 62) are answered.",
        (
            "Of 100 put to articles whose sentences and titles were dealt out anew, 27 (25 to 30) "
            "would be called answered."
        ),
        "Not measured with foreign articles: too few.",
    )


def test_nothing_is_said_where_controls_are_switched_off():
    assert list_controls(REPORT) == ()


def test_json_holds_them():
    log, kb = QuestionLog(()), KnowledgeBase.of((), date(2026, 1, 1))
    report = replace(REPORT, controls=FOUND)
    assert json.loads(gaps_json.render(report, log, kb))["controls"] == {
        "shuffled": {"value": 0.27, "low": 0.251, "high": 0.3},
        "foreign": None,
        "questions": 900,
        "not_measured": ["foreign articles: too few"],
    }
    assert json.loads(gaps_json.render(REPORT, log, kb))["controls"] is None
