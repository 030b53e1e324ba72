"""`kbtool ask`: what a bot would say today, and that it is what `kbtool match` says."""

import io
import json
import sys
from pathlib import Path

import pytest

REFUND = "how to get a refund"


@pytest.fixture
def asked(kbtool, monkeypatch):
    """Answers to lines on standard input, as JSON."""

    def ask(text, *options):
        stream = io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogateescape")))
        monkeypatch.setattr(sys, "stdin", stream)
        ran = kbtool("ask", "--format", "json", *options)
        assert ran.code == 0, ran.err
        return [json.loads(line) for line in ran.out.splitlines()]

    return ask


@pytest.mark.usefixtures("help_centre")
def test_every_question_of_the_log_gets_the_answer_that_match_gives(kbtool, asked):
    rows = [json.loads(line) for line in kbtool("match").out.splitlines()]
    texts = [row.split(",")[1] for row in Path("log.csv").read_text().splitlines()[1:]]
    found = asked("\n".join(texts))
    assert len(found) == len(rows)
    for own, row in zip(found, rows, strict=True):
        shown = [{key: c[key] for key in row["matches"][0]} for c in own["candidates"]]
        assert (shown, own["gap_probability"]) == (row["matches"], row["gap_probability"])
        assert own["decision"] == row["decision"]


@pytest.mark.usefixtures("help_centre")
def test_a_new_question_finds_its_article_with_the_text_that_would_be_quoted(asked):
    (found,) = asked("getting refunds\n")
    best = found["candidates"][0]
    assert found["schema"] == "kbtool.ask/1"
    assert (best["article"], best["text"]) == ("refunds", "Ask us for a refund in the app.")
    assert best["path"] == "articles/refunds.md"
    assert "text" in found["candidates"][1]


@pytest.mark.parametrize(
    ("question", "reason"),
    [("zyxwv", "nothing"), ("I want to talk to a human about my refund", "person")],
)
@pytest.mark.usefixtures("help_centre")
def test_a_question_for_a_person_says_why(asked, question, reason):
    (found,) = asked(question)
    assert (found["decision"], found["reason"]) == ("handoff", reason)


@pytest.mark.parametrize(
    ("question", "need", "offers"),
    [
        (
            "why was I charged for my refund",
            "look at an account",
            "look at this customer's account",
        ),
        ("please refund me", "someone to act", "asks somebody to act"),
        ("how do I get a refund", "article", None),
    ],
)
@pytest.mark.usefixtures("help_centre")
def test_an_answer_to_what_takes_a_person_too_says_so(kbtool, asked, question, need, offers):
    (found,) = asked(question)
    out = kbtool("ask", question).out
    assert (found["decision"], found["need"]) == ("answer", need)
    assert ("offer a person as well" in out) == bool(offers)
    assert (offers or "") in out


LINKS = "[Refund by card](a.md)\n\n- [Refund in cash](b.md)"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("Get a refund in the app.", None),
        ("Get a refund in the app.\n\n## Time\n\n[insert how long it takes]", "unfilled"),
        ("Get a refund in the app.\n\nTODO", "unfilled"),
        (
            "<!-- kbtool: ignore-file placeholder -->\n\nGet a refund in the app.\n\nTODO",
            "unfilled",
        ),
        (LINKS, "links"),
        (f"Get a refund with these:\n\n{LINKS}", None),
        ("Get a refund: [tap here](a.md).", None),
    ],
)
def test_no_article_answers_that_is_unfilled_or_only_links_elsewhere(asked, write, body, reason):
    write({"a/refund.md": f"# Get a refund\n\n{body}\n", "a/b.md": "# Order\n\nOrder a card.\n"})
    (found,) = asked("get a refund", "--articles", "a")
    assert (found["decision"], found["reason"]) == ("handoff" if reason else "answer", reason)


def test_no_unfilled_article_is_asked_about(asked, write):
    texts = {"north": "Get a refund.", "south": "Get a refund.\n\nTODO"}
    write({f"a/{name}.md": f"# Refund {name}\n\n{text}\n" for name, text in texts.items()})
    (found,) = asked("refund", "--articles", "a")
    assert (found["decision"], found["reason"]) == ("handoff", "unfilled")


@pytest.mark.usefixtures("help_centre")
def test_what_no_article_covers_is_handed_over_though_words_are_shared(asked):
    (found,) = asked("delete my data in the app")
    assert (found["decision"], found["reason"]) == ("handoff", "no_article")


def test_two_articles_that_fit_alike_are_asked_about(kbtool, write):
    write({f"{name}.md": f"# Refund {name}\n\nGet a refund.\n" for name in ("north", "south")})
    ran = kbtool("ask", "refund", "--articles", ".")
    assert "Do you mean “Refund north” or “Refund south”?" in ran.out
    assert ran.code == 0


@pytest.mark.usefixtures("help_centre")
def test_text_shows_passage_scores_words_and_runner_up(kbtool):
    out = kbtool("ask", *REFUND.split()).out
    for part in ("From: Get a refund", "| Ask us for a refund in the app.", "probability",
                 "shares “refund”", "Runner-up: Order a card", "articles/refunds.md"):  # fmt: skip
        assert part in out


@pytest.mark.usefixtures("help_centre")
def test_blank_lines_are_no_questions_and_each_other_line_is_one(asked):
    found = asked("refund please\n\n   \norder a card")
    assert [one["question"] for one in found] == ["refund please", "order a card"]


def test_solved_questions_teach_it(kbtool, help_centre, write):
    row = {"id": "s1", "text": "money back to my wallet", "resolved_by": ["refunds"]}
    write({"solved.jsonl": json.dumps(row) + "\n"})
    question = ("ask", "money back to my wallet please", "--format", "json")
    plain = json.loads(kbtool(*question).out)
    taught = json.loads(kbtool(*question, "--solved", "solved.jsonl").out)
    assert all(one["learned"] == 0 for one in plain["candidates"])
    assert taught["candidates"][0]["article"] == "refunds"
    assert taught["candidates"][0]["learned"] > 0.1


def test_customers_and_writers_texts_steer_no_terminal(kbtool, write):
    write({"articles/a.md": "# Get a \x1b]0;x\x07refund\n\nAsk \u202efor a \x1b[31mrefund.\n"})
    out = kbtool("ask", "refund \x1b[2J\u202e now", "--articles", "articles").out
    assert not set(out) & set("\x1b\x07\u202e")


@pytest.mark.usefixtures("help_centre")
def test_personal_data_in_a_question_is_masked_as_in_logs(asked):
    (found,) = asked("refund to jane.doe@example.com please")
    assert "jane" not in found["question"]


@pytest.mark.parametrize("articles", [{}, *({"articles/a.md": t} for t in ("", "# It\n\nIt.\n"))])
def test_without_anything_to_say_it_hands_over_and_never_fails(kbtool, write, folder, articles):
    (folder / "articles").mkdir()
    write({**articles, "kbtool.toml": 'articles = ["articles"]\n'})
    ran = kbtool("ask", "where is my refund", "--format", "json")
    assert ran.code in (0, 2)
    assert "internal error" not in ran.err
    if ran.out:
        assert json.loads(ran.out)["decision"] == "handoff"


def test_an_article_that_cannot_be_read_is_told(kbtool, help_centre, write):
    write({"articles/bad.md": b"# B\xff\xfe\x00\n"})
    assert kbtool("ask", REFUND).code == 2


@pytest.mark.usefixtures("help_centre")
@pytest.mark.parametrize("words", [[""], [" ", "\n"]])
def test_an_empty_question_is_refused_not_handed_over(kbtool, words):
    ran = kbtool("ask", *words)
    assert (ran.code, ran.out) == (2, "")
    assert "the question is empty" in ran.err


@pytest.mark.usefixtures("help_centre")
def test_what_is_handed_over_without_a_common_word_claims_nothing_else(kbtool):
    out = kbtool("ask", "zyxwv").out
    assert "-> hand over to a person: no article holds a word of it\n" in out
    assert not [word for word in ("Nearest", "Runner-up", "%") if word in out]


@pytest.mark.usefixtures("help_centre")
def test_a_warning_that_holds_for_all_questions_is_shown_once(kbtool, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(b"refund\norder a card\n"))
    monkeypatch.setattr(sys, "stdin", stream)
    assert kbtool("ask").out.count("Careful: ") == 1
