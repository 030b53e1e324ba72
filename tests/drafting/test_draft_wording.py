"""The fixed words of a draft, in each language that has some."""

import string
from datetime import date

import pytest
from msgspec.structs import replace

import kbtool
from kbtool.drafting import AskedFact, Outline, Quote, QuotedMessage, Section
from kbtool.model import Fact, KnowledgeBase
from kbtool.render.drafts.outline_markdown import render
from kbtool.render.drafts.wording import Wording, choose_wording
from kbtool.testing import parse

LOCALES = ("en", "de-AT", "fr_CA", "es")
FACTS = tuple(AskedFact(fact, 2) for fact in Fact)
WHOLE = Outline(
    gap="g1",
    title="PIN?",
    labels=("pin",),
    locale="en",
    people=3,
    sections=(Section("", 3, ("PIN?",), FACTS), Section("", 1, (), ())),
    agents=(Quote("PIN 1 2 3", 2),),
    messages=(QuotedMessage("E-12", 1),),
)


def texts(wording):
    """All texts of a language, by place."""
    found = dict(zip(Wording._fields, wording, strict=True))
    facts = {
        f"{fact} {at}": text
        for fact, pair in found.pop("facts").items()
        for at, text in enumerate(pair)
    }
    return found | facts


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_each_language_says_everything_and_nothing_in_english(locale, tmp_path):
    own, english = texts(choose_wording(locale)), texts(choose_wording("en"))
    assert own.keys() == english.keys()
    assert [key for key in own if own[key] == english[key] and key != "tickets"] == []
    for key, text in own.items():
        if isinstance(text, str):
            fields = {name for _, name, _, _ in string.Formatter().parse(text) if name}
            wanted = {name for _, name, _, _ in string.Formatter().parse(english[key]) if name}
            assert fields == wanted, key
    draft = render(replace(WHOLE, locale=locale), tmp_path)
    assert not {"insert", "asked", "people", "customers", "verify"} & set(draft.split())


@pytest.mark.parametrize("locale", LOCALES)
def test_the_linter_names_each_place_to_fill_in_in_each_language(locale, tmp_path):
    draft = render(replace(WHOLE, locale=locale), tmp_path)
    article = parse(draft, "draft.md")
    rules = kbtool.configure(kbtool.all_rules(), kbtool.Selection(select=["FRS005"]))
    kb = KnowledgeBase.of([article], date(2026, 1, 1))
    body = draft.split("---\n", 2)[2].split("-->", 1)[1]  # behind front matter and the note
    places = body.count(f"[{choose_wording(locale).insert} ")
    assert places >= 10
    assert len(kbtool.lint(kb, kb.articles, rules).findings) == places


@pytest.mark.parametrize("locale", ["pt", "", "english"])
def test_a_language_without_words_gets_english_ones(locale):
    assert choose_wording(locale) is choose_wording("en")
