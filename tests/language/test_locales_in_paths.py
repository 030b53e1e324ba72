"""Locales in names of files and folders."""

import pytest

from kbtool.language.locales import language_of, locale_in_path, names_locale, without_locale


@pytest.mark.parametrize(
    ("path", "locale", "shared"),
    [
        ("de/refund.md", "de", "refund.md"),
        ("docs/pt-br/cards/a.md", "pt-br", "docs/cards/a.md"),
        ("docs/en_US/a.md", "en_US", "docs/a.md"),
        ("docs/zh-hans/a.md", "zh-hans", "docs/a.md"),
        ("docs/zh-Hant-TW/a.md", "zh-Hant-TW", "docs/a.md"),
        ("refund.fr.md", "fr", "refund.md"),
        ("refund.it.html", "it", "refund.html"),
        ("de/refund.en.md", "en", "refund.md"),
        ("it/desk.md", "", "it/desk.md"),
        ("it-it/desk.md", "it-it", "desk.md"),
        ("api/go/a.md", "", "api/go/a.md"),
        ("js/a.min.md", "", "js/a.min.md"),
        ("v2.1/a.md", "", "v2.1/a.md"),
        ("a.md", "", "a.md"),
        ("", "", ""),
    ],
)
def test_path_tells_its_locale_and_what_translations_share(path, locale, shared):
    assert locale_in_path(path) == locale
    assert without_locale(path) == shared


def test_language_is_the_first_part_of_a_locale():
    assert [language_of(name) for name in ("de", "DE-at", "pt_BR", "")] == ["de", "de", "pt", ""]


@pytest.mark.parametrize(
    ("folder", "siblings", "expected"),
    [
        ("de", (), True),
        ("pt-BR", ("cards",), True),
        ("it", (), False),
        ("it", ("it", "no"), False),
        ("it", ("de", "it"), True),
        ("cards", ("de", "en"), False),
    ],
)
def test_a_word_names_a_locale_only_beside_a_sure_one(folder, siblings, expected):
    assert names_locale(folder, siblings) is expected
