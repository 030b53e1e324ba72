"""How the numbers on the first screen add up."""

import pytest
from full_report import fill
from msgspec.structs import replace

from kbtool.model import Excluded, Note
from kbtool.render.gaps.notes import list_dismissed
from kbtool.render.html.page import render as render_html
from kbtool.render.views.changes import compare
from kbtool.render.views.ledger import keep_ledger

TEXT = "How do I change my card?"


@pytest.fixture
def health(build):
    """Five gaps, a dismissed one, a group too small, questions alone and without a word."""
    full = fill(build(TEXT, gaps=5, questions=4), TEXT)
    seen = list(full.gaps.matches)
    seen[0] = replace(seen[0], answered=False, cluster="")
    seen[1] = replace(seen[1], answered=False, cluster="small")
    gaps = replace(full.gaps, matches=tuple(seen), unmatchable=(seen[-1].question,))
    more = {"spam": 7, "too short": 2}
    log = replace(
        full.log, more_excluded=more, rejected=(Excluded("not JSON", "a", 1, ""),), more_rejected=3
    )
    return replace(full, gaps=gaps, log=log)


def test_rows_add_up_to_those_that_were_read(health):
    ledger = keep_ledger(health)
    assert ledger.rows == len(health.questions) + 1 + 7 + 2 + 1 + 3
    assert ledger.rows == sum(account.rows for account in ledger.accounts)
    for account in ledger.accounts:
        assert account.rows > 0
        assert not account.entries or account.rows == sum(one.rows for one in account.entries)
    names = [account.name for account in ledger.accounts]
    assert names == ["answered", "not answered", "without a word to match", "left out"]


def test_what_is_not_answered_has_its_reasons(health):
    (account,) = (one for one in keep_ledger(health).accounts if one.name == "not answered")
    assert [(entry.name, entry.rows, entry.anchor) for entry in account.entries] == [
        ("in 4 gaps", 15, "gaps"),
        ("in 1 dismissed gap", 4, "dismissed"),
        ("in 1 group that too few people asked for", 1, "apart"),
        ("in no group, since no other asks the same", 1, "apart"),
    ]


def test_dismissing_moves_rows_and_changes_no_sum(health):
    undecided = keep_ledger(replace(health, notes={}))
    assert [one.rows for one in undecided.accounts] == [
        one.rows for one in keep_ledger(health).accounts
    ]


def test_nothing_read_is_no_ledger(health):
    gone = replace(health.gaps, matches=(), unmatchable=())
    assert keep_ledger(replace(health, gaps=gone, questions=(), log=None)) is None


@pytest.mark.parametrize(
    ("before", "told", "moved"),
    [
        (5, "5 before − 1 closed + 1 new = 5", "as before"),
        (
            9,
            "9 before − 1 closed + 1 new − 4 by regrouping = 5",
            "9 before − 1 closed + 1 new − 4 by regrouping = 5",
        ),
        (
            3,
            "3 before − 1 closed + 1 new + 2 by regrouping = 5",
            "3 before − 1 closed + 1 new + 2 by regrouping = 5",
        ),
    ],
)
def test_gaps_of_two_runs_go_into_each_other(health, meta, read, before, told, moved):
    run = replace(health.changes.before, gaps=before)
    changed = replace(health, changes=replace(health.changes, before=run))
    assert compare(changed).balance == told
    assert compare(changed).gaps == moved
    assert moved in read(render_html(changed, meta=meta)).text
    assert compare(replace(health, notes={"x": Note("x")}, changes=None)).balance == ""


def test_dismissed_gaps_are_numbered_after_the_open_ones(health, meta, read):
    page = read(render_html(health, meta=meta))
    (listed,) = [one for one in page.all("ol") if one.attributes.get("class") == "dismissed"]
    assert listed.attributes["start"] == "5"
    ranked = {gap.id: rank for rank, gap in enumerate(health.ranked_gaps, 1)}
    assert ranked[health.gaps.gaps[2].id] == 5
    report = render_gaps(health)
    assert f"  5. 4 asked “{TEXT}” (id {health.gaps.gaps[2].id})" in report


def render_gaps(health):
    return "\n".join(list_dismissed(health.gaps, health.notes))
