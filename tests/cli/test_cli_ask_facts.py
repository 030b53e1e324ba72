"""`kbtool ask` and `match`: a passage that fits is no answer without the fact that is asked for."""

import json

import pytest

REFUND = "# Get a refund\n\nTap Refund in the app.\n\n{0}\n"
FEES = "# Fees for a spare card\n\nA spare card costs $5.\n"
CARDS = "# Order a spare card\n\nTap Cards in the app. {0}\n"
GERMAN = "# Eine Rückzahlung bekommen\n\nTippen Sie in der App auf Rückzahlung. {0}\n"


@pytest.fixture
def decide(kbtool, write):
    """What `ask` says to a question as JSON; `match` says the same."""

    def run(articles, question, locale="en"):
        write({f"kb/{name}.md": text for name, text in articles.items()})
        write({"log.csv": f"text\n{question}\n"})
        write({"kbtool.toml": f'articles = ["kb"]\nquestions = ["log.csv"]\nlocale = "{locale}"\n'})
        found = json.loads(kbtool("ask", question, "--format", "json").out)
        matched = json.loads(kbtool("match").out)
        keys = ("decision", "reason", "need", "lacks", "contradictions", "gap_probability")
        assert {key: matched[key] for key in keys} == {key: found[key] for key in keys}
        return found

    return run


@pytest.mark.parametrize(
    ("sentence", "question", "lacks"),
    [
        ("", "how long does a refund take?", "how long"),
        ("It takes 5 days.", "how long does a refund take?", None),
        ("It takes a while.", "how long does a refund take?", "how long"),
        ("", "how much does a refund cost?", "how much"),
        ("A refund costs $3.", "how much does a refund cost?", None),
        ("", "how do I get a refund?", None),
        ("", "get a refund", None),
        ("", "why did I not get my refund?", None),
    ],
)
def test_what_the_article_does_not_say_is_told(decide, kbtool, sentence, question, lacks):
    found = decide({"refund": REFUND.format(sentence)}, question)
    expected = ("handoff", "lacks") if lacks else ("answer", None)
    assert (found["decision"], found["reason"], found["lacks"]) == (*expected, lacks)
    said = f"hand over to a person: found, but the article does not say {lacks}"
    assert (said in kbtool("ask", question).out) == bool(lacks)


@pytest.mark.parametrize(
    ("sentence", "lacks"), [("", "how long"), ("Das dauert 5 Werktage.", None)]
)
def test_so_it_is_in_german(decide, sentence, lacks):
    article = {"r": GERMAN.format(sentence)}
    found = decide(article, "Wie lange dauert eine Rückzahlung?", "de")
    assert found["lacks"] == lacks


@pytest.mark.parametrize(
    ("price", "question", "decision", "reason"),
    [
        ("A spare card costs $9.", "how much does a spare card cost?", "handoff", "disputed"),
        ("A spare card costs $5.", "how much does a spare card cost?", "clarify", None),
        ("A spare card costs $9.", "order a spare card", "answer", None),
    ],
)
def test_articles_that_contradict_each_other_are_named(
    decide, kbtool, price, question, decision, reason
):
    found = decide({"fees": FEES, "cards": CARDS.format(price)}, question)
    assert found["reason"] == reason
    assert (found["decision"] == "handoff") == (decision == "handoff")
    out = kbtool("ask", question).out
    if "$9" not in price:
        assert (found["contradictions"], "contradict" in out) == ([], False)
        return
    (one,) = found["contradictions"]
    assert one["fact"] == "how much"
    assert {claim["value"] for claim in one["claims"]} == {"$5", "$9"}
    for part in ("Careful, these contradict each other (how much):",
                 "  Fees for a spare card: “A spare card costs $5.”",
                 "  Order a spare card: “A spare card costs $9.”"):  # fmt: skip
        assert part in out


def test_where_one_of_two_articles_says_it_the_customer_chooses(decide):
    north = "# Refund north\n\nGet a refund. It takes 5 days.\n"
    south = "# Refund south\n\nGet a refund. Tap the button.\n"
    found = decide({"north": north, "south": south}, "how long for a refund?")
    assert (found["decision"], found["lacks"]) == ("clarify", None)
    found = decide({"north": south.replace("south", "north")}, "how long for a refund?")
    assert (found["decision"], found["lacks"]) == ("handoff", "how long")


def test_the_question_is_shown_as_it_was_asked(decide, kbtool):
    decide({"refund": REFUND.format("")}, "How do I get a re-fund?")
    assert "“how do i get a RE FUND”" in kbtool("ask", "how do i get a RE FUND").out


def test_a_limit_of_money_can_be_disputed(decide):
    one, other = (
        f"# Free cash {at}\n\nYou can take out ${at} a month without a fee.\n" for at in (5, 9)
    )
    found = decide({"a": one, "b": other}, "How much cash can I take out in a month without a fee?")
    assert (found["decision"], found["reason"]) == ("handoff", "disputed")


def test_tests_tell_who_may_need_a_person_as_well(decide, kbtool, write):
    question = "why was I charged for my refund?"
    article = {"refund": REFUND.format("Nobody is charged.")}
    assert decide(article, question)["need"] == "look at an account"
    write({"kbtool-tests.yaml": f"tests:\n  - article: refund\n    asks: ['{question}']\n"})
    assert "1 answered question may take a look at an account" in kbtool("test", "-v").out
    (one,) = json.loads(kbtool("test", "--format", "json").out)["results"]
    assert (one["need"], one["decision"]) == ("look at an account", "answer")


def test_a_failing_test_says_which_fact_is_lacking(decide, kbtool, write):
    decide({"refund": REFUND.format("")}, "refund please")
    asks = (
        "tests:\n  - article: refund\n    answered: true\n    asks: [how long does a refund take]\n"
    )
    write({"kbtool-tests.yaml": asks})
    ran = kbtool("test")
    assert ran.code == 1
    assert "it is the right article; handed over, as the article does not say how long" in ran.out
