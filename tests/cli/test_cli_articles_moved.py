"""An article that is deleted between two runs, as every format tells it."""

import json

CONFIG = 'articles = ["kb"]\nquestions = ["log.csv"]\ntoday = 2026-11-22\n'
ASKED = (
    "where is my card", "where is my new card", "my card has not come",
    "close my account now", "please close my account", "how to close my account",
)  # fmt: skip
LOST = "3 of 3 wordings that it answered and that are asked now have no answer"


def test_article_that_is_deleted_is_told_with_the_questions_that_lose_their_answer(
    folder, kbtool, write
):
    rows = [f"{text},p{at}" for at, text in enumerate([*ASKED, *ASKED])]
    write(
        {
            "kbtool.toml": CONFIG,
            "kb/cards.md": "# Where is my new card\n\nYour card comes in a week.\n",
            "kb/closing.md": "# Close my account\n\nHow to close your account: choose Close.\n",
            "log.csv": "\n".join(["text,requester", *rows, ""]),
        }
    )
    kbtool("report", "-q")
    (folder / "kb" / "closing.md").unlink()
    told = kbtool("report", "-q", "--format", "markdown").out
    assert f"- article gone: Close my account: {LOST}" in told
    assert f"article gone: “Close my account”; {LOST}" in kbtool("history").out
    comparison = json.loads(kbtool("history", "--format", "json").out)["comparison"]
    (gone,) = comparison["articles_gone"]
    assert (gone["id"], gone["lost"]) == ("closing", 3)
    changes = json.loads(kbtool("report", "-q", "--format", "json").out)["changes"]
    assert changes["articles_gone"] == [gone]
    kbtool("report", "-q", "-o", "page.html")
    page = (folder / "page.html").read_text()
    assert f'article <bdi>Close my account</bdi> <span class="quiet">{LOST}</span>' in page
