"""Gaps that somebody plans or has taken over come after those that nobody has begun."""

import pytest
from formats import write
from full_health import META, make_health
from msgspec.structs import replace

from kbtool.model import Note
from kbtool.render.html.page import _LIMITS
from kbtool.render.html.page_view import build_view

NOTES = [Note("g1", "planned"), Note("g1", "open", "Ann"), Note("g1", "planned", "Ann")]


@pytest.mark.parametrize("note", NOTES)
def test_a_gap_in_hand_is_begun_last_and_keeps_its_rank(note):
    health = replace(make_health(), notes={"g1": note})
    view = build_view(health, _LIMITS[0], META)
    assert [step.rank for step in view.steps] == [2, 3, 1]
    assert [gap.gap.id for gap in view.gaps] == ["g1", "g2", "g3"]
    rows = [row for row in write("markdown", health).splitlines() if row[:3] in NUMBERED]
    assert [row[2] for row in rows] == ["2", "3", "1"]
    assert ("planned" if note.status == "planned" else "in hand") in rows[-1]
    assert note.owner in rows[-1]


NUMBERED = ("| 1", "| 2", "| 3")


def test_a_dismissed_gap_is_not_in_hand():
    health = replace(make_health(), notes={"g1": Note("g1", "dismissed", "Ann", "known")})
    assert not health.is_in_hand(health.gaps.gaps[0])
    assert [rank for rank, _ in health.gaps_to_begin] == [1, 2]
