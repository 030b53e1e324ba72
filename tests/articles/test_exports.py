"""Exports of help desks: each article checked under the path of its file and its id."""

import json
import re

import pytest

from kbtool.articles import Skipped, parse_file

ZENDESK = {
    "articles": [
        {
            "id": 4711,
            "url": "https://x.zendesk.com/api/v2/help_center/en-us/articles/4711.json",
            "html_url": "https://x.zendesk.com/hc/en-us/articles/4711",
            "title": "Get a refund",
            "name": "Get a refund",
            "body": "<p>Click&nbsp;<b>Re&amp;fund</b>.</p>\n<p>See <a href='/x'>here</a>.</p>",
            "locale": "en-us",
            "draft": False,
            "label_names": ["refunds", None],
            "updated_at": "2024-01-02T03:04:05Z",
            "edited_at": "2023-12-31T03:04:05Z",
        },
        {"id": 4712, "title": "Soon", "body": "<p>x</p>", "draft": True},
        {"id": 4713, "title": "Nothing", "body": None, "draft": False},
        {"id": 4711, "title": "Geld zurück", "body": "<p>Text.</p>", "locale": "de"},
    ],
    "next_page": None,
}
INTERCOM = {
    "type": "list",
    "data": [
        {
            "type": "article",
            "id": "99",
            "title": 'It\'s "here"\u2028now',
            "description": "Short.",
            "body": "<h2>One</h2><p>Two.</p>",
            "state": "published",
            "url": "https://help.x.com/articles/99",
            "updated_at": 1_700_000_000,
            "default_locale": "en",
            "translated_content": {
                "type": "article_translated_content",
                "en": {"title": "Here", "body": "<p>Same.</p>", "state": "published"},
                "fr": {"title": "Ici", "body": "<p>Deux.</p>", "state": "published"},
                "de": {"title": "Da", "body": "<p>Zwei.</p>", "state": "draft"},
            },
        },
        {"type": "article", "id": "100", "title": "B", "body": "<p>B</p>", "state": "draft"},
    ],
}


def read(value, name="kb.json"):
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    parts = parse_file(content, name)
    articles = {part.path: part for part in parts if not isinstance(part, Skipped)}
    return articles, {part.path: part for part in parts if isinstance(part, Skipped)}


def test_articles_of_zendesk_have_their_fields_as_front_matter():
    articles, skipped = read(ZENDESK)
    assert list(articles) == ["kb.json#4711/en-us", "kb.json#4713", "kb.json#4711/de"]
    article = articles["kb.json#4711/en-us"]
    assert (article.id, article.title.text, article.locale) == ("4711", "Get a refund", "en-us")
    assert article.front_matter.values["updated_at"].startswith("2023-12-31T")
    assert article.front_matter.values["tags"] == ["refunds"]
    assert article.front_matter.values["url"].endswith("/hc/en-us/articles/4711")
    assert [block.prose.text for block in article.blocks] == ["Click\xa0Re&fund.", "See here."]
    assert {path: part.reason for path, part in skipped.items()} == {
        "kb.json#4712": "a draft",
    }


def test_articles_of_intercom_come_with_their_translations():
    articles, skipped = read(INTERCOM)
    assert list(articles) == ["kb.json#99/en", "kb.json#99/fr"]
    article = articles["kb.json#99/en"]
    assert article.title.text == 'It\'s "here" now'
    assert article.front_matter.values["summary"] == "Short."
    assert article.front_matter.values["updated_at"].startswith("2023-11-14T")
    assert articles["kb.json#99/fr"].locale == "fr"
    assert articles["kb.json#99/fr"].title.text == "Ici"
    assert sorted(skipped) == ["kb.json#100", "kb.json#99/de"]


def test_places_in_a_body_are_exact_through_entities_and_tags():
    article = read(ZENDESK)[0]["kb.json#4711/en-us"]
    prose = article.blocks[0].prose
    start = prose.text.index("Re&fund")
    assert article.source.slice(prose.span(start, start + 7)) == "Re&amp;fund"
    assert article.source.slice(article.title.span) == "Get a refund"


@pytest.mark.parametrize(
    "value",
    [
        ZENDESK["articles"][0],
        {"article": ZENDESK["articles"][0]},
        [ZENDESK["articles"][0]],
        {"results": [ZENDESK["articles"][0]]},
    ],
)
def test_single_articles_and_lists_are_read(value):
    assert list(read(value)[0]) == ["kb.json#4711"]


def test_json_lines_are_read_and_a_broken_one_is_told_with_its_number():
    good = [json.dumps({"article": {"id": n, "title": "A", "body": "<p>A</p>"}}) for n in (1, 2)]
    articles, skipped = read("\n".join([good[0], "{oops", "", good[1]]).encode(), "kb.ndjson")
    assert list(articles) == ["kb.ndjson#1", "kb.ndjson#2"]
    (part,) = skipped.values()
    assert part.fault
    assert "line 2 is not valid JSON" in part.reason


def test_json_lines_may_begin_with_a_broken_one_and_with_a_byte_order_mark():
    good = b'{"id": 1, "title": "A", "body": "<p>A</p>"}'
    articles, skipped = read(b"\xef\xbb\xbf{oops\n" + good + b"\r\n" + good[:9], "kb.jsonl")
    assert list(articles) == ["kb.jsonl#1"]
    assert sorted(skipped) == ["kb.jsonl"]
    assert list(read(b"\xef\xbb\xbf" + good)[0]) == ["kb.json#1"]


PAGE = """{"articles": [
  {"id": 1, "title": "A", "body": "<p>A</p>"},
  {"id": 2, "title": "B", "body": "<p>B%s</p>"%s},
  {"id": 3, "title": "C", "body": "<p>C</p>"}
], "count": 3}
"""
BROKEN = {
    "a byte in a text": (("\xff", ""), "a byte that is not text on line 3"),
    "a byte between": (("", "\xff"), "a byte that is not text on line 3"),
    "a NUL": (("\0", ""), "a byte that is not text on line 3"),
    "a quote too many": (('"', ""), "on line 3"),
    "a comma too many": (("", ","), "on line 3"),
}


@pytest.mark.parametrize(("signs", "reason"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("whole", [True, False], ids=["page", "array"])
def test_a_broken_article_of_a_page_spoils_no_other(signs, reason, whole):
    page = PAGE % signs if whole else (PAGE % signs)[len('{"articles": ') : -len(', "count": 3}\n')]
    articles, skipped = read(page.encode("latin-1"))
    assert list(articles) == ["kb.json#1", "kb.json#3"]
    (part,) = skipped.values()
    assert part.fault
    assert reason in part.reason


@pytest.mark.parametrize("indent", [1, None])
@pytest.mark.parametrize("around", [("articles",), ("articles", "items")])
def test_of_a_page_cut_off_anywhere_what_is_whole_is_read(around, indent):
    body = '<p>"[B] {b},</p>'
    records = [{"id": n, "title": "A", "body": body, "label_names": ["a", "b"]} for n in (1, 2)]
    page = {"count": 2, around[0]: records if len(around) == 1 else {around[1]: records}, "next": 1}
    text = json.dumps(page, indent=indent)
    ends = [match.end() for match in re.finditer(r"\]\s*\}", text)][:2]  # of a record
    for cut in range(1, len(text)):
        articles, skipped = read(text[:cut].encode())
        assert list(articles) == [f"kb.json#{n}" for n in (1, 2) if cut >= ends[n - 1]]
        assert all(part.fault for part in skipped.values())
        assert len(skipped) == 1
    (part,) = read(text[: ends[1] - 5].encode())[1].values()
    assert part.reason.startswith("the file is cut off: it ends on line")


def test_an_article_alone_that_is_cut_off_is_refused():
    text = json.dumps({"article": {"id": 1, "title": "A", "label_names": ["a"], "body": "A"}})
    for cut in range(1, len(text)):
        articles, skipped = read(text[:cut].encode())
        assert not articles
        assert [part.fault for part in skipped.values()] == [True]


def test_pages_behind_a_mended_one_are_read():
    second = (PAGE % ("", "")).replace('"id": ', '"id": 1')
    articles, skipped = read((PAGE % ("\xff", "") + second).encode("latin-1"))
    assert [path.partition("#")[2] for path in articles] == ["1", "3", "11", "12", "13"]
    assert len(skipped) == 1


def test_a_page_of_broken_articles_alone_is_refused_in_the_end():
    record = '{"id": 1, "title": "A", "body": "\xff"},\n'
    articles, skipped = read(f'{{"articles": [{record * 100}{{}}]}}'.encode("latin-1"))
    assert not articles
    assert skipped["kb.json"].reason.startswith("not valid JSON")


@pytest.mark.parametrize("key", ["a#b", "a b", "\n", "../x", {"a": 1}, None, [1]])
def test_any_id_gives_a_path_of_the_file(key):
    articles, skipped = read([{"id": key, "title": "A", "body": "<p>A</p>", "locale": "#"}])
    assert all(path.rpartition("#")[0] == "kb.json" for path in articles)
    assert len(articles) + len(skipped) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"articles": [\n{"id": 1,}\n]}', "on line 2"),
        (b'{"tickets": []}', "no articles"),
        (b"[]", "no articles"),
        (b"3", "no articles"),
        (b"", "not valid JSON"),
        (b"\xff\xfe", "not valid JSON"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"id": 1, "body": "' + b"<b>" * 50_000 + b'"}', ""),
    ],
)
def test_what_holds_no_articles_is_a_fault(content, reason):
    articles, skipped = read(content)
    if not articles:
        (part,) = skipped.values()
        assert part.fault
        assert reason in part.reason


def test_same_article_twice_is_told():
    article = {"id": 1, "title": "A", "body": "<p>A</p>"}
    articles, skipped = read([article, article])
    assert (len(articles), [part.reason for part in skipped.values()]) == (
        1,
        ["the same article once more"],
    )


@pytest.mark.parametrize("title", ["a: b", "#x", "'", '"', "---", "\\", "x'\"y", "\x07", "é\u200b"])
def test_any_title_stays_what_it_is(title):
    articles, _ = read([{"id": "1", "title": title, "body": "<p>A</p>"}])
    assert articles["kb.json#1"].title.text == title
