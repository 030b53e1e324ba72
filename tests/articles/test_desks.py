"""Exports of each help desk, written here from the fields that its interface documents."""

import json

import pytest

from kbtool.articles import Skipped, load_articles, parse_file
from kbtool.articles.vendors import desk_of, load_desks

ZENDESK = {
    "articles": [
        {
            "id": 360001, "url": "https://x.zendesk.com/api/v2/help_center/en-us/articles/360001",
            "html_url": "https://x.zendesk.com/hc/en-us/articles/360001-Get-a-refund",
            "title": "Get a refund", "name": "Get a refund", "body": "<p>Ask us.</p>",
            "locale": "en-us", "source_locale": "en-us", "draft": False, "promoted": False,
            "position": 0, "section_id": 22, "label_names": ["refund", "money back"],
            "content_tag_ids": [], "vote_sum": -2, "vote_count": 10, "outdated": False,
            "outdated_locales": [], "created_at": "2023-01-02T03:04:05Z",
            "updated_at": "2026-05-06T07:08:09Z", "edited_at": "2025-04-03T00:00:00Z",
            "author_id": 9, "user_segment_id": None, "permission_group_id": 1,
            "comments_disabled": True,
            "translations": [
                {"locale": "en-us", "title": "Get a refund", "body": "<p>Ask us.</p>"},
                {"locale": "de", "title": "Geld zurück", "body": "<p>Fragen.</p>", "draft": False},
                {"locale": "fr", "title": "Remboursement", "body": "<p>Oui.</p>", "draft": True},
            ],
        },
    ],
    "sections": [
        {"id": 22, "name": "Refunds", "category_id": 7, "parent_section_id": 21},
        {"id": 21, "name": "Money", "category_id": 7, "parent_section_id": 22},
    ],
    "categories": [{"id": 7, "name": "Billing", "description": "All on bills"}],
    "users": [{"id": 9, "name": "Kim Berg"}],
    "meta": {"has_more": False, "after_cursor": "x"}, "links": {"next": None},
}  # fmt: skip
INTERCOM = {
    "type": "list",
    "data": [
        {
            "type": "article", "id": "55", "workspace_id": "w", "title": "Add a card",
            "description": "Two ways.", "body": "<h2>By app</h2><p>Tap Add.</p>", "author_id": 3,
            "state": "published", "created_at": 1_600_000_000, "updated_at": 1_700_000_000,
            "url": "https://help.x.com/en/articles/55", "parent_id": 12, "parent_ids": [12],
            "parent_type": "collection", "default_locale": "en",
            "translated_content": {
                "type": "article_translated_content",
                "en": {"title": "Add a card", "body": "<p>Same.</p>", "state": "published"},
                "es": {"title": "Añadir", "body": "<p>Toca.</p>", "state": "published",
                       "updated_at": 1_690_000_000, "url": "https://help.x.com/es/articles/55"},
            },
            "statistics": {"type": "article_statistics", "views": 9, "reactions": 4,
                           "happy_reaction_percentage": 75.0, "sad_reaction_percentage": 0},
        },
    ],
    "pages": {"type": "pages", "page": 1, "total_pages": 2},
}  # fmt: skip
INTERCOM_COLLECTIONS = {
    "type": "list",
    "data": [
        {"type": "collection", "id": "11", "name": "Payments", "parent_id": None},
        {"type": "collection", "id": "12", "name": "Cards", "parent_id": "11"},
    ],
}
FRESHDESK = [
    {
        "id": 4, "title": "Reset your PIN", "description": "<p>Open <b>PIN</b>.</p>",
        "description_text": "Open PIN.", "folder_id": 3, "category_id": 2, "agent_id": 8,
        "status": 2, "type": 1, "hits": 120, "thumbs_up": 7, "thumbs_down": 0, "tags": ["pin"],
        "seo_data": {"meta_title": "PIN", "meta_description": "How to reset it",
                     "meta_keywords": "pin,code"},
        "created_at": "2024-01-01T00:00:00Z", "updated_at": "2024-02-01T00:00:00Z",
    },
    {
        "id": 5, "title": "Soon", "description": None, "folder_id": 3, "agent_id": 8, "status": 1,
        "type": 2, "tags": [], "hierarchy": [],
    },
]  # fmt: skip
FOLDERS = [{"id": 3, "name": "Security", "visibility": 2, "created_at": "2024-01-01T00:00:00Z"}]
HELP_SCOUT = {
    "article": {
        "id": "5215163545667acd25394b5c", "number": 121, "collectionId": "c1", "slug": "my-first",
        "status": "published", "hasDraft": True, "name": "My first article",
        "text": "<p>Begin <a href='#x'>here</a>.</p>", "categories": ["k1", "k2"], "related": [],
        "publicUrl": "https://docs.x.com/article/121-my-first", "popularity": 4.3,
        "keywords": ["begin", "first"], "viewCount": 237, "createdBy": 73423, "updatedBy": 73424,
        "createdAt": "2012-01-06T03:04:05Z", "updatedAt": "2012-01-07T03:04:05Z",
        "lastPublishedAt": "2012-01-08T03:04:05Z",
    },
}  # fmt: skip
HELP_SCOUT_LIST = {
    "articles": {
        "page": 1, "pages": 1, "count": 2,
        "items": [
            {"id": "5215163545667acd25394b5c", "number": 121, "collectionId": "c1",
             "status": "published", "hasDraft": True, "name": "My first article"},
            {"id": "6", "number": 122, "collectionId": "c1", "status": "notpublished",
             "hasDraft": True, "name": "Not yet"},
        ],
    },
}  # fmt: skip


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
        "author": "Kim Berg", "author_id": "9", "visibility": "everyone",
        "created_at": "2023-01-02", "updated_at": "2025-04-03", "votes_up": 4, "votes_down": 6,
    }  # fmt: skip
    assert articles["kb.json#360001/de"].title.text == "Geld zurück"
    assert {path: part.reason for path, part in skipped.items()} == {"kb.json#360001/fr": "a draft"}


def test_intercom_articles_come_with_collections_times_in_seconds_and_statistics():
    articles, skipped = read(INTERCOM, INTERCOM_COLLECTIONS)
    assert skipped == {}
    assert shown(articles["kb.json#55/en"]) == {
        "id": "55", "title": "Add a card", "summary": "Two ways.", "locale": "en",
        "url": "https://help.x.com/en/articles/55", "category": "Payments", "section": "Cards",
        "author_id": "3", "created_at": "2020-09-13", "updated_at": "2023-11-14", "views": 9,
        "reactions": 4, "happy_percentage": 75, "sad_percentage": 0,
    }  # fmt: skip
    spanish = articles["kb.json#55/es"]
    assert (spanish.id, spanish.locale, spanish.title.text) == ("55", "es", "Añadir")
    assert shown(spanish)["updated_at"] == "2023-07-22"


def test_freshdesk_articles_are_read_with_their_folders():
    articles, skipped = read(FRESHDESK, {"folders": FOLDERS}, {"categories": [{"id": 2}]})
    assert shown(articles["kb.json#4"]) == {
        "id": "4", "title": "Reset your PIN", "summary": "How to reset it", "tags": ["pin"],
        "keywords": ["pin", "code"], "section": "Security", "author_id": "8",
        "visibility": "logged-in users", "kind": "permanent", "created_at": "2024-01-01",
        "updated_at": "2024-02-01", "votes_up": 7, "votes_down": 0, "views": 120,
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
        "category": "Guides", "section": "Start", "author_id": "73424",
        "created_at": "2012-01-06", "updated_at": "2012-01-08", "views": 237,
    }  # fmt: skip
    assert [(part.path, part.reason) for part in skipped.values()] == [("kb.json#6", "a draft")]


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
