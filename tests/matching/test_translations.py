"""Languages that articles are there in."""

from datetime import date

import pytest
from msgspec.structs import replace

from kbtool.matching import find_gaps
from kbtool.matching.advice.translations import Translations, find_language
from kbtool.model import Action, KnowledgeBase, Question
from kbtool.testing import parse


def article(path, locale, body="Text."):
    return replace(parse(f"---\ntitle: {body}\n---\n\n{body}\n", path), locale=locale)


KB = KnowledgeBase.of(
    [
        article("en/refund.md", "en-GB"),
        article("de/refund.md", "de"),
        article("en/order.md", "en"),
    ],
    date(2026, 11, 22),
)


def asked(*locales):
    return [Question(str(n), "x", locale=locale) for n, locale in enumerate(locales)]


@pytest.mark.parametrize(
    ("name", "locales", "lacking"),
    [
        ("refund", ["de-AT", "de", "de"], ""),
        ("refund", ["fr", "fr", "de"], "French"),
        ("order", ["de", "de", "de"], "German"),
        ("order", ["en", "en-US"], ""),
        ("order", ["xh", "xh"], "xh"),
        ("order", ["de", "fr"], ""),  # no language has most of them
        ("order", ["de", "", ""], ""),
        ("order", [], ""),
        ("unknown", ["de"], ""),
    ],
)
def test_the_language_of_most_questions_is_lacking_where_no_translation_is(name, locales, lacking):
    assert Translations.of(KB).lacking(name, asked(*locales)) == lacking


def test_the_language_of_a_group_is_that_of_most_of_its_questions():
    assert find_language(asked("de-AT", "de", "en")) == "de"
    assert find_language(asked("", "", "de")) == ""


def test_a_group_that_agents_answer_in_another_language_is_to_be_translated():
    articles = [
        article(f"en/{word}.md", "en", f"{word} {word}s here")
        for word in ("violin", "trumpet", "cello", "piano")
    ]
    german = [
        Question(str(n), text, resolved_by=("violin",), locale="de", requester=f"p{n}")
        for n, text in enumerate(["Geige stimmen", "wie Geige stimmen", "Geige stimmen bitte"])
    ]
    report = find_gaps(KnowledgeBase.of(articles, date(2026, 11, 22)), german)
    (cluster,) = report.clusters
    assert cluster.action == Action.TRANSLATE
    assert cluster.why == (
        "3 people asked; agents answer them with “violin violins here”, not there in German."
    )
    assert not cluster.answered
    (gap,) = report.gaps
    assert gap.probability == 1
    assert report.coverage.value == 0


def test_articles_whose_locale_nobody_set_are_not_to_be_translated():
    body = "Die Karte können Sie hier sperren. Danach ist sie nicht mehr zu gebrauchen."
    kb = KnowledgeBase.of([article("karte.md", "en", body)], date(2026, 11, 22))
    assert Translations.of(kb).lacking("karte", asked("de", "de")) == ""
    assert Translations.of(kb).lacking("karte", asked("fr", "fr")) == "French"
