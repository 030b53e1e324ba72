"""Below the least data for a share, reports and the history give numbers in its place."""

import json
import re

import pytest

from kbtool.model import Unserved
from kbtool.render.questions.unserved_words import say_unserved

CONFIG = 'articles = ["kb"]\nquestions = ["log.csv"]\ntoday = 2026-11-22\n'
TOPICS = ("card", "limit", "refund", "statement")


@pytest.fixture
def centre(folder, write):
    rows = [
        f"{verb} my {word},p{at},2026-10-{1 + at % 28:02},{('mail', 'chat')[at % 2]}"
        for at, (verb, word) in enumerate(
            (verb, word) for verb in ("find", "see", "get", "change") for word in TOPICS * 2
        )
    ]
    write(
        {
            "kbtool.toml": CONFIG,
            "kb/card.md": "# Get a card\n\nFind your card, see it and change it here.\n",
            "log.csv": "\n".join(["text,requester,created_at,channel", *rows, ""]),
        }
    )
    return folder


def test_no_format_gives_a_share_of_too_few_questions(centre, kbtool, write):
    assert kbtool("report", "-q").code == 0
    write({"kb/limit.md": "# Change a limit\n\nFind your limit, see it and change it here.\n"})
    markdown = kbtool("report", "-q", "--format", "markdown", "--no-history").out
    report = json.loads(kbtool("report", "-q", "--format", "json", "--no-history").out)
    terminal = kbtool("report").out
    page = (centre / "kbtool-report.html").read_text(encoding="utf-8")
    page = re.sub(r"<style.*?</style>|<script.*?</script>", "", page, flags=re.DOTALL)
    page = re.sub(r'<figure class="by-.*?</figure>', "", page, flags=re.DOTALL)  # people by gap
    text = re.sub(r"<[^>]+>", " ", page)
    history = kbtool("history").out
    for told in (markdown, terminal, history):
        assert "%" not in told, told
    shares = [text[at.start() - 40 : at.end()] for at in re.finditer("%", text)]
    assert [one for one in shares if not re.search("95%|below 50%|probability of a gap", one)] == []
    assert "too little for a share, then or now (8 of 32 questions answered then" in text
    assert re.search(r"\b8 of 32\b", history)
    assert not re.search(r"\d points", text + markdown + history)
    assert report["summary"]["needs"] == {"questions": 68, "articles": 3}
    assert report["changes"]["needs"] == {"questions": 68, "articles": 4}
    (first,) = [one for one in report["criteria"] if one["id"] == "K01"]
    assert first["answer"] == "not measured"
    assert "%" not in first["evidence"]
    runs = json.loads(kbtool("history", "--format", "json").out)["runs"]
    assert [run["needs"]["questions"] for run in runs] == [68, 68]


def test_a_language_without_articles_is_a_share_of_enough_questions_alone():

    assert say_unserved(Unserved("de", "German", 12, 0.3)) == "German: 12 of 40 questions"
    assert "30% of all" in say_unserved(Unserved("de", "German", 60, 0.3))
