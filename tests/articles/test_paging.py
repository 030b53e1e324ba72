"""When files are all of an export, told by what help desks document of their pages."""

from __future__ import annotations

import json

import pytest

from kbtool.articles.collecting import File
from kbtool.articles.importing.importing import Wishes, import_articles
from kbtool.articles.paging import UNPAGED, find_doubt
from kbtool.articles.vendors import load_desks

ONE = [{"id": 1, "title": "a", "body": ""}]
DOUBTFUL = {
    "Zendesk, by numbers": [{"articles": ONE, "page": 1, "page_count": 3, "count": 3}],
    "Zendesk, more to come": [{"articles": ONE, "meta": {"has_more": True}}],
    "Zendesk, a link to more": [{"articles": ONE, "links": {"next": "https://x.example"}}],
    "Zendesk, the last of several": [
        {"articles": ONE, "links": {"next": None, "prev": "https://x"}}
    ],
    "Zendesk, next page": [{"articles": ONE, "next_page": "https://x.example"}],
    "Intercom": [{"data": ONE, "pages": {"page": 2, "total_pages": 2}}],
    "Intercom, by total": [{"data": ONE, "total_count": 2}],
    "Help Scout": [{"articles": {"page": 1, "pages": 2, "count": 2, "items": ONE}}],
    "Freshdesk": [ONE],
}
WHOLE = {
    "Zendesk, by numbers": [
        {"articles": ONE, "page": 1, "page_count": 2, "count": 2},
        {"articles": ONE, "page": 2, "page_count": 2, "count": 2},
    ],
    "Zendesk, no more": [{"articles": ONE, "meta": {"has_more": False}}],
    "Zendesk, next page": [{"articles": ONE, "next_page": None}],
    "Intercom": [{"data": ONE, "pages": {"page": 1, "total_pages": 1}, "total_count": 1}],
    "Help Scout": [{"articles": {"page": 1, "pages": 1, "count": 1, "items": ONE}}],
}


def _doubt(pages, *, plain=False):
    files = [(f"{at}.json", json.dumps(page).encode()) for at, page in enumerate(pages)]
    return find_doubt(files, plain=plain)


@pytest.mark.parametrize("pages", DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_part_of_an_export_is_doubted(pages):
    assert _doubt(pages)


@pytest.mark.parametrize("pages", WHOLE.values(), ids=WHOLE)
def test_an_export_that_says_it_is_whole_is_believed(pages):
    assert _doubt(pages) == ""


def test_records_of_any_system_are_whole_unless_they_say_otherwise():
    assert _doubt([ONE], plain=True) == ""
    assert _doubt([{"articles": ONE, "page": 1, "page_count": 2}], plain=True)


def test_what_is_assumed_of_records_without_pages_is_told(tmp_path):
    desk, to = load_desks()["jsonl"], tmp_path / "articles"
    both = [{"id": name, "title": name, "body": "Text."} for name in ("bees", "pumps")]
    lines = [json.dumps(record).encode() + b"\n" for record in both]
    first = import_articles([File("a.jsonl", b"".join(lines))], to, desk, Wishes())
    assert UNPAGED not in first.notes
    second = import_articles([File("a.jsonl", lines[0])], to, desk, Wishes())
    assert len(second.gone) == 1
    assert UNPAGED in second.notes
