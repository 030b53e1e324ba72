"""Words of a text, in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.matching.text.tokens import Tokenizer, join


def stems(text, locale="en"):
    return [token.stem for token in Tokenizer(locale).doc(text).tokens]


@pytest.mark.parametrize(
    ("locale", "one", "other"),
    [
        ("en", "cards", "card"),
        ("en-GB", "Ordering", "ordered"),
        ("en", "recognised", "recognize"),
        ("en", "cancelled", "canceled"),
        ("en", "favourite colours", "favorite colors"),
        ("en", "stolen", "steals"),
        ("en", "customer's", "customers"),
        ("en", "can’t", "can't"),
        ("de-AT", "Karten", "Karte"),
        ("fr", "commandées", "commander"),
        ("ru", "карты", "карта"),
        ("en", "ﬁle", "file"),
    ],
)
def test_forms_of_one_word_share_a_stem(locale, one, other):
    assert stems(one, locale) == stems(other, locale)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PIN: v2, C++ or c#?", ["PIN", "v2", "C++", "or", "c#"]),
        ("version 3.5.1 costs 10", ["version", "3.5.1", "costs", "10"]),
        ("don't re-send", ["don't", "re", "send"]),
        ("पासवर्ड रीसेट", ["पासवर्ड", "रीसेट"]),
        ("変更する", ["変更", "更す", "する"]),
        ("卡", ["卡"]),
        ("ระงับ", ["ระง", "ะงั", "งับ"]),
        ("비밀번호", ["비밀번호", "비밀", "밀번", "번호"]),
        ("PIN変更", ["PIN", "変更"]),
        ("…?!", []),
    ],
)
def test_scripts_without_spaces_are_cut_into_overlapping_parts(text, words):
    assert [token.surface for token in Tokenizer("en").doc(text).tokens] == words


@pytest.mark.parametrize(
    ("locale", "text", "content"),
    [
        ("en", "How do I change my PIN?", ["change", "PIN"]),
        ("en", "please help me, I dont know 42", []),
        ("de", "Wie kann ich meine Karte sperren", ["Karte", "sperren"]),
        ("xx", "qa zu", ["qa", "zu"]),
        ("en", "卡 x", ["卡"]),
    ],
)
def test_function_words_numbers_and_single_letters_are_no_content(locale, text, content):
    assert [token.surface for token in Tokenizer(locale).doc(text).content] == content


def test_joined_texts_keep_their_order():
    tokenizer = Tokenizer("en")
    joined = join([tokenizer.doc("order a"), tokenizer.doc("card")])
    assert joined == tokenizer.doc("order a card")


def test_a_word_of_any_length_gives_a_short_stem():
    assert len(stems("x" * 100_000)[0]) <= 40


@given(st.text(max_size=60))
def test_any_text_gives_words_without_spaces(text):
    for token in Tokenizer("en").doc(text).tokens:
        assert token.folded
        assert not any(character.isspace() for character in token.folded)


@pytest.mark.parametrize(
    ("text", "locale", "content"),
    [
        ("Wohin mit den Akkus?", "de-AT", ["Akkus"]),
        ("Wohin mit den Akkus?", "", ["Wohin", "mit", "den", "Akkus"]),
        ("where does my box die", "de", ["box"]),  # English of somebody whose app is in German
        ("where does my box die", "", ["box", "die"]),
        ("où est ma box", "fr", ["box"]),
    ],
)
def test_function_words_are_those_of_the_language_of_a_text_as_well(text, locale, content):
    assert [token.surface for token in Tokenizer("en").doc(text, locale).content] == content


def test_a_word_has_one_stem_whatever_the_language_of_its_text():
    tokenizer = Tokenizer("en")
    stems = [[t.stem for t in tokenizer.doc("Boxes die", locale).tokens] for locale in ("de", "")]
    assert stems[0] == stems[1]
