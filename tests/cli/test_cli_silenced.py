"""What `kbtool report` says of articles whose findings a comment silences."""

import json

import pytest
from small_help_centre import SETTINGS, make_log

SILENT = "<!-- kbtool: ignore-file LNK003 -- we know -->\n"
BAD = "# Order a card\n\nOrder it in the app. It comes [home](gone.md).\n"


@pytest.fixture
def report(kbtool, write):
    def run(text, *options):
        write(
            {
                "articles/bad.md": text,
                "articles/good.md": "# Pay a bill\n\nPay it in the app.\n",
                "log.csv": make_log(["How do I order a card?"] * 3),
                "kbtool.toml": SETTINGS,
            }
        )
        return kbtool("report", *options).out

    return run


def test_a_blocked_article_stays_first_and_its_finding_is_told_as_silenced(report):
    told = "error broken-internal-link:"
    loud, quiet = report(BAD), report(SILENT + BAD)
    for text in (loud, quiet):
        assert text.index("articles/bad.md  (blocked") < text.index(told)
    line = next(line for line in quiet.splitlines() if told in line)
    assert line.endswith("(silenced)")
    assert "silenced" not in loud
    assert "broken-internal-link (silenced): " in report(SILENT + BAD, "--format", "markdown")


def test_json_keeps_band_order_and_urgency_and_names_what_blocks(report):
    def judge(text):
        articles = json.loads(report(text, "--format", "json"))["articles"]
        return [(a["id"], a["band"], a["blocked_by"], a["urgency"]) for a in articles]

    assert judge(SILENT + BAD) == judge(BAD)
    assert judge(BAD)[0][:3] == ("bad", "blocked", ["broken-internal-link"])
