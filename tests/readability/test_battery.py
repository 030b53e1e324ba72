"""textstat's measures on split text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbtool.errors import KbtoolError
from kbtool.readability import (
    MEASURES,
    count,
    engine,
    flesch_kincaid_grade,
    flesch_reading_ease,
    measure,
    measures_for,
    versions,
)

TEXTS = {
    "instructions": "Open the settings page. Choose Security and click Change password.",
    "two-word sentences": "Click Save. Open the menu that shows your name. Choose Settings.",
    "unlisted words": "The provider's bootloader uses OAuth. PGP keys don't work in webmail.",
    "hyphens": "Two-factor sign-in is up-to-date. Re-upload one-time codes to the drop-down.",
    "numbers": "Version 3.5.1 needs 16 GB in 2024. Pay $9.99 at 10:30, or 50% less later.",
    "long words": "Administrators occasionally reconfigure organisational authentication policies.",
    "curly quotes": "“You can’t undo this,” it says. It’s the user’s own choice, isn’t it?",
    "capitals": "DON'T TURN OFF THE DEVICE WHILE IT'S UPDATING ITSELF.",
}
ENGLISH = [measure.name for measure in MEASURES if measure.name != "lix"]


def split(text):
    return [sentence.split() for sentence in text.replace("? ", ". ").split(". ")]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_the_grade_of_lint_is_the_grade_of_textstat(text):
    scores = measure(split(text), "en").scores
    counts = count(split(text))
    assert scores["flesch_kincaid_grade"] == pytest.approx(flesch_kincaid_grade(counts))
    assert scores["flesch_reading_ease"] == pytest.approx(flesch_reading_ease(counts))


WORD = st.text(alphabet="abcdehilmnorstuvwy", min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORD | st.just("it's"), min_size=3, max_size=12), min_size=1, max_size=5))
def test_the_grade_of_lint_is_that_of_textstat_for_any_words(text):
    grade = measure(text, "en").scores["flesch_kincaid_grade"]
    assert grade == pytest.approx(flesch_kincaid_grade(count(text)))


def test_measures_follow_their_formulas_on_a_text_counted_by_hand():
    # Nine easy words in two sentences; 28 letters; no word of three syllables.
    text = [["The", "cat", "sat", "on", "the", "mat"], ["It", "was", "happy"]]
    assert measure(text, "en").scores == pytest.approx(
        {
            "flesch_reading_ease": 108.2675,
            "flesch_kincaid_grade": -0.723889,
            "gunning_fog": 0.4 * 4.5,
            "smog_index": 3.1291,
            "coleman_liau_index": 0.058 * 2700 / 9 - 0.296 * 200 / 9 - 15.8,
            "automated_readability_index": 4.71 * 29 / 9 + 0.5 * 4.5 - 21.43,
            "dale_chall": 0.0496 * 4.5,
        }
    )


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("en", ENGLISH),
        ("en-GB", ENGLISH),
        ("EN_us", ENGLISH),
        ("de-AT", ["flesch_reading_ease", "lix"]),
        ("es", ["flesch_reading_ease", "lix"]),
        ("it", ["flesch_reading_ease", "lix"]),
        ("nl", ["flesch_reading_ease", "lix"]),
        ("ru", ["flesch_reading_ease", "lix"]),
        ("fr", ["lix"]),
        ("pt_BR", ["lix"]),
        ("fi", ["lix"]),
    ],
)
def test_each_language_has_the_measures_made_for_it(locale, names):
    scores = measure([["Eins", "zwei", "drei", "vier"]], locale).scores
    assert list(scores) == list(measures_for(locale)) == names


@pytest.mark.parametrize("locale", ["ja", "zh-Hans", "th", "ar", "he", "ko", "vi", "hi", "", "xx"])
def test_a_language_without_a_formula_is_not_measured(locale):
    result = measure([["one", "two", "three"]], locale)
    assert result.scores == {}
    assert result.reason.startswith("not measured")


@pytest.mark.parametrize("text", [[], [[]], [["…"]], [["Save"], ["Click", "here"]]])
def test_a_text_without_sentences_is_not_measured(text):
    result = measure(text, "en")
    assert result.scores == {}
    assert result.reason.startswith("not measured")


def test_flesch_for_german_uses_the_constants_of_amstad():
    # Ich ge-he nach Hau-se: 4 words, 6 syllables. 180 - 4 - 58.5 * 6 / 4
    assert measure([["Ich", "gehe", "nach", "Hause"]], "de").scores == {
        "flesch_reading_ease": 88.25,
        "lix": 4.0,
    }


def test_the_versions_behind_the_scores_are_known():
    assert set(versions()) == {"pyphen", "textstat"}


def test_a_textstat_that_ignores_our_dictionary_is_refused(monkeypatch):
    monkeypatch.setattr(engine._Pronunciations, "__getitem__", {}.__getitem__)
    engine.load_textstat.cache_clear()
    try:
        with pytest.raises(KbtoolError, match="does not take its dictionary"):
            engine.load_textstat()
    finally:
        engine.load_textstat.cache_clear()
