"""Ids, titles and quoted words stay whole in a report, though they begin like a folder."""

import json

import pytest
from small_help_centre import CLOSING, OTHERS, SETTINGS, make_log

TWINS = 'title "help/desk contacts and refunds"'
FILES = {
    "kbtool.toml": SETTINGS,
    "log.csv": make_log(CLOSING + OTHERS),
    "articles/help.md": "# help\n\nGet a refund in the app. Ask us for a refund there.\n",
    "articles/refunds.md": (
        "---\nid: help/refunds\n---\n\n# help/desk contacts and refunds\n\n"
        "Order the card in the app, or [see more](gone.md).\n"
    ),
    "articles/cards.md": "# help/desk contacts and refunds\n\nOrder a card [now](help.md#no).\n",
    "articles/empty.md": "",
}


@pytest.fixture
def told(kbtool, tmp_path, monkeypatch):
    """Report on a folder ``help``, in a format, made from a place."""
    for name, text in FILES.items():
        place = tmp_path / "help" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")

    def tell(name, here=".", given="help"):
        monkeypatch.chdir(tmp_path / here)
        return kbtool("report", given, "--format", name, "-q", "--no-history").out

    return tell


def test_ids_titles_and_messages_keep_what_begins_like_the_folder(told):
    report = json.loads(told("json"))
    articles = {one["path"]: one for one in report["articles"]}
    assert sorted(articles) == ["articles/cards.md", "articles/help.md", "articles/refunds.md"]
    assert articles["articles/help.md"]["id"] == articles["articles/help.md"]["title"] == "help"
    assert articles["articles/refunds.md"]["id"] == "help/refunds"
    assert articles["articles/cards.md"]["title"] == "help/desk contacts and refunds"
    messages = [one["message"] for one in articles["articles/refunds.md"]["findings"]]
    assert any(each.startswith(TWINS) and "articles/cards.md" in each for each in messages)


def test_questions_and_groups_name_articles_by_the_ids_that_articles_have(told):
    report = json.loads(told("json"))
    known = {one["id"] for one in report["articles"]}
    named = {one["article"] for one in report["questions"] if one["article"]}
    assert named
    assert named <= known


@pytest.mark.parametrize("name", ["html", "markdown", "json", "csv"])
def test_namesakes_of_the_folder_read_the_same_from_anywhere(name, told, tmp_path):
    inside = told(name, "help", ".")
    assert told(name) == inside
    (tmp_path / "away").mkdir()
    assert told(name, "away", tmp_path / "help") == inside


def test_paths_in_sentences_lose_the_folder(told):
    text = told("json")
    assert "leads to `articles/gone.md`" in text
    assert "help/articles/" not in text
    assert "help/log.csv" not in text
