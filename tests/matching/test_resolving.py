"""Links of agents, resolved to articles."""

from datetime import date

import pytest

from kbtool.matching.search.resolving import resolve_articles
from kbtool.model import KnowledgeBase, Question
from kbtool.testing import parse

ARTICLES = {
    "refunds.md": "---\nurl: https://help.example.com/hc/en-us/articles/36001-Get-a-refund\n"
    "redirect_from: [/old/money-back]\n---\n# Get a refund\n",
    "36002.md": "# Order a card\n",
    "add.md": "---\nurl: https://help.example.com/en/add-card\n---\n# Add a card\n",
    "close.md": "---\nurl: https://help.example.com/close-account.html\n---\n# Close\n",
}


@pytest.fixture
def kb():
    return KnowledgeBase.of(
        [parse(text, path) for path, text in ARTICLES.items()], date(2026, 1, 1)
    )


def resolve(link, kb):
    return resolve_articles([Question("1", "x", resolved_by=(link,))], kb)


@pytest.mark.parametrize(
    ("link", "article"),
    [
        ("refunds", "refunds"),
        ("Refunds", "refunds"),
        ("https://help.example.com/hc/en-us/articles/36001-Get-a-refund", "refunds"),
        ("https://HELP.example.com/hc/de/articles/36001-Geld-zurück?x=1#top", "refunds"),
        ("/hc/en-us/articles/36001", "refunds"),
        ("https://help.example.com/hc/en-us/articles/36002-Renamed-since/", "36002"),
        ("https://help.example.com/old/money-back/", "refunds"),
        ("https://help.example.com/en/close-account", "close"),
        ("https://help.example.com/en/add-card", "add"),
        ("https://help.example.com/add-card/", "add"),
        ("https://shop.example.com/support/close-account", "close"),
        ("https://help.example.com/hc/en-us/articles/36001-Get-a-refund/comments/555", "refunds"),
        ("https://help.example.com/hc/de/articles/36001/comments/360555", "refunds"),
        ("https://help.example.com/hc/en-us/articles/36001-x/comments/555/votes", "refunds"),
        ("https://help.example.com/hc/en-us/articles/36001-x/subscription", "refunds"),
        ("https://help.example.com/api/v2/help_center/en-us/articles/36001.json", "refunds"),
        ("https://help.example.com/api/v2/help_center/articles/36002-a-b.json", "36002"),
        ("https://help.example.com/knowledge/articles/36001/en-us", "refunds"),
        ("https://help.example.com/hc/admin/articles/36001/edit", "refunds"),
        ("https://help.example.com/articles/articles/36001/show", "refunds"),
        ("https://help.example.com/en/add-card/comments/7", "add"),
        ("https://help.example.com/en/close-account/print", "close"),
        ("https://help.example.com/old/money-back/comments", "refunds"),
    ],
)
def test_a_link_names_its_article_however_it_is_written(link, article, kb):
    found = resolve(link, kb)
    assert found.questions[0].resolved_by == (article,)
    assert (found.found, sum(found.lost.values())) == (1, 0)


@pytest.mark.parametrize(
    "link",
    [
        "https://help.example.com/",
        "https://help.example.com/hc/en-us",
        "https://help.example.com/hc/en-us/articles/99999-Gone",
        "https://help.example.com/contact",
        "https://help.example.com/comments/555",
        "https://help.example.com/hc/en-us/articles/99999-Gone/comments/36001",
        "https://parcels.example/us/close-account",
        "https://social.test/add-card",
        "http://[",
        "gone",
    ],
)
def test_a_link_that_names_no_article_stays_and_is_counted(link, kb):
    found = resolve(link, kb)
    assert found.questions[0].resolved_by == (link,)
    assert found.lost == {link: 1}


DOCS = {
    "refunds.md": "---\nurl: https://docs.example.com/article/12-get-a-refund\n---\n# Refund\n",
    "pay.md": "---\nurl: https://docs.example.com/article/112-pay\n"
    "redirect_from: [/article/7-paying]\n---\n# Pay\n",
}


@pytest.mark.parametrize(
    ("link", "article"),
    [
        ("https://docs.example.com/article/12-new-name", "refunds"),
        ("https://docs.example.com/article/12", "refunds"),
        ("https://docs.example.com/article/112-new-name?auth=x#a", "pay"),
        ("/article/12-new-name", "refunds"),
        ("/article/7-pay-us", "pay"),
        ("https://docs.example.com/article/11-gone", None),
        ("https://docs.example.com/article/120-gone", None),
        ("https://docs.other.example/article/12-get-more", None),
        ("https://docs.other.example/article/112-pay-more", None),
        ("https://docs.example.com/blog/12-tips", None),
        ("https://docs.example.com/12-tips", None),
        ("https://docs.example.com/category/12-refunds", None),
        ("https://docs.example.com/article/12th-birthday", None),
        ("http://[::1/article/12-x", None),
    ],
)
def test_the_number_that_a_site_gives_an_article_stays_when_its_name_changes(link, article):
    kb = KnowledgeBase.of([parse(text, path) for path, text in DOCS.items()], date(2026, 1, 1))
    assert resolve(link, kb).questions[0].resolved_by == (article or link,)


def test_two_links_to_one_article_count_once(kb):
    both = ("refunds", "/hc/de/articles/36001")
    found = resolve_articles([Question("1", "x", resolved_by=both)], kb)
    assert found.questions[0].resolved_by == ("refunds",)


def test_what_stands_for_two_articles_names_none():
    texts = {f"{at}.md": f"---\nurl: https://a.example/{at}/faq\n---\n# {at}\n" for at in "xy"}
    kb = KnowledgeBase.of([parse(text, path) for path, text in texts.items()], date(2026, 1, 1))
    assert resolve("https://b.example/z/faq", kb).lost
