"""Gaps with their evidence, and what they can be filtered by."""

import pytest
from full_report import make_kb
from msgspec.structs import replace

from kbtool.health.documentable import TEXT_HELPS
from kbtool.model import Action, Need
from kbtool.render.views.facets import find_places
from kbtool.render.views.filters import make_filters, values_of
from kbtool.render.views.gaps import GapViewer, split_gaps
from kbtool.render.views.library import make_library
from kbtool.render.views.quotes import Quoter

TEXT = "How do I change my card?"


PLACES = find_places(make_kb(TEXT))


@pytest.fixture
def viewer(full):
    return GapViewer(full, make_library(make_kb(TEXT)), Quoter.of(full, 200), 100, PLACES)


def test_a_gap_shows_the_passages_near_it_and_what_to_write(viewer, full):
    view = viewer.view(1, full.gaps.gaps[0])
    assert [passage.name for passage in view.passages] == ["Nearest", "Next nearest"]
    assert "".join(run.text for run in view.passages[0].text).startswith("Order the new card")
    assert len(view.quotes.edge) == 3
    assert view.facets.section == "cards"
    assert view.facets.channels == (TEXT, "chat")


def test_the_keeper_of_the_nearest_article_is_asked_where_it_is_to_be_changed(viewer, full):
    write, improve = full.gaps.gaps[:2]
    unnoted = GapViewer(replace(full, notes={}), viewer.library, viewer.quoter, 5, PLACES)
    assert (unnoted.view(1, write).owner, unnoted.view(2, improve).owner) == ("", "Card team")
    assert viewer.view(1, write).owner == TEXT  # whom the note names


BY_OTHERS = (Action.PRODUCT, Action.HANDOFF, Action.NONE)


@pytest.mark.parametrize("action", [*BY_OTHERS, Action.WRITE])
def test_no_keeper_is_owner_of_a_gap_that_changes_no_article_of_theirs(action, viewer, full):
    gap = full.gaps.gaps[1]
    other = replace(gap, cluster=replace(gap.cluster, action=action))
    unnoted = GapViewer(replace(full, notes={}), viewer.library, viewer.quoter, 5, PLACES)
    assert unnoted.view(2, other).owner == ""


@pytest.mark.parametrize("need", Need)
@pytest.mark.parametrize("action", [Action.IMPROVE, Action.PRODUCT, Action.HANDOFF])
def test_an_outline_is_offered_where_a_text_helps(action, need, viewer, full):
    gap = full.gaps.gaps[1]
    cluster = replace(gap.cluster, action=action, need=need)
    helps = action is Action.IMPROVE and need in TEXT_HELPS
    assert viewer.view(2, replace(gap, cluster=cluster)).outlined is helps


def test_dismissed_gaps_stand_apart_and_stay_unanswered(full):
    open_gaps, dismissed = split_gaps(full)
    assert (len(open_gaps), len(dismissed)) == (4, 1)
    assert full.coverage == replace(full, notes={}).coverage


def test_filters_offer_what_differs(viewer, full):
    views = [viewer.view(rank, gap) for rank, gap in enumerate(full.gaps.gaps, 1)]
    filters = {one.key: one for one in make_filters(views)}
    assert list(filters) == ["action", "channel"]
    channel = filters["channel"]
    assert channel.numbers(values_of(views[0], "channel")) == "0 1"
