"""One word is one word however it is written."""

import unicodedata

import pytest

from kbtool.matching.text.tokens import Tokenizer


def stems(text):
    return [token.stem for token in Tokenizer("en").doc(text).tokens]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("café", unicodedata.normalize("NFD", "café")),
        ("Zürich", unicodedata.normalize("NFD", "ZÜRICH")),
        ("İstanbul", "istanbul"),
        ("ＰＩＮ", "pin"),
        ("ﬁnd", "find"),
        ("oﬃce", "office"),
        ("straße", "STRASSE"),
        ("ｶｰﾄﾞ", "カード"),
        ("２FA", "2fa"),
        ("ſave", "save"),
        ("Ω", "Ω"),
        ("비밀", unicodedata.normalize("NFD", "비밀")),
    ],
    ids=ascii,
)
def test_ways_to_write_one_word_are_one_word(one, other):
    assert stems(one) == stems(other) != []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't", ["don't"]),
        ("don’t", ["don’t"]),
        ("C++", ["C++"]),
        ("c#", ["c#"]),
        (".NET", ["NET"]),
        ("2FA", ["2FA"]),
        ("v3.5", ["v3", "5"]),
        ("3.5.1", ["3.5.1"]),
        ("e-mail", ["e", "mail"]),
        ("user@example.com", ["user", "example", "com"]),
    ],
)
def test_signs_inside_words_hold_them_together(text, words):
    assert [token.surface for token in Tokenizer("en").doc(f"My {text} now").tokens][1:-1] == words


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "don't"),
        ("en", "it's"),
        ("en", "rock'n'roll"),
        ("fr", "l'abonnement"),
        ("it", "l'ordine"),
    ],
)
def test_an_apostrophe_is_one_whichever_sign_is_typed(locale, text):
    tokenizer = Tokenizer(locale)
    found = {
        tuple(t.stem for t in tokenizer.doc(text.replace("'", sign)).tokens) for sign in "'’＇"
    }
    assert len(found) == 1
    assert all(found)


def test_signs_tell_names_apart_whatever_stands_around_them():
    names = ["C", "C++", "C#", "F#"]
    bare = [stems(name) for name in names]
    assert len({tuple(found) for found in bare}) == len(names)
    for frame in ("({})", "{}?", "{}, then", "“{}”", "{}.", "*{}*", "{}:"):
        assert [stems(frame.format(name))[:1] for name in names] == bare


def test_signs_that_hold_nothing_together_part_words():
    for sign in ("/", "&", "|", "…", "—", " - ", "'' ", "++ ", "# "):
        assert len(stems(f"alpha{sign}beta")) == 2
