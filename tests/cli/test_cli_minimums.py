"""Below the data that verdicts need, every command that gives one says so."""

import json
from pathlib import Path

import pytest
from small_help_centre import FILES, make_log

LITTLE = "below 100, take {} as hints"
DEFAULTS = "Scores rest on defaults: there are too few questions or articles to learn from"
LABELLED = "id,text,gold\nq0,how to get a refund,refunds\nq1,order a card,cards\n"


@pytest.fixture
def told(kbtool, help_centre):
    """What a command says for people, standard error included."""

    def run(*arguments):
        Path("labelled.csv").write_text(LABELLED, encoding="utf-8")
        ran = kbtool(*arguments)
        assert ran.code == 0, ran.err
        return ran.out + ran.err

    return run


@pytest.mark.parametrize(
    ("command", "hints"),
    [
        (["gaps"], "gaps"),
        (["report", "--no-history"], "gaps"),
        (["match"], "decisions"),
        (["ask", "how to get a refund"], "decisions"),
        (["evaluate", "labelled.csv"], "decisions"),
    ],
)
def test_a_small_log_and_scores_by_default_are_told(command, hints, told):
    text = told(*command)
    assert LITTLE.format(hints) in text
    assert DEFAULTS in text


@pytest.mark.parametrize(
    "command",
    [
        ["match"],
        ["ask", "refund", "--format", "json"],
        ["evaluate", "labelled.csv", "--format", "json"],
    ],
)
def test_documents_hold_the_warnings(command, kbtool, told):
    told(*command)
    out = kbtool(*command).out
    document = json.loads(out if "evaluate" in command else out.splitlines()[0])
    assert any(DEFAULTS in warning for warning in document["warnings"])


def test_no_percentage_is_shown_that_was_not_learned(told):
    text = told("ask", "how to get a refund")
    assert "-> answer (no verdict: how sure this is cannot be told yet)" in text
    assert "%" not in text


def test_a_log_that_is_large_enough_gives_figures_without_a_word_of_care(write, kbtool):
    topics = ["refund", "card", "limit", "password", "transfer"]
    articles = {
        f"articles/{word}.md": f"# The {word}\n\nSet the {word} in the app.\n" for word in topics
    }
    others = [f"{word} of the {thing}" for word in ("colour", "price") for thing in "abcdefghijklm"]
    asked = [f"{verb} my {word}" for word in topics for verb in
             ("find", "set", "get", "send", "buy", "lose", "see", "show", "need", "want",
              "use", "check", "make", "keep", "save", "move")]  # fmt: skip
    more = {f"articles/{n}.md": f"# Topic {n}\n\nWord{n} stands here alone.\n" for n in range(30)}
    write(FILES | articles | more | {"log.csv": make_log(asked + others)})
    assert "%" in kbtool("ask", "where is my refund").out
    ran = kbtool("match")
    assert "areful" not in ran.err
    assert json.loads(ran.out.splitlines()[0])["warnings"] == []
