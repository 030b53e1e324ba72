"""Formats say the same of a gap: its figures, its effort, whose costs, where it stands."""

import json

import pytest
from formats import rows_of, with_gaps, write
from full_health import make_gap, make_health
from msgspec.structs import replace

from kbtool.model import Action, CostBasis, Fact, Interval, Note
from kbtool.render import wording
from kbtool.render.gaps.figures import describe_cost


def test_backlog_says_where_a_gap_belongs_and_what_it_takes():
    health = make_health()
    asked = tuple(replace(one, locale="de", channel="chat") for one in health.questions)
    gap = replace(health.gaps.gaps[0], asks=(Fact.DURATION, Fact.AMOUNT), effort_why="to do")
    row = rows_of("csv", with_gaps(replace(health, questions=asked), [gap]))[0]
    assert (row["locales"], row["channels"], row["section"]) == ("de", "chat", "")
    assert (row["need"], row["asks"], row["effort_why"]) == (
        "article", "how long; how much", "to do",
    )  # fmt: skip
    assert (row["cost_basis"], row["card"]) == ("your figures", "#gap-1")


@pytest.mark.parametrize(
    ("action", "size", "told"),
    [
        (Action.WRITE, "large", "large effort: a new article with 2 sections"),
        (Action.HANDOFF, "none", "a new article with 2 sections"),
    ],
)
def test_effort_is_told_alike_with_what_it_rests_on(action, size, told):
    why = "a new article with 2 sections"
    gap = replace(make_gap("x", 1, 5), effort=size, effort_why=why)
    gap = replace(gap, cluster=replace(gap.cluster, action=action))
    health = with_gaps(make_health(), [gap])
    assert rows_of("csv", health)[0]["effort_why"] == why
    written = json.loads(write("json", health))["gaps"][0]
    assert (written["effort"], written["effort_why"]) == (size, why)
    assert f"- Work: {told}\n" in write("github", health)
    assert wording.effort(gap) == told
    assert f"<p>{told[0].upper()}{told[1:]}.</p>" in write("html", health)


def test_gaps_beyond_those_with_a_card_lead_to_the_table():
    cards = [row["card"] for row in rows_of("csv", make_health("x", (3,) * 102))]
    assert cards[98:] == ["#gap-99", "#gap-100", "#gaps", "#gaps"]
    page = write("html", make_health("x", (3,) * 102))
    assert 'id="gap-100"' in page
    assert 'id="gap-101"' not in page


def test_a_dismissed_gap_has_its_place_among_the_dismissed():
    health = replace(make_health(), notes={"g1": Note("g1", "dismissed", "", "known")})
    assert [row["card"] for row in rows_of("csv", health)] == ["#gap-1", "#gap-2", "#dismissed"]


@pytest.mark.parametrize(
    ("number", "rate", "amount"),
    [(0.04, "0", "0"), (0.3, "0.3", "0"), (2.4, "2", "2"), (1234.5, "1,234", "1,200")],
)
def test_numbers_have_the_same_digits_in_every_format_for_people(number, rate, amount):
    gap = make_gap("x", 1, 5)
    gap = replace(gap, per_month=Interval(number, 0, 9999), cost=Interval(number, 0, 9999))
    health = with_gaps(make_health(), [gap])
    row = rows_of("csv", health)[0]
    assert f"{float(row['per_month']):g}" == rate.replace(",", "")
    assert row["cost"] == amount.replace(",", "")
    assert f"People a month: {wording.rate(number)} (0 to 9,999)" in write("github", health)
    for name in ("markdown", "github"):
        assert f"€{amount} (€0 to €10,000)" in write(name, health)
    assert f"costs €{amount} a month (€0 to €10,000; your figures)" == describe_cost(
        gap, health.gaps.cost_basis
    )
    assert json.loads(write("json", health))["gaps"][0]["cost"]["value"] == number


@pytest.mark.parametrize(
    ("own", "text", "told"),
    [
        (False, "default figures (source)", "default figures"),
        (True, "your figures for per-contact, else default figures", "partly default figures"),
        (True, "your figures", "your figures"),
    ],
)
def test_every_format_says_whose_figures_a_cost_rests_on(own, text, told):
    health = make_health()
    basis = CostBasis("€", 8.0, 0.1, own=own, text=text)
    health = replace(health, gaps=replace(health.gaps, cost_basis=basis))
    assert rows_of("csv", health)[0]["cost_basis"] == told
    for name in ("markdown", "jira", "github"):
        assert told in write(name, health)
    assert f">{told}:" in write("html", health).replace("<dd>", ">")
    assert json.loads(write("json", health))["cost_basis"]["text"] == text
    assert ("[costs]" in write("markdown", health)) is (told != "your figures")
