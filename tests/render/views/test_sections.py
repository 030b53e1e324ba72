"""Where articles stand in a help centre."""

from datetime import date

import pytest

from kbtool.model import KnowledgeBase, Source
from kbtool.parse import parse_markdown
from kbtool.render.views.sections import find_sections


def sections_of(*paths, front_matter=""):
    text = f"---\ntitle: A\n{front_matter}\n---\n\nText.\n"
    articles = [parse_markdown(Source(path, text)) for path in paths]
    found = find_sections(KnowledgeBase.of(articles, date(2026, 1, 1)))
    return [found[path] for path in paths]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("a/cards/x.md", "a/pay/y.md"), ["cards", "pay"]),
        (("a/en/cards/x.md", "a/de/cards/y.md", "a/de/pay/z.md"), ["cards", "cards", "pay"]),
        (("a/en/x.md", "a/de/y.md"), ["", ""]),
        (("a/en/x.md", "a/en/y.md"), ["", ""]),
        (("a/it/x/1.md", "a/de/x/2.md", "a/de/y/3.md"), ["x", "x", "y"]),
        (("a/it/x.md", "a/sales/y.md"), ["it", "sales"]),
        (("en-us/x.md", "pt_BR/pay/y.md"), ["", "pay"]),
        (("x.md", "pay/y.md"), ["", "pay"]),
        (("cards/de/x.md", "pay/de/y.md"), ["cards", "pay"]),
    ],
)
def test_a_folder_of_a_language_is_no_section(paths, expected):
    assert sections_of(*paths) == expected


@pytest.mark.parametrize("key", ["section", "category", "collection"])
def test_what_an_article_says_of_itself_comes_before_its_folder(key):
    assert sections_of("a/x/1.md", "a/y/2.md", front_matter=f"{key}: ' Money '") == ["Money"] * 2
    assert sections_of("a/x/1.md", "a/y/2.md", front_matter=f"{key}: ' '") == ["x", "y"]
