"""How content the people of a gap were: counted by hand, and told alike in every format."""

import json

import pytest
from formats import rows_of, write
from full_health import make_health
from msgspec.structs import replace

from kbtool.health.ratings import rate_content
from kbtool.model import Question


def asked(*scores):
    return [Question(str(at), "How?", csat=score) for at, score in enumerate(scores)]


def rated(*scores):
    """Health whose first gap has these ratings, and whose others have none."""
    health = make_health(askers=(len(scores), 2))
    ratings = dict(zip(health.gaps.gaps[0].cluster.questions, scores, strict=True))
    questions = (replace(one, csat=ratings.get(one.id)) for one in health.questions)
    return replace(health, questions=tuple(questions))


def test_ratings_are_a_mean_of_those_who_rated():
    found = rate_content(asked(0.0, None, 1.0, 0.5, 0.5))
    assert (found.mean.value, found.number) == (0.5, 4)
    assert found.mean.low == pytest.approx(0.15, abs=0.005)  # Wilson, 2 of 4
    assert found.mean.high == pytest.approx(0.85, abs=0.005)
    assert rate_content(asked(None)) is None
    assert rate_content(asked(0.0)).mean.value == 0


def test_ratings_of_a_gap_are_told_with_their_number_in_every_format():
    health = rated(0.0, 1.0, 0.0, 0.0, None)
    first, second = rows_of("csv", health)
    assert (first["csat"], first["csat_ratings"]) == ("0.25", "4")
    assert (second["csat"], second["csat_low"], second["csat_ratings"]) == ("", "", "0")
    written = json.loads(write("json", health))["gaps"]
    assert [gap["csat_ratings"] for gap in written] == [4, 0]
    assert written[0]["csat"]["value"] == 0.25
    assert written[1]["csat"] is None
    page = write("html", health)
    assert 'data-label="CSAT" data-value="0.25">25% <span class="quiet bounds">4 ratings' in page
    assert 'data-label="CSAT" data-value="-1">–' in page


def test_a_log_without_ratings_has_no_column_for_them():
    assert "CSAT" not in write("html", make_health())
