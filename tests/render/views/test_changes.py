"""What is told of the run before, and of where groups are heading."""

from msgspec.structs import replace

from kbtool.render.views.changes import compare, find_movement


def test_change_is_told_with_its_doubt(full):
    delta = compare(full)
    told = "+10.0 points (+1.0 to +19.0), more than chance"
    assert (delta.coverage, delta.text_coverage) == (told, told)
    assert delta.gaps == "7 before − 1 closed + 1 new − 2 by regrouping = 5"
    assert delta.ready == "ready: 3 down"
    assert delta.cost == "+$0 (+$0 to +$0), more than chance".replace("+$0", "$0")
    assert compare(replace(full, changes=None)).coverage == ""


def test_articles_that_were_not_checked_then_are_not_called_more(full):
    before = replace(full.changes.before, bands={})
    unchecked = replace(full, changes=replace(full.changes, before=before))
    assert "not comparable" in compare(unchecked).ready


def test_groups_that_move_are_told_apart(full):
    moving = find_movement(full, {full.gaps.gaps[0].id: 1})
    assert [len(part.first) for part in (moving.new, moving.rising, moving.falling)] == [2, 1, 1]
    assert [item.rank for item in moving.new.first] == [1, 0]
