"""Locale of an article by what stands in it."""

import pytest

from kbtool.model import Source
from kbtool.parse import parse_html, parse_markdown


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("---\nlocale: de\n---\nx", "de"),
        ("---\nlang: de-AT\n---\nx", "de-AT"),
        ("---\nlanguage: es\n---\nx", "es"),
        ("---\nlanguage: no\n---\nx", "no"),
        ("---\nlocale: de\nlanguage: es\n---\nx", "de"),
        ("---\nlanguage: python\n---\nx", "fr"),
        ("---\nlanguage: go\n---\nx", "fr"),
        ("x", "fr"),
    ],
)
def test_front_matter_names_the_locale(text, locale):
    assert parse_markdown(Source("a.md", text), "fr").locale == locale
    assert parse_html(Source("a.html", text), "fr").locale == locale


def test_front_matter_goes_before_the_page_and_the_page_before_the_default():
    page = '<html lang="es"><body><p>x</p></body></html>'
    assert parse_html(Source("a.html", page), "fr").locale == "es"
    assert parse_html(Source("a.html", f"---\nlanguage: de\n---\n{page}"), "fr").locale == "de"
    assert parse_html(Source("a.html", page.replace("lang", "xml:lang")), "fr").locale == "es"
