"""What reports of gaps say of articles, from values made by hand."""

import json

from msgspec.structs import replace
from small_gaps import CLUSTER, KB, LOG, REPORT

from kbtool.model import Action, Advice, Claim, Confusable, Contradiction, Fact, Unanswered
from kbtool.render import load_renderer
from kbtool.render.wording import join_place

SHORT = replace(
    REPORT,
    unanswered=(
        Unanswered("refunds", "Refunds", ("When",), Fact.DURATION, ("q3", "q1"), 4, 0.25, "Soon."),
    ),
    contradictions=(
        Contradiction(
            Fact.AMOUNT,
            ("fee",),
            (
                Claim("a", "Prices", (), "The fee is €5.", "€5"),
                Claim("b", "Fees", ("Late",), "The fee is €7.", "€7"),
            ),
            ("q1",),
        ),
    ),
    confusable=(
        Confusable(
            ("a", "b"),
            ("Prices", "Fees"),
            ("q1", "q2"),
            2,
            (("cost",), ()),
            (("cost", "price"), ()),
        ),
    ),
    clusters=(replace(CLUSTER, action=Action.SURFACE, why="“Fees” answers them."),),
    advice=(Advice("a", "Prices", Action.SPLIT, "Two groups find it.", ("q1",)),),
)


def test_articles_that_fall_short_have_a_short_section_each():
    text = load_renderer("gaps", "table")(SHORT, LOG, KB, top=1, color=False)
    assert "4 people asked how long: “Refunds > When” does not say how long" in text
    assert "asked: “refund”" in text
    assert "it says: “Soon.”" in text
    assert "how much: “€5” or “€7”?" in text
    assert "“Fees”: “The fee is €7.”" in text
    assert "2 people between “Prices” and “Fees”" in text
    assert "told apart by cost, price (“Prices”)\n      not in the title: cost (“Prices”)\n" in text
    assert "Answered, but not found\n   “close my account”: “Fees” answers them.\n" in text
    assert "   split the article: “Prices”\n      Two groups find it.\n" in text


def test_copies_are_to_be_merged_and_not_told_apart():
    pair = replace(SHORT.confusable[0], copied=0.82)
    text = load_renderer("gaps", "table")(
        replace(SHORT, confusable=(pair,)), LOG, KB, top=1, color=False
    )
    assert "   82% of the words of one stand in the other: merge them\n" in text
    assert "told apart" not in text


def test_a_long_section_is_cut_and_counted():
    text = load_renderer("gaps", "table")(
        replace(SHORT, confusable=SHORT.confusable * 7), LOG, KB, top=1, color=False
    )
    assert text.count("between “Prices”") == 5
    assert "and 2 more: --format json" in text


def test_json_holds_articles_that_fall_short():
    document = json.loads(load_renderer("gaps", "json")(SHORT, LOG, KB))
    (lack,) = document["found_not_answered"]
    assert lack["finding"] == "found, does not say how long"
    assert (lack["asks"], lack["share"], lack["examples"]) == ("how long", 0.25, ["q3", "q1"])
    (clash,) = document["contradictions"]
    assert [claim["value"] for claim in clash["claims"]] == ["€5", "€7"]
    (pair,) = document["confusable"]
    assert [side["words"] for side in pair["articles"]] == [["cost"], []]
    assert [side["telling"] for side in pair["articles"]] == [["cost", "price"], []]
    assert document["advice"] == [
        {
            "article": "a",
            "title": "Prices",
            "action": "split the article",
            "why": "Two groups find it.",
            "questions": ["q1"],
        }
    ]


def test_a_place_does_not_name_the_article_twice():
    assert join_place("Fees", ("Fees", "Abroad")) == "Fees > Abroad"
    assert join_place("Fees", ()) == "Fees"
