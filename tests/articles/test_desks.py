"""Exports of each help desk: what is read of them, in pages and with what they refer to."""

import json

import pytest
from desk_exports import (
    FOLDERS,
    FRESHDESK,
    HELP_SCOUT,
    HELP_SCOUT_LIST,
    INTERCOM,
    INTERCOM_COLLECTIONS,
    ZENDESK,
)

from kbtool.articles import Skipped, load_articles, parse_file
from kbtool.articles.vendors import desk_of, load_desks


def read(*values, name="kb.json"):
    """Articles by path and what was left out by path, of values one after the other."""
    content = "\n".join(json.dumps(value, indent=1) for value in values).encode()
    parts = parse_file(content, name)
    articles = {part.path: part for part in parts if not isinstance(part, Skipped)}
    return articles, {part.path: part for part in parts if isinstance(part, Skipped)}


def shown(article):
    """Front matter with days as text."""
    values = article.front_matter.values.items()
    return {k: v if isinstance(v, str | int | list) else v.isoformat() for k, v in values}


def test_zendesk_articles_keep_what_is_known_of_them():
    articles, skipped = read(ZENDESK)
    assert list(articles) == ["kb.json#360001/en-us", "kb.json#360001/de"]
    assert shown(articles["kb.json#360001/en-us"]) == {
        "id": "360001", "title": "Get a refund", "locale": "en-us",
        "url": "https://x.zendesk.com/hc/en-us/articles/360001-Get-a-refund",
        "tags": ["refund", "money back"], "category": "Billing", "section": "Money > Refunds",
        "section_id": "22", "author": "Kim Berg", "author_id": "9", "visibility": "everyone",
        "created_at": "2023-01-02T03:04:05Z", "updated_at": "2025-04-03T00:00:00Z",
        "votes_up": 4, "votes_down": 6,
    }  # fmt: skip
    assert articles["kb.json#360001/de"].title.text == "Geld zurück"
    assert {path: part.reason for path, part in skipped.items()} == {"kb.json#360001/fr": "a draft"}


def test_intercom_articles_come_with_collections_times_in_seconds_and_statistics():
    articles, skipped = read(INTERCOM, INTERCOM_COLLECTIONS)
    assert skipped == {}
    assert shown(articles["kb.json#55/en"]) == {
        "id": "55", "title": "Add a card", "summary": "Two ways.", "locale": "en",
        "url": "https://help.x.com/en/articles/55", "category": "Payments", "section": "Cards",
        "parent": "12", "author_id": "3", "created_at": "2020-09-13T12:26:40Z",
        "updated_at": "2023-11-14T22:13:20Z", "views": 9, "reactions": 4,
        "happy_percentage": 75, "sad_percentage": 0,
    }  # fmt: skip
    spanish = articles["kb.json#55/es"]
    assert (spanish.id, spanish.locale, spanish.title.text) == ("55", "es", "Añadir")
    assert shown(spanish)["updated_at"] == "2023-07-22T04:26:40Z"


def test_freshdesk_articles_are_read_with_their_folders():
    articles, skipped = read(FRESHDESK, {"folders": FOLDERS}, {"categories": [{"id": 2}]})
    assert shown(articles["kb.json#4"]) == {
        "id": "4", "title": "Reset your PIN", "summary": "How to reset it", "tags": ["pin"],
        "keywords": ["pin", "code"], "section": "Security", "category_id": "2",
        "folder_id": "3", "author_id": "8", "visibility": "logged-in users", "kind": "permanent",
        "created_at": "2024-01-01T00:00:00Z", "updated_at": "2024-02-01T00:00:00Z",
        "votes_up": 7, "votes_down": 0, "views": 120,
    }  # fmt: skip
    assert articles["kb.json#4"].blocks[0].prose.text == "Open PIN."
    assert [part.reason for part in skipped.values()] == ["a draft"]


def test_single_freshdesk_article_names_its_folders_itself():
    levels = [
        {"level": 0, "type": "category", "data": {"id": 2, "name": "Account"}},
        {"level": 1, "type": "folder", "data": {"id": 3, "name": "Security"}},
    ]
    articles, _ = read(FRESHDESK[0] | {"hierarchy": levels})
    assert shown(articles["kb.json#4"])["category"] == "Account"
    assert shown(articles["kb.json#4"])["section"] == "Security"


def test_help_scout_articles_are_read_and_what_lists_name_is_told():
    shelves = {"collections": [{"id": "c1", "name": "Guides"}]}
    categories = {"categories": {"page": 1, "items": [{"id": "k1", "name": "Start"}]}}
    articles, skipped = read(HELP_SCOUT, HELP_SCOUT_LIST, shelves, categories)
    assert shown(articles["kb.json#5215163545667acd25394b5c"]) == {
        "id": "5215163545667acd25394b5c", "title": "My first article", "slug": "my-first",
        "url": "https://docs.x.com/article/121-my-first", "tags": ["begin", "first"],
        "category": "Guides", "section": "Start", "collection_id": "c1",
        "categories": ["k1", "k2"], "author_id": "73424", "created_at": "2012-01-06T03:04:05Z",
        "updated_at": "2012-01-08T03:04:05Z", "views": 237,
    }  # fmt: skip
    assert [(part.path, part.reason) for part in skipped.values()] == [("kb.json#6", "a draft")]


@pytest.mark.parametrize(
    ("time", "read_as"),
    [
        ("2026-01-02", "2026-01-02"),
        ("2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05Z"),
        ("2026-01-02T01:30:00+02:00", "2026-01-01T23:30:00Z"),
        ("2026-01-02 03:04:05", "2026-01-02T03:04:05Z"),
        ("2026-01-02 or so", "2026-01-02"),
        (1_767_323_045, "2026-01-02T03:04:05Z"),
        (1_767_323_045_999, "2026-01-02T03:04:05Z"),
        ("9999-12-31T23:59:59-12:00", "9999-12-31"),
        ("next week", None),
        (-1, None),
    ],
)
def test_times_keep_their_time_of_day_in_utc(time, read_as):
    articles, _ = read({"id": "a", "title": "A", "body": "B", "updated_at": time})
    assert shown(articles["kb.json#a"]).get("updated_at") == read_as


def test_list_of_help_scout_alone_is_a_fault_that_says_what_to_ask_for():
    _, skipped = read(HELP_SCOUT_LIST)
    first = skipped["kb.json#5215163545667acd25394b5c"]
    assert (first.reason, first.fault) == ("listed without its text", True)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (ZENDESK["articles"][0], "zendesk"),
        (INTERCOM["data"][0], "intercom"),
        (FRESHDESK[0], "freshdesk"),
        (FRESHDESK[1], "freshdesk"),
        (HELP_SCOUT["article"], "helpscout"),
        (HELP_SCOUT_LIST["articles"]["items"][0], "helpscout"),
        ({"id": 1, "title": "A", "body": "B"}, "jsonl"),
        ({"id": 1, "title": "A", "body": "B", "description": "C", "state": "draft"}, "jsonl"),
    ],
)
def test_desk_is_known_by_the_fields_of_its_articles(record, name):
    assert desk_of(record).name == name


@pytest.mark.parametrize(
    "record",
    [{}, {"id": 1}, {"id": 22, "name": "Refunds", "category_id": 7}, FOLDERS[0], {"title": "A"}],
)
def test_what_is_no_article_has_no_desk(record):
    assert desk_of(record) is None


def test_marks_of_desks_are_their_own():
    marks = [mark for desk in load_desks().values() for mark in desk.marks]
    assert len(marks) == len(set(marks))


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"draft": True}, "a draft"),
        ({"status": "Draft"}, "a draft"),
        ({"published": False}, "a draft"),
        ({"state": "archived"}, "archived"),
        ({"archived": True}, "archived"),
    ],
)
def test_unpublished_articles_are_left_out_and_read_if_asked_for(state, reason):
    content = json.dumps({"id": "a", "title": "A", "body": "B"} | state).encode()
    (skip,) = parse_file(content, "kb.jsonl")
    assert (skip.reason, skip.fault) == (reason, False)
    (article,) = parse_file(content, "kb.jsonl", drafts=True)
    assert article.id == "a"


def test_pages_are_read_from_a_list_one_after_the_other_and_from_a_folder(tmp_path):
    pages = [{"articles": [{"id": n, "title": "A", "body": "<p>A</p>"}]} for n in (1, 2)]
    assert list(read(pages)[0]) == ["kb.json#1", "kb.json#2"]
    assert list(read(*pages)[0]) == ["kb.json#1", "kb.json#2"]
    for number, page in enumerate(pages):
        (tmp_path / f"page-{number}.json").write_text(json.dumps(page))
    (tmp_path / "sections.json").write_text(json.dumps({"sections": [{"id": 1, "name": "S"}]}))
    loaded = load_articles([tmp_path])
    assert [article.id for article in loaded.articles] == ["1", "2"]
    assert loaded.skipped == ()


def test_json_beside_articles_in_a_folder_is_left_alone(tmp_path):
    (tmp_path / "a.md").write_text("# A\n")
    (tmp_path / "package.json").write_text("{}")
    loaded = load_articles([tmp_path])
    assert (len(loaded.articles), loaded.skipped, len(loaded.others)) == (1, (), 1)


def test_broken_end_of_pages_is_told_with_its_line():
    content = json.dumps({"articles": [{"id": 1, "title": "A", "body": "B"}]}, indent=1)
    first, second = parse_file(f'{content}\n{{"articles": ['.encode(), "kb.json")
    assert first.id == "1"
    assert second.fault
    assert "on line 10" in second.reason


@pytest.mark.parametrize("value", [[[[[[[[{"id": 1, "body": ""}]]]]]]], {"data": {"data": 3}}, 7])
def test_values_of_no_known_shape_are_a_fault(value):
    articles, skipped = read(value)
    assert articles == {}
    assert [part.fault for part in skipped.values()] == [True]


ODD = [None, 0, -1, 1e300, True, "", "x", [], [None], [[]], {}, {"name": 3}, 10**30]


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize(
    "article", [ZENDESK["articles"][0], INTERCOM["data"][0], FRESHDESK[0], HELP_SCOUT["article"]],
    ids=["zendesk", "intercom", "freshdesk", "helpscout"],
)  # fmt: skip
def test_any_value_in_any_field_leaves_an_article_or_a_reason(article, odd):
    for field in article:
        articles, skipped = read(article | {field: odd})
        assert articles or skipped
        assert all(part.problems == () for part in articles.values()), field


def test_records_that_are_no_articles_are_counted_beside_those_that_are():
    articles, skipped = read({"articles": [*ZENDESK["articles"], {"id": 3}, {"note": "x"}]})
    assert len(articles) == 2
    assert skipped["kb.json"].reason == "holds 2 records that are no articles"


def test_lines_without_articles_are_told_one_by_one():
    lines = [{"x": 1}, {"id": 1, "title": "A", "body": "B"}, {"y": 2}]
    parts = parse_file("\n".join(map(json.dumps, lines)).encode(), "kb.jsonl")
    assert [part.reason for part in parts if isinstance(part, Skipped)] == [
        "no articles on line 1", "no articles on line 3",
    ]  # fmt: skip


def test_halves_of_characters_are_shown_as_broken_ones():
    content = b'{"id": "a", "title": "T \\udc00", "body": "# A \\ud800"}'
    (article,) = parse_file(content, "kb.json")
    assert (article.title.text, article.headings[0].text) == ("T ?", "A ?")


@pytest.mark.parametrize("sign", ["\u200b", "\U000e0041", "\x07", "'", '"', "\\", "a"])
def test_fields_beyond_measure_leave_front_matter_that_can_be_read(sign):
    long = sign * 5_000
    record = ZENDESK["articles"][0] | {"title": f"T{long}", "html_url": long, "author_id": long}
    record |= {"label_names": [f"{sign}{n}" * 500 for n in range(500)], "name": long}
    articles, _ = read({"articles": [record | {"translations": []}]})
    (article,) = articles.values()
    assert (article.id, article.problems) == ("360001", ())
    assert article.title.text.endswith("…")
