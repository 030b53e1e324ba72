"""A gap that an article has just closed: every format says the same of it."""

import json

CONFIG = 'articles = ["kb"]\nquestions = ["log.csv"]\ntoday = 2026-11-22\n'
ASKED = ["how to download a statement", "where is my statement", "download my statement"]


def test_every_format_withdraws_the_advice_to_show_an_article_that_is_new(folder, write, kbtool):
    texts = [ASKED[at % 3] for at in range(15)]
    rows = [f"{text},p{at},2026-11-0{1 + at % 9},email" for at, text in enumerate(texts)]
    write(
        {
            "kbtool.toml": CONFIG,
            "kb/cards.md": "# Where is my new card\n\nYour card comes in a week.\n",
            "log.csv": "\n".join(["text,requester,created_at,channel", *rows, ""]),
        }
    )
    assert kbtool("report", "-q").code == 0
    article = "# Download a statement\n\nFind your statement under Papers and download it.\n"
    write({"kb/statements.md": article})
    fresh = json.loads(kbtool("gaps", "--format", "json", "--history", "none.sqlite3").out)
    assert "show it where they look" in {one["action"] for one in fresh["clusters"]}
    table = kbtool("gaps").out
    gaps = json.loads(kbtool("gaps", "--format", "json").out)
    report = json.loads(kbtool("report", "-q", "--format", "json", "--no-history").out)
    kbtool("report", "-q")
    page = (folder / "kbtool-report.html").read_text(encoding="utf-8")
    section = page[page.index('id="answered"') :].partition("</section>")[0]
    note = "Closed since the run of 2026-11-22: that run read the same questions"
    for group in (gaps["clusters"][0], report["clusters"][0]):
        assert group["action"] == "nothing to do"
        assert group["why"].startswith(note)
    assert note in section
    assert "show it where they look" not in section + table
